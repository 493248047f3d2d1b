"""Majors of vocational schools: proposed, filed or approved, paused, withdrawn, and what is refused of each."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.areas.establishment.vocational.catalogue import needs_approval
from bureau.areas.establishment.vocational.school_major import school_major
from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.storage.codes import code_entry
from tests.machinery.approvals.support import approve, at, does
from tests.machinery.test_imports import run, written
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.people import of_school
from tests.support.world import World

MAJOR = """query($id: ID!) { schoolMajor(id: $id) { state filedOn filingNumber grounds withdrawnOn reason
    school { name } major { code label } } }"""
GROUNDS = "本市数控企业用工需求大，学校有实训车间"


@pytest.fixture(scope="module")
async def people(services: Services, city: World) -> dict[str, Actor]:
    """The vocational school's registrar and principal, and the city's registrar, who is in charge of it."""
    school = city.schools["东城职业学校"]
    return {
        "clerk": await account(services, "clerk", school, Level.UNIT, "registrar"),
        "principal": await account(services, "head", school, Level.UNIT, "principal"),
        "county": await account(services, "county", city.east, Level.COUNTY, "registrar"),
        "city": await account(services, "city", city.bureau, Level.CITY, "registrar"),
        "city_other": await account(services, "city2", city.bureau, Level.CITY, "registrar"),
    }


def school_of(city: World) -> str:
    return f"School:{city.schools['东城职业学校']}"


async def proposed(api: Api, city: World, major: str) -> str:
    made = await api.write("proposeMajor", "schoolMajor { id state }", school=school_of(city), major=major, years=3)
    assert made["errors"] == [], made
    assert made["schoolMajor"]["state"] == "PROPOSED"
    return str(made["schoolMajor"]["id"])


async def opened(api: Api, verb: str, major: str, **given: Any) -> str:
    """The id of a case that was applied for."""
    made = await api.write(verb, "majorCase { id unitName step } warnings { code message }", schoolMajor=major, **given)
    assert made["errors"] == [], made
    return str(made["majorCase"]["id"])


async def seen(api: Api, major: str) -> Any:
    return (await api.data(MAJOR, id=major))["schoolMajor"]


def test_what_the_state_controls_is_dated() -> None:
    assert needs_approval("720201", date(2026, 1, 1))
    assert not needs_approval("720201", date(2020, 1, 1))
    assert needs_approval("100100", date(2020, 1, 1))
    assert not needs_approval("710201", date(2026, 1, 1))


def test_each_procedure_is_in_force(parts: Catalogue) -> None:
    codes = {one.code for one in parts.procedures if one.kind.name == "major_case"}
    assert codes == {"major_filing", "major_approval", "major_withdrawal"}


async def test_a_major_is_filed_and_takes_pupils_in(
    api: Api, city: World, people: dict[str, Actor], clock: FixedClock
) -> None:
    clerk, principal, office = (api.as_(people[name]) for name in ("clerk", "principal", "city"))
    major = await proposed(clerk, city, "740201")
    case = await opened(clerk, "openMajorFiling", major, grounds=GROUNDS)
    assert said(await clerk.write("openMajorFiling", schoolMajor=major, grounds=GROUNDS)) == [("CASE_OPEN", "")]
    assert await approve(office, case) == [("NOT_YOUR_STEP", "id")]
    assert await approve(principal, case) == []
    assert await approve(api.as_(people["county"]), case) in (
        [("NOT_FOUND", "id")],
        [("NOT_YOUR_STEP", "id")],
    ), "vocational schools are the city's concern"
    assert await approve(office, case) == []
    notices = (await api.as_(ANONYMOUS).data("{ publicNotices { procedure unit text } }"))["publicNotices"]
    assert notices == [
        {
            "procedure": "Filing of a major",
            "unit": "成都市教育局",
            "text": "School: 东城职业学校\nMajor: Chinese cookery\nYears: 3",
        }
    ]
    assert await approve(office, case) == [("STILL_PUBLIC", "id")]
    with at(clock, date(2026, 10, 20)):
        assert await approve(office, case) == []
    assert await seen(clerk, major) == {
        "state": "OPEN",
        "filedOn": "2026-10-20",
        "filingNumber": (await clerk.data("query($id: ID!) { case(id: $id) { number } }", id=case))["case"]["number"],
        "grounds": GROUNDS,
        "withdrawnOn": None,
        "reason": None,
        "school": {"name": "东城职业学校"},
        "major": {"code": "740201", "label": "Chinese cookery"},
    }
    year = f"SchoolYear:{city.school_year}"
    assert said(await clerk.write("createMajorIntake", schoolMajor=major, schoolYear=year, places=80)) == []
    again = await clerk.write("createMajorIntake", schoolMajor=major, schoolYear=year, places=90)
    assert said(again) == [("DUPLICATE", "schoolMajor")]


async def test_a_controlled_major_is_approved_by_the_province(api: Api, city: World, people: dict[str, Actor]) -> None:
    clerk, principal, office = (api.as_(people[name]) for name in ("clerk", "principal", "city"))
    major = f"SchoolMajor:{city.trades.majors['720201']}"
    filing = await clerk.write("openMajorFiling", "warnings { code message }", schoolMajor=major, grounds=GROUNDS)
    assert filing["errors"] == []
    assert "apply for approval" in filing["warnings"][0]["message"]
    case = (await clerk.data("{ majorCases(filter: { state: { eq: OPEN } }) { nodes { id } } }"))["majorCases"]["nodes"]
    assert await approve(principal, case[0]["id"]) == []
    assert await does(principal, "withdrawCase", case[0]["id"], reason="改报审批") == [("FORBIDDEN", "")]
    assert await does(clerk, "withdrawCase", case[0]["id"], reason="改报审批") == []
    case_id = await opened(clerk, "openMajorApproval", major, grounds=GROUNDS)
    assert await approve(principal, case_id) == []
    assert await approve(office, case_id) == []
    assert await approve(office, case_id) == [("REQUIRED", "number"), ("REQUIRED", "date")]
    assert await approve(office, case_id, number="川教函〔2026〕31号", date="2026-10-10") == []
    found = await seen(clerk, major)
    assert (found["state"], found["filedOn"], found["filingNumber"]) == ("OPEN", "2026-10-12", found["filingNumber"])


async def test_nothing_is_opened_against_the_rules(api: Api, city: World, people: dict[str, Actor]) -> None:
    clerk, principal = api.as_(people["clerk"]), api.as_(people["principal"])
    for given, faults in (
        ({"school": f"School:{city.schools['东城中学']}"}, [("NOT_OFFERED", "school")]),
        ({"major": "090100"}, [("UNKNOWN_CODE", "major")]),
        ({"major": "999999"}, [("UNKNOWN_CODE", "major")]),
        ({"major": "660103"}, [("DUPLICATE", "school")]),
        ({"years": 0}, [("OUT_OF_RANGE", "years")]),
    ):
        values: dict[str, Any] = {"school": school_of(city), "major": "730701", "years": 3, **given}
        assert said(await api.write("proposeMajor", **values)) == faults
    assert said(
        await clerk.write("proposeMajor", school=f"School:{city.schools['东城中学']}", major="730701", years=3)
    ) in (
        [("NOT_FOUND", "school")],
        [("FORBIDDEN", "")],
    )
    open_, waits = (f"SchoolMajor:{city.trades.majors[code]}" for code in ("710201", "660103"))
    assert said(await principal.write("pauseMajor", id=waits, reason="x")) == [("TRANSITION", "id")]
    assert said(await principal.write("resumeMajor", id=open_, reason="x")) == [("TRANSITION", "id")]
    assert said(await principal.write("dropMajor", id=open_, reason="x")) == [("TRANSITION", "id")]
    year = f"SchoolYear:{city.school_year}"
    refused = await clerk.write("createMajorIntake", schoolMajor=waits, schoolYear=year, places=40)
    assert said(refused) == [("TAKES_NOBODY_IN", "schoolMajor")]
    refused = await clerk.write(
        "createMajorClass", schoolClass=f"SchoolClass:{city.trades.other_class}", schoolMajor=waits
    )
    assert said(refused) == [("TAKES_NOBODY_IN", "schoolMajor")]


async def test_a_major_is_withdrawn_when_nobody_is_in_it(api: Api, city: World, people: dict[str, Actor]) -> None:
    clerk, principal, office = (api.as_(people[name]) for name in ("clerk", "principal", "city"))
    major = f"SchoolMajor:{city.trades.majors['710201']}"
    assert said(await principal.write("pauseMajor", id=major, reason="生源不足")) == []
    assert (await seen(clerk, major))["reason"] == "生源不足"
    case = await opened(clerk, "openMajorWithdrawal", major, reason="调整专业布局")
    assert await approve(principal, case) == []
    assert await approve(office, case) == [("NOT_MET", "")], "薛工 is in its class"
    checks = (await office.data("query($ids: [ID!]!) { caseChecks(ids: $ids) { findings { code verdict message } } }", ids=[case]))["caseChecks"]  # fmt: skip
    assert [f for f in checks[0]["findings"] if f["verdict"] == "BLOCKED"] == [
        {
            "code": "no_pupils",
            "verdict": "BLOCKED",
            "message": "1 pupils are in it: pause it, and withdraw it when they have finished.",
        }
    ]
    taught = "query { majorClasses { nodes { id } } }"
    (class_,) = (await clerk.data(taught))["majorClasses"]["nodes"]
    assert said(await clerk.write("voidMajorClass", id=class_["id"], reason="并入其他专业")) == []
    assert await approve(office, case) == []
    found = await seen(clerk, major)
    assert (found["state"], found["withdrawnOn"], found["reason"]) == ("WITHDRAWN", "2026-10-12", "调整专业布局")
    assert await proposed(clerk, city, "710201") == major, "it may be proposed again"
    assert said(await principal.write("dropMajor", id=major, reason="不再申报")) == []


async def test_majors_of_old_are_brought_in_by_a_file(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    header = ["学校", "专业", "学制（年）", "状态", "备案（批准）日期", "备案（批准）文号"]
    rows = [
        ["3651000001", "会计事务", "3", "在招", "2021-05-10", "中职专业备〔2021〕3号"],
        ["3651000001", "770101", "3", "停招", "2021-05-10", "中职专业备〔2021〕4号"],
        ["3651000001", "710202", "3", "在招", "", ""],
        ["3651000001", "100100", "3", "在招", "2015-05-10", "旧"],
        ["2151000001", "710202", "3", "在招", "2021-05-10", "中职专业备〔2021〕5号"],
    ]
    path = written(tmp_path / "majors.csv", [header, *rows])
    for fates in ({"created": 2, "rejected": 3}, {"unchanged": 2, "rejected": 3}):
        found, rejections = await run(services, path, school_major, "")
        assert found == fates
        assert [(one.line, one.code, one.column) for one in rejections] == [
            (4, "REQUIRED", "备案（批准）日期"),
            (5, "UNKNOWN_CODE", "专业"),
            (6, "NOT_OFFERED", "学校"),
        ]


async def test_a_major_leaves_the_catalogue(services: Services, api: Api, city: World, tmp_path: Path) -> None:
    """A newer catalogue is a file of codes; nobody is taken into what it ended."""
    header = ["表", "代码", "英文", "中文", "生效日期", "失效日期", "来源"]
    row = ["vocational_major", "730301", "Accounting", "会计事务", "2021-03-12", "2026-08-01", "测试"]
    path = written(tmp_path / "codes.csv", [header, row])
    year = f"SchoolYear:{city.school_year}"
    query = '{ schoolMajors(filter: { major: { eq: "730301" } }) { nodes { id } } }'
    (major,) = (await api.data(query))["schoolMajors"]["nodes"]
    found, rejections = await run(services, path, code_entry, "code_table=表")
    assert (found, rejections) == ({"updated": 1}, [])
    refused = await api.write("createMajorIntake", schoolMajor=major["id"], schoolYear=year, places=40)
    assert said(refused) == [("UNKNOWN_CODE", "schoolMajor")]


async def test_who_sees_majors(api: Api, city: World) -> None:
    query = "{ schoolMajors { totalCount } majorCases { totalCount } }"
    for actor, sees in (
        (of_school(city.schools["东城职业学校"], "principal"), True),
        (of_school(city.schools["西城小学"]), False),
        (ANONYMOUS, False),
    ):
        found = await api.as_(actor).data(query)
        assert [found[name]["totalCount"] > 0 for name in ("schoolMajors", "majorCases")] == [sees, sees]
