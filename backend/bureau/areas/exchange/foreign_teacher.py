"""A foreign teacher: whom a school hosts from abroad, and until when their papers let them work (外籍教师)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Numbered, One, Sealed, Span, State, Text
from bureau.kernel.kind import CheckContext, Clock, Kind, Stays
from bureau.kernel.period import Period
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.person import CHINA, Person
from bureau.registry.school import School
from bureau.registry.teacher import DEGREE
from bureau.storage.act import Act
from bureau.storage.record import Record

LANGUAGE = CodeTable("human_language", Words("Language", "语种"), "ISO 639-1, in capitals")
REMINDED = (90, 60, 45, 30, 15, 7)
"""§10.2: how many days before a paper runs out those concerned are reminded."""


class ForeignTeacherStatus(State):
    """Where a foreign teacher stands (外籍教师状态)."""

    EXPECTED = "EXPECTED", "Expected", "待入职"
    IN_POST = "IN_POST", "In post", "在职"
    LEFT = "LEFT", "Left", "已离职"


class Paper(State):
    """What a foreign teacher's work rests on (在华工作依据)."""

    WORK_PERMIT = "WORK_PERMIT", "Work permit", "工作许可"
    RESIDENCE_PERMIT = "RESIDENCE_PERMIT", "Residence permit", "居留许可"
    CONTRACT = "CONTRACT", "Contract", "聘用合同"


class ForeignTeacher(Record):
    """Somebody from abroad who teaches at a school.

    They may work until the first of their papers runs out: the last work permit, the last residence permit, the
    contract. Who lacks one of the two permits may not work at all.
    """

    number = Numbered("Number", "外籍教师编号", unique="ever")
    person = One(
        Person, "Person", "人员", back=("foreign_posts", "As a foreign teacher", "外籍教师身份"), unique="live"
    )
    school = One(School, "Host school", "聘用学校", back=("foreign_teachers", "Foreign teachers", "外籍教师"))
    status = Choice(ForeignTeacherStatus, "Status", "状态")
    passport = Sealed(
        "Passport number",
        "护照号码",
        check=numbers.document_number,
        subject="person",
        unique="live",
        reveal=rules.foreign_affairs | rules.director_opened,
    ).optional()
    passport_until = Date("Passport valid until", "护照有效期至").optional()
    degree = Coded(DEGREE, "Highest degree", "最高学位").optional()
    mother_tongue = Coded(LANGUAGE, "Mother tongue", "母语")
    language_taught = Coded(LANGUAGE, "Language taught", "任教语种").optional()
    exception = Text(200, "Why another language", "非母语任教说明").optional()
    contract = Span("Contract", "聘用合同期").optional()
    insured_until = Date("Insured until", "保险有效期至").optional()
    checked_until = Date("Record check due", "从业查询到期日").optional()
    effective_until = Date(
        "May work until",
        "可工作至",
        derived=True,
        note=("The first day on which one of the papers holds no more", "首个证件失效之日"),
    ).optional()
    first_to_end = Choice(Paper, "First paper to run out", "最先到期证件", derived=True).optional()


def _teaches_the_mother_tongue(teacher: ForeignTeacher, context: CheckContext) -> Iterator[Fault]:
    """§10.2: language teachers teach their mother tongue; an exception is explained."""
    if teacher.language_taught and teacher.language_taught != teacher.mother_tongue and not teacher.exception:
        yield fault(Code.REQUIRED, "exception")


def _comes_from_abroad(teacher: ForeignTeacher, context: CheckContext) -> Iterator[Fault]:
    if teacher.person.nationality in (None, CHINA):
        yield invalid("person", "it is for those with a nationality abroad.", "外籍教师应有外国国籍。")


foreign_teacher = Kind(
    ForeignTeacher,
    label=("Foreign teacher", "Foreign teachers", "外籍教师"),
    personal=True,
    scope=Stays("school"),
    read=rules.foreign_affairs | rules.director_opened | rules.principal,
    update=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    void=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    natural_key=("number",),
    list=("number", "person.name", "school.name", "person.nationality", "status", "effective_until", "first_to_end"),
    order=("person.name", "effective_until"),
    search=("number", "person"),
    filter=("number", "status", "person.nationality", "effective_until", "first_to_end", "language_taught"),
    group=("status", "person.nationality", "degree", "first_to_end", "language_taught"),
    index=("status",),
    clocks=(
        Clock("passport_until", (180, *REMINDED), rules.foreign_affairs),
        Clock("contract.until", REMINDED, rules.foreign_affairs),
        Clock("insured_until", REMINDED, rules.foreign_affairs),
        Clock("checked_until", REMINDED, rules.foreign_affairs),
    ),
    checks=(_teaches_the_mother_tongue, _comes_from_abroad),
)


@action(
    foreign_teacher,
    rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    label=("Register", "登记外籍教师"),
    place="school",
)
async def register_foreign_teacher(
    act: Act,
    *,
    school: Annotated[School, ForeignTeacher.school],
    name: Annotated[str, Person.name],
    sex: Annotated[str, Person.sex],
    birth_date: Annotated[date, Person.birth_date],
    document_type: Annotated[str, Person.document_type],
    nationality: Annotated[str, Person.nationality],
    passport: Annotated[str | None, ForeignTeacher.passport] = None,
    passport_until: Annotated[date | None, ForeignTeacher.passport_until] = None,
    degree: Annotated[str | None, ForeignTeacher.degree] = None,
    mother_tongue: Annotated[str, ForeignTeacher.mother_tongue],
    language_taught: Annotated[str | None, ForeignTeacher.language_taught] = None,
    exception: Annotated[str | None, ForeignTeacher.exception] = None,
    contract: Annotated[Period | None, ForeignTeacher.contract] = None,
) -> ForeignTeacher:
    """Enter somebody from abroad whom a school is to host: the person and the foreign teacher. Papers follow."""
    person = await act.create(
        Person,
        name=name,
        sex=sex,
        birth_date=birth_date,
        nationality=nationality,
        document_type=document_type,
        document_number=passport,
    )
    return await act.create(
        ForeignTeacher,
        person=person,
        school=school,
        status=ForeignTeacherStatus.EXPECTED,
        passport=passport,
        passport_until=passport_until,
        degree=degree,
        mother_tongue=mother_tongue,
        language_taught=language_taught,
        exception=exception,
        contract=contract,
    )
