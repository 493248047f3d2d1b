"""The one way to change anything: a transaction that no cancellation can leave hanging.

Tortoise's own `in_transaction()` leaks its lock or its pooled connection when the task is cancelled while it
enters, begins transactions on SQLite that a second process can lock out half-way, and lets a task that outlives
the transaction write through its dead connection. Each of the three is closed here and has a test that fails
without it. Nothing else in the product opens a transaction.
"""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextvars import Context
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import aiosqlite
import asyncpg
from tortoise.backends.asyncpg.client import TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.backends.sqlite.client import SqliteTransactionWrapper
from tortoise.exceptions import IntegrityError, OperationalError

from bureau.kernel.actor import Actor
from bureau.kernel.clock import Clock, SystemClock
from bureau.kernel.errors import Fault, OutOfSpace, Unavailable
from bureau.storage.positions import BASE
from bureau.storage.reach import LOST, reaching
from bureau.storage.sql import DialectName, in_sqlite, sqlite_rows, sqlite_values

if TYPE_CHECKING:
    from bureau.storage.database import Database

T = TypeVar("T")

COPY_FROM = 50
"""The number of rows from which COPY is quicker than INSERT."""

ATTEMPTS = 8
"""How often work is begun anew after a serialization failure, a deadlock or a busy file."""


class TransactionOver(RuntimeError):
    """A task that was started inside a transaction went on to use it after it had ended."""


class _Guarded:
    """Refuses every statement once the transaction has ended, where Tortoise would run it on somebody else's."""

    over = False

    def acquire_connection(self) -> Any:
        if self.over:
            raise TransactionOver("the transaction has ended; start background work with `spawn`")
        return super().acquire_connection()  # type: ignore[misc]


class _PostgresTransaction(_Guarded, TransactionWrapper):
    pass


class _SqliteTransaction(_Guarded, SqliteTransactionWrapper):
    pass


class Transaction:
    """What work inside a transaction may do; Tortoise queries made meanwhile join it by themselves."""

    def __init__(
        self, client: TransactionalDBClient, dialect: DialectName, actor: Actor, clock: Clock, request_id: str
    ) -> None:
        self.client = client
        self.dialect = dialect
        self.actor = actor
        self.clock = clock
        self.request_id = request_id
        self.warnings: list[Fault] = []
        """What was found odd in what it writes; whoever asked for it is told, if it is committed."""
        self.next_ids: dict[str, int] = {}
        """On SQLite, by table, the id after the last that was given out: its row may not be written yet."""
        self.inserted: Counter[str] = Counter()
        """By table, how many rows it has added."""
        self.may_be_undone = False
        """Whether what it replaces is to be kept for the day on which it is undone."""
        self.beforehand: dict[str, Any] = {}
        """What was read for several transactions at once before them, by the name that its reader has for it."""
        self._position: int | None = None
        self._afterwards: list[Callable[[], None]] = []

    @property
    def connection(self) -> Any:
        """The driver's own connection, for what Tortoise does not offer."""
        return self.client._connection

    async def fetch(self, sql: str, *values: Any) -> Sequence[Any]:
        """Run one statement, `$1` style, and return its rows."""
        if self.dialect == "sqlite":
            _, rows = await self.client.execute_query(in_sqlite(sql), sqlite_values(values))
            return rows
        async with self.client.acquire_connection() as connection:
            with _as_tortoise():
                return await connection.fetch(sql, *values)  # type: ignore[no-any-return]

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement once for each of `rows`."""
        if self.dialect == "sqlite":
            await self.client.execute_many(in_sqlite(sql), sqlite_rows(rows))
        elif rows:
            async with self.client.acquire_connection() as connection:
                with _as_tortoise():
                    await connection.executemany(sql, rows)

    async def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Write new rows; many at once go by COPY where there is one."""
        self.inserted[table] += len(rows)
        if self.dialect == "postgres" and len(rows) >= COPY_FROM:
            async with self.client.acquire_connection() as connection:
                with _as_tortoise():
                    await connection.copy_records_to_table(table, columns=list(columns), records=rows)
            return
        places = ", ".join(f"${n}" for n in range(1, len(columns) + 1))
        await self.execute_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)

    async def position(self) -> int:
        """The place of this transaction in the one order of all changes; rows it writes are stamped with it."""
        if self._position is None:
            self._position = await _next_position(self)
        return self._position

    def after_commit(self, hook: Callable[[], None]) -> None:
        """Call `hook` once the transaction is durable; not at all if it is not."""
        self._afterwards.append(hook)

    def now(self) -> datetime:
        return self.clock.now()


@contextlib.contextmanager
def _as_tortoise() -> Iterator[None]:
    """Raise what Tortoise raises, so that one error has one name whichever way a statement went."""
    try:
        yield
    except asyncpg.IntegrityConstraintViolationError as error:
        raise IntegrityError(error) from error


