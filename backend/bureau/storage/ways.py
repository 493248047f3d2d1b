"""How somebody comes to see records: by themselves, or through the records that lead to them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bureau.kernel.actor import Actor
from bureau.kernel.field import Field, One
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.storage.rights import may_act
from bureau.storage.sql import among
from bureau.storage.tables import scope_columns
from bureau.storage.transaction import Transaction

if TYPE_CHECKING:
    from bureau.storage.store import Store

_ANY = Rule(public=True, is_settled=True)

Ways = Mapping[int, Sequence[tuple[Kind, int]]]
"""By the id of a record: the records through which it is seen. One that is not seen is not there."""


async def ways_to(
    store: "Store",
    tx: Transaction,
    kind: Kind,
    records: Sequence[Any],
    declared: Field[Any],
    rule: Rule = _ANY,
) -> Ways:
    """The ways by which the actor sees a field of records: the records themselves, where they hang somewhere or are
    read whole; those of a kind that hangs nowhere are seen through the live records that lead to them.

    Those of them, where it is said, where the actor has `rule` as well.
    """
    is_hidden = declared.read is not None and not tx.actor.may_somewhere(declared.read)
    if not records or is_hidden or not tx.actor.admits(kind.read):
        return {}
    if kind.scope is not None or (tx.actor.sees_everything(kind.read) and tx.actor.sees_everything(rule)):
        seen = (row for row in records if may_act(tx.actor, kind, kind.read, row))
        return {row.id: [(kind, row.id)] for row in seen if may_act(tx.actor, kind, rule, row)}
    found: dict[int, list[tuple[Kind, int]]] = defaultdict(list)
    for other, relation, place in _leading_to(store, kind):
        of, values = among(tx.dialect, relation.column.name, [row.id for row in records])
        sql = f"SELECT {relation.column.name}, id, {place[0]}, {place[1]} FROM {other.table}"
        rows = await tx.fetch(f"{sql} WHERE {of} AND void_reason IS NULL", *values)
        for to, identity, county, unit in map(tuple, rows):
            if _reaches(tx.actor, other, relation, county, unit) and tx.actor.reaches(rule, county, unit):
                found[to].append((other, identity))
    return found


def _leading_to(store: "Store", kind: Kind) -> Iterator[tuple[Kind, One[Any], tuple[str, str]]]:
    """The relations by which records that hang somewhere lead to a kind, with the columns that say where."""
    for other in store.kinds:
        inherited, place = other.base.fields if other.base else {}, scope_columns(other)
        if other.abstract or place is None:
            continue
        for name, relation in other.fields.items():
            if not isinstance(relation, One) or name in inherited:
                continue
            if relation.target.about.table == kind.table:
                yield other, relation, place


def _reaches(actor: Actor, kind: Kind, relation: One[Any], county: int | None, unit: int | None) -> bool:
    shown = relation.read is None or actor.reaches(relation.read, county, unit)
    return shown and actor.reaches(kind.read, county, unit)
