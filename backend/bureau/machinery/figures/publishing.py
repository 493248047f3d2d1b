"""Publishing figures: counted by the database, small ones hidden, and only what differs written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bureau.kernel.words import Words
from bureau.machinery.figures.figure import TOTAL, UNKNOWN, Figure, FigureCube
from bureau.machinery.figures.suppression import Line, summed, suppress
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.unit import UnitCategory
from bureau.storage.act import Act
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

VERB = "publish_figures"

_AT_ONCE = 1000
_ALL = Words("Total", "合计")
_NOT_KNOWN = Words("Not known", "未知")


@dataclass(frozen=True, slots=True)
class _Counted:
    """Where the counts of a cube come from, and the code table of its parts."""

    sql: str
    table: str


_COUNTED: Mapping[FigureCube, _Counted] = {
    FigureCube.STUDENTS_BY_GRADE: _Counted(
        "SELECT school_id, grade, count(*) FROM student"
        " WHERE void_reason IS NULL AND status = 'ENROLLED' GROUP BY 1, 2",
        "grade",
    ),
    FigureCube.STUDENTS_BY_SEX: _Counted(
        "SELECT school_id, person_sex, count(*) FROM student"
        " WHERE void_reason IS NULL AND status = 'ENROLLED' GROUP BY 1, 2",
        "sex",
    ),
    FigureCube.TEACHERS_BY_TITLE: _Counted(
        "SELECT unit_id, title, count(*) FROM teacher WHERE void_reason IS NULL AND status = 'IN_POST' GROUP BY 1, 2",
        "teacher_title",
    ),
}

Told = dict[tuple[int, str], int | None]
"""What is told of a unit and a part; None where it is hidden."""


@task(daily=time(1, 30))
async def publish_figures(run: Run) -> Words:
    """Publish figures on the first of a month, and as soon as there are none."""
    if run.day.day != 1 and await run.store.database.readers.fetch("SELECT 1 FROM figure LIMIT 1"):
        return Words("Figures are published on the first of a month.", "统计数据于每月 1 日发布。")
    city, above = await units_to_sum(run.store)
    for cube in FigureCube:
        counts = await _counts(run.store, _COUNTED[cube].sql)
        await _write(run, cube, told(counts, city, above), await _labels(run.store, _COUNTED[cube].table))
    return Words(f"{run.done} figures were published.", f"已发布 {run.done} 项统计数据。")


async def units_to_sum(store: Store) -> tuple[int, Mapping[int, int]]:
    """The city's bureau, and for each unit that with which it is summed: its county's bureau, or else the city's."""
    sql = "SELECT id, category, county_id FROM unit WHERE void_reason IS NULL"
    rows = [tuple(row) for row in await store.database.readers.fetch(sql)]
    city = next(identity for identity, category, _ in rows if category == UnitCategory.BUREAU)
    return city, {identity: county or city for identity, _, county in rows}


async def _counts(store: Store, sql: str) -> Mapping[int, Mapping[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for unit, part, count in map(tuple, await store.database.readers.fetch(sql)):
        found[unit][part or UNKNOWN] = count
    return found


def told(counts: Mapping[int, Mapping[str, int]], city: int, above: Mapping[int, int]) -> Told:
    """What is told of each unit, of each county and of the city. Who works for a bureau itself is told in its sums."""
    grouped: dict[int, dict[int, Line]] = defaultdict(dict)
    for unit, parts in counts.items():
        grouped[above[unit]][unit] = Line(parts)
    groups = {group: summed(list(lines.values())) for group, lines in grouped.items()}
    everything = summed(list(groups.values()))
    suppress(everything)
    units = {unit: line for lines in grouped.values() for unit, line in lines.items()}
    found: Told = {}
    for unit, line in (units | groups | {city: everything}).items():
        found |= {(unit, part): count if line.is_split_told else None for part, count in line.counts.items()}
        found[unit, TOTAL] = line.total if line.is_total_told else None
    return found


async def _labels(store: Store, table: str) -> Mapping[str, Words]:
    words = {code: entry.words for code, entry in (await store.reading()).codes.table(table).items()}
    return words | {TOTAL: _ALL, UNKNOWN: _NOT_KNOWN}


async def _write(run: Run, cube: FigureCube, found: Told, labels: Mapping[str, Words]) -> None:
    """Write the figures of a cube that are other than they were, and make those void that are no more."""

    async def known(_: Transaction) -> dict[tuple[int, str], Figure]:
        figures = await Figure.filter(cube=cube, void_reason__isnull=True)
        return {(one.__dict__["unit_id"], one.part): one for one in figures}

    before = await run.step(known)
    gone = [one for place, one in before.items() if place not in found]
    wanted = list(found.items())
    for first in range(0, len(wanted), _AT_ONCE):
        part = wanted[first : first + _AT_ONCE]
        await run.step(lambda tx, part=part: _replace(Act(run.store, tx, VERB), cube, part, before, labels, run.day))  # type: ignore[misc]
        run.done += len(part)
    await run.step(lambda tx: _end(Act(run.store, tx, VERB), gone))


async def _replace(
    act: Act,
    cube: FigureCube,
    part: Sequence[tuple[tuple[int, str], int | None]],
    before: Mapping[tuple[int, str], Figure],
    labels: Mapping[str, Words],
    day: date,
) -> None:
    new: list[dict[str, Any]] = []
    old: list[tuple[Figure, dict[str, Any]]] = []
    for place, value in part:
        values = {"value": value, "is_hidden": value is None, "counted_on": day}
        if place in before:
            old.append((before[place], values))
        else:
            unit, code = place
            words = labels.get(code, Words(code, code))
            labelled = {"english_label": words.en, "chinese_label": words.zh}
            new.append({"cube": cube, "unit": unit, "part": code, **labelled, **values})
    await act.create_all(Figure, new)
    await act.change_all(Figure, old)


async def _end(act: Act, gone: Iterable[Figure]) -> None:
    for one in gone:
        await act.void(one, "无此统计对象")
