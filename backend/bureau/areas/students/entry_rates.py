"""Rates of entry: how many pupils a stage has, for all children of its official ages (毛入学率、净入学率)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.circumstances import PACKAGE
from bureau.areas.students.population import AgeStage, SchoolAgePopulation
from bureau.kernel import rules
from bureau.kernel.errors import Refusal, invalid
from bureau.kernel.field import Boolean, Choice, Date, Integer, One, Scaled, State, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.machinery.figures.figure import TOTAL
from bureau.machinery.figures.publishing import told
from bureau.registry.division import Division
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import last_grades
from bureau.registry.standards import standards
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.act import Asked
from bureau.storage.guard import EVERYWHERE
from bureau.storage.sql import DialectName, day_of


class WhyNoRate(State):
    """Why a rate of entry is not told (未列比率的原因)."""

    POPULATION_UNKNOWN = "POPULATION_UNKNOWN", "The population of school age is not entered", "未录入学龄人口"
    COUNTY_UNKNOWN = "COUNTY_UNKNOWN", "The population of a county is not entered", "部分区县未录入学龄人口"
    SMALL_NUMBER = "SMALL_NUMBER", "A small number of pupils could be worked out", "可能推知小于 5 的学生数"


class EntryRate(Shape):
    """How many pupils a stage has in a county or the city, for all children there of its official ages (入学率).

    Gross counts pupils of any age, so that it may pass 100 percent; net those of the official ages alone. Pupils count
    where their school lies, on the first day of the school year, who had not dropped out; ages are completed on
    the day before it. Pupils whose county nobody knows count in the city alone. Small numbers are hidden as in status
    rates; where a rate is null, the reason says why.
    """

    division = One(Division, "Division", "区划").optional()
    name = Text(60, "Name", "名称").optional()
    is_city = Boolean("The whole city", "是否全市")
    stage = Choice(AgeStage, "Stage", "学段")
    pupils = Integer(0, 2**31 - 1, "Pupils", "在校生数").optional()
    pupils_of_age = Integer(0, 2**31 - 1, "Pupils of the official ages", "适龄在校生数").optional()
    population = Integer(0, 2**53, "Population of the official ages", "学龄人口").optional()
    gross = Scaled(2, "Gross entry rate in percent", "毛入学率（%）").optional()
    net = Scaled(2, "Net entry rate in percent", "净入学率（%）").optional()
    reason = Choice(WhyNoRate, "Why a rate is null", "未列比率的原因").optional()
    source = Text(200, "Source of the population", "学龄人口来源").optional()
    counted_on = Date("Population as of", "学龄人口统计时点").optional()


@question(
    rules.director | rules.registrar | rules.inspector,
    label=("Entry rates", "毛入学率、净入学率"),
    place="unit",
)
async def entry_rates(
    asked: Asked,
    *,
    unit: Annotated[Unit, One(Unit, "Unit", "机构")],
    school_year: Annotated[SchoolYear, SchoolAgePopulation.school_year],
) -> list[EntryRate]:
    """How many children enter each stage, gross and net: in the city and its counties, or in one county."""
    if unit.category not in (UnitCategory.BUREAU, UnitCategory.COUNTY_BUREAU):
        raise Refusal([invalid("unit", "rates of entry are of the city or a county.", "入学率按全市或区县统计。")])
    first = school_year.period.start
    assert first is not None
    if first > asked.today:
        raise Refusal([invalid("school_year", "it has not begun.", "该学年尚未开始。")])
    readers = asked.store.database.readers
    sql = statement(asked.store.database.dialect, first, asked.today)
    rows = [_Counted(*row) for row in map(tuple, await readers.fetch(sql, [school_year.id], reach=EVERYWHERE))]
    found = [rate for stage in AgeStage for rate in _rates(stage, [row for row in rows if row.stage == stage])]
    if unit.category == UnitCategory.BUREAU:
        return found
    own = f"Division:{unit.__dict__['division_id']}"
    return [rate for rate in found if rate.__dict__["division"] == own and not rate.__dict__["is_city"]]


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the statement tells of a division and a stage; of no division, of pupils whose county is not known."""

    division: int | None
    name: str | None
    is_city: bool
    is_county: bool
    stage: str
    of_age: int
    others: int
    people: int | None
    source: str | None
    counted_on: date | str | None


