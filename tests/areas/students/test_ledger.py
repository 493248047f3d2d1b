"""The dropout ledger, the problem queue, needs and care: who may do what, in which order, and what is refused."""

from typing import Any

import pytest

from bureau.areas.students.dropout import watch_suspensions
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from tests.areas.students.support import changes, pupil
from tests.support import world
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import asked, finish, worker
from tests.support.people import of_city, of_county, of_school
from tests.support.world import World

CASES = "query($id: ID!) { dropoutCases(filter: { student: { id: { eq: $id } } }, orderBy: ID_DESC) { nodes { id state source outcome log { nodes { text } } } } }"
TODAY = "2026-10-12"


async def case_of(api: Api, student: str) -> Any:
    """The last case of a pupil."""
    return (await api.data(CASES, id=student))["dropoutCases"]["nodes"][0]


async def test_a_dropout_is_verified_by_people_and_persuaded_back(api: Api, city: World) -> None:
    student = f"Student:{city.students['阿依古丽·买买提']}"
    school, east = api.as_(of_school(city.schools["东城中学"], "principal")), api.as_(of_county(city.east))
    since = {"absentSince": "2026-10-08", "reason": "连续三天未到校"}
    assert said(await school.write("reportDropout", id=student, **{**since, "absentSince": "2026-10-13"})) == [
        ("INVALID", "absentSince")
    ]
    assert said(await school.write("reportDropout", id=student, **since)) == []
    assert said(await school.write("reportDropout", id=student, **since)) == [("DUPLICATE", "id")]
    case = (await case_of(school, student))["id"]
    assert (await pupil(api, city.students["阿依古丽·买买提"]))["status"] == "ENROLLED", "a suspicion changes nothing"
    day = {"effectiveOn": TODAY, "reason": "随父母外出务工"}
    assert said(await school.write("verifyDropout", id=case, **day)) == [("FORBIDDEN", "")]
    back = {"effectiveOn": TODAY, "daysAttended": 5, "outcome": "已返校"}
    assert said(await east.write("returnDropout", id=case, **back)) == [("TRANSITION", "id")]
    assert said(await east.write("verifyDropout", id=case, **{**day, "effectiveOn": "2026-10-13"})) == [
        ("NOT_MET", "effectiveOn")
    ]
    assert said(await east.write("verifyDropout", id=case, **day)) == []
    found = await pupil(api, city.students["阿依古丽·买买提"])
    assert (found["status"], found["enrolments"]["nodes"][-1]["period"]["until"]) == ("DROPPED_OUT", None)
    left = {"end": "LEFT", "outcome": "多次劝返无效"}
    refused = await east.write("endDropout", id=case, **left)
    assert said(refused) == [("REQUIRED", "reportNumber"), ("INVALID", "end")], "nobody gave up before it was tried"
    log = {"doneOn": TODAY, "way": "JOINT_VISIT", "doneBy": "班主任、社区", "text": "家长同意近期返校"}
    assert said(await school.write("logPersuasion", id=case, **{**log, "doneOn": "2026-10-13"})) == [
        ("INVALID", "doneOn")
    ]
    assert said(await school.write("logPersuasion", id=case, **log)) == []
    assert said(await east.write("returnDropout", id=case, **{**back, "daysAttended": 4})) == [
        ("OUT_OF_RANGE", "daysAttended")
    ]
    assert said(await east.write("endDropout", id=case, end="ILL", outcome="患病")) == [("TRANSITION", "end")]
    assert said(await east.write("returnDropout", id=case, **back)) == []
    assert said(await east.write("returnDropout", id=case, **back)) == [("ENDED", "id")]
    ended = await case_of(api, student)
    assert (ended["state"], ended["log"]["nodes"]) == ("RETURNED", [{"text": "家长同意近期返校"}])
    assert (await pupil(api, city.students["阿依古丽·买买提"]))["status"] == "ENROLLED"
    assert await changes(api, city.students["阿依古丽·买买提"]) == ["99", "17"]
    assert (await api.as_(of_city("integrator")).data("{ dropoutCases { totalCount } }"))["dropoutCases"][
        "totalCount"
    ] == 0


async def test_who_does_not_come_back_from_a_suspension_is_suspected(
    services: Services, api: Api, city: World, clock: FixedClock
) -> None:
    given = {"effectiveOn": TODAY, "until": "2026-11-11", "reason": "手术", "approvalNumber": "锦教学籍〔2026〕9号"}
    for name in ("张丽", "赵强"):
        assert said(await api.write("suspendStudent", id=f"Student:{city.students[name]}", **given)) == []
    for day, count in ((11, 0), (12, 1), (12, 1)):
        clock.moment = world.NOW.replace(month=11, day=day)
        await asked(services, of_city("registrar"), watch_suspensions)
        await finish(worker(services, watch_suspensions))
        found = (await api.data(CASES, id=f"Student:{city.students['张丽']}"))["dropoutCases"]["nodes"]
        assert [(case["state"], case["source"]) for case in found] == [("SUSPECTED", "SUSPENSION")] * count
    clock.moment = world.NOW
    senior = (await api.data(CASES, id=f"Student:{city.students['赵强']}"))["dropoutCases"]["nodes"]
    assert len(senior) == 1, "that of the year before: seniors are not followed"
    assert said(await api.write("dismissDropout", id=found[0]["id"], outcome="术后康复，已续假")) == []


