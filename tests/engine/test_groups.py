"""Groups come in pages: every group once, in one order, whatever the size of a page; only as dear as was asked."""

from typing import Any

import pytest

from tests.support.api import Api
from tests.support.world import World

PAGE = """query($first: Int, $after: String) {
  studentsSummary(by: [GRADE, PERSON_SEX], first: $first, after: $after) {
    totalCount
    nodes { key { grade { code } personSex { code } } count }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }"""


async def page(api: Api, **given: Any) -> Any:
    return (await api.data(PAGE, **given))["studentsSummary"]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
async def test_pages_hold_every_group_once_and_in_order(api: Api, city: World, size: int) -> None:
    whole = await page(api)
    assert len(whole["nodes"]) == 9
    assert whole["pageInfo"]["hasNextPage"] is False
    found, after = [], None
    while True:
        part = await page(api, first=size, after=after)
        assert part["totalCount"] == whole["totalCount"]
        assert part["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert len(part["nodes"]) <= size
        found += part["nodes"]
        after = part["pageInfo"]["endCursor"]
        if not part["pageInfo"]["hasNextPage"]:
            break
    assert found == whole["nodes"]
    assert after == whole["pageInfo"]["endCursor"]


async def test_beyond_the_last_group_there_is_nothing(api: Api, city: World) -> None:
    last = (await page(api))["pageInfo"]["endCursor"]
    beyond = await page(api, after=last)
    assert beyond["nodes"] == []
    nothing = {"hasNextPage": False, "hasPreviousPage": True, "startCursor": None, "endCursor": None}
    assert beyond["pageInfo"] == nothing


@pytest.mark.parametrize(
    "other",
    [
        "studentsSummary(by: [PERSON_SEX, GRADE], after: $after)",
        "studentsSummary(by: [GRADE], after: $after)",
        "studentsSummary(after: $after)",
        "schoolsSummary(by: [TYPE], after: $after)",
        "students(after: $after)",
    ],
)
async def test_a_cursor_is_of_one_kind_and_its_groupings(api: Api, city: World, other: str) -> None:
    cursor = (await page(api, first=1))["pageInfo"]["endCursor"]
    asked = "query($after: String) { %s { totalCount } }"
    assert (await api.ask(asked % other, after=cursor)).codes == ["CURSOR_INVALID"]
    same = "studentsSummary(by: [GRADE, PERSON_SEX, GRADE], after: $after)"
    assert "errors" not in (await api.ask(asked % same, after=cursor)).body


async def test_they_cost_as_many_as_are_asked_for(api: Api, city: World) -> None:
    query = "{ schools(first: 1000) { nodes { studentsSummary(%s) { nodes { key { grade { code } } count } } } } }"
    assert (await api.ask(query % "by: [GRADE]")).codes == ["LIMIT_EXCEEDED"]
    assert "errors" not in (await api.ask(query % "by: [GRADE], first: 20")).body
    assert "errors" not in (await api.ask(query % "by: []")).body
