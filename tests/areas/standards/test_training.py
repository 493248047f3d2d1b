"""Training bodies: licence and state, staff and courses, lessons, what is paid and released, and complaints."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Wards
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.registry.numbers import credit_check
from tests.machinery.approvals.support import at
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.people import of_county, of_school
from tests.support.world import World

ACCOUNT = "6217000000000001"
SPAN = {"from": "2026-10-01", "until": "2027-01-15"}
EVENINGS = {
    "firstDay": "2026-10-12",
    "lastDay": "2026-11-06",
    "weekdays": ["MONDAY", "THURSDAY"],
    "begins": "18:00",
    "ends": "19:30",
    "classHours": 2,
}
LEDGER = """query($id: ID!) { custodyEntriesSummary(filter: { charge: { id: { eq: $id } } }, by: [SORT]) {
    nodes { key { sort } sum { amount } } } trainingCharge(id: $id) { amount released refunded held state } }"""


@pytest.fixture(scope="module")
def east(api: Api, city: World) -> Api:
    """The registrar of the eastern county, who licenses bodies there."""
    return api.as_(of_county(city.east))


def body_of(city: World, serial: int, **given: Any) -> dict[str, Any]:
    stem = f"52510104MJ{serial:06d}B"
    return {
        "office": f"Office:{city.east}",
        "name": f"培训学校{serial}",
        "creditCode": stem + credit_check(stem),
        "division": f"Division:{city.division}",
        "address": "东城路2号",
        "category": "SUBJECT",
        "mode": "OFFLINE",
        "isForProfit": False,
        "licenceNumber": f"教民{serial}号",
        "licence": {"from": "2025-01-01", "until": "2028-01-01"},
        "custodyBank": "示例银行",
        "custodyAccount": ACCOUNT,
        "usesModelContract": True,
        **given,
    }


async def made(api: Api, verb: str, kind: str, **given: Any) -> str:
    """The id of what a verb made."""
    payload = await api.write(verb, f"{kind} {{ id }}", **given)
    assert said(payload) == []
    return str(payload[kind]["id"])


async def a_course(east: Api, city: World, serial: int, **given: Any) -> dict[str, str]:
    """A body with a course of mathematics, and eight lessons of two class-hours in October and November."""
    body = await made(east, "createTrainingBody", "trainingBody", **body_of(city, serial, **given))
    certificate = {"subject": "14", "qualificationNumber": "20265101012000001", "qualificationSubject": "14"}
    member = {"body": body, "name": "林老师", "duty": "TEACHER", "engaged": {"from": "2025-01-01"}}
    teacher = await made(east, "createTrainingStaff", "trainingStaff", **member, **certificate)
    what = {"name": "小学数学", "audience": "PRIMARY", "subject": "14", "trainer": teacher}
    measure = {"period": SPAN, "classHours": 100, "price": "8000.00"}
    course = await made(east, "createTrainingCourse", "trainingCourse", body=body, **what, **measure)
    assert said(await east.write("scheduleTrainingLessons", id=course, **EVENINGS)) == []
    return {"body": body, "teacher": teacher, "course": course}


def payment(**given: Any) -> dict[str, Any]:
    return {
        "trainee": "曾晓明",
        "contractNumber": "HT-2026-1",
        "means": "TRANSFER",
        "account": ACCOUNT,
        "amount": "1000.00",
        "paidOn": "2026-10-12",
        "firstDay": "2026-10-12",
        "classHours": 12,
        **given,
    }


async def charges(api: Api, course: str) -> list[str]:
    query = "query($id: ID!) { trainingCharges(filter: { course: { id: { eq: $id } } }, orderBy: ID_ASC) { nodes { id } } }"  # fmt: skip
    return [node["id"] for node in (await api.data(query, id=course))["trainingCharges"]["nodes"]]


async def lessons(api: Api, course: str) -> list[str]:
    query = "query($id: ID!) { trainingLessons(filter: { course: { id: { eq: $id } } }, orderBy: DAY_ASC) { nodes { id } } }"  # fmt: skip
    return [node["id"] for node in (await api.data(query, id=course))["trainingLessons"]["nodes"]]


async def stands(api: Api, charge: str) -> tuple[str, str, str]:
    """Released, refunded and held; what came in is all of them, by the charge and by the ledger."""
    found = await api.data(LEDGER, id=charge)
    sums = {node["key"]["sort"]: node["sum"]["amount"] for node in found["custodyEntriesSummary"]["nodes"]}
    now = found["trainingCharge"]
    assert sums["PAID_IN"] == now["amount"]
    assert sums.get("RELEASED", "0.00") == now["released"]
    assert sums.get("REFUNDED", "0.00") == now["refunded"]
    fen = {name: round(float(now[name]) * 100) for name in ("amount", "released", "refunded", "held")}
    assert fen["amount"] == fen["released"] + fen["refunded"] + fen["held"]
    assert (now["state"] == "SETTLED") == (fen["held"] == 0)
    return now["released"], now["refunded"], now["held"]


async def test_a_body_is_licensed_by_the_office_of_its_county(api: Api, east: Api, city: World) -> None:
    for given, faults in (
        ({"creditCode": "52510104MJ000099B0"}, [("CHECK_DIGIT", "creditCode")]),
        ({"office": f"Office:{city.bureau}"}, [("FORBIDDEN", "")]),
        ({"licence": {"from": "2025-01-01"}}, [("INVALID", "licence")]),
        ({"custodyBank": None}, [("REQUIRED", "custodyBank")]),
        ({"custodyAccount": "账户"}, [("INVALID", "custodyAccount")]),
    ):
        assert said(await east.write("createTrainingBody", **body_of(city, 99, **given))) == faults, given
    west = api.as_(of_county(city.west))
    assert said(await west.write("createTrainingBody", **body_of(city, 99))) == [("FORBIDDEN", "")]
    section = body_of(city, 99, office=f"School:{city.schools['东城小学']}")
    assert said(await api.write("createTrainingBody", **section)) == [("NOT_FOUND", "office")]
    odd = body_of(city, 98, isForProfit=True)
    payload = await east.write("createTrainingBody", "warnings { code path }", **odd)
    assert payload == {"errors": [], "warnings": [{"code": "ODD", "path": ["isForProfit"]}]}


async def test_its_state_changes_by_verbs_for_reasons_and_everybody_reads_it(api: Api, east: Api, city: World) -> None:
    body = await made(east, "createTrainingBody", "trainingBody", **body_of(city, 1))
    warned = {"id": body, "reason": "大额预收费"}
    assert said(await east.write("restoreTrainingBody", **warned)) == [("TRANSITION", "id")]
    assert said(await api.as_(of_county(city.west)).write("warnTrainingBody", **warned))[0][0] in ("FORBIDDEN", "NOT_FOUND")  # fmt: skip
    assert said(await east.write("warnTrainingBody", id=body, reason="")) == [("REQUIRED", "reason")]
    assert said(await east.write("warnTrainingBody", **warned)) == []
    order = {"id": body, "reason": "违规收费", "decisionNumber": "锦教改〔2026〕1号"}
    early = await east.write("orderTrainingRectification", **order, rectifyUntil="2026-10-12")
    assert said(early) == [("INVALID", "rectifyUntil")]
    assert said(await east.write("orderTrainingRectification", **order, rectifyUntil="2026-11-12")) == []
    renewed = await east.write("renewTrainingLicence", id=body, until="2030-01-01")
    assert said(renewed) == [("BODY_BARRED", "id")]
    assert said(await east.write("blacklistTrainingBody", **order)) == []
    public = """{ trainingBodies(filter: { state: { eq: BLACKLISTED } }) { nodes {
        id state stateSince stateReason decisionNumber rectifyUntil custodyAccount office { name } } } }"""
    seen = (await api.as_(ANONYMOUS).data(public))["trainingBodies"]["nodes"]
    assert seen == [
        {
            "id": body,
            "state": "BLACKLISTED",
            "stateSince": "2026-10-12",
            "stateReason": "违规收费",
            "decisionNumber": "锦教改〔2026〕1号",
            "rectifyUntil": None,
            "custodyAccount": ACCOUNT,
            "office": None,
        }
    ]
    assert said(await east.write("warnTrainingBody", **warned)) == [("TRANSITION", "id")]
    assert said(await east.write("orderTrainingRectification", **order, rectifyUntil="2026-11-12")) == []
    assert said(await east.write("restoreTrainingBody", id=body, reason="整改到位")) == []
    early = await east.write("renewTrainingLicence", id=body, until="2027-12-31")
    assert said(early) == [("INVALID", "until")]
    assert said(await east.write("renewTrainingLicence", id=body, until="2031-01-01")) == []
    assert said(await east.write("cancelTrainingBody", **order)) == []
    assert said(await east.write("cancelTrainingBody", **order)) == [("TRANSITION", "id")]
    late = {"body": body, "name": "作文", "audience": "PRIMARY", "period": SPAN, "classHours": 10, "price": "1.00"}
    assert ("BODY_BARRED", "body") in said(await east.write("createTrainingCourse", **late))


async def test_subjects_are_taught_by_qualified_teachers_to_pupils_alone(east: Api, city: World) -> None:
    subject = await made(east, "createTrainingBody", "trainingBody", **body_of(city, 2))
    sports = await made(east, "createTrainingBody", "trainingBody", **body_of(city, 3, category="SPORTS"))
    member = {"name": "林老师", "duty": "TEACHER", "subject": "14", "engaged": {"from": "2025-01-01"}}
    certificate = {"qualificationNumber": "20265101012000001", "qualificationSubject": "14"}
    for given, faults in (
        ({}, [("QUALIFICATION_NEEDED", "qualificationNumber")]),
        ({**certificate, "qualificationSubject": "13"}, [("QUALIFICATION_NEEDED", "qualificationSubject")]),
        ({**certificate, "qualificationNumber": "1"}, [("INVALID", "qualificationNumber")]),
        ({"subject": None}, [("REQUIRED", "subject")]),
    ):
        assert said(await east.write("createTrainingStaff", body=subject, **{**member, **given})) == faults, given
    teacher = await made(east, "createTrainingStaff", "trainingStaff", body=subject, **member, **certificate)
    coach = await made(east, "createTrainingStaff", "trainingStaff", body=sports, **{**member, "subject": None})
    course = {"name": "数学", "audience": "PRIMARY", "subject": "14", "period": SPAN, "classHours": 10, "price": "1.00"}
    for given, faults in (
        ({"body": subject, "trainer": None}, [("REQUIRED", "trainer")]),
        ({"body": subject, "trainer": coach}, [("MISMATCH", "trainer")]),
        ({"body": subject, "trainer": teacher, "subject": "13"}, [("QUALIFICATION_NEEDED", "trainer")]),
        ({"body": subject, "trainer": teacher, "audience": "PRESCHOOL"}, [("PRESCHOOL_CURRICULUM", "audience")]),
        ({"body": sports, "trainer": coach, "audience": "PRESCHOOL"}, [("PRESCHOOL_CURRICULUM", "audience"), ("QUALIFICATION_NEEDED", "trainer")]),
        ({"body": sports, "trainer": None, "subject": "14"}, [("MISMATCH", "subject"), ("REQUIRED", "trainer")]),
        ({"body": sports, "trainer": None, "subject": None, "audience": "PRESCHOOL"}, []),
        ({"body": subject, "trainer": teacher, "period": {"from": "2028-01-01", "until": "2028-02-01"}}, [("BODY_BARRED", "body")]),
    ):  # fmt: skip
        assert said(await east.write("createTrainingCourse", **{**course, **given})) == faults, given


async def test_lessons_are_scheduled_where_the_rules_let_them(east: Api, city: World) -> None:
    own = await a_course(east, city, 4)
    course = own["course"]
    for given, faults in (
        ({"weekdays": ["SATURDAY"], "lastDay": "2026-10-18"}, [("FREE_DAY", "day")]),
        ({"firstDay": "2026-10-01", "lastDay": "2026-10-01"}, [("FREE_DAY", "day")]),
        ({"begins": "19:45", "ends": "20:31", "lastDay": "2026-10-12"}, [("ENDS_LATE", "ends")]),
        ({"begins": "19:00", "ends": "20:00", "lastDay": "2026-10-12"}, [("INVALID", "begins")]),
        ({"begins": "25:00"}, [("INVALID", "begins")]),
        ({"classHours": 8, "weekdays": ["TUESDAY", "WEDNESDAY", "FRIDAY"]}, [("OUT_OF_RANGE", "classHours")]),
        ({"lastDay": "2027-02-01"}, [("MISMATCH", "lastDay")]),
        ({"weekdays": []}, [("REQUIRED", "weekdays")]),
    ):
        assert said(await east.write("scheduleTrainingLessons", id=course, **{**EVENINGS, **given})) == faults, given
    planned = await lessons(east, course)
    assert len(planned) == 8
    move = {"id": planned[7], "begins": "18:00", "ends": "19:30", "reason": "教师请假"}
    assert said(await east.write("moveTrainingLesson", **move, day="2026-11-07")) == [("FREE_DAY", "day")]
    assert said(await east.write("moveTrainingLesson", **move, day="2026-11-06")) == []
    assert said(await east.write("cancelTrainingLesson", id=planned[7], reason="停课")) == []
    assert said(await east.write("teachTrainingLesson", id=planned[7])) == [("TRANSITION", "id")]


async def test_online_lessons_are_short_and_lie_apart(east: Api, city: World) -> None:
    course = (await a_course_online(east, city))["course"]
    short = {**EVENINGS, "lastDay": "2026-10-12", "begins": "20:00", "ends": "20:30", "classHours": 1}
    assert said(await east.write("scheduleTrainingLessons", id=course, **short)) == []
    for given, faults in (
        ({"begins": "20:35", "ends": "21:00"}, [("GAP_SHORT", "begins")]),
        ({"begins": "20:40", "ends": "21:01"}, [("ENDS_LATE", "ends")]),
        ({"begins": "19:00", "ends": "19:31"}, [("LESSON_LONG", "ends")]),
        ({"begins": "20:40", "ends": "21:00"}, []),
    ):
        assert said(await east.write("scheduleTrainingLessons", id=course, **{**short, **given})) == faults, given


async def a_course_online(east: Api, city: World) -> dict[str, str]:
    body = await made(east, "createTrainingBody", "trainingBody", **body_of(city, 5, category="SCIENCE", mode="ONLINE"))
    what = {"name": "编程", "audience": "JUNIOR", "period": SPAN, "classHours": 20, "price": "900.00"}
    return {"body": body, "course": await made(east, "createTrainingCourse", "trainingCourse", body=body, **what)}


async def test_what_is_charged_keeps_every_limit(east: Api, city: World) -> None:
    own = await a_course(east, city, 6)
    course = own["course"]
    for given, faults in (
        ({"classHours": 61}, [("CHARGE_HOURS", "classHours")]),
        ({"lastDay": "2027-01-12"}, [("CHARGE_MONTHS", "lastDay")]),
        ({"lastDay": "2027-01-12", "classHours": None}, [("CHARGE_MONTHS", "lastDay")]),
        ({"lastDay": "2027-01-11", "classHours": 61}, [("CHARGE_HOURS", "classHours")]),
        ({"amount": "5000.01"}, [("CHARGE_AMOUNT", "amount")]),
        ({"paidOn": "2026-10-11", "firstDay": "2026-11-12"}, [("CHARGE_EARLY", "paidOn")]),
        ({"paidOn": "2026-10-13"}, [("INVALID", "paidOn")]),
        ({"account": "6217000000000002"}, [("CUSTODY_ACCOUNT", "account")]),
        ({"means": "LOAN"}, [("TRAINING_LOAN", "means")]),
        ({"firstDay": "2026-09-30"}, [("MISMATCH", "firstDay")]),
        ({"classHours": None}, [("REQUIRED", "classHours")]),
        ({"classHours": None, "firstDay": "2026-10-13", "lastDay": "2026-10-14"}, [("INVALID", "lastDay")]),
        ({"amount": "0.00"}, [("OUT_OF_RANGE", "amount")]),
    ):  # fmt: skip
        assert said(await east.write("noteTrainingCharge", id=course, **payment(**given))) == faults, given
    assert await charges(east, course) == []
    loose = await a_course(east, city, 7, usesModelContract=False, custodyBank=None, custodyAccount=None)
    paid = await east.write("noteTrainingCharge", id=loose["course"], **payment())
    assert said(paid) == [("CONTRACT_TEMPLATE", "contractNumber"), ("CUSTODY_ACCOUNT", "account")]
    order = {"reason": "违规收费", "decisionNumber": "锦教改〔2026〕2号", "rectifyUntil": "2026-11-12"}
    assert said(await east.write("orderTrainingRectification", id=own["body"], **order)) == []
    assert said(await east.write("noteTrainingCharge", id=course, **payment())) == [("BODY_BARRED", "id")]


async def test_money_is_released_as_lessons_are_taught_and_refunded_as_they_are_not(
    east: Api, city: World, clock: FixedClock
) -> None:
    own = await a_course(east, city, 8)
    course = own["course"]
    pupil = f"Student:{city.students['曾晓明']}"
    assert said(await east.write("noteTrainingCharge", id=course, **payment(student=pupil))) == []
    twice = await east.write("noteTrainingCharge", id=course, **payment(student=pupil))
    assert said(twice) == [("DUPLICATE", "student")]
    by_period = payment(trainee="王芳", lastDay="2026-10-23", classHours=None, amount="400.00")
    assert said(await east.write("noteTrainingCharge", id=course, **by_period)) == []
    hours, period = await charges(east, course)
    planned = await lessons(east, course)
    assert await stands(east, hours) == ("0.00", "0.00", "1000.00")
    assert said(await east.write("teachTrainingLesson", id=planned[1])) == [("INVALID", "id")], "it is still to come"
    assert said(await east.write("teachTrainingLesson", id=planned[0])) == []
    assert said(await east.write("teachTrainingLesson", id=planned[0])) == [("TRANSITION", "id")]
    assert await stands(east, hours) == ("166.66", "0.00", "833.34")
    assert await stands(east, period) == ("100.00", "0.00", "300.00")
    assert said(await east.write("takeBackTrainingLesson", id=planned[0], reason="登记有误")) == []
    assert await stands(east, hours) == ("0.00", "0.00", "1000.00")
    gone = {"reason": "停办", "decisionNumber": "锦教改〔2026〕3号"}
    assert said(await east.write("cancelTrainingBody", id=own["body"], **gone)) == [("CUSTODY_HELD", "id")]
    with at(clock, date(2026, 11, 6)):
        for lesson in planned[:5]:
            assert said(await east.write("teachTrainingLesson", id=lesson)) == []
        assert await stands(east, hours) == ("833.33", "0.00", "166.67")
        assert await stands(east, period) == ("400.00", "0.00", "0.00"), "lessons after its days release nothing"
        over = await east.write("refundTrainingCharge", id=hours, classHours=3, reason="退学")
        assert said(over) == [("OUT_OF_RANGE", "classHours")]
        assert said(await east.write("refundTrainingCharge", id=hours, classHours=1, reason="退学")) == []
        assert await stands(east, hours) == ("833.33", "83.34", "83.33")
        assert said(await east.write("teachTrainingLesson", id=planned[5])) == []
        assert await stands(east, hours) == ("916.66", "83.34", "0.00"), "one class-hour of the two was refunded"
        none = await east.write("refundTrainingCharge", id=hours, reason="退学")
        assert said(none) == [("OUT_OF_RANGE", "classHours")]
        assert said(await east.write("cancelTrainingBody", id=own["body"], **gone)) == []


async def test_a_renewal_begins_where_the_charge_before_it_ends(east: Api, city: World, clock: FixedClock) -> None:
    course = (await a_course(east, city, 9))["course"]
    pupil = f"Student:{city.students['王芳']}"
    first = payment(student=pupil, classHours=4, amount="400.00")
    assert said(await east.write("noteTrainingCharge", id=course, **first)) == []
    (before,) = await charges(east, course)
    ahead = payment(student=pupil, classHours=4, amount="800.00", firstDay="2026-11-20", renews=before)
    stranger = {**ahead, "student": None}
    assert said(await east.write("noteTrainingCharge", id=course, **stranger)) == [("MISMATCH", "renews")]
    assert said(await east.write("noteTrainingCharge", id=course, **ahead)) == [], "few class-hours are left"
    assert said(await east.write("noteTrainingCharge", id=course, **ahead)) == [("DUPLICATE", "renews")]
    _, after = await charges(east, course)
    assert said(await east.write("refundTrainingCharge", id=before, reason="退学")) == [("IN_USE", "id")]
    with at(clock, date(2026, 11, 6)):
        for lesson in (await lessons(east, course))[:3]:
            assert said(await east.write("teachTrainingLesson", id=lesson)) == []
    assert await stands(east, before) == ("400.00", "0.00", "0.00")
    assert await stands(east, after) == ("400.00", "0.00", "400.00"), "the third lesson is the first that it pays for"


async def test_a_complaint_is_answered_in_time_and_refunds_what_is_due(
    api: Api, east: Api, city: World, services: Services, clock: FixedClock
) -> None:
    own = await a_course(east, city, 10)
    pupil = f"Student:{city.students['曾晓明']}"
    assert said(await east.write("noteTrainingCharge", id=own["course"], **payment(student=pupil))) == []
    (charge,) = await charges(east, own["course"])
    school = city.schools["东城小学"]
    parent = replace(
        await account(services, "parent", school, Level.UNIT), wards=Wards((city.students["曾晓明"],), (school,), ())
    )
    guardian = api.as_(parent)
    other = f"Student:{city.students['王芳']}"
    told = {"body": own["body"], "charge": charge, "sort": "REFUND", "text": "拒不退费", "askedAmount": "500.00"}
    assert said(await guardian.write("complainOfTraining", student=other, **told))[0][0] in ("FORBIDDEN", "NOT_FOUND")
    complaint = await made(guardian, "complainOfTraining", "trainingComplaint", student=pupil, **told)
    shown = "query($id: ID!) { trainingComplaint(id: $id) { state dueOn source complainant refundedAmount closedOn charge { amount } } }"  # fmt: skip
    assert (await guardian.data(shown, id=complaint))["trainingComplaint"] == {
        "state": "RECEIVED",
        "dueOn": "2026-11-02",
        "source": "ACCOUNT",
        "complainant": "parent",
        "refundedAmount": None,
        "closedOn": None,
        "charge": {"amount": "1000.00"},
    }
    for actor in (of_school(school), of_county(city.west), ANONYMOUS):
        assert (await api.as_(actor).data(shown, id=complaint))["trainingComplaint"] is None, actor
    uphold = {"id": complaint, "answer": "应予退费", "refundedHours": 6}
    assert said(await east.write("upholdTrainingComplaint", **uphold)) == [("TRANSITION", "id")]
    assert said(await guardian.write("acceptTrainingComplaint", id=complaint)) == [("FORBIDDEN", "")]
    assert said(await east.write("acceptTrainingComplaint", id=complaint)) == []
    over = await east.write("upholdTrainingComplaint", **{**uphold, "refundedHours": 13})
    assert said(over)[0][0] == "OUT_OF_RANGE"
    assert said(await east.write("upholdTrainingComplaint", **uphold)) == []
    assert await stands(east, charge) == ("0.00", "500.00", "500.00")
    found = (await guardian.data(shown, id=complaint))["trainingComplaint"]
    assert (found["state"], found["refundedAmount"], found["closedOn"]) == ("UPHELD", "500.00", "2026-10-12")
    assert said(await guardian.write("withdrawTrainingComplaint", id=complaint, answer="已解决")) == [("TRANSITION", "id")]  # fmt: skip


async def test_what_came_by_telephone_is_noted_and_rejected_or_withdrawn(api: Api, east: Api, city: World) -> None:
    body = await made(east, "createTrainingBody", "trainingBody", **body_of(city, 11))
    heard = {"body": body, "sort": "TEACHING", "source": "PHONE", "complainant": "李先生", "text": "教师无证"}
    late = await east.write("noteTrainingComplaint", **heard, receivedOn="2026-10-13")
    assert said(late) == [("INVALID", "receivedOn")]
    west = api.as_(of_county(city.west))
    assert said(await west.write("noteTrainingComplaint", **heard, receivedOn="2026-10-10")) == [("FORBIDDEN", "")]
    one = await made(east, "noteTrainingComplaint", "trainingComplaint", **heard, receivedOn="2026-10-10")
    assert said(await east.write("acceptTrainingComplaint", id=one)) == []
    nothing = {"id": one, "answer": "应退", "refundedHours": 1}
    assert said(await east.write("upholdTrainingComplaint", **nothing)) == [("NOT_FOUND", "refundedHours")]
    assert said(await east.write("rejectTrainingComplaint", id=one, answer="教师持证")) == []
    two = await made(east, "noteTrainingComplaint", "trainingComplaint", **heard, receivedOn="2026-10-10")
    assert said(await east.write("withdrawTrainingComplaint", id=two, answer="投诉人撤回")) == []


async def test_names_and_money_are_read_by_the_office_and_not_by_everybody(api: Api, city: World) -> None:
    query = """{ trainingCourses { totalCount } trainingLessons { totalCount } trainingCharges { totalCount }
        custodyEntries { totalCount } trainingStaffMembers { totalCount } trainingComplaints { totalCount } }"""
    counts = {name: found["totalCount"] for name, found in (await api.as_(ANONYMOUS).data(query)).items()}
    assert counts.pop("trainingCourses") > 0, "prices are public"
    assert set(counts.values()) == {0}
    near = {name: found["totalCount"] for name, found in (await api.as_(of_county(city.east)).data(query)).items()}
    assert min(near.values()) > 0
    far = {name: found["totalCount"] for name, found in (await api.as_(of_county(city.west)).data(query)).items()}
    assert {name for name, count in far.items() if count} == {"trainingCourses"}
