"""Scheduling the lessons of a course by the days of the week, moving one of them, and calling one off (排课)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from bureau.access.acting import acting
from bureau.areas.standards.timing import Audience, Slot, Teaching, slot_faults
from bureau.areas.standards.training_body import OFFICERS, TrainingBody, TrainingCategory, TrainingMode, barred
from bureau.areas.standards.training_course import TrainingCourse, training_course
from bureau.areas.standards.training_lesson import LessonState, TrainingLesson, training_lesson
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, refuse
from bureau.kernel.field import Choices, Date, State
from bureau.machinery.calendars.school_days import load_school_days
from bureau.registry.division import Division
from bureau.storage.act import Act

_TOLD = 20
"""Faults that are told at once."""


class Weekday(State):
    """A day of the week (星期)."""

    MONDAY = "MONDAY", "Monday", "星期一"
    TUESDAY = "TUESDAY", "Tuesday", "星期二"
    WEDNESDAY = "WEDNESDAY", "Wednesday", "星期三"
    THURSDAY = "THURSDAY", "Thursday", "星期四"
    FRIDAY = "FRIDAY", "Friday", "星期五"
    SATURDAY = "SATURDAY", "Saturday", "星期六"
    SUNDAY = "SUNDAY", "Sunday", "星期日"


@action(training_course, OFFICERS, label=("Schedule lessons", "排课"))
async def schedule_training_lessons(
    act: Act,
    course: TrainingCourse,
    *,
    first_day: Annotated[date, Date("From", "起始日期")],
    last_day: Annotated[date, Date("Until and with", "截止日期")],
    weekdays: Annotated[list[Weekday], Choices(Weekday, "Days of the week", "星期")],
    begins: Annotated[str, TrainingLesson.begins],
    ends: Annotated[str, TrainingLesson.ends],
    class_hours: Annotated[int, TrainingLesson.class_hours],
) -> TrainingCourse:
    """Enter a lesson for each of these days of the week within some days of the course, all or none.

    Holidays are not left out: who teaches a school subject names spans between them.
    """
    within = course.period.holds(first_day) and course.period.holds(last_day) and first_day <= last_day
    if not within:
        raise Refusal([fault(Code.MISMATCH, "last_day", other=TrainingCourse.period.words)])
    body = await TrainingBody.get(id=course.__dict__["body_id"])
    faults = list(barred(body, first_day))
    held = await act.hold_all(TrainingLesson, course_id=course.id, state__in=[LessonState.PLANNED, LessonState.TAUGHT])
    slots = [Slot(day, begins, ends, class_hours) for day in _days(first_day, last_day, weekdays)]
    if not slots:
        faults.append(fault(Code.REQUIRED, "weekdays"))
    left = course.class_hours - sum(lesson.class_hours for lesson in held)
    if class_hours * len(slots) > left:
        faults.append(fault(Code.OUT_OF_RANGE, "class_hours", least=0, most=left))
    faults += await _faults(act, body, course, slots, held)
    if faults:
        raise Refusal(faults[:_TOLD])
    shared = {"course": course, "body": body, "state": LessonState.PLANNED}
    times = [{"day": s.day, "begins": s.begins, "ends": s.ends, "class_hours": s.class_hours} for s in slots]
    await act.create_all(TrainingLesson, [{**shared, **time} for time in times])
    return course


@action(training_lesson, OFFICERS, label=("Move", "调课"))
async def move_training_lesson(
    act: Act,
    lesson: TrainingLesson,
    *,
    day: Annotated[date, TrainingLesson.day],
    begins: Annotated[str, TrainingLesson.begins],
    ends: Annotated[str, TrainingLesson.ends],
    reason: Annotated[str, TrainingLesson.reason],
) -> TrainingLesson:
    """Move a lesson that was not held yet to another day or time."""
    refuse_unless_planned(lesson, LessonState.PLANNED)
    course = await TrainingCourse.get(id=lesson.__dict__["course_id"])
    if not course.period.holds(day):
        raise Refusal([fault(Code.MISMATCH, "day", other=TrainingCourse.period.words)])
    body = await TrainingBody.get(id=course.__dict__["body_id"])
    held = await act.hold_all(TrainingLesson, course_id=course.id, state__in=[LessonState.PLANNED, LessonState.TAUGHT])
    others = [other for other in held if other.id != lesson.id]
    if faults := await _faults(act, body, course, [Slot(day, begins, ends, lesson.class_hours)], others):
        raise Refusal(faults)
    said = {"reason": reason, "noted_by": (await acting(act)).name}
    return await act.change(lesson, day=day, begins=begins, ends=ends, **said)


@action(training_lesson, OFFICERS, label=("Call off", "取消课次"))
async def cancel_training_lesson(
    act: Act, lesson: TrainingLesson, *, reason: Annotated[str, TrainingLesson.reason]
) -> TrainingLesson:
    """Call a lesson off; what was paid for it stays in custody until it is held another day, or is refunded."""
    refuse_unless_planned(lesson, LessonState.CANCELLED)
    return await act.change(lesson, state=LessonState.CANCELLED, reason=reason, noted_by=(await acting(act)).name)


def refuse_unless_planned(lesson: TrainingLesson, after: LessonState) -> None:
    """Raise Refusal TRANSITION for a lesson that was held or called off."""
    if lesson.state != LessonState.PLANNED:
        raise refuse(Code.TRANSITION, "id", before=LessonState[lesson.state].words, after=after.words)


async def _faults(
    act: Act, body: TrainingBody, course: TrainingCourse, slots: Sequence[Slot], held: Sequence[TrainingLesson]
) -> list[Fault]:
    """What is wrong with the times of lessons beside those that stand."""
    division = await Division.get(id=body.__dict__["division_id"])
    category, mode = TrainingCategory[body.category], TrainingMode[body.mode]
    teaching = Teaching(category, mode, Audience[course.audience], division.code)
    days = await load_school_days(act.tx)
    others = [Slot(lesson.day, lesson.begins, lesson.ends, lesson.class_hours) for lesson in held]
    return [found for slot in slots for found in slot_faults(slot, teaching, days, others)]


def _days(first: date, last: date, weekdays: Sequence[Weekday]) -> list[date]:
    wanted = {[*Weekday].index(day) for day in weekdays}
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() in wanted]
