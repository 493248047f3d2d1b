"""Undoing an import, as a job: all that it wrote, or nothing where something that came later depends on it."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.imports.run import MOST_FINDINGS, FindingSort, ImportFinding, ImportRun, import_run
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.job import ENDED, Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.storage.act import Act
from bureau.storage.journal import UNDO_IMPORT
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction
from bureau.storage.undo import Obstacle, undo

_TRIAL = Words("a trial wrote nothing.", "试运行未写入任何内容。")
_UNDONE = Words("it was undone already.", "该导入已撤销。")
_AT_WORK = Words("it is not over yet.", "导入尚未结束。")


@action(import_run, rules.owner, label=("Undo", "撤销导入"))
async def undo_import(
    act: Act, record: ImportRun, *, reason: Annotated[str, Text(500, "Reason", "原因", lines=True)]
) -> ImportRun:
    """Undo an import as a whole, in the background: what it made becomes void, what it changed is again as it was.

    Nothing is undone where something that came later depends on it; the findings then say what. Of an import that was
    cancelled or failed, what it had written by then is undone.
    """
    job = await Job.get(id=record.__dict__["job_id"])  # the operator's have none, and are nobody's own
    why = _TRIAL if record.is_trial else _UNDONE if record.undone_at else None if job.state in ENDED else _AT_WORK
    if why:
        raise refuse(Code.NOT_UNDONE, "id", reason=why)
    undoing = await ask(act.store, act.tx, undo_rows, {"run": record.id, "reason": reason}, title=record.file_name)
    return await act.change(record, undoing=undoing)


class Hindered(Exception):
    """An import is not undone, because of these records."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        self.obstacles = obstacles


async def take_back(store: Store, number: int, reason: str, tx: Transaction) -> None:
    """Undo what a run wrote, within one transaction; raises Hindered."""
    record = await ImportRun.get(id=number)
    positions = {int(position) for position in (record.positions or "").split(",") if position}
    if positions and (obstacles := await undo(store, tx, positions, reason)):
        raise Hindered(obstacles)
    await store.change(tx, import_run, record, {"undone_at": tx.now()}, verb=UNDO_IMPORT)


@task()
async def undo_rows(run: Run) -> Words:
    """Undo what an import wrote."""
    number = int(run.given["run"])
    undone = await run.store.database.readers.fetch("SELECT undone_at FROM import_run WHERE id = $1", [number])
    if undone[0][0] is None:
        try:
            await run.step(partial(take_back, run.store, number, run.given["reason"]))
        except Hindered as hindered:
            obstacles = hindered.obstacles
            await run.step(partial(_tell, run, number, obstacles))
            count = len(obstacles)
            raise refuse(
                Code.NOT_UNDONE,
                reason=Words(
                    f"{count} records were changed since, or refer to what would be void; the findings name them.",
                    f"有 {count} 条记录此后被修改或引用了将作废的记录，详见逐行结果。",
                ),
            ) from None
    return Words("All that it wrote was undone.", "已撤销该批次写入的全部内容。")


async def _tell(run: Run, number: int, obstacles: Sequence[Obstacle], tx: Transaction) -> None:
    """Say what stands in the way, instead of what did when it was tried before."""
    await tx.fetch("DELETE FROM import_finding WHERE run_id = $1 AND sort = $2", number, FindingSort.HINDERS.value)
    rows = [
        {
            "run": number,
            "sort": FindingSort.HINDERS,
            "record": one.id,
            "code": Code.NOT_UNDONE.value,
            "english_reason": one.reason.en,
            "chinese_reason": one.reason.zh,
        }
        for one in obstacles[:MOST_FINDINGS]
    ]
    await run.store.create_all(tx, run.store.kind_of(ImportFinding), rows, verb="find")
