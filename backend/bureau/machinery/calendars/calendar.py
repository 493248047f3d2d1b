"""Counting in working days: the day of receipt is not counted, and a day ends at midnight where the bureau is (§17)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from bureau.kernel.errors import Code, Fault, warning
from bureau.storage.sql import day_of

_ONE = timedelta(days=1)
_SATURDAY = 5


class Asks(Protocol):
    """What runs one statement and returns its rows: a transaction, or connections that read."""

    async def fetch(self, sql: str, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that are worked, as the register has them."""

    days: Mapping[date, bool]
    """Days that are not what their weekday says, and whether each is worked."""
    version: int
    """The position of the last change of the register: what was counted by one version can be counted again."""

    def is_working(self, day: date) -> bool:
        """Whether a day is worked; Monday to Friday are where nothing else is known."""
        return self.days.get(day, is_weekday(day))

    def after(self, start: date, count: int) -> date:
        """The day on which `count` working days after `start`, which does not count, are over."""
        day = start
        while count > 0:
            day += _ONE
            count -= self.is_working(day)
        return day

    def before(self, end: date, count: int) -> date:
        """The last day from which `count` working days are left until `end`."""
        day = end
        while count > 0:
            count -= self.is_working(day)
            day -= _ONE
        return day

    def from_which(self, end: date, count: int) -> date:
        """The first day from which no more than `count` working days are left until `end`."""
        day = self.before(end, count)
        while not self.is_working(day):
            day -= _ONE
        return day

    def on_or_after(self, day: date) -> date:
        """A day that is worked: this one, or else the next; a time that ends on a holiday ends on the day after it."""
        while not self.is_working(day):
            day += _ONE
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days there are after `start`, up to `end` and with it."""
        return sum(map(self.is_working, _days(start + _ONE, end)))

    def unknown(self, start: date, end: date) -> Iterator[Fault]:
        """A warning for each year of a span of which no holiday is known."""
        for year in range(start.year, end.year + 1):
            if not any(day.year == year for day in self.days):
                yield warning(Code.CALENDAR_UNKNOWN, year=str(year))


def is_weekday(day: date) -> bool:
    """Whether a day lies between Monday and Friday, and is worked where nothing else was announced."""
    return day.weekday() < _SATURDAY


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += _ONE


async def load_calendar(asks: Asks) -> Calendar:
    """The calendar as it stands."""
    rows = await asks.fetch("SELECT day, is_working, position, void_reason FROM calendar_day")
    days = {day_of(day): bool(is_working) for day, is_working, _, reason in map(tuple, rows) if reason is None}
    return Calendar(days, max((row[2] for row in rows), default=0))
