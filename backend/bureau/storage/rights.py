"""Whether a rule reaches a record: the writers' half of who may do what."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.storage.drafts import Draft
from bureau.storage.rows import carry
from bureau.storage.sql import DialectName, among
from bureau.storage.tables import COUNTY, Table, headed_column, kin_column, owner_column, scope_columns

Ask = Callable[..., Awaitable[Sequence[Any]]]

PARTIES = "_parties"
"""Where a record that was loaded for change has the counties and units that take part in it."""


class Row:
    """A row, as rights look at it: some columns of a record that nobody loaded."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


def columns_of(kind: Kind) -> tuple[str, ...]:
    """The columns of a row that rights look at."""
    owner, kin = owner_column(kind), kin_column(kind)
    named = [column.name for column in (owner, kin and kin[0], headed_column(kind)) if column]
    of = [kind.fields[kind.parties.of].column.name] if kind.parties and kind.parties.of else []
    return tuple(dict.fromkeys(("id", *named, *of, *(scope_columns(kind) or ()))))


async def load_parties(ask: Ask, dialect: DialectName, kind: Kind, records: Sequence[Any]) -> None:
    """Let records know the units that take part in them, by which rights go too; `ask` runs a statement."""
    if kind.parties is None or not records:
        return
    party = kind.parties.record.about
    column, unit = (party.fields[name].column.name for name in (kind.parties.relation, kind.parties.unit))
    own = kind.fields[kind.parties.of].column.name if kind.parties.of else "id"
    among_them, ids = among(dialect, column, [record.__dict__[own] for record in records])
    sql = f"SELECT {column}, {COUNTY.name}, {unit} FROM {party.table} WHERE {among_them} AND void_reason IS NULL"
    of: dict[int, list[tuple[int | None, int | None]]] = defaultdict(list)
    for identity, *place in map(tuple, await ask(sql, *ids)):
        of[identity].append((place[0], place[1]))
    for record in records:
        record.__dict__[PARTIES] = tuple(of[record.__dict__[own]])


def may_place(actor: Actor, draft: Draft, rule: Rule, table: Table) -> bool:
    """Whether `rule` lets the actor have a record where a draft would have it, as far as that is known."""
    carry(draft, table)
    return (draft.is_lost and actor.may_somewhere(rule)) or may_act(actor, draft.kind, rule, draft.record)


def may_act(actor: Actor, kind: Kind, rule: Rule, record: Any) -> bool:
    """Whether `rule` lets the actor act on a record, by the units it carries, or the account whose own it is."""
    owner, kin = owner_column(kind), kin_column(kind)
    if owner and actor.owns(rule, record.__dict__.get(owner.name)):
        return True
    if kin and actor.guards(rule, kin[1], record.__dict__.get(kin[0].name)):
        return True
    headed = headed_column(kind)
    if headed and actor.heads(rule, record.__dict__.get(headed.name)):
        return True
    columns = scope_columns(kind)
    if columns is None:
        return actor.sees_everything(rule)
    places = (tuple(record.__dict__.get(column) for column in columns), *record.__dict__.get(PARTIES, ()))
    return any(actor.reaches(rule, county, unit) for county, unit in places)
