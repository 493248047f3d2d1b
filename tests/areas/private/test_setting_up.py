"""Setting private schools up: prepared in time or applied for anew, and never what the law forbids."""

from datetime import date
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from tests.areas.private.support import PUBLIC, People, decides, officers, opens, organiser
from tests.machinery.approvals.support import at
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

PROJECT = """query($id: ID!) { privateProject(id: $id) { state decideBy decidedOn prepareUntil document
    school { code name organiser { code } licences { nodes { number state validFrom validUntil officeName } } } } }"""
PREPARING = ("proposal", "organiser", "assets")
FORMAL = ("charter", "assets", "staff")
ESTABLISHED = {
    "licenceNumber": "教民510105000000001号",
    "principalName": "何校长",
    "representativeName": "何校长",
    "opensOn": "2027-09-01",
}


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def register(people: People, name: str = "西城育才高级中学", **more: Any) -> Any:
    given = {
        "office": people.west,
        "name": name,
        "type": "342",
        "purpose": "NON_PROFIT",
        "organiser": people.organiser,
        "division": f"Division:{people.city.division}",
        "address": "西城路 9 号",
        "places": 900,
        "capital": "5000000.00",
        "grounds": "补充高中学位",
        **more,
    }
    return await people["west"].write(
        "registerPrivateProject", "privateProject { id state } warnings { code path }", **given
    )


async def registered(people: People, name: str, **more: Any) -> str:
    made = await register(people, name, **more)
    assert said(made) == [], made
    return str(made["privateProject"]["id"])


async def shown(people: People, project: str) -> Any:
    return (await people["west"].data(PROJECT, id=project))["privateProject"]


async def test_what_the_law_forbids_is_refused_at_once(people: People) -> None:
    state_owned = await organiser(people["west"], people.west, "西城国资公司", sort="STATE_OWNED", hasStateAssets=True)
    for more, faults in (
        ({"type": "211", "purpose": "FOR_PROFIT"}, [("FOR_PROFIT_COMPULSORY", "purpose")]),
        ({"type": "312", "purpose": "FOR_PROFIT"}, [("FOR_PROFIT_COMPULSORY", "purpose")]),
        ({"type": "345", "purpose": "FOR_PROFIT"}, [("FOR_PROFIT_COMPULSORY", "purpose")]),
        ({"type": "111", "purpose": "FOR_PROFIT", "organiser": state_owned}, [("STATE_ASSETS_FOR_PROFIT", "purpose")]),
        ({"type": "119"}, [("INVALID", "type")]),
        ({"office": f"Office:{people.city.east}"}, [("NOT_FOUND", "office")]),
    ):
        assert said(await register(people, **more)) == faults, more
    allowed = await register(people, "西城营利幼儿园", type="111", purpose="FOR_PROFIT")
    assert said(allowed) == []
    later = await people["west"].write(
        "updatePrivateProject", id=allowed["privateProject"]["id"], organiser=state_owned
    )
    assert said(later) == [("STATE_ASSETS_FOR_PROFIT", "purpose")]
    wrong = await people["west"].write(
        "createOrganiser", office=people.west, name="无码公司", sort="ENTERPRISE", hasStateAssets=False
    )
    assert said(wrong) == [("REQUIRED", "creditCode")]


async def test_a_public_kindergarten_is_not_turned_private(people: People, api: Api) -> None:
    kindergarten = f"School:{people.city.schools['西城幼儿园']}"
    assert said(await api.write("updateSchool", id=kindergarten, organiser="831")) == []
    assert said(await api.write("updateSchool", id=kindergarten, organiser="999")) == [
        ("PUBLIC_TURNED_PRIVATE", "organiser")
    ]
    primary = f"School:{people.city.schools['西城小学']}"
    assert said(await api.write("updateSchool", id=primary, organiser="831")) == []


