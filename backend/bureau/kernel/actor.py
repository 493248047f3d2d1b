"""Who is asking."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bureau.kernel.rules import Level, Rule, Term


@dataclass(frozen=True, slots=True)
class Grant:
    """A role, on the subtree of one unit, from a day until another, on some basis."""

    role: str
    level: Level
    unit: int
    start: date
    until: date | None = None
    basis: str = ""

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Actor:
    """Someone with an account, or the system itself, or nobody (`ANONYMOUS`)."""

    account: int | None
    name: str
    grants: tuple[Grant, ...] = ()
    is_system: bool = False

    @cached_property
    def shape(self) -> tuple[tuple[str, Level, int], ...]:
        """The grants without their units: role, level, and 1 or 2 for one unit or several.

        Two actors of one shape see different rows through the very same statement.
        """
        counts: dict[tuple[str, Level], int] = {}
        for grant in self.grants:
            counts[grant.role, grant.level] = min(2, counts.get((grant.role, grant.level), 0) + 1)
        if self.account is not None:
            counts["@", Level.UNIT] = 1  # there may be records that are their own
        return (("*", Level.CITY, 1),) if self.is_system else tuple(sorted((*k, n) for k, n in counts.items()))

    @property
    def scope(self) -> frozenset[tuple[str, Level, int]]:
        """What the actor sees by: two actors of one scope see the same."""
        return frozenset((grant.role, grant.level, grant.unit) for grant in self.grants)

    def units(self, rule: Rule, level: Level) -> tuple[int, ...]:
        """The units of one level at which the actor holds a role of `rule`."""
        roles = {term.role for term in rule.terms if level in term.levels}
        return tuple(sorted({g.unit for g in self.grants if g.level is level and g.role in roles}))

    def sees_everything(self, rule: Rule) -> bool:
        """Whether no row is beyond the actor under `rule`."""
        return (
            self.is_system
            or rule.public
            or bool(self.units(rule, Level.CITY))
            or any(term.everywhere and self._holds(term) for term in rule.terms)
        )

    def owns(self, rule: Rule, owner: int | None) -> bool:
        """Whether `rule` lets the actor act on a record that is this account's own."""
        return rule.own and owner is not None and owner == self.account

    def reaches(self, rule: Rule, county: int | None, unit: int | None) -> bool:
        """Whether `rule` lets the actor act on a record of this unit and of the county above it."""
        return (
            self.sees_everything(rule)
            or (county is not None and county in self.units(rule, Level.COUNTY))
            or (unit is not None and unit in self.units(rule, Level.UNIT))
        )

    def may_somewhere(self, rule: Rule) -> bool:
        """Whether `rule` admits the actor for any record at all."""
        return (
            self.sees_everything(rule)
            or (rule.own and self.account is not None)
            or any(self.units(rule, level) for level in Level)
        )

    def _holds(self, term: Term) -> bool:
        return any(g.role == term.role and g.level in term.levels for g in self.grants)

    def on(self, day: date) -> "Actor":
        """The actor with the grants that hold on `day`."""
        return Actor(self.account, self.name, tuple(g for g in self.grants if g.holds(day)), self.is_system)


ANONYMOUS = Actor(None, "")
SYSTEM = Actor(None, "system", is_system=True)
"""The commands of the machine's operator, and work that the product does by itself."""
