"""Rates of status: how many who entered are kept, drop out, or go on to the next stage (巩固率、辍学率、升学率)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Date, Integer, One, Scaled, State
from bureau.kernel.kind import Distinct, Kind, Stays
from bureau.kernel.words import Words
from bureau.machinery.figures.figure import TOTAL
from bureau.machinery.figures.publishing import told, units_to_sum
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.school_year import SchoolYear
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.guard import EVERYWHERE
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class Measure(State):
    """What a rate is of (指标)."""

    NINE_YEAR_RETENTION = "NINE_YEAR_RETENTION", "Kept through nine years", "九年义务教育巩固率"
    JUNIOR_RETENTION = "JUNIOR_RETENTION", "Kept through the junior stage", "初中三年巩固率"
    DROPOUT = "DROPOUT", "Dropped out within the year", "辍学率"
    ENTRY = "ENTRY", "Went on to the next stage", "升学率"


class StatusRate(Record):
    """A rate at a school, a county or in the city for a school year: so many of so many, by what their history says.

    Who changed school, went abroad or died is not lost to the school that they entered. Counts of 1 to 4 are hidden,
    and as many others as it takes that none of those can be worked out.
    """

    unit = One(Unit, "Unit", "机构", back=("status_rates", "Status rates", "学籍指标"))
    school_year = One(SchoolYear, "School year", "学年")
    measure = Choice(Measure, "Measure", "指标")
    numerator = Integer(0, 2**53, "So many", "分子").optional()
    denominator = Integer(0, 2**53, "Of so many", "分母").optional()
    value = Scaled(
        4, "Rate", "比率", least=0, most=10_000, note=("A fraction, as 0.9512.", "小数，如 0.9512。")
    ).optional()
    is_hidden = Boolean("Hidden", "是否隐去", note=("A small number could be worked out.", "可能推知小于 5 的数值。"))
    counted_on = Date("Counted on", "统计日期")


status_rate = Kind(
    StatusRate,
    label=("Status rate", "Status rates", "学籍指标"),
    scope=Stays("unit"),
    read=rules.offices,
    title=("measure", "unit.name", "school_year.name"),
    list=("measure", "unit.name", "school_year.name", "value", "numerator", "denominator", "is_hidden"),
    order=("value", "unit.name"),
    filter=("measure", "value", "is_hidden", "counted_on"),
    group=("measure", "is_hidden"),
    distinct=(Distinct(("measure", "unit", "school_year"), "measure"),),
)


@dataclass(frozen=True, slots=True)
class _Rate:
    """Who is counted: `sql` has a unit, all of them, and those that the rate is of."""

    sql: str
    years: int
    """How many school years before the one that is told of they entered."""


_STANDS = """
WITH ordered AS (
    SELECT c.student_id, c.to_status, c.effective_on,
        row_number() OVER (PARTITION BY c.student_id ORDER BY c.effective_on DESC, c.id DESC) AS place
    FROM status_change c
    WHERE c.effective_on <= $3 AND c.corrects_id IS NULL AND c.void_reason IS NULL
        AND NOT EXISTS (SELECT 1 FROM status_change t WHERE t.corrects_id = c.id AND t.void_reason IS NULL)),
stands AS (SELECT student_id, to_status, effective_on FROM ordered WHERE place = 1)
"""
"""How each pupil stands on the day $3, by the last of their changes until then; who has none is enrolled."""

_KEPT = (
    _STANDS
    + """
SELECT e.school_id, count(*),
    count(*) - count(CASE WHEN s.to_status IN ('DROPPED_OUT', 'WITHDRAWN', 'EXPELLED', 'LEFT') THEN 1 END)
FROM enrolment e LEFT JOIN stands s ON s.student_id = e.student_id
WHERE e.entry_grade = '{grade}' AND coalesce(e.entry_way, '01') <> '09' AND e.void_reason IS NULL
    AND e.period_from >= $1 AND e.period_from < $2
GROUP BY e.school_id"""
)
"""Of those who entered a first grade between two days, not from another school, those who are not lost."""

_DROPPED = (
    _STANDS
    + """
SELECT e.school_id, count(*),
    count(CASE WHEN s.to_status = 'DROPPED_OUT' AND s.effective_on >= $1 AND s.effective_on < $2 THEN 1 END)
FROM enrolment e LEFT JOIN stands s ON s.student_id = e.student_id
WHERE e.period_from <= $1 AND (e.period_until IS NULL OR e.period_until > $1)
    AND substr(e.entry_grade, 1, 1) IN ('P', 'J', 'E') AND e.void_reason IS NULL
