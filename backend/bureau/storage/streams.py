"""Statements whose rows are more than memory should hold: read in blocks, each on a connection of its own.

One statement is one snapshot, however long it takes; it has no time limit, and keeps nobody else from a connection.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any

import aiosqlite
import asyncpg

from bureau.kernel.errors import Unavailable
from bureau.settings import Settings
from bureau.storage.reach import reaching
from bureau.storage.sql import in_sqlite, sqlite_values
from bureau.storage.transaction import spawn

BLOCK = 2_000
"""Rows that are held at a time."""
_WORK_MEMORY = "128MB"
"""For joining and sorting a whole table; with PostgreSQL's own 4 MB it goes through files, twice as long."""
_WAITING = 4
"""Blocks of a copy that wait for whoever takes them."""


async def stream(settings: Settings, sql: str, values: Sequence[Any]) -> AsyncIterator[Sequence[Any]]:
    """The rows of one statement, `$1` style, in blocks; raises Unavailable when the database is lost."""
    if settings.database.dialect == "postgres":
        async with _postgres(settings) as connection, connection.transaction(readonly=True):
            cursor = await connection.cursor(sql, *values)
            while block := await cursor.fetch(BLOCK):
                yield block
    else:
        uri = f"file:{settings.database.path}?mode=ro"
        with reaching():
            connection = await aiosqlite.connect(uri, uri=True, isolation_level=None)
        try:
            async with connection.execute(in_sqlite(sql), sqlite_values(values)) as cursor:
                while rows := list(await cursor.fetchmany(BLOCK)):
                    yield rows
        finally:
            await connection.close()


async def copied(settings: Settings, sql: str, values: Sequence[Any]) -> AsyncIterator[bytes]:
    """The rows of one statement as CSV that PostgreSQL wrote itself, in pieces; raises Unavailable."""
    pieces: asyncio.Queue[bytes | None] = asyncio.Queue(_WAITING)

    async def copy() -> None:
        try:
            async with _postgres(settings) as connection:
                await connection.copy_from_query(sql, *values, output=pieces.put, format="csv")
        finally:
            await pieces.put(None)

    copying = spawn(copy())
    try:
        while (piece := await pieces.get()) is not None:
            yield piece
        await copying
    finally:
        if not copying.done():
            copying.cancel()
            while not pieces.empty():
                pieces.get_nowait()
            await asyncio.gather(copying, return_exceptions=True)


@contextlib.asynccontextmanager
async def _postgres(settings: Settings) -> AsyncIterator[asyncpg.Connection]:
    with reaching():
        connection = await asyncpg.connect(
            **settings.database.arguments,
            server_settings={
                "application_name": "bureau-export",
                "default_transaction_read_only": "on",
                "timezone": "UTC",
                "datestyle": "ISO",
                "jit": "off",
                "work_mem": _WORK_MEMORY,
                "statement_timeout": "0",
            },
        )
    try:
        yield connection
    except (OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError) as error:
        raise Unavailable from error
    finally:
        connection.terminate()  # nothing is left to be said; a copy that was given up is still being sent
