"""What areas have in the small world: money and aid, foreign teachers and their papers, a test of Putonghua, pupils'
status and cases, a class that was checked, a year's roll-over, a body that trains off campus.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bureau.areas.establishment.closure import SchoolClosure
from bureau.areas.establishment.establishment_case import EstablishmentCase
from bureau.areas.establishment.handover import HandoverItem
from bureau.areas.establishment.proposal import SchoolProposal
from bureau.areas.establishment.reorganisation.run import (
    COUNTS,
    Reorganisation,
    ReorganisationClass,
    ReorganisationFinding,
    ReorganisationPart,
)
from bureau.areas.establishment.succession import SchoolSuccession
from bureau.areas.exchange.foreign_teacher import ForeignTeacher
from bureau.areas.exchange.residence_permit import ResidencePermit
from bureau.areas.exchange.work_permit import WorkPermit
from bureau.areas.funds.appropriation import Appropriation
from bureau.areas.funds.award import AidAward
from bureau.areas.funds.programme import AidProgramme
from bureau.areas.funds.source import FundSource
from bureau.areas.language import result, session
from bureau.areas.standards.custody_entry import CustodyEntry
from bureau.areas.standards.training_body import TrainingBody
from bureau.areas.standards.training_charge import TrainingCharge
from bureau.areas.standards.training_complaint import TrainingComplaint
from bureau.areas.standards.training_course import TrainingCourse
from bureau.areas.standards.training_lesson import TrainingLesson
from bureau.areas.standards.training_staff import TrainingStaff
from bureau.areas.students.attendance.alert import AbsenceAlert
from bureau.areas.students.attendance.leave import LeaveRequest
from bureau.areas.students.attendance.mark import AttendanceMark
from bureau.areas.students.attendance.roll_call import RollCall
from bureau.areas.students.attendance.symptom import SymptomCluster, SymptomReport
from bureau.areas.students.care_record import CareRecord
from bureau.areas.students.deferral import EntryDeferral
from bureau.areas.students.dropout import DropoutCase, Persuasion
from bureau.areas.students.population import SchoolAgePopulation
from bureau.areas.students.rates import StatusRate
from bureau.areas.students.rollover.plan import NAMES
from bureau.areas.students.rollover.run import RollOver, RollOverClass, RollOverFinding, RollOverLine
from bureau.areas.students.sanction import Sanction
from bureau.areas.students.special_need import SpecialNeed
from bureau.areas.students.status_change import StatusChange
from bureau.areas.students.student_case import StudentCase
from bureau.machinery.approvals.case import CaseParty
from bureau.machinery.approvals.case_entry import CaseEntry
from bureau.machinery.approvals.case_step import CaseOpinion, CaseStep
from bureau.machinery.approvals.objections import CaseObjection
from bureau.machinery.approvals.recusal import CaseRecusal
from bureau.registry.numbers import credit_check
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear

DAY = date(2026, 9, 21)
"""A Monday on which a class was checked."""
MOMENT = datetime(2026, 9, 21, 0, 30, tzinfo=UTC)

Make = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Areas:
    """The ids of what was built for areas, by name."""

    source: int
    programmes: dict[str, int]
    foreigners: dict[str, int]
    sessions: dict[str, int]
    training: dict[str, int]
    """A body that trains off campus, its teacher, and what stands there besides, by kind."""


FOREIGNERS = {
    # name: (school, born, the permit's end, the residence permit's, the contract's)
    "Emma Brown": ("东城小学", date(1990, 5, 1), date(2027, 7, 31), date(2026, 11, 20), date(2027, 7, 31)),
    "John Smith": ("西城小学", date(1985, 2, 3), date(2027, 7, 31), date(2027, 7, 1), date(2027, 6, 30)),
}
GRANTED = (
    # school, year, yuan, day
    ("东城小学", 2026, "100000.00", date(2026, 2, 20)),
    ("东城小学", 2026, "50000.55", date(2026, 8, 25)),
    ("东城小学", 2025, "999.99", date(2025, 2, 20)),
    ("西城小学", 2026, "20000.00", date(2026, 2, 20)),
)


async def build(
    make: Make,
    bureau: int,
    schools: Mapping[str, int],
    students: Mapping[str, int],
    teacher: int,
    school_year: int,
    school_class: int,
) -> Areas:
    """Write what areas have, through the store."""
    source = await make(FundSource, code="GB", name="一般公共预算教育经费", type="01", is_earmarked=False)
    for number, (school, year, amount, day) in enumerate(GRANTED, 1):
        await make(
            Appropriation,
            school=schools[school],
            fiscal_year=year,
            source=source.id,
            function="2050202",
            purpose="生均公用经费",
            amount=amount,
            granted_on=day,
            document_number=f"成财教〔{year}〕{number}号",
        )
    programmes = {}
    for code, standard, group, boarding in (
        ("LD", "living_day", "living", None),
        ("LB", "living_boarding", "living", "2"),
        ("XX", None, None, None),
    ):
        programme = await make(
            AidProgramme,
            code=code,
            name=f"项目{code}",
            stages="PJ",
            standard=standard,
            exclusive_group=group,
            boarding=boarding,
        )
        programmes[code] = programme.id
    for pupil in ("曾晓明", "王芳", "单雄信"):
        await make(
            AidAward,
            student=students[pupil],
            programme=programmes["LD"],
            school_year=2026,
            semester="AUTUMN",
            tier="1",
            hardship="02",
        )
    await _status(make, schools, students, school_year)
    await _case(make, schools, students)
    await make(
        Sanction,
        student=students["李伟"],
        school=schools["东城小学"],
        level="WARNING",
        state="DROPPED",
        acted_on=date(2026, 9, 15),
        facts="课间打闹",
        basis="校规第八条",
        proposed_by="tester",
        proposed_at=MOMENT,
        ended_by="tester",
        ended_on=date(2026, 9, 21),
        end_reason="情节轻微",
    )
    foreigners = await _foreigners(make, schools)
    sessions = {}
    for code, form in (("PSC-1", "FOUR_PARTS"), ("PSC-2", "FIVE_PARTS"), ("PSC-3", "FOUR_PARTS")):
        held = await make(session.TestSession, code=code, site=bureau, held_on=date(2026, 4, 15), form=form, seats=30)
        sessions[code] = held.id
    scores = {"syllables": "8", "words": "16", "reading": "24", "talk": "30"}
    await make(result.TestResult, session=sessions["PSC-1"], teacher=teacher, **scores)
    await _attendance(make, schools["东城小学"], school_class, students["王芳"])
    await _roll_over(make, schools["东城小学"], students["李伟"])
    await _establishment(make, bureau, schools, school_class)
    training = await _training(make, schools["东城小学"], students["王芳"])
    return Areas(source.id, programmes, foreigners, sessions, training)


async def _status(make: Make, schools: Mapping[str, int], students: Mapping[str, int], school_year: int) -> None:
    """A class changed long ago, a suspicion that was dismissed, a need that was assessed, a child left behind."""
    await make(
        StatusChange,
        student=students["赵强"],
        category="29",
        effective_on=date(2025, 9, 10),
        reason="选科分班",
        from_status="ENROLLED",
        to_status="ENROLLED",
        from_school=schools["东城中学"],
        to_school=schools["东城中学"],
        from_grade="S2",
        to_grade="S2",
    )
    case = await make(
        DropoutCase,
        student=students["赵强"],
        state="DISMISSED",
        source="SCHOOL",
        absent_since=date(2025, 11, 3),
        opened_by="system",
        opened_at=datetime(2025, 11, 6, tzinfo=UTC),
        ended_by="system",
        ended_on=date(2025, 11, 7),
        outcome="因病请假",
    )
    await make(Persuasion, case=case.id, done_on=date(2025, 11, 6), way="VISIT", done_by="班主任", text="在家养病")
    await make(
        SpecialNeed,
        student=students["李伟"],
        type="2",
        grade="3",
        placement="1",
        assessed_on=date(2025, 6, 1),
        period=(date(2025, 9, 1), None),
    )
    await make(
        CareRecord,
        student=students["王芳"],
        sort="LEFT_BEHIND",
        parents_away="BOTH",
        care_giver="1",
        period=(date(2025, 9, 1), None),
    )
    county = (await School.get(id=schools["东城小学"])).__dict__["county_id"]
    child = {"name": "吴小禾", "sex": "2", "birth_date": date(2020, 5, 1), "guardian_name": "吴先生"}
    asked = {"asked_by": "tester", "asked_at": datetime(2026, 6, 1, tzinfo=UTC), "certificate": "市儿童医院证明"}
    await make(
        EntryDeferral, office=county, school_year=school_year, reason="术后康复", state="ASKED", **child, **asked
    )
    counted = {"school_year": school_year, "measure": "DROPOUT", "counted_on": date(2026, 10, 12)}
    await make(StatusRate, unit=schools["东城小学"], is_hidden=True, **counted)
    division = (await School.get(id=schools["东城小学"])).__dict__["division_id"]
    census = {"source": "第七次全国人口普查", "counted_on": date(2025, 8, 31)}
    await make(SchoolAgePopulation, division=division, school_year=school_year, stage="SENIOR", people=900, **census)


async def _roll_over(make: Make, school: int, student: int) -> None:
    """The year's roll-over of one school, which was undone."""
    years = [
        await make(SchoolYear, name=f"{first}-{first + 1}", period=(date(first, 9, 1), date(first + 1, 9, 1)))
        for first in (2024, 2025)
    ]
    asked = {"asked_at": datetime(2025, 9, 1, tzinfo=UTC), "asked_by": "system"}
    counts = {**dict.fromkeys(NAMES, 0), "pupils": 2, "promoted": 1, "left_out": 1}
    classes = {"classes_risen": 1, "classes_made": 0, "classes_ended": 0}
    given = {"unit": school, "from_year": years[0].id, "to_year": years[1].id, "state": "UNDONE"}
    run = await make(RollOver, **given, **asked, **counts, **classes)
    await make(RollOverLine, run=run.id, school=school, grade="P4", next_grade="P5", **counts)
    class_ = await SchoolClass.get(school_id=school)
    named = {"name": "四年级9班", "next_name": "五年级9班", "grade": "P4", "next_grade": "P5", "pupils": 2}
    await make(RollOverClass, run=run.id, school=school, school_class=class_.id, fate="RISES", **named)
    found = {"sort": "OPEN_CASE", "is_blocking": True, "grade": "P4", "pupils": 1, "settlement": "LEFT_OUT"}
    await make(RollOverFinding, run=run.id, unit=school, student=student, school_class=class_.id, **found)


