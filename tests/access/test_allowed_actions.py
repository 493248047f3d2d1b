"""`allowedActions` says of many records at once what `explainAccess` says of each."""

from typing import Any

import pytest

from bureau.catalogue import catalogue
from bureau.kernel.actor import ANONYMOUS, Actor, Wards
from bureau.kernel.narrowing import Narrowing
from tests.support.api import Api
from tests.support.catalogue import whole
from tests.support.people import REGISTRAR, of_city, of_county, of_school
from tests.support.world import World

ASK = "query($ids: [ID!]!) { allowedActions(ids: $ids) { id actions } }"
EXPLAIN = "query($id: ID!) { explainAccess(id: $id) { isVisible rules { target isAllowed } } }"
ROOTED = [kind for kind in catalogue().kinds if kind.rooted and not kind.abstract]


async def allowed(api: Api, *ids: str) -> dict[str, set[str]]:
    """The verbs by id."""
    found = (await api.data(ASK, ids=list(ids)))["allowedActions"]
    assert [entry["id"] for entry in found] == list(ids)
    return {entry["id"]: set(entry["actions"]) for entry in found}


def people(city: World) -> dict[str, Actor]:
    """Some who ask, each with other rights."""
    school = city.schools["东城小学"]
    return {
        "everything": REGISTRAR,
        "a county": of_county(city.west, "registrar", "personnel"),
        "a school": of_school(school),
        "funds": of_county(city.east, "funds", "aid"),
        "security": of_city("security_admin"),
        "a guardian": Actor(1, "parent").of(Wards((city.students["王芳"],), (school,))),
        "a narrowed token": of_county(city.east).by(1, Narrowing(kinds=frozenset({"Student"}))),
        "a token that reads": of_city("registrar").by(1, Narrowing(reads_only=True)),
        "nobody": ANONYMOUS,
    }


@pytest.mark.parametrize(
    "who",
    ["everything", "a county", "a school", "funds", "security", "a guardian", "a narrowed token", "a token that reads",
     "nobody"],
)  # fmt: skip
async def test_it_agrees_with_the_explanation_of_each_record(nobody: Api, city: World, who: str) -> None:
    api, sees = nobody.as_(people(city)[who]), nobody.as_(REGISTRAR)
    kinds = {kind["name"]: kind for kind in (await whole(sees))["kinds"]}
    for kind in ROOTED:
        query = f"{{ {kind.plural}(last: 4) {{ nodes {{ id }} }} }}"
        ids = [node["id"] for node in (await sees.data(query))[kind.plural]["nodes"]]
        found = await allowed(api, *ids)
        for identity in ids:
            explained = (await api.data(EXPLAIN, id=identity))["explainAccess"]
            assert found[identity] == _said(explained, kinds[kind.type_name]), f"{who}: {identity}"


def _said(explained: Any, kind: Any) -> set[str]:
    """The verbs on a record that its rules allow, as the catalogue names them."""
    targets = {rule["target"] for rule in explained["rules"] if rule["isAllowed"]}
    plain = {f"{verb}{kind['name']}": f"{kind['name']}.{verb}" for verb in ("update", "void")}
    return {
        action["name"]
        for action in kind["actions"]
        if action["subject"] and {plain.get(action["name"]), action["name"]} & targets
    }


async def test_records_of_several_kinds_are_asked_about_at_once(nobody: Api, city: World) -> None:
    school, pupil = f"School:{city.schools['东城小学']}", f"Student:{city.students['王芳']}"
    found = await allowed(nobody.as_(of_county(city.east)), school, pupil, f"Unit:{city.schools['东城小学']}")
    assert {"updateSchool", "renameSchool"} <= found[school]
    assert {"updateStudent", "addGuardian"} <= found[pupil]
    assert "createSchool" not in found[school], "it acts on no record"
    assert found[f"Unit:{city.schools['东城小学']}"] == found[school]


async def test_what_is_not_seen_has_none_as_what_is_not_there(nobody: Api, city: World) -> None:
    office = f"Office:{city.schools['东城小学']}"
    ids = (f"Student:{city.students['王芳']}", "Student:999999999", "Session:1", "x", "", office)
    assert await allowed(nobody.as_(of_county(city.west)), *ids) == {identity: set() for identity in ids}


async def test_what_is_void_has_none(api: Api, city: World) -> None:
    made = await api.write(
        "createCampus", "campus { id }", school=f"School:{city.schools['东城小学']}", name="旧校区", isMain=False
    )
    identity = made["campus"]["id"]
    assert (await allowed(api, identity))[identity] == {"updateCampus", "voidCampus"}
    assert (await api.write("voidCampus", id=identity, reason="误录"))["errors"] == []
    assert (await allowed(api, identity))[identity] == set()


async def test_two_hundred_are_the_most(api: Api, city: World) -> None:
    assert (await api.ask(ASK, ids=["School:1"] * 201)).codes == ["LIMIT_EXCEEDED"]
    assert len((await api.data(ASK, ids=["School:1"] * 200))["allowedActions"]) == 200
    assert await allowed(api) == {}


async def test_it_takes_one_statement_for_each_table(api: Api, city: World, monkeypatch: pytest.MonkeyPatch) -> None:
    readers = api.services.store.database.readers
    asked: list[str] = []
    fetch = readers.fetch

    async def counted(sql: str, *rest: Any, **options: Any) -> Any:
        asked.append(sql)
        return await fetch(sql, *rest, **options)

    monkeypatch.setattr(readers, "fetch", counted)
    pupils = [f"Student:{number}" for number in city.students.values()]
    await allowed(api, *pupils, *(f"School:{number}" for number in city.schools.values()))
    assert len(asked) == 2
