"""Which rows and which fields an actor sees: the only place where access to a read is decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from bureau.engine.kinds import Kinds
from bureau.engine.tree import (
    Always,
    AmongConstants,
    AmongParam,
    Col,
    Compare,
    Every,
    Exists,
    IsNull,
    Never,
    Predicate,
    Rows,
    Same,
    Some,
    headed,
    own_account,
    scope_units,
    shared_ids,
    wards,
)
from bureau.kernel.actor import Actor
from bureau.kernel.field import ColumnType, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level, Rule
from bureau.storage.tables import headed_column, kin_column, owner_column, scope_columns


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a statement a scope can be cut: the nearest row above that carries the units it belongs to."""

    county: Col
    unit: Col
    read: Rule | None
    """The rule by which its row is seen; None if that depends on the row."""
    kin: tuple[Col, str] | None = None
    """By what a pupil's guardians see it: the column, and which of theirs its value is one of."""
    headed: Col | None = None
    """By what the head teacher of a class sees it."""
    parties: "Parties | None" = None
    """The rows that name units which take part in it."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Rows that name units which take part in a record."""

    table: str
    county: Col
    unit: Col
    relation: Col
    """Their relation to that record."""
    own: Col
    """Where a row has that record's id."""


class Sight:
    """What one shape of actor sees; it decides from the grants' roles and levels, never from their units."""

    def __init__(self, actor: Actor, kinds: Kinds) -> None:
        self._actor = actor
        self._kinds = kinds

    def place(self, kind: Kind, alias: str) -> Place | None:
        """Where scope cuts rows of `kind`; None if the kind hangs nowhere."""
        units = _scope(kind, alias)
        if units is None:
            return None
        county, unit = units
        rules = {self._actor.rule(concrete.read) for concrete in self._kinds.concrete(kind)}
        return Place(
            county,
            unit,
            rules.pop() if len(rules) == 1 else None,
            _kin(kind, alias),
            _headed(kind, alias),
            self._parties(kind, alias),
        )

    def rows(self, kind: Kind, alias: str, *, reached: bool = False) -> Predicate:
        """The rows of `kind` that the actor sees.

        A kind that hangs nowhere is public, or seen through a row that is seen (`reached`), or seen whole; of one whose
        records have owners, what the rule lets an owner see.
        """
        place = self.place(kind, alias)
        seen: dict[Predicate, set[str]] = {}
        for concrete in self._kinds.concrete(kind):
            is_open = reached and place is None and not concrete.owner
            within = Always() if is_open else some(self._within(concrete.read, place), self._own(concrete, alias))
            within = within if self._actor.admits(concrete.read) else Never()
            seen.setdefault(within, set()).update(concrete.variant.values if concrete.variant else ())
        return some(*(every(self._of(kind, alias, values), within) for within, values in seen.items()))

    def knows(self, kind: Kind) -> bool:
        """Whether the actor's token, if they ask by one, lets them know of all kinds that records of `kind` are of, so
        that what others repeat of these is theirs to search, sift, order and group by.
        """
        return all(self._actor.admits(concrete.read) for concrete in self._kinds.concrete(kind))

    def shared(self, names: Iterable[str], alias: str) -> Predicate:
        """The rows of kinds of these names that were shared with the actor: looked up by id, and met in no list."""
        known = tuple(sorted(name for name in names if self._actor.shared.get(name)))
        return AmongParam(Col(alias, "id", ColumnType.ID, null=False), shared_ids(known)) if known else Never()

    def field(self, rule: Rule | None, place: Place | None) -> Predicate:
        """Where a field of a visible row may be read: everywhere, unless a rule of its own reaches less far."""
        if rule is None or (place and place.read and self._covers(rule, place.read)):
            return Always()
        return self._within(rule, place)

    def revealed(self, declared: Sealed, alias: str, place: Place | None) -> Predicate:
        """Where a sealed field of visible rows may be asked for in the clear: of live ones, seen through live ones."""
        aliases = dict.fromkeys((alias, place.unit.alias) if place else (alias,))
        live = (IsNull(Col(each, "void_reason", ColumnType.TEXT), True) for each in aliases)
        return every(self._within(declared.reveal, place), *live)

    def may_sift(self, rule: Rule | None, kind: Kind) -> bool:
        """Whether every visible row of `kind` shows a field of this rule, so that filters by it tell nothing more."""
        if rule is None or self._actor.sees_everything(rule):
            return True
        return kind.scope is not None and self._covers(rule, kind.read)

    def _covers(self, rule: Rule, read: Rule) -> bool:
        """Whether the actor has `rule`, which reaches not everything, wherever they have `read`."""
        is_beyond_units = (self._guards(read) and not rule.kin) or (self._heads(read) and not rule.heads)
        if self._actor.sees_everything(read) or is_beyond_units:
            return False
        return all(set(self._actor.units(read, level)) <= set(self._actor.units(rule, level)) for level in Level)

    def _within(self, rule: Rule, place: Place | None) -> Predicate:
        rule = self._actor.rule(rule)
        if self._actor.sees_everything(rule):
            return Always()
        if place is None:
            return Never()
        # The unit where a row is takes part as well; a condition with either would have no index of its own.
        by_unit = self._taking_part(rule, place.parties) if place.parties else self._at(rule, place.county, place.unit)
        return some(by_unit, self._as_guardian(rule, place), self._as_head_teacher(rule, place))

    def _at(self, rule: Rule, county: Col, unit: Col) -> Predicate:
        """The rows of the units at which the actor has `rule`, and below these."""
        by_unit = (
            _units(column, rule, level, len(self._actor.units(rule, level)))
            for column, level in ((county, Level.COUNTY), (unit, Level.UNIT))
        )
        return some(*by_unit)

    def _parties(self, kind: Kind, alias: str) -> Parties | None:
        if kind.parties is None:
            return None
        party, other = self._kinds.of_record(kind.parties.record), f"{alias}p"
        units = _scope(party, other)
        assert units
        relation = party.fields[kind.parties.relation].column
        of = kind.fields[kind.parties.of].column.name if kind.parties.of else "id"
        own = Col(alias, of, ColumnType.ID, null=False)
        return Parties(party.table, *units, Col(other, relation.name, relation.type, relation.null), own)

    def _taking_part(self, rule: Rule, parties: Parties) -> Predicate:
        """The rows in which a unit takes part today that the actor reaches by `rule`."""
        alias = parties.relation.alias
        live = IsNull(Col(alias, "void_reason", ColumnType.TEXT), True)
        where = every(Same(parties.relation, parties.own), live, self._at(rule, parties.county, parties.unit))
        return where if isinstance(where, Never) else Exists(Rows(parties.table, alias, where))

    def _guards(self, rule: Rule) -> bool:
        return rule.kin and bool(self._actor.wards.pupils)

    def _as_guardian(self, rule: Rule, place: Place) -> Predicate:
        """The rows that are of pupils whose guardian the actor is."""
        if place.kin is None or not self._guards(rule):
            return Never()
        column, which = place.kin
        count = len(self._actor.wards.by_name()[which])
        if count == 0:
            return Never()
        if count == 1:
            return Compare(column, "=", wards(which, many=False))
        return AmongParam(column, wards(which, many=True))

    def _heads(self, rule: Rule) -> bool:
        return rule.heads and bool(self._actor.headed)

    def _as_head_teacher(self, rule: Rule, place: Place) -> Predicate:
        """The rows that are of classes whose head teacher the actor is."""
        if place.headed is None or not self._heads(rule):
            return Never()
        if len(self._actor.headed) == 1:
            return Compare(place.headed, "=", headed(many=False))
        return AmongParam(place.headed, headed(many=True))

    def _own(self, kind: Kind, alias: str) -> Predicate:
        """The rows that are the actor's own."""
        if not (kind.owner and self._actor.rule(kind.read).own) or self._actor.account is None:
            return Never()
        return Compare(own_column(kind, alias), "=", own_account())

    def _of(self, kind: Kind, alias: str, values: set[str]) -> Predicate:
        """The rows whose variant is one of `values`: all rows of the table, where there are no others."""
        field = next((k.variant.field for k in self._kinds.concrete(kind) if k.variant), None)
        if field is None or values == self._kinds.variants(kind):
            return Always()
        return AmongConstants(Col(alias, field, ColumnType.PLAIN, null=False), tuple(sorted(values)))


