"""The one transaction: nothing that is cancelled, outlived or contended may hang it, lose it or lock it out."""

import asyncio
import random
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLField, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, execute, parse

from bureau.graph.context import Services
from bureau.graph.executor import FragmentExecutor
from bureau.kernel.errors import Code, Refusal, refuse
from bureau.storage.codes import CodeEntry
from bureau.storage.database import Database
from bureau.storage.ids import next_numbers
from bureau.storage.transaction import Transaction, TransactionOver, spawn
from tests.support import databases


@pytest.fixture
def database(services: Services) -> Database:
    return services.store.database


async def count(database: Database, series: str) -> int:
    rows = await database.readers.fetch("SELECT value FROM counter WHERE name = $1", [series])
    return int(rows[0][0]) if rows else 0


async def test_300_cancelled_transactions_leave_the_database_usable(database: Database) -> None:
    dice = random.Random(7)

    async def work(tx: Transaction) -> None:
        await next_numbers(tx, "cancelled", 1)
        await asyncio.sleep(0)
        await next_numbers(tx, "cancelled", 1)

    for _ in range(300):
        task = asyncio.create_task(database.transaction(work))
        for _ in range(dice.randrange(12)):
            await asyncio.sleep(0)
        await asyncio.sleep(dice.choice((0, 0, 0.0005)))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    done = await count(database, "cancelled")
    assert done % 2 == 0, "half a transaction was kept"
    async with asyncio.timeout(10):
        await asyncio.gather(*(database.transaction(work) for _ in range(20)))
    assert await count(database, "cancelled") == done + 40


async def test_siblings_that_graphql_cancels_leave_the_database_usable(database: Database) -> None:
    async def fails(*_: Any) -> int:
        await asyncio.sleep(0)
        raise ValueError("the sibling that fails")

    async def writes(*_: Any) -> int:
        async def work(tx: Transaction) -> int:
            return (await next_numbers(tx, "siblings", 1))[0]

        return await database.transaction(work)

    fields = {name: GraphQLField(GraphQLNonNull(GraphQLInt), resolve=writes) for name in "bc"}
    fields["a"] = GraphQLField(GraphQLNonNull(GraphQLInt), resolve=fails)
    schema = GraphQLSchema(GraphQLObjectType("Query", fields))
    document = parse("{ a b c }")
    for _ in range(300):
        result: Any = await execute(schema, document, executor_class=FragmentExecutor)
        assert result.errors
    async with asyncio.timeout(10):
        await writes()


async def test_a_task_that_outlives_its_transaction_is_told_so_and_writes_nothing(database: Database) -> None:
    ended = asyncio.Event()

    async def late(tx: Transaction) -> None:
        await ended.wait()
        await next_numbers(tx, "late", 1)

    async def late_by_tortoise() -> None:
        await ended.wait()
        await CodeEntry.filter(code="nothing").update(english="changed")

    async def work(tx: Transaction) -> tuple[asyncio.Task[None], ...]:
        return asyncio.create_task(late(tx)), asyncio.create_task(late_by_tortoise())

    tasks = await database.transaction(work)
    ended.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(outcome, TransactionOver) for outcome in outcomes), outcomes
    assert await count(database, "late") == 0


async def test_spawned_work_has_a_transaction_of_its_own(database: Database) -> None:
    async def own() -> int:
        async def inner(tx: Transaction) -> int:
            return (await next_numbers(tx, "spawned", 1))[0]

        return await database.transaction(inner)

    async def work(tx: Transaction) -> asyncio.Task[int]:
        return spawn(own())

    task = await database.transaction(work)
    assert await task == 1
    assert await count(database, "spawned") == 1


async def test_reading_does_not_wait_for_an_open_transaction(database: Database) -> None:
    async def work(tx: Transaction) -> int:
        await next_numbers(tx, "open", 1)
        async with asyncio.timeout(5):
            return await count(database, "open")

    assert await database.transaction(work) == 0, "a reader saw what was not committed"
    assert await count(database, "open") == 1


async def test_what_is_refused_leaves_nothing(database: Database) -> None:
    async def work(tx: Transaction) -> None:
        await next_numbers(tx, "refused", 1)
        raise refuse(Code.FORBIDDEN)

    with pytest.raises(Refusal):
        await database.transaction(work)
    assert await count(database, "refused") == 0


async def test_hooks_run_after_the_commit_and_only_then(database: Database) -> None:
    heard: list[str] = []

    async def keeps(tx: Transaction) -> None:
        tx.after_commit(lambda: heard.append("kept"))

    async def fails(tx: Transaction) -> None:
        tx.after_commit(lambda: heard.append("lost"))
        raise ValueError("lost")

    await database.transaction(keeps)
    with pytest.raises(ValueError, match="lost"):
        await database.transaction(fails)
    assert heard == ["kept"]


async def test_positions_grow_from_one_transaction_to_the_next(database: Database) -> None:
    async def work(tx: Transaction) -> int:
        first = await tx.position()
        assert await tx.position() == first
        await next_numbers(tx, "positions", 1)
        return first

    positions = [await database.transaction(work) for _ in range(5)]
    assert positions == sorted(set(positions))


WRITER = """
import asyncio, sys
from bureau.catalogue import catalogue
from bureau.settings import Settings
from bureau.storage.database import open_database

async def main():
    settings = Settings(database_url=sys.argv[1], secret_key="a secret key of the tests, long enough")
    database = await open_database(settings, catalogue().records)

    async def work(tx):
        rows = await tx.fetch("SELECT value FROM counter WHERE name = 'shared'" + (
            " FOR UPDATE" if tx.dialect == "postgres" else ""))
        await asyncio.sleep(0.001)
        await tx.fetch("UPDATE counter SET value = $1 WHERE name = 'shared'", rows[0][0] + 1)

    for _ in range(150):
        await database.transaction(work)
    await database.close()

asyncio.run(main())
"""


async def test_two_processes_that_read_then_write_never_lock_each_other_out(
    server: databases.Server, template: str, tmp_path: Path
) -> None:
    script = tmp_path / "writer.py"
    script.write_text(textwrap.dedent(WRITER))
    async with databases.database(server, template) as name:
        from bureau.catalogue import catalogue
        from bureau.storage.database import open_database

        database = await open_database(server.settings(name), catalogue().records)

        async def begin(tx: Transaction) -> None:
            await next_numbers(tx, "shared", 1)

        await database.transaction(begin)
        writers = [
            await asyncio.create_subprocess_exec(
                sys.executable, str(script), server.url(name), stderr=asyncio.subprocess.PIPE
            )
            for _ in range(2)
        ]
        for writer in writers:
            _, errors = await asyncio.wait_for(writer.communicate(), 120)
            assert writer.returncode == 0, errors.decode()
        assert await count(database, "shared") == 301
        await database.close()
