"""An inspection from its opening to its end, and whatever is refused on the way."""

from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from tests.machinery.approvals.support import at
from tests.machinery.inspections.support import (
    MET,
    People,
    brought_to_result,
    does,
    officers,
    open_round,
    opened,
    scored,
    seen,
    swept,
)
from tests.support import uploads
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

PUBLIC = '{ publishedInspections(search: "西城民办") { nodes { number unitName result settledOn rectifyDue } } }'
SCORES = """query($id: ID!) { inspection(id: $id) { scores(orderBy: ID_ASC) {
    nodes { verdict score basis isVerified item { name } } } } }"""


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def test_a_round_is_for_all_that_the_scheme_is_for(people: People, city: World) -> None:
    by_bureau = await open_round(people, "bureau", f"Office:{city.bureau}")
    nodes = by_bureau["inspectionRound"]["inspections"]["nodes"]
    assert [node["unitName"] for node in nodes] == ["成都市实验中学", "西城民办小学"], "the private schools there are"
    assert (nodes[0]["state"], nodes[0]["due"], nodes[0]["lamp"]) == ("OPEN", "2026-10-20", "GREEN")
    east = await open_round(people, "east", f"Office:{city.east}")
    assert said(east) == [("NOT_FOUND", "scheme")], "the east has none"


async def test_a_round_is_refused(people: People, city: World) -> None:
    west = f"Office:{city.west}"
    for by, office, given, faults in (
        ("west", f"Office:{city.bureau}", {}, [("NOT_FOUND", "office")]),
        ("bureau", west, {}, [("NOT_YOUR_UNIT", "office")]),
        ("public", f"School:{city.schools['西城小学']}", {}, [("FORBIDDEN", "")]),
        ("west", west, {"selfReportDue": None}, [("REQUIRED", "selfReportDue")]),
        ("west", west, {"selfReportDue": "2026-12-20"}, [("INVALID", "due")]),
        ("west", west, {"due": "2026-10-12", "selfReportDue": "2026-10-12"}, [("INVALID", "selfReportDue"), ("INVALID", "due")]),
        ("west", west, {"units": [{"unit": f"School:{city.schools['东城小学']}"}]}, [("NOT_BELOW", "units.0.unit")]),
    ):  # fmt: skip
        assert said(await open_round(people, by, office, **given)) == faults, given
    old = await people.api.write(
        "updateInspectionScheme", id=people.scheme, valid={"from": "2026-01-01", "until": "2026-09-01"}
    )
    assert said(old) == [], "the end of a scheme may be set when it was used"
    assert said(await open_round(people, "west", west)) == [("CLOSED", "scheme")]
    assert said(await people.api.write("updateInspectionScheme", id=people.scheme, leastTeam=1)) == [
        ("INVALID", "code")
    ]
    changed = await people.api.write("updateInspectionItem", id=people.items[0], weight="9.00")
    assert said(changed) == [("INVALID", "scheme")]
    again = await people.api.write("updateInspectionScheme", id=people.scheme, valid={"from": "2026-01-01"})
    assert said(again) == []


async def test_nobody_inspects_their_own(people: People, services: Services, city: World) -> None:
    made = await open_round(people, "west", f"Office:{city.west}")
    for names, faults in (
        (["school"], [("OWN_CASE", "inspectors.0.username")]),
        (["nobody"], [("NOT_FOUND", "inspectors.0.username")]),
        (["west", "west"], [("DUPLICATE", "inspectors.1.username")]),
        (["west", "east"], [("FORBIDDEN", "inspectors.1.username")]),
        ([], [("REQUIRED", "inspectors")]),
        (["zone"], []),
    ):
        named = [{"username": name} for name in names]
        answer = await people["west"].write("assignInspectors", id=made["inspectionRound"]["id"], inspectors=named)
        assert said(answer)[:1] == faults[:1], names
    other = await people["east"].write("assignInspectors", id=made["inspectionRound"]["id"], inspectors=[])
    assert said(other) == [("NOT_FOUND", "id")]


async def test_a_team_is_large_enough_and_led_and_who_stands_aside_does_no_more(people: People, city: World) -> None:
    one = await opened(people, city, "west_inspector", "west")
    assert await does(people, "west", "beginDocumentCheck", one) == [("TRANSITION", "id")]
    assert await does(people, "school", "handInSelfReport", one, text="自查") == []
    assert await does(people, "public", "handInSelfReport", one, text="自查") == [("NOT_FOUND", "id")]
    assert await does(people, "west_other", "beginDocumentCheck", one) == [("NOT_YOUR_STEP", "id")]
    assert await does(people, "west", "stepAside", one, reason="系举办者亲属") == []
    assert await does(people, "west", "beginDocumentCheck", one) == [("RECUSED", "id")]
    assert await does(people, "west_inspector", "beginDocumentCheck", one) == [("TEAM_TOO_SMALL", "id")]
    back = {"reason": "缺审计报告", "due": "2026-10-23"}
    assert await does(people, "west_inspector", "returnSelfReport", one, **back) == []
    found = await seen(people, "school", one)
    assert (found["state"], found["due"], found["timesReturned"]) == ("OPEN", "2026-10-23", 1)
    assert [member["asideOn"] for member in found["team"]["nodes"]] == [None, "2026-10-12"]


