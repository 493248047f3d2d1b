"""The search box: names, initials and codes, in any order of words, within scope, never in sealed text."""

import pytest

from tests.support.api import Api
from tests.support.people import of_county
from tests.support.world import STUDENTS, World, number_of

QUERY = "query($q: String) { students(search: $q, orderBy: PERSON_NAME_ASC) { totalCount nodes { person { name } } } }"


async def names(api: Api, q: str | None) -> list[str]:
    found = (await api.data(QUERY, q=q))["students"]
    assert found["totalCount"] == len(found["nodes"])
    return [node["person"]["name"] for node in found["nodes"]]


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("曾", ["曾晓明"]),
        ("晓明", ["曾晓明"]),
        ("zxm", ["曾晓明"]),
        ("ZXM", ["曾晓明"]),
        ("sxx", ["单雄信"]),
        ("古丽", ["阿依古丽·买买提"]),
        ("丽 zl", ["张丽"]),
        ("zl 丽", ["张丽"]),
        ("王芳 zl", []),
        ("0000000014", ["曾晓明"]),
        ("%", []),
        ("_", []),
        ("'", []),
        ("没有", []),
    ],
)
async def test_found(api: Api, city: World, q: str, expected: list[str]) -> None:
    assert await names(api, q) == expected


@pytest.mark.parametrize("q", [None, "", "   "])
async def test_nothing_sought_is_no_condition(api: Api, city: World, q: str | None) -> None:
    assert len(await names(api, q)) == len(STUDENTS)


async def test_one_plan_serves_any_number_of_words(api: Api, city: World) -> None:
    assert await names(api, "曾 zxm 晓") == ["曾晓明"]
    assert await names(api, "曾") == ["曾晓明"]
    refused = await api.ask(QUERY, q="a b c d e f g")
    assert refused.codes == ["ARGUMENT_INVALID"]


async def test_only_within_scope_and_never_by_sealed_text(api: Api, city: World) -> None:
    assert await names(api.as_(of_county(city.west)), "曾") == []
    number = number_of(STUDENTS["曾晓明"][2], "1")
    for part in (number, number[-6:], f"G{number}", number[:6]):
        assert await names(api, part) == []


async def test_what_finds_a_person_follows_their_name(api: Api, city: World) -> None:
    person = f"Person:{city.persons['孙悟']}"
    assert (await api.write("updatePerson", id=person, name="孙行者"))["errors"] == []
    assert await names(api, "sxz") == ["孙行者"]
    assert await names(api, "孙悟") == []


async def test_schools_are_found_by_name_initials_and_code(api: Api, city: World) -> None:
    query = "query($q: String) { schools(search: $q) { nodes { name } } unitsSummary(search: $q) { totalCount } }"
    for q in ("西城幼", "xcyey", "1151000001"):
        found = await api.data(query, q=q)
        assert found == {"schools": {"nodes": [{"name": "西城幼儿园"}]}, "unitsSummary": {"totalCount": 1}}
