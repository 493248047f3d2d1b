"""Connections that read: lent, taken back, and none lost whatever becomes of a query."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bureau.graph.context import Services
from bureau.kernel.errors import TimedOut
from bureau.storage.database import Database
from bureau.storage.readers import Readers
from tests.support import databases

SLOW = {
    "postgres": "SELECT pg_sleep(20)",
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000000) SELECT count(*) FROM n",
}


@pytest.fixture
async def database(services: Services) -> Database:
    return services.store.database


async def one(readers: Readers, steady: bool = False) -> int:
    rows = await readers.fetch("SELECT 1", steady=steady)
    return int(rows[0][0])


async def test_more_queries_than_connections_are_all_answered(database: Database) -> None:
    answers = await asyncio.gather(*(one(database.readers, steady=n % 2 == 0) for n in range(200)))
    assert answers == [1] * 200


async def test_queries_that_are_given_up_take_no_connection_with_them(database: Database) -> None:
    for _ in range(5):
        tasks = [asyncio.create_task(database.readers.fetch(SLOW[database.dialect])) for _ in range(20)]
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    async with asyncio.timeout(10):
        assert await asyncio.gather(*(one(database.readers) for _ in range(20))) == [1] * 20


@pytest.fixture
async def hurried(server: databases.Server, template: str) -> AsyncIterator[Database]:
    """A database whose queries may take a second."""
    from bureau.catalogue import catalogue
    from bureau.main import opened

    async with databases.database(server, template) as name:
        settings = server.settings(name).model_copy(update={"statement_timeout_ms": 1000})
        async with opened(settings, catalogue()) as services:
            yield services.store.database


async def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(hurried: Database) -> None:
    slow = (hurried.readers.fetch(SLOW[hurried.dialect]) for _ in range(10))  # more than SQLite's connections
    ended = await asyncio.gather(*slow, return_exceptions=True)
    assert [type(each) for each in ended] == [TimedOut] * 10
    assert [await one(hurried.readers) for _ in range(20)] == [1] * 20


async def test_what_reads_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"read-?only"):
        await database.readers.fetch("DELETE FROM counter")


async def test_connections_that_the_server_closed_are_replaced(database: Database) -> None:
    if database.dialect == "sqlite":
        pytest.skip("SQLite has no server that could close a connection")
    await asyncio.gather(*(one(database.readers, steady=True) for _ in range(20)))
    end = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE application_name = 'bureau-read' AND datname = current_database() AND pid <> pg_backend_pid()"
        " AND usename = current_user"
    )
    ended = await database.readers.fetch(end)
    assert ended[0][0] > 1
    await asyncio.sleep(0.2)
    assert await asyncio.gather(*(one(database.readers, steady=True) for _ in range(20))) == [1] * 20
