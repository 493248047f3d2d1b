"""A private school ends by itself: told of six months before, approved, and only when all is done."""

from datetime import date
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from tests.areas.private.support import LICENCE, People, decides, licensed, officers, opens
from tests.machinery.approvals.support import at
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

NOTICE = {
    "reason": "办学场地到期",
    "announcedOn": "2026-10-01",
    "announcedIn": "学校网站及公告栏",
    "endsOn": "2027-07-15",
}
PAPERS = ("resolution", "placement", "liquidation")
STEPS = ("SETTLED", "LIQUIDATED", "RETURNED", "SEAL_DESTROYED", "DEREGISTERED")


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def announce(people: People, licence: str, name: str = "school", **more: Any) -> Any:
    given = {"licence": licence, **NOTICE, **more}
    return await people[name].write("announceTermination", "termination { id state }", **given)


async def test_a_school_ends_when_all_is_done(people: People, api: Api, clock: FixedClock) -> None:
    licence = await licensed(people, valid_until="2032-10-20")
    who = {"name": "卫一", "sex": "1", "birthDate": "2019-03-03", "grade": "P1", "enteredOn": "2026-10-12"}
    pupil = await api.write("registerStudent", "student { id }", school=people.school, **who)
    assert said(pupil) == []
    for more, faults in (
        ({"endsOn": "2027-03-31"}, [("NOTICE_TOO_SHORT", "endsOn")]),
        ({"announcedOn": "2026-10-13"}, [("INVALID", "announcedOn")]),
    ):
        assert said(await announce(people, licence, **more)) == faults
    assert said(await announce(people, licence, "west")) == [("FORBIDDEN", "")]
    announced = await announce(people, licence)
    assert said(announced) == []
    assert said(await announce(people, licence)) == [("DUPLICATE", "licence")]
    one = announced["termination"]["id"]
    assert await does(people, "school", "noteTerminationStep", one, step="SETTLED", doneOn="2026-10-12") == [
        ("TRANSITION", "id")
    ]
    opened = await opens(people, "school", "openPrivateTermination", *PAPERS, termination=one)
    assert said(opened) == []
    assert await decides(people, opened["privateSchoolCase"]["id"], "west", "west_director") == []
    barred = await api.write("registerStudent", school=people.school, **{**who, "name": "卫二"})
    assert said(barred) == [("ENROLMENT_BARRED", "school")], "who ends takes nobody new"
    with at(clock, date(2027, 7, 10)):
        assert await does(people, "school", "noteTerminationStep", one, step="SETTLED", doneOn="2027-07-10") == [
            ("IN_USE", "step")
        ]
        assert await does(people, "school", "noteTerminationStep", one, step="RETURNED", doneOn="2027-07-10") == [
            ("NOT_MET", "step")
        ]
        moved = {"effectiveOn": "2027-07-10", "reason": "99", "elsewhere": "重庆市样本小学"}
        assert said(await api.write("transferOutOfCity", id=pupil["student"]["id"], **moved)) == []
        assert await does(people, "school", "noteTerminationStep", one, step="SETTLED", doneOn="2026-10-01") == [
            ("OUT_OF_RANGE", "doneOn")
        ]
        assert await does(people, "west", "completeTermination", one) == [
            *[("NOT_MET", f) for f in ("settledOn", "liquidatedOn", "returnedOn", "sealDestroyedOn", "deregisteredOn")],
            ("INVALID", "endsOn"),
        ]
    with at(clock, date(2027, 7, 16)):
        for step in STEPS:
            assert await does(people, "west", "noteTerminationStep", one, step=step, doneOn="2027-07-15") == [], step
        assert await does(people, "school", "completeTermination", one) == [("FORBIDDEN", "")]
        assert await does(people, "west", "completeTermination", one) == []
        assert await does(people, "west", "completeTermination", one) == [("TRANSITION", "id")]
        found = (await people["west"].data(LICENCE, id=licence))["licence"]
        assert (found["state"], found["endedOn"]) == ("SURRENDERED", "2027-07-16")
        school = await people["west"].data(
            "query($id: ID!) { school(id: $id) { operation { until } } }", id=people.school
        )
        assert school["school"]["operation"]["until"] == "2027-07-15"


async def does(people: People, name: str, verb: str, one: str, **given: Any) -> list[tuple[str, str]]:
    return said(await people[name].write(verb, "termination { state }", id=one, **given))
