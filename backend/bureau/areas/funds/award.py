"""An award of aid: what one pupil is given by one programme in one semester (资助认定)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.funds.programme import AidProgramme
from bureau.areas.funds.semester import Semester, first_day, semester_of
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid, refuse
from bureau.kernel.event import Written, reaction
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Integer, One, Scaled, State, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind, Stays
from bureau.kernel.money import to_fen
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.stages import STAGE
from bureau.registry.standards import standard
from bureau.registry.student import Student, StudentStatus, student_left, student_moved
from bureau.storage.act import Act
from bureau.storage.record import Record

TIER = CodeTable("aid_tier", Words("Tier", "资助档次"), "Bureau")
HARDSHIP = CodeTable("hardship_group", Words("Group in hardship", "困难类型"), "教财〔2018〕16号")
MOST = 100_000_00
"""Fen of one award: a hundred thousand yuan."""


class AwardState(State):
    """Where an award stands (资助状态)."""

    GRANTED = "GRANTED", "Granted", "已认定"
    STOPPED = "STOPPED", "Stopped", "已停发"


class AidAward(Record):
    """What one pupil is given by one programme in one semester, through the school they were at when it was awarded.

    The amount is half of the year's standard for stage and tier, unless another is given with its reason.
    """

    student = One(Student, "Student", "学生", back=("aid_awards", "Aid awards", "资助"), by_verbs=True)
    school = One(School, "School", "学校", back=("aid_awards", "Aid awards", "资助"), derived=True)
    programme = One(AidProgramme, "Programme", "资助项目", back=("awards", "Awards", "资助记录"), by_verbs=True)
    school_year = Integer(1990, 2100, "School year", "学年", note=("The year in which it begins", "学年起始年份"))
    semester = Choice(Semester, "Semester", "学期")
    tier = Coded(TIER, "Tier", "资助档次")
    stage = Coded(STAGE, "Stage", "学段", derived=True)
    hardship = Coded(HARDSHIP, "Group in hardship", "困难类型", read=rules.aid).optional()
    standard_amount = Scaled(2, "Standard amount", "标准金额", money=True, derived=True).optional()
    override_amount = Scaled(2, "Other amount", "另定金额", money=True, least=1, most=MOST).optional()
    override_reason = Text(200, "Reason for it", "另定原因").optional()
    amount = Scaled(2, "Amount", "金额", money=True, derived=True)
    exclusive_group = Text(40, "Exclusive group", "互斥组", plain=True, derived=True).optional()
    state = Choice(AwardState, "State", "资助状态", derived=True)
    stopped_on = Date("Stopped on", "停发日期", derived=True).optional()
    stop_reason = Text(200, "Reason for stopping", "停发原因", derived=True).optional()


async def _follow_programme_and_pupil(awards: Sequence[AidAward]) -> None:
    """School and stage are the pupil's as they are when the award is made, the amount is the standard's."""
    pupils = [pupil for award in awards if (pupil := award.__dict__["_student"])]
    schools = {s.id: s for s in await School.filter(id__in=list({p.school_id for p in pupils}))}
    for award in awards:
        pupil = award.__dict__["_student"]
        if award.__dict__["state"] is None:
            award.state = AwardState.GRANTED
        if pupil is not None and award.__dict__["school_id"] is None:
            award.__dict__ |= {"school_id": pupil.school_id, "_school": schools[pupil.school_id]}
            award.stage = pupil.grade[:1]
    of_awards = [award.__dict__["_school"] for award in awards if award.__dict__["_school"]]
    divisions = {d.id: d.code for d in await Division.filter(id__in=[s.division_id for s in of_awards])}
    for award in awards:
        school, programme = award.__dict__["_school"], award.__dict__["_programme"]
        if school is None or programme is None or award.semester is None or award.school_year is None:
            continue
        award.exclusive_group = programme.exclusive_group
        award.standard_amount = _half_of_a_year(award, programme, divisions.get(school.division_id, ""))
        award.amount = award.override_amount or award.standard_amount  # type: ignore[assignment]


def _half_of_a_year(award: AidAward, programme: Any, division: str) -> int | None:
    """What the standard sets for a semester, in fen; an odd fen of a year is left out."""
    name = f"{programme.standard}.{award.stage}.{award.tier}"
    on = first_day(award.school_year, award.semester)
    found = standard(name, on, division, package="bureau.areas.funds") if programme.standard else None
    return to_fen(found.value) // 2 if found else None


def _pupil_is_of_the_programme(award: AidAward, context: CheckContext) -> Iterator[Fault]:
    """§3.3: who is given aid is a pupil, of a stage that the programme is for, and lives as it says."""
    pupil, programme = award.student, award.programme
    if not context.touches("student", "programme"):
        return
    if pupil.status != StudentStatus.ENROLLED:
        yield invalid("student", "only those who are enrolled are given aid.", "仅在读学生可享受资助。")
    if award.stage not in programme.stages:
        yield invalid("programme", "it is not for the pupil's stage.", "该项目不适用于学生所在学段。")
    if programme.boarding and pupil.boarding != programme.boarding:
        yield fault(Code.MISMATCH, "programme", other=Student.boarding.words)


def _programme_is_in_force(award: AidAward, context: CheckContext) -> Iterator[Fault]:
    held = award.programme.validity
    if held and not held.holds(first_day(award.school_year, award.semester)):
        yield fault(Code.CLOSED, "programme", kind=AidAward.programme.words)


def _amount_has_its_reason(award: AidAward, context: CheckContext) -> Iterator[Fault]:
    """§3.3: the amount is the standard's; no other is typed in without a reason."""
    if award.__dict__["amount"] is None:
        yield invalid(
            "tier",
            "no standard sets an amount for it on that day; give another amount and its reason.",
            "该学期没有对应档次的标准，请填写另定金额及原因。",
        )
    if award.override_amount is not None and not award.override_reason:
        yield fault(Code.REQUIRED, "override_reason")
    if award.override_reason and award.override_amount is None:
        yield fault(Code.REQUIRED, "override_amount")


