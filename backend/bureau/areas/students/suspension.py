"""Suspension: a pupil stays away for a time, by right, and comes back (休学、复学)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.circumstances import Circumstances, Item, look_at, months_on
from bureau.areas.students.findings import (
    COMPULSORY_LAW,
    STATUS_RULES,
    is_at_hand,
    judged,
    may_become,
    takes_effect,
)
from bureau.areas.students.moving import Move, move
from bureau.areas.students.officers import OFFICERS, refuse_others
from bureau.areas.students.places import class_is_right, class_room, hold_class
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding
from bureau.kernel.words import Words
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import teaches
from bureau.registry.status_changes import change_code, is_compulsory
from bureau.registry.student import Student, StudentStatus, student
from bureau.storage.act import Act

SUSPENDED = "11"
_LOCAL_RULES = "省、市学籍管理实施细则（待核实）"


async def look_at_suspensions(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may be suspended, or a suspension go on."""
    return await look_at(act, items, _suspension)


def _suspension(item: Item, known: Circumstances) -> Iterator[Finding]:
    pupil, on, until = item["student"], item["effective_on"], item["until"]
    running = known.suspended.get(pupil.id)
    if pupil.status != StudentStatus.SUSPENDED:
        yield from may_become(pupil, StudentStatus.SUSPENDED)
    yield from takes_effect(pupil, on, known)
    yield judged(
        "renewal",
        running is None or on <= months_on(running.until, 1),
        Words("It begins, or goes on where the last one ends.", "新办休学，或于期满时续办。"),
        Words("The last suspension ended more than a month before.", "上次休学期满已逾一个月，应先复学。"),
        _LOCAL_RULES,
        "effective_on",
    )
    at = pupil.__dict__["school_id"]
    for rule, months, since in (
        ("length", known.number("suspension_most", on, at), on),
        ("length_in_all", known.number("suspension_most_in_all", on, at), running.since if running else on),
    ):
        if months is not None:
            last = months_on(since, months)
            yield judged(
                rule,
                on < until <= last,
                Words(f"At most {months} months from {since}.", f"自 {since} 起不超过 {months} 个月。"),
                Words(
                    f"It ends after {on} and on {last} at the latest, {months} months from {since}.",
                    f"期满日应晚于 {on}，且自 {since} 起不超过 {months} 个月（{last}）。",
                ),
                _LOCAL_RULES,
                "until",
            )
    yield is_at_hand(item.get("approval_number"))


@action(student, OFFICERS, label=("Suspend", "休学"), checks=look_at_suspensions)
async def suspend_student(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    until: Annotated[date, StatusChange.until],
    reason: Annotated[str, StatusChange.reason],
    note: Annotated[str | None, StatusChange.note] = None,
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Suspend a pupil from a day until another, which is the last of it; of one who is suspended it goes on.

    The note says by what it is proved, as a hospital's certificate. The pupil stays in the school's register.
    """
    await refuse_others(act, suspend_student, [student])
    item = {"student": student, "effective_on": effective_on, "until": until, "approval_number": approval_number}
    await act.refuse_unmet(look_at_suspensions, item)
    said = {"until": until, "note": note, "approved_on": approved_on or act.today, "approval_number": approval_number}
    to = {"status": StudentStatus.SUSPENDED}
    (pupil,) = await move(act, [Move(student, SUSPENDED, effective_on, reason, to, said)])
    return pupil


async def look_at_resumptions(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether suspended pupils may come back, and to the grade that is thought fitting."""
    return await look_at(act, items, _resumption)


def _resumption(item: Item, known: Circumstances) -> Iterator[Finding]:
    pupil, on, class_ = item["student"], item["effective_on"], item.get("school_class")
    grade = item.get("grade") or pupil.grade
    school, running = known.school(pupil), known.suspended.get(pupil.id)
    yield judged(
        "suspended",
        pupil.status == StudentStatus.SUSPENDED,
        Words("The pupil is suspended.", "学生处于休学状态。"),
        Words("The pupil is not suspended.", "学生并非休学状态。"),
        STATUS_RULES,
    )
    yield from takes_effect(pupil, on, known)
    yield judged(
        "fitting_grade",
        grade[:1] == pupil.grade[:1] and grade <= pupil.grade and (not school.type or teaches(school.type, grade)),
        Words("The same grade, or an earlier one of the stage.", "编入原年级或本学段较低年级。"),
        Words("Back to the same grade, or an earlier one of the stage.", "应编入原年级或本学段较低年级。"),
        STATUS_RULES,
        "grade",
    )
    yield from class_is_right(school, grade, class_)
    if class_ is not None and class_.id != pupil.__dict__["school_class_id"]:
        yield class_room(class_, 0, on, known)
    if running is not None and is_compulsory(pupil.grade):
        yield judged(
            "in_time",
            on <= months_on(running.until, 1),
            Words("Back in time.", "按期复学。"),
            Words(f"Late: the suspension ended on {running.until}.", f"逾期复学：休学已于 {running.until} 期满。"),
            COMPULSORY_LAW,
            "effective_on",
            warns=True,
        )
    yield is_at_hand(item.get("approval_number"))


@action(student, OFFICERS, label=("Resume", "复学"), checks=look_at_resumptions)
async def resume_student(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    grade: Annotated[str | None, Student.grade] = None,
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a suspended pupil come back: to the grade that they left, or to an earlier one that is more fitting."""
    await refuse_others(act, resume_student, [student])
    await hold_class(act, school_class)
    item = {
        "student": student,
        "effective_on": effective_on,
        "grade": grade,
        "school_class": school_class,
        "approval_number": approval_number,
    }
    await act.refuse_unmet(look_at_resumptions, item)
    to: dict[str, Any] = {"status": StudentStatus.ENROLLED}
    to |= {"grade": grade} if grade and grade != student.grade else {}
    to |= {"school_class": school_class} if school_class else {}
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    code = change_code(StudentStatus.SUSPENDED, StudentStatus.ENROLLED)
    (pupil,) = await move(act, [Move(student, code, effective_on, reason, to, said)])
    return pupil
