"""What a query costs: the values it may return, and the records it must read to find them."""

from collections.abc import AsyncIterator

import pytest

from tests.support import databases
from tests.support.api import Api
from tests.support.specimen import bureau_with_specimens

BUDGET = 500


@pytest.fixture(scope="module")
async def poor(server: databases.Server, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Api]:
    """A bureau with some thousands of divisions and a small budget."""
    async with bureau_with_specimens(server, tmp_path_factory.mktemp("migrations"), max_cost=BUDGET) as api:
        yield api


async def test_what_is_found_by_an_index_costs_what_it_returns(poor: Api) -> None:
    for argument in ("", ", orderBy: NAME_DESC", ', filter: { code: { eq: "510104" } }', ', search: "jj"'):
        told = (await poor.ask(f"{{ divisions(first: 3{argument}) {{ nodes {{ id name }} }} }}")).body["extensions"]
        assert told["cost"] == 7, argument
        assert told["costLeft"] == BUDGET - 7


@pytest.mark.parametrize(
    "query",
    [
        '{ divisions(first: 3, filter: { name: { contains: "囍字乡" } }, orderBy: CODE_DESC) { nodes { id } } }',
        '{ divisions(first: 3, filter: { not: { code: { eq: "51" } } }) { totalCount } }',
        "{ divisionsSummary(by: [PARENT]) { nodes { count } } }",
    ],
)
async def test_what_must_be_looked_for_everywhere_is_refused_beyond_the_budget(poor: Api, query: str) -> None:
    reply = await poor.ask(query)
    assert reply.codes == ["LIMIT_EXCEEDED"]
    told = reply.body["errors"][0]["extensions"]
    assert told["cost"] > told["budget"] == BUDGET


async def test_within_the_budget_it_is_answered_and_told(api: Api) -> None:
    found = "{ divisions(first: 3) { nodes { id } } }"
    looked_for = '{ divisions(first: 3, filter: { name: { contains: "囍字乡" } }) { nodes { id } } }'
    costs = [(await api.ask(query)).body["extensions"]["cost"] for query in (found, looked_for)]
    assert costs[0] == 4
    assert costs[1] > 100


async def test_a_payload_and_what_is_no_record_say_what_they_cost_too(api: Api) -> None:
    told = (await api.ask("{ viewer { username } }")).body["extensions"]
    assert told == {"cost": 0, "costLeft": told["costLeft"], "withheld": []}
