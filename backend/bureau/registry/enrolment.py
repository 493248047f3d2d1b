"""An enrolment: one stay of a student at one school, from entering it until leaving it (就读经历)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid, refuse
from bureau.kernel.field import Coded, CodeTable, One, Span
from bureau.kernel.kind import Beside, CheckContext, Entry, Follows, Kind
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.likeness.entry import warn_of_likeness
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import GRADE, teaches
from bureau.registry.standards import primary_entry_birthday
from bureau.registry.student import Student, StudentStatus, student
from bureau.registry.term import closed_terms, in_closed_term
from bureau.storage.act import Act
from bureau.storage.record import Record

ENTRY_WAY = CodeTable("entry_way", Words("Way of entry", "入学方式"), "JY/T 1001-2012 RXFS")
STATUS_CHANGE = CodeTable("status_change", Words("Status change", "学籍异动类别"), "JY/T 1001-2012 XJYDLB")
ORDINARY = "01"
"""The ordinary way of entry."""


class Enrolment(Record):
    """One stay of a student at one school, from entering it until leaving it; the present one is open.

    Stays of one student never overlap: nobody stands in the registers of two schools (双重学籍).
    """

    student = One(Student, "Student", "学生", back=("enrolments", "Enrolments", "就读经历"))
    school = One(School, "School", "学校")
    period = Span("Period", "就读期间")
    entry_grade = Coded(GRADE, "Grade at entry", "入学年级")
    entry_way = Coded(ENTRY_WAY, "Way of entry", "入学方式").optional()
    ended_by = Coded(STATUS_CHANGE, "How it ended", "离校异动类别").optional()


def _school_was_open(stay: Enrolment, context: CheckContext) -> Iterator[Fault]:
    """§2.7: nobody is enrolled in a school that has closed."""
    held = stay.school.operation
    if held and stay.period.start and not held.holds(stay.period.start):
        yield fault(Code.CLOSED, "period", kind=Enrolment.school.words)


def _grade_is_offered(stay: Enrolment, context: CheckContext) -> Iterator[Fault]:
    if context.profile == "cn" and stay.school.type and not teaches(stay.school.type, stay.entry_grade):
        yield fault(Code.NOT_OFFERED, "entry_grade")


def _is_the_present_one(stay: Enrolment, context: CheckContext) -> Iterator[Fault]:
    """An open stay is the student's present school's, and has not ended in any way."""
    if stay.period.until is not None:
        return
    if stay.ended_by:
        yield invalid("ended_by", "the stay is still open.", "该就读经历尚未结束。")
    if stay.school.id != stay.student.school_id:
        yield fault(Code.MISMATCH, "school", other=Student.school.words)


async def _know_closed_terms(stays: Sequence[Enrolment]) -> None:
    closed = await closed_terms()
    for stay in stays:
        stay.__dict__["_closed_terms"] = closed


def _takes_effect_in_an_open_term(stay: Enrolment, context: CheckContext) -> Iterator[Fault]:
    """§2.7: no stay begins or ends in a term that is closed, unless it did so before it was closed."""
    was = context.before.period if context.before is not None else None
    changed = set(stay.period) - set(was or ())
    yield from in_closed_term(stay.__dict__.get("_closed_terms", ()), "period", *sorted(changed - {None}))


def _is_the_pupils_own(entry: Entry) -> None:
    """A stay that stands in a pupil's row is the present one: at their school, since they entered it."""
    pupil: Student = entry.of
    entry.values.setdefault("school", pupil.school)
    entry.values.setdefault("period", (pupil.entered_on, None))
    entry.values.setdefault("entry_grade", pupil.grade)
    entry.values.setdefault("entry_way", ORDINARY)


_OF_THE_PUPIL = {"school": "school", "period": "entered_on", "entry_grade": "grade"}

enrolment = Kind(
    Enrolment,
    label=("Enrolment", "Enrolments", "就读经历"),
    personal=True,
    scope=Follows("student"),
    kin=("student", "pupils"),
    read=rules.staff | rules.guardian,
    create=rules.registrar.at(Level.CITY, Level.COUNTY),
    update=rules.registrar.at(Level.CITY, Level.COUNTY),
    void=rules.registrar.at(Level.CITY, Level.COUNTY),
    natural_key=("student", "period"),
    title=("student.person.name", "school.name", "period"),
    list=("student.number", "school.name", "period", "entry_grade", "entry_way", "ended_by"),
    order=("period",),
    filter=("entry_grade", "entry_way", "ended_by"),
    group=("entry_grade", "entry_way", "ended_by"),
    effective=("period",),
    apart=("student", "period"),
    beside=Beside("student", complete=_is_the_pupils_own, own=_OF_THE_PUPIL),
    fills=(_know_closed_terms,),
    checks=(_school_was_open, _grade_is_offered, _is_the_present_one, _takes_effect_in_an_open_term),
)


@action(student, rules.registrar, label=("Register", "新生注册"), place="school")
async def register_student(
    act: Act,
    *,
    school: Annotated[School, Student.school],
    name: Annotated[str, Person.name],
    sex: Annotated[str, Person.sex],
    birth_date: Annotated[date, Person.birth_date],
    document_type: Annotated[str | None, Person.document_type] = None,
    document_number: Annotated[str | None, Person.document_number] = None,
    ethnicity: Annotated[str | None, Person.ethnicity] = None,
    phone: Annotated[str | None, Person.phone] = None,
    address: Annotated[str | None, Person.address] = None,
    household: Annotated[Division | None, Person.household] = None,
    residence: Annotated[Division | None, Person.residence] = None,
    national_number: Annotated[str | None, Student.national_number] = None,
    grade: Annotated[str, Student.grade],
    entered_on: Annotated[date, Student.entered_on],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    entry_way: Annotated[str, Enrolment.entry_way] = ORDINARY,
    boarding: Annotated[str | None, Student.boarding] = None,
) -> Student:
    """Enter a new pupil into the register of a school: the person, the student and the first enrolment.

    Who stands in the register already, under the same identity document or student number, is refused; of those
    whom the actor sees and who are much alike, the payload warns.
    """
    await _refuse_too_young(school, birth_date, grade, entered_on)
    person = await act.create(
        Person,
        name=name,
        sex=sex,
        birth_date=birth_date,
        document_type=document_type,
        document_number=document_number,
        ethnicity=ethnicity,
        phone=phone,
        address=address,
        household=household,
        residence=residence,
    )
    pupil = await act.create(
        Student,
        person=person,
        school=school,
        national_number=national_number,
        grade=grade,
        school_class=school_class,
        status=StudentStatus.ENROLLED,
        boarding=boarding,
        entered_on=entered_on,
    )
    period = (entered_on, None)
    await act.create(Enrolment, student=pupil, school=school, period=period, entry_grade=grade, entry_way=entry_way)
    await warn_of_likeness(act, person)
    return pupil


async def _refuse_too_young(school: School, born: date, grade: str, entered_on: date) -> None:
    """§2.7: nobody enters the first grade before the age that the standards set."""
    if grade != "P1":
        return
    division = await Division.filter(id=school.division_id).first()  # type: ignore[attr-defined]
    last = primary_entry_birthday(entered_on.year, division.code if division else "")
    if last and born > last:
        reason = Words(f"born on {last} at the latest.", f"最晚应为 {last} 出生。")
        raise refuse(Code.AGE, "birth_date", reason=reason)
