"""What areas have in the small world: money and aid, foreign teachers, a test of Putonghua, a year's roll-over."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bureau.areas.exchange.foreign_teacher import ForeignTeacher
from bureau.areas.exchange.residence_permit import ResidencePermit
from bureau.areas.exchange.work_permit import WorkPermit
from bureau.areas.funds.appropriation import Appropriation
from bureau.areas.funds.award import AidAward
from bureau.areas.funds.programme import AidProgramme
from bureau.areas.funds.source import FundSource
from bureau.areas.language import result, session
from bureau.areas.students.rollover.plan import NAMES
from bureau.areas.students.rollover.run import RollOver, RollOverClass, RollOverFinding, RollOverLine
from bureau.registry.person import Person
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear

Make = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Areas:
    """The ids of what was built for areas, by name."""

    source: int
    programmes: dict[str, int]
    foreigners: dict[str, int]
    sessions: dict[str, int]


FOREIGNERS = {
    # name: (school, born, the permit's end, the residence permit's, the contract's)
    "Emma Brown": ("东城小学", date(1990, 5, 1), date(2027, 7, 31), date(2026, 11, 20), date(2027, 7, 31)),
    "John Smith": ("西城小学", date(1985, 2, 3), date(2027, 7, 31), date(2027, 7, 1), date(2027, 6, 30)),
}
GRANTED = (
    # school, year, yuan, day
    ("东城小学", 2026, "100000.00", date(2026, 2, 20)),
    ("东城小学", 2026, "50000.55", date(2026, 8, 25)),
    ("东城小学", 2025, "999.99", date(2025, 2, 20)),
    ("西城小学", 2026, "20000.00", date(2026, 2, 20)),
)


async def build(
    make: Make, bureau: int, schools: Mapping[str, int], students: Mapping[str, int], teacher: int
) -> Areas:
    """Write what areas have, through the store."""
    source = await make(FundSource, code="GB", name="一般公共预算教育经费", type="01", is_earmarked=False)
    for number, (school, year, amount, day) in enumerate(GRANTED, 1):
        await make(
            Appropriation,
            school=schools[school],
            fiscal_year=year,
            source=source.id,
            function="2050202",
            purpose="生均公用经费",
            amount=amount,
            granted_on=day,
            document_number=f"成财教〔{year}〕{number}号",
        )
    programmes = {}
    for code, standard, group, boarding in (
        ("LD", "living_day", "living", None),
        ("LB", "living_boarding", "living", "2"),
        ("XX", None, None, None),
    ):
        programme = await make(
            AidProgramme,
            code=code,
            name=f"项目{code}",
            stages="PJ",
            standard=standard,
            exclusive_group=group,
            boarding=boarding,
        )
        programmes[code] = programme.id
    for pupil in ("曾晓明", "王芳", "单雄信"):
        await make(
            AidAward,
            student=students[pupil],
            programme=programmes["LD"],
            school_year=2026,
            semester="AUTUMN",
            tier="1",
            hardship="02",
        )
    foreigners = await _foreigners(make, schools)
    sessions = {}
    for code, form in (("PSC-1", "FOUR_PARTS"), ("PSC-2", "FIVE_PARTS"), ("PSC-3", "FOUR_PARTS")):
        held = await make(session.TestSession, code=code, site=bureau, held_on=date(2026, 4, 15), form=form, seats=30)
        sessions[code] = held.id
    scores = {"syllables": "8", "words": "16", "reading": "24", "talk": "30"}
    await make(result.TestResult, session=sessions["PSC-1"], teacher=teacher, **scores)
    await _roll_over(make, schools["东城小学"], students["李伟"])
    return Areas(source.id, programmes, foreigners, sessions)


async def _roll_over(make: Make, school: int, student: int) -> None:
    """The year's roll-over of one school, which was undone."""
    years = [
        await make(SchoolYear, name=f"{first}-{first + 1}", period=(date(first, 9, 1), date(first + 1, 9, 1)))
        for first in (2024, 2025)
    ]
    asked = {"asked_at": datetime(2025, 9, 1, tzinfo=UTC), "asked_by": "system"}
    counts = {**dict.fromkeys(NAMES, 0), "pupils": 2, "promoted": 1, "left_out": 1}
    classes = {"classes_risen": 1, "classes_made": 0, "classes_ended": 0}
    given = {"unit": school, "from_year": years[0].id, "to_year": years[1].id, "state": "UNDONE"}
    run = await make(RollOver, **given, **asked, **counts, **classes)
    await make(RollOverLine, run=run.id, school=school, grade="P4", next_grade="P5", **counts)
    class_ = await SchoolClass.get(school_id=school)
    named = {"name": "四年级9班", "next_name": "五年级9班", "grade": "P4", "next_grade": "P5", "pupils": 2}
    await make(RollOverClass, run=run.id, school=school, school_class=class_.id, fate="RISES", **named)
    found = {"sort": "OPEN_CASE", "is_blocking": True, "grade": "P4", "pupils": 1, "settlement": "LEFT_OUT"}
    await make(RollOverFinding, run=run.id, unit=school, student=student, school_class=class_.id, **found)


async def _foreigners(make: Make, schools: Mapping[str, int]) -> dict[str, int]:
    found = {}
    for number, (name, (school, born, work, residence, contract)) in enumerate(FOREIGNERS.items(), 1):
        person = await make(Person, name=name, sex="2", birth_date=born, nationality="GBR", document_type="A")
        teacher = await make(
            ForeignTeacher,
            person=person.id,
            school=schools[school],
            status="IN_POST",
            passport=f"X{number:07d}",
            passport_until=date(2030, 1, 1),
            degree="4",
            mother_tongue="EN",
            language_taught="EN",
            contract=(date(2025, 9, 1), contract),
        )
        await make(
            WorkPermit,
            teacher=teacher.id,
            school=schools[school],
            number=f"W{number:06d}",
            permit_class="B",
            basis="LANGUAGE_TEACHER",
            valid=(date(2025, 9, 1), work),
        )
        await make(ResidencePermit, teacher=teacher.id, number=f"R{number:06d}", valid=(date(2025, 9, 10), residence))
        found[name] = teacher.id
    return found
