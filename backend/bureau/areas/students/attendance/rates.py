"""Rates of attendance: how much of the school days was missed, by whom it is asked for (出勤率)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from bureau.areas.students.attendance.away import AWAY, is_expected
from bureau.areas.students.attendance.effects import listed
from bureau.areas.students.attendance.limits import limit
from bureau.kernel import rules
from bureau.kernel.errors import Refusal, invalid
from bureau.kernel.field import Choice, Date, Integer, One, Scaled, State, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.machinery.calendars.school_days import SchoolDays, load_school_days
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.act import Asked
from bureau.storage.sql import DialectName

_MOST_DAYS = 370
_ONE = timedelta(days=1)


class RateBy(State):
    """By what rates are told (分组)."""

    WHOLE = "WHOLE", "The unit as a whole", "整体"
    COUNTY = "COUNTY", "By county", "按县区"
    SCHOOL = "SCHOOL", "By school", "按学校"
    GRADE = "GRADE", "By grade", "按年级"
    SCHOOL_CLASS = "SCHOOL_CLASS", "By class", "按班级"


class AttendanceRate(Shape):
    """How much of its school days a group of pupils missed (出勤率).

    A pupil counts at a school for the days of their stay there; at a class and a grade as they are in it now. Days on
    which teaching was suspended for them count neither way, nor do those from when they dropped out or were suspended
    until they were back. Percentages are null where there were no days.
    """

    key = Text(40, "Group", "分组值", note=("An id, or the code of a grade.", "标识或年级代码。")).optional()
    name = Text(200, "Name", "名称").optional()
    pupils = Integer(0, 2**31 - 1, "Pupils", "学生数")
    expected_days = Scaled(1, "Pupil-days", "应出勤人日")
    absent_days = Scaled(1, "Missed", "缺勤人日")
    truant_days = Scaled(1, "Missed without leave", "旷课人日")
    attendance = Scaled(2, "Attendance in percent", "出勤率（%）").optional()
    truancy = Scaled(2, "Truancy in percent", "旷课率（%）").optional()
    chronic_pupils = Integer(0, 2**31 - 1, "Pupils below the least rate", "长期缺勤学生数")
    chronic = Scaled(2, "Their share in percent", "长期缺勤率（%）").optional()
    roll_calls = Integer(0, 2**31 - 1, "Roll calls", "点名次数")


@question(
    rules.director | rules.principal | rules.registrar | rules.inspector,
    label=("Attendance rates", "出勤率"),
    place="unit",
)
async def attendance_rates(
    asked: Asked,
    *,
    unit: Annotated[Unit, One(Unit, "Unit", "机构")],
    first: Annotated[date, Date("First day", "开始日期")],
    last: Annotated[date, Date("Last day", "结束日期")],
    by: Annotated[RateBy, Choice(RateBy, "By", "分组")] = RateBy.WHOLE,
) -> list[AttendanceRate]:
    """How much was missed between two days, both included, at a school or in all schools of a bureau."""
    last = min(last, asked.today)
    if first > last or (last - first).days > _MOST_DAYS:
        raise Refusal([invalid("last", "the span is empty or longer than a year.", "日期范围为空或超过一年。")])
    readers = asked.store.database.readers
    days = await load_school_days(readers)
    sql = statement(asked.store.database.dialect, days, first, last, by, _scope(unit))
    least = limit("absence_least_rate", last)
    return [_rate(row) for row in await readers.fetch(sql, [*_scope(unit)[1], least])]


Scope = tuple[str, Sequence[int]]


def _scope(unit: Unit) -> Scope:
    """The condition on a school's row, and its values."""
    match unit.category:
        case UnitCategory.BUREAU:
            return "u.id <> $1", [0]
        case UnitCategory.COUNTY_BUREAU:
            return "u.county_id = $1", [unit.id]
        case _:
            return "u.id = $1", [unit.id]


_KEYS = {
    # of a stay, of a roll call
    RateBy.WHOLE: ("NULL", "NULL"),
    RateBy.COUNTY: ("u.county_id", "u.county_id"),
    RateBy.SCHOOL: ("u.id", "u.id"),
    RateBy.GRADE: ("CASE WHEN s.school_id = u.id THEN s.grade END", "c.grade"),
    RateBy.SCHOOL_CLASS: ("CASE WHEN s.school_id = u.id THEN s.school_class_id END", "c.school_class_id"),
}
_NAMES = {
    RateBy.COUNTY: "(SELECT n.name FROM unit n WHERE n.id = p.key)",
    RateBy.SCHOOL: "(SELECT n.name FROM unit n WHERE n.id = p.key)",
    RateBy.SCHOOL_CLASS: "(SELECT n.name FROM school_class n WHERE n.id = p.key)",
}
_TYPES = {RateBy.COUNTY: "Office", RateBy.SCHOOL: "School", RateBy.SCHOOL_CLASS: "SchoolClass"}


