"""What every response tells beside its data: its position, what it cost, and what was withheld."""

from collections.abc import Iterable
from typing import Any

from bureau.engine.compile import Told


def extensions(told: Iterable[Told], budget: int, position: int | None) -> dict[str, Any]:
    """`extensions` of a response: `position` up to which it holds every change; `cost` and `costLeft` of the budget
    of one operation, in values that it may return; and `withheld`, fields that are null because the caller may not
    read them, each with its `path` (response keys, no numbers) and `reason`: NOT_ALLOWED, or NOT_ALLOWED_FOR_SOME
    where it is shown of some records.
    """
    told = tuple(told)
    cost = sum(each.cost for each in told)
    withheld = [{"path": path, "reason": reason.value} for each in told for path, reason in each.withheld]
    found = {"cost": cost, "costLeft": max(0, budget - cost), "withheld": withheld}
    return found if position is None else {"position": position, **found}
