"""Which days are worked, where nothing but the week is known."""

from datetime import date
from typing import Any

_SATURDAY = 5


class Calendar:
    """The days that are worked."""

    def is_working(self, day: date) -> bool:
        """Whether a day is worked: Monday to Friday."""
        return day.weekday() < _SATURDAY


async def load_calendar(asks: Any) -> Calendar:
    """The calendar as it stands."""
    return Calendar()
