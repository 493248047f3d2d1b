"""School days: the days of a term that are worked (教学日)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bureau.kernel.period import Period
from bureau.machinery.calendars.calendar import Asks, Calendar, load_calendar
from bureau.registry.term import TermStatus
from bureau.storage.sql import period_of

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TermSpan:
    """A term, as far as days go."""

    period: Period
    is_closed: bool


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """The terms there are, and the calendar."""

    terms: Sequence[TermSpan]
    calendar: Calendar

    def term_of(self, day: date) -> TermSpan | None:
        """The term in which a day lies."""
        return next((term for term in self.terms if term.period.holds(day)), None)

    def holds(self, day: date) -> bool:
        """Whether there is school on a day."""
        return self.term_of(day) is not None and self.calendar.is_working(day)

    def between(self, first: date, last: date) -> list[date]:
        """The school days from one day to another, both of which may be among them."""
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [day for day in days if self.holds(day)]


async def load_school_days(asks: Asks) -> SchoolDays:
    """The school days as the registers of terms and of calendar days have them."""
    rows = await asks.fetch("SELECT period_from, period_until, status FROM term WHERE void_reason IS NULL ORDER BY 1")
    terms = [
        TermSpan(period_of(start, until), status == TermStatus.CLOSED) for start, until, status in map(tuple, rows)
    ]
    return SchoolDays(terms, await load_calendar(asks))
