"""Brings a database to the schema the code needs: numbered SQL files, each applied once, in one transaction.

A small runner of our own: Tortoise's migrations lose rows on SQLite, and yoyo (the maintained one for both
databases) needs a second PostgreSQL driver, cuts triggers apart at their semicolons and leaves its lock behind
when it is killed.
"""

import asyncio
import contextlib
import fcntl
import hashlib
import re
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite
import asyncpg

from bureau.kernel.errors import CommandError
from bureau.settings import DatabaseAddress
from bureau.storage.ddl import PostgresDdl
from bureau.storage.difference import AFTER_COMMIT, FOLDER, load_schema
from bureau.storage.reach import reaching

_LOG = "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, digest text NOT NULL, finished integer NOT NULL)"
_KNOWN = {
    "postgres": "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'",
    "sqlite": "SELECT 1 FROM sqlite_schema WHERE name = 'migration'",
}
_LOCK = 727_001


class MigrationError(CommandError):
    """A migration that was applied has since been edited, or one is missing."""


@dataclass(frozen=True)
class Migration:
    """One step, as its dialect wants it."""

    name: str
    inside: tuple[str, ...]
    after: tuple[str, ...]
    digest: str

    @classmethod
    def read(cls, path: Path) -> "Migration":
        text = path.read_text("utf-8")
        inside, _, after = text.partition(AFTER_COMMIT)
        digest = hashlib.sha256(text.encode()).hexdigest()
        return cls(path.name.split(".")[0], statements(inside), statements(after), digest)


def statements(script: str) -> tuple[str, ...]:
    """A script cut into statements, triggers and function bodies whole."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        dollars = len(re.findall(r"\$\$", pending)) % 2
        if not dollars and line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending.strip():
        found.append(pending.strip())
    return tuple(found)


class PostgresSession:
    """A connection to PostgreSQL, as a migration uses it."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection

    async def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await self.connection.fetch(sql, *values)]

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        async with self.connection.transaction():
            await self.connection.execute("SET LOCAL lock_timeout = '10s'")
            yield


class SqliteSession:
    """The same to a file of SQLite."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self.connection = connection

    async def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        sql = re.sub(r"\$(\d)", r"?\1", sql) if values else sql
        return [tuple(row) for row in await self.connection.execute_fetchall(sql, values)]

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        await self.connection.execute("PRAGMA foreign_keys = OFF")
        await self.connection.execute("BEGIN EXCLUSIVE")
        try:
            yield
            broken = await self.run("PRAGMA foreign_key_check")
            if broken:
                raise MigrationError(f"rows that refer to nothing: {broken[:5]}")
            await self.connection.execute("COMMIT")
        except BaseException:
            await self.connection.rollback()
            raise


@contextlib.asynccontextmanager
async def migrating(address: DatabaseAddress) -> AsyncIterator[PostgresSession | SqliteSession]:
    """A connection on which nobody else migrates meanwhile; raises Unavailable."""
    if address.dialect == "postgres":
        with reaching():
            connection = await asyncpg.connect(**address.arguments)
        try:
            # One migrator at a time, whichever process it is in; the lock goes with the connection. It is asked for
            # again and again: a statement that waits for it holds a snapshot, on which concurrent indexes wait.
            while not await connection.fetchval(f"SELECT pg_try_advisory_lock({_LOCK})"):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            yield PostgresSession(connection)
        finally:
            await connection.close()
    else:
        path = Path(address.path)
        with reaching():
            path.parent.mkdir(parents=True, exist_ok=True)
            locked = path.with_name(f"{path.name}-migrating").open("w")
        # SQLite refuses at once, busy timeout or not, who asks for the WAL or for writing while another begins to.
        with locked as lock:
            await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
            async with aiosqlite.connect(path, isolation_level=None, timeout=60) as file:
                await file.execute("PRAGMA journal_mode = WAL")
                yield SqliteSession(file)


def migrations(dialect: str, folder: Path = FOLDER) -> list[Migration]:
    """All migrations of a dialect, in order."""
    return [Migration.read(path) for path in sorted(folder.glob(f"[0-9]*.{dialect}.sql"))]


async def migrate(address: DatabaseAddress, folder: Path = FOLDER) -> list[str]:
    """Apply what is not yet applied; returns the names of what was. Raises MigrationError and changes nothing else."""
    try:
        return await _migrated(address, folder)
    except asyncpg.InsufficientPrivilegeError as error:
        raise MigrationError(
            f"Role {address.user} may not define tables ({error});"
            " BUREAU_DATABASE_OWNER_URL must name the role that owns them."
        ) from error


async def _migrated(address: DatabaseAddress, folder: Path) -> list[str]:
    applied = []
    async with migrating(address) as session:
        await session.run(_LOG)
        for migration in migrations(address.dialect, folder):
            if await _apply(session, migration):
                applied.append(migration.name)  # noqa: PERF401 (one after the other, each in its transaction)
        if isinstance(session, PostgresSession):
            await _keep_past(session, folder)
    return applied


async def pending(address: DatabaseAddress, folder: Path = FOLDER) -> list[str]:
    """The names of migrations that are not yet applied; it needs no right to make tables."""
    async with migrating(address) as session:
        known = await session.run(_KNOWN[address.dialect])
        log = await session.run("SELECT name FROM migration WHERE finished <> 0") if known else []
    done = {name for (name,) in log}
    return [migration.name for migration in migrations(address.dialect, folder) if migration.name not in done]


async def _keep_past(session: PostgresSession, folder: Path) -> None:
    """Let nobody change the past, wherever nothing sees to it yet."""
    rows = await session.run(
        f"SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = '{PostgresDdl.past_trigger}'"
    )
    kept = {row[0] for row in rows}
    twins = [table for table in load_schema(folder).values() if table.history and table.history_name not in kept]
    if twins:
        async with session.transaction():
            for table in twins:
                for statement in PostgresDdl().keep_past(table):
                    await session.run(statement)


async def _apply(session: PostgresSession | SqliteSession, migration: Migration) -> bool:
    async with session.transaction():
        known = await session.run("SELECT name, digest, finished FROM migration WHERE name = $1", migration.name)
        if known and known[0][1] != migration.digest:
            raise MigrationError(f"{migration.name} was edited after it had been applied")
        if known and known[0][2]:
            return False
        if not known:
            for statement in migration.inside:
                await session.run(statement)
            values = (migration.name, migration.digest, 0 if migration.after else 1)
            await session.run("INSERT INTO migration (name, digest, finished) VALUES ($1, $2, $3)", *values)
    for statement in migration.after:
        await session.run(statement)
    if migration.after:
        await session.run("UPDATE migration SET finished = 1 WHERE name = $1", migration.name)
    return True
