"""Graduation: pupils finish a stage, with a certificate that they graduated or that they completed it (毕业、结业)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.circumstances import Circumstances, Item, look_at
from bureau.areas.students.findings import STATUS_RULES, judged, may_become, takes_effect
from bureau.areas.students.lists import PUPILS, Line, listed, told
from bureau.areas.students.moving import Move, move
from bureau.areas.students.officers import OFFICERS, refuse_others
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.kernel.words import Words
from bureau.registry.school import School, school
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import is_graduating
from bureau.registry.status_changes import change_code
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act

_LAST_DIGITS = re.compile(r"(.*?)([0-9]{1,18})")


def _finishes(item: Item, known: Circumstances, at: School, after: StudentStatus) -> Iterator[Finding]:
    pupil = item["student"]
    yield judged(
        "school",
        pupil.__dict__["school_id"] == at.id,
        Words("A pupil of the school.", "本校学生。"),
        Words("Not a pupil of the school.", "并非本校学生。"),
        STATUS_RULES,
    )
    yield from may_become(pupil, after)
    yield from takes_effect(pupil, item["effective_on"], known, ends_stay=True)
    yield judged(
        "graduating_grade",
        is_graduating(pupil.grade, known.school(pupil).schooling),
        Words("The last grade of the stage.", "毕业年级。"),
        Words("Not the last grade of the stage.", "并非毕业年级。"),
        STATUS_RULES,
    )


@action(school, OFFICERS, label=("Graduate pupils", "办理毕业"))
async def graduate_students(
    act: Act,
    school: School,
    *,
    pupils: Annotated[str | None, PUPILS] = None,
    school_class: Annotated[SchoolClass | None, StatusChange.from_class] = None,
    first_certificate: Annotated[str | None, StatusChange.certificate_number] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str, StatusChange.approval_number],
) -> School:
    """Let pupils of a school graduate: those of a list, whose lines hold number and certificate number, or a whole
    class, whose certificates are numbered on from the first one in the order of pupils' numbers. All or none.
    """
    lines = await _lines(act, pupils, school_class, first_certificate)
    await refuse_others(act, graduate_students, [line.pupil for line in lines])
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    await _finish(act, school, lines, StudentStatus.GRADUATED, effective_on, reason, said)
    return school


@action(school, OFFICERS, label=("Complete pupils", "办理结业"))
async def complete_students(
    act: Act,
    school: School,
    *,
    pupils: Annotated[str | None, PUPILS] = None,
    school_class: Annotated[SchoolClass | None, StatusChange.from_class] = None,
    first_certificate: Annotated[str | None, StatusChange.certificate_number] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str, StatusChange.approval_number],
) -> School:
    """Let pupils of a school complete a stage without graduating, as `graduateStudents` lets them graduate."""
    lines = await _lines(act, pupils, school_class, first_certificate)
    await refuse_others(act, complete_students, [line.pupil for line in lines])
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    await _finish(act, school, lines, StudentStatus.COMPLETED, effective_on, reason, said)
    return school


async def _lines(act: Act, pupils: str | None, class_: SchoolClass | None, first: str | None) -> list[Line]:
    """Those of a list or of a class, each with a certificate number."""
    if (pupils is None) == (class_ is None):
        en, zh = "either a list or a class, and only one of them.", "请填写学生名单或选择班级，二者取一。"
        raise Refusal([invalid("pupils", en, zh)])
    if pupils is not None:
        lines = await listed(act, pupils)
        if lacking := [line.pupil.number for line in lines if not line.said]:
            en = f"no certificate number: {', '.join(lacking)}."
            raise Refusal([invalid("pupils", en, f"缺少证书编号：{'、'.join(lacking)}。")])
        return lines
    assert class_ is not None
    held = await act.hold_all(Student, school_class_id=class_.id, status=StudentStatus.ENROLLED)
    match = _LAST_DIGITS.fullmatch(first or "")
    if match is None:
        raise refuse(Code.REQUIRED, "first_certificate")
    head, digits = match.groups()
    ordered = sorted(held, key=lambda pupil: pupil.number)
    return [Line(one, f"{head}{int(digits) + place:0{len(digits)}}") for place, one in enumerate(ordered)]


async def _finish(
    act: Act, at: School, lines: Sequence[Line], after: StudentStatus, on: date, reason: str, said: Mapping[str, Any]
) -> None:
    items = [{"student": line.pupil, "effective_on": on, **said} for line in lines]
    found = await look_at(act, items, lambda item, known: _finishes(item, known, at, after))
    if faults := [fault for line, of in zip(lines, found, strict=True) for fault in told(line.pupil, of)]:
        raise Refusal(faults)
    code = change_code(StudentStatus.ENROLLED, after)
    to = {"status": after}
    moves = [Move(line.pupil, code, on, reason, to, {**said, "certificate_number": line.said}) for line in lines]
    await move(act, moves)
