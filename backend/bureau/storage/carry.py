"""What is repeated on a record follows its source: set-based statements for each table and step.

A record that repeats a name or a date of another is changed with it, and history keeps it as it was. The units above
a record say who may see it and are no part of what it was: they change with no image, in its history too, so that
the past of a record is with those with whom the record is.
"""

from collections.abc import Iterable, Mapping, Sequence

from bureau.kernel.kind import Kind, Tree
from bureau.storage.sql import among
from bureau.storage.tables import COUNTY, UNIT, Carried, Table
from bureau.storage.transaction import Transaction

_SCOPES = {COUNTY.name, UNIT.name}


async def follow(
    tx: Transaction, tables: Mapping[str, Table], kinds: Iterable[Kind], table: str, ids: Sequence[int]
) -> None:
    """Bring up to date whatever repeats columns of these rows of `table`, and what repeats those in turn."""
    trees = {kind.table: kind.scope for kind in kinds if isinstance(kind.scope, Tree)}
    waiting = [(table, list(ids))]
    while waiting:
        source, changed = waiting.pop()
        for dependent in tables.values():
            carried = [c for c in dependent.carried if c.source_table == source]
            for relation in dict.fromkeys(c.relation for c in carried):
                of_relation = [c for c in carried if c.relation == relation]
                moved = await _follow_one(tx, dependent, of_relation, changed, trees.get(dependent.name))
                if moved:
                    waiting.append((dependent.name, moved))


async def _follow_one(
    tx: Transaction, dependent: Table, carried: Sequence[Carried], ids: Sequence[int], tree: Tree | None
) -> list[int]:
    scopes = [c for c in carried if c.column.name in _SCOPES]
    others = [c for c in carried if c.column.name not in _SCOPES]
    moved = []
    if others:
        moved += await _copy(tx, dependent.name, others, ids, position=await tx.position())
    if scopes:
        moved += await _copy(tx, dependent.name, scopes, ids, tree=tree)
        if dependent.history:
            await _copy(tx, dependent.history_name, scopes, ids, tree=tree)
    return list(dict.fromkeys(moved))


async def _copy(
    tx: Transaction,
    table: str,
    carried: Sequence[Carried],
    ids: Sequence[int],
    *,
    tree: Tree | None = None,
    position: int | None = None,
) -> list[int]:
    """Copy columns from the related rows of `ids` to the rows of `table` that differ; the ids of those."""
    source, relation = carried[0].source_table, carried[0].relation
    sets = ", ".join(f"{c.column.name} = s.{c.source_column}" for c in carried)
    if position is not None:
        sets += f", position = {position}"
    distinct = "IS DISTINCT FROM" if tx.dialect == "postgres" else "IS NOT"
    differs = " OR ".join(f"d.{c.column.name} {distinct} s.{c.source_column}" for c in carried)
    fixed = f" AND d.{tree.field} NOT IN ('{tree.county}', '{tree.city}')" if tree else ""
    of, values = among(tx.dialect, "s.id", ids)
    own = "id" if tx.dialect == "sqlite" else "d.id"
    sql = (
        f"UPDATE {table} AS d SET {sets} FROM {source} AS s"
        f" WHERE d.{relation} = s.id AND {of} AND ({differs}){fixed} RETURNING {own}"
    )
    return [row[0] for row in await tx.fetch(sql, *values)]