async def test_a_problem_is_put_right_in_a_way_that_fits_and_is_so(api: Api, city: World) -> None:
    student = f"Student:{city.students['曾晓明']}"
    school = api.as_(of_school(city.schools["东城小学"]))
    other = f"School:{city.schools['东城中学']}"
    given = {"id": student, "note": "实际在外校就读"}
    for more, faults in (
        ({"sort": "OVER_AGE"}, [("INVALID", "sort")]),
        ({"sort": "ATTENDS_ELSEWHERE"}, [("REQUIRED", "attends")]),
        ({"sort": "ATTENDS_ELSEWHERE", "attends": f"School:{city.schools['东城小学']}"}, [("MISMATCH", "attends")]),
    ):
        assert said(await school.write("reportProblem", **given, **more)) == faults
    assert said(await api.write("reportProblem", **given, sort="ATTENDS_ELSEWHERE", attends=other)) == []
    assert said(await api.write("reportProblem", **given, sort="ATTENDS_ELSEWHERE", attends=other)) == [
        ("DUPLICATE", "sort")
    ]
    assert said(await school.write("reportProblem", **given, sort="EMPTY_STATUS")) == []
    query = "query($id: ID!) { identityProblems(filter: { student: { id: { eq: $id } } }, orderBy: ID_ASC) { nodes { id } } }"
    elsewhere, empty = [node["id"] for node in (await school.data(query, id=student))["identityProblems"]["nodes"]]
    settled = {"state": "RESOLVED", "note": "已处理"}
    for problem, way, faults in (
        (elsewhere, None, [("REQUIRED", "way")]),
        (elsewhere, "MERGED", [("INVALID", "way")]),
        (elsewhere, "TRANSFERRED", [("MISMATCH", "way")]),
        (empty, "STRUCK", [("MISMATCH", "way")]),
        (elsewhere, "RETURNED", []),
        (empty, "RETURNED", []),
    ):
        assert said(await school.write("settleProblem", id=problem, way=way, **settled)) == faults, way


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"certificate": "51010420200301001762"}, [("MISMATCH", "type")]),
        ({"certificate": "51010420200301001779"}, [("INVALID", "certificate")]),
        ({"certificate": "51010420200301001872"}, [("CHECK_DIGIT", "certificate")]),
        ({"placement": "3"}, [("MISMATCH", "placement")]),
        ({"assessedOn": "2026-10-13"}, [("INVALID", "assessedOn")]),
        ({"type": "8"}, [("UNKNOWN_CODE", "type")]),
        ({}, []),
        ({"period": {"from": "2026-10-01"}}, [("OVERLAP", "period")]),
    ],
)
async def test_a_need_agrees_with_its_certificate_and_its_school(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    need = {
        "student": f"Student:{city.students['曾晓明']}",
        "type": "7",
        "grade": "2",
        "placement": "1",
        "period": {"from": "2026-09-01"},
        **given,
    }
    assert said(await api.write("createSpecialNeed", **need)) == faults


async def test_what_was_assessed_is_for_those_who_educate(api: Api, city: World) -> None:
    asked_ = "{ specialNeeds { totalCount } }"
    school = city.schools["东城小学"]
    for actor, count in (
        (of_school(school), 1),
        (of_school(school, "principal"), 1),
        (of_school(school, "aid"), 0),
        (of_city("inspector"), 0),
        (of_city("integrator"), 0),
        (of_city("director", "director_opened"), 0),
    ):
        found = (await api.as_(actor).data(asked_))["specialNeeds"]["totalCount"]
        assert bool(found) is bool(count), actor


@pytest.mark.parametrize(
    ("name", "given", "faults"),
    [
        ("孙悟", {"sort": "LEFT_BEHIND"}, [("REQUIRED", "parentsAway"), ("REQUIRED", "careGiver")]),
        (
            "孙悟",
            {"sort": "LEFT_BEHIND", "parentsAway": "ONE", "careGiver": "1", "inPublicPlace": True},
            [("INVALID", "inPublicPlace")],
        ),
        ("赵强", {"sort": "LEFT_BEHIND", "parentsAway": "BOTH", "careGiver": "1"}, [("AGE", "period")]),
        ("孙悟", {"sort": "LEFT_BEHIND", "parentsAway": "BOTH", "careGiver": "1"}, []),
        (
            "孙悟",
            {"sort": "MIGRANT", "home": "", "inPublicPlace": True, "period": {"from": "2026-10-01"}},
            [("OVERLAP", "period")],
        ),
    ],
)
async def test_a_child_is_left_behind_or_migrant_by_the_rules(
    api: Api, city: World, name: str, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    record = {"student": f"Student:{city.students[name]}", "period": {"from": "2026-09-01"}, **given}
    if "home" in record:
        record["home"] = f"Division:{city.division}"
    assert said(await api.write("createCareRecord", **record)) == faults
