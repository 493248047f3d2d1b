"""PostgreSQL looks at tables that grow while it is at it, so that it does not plan for empty ones."""

import pytest

from bureau.graph.context import Services
from bureau.storage.statistics import Growth
from bureau.storage.transaction import Transaction


async def known(services: Services) -> float:
    """How many rows PostgreSQL believes the table of counters to have."""
    rows = await services.store.database.readers.fetch("SELECT reltuples FROM pg_class WHERE relname = 'counter'")
    return float(rows[0][0])


async def test_tables_that_grow_by_half_are_looked_at(services: Services) -> None:
    database, growth, given = services.store.database, Growth(), 0
    if database.dialect != "postgres":
        pytest.skip("SQLite plans without statistics")

    async def add(tx: Transaction, count: int) -> None:
        nonlocal given
        rows = [(f"growth.{number}", number) for number in range(given, given + count)]
        await tx.insert("counter", ("name", "value"), rows)
        given += count
        await growth.note(tx)

    await database.transaction(lambda tx: add(tx, 900))
    assert await known(services) < 900, "too few to take notice of"
    await database.transaction(lambda tx: add(tx, 300))
    first = await known(services)
    assert first >= 1200, "the rows of the transaction itself among them"
    await database.transaction(lambda tx: add(tx, 1100))
    grown = await known(services)
    assert grown >= 2300
    await database.transaction(lambda tx: add(tx, 1000))
    assert await known(services) == grown, "not by half"
