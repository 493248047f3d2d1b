"""What is repeated on a record follows its source: one set-based statement for each table and step.

No position is stamped, so history keeps no image of a record whose own values did not change.
"""

from collections.abc import Iterable, Mapping, Sequence

from bureau.kernel.kind import Kind, Tree
from bureau.storage.sql import among
from bureau.storage.tables import Carried, Table
from bureau.storage.transaction import Transaction


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
                moved = await _follow_one(tx, dependent, relation, of_relation, changed, trees.get(dependent.name))
                if moved:
                    waiting.append((dependent.name, moved))


async def _follow_one(
    tx: Transaction,
    dependent: Table,
    relation: str,
    carried: Sequence[Carried],
    ids: Sequence[int],
    tree: Tree | None,
) -> list[int]:
    source = carried[0].source_table
    sets = ", ".join(f"{c.column.name} = s.{c.source_column}" for c in carried)
    distinct = "IS DISTINCT FROM" if tx.dialect == "postgres" else "IS NOT"
    differs = " OR ".join(f"d.{c.column.name} {distinct} s.{c.source_column}" for c in carried)
    fixed = f" AND d.{tree.field} NOT IN ('{tree.county}', '{tree.city}')" if tree else ""
    of, values = among(tx.dialect, "s.id", ids)
    own = "id" if tx.dialect == "sqlite" else "d.id"
    sql = (
        f"UPDATE {dependent.name} AS d SET {sets} FROM {source} AS s"
        f" WHERE d.{relation} = s.id AND {of} AND ({differs}){fixed} RETURNING {own}"
    )
    return [row[0] for row in await tx.fetch(sql, *values)]
