"""Sanctioning: the facts, the hearing, the decision, its delivery, the appeal and the end of a sanction (处分程序)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from bureau.access.acting import acting
from bureau.access.others import refuse_same_person
from bureau.areas.students.circumstances import PACKAGE, months_on
from bureau.areas.students.officers import OFFICERS, refuse_kin, refuse_others
from bureau.areas.students.sanction import (
    IN_FORCE,
    SCHOOL,
    AppealOutcome,
    Sanction,
    SanctionLevel,
    SanctionState,
    sanction,
)
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.notices.telling import tell
from bureau.registry.division import Division
from bureau.registry.enrolment import Enrolment
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.standards import standard
from bureau.registry.student import IN_THE_REGISTER, Student, StudentStatus, student
from bureau.storage.act import Act

_DELIVERED = Words(
    "A decision of the school about your child was delivered; you may appeal against it until {day}.",
    "学校对您子女作出的处分决定已送达，可在 {day} 前提出申诉。",
)
_ANSWERED = Words("Your appeal was answered.", "您的申诉已答复。")


@action(student, SCHOOL | rules.head_teacher, label=("Propose a sanction", "提出处分"))
async def propose_sanction(
    act: Act,
    student: Student,
    *,
    level: Annotated[SanctionLevel, Sanction.level],
    acted_on: Annotated[date, Sanction.acted_on],
    facts: Annotated[str, Sanction.facts],
    basis: Annotated[str, Sanction.basis],
) -> Student:
    """Write down what a pupil did and which sanction is thought right; nothing before they entered the school."""
    if student.status not in IN_THE_REGISTER:
        words = StudentStatus[student.status].words
        raise refuse(Code.TRANSITION, "id", before=words, after=SanctionState.PROPOSED.words)
    stay = await Enrolment.filter(student_id=student.id, period_until__isnull=True, void_reason__isnull=True).first()
    if stay is not None and stay.period.start and acted_on < stay.period.start:
        raise Refusal([invalid("acted_on", "it lies before the pupil entered the school.", "早于学生入学日期。")])
    who, class_ = await acting(act), student.__dict__["school_class_id"]
    await act.create(
        Sanction,
        student=student,
        school=await School.get(id=student.__dict__["school_id"]),
        school_class=await SchoolClass.get(id=class_) if class_ else None,
        level=level,
        state=SanctionState.PROPOSED,
        acted_on=acted_on,
        facts=facts,
        basis=basis,
        proposer=who.account,
        proposed_by=who.name,
        proposed_at=act.tx.now(),
    )
    return student


@action(sanction, SCHOOL | rules.head_teacher, label=("Note the hearing", "登记陈述申辩"))
async def hear_sanction(
    act: Act,
    subject: Sanction,
    *,
    heard_on: Annotated[date, Sanction.heard_on],
    hearing: Annotated[str, Sanction.hearing],
) -> Sanction:
    """Note what the pupil and the guardians said, without which nothing is decided."""
    _refuse_unless(subject, SanctionState.HEARD, SanctionState.PROPOSED, SanctionState.HEARD)
    _refuse_day(act, "heard_on", heard_on, subject.acted_on)
    return await act.change(subject, state=SanctionState.HEARD, heard_on=heard_on, hearing=hearing)


@action(sanction, rules.principal.at(Level.UNIT), label=("Decide", "作出处分决定"))
async def decide_sanction(
    act: Act,
    subject: Sanction,
    *,
    level: Annotated[SanctionLevel | None, Sanction.level] = None,
    decision_number: Annotated[str, Sanction.decision_number],
) -> Sanction:
    """Decide a sanction after the hearing, as proposed or of another level; nobody decides what they proposed."""
    _refuse_unless(subject, SanctionState.DECIDED, SanctionState.HEARD)
    await _refuse_same(act, subject, "proposer_id")
    await refuse_kin(act, [await Student.get(id=subject.__dict__["student_id"])])
    who = await acting(act)
    said = {"decider": who.account, "decided_by": who.name, "decided_on": act.today, "decision_number": decision_number}
    return await act.change(subject, state=SanctionState.DECIDED, level=level or subject.level, **said)


@action(sanction, SCHOOL, label=("Deliver", "送达"))
async def deliver_sanction(
    act: Act,
    subject: Sanction,
    *,
    delivered_on: Annotated[date, Sanction.delivered_on],
    delivered_to: Annotated[str, Sanction.delivered_to],
) -> Sanction:
    """Note to whom a decision was handed, from when on it is in force; guardians with an account are told as well.

    It may be appealed against within so many working days, and lifted after so many months, as the standards say.
    """
    _refuse_unless(subject, SanctionState.IN_FORCE, SanctionState.DECIDED)
    _refuse_day(act, "delivered_on", delivered_on, subject.decided_on)
    calendar, division = await load_calendar(act.tx), await _division(subject)
    days = standard("sanction_appeal_days", delivered_on, division, package=PACKAGE)
    until = calendar.after(delivered_on, int(days.value) if days else 0)
    months = standard(f"sanction_months.{subject.level}", delivered_on, division, package=PACKAGE)
    delivered = await act.change(
        subject,
        state=SanctionState.IN_FORCE,
        delivered_on=delivered_on,
        delivered_to=delivered_to,
        appeal_until=until,
        term_until=months_on(delivered_on, int(months.value)) if months else None,
    )
    await tell(act, sanction, delivered, await _guardians(act, subject), _DELIVERED.filled(day=until))
    return delivered


@action(sanction, rules.guardian | rules.registrar.at(Level.UNIT), label=("Appeal", "申诉"))
async def appeal_sanction(
    act: Act,
    subject: Sanction,
    *,
    appeal: Annotated[str, Sanction.appeal],
    appealed_on: Annotated[date | None, Sanction.appealed_on] = None,
) -> Sanction:
    """Appeal to the school against a sanction, once, within its days; the school notes what came on paper, and when."""
    if subject.state == SanctionState.APPEALED or subject.appealed_on is not None:
        raise refuse(Code.DUPLICATE, "id", kind=Sanction.appeal.words)
    _refuse_unless(subject, SanctionState.APPEALED, SanctionState.IN_FORCE)
    is_noted = not act.actor.wards.pupils or subject.__dict__["student_id"] not in act.actor.wards.pupils
    on = appealed_on if is_noted and appealed_on else act.today
    _refuse_day(act, "appealed_on", on, subject.delivered_on)
    if subject.appeal_until and on > subject.appeal_until:
        raise refuse(Code.EXPIRED, "id", day=str(subject.appeal_until))
    said = {"appeal": appeal, "appealed_on": on, "appealed_by": (await acting(act)).name}
    return await act.change(subject, state=SanctionState.APPEALED, **said)


@action(sanction, SCHOOL, label=("Answer the appeal", "处理申诉"))
async def answer_appeal(
    act: Act,
    subject: Sanction,
    *,
    appeal_outcome: Annotated[AppealOutcome, Sanction.appeal_outcome],
    answer: Annotated[str, Sanction.answer],
) -> Sanction:
    """Answer an appeal for the school's committee; nobody does who decided the sanction or proposed it."""
    _refuse_unless(subject, SanctionState.IN_FORCE, SanctionState.APPEALED)
    await _refuse_same(act, subject, "decider_id", "proposer_id")
    await refuse_kin(act, [await Student.get(id=subject.__dict__["student_id"])])
    who = await acting(act)
    said = {"appeal_outcome": appeal_outcome, "answer": answer, "answered_by": who.name, "answered_on": act.today}
    is_upheld = appeal_outcome == AppealOutcome.UPHELD
    end = {} if is_upheld else {"ended_by": who.name, "ended_on": act.today, "end_reason": answer}
    state = SanctionState.IN_FORCE if is_upheld else SanctionState.REVOKED
    answered = await act.change(subject, state=state, **said, **end)
    await tell(act, sanction, answered, await _guardians(act, subject), _ANSWERED)
    return answered


