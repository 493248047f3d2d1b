"""A lesson of a training course: when it is to be held, and that it was (培训课次)."""

from bureau.areas.standards.training_body import READERS, TrainingBody
from bureau.areas.standards.training_course import TrainingCourse
from bureau.kernel.field import Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.storage.record import Record

TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
"""A time of day."""


class LessonState(State):
    """Whether a lesson was held (课次状态)."""

    PLANNED = "PLANNED", "Planned", "待授课"
    TAUGHT = "TAUGHT", "Taught", "已授课"
    CANCELLED = "CANCELLED", "Cancelled", "已取消"


class TrainingLesson(Record):
    """One lesson of a course; with each that is taught, its share of what was paid in advance is released."""

    course = One(TrainingCourse, "Course", "培训课程", back=("lessons", "Lessons", "课次"))
    body = One(TrainingBody, "Training body", "校外培训机构", back=("lessons", "Lessons", "课次"))
    day = Date("Day", "上课日期")
    begins = Text(5, "Begins at", "开始时间", plain=True, pattern=TIME, note=("As 18:30.", "如 18:30。"))
    ends = Text(5, "Ends at", "结束时间", plain=True, pattern=TIME, note=("As 19:15.", "如 19:15。"))
    class_hours = Integer(1, 8, "Class-hours", "课时数")
    state = Choice(LessonState, "State", "课次状态")
    noted_by = Text(60, "Noted by", "登记人").optional()
    reason = Text(200, "Reason", "原因").optional()


training_lesson = Kind(
    TrainingLesson,
    label=("Training lesson", "Training lessons", "培训课次"),
    scope=Follows("body"),
    read=READERS,
    title=("course.name", "day", "begins"),
    list=("course.name", "day", "begins", "ends", "class_hours", "state"),
    order=("day",),
    filter=("day", "state"),
    group=("state",),
)
