"""An attendance mark: of one pupil in one half of a day, where they were not simply there (考勤)."""

from collections.abc import Iterator

from bureau.areas.students.attendance.effects import ATTENDANCE
from bureau.areas.students.attendance.roll_call import HalfDay, RollCall
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Choice, Coded, Date, Moment, One, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student
from bureau.storage.record import Record


class AttendanceMark(Record):
    """What was noted of one pupil in one half of a day, by the class and the school they were in then.

    Who was there has none; one that was put right says that they were.
    """

    student = One(Student, "Student", "学生", back=("attendance_marks", "Attendance marks", "考勤记录"))
    school_class = One(SchoolClass, "Class", "班级", back=("attendance_marks", "Attendance marks", "考勤记录"))
    school = One(School, "School", "学校", back=("attendance_marks", "Attendance marks", "考勤记录"))
    roll_call = One(RollCall, "Roll call", "点名记录", back=("marks", "Marks", "考勤明细"))
    day = Date("Day", "日期")
    session = Choice(HalfDay, "Half of the day", "时段")
    code = Coded(ATTENDANCE, "Attendance", "考勤情况")
    note = Text(200, "Note", "备注").optional()
    marked_by = Text(60, "Marked by", "登记人")
    marked_at = Moment("Marked at", "登记时间")


def _is_of_its_roll_call(mark: AttendanceMark, context: CheckContext) -> Iterator[Fault]:
    if (mark.day, mark.session) != (mark.roll_call.day, mark.roll_call.session):
        yield fault(Code.MISMATCH, "day", other=AttendanceMark.roll_call.words)


attendance_mark = Kind(
    AttendanceMark,
    label=("Attendance mark", "Attendance marks", "考勤记录"),
    personal=True,
    scope=Stays("school"),
    kin=("student", "pupils"),
    headed="school_class",
    read=rules.staff | rules.guardian | rules.head_teacher,
    natural_key=("student", "day", "session"),
    title=("student.person.name", "day", "session"),
    list=("student.number", "school_class.name", "day", "session", "code"),
    order=("day",),
    filter=("day", "code"),
    group=("day", "session", "code"),
    checks=(_is_of_its_roll_call,),
)
