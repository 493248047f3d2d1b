"""Grade and class within a school: a grade is repeated or skipped, a class changed (留级、跳级、转班级)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from bureau.areas.students.circumstances import Circumstances, Item, look_at
from bureau.areas.students.findings import STATUS_RULES, is_enrolled, judged, takes_effect
from bureau.areas.students.moving import Move, move
from bureau.areas.students.officers import refuse_kin
from bureau.areas.students.places import class_is_right, class_room, hold_class
from bureau.areas.students.status_change import StatusChange
from bureau.kernel import rules
from bureau.kernel.action import action, outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.words import Words
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import last_grade, teaches
from bureau.registry.student import Student, student
from bureau.storage.act import Act

REPEATED, SKIPPED, CHANGED_CLASS = "02", "04", "29"


async def look_at_repeats(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may repeat a grade."""
    return await look_at(act, items, lambda item, known: _other_grade(item, known, -1))


async def look_at_skips(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may skip a grade."""
    return await look_at(act, items, lambda item, known: _other_grade(item, known, +1))


def _other_grade(item: Item, known: Circumstances, step: int) -> Iterator[Finding]:
    pupil, on, class_ = item["student"], item["effective_on"], item.get("school_class")
    school, grade = known.school(pupil), _beside(pupil.grade, step)
    yield is_enrolled(pupil)
    yield from takes_effect(pupil, on, known)
    most = int(last_grade(pupil.grade[:1], school.schooling)[1:])
    yield judged(
        "grade_exists",
        1 <= int(grade[1:]) <= most and (not school.type or teaches(school.type, grade)),
        Words("The stage has that grade.", "本学段设有该年级。"),
        Words("The stage has no such grade.", "本学段没有该年级。"),
        STATUS_RULES,
    )
    yield from class_is_right(school, grade, class_)
    if class_ is not None:
        yield class_room(class_, 0, on, known)


def _beside(grade: str, step: int) -> str:
    return f"{grade[0]}{int(grade[1:]) + step}"


@outcome(student, label=("Repeat a grade", "留级"), checks=look_at_repeats)
async def repeat_grade(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil go back by a grade, as a guardian asked for; no school orders it (§2.4).

    It is done at once: who is to repeat goes up with the others at the end of the year and back after it, or goes
    back before it and up with the others.
    """
    await hold_class(act, school_class)
    item = {"student": student, "effective_on": effective_on, "school_class": school_class}
    await act.refuse_unmet(look_at_repeats, item)
    to = {"grade": _beside(student.grade, -1), "school_class": school_class}
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    (pupil,) = await move(act, [Move(student, REPEATED, effective_on, reason, to, said)])
    return pupil


@outcome(student, label=("Skip a grade", "跳级"), checks=look_at_skips)
async def skip_grade(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil go up by a grade besides the yearly one, as a guardian asked for."""
    await hold_class(act, school_class)
    item = {"student": student, "effective_on": effective_on, "school_class": school_class}
    await act.refuse_unmet(look_at_skips, item)
    to = {"grade": _beside(student.grade, +1), "school_class": school_class}
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    (pupil,) = await move(act, [Move(student, SKIPPED, effective_on, reason, to, said)])
    return pupil


async def look_at_class_changes(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may go to another class of their school and grade."""
    return await look_at(act, items, _class_change)


def _class_change(item: Item, known: Circumstances) -> Iterator[Finding]:
    pupil, on, class_ = item["student"], item["effective_on"], item["school_class"]
    yield is_enrolled(pupil)
    yield judged(
        "in_a_class",
        pupil.__dict__["school_class_id"] is not None,
        Words("The pupil is in a class.", "学生已编班。"),
        Words("The pupil is in no class yet: place them in one.", "学生尚未编班，请办理编班。"),
        STATUS_RULES,
    )
    yield from takes_effect(pupil, on, known)
    yield from class_is_right(known.school(pupil), pupil.grade, class_)
    yield judged(
        "another_class",
        class_.id != pupil.__dict__["school_class_id"],
        Words("Another class than the present one.", "与现班级不同。"),
        Words("The pupil is in that class already.", "学生已在该班。"),
        STATUS_RULES,
        "school_class",
    )
    yield class_room(class_, 0, on, known)


@action(student, rules.registrar, label=("Change class", "转班级"), checks=look_at_class_changes)
async def change_class(
    act: Act,
    student: Student,
    *,
    school_class: Annotated[SchoolClass, Student.school_class],
    seat_number: Annotated[int | None, Student.seat_number] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
) -> Student:
    """Let a pupil go to another class of the same school and grade. Who is in none is placed in one instead."""
    await refuse_kin(act, [student])
    await hold_class(act, school_class)
    item = {"student": student, "effective_on": effective_on, "school_class": school_class}
    await act.refuse_unmet(look_at_class_changes, item)
    to = {"school_class": school_class, "seat_number": seat_number}
    (pupil,) = await move(act, [Move(student, CHANGED_CLASS, effective_on, reason, to)])
    return pupil
