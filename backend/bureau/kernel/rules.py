"""Who may do what, as plain data: a rule names roles, and where each of them may act.

A rule is written once, on a kind, a field or an action, and compiled twice: by the engine into the rows a
query may read, and by the writers into the records a change may touch.
"""

from dataclasses import dataclass
from enum import StrEnum

from bureau.kernel.words import Words


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

    @property
    def admits_some(self) -> bool:
        """Whether there is anybody signed in whom it admits."""
        return bool(self.terms) or self.own

    def __or__(self, other: "Rule") -> "Rule":
        return Rule(self.terms | other.terms, self.public or other.public, self.own or other.own)

    def at(self, *levels: Level) -> "Rule":
        """The same roles, but only where they are granted at one of `levels`."""
        return Rule(frozenset(Term(t.role, t.levels & set(levels), t.everywhere) for t in self.terms), own=self.own)

    @property
    def anywhere(self) -> "Rule":
        """The same roles, for records outside the granted subtree too."""
        return Rule(frozenset(Term(t.role, t.levels, everywhere=True) for t in self.terms), self.public, self.own)


@dataclass(frozen=True, slots=True)
class Role:
    """A role as data: its code and its words."""

    code: str
    words: Words

    @property
    def rule(self) -> Rule:
        return Rule(frozenset({Term(self.code)}))


ROLES: tuple[Role, ...] = (
    Role("director", Words("Director", "局领导")),
    Role("registrar", Words("Registrar", "学籍管理员")),
    Role("identity", Words("Identity officer", "身份信息管理员")),
    Role("personnel", Words("Personnel officer", "人事管理员")),
    Role("funds", Words("Funds officer", "经费管理员")),
    Role("aid", Words("Student aid officer", "学生资助管理员")),
    Role("foreign_affairs", Words("Foreign affairs officer", "外事管理员")),
    Role("language", Words("Language officer", "语言文字管理员")),
    Role("integrator", Words("Integrator", "系统对接方")),
    Role("system_admin", Words("System administrator", "系统管理员")),
    Role("security_admin", Words("Security administrator", "安全管理员")),
    Role("audit_admin", Words("Audit administrator", "审计管理员")),
)
"""The roles of the first form; system, security and audit administration read none of the registers."""

_BY_CODE = {role.code: role.rule for role in ROLES}

director = _BY_CODE["director"]
registrar = _BY_CODE["registrar"]
identity = _BY_CODE["identity"]
personnel = _BY_CODE["personnel"]
funds = _BY_CODE["funds"]
aid = _BY_CODE["aid"]
foreign_affairs = _BY_CODE["foreign_affairs"]
language = _BY_CODE["language"]
integrator = _BY_CODE["integrator"]
system_admin = _BY_CODE["system_admin"]

everyone = Rule(public=True)
"""Also those who did not sign in."""

owner = Rule(own=True)
"""The account whose own a record is."""

nobody = Rule()
"""Nobody through the API; the system itself writes."""

staff = director | registrar | integrator
"""Those who read the registers."""

pupils = staff | aid
"""Those who read what there is of pupils."""

employers = staff | personnel | language
"""Those who read what there is of those who work in units."""

offices = staff | personnel | funds | aid | foreign_affairs | language
"""Those who read what there is of units."""
