"""The points of a foreigner who applies for a work permit, by the table in force on a day (积分要素计分赋值表)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from bureau.kernel.shipped import in_force, shipped_rows

Answers = Mapping[str, Decimal | int]
"""What is known of an applicant, by criterion: an amount, or for yes or no 1 or 0; what is not known is left out."""


@dataclass(frozen=True, slots=True)
class Band:
    """Points for the answers from `least` to below `below`; each whole unit above `least` adds `each` up to `most`."""

    criterion: str
    least: Decimal
    below: Decimal | None
    points: int
    each: int
    most: int

    def holds(self, answer: Decimal) -> bool:
        """Whether an answer lies in it."""
        return self.least <= answer and (self.below is None or answer < self.below)

    def worth(self, answer: Decimal) -> int:
        """The points of an answer that lies in it."""
        return min(self.most, self.points + self.each * int(answer - self.least))


def points(answers: Answers, day: date) -> dict[str, int]:
    """The points of each criterion that is answered, by the table of a day; raises LookupError where there is none.

    Raises KeyError for a criterion that the table does not have.
    """
    table = _table(day)
    if not table:
        raise LookupError(f"no table of points on {day}")
    found = {}
    for criterion, given in answers.items():
        answer = Decimal(given)
        found[criterion] = next((band.worth(answer) for band in table[criterion] if band.holds(answer)), 0)
    return found


@lru_cache(maxsize=16)
def _table(day: date) -> dict[str, list[Band]]:
    table: dict[str, list[Band]] = {}
    for row in in_force(shipped_rows("bureau.areas.exchange", "points.csv"), day):
        points, each, most = (int(row[name]) for name in ("points", "each", "most"))
        below = Decimal(row["below"]) if row["below"] else None
        band = Band(row["criterion"], Decimal(row["least"]), below, points, each, most)
        table.setdefault(band.criterion, []).append(band)
    return table
