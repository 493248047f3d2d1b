"""Every morning: days counted anew where the calendar changed, lamps, reminders, and what is late one office higher."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import time
from functools import partial
from typing import Any

from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.tasks.assigned_task import OPEN, AssignedTask, Lamp, TaskPart, TaskParty
from bureau.machinery.tasks.extension import lapse
from bureau.machinery.tasks.limits import limit
from bureau.machinery.tasks.telling import Heads, heads, tell_units
from bureau.machinery.tasks.timing import times
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Tasks that are looked at in one transaction."""

_IS_OPEN = f"t.void_reason IS NULL AND t.state IN ({', '.join(repr(state.value) for state in OPEN)})"

_UNCOUNTED = f"SELECT t.id FROM assigned_task t WHERE {_IS_OPEN} AND t.calendar <> $1 ORDER BY t.id LIMIT $2"

_LAMP = "CASE WHEN t.red_from <= $1 THEN 'RED' WHEN t.yellow_from <= $1 THEN 'YELLOW' ELSE 'GREEN' END"
_CHANGED = f"SELECT t.id, {_LAMP} FROM assigned_task t WHERE {_IS_OPEN} AND t.lamp <> {_LAMP} ORDER BY t.id LIMIT $2"

_LATE = f"""
SELECT t.id, coalesce(u.superior_id, u.id) FROM assigned_task t JOIN unit u ON u.id = t.lead_id
WHERE {_IS_OPEN} AND t.red_from <= $1 AND t.escalated_on IS NULL ORDER BY t.id LIMIT $2"""

_PRESSING = f"""
SELECT t.id, t.lead_id, t.lamp FROM assigned_task t
WHERE {_IS_OPEN} AND t.yellow_from <= $1 AND t.id > $2 ORDER BY t.id LIMIT $3"""

_UNSIGNED = """
SELECT p.id, p.task_id, p.unit_id FROM task_party p JOIN assigned_task t ON t.id = p.task_id
WHERE p.sign_due < $1 AND p.signed_on IS NULL AND p.void_reason IS NULL
    AND t.void_reason IS NULL AND t.state <> 'CLOSED' AND p.id > $2 ORDER BY p.id LIMIT $3"""

_SOON = Words("A task of your unit is due on {due}.", "您单位的督办事项将于 {due} 到期。")
_OVERDUE = Words("A task of your unit was due on {due}.", "您单位的督办事项已于 {due} 逾期。")
_SIGN = Words("A task still waits for your unit to sign for it.", "您单位有督办事项逾期未签收。")
_ESCALATED = Words("A task is late at a unit in your charge.", "您主管的单位有逾期未办结的督办事项，请督促办理。")


@task(daily=time(0, 5))
async def sweep_tasks(run: Run) -> Words:
    """Count the days of tasks anew where the calendar has changed, set their lamps, remind those who are to sign or to
    hurry, each once, and let the office above the lead unit know of what is late, on a working day.
    """
    calendar = await load_calendar(run.store.database.readers)
    await _again(run, partial(_count, calendar))
    changed = await _again(run, _set_lamps)
    late = await _again(run, _escalate) if calendar.is_working(run.day) else 0
    sent = await _through(run, _press) + await _through(run, _press_to_sign)
    return Words(
        f"{changed} lamps changed, {late} tasks escalated, {sent} reminders sent.",
        f"{changed} 项变灯，提级督办 {late} 项，发送 {sent} 条提醒。",
    )


Step = Callable[[Run, Act], Awaitable[int]]
"""Sees to a set of tasks, of which none is left to be seen to again; how many they were."""

Page = Callable[[Run, Act, Heads, int], Awaitable[tuple[int, int]]]
"""Sees to a set of records after one; what was sent, and the last of the set, 0 where there was none."""


async def _again(run: Run, step: Step) -> int:
    done = 0
    while count := await run.step(lambda tx: step(run, _act(run, tx))):
        done += count
    return done


async def _through(run: Run, page: Page) -> int:
    done = last = 0
    while True:

        async def work(tx: Transaction, after: int = last) -> tuple[int, int]:
            act = _act(run, tx)
            return await page(run, act, await heads(act), after)

        sent, last = await run.step(work)
        done += sent
        if not last:
            return done


def _act(run: Run, tx: Transaction) -> Act:
    return Act(run.store, tx, sweep_tasks.name)


