"""A teacher: anybody whom a school or another unit of the bureau employs, with their present standing (教职工)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Numbered, One, State
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.words import Words
from bureau.registry.likeness.entry import warn_of_likeness
from bureau.registry.person import Person
from bureau.registry.person_entry import enter_person
from bureau.registry.standards import is_of_age, standard
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record

STAFFING = CodeTable("staffing_category", Words("Staffing category", "编制类别"), "JY/T 1001-2012 ZXXBZLB")
EDUCATION = CodeTable("education", Words("Education", "学历"), "GB/T 4658-2006")
DEGREE = CodeTable("degree", Words("Degree", "学位"), "GB/T 6864-2003")
TITLE = CodeTable("teacher_title", Words("Title grade", "职称等级"), "Bureau: the five grades of teachers' titles")


class TeacherStatus(State):
    """Where a teacher stands (教职工状态; JY/T 1001-2012 JZGDQZT, its codes in brackets)."""

    IN_POST = "IN_POST", "In post (11)", "在岗"
    ON_LEAVE = "ON_LEAVE", "On leave (14, 16)", "请假离岗"
    SECONDED = "SECONDED", "Seconded elsewhere", "借调"
    LEFT = "LEFT", "Left (05–08)", "离职"
    RETIRED = "RETIRED", "Retired (01, 02)", "退休"
    DECEASED = "DECEASED", "Deceased (03)", "去世"


class Teacher(Record):
    """Whom a school or another unit employs, teaching or not, once for life: present unit, standing and title.

    The unit is the one they belong to. Where they work, what they teach and how much stands in their posts,
    which may be at other units too.
    """

    number = Numbered("Number", "教职工编号", unique="ever")
    person = One(Person, "Person", "人员", back=("employments", "As a teacher", "教职工身份"), unique="live")
    unit = One(Unit, "Unit", "所属单位", back=("teachers", "Teachers", "教职工"))
    status = Choice(TeacherStatus, "Status", "在岗状态")
    staffing = Coded(STAFFING, "Staffing category", "编制类别").optional("generic")
    education = Coded(EDUCATION, "Highest education", "最高学历").optional()
    degree = Coded(DEGREE, "Highest degree", "最高学位").optional()
    title = Coded(TITLE, "Title grade", "职称等级").optional()
    teaching_since = Date("Teaching since", "从教日期").optional()
    entered_on = Date("At the unit since", "进入本单位日期").optional()


def _was_old_enough(teacher: Teacher, context: CheckContext) -> Iterator[Fault]:
    """§5: nobody is employed before the age that the standards set."""
    born = teacher.person.birth_date
    for name in ("teaching_since", "entered_on"):
        day: date | None = getattr(teacher, name)
        least = standard("employment_age", day) if day else None
        if born and day and least and not is_of_age(born, int(least.value), day):
            reason = Words(f"{least.value} years old on that day at least.", f"当日应年满 {least.value} 周岁。")
            yield fault(Code.AGE, name, reason=reason)


def _began_before_now(teacher: Teacher, context: CheckContext) -> Iterator[Fault]:
    if teacher.teaching_since and teacher.teaching_since > context.today:
        yield invalid("teaching_since", "it lies in the future.", "从教日期不能晚于今天。")


teacher = Kind(
    Teacher,
    label=("Teacher", "Teachers", "教职工"),
    personal=True,
    scope=Stays("unit"),
    read=rules.employers,
    update=rules.personnel,
    void=rules.personnel,
    file=rules.personnel,
    natural_key=("number",),
    list=("number", "person.name", "person.sex", "unit.name", "staffing", "title", "status"),
    order=("person.name",),
    search=("number", "person"),
    filter=("number", "status", "staffing", "education", "title", "person.sex", "person.birth_date", "entered_on"),
    group=("status", "staffing", "education", "degree", "title", "person.sex"),
    index=("status",),
    checks=(_was_old_enough, _began_before_now),
)


@action(teacher, rules.personnel, label=("Register", "入职登记"), place="unit")
async def register_teacher(
    act: Act,
    *,
    unit: Annotated[Unit, Teacher.unit],
    name: Annotated[str, Person.name],
    sex: Annotated[str, Person.sex],
    birth_date: Annotated[date, Person.birth_date],
    document_type: Annotated[str | None, Person.document_type] = None,
    document_number: Annotated[str | None, Person.document_number] = None,
    ethnicity: Annotated[str | None, Person.ethnicity] = None,
    phone: Annotated[str | None, Person.phone] = None,
    staffing: Annotated[str, Teacher.staffing],
    education: Annotated[str | None, Teacher.education] = None,
    degree: Annotated[str | None, Teacher.degree] = None,
    title: Annotated[str | None, Teacher.title] = None,
    teaching_since: Annotated[date | None, Teacher.teaching_since] = None,
    entered_on: Annotated[date, Teacher.entered_on],
) -> Teacher:
    """Enter somebody into the register of those whom a unit employs: the person and the teacher.

    Who stands in the register already, as a parent does, must be named by the same identity number, name, sex and date
    of birth. What they do there is entered as posts.
    """
    person = await enter_person(
        act,
        name=name,
        sex=sex,
        birth_date=birth_date,
        document_type=document_type,
        document_number=document_number,
        ethnicity=ethnicity,
        phone=phone,
    )
    made = await act.create(
        Teacher,
        person=person,
        unit=unit,
        status=TeacherStatus.IN_POST,
        staffing=staffing,
        education=education,
        degree=degree,
        title=title,
        teaching_since=teaching_since,
        entered_on=entered_on,
    )
    await warn_of_likeness(act, person)
    return made
