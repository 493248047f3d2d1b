"""Records of a kind as CSV, XLSX or JSON lines: what an import of the same kind reads back, what is sealed as masks."""

import csv
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Literal

import orjson

from bureau.engine.run import Engine
from bureau.engine.selection import Arguments
from bureau.engine.tree import How
from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.guards import guarded
from bureau.kernel.kind import Kind
from bureau.kernel.words import Language
from bureau.machinery.imports.columns import Heads, Path, all_columns, heads
from bureau.machinery.imports.long_sheets import LongSheets
from bureau.settings import Settings
from bureau.storage.streams import copied, stream

Format = Literal["csv", "xlsx", "jsonl"]

Block = Sequence[Sequence[str | None]]
"""Rows of texts, null where there is no value."""


@dataclass(frozen=True)
class Export:
    """A list to be exported: of which kind, who asks, which records, which columns, and what stands above them."""

    kind: Kind
    columns: tuple[Path, ...] = ()
    """All of the kind's own unless some are named."""
    arguments: Arguments = field(default_factory=dict)
    """`filter`, `search` and `orderBy`, as the engine takes them."""
    variables: Mapping[str, Any] = field(default_factory=dict)
    actor: Actor = SYSTEM
    heads: Heads = "api"
    language: Language = "zh"
    """Of the labels of codes."""


class Exporter:
    """One export over one database, planned; every row of it is of the same snapshot."""

    def __init__(self, engine: Engine, settings: Settings, export: Export) -> None:
        columns = export.columns or all_columns(export.kind)
        self._settings = settings
        self._title = export.kind.words.in_(export.language)
        self.heads = heads(export.kind, columns, export.heads)
        self._statement = engine.tabulate(export.kind, columns, export.arguments, export.actor, export.language)
        self._values = self._statement.bound(export.variables, export.actor)

    @property
    def is_personal(self) -> bool:
        """Whether it reads records of persons, and is to be logged."""
        return self._statement.is_personal

    @property
    def hidden(self) -> list[str]:
        """The columns that stay empty, because the actor may not read them of any record."""
        return [head for head, hidden in zip(self.heads, self._statement.hidden, strict=True) if hidden]

    async def csv(self, through: Callable[[Block], Awaitable[Block]] | None = None) -> AsyncIterator[bytes]:
        """A file of CSV in UTF-8, in pieces; on PostgreSQL the database writes it.

        Unless every block of rows has to go `through` something first.
        """
        yield _lines([[guarded(head) for head in self.heads]])
        if through is None and self._statement.dialect.copies:
            async for piece in copied(self._settings, self._statement.guarded, self._values):
                yield piece
            return
        guards = [how in (How.TEXT, How.PLAIN) for how in self._statement.hows]
        async for block in self.rows():
            yield _lines(
                [
                    "" if cell is None else guarded(cell) if guard else cell
                    for cell, guard in zip(row, guards, strict=True)
                ]
                for row in (await through(block) if through else block)
            )

    async def jsonl(self) -> AsyncIterator[bytes]:
        """One JSON object a line, in pieces: numbers and truth as such, decimals as text, null for no value."""
        ways = [_JSON.get(how) for how in self._statement.hows]
        async for block in self.rows():
            lines = (
                {
                    head: way(cell) if way and cell is not None else cell
                    for head, way, cell in zip(self.heads, ways, row, strict=True)
                }
                for row in block
            )
            yield b"".join(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE) for line in lines)

    async def xlsx(self, out: BinaryIO) -> None:
        """An XLSX file, typed, its rows in temporary files until it is done; as many sheets as its rows ask for."""
        with LongSheets(out, self._title, self.heads) as sheets:
            async for block in self.rows():
                for row in block:
                    sheets.write(row, self._statement.hows)

    def rows(self) -> AsyncIterator[Block]:
        """The rows as they are, in blocks."""
        return stream(self._settings, self._statement.sql, self._values)


_JSON: Mapping[How, Callable[[Any], Any]] = {How.NUMBER: int, How.BOOLEAN: "true".__eq__}


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV with the line ends that PostgreSQL writes; written with both characters first, since the writer
    quotes only the line ends that it writes itself.
    """
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "".join(lines.taken).encode()


class _Lines:
    """Takes the lines of a writer of CSV."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def write(self, line: str) -> None:
        self.taken.append(f"{line[:-2]}\n")
