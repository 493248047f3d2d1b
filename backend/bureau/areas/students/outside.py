"""Beyond the bureau's schools: abroad and back, to another city and from there (出国、跨市转学)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.circumstances import Circumstances, Item, look_at
from bureau.areas.students.findings import OWN_RULES, is_at_hand, is_free_of_sanctions, judged, takes_effect
from bureau.areas.students.leaving import go, goes
from bureau.areas.students.moving import TRANSFERRED_IN, Move, move
from bureau.areas.students.officers import OFFICERS, refuse_kin, refuse_others, refuse_others_at
from bureau.areas.students.places import class_is_right, class_room, hold_class, is_taught_at
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import Checks, action
from bureau.kernel.checklist import Finding
from bureau.kernel.words import Words
from bureau.registry.enrolment import register_student
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.status_changes import change_code
from bureau.registry.student import Student, StudentStatus, student
from bureau.storage.act import Act


async def look_at_departures(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may be recorded as abroad."""
    return await look_at(act, items, lambda item, known: goes(item, known, StudentStatus.ABROAD))


async def look_at_transfers_out(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may go to a school of another city; nobody who is suspended."""
    return await look_at(act, items, _transfer_out)


def _transfer_out(item: Item, known: Circumstances) -> Iterator[Finding]:
    yield is_free_of_sanctions(item["student"], known)
    yield from goes(item, known, StudentStatus.TRANSFERRED_OUT)


async def look_at_homecomings(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils who are abroad may enter a school of the city."""
    return await look_at(act, items, lambda item, known: _comes(item, known, StudentStatus.ABROAD))


async def look_at_transfers_in(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils who went to another city may enter a school of this one again."""
    return await look_at(act, items, lambda item, known: _comes(item, known, StudentStatus.TRANSFERRED_OUT))


def _comes(item: Item, known: Circumstances, wanted: StudentStatus) -> Iterator[Finding]:
    pupil, to, class_ = item["student"], item["school"], item.get("school_class")
    before, on, grade = StudentStatus[pupil.status], item["effective_on"], item["grade"]
    yield judged(
        "elsewhere",
        before == wanted,
        Words(f"The pupil is “{before.words.en}”.", f"学生当前为“{before.words.zh}”。"),
        Words(
            f"The pupil is “{before.words.en}”, not “{wanted.words.en}”.",
            f"学生当前为“{before.words.zh}”，不是“{wanted.words.zh}”。",
        ),
        OWN_RULES,
    )
    yield from takes_effect(pupil, on, known)
    yield from is_taught_at(to, grade, on)
    yield from class_is_right(to, grade, class_)
    if class_ is not None:
        yield class_room(class_, 0, on, known)
    yield is_at_hand(item.get("approval_number"))


@action(student, OFFICERS, label=("Send abroad", "出国（境）"), checks=look_at_departures)
async def send_abroad(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    elsewhere: Annotated[str, StatusChange.elsewhere],
    reason: Annotated[str, StatusChange.reason],
    note: Annotated[str | None, StatusChange.note] = None,
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Record that a pupil went abroad or out of the mainland, with where to, and what proves it in the note."""
    await refuse_others(act, send_abroad, [student])
    await act.refuse_unmet(look_at_departures, {"student": student, "effective_on": effective_on})
    said = {"approval_number": approval_number, "elsewhere": elsewhere, "note": note}
    return await go(act, student, StudentStatus.ABROAD, effective_on, reason, approved_on, **said)


@action(student, OFFICERS, label=("Transfer out of the city", "转出市外"), checks=look_at_transfers_out)
async def transfer_out_of_city(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    elsewhere: Annotated[str, StatusChange.elsewhere],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil go to a school of another city, which has taken them: the national register said so."""
    await refuse_others(act, transfer_out_of_city, [student])
    await act.refuse_unmet(look_at_transfers_out, {"student": student, "effective_on": effective_on})
    said = {"approval_number": approval_number, "elsewhere": elsewhere}
    return await go(act, student, StudentStatus.TRANSFERRED_OUT, effective_on, reason, approved_on, **said)


async def _come(
    act: Act,
    looks: Checks,
    pupil: Student,
    school: School,
    grade: str,
    school_class: SchoolClass | None,
    on: date,
    reason: str,
    said: Mapping[str, Any],
) -> Student:
    await hold_class(act, school_class)
    item = {"student": pupil, "school": school, "school_class": school_class, "grade": grade, "effective_on": on}
    await act.refuse_unmet(looks, {**item, **said})
    to = {"status": StudentStatus.ENROLLED, "school": school, "grade": grade, "school_class": school_class}
    code = change_code(pupil.status, StudentStatus.ENROLLED)
    (come,) = await move(act, [Move(pupil, code, on, reason, to, said)])
    return come


@action(student, OFFICERS, label=("Return from abroad", "归国复学"), checks=look_at_homecomings)
async def return_from_abroad(
    act: Act,
    student: Student,
    *,
    school: Annotated[School, Student.school],
    grade: Annotated[str, Student.grade],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil who was abroad enter a school of the city again."""
    await refuse_others_at(act, return_from_abroad, [(school.id, grade)])
    await refuse_kin(act, [student])
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    at = (school, grade, school_class)
    return await _come(act, look_at_homecomings, student, *at, effective_on, reason, said)


@action(student, OFFICERS, label=("Transfer in", "市外转回"), checks=look_at_transfers_in)
async def transfer_in(
    act: Act,
    student: Student,
    *,
    school: Annotated[School, Student.school],
    grade: Annotated[str, Student.grade],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    elsewhere: Annotated[str, StatusChange.elsewhere],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil come back from another city, who once was a pupil of this one and stands in its register."""
    await refuse_others_at(act, transfer_in, [(school.id, grade)])
    await refuse_kin(act, [student])
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number, "elsewhere": elsewhere}
    at = (school, grade, school_class)
    return await _come(act, look_at_transfers_in, student, *at, effective_on, reason, said)


@action(student, OFFICERS, label=("Receive from another city", "市外转入"), place="school")
async def receive_student(
    act: Act,
    *,
    school: Annotated[School, Student.school],
    name: Annotated[str, Person.name],
    sex: Annotated[str, Person.sex],
    birth_date: Annotated[date, Person.birth_date],
    document_type: Annotated[str | None, Person.document_type] = None,
    document_number: Annotated[str | None, Person.document_number] = None,
    national_number: Annotated[str | None, Student.national_number] = None,
    grade: Annotated[str, Student.grade],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    elsewhere: Annotated[str, StatusChange.elsewhere],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Enter a pupil who comes from a school of another city and was never in this one's register."""
    await refuse_others_at(act, receive_student, [(school.id, grade)])
    pupil: Student = await register_student.work(
        act,
        school=school,
        name=name,
        sex=sex,
        birth_date=birth_date,
        document_type=document_type,
        document_number=document_number,
        national_number=national_number,
        grade=grade,
        entered_on=effective_on,
        school_class=school_class,
        entry_way=TRANSFERRED_IN,
    )
    before, now = StudentStatus.TRANSFERRED_OUT, StudentStatus.ENROLLED
    await act.create(
        StatusChange,
        student=pupil,
        category=change_code(before, now),
        effective_on=effective_on,
        reason=reason,
        approved_on=approved_on or act.today,
        approval_number=approval_number,
        from_status=before,
        to_status=now,
        to_school=school,
        elsewhere=elsewhere,
        from_grade=grade,
        to_grade=grade,
        to_class=school_class,
    )
    return pupil