def statement(dialect: DialectName, first: date, today: date) -> str:
    """The one statement that counts the pupils of a day by county and stage, and finds the population; $1 is the year.

    A pupil's grade on the day is worked out backwards: from the grade that they left with the first change since, or
    from the present one, a year for each that has passed.
    """
    day, fall = _day(dialect, first), f"{first:%m-%d}"
    ends = ("l.effective_on", "t.period_until", _day(dialect, today))
    years = f"coalesce({', '.join(_year(end, fall) for end in ends)})"
    return f"""
WITH rule(scope, stage, born_from, born_until) AS (VALUES {", ".join(_ages(dialect, first))}),
changed AS (
    SELECT c.student_id, c.from_grade, c.from_status, c.effective_on,
        row_number() OVER (PARTITION BY c.student_id ORDER BY c.effective_on, c.id) AS place
    FROM status_change c
    WHERE c.effective_on > {day} AND c.corrects_id IS NULL AND c.void_reason IS NULL
        AND NOT EXISTS (SELECT 1 FROM status_change t WHERE t.corrects_id = c.id AND t.void_reason IS NULL)
),
pupil AS (
    SELECT t.school_id, s.person_birth_date AS born, coalesce(l.from_grade, s.grade) AS grade,
        {_number("coalesce(l.from_grade, s.grade)")} - {years} + {first.year} AS number
    FROM enrolment t JOIN student s ON s.id = t.student_id LEFT JOIN changed l ON l.student_id = s.id AND l.place = 1
    WHERE t.void_reason IS NULL AND s.void_reason IS NULL AND t.period_from <= {day}
        AND (t.period_until IS NULL OR t.period_until > {day})
        AND coalesce(l.from_status, s.status) <> 'DROPPED_OUT'
),
placed AS (
    SELECT coalesce(substr(coalesce(d.code, b.code), 1, 6), '') AS code, {_stage()} AS stage, p.born
    FROM pupil p JOIN unit u ON u.id = p.school_id LEFT JOIN division d ON d.id = u.division_id
    LEFT JOIN unit o ON o.id = u.county_id LEFT JOIN division b ON b.id = o.division_id
),
age AS (
    SELECT d.code, r.stage, r.born_from, r.born_until FROM (
        SELECT code FROM division WHERE level = 'COUNTY' AND void_reason IS NULL UNION ALL SELECT ''
    ) d JOIN rule r ON substr(d.code, 1, length(r.scope)) = r.scope AND NOT EXISTS (
        SELECT 1 FROM rule o WHERE o.stage = r.stage AND length(o.scope) > length(r.scope)
            AND substr(d.code, 1, length(o.scope)) = o.scope)
),
counted AS (
    SELECT p.code, p.stage, count(CASE WHEN p.born >= a.born_from AND p.born < a.born_until THEN 1 END) AS of_age,
        count(*) AS pupils
    FROM placed p LEFT JOIN age a ON a.code = p.code AND a.stage = p.stage GROUP BY p.code, p.stage
),
home AS (
    SELECT d.id, CASE WHEN d.code LIKE '%0000' THEN substr(d.code, 1, 2)
        WHEN d.code LIKE '%00' THEN substr(d.code, 1, 4) ELSE d.code END AS beginning
    FROM unit u LEFT JOIN division d ON d.id = u.division_id
    WHERE u.category = 'BUREAU' AND u.void_reason IS NULL
),
known AS (
    SELECT d.code, n.stage, n.people, n.source, n.counted_on
    FROM school_age_population n JOIN division d ON d.id = n.division_id
    JOIN home h ON h.beginning IS NULL OR substr(d.code, 1, length(h.beginning)) = h.beginning
    WHERE n.school_year_id = $1 AND n.void_reason IS NULL
),
place AS (
    SELECT d.code FROM unit u JOIN division d ON d.id = u.division_id
    WHERE u.category IN ('BUREAU', 'COUNTY_BUREAU') AND u.void_reason IS NULL
    UNION SELECT code FROM counted UNION SELECT code FROM known
)
SELECT v.id, v.name, coalesce(v.id = h.id, FALSE), coalesce(v.id <> h.id AND v.level = 'COUNTY', FALSE), r.stage,
    coalesce(c.of_age, 0), coalesce(c.pupils - c.of_age, 0), k.people, k.source, k.counted_on
FROM place w CROSS JOIN home h CROSS JOIN (SELECT DISTINCT stage FROM rule) r
LEFT JOIN division v ON v.code = w.code AND v.void_reason IS NULL
LEFT JOIN counted c ON c.code = w.code AND c.stage = r.stage
LEFT JOIN known k ON k.code = w.code AND k.stage = r.stage
ORDER BY w.code"""


def _year(day: str, fall: str) -> str:
    """The year in which the school year of a day began."""
    text = f"CAST({day} AS text)"
    return f"(CAST(substr({text}, 1, 4) AS integer) - CASE WHEN substr({text}, 6, 5) < '{fall}' THEN 1 ELSE 0 END)"


def _number(grade: str) -> str:
    return f"CAST(substr({grade}, 2) AS integer)"


