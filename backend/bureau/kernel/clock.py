"""What time it is, for everything that asks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Asia/Shanghai")
"""The zone in which the bureau's days begin and end."""


class Clock(Protocol):
    """Tells the time; actions and rules take it as an argument so that tests can set it."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        ...

    def today(self) -> date:
        """The day, where the bureau is."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(HOME).date()


@dataclass
class FixedClock:
    """A clock that stands still, for tests and for deterministic demo data."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        return self.moment.astimezone(HOME).date()


def school_year(day: date) -> int:
    """The year in which the school year of `day` began; it runs from 1 September to 31 August."""
    return day.year if day.month >= 9 else day.year - 1
