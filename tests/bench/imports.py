"""Imports and exports beside COPY: `python -m tests.bench imports [--rows N] [--database postgres|sqlite] [--xlsx]`.

A file of pupils with their guardians is imported as `bureau import` does it, in a process of its own. The finished rows,
journal and all, are then taken out, and put by COPY into the same tables of an equal database, with the same indexes,
triggers and checks; on SQLite, by INSERT … SELECT. At the end the pupils are exported beside COPY TO.
"""

import argparse
import asyncio
import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from bureau.commands.demo import demo_city
from bureau.commands.exporting import export_file
from bureau.main import opened
from bureau.registry.school_class import SchoolClass
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.bench.pupils import YEAR, rows, write_csv, write_xlsx
from tests.bench.servers import cpu_of
from tests.support import postgres

SECRET = "the secret key of the bench, long enough"
TABLES = ("recorded", "person", "student", "enrolment", "guardianship", "journal")
"""What the import of pupils writes to, in the order in which rows refer to each other."""
_NAME = f"bureau_bench_{os.getpid()}_{{}}"
_SCHOOLS = 300
_CLASSES = 4
"""Classes of each grade of a primary school."""


@dataclass(frozen=True)
class Bureau:
    """A database with schools and classes and no pupils, and copies of it."""

    directory: Path
    server: str
    """Empty for SQLite."""

    def settings(self, name: str) -> Settings:
        """The settings of a bureau on one of its databases."""
        parts = urlsplit(self.server)
        url = (
            urlunsplit(parts._replace(path=f"/{name}")) if self.server else f"sqlite://{self.directory}/{name}.sqlite3"
        )
        return Settings(database_url=url, data_dir=self.directory, secret_key=SECRET)

    def make(self, name: str, template: str = "") -> Settings:
        """A database, empty or as a copy."""
        if self.server:
            asyncio.run(self._admin(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            asyncio.run(self._admin(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else "")))
        elif template:
            shutil.copy(self.directory / f"{template}.sqlite3", self.directory / f"{name}.sqlite3")
        return self.settings(name)

    def drop(self, *names: str) -> None:
        """Remove databases; those of SQLite go with their directory."""
        for name in names if self.server else ():
            asyncio.run(self._admin(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))

    async def _admin(self, statement: str) -> None:
        connection = await asyncpg.connect(self.server)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextlib.contextmanager
def bureau(database: str) -> Iterator[Bureau]:
    """A bureau of this run's own, and none of its databases afterwards."""
    with contextlib.ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bureau-bench-")))
        server = stack.enter_context(postgres.server()) if database == "postgres" else ""
        found = Bureau(directory, server)
        stack.callback(found.drop, *(_NAME.format(name) for name in ("empty", "import", "copy")))
        yield found


async def build(settings: Settings) -> list[tuple[str, str, str]]:
    """Fill an empty database with schools and classes; of each class the school's code, the grade and its own code."""
    await demo_city(settings, _SCHOOLS, 0, 1, if_empty=False, say=lambda _: None)
    async with opened(settings) as services:
        store = services.store
        schools = await store.database.readers.fetch("SELECT id FROM unit WHERE type = '211' ORDER BY id")

        async def add(tx: Transaction) -> None:
            classes = [
                {"school": school[0], "stage": "P", "entry_year": YEAR + 1 - grade, "number": n, "grade": f"P{grade}"}
                for school in schools
                for grade in range(1, 7)
                for n in range(1, _CLASSES + 1)
            ]
            await store.create_all(tx, store.kind_of(SchoolClass), classes, verb="create")

        await store.database.transaction(add)
        found = await store.database.readers.fetch(
            "SELECT u.code, c.grade, c.code FROM school_class c JOIN unit u ON u.id = c.school_id"
            " WHERE c.entry_year > $1 AND u.type = '211' ORDER BY c.id",
            [YEAR - 6],
        )
    return [tuple(row) for row in found]


@dataclass(frozen=True)
class Measured:
    """What one way took."""

    seconds: float
    cpu: float = 0.0
    """Processor seconds of the program."""
    database_cpu: float = 0.0
    """The same, of the database's processes."""
    memory: float = 0.0
    """The most that was resident, in MiB."""


class Backends:
    """The processor time of PostgreSQL's processes for one database, looked at while the context lasts."""

    def __init__(self, settings: Settings) -> None:
        self._name = urlsplit(settings.database_url).path.strip("/").encode()
        self._seen: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Backends":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    @property
    def cpu(self) -> float:
        """Seconds so far, of those too that have ended."""
        return sum(self._seen.values())

    def _look(self) -> None:
        while not self._over.wait(0.2):
            for process in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    line = (process / "cmdline").read_bytes()
                    if line.startswith(b"postgres: ") and b" " + self._name + b" " in line:
                        self._seen[process.name] = cpu_of(int(process.name))


def command(settings: Settings, *arguments: str) -> Measured:
    """Run `bureau` with these arguments; raises if it fails."""
    environment = {
        **os.environ,
        "BUREAU_DATABASE_URL": settings.database_url,
        "BUREAU_DATA_DIR": str(settings.data_dir),
        "BUREAU_SECRET_KEY": SECRET,
    }
    code = "from bureau.cli import app; app()"
    began = time.perf_counter()
    with Backends(settings) as backends:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True
        )
        said = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if status:
        raise RuntimeError(said)
    if arguments[0] == "import":
        print(said.strip().splitlines()[-1])
    return Measured(seconds, used.ru_utime + used.ru_stime, backends.cpu, used.ru_maxrss / 1024)


