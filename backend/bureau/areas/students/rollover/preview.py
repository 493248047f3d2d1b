"""Previewing a roll-over: what would become of every pupil and class, counted and kept, and nothing else written."""

from collections.abc import Iterable
from functools import partial, reduce
from operator import add
from typing import Annotated, Any

from bureau.areas.students.rollover.plan import NAMES, Counts, Found, Line, Plan, PlannedClass
from bureau.areas.students.rollover.run import (
    BLOCKING,
    ClassFate,
    RollOver,
    RollOverClass,
    RollOverFinding,
    RollOverLine,
    RollOverState,
    roll_over,
)
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.batches import batches
from bureau.kernel.errors import Code, refuse
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.school_year import SchoolYear
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

AT_ONCE = 2000
"""Records that are written at a time."""
VERB = "preview_roll_over"


@action(roll_over, rules.registrar, label=("Preview roll-over", "预演学年升级"), place="unit")
async def preview_roll_over(
    act: Act,
    *,
    unit: Annotated[Unit, RollOver.unit],
    from_year: Annotated[SchoolYear, RollOver.from_year],
) -> RollOver:
    """Preview the roll-over of a school year, of all schools at or below a unit, in the background.

    It says of every grade, class and pupil what would become of them in the year that follows, and what stops them.
    """
    to_year = await SchoolYear.filter(period_from=from_year.period.until, void_reason__isnull=True).first()
    if to_year is None:
        raise refuse(Code.NOT_FOUND, "from_year", kind=Words("school year that follows it", "下一学年"))
    run = await act.create(
        RollOver,
        unit=unit,
        from_year=from_year,
        to_year=to_year,
        state=RollOverState.PREVIEWING,
        asked_at=act.tx.now(),
        asked_by=act.actor.name,
        **dict.fromkeys((*NAMES, "classes_risen", "classes_made", "classes_ended"), 0),
    )
    job = await ask(act.store, act.tx, preview_schools, {"run": run.id}, title=unit.name)
    return await act.change(run, job=job)


@task()
async def preview_schools(run: Run) -> Words:
    """Preview what a roll-over does with the pupils and classes of its schools."""
    counts = await run.step(partial(_preview, run))
    return Words(
        f"{counts.promoted} promoted, {counts.graduated} graduated, {counts.staying} stay, {counts.blocked} blocked.",
        f"升级 {counts.promoted}，毕业 {counts.graduated}，留在原年级 {counts.staying}，受阻 {counts.blocked}（人）。",
    )


async def plan_of(store: Store, tx: Transaction, number: int) -> tuple[RollOver, Plan]:
    """A roll-over, held, and its plan, still to be drawn."""
    query = RollOver.filter(id=number)
    record = await (query.select_for_update(no_key=True) if tx.dialect == "postgres" else query).get()
    years = {year.id: year for year in await SchoolYear.filter(id__in=[record.from_year_id, record.to_year_id])}  # type: ignore[attr-defined]
    pair = (years[record.__dict__["from_year_id"]], years[record.__dict__["to_year_id"]])
    return record, Plan(store, tx, record, pair)


async def _preview(run: Run, tx: Transaction) -> Counts:
    record, plan = await plan_of(run.store, tx, run.given["run"])
    await plan.draw()
    lines, classes, findings = await plan.lines(), await plan.classes(), await plan.findings()
    await plan.close()
    of = record.id
    await _keep(run.store, tx, RollOverLine, (_line(of, line) for line in lines))
    await _keep(run.store, tx, RollOverClass, (class_row(of, one) for one in classes))
    await _keep(run.store, tx, RollOverFinding, (_finding(of, found) for found in findings))
    counts = total(lines)
    values = {
        **counts.values,
        **class_counts((one.fate, one.into) for one in classes),
        "state": RollOverState.PREVIEWED,
    }
    await run.store.change(tx, roll_over, record, values, verb=VERB)
    run.done = run.total = counts.pupils
    return counts


async def _keep(store: Store, tx: Transaction, record: type[Record], rows: Iterable[dict[str, Any]]) -> None:
    for some in batches(rows, AT_ONCE):
        await store.create_all(tx, store.kind_of(record), some, verb=VERB)


def total(lines: Iterable[Line]) -> Counts:
    """What lines come to."""
    return reduce(add, (line.counts for line in lines), Counts())


def class_counts(classes: Iterable[tuple[str, int | None]]) -> dict[str, int]:
    """How many classes go up, are made and end, by the names of the fields that say so.

    Given is of each what becomes of it, and into which class that is there already its pupils go.
    """
    fates = list(classes)
    risen = sum(fate == ClassFate.RISES for fate, _ in fates)
    made = sum(fate == ClassFate.GOES_ON and into is None for fate, into in fates)
    return {"classes_risen": risen, "classes_made": made, "classes_ended": len(fates) - risen}


def _line(run: int, line: Line) -> dict[str, Any]:
    return {
        "run": run,
        "school": line.school,
        "grade": line.grade,
        "next_grade": line.next_grade,
        **line.counts.values,
    }


def class_row(run: int, one: PlannedClass) -> dict[str, Any]:
    """What the preview keeps of a class."""
    return {
        "run": run,
        "school": one.school,
        "school_class": one.id,
        "fate": one.fate,
        "grade": one.grade,
        "next_grade": one.next_grade,
        "name": one.name,
        "next_name": one.next_name,
        "goes_into": one.into,
        "pupils": one.pupils,
    }


def _finding(run: int, found: Found) -> dict[str, Any]:
    return {
        "run": run,
        "unit": found.school,
        "is_blocking": found.sort in BLOCKING,
        "sort": found.sort,
        "grade": found.grade,
        "student": found.student,
        "school_class": found.school_class,
        "pupils": found.pupils,
        "english_text": found.words.en if found.words else None,
        "chinese_text": found.words.zh if found.words else None,
    }
