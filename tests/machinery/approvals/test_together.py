"""Several cases at once: what is found of each, and each decided by itself."""

import pytest

from bureau.graph.context import Services
from tests.machinery.approvals.support import People, approve, officers, opened, seen
from tests.support.api import Api
from tests.support.world import World

DECIDE = """mutation($input: DecideCasesInput!) { decideCases(input: $input) { results { id errors { code } } } }"""
CHECKS = """query($ids: [ID!]!) { caseChecks(ids: $ids) { id findings { code verdict message clause path } } }"""


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def test_what_is_found_of_each_and_each_decided_by_itself(people: People, city: World) -> None:
    met = await opened(people["from"], city, "单雄信")
    early = await opened(people["from"], city, "张丽", effectiveOn="2026-12-31")
    found = (await people["to"].data(CHECKS, ids=[met, early]))["caseChecks"]
    assert [one["id"] for one in found] == [met, early]
    blocked = [{f["code"] for f in one["findings"] if f["verdict"] == "BLOCKED"} for one in found]
    assert blocked[0] == set()
    assert blocked[1] != set()
    assert all(f["clause"] for one in found for f in one["findings"])
    assert (await people["middle"].data(CHECKS, ids=[met]))["caseChecks"] == [{"id": met, "findings": []}]
    given = {"ids": [met, "StudentCase:999", early, met], "decision": "APPROVE", "step": "receiving_school"}
    for _ in range(2):  # the same key is answered, not done again
        done = await people["to"].data(DECIDE, input={**given, "idempotencyKey": "monday"})
        assert [(one["id"], [e["code"] for e in one["errors"]]) for one in done["decideCases"]["results"]] == [
            (met, []),
            ("StudentCase:999", ["NOT_FOUND"]),
            (early, []),
        ]
    again = await people["to"].data(DECIDE, input=given)
    assert [[e["code"] for e in one["errors"]] for one in again["decideCases"]["results"]] == [
        ["CONFLICT"],
        ["NOT_FOUND"],
        ["CONFLICT"],
    ]
    assert (await seen(people["to"], met))["step"] == "receiving_bureau"
    assert await approve(people["east"], met) == []
