"""Undoing a reorganisation, as a job: all that it wrote, or nothing where something that came later depends on it."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from bureau.areas.establishment.handover import DECIDERS
from bureau.areas.establishment.reorganisation.planning import hold_run, refuse_at_work
from bureau.areas.establishment.reorganisation.run import (
    Reorganisation,
    ReorganisationFinding,
    ReorganisationState,
    reorganisation,
)
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.taking_back import take_back_or_tell, take_written_back
from bureau.machinery.jobs.task import task
from bureau.registry.school import School
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from bureau.storage.undo import Obstacle

UNDO = "undo_reorganisation"
HINDERS = "HINDERS"


@action(reorganisation, DECIDERS, label=("Undo", "撤销学校调整"))
async def undo_reorganisation(
    act: Act, run: Reorganisation, *, reason: Annotated[str, Text(500, "Reason", "原因", lines=True)]
) -> Reorganisation:
    """Undo a reorganisation as a whole, in the background: schools, pupils, classes and staff are again as they were.

    Nothing is undone where something that came later depends on it; the findings then say what.
    """
    await refuse_at_work(run)
    if run.positions is None or run.state not in (ReorganisationState.COMMITTED, ReorganisationState.UNDOING):
        raise refuse(Code.NOT_UNDONE, "id", reason=Words("it was not carried out.", "该调整未执行。"))
    successor = await School.get(id=run.__dict__["successor_id"])
    given = {"run": run.id, "reason": reason}
    job = await ask(act.store, act.tx, take_reorganisation_back, given, title=successor.name)
    return await act.change(run, state=ReorganisationState.UNDOING, job=job)


@task()
async def take_reorganisation_back(run: Run) -> Words:
    """Undo what a reorganisation wrote."""
    await take_back_or_tell(run, partial(_take_back, run), partial(_tell, run))
    return Words("Schools, pupils, classes and staff are again as they were.", "学校、学生、班级与教职工已恢复原状。")


async def _take_back(run: Run, tx: Transaction) -> None:
    record = await hold_run(tx, run.given["run"])
    if record.state == ReorganisationState.UNDONE or record.positions is None:
        return
    await take_written_back(run, tx, record.positions, UNDO)
    values = {"state": ReorganisationState.UNDONE, "undone_at": tx.now()}
    await run.store.change(tx, reorganisation, record, values, verb=UNDO)


async def _tell(run: Run, obstacles: Sequence[Obstacle], tx: Transaction) -> None:
    """Say what stands in the way, instead of what did when it was tried before."""
    act = Act(run.store, tx, UNDO)
    record = await hold_run(tx, run.given["run"])
    for one in await act.hold_all(ReorganisationFinding, run_id=record.id, code=HINDERS):
        await act.void(one, "重新尝试撤销")
    of = {"run": record, "unit": record.__dict__["unit_id"], "is_blocking": True, "code": HINDERS}
    rows = [{**of, "record": o.id, "english_text": o.reason.en, "chinese_text": o.reason.zh} for o in obstacles]
    await act.create_all(ReorganisationFinding, rows)
    await act.change(record, state=ReorganisationState.COMMITTED)