async def copied(bureau: Bureau, source: Settings, target: Settings) -> Measured:
    """Put the rows that an import wrote into the tables of another database, as fast as the database takes them."""
    if not bureau.server:
        return _inserted(bureau, source, target)
    of, to = await asyncpg.connect(source.database_url), await asyncpg.connect(target.database_url)
    seconds = cpu = 0.0
    try:
        for table in TABLES:
            first = await to.fetchval(f"SELECT coalesce(max({_key(table)}), 0) FROM {table}")
            columns = [row[0] for row in await to.fetch(_COLUMNS, table)]
            file = bureau.directory / table
            query = f"SELECT {', '.join(columns)} FROM {table} WHERE {_key(table)} > {first} ORDER BY {_key(table)}"
            await of.copy_from_query(query, output=file, format="binary")
            began, pid = time.perf_counter(), to.get_server_pid()
            before = cpu_of(pid)
            await to.copy_to_table(table, source=file, columns=columns, format="binary")
            seconds, cpu = seconds + time.perf_counter() - began, cpu + cpu_of(pid) - before
            file.unlink()
    finally:
        await of.close()
        await to.close()
    return Measured(seconds, database_cpu=cpu)


_COLUMNS = "SELECT column_name::text FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position"


def _key(table: str) -> str:
    return "position" if table == "recorded" else "id"


def _inserted(bureau: Bureau, source: Settings, target: Settings) -> Measured:
    with contextlib.closing(sqlite3.connect(target.database.path, isolation_level=None)) as to:
        to.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON;"
        )
        to.execute("ATTACH ? AS source", [source.database.path])
        began, cpu = time.perf_counter(), time.process_time()
        for table in TABLES:
            first = to.execute(f"SELECT coalesce(max({_key(table)}), 0) FROM main.{table}").fetchone()[0]
            columns = ", ".join(row[1] for row in to.execute(f"PRAGMA main.table_info({table})"))
            to.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}"
                f" WHERE {_key(table)} > {first} ORDER BY {_key(table)}"
            )
        return Measured(time.perf_counter() - began, time.process_time() - cpu)


async def exported(bureau: Bureau, settings: Settings) -> Measured:
    """Export the students as CSV, as a server that runs already does."""
    async with opened(settings) as services:
        with Backends(settings) as backends, (bureau.directory / "export.csv").open("wb") as out:
            began, cpu = time.perf_counter(), time.process_time()
            await export_file(services, "student", out)
            seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return Measured(seconds, cpu, backends.cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


async def copied_out(bureau: Bureau, settings: Settings) -> Measured:
    """COPY the table of students out as CSV."""
    connection = await asyncpg.connect(settings.database_url)
    try:
        before, began = cpu_of(connection.get_server_pid()), time.perf_counter()
        await connection.copy_from_table("student", output=bureau.directory / "student.csv", format="csv")
        return Measured(time.perf_counter() - began, database_cpu=cpu_of(connection.get_server_pid()) - before)
    finally:
        await connection.close()


def main() -> None:
    """Run the benchmark and print what it found."""
    parser = argparse.ArgumentParser(description="Measure imports and exports beside COPY.")
    parser.add_argument("what", choices=["imports"])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--database", choices=["postgres", "sqlite"], default="postgres")
    parser.add_argument("--xlsx", action="store_true", help="a workbook instead of CSV")
    options = parser.parse_args()
    with bureau(options.database) as made:
        classes = asyncio.run(build(made.make(_NAME.format("empty"))))
        file = made.directory / ("pupils.xlsx" if options.xlsx else "pupils.csv")
        (write_xlsx if options.xlsx else write_csv)(file, rows(options.rows, classes))
        empty, target = (
            made.make(_NAME.format("import"), _NAME.format("empty")),
            made.make(_NAME.format("copy"), _NAME.format("empty")),
        )
        imported = command(empty, "import", "student", str(file))
        report("import", options.rows, imported, asyncio.run(copied(made, empty, target)), aim=0.25)
        if made.server:
            out = asyncio.run(exported(made, empty))
            report("export", options.rows, out, asyncio.run(copied_out(made, empty)), aim=0.5)


def report(what: str, count: int, ours: Measured, theirs: Measured, aim: float) -> None:
    """Print both ways and their ratio."""
    print("| | rows | time | rows/s | program CPU | database CPU | peak memory |\n|---|---|---|---|---|---|---|")
    for name, measured in ((what, ours), ("COPY", theirs)):
        print(
            f"| {name} | {count:,} | {measured.seconds:.1f} s | {count / measured.seconds:,.0f}"
            f" | {measured.cpu:.1f} s | {measured.database_cpu:.1f} s | {measured.memory:.0f} MiB |"
        )
    ratio = theirs.seconds / ours.seconds
    by_cpu = (theirs.cpu + theirs.database_cpu) / (ours.cpu + ours.database_cpu)
    print(
        f"{what}: {ratio:.2f} of COPY ({by_cpu:.2f} by processor time), aim {aim} {'met' if ratio >= aim else 'not met'}"
    )
