"""One record that is shared: found by its id, met in no list, with nothing that hangs on it, until a day."""

from typing import Any

import pytest

from bureau.access.actors import actor_of
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from tests.support import world
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.people import of_city, of_county, of_school
from tests.support.world import World

ONE = """query($id: ID!) { node(id: $id) { id } student(id: $id) {
    id grade { code } school { name } person { name address } enrolments { totalCount } guardians { totalCount } }
    students(filter: {id: {eq: $id}}) { totalCount } }"""
NOTHING = {"node": None, "student": None, "students": {"totalCount": 0}}
SHARE = {"reason": "转学接收审核", "until": "2026-10-20"}


async def receiver(services: Services, city: World, username: str) -> int:
    """A registrar of the west, who sees nothing of the east."""
    return (await account(services, username, city.west, Level.COUNTY, "registrar")).account or 0


async def as_account(api: Api, number: int) -> Api:
    actor = await actor_of(api.services.store.database, number)
    assert actor is not None
    return api.as_(actor)


@pytest.fixture(scope="module")
def sharer(nobody: Api, city: World) -> Api:
    """The registrar of the school."""
    return nobody.as_(of_school(city.schools["东城小学"]))


async def test_a_shared_record_is_found_by_its_id_and_nothing_else_is(
    services: Services, city: World, nobody: Api, sharer: Api
) -> None:
    number, pupil = await receiver(services, city, "receiving"), f"Student:{city.students['曾晓明']}"
    assert await (await as_account(nobody, number)).data(ONE, id=pupil) == NOTHING
    shared = await sharer.write("shareRecord", "recordShare { subject }", subject=pupil, username="receiving", **SHARE)
    assert shared["errors"] == []
    asking = await as_account(nobody, number)
    data = await asking.data(ONE, id=pupil)
    assert data["node"] == {"id": pupil}
    assert data["students"]["totalCount"] == 0, "in no list"
    assert data["student"] == {
        "id": pupil,
        "grade": {"code": "P1"},
        "school": None,
        "person": {"name": "曾晓明", "address": None},
        "enrolments": {"totalCount": 0},
        "guardians": {"totalCount": 0},
    }, "neither what hangs on it, nor what their grants show of other pupils"
    reply = await asking.ask(ONE, id=pupil)
    assert {tuple(w["path"]) for w in reply.body["extensions"]["withheld"]} == {("student", "person", "address")}
    assert await asking.data(ONE, id=f"Student:{city.students['李伟']}") == NOTHING
    own = (await asking.data("{ recordShares { nodes { subject sharedBy reason until } } }"))["recordShares"]["nodes"]
    assert own == [{"subject": pupil, "sharedBy": "tester", "reason": "转学接收审核", "until": "2026-10-20"}]
    changed = await asking.write("updateStudent", id=pupil, boarding="2")
    assert [e["code"] for e in changed["errors"]] in (["NOT_FOUND"], ["FORBIDDEN"]), "it is shown and not handed over"


async def test_it_ends_with_its_day_and_when_it_is_taken_back(
    services: Services, city: World, nobody: Api, sharer: Api, clock: FixedClock
) -> None:
    number, pupil = await receiver(services, city, "for-a-while"), f"Student:{city.students['王芳']}"
    await sharer.write("shareRecord", subject=pupil, username="for-a-while", **SHARE)
    assert (await (await as_account(nobody, number)).data(ONE, id=pupil))["student"]
    try:
        clock.moment = world.NOW.replace(day=20)
        assert await (await as_account(nobody, number)).data(ONE, id=pupil) == NOTHING
    finally:
        clock.moment = world.NOW
    taken = await sharer.write("takeBackShare", "recordShare { subject }", subject=pupil, username="for-a-while")
    assert taken["errors"] == []
    assert await (await as_account(nobody, number)).data(ONE, id=pupil) == NOTHING
    again = await sharer.write("takeBackShare", "recordShare { subject }", subject=pupil, username="for-a-while")
    assert [(e["code"], e["path"]) for e in again["errors"]] == [("NOT_FOUND", ["subject"])]


async def test_what_was_shared_twice_is_taken_back_at_once(
    services: Services, city: World, nobody: Api, sharer: Api
) -> None:
    number, pupil = await receiver(services, city, "twice"), f"Student:{city.students['王芳']}"
    for _ in range(2):
        assert (await sharer.write("shareRecord", subject=pupil, username="twice", **SHARE))["errors"] == []
    assert (await sharer.write("takeBackShare", subject=pupil, username="twice"))["errors"] == []
    assert await (await as_account(nobody, number)).data(ONE, id=pupil) == NOTHING


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"subject": "Student:999999"}, ("NOT_FOUND", ["subject"])),
        ({"subject": "west"}, ("NOT_FOUND", ["subject"])),
        ({"subject": "person"}, ("NOT_FOUND", ["subject"])),
        ({"subject": "Nothing:1"}, ("NOT_FOUND", ["subject"])),
        ({"subject": f"Student:{10**30}"}, ("NOT_FOUND", ["subject"])),
        ({"subject": "Student"}, ("INVALID", ["subject"])),
        ({"username": "nobody-there"}, ("NOT_FOUND", ["username"])),
        ({"until": "2026-10-12"}, ("INVALID", ["until"])),
        ({"until": "2026-12-31"}, ("OUT_OF_RANGE", ["until"])),
        ({"reason": ""}, ("REQUIRED", ["reason"])),
    ],
)
async def test_one_shares_what_one_sees_for_a_reason_and_a_while(
    city: World, sharer: Api, change: dict[str, Any], told: tuple[str, list[str]]
) -> None:
    named = {"west": f"Student:{city.students['张丽']}", "person": f"Person:{city.persons['王芳']}"}
    given = {"subject": f"Student:{city.students['王芳']}", "username": "stranger", **SHARE, **change}
    given["subject"] = named.get(given["subject"], given["subject"])
    payload = await sharer.write("shareRecord", **given)
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [told]


async def test_what_was_shared_is_not_shared_further(services: Services, city: World, nobody: Api, sharer: Api) -> None:
    number, pupil = await receiver(services, city, "first"), f"Student:{city.students['李伟']}"
    await receiver(services, city, "second")
    await sharer.write("shareRecord", subject=pupil, username="first", **SHARE)
    further = await (await as_account(nobody, number)).write("shareRecord", subject=pupil, username="second", **SHARE)
    assert [(e["code"], e["path"]) for e in further["errors"]] == [("NOT_FOUND", ["subject"])]


async def test_shares_of_others_are_seen_by_those_who_audit(city: World, nobody: Api, sharer: Api) -> None:
    await sharer.write("shareRecord", subject=f"Student:{city.students['王芳']}", username="stranger", **SHARE)
    count = "{ recordShares { totalCount } }"
    assert (await nobody.as_(of_city("audit_admin")).data(count))["recordShares"]["totalCount"] > 0
    for actor in (of_city("registrar"), of_county(city.west), of_city("system_admin")):
        found = await nobody.as_(actor).data(count)
        assert found["recordShares"]["totalCount"] <= 1
