"""Two entries of one person are made one, and, where that was a mistake, two again (人员合并与撤销)."""

from collections.abc import Sequence
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Boolean, Choices, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.registry.duplicate_candidate import settle_merged
from bureau.registry.enrolment import enrolment
from bureau.registry.guardianship import guardianship
from bureau.registry.person import Person, person
from bureau.registry.student import student
from bureau.storage.act import Act
from bureau.storage.merge import Merger, Wish
from bureau.storage.record import Record
from bureau.storage.steps import read, written
from bureau.storage.unmerge import undo


class PersonPart(State):
    """What of a person the entry that stays can take over from the one that is merged into it (采用内容)."""

    NAME = "NAME", "Name", "姓名"
    SEX = "SEX", "Sex", "性别"
    BIRTH_DATE = "BIRTH_DATE", "Date of birth", "出生日期"
    ETHNICITY = "ETHNICITY", "Ethnic group", "民族"
    NATIONALITY = "NATIONALITY", "Nationality", "国籍"
    DOCUMENT = "DOCUMENT", "Identity document, type and number", "身份证件类型及号码"
    PHONE = "PHONE", "Phone", "联系电话"
    ADDRESS = "ADDRESS", "Address", "家庭住址"


class StudentPart(State):
    """What of a student the entry that stays can take over from the one that is merged into it (采用内容)."""

    NATIONAL_NUMBER = "NATIONAL_NUMBER", "National student number", "学籍号"
    PLACE = "PLACE", "School, grade, class and status", "学校、年级、班级及学籍状态"
    CATEGORY = "CATEGORY", "Student category", "学生类别"
    BOARDING = "BOARDING", "Boarding", "就读方式"
    ENTERED_ON = "ENTERED_ON", "Entered on", "入学日期"


_SEVERAL = {
    PersonPart.DOCUMENT: ("document_type", "document_number"),
    StudentPart.PLACE: ("school", "grade", "school_class", "seat_number", "status"),
}
"""Parts that are more than the field of their name."""

_GIVEN_UP = (enrolment.name, guardianship.name)
"""The kinds of which records may be given up where they conflict."""


class PersonMerge(Record):
    """What was made one: the entry that stayed, the one that was merged into it, by whom, when and why."""

    kept = One(Person, "Stayed", "保留人员", as_found=True)
    merged = One(Person, "Merged", "并入人员", as_found=True)
    reason = Text(500, "Reason", "合并原因", lines=True)
    merged_by = Text(60, "Merged by", "合并人")
    merged_at = Moment("Merged at", "合并时间")
    undone_by = Text(60, "Undone by", "撤销人").optional()
    undone_at = Moment("Undone at", "撤销时间").optional()
    undo_reason = Text(500, "Reason for undoing", "撤销原因", lines=True).optional()


person_merge = Kind(
    PersonMerge,
    label=("Person merge", "Person merges", "人员合并"),
    personal=True,
    read=rules.identity,
    title=("kept.name", "merged.name"),
    list=("kept.name", "merged.name", "merged_by", "merged_at", "undone_at"),
    order=("merged_at",),
    filter=("merged_at", "undone_at"),
)

_IDENTITY = rules.identity.at(rules.Level.CITY)
"""Persons hang nowhere, so that only who answers for all of them says which of them are one."""


@action(person, _IDENTITY, label=("Merge persons", "合并人员"))
async def merge_persons(
    act: Act,
    keep: Person,
    *,
    merged: Annotated[Person, PersonMerge.merged],
    take: Annotated[
        Sequence[PersonPart] | None,
        Choices(PersonPart, "What is taken over from the merged entry", "采用并入人员的内容"),
    ] = None,
    merge_students: Annotated[bool | None, Boolean("Merge them as students too", "同时合并学生身份")] = None,
    take_of_student: Annotated[
        Sequence[StudentPart] | None,
        Choices(StudentPart, "What is taken over of the merged student", "采用并入学生的内容"),
    ] = None,
    void_conflicting: Annotated[
        bool | None,
        Boolean("Make void what cannot be kept of the merged entry", "并入人员与保留人员冲突的就读、监护记录作废"),
    ] = None,
    reason: Annotated[str, PersonMerge.reason],
) -> Person:
    """Merge another entry of the same person into this one, to which then all leads that led to either.

    The id of the merged entry stands for this one from then on. What both have and nobody has twice is refused,
    unless it says the same, or is merged too: of students the stays are joined, which must not overlap. Stays that
    overlap, and a second guardianship of one pupil, can be made void instead.
    """
    gives_up = _GIVEN_UP if void_conflicting else ()
    along = {student.name: Wish(_fields(take_of_student or ()), gives_up=gives_up)} if merge_students else {}
    merger = Merger(act.store, act.tx, act.verb, reason)
    await merger.merge(person, keep.id, merged.id, Wish(_fields(take or ()), along, gives_up))
    made = await act.create(
        PersonMerge,
        kept=keep,
        merged=merged,
        reason=reason,
        merged_by=act.actor.name,
        merged_at=act.tx.now(),
    )
    await settle_merged(act, keep.id, merged.id)
    await act.tx.insert("merge_steps", ("merge_id", "steps"), [(made.id, written(merger.steps))])
    return keep


def _fields(parts: Sequence[PersonPart | StudentPart]) -> list[str]:
    return [name for part in parts for name in _SEVERAL.get(part, (part.value.lower(),))]


@action(person_merge, _IDENTITY, label=("Undo merge", "撤销合并"))
async def undo_merge(act: Act, merge: PersonMerge, *, reason: Annotated[str, PersonMerge.undo_reason]) -> PersonMerge:
    """Make two again of what was made one, each as it was; refused where a later change depends on the merge."""
    if merge.undone_at is not None:
        raise refuse(Code.VOIDED, "id")
    rows = await act.tx.fetch("SELECT steps FROM merge_steps WHERE merge_id = $1", merge.id)
    await undo(act.store, act.tx, act.verb, read(rows[0][0]), reason)
    return await act.change(merge, undone_by=act.actor.name, undone_at=act.tx.now(), undo_reason=reason)
