"""Connections that only read: queries never wait for a change, and a change never waits for them."""

import asyncio
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import aiosqlite
import asyncpg
import orjson

from bureau.kernel.errors import LimitExceeded, TimedOut, Unavailable
from bureau.settings import DatabaseAddress, Settings
from bureau.storage.guard import NOWHERE, SAY, Reach
from bureau.storage.reach import LOST, reaching
from bureau.storage.sql import in_sqlite, sqlite_values
from bureau.storage.transaction import spawn

_ROWS_OF_A_COST = 10
"""A unit of PostgreSQL's cost is a page read in order; it takes as long as ten values of an answer."""

_DRAWN = 2**40
"""Beyond it the largest id is one drawn at random, which says nothing of how many rows there are."""

_TOO_DEEP = ("parser stack overflow", "Expression tree is too large")
"""What SQLite says to a statement that nests too deeply."""


class Readers(Protocol):
    """A pool of reading connections."""

    is_guarded: bool
    """Whether rows of persons are found as far as `reach` says, and no further."""

    async def fetch(
        self, sql: str, values: Sequence[Any] = (), *, steady: bool = False, reach: Reach = NOWHERE
    ) -> Sequence[Any]:
        """Run one statement, `$1` style, and return its rows; `steady` if one plan is good for all values.

        Raises TimedOut after the statement timeout, LimitExceeded for what SQLite cannot parse, and Unavailable
        when the database is lost.
        """
        ...

    async def price(self, sql: str, values: Sequence[Any] = (), *, reach: Reach = NOWHERE) -> int:
        """What a statement costs in the database's own opinion, in values of an answer; raises as `fetch` does."""
        ...

    async def close(self) -> None: ...


@dataclass(slots=True)
class _Session:
    """A connection, and what it was last told is reached; None where that is not known."""

    connection: asyncpg.Connection
    reach: Reach | None

    async def fetch(self, sql: str, values: Sequence[Any], reach: Reach) -> Sequence[Any]:
        if self.reach != reach:
            self.reach = None
            await self.connection.execute(SAY, reach.search_path, reach.counties)
            self.reach = reach
        return await self.connection.fetch(sql, *values)  # type: ignore[no-any-return]


class _Lent:
    """Connections lent one at a time, the last one given back first of those that know what is reached.

    asyncpg's own pool begins a task for each connection it takes back, which costs a tenth of a small query.
    """

    def __init__(self, settings: Settings, address: DatabaseAddress, **options: str) -> None:
        self._settings = settings
        self._address = address
        self._options = options
        self._free: list[_Session] = []
        self._turns = asyncio.Semaphore(settings.read_connections)

    async def open(self) -> None:
        """Have a first connection, to know that the database is there."""
        self._free.append(await self._connect())

    async def fetch(self, sql: str, values: Sequence[Any], reach: Reach) -> Sequence[Any]:
        async with self._turns:
            session = await self._take(reach)
            try:
                rows = await session.fetch(sql, values, reach)
            except asyncpg.PostgresError:
                self._free.append(session)
                raise
            except BaseException:  # given up in the middle: its answer may still be on the way
                session.connection.terminate()
                raise
            self._free.append(session)
            return rows

    async def close(self) -> None:
        for session in self._free:
            await session.connection.close(timeout=5)

    async def _take(self, reach: Reach) -> _Session:
        while self._free:
            places = range(len(self._free) - 1, -1, -1)
            session = self._free.pop(next((place for place in places if self._free[place].reach == reach), -1))
            if not session.connection.is_closed():  # the server may have closed it meanwhile
                return session
        return await self._connect()

    async def _connect(self) -> _Session:
        with reaching():
            connection = await asyncpg.connect(
                **self._address.arguments,
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
                    # Calling workers takes longer than any page does; what counts a whole city gains by them.
                    "parallel_setup_cost": "8000",
                    **self._options,
                },
            )
        return _Session(connection, NOWHERE)


