"""Guardians: invited by the school, bound by number and phone, and shown their own child alone."""

from datetime import date
from typing import Any

import pytest

from bureau.access.actors import actor_of
from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import Refusal
from tests.support import world
from tests.support.api import Api
from tests.support.families import INVITE, Family, bound, invited, signed_in
from tests.support.people import of_county, of_school
from tests.support.world import World, number_of

SEES = """{ students { totalCount nodes { id person { name } school { name principal { name } } enrolments { totalCount }
    guardians { totalCount } } } schools { nodes { name } } teachers { totalCount } persons { totalCount }
    guardianships { totalCount } enrolments { totalCount } search(text: "小") { __typename } }"""


@pytest.fixture(scope="module")
def family(services: Services, city: World) -> Family:
    return Family(services, city)


@pytest.fixture(scope="module")
def school(nobody: Api, city: World) -> Api:
    """The registrar of the school."""
    return nobody.as_(of_school(city.schools["东城小学"]))


async def test_a_guardian_sees_their_own_child_and_nothing_else(
    services: Services, city: World, family: Family, school: Api, nobody: Api
) -> None:
    number = await family.guardian("曾晓明", phone="13711110001")
    code = await invited(school, city, "曾晓明")
    payload = await bound(nobody, code.lower().replace("-", " "), number, "13711110001")
    assert (payload["outcome"], payload["errors"]) == ("ACTIVE", [])
    for name in (payload["username"], "13711110001", "137-1111-0001"):
        assert (await signed_in(services, name)).name == payload["username"], "by name and by phone"
    data = await nobody.as_(await signed_in(services, payload["username"])).data(SEES)
    (child,) = data["students"]["nodes"]
    assert child["person"]["name"] == "曾晓明"
    assert child["school"] == {"name": "东城小学", "principal": None}
    assert (child["enrolments"]["totalCount"], child["guardians"]["totalCount"]) == (1, 0)
    assert data["schools"]["nodes"] == [{"name": "东城小学"}]
    assert data["enrolments"]["totalCount"] == 1
    for nothing in ("teachers", "persons", "guardianships"):
        assert data[nothing]["totalCount"] == 0
    with pytest.raises(Refusal):
        await signed_in(services, payload["username"], "another password")