def _stage() -> str:
    """The stage of a grade whose number went back with the years: before the first of a stage come those below it."""
    lasts = last_grades("P")
    other = " ".join(f"WHEN '{form}' THEN {last[1:]}" for form, last in lasts.items())
    primary = f"CASE coalesce(u.schooling, '63') {other} END"
    return f"""CASE
        WHEN substr(p.grade, 1, 1) = 'K' OR (substr(p.grade, 1, 1) = 'P' AND p.number < 1) THEN 'PRESCHOOL'
        WHEN substr(p.grade, 1, 1) = 'P' AND p.number <= {primary} THEN 'PRIMARY'
        WHEN substr(p.grade, 1, 1) = 'J' AND p.number < 1 THEN 'PRIMARY'
        WHEN substr(p.grade, 1, 1) = 'E' AND p.number <= 6 THEN 'PRIMARY'
        WHEN substr(p.grade, 1, 1) IN ('P', 'J', 'E') OR p.number < 1 THEN 'JUNIOR'
        ELSE 'SENIOR' END"""


def _ages(dialect: DialectName, first: date) -> Iterator[str]:
    """For each scope of the standards and each stage, the birthdays of those who are of its official ages."""
    known = standards(PACKAGE)
    for stage in AgeStage:
        ends = [
            {
                s.scope: int(s.value)
                for s in known
                if s.name == f"official_age_{end}.{stage.value}" and s.holds(first, s.scope)
            }
            for end in ("first", "last")
        ]
        for scope in ends[0].keys() | ends[1].keys():
            youngest, oldest = (max((s for s in ages if scope.startswith(s)), key=len) for ages in ends)
            born = (first.replace(year=first.year - years) for years in (ends[1][oldest] + 1, ends[0][youngest]))
            yield f"('{scope}', '{stage.value}', {', '.join(_day(dialect, one) for one in born)})"


def _day(dialect: DialectName, day: date) -> str:
    return f"DATE '{day.isoformat()}'" if dialect == "postgres" else f"'{day.isoformat()}'"


_OF_AGE, _OTHERS = "OF_AGE", "OTHERS"
_CITY = 0
"""The city among divisions where numbers are hidden; the place of those whose county is not known is none of them."""
_NOWHERE = -1


def _rates(stage: AgeStage, rows: Sequence[_Counted]) -> Iterator[EntryRate]:
    """The rates of one stage: the city's and then those of its counties."""
    counts = {row.division or _NOWHERE: {_OF_AGE: row.of_age, _OTHERS: row.others} for row in rows}
    shown = told(counts, _CITY, dict.fromkeys(counts, _CITY))
    whole = next((row for row in rows if row.is_city), None)
    counties = [row for row in rows if row.is_county]
    yield _city(stage, whole, counties, shown)
    for row in counties:
        why = WhyNoRate.POPULATION_UNKNOWN if row.people is None else None
        yield _rate(stage, row, False, shown, row.division or _NOWHERE, row.people, why)


def _city(stage: AgeStage, whole: _Counted | None, counties: Sequence[_Counted], shown: "_Shown") -> EntryRate:
    """The city's rates: of what is entered for it, or of the sum of its counties."""
    if whole is not None and whole.people is not None:
        return _rate(stage, whole, True, shown, _CITY, whole.people, None)
    known = [row.people for row in counties if row.people is not None]
    if len(known) == len(counties) and known:
        return _rate(stage, whole, True, shown, _CITY, sum(known), None)
    why = WhyNoRate.COUNTY_UNKNOWN if known else WhyNoRate.POPULATION_UNKNOWN
    return _rate(stage, whole, True, shown, _CITY, None, why)


_Shown = Mapping[tuple[int, str], int | None]


def _rate(
    stage: AgeStage,
    row: _Counted | None,
    is_city: bool,
    shown: _Shown,
    place: int,
    people: int | None,
    why: WhyNoRate | None,
) -> EntryRate:
    pupils, of_age = shown.get((place, TOTAL), 0), shown.get((place, _OF_AGE), 0)
    gross, net = _percent(pupils, people), _percent(of_age, people)
    said: dict[str, Any] = (
        {"source": row.source, "counted_on": row.counted_on and day_of(row.counted_on)} if row else {}
    )
    return EntryRate(
        division=f"Division:{row.division}" if row else None,
        name=row.name if row else None,
        is_city=is_city,
        stage=stage,
        pupils=pupils,
        pupils_of_age=of_age,
        population=people,
        gross=gross,
        net=net,
        reason=why or (WhyNoRate.SMALL_NUMBER if gross is None or net is None else None),
        **said,
    )


def _percent(part: int | None, whole: int | None) -> int | None:
    """In hundredths of a percent, halves upwards."""
    return None if part is None or not whole else (part * 20_000 + whole) // (2 * whole)
