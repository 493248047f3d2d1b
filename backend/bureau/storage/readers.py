"""Connections that only read: queries never wait for a change, and a change never waits for them."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Sequence
from typing import Any, Protocol

import aiosqlite
import asyncpg

from bureau.kernel.errors import LimitExceeded, TimedOut, Unavailable
from bureau.settings import Settings
from bureau.storage.reach import reaching
from bureau.storage.sql import in_sqlite, sqlite_values


class Readers(Protocol):
    """A pool of reading connections."""

    async def fetch(self, sql: str, values: Sequence[Any] = (), *, steady: bool = False) -> Sequence[Any]:
        """Run one statement, `$1` style, and return its rows; `steady` if one plan is good for all values.

        Raises TimedOut after the statement timeout, LimitExceeded for what SQLite cannot parse, and Unavailable
        when the database is lost.
        """
        ...

    async def close(self) -> None: ...


class _Lent:
    """Connections lent one at a time, the last one given back first.

    asyncpg's own pool begins a task for each connection it takes back, which costs a tenth of a small query.
    """

    def __init__(self, settings: Settings, plan_cache_mode: str) -> None:
        self._settings = settings
        self._plan_cache_mode = plan_cache_mode
        self._free: list[asyncpg.Connection] = []
        self._turns = asyncio.Semaphore(settings.read_connections)

    async def open(self) -> None:
        """Have a first connection, to know that the database is there."""
        self._free.append(await self._connect())

    async def fetch(self, sql: str, values: Sequence[Any]) -> Sequence[Any]:
        async with self._turns:
            connection = await self._take()
            try:
                rows = await connection.fetch(sql, *values)
            except asyncpg.PostgresError:
                self._free.append(connection)
                raise
            except BaseException:  # given up in the middle: its answer may still be on the way
                connection.terminate()
                raise
            self._free.append(connection)
            return rows  # type: ignore[no-any-return]

    async def close(self) -> None:
        for connection in self._free:
            await connection.close(timeout=5)

    async def _take(self) -> asyncpg.Connection:
        while self._free:
            connection = self._free.pop()
            if not connection.is_closed():  # the server may have closed it meanwhile
                return connection
        return await self._connect()

    async def _connect(self) -> asyncpg.Connection:
        with reaching():
            return await asyncpg.connect(
                **self._settings.database.arguments,
                statement_cache_size=1000,
                max_cached_statement_lifetime=0,
                max_cacheable_statement_size=200_000,
                server_settings={
                    "application_name": "bureau-read",
                    "default_transaction_read_only": "on",
                    "statement_timeout": str(self._settings.statement_timeout_ms),
                    "timezone": "UTC",
                    "datestyle": "ISO",
                    # Compiling a statement costs more than any page takes to read.
                    "jit": "off",
                    "plan_cache_mode": self._plan_cache_mode,
                },
            )


class PostgresReaders:
    """Read-only sessions of two sorts: in one, statements are planned once, in the other, for their values.

    Left to itself, PostgreSQL compares its estimates and may plan a statement anew each time it runs, which takes
    as long as reading a page does.
    """

    def __init__(self, settings: Settings) -> None:
        self._steady = _Lent(settings, "force_generic_plan")
        self._varied = _Lent(settings, "auto")

    @classmethod
    async def open(cls, settings: Settings) -> "PostgresReaders":
        readers = cls(settings)
        await readers._steady.open()
        return readers

    async def fetch(self, sql: str, values: Sequence[Any] = (), *, steady: bool = False) -> Sequence[Any]:
        try:
            return await (self._steady if steady else self._varied).fetch(sql, values)
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
                if "parser stack overflow" in str(error):
                    raise LimitExceeded(
                        "Relations and filters nest too deeply for the embedded database.",
                        "关联与筛选条件嵌套过深，嵌入式数据库无法处理。",
                    ) from error
                if "unable to open" in str(error) or "disk I/O" in str(error):
                    raise Unavailable from error
                raise

    async def close(self) -> None:
        for connection in self._all:
            await connection.close()