async def test_what_a_guardian_does_not_see_cannot_be_asked_out(
    services: Services, city: World, family: Family, school: Api, nobody: Api
) -> None:
    """By ids, filters, counts, summaries and their differences, search, cursors, the past, and writes."""
    number = await family.guardian("王芳", phone="13711110002")
    payload = await bound(nobody, await invited(school, city, "王芳"), number, "13711110002")
    api = nobody.as_(await signed_in(services, payload["username"]))
    other, own = f"Student:{city.students['李伟']}", f"Student:{city.students['王芳']}"
    one = "query($id: ID!) { node(id: $id) { id } student(id: $id) { id } students(filter: {id: {eq: $id}}) { totalCount } }"
    assert await api.data(one, id=other) == {"node": None, "student": None, "students": {"totalCount": 0}}
    assert (await api.data(one, id=own))["students"]["totalCount"] == 1
    counts = await api.data(
        """{ all: students { totalCount } not: students(filter: {not: {grade: {eq: "P1"}}}) { totalCount }
        past: students(asOf: "2026-10-12T02:00:00Z") { totalCount }
        studentsSummary(by: [SCHOOL]) { totalCount nodes { count } }
        schools(filter: {students: {some: {grade: {eq: "P6"}}}}) { totalCount }
        none: schools(filter: {students: {none: {grade: {eq: "P6"}}}}) { totalCount }
        students(orderBy: PERSON_NAME_ASC, search: "李") { totalCount } search(text: "李伟") { __typename } }"""
    )
    assert counts["all"]["totalCount"] == counts["studentsSummary"]["totalCount"] == 1
    assert counts["not"]["totalCount"] == counts["students"]["totalCount"] == 0
    assert (counts["schools"]["totalCount"], counts["none"]["totalCount"]) == (0, 1), "of their own child's school"
    assert counts["search"] == []
    assert counts["past"]["totalCount"] <= 1
    sifted = await api.ask('{ schools(filter: {principal: {name: {eq: "周校长"}}}) { totalCount } }')
    assert sifted.codes == ["FORBIDDEN"], "what is not shown decides no list"
    for mutation, given in (
        ("updateStudent", {"id": own, "boarding": "2"}),
        ("updateSchool", {"id": f"School:{city.schools['东城小学']}", "shortName": "x"}),
        ("confirmBinding", {"id": "GuardianBinding:1", "note": "x"}),
    ):
        refused = await api.write(mutation, **given)
        assert {error["code"] for error in refused["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
        assert refused["errors"], mutation


@pytest.mark.parametrize(
    ("is_number", "is_phone", "outcome"),
    [(True, True, "ACTIVE"), (True, False, "SCHOOL_CHECK"), (False, True, "SCHOOL_CHECK"), (False, False, "REFUSED")],
)
async def test_who_differs_from_the_register_is_looked_at_by_the_school(
    services: Services, city: World, family: Family, school: Api, nobody: Api, is_number: bool, is_phone: bool,
    outcome: str,
) -> None:  # fmt: skip
    phone = f"1372222{is_number:d}{is_phone:d}00"
    number = await family.guardian("李伟", phone=phone)
    code = await invited(school, city, "李伟")
    payload = await bound(
        nobody, code, number if is_number else number_of(date(1970, 1, 1), "1"), phone if is_phone else "13899990000"
    )
    assert payload["outcome"] == outcome
    if outcome != "SCHOOL_CHECK":
        return
    who = await signed_in(services, payload["username"])
    assert who.wards.pupils == ()
    waiting = await school.data("{ guardianBindings(filter: {state: {eq: SCHOOL_CHECK}}) { nodes { id } } }")
    bindings = [node["id"] for node in waiting["guardianBindings"]["nodes"]]
    confirmed = await school.write("confirmBinding", "guardianBinding { state }", id=bindings[-1], note="已当面核验")
    assert confirmed == {"guardianBinding": {"state": "ACTIVE"}, "errors": []}
    assert who.account is not None
    again = await actor_of(services.store.database, who.account)
    assert again is not None
    assert again.wards.pupils == (city.students["李伟"],)


async def test_a_code_is_used_up_by_failures_and_tells_nothing(
    city: World, family: Family, school: Api, nobody: Api
) -> None:
    number = await family.guardian("曾晓明", phone="13733330001")
    code = await invited(school, city, "曾晓明")
    unknown = await bound(nobody, "0000-0000-0000", number, "13733330001")
    assert (unknown["outcome"], [e["code"] for e in unknown["errors"]]) == ("REFUSED", ["INVITATION_INVALID"])
    for _ in range(5):
        wrong = await bound(nobody, code, number_of(date(1971, 1, 1), "1"), "13800000000")
        assert [e["code"] for e in wrong["errors"]] == ["INVITATION_INVALID"]
    right = await bound(nobody, code, number, "13733330001")
    assert (right["outcome"], right["errors"]) == ("REFUSED", unknown["errors"]), "used up, as one that is unknown"


async def test_rights_that_are_withheld_suspended_or_over_show_nothing(
    services: Services, city: World, family: Family, school: Api, nobody: Api, clock: FixedClock
) -> None:
    ties = {
        "13744440001": {},
        "13744440002": {"may_see": False},
        "13744440003": {"withheld_until": date(2026, 10, 13)},
        "13744440004": {"withheld_until": date(2026, 10, 12)},
        "13744440005": {"period": (date(2020, 1, 1), date(2026, 10, 12))},
        "13744440006": {"period": (date(2026, 10, 13), None)},
    }
    seeing = set()
    for phone, given in ties.items():
        number = await family.guardian("王芳", phone=phone, **given)
        payload = await bound(nobody, await invited(school, city, "王芳"), number, phone)
        assert payload["outcome"] == "ACTIVE", payload
        if (await signed_in(services, payload["username"])).wards.pupils:
            seeing.add(phone)
    assert seeing == {"13744440001", "13744440004"}
    rows = await services.store.database.readers.fetch(
        "SELECT b.id FROM guardian_binding b JOIN account a ON a.id = b.account_id"
        " JOIN person p ON p.id = a.person_id JOIN guardianship g ON g.guardian_id = p.id"
        " WHERE g.may_see AND g.withheld_until IS NULL AND g.period_from IS NULL AND b.state = 'ACTIVE' ORDER BY b.id"
    )
    suspended = await school.write(
        "suspendBinding", "guardianBinding { state }", id=f"GuardianBinding:{rows[-1][0]}", note="人身安全保护令"
    )
    assert suspended == {"guardianBinding": {"state": "SUSPENDED"}, "errors": []}
    assert (await signed_in(services, "13744440001")).wards.pupils == ()
    still = await signed_in(services, "13744440004")
    assert still.wards.pupils
    try:
        clock.moment = world.NOW.replace(year=2038, month=6)
        of_age = await signed_in(services, "13744440004")
        assert of_age.wards.pupils == (), "who is of age speaks for themselves"
    finally:
        clock.moment = world.NOW


async def test_one_account_is_bound_to_several_children_of_one_person_alone(
    services: Services, city: World, family: Family, school: Api, nobody: Api
) -> None:
    number = await family.guardian("曾晓明", phone="13755550001")
    first = await bound(nobody, await invited(school, city, "曾晓明"), number, "13755550001")
    again = await bound(nobody, await invited(school, city, "曾晓明"), number, "13755550001")
    assert [e["code"] for e in again["errors"]] == ["ACCOUNT_EXISTS"]
    mine = nobody.as_(await signed_in(services, first["username"]))
    twice = await bound(mine, await invited(school, city, "曾晓明"), number, "13755550001", password=None)
    assert [e["code"] for e in twice["errors"]] == ["DUPLICATE"]
    stranger = await family.guardian("李伟", phone="13755550002")
    taken = await bound(mine, await invited(school, city, "李伟"), stranger, "13755550002", password=None)
    assert taken["outcome"] == "REFUSED", "another person's number"


async def test_only_the_schools_registrar_invites(city: World, nobody: Api) -> None:
    pupil = {"student": f"Student:{city.students['王芳']}"}
    for actor in (ANONYMOUS, of_county(city.west), of_school(city.schools["东城小学"], "principal")):
        payload = (await nobody.as_(actor).data(INVITE, i=pupil))["inviteGuardians"]
        assert payload["code"] is None
        assert {e["code"] for e in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"password": "short"}, ("INVALID", ["password"])),
        ({"password": "1234567890"}, ("INVALID", ["password"])),
        ({"code": "x" * 41}, ("TOO_LONG", ["code"])),
        ({"phone": " "}, ("REQUIRED", ["phone"])),
        ({"password": None}, ("REQUIRED", ["password"])),
    ],
)
async def test_what_is_lacking_is_told(
    city: World, family: Family, school: Api, nobody: Api, change: dict[str, Any], told: tuple[str, list[str]]
) -> None:
    number = await family.guardian("李伟", phone="13766660001")
    given = {"code": await invited(school, city, "李伟"), "number": number, "phone": "13766660001", **change}
    payload = await bound(nobody, given.pop("code"), given.pop("number"), given.pop("phone"), **given)
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [told]
