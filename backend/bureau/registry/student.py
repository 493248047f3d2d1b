"""A student: a person who is or was in the student register, with their present school and grade (学生)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, warning
from bureau.kernel.event import Written, event
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Integer, Numbered, One, Sealed, State
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.division import Division
from bureau.registry.person import RESIDENT_CARD, Person
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import GRADE, teaches
from bureau.registry.standards import is_of_age, primary_entry_birthday, standard
from bureau.registry.status_changes import is_compulsory, is_for_compulsory_pupils, is_possible, is_taken_back
from bureau.registry.term import closed_terms, in_closed_term
from bureau.storage.record import Record

CATEGORY = CodeTable("student_category", Words("Student category", "学生类别"), "JY/T 1001-2012 XSLB")
BOARDING = CodeTable("boarding", Words("Boarding", "就读方式"), "JY/T 1001-2012 JDFS")


class StudentStatus(State):
    """Where a student stands in the register (学籍状态; JY/T 1001-2012 XSDQZT, its code in brackets)."""

    ENROLLED = "ENROLLED", "Enrolled (01)", "在读"
    SUSPENDED = "SUSPENDED", "Suspended (02)", "休学"
    WITHDRAWN = "WITHDRAWN", "Withdrawn (03)", "退学"
    DROPPED_OUT = "DROPPED_OUT", "Dropped out (06)", "流失"
    GRADUATED = "GRADUATED", "Graduated (07)", "毕业"
    COMPLETED = "COMPLETED", "Completed without graduating (08)", "结业"
    LEFT = "LEFT", "Left before the end (09)", "肄业"
    TRANSFERRED_OUT = "TRANSFERRED_OUT", "Transferred out of the city (10)", "转出"
    DECEASED = "DECEASED", "Deceased (11)", "死亡"
    EXPELLED = "EXPELLED", "Expelled (14)", "开除"
    ABROAD = "ABROAD", "Abroad (13)", "出国"


class Student(Record):
    """A person in the student register, once for life: present school, grade and status.

    Where they were before stands in their enrolments. The national student number is sealed, because it holds
    the identity number; lists and cards use the number of our own.
    """

    number = Numbered("Number", "学生编号", unique="ever")
    person = One(Person, "Person", "人员", back=("studies", "As a student", "学生身份"), unique="live")
    national_number = Sealed(
        "National student number", "学籍号", check=numbers.student_number, subject="person", unique="live"
    ).optional()
    school = One(School, "School", "学校", back=("students", "Students", "学生"), by_verbs=True)
    grade = Coded(GRADE, "Grade", "年级", by_verbs=True)
    school_class = One(SchoolClass, "Class", "班级", back=("students", "Students", "学生"), by_verbs=True).optional()
    seat_number = Integer(1, 200, "Number in class", "班内学号").optional()
    category = Coded(CATEGORY, "Student category", "学生类别").optional()
    status = Choice(StudentStatus, "Status", "学籍状态", by_verbs=True)
    boarding = Coded(BOARDING, "Boarding", "就读方式").optional()
    entered_on = Date("Entered on", "入学日期").optional()


def _school_is_open(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.7: nobody is enrolled in a school that has closed."""
    school = student.school
    if student.status == StudentStatus.ENROLLED and school.operation and not school.operation.holds(context.today):
        yield fault(Code.CLOSED, "school", kind=Words("school", "学校"))