async def _establishment(make: Make, bureau: int, schools: Mapping[str, int], school_class: int) -> None:
    """A school that is proposed, one that was renamed, one that was suspended for a summer, a merger that was undone."""
    here, there = schools["东城小学"], schools["西城小学"]
    school = await School.get(id=here)
    division, office = school.__dict__["division_id"], school.__dict__["superior_id"]
    what = {"type": "211", "organiser": "831", "address": "新区大道1号", "places": 1620, "grounds": "学位不足"}
    days = {"opens_on": date(2027, 9, 1), "state": "PROPOSED"}
    proposal = await make(SchoolProposal, unit=office, name="东城新区小学", division=division, **what, **days)
    followed = {"predecessor_name": "东城第一小学", "predecessor_code": "2151000001"}
    renamed = {"sort": "RENAMED", "effective_on": date(2020, 9, 1), **followed}
    await make(SchoolSuccession, school=here, predecessor=here, **renamed)
    stopped = {"sort": "SUSPENDED", "effective_on": date(2025, 7, 5), "reopened_on": date(2025, 9, 1)}
    await make(SchoolClosure, school=there, reason="校舍加固", **stopped)
    await make(HandoverItem, school=there, item="ASSETS", basis="内部规定", receiver=here, state="OPEN")
    asked = {"effective_on": date(2026, 9, 1), "reason": "整合资源", "asked_at": MOMENT, "asked_by": "system"}
    counts = dict.fromkeys(COUNTS, 0)
    run = await make(Reorganisation, unit=bureau, sort="PLACEMENT", successor=there, state="UNDONE", **asked, **counts)
    await make(ReorganisationPart, run=run.id, school=here, school_class=school_class)
    named = {"number": 1, "next_number": 2, "name": "2026级1班", "next_name": "2026级2班", "pupils": 0}
    await make(ReorganisationClass, run=run.id, school=here, school_class=school_class, **named)
    said = {"english_text": "Its number is given already.", "chinese_text": "班号已被占用。"}
    await make(ReorganisationFinding, run=run.id, unit=here, is_blocking=False, code="RENUMBERED", **said)
    case = await make(
        EstablishmentCase,
        procedure="SCHOOL_ESTABLISHMENT",
        procedure_version=date(2006, 9, 1),
        form_title="学校设立申请表",
        basis="内部规定",
        outcome="establish_compulsory_school",
        subject=f"SchoolProposal:{proposal.id}",
        subject_name="东城新区小学",
        unit=office,
        unit_name="锦江区教育局",
        state="WITHDRAWN",
        step="acceptance",
        step_english="Acceptance",
        step_chinese="受理",
        sequence=1,
        opened_by="tester",
        opened_at=MOMENT,
        ended_at=MOMENT,
        end_reason="方案调整",
        due=date(2026, 10, 23),
        verification="3456789A3456789A",
    )
    await make(CaseParty, case=case.id, unit=office, unit_name="锦江区教育局")


