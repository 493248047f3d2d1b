"""Sealed values in the clear, for an export that somebody answers for: the one way to many of them at once."""

from collections.abc import Awaitable, Callable, Sequence

from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.machinery.imports.columns import Path
from bureau.machinery.imports.exporter import Block
from bureau.registry.unit import office
from bureau.storage.journal import Entry, write_journal
from bureau.storage.opened import opened
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class Clear:
    """The right to open every sealed value of an export; made by `granted`, which journals it first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    async def granted(cls, store: Store, reason: str) -> "Clear":
        """Open sealed values from now on; the journal has the reason, under the bureau itself, before any is opened."""

        async def note(tx: Transaction) -> None:
            root = await tx.fetch("SELECT id FROM unit WHERE category = 'BUREAU' AND void_reason IS NULL")
            await write_journal(tx, [Entry("export_clear", office, row[0], reason=reason) for row in root])

        await store.database.transaction(note)
        return cls(store)

    def of(self, kind: Kind, columns: Sequence[Path]) -> Callable[[Block], Awaitable[Block]] | None:
        """What puts clear values in the place of masks, in rows whose first column is the id; None without any."""
        sealed = {
            place: declared
            for place, path in enumerate(columns)
            if len(path) == 1 and isinstance(declared := kind.fields.get(path[0]), Sealed)
        }
        if not sealed:
            return None

        async def opens(block: Block) -> Block:
            ids = [int(str(row[0]).rpartition(":")[2]) for row in block]
            rows = [list(row) for row in block]
            for place, declared in sealed.items():
                clear = await opened(self._store, kind, declared, ids)
                for row, identity in zip(rows, ids, strict=True):
                    row[place] = clear.get(identity, row[place])
            return rows

        return opens