aid_award = Kind(
    AidAward,
    label=("Aid award", "Aid awards", "资助"),
    personal=True,
    scope=Stays("school"),
    kin=("student", "pupils"),
    read=rules.aid | rules.funds | rules.director_opened | rules.principal | rules.guardian,
    create=rules.aid,
    update=rules.aid,
    void=rules.aid,
    natural_key=("student", "programme", "school_year", "semester"),
    list=("student.number", "school.name", "programme.name", "school_year", "semester", "tier", "amount", "state"),
    order=("school_year", "amount"),
    filter=("school_year", "semester", "tier", "state", "amount"),
    group=("school_year", "semester", "stage", "tier", "state"),
    sum=("amount",),
    index=("school_year", "state"),
    distinct=(Distinct(("student", "exclusive_group", "school_year", "semester"), "programme", Code.EXCLUDED),),
    fills=(_follow_programme_and_pupil,),
    checks=(_pupil_is_of_the_programme, _programme_is_in_force, _amount_has_its_reason),
)


@action(aid_award, rules.aid, label=("Stop", "停发"))
async def stop_aid_award(act: Act, award: AidAward, *, reason: Annotated[str, AidAward.stop_reason]) -> AidAward:
    """Stop an award: nothing more is paid of it; what was paid stays."""
    if award.state == AwardState.STOPPED:
        raise refuse(Code.ENDED, "id", kind=aid_award.words)
    return await act.change(award, **_stopped(act.today, reason))


@reaction(student_left)
async def stop_aid_of_those_who_left(act: Act, writes: Sequence[Written[Student]]) -> None:
    """Stop what pupils who left were still to be given."""
    stopped = _stopped(act.today, "学生已离校")
    await act.change_all(AidAward, [(award, stopped) for award in await _still_to_be_given(act, writes)])


@reaction(student_moved)
async def move_aid_with_its_pupils(act: Act, writes: Sequence[Written[Student]]) -> None:
    """Let what pupils are still to be given go with them to their new school, so that none of it is given twice."""
    schools = {write.record.id: write.record.school for write in writes}
    awards = await _still_to_be_given(act, writes)
    await act.change_all(AidAward, [(a, {"school": schools[a.__dict__["student_id"]]}) for a in awards])


async def _still_to_be_given(act: Act, writes: Sequence[Written[Student]]) -> list[AidAward]:
    """The awards of these pupils for this semester and later ones."""
    now = semester_of(act.today)
    pupils = [write.record.id for write in writes]
    awards = await act.hold_all(AidAward, student_id__in=pupils, state=AwardState.GRANTED, school_year__gte=now[0])
    return [award for award in awards if (award.school_year, _rank(award.semester)) >= (now[0], _rank(now[1]))]


def _stopped(on: date, reason: str) -> dict[str, Any]:
    return {"state": AwardState.STOPPED, "stopped_on": on, "stop_reason": reason}


def _rank(semester: str) -> int:
    """The semesters of a year in their order."""
    return [*Semester].index(semester)
