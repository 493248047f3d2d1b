"""What every response tells beside its data: its position, what it cost, and what was withheld."""

from collections.abc import Sequence
from typing import Any

from bureau.engine.compile import Told
from bureau.engine.run import Found


def extensions(reads: Sequence[tuple[Told, Found]], budget: int) -> dict[str, Any]:
    """`extensions` of a response.

    `position`: up to which it holds every change. `cost` and `costLeft`: what it took of one operation's budget, in
    values that it may return and rows that it may read, and what is left. `withheld`: the fields that are null
    because the caller may not read them, each with its `path` (response keys, no numbers) and `reason`: NOT_ALLOWED,
    or NOT_ALLOWED_FOR_SOME where it is shown of some records. Responses to requests from outside also have
    `minuteLeft`: what the caller may still take of this minute.
    """
    cost = sum(told.cost + found.scanned for told, found in reads)
    withheld = [{"path": path, "reason": reason.value} for told, _ in reads for path, reason in told.withheld]
    position = {"position": reads[-1][1].position} if reads else {}
    return {**position, "cost": cost, "costLeft": max(0, budget - cost), "withheld": withheld}