def _grade_is_offered(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.7: the school's type teaches the grade; no kindergarten has compulsory pupils."""
    if context.profile == "cn" and student.school.type and not teaches(student.school.type, student.grade):
        yield fault(Code.NOT_OFFERED, "grade")


def _is_in_a_class_of_the_school(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.7: no class of another school, nor of another grade."""
    class_ = student.__dict__.get("_school_class")
    if class_ is None:
        return
    if class_.school_id != student.school.id:
        yield fault(Code.MISMATCH, "school_class", other=Student.school.words)
    elif class_.grade != student.grade:
        yield fault(Code.MISMATCH, "school_class", other=Student.grade.words)


def _goes_where_the_rules_lead(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.4: a status is reached only from certain others; compulsory education nobody leaves or is sent from."""
    if context.before is None or is_taken_back(context.before):
        return
    before, after = StudentStatus[context.before.status], StudentStatus[student.status]
    if not is_possible(before, after):
        yield fault(Code.TRANSITION, "status", before=before.words, after=after.words)
    elif is_compulsory(student.grade) and not is_for_compulsory_pupils(before, after):
        yield fault(Code.COMPULSORY, "status")


async def _know_terms_and_places(students: Sequence[Student]) -> None:
    """Which terms are closed, and where the schools lie."""
    closed = await closed_terms()
    schools = {s.__dict__["_school"] for s in students if s.__dict__.get("_school") is not None}
    divisions = {d.id: d.code for d in await Division.filter(id__in=list({s.division_id for s in schools} - {None}))}
    for student in students:
        school = student.__dict__.get("_school")
        student.__dict__["_closed_terms"] = closed
        student.__dict__["_division"] = divisions.get(school.division_id, "") if school is not None else ""


def _entered_in_an_open_term(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.7: nothing takes effect in a term that is closed."""
    was = context.before.entered_on if context.before is not None else None
    if student.entered_on != was:
        yield from in_closed_term(student.__dict__.get("_closed_terms", ()), "entered_on", student.entered_on)


def _entered_at_the_right_age(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.7: the first grade is entered neither too young, which is refused, nor very old, which is asked about."""
    born, entered = student.person.birth_date, student.entered_on
    if student.grade != "P1" or not born or not entered or context.profile != "cn":
        return
    if not context.touches("person", "entered_on", "grade"):
        return
    last = primary_entry_birthday(entered.year, student.__dict__.get("_division", ""))
    if last and born > last:
        reason = Words(f"born on {last} at the latest.", f"最晚应为 {last} 出生。")
        yield fault(Code.AGE, "person", "birth_date", reason=reason)
    most = standard("primary_entry_latest_age", entered, student.__dict__.get("_division", ""))
    if most and is_of_age(born, int(most.value) + 1, entered):
        reason = Words(f"older than {most.value} on entering the first grade.", f"入一年级时已超过 {most.value} 周岁。")
        yield warning(Code.AGE, "person", "birth_date", reason=reason)


def _number_agrees_with_document(student: Student, context: CheckContext) -> Iterator[Fault]:
    """§2.1: a G number is normally G and the identity number; it may differ once that has changed, so this warns."""
    if not context.touches("national_number", "person") or "national_number" not in context.clear:
        return
    number = context.clear["national_number"]
    document = context.opened(student.person, "document_number")
    if number[0] == "G" and document and student.person.document_type == RESIDENT_CARD and number[1:] != document:
        yield warning(Code.MISMATCH, "national_number", other=Person.document_number.words)


student = Kind(
    Student,
    label=("Student", "Students", "学生"),
    personal=True,
    merges=True,
    scope=Stays("school"),
    kin=("", "pupils"),
    headed="school_class",
    read=rules.pupils | rules.guardian | rules.head_teacher,
    update=rules.registrar,
    void=rules.registrar,
    file=rules.registrar,
    natural_key=("number",),
    list=("number", "person.name", "person.sex", "school.name", "grade", "school_class.name", "status"),
    order=("person.name",),
    search=("number", "person"),
    filter=("number", "grade", "status", "category", "boarding", "person.sex", "person.birth_date", "entered_on"),
    group=("grade", "status", "category", "boarding", "person.sex"),
    index=("grade",),
    fills=(_know_terms_and_places,),
    checks=(
        _school_is_open,
        _grade_is_offered,
        _is_in_a_class_of_the_school,
        _goes_where_the_rules_lead,
        _entered_in_an_open_term,
        _entered_at_the_right_age,
        _number_agrees_with_document,
    ),
)


IN_THE_REGISTER = frozenset({StudentStatus.ENROLLED, StudentStatus.SUSPENDED})
"""Where those stand who are pupils of their school."""


@event(student)
def student_left(write: Written[Student]) -> bool:
    """A pupil of a school is none any more: they graduated, left, moved out of the city or died."""
    was = write.before
    stays = write.record.status in IN_THE_REGISTER and not write.is_void
    return was is not None and was.status in IN_THE_REGISTER and not stays


@event(student)
def student_moved(write: Written[Student]) -> bool:
    """A pupil of a school is another's now."""
    was, now = write.before, write.record
    stays = now.status in IN_THE_REGISTER and not write.is_void
    return was is not None and stays and was.__dict__["school_id"] != now.__dict__["school_id"]
