"""Taking back, as a job, what another job wrote: all of it, or nothing, and then what stands in the way is told."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from bureau.kernel.errors import Code, refuse
from bureau.kernel.words import Words
from bureau.machinery.jobs.run import Run
from bureau.storage.transaction import Transaction
from bureau.storage.undo import Obstacle, undo


class Hindered(Exception):
    """Nothing is taken back, because of these records."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        self.obstacles = obstacles


async def take_written_back(run: Run, tx: Transaction, position: str, verb: str) -> None:
    """Undo what one transaction wrote, for the job's reason, as `verb` in the journal; raises Hindered."""
    if obstacles := await undo(run.store, tx, [int(position)], run.given["reason"], verb=verb, is_permitted=True):
        raise Hindered(obstacles)


async def take_back_or_tell(
    run: Run,
    take_back: Callable[[Transaction], Awaitable[None]],
    tell: Callable[[Sequence[Obstacle], Transaction], Awaitable[None]],
) -> None:
    """Take back in one transaction; where that is hindered, tell of it in another and raise Refusal NOT_UNDONE."""
    try:
        await run.step(take_back)
    except Hindered as hindered:
        await run.step(partial(tell, hindered.obstacles))
        count = len(hindered.obstacles)
        reason = Words(
            f"{count} records were changed since, or refer to what would be void; the findings name them.",
            f"有 {count} 条记录此后被修改或引用了将作废的记录，详见核查结果。",
        )
        raise refuse(Code.NOT_UNDONE, reason=reason) from None