GROUP BY e.school_id"""
)
"""Of those who were at a school on the first day of the year, those who dropped out within it and are not back."""

_WENT_ON = """
WITH finished AS (
    SELECT c.student_id, c.from_school_id, c.effective_on,
        row_number() OVER (PARTITION BY c.student_id ORDER BY c.effective_on DESC, c.id DESC) AS place
    FROM status_change c
    WHERE c.to_status IN ('GRADUATED', 'COMPLETED') AND substr(c.from_grade, 1, 1) IN ('P', 'J')
        AND c.effective_on >= $1 AND c.effective_on < $2 AND c.corrects_id IS NULL AND c.void_reason IS NULL
        AND NOT EXISTS (SELECT 1 FROM status_change t WHERE t.corrects_id = c.id AND t.void_reason IS NULL))
SELECT f.from_school_id, count(*), count(CASE WHEN EXISTS (
        SELECT 1 FROM enrolment e WHERE e.student_id = f.student_id AND e.period_from >= f.effective_on
            AND e.period_from <= $3 AND e.void_reason IS NULL) THEN 1 END)
FROM finished f WHERE f.place = 1 AND f.from_school_id IS NOT NULL
GROUP BY f.from_school_id"""
"""Of those who finished primary or junior school within a year, those who have entered a school since."""

_RATES: Mapping[Measure, _Rate] = {
    Measure.NINE_YEAR_RETENTION: _Rate(_KEPT.format(grade="P1"), 8),
    Measure.JUNIOR_RETENTION: _Rate(_KEPT.format(grade="J1"), 2),
    Measure.DROPOUT: _Rate(_DROPPED, 0),
    Measure.ENTRY: _Rate(_WENT_ON, 1),
}

_THOSE, _OTHERS = "THOSE", "OTHERS"


def fraction(those: int, of: int) -> int | None:
    """A rate in ten-thousandths, half up; none of none is no rate."""
    return (2 * 10_000 * those + of) // (2 * of) if of else None


@task(daily=time(1, 45))
async def publish_rates(run: Run) -> Words:
    """Count the rates of this school year and of the last one anew."""

    async def latest(_: Transaction) -> list[SchoolYear]:
        begun = SchoolYear.filter(period_from__lte=run.day, void_reason__isnull=True)
        return await begun.order_by("-period_from").limit(2)

    years = await run.step(latest)
    city, above = await units_to_sum(run.store)
    for year in years:
        for measure in Measure:
            shown = told(await counted(run.store, measure, year, run.day), city, above)
            units = {unit for unit, part in shown if part == TOTAL and shown[unit, part] != 0}
            rows = {unit: _told(shown, unit, run.day) for unit in units}

            async def write(
                tx: Transaction, year: SchoolYear = year, measure: Measure = measure, rows: Any = rows
            ) -> int:
                return await _write(Act(run.store, tx, "publish_rates"), year, measure, rows)

            run.done += await run.step(write)
    return Words(f"{run.done} rates were counted.", f"已统计 {run.done} 项学籍指标。")


async def counted(store: Store, measure: Measure, year: SchoolYear, day: date) -> Mapping[int, Mapping[str, int]]:
    """By school, how many a rate of a school year is of (THOSE) and how many others there are, as known on a day."""
    rate = _RATES[measure]
    assert year.period.start is not None
    assert year.period.until is not None
    entered = tuple(day.replace(year=day.year - rate.years) for day in (year.period.start, year.period.until))
    last = min(day, year.period.until - timedelta(days=1))
    rows = await store.database.readers.fetch(rate.sql, [*entered, last], reach=EVERYWHERE)
    return {row[0]: {_THOSE: row[2], _OTHERS: row[1] - row[2]} for row in rows}


def _told(shown: Mapping[tuple[int, str], int | None], unit: int, day: date) -> dict[str, Any]:
    those, of = shown.get((unit, _THOSE)), shown[unit, TOTAL]
    value = fraction(those, of) if those is not None and of is not None else None
    return {
        "numerator": those if of is not None else None,
        "denominator": of,
        "value": value,
        "is_hidden": value is None,
        "counted_on": day,
    }


async def _write(act: Act, year: SchoolYear, measure: Measure, rows: Mapping[int, Mapping[str, Any]]) -> int:
    """Write the rates of one measure and year that are other than they were; void those of which nothing is counted."""
    found = await act.hold_all(StatusRate, school_year_id=year.id, measure=measure)
    known = {rate.__dict__["unit_id"]: rate for rate in found}
    units = {unit.id: unit for unit in await Unit.filter(id__in=[unit for unit in rows if unit not in known])}
    new: Sequence[dict[str, Any]] = [
        {"unit": units[unit], "school_year": year, "measure": measure, **_given(row)}
        for unit, row in rows.items()
        if unit not in known
    ]
    await act.create_all(StatusRate, new)
    await act.change_all(StatusRate, [(known[unit], _given(row)) for unit, row in rows.items() if unit in known])
    for unit, rate in known.items():
        if unit not in rows:
            await act.void(rate, "无此统计对象")
    return len(rows)


def _given(row: Mapping[str, Any]) -> dict[str, Any]:
    value = row["value"]
    return {**row, "value": None if value is None else f"{value // 10_000}.{value % 10_000:04d}"}
