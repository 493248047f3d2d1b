"""Answers as tables: which list, which columns, and what stands in the cells."""

from decimal import Decimal
from typing import Any

import pytest
from graphql import parse

from bureau.graph.documents import Documents
from bureau.graph.table import Listing, listing
from bureau.settings import Settings
from tests.support.api import Api


def listed(api: Api, text: str) -> Listing | None:
    operation = Documents(api.schema.graphql, Settings()).get(text).operation(None)
    assert operation, parse(text)
    return listing(api.schema.graphql, operation)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("{ specimens { nodes { name n: name kin { name } } } }", "name n kin.name"),
        ("{ specimens { totalCount edges { cursor node { name } } nodes { id } } }", "cursor node.name"),
        ("{ specimen(id: 1) { name kindred { nodes { name } } } specimens { nodes { id } } }", "name"),
        ("{ specimensSummary(by: [SEX]) { nodes { key { sex { code } } count } } }", "key.sex.code count"),
        ("{ specimens { ...P } } fragment P on SpecimenConnection { nodes { span { from until } } }", "span.from span.until"),
        ("{ specimens { nodes { kin { name } kin { code name } } } }", "kin.name kin.code"),
        ("query($x: Boolean!) { specimens { nodes { name @include(if: $x) code } } }", "name code"),
        ("{ nodes(ids: []) { id ... on Specimen { price } } }", "id price"),
        ("{ catalogue { kinds { name label { zh } } } }", "name label.zh"),
        ("{ catalogue { roles { __typename } } viewer { username } }", "__typename"),
    ],
)  # fmt: skip
def test_the_first_list_has_its_leaves_as_columns(specimens: Api, text: str, heads: str) -> None:
    found = listed(specimens, text)
    assert found
    assert [column.head for column in found.columns] == heads.split()


@pytest.mark.parametrize(
    "text", ["{ viewer { username } }", "{ specimen(id: 1) { name } }", "{ specimens { totalCount } }"]
)
def test_what_asks_for_no_list_has_no_table(specimens: Api, text: str) -> None:
    assert listed(specimens, text) is None


async def rows(api: Api, text: str) -> Any:
    found = listed(api, text)
    assert found
    return found.rows(await api.data(text))


@pytest.fixture(scope="module")
async def pair(specimens: Api) -> Api:
    """A bureau with two specimens, the second the first one's kin."""
    first = await specimens.write("createSpecimen", "specimen { id }", name="one", price="-5.00", flag=True, count=3)
    kin = first["specimen"]["id"]
    span = {"from": "2026-01-01"}
    second = await specimens.write("createSpecimen", "specimen { id }", name="two", length="1.500", span=span, kin=kin)
    assert second["errors"] == []
    return specimens


async def test_cells_are_what_was_answered(pair: Api) -> None:
    found = await rows(
        pair, "{ specimens { nodes { name price length flag count span { from } kin { name kin { name } } } } }"
    )
    assert found == [
        ["one", Decimal("-5.00"), None, True, 3, None, None, None],
        ["two", None, Decimal("1.500"), None, None, "2026-01-01", "one", None],
    ]
    joined = await rows(pair, "{ specimens { nodes { name kindred { totalCount nodes { flag price name } } } } }")
    assert joined == [["one", 1, "", "", "two"], ["two", 0, "", "", ""]]
    back = await rows(pair, "{ specimens { nodes { kin { kindred { nodes { name flag kin { flag } } } } } } }")
    assert back == [["", "", ""], ["two", "", "true"]]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("query($a: String) { specimens(first: 1, after: $a) { nodes { id } pageInfo { hasNextPage endCursor } } }", True),
        ("query($a: String) { specimens(first: 1, after: $a) { nodes { id } p: pageInfo { endCursor hasNextPage } } }", True),
        ("query($a: String) { specimens(first: 9, after: $a) { nodes { id } pageInfo { hasNextPage endCursor } } }", False),
        ("query($a: String) { specimens(first: 1, after: $a) { nodes { id } pageInfo { hasNextPage } } }", False),
        ("query($a: String) { specimens(first: 1, after: $a) { nodes { id } } }", False),
        ("query { specimens(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }", False),
    ],
)  # fmt: skip
async def test_a_page_leads_on_where_its_document_can(pair: Api, text: str, leads: bool) -> None:
    data = await pair.data(text)
    assert len(data["specimens"]["nodes"]) == (2 if "first: 9" in text else 1)
    found = listed(pair, text)
    assert found
    assert (found.next_cursor(data) is not None) is leads
