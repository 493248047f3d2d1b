"""Marking attendance: one class, one half of a day, and those who are not simply there, in one call."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.attendance.away import AWAY, is_expected
from bureau.areas.students.attendance.effects import PRESENT, codes_that
from bureau.areas.students.attendance.leave import LeaveState
from bureau.areas.students.attendance.limits import limit
from bureau.areas.students.attendance.mark import AttendanceMark
from bureau.areas.students.attendance.roll_call import HalfDay, RollCall, roll_call
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid
from bureau.kernel.field import Boolean, Coded, One, Rows, Text
from bureau.kernel.rules import Level
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.machinery.calendars.school_days import load_school_days
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act
from bureau.storage.sql import among

MARKERS = rules.registrar | rules.head_teacher
_OFFICE = rules.registrar.at(Level.CITY, Level.COUNTY)


class AttendanceException(Shape):
    """A pupil of whom there is something to say, and what (考勤异常)."""

    student = One(Student, "Student", "学生")
    code = Coded(AttendanceMark.code.table, "Attendance", "考勤情况")
    note = Text(200, "Note", "备注").optional()


_REASON = Text(200, "Reason", "原因", note=("For what is put right late.", "逾期更正须填写。"))


@action(roll_call, MARKERS, label=("Mark attendance", "登记考勤"), place="school_class")
async def mark_attendance(
    act: Act,
    *,
    school_class: Annotated[SchoolClass, RollCall.school_class],
    day: Annotated[date, RollCall.day],
    session: Annotated[HalfDay, RollCall.session],
    exceptions: Annotated[list[AttendanceException], Rows(AttendanceException, "Exceptions", "考勤异常名单", most=200)],
    is_opened: Annotated[bool, Boolean("Class was opened", "已打开名单")] = False,
    reason: Annotated[str | None, _REASON] = None,
) -> RollCall:
    """Say of a class who was not there in one half of a day; all others were. Said again, it replaces what was said.

    It is put right within days by whoever may say it, later by the bureau's registrar with a reason, and no more once
    its term is closed. If everybody is said to be there by somebody who never opened the class, it is to be looked at.
    """
    await _refuse_day(act, school_class, day, reason)
    pupils = await _pupils(act, school_class, day)
    given = await _given(act, exceptions, pupils, day)
    held = await act.hold_all(RollCall, school_class_id=school_class.id, day=day, session=session)
    call = held[0] if held else None
    known = {
        mark.__dict__["student_id"]: mark
        for mark in (await act.hold_all(AttendanceMark, roll_call_id=call.id) if call else [])
    }
    missed = codes_that("absent") | codes_that("suspended")
    left = [mark for pupil, mark in known.items() if pupil not in pupils]  # who have another class by now
    said = {pupil: one.code for pupil, one in given.items()} | {m.__dict__["student_id"]: m.code for m in left}
    expected = len(pupils) + len(left)
    values = {
        "expected": expected,
        "present": expected - sum(code in missed for code in said.values()),
        "is_doubtful": not given and not is_opened,
    }
    by = {"checked_by": act.actor.name, "checked_at": act.tx.now()}
    if call is None:
        call = await act.create(RollCall, school_class=school_class, day=day, session=session, **values, **by)
    elif values != {name: getattr(call, name) for name in values}:
        call = await act.change(call, **values, **by)
    await _write(act, call, school_class, given, {pupil: mark for pupil, mark in known.items() if pupil in pupils})
    return call


async def _refuse_day(act: Act, school_class: SchoolClass, day: date, reason: str | None) -> None:
    """§36: no day that is still to come, without school, or of a closed term; what is old is the bureau's to say."""
    if day > act.today:
        raise Refusal([invalid("day", "it is still to come.", "不能登记未来日期。")])
    days = await load_school_days(act.tx)
    term = days.term_of(day)
    if term is None or not days.calendar.is_working(day):
        raise Refusal([invalid("day", "there is no school on it.", "该日期不是教学日。")])
    if term.is_closed:
        name = f"{term.period.start} – {term.period.until}"
        raise Refusal([fault(Code.PERIOD_CLOSED, "day", day=str(day), term=name)])
    is_over = term.period.until is not None and term.period.until <= act.today
    if not is_over and (act.today - day).days <= limit("attendance_correction_days", day):
        return
    school = school_class.__dict__["school_id"]
    if not act.actor.reaches(_OFFICE, school_class.__dict__["county_id"], school):
        words = Words("only the bureau's registrar may still do it.", "已超过更正期限，须由教育局学籍管理员办理。")
        raise Refusal([fault(Code.INVALID, "day", reason=words)])
    if not reason:
        raise Refusal([fault(Code.REQUIRED, "reason")])


