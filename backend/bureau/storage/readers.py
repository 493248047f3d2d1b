"""Connections that only read: queries never wait for a change, and a change never waits for them."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Sequence
from typing import Any, Protocol

import aiosqlite
import asyncpg

from bureau.kernel.errors import TimedOut, Unavailable
from bureau.settings import Settings
from bureau.storage.sql import in_sqlite, sqlite_values


class Readers(Protocol):
    """A pool of reading connections."""

    async def fetch(self, sql: str, values: Sequence[Any] = (), *, steady: bool = False) -> Sequence[Any]:
        """Run one statement, `$1` style, and return its rows; `steady` if one plan is good for all values.

        Raises TimedOut after the statement timeout and Unavailable when the database is lost.
        """
        ...

    async def close(self) -> None: ...


class _Connection(asyncpg.Connection):  # type: ignore[misc]
    def get_reset_query(self) -> str:
        # A reader leaves no state behind, so giving a connection back costs no round trip.
        return ""


class PostgresReaders:
    """Two asyncpg pools whose sessions are read-only: in one, statements are planned once, in the other, for values.

    Left to itself, PostgreSQL compares its estimates and may plan a statement anew each time it runs, which takes
    as long as reading a page does.
    """

    def __init__(self, steady: asyncpg.Pool, varied: asyncpg.Pool) -> None:
        self._steady = steady
        self._varied = varied

    @classmethod
    async def open(cls, settings: Settings) -> "PostgresReaders":
        steady = await cls._pool(settings, min_size=1, plan_cache_mode="force_generic_plan")
        return cls(steady, await cls._pool(settings, min_size=0, plan_cache_mode="auto"))

    @staticmethod
    async def _pool(settings: Settings, *, min_size: int, plan_cache_mode: str) -> asyncpg.Pool:
        return await asyncpg.create_pool(
            **settings.database.arguments,
            min_size=min_size,
            max_size=settings.read_connections,
            connection_class=_Connection,
            statement_cache_size=1000,
            max_cached_statement_lifetime=0,
            max_cacheable_statement_size=200_000,
            server_settings={
                "application_name": "bureau-read",
                "default_transaction_read_only": "on",
                "statement_timeout": str(settings.statement_timeout_ms),
                "timezone": "UTC",
                "datestyle": "ISO",
                # Compiling a statement costs more than any page takes to read.
                "jit": "off",
                "plan_cache_mode": plan_cache_mode,
            },
        )

    async def fetch(self, sql: str, values: Sequence[Any] = (), *, steady: bool = False) -> Sequence[Any]:
        pool = self._steady if steady else self._varied
        try:
            async with pool.acquire() as connection:
                return await connection.fetch(sql, *values)  # type: ignore[no-any-return]
        except asyncpg.QueryCanceledError as error:
            raise TimedOut from error
        except (asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError, asyncpg.InterfaceError, OSError) as e:
            raise Unavailable from e

    async def close(self) -> None:
        await self._steady.close()
        await self._varied.close()


class SqliteReaders:
    """A few connections to the file, each with its thread; one that is interrupted goes on to serve the next."""

    def __init__(self, connections: Sequence[aiosqlite.Connection], timeout: float) -> None:
        self._all = tuple(connections)
        self._free: asyncio.LifoQueue[aiosqlite.Connection] = asyncio.LifoQueue()
        for connection in connections:
            self._free.put_nowait(connection)
        self._timeout = timeout

    @classmethod
    async def open(cls, settings: Settings) -> "SqliteReaders":
        connections = []
        for _ in range(max(1, min(settings.read_connections, 8))):
            uri = f"file:{settings.database.path}?mode=ro"
            connection = await aiosqlite.connect(uri, uri=True, isolation_level=None)
            for pragma in ("query_only=ON", "cache_size=-65536", "mmap_size=268435456", "temp_store=MEMORY"):
                await connection.execute(f"PRAGMA {pragma}")
            connections.append(connection)
        return cls(connections, settings.statement_timeout_ms / 1000)

    @contextlib.asynccontextmanager
    async def _borrowed(self) -> AsyncIterator[aiosqlite.Connection]:
        connection = await self._free.get()
        try:
            yield connection
        finally:
            self._free.put_nowait(connection)

    async def fetch(self, sql: str, values: Sequence[Any] = (), *, steady: bool = False) -> Sequence[Any]:
        async with self._borrowed() as connection:
            try:
                async with asyncio.timeout(self._timeout):
                    return await connection.execute_fetchall(in_sqlite(sql), sqlite_values(values))  # type: ignore[return-value]
            except TimeoutError as error:
                connection._conn.interrupt()
                raise TimedOut from error
            except asyncio.CancelledError:
                connection._conn.interrupt()
                raise
            except sqlite3.OperationalError as error:
                if "unable to open" in str(error) or "disk I/O" in str(error):
                    raise Unavailable from error
                raise

    async def close(self) -> None:
        for connection in self._all:
            await connection.close()
