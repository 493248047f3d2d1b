"""A database beside the database: tables of a delivery, as texts, in a file that goes when they were read."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

_AT_ONCE = 2_000


class Scratch:
    """Tables of text on disk, joined by SQL, so that a delivery of any size is read in little memory.

    Its folder is readable to the process alone, and is removed at the end of the context.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="bureau-interchange-"))
        self._connection = sqlite3.connect(self._folder / "scratch.sqlite3", isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;")

    def __enter__(self) -> "Scratch":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Make a table and fill it."""
        self.make(table, columns)
        self.fill(table, rows)

    def make(self, table: str, columns: Sequence[str]) -> None:
        """Make an empty table."""
        declared = ", ".join(f"{quoted(name)} NOT NULL DEFAULT ''" for name in columns)
        self._connection.execute(f"CREATE TABLE {quoted(table)} ({declared})")

    def fill(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows, whose values come in the order of the columns; null becomes no text."""
        places = ", ".join("coalesce(?, '')" for _ in self.columns(f"SELECT * FROM {quoted(table)}"))
        rows = iter(rows)
        while some := list(islice(rows, _AT_ONCE)):
            self._connection.execute("BEGIN")
            self._connection.executemany(f"INSERT INTO {quoted(table)} VALUES ({places})", some)
            self._connection.execute("COMMIT")

    def function(self, name: str, of: Callable[[str], str]) -> None:
        """Let statements use a function of one text."""
        self._connection.create_function(name, 1, of, deterministic=True)

    def run(self, script: str) -> None:
        """Run statements that give no rows: views, indexes."""
        self._connection.executescript(script)

    def rows(self, sql: str) -> Iterator[dict[str, Any]]:
        """The rows of a statement, one by one."""
        cursor = self._connection.execute(sql)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def columns(self, sql: str) -> list[str]:
        """The names of the columns that a statement gives."""
        return [column[0] for column in self._connection.execute(f"SELECT * FROM ({sql}) LIMIT 0").description]

    def filled(self, table: str) -> dict[str, int]:
        """How many rows of a table have a value, by column; columns that begin with `_` are our own."""
        names = [name for name in self.columns(f"SELECT * FROM {quoted(table)}") if not name.startswith("_")]
        if not names:
            return {}
        counts = ", ".join(f"sum(trim({quoted(name)}) <> '') AS {quoted(name)}" for name in names)
        (found,) = self.rows(f"SELECT {counts} FROM {quoted(table)}")
        return {name: count or 0 for name, count in found.items()}


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'
