"""Numbers that regulation sets, as dated data with their source: what holds on a day, in a place."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bureau.kernel.shipped import shipped_rows


@dataclass(frozen=True, slots=True)
class Standard:
    """One number, for a time and a place."""

    name: str
    value: str
    unit: str
    valid_from: str
    valid_until: str
    scope: str
    """How the codes of the divisions begin for which it holds; empty for the whole country."""
    source: str
    verified: bool
    """Whether its wording was read where it is published."""

    def holds(self, day: date, division: str) -> bool:
        """Whether it holds on a day in the division with this code."""
        in_time = self.valid_from <= day.isoformat() and (not self.valid_until or day.isoformat() < self.valid_until)
        return in_time and division.startswith(self.scope)


@lru_cache(maxsize=64)
def standards(package: str = "bureau.registry") -> tuple[Standard, ...]:
    """All that are known to a package: the registry, or an area."""
    rows = shipped_rows(package, "standards.csv")
    return tuple(Standard(verified=row.pop("verified") == "yes", **row) for row in rows)


def standard(name: str, day: date, division: str = "", *, package: str = "bureau.registry") -> Standard | None:
    """The standard that holds on a day in a division (its code), the most local one; None where there is none."""
    held = [s for s in standards(package) if s.name == name and s.holds(day, division)]
    return max(held, key=lambda s: (len(s.scope), s.valid_from), default=None)


def is_of_age(born: date, years: int, day: date) -> bool:
    """Whether somebody is so many years old on a day; who is born on 29 February, on 1 March of common years."""
    return (born.year + years, born.month, born.day) <= (day.year, day.month, day.day)


def primary_entry_birthday(year: int, division: str = "") -> date | None:
    """The last birthday with which a child may enter primary school in a year; None where nothing is set."""
    on = date(year, 9, 1)
    age, day = standard("primary_entry_age", on, division), standard("primary_entry_day", on, division)
    if age is None or day is None:
        return None
    return date.fromisoformat(f"{year - int(age.value)}-{day.value}")
