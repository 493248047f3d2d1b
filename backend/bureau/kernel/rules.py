"""Who may do what, as plain data: a rule names roles, and where each of them may act.

A rule is written once, on a kind, a field or an action, and compiled twice: by the engine into the rows a
query may read, and by the writers into the records a change may touch.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """How high in the tree of units a unit stands; scope is cut at these levels."""

    CITY = "CITY"
    COUNTY = "COUNTY"
    UNIT = "UNIT"
    """A school, a section, a directly affiliated unit: whatever has no unit with records below it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One role, at the levels at which it counts, inside the granted subtree or everywhere."""

    role: str
    levels: frozenset[Level] = frozenset(Level)
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Any of its terms suffices; a public rule asks nobody who they are, an empty one admits nobody."""

    terms: frozenset[Term] = frozenset()
    public: bool = False
    own: bool = False
    """Whether it admits those whose own the record is: see `Kind.owner`."""
    kin: bool = False
    """Whether it admits the guardians of the pupil that the record is of: see `Kind.kin`."""
    heads: bool = False
    """Whether it admits the head teacher of the class that the record is of: see `Kind.headed`."""
    about: frozenset[str] = frozenset()
    """What it is the rule of, as the API calls it: `Student.read`, `Person.address`, `registerStudent`. Roles that the
    bureau makes are admitted by these names, beside the terms that stand here."""
    kinds: frozenset[str] = frozenset()
    """The kinds whose records it is about, as the API calls them, with those that they build on: a token that is
    narrowed to kinds is held to these."""
    writes: bool = False
    """Whether it is about writing; a token that reads alone has none of it."""
    is_settled: bool = False
    """Whether it is what a rule comes to for one actor, to whom it then applies as it stands."""

    @property
    def admits_some(self) -> bool:
        """Whether there is anybody signed in whom it admits."""
        return bool(self.terms) or self.own or self.kin or self.heads

    def __or__(self, other: "Rule") -> "Rule":
        return Rule(
            self.terms | other.terms,
            self.public or other.public,
            self.own or other.own,
            self.kin or other.kin,
            self.heads or other.heads,
            self.about | other.about,
            self.kinds | other.kinds,
            self.writes or other.writes,
        )

    def of(self, target: str) -> "Rule":
        """The same rule, which knows what it is the rule of."""
        return replace(self, about=self.about | {target})

    def on(self, *kinds: str, writes: bool = False) -> "Rule":
        """The same rule, which knows of which kinds' records it is, and whether it is about writing them."""
        return replace(self, kinds=self.kinds | set(kinds), writes=self.writes or writes)

    def at(self, *levels: Level) -> "Rule":
        """The same roles, but only where they are granted at one of `levels`."""
        return replace(
            self, terms=frozenset(Term(t.role, t.levels & set(levels), t.everywhere) for t in self.terms), public=False
        )

    @property
    def anywhere(self) -> "Rule":
        """The same roles, for records outside the granted subtree too."""
        return replace(self, terms=frozenset(Term(t.role, t.levels, everywhere=True) for t in self.terms))

    def with_terms(self, more: Mapping[str, Iterable[Term]]) -> "Rule":
        """What it comes to where more terms are known by what they are about; it then knows that no more."""
        added = frozenset(term for target in self.about for term in more.get(target, ()))
        return Rule(self.terms | added, self.public, self.own, self.kin, self.heads, is_settled=True)


BUILT_IN = (
    "director",
    "principal",
    "registrar",
    "identity",
    "personnel",
    "funds",
    "aid",
    "foreign_affairs",
    "language",
    "inspector",
    "integrator",
    "system_admin",
    "security_admin",
    "audit_admin",
)
"""The roles that kinds and verbs are declared with. Their words, where they are granted and since when is data
(`access/data/roles.csv`); roles that a bureau adds are data alone."""

OPENED = "director_opened"
"""What a director is besides, for as long as they have opened persons for a purpose; it is granted to nobody."""

ROLES = (*BUILT_IN, OPENED)
"""Those that rules name."""

SEPARATED = frozenset({"system_admin", "security_admin", "audit_admin"})
"""Those of them that read no registers, and are held with no other role (三员)."""


def _role(code: str) -> Rule:
    assert code in ROLES
    return Rule(frozenset({Term(code)}))


director = _role("director")
"""Those who see how units do, and no person."""
director_opened = _role(OPENED)
"""Directors who have opened persons, and have said what for."""
principal = _role("principal")
registrar = _role("registrar")
identity = _role("identity")
personnel = _role("personnel")
funds = _role("funds")
aid = _role("aid")
foreign_affairs = _role("foreign_affairs")
language = _role("language")
inspector = _role("inspector")
integrator = _role("integrator")
system_admin = _role("system_admin")
security_admin = _role("security_admin")
audit_admin = _role("audit_admin")

everyone = Rule(public=True)
"""Also those who did not sign in."""

owner = Rule(own=True)
"""The account whose own a record is."""

guardian = Rule(kin=True)
"""The guardians of a pupil who may see their records, for that pupil alone."""

head_teacher = Rule(heads=True)
"""The head teacher of the class that a record is of, for that class alone."""

nobody = Rule()
"""Nobody through the API; the system itself writes."""

staff = director_opened | principal | registrar | integrator
"""Those who read the registers."""

pupils = staff | aid
"""Those who read what there is of pupils."""

employers = staff | personnel | language
"""Those who read what there is of those who work in units."""

offices = staff | director | personnel | funds | aid | foreign_affairs | language | inspector
"""Those who read what there is of units."""

officers = director | principal | registrar | personnel | funds | aid | foreign_affairs | language | inspector
"""Those who work at a unit and act for it in what any of its offices may do: documents, assigned tasks."""

administrators = system_admin | security_admin | audit_admin
"""Those who keep the system, rights and trails, and read none of the registers."""

tree = offices | identity | administrators
"""Those who see which units there are: whoever grants a role must name one."""
