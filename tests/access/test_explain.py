"""`explainAccess` says why, rule by rule, and of what is not seen no more than of what is not there."""

from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor, Wards
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.people import REGISTRAR, of_city, of_county, of_school
from tests.support.world import World

EXPLAIN = """query($id: ID!, $targets: [String!], $username: String) {
    explainAccess(id: $id, targets: $targets, username: $username) {
        isVisible rules { target isAllowed reasons { role roleName levels isMet message since unit { name } } } } }"""


async def explained(api: Api, identity: str, **given: Any) -> Any:
    return (await api.data(EXPLAIN, id=identity, **given))["explainAccess"]


def rule(found: Any, target: str) -> Any:
    return next(one for one in found["rules"] if one["target"] == target)


async def test_it_says_by_which_grant_a_record_is_seen(city: World, nobody: Api) -> None:
    found = await explained(nobody.as_(of_county(city.west)), f"Student:{city.students['张丽']}")
    assert found["isVisible"]
    reading = rule(found, "Student.read")
    assert reading["isAllowed"]
    met = [reason for reason in reading["reasons"] if reason["isMet"]]
    assert [(r["role"], r["roleName"], r["unit"]["name"]) for r in met] == [("registrar", "Registrar", "青羊区教育局")]
    others = {r["message"] for r in reading["reasons"] if not r["isMet"]}
    assert others == {
        "You do not hold this role.",
        "It is for the guardians of the pupil, and you are none.",
        "It is for the head teacher of the class, and you are not that.",
    }


async def test_what_the_rules_allow_is_what_can_be_done(city: World, nobody: Api) -> None:
    """Each verb of a school is allowed exactly to those whom a write then lets through."""
    school = f"School:{city.schools['东城小学']}"
    for actor in (
        of_city("registrar"),
        of_county(city.east),
        of_county(city.west),
        of_school(city.schools["东城小学"]),
    ):
        asking = nobody.as_(actor)
        allowed = {r["target"]: r["isAllowed"] for r in (await explained(asking, school))["rules"]}
        tried = await asking.write("updateSchool", id=school, shortName="东小")
        assert allowed["School.update"] is (tried["errors"] == []), actor


@pytest.mark.parametrize("identity", ["Student:{}", "Student:999999999"])
async def test_what_is_not_seen_is_as_what_is_not_there(city: World, nobody: Api, identity: str) -> None:
    asking = nobody.as_(of_county(city.west)).in_("zh")
    found = await explained(asking, identity.format(city.students["王芳"]))
    assert not found["isVisible"]
    assert not any(one["isAllowed"] for one in found["rules"])
    told = {reason["message"] for one in found["rules"] for reason in one["reasons"]}
    assert told == {"您没有此角色。", "在您被授权的层级不适用。", "您看不到该记录，无法说明。"}
    unseen = await explained(asking, "Student:999999999")
    assert found == unseen


async def test_a_restricted_field_has_a_rule_of_its_own(city: World, nobody: Api) -> None:
    person = f"Person:{city.persons['王芳']}"
    found = await explained(nobody.as_(REGISTRAR), person, targets=["Person.address"])
    assert [one["target"] for one in found["rules"]] == ["Person.address"]
    assert found["rules"][0]["isAllowed"]


async def test_keepers_of_rights_ask_about_others_and_nobody_else_does(
    services: Services, city: World, nobody: Api
) -> None:
    await account(services, "asked-about", city.west, Level.COUNTY, "registrar")
    pupil = f"Student:{city.students['张丽']}"
    keeper = nobody.as_(Actor(987_654_321, "keeper", of_city("security_admin").grants))
    found = await explained(keeper, pupil, username="asked-about")
    assert (found["isVisible"], rule(found, "Student.read")["isAllowed"]) == (True, True)
    assert not (await explained(keeper, pupil))["isVisible"], "they see no pupil themselves"
    for actor in (REGISTRAR_ALONE, ANONYMOUS):
        reply = await nobody.as_(actor).ask(EXPLAIN, id=pupil, username="asked-about")
        assert reply.codes == ["FORBIDDEN"]
    assert (await keeper.ask(EXPLAIN, id=pupil, username="nobody-there")).codes == ["ARGUMENT_INVALID"]


REGISTRAR_ALONE = of_city("registrar")


async def test_a_guardian_is_told_that_it_is_their_child(city: World, nobody: Api) -> None:
    pupil = city.students["王芳"]
    parent = Actor(987_654_321, "parent").of(Wards((pupil,), (city.schools["东城小学"],)))
    found = await explained(nobody.as_(parent), f"Student:{pupil}", targets=["Student.read"])
    assert found["isVisible"]
    met = [reason["message"] for reason in found["rules"][0]["reasons"] if reason["isMet"]]
    assert met == ["It is of a pupil whose guardian you are."]
    other = await explained(nobody.as_(parent), f"Student:{city.students['李伟']}", targets=["Student.read"])
    assert not other["isVisible"]


@pytest.mark.parametrize("identity", ["", "Student", "Nothing:1", "Session:1", "Student:x"])
async def test_what_is_no_id_is_refused(nobody: Api, city: World, identity: str) -> None:
    assert (await nobody.as_(REGISTRAR).ask(EXPLAIN, id=identity)).codes == ["ARGUMENT_INVALID"]
