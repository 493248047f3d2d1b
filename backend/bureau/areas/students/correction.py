"""Correction: a wrong entry is taken back by another that names it; nothing is deleted (学籍更正)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.circumstances import Circumstances, Item, circumstances
from bureau.areas.students.findings import OWN_RULES, is_at_hand, judged
from bureau.areas.students.moving import AT_A_SCHOOL
from bureau.areas.students.officers import OFFICERS, refuse_others
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding
from bureau.kernel.words import Words
from bureau.registry.enrolment import Enrolment
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.status_changes import take_back
from bureau.registry.student import Student, student
from bureau.storage.act import Act


async def look_at_corrections(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether entries may be taken back: the last of a pupil, once."""
    pupils = [item["student"] for item in items]
    ids = [pupil.id for pupil in pupils]
    entries = await StatusChange.filter(student_id__in=ids, void_reason__isnull=True).order_by("effective_on", "id")
    taken = {entry.__dict__["corrects_id"] for entry in entries} - {None}
    standing = [e for e in entries if e.id not in taken and e.__dict__["corrects_id"] is None]
    last = {entry.__dict__["student_id"]: entry.id for entry in standing}
    known = await circumstances(act, pupils)
    return [[*_findings(item, known, last.get(item["student"].id), taken)] for item in items]


def _findings(item: Item, known: Circumstances, last: int | None, taken: set[int]) -> Iterator[Finding]:
    pupil, wrong = item["student"], item["change"]
    yield judged(
        "of_the_pupil",
        wrong.__dict__["student_id"] == pupil.id and wrong.__dict__["corrects_id"] is None,
        Words("An entry of the pupil.", "属于该生的异动。"),
        Words("No entry of the pupil that can be taken back.", "不是该生可更正的异动。"),
        OWN_RULES,
        "change",
    )
    yield judged(
        "standing",
        wrong.id not in taken,
        Words("It stands.", "该异动有效。"),
        Words("It was taken back already.", "该异动已被更正。"),
        OWN_RULES,
        "change",
    )
    yield judged(
        "last",
        wrong.id in taken or wrong.id == last,
        Words("The last entry of the pupil.", "该生最近一次异动。"),
        Words("Later entries rest on it: take those back first.", "其后另有异动，应先更正后者。"),
        OWN_RULES,
        "change",
    )
    yield judged(
        "as_it_left",
        (pupil.status, pupil.grade) == (wrong.to_status, wrong.to_grade),
        Words("The pupil is as the entry left them.", "学生现状与该异动结果一致。"),
        Words("The pupil has changed since otherwise.", "该异动之后学生信息另有变更。"),
        OWN_RULES,
        "change",
    )
    closed = next((term for term in known.closed if term.period.holds(wrong.effective_on)), None)
    yield judged(
        "term_open",
        closed is None,
        Words("It took effect in no closed term.", "异动日期不在已关闭的学期内。"),
        Words("It took effect in a term that is closed.", "异动日期处于已关闭的学期。"),
        OWN_RULES,
        "change",
    )
    yield is_at_hand(item.get("approval_number"))


@action(student, OFFICERS, label=("Correct status", "学籍更正"), checks=look_at_corrections)
async def correct_status(
    act: Act,
    student: Student,
    *,
    change: Annotated[StatusChange, StatusChange.corrects],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Take back the last entry of a pupil: status, school, grade, class and stays are as they were before it.

    The entry stays, and with it what aid did; the new entry names it. A certificate's number is not given again.
    """
    await refuse_others(act, correct_status, [student])
    item = {"student": student, "change": change, "approval_number": approval_number}
    await act.refuse_unmet(look_at_corrections, item)
    before = await _places(change)
    await _end_what_it_began(act, student, change)
    take_back(student)
    now = await act.change(
        student,
        status=change.from_status,
        grade=change.from_grade,
        school=before["from_school"] or student.__dict__["school_id"],
        school_class=before["from_class"],
        seat_number=None,
    )
    await _reopen_what_it_ended(act, now, change)
    await act.create(
        StatusChange,
        student=now,
        category=change.category,
        corrects=change,
        effective_on=act.today,
        reason=reason,
        approved_on=approved_on or act.today,
        approval_number=approval_number,
        from_status=change.to_status,
        to_status=change.from_status,
        from_school=before["to_school"],
        to_school=before["from_school"],
        from_grade=change.to_grade,
        to_grade=change.from_grade,
        from_class=before["to_class"],
        to_class=before["from_class"],
    )
    return now


async def _places(change: StatusChange) -> dict[str, Any]:
    """The schools and classes that an entry names, which whoever corrects it need not see."""
    columns = change.__dict__
    schools = await School.filter(id__in=[i for i in (columns["from_school_id"], columns["to_school_id"]) if i])
    classes = await SchoolClass.filter(id__in=[i for i in (columns["from_class_id"], columns["to_class_id"]) if i])
    by_id: dict[str, dict[int, Any]] = {"school": {s.id: s for s in schools}, "class": {c.id: c for c in classes}}
    ends = [(f"{end}_{what}", what) for end in ("from", "to") for what in ("school", "class")]
    return {name: by_id[what].get(columns[f"{name}_id"]) for name, what in ends}


async def _end_what_it_began(act: Act, pupil: Student, change: StatusChange) -> None:
    """Make the stay void that began by a wrong entry: nobody was there."""
    moved = change.__dict__["from_school_id"] != change.__dict__["to_school_id"]
    if change.to_status in AT_A_SCHOOL and (moved or change.from_status not in AT_A_SCHOOL):
        day = {"period_from": change.effective_on, "period_until__isnull": True}
        for stay in await act.hold_all(Enrolment, student_id=pupil.id, **day):
            await act.void(stay, f"更正学籍异动 StatusChange:{change.id}")


async def _reopen_what_it_ended(act: Act, pupil: Student, change: StatusChange) -> None:
    """Let the stay go on that ended by a wrong entry."""
    moved = change.__dict__["from_school_id"] != change.__dict__["to_school_id"]
    if change.from_status in AT_A_SCHOOL and (moved or change.to_status not in AT_A_SCHOOL):
        ended = {"period_until": change.effective_on, "ended_by": change.category}
        stays = await act.hold_all(Enrolment, student_id=pupil.id, **ended)
        await act.change_all(Enrolment, [(s, {"period": (s.period.start, None), "ended_by": None}) for s in stays])
        if stays:
            await act.change(pupil, entered_on=stays[0].period.start)
