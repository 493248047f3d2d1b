"""The bench's city: a million students on a PostgreSQL database of its own."""

import asyncio
import contextlib
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from bureau.commands.accounts import add_token, add_user
from bureau.commands.demo import demo_city
from bureau.kernel.clock import SystemClock
from bureau.main import opened
from bureau.settings import Settings
from tests.support import postgres

STUDENTS = int(os.environ.get("BUREAU_BENCH_STUDENTS", "1000000"))
NAME = os.environ.get("BUREAU_BENCH_DATABASE", "bureau_bench")
SECRET = "the secret key of the bench, long enough"


@contextlib.contextmanager
def city(directory: Path, students: int = STUDENTS, name: str = NAME) -> Iterator[Settings]:
    """The settings of the city; it is built if it is not there, and kept if BUREAU_BENCH_KEEP is set."""
    with postgres.server() as server:
        url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        settings = Settings(database_url=url, data_dir=directory, secret_key=SECRET)
        asyncio.run(_build(server, settings, students, name))
        try:
            yield settings
        finally:
            if not os.environ.get("BUREAU_BENCH_KEEP"):
                asyncio.run(_drop(server, name))


async def _build(server: str, settings: Settings, students: int, name: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        if await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return
        await connection.execute(f'CREATE DATABASE "{name}"')
    finally:
        await connection.close()
    await demo_city(settings, 1500, students, 1, if_empty=True, say=print)
    connection = await asyncpg.connect(settings.database_url)
    try:
        await _change_a_tenth(connection)
    finally:
        await connection.close()


async def _change_a_tenth(connection: asyncpg.Connection) -> None:
    """Give every tenth student a past: what `asOf` asks for lies before this."""
    position = "pg_current_xact_id()::text::bigint"
    async with connection.transaction():
        await connection.execute(f"INSERT INTO recorded SELECT {position}, clock_timestamp()")
        await connection.execute(
            "UPDATE student SET boarding = CASE boarding WHEN '1' THEN '2' ELSE '1' END, version = version + 1,"
            f" position = {position} WHERE id % 10 = 3"
        )
    await connection.execute("VACUUM ANALYZE")


async def _drop(server: str, name: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await connection.close()


async def tokens(settings: Settings) -> tuple[dict[str, str], int, int, str]:
    """A token for the city and one for a county, that county's unit, a student in the middle, and a moment gone by."""
    async with opened(settings) as services:
        read = services.store.database.readers.fetch
        largest = (
            "SELECT o.id, o.code FROM unit o JOIN unit s ON s.superior_id = o.id"
            " WHERE o.category = 'COUNTY_BUREAU' GROUP BY o.id, o.code ORDER BY count(*) DESC, o.id LIMIT 1"
        )
        unit, code = (await read(largest))[0]
        student = (await read("SELECT max(id) / 2 FROM student"))[0][0]
        made = {}
        for name, place in (("city", ""), ("county", code)):
            username = f"bench-{name}"
            if not await read("SELECT 1 FROM account WHERE username = $1", [username]):
                await add_user(
                    services, username, username, "a password of the bench", ["registrar", "identity"], place, "bench"
                )
            made[name] = await add_token(services, username, "bench", SystemClock().today() + timedelta(days=30))
        changed = "SELECT at FROM recorded WHERE position = (SELECT max(position) FROM student)"
        return made, unit, student, ((await read(changed))[0][0] - timedelta(milliseconds=1)).isoformat()