async def test_a_pass_is_published_when_the_time_for_a_defence_is_over(
    people: People, city: World, clock: FixedClock
) -> None:
    one = await opened(people, city, "west_inspector", "west")
    assert await does(people, "school", "handInSelfReport", one, text="自查") == []
    assert await does(people, "west_inspector", "beginDocumentCheck", one) == []
    assert await does(people, "west_inspector", "giveInspectionResult", one, opinion="合格") == [("TRANSITION", "id")]
    assert await does(people, "west_inspector", "beginSiteCheck", one, visitedOn="2027-01-01") == [
        ("OUT_OF_RANGE", "visitedOn")
    ]
    assert await does(people, "west_inspector", "beginSiteCheck", one, visitedOn="2026-10-14") == []
    assert await does(people, "west", "scoreInspection", one, scores=scored(people, *MET)[:2]) == []
    assert await does(people, "west_inspector", "giveInspectionResult", one, opinion="合格") == [("UNSCORED", "id")]
    partly = [{"item": people.items[2], "verdict": "PARTLY"}]
    assert await does(people, "west", "scoreInspection", one, scores=partly) == [("REQUIRED", "scores.0.score")]
    assert (
        await does(people, "west", "scoreInspection", one, scores=scored(people, "MET", "85.00", "NOT_APPLICABLE"))
        == []
    )
    kept = (await people["west"].data(SCORES, id=one))["inspection"]["scores"]["nodes"]
    assert [(node["verdict"], node["score"], node["isVerified"]) for node in kept] == [
        ("MET", "100.00", True),
        ("PARTLY", "85.00", False),
        ("NOT_APPLICABLE", None, False),
    ]
    assert (await people["school"].data(SCORES, id=one))["inspection"]["scores"]["nodes"] == [], "for inspectors alone"
    assert await does(people, "west_inspector", "giveInspectionResult", one, opinion="合格") == []
    found = await seen(people, "school", one)
    assert (found["state"], found["score"], found["result"], found["defenceUntil"]) == (
        "RESULT",
        "90.00",
        "PASSED",
        "2026-10-15",
    )
    assert await does(people, "west", "publishInspection", one) == [("DEFENCE_OPEN", "id")]
    with at(clock, date(2026, 10, 15)):
        assert await does(people, "west", "publishInspection", one) == [("DEFENCE_OPEN", "id")], "the last day counts"
    with at(clock, date(2026, 10, 16)):
        assert await does(people, "school", "defendInspection", one, text="不服") == [("EXPIRED", "id")]
        assert await does(people, "bureau", "publishInspection", one) == [("NOT_YOUR_UNIT", "id")]
        assert await does(people, "west", "publishInspection", one) == []
        assert await does(people, "west", "publishInspection", one) == [("ENDED", "id")]
    assert (await seen(people, "school", one))["state"] == "CLOSED"
    public = await people.api.as_(ANONYMOUS).data(PUBLIC)
    assert {"number": found["number"], "unitName": "西城民办小学", "result": "PASSED", "settledOn": None, "rectifyDue": None} in public["publishedInspections"]["nodes"]  # fmt: skip


