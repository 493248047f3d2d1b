"""A closure: a time in which a school does not run, suspended or for good (停办与撤销)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.guards import (
    Guard,
    began,
    findings,
    has_a_beginning,
    has_come,
    nobody_is_left,
    refuse_unmet,
    takes_effect,
)
from bureau.areas.establishment.handover import is_handed_over
from bureau.kernel import rules
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code
from bureau.kernel.field import Choice, Date, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.words import Words
from bureau.registry.school import School, school
from bureau.storage.act import Act
from bureau.storage.record import Record


class ClosureSort(State):
    """How a school stopped (停止方式)."""

    SUSPENDED = "SUSPENDED", "Suspended", "停办"
    CLOSED = "CLOSED", "Closed", "撤销"
    MERGED = "MERGED", "Merged into another", "并入他校"


class SchoolClosure(Record):
    """A time in which a school does not run. One that is suspended may run again and then has the code it had; the
    code of one that is closed or merged is void, and nobody is ever given it.
    """

    school = One(School, "School", "学校", back=("closures", "Closures", "停办与撤销"))
    sort = Choice(ClosureSort, "How", "停止方式")
    effective_on = Date("Takes effect on", "停止日期")
    reopened_on = Date("Runs again from", "恢复办学日期").optional()
    reason = Text(1000, "Reason", "原因", lines=True)
    document = Text(100, "Decision", "批准文号").optional()


school_closure = Kind(
    SchoolClosure,
    label=("School closure", "School closures", "停办与撤销"),
    scope=Stays("school"),
    read=rules.offices,
    title=("school.name", "sort", "effective_on"),
    list=("school.name", "sort", "effective_on", "reopened_on", "document"),
    order=("effective_on",),
    filter=("sort", "effective_on", "reopened_on"),
    group=("sort",),
)

Item = Mapping[str, Any]


async def _suspending(act: Act, item: Item) -> list[Guard]:
    of, day = item["school"], item["effective_on"]
    pupils, *_ = await nobody_is_left(act, of)
    known = [has_a_beginning(of), _is_later(of, day)]
    return [_is_running(of), has_come(act, day), *await takes_effect(day), *known, pupils]


async def _closing(act: Act, item: Item) -> list[Guard]:
    of, day = item["school"], item["effective_on"]
    suspended = await _suspension(of)
    running = [] if suspended else [_is_running(of)]
    return [
        *running,
        has_come(act, day),
        *await takes_effect(day),
        has_a_beginning(of),
        _is_later(of, day),
        *await nobody_is_left(act, of),
        await is_handed_over(act, of),
    ]


async def _resuming(act: Act, item: Item) -> list[Guard]:
    of, day = item["school"], item["effective_on"]
    suspended = await _suspension(of)
    met = Words("The school is suspended.", "学校处于停办状态。")
    reason = Words("it is not suspended.", "该校并非停办状态。")
    since = suspended.effective_on if suspended else day
    after = Guard(
        Code.OUT_OF_RANGE,
        "effective_on",
        day >= since,
        Words("After it was suspended.", "晚于停办日期。"),
        {"least": str(since), "most": str(act.today)},
    )
    return [
        Guard(Code.INVALID, "school", suspended is not None, met, {"reason": reason}),
        has_come(act, day),
        *await takes_effect(day),
        after,
    ]


def _is_running(of: School) -> Guard:
    """It was not suspended or closed before."""
    is_running = of.operation is None or of.operation.until is None
    met = Words("The school is in operation.", "学校正常办学。")
    return Guard(Code.CLOSED, "school", is_running, met, {"kind": Words("school", "学校")})


def _is_later(of: School, day: date) -> Guard:
    """Nothing ends before it began."""
    start = began(of)
    return Guard(
        Code.OUT_OF_RANGE,
        "effective_on",
        start is None or start < day,
        Words("After the school began.", "晚于开办日期。"),
        {"least": str(start), "most": str(day)},
    )


async def _suspension(of: School) -> SchoolClosure | None:
    """The suspension that a school has not come back from."""
    found = SchoolClosure.filter(school_id=of.id, sort=ClosureSort.SUSPENDED, void_reason__isnull=True)
    last = await found.order_by("-effective_on").first()
    return last if last is not None and last.reopened_on is None else None


async def look_at_suspensions(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of suspending schools."""
    return [findings(await _suspending(act, item)) for item in items]


async def look_at_closures(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of closing schools."""
    return [findings(await _closing(act, item)) for item in items]


async def look_at_resumptions(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of schools' running again."""
    return [findings(await _resuming(act, item)) for item in items]


@outcome(school, label=("Suspend", "停办"), checks=look_at_suspensions)
async def suspend_school(
    act: Act,
    school: School,
    *,
    effective_on: Annotated[date, SchoolClosure.effective_on],
    reason: Annotated[str, SchoolClosure.reason],
    document: Annotated[str | None, SchoolClosure.document] = None,
) -> School:
    """Let a school stop for a time, at the boundary of a term and once its pupils are placed elsewhere; it keeps its
    code.
    """
    refuse_unmet(await _suspending(act, {"school": school, "effective_on": effective_on}))
    return await stop(act, school, ClosureSort.SUSPENDED, effective_on, reason, document)


@outcome(school, label=("Resume", "恢复办学"), checks=look_at_resumptions)
async def resume_school(
    act: Act,
    school: School,
    *,
    effective_on: Annotated[date, SchoolClosure.reopened_on],
) -> School:
    """Let a school that was suspended run again; its code is the one it had."""
    refuse_unmet(await _resuming(act, {"school": school, "effective_on": effective_on}))
    suspended = await _suspension(school)
    assert suspended is not None
    (held,) = await act.hold_all(SchoolClosure, id=suspended.id)
    await act.change(held, reopened_on=effective_on)
    return await act.change(school, operation=_since(school, effective_on))


@outcome(school, label=("Close", "撤销"), checks=look_at_closures)
async def close_school(
    act: Act,
    school: School,
    *,
    effective_on: Annotated[date, SchoolClosure.effective_on],
    reason: Annotated[str, SchoolClosure.reason],
    document: Annotated[str | None, SchoolClosure.document] = None,
) -> School:
    """Close a school for good, at the boundary of a term, once its pupils are placed elsewhere, its staff moved, and
    assets, archives and debts handed over. Its code is void and goes to nobody.
    """
    refuse_unmet(await _closing(act, {"school": school, "effective_on": effective_on}))
    return await stop(act, school, ClosureSort.CLOSED, effective_on, reason, document)


async def stop(act: Act, school: School, sort: ClosureSort, day: date, reason: str, document: str | None) -> School:
    """End a school's operation on a day, and keep why."""
    of = {"school": school, "sort": sort, "effective_on": day}
    await act.create(SchoolClosure, **of, reason=reason, document=document)
    return await act.change(school, operation=(began(school), day))


def _since(school: School, day: date) -> tuple[date | None, None]:
    """In operation again, from its first day on: what lay between stands in its closures."""
    return (began(school) or day, None)
