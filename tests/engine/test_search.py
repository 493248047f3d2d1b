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


ALL = """query($q: String!, $kinds: [SearchableKind!], $first: Int) {
  search(text: $q, kinds: $kinds, first: $first) {
    __typename
    ... on Node { id }
    ... on Division { division: name }
    ... on Unit { name }
    ... on Person { name }
    ... on Student { person { name } }
    ... on FormerName { former: name }
    ... on AssignedTask { title }
    ... on SchoolProposal { name }
    ... on TrainingBody { name }
  }
}"""


NOBODY = {"name": ""}


async def everything(api: Api, q: str, **given: object) -> list[str]:
    found = (await api.data(ALL, q=q, **given))["search"]
    assert all(record["id"].startswith(f"{record['__typename']}:") for record in found)
    names = (
        r.get("name") or r.get("division") or r.get("former") or r.get("title") or r.get("person", NOBODY)["name"]
        for r in found
    )
    return [f"{record['__typename']} {name}".strip() for record, name in zip(found, names, strict=True)]


async def test_one_search_looks_among_all_kinds(api: Api, city: World) -> None:
    """Kind by kind, in the order of the catalogue; the first few of each by id."""
    found = await everything(api, "青羊")
    assert "Office 青羊区教育局" in found
    assert found == sorted(found, key=lambda one: ["Division", "Office"].index(one.split()[0]))
    assert await everything(api, "zxm") == ["Person 曾晓明", "Student 曾晓明"]
    of_old, task = "FormerName 东城第一小学", "AssignedTask 安全检查"
    others = ["Inspection", "SchoolProposal 东城新区小学", "EstablishmentCase"]
    assert await everything(api, "小学") == [of_old, "School 东城小学", "School 西城小学", task, *others]
    assert await everything(api, "小学", first=1) == [of_old, "School 东城小学", task, *others]
    assert await everything(api, "曾", kinds=["STUDENT", "SCHOOL"]) == ["Student 曾晓明"]
    assert len(await everything(api, "0000", kinds=["STUDENT"])) == 5
    assert len(await everything(api, "0000", kinds=["STUDENT"], first=20)) == len(STUDENTS)


@pytest.mark.parametrize("given", [{"q": ""}, {"q": "  "}, {"q": "\u0301"}, {"q": "曾", "kinds": []}, {"q": "曾", "first": 0}])  # fmt: skip
async def test_a_search_for_nothing_finds_nothing(api: Api, city: World, given: dict[str, object]) -> None:
    assert await everything(api, **given) == []  # type: ignore[arg-type]
    assert await everything(api, "zxm") == ["Person 曾晓明", "Student 曾晓明"]


async def test_it_finds_only_what_the_actor_sees(api: Api, nobody: Api, city: World) -> None:
    assert await everything(api.as_(of_county(city.west)), "小学") == ["School 西城小学", "AssignedTask 安全检查"]
    assert await everything(api.as_(of_county(city.west)), "zxm") == []
    assert await everything(api.as_(of_county(city.east)), "zxm") == ["Student 曾晓明"]
    assert await everything(nobody, "锦江区") == ["Division 锦江区"]
    assert await everything(nobody, "zxm", kinds=["STUDENT", "PERSON"]) == []


async def test_it_takes_as_many_words_as_lists_do(api: Api, city: World) -> None:
    assert await everything(api, "曾 zxm 晓 明 z m") == ["Person 曾晓明", "Student 曾晓明"]
    assert (await api.ask(ALL, q="a b c d e f g")).codes == ["ARGUMENT_INVALID"]


async def test_relations_nest_below_it_as_deep_as_any_database_can_read(api: Api, city: World) -> None:
    query = '{ search(text: "zxm") { ... on Student { school { %s id %s } } } }'
    found = await api.data(query % ("superior { " * 8, "} " * 8))
    assert found["search"][1]["school"]["superior"]["superior"] == {"superior": None}
    lists = '{ search(text: "教育局", first: 2) { ... on Office { %s id %s } } }'
    found = await api.data(lists % ("subordinates(first: 5) { nodes { " * 4, "} } " * 4))
    assert found["search"][0]["subordinates"]["nodes"][0]["subordinates"]["nodes"]
    for deeper in (query % ("superior { " * 9, "} " * 9), lists % ("subordinates { nodes { " * 5, "} } " * 5)):
        reply = await api.ask(deeper)
        assert reply.codes == ["LIMIT_EXCEEDED"]
        assert "levels deep" in reply.body["errors"][0]["message"]
