"""Lineage: what a school came of and what became of it, and its figures over the years with those that it took over."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.succession import SuccessionSort
from bureau.kernel import rules
from bureau.kernel.field import Choice, Date, Integer, One, State, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.registry.school import School
from bureau.storage.act import Asked
from bureau.storage.guard import EVERYWHERE
from bureau.storage.sql import day_of

_MOST = 2**53
_MOST_STEPS = 20
"""Links that are followed one after the other."""


class LineageDirection(State):
    """Which way a link leads (方向)."""

    BEFORE = "BEFORE", "It came of it", "承接自"
    AFTER = "AFTER", "It became of it", "由其承接"


class LineageLink(Shape):
    """A school in the lineage of another: which it came of, or what became of it (沿革)."""

    school = One(School, "School", "学校")
    name = Text(200, "Name", "名称")
    code = Text(32, "Code", "标识码")
    direction = Choice(LineageDirection, "Which way", "方向")
    sort = Choice(SuccessionSort, "How", "承接方式")
    effective_on = Date("Takes effect on", "生效日期")
    steps = Integer(1, _MOST_STEPS, "Links between", "间隔")


class SchoolSeries(Shape):
    """A school in one school year: its own pupils on the year's first day, those of the schools that have merged into
    it since, and both together (历年规模).
    """

    school_year = Text(9, "School year", "学年")
    counted_on = Date("Counted on", "统计日期")
    own = Integer(0, _MOST, "Its own pupils", "本校学生数")
    predecessors = Integer(0, _MOST, "Of schools that merged into it", "被并入学校学生数")
    total = Integer(0, _MOST, "Together", "合计")
    schools = Integer(1, _MOST, "Schools counted", "计入学校数")


_LINKS = {
    LineageDirection.BEFORE: ("school_id", "predecessor_id"),
    LineageDirection.AFTER: ("predecessor_id", "school_id"),
}

_LINEAGE = """
WITH RECURSIVE line (id, link, steps) AS (
    SELECT s.{there}, s.id, 1 FROM school_succession s
    WHERE s.{here} = $1 AND s.{there} <> $1 AND s.void_reason IS NULL
    UNION
    SELECT s.{there}, s.id, line.steps + 1 FROM school_succession s JOIN line ON s.{here} = line.id
    WHERE s.{there} <> s.{here} AND s.void_reason IS NULL AND line.steps < $2)
SELECT line.id, s.predecessor_name, s.predecessor_code, u.name, u.code, s.sort, s.effective_on, min(line.steps)
FROM line JOIN school_succession s ON s.id = line.link JOIN unit u ON u.id = line.id
GROUP BY line.id, s.predecessor_name, s.predecessor_code, u.name, u.code, s.sort, s.effective_on
ORDER BY s.effective_on, line.id
"""

_SERIES = """
WITH RECURSIVE merged (id, until) AS (
    SELECT s.predecessor_id, s.effective_on FROM school_succession s
    WHERE s.school_id = $1 AND s.sort = 'MERGED_INTO' AND s.void_reason IS NULL
    UNION
    SELECT s.predecessor_id, s.effective_on FROM school_succession s JOIN merged m ON s.school_id = m.id
    WHERE s.sort = 'MERGED_INTO' AND s.void_reason IS NULL AND s.effective_on <= m.until),
counted AS (SELECT $1 AS id UNION SELECT id FROM merged)
SELECT y.name, y.period_from,
    count(CASE WHEN e.school_id = $1 THEN 1 END), count(CASE WHEN e.school_id <> $1 THEN 1 END),
    (SELECT count(*) FROM counted)
FROM school_year y LEFT JOIN enrolment e ON e.void_reason IS NULL AND e.school_id IN (SELECT id FROM counted)
    AND e.period_from <= y.period_from AND (e.period_until IS NULL OR e.period_until > y.period_from)
WHERE y.void_reason IS NULL AND y.period_from <= $2
GROUP BY y.name, y.period_from ORDER BY y.period_from
"""
"""Stays do not overlap, so that nobody is counted twice whatever schools merged."""

_SCHOOL = One(School, "School", "学校")


@question(rules.offices, label=("Lineage", "学校沿革"), place="school")
async def school_lineage(asked: Asked, *, school: Annotated[School, _SCHOOL]) -> list[LineageLink]:
    """The schools that one came of and those that it became, through all links; each as it was called then."""
    found = []
    for direction, (here, there) in _LINKS.items():
        rows = await asked.store.database.readers.fetch(
            _LINEAGE.format(here=here, there=there), [school.id, _MOST_STEPS]
        )
        found += [_link(asked, direction, row) for row in rows]
    return found


def _link(asked: Asked, direction: LineageDirection, row: Sequence[Any]) -> LineageLink:
    """Of what went before, name and code as they were on the day; of what came after, as they are."""
    id_, name, code, name_now, code_now, sort, day, steps = tuple(row)
    named = (name, code) if direction is LineageDirection.BEFORE else (name_now, code_now)
    given: Mapping[str, Any] = {"direction": direction, "sort": SuccessionSort[sort], "effective_on": day_of(day)}
    return LineageLink(school=f"School:{id_}", name=named[0], code=named[1], steps=steps, **given)


@question(rules.offices, label=("School over the years", "学校历年规模"), place="school")
async def school_series(asked: Asked, *, school: Annotated[School, _SCHOOL]) -> list[SchoolSeries]:
    """How many pupils a school had on the first day of each school year, with the schools that have merged into it.

    A school that another was split from is not counted with that one: it has its own figures.
    """
    rows = await asked.store.database.readers.fetch(_SERIES, [school.id, asked.today], reach=EVERYWHERE)
    return [_counted(tuple(row)) for row in rows]


def _counted(row: tuple[str, date, int, int, int]) -> SchoolSeries:
    name, day, own, others, schools = row
    return SchoolSeries(
        school_year=name, counted_on=day_of(day), own=own, predecessors=others, total=own + others, schools=schools
    )