async def _ids(act: Act, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await act.tx.fetch(sql, *values)]


async def _count(calendar: Calendar, run: Run, act: Act) -> int:
    """Count a set of tasks anew by the calendar as it stands, and until when they are to be signed for."""
    ids = [row[0] for row in await _ids(act, _UNCOUNTED, calendar.version, AT_ONCE)]
    held = await act.hold_all(AssignedTask, id__in=ids)
    days = limit("task_sign_days", run.day)
    sign_due = {one.id: calendar.after(one.issued_on, days) for one in held}
    changes = [
        (one, times(calendar, one.due, run.day) | ({} if one.signed_on else {"sign_due": sign_due[one.id]}))
        for one in held
    ]
    await act.change_all(AssignedTask, changes)
    waiting = await act.hold_all(TaskParty, task_id__in=ids, sign_due__isnull=False, signed_on__isnull=True)
    due = [(party, {"sign_due": sign_due[party.__dict__["task_id"]]}) for party in waiting]
    await act.change_all(TaskParty, due)
    return len(held)


async def _set_lamps(run: Run, act: Act) -> int:
    """Set a set of lamps that are other than the day would have; requests for more time lapse with the last day."""
    lamps = dict(await _ids(act, _CHANGED, run.day, AT_ONCE))
    held = await act.hold_all(AssignedTask, id__in=list(lamps))
    await act.change_all(AssignedTask, [(one, {"lamp": Lamp[lamps[one.id]]}) for one in held])
    await lapse(act, [identity for identity, lamp in lamps.items() if lamp == Lamp.RED])
    return len(held)


async def _escalate(run: Run, act: Act) -> int:
    """Let the offices above the lead units of a set of late tasks see them, and tell these."""
    above = dict(await _ids(act, _LATE, run.day, AT_ONCE))
    offices = {unit.id: unit for unit in await Unit.filter(id__in=list(set(above.values())))}
    held = await act.hold_all(AssignedTask, id__in=list(above))
    changes = [(one, {"escalated_on": run.day, "escalated_name": offices[above[one.id]].name}) for one in held]
    late = await act.change_all(AssignedTask, changes)
    known = TaskParty.filter(task_id__in=list(above), void_reason__isnull=True)
    there = set(await known.values_list("task_id", "unit_id"))
    new = [(one, offices[above[one.id]]) for one in late if (one.id, above[one.id]) not in there]
    part = {"part": TaskPart.SUPERVISING, "since": run.day}
    await act.create_all(TaskParty, [{"task": one, "unit": u, "unit_name": u.name, **part} for one, u in new])
    await tell_units(act, [(one, above[one.id]) for one in late], _ESCALATED, "late")
    return len(held)


async def _press(run: Run, act: Act, known: Heads, after: int) -> tuple[int, int]:
    """Tell lead units of what is due soon, and of what was due."""
    rows = await _ids(act, _PRESSING, run.day, after, AT_ONCE)
    tasks = {one.id: one for one in await AssignedTask.filter(id__in=[row[0] for row in rows])}
    sent = 0
    for lamp, words in ((Lamp.YELLOW, _SOON), (Lamp.RED, _OVERDUE)):
        for due, pressed in _by_due([tasks[row[0]] for row in rows if row[2] == lamp]).items():
            wanted = [(one, one.__dict__["lead_id"]) for one in pressed]
            sent += await tell_units(act, wanted, words.filled(due=due), f"{lamp.value}:{due}", known)
    return sent, rows[-1][0] if rows else 0


def _by_due(tasks: Sequence[AssignedTask]) -> dict[Any, list[AssignedTask]]:
    found: dict[Any, list[AssignedTask]] = {}
    for one in tasks:
        found.setdefault(one.due, []).append(one)
    return found


async def _press_to_sign(run: Run, act: Act, known: Heads, after: int) -> tuple[int, int]:
    """Tell units that should have signed for tasks by now."""
    rows = await _ids(act, _UNSIGNED, run.day, after, AT_ONCE)
    tasks = {one.id: one for one in await AssignedTask.filter(id__in=[row[1] for row in rows])}
    sent = await tell_units(act, [(tasks[task], unit) for _, task, unit in rows], _SIGN, "sign", known)
    return sent, rows[-1][0] if rows else 0
