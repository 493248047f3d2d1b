"""Spans of days, and the days that so many months lead to."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    """From a day to another, which is no longer part of it; an open end is None."""

    start: date | None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.start is None or self.start <= day) and (self.until is None or day < self.until)

    @property
    def is_ordered(self) -> bool:
        """Whether it ends after it begins."""
        return self.start is None or self.until is None or self.start < self.until


ALWAYS = Period(None)


def months_later(day: date, months: int) -> date:
    """The same day so many months later or earlier, or the last of that month where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
