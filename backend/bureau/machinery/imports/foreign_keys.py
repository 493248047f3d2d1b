"""The keys of another system: what its files call a record of ours, kept so that the next file finds it again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bureau.kernel.field import One
from bureau.kernel.kind import Kind
from bureau.machinery.imports.tables import TableRow
from bureau.storage.record import Record
from bureau.storage.references import KindOf, load_by_id
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction


class ForeignKeys:
    """The keys under which one other system names its records, and ours that they lead to.

    Units of every kind share their keys, as they share their table. A key that no record is known by is left as it
    is, so that a file may also name records as our own files do.
    """

    def __init__(
        self, system: str, column: str, *, restores: bool = False, first_only: frozenset[str] = frozenset()
    ) -> None:
        self._system = system
        self.first_only = first_only
        """Fields of which the other system says too little to change what is there already."""
        self.restores = restores
        """Whether the other system is a bureau's registry, whose records were checked when they were made."""
        self.column = column
        """The column of a row that holds its own key."""

    async def related(
        self, tx: Transaction, kind: Kind, rows: Sequence[dict[str, Any]], kind_of: KindOf
    ) -> list[dict[str, Any]]:
        """The values of rows, with ids in the place of keys that lead to a record."""
        for name, declared in kind.fields.items():
            if not isinstance(declared, One):
                continue
            keys = {row[name] for row in rows if isinstance(row.get(name), str) and row[name]}
            ids = await self._ids(tx, kind_of(declared.target).table, keys)
            if ids:
                rows = [
                    {**row, name: ids.get(row[name], row[name])} if _is_text(row.get(name)) else row for row in rows
                ]
        return list(rows)

    async def found(self, tx: Transaction, kind: Kind, rows: Sequence[TableRow]) -> list[Record | None]:
        """For each row the live record that is known by its key, or None."""
        keys = [row.cells.get(self.column, "") for row in rows]
        ids = await self._ids(tx, kind.table, {key for key in keys if key})
        records = await load_by_id(kind, set(ids.values()))
        return [records.get(ids.get(key, 0)) for key in keys]

    async def keep(self, tx: Transaction, kind: Kind, rows: Iterable[tuple[TableRow, int]]) -> None:
        """Remember which record each row became."""
        kept = {row.cells[self.column]: record for row, record in rows if row.cells.get(self.column)}
        known = await self._ids(tx, kind.table, set(kept))
        new = [(self._system, kind.table, key, record) for key, record in kept.items() if known.get(key) != record]
        sql = """INSERT INTO sourced_key (system, held_in, key, record_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (system, held_in, key) DO UPDATE SET record_id = excluded.record_id"""
        await tx.execute_many(sql, new)

    async def _ids(self, tx: Transaction, table: str, keys: set[str]) -> Mapping[str, int]:
        if not keys:
            return {}
        condition, values = among(tx.dialect, "key", keys, "text")
        sql = f"""SELECT key, record_id FROM sourced_key WHERE {condition}
            AND system = ${len(values) + 1} AND held_in = ${len(values) + 2}"""
        return {row[0]: row[1] for row in await tx.fetch(sql, *values, self._system, table)}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
