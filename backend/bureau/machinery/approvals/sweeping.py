"""Every morning, the steps of cases that are late and those that soon will be (督办与提醒)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial
from typing import Any

from bureau.access.actors import grants_of
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseParty
from bureau.machinery.approvals.case_step import CaseStep
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.notices.notice import Message, send
from bureau.registry.standards import standard
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Steps that are looked at in one transaction."""

_LATE = """
SELECT s.id, c.id, c.kind, coalesce(u.superior_id, u.id) FROM procedure_case c
JOIN case_step s ON s.case_id = c.id AND s.state = 'WAITING' AND s.void_reason IS NULL
JOIN unit u ON u.id = s.unit_id
WHERE c.state = 'OPEN' AND c.due < $1 AND c.void_reason IS NULL AND s.escalated_on IS NULL AND s.paused_on IS NULL
ORDER BY s.id LIMIT $2"""

_SOON = """
SELECT s.id, c.id, c.kind, s.unit_id, s.roles, s.delegate_id, s.due FROM procedure_case c
JOIN case_step s ON s.case_id = c.id AND s.state = 'WAITING' AND s.void_reason IS NULL
WHERE c.state = 'OPEN' AND c.due BETWEEN $1 AND $2 AND c.void_reason IS NULL AND s.paused_on IS NULL AND s.id > $3
ORDER BY s.id LIMIT $4"""

_ESCALATED = Words("A case is late at a unit in your charge.", "您主管的单位有逾期未办的事项，请督办。")
_SOON_DUE = Words("A case that waits for you is due on {due}.", "待您办理的事项将于 {due} 到期。")


Holders = Mapping[int, set[tuple[int, str]]]
"""The accounts that hold roles at each unit, with these."""


@task(daily=time(5))
async def sweep_cases(run: Run) -> Words:
    """Escalate each step that is late to the office one level above, once, and remind those whose step soon ends.

    Nothing is ever decided by it: a late step waits on.
    """
    there: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for account, grant in await grants_of(run.store.database):
        there[grant.unit].add((account, grant.role))
    late = soon = after = 0
    while count := await run.step(partial(_escalate, run, there)):
        late += count
    while (reminded := await run.step(partial(_remind, run, there, after))).last:
        soon, after = soon + reminded.sent, reminded.last
    return Words(f"{late} steps escalated, {soon} reminders sent.", f"督办 {late} 个逾期环节，发送 {soon} 条提醒。")


@dataclass(frozen=True, slots=True)
class _Reminded:
    """How many notices were sent, and the last step of the set they were about; 0 once there is none left."""

    sent: int
    last: int


async def _escalate(run: Run, there: Holders, tx: Transaction) -> int:
    """Mark a set of late steps, let the offices above see the cases, and tell them; returns how many."""
    rows = [tuple(row) for row in await tx.fetch(_LATE, run.day, AT_ONCE)]
    act = Act(run.store, tx, "escalate_case")
    above = {unit.id: unit for unit in await Unit.filter(id__in=list({row[3] for row in rows}))}
    steps = {step.id: step for step in await act.hold_all(CaseStep, id__in=[row[0] for row in rows])}
    changes = [
        (
            steps[step],
            {
                "is_late": True,
                "escalated_on": run.day,
                "escalated_to": above[office],
                "escalated_name": above[office].name,
            },
        )
        for step, _, _, office in rows
    ]
    await act.change_all(CaseStep, changes)
    cases = {one.id: one for one in await Case.filter(id__in=[row[1] for row in rows])}
    known = await CaseParty.filter(case_id__in=list(cases), void_reason__isnull=True).values_list("case_id", "unit_id")
    new = {(case, office) for _, case, _, office in rows} - set(known)
    parties = [{"case": cases[c], "unit": above[o], "unit_name": above[o].name} for c, o in sorted(new)]
    await act.create_all(CaseParty, parties)
    told = [(case, kind, office, None, None, _ESCALATED, f"late:{step}") for step, case, kind, office in rows]
    await _tell(run, there, tx, told)
    return len(rows)


async def _remind(run: Run, there: Holders, after: int, tx: Transaction) -> _Reminded:
    """Remind of a set of steps that are due within a few working days, those after the step `after`."""
    calendar = await load_calendar(tx)
    days = standard("case_reminder_days", run.day, package="bureau.machinery.approvals")
    until = calendar.after(run.day, int(days.value) if days else 0)
    rows = [tuple(row) for row in await tx.fetch(_SOON, run.day, until, after, AT_ONCE)]
    told = [
        (case, kind, unit, roles, delegate, _SOON_DUE.filled(due=due), f"soon:{step}:{due}")
        for step, case, kind, unit, roles, delegate, due in rows
    ]
    return _Reminded(await _tell(run, there, tx, told), rows[-1][0] if rows else 0)


async def _tell(run: Run, there: Holders, tx: Transaction, wanted: Sequence[tuple[Any, ...]]) -> int:
    """Tell the accounts at units of cases: those with one of some roles, or any that may direct work there."""
    if not wanted:
        return 0
    kinds: Mapping[str, Kind] = {kind.name: kind for kind in run.store.kinds}
    messages = []
    for case, kind, unit, roles, delegate, words, key in wanted:
        admitted = set(roles.split()) if roles else set(_DIRECTING)
        accounts = {account for account, role in there.get(unit, ()) if role in admitted}
        accounts |= {delegate} if delegate is not None else set()
        subject = f"{kinds[kind].type_name}:{case}"
        messages += [Message(account, words, subject, f"{subject}:{key}") for account in sorted(accounts)]
    return await send(run.store, messages, tx)


_DIRECTING = ("registrar", "director", "principal")
"""The roles of an office that look after what is late below it."""