async def _foreigners(make: Make, schools: Mapping[str, int]) -> dict[str, int]:
    found = {}
    for number, (name, (school, born, work, residence, contract)) in enumerate(FOREIGNERS.items(), 1):
        person = await make(Person, name=name, sex="2", birth_date=born, nationality="GBR", document_type="A")
        teacher = await make(
            ForeignTeacher,
            person=person.id,
            school=schools[school],
            status="IN_POST",
            passport=f"X{number:07d}",
            passport_until=date(2030, 1, 1),
            degree="4",
            mother_tongue="EN",
            language_taught="EN",
            contract=(date(2025, 9, 1), contract),
        )
        await make(
            WorkPermit,
            teacher=teacher.id,
            school=schools[school],
            number=f"W{number:06d}",
            permit_class="B",
            basis="LANGUAGE_TEACHER",
            valid=(date(2025, 9, 1), work),
        )
        await make(ResidencePermit, teacher=teacher.id, number=f"R{number:06d}", valid=(date(2025, 9, 10), residence))
        found[name] = teacher.id
    return found


async def _case(make: Make, schools: Mapping[str, int], students: Mapping[str, int]) -> None:
    """A transfer that 东城小学 sends on: approved by one school, and waiting at the other."""
    here, there, on = schools["西城小学"], schools["东城小学"], date(2026, 10, 9)
    now = datetime(2026, 10, 9, 2, tzinfo=UTC)
    subject = {"subject": f"Student:{students['李伟']}", "subject_name": "李伟", "student": students["李伟"]}
    form = {
        "form_title": "转学申请表",
        "basis": "内部规定",
        "outcome": "transfer_student",
        "verification": "2345678923456789",
    }
    step = {"step": "sending_school", "step_english": "Sending school", "step_chinese": "转出学校审核", "sequence": 2}
    made = await make(
        StudentCase,
        procedure="TRANSFER",
        procedure_version=date(2013, 9, 1),
        unit=here,
        unit_name="西城小学",
        state="OPEN",
        due=date(2026, 10, 22),
        opened_by="家长",
        opened_at=now,
        **subject,
        **form,
        **step,
    )
    turns = (("receiving_school", there, "东城小学", "APPROVED"), ("sending_school", here, "西城小学", "WAITING"))
    for number, (code, unit, name, state) in enumerate(turns, 1):
        await make(CaseParty, case=made.id, unit=unit, unit_name=name)
        named = {"code": code, "english_name": code, "chinese_name": code, "unit": unit, "unit_name": name}
        asks = {"sort": "DECISION", "roles": "registrar", "need": "any", "paused_days": 0}
        came = {"came_on": on, "due": date(2026, 10, 22), "calendar": 1}
        turn = await make(CaseStep, case=made.id, sequence=number, state=state, **named, **asks, **came)
        if state == "APPROVED":
            await make(
                CaseOpinion, case_step=turn.id, decision="APPROVE", opinion="同意", said_by="tester", said_at=now
            )
    heading = {"english_name": "Reason", "chinese_name": "原因", "english_value": "迁居", "chinese_value": "迁居"}
    await make(CaseEntry, case=made.id, place=1, argument="reason", given='"迁居"', **heading)
    await make(CaseObjection, case=made.id, made_by="邻居", text="不实", made_at=now)
    await make(CaseRecusal, case=made.id, case_step=turn.id, said_by="stranger", said_at=now, reason="系其亲属")


