"""Every morning: days counted anew where the calendar changed, lamps, and reminders of what is due soon or was due."""

from collections.abc import Awaitable, Callable
from datetime import time
from functools import partial
from typing import Any

from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.inspections.inspection import OF_THE_UNIT, Inspection, InspectionState
from bureau.machinery.inspections.telling import tell_units
from bureau.machinery.inspections.timing import timed
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.tasks.assigned_task import Lamp
from bureau.machinery.tasks.telling import Heads, heads
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Inspections that are looked at in one transaction."""

_WAITS = "i.void_reason IS NULL AND i.red_from IS NOT NULL"
_UNCOUNTED = f"SELECT i.id FROM inspection i WHERE {_WAITS} AND i.calendar <> $1 ORDER BY i.id LIMIT $2"
_LAMP = "CASE WHEN i.red_from <= $1 THEN 'RED' WHEN i.yellow_from <= $1 THEN 'YELLOW' ELSE 'GREEN' END"
_CHANGED = f"SELECT i.id, {_LAMP} FROM inspection i WHERE {_WAITS} AND i.lamp <> {_LAMP} ORDER BY i.id LIMIT $2"
_PRESSING = f"SELECT i.id FROM inspection i WHERE {_WAITS} AND i.yellow_from <= $1 AND i.id > $2 ORDER BY i.id LIMIT $3"

_SOON = Words("An inspection waits for your unit; it is due on {due}.", "您单位有检查事项待办，将于 {due} 到期。")
_OVERDUE = Words("An inspection waits for your unit; it was due on {due}.", "您单位有检查事项待办，已于 {due} 逾期。")


@task(daily=time(0, 15))
async def sweep_inspections(run: Run) -> Words:
    """Count the days of inspections anew where the calendar has changed, set their lamps, and remind each once whose
    turn it is: the unit that is inspected, or the office that inspects.
    """
    calendar = await load_calendar(run.store.database.readers)
    await _again(run, partial(_count, calendar))
    changed = await _again(run, _set_lamps)
    sent = await _press_all(run)
    return Words(f"{changed} lamps changed, {sent} reminders sent.", f"{changed} 项变灯，发送 {sent} 条提醒。")


Step = Callable[[Run, Act], Awaitable[int]]
"""Sees to a set of inspections, of which none is left to be seen to again; how many they were."""


async def _again(run: Run, step: Step) -> int:
    done = 0
    while count := await run.step(lambda tx: step(run, _act(run, tx))):
        done += count
    return done


async def _press_all(run: Run) -> int:
    done = last = 0
    while True:

        async def work(tx: Transaction, after: int = last) -> tuple[int, int]:
            act = _act(run, tx)
            return await _press(run, act, await heads(act), after)

        sent, last = await run.step(work)
        done += sent
        if not last:
            return done


def _act(run: Run, tx: Transaction) -> Act:
    return Act(run.store, tx, sweep_inspections.name)


async def _count(calendar: Calendar, run: Run, act: Act) -> int:
    """Count a set of inspections anew by the calendar as it stands, and from when on rectification is late."""
    ids = [row[0] for row in await act.tx.fetch(_UNCOUNTED, calendar.version, AT_ONCE)]
    held = await act.hold_all(Inspection, id__in=ids)
    changes: list[tuple[Inspection, dict[str, Any]]] = []
    for one in held:
        again = timed(calendar, one.due, run.day)
        is_running = one.state == InspectionState.RECTIFY and one.late_from == one.red_from
        changes.append((one, again | ({"late_from": again["red_from"]} if is_running else {})))
    await act.change_all(Inspection, changes)
    return len(held)


async def _set_lamps(run: Run, act: Act) -> int:
    """Set a set of lamps that are other than the day would have."""
    lamps = {row[0]: row[1] for row in await act.tx.fetch(_CHANGED, run.day, AT_ONCE)}
    held = await act.hold_all(Inspection, id__in=list(lamps))
    await act.change_all(Inspection, [(one, {"lamp": Lamp[lamps[one.id]]}) for one in held])
    return len(held)


async def _press(run: Run, act: Act, known: Heads, after: int) -> tuple[int, int]:
    """Tell units of what is due soon, and of what was due."""
    ids = [row[0] for row in await act.tx.fetch(_PRESSING, run.day, after, AT_ONCE)]
    sent = 0
    for one in await Inspection.filter(id__in=ids).order_by("id"):
        words = _OVERDUE if one.lamp == Lamp.RED else _SOON
        unit = one.__dict__["unit_id" if one.state in OF_THE_UNIT else "office_id"]
        mark = f"{one.state}:{one.lamp}:{one.due}"
        sent += await tell_units(act, [(one, unit)], words.filled(due=str(one.due)), mark, known)
    return sent, ids[-1] if ids else 0
