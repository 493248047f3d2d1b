"""Why an actor may do what they may, and may not do what they may not: rule by rule, grant by grant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.kernel.actor import Actor, Grant
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level, Rule, Term
from bureau.kernel.words import Words
from bureau.storage.rights import Row, may_act
from bureau.storage.tables import headed_column, kin_column, owner_column, scope_columns

_EVERYONE = Words("Everyone may.", "所有人均可。")
_SYSTEM = Words("It is the system itself.", "系统自身操作。")
_OWN = Words("It is your own.", "属于您本人。")
_NOT_OWN = Words("It is for whoever's own the record is, and it is not yours.", "仅限记录所属本人，该记录不属于您。")
_KIN = Words("It is of a pupil whose guardian you are.", "属于您监护的学生。")
_NOT_KIN = Words("It is for the guardians of the pupil, and you are none.", "仅限该学生的监护人，您不是其监护人。")
_HEADED = Words("It is of a class whose head teacher you are.", "属于您任班主任的班级。")
_NOT_HEADED = Words("It is for the head teacher of the class, and you are not that.", "仅限班主任，您不是该班班主任。")
_NO_ROLE = Words("You do not hold this role.", "您没有此角色。")
_NOT_HERE = Words("You hold it on a unit to which the record does not belong.", "您的授权机构不含该记录所属机构。")
_NO_SUCH_LEVEL = Words("It does not count at the level of the unit where you hold it.", "在您被授权的层级不适用。")
_REACHES = Words(
    "You hold it, and the record belongs to the unit or lies below it.", "您有此角色，且该记录在授权范围内。"
)
_ANYWHERE = Words("You hold it, and it counts for every record.", "您有此角色，对所有记录有效。")
_NARROWED = Words("The token that you ask by is narrowed to other things.", "您使用的令牌不含此项权限。")
_UNSEEN = Words("You see no such record, so that it cannot be said.", "您看不到该记录，无法说明。")


@dataclass(frozen=True, slots=True)
class Reason:
    """What one term of a rule comes to: a role, and what became of it."""

    role: str | None
    """None where it is not about a role."""
    levels: Sequence[Level]
    grant: Grant | None
    """The grant of the actor that it was held against."""
    is_met: bool
    words: Words


@dataclass(frozen=True, slots=True)
class Explained:
    """One rule: what it is about, whether it lets the actor act on the record, and for what reasons."""

    target: str
    is_allowed: bool
    reasons: Sequence[Reason]


def explain(actor: Actor, kind: Kind, row: Mapping[str, Any] | None, rules: Mapping[str, Rule]) -> Iterator[Explained]:
    """Say of each rule whether it lets the actor act on a record, of whose row `columns_of` are given.

    Of a record that the actor does not see it is said only which roles each rule admits, and which of them the actor
    holds: as of one that is not there.
    """
    record = Row(row) if row is not None else None
    seen = record if record is not None and may_act(actor, kind, kind.read, record) else None
    for target, rule in rules.items():
        reasons = tuple(_reasons(actor, kind, actor.rule(rule), seen)) if actor.admits(rule) else _OUTSIDE
        yield Explained(target, seen is not None and any(reason.is_met for reason in reasons), reasons)


_OUTSIDE = (Reason(None, (), None, False, _NARROWED),)


def _reasons(actor: Actor, kind: Kind, rule: Rule, record: Row | None) -> Iterator[Reason]:
    if actor.is_system:
        yield Reason(None, (), None, True, _SYSTEM)
    if rule.public:
        yield Reason(None, (), None, True, _EVERYONE)
    owner, kin = owner_column(kind), kin_column(kind)
    if rule.own and owner:
        is_own = record is not None and actor.owns(rule, record.__dict__.get(owner.name))
        yield Reason(None, (), None, is_own, _OWN if is_own else _UNSEEN if record is None else _NOT_OWN)
    if rule.kin and kin:
        is_kin = record is not None and actor.guards(rule, kin[1], record.__dict__.get(kin[0].name))
        yield Reason(None, (), None, is_kin, _KIN if is_kin else _UNSEEN if record is None else _NOT_KIN)
    headed = headed_column(kind)
    if rule.heads and headed:
        is_headed = record is not None and actor.heads(rule, record.__dict__.get(headed.name))
        words = _HEADED if is_headed else _UNSEEN if record is None else _NOT_HEADED
        yield Reason(None, (), None, is_headed, words)
    for term in sorted(rule.terms, key=lambda t: (t.role, sorted(t.levels))):
        yield from _of_term(actor, kind, term, record)


def _of_term(actor: Actor, kind: Kind, term: Term, record: Row | None) -> Iterator[Reason]:
    levels = tuple(level for level in Level if level in term.levels)
    held = [grant for grant in actor.grants if grant.role == term.role]
    if not held:
        yield Reason(term.role, levels, None, False, _NO_ROLE)
    for grant in held:
        is_met, words = _against(actor, kind, term, grant, record)
        yield Reason(term.role, levels, grant, is_met, words)


def _against(actor: Actor, kind: Kind, term: Term, grant: Grant, record: Row | None) -> tuple[bool, Words]:
    if grant.level not in term.levels:
        return False, _NO_SUCH_LEVEL
    if record is None:
        return False, _UNSEEN
    if term.everywhere or (scope_columns(kind) is None and grant.level is Level.CITY):
        return True, _ANYWHERE
    alone = Actor(actor.account, actor.name, (grant,))
    is_met = may_act(alone, kind, Rule(frozenset({term})), record)
    return is_met, _REACHES if is_met else _NOT_HERE
