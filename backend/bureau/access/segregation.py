"""Which roles one account must not hold at a time, as dated data with their source (岗位分离)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bureau.kernel.rules import Level
from bureau.kernel.shipped import shipped_rows
from bureau.kernel.words import Words
from bureau.registry.unit import TREE


@dataclass(frozen=True, slots=True)
class Segregation:
    """Two roles that are kept apart: anywhere, or where one unit lies within the other."""

    role: str
    other: str
    """A role, or `*` for every other one."""
    is_anywhere: bool
    reason: Words
    source: str

    def keeps_apart(self, one: str, another: str) -> bool:
        """Whether it is about these two roles."""
        pairs = ((one, another), (another, one))
        return one != another and any(self.role == a and self.other in ("*", b) for a, b in pairs)


@lru_cache(maxsize=1)
def segregations() -> tuple[Segregation, ...]:
    """All that are known."""
    return tuple(
        Segregation(
            row["role"],
            row["other"],
            row["place"] == "anywhere",
            Words(row["english_reason"], row["chinese_reason"]),
            row["source"],
        )
        for row in shipped_rows("bureau.access", "segregations.csv")
    )


def apart(role: str, unit: Any, other_role: str, other_unit: Any) -> Words | None:
    """Why one account must not hold both roles on these units; None if it may."""
    for segregation in segregations():
        if segregation.keeps_apart(role, other_role) and (segregation.is_anywhere or _meet(unit, other_unit)):
            return segregation.reason
    return None


def _meet(unit: Any, other: Any) -> bool:
    """Whether one of two units lies within the other."""
    above = [u for u in (unit, other) if TREE.level(u.category) is Level.CITY]
    return bool(above) or unit.id == other.id or unit.id == _county(other) or other.id == _county(unit)


def _county(unit: Any) -> Any:
    return unit.__dict__.get("county_id")
