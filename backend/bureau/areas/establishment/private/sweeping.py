"""Every morning: licences that run out are renewed by themselves, or lapse; organisers that are late are on record."""

from datetime import time

from bureau.areas.establishment.private.changing import renewed
from bureau.areas.establishment.private.licence import Licence, LicenceEventSort, LicenceState
from bureau.areas.establishment.private.organiser import CreditSort, Organiser, note
from bureau.areas.establishment.private.register import note_event
from bureau.kernel.words import Words
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

AT_ONCE = 100
"""Licences that are looked at in one transaction."""
_NOBODY = "到期时无在校学生，许可证自行失效。"
_NOT_RENEWED = "有效期内存在违规记录，到期未获延续。"
_BASIS = "民办教育促进法实施条例（举办者变更期限）"

_ENDING = """
SELECT l.id,
    EXISTS (SELECT 1 FROM student s WHERE s.school_id = l.school_id AND s.void_reason IS NULL
        AND s.status IN ('ENROLLED', 'SUSPENDED')) AS teaches,
    EXISTS (SELECT 1 FROM credit_entry c WHERE c.organiser_id = l.organiser_id
        AND (c.school_id = l.school_id OR c.school_id IS NULL)
        AND c.found_on >= coalesce(l.renewed_on, l.valid_from) AND c.void_reason IS NULL) AS violated
FROM licence l WHERE l.state = 'VALID' AND l.valid_until <= $1 AND l.void_reason IS NULL ORDER BY l.id LIMIT $2"""

_LATE = """
SELECT o.id FROM organiser o WHERE o.change_due < $1 AND o.void_reason IS NULL AND NOT EXISTS (
    SELECT 1 FROM credit_entry c WHERE c.organiser_id = o.id AND c.sort = 'CHANGE_OVERDUE'
        AND c.found_on >= o.unqualified_on AND c.void_reason IS NULL) ORDER BY o.id LIMIT $2"""


@task(daily=time(0, 20))
async def sweep_licences(run: Run) -> Words:
    """Let licences that run out go on for another term where nothing is on record against the organiser, and lapse
    where nobody is taught or something is; note who has not applied for another organiser in time.
    """
    going, gone, late = 0, 0, 0
    while (counted := await run.step(lambda tx: _settle(run, _act(run, tx)))) != (0, 0):
        going, gone = going + counted[0], gone + counted[1]
    while count := await run.step(lambda tx: _note_late(run, _act(run, tx))):
        late += count
    return Words(
        f"{going} licences renewed, {gone} lapsed, {late} organisers late.",
        f"自动延续 {going} 件，失效 {gone} 件，逾期未变更举办者 {late} 个。",
    )


def _act(run: Run, tx: Transaction) -> Act:
    return Act(run.store, tx, sweep_licences.name)


async def _settle(run: Run, act: Act) -> tuple[int, int]:
    """Renew a set of licences that run out, or let them lapse; how many of each."""
    rows = {row[0]: (bool(row[1]), bool(row[2])) for row in await act.tx.fetch(_ENDING, run.day, AT_ONCE)}
    going = gone = 0
    for one in await act.hold_all(Licence, id__in=list(rows)):
        teaches, violated = rows[one.id]
        if teaches and not violated:
            await renewed(act, one, None)
            going += 1
            continue
        reason = _NOT_RENEWED if teaches else _NOBODY
        ended = {"state": LicenceState.LAPSED, "ended_on": one.valid_until, "end_reason": reason}
        lapsed = await act.change(one, **ended)
        await note_event(act, lapsed, LicenceEventSort.LAPSED, reason)
        gone += 1
    return going, gone


async def _note_late(run: Run, act: Act) -> int:
    """Enter into the credit files of a set of organisers that no other was applied for in time."""
    ids = [row[0] for row in await act.tx.fetch(_LATE, run.day, AT_ONCE)]
    for one in await act.hold_all(Organiser, id__in=ids):
        facts = f"自 {one.unqualified_on} 起不再具备举办者条件，至 {one.change_due} 未申请变更。"
        entry = {"sort": CreditSort.CHANGE_OVERDUE, "facts": facts, "basis": _BASIS, "found_on": run.day}
        await note(act, one, None, **entry)
    return len(ids)
