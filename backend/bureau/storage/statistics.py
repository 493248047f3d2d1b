"""What PostgreSQL knows of how its tables are filled, looked at anew while many rows are added to them.

It plans by what it knew last. A table that was empty then is read from end to end for each set of rows that a file
brings; its own round of looking comes later, or never where that is turned off.
"""

from collections import Counter

from bureau.storage.transaction import Transaction

LEAST_ROWS = 1000
"""Of fewer added rows no notice is taken."""

_KNOWN = (
    "SELECT relname, reltuples FROM pg_class"
    " WHERE relname = ANY($1) AND relnamespace = current_schema()::regnamespace ORDER BY relname"
)


async def take(tx: Transaction, table: str) -> None:
    """Let PostgreSQL look at a table now, in `tx`."""
    await tx.fetch("SELECT take_statistics($1)", table)


class Growth:
    """The rows that one piece of work has added, over its transactions, since their tables were looked at."""

    def __init__(self) -> None:
        self._added: Counter[str] = Counter()

    async def note(self, tx: Transaction) -> None:
        """Let PostgreSQL look, within `tx`, at tables that have grown by half since; SQLite plans without looking."""
        self._added.update(tx.inserted)
        tx.inserted.clear()
        many = [table for table, count in self._added.items() if count >= LEAST_ROWS]
        if tx.dialect != "postgres" or not many:
            return
        for table, known in await tx.fetch(_KNOWN, many):
            if self._added[table] >= known / 2:
                await take(tx, table)
                self._added[table] = 0
