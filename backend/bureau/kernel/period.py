"""A span of days."""

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
