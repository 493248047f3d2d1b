"""Undoing a roll-over, as a job: all that it wrote, or nothing where something that came later depends on it."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from bureau.areas.students.rollover.commit import refuse_at_work
from bureau.areas.students.rollover.preview import AT_ONCE
from bureau.areas.students.rollover.run import RollOver, RollOverFinding, RollOverRule, RollOverState, roll_over
from bureau.areas.students.rollover.settling import DECIDERS
from bureau.kernel.action import action
from bureau.kernel.batches import batches
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.imports.patience import patient_collector
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.taking_back import take_back_or_tell, take_written_back
from bureau.machinery.jobs.task import task
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from bureau.storage.undo import Obstacle

UNDO = "undo_roll_over"


@action(roll_over, DECIDERS, label=("Undo roll-over", "撤销学年升级"))
async def undo_roll_over(
    act: Act, run: RollOver, *, reason: Annotated[str, Text(500, "Reason", "原因", lines=True)]
) -> RollOver:
    """Undo a roll-over as a whole, in the background: pupils and classes are again as they were.

    Nothing is undone where something that came later depends on it; the findings then say what.
    """
    await refuse_at_work(run)
    if run.positions is None or run.state not in (RollOverState.COMMITTED, RollOverState.UNDOING):
        raise refuse(Code.NOT_UNDONE, "id", reason=Words("it was not committed.", "该批次未执行。"))
    unit = await Unit.get(id=run.__dict__["unit_id"])
    job = await ask(act.store, act.tx, take_schools_back, {"run": run.id, "reason": reason}, title=unit.name)
    return await act.change(run, state=RollOverState.UNDOING, job=job)


@task()
async def take_schools_back(run: Run) -> Words:
    """Undo what a roll-over wrote."""
    with patient_collector():
        await take_back_or_tell(run, partial(_take_back, run), partial(_tell, run))
    return Words("Pupils and classes are again as they were.", "学生与班级已恢复原状。")


async def _take_back(run: Run, tx: Transaction) -> None:
    record = await RollOver.get(id=run.given["run"])
    if record.state == RollOverState.UNDONE or record.positions is None:
        return
    await take_written_back(run, tx, record.positions, UNDO)
    values = {"state": RollOverState.UNDONE, "undone_at": tx.now()}
    await run.store.change(tx, roll_over, record, values, verb=UNDO)


async def _tell(run: Run, obstacles: Sequence[Obstacle], tx: Transaction) -> None:
    """Say what stands in the way, instead of what did when it was tried before."""
    record = await RollOver.get(id=run.given["run"])
    before = RollOverFinding.filter(run_id=record.id, sort=RollOverRule.HINDERS, void_reason__isnull=True)
    for one in await before:
        await run.store.void(tx, run.store.kind_of(RollOverFinding), one, "重新尝试撤销")
    rows = [
        {
            "run": record.id,
            "unit": record.__dict__["unit_id"],
            "is_blocking": True,
            "sort": RollOverRule.HINDERS,
            "pupils": 0,
            "record": one.id,
            "english_text": one.reason.en,
            "chinese_text": one.reason.zh,
        }
        for one in obstacles
    ]
    for some in batches(rows, AT_ONCE):
        await run.store.create_all(tx, run.store.kind_of(RollOverFinding), some, verb=UNDO)
    await run.store.change(tx, roll_over, record, {"state": RollOverState.COMMITTED}, verb=UNDO)