async def _attendance(make: Make, school: int, school_class: int, pupil: int) -> None:
    """A morning of the class of 东城小学, of which one pupil was missing, had leave later on, and was called about."""
    at = {"school": school, "school_class": school_class}
    day = {"day": DAY, "session": "MORNING"}
    told = {"checked_by": "周校长", "checked_at": MOMENT}
    call = await make(RollCall, school_class=school_class, **day, expected=1, present=0, is_doubtful=False, **told)
    marked = {"code": "U", "marked_by": "周校长", "marked_at": MOMENT}
    await make(AttendanceMark, student=pupil, roll_call=call.id, **at, **day, **marked)
    asked = {"asked_by": "家长", "asked_at": MOMENT, "reason": "发热就医"}
    decided = {"state": "GRANTED", "decided_by": "周校长", "decided_at": MOMENT}
    later = {"first_day": date(2026, 9, 22), "last_day": date(2026, 9, 23)}
    await make(LeaveRequest, student=pupil, code="S", **at, **later, **asked, **decided)
    found = {"rule": "CHAIN", "rung": "CONTACT", "first_day": DAY, "last_day": DAY, "days": 1, "opened_on": DAY}
    ended = {"state": "CLOSED", "outcome": "ILL", "closed_on": DAY, "closed_note": "发热"}
    await make(AbsenceAlert, student=pupil, **at, **found, **ended)
    reported = {"reported_by": "周校长", "reported_at": MOMENT}
    await make(SymptomReport, student=pupil, **at, day=DAY, symptom="1", **reported)
    await make(
        SymptomCluster, **at, symptom="1", first_day=DAY, last_day=DAY, pupils=3, state="CLOSED", measures="已隔离"
    )


