"""Who is taught in a major, and how many it takes in: its classes and its intake by year (专业班级与招生计划)."""

from collections.abc import Iterator, Sequence

from bureau.areas.establishment.vocational.catalogue import MAJOR
from bureau.areas.establishment.vocational.school_major import (
    SCHOOL_OFFICERS,
    VOCATIONAL,
    MajorState,
    SchoolMajor,
)
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Date, Integer, One
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.storage.act import Act
from bureau.storage.codes import CodeEntry
from bureau.storage.record import Record
from bureau.storage.sql import among, period_of


class MajorClass(Record):
    """A class that is taught in a major of its school: its pupils are the major's."""

    school_class = One(SchoolClass, "Class", "班级", back=("majors", "Majors", "专业"), unique="live")
    school_major = One(SchoolMajor, "Major", "专业", back=("classes", "Classes", "专业班级"))
    since = Date("Since", "开设日期").optional()


def _fits(taught: MajorClass, context: CheckContext) -> Iterator[Fault]:
    class_, major = taught.school_class, taught.school_major
    if class_.__dict__["school_id"] != major.__dict__["school_id"]:
        yield fault(Code.MISMATCH, "school_class", other=SchoolMajor.school.words)
    elif class_.stage != VOCATIONAL:
        yield fault(Code.MISMATCH, "school_class", other=SchoolClass.stage.words)
    if major.state in (MajorState.PROPOSED, MajorState.WITHDRAWN) and context.touches("school_major"):
        yield _takes_nobody_in(major, "school_major")


def _takes_nobody_in(major: SchoolMajor, path: str) -> Fault:
    return fault(Code.TAKES_NOBODY_IN, path, what=SchoolMajor.major.words, state=MajorState[major.state].words)


major_class = Kind(
    MajorClass,
    label=("Major class", "Major classes", "专业班级"),
    scope=Follows("school_major"),
    read=rules.offices,
    create=SCHOOL_OFFICERS,
    update=SCHOOL_OFFICERS,
    void=SCHOOL_OFFICERS,
    natural_key=("school_class",),
    title=("school_class.name", "school_major.major"),
    list=("school_class.name", "school_major.major"),
    order=("school_class.grade",),
    checks=(_fits,),
)


class MajorIntake(Record):
    """How many a school means to take into a major in a school year."""

    school_major = One(SchoolMajor, "Major", "专业", back=("intakes", "Intakes", "招生计划"))
    school_year = One(SchoolYear, "School year", "学年")
    places = Integer(1, 5000, "Places", "计划招生数")


async def _know_the_catalogue(intakes: Sequence[MajorIntake]) -> None:
    """How long the catalogue has the majors."""
    codes = {major.major for intake in intakes if (major := intake.__dict__.get("_school_major")) is not None}
    entries = await CodeEntry.filter(code_table=MAJOR.name, code__in=list(codes), void_reason__isnull=True)
    valid = {one.code: period_of(one.valid_from, one.valid_until) for one in entries}
    for intake in intakes:
        major = intake.__dict__.get("_school_major")
        intake.__dict__["_valid"] = valid.get(major.major) if major is not None else None


def _is_open(intake: MajorIntake, context: CheckContext) -> Iterator[Fault]:
    """§1.4: nobody is taken into a major that is not filed, is paused or withdrawn, or has left the catalogue."""
    if not context.touches("school_major", "school_year"):
        return
    major, valid, start = intake.school_major, intake.__dict__["_valid"], intake.school_year.period.start
    if major.state != MajorState.OPEN:
        yield _takes_nobody_in(major, "school_major")
    elif valid is None or (start is not None and not valid.holds(start)):
        yield fault(Code.UNKNOWN_CODE, "school_major", table=MAJOR.words)


major_intake = Kind(
    MajorIntake,
    label=("Major intake", "Major intakes", "专业招生计划"),
    scope=Follows("school_major"),
    read=rules.offices,
    create=SCHOOL_OFFICERS,
    update=SCHOOL_OFFICERS,
    void=SCHOOL_OFFICERS,
    natural_key=("school_major", "school_year"),
    title=("school_major.major", "school_year.name"),
    list=("school_major.major", "school_year.name", "places"),
    order=("school_year.name", "places"),
    filter=("places",),
    fills=(_know_the_catalogue,),
    checks=(_is_open,),
)

_PUPILS = """
SELECT m.school_major_id, count(*) FROM major_class m JOIN student s ON s.school_class_id = m.school_class_id
WHERE {of} AND m.void_reason IS NULL AND s.void_reason IS NULL AND s.status IN ('ENROLLED', 'SUSPENDED')
GROUP BY m.school_major_id"""


async def pupils_of(act: Act, majors: Sequence[int]) -> dict[int, int]:
    """How many pupils are in majors; those alone in which somebody is."""
    of, values = among(act.tx.dialect, "m.school_major_id", majors)
    return {row[0]: row[1] for row in await act.tx.fetch(_PUPILS.format(of=of), *values)}