@action(sanction, OFFICERS, label=("Revoke", "撤销处分"))
async def revoke_sanction(act: Act, subject: Sanction, *, end_reason: Annotated[str, Sanction.end_reason]) -> Sanction:
    """Revoke a sanction that was appealed against, as the bureau that reviews it."""
    _refuse_unless(subject, SanctionState.REVOKED, *IN_FORCE)
    if subject.appealed_on is None:
        raise refuse(Code.NOT_FOUND, "id", kind=Sanction.appeal.words)
    await refuse_others(act, revoke_sanction, [await Student.get(id=subject.__dict__["student_id"])])
    return await _ended(act, subject, SanctionState.REVOKED, end_reason)


@action(sanction, SCHOOL, label=("Lift", "解除处分"))
async def lift_sanction(act: Act, subject: Sanction, *, end_reason: Annotated[str, Sanction.end_reason]) -> Sanction:
    """Lift a sanction whose term is over, with how the pupil has done since; an expulsion has no term."""
    _refuse_unless(subject, SanctionState.LIFTED, SanctionState.IN_FORCE)
    if subject.term_until is None or act.today < subject.term_until:
        day = str(subject.term_until or "—")
        raise Refusal([invalid("id", f"its term ends on {day}.", f"处分期满日为 {day}。")])
    return await _ended(act, subject, SanctionState.LIFTED, end_reason)


@action(sanction, SCHOOL, label=("Impose none", "不予处分"))
async def drop_sanction(act: Act, subject: Sanction, *, end_reason: Annotated[str, Sanction.end_reason]) -> Sanction:
    """Impose none after all, before one was decided."""
    _refuse_unless(subject, SanctionState.DROPPED, SanctionState.PROPOSED, SanctionState.HEARD)
    return await _ended(act, subject, SanctionState.DROPPED, end_reason)


async def _ended(act: Act, subject: Sanction, state: SanctionState, reason: str) -> Sanction:
    said = {"ended_by": (await acting(act)).name, "ended_on": act.today, "end_reason": reason}
    return await act.change(subject, state=state, **said)


def _refuse_unless(subject: Sanction, after: SanctionState, *states: SanctionState) -> None:
    if subject.state not in states:
        raise refuse(Code.TRANSITION, "id", before=SanctionState[subject.state].words, after=after.words)


def _refuse_day(act: Act, name: str, day: date, first: date | None) -> None:
    """Raise Refusal INVALID for a day that is still to come, or before what it follows."""
    if day > act.today or (first is not None and day < first):
        raise Refusal([invalid(name, f"between {first} and today.", f"应在 {first} 至今天之间。")])


async def _refuse_same(act: Act, subject: Sanction, *names: str) -> None:
    await refuse_same_person(act, [number for name in names if (number := subject.__dict__[name]) is not None])


async def _division(subject: Sanction) -> str:
    """The division in which the school lies, by whose standards it goes."""
    school = await School.get(id=subject.__dict__["school_id"])
    found = await Division.filter(id=school.__dict__["division_id"]).first()
    return found.code if found else ""


_BOUND = """
SELECT DISTINCT account_id FROM guardian_binding
WHERE student_id = $1 AND state = 'ACTIVE' AND void_reason IS NULL"""


async def _guardians(act: Act, subject: Sanction) -> Sequence[int]:
    """The accounts of the pupil's guardians."""
    rows: Sequence[Any] = await act.tx.fetch(_BOUND, subject.__dict__["student_id"])
    return [row[0] for row in rows]
