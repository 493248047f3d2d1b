"""A roll call: that a class was checked in one half of a day, and how many were there (点名)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import Boolean, Choice, Coded, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import GRADE
from bureau.storage.record import Record


class HalfDay(State):
    """The half of a school day (半天)."""

    MORNING = "MORNING", "Morning", "上午"
    AFTERNOON = "AFTERNOON", "Afternoon", "下午"


class RollCall(Record):
    """One check of one class in one half of a day. Of those who were there nothing else is stored: the others have
    their marks.
    """

    school_class = One(SchoolClass, "Class", "班级", back=("roll_calls", "Roll calls", "点名记录"))
    school = One(School, "School", "学校", derived=True)
    grade = Coded(GRADE, "Grade", "年级", derived=True)
    day = Date("Day", "日期")
    session = Choice(HalfDay, "Half of the day", "时段")
    expected = Integer(0, 200, "Pupils of the class", "应到人数")
    present = Integer(0, 200, "Present", "实到人数")
    is_doubtful = Boolean(
        "To be looked at",
        "待核实",
        note=("All were said to be there, and nobody had opened the class.", "未打开名单即登记全员到校。"),
    )
    checked_by = Text(60, "Checked by", "点名人")
    checked_at = Moment("Checked at", "点名时间")


async def _follow_the_class(calls: Sequence[RollCall]) -> None:
    """School and grade are the class's as they are when it is checked."""
    schools: dict[int, School] = {}
    classes = [class_ for call in calls if (class_ := call.__dict__["_school_class"]) is not None]
    wanted = {class_.__dict__["school_id"] for class_ in classes}
    schools = {school.id: school for school in await School.filter(id__in=list(wanted))}
    for call in calls:
        class_ = call.__dict__["_school_class"]
        if class_ is not None and call.__dict__.get("school_id") is None:
            school = schools[class_.__dict__["school_id"]]
            call.__dict__ |= {"school_id": school.id, "_school": school, "grade": class_.grade}


def _is_not_more_than_all(call: RollCall, context: CheckContext) -> Iterator[Fault]:
    if call.present > call.expected:
        yield invalid("present", "more than there are pupils.", "实到人数多于应到人数。")


roll_call = Kind(
    RollCall,
    label=("Roll call", "Roll calls", "点名记录"),
    scope=Stays("school"),
    headed="school_class",
    read=rules.staff | rules.director | rules.head_teacher,
    natural_key=("school_class", "day", "session"),
    title=("school_class.name", "day", "session"),
    list=("school_class.name", "day", "session", "expected", "present", "is_doubtful", "checked_by"),
    order=("day",),
    filter=("day", "is_doubtful"),
    group=("day", "session", "grade", "is_doubtful"),
    fills=(_follow_the_class,),
    checks=(_is_not_more_than_all,),
)
