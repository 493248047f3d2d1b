"""Deferral of entry: applied for with medical proof, decided by the county's office, for a year at the most."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import Actor, Wards
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.notices.reminding import send_reminders
from tests.areas.private.support import swept
from tests.machinery.approvals.support import at
from tests.machinery.approvals.test_files import uploaded
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.people import of_county, of_school
from tests.support.world import World

CHILD = "钱多多"
"""In the top group of a kindergarten of the west, born on 24 December 2020: due in 2027."""
SHOWN = """entryDeferral { id state until name birthDate guardianName office { id } documentName decidedBy }
    warnings { code path message }"""
LINK = "mutation($i: LinkRecordFileInput!) { linkRecordFile(input: $i) { link { url } errors { code path } } }"


@pytest.fixture(scope="module")
async def year(api: Api) -> str:
    """The school year in which the child should enter."""
    given = {"name": "2027-2028", "period": {"from": "2027-09-01", "until": "2028-09-01"}}
    made = await api.write("createSchoolYear", "schoolYear { id }", **given)
    assert said(made) == [], made
    return str(made["schoolYear"]["id"])


@pytest.fixture(scope="module")
async def clerk(api: Api, services: Services, city: World) -> Api:
    return api.as_(await account(services, "deferrals", city.west, Level.COUNTY, "registrar"))


@pytest.fixture(scope="module")
async def father(services: Services, city: World) -> Actor:
    owner = await account(services, "father_of_child", city.schools["西城幼儿园"], Level.UNIT, "registrar")
    guards = Actor(1, "钱先生").of(Wards((city.students[CHILD],), (city.schools["西城幼儿园"],), ()))
    return replace(guards, account=owner.account)


def noted(city: World, year: str, **more: Any) -> dict[str, Any]:
    child = {"name": "吴小满", "sex": "2", "birthDate": "2021-03-05", "guardianName": "吴女士"}
    proof = {"reason": "先天性心脏病术后康复", "certificate": "市儿童医院诊断证明 2027-031"}
    return {"office": f"Office:{city.west}", "schoolYear": year, **child, **proof, **more}


async def test_a_guardian_applies_and_the_county_decides(
    api: Api, services: Services, city: World, year: str, clerk: Api, father: Actor
) -> None:
    own = api.as_(father)
    proof = await uploaded(services, father, "诊断证明.txt")
    given = {"student": f"Student:{city.students[CHILD]}", "reason": "术后康复", "document": proof}
    early = await own.write("requestDeferral", SHOWN, schoolYear=f"SchoolYear:{city.school_year}", **given)
    assert said(early) == [("AGE", "birthDate")], "who does not enter yet defers nothing"
    asked = await own.write("requestDeferral", SHOWN, schoolYear=year, **given)
    assert said(asked) == []
    found = asked["entryDeferral"]
    assert (found["state"], found["name"], found["birthDate"]) == ("ASKED", CHILD, "2020-12-24")
    assert found["documentName"] == "诊断证明.txt"
    at_office = "query($id: ID!) { entryDeferral(id: $id) { office { id } guardianName } }"
    assert (await clerk.data(at_office, id=found["id"]))["entryDeferral"]["office"]["id"] == f"Office:{city.west}"
    again = await own.write("requestDeferral", SHOWN, schoolYear=year, **given)
    assert said(again) == [("DUPLICATE", "schoolYear")]
    case = {"id": found["id"], "isGranted": True}
    assert said(await own.write("decideDeferral", **case)) == [("FORBIDDEN", "")]
    link = await clerk.data(LINK, i={"id": found["id"], "field": "document"})
    assert link["linkRecordFile"]["errors"] == [], "who decides opens the proof"
    both = clerk.actor.of(father.wards)
    assert said(await api.as_(both).write("decideDeferral", **case)) == [("OWN_CASE", "id")]
    late = await clerk.write("decideDeferral", SHOWN, **case, until="2028-09-02")
    assert said(late) == [("OUT_OF_RANGE", "until")], "normally one year"
    decided = await clerk.write("decideDeferral", SHOWN, **case)
    assert said(decided) == []
    assert (decided["entryDeferral"]["state"], decided["entryDeferral"]["until"]) == ("GRANTED", "2028-09-01")
    assert said(await clerk.write("decideDeferral", **case)) == [("ENDED", "id")]
    seen = await own.data("query($id: ID!) { entryDeferral(id: $id) { state until } }", id=found["id"])
    assert seen["entryDeferral"] == {"state": "GRANTED", "until": "2028-09-01"}


async def test_the_office_notes_what_a_guardian_brings(api: Api, city: World, year: str, clerk: Api) -> None:
    assert said(await clerk.write("noteDeferral", **noted(city, year, certificate=None))) == [("REQUIRED", "document")]
    assert said(await clerk.write("noteDeferral", **noted(city, year, birthDate="2021-09-01"))) == [
        ("AGE", "birthDate")
    ]
    assert said(await clerk.write("noteDeferral", **noted(city, year, office=f"Office:{city.east}"))) == [
        ("FORBIDDEN", "")
    ]
    above = await api.write("noteDeferral", **noted(city, year))
    assert said(above) == [("NOT_YOUR_UNIT", "office")], "nobody notes in its name from above"
    pupil = {"student": f"Student:{city.students['张丽']}"}
    assert ("INVALID", "student") in said(await clerk.write("noteDeferral", **noted(city, year, **pupil)))
    made = await clerk.write("noteDeferral", SHOWN, **noted(city, year))
    assert said(made) == []
    assert said(await clerk.write("noteDeferral", **noted(city, year))) == [("DUPLICATE", "schoolYear")]
    case = made["entryDeferral"]["id"]
    assert said(await clerk.write("decideDeferral", id=case, isGranted=False)) == [("REQUIRED", "answer")]
    refused = await clerk.write("decideDeferral", SHOWN, id=case, isGranted=False, answer="证明不足")
    assert refused["entryDeferral"]["state"] == "REFUSED"
    again = await clerk.write("noteDeferral", SHOWN, **noted(city, year))
    assert (said(again), again["warnings"]) == ([], []), "what was refused may be applied for again"


async def test_who_reads_and_decides_stands_at_the_office(api: Api, city: World, year: str, clerk: Api) -> None:
    made = await clerk.write("noteDeferral", SHOWN, **noted(city, year, name="郑小雨"))
    case = made["entryDeferral"]["id"]
    seen = "query($id: ID!) { entryDeferral(id: $id) { id } }"
    for other in (of_county(city.east), of_school(city.schools["西城幼儿园"], "registrar", "principal")):
        stranger = api.as_(other)
        assert (await stranger.data(seen, id=case))["entryDeferral"] is None
        assert said(await stranger.write("decideDeferral", id=case, isGranted=True)) in (
            [("NOT_FOUND", "id")],
            [("FORBIDDEN", "")],
        )


async def test_a_year_that_is_over_is_not_deferred(
    api: Api, city: World, year: str, clerk: Api, clock: FixedClock
) -> None:
    with at(clock, date(2028, 9, 1)):
        late = await clerk.write("noteDeferral", **noted(city, year, name="何小月"))
    assert said(late) == [("EXPIRED", "schoolYear")]


async def test_those_concerned_are_reminded_and_a_second_year_is_asked_about(
    api: Api, services: Services, city: World, year: str, clerk: Api, clock: FixedClock
) -> None:
    child = {"name": "孙小星"}
    made = await clerk.write("noteDeferral", SHOWN, **noted(city, year, **child))
    case = made["entryDeferral"]["id"]
    open_ = await clerk.write("endDeferral", id=case, endedOn="2026-10-12", outcome="未批准")
    assert said(open_) == [("ENDED", "id")], "what was not granted does not end"
    assert said(await clerk.write("decideDeferral", id=case, isGranted=True, until="2028-03-01")) == []
    with at(clock, date(2028, 1, 31)):
        await swept(services, send_reminders)
        notices = (await clerk.data("{ notices { nodes { englishText } } }"))["notices"]["nodes"]
    assert "Entry deferral, deferred until: it ends on 2028-03-01, 30 days from now." in [
        one["englishText"] for one in notices
    ]
    with at(clock, date(2028, 3, 1)):
        ended = await clerk.write("endDeferral", SHOWN, id=case, endedOn="2028-03-01", outcome="病情未愈，再次申请")
        assert ended["entryDeferral"]["state"] == "ENDED"
        assert said(await clerk.write("endDeferral", id=case, endedOn="2028-03-01", outcome="重复")) == [
            ("ENDED", "id")
        ]
        following = {"name": "2028-2029", "period": {"from": "2028-09-01", "until": "2029-09-01"}}
        next_year = (await api.write("createSchoolYear", "schoolYear { id }", **following))["schoolYear"]["id"]
        second = await clerk.write("noteDeferral", SHOWN, **noted(city, next_year, **child))
    assert said(second) == []
    assert [(one["code"], one["path"]) for one in second["warnings"]] == [("ODD", ["schoolYear"])]
