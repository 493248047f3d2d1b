"""`recordHistory`: what a record was after each change, told to those who see it today and to nobody else."""

from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, SYSTEM, Actor, Wards
from bureau.kernel.narrowing import Narrowing
from bureau.registry.campus import Campus
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.people import REGISTRAR, of_city, of_county, of_school
from tests.support.world import World

HISTORY = """query($id: ID!, $first: Int! = 50, $before: String) {
    recordHistory(id: $id, first: $first, before: $before) {
        hasMore versions { position at verb verbLabel byName fields } } }"""


async def history(api: Api, identity: str, **given: Any) -> Any:
    return (await api.data(HISTORY, id=identity, **given))["recordHistory"]


@pytest.fixture
async def campus(api: Api, city: World) -> str:
    """A campus that was made, changed twice and made void."""
    school = f"School:{city.schools['东城小学']}"
    made = await api.write("createCampus", "campus { id }", school=school, name="一号", isMain=False)
    identity: str = made["campus"]["id"]
    for change in ({"name": "二号"}, {"address": "样本路 2 号", "name": "三号"}):
        assert (await api.write("updateCampus", id=identity, **change))["errors"] == []
    assert (await api.write("voidCampus", id=identity, reason="误录"))["errors"] == []
    return identity


async def test_versions_come_newest_first_with_what_each_changed(api: Api, campus: str) -> None:
    found = await history(api.in_("zh"), campus)
    assert not found["hasMore"]
    said = [(v["verb"], v["verbLabel"], set(v["fields"]), v["byName"]) for v in found["versions"]]
    assert said == [
        ("void", "作废", {"voidReason"}, "tester"),
        ("update", "修改", {"address", "name"}, "tester"),
        ("update", "修改", {"name"}, "tester"),
        ("create", "新建", {"school", "name", "isMain"}, "tester"),
    ]
    positions = [int(version["position"]) for version in found["versions"]]
    assert positions == sorted(positions, reverse=True)


async def test_as_of_a_version_the_record_is_as_that_left_it(api: Api, campus: str) -> None:
    query = "query($id: ID!, $at: DateTime!) { campus(id: $id, asOf: $at) { name address version voidReason } }"
    found = [
        (await api.data(query, id=campus, at=version["at"]))["campus"]
        for version in (await history(api, campus))["versions"]
    ]
    assert [(c["version"], c["name"], c["address"], c["voidReason"]) for c in found] == [
        (4, "三号", "样本路 2 号", "误录"),
        (3, "三号", "样本路 2 号", None),
        (2, "二号", None, None),
        (1, "一号", None, None),
    ]


async def test_it_is_read_by_pages(api: Api, campus: str) -> None:
    whole = (await history(api, campus))["versions"]
    first = await history(api, campus, first=3)
    assert (first["versions"], first["hasMore"]) == (whole[:3], True)
    rest = await history(api, campus, first=3, before=whole[2]["position"])
    assert (rest["versions"], rest["hasMore"]) == (whole[3:], False)
    assert await history(api, campus, first=0) == {"versions": [], "hasMore": True}
    assert (await api.ask(HISTORY, id=campus, first=201)).codes == ["ARGUMENT_INVALID"]
    assert (await api.ask(HISTORY, id=campus, before="x")).codes == ["CURSOR_INVALID"]


async def test_another_county_learns_nothing(nobody: Api, city: World) -> None:
    pupil = f"Student:{city.students['王芳']}"
    assert (await history(nobody.as_(of_county(city.east)), pupil))["versions"]
    strangers = (of_county(city.west), of_school(city.schools["西城小学"]), of_city("system_admin"), ANONYMOUS)
    for actor in strangers:
        api = nobody.as_(actor)
        for identity in (pupil, "Student:999999999", "Session:1", "x"):
            assert await history(api, identity) is None


