"""A student: a person who is or was in the student register, with their present school and grade (学生)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Numbered, One, Sealed, State
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.stages import GRADE, teaches
from bureau.storage.record import Record

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
    grade = Coded(GRADE, "Grade", "年级")
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


student = Kind(
    Student,
    label=("Student", "Students", "学生"),
    personal=True,
    scope=Stays("school"),
    read=rules.staff,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("number",),
    list=("number", "person.name", "person.sex", "school.name", "grade", "status"),
    order=("person.name",),
    search=("number", "person"),
    filter=("number", "grade", "status", "boarding", "person.sex", "person.birth_date", "entered_on"),
    group=("grade", "status", "boarding", "person.sex"),
    index=("grade",),
    checks=(_school_is_open, _grade_is_offered),
)