_PUPILS = f"""
WITH {AWAY}
SELECT s.id FROM student s JOIN enrolment e ON e.student_id = s.id AND e.school_id = s.school_id
WHERE s.school_class_id = $1 AND s.status = $2 AND s.void_reason IS NULL AND e.void_reason IS NULL
    AND e.period_from <= $3 AND (e.period_until IS NULL OR e.period_until > $3)
    AND {is_expected("s.id", "$3")}"""


async def _pupils(act: Act, school_class: SchoolClass, day: date) -> set[int]:
    """Those of a class who were in the register of its school on a day, and were expected there."""
    return {row[0] for row in await act.tx.fetch(_PUPILS, school_class.id, StudentStatus.ENROLLED, day)}


async def _given(
    act: Act, exceptions: Sequence[AttendanceException], pupils: set[int], day: date
) -> Mapping[int, AttendanceException]:
    """What is said of each pupil; raises Refusal for those who are none of the class, said twice, or on leave."""
    truant = codes_that("truant")
    on_leave = await _on_leave(act, [one.student.id for one in exceptions if one.code in truant], day)
    faults: list[Fault] = []
    given: dict[int, AttendanceException] = {}
    for place, one in enumerate(exceptions):
        path = ("exceptions", str(place))
        if one.student.id not in pupils:
            faults.append(fault(Code.MISMATCH, *path, "student", other=RollCall.school_class.words))
        elif one.student.id in given:
            faults.append(fault(Code.DUPLICATE, *path, "student", kind=Words("line", "条目")))
        elif one.student.id in on_leave:
            faults.append(invalid("code", "leave was granted for it.", "该生已准假。").under(*path))
        given[one.student.id] = one
    if faults:
        raise Refusal(faults)
    return given


async def _on_leave(act: Act, pupils: Sequence[int], day: date) -> set[int]:
    if not pupils:
        return set()
    of, values = among(act.tx.dialect, "student_id", pupils)
    state, on = len(values) + 1, len(values) + 2
    sql = (
        f"SELECT student_id FROM leave_request WHERE {of} AND void_reason IS NULL AND state = ${state}"
        f" AND first_day <= ${on} AND last_day >= ${on}"
    )
    return {row[0] for row in await act.tx.fetch(sql, *values, LeaveState.GRANTED, day)}


async def _write(
    act: Act,
    call: RollCall,
    school_class: SchoolClass,
    given: Mapping[int, AttendanceException],
    known: Mapping[int, AttendanceMark],
) -> None:
    by = {"marked_by": act.actor.name, "marked_at": act.tx.now()}
    changes = [
        (mark, {**values, **by})
        for pupil, mark in known.items()
        if (values := _said(given.get(pupil))) != {"code": mark.code, "note": mark.note}
    ]
    new = [(pupil, one) for pupil, one in given.items() if pupil not in known and one.code != PRESENT]
    school = await School.get(id=school_class.__dict__["school_id"]) if new else None
    place = {"school_class": school_class, "school": school, "roll_call": call, "day": call.day}
    rows = [{"student": one.student, "session": call.session, **place, **_said(one), **by} for _, one in new]
    await act.change_all(AttendanceMark, changes)
    await act.create_all(AttendanceMark, rows)


def _said(one: AttendanceException | None) -> dict[str, Any]:
    return {"code": one.code, "note": one.note} if one else {"code": PRESENT, "note": None}
