"""Who is asking."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bureau.kernel.field import State
from bureau.kernel.narrowing import UNNARROWED, Narrowing
from bureau.kernel.period import Period
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
        return Period(self.start, self.until).holds(day)


@dataclass(frozen=True, slots=True)
class Wards:
    """Pupils whose guardian somebody is and may see the records of, with the schools and classes they are in."""

    pupils: tuple[int, ...] = ()
    schools: tuple[int, ...] = ()
    classes: tuple[int, ...] = ()

    def by_name(self) -> Mapping[str, tuple[int, ...]]:
        """Each by the name that `Kind.kin` has for it."""
        return {"pupils": self.pupils, "schools": self.schools, "classes": self.classes}


NO_WARDS = Wards()


class Duty(State):
    """What somebody must do first of all."""

    PASSWORD = "PASSWORD", "First change your password, which somebody else set.", "请先修改他人为您设置的口令。"
    SECOND_FACTOR = (
        "SECOND_FACTOR",
        "First set up a second factor, which your role needs.",
        "您的角色须先启用双因素登录（动态验证码或通行密钥）。",
    )
    CODE = "CODE", "First show your second factor.", "请先完成第二因素验证。"


@dataclass(frozen=True)
class Actor:
    """Someone with an account, or the system itself, or nobody (`ANONYMOUS`)."""

    account: int | None
    name: str
    grants: tuple[Grant, ...] = ()
    is_system: bool = False
    wards: Wards = NO_WARDS
    """The pupils whose guardian the actor is, and where these are."""
    headed: tuple[int, ...] = ()
    """The classes whose head teacher the actor is."""
    shared: Mapping[str, tuple[int, ...]] = field(default_factory=dict, hash=False)
    """The records that were shared with the actor, by the name of their kind in the API; seen by their ids alone."""
    more: Mapping[str, frozenset[Term]] = field(default_factory=dict, hash=False)
    """What roles of the bureau's own, which the actor holds, are given: by what a rule is about, the terms it gets."""
    duty: Duty | None = None
    """What they must do before they may do anything else; until then no grant is theirs."""
    token: int | None = None
    """The token that was made for a program and by which it asks; it changes nothing of how its account signs in."""
    narrowing: Narrowing = UNNARROWED
    """What that token leaves of the rights of its account; `rule` applies it, and so all that asks for rights here."""
    elsewhere: tuple[Grant, ...] = ()
    """Grants at other units than that for which the actor works now: they hold, and nothing is seen or done by them."""

    @cached_property
    def shape(self) -> tuple[tuple[str, Level, int], ...]:
        """The grants without their units: the roles that are held together at one, its level, and 1 or 2 for one such
        unit or several.

        Two actors of one shape see different rows through the very same statement: whatever roles a rule admits, both
        hold these at none, one or several units, and both hold some wherever they hold others, or neither does.
        """
        held: dict[tuple[Level, int], set[str]] = {}
        for grant in self.grants:
            held.setdefault((grant.level, grant.unit), set()).add(grant.role)
        counts: dict[tuple[str, Level], int] = {}
        for (level, _), roles in held.items():
            together = " ".join(sorted(roles))
            counts[together, level] = min(2, counts.get((together, level), 0) + 1)
        if self.account is not None:
            counts["@", Level.UNIT] = 1  # there may be records that are their own
        for which, ids in self.wards.by_name().items():
            if ids:
                counts[f"@{which}", Level.UNIT] = min(2, len(ids))
        if self.headed:
            counts["@headed", Level.UNIT] = min(2, len(self.headed))
        counts |= {(f"#{name}", Level.UNIT): 1 for name in self.shared}
        if self.more:
            counts[f"+{self._more_digest}", Level.UNIT] = 1
        if sight := self.narrowing.sight:
            counts[f"={sight}", Level.UNIT] = 1
        return (("*", Level.CITY, 1),) if self.is_system else tuple(sorted((*k, n) for k, n in counts.items()))

    @property
    def scope(self) -> frozenset[tuple[str, Level, int]]:
        """What the actor sees by: two actors of one scope see the same."""
        held = {(grant.role, grant.level, grant.unit) for grant in self.grants}
        held |= {(f"@{which}", Level.UNIT, number) for which, ids in self.wards.by_name().items() for number in ids}
        held |= {("@headed", Level.UNIT, number) for number in self.headed}
        held |= {(f"#{name}", Level.UNIT, number) for name, ids in self.shared.items() for number in ids}
        held |= {(f"+{self._more_digest}", Level.UNIT, 0)} if self.more else set()
        held |= {(f"={sight}", Level.UNIT, 0)} if (sight := self.narrowing.sight) else set()
        return frozenset(held)

    @property
    def is_program(self) -> bool:
        """Whether a program asks, by a token."""
        return self.token is not None

    @cached_property
    def _more_digest(self) -> str:
        """Differs where roles of the bureau's own were given other things."""
        said = sorted((what, sorted((t.role, sorted(t.levels)) for t in terms)) for what, terms in self.more.items())
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]

    def rule(self, rule: Rule) -> Rule:
        """What a rule comes to for the actor: what their token leaves of it, with the terms that roles of the bureau's
        own add to it.
        """
        return self._left(rule).with_terms(self.more)

    def admits(self, rule: Rule) -> bool:
        """Whether the actor's token, if they ask by one, lets the rule count at all."""
        return self.narrowing.admits(rule)

    def _left(self, rule: Rule) -> Rule:
        return rule if self.narrowing is UNNARROWED else self.narrowing.left_of(rule)

    def units(self, rule: Rule, level: Level) -> tuple[int, ...]:
        """The units of one level at which the actor holds a role of `rule`."""
        terms = self.rule(rule).terms if self.more else self._left(rule).terms
        roles = {term.role for term in terms if level in term.levels}
        return tuple(sorted({g.unit for g in self.grants if g.level is level and g.role in roles}))

    def sees_everything(self, rule: Rule) -> bool:
        """Whether no row is beyond the actor under `rule`."""
        rule = self._left(rule)
        return (
            self.is_system
            or rule.public
            or bool(self.units(rule, Level.CITY))
            or any(term.everywhere and self._holds(term) for term in rule.terms)
        )

    def owns(self, rule: Rule, owner: int | None) -> bool:
        """Whether `rule` lets the actor act on a record that is this account's own."""
        return owner is not None and owner == self.account and self._left(rule).own

    def guards(self, rule: Rule, which: str, identity: int | None) -> bool:
        """Whether `rule` lets the actor act on what is of a pupil, or of a school or class of theirs, as a guardian."""
        return identity is not None and identity in self.wards.by_name()[which] and self._left(rule).kin

    def heads(self, rule: Rule, identity: int | None) -> bool:
        """Whether `rule` lets the actor act on what is of a class, as its head teacher."""
        return identity is not None and identity in self.headed and self._left(rule).heads

    def reaches(self, rule: Rule, county: int | None, unit: int | None) -> bool:
        """Whether `rule` lets the actor act on a record of this unit and of the county above it."""
        return (
            self.sees_everything(rule)
            or (county is not None and county in self.units(rule, Level.COUNTY))
            or (unit is not None and unit in self.units(rule, Level.UNIT))
        )

    def may_somewhere(self, rule: Rule) -> bool:
        """Whether `rule` admits the actor for any record at all."""
        left = self._left(rule)
        return (
            self.sees_everything(rule)
            or (left.own and self.account is not None)
            or (left.kin and bool(self.wards.pupils))
            or (left.heads and bool(self.headed))
            or any(self.units(rule, level) for level in Level)
        )

    def _holds(self, term: Term) -> bool:
        return any(g.role == term.role and g.level in term.levels for g in self.grants)

    def given(self, more: Mapping[str, frozenset[Term]]) -> "Actor":
        """The actor with what roles of the bureau's own are given."""
        return replace(self, more=more)

    def with_shares(self, shared: Mapping[str, tuple[int, ...]]) -> "Actor":
        """The actor with the records that were shared with them."""
        return replace(self, shared=shared)

    def of(self, wards: Wards) -> "Actor":
        """The actor as the guardian of these pupils."""
        return replace(self, wards=wards)

    def heading(self, classes: tuple[int, ...]) -> "Actor":
        """The actor as the head teacher of these classes."""
        return replace(self, headed=classes)

    def by(self, token: int, narrowing: Narrowing) -> "Actor":
        """The actor as a program that asks by a token, with what that leaves of their grants, wards and shares."""
        if narrowing == UNNARROWED:
            return replace(self, token=token)
        roles, kinds = narrowing.roles, narrowing.kinds
        shared = {} if roles is not None else self.shared
        return replace(
            self,
            token=token,
            narrowing=narrowing,
            grants=tuple(grant for grant in self.grants if roles is None or grant.role in roles),
            wards=self.wards if roles is None else NO_WARDS,
            headed=self.headed if roles is None else (),
            shared={name: ids for name, ids in shared.items() if kinds is None or name in kinds},
        )

    def at(self, unit: int) -> "Actor":
        """The actor as who works for one unit; what is theirs without a grant stays so."""
        here = tuple(grant for grant in self.grants if grant.unit == unit)
        return replace(self, grants=here, elsewhere=tuple(grant for grant in self.grants if grant.unit != unit))

    def on(self, day: date) -> "Actor":
        """The actor with the grants that hold on `day`."""
        return replace(self, grants=tuple(g for g in self.grants if g.holds(day)))


ANONYMOUS = Actor(None, "")
SYSTEM = Actor(None, "system", is_system=True)
"""The commands of the machine's operator, and work that the product does by itself."""
