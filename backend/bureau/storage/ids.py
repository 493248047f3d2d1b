"""Ids and running numbers, given out before a row is written, because sealing binds a value to its row's id."""

import secrets

from bureau.kernel.kind import Kind
from bureau.storage.transaction import Transaction

_MOST = 10**18 - 1
"""Ids and cursors are read with at most 18 digits, which are always below 64 bits."""


async def new_ids(tx: Transaction, table: str, count: int) -> list[int]:
    """Fresh ids for `count` rows of `table`, in order."""
    if not count:
        return []
    if tx.dialect == "postgres":
        # OFFSET keeps the sequence from being looked up anew for each id, which takes five times as long as the rest
        sequence = f"SELECT pg_get_serial_sequence('{table}', 'id')::regclass AS name OFFSET 0"
        sql = f"SELECT nextval(s.name) FROM ({sequence}) s, generate_series(1, $1::int)"
        return [row[0] for row in await tx.fetch(sql, count)]
    first = (await tx.fetch(f"SELECT coalesce(max(id), 0) + 1 FROM {table}"))[0][0]  # the write lock is ours
    first = max(first, tx.next_ids.get(table, first))
    tx.next_ids[table] = first + count
    return list(range(first, first + count))


async def ids_of(tx: Transaction, kind: Kind, count: int) -> list[int]:
    """Fresh ids for `count` records of a kind: random ones that nobody guesses, or the next in order."""
    if kind.random_ids:
        return [secrets.randbelow(_MOST) + 1 for _ in range(count)]
    return await new_ids(tx, kind.table, count)


async def next_numbers(tx: Transaction, series: str, count: int) -> range:
    """The next `count` numbers of a series; concurrent takers of one series wait for each other."""
    sql = (
        "INSERT INTO counter (name, value) VALUES ($1, $2)"
        " ON CONFLICT (name) DO UPDATE SET value = counter.value + $2 RETURNING value"
    )
    last = (await tx.fetch(sql, series, count))[0][0]
    return range(last - count + 1, last + 1)


async def reserve_numbers(tx: Transaction, series: str, highest: int) -> None:
    """Never give out numbers up to `highest`: they came in from elsewhere."""
    greatest = "greatest" if tx.dialect == "postgres" else "max"
    await tx.fetch(
        "INSERT INTO counter (name, value) VALUES ($1, $2)"
        f" ON CONFLICT (name) DO UPDATE SET value = {greatest}(counter.value, $2)",
        series,
        highest,
    )