class PostgresReaders:
    """Read-only sessions of two sorts: in one, statements are planned once, in the other, for their values.

    Left to itself, PostgreSQL compares its estimates: it may plan a statement anew each time it runs, which takes as
    long as reading a page does, or keep a plan for common values, by which a rare one is looked for everywhere.
    """

    def __init__(self, settings: Settings, address: DatabaseAddress) -> None:
        # A plan for any scope takes each for a small one and would sort all of its rows for one page: there is an
        # index for every order, which needs no sorting.
        unsorted = {"enable_sort": "off", "enable_incremental_sort": "off"}
        self.is_guarded = address.user != settings.database.user
        guarded = {"search_path": NOWHERE.search_path} if self.is_guarded else {}
        self._steady = _Lent(settings, address, plan_cache_mode="force_generic_plan", **unsorted, **guarded)
        self._varied = _Lent(settings, address, plan_cache_mode="force_custom_plan", **guarded)

    @classmethod
    async def open(cls, settings: Settings, address: DatabaseAddress) -> "PostgresReaders":
        readers = cls(settings, address)
        await readers._steady.open()
        return readers

    async def fetch(
        self, sql: str, values: Sequence[Any] = (), *, steady: bool = False, reach: Reach = NOWHERE
    ) -> Sequence[Any]:
        try:
            lent = self._steady if steady else self._varied
            return await lent.fetch(sql, values, reach if self.is_guarded else NOWHERE)
        except asyncpg.QueryCanceledError as error:
            raise TimedOut from error
        except LOST as error:
            raise Unavailable from error

    async def price(self, sql: str, values: Sequence[Any] = (), *, reach: Reach = NOWHERE) -> int:
        rows = await self.fetch(f"EXPLAIN (FORMAT JSON) {sql}", values, reach=reach)
        return int(orjson.loads(rows[0][0])[0]["Plan"]["Total Cost"] * _ROWS_OF_A_COST)

    async def close(self) -> None:
        await self._steady.close()
        await self._varied.close()


class SqliteReaders:
    """A few connections to the file, each with its thread; one that is interrupted goes on to serve the next."""

    is_guarded = False

    def __init__(self, connections: Sequence[aiosqlite.Connection], timeout: float) -> None:
        self._all = tuple(connections)
        self._free: asyncio.LifoQueue[aiosqlite.Connection] = asyncio.LifoQueue()
        for connection in connections:
            self._free.put_nowait(connection)
        self._timeout = timeout
        self._ending: set[asyncio.Task[None]] = set()

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

    async def fetch(
        self, sql: str, values: Sequence[Any] = (), *, steady: bool = False, reach: Reach = NOWHERE
    ) -> Sequence[Any]:
        connection = await self._free.get()
        try:
            async with asyncio.timeout(self._timeout):
                rows = await connection.execute_fetchall(in_sqlite(sql), sqlite_values(values))
        except (TimeoutError, asyncio.CancelledError) as error:
            ending = spawn(self._end(connection))
            self._ending.add(ending)
            ending.add_done_callback(self._ending.discard)
            if isinstance(error, TimeoutError):
                raise TimedOut from error
            raise
        except sqlite3.OperationalError as error:
            self._free.put_nowait(connection)
            raise _translated(error) from error
        except BaseException:
            self._free.put_nowait(connection)
            raise
        self._free.put_nowait(connection)
        return rows  # type: ignore[return-value]

    async def _end(self, connection: aiosqlite.Connection) -> None:
        """Interrupt what a connection was given up in, until it is over; it may not even have begun."""
        over = asyncio.ensure_future(connection._execute(int))  # type: ignore[no-untyped-call]
        while not over.done():
            connection._conn.interrupt()
            await asyncio.wait([over], timeout=0.01)
        self._free.put_nowait(connection)

    async def price(self, sql: str, values: Sequence[Any] = (), *, reach: Reach = NOWHERE) -> int:
        steps = [step for *_, step in await self.fetch(f"EXPLAIN QUERY PLAN {sql}", values)]
        scanned = [words[1] for step in steps if (words := step.split())[0] == "SCAN"]
        return sum([await self._size(alias, sql) for alias in scanned])

    async def _size(self, alias: str, sql: str) -> int:
        """The rows of the table that a statement calls by an alias; none is ever deleted."""
        named = re.search(rf"\b(?:FROM|JOIN) (\w+) {re.escape(alias)}\b", sql)
        if not named:
            return 0
        last = int((await self.fetch(f"SELECT max(rowid) FROM {named[1]}"))[0][0] or 0)
        if last < _DRAWN:
            return last
        return int((await self.fetch(f"SELECT count(*) FROM {named[1]}"))[0][0])

    async def close(self) -> None:
        await asyncio.gather(*self._ending)
        for connection in self._all:
            await connection.close()


async def open_readers(settings: Settings, address: DatabaseAddress | None = None) -> Readers:
    """A pool of reading connections to the database that `settings` names, by that role or another's `address`.

    Raises Unavailable.
    """
    with reaching():
        if settings.database.dialect == "postgres":
            return await PostgresReaders.open(settings, address or settings.database)
        return await SqliteReaders.open(settings)


def _translated(error: sqlite3.OperationalError) -> Exception:
    if any(limit in str(error) for limit in _TOO_DEEP):
        return LimitExceeded(
            "Relations and filters nest too deeply for the embedded database.",
            "关联与筛选条件嵌套过深，嵌入式数据库无法处理。",
        )
    return Unavailable() if "unable to open" in str(error) or "disk I/O" in str(error) else error
