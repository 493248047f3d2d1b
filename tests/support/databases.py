"""Databases for tests: each its own, copied from one that was migrated once."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import asyncpg

from bureau.settings import Settings
from tests.support import postgres

DIALECT = os.environ.get("BUREAU_TEST_DATABASE", "sqlite")
"""Which database this run of the tests is on; the whole suite runs on each."""

ROLE_PASSWORD = "of-the-tests"

SECRET = "a secret key of the tests, long enough"


@dataclass(frozen=True)
class Server:
    """Where the databases of this run are made."""

    directory: Path
    postgres: str | None
    roles: tuple[str, str] = ("", "")
    """On PostgreSQL, the roles of this run: the one that writes, and the one that reads."""
    aside: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1), repr=False)
    """Where databases are dropped while tests go on: PostgreSQL waits for a checkpoint."""
    dropped: list[Future[None]] = field(default_factory=list, repr=False)

    def url(self, name: str) -> str:
        """The address of a database of this run."""
        if self.postgres is None:
            return f"sqlite://{self.directory}/{name}.sqlite3"
        return urlunsplit(urlsplit(self.postgres)._replace(path=f"/{name}"))

    def _urls(self, name: str) -> dict[str, str]:
        """The addresses of a database, each role's own where there are roles."""
        if self.postgres is None:
            return {"database_url": self.url(name)}
        owner = urlsplit(self.url(name))
        place = owner.netloc.rpartition("@")[2]
        writer, reader = (urlunsplit(owner._replace(netloc=f"{role}:{ROLE_PASSWORD}@{place}")) for role in self.roles)
        return {"database_url": writer, "database_read_url": reader, "database_owner_url": self.url(name)}

    def settings(self, name: str, **changed: object) -> Settings:
        """The settings of a bureau on that database."""
        values = {
            **self._urls(name),
            "data_dir": self.directory / f"{name}.data",
            "secret_key": SECRET,
            "jobs": False,
            "second_factor": "offered",
            **changed,
        }
        return Settings(**values)  # type: ignore[arg-type]

    async def create(self, name: str, template: str | None = None) -> None:
        """Make a database, empty or as a copy of another that nobody is using."""
        if self.postgres is None:
            if template:
                shutil.copy(self.directory / f"{template}.sqlite3", self.directory / f"{name}.sqlite3")
            return
        await self._admin(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))

    async def drop(self, name: str) -> None:
        """Remove a database; on PostgreSQL it is gone a little later."""
        if self.postgres is None:
            for path in self.directory.glob(f"{name}.sqlite3*"):
                path.unlink()
            return
        statement = f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'
        self.dropped.append(self.aside.submit(lambda: run(self._admin(statement))))

    async def _admin(self, statement: str) -> None:
        connection = await asyncpg.connect(self.postgres)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextlib.contextmanager
def server(directory: Path) -> Iterator[Server]:
    """The server of this run, and none of its databases afterwards."""
    if DIALECT == "sqlite":
        yield Server(directory, None)
        return
    with postgres.server() as url:
        stem = new_name("role")
        found = Server(directory, url, (f"{stem}_w", f"{stem}_r"))
        for role in found.roles:
            run(found._admin(f"CREATE ROLE {role} LOGIN PASSWORD '{ROLE_PASSWORD}'"))
        try:
            yield found
        finally:
            for drop in found.dropped:
                drop.result()
            found.aside.shutdown()
            for role in found.roles:
                run(found._admin(f"DROP ROLE {role}"))


def new_name(stem: str = "test") -> str:
    """A name no other run uses."""
    return f"bureau_{stem}_{os.getpid()}_{uuid4().hex[:8]}"


@contextlib.asynccontextmanager
async def database(on: Server, template: str | None = None) -> AsyncIterator[str]:
    """A database for as long as the context lasts; gives its name."""
    name = new_name()
    await on.create(name, template)
    try:
        yield name
    finally:
        await on.drop(name)


def run(work: object) -> None:
    """Run a coroutine outside of any loop, in fixtures that are not async."""
    asyncio.run(work)  # type: ignore[arg-type]