async def _training(make: Make, school: int, pupil: int) -> dict[str, int]:
    """A body in the county of 东城小学 that teaches drawing: of two lessons that were paid for, one was held."""
    near = (await School.get(id=school)).__dict__
    stem = "52510104MJ000001A"
    body = await make(
        TrainingBody,
        office=near["superior_id"],
        division=near["division_id"],
        name="东城艺术培训学校",
        credit_code=stem + credit_check(stem),
        address="东城路1号",
        category="CULTURE_ARTS",
        mode="OFFLINE",
        is_for_profit=True,
        licence_number="教民251010400000001号",
        licence=(date(2025, 1, 1), date(2028, 1, 1)),
        custody_bank="示例银行",
        custody_account="6200000000000001",
        uses_model_contract=True,
    )
    at = {"body": body.id}
    teacher = await make(TrainingStaff, **at, name="陈画", duty="TEACHER", engaged=(date(2025, 1, 1), None))
    span = (date(2026, 9, 1), date(2027, 1, 1))
    taught = {"audience": "PRIMARY", "trainer": teacher.id, "period": span, "class_hours": 20, "price": "1000.00"}
    course = await make(TrainingCourse, **at, name="儿童绘画", **taught)
    at |= {"course": course.id}
    time = {"begins": "14:00", "ends": "15:30", "class_hours": 2}
    held = await make(TrainingLesson, **at, day=date(2026, 9, 19), state="TAUGHT", noted_by="tester", **time)
    await make(TrainingLesson, **at, day=date(2026, 9, 26), state="PLANNED", **time)
    paid = {"amount": "200.00", "class_hours": 4, "paid_on": date(2026, 9, 1), "means": "TRANSFER"}
    stands = {"released": "100.00", "refunded": "0.00", "refunded_hours": 0, "held": "100.00", "state": "HELD"}
    counted = {"covers": (date(2026, 9, 1), None), "counted_from": date(2026, 9, 1), "hours_before": 0}
    by = {"charged_by": "CLASS_HOURS", "contract_number": "HT-1"}
    charge = await make(TrainingCharge, **at, student=pupil, trainee="王芳", **by, **paid, **stands, **counted)
    ledger = {"charge": charge.id, "body": body.id}
    await make(CustodyEntry, **ledger, sort="PAID_IN", amount="200.00", class_hours=4, day=date(2026, 9, 1))
    release = {"sort": "RELEASED", "amount": "100.00", "class_hours": 2, "day": date(2026, 9, 19)}
    await make(CustodyEntry, **ledger, lesson=held.id, **release)
    told = {"sort": "TIMES", "source": "PHONE", "complainant": "王先生", "text": "上课迟到"}
    days = {"received_on": date(2026, 9, 21), "due_on": date(2026, 10, 20), "state": "HANDLING", "handler": "tester"}
    await make(TrainingComplaint, body=body.id, student=pupil, **told, **days)
    return {"body": body.id, "teacher": teacher.id, "course": course.id, "charge": charge.id}
