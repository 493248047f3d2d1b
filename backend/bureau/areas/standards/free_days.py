"""Days on which no subject is taught off campus: holidays, Saturdays and Sundays, and all between terms (§1.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from bureau.kernel.period import Period
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import Calendar, is_weekday, load_calendar
from bureau.storage.sql import period_of

_HOLIDAY = Words("it is a public holiday.", "法定节假日。")
_WEEKEND = Words("it is a Saturday or Sunday.", "休息日。")
_VACATION = Words("it lies in no term.", "不在学期内（寒暑假）。")


class Asks(Protocol):
    """What runs one statement and returns its rows: a transaction, or connections that read."""

    async def fetch(self, sql: str, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class FreeDays:
    """The terms there are, and the calendar; a Saturday that is worked in place of another day is not free."""

    terms: Sequence[Period]
    calendar: Calendar

    def reason(self, day: date) -> Words | None:
        """Why a day is free; None where it is not."""
        if not self.calendar.is_working(day):
            return _HOLIDAY if is_weekday(day) else _WEEKEND
        return None if any(term.holds(day) for term in self.terms) else _VACATION


async def load_free_days(asks: Asks) -> FreeDays:
    """The free days as the registers of terms and of calendar days have them."""
    rows = await asks.fetch("SELECT period_from, period_until FROM term WHERE void_reason IS NULL ORDER BY 1")
    return FreeDays([period_of(start, until) for start, until in map(tuple, rows)], await load_calendar(asks))