def own_column(kind: Kind, alias: str) -> Col:
    """The column that says whose own a row is."""
    column = owner_column(kind)
    assert column
    return Col(alias, column.name, column.type, column.null)


def _scope(kind: Kind, alias: str) -> tuple[Col, Col] | None:
    """The columns of a row by which scope cuts it: the county's, and the unit's."""
    columns = scope_columns(kind)
    return columns and (Col(alias, columns[0], ColumnType.ID), Col(alias, columns[1], ColumnType.ID))


def _kin(kind: Kind, alias: str) -> tuple[Col, str] | None:
    kin = kin_column(kind)
    return kin and (Col(alias, kin[0].name, kin[0].type, kin[0].null), kin[1])


def _headed(kind: Kind, alias: str) -> Col | None:
    column = headed_column(kind)
    return Col(alias, column.name, column.type, column.null) if column else None


def _units(column: Col, rule: Rule, level: Level, count: int) -> Predicate:
    if count == 0:
        return Never()
    if count == 1:
        return Compare(column, "=", scope_units(rule, level, many=False))
    return AmongParam(column, scope_units(rule, level, many=True))


def every(*predicates: Predicate) -> Predicate:
    """All of them; what is always true is left out, and what is never true is all there is."""
    parts: list[Predicate] = []
    for predicate in predicates:
        if isinstance(predicate, Never):
            return predicate
        if isinstance(predicate, Every):
            parts += predicate.of
        elif not isinstance(predicate, Always):
            parts.append(predicate)
    return parts[0] if len(parts) == 1 else Every(tuple(parts)) if parts else Always()


def some(*predicates: Predicate) -> Predicate:
    """One of them at least; what is never true is left out, and what is always true is all there is."""
    parts = [p for p in predicates if not isinstance(p, Never)]
    if any(isinstance(p, Always) for p in parts):
        return Always()
    return parts[0] if len(parts) == 1 else Some(tuple(parts)) if parts else Never()
