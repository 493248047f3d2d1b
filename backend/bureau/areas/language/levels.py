"""The levels of Putonghua: which a score reaches, and which a post asks for, as dated data (普通话水平等级)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bureau.kernel.field import CodeTable
from bureau.kernel.shipped import in_force, shipped_rows
from bureau.kernel.words import Words

LEVEL = CodeTable("putonghua_level", Words("Putonghua level", "普通话水平等级"), "JY/T 1001-2012 PTHSPDJ")
"""Its codes run from 1, the best, to 6, the last; whoever is below that has none."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level, and the body that reviews a score of it before it counts."""

    code: str
    least: int
    """Tenths of a point."""
    review: str


@lru_cache(maxsize=8)
def _rows(name: str) -> list[dict[str, str]]:
    return shipped_rows("bureau.areas.language", name)


def _in_force(name: str, day: date) -> list[dict[str, str]]:
    return in_force(_rows(name), day)


def rounded(hundredths: int) -> int:
    """A score in hundredths of a point as tenths, halves upwards."""
    return (hundredths + 5) // 10


def level_of(tenths: int, day: date) -> Level | None:
    """The level that a rounded score reaches by the thresholds of a day; None below the last."""
    levels = (Level(row["level"], int(row["least"]), row["review"]) for row in _in_force("levels.csv", day))
    return min((level for level in levels if tenths >= level.least), key=lambda level: level.code, default=None)


def most(form: str, part: str, day: date) -> int | None:
    """The most points of a part of a form, in hundredths; None where the form has no such part."""
    found = [int(r["most"]) for r in _in_force("parts.csv", day) if r["form"] == form and r["part"] == part]
    return found[0] * 100 if found else None


def has_changed(since: date, day: date) -> bool:
    """Whether other levels are asked for on `day` than on `since`."""
    return _in_force("required_levels.csv", since) != _in_force("required_levels.csv", day)


def required(category: str, subject: str | None, day: date) -> str | None:
    """The level that a post asks for on a day: by its subject where a rule names it; None where no rule does."""
    rules = [r for r in _in_force("required_levels.csv", day) if r["category"] == category]
    best = max((r for r in rules if r["subject"] in ("", subject)), key=lambda r: r["subject"] != "", default=None)
    return best["level"] if best else None