async def _next_position(tx: Transaction) -> int:
    # PostgreSQL: the transaction's own 64-bit id, shifted by a base that a restored database raises; whatever
    # lies below the oldest running transaction is closed. SQLite: one writer at a time, so a counter will do.
    # The moment is the database's and not the clock's: `asOf` must know that no earlier one is given any more.
    if tx.dialect == "postgres":
        now = f"SELECT pg_current_xact_id()::text::bigint + {BASE}, clock_timestamp()"
        return int((await tx.fetch(f"INSERT INTO recorded (position, at) {now} RETURNING position"))[0][0])
    count = (
        "INSERT INTO counter (name, value) VALUES ('position', 1)"
        " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"
    )
    position = int((await tx.fetch(count))[0][0])
    await tx.fetch("INSERT INTO recorded (position, at) VALUES ($1, $2)", position, SystemClock().now())
    return position


def spawn(work: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
    """Start a task that inherits neither transaction nor any other context of the caller."""
    return asyncio.get_running_loop().create_task(work, context=Context())


async def transact(
    database: "Database",
    work: Callable[[Transaction], Awaitable[T]],
    *,
    actor: Actor,
    clock: Clock,
    request_id: str = "",
) -> T:
    """Run `work` in one transaction and return what it returns; it may be begun again, so it has no other effect.

    Raises what `work` raises, after rolling back, and Unavailable when the database cannot be reached.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with _begun(database) as client:
                tx = Transaction(client, database.dialect, actor, clock, request_id)
                result = await work(tx)
        except Exception as error:
            if not _may_retry(error) or attempt == ATTEMPTS:
                raise _translated(error) from error
            await asyncio.sleep(random.uniform(0, 0.01 * 2**attempt))
        else:
            for hook in tx._afterwards:
                hook()
            if tx._position is not None:
                database.feed.ring()
            return result
    raise AssertionError("unreachable")


def _cause(error: BaseException) -> BaseException:
    inner = error.args[0] if isinstance(error, OperationalError | IntegrityError) and error.args else error
    return inner if isinstance(inner, BaseException) else error


def _may_retry(error: BaseException) -> bool:
    error = _cause(error)
    if isinstance(error, asyncpg.SerializationError | asyncpg.DeadlockDetectedError):
        return True
    if isinstance(error, LOST):  # what its connection had begun is rolled back; a file that cannot be read stays so
        return isinstance(error, ConnectionError) or not isinstance(error, OSError)
    return "database is locked" in str(error) or "database table is locked" in str(error)


def _translated(error: Exception) -> Exception:
    cause = _cause(error)
    if isinstance(cause, asyncpg.DiskFullError) or "database or disk is full" in str(cause):
        return OutOfSpace()
    return Unavailable() if isinstance(cause, LOST) or _may_retry(error) else error


@contextlib.asynccontextmanager
async def _begun(database: "Database") -> AsyncIterator[TransactionalDBClient]:
    """An open transaction, joined by Tortoise's queries of this task; whatever happens, it ends and is given back."""
    client: Any
    if database.dialect == "postgres":
        pool = database.writer._pool
        with reaching():
            connection = await pool.acquire()
        try:
            client = _PostgresTransaction(database.writer)
            client._connection = connection
            async with _joined(database, client, "BEGIN"):
                yield client
        finally:
            with contextlib.suppress(*LOST):  # it is dropped; what was committed stays so
                await _to_the_end(pool.release(connection))
    else:
        async with database.writer._lock:
            client = _SqliteTransaction(database.writer)
            # IMMEDIATE takes the write lock at once: of two processes that read and then write, none is locked out.
            async with _joined(database, client, "BEGIN IMMEDIATE"):
                yield client


@contextlib.asynccontextmanager
async def _joined(database: "Database", client: Any, begin: str) -> AsyncIterator[None]:
    outer = database.enter(client)
    try:
        await client._connection.execute(begin)
        yield
        client.over = True
        await _to_the_end(_commit(client._connection))
    except BaseException:
        client.over = True
        await _to_the_end(_roll_back(client._connection))
        raise
    finally:
        database.leave(outer)


async def _commit(connection: Any) -> None:
    try:
        await connection.execute("COMMIT")
    except LOST as error:
        raise Unavailable from error  # nobody knows whether it counts, so it is not begun anew


async def _roll_back(connection: Any) -> None:
    """End the transaction, also one whose BEGIN was still under way when the task was cancelled."""
    if not isinstance(connection, aiosqlite.Connection):
        with contextlib.suppress(*LOST):  # then the server does so
            if not connection.is_closed() and connection.is_in_transaction():
                await connection.execute("ROLLBACK")
    else:
        await connection.rollback()  # queued behind that BEGIN; nothing outside a transaction


async def _to_the_end(work: Awaitable[Any]) -> None:
    """Await `work` to its end even if this task is cancelled meanwhile; the cancellation follows after it."""
    task = asyncio.ensure_future(work)
    cancelled = False
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            cancelled = not task.cancelled()
            if task.cancelled():
                raise
    task.result()
    if cancelled:
        raise asyncio.CancelledError