async def test_a_school_is_prepared_and_established(people: People, clock: FixedClock) -> None:
    project = await registered(people, "西城育才高级中学")
    missing = await opens(people, "west", "openPrivatePreparation", "proposal", project=project)
    assert said(missing) == [("MATERIAL_MISSING", "materials")] * 2
    opened = await opens(people, "west", "openPrivatePreparation", *PREPARING, project=project)
    assert said(opened) == []
    assert (await shown(people, project))["decideBy"] == "2026-11-11", "thirty days, whatever the steps take"
    case = opened["privateSchoolCase"]["id"]
    assert await decides(people, case, "west") == [("OWN_CASE", "id")]
    assert await decides(people, case, "west_other", "west_other", "west_director") == []
    found = await shown(people, project)
    assert (found["state"], found["prepareUntil"], found["decidedOn"]) == ("PREPARING", "2029-10-12", "2026-10-12")
    assert found["document"] == opened["privateSchoolCase"]["number"]
    again = await opens(people, "west", "openPrivatePreparation", *PREPARING, project=project)
    assert [warning["code"] for warning in again["warnings"]] == ["NOT_MET"]
    assert said(await people["west"].write("withdrawCase", id=again["privateSchoolCase"]["id"], reason="误报")) == []
    formal = await opens(people, "west", "openPrivateEstablishment", *FORMAL, project=project, **ESTABLISHED)
    assert said(formal) == []
    assert (await shown(people, project))["decideBy"] == "2027-01-12", "three months"
    case = formal["privateSchoolCase"]["id"]
    assert await decides(people, case, "west_other", "west_other", "west_inspector") == []
    public = (await people.api.as_(ANONYMOUS).data("{ publicNotices { procedure text until } }"))["publicNotices"]
    assert [notice["until"] for notice in public] == ["2026-10-21"]
    assert "西城育才高级中学" in public[0]["text"]
    assert await decides(people, case, "west_other") == [("STILL_PUBLIC", "id")]
    with at(clock, date(2026, 10, 22)):
        assert await decides(people, case, "west_other", "west_director") == []
    school = (await shown(people, project))["school"]
    assert (school["code"][:4], school["name"], school["organiser"]["code"]) == ("3451", "西城育才高级中学", "999")
    assert school["licences"]["nodes"] == [
        {
            "number": "教民510105000000001号",
            "state": "VALID",
            "validFrom": "2026-10-22",
            "validUntil": "2032-10-22",
            "officeName": "青羊区教育局",
        }
    ]
    seen = (await people.api.as_(ANONYMOUS).data(PUBLIC, search="育才"))["publicLicences"]["nodes"]
    assert [(one["schoolName"], one["state"]) for one in seen] == [("西城育才高级中学", "VALID")]
    ended = await people["west"].write("updatePrivateProject", id=project, places=1000)
    assert said(ended) == [("ENDED", "state")]


async def test_what_is_not_ready_in_three_years_is_applied_for_anew(people: People, clock: FixedClock) -> None:
    project = await registered(people, "西城迟缓高级中学")
    opened = await opens(people, "west", "openPrivatePreparation", *PREPARING, project=project)
    assert await decides(people, opened["privateSchoolCase"]["id"], "west_other", "west_other", "west_director") == []
    with at(clock, date(2029, 10, 13)):
        late = {**ESTABLISHED, "opensOn": "2030-09-01"}
        formal = await opens(people, "west", "openPrivateEstablishment", *FORMAL, project=project, **late)
        assert "NOT_MET" in [warning["code"] for warning in formal["warnings"]], "told when it is opened"
        case = formal["privateSchoolCase"]["id"]
        assert await decides(people, case, "west_other", "west_other", "west_inspector") == []
    with at(clock, date(2029, 11, 5)):
        assert await decides(people, case, "west_other", "west_director") == [("EXPIRED", "prepareUntil")]
    assert (await shown(people, project))["state"] == "PREPARING"


@pytest.mark.parametrize(
    ("name", "code", "reason"),
    [
        ("东城中学", "DUPLICATE", "Another school of the county"),
        ("国家育才高级中学", "NAME_FORBIDDEN", "国家"),
        ("西城重点高级中学", "NAME_FORBIDDEN", "重点"),
    ],
)
async def test_a_name_that_a_school_may_not_have_is_told_at_once_and_refused_in_the_end(
    people: People, name: str, code: str, reason: str
) -> None:
    made = await register(people, name)
    assert (said(made), [(one["code"], one["path"]) for one in made["warnings"]]) == ([], [(code, ["name"])])
    project = made["privateProject"]["id"]
    opened = await opens(people, "west", "openPrivatePreparation", *PREPARING, project=project)
    assert "NOT_MET" in [warning["code"] for warning in opened["warnings"]]
    case = opened["privateSchoolCase"]["id"]
    assert await decides(people, case, "west_other", "west_other") == []
    refused = await people["west_director"].write("decideCase", id=case, decision="APPROVE")
    assert said(refused) == [("NOT_MET", "name")]
    assert reason in refused["errors"][0]["message"]
    assert (await shown(people, project))["state"] == "APPLIED"
