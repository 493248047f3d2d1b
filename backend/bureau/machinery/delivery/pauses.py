"""How long to wait before what could not be delivered is tried again, and other numbers that govern deliveries."""

from datetime import date, timedelta
from typing import Literal

from bureau.kernel.shipped import in_force, shipped_rows
from bureau.registry.standards import standard

_PACKAGE = "bureau.machinery.delivery"

Way = Literal["mail", "webhook"]


def pause_after(way: Way, attempts: int, day: date) -> timedelta | None:
    """How long to wait after so many attempts; None where the last of them was made."""
    rows = in_force(shipped_rows(_PACKAGE, "retries.csv"), day)
    pauses = {int(row["attempt"]): int(row["pause"]) for row in rows if row["way"] == way}
    seconds = pauses.get(attempts + 1)
    return None if seconds is None else timedelta(seconds=seconds)


def number(name: str, day: date) -> int:
    """A number of `data/standards.csv` that holds on a day, in the unit that stands there."""
    found = standard(name, day, package=_PACKAGE)
    if found is None:
        raise LookupError(f"no {name} holds on {day}")
    return int(found.value)