def statement(dialect: DialectName, days: SchoolDays, first: date, last: date, by: RateBy, scope: Scope) -> str:
    """The one statement that tells the rates: each stay's school days by two look-ups, its marks by its days."""
    key, call_key = _KEYS[by]
    later, earlier = ("GREATEST", "LEAST") if dialect == "postgres" else ("max", "min")
    start, end = _day(dialect, first), _day(dialect, last + _ONE)
    name = _NAMES.get(by, "NULL")
    prefix = f"'{_TYPES[by]}:' || " if by in _TYPES else ""
    least = f"${len(scope[1]) + 1}"
    return f"""
WITH {AWAY},
calendar(day, before) AS (VALUES {_counted(dialect, days, first, last)}),
stays AS (
    SELECT e.student_id, {key} AS key, {later}(e.period_from, {start}) AS first_day,
        {earlier}(coalesce(e.period_until, {end}), {end}) AS next_day
    FROM enrolment e JOIN unit u ON u.id = e.school_id JOIN student s ON s.id = e.student_id
    WHERE {scope[0]} AND e.void_reason IS NULL AND s.void_reason IS NULL AND e.period_from < {end}
        AND (e.period_until IS NULL OR e.period_until > {start})
),
held AS (
    SELECT school_class_id, day, count(*) AS checks FROM roll_call
    WHERE void_reason IS NULL AND day >= {start} AND day < {end} GROUP BY school_class_id, day
),
missed AS (
    SELECT m.student_id, m.day,
        sum(CASE WHEN m.code IN {listed("absent")} THEN 2 / h.checks ELSE 0 END) AS absent,
        sum(CASE WHEN m.code IN {listed("truant")} THEN 2 / h.checks ELSE 0 END) AS truant,
        sum(CASE WHEN m.code IN {listed("suspended")} THEN 2 / h.checks ELSE 0 END) AS suspended
    FROM attendance_mark m JOIN held h ON h.school_class_id = m.school_class_id AND h.day = m.day
    WHERE m.void_reason IS NULL AND m.day >= {start} AND m.day < {end} AND {is_expected("m.student_id", "m.day")}
    GROUP BY m.student_id, m.day
),
of_stays AS (
    SELECT t.student_id, t.key, sum(m.absent) AS absent, sum(m.truant) AS truant, sum(m.suspended) AS suspended
    FROM stays t JOIN missed m ON m.student_id = t.student_id AND m.day >= t.first_day AND m.day < t.next_day
    GROUP BY t.student_id, t.key
),
expected AS (
    SELECT t.student_id, t.key, sum(2 * (n.before - f.before)) AS days
    FROM stays t JOIN calendar f ON f.day = t.first_day JOIN calendar n ON n.day = t.next_day
    GROUP BY t.student_id, t.key
),
unexpected AS (
    SELECT t.student_id, t.key, sum(2 * (n.before - f.before)) AS days
    FROM stays t JOIN away a ON a.student_id = t.student_id AND a.first_day < t.next_day
        AND (a.next_day IS NULL OR a.next_day > t.first_day)
    JOIN calendar f ON f.day = {later}(a.first_day, t.first_day)
    JOIN calendar n ON n.day = {earlier}(coalesce(a.next_day, t.next_day), t.next_day)
    GROUP BY t.student_id, t.key
),
p AS (
    SELECT x.key, x.days - coalesce(u.days, 0) - coalesce(o.suspended, 0) AS days, coalesce(o.absent, 0) AS absent,
        coalesce(o.truant, 0) AS truant
    FROM expected x LEFT JOIN of_stays o ON o.student_id = x.student_id AND {_same("o.key", "x.key")}
    LEFT JOIN unexpected u ON u.student_id = x.student_id AND {_same("u.key", "x.key")}
    WHERE u.days IS NULL OR u.days < x.days
),
calls AS (
    SELECT {call_key} AS key, count(*) AS calls FROM roll_call c JOIN unit u ON u.id = c.school_id
    WHERE {scope[0]} AND c.void_reason IS NULL AND c.day >= {start} AND c.day < {end} GROUP BY 1
)
SELECT {prefix}p.key, {name}, count(*), sum(p.days), sum(p.absent), sum(p.truant),
    sum(CASE WHEN 100 * (p.days - p.absent) < {least} * p.days THEN 1 ELSE 0 END),
    coalesce((SELECT max(c.calls) FROM calls c WHERE {_same("c.key", "p.key")}), 0)
FROM p GROUP BY p.key ORDER BY p.key"""


def _same(one: str, other: str) -> str:
    return f"({one} = {other} OR ({one} IS NULL AND {other} IS NULL))"


def _counted(dialect: DialectName, days: SchoolDays, first: date, last: date) -> str:
    """Each day of a span and the one after it, with the number of school days of the span before it."""
    held = set(days.between(first, last))
    rows, count, day = [], 0, first
    while day <= last + _ONE:
        rows.append(f"({_day(dialect, day)}, {count})")
        count += day in held
        day += _ONE
    return ", ".join(rows)


def _day(dialect: DialectName, day: date) -> str:
    return f"DATE '{day.isoformat()}'" if dialect == "postgres" else f"'{day.isoformat()}'"


def _rate(row: Any) -> AttendanceRate:
    key, name, pupils, *counts = tuple(row)
    days, absent, truant, chronic, calls = map(int, counts)
    return AttendanceRate(
        key=key,
        name=name,
        pupils=pupils,
        expected_days=days * 5,  # half-days, in tenths of a day
        absent_days=absent * 5,
        truant_days=truant * 5,
        attendance=_percent(days - absent, days),
        truancy=_percent(truant, days),
        chronic_pupils=chronic,
        chronic=_percent(chronic, pupils),
        roll_calls=calls,
    )


def _percent(part: int, whole: int) -> int | None:
    """In hundredths of a percent, halves upwards."""
    return (part * 20_000 + whole) // (2 * whole) if whole > 0 else None