async def test_what_is_not_put_right_in_time_bars_from_enrolment_until_it_was_looked_at_again(
    people: People, services: Services, city: World, clock: FixedClock
) -> None:
    one = await brought_to_result(people, city, "MET", "UNMET", "UNMET")
    assert await does(people, "school", "defendInspection", one, text="审计报告已补") == []
    assert await does(people, "west", "addFinding", one, text="无审计报告", demand="补做审计") == []
    assert (await seen(people, "school", one))["result"] == "FAILED"
    amended = {"result": "BASIC", "opinion": "申辩部分成立"}
    assert await does(people, "west_inspector", "amendInspectionResult", one, **amended) == []
    with at(clock, date(2026, 10, 16)):
        assert await does(people, "west", "publishInspection", one) == []
        assert await does(people, "west", "orderRectification", one, rectifyDue="2026-10-16", text="整改") == [
            ("INVALID", "rectifyDue")
        ]
        assert await does(people, "west", "orderRectification", one, rectifyDue="2026-11-06", text="补做审计") == []
        assert await does(people, "west", "orderRectification", one, rectifyDue="2026-11-20", text="整改") == [
            ("TRANSITION", "id")
        ]
        assert await does(people, "west", "referInspection", one, reason="拒不整改") == [("INVALID", "id")]
        earlier = {"rectifyDue": "2026-11-05", "reason": "审计未完成"}
        assert await does(people, "west", "extendRectification", one, **earlier) == [("INVALID", "rectifyDue")]
        more = {"rectifyDue": "2026-11-13", "reason": "审计未完成"}
        assert await does(people, "west", "extendRectification", one, **more) == []
        later = {"rectifyDue": "2026-11-20", "reason": "审计未完成"}
        assert await does(people, "west", "extendRectification", one, **later) == [("OUT_OF_RANGE", "id")]
    assert (await seen(people, "school", one))["lateFrom"] == "2026-11-14"
    assert await enrolled(people, "张一", "2026-11-13", clock) == []
    assert await enrolled(people, "张二", "2026-11-16", clock) == [("ENROLMENT_BARRED", "school")]
    with at(clock, date(2026, 11, 16)):
        await swept(services)
        assert (await seen(people, "west", one))["lamp"] == "RED"
        assert await does(people, "school", "handInRectification", one, text="已补做审计") == []
    assert await enrolled(people, "张三", "2026-11-17", clock) == [("ENROLMENT_BARRED", "school")]
    with at(clock, date(2026, 11, 18)):
        wanting = {"opinion": "审计报告无效", "rectifyDue": "2026-11-30"}
        assert await does(people, "west", "failRecheck", one, **wanting) == []
        assert await does(people, "west", "passRecheck", one, opinion="到位") == [("TRANSITION", "id")]
        assert await does(people, "school", "handInRectification", one, text="重做审计") == []
    assert await enrolled(people, "张四", "2026-11-18", clock) == [("ENROLMENT_BARRED", "school")], (
        "handed in is not settled"
    )
    with at(clock, date(2026, 11, 20)):
        assert await does(people, "west", "passRecheck", one, opinion="整改到位") == []
    assert await enrolled(people, "张五", "2026-11-20", clock) == []
    found = await seen(people, "school", one)
    assert (found["state"], found["recheck"], found["settledOn"]) == ("CLOSED", "PASSED", "2026-11-20")
    assert [finding["state"] for finding in found["findings"]["nodes"]] == ["SETTLED"]
    assert [entry["sort"] for entry in found["entries"]["nodes"]] == [
        *("SELF_REPORT", "DOC_CHECK", "SITE_CHECK", "RESULT", "DEFENCE", "RESULT", "PUBLICATION", "ORDER", "EXTENSION"),
        *("RECTIFICATION", "RECHECK", "RECTIFICATION", "RECHECK"),
    ]


async def enrolled(people: People, name: str, day: str, clock: FixedClock) -> list[tuple[str, str]]:
    """Why a pupil cannot be entered at the private school on a day; empty where they are."""
    who = {"name": name, "sex": "1", "birthDate": "2019-03-03", "grade": "P1", "enteredOn": day}
    with at(clock, date.fromisoformat(day)):
        return said(await people.api.write("registerStudent", school=people.school, **who))


async def test_what_is_put_right_in_time_bars_nobody(people: People, city: World, clock: FixedClock) -> None:
    one = await brought_to_result(people, city, "MET", "60.00", "UNMET")
    with at(clock, date(2026, 10, 16)):
        round_ = (await people["west"].data("query($id: ID!) { inspection(id: $id) { round { id } } }", id=one))["inspection"]["round"]["id"]  # fmt: skip
        assert said(await people["west"].write("publishRound", id=round_)) == []
        assert said(await people["west"].write("publishRound", id=round_)) == [("NOT_FOUND", "id")]
        assert await does(people, "west", "orderRectification", one, rectifyDue="2026-11-06", text="整改") == []
    with at(clock, date(2026, 11, 6)):
        assert await does(people, "school", "handInRectification", one, text="已整改") == []
    assert (await seen(people, "school", one))["lateFrom"] is None
    assert await enrolled(people, "李一", "2026-11-23", clock) == []


async def test_what_is_not_put_right_is_referred(people: People, city: World, clock: FixedClock) -> None:
    one = await brought_to_result(people, city, "UNMET", "MET", "MET")
    assert (await seen(people, "school", one))["result"] == "FAILED", "a veto, whatever else is met"
    with at(clock, date(2026, 10, 16)):
        assert await does(people, "west", "publishInspection", one) == []
        assert await does(people, "west", "orderRectification", one, rectifyDue="2026-10-30", text="整改") == []
    with at(clock, date(2026, 11, 2)):
        assert await does(people, "west", "referInspection", one, reason="拒不整改") == []
        assert await does(people, "school", "handInRectification", one, text="已整改") == [("ENDED", "id")]
    assert await enrolled(people, "王一", "2026-11-24", clock) == [("ENROLMENT_BARRED", "school")]


async def test_files_prove_what_was_found(people: People, services: Services, city: World) -> None:
    one = await opened(people, city, "west_inspector", "west")
    for name, is_of_unit in (("school", True), ("west", False)):
        identity = await uploads.begun(services, people.actors[name], uploads.TEXT, f"{name}.txt")
        await services.files.upkeep.turn()
        assert await does(people, name, "attachToInspection", one, file=f"File:{identity}") == [], is_of_unit
    files = (await seen(people, "school", one))["files"]["nodes"]
    assert {(node["fileName"], node["isOfUnit"]) for node in files} == {("school.txt", True), ("west.txt", False)}
    link = "mutation($i: LinkRecordFileInput!) { linkRecordFile(input: $i) { link { url } errors { code } } }"
    for name, codes in (("school", []), ("public", ["NOT_FOUND"])):
        answer = (await people[name].data(link, i={"id": files[0]["id"], "field": "file"}))["linkRecordFile"]
        assert [error["code"] for error in answer["errors"]] == codes
