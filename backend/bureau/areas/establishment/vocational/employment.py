"""Rates of employment of those who graduate from vocational schools (中职毕业生就业率)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from bureau.kernel import rules
from bureau.kernel.field import Choice, Integer, One, Scaled, State, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.act import Asked
from bureau.storage.guard import EVERYWHERE


class EmploymentBy(State):
    """By what rates are told (分组)."""

    WHOLE = "WHOLE", "The unit as a whole", "整体"
    SCHOOL = "SCHOOL", "By school", "按学校"
    MAJOR = "MAJOR", "By major", "按专业"


class EmploymentRate(Shape):
    """What became of those who graduated in a year (就业情况).

    Employment counts further study and the army; direct employment leaves further study out; matched employment is the
    part of direct employment in the learned trade. Percentages are null where there is nobody to count.
    """

    key = Text(40, "Group", "分组值", note=("An id, or the code of a major.", "标识或专业代码。")).optional()
    name = Text(200, "Name", "名称").optional()
    graduates = Integer(0, 2**31 - 1, "Graduates", "毕业生数")
    known = Integer(0, 2**31 - 1, "Of whom it is known", "已登记去向人数")
    employed = Integer(0, 2**31 - 1, "Employed", "就业人数")
    self_employed = Integer(0, 2**31 - 1, "Self-employed", "自主创业人数")
    studying = Integer(0, 2**31 - 1, "Studying further", "升学人数")
    serving = Integer(0, 2**31 - 1, "In the army", "参军人数")
    matched = Integer(0, 2**31 - 1, "In their trade", "对口就业人数")
    employment = Scaled(2, "Employment in percent", "就业率（含升学）（%）").optional()
    direct_employment = Scaled(2, "Direct employment in percent", "直接就业率（%）").optional()
    matched_employment = Scaled(2, "Matched employment in percent", "对口就业率（%）").optional()


_KEYS = {
    EmploymentBy.WHOLE: ("NULL", "NULL"),
    EmploymentBy.SCHOOL: ("'School:' || g.school_id", "(SELECT n.name FROM unit n WHERE n.id = g.school_id)"),
    EmploymentBy.MAJOR: (
        "g.major",
        "(SELECT n.chinese FROM code_entry n WHERE n.code_table = 'vocational_major' AND n.code = g.major"
        " AND n.void_reason IS NULL)",
    ),
}
_GROUPS = {EmploymentBy.WHOLE: "", EmploymentBy.SCHOOL: "GROUP BY g.school_id", EmploymentBy.MAJOR: "GROUP BY g.major"}

_RATES = """
WITH g AS (
    SELECT e.school_id, e.student_id, m.major, o.destination, o.matched
    FROM enrolment e
    JOIN unit u ON u.id = e.school_id
    JOIN student s ON s.id = e.student_id
    LEFT JOIN major_class c ON c.school_class_id = s.school_class_id AND c.void_reason IS NULL
    LEFT JOIN school_major m ON m.id = c.school_major_id
    LEFT JOIN graduate_outcome o ON o.student_id = s.id AND o.void_reason IS NULL
    WHERE {scope} AND e.void_reason IS NULL AND s.void_reason IS NULL AND s.status IN ('GRADUATED', 'COMPLETED')
        AND s.grade IN ('V1', 'V2', 'V3') AND e.school_id = s.school_id AND e.period_until >= $2 AND e.period_until < $3
)
SELECT {key}, {name}, count(*), count(g.destination),
    count(CASE WHEN g.destination = 'EMPLOYED' THEN 1 END),
    count(CASE WHEN g.destination = 'SELF_EMPLOYED' THEN 1 END),
    count(CASE WHEN g.destination = 'STUDY' THEN 1 END),
    count(CASE WHEN g.destination = 'ARMY' THEN 1 END),
    count(CASE WHEN g.destination = 'EMPLOYED' AND g.matched THEN 1 END)
FROM g {groups} ORDER BY 1"""


@question(
    rules.director | rules.principal | rules.registrar | rules.inspector,
    label=("Employment of graduates", "毕业生就业率"),
    place="unit",
)
async def employment_rates(
    asked: Asked,
    *,
    unit: Annotated[Unit, One(Unit, "Unit", "机构")],
    graduated_in: Annotated[int, Integer(1990, 2100, "Year of graduation", "毕业年份")],
    by: Annotated[EmploymentBy, Choice(EmploymentBy, "By", "分组")] = EmploymentBy.WHOLE,
) -> list[EmploymentRate]:
    """What became of those who left the vocational schools of a unit in a year as graduates, as it is known today."""
    scope, value = _scope(unit)
    key, name = _KEYS[by]
    sql = _RATES.format(scope=scope, key=key, name=name, groups=_GROUPS[by])
    values = [value, date(graduated_in, 1, 1), date(graduated_in + 1, 1, 1)]
    rows = await asked.store.database.readers.fetch(sql, values, reach=EVERYWHERE)
    return [_rate(row) for row in map(tuple, rows)]


def _scope(unit: Unit) -> tuple[str, int]:
    """The condition on a school's row, and its value."""
    match unit.category:
        case UnitCategory.BUREAU:
            return "u.id <> $1", 0
        case UnitCategory.COUNTY_BUREAU:
            return "u.county_id = $1", unit.id
        case _:
            return "u.id = $1", unit.id


def _rate(row: Sequence[Any]) -> EmploymentRate:
    key, name, graduates, known, employed, own, studying, serving, matched = row
    direct = employed + own + serving
    return EmploymentRate(
        key=key,
        name=name,
        graduates=graduates,
        known=known,
        employed=employed,
        self_employed=own,
        studying=studying,
        serving=serving,
        matched=matched,
        employment=percent(direct + studying, graduates),
        direct_employment=percent(direct, graduates),
        matched_employment=percent(matched, direct),
    )


def percent(part: int, whole: int) -> int | None:
    """In hundredths of a percent, halves upwards; none of none is no rate."""
    return (part * 20_000 + whole) // (2 * whole) if whole > 0 else None
