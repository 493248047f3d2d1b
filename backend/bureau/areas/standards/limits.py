"""The numbers that off-campus training goes by, as they hold on a day where a body lies (校外培训标准)."""

from datetime import date

from bureau.registry.standards import standard

PACKAGE = "bureau.areas.standards"


def number(name: str, day: date, division: str = "") -> int | None:
    """A number that is a limit; None where nothing limits."""
    found = standard(name, day, division, package=PACKAGE)
    return int(found.value) if found else None


def latest(mode: str, day: date, division: str = "") -> str | None:
    """The time of day, `20:30`, at which lessons of a mode end at the latest; None where nothing limits."""
    found = standard(f"ends_at.{mode}", day, division, package=PACKAGE)
    return found.value if found else None
