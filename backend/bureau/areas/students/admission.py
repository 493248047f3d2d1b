"""Admission: pupils who finished one stage enter the next, at the school that took them (新生注册, §2.4)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.barred import entry_bars
from bureau.areas.students.circumstances import Circumstances, Item, look_at
from bureau.areas.students.findings import STATUS_RULES, judged, takes_effect
from bureau.areas.students.lists import PUPILS, listed, told
from bureau.areas.students.moving import Move, move
from bureau.areas.students.officers import OFFICERS, refuse_kin, refuse_others_at
from bureau.areas.students.places import is_taught_at
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Refusal
from bureau.kernel.words import Words
from bureau.registry.enrolment import ORDINARY, Enrolment
from bureau.registry.school import School, school
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act

_FINISHED = (StudentStatus.GRADUATED, StudentStatus.COMPLETED)
_ORDER = {"K": 0, "P": 1, "J": 2, "S": 3, "V": 3}
"""The stages of which one follows another; senior and vocational stand side by side."""


def _enters(item: Item, known: Circumstances) -> Iterator[Finding]:
    pupil, to, grade, on = item["student"], item["school"], item["grade"], item["effective_on"]
    status = StudentStatus[pupil.status]
    yield judged(
        "finished",
        status in _FINISHED,
        Words("The pupil has finished a stage.", "学生已毕业或结业。"),
        Words(f"The pupil is “{status.words.en}”.", f"学生当前为“{status.words.zh}”，须先毕业或结业。"),
        STATUS_RULES,
    )
    before, after = _ORDER.get(pupil.grade[:1], -1), _ORDER.get(grade[:1], -1)
    yield judged(
        "next_stage",
        grade[1:] == "1" and (after == before + 1 or pupil.grade[:1] == grade[:1] == "E"),
        Words("The first grade of the next stage.", "下一学段的起始年级。"),
        Words("Only the first grade of the next stage is entered.", "只能进入下一学段的起始年级。"),
        STATUS_RULES,
        "grade",
    )
    yield from is_taught_at(to, grade, on)
    yield from takes_effect(pupil, on, known)


@action(school, OFFICERS, label=("Admit pupils", "新生入学"))
async def admit_students(
    act: Act,
    school: School,
    *,
    pupils: Annotated[str, PUPILS],
    grade: Annotated[str, Student.grade],
    effective_on: Annotated[date, StatusChange.effective_on],
    entry_way: Annotated[str, Enrolment.entry_way] = ORDINARY,
) -> School:
    """Let pupils of a list, who finished one stage, enter the next at a school that took them; all or none.

    Who is not in the register yet is entered by `registerStudent`.
    """
    await refuse_others_at(act, admit_students, [(school.id, grade)])
    lines = await listed(act, pupils)
    await refuse_kin(act, [line.pupil for line in lines])
    items = [{"student": line.pupil, "school": school, "grade": grade, "effective_on": effective_on} for line in lines]
    found: Sequence[Sequence[Finding]] = await look_at(act, items, _enters)
    faults = [fault for line, of in zip(lines, found, strict=True) for fault in told(line.pupil, of)]
    faults += await entry_bars(act, school, effective_on, [line.pupil for line in lines])
    if faults:
        raise Refusal(faults)
    to: dict[str, Any] = {"status": StudentStatus.ENROLLED, "school": school, "grade": grade}
    await move(act, [Move(line.pupil, "", effective_on, "", to, way=entry_way) for line in lines])
    return school
