"""Divisions: those in force, those that were, and the streets of the bureau's own city."""

import pytest

from tests.support.api import Api

QUERY = """query($code: String!) {
  divisions(filter: { code: { eq: $code } }) {
    nodes { name level validUntil parent { code } successor { code name } }
  }
}"""


@pytest.mark.parametrize(
    ("code", "name", "until", "successor"),
    [
        ("510124", "郫县", "2016-12-31", "510117"),
        ("510132", "新津县", "2020-12-31", "510118"),
        ("510122", "双流县", "2015-12-31", "510116"),
        ("330184", "余杭市", "2001-12-31", "330110"),
    ],
)
async def test_codes_out_of_force_lead_to_what_has_their_place(
    api: Api, code: str, name: str, until: str, successor: str
) -> None:
    (found,) = (await api.data(QUERY, code=code))["divisions"]["nodes"]
    assert (found["name"], found["validUntil"], found["successor"]["code"]) == (name, until, successor)


@pytest.mark.parametrize("code", ["653228", "653229", "659012", "330113", "460400", "500157", "710000", "820000"])
async def test_recent_divisions_are_known(api: Api, code: str) -> None:
    (found,) = (await api.data(QUERY, code=code))["divisions"]["nodes"]
    assert found["validUntil"] is None


async def test_only_the_streets_of_the_city_are_loaded(api: Api) -> None:
    async def count(start: str) -> int:
        query = "query($s: String!) { divisions(filter: { level: { eq: STREET }, code: { startsWith: $s } }) { totalCount } }"
        return int((await api.data(query, s=start))["divisions"]["totalCount"])

    assert await count("5101") > 250
    assert await count("") == await count("5101")


async def test_what_was_in_force_on_a_day_is_told(api: Api) -> None:
    query = """query($day: Date) { divisions(on: $day, filter: { code: { eq: "510124" } }) { totalCount } }"""
    assert (await api.data(query, day="2010-01-01"))["divisions"]["totalCount"] == 1
    assert (await api.data(query, day="2020-01-01"))["divisions"]["totalCount"] == 0


async def test_a_name_that_two_provinces_have_leads_from_none_of_them_to_the_other(api: Api) -> None:
    """But for Chongqing, which was made of Sichuan's counties, and Hainan, of Guangdong's."""
    asked = """query($after: String) { divisions(first: 500, after: $after, filter: { successor: { code: { isNull: false } } }) {
        nodes { code successor { code } } pageInfo { hasNextPage endCursor } } }"""
    pairs: set[tuple[str, str]] = set()
    after: str | None = None
    while True:
        page = (await api.data(asked, after=after))["divisions"]
        pairs |= {(one["code"][:2], one["successor"]["code"][:2]) for one in page["nodes"]}
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert {pair for pair in pairs if pair[0] != pair[1]} == {("51", "50"), ("44", "46")}