async def test_a_shared_record_is_seen_as_it_is_and_not_as_it_was(nobody: Api, city: World) -> None:
    number = city.students["王芳"]
    receiving = of_county(city.west).with_shares({"Student": (number,)})
    api = nobody.as_(receiving)
    query = "query($id: ID!) { student(id: $id) { number } }"
    assert (await api.data(query, id=f"Student:{number}"))["student"]
    assert await history(api, f"Student:{number}") is None


async def test_a_narrowed_token_has_that_of_its_kinds_alone(nobody: Api, city: World, campus: str) -> None:
    program = nobody.as_(of_county(city.east).by(1, Narrowing(kinds=frozenset({"Campus"}))))
    assert {version["byName"] for version in (await history(program, campus))["versions"]} == {None}
    assert await history(program, f"School:{city.schools['东城小学']}") is None


async def test_restricted_fields_are_left_out_for_those_who_may_not_read_them(api: Api, city: World) -> None:
    query = '{ aidAwards(filter: { student: { person: { name: { eq: "王芳" } } } }) { nodes { id } } }'
    award = (await api.data(query))["aidAwards"]["nodes"][0]["id"]
    assert (await api.write("updateAidAward", id=award, hardship="05"))["errors"] == []
    for role, fields in (("aid", ["hardship"]), ("funds", [])):
        newest = (await history(api.as_(of_city(role)), award))["versions"][0]
        assert (newest["verb"], newest["fields"]) == ("update", fields), role


async def test_a_guardian_is_told_what_changed_and_not_by_whom(nobody: Api, city: World) -> None:
    pupil, number = f"Student:{city.students['王芳']}", city.students["王芳"]
    school = city.schools["东城小学"]
    assert (await nobody.as_(REGISTRAR).write("updateStudent", id=pupil, seatNumber=7))["errors"] == []
    parent = Actor(1, "parent").of(Wards((number,), (school,)))
    clerk_and_parent = of_school(city.schools["西城小学"]).of(Wards((number,), (school,)))
    for actor, name in ((parent, None), (clerk_and_parent, None), (of_school(school), "tester")):
        newest = (await history(nobody.as_(actor), pupil))["versions"][0]
        assert (newest["verb"], newest["fields"], newest["byName"]) == ("update", ["seatNumber"], name)
    told = (await history(nobody.as_(parent), f"School:{school}"))["versions"][-1]
    assert "principal" not in told["fields"]
    assert "name" in told["fields"]


async def test_the_product_itself_has_no_name(services: Services, api: Api, city: World) -> None:
    async def work(tx: Transaction) -> int:
        values = {"school": city.schools["东城小学"], "name": "系统", "is_main": False}
        return int((await services.store.create(tx, services.store.kind_of(Campus), values, verb="import")).id)

    number = await services.store.database.transaction(work, actor=SYSTEM)
    (version,) = (await history(api, f"Campus:{number}"))["versions"]
    assert (version["verb"], version["verbLabel"], version["byName"]) == ("import", "Import", None)


async def test_questions_are_no_versions(api: Api, city: World) -> None:
    person = f"Person:{city.persons['王芳']}"
    before = await history(api, person)
    asked = await api.write("matchPerson", "isSame", id=person, field="DOCUMENT_NUMBER", value="11010519491231002X")
    assert asked["errors"] == []
    assert await history(api, person) == before


async def test_a_read_of_persons_is_logged(api: Api, city: World, campus: str) -> None:
    async def noted() -> list[tuple[Any, ...]]:
        await api.services.read_log.write()
        sql = "SELECT record FROM read_log ORDER BY id"
        return [row[0] for row in await api.services.store.database.readers.fetch(sql)]

    before, pupil = len(await noted()), f"Student:{city.students['王芳']}"
    await history(api, pupil)
    await history(api, campus)
    await history(api.as_(of_county(city.west)), pupil)
    assert (await noted())[before:] == [pupil]


async def test_a_kind_without_history_has_none(api: Api, city: World) -> None:
    job = (await api.data("{ jobs { nodes { id } } }"))["jobs"]["nodes"][0]["id"]
    assert await history(api, job) is None
