"""Erasure: a void record of a person loses what it said of them, wherever that is repeated, and its salt.

With the salt goes every copy of what was sealed under it, in backups too. What the journal's images say stays for as
long as the journal: it is sealed, and kept for the time that the law asks of logs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bureau.kernel.field import Salt, Sealed, Text
from bureau.kernel.kind import Kind
from bureau.storage.journal import Entry, write_journal
from bureau.storage.rows import make_void
from bureau.storage.sorting import searchable, sort_key
from bureau.storage.sql import among
from bureau.storage.tables import COUNTY, SEARCH, UNIT, Carried, Table, sort_column
from bureau.storage.transaction import Transaction

if TYPE_CHECKING:
    from bureau.storage.store import Store

NOTHING = "—"
"""What stands in the place of a text that has to be there."""

NO_SALT = b""
"""What is left of a salt that was destroyed."""


async def erase(store: "Store", tx: Transaction, kind: Kind, identity: int, reason: str, verb: str) -> None:
    """Make a person's record void and erase what it holds; raises Refusal IN_USE while live records refer to it."""
    await store.refuse_in_use(tx, kind, identity)
    await make_void(tx, kind.table, [identity], reason)
    table = store.tables[kind.table]
    values = _emptied(kind, table)
    places = ", ".join(f"{name} = ${n}" for n, name in enumerate(values, 2))
    await tx.fetch(f"UPDATE {table.name} SET {places} WHERE id = $1", identity, *values.values())
    await _erase_past(tx, table, [identity], values)
    for other in store.kinds:
        await _erase_sealed(store, tx, other, kind, identity)
    await _follow(store, tx, table.name, [identity])
    await tx.fetch("DELETE FROM replaced_seal WHERE table_name = $1 AND record_id = $2", table.name, identity)
    await write_journal(tx, [Entry(verb, kind, identity, reason=reason)])


def _emptied(kind: Kind, table: Table) -> Mapping[str, Any]:
    """The columns of a record that says nothing any more."""
    values: dict[str, Any] = {}
    columns = {column.name for column in table.columns}
    for name, declared in kind.fields.items():
        empty = NO_SALT if isinstance(declared, Salt) else None if declared.null else NOTHING
        values |= dict.fromkeys((column.name for column in declared.columns), empty)
        if isinstance(declared, Text) and (key := sort_column(name, declared).name) != name and key in columns:
            values[key] = None if empty is None else sort_key(NOTHING, declared.of_person)
    return values | {SEARCH.name: searchable([])}


async def _erase_sealed(store: "Store", tx: Transaction, other: Kind, kind: Kind, identity: int) -> None:
    """Empty what records of another kind have sealed under the person's salt."""
    for declared in other.fields.values():
        if not isinstance(declared, Sealed) or not declared.subject:
            continue
        relation: Any = other.fields[declared.subject]
        if relation.target is not kind.record:
            continue
        names = [column.name for column in declared.columns]
        sets = ", ".join(f"{name} = NULL" for name in names)
        where = f"{relation.column.name} = $1 RETURNING id"
        rows = await tx.fetch(f"UPDATE {other.table} SET {sets} WHERE {where}", identity)
        await _erase_past(tx, store.tables[other.table], [row[0] for row in rows], names)


async def _follow(store: "Store", tx: Transaction, source: str, ids: Sequence[int]) -> None:
    """Let what is repeated of records be as it is there now, in the past as well, and what is repeated of that."""
    for dependent in store.tables.values():
        carried = [c for c in dependent.carried if c.source_table == source]
        for relation in dict.fromkeys(c.relation for c in carried):
            scopes = (COUNTY.name, UNIT.name)
            of_relation = [c for c in carried if c.relation == relation and c.column.name not in scopes]
            moved = await _copy(tx, dependent, of_relation, ids) if of_relation else []
            if moved:
                await _follow(store, tx, dependent.name, moved)


async def _copy(tx: Transaction, table: Table, carried: Sequence[Carried], ids: Sequence[int]) -> list[int]:
    """Copy columns of related rows to the rows of a table and to their past; the ids of those."""
    of, values = among(tx.dialect, "s.id", ids)
    own = "id" if tx.dialect == "sqlite" else "d.id"
    relation, source = carried[0].relation, carried[0].source_table
    sets = ", ".join(f"{c.column.name} = s.{c.source_column}" for c in carried)
    rows = await tx.fetch(
        f"UPDATE {table.name} AS d SET {sets} FROM {source} AS s WHERE d.{relation} = s.id AND {of} RETURNING {own}",
        *values,
    )
    moved = [row[0] for row in rows]
    await _erase_past(tx, table, moved, [c.column.name for c in carried])
    return moved


async def _erase_past(tx: Transaction, table: Table, ids: Sequence[int], columns: Iterable[str]) -> None:
    """Let columns of void records be in their past as they are now: on PostgreSQL by a function of the owner's, since
    nobody else changes the past.
    """
    erased = [name for name in columns if name not in table.secret]
    if not ids or not table.history or not erased:
        return
    if tx.dialect == "postgres":
        await tx.fetch("SELECT erase_past($1, $2, $3)", table.name, list(ids), erased)
        return
    of, values = among(tx.dialect, "s.id", ids)
    sets = ", ".join(f"{name} = s.{name}" for name in erased)
    await tx.fetch(
        f"UPDATE {table.history_name} AS d SET {sets} FROM {table.name} AS s WHERE d.id = s.id AND {of}", *values
    )
