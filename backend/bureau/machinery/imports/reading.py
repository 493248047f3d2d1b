"""What every reader of a file gives: rows of text as they lie in it, before anyone knows where its headers are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple, Protocol

from bureau.kernel.errors import CommandError
from bureau.kernel.words import Words

_NOTHING: Mapping[int, Words] = MappingProxyType({})


class UnreadableFile(CommandError):
    """The file as a whole cannot be read; says why in both languages."""


class RawRow(NamedTuple):
    """A row as it lies in a file: the line it begins on, its cells, and what is wrong with some of them."""

    line: int
    cells: list[str]
    broken: Mapping[int, Words] = _NOTHING
    """Cells by their place that hold no value, and why: an error of a formula, a number that lost digits."""


class Merged(NamedTuple):
    """Cells of a sheet that were made one: lines from 1, places from 0, both ends included."""

    top: int
    bottom: int
    left: int
    right: int


class Reader(Protocol):
    """One table of a file; it may be read again and again."""

    headed: bool
    """Whether its first row is its headers for certain."""

    @property
    def form(self) -> Words:
        """What it was read as: encoding and separator, or the sheet."""
        ...

    @property
    def merged(self) -> tuple[Merged, ...]:
        """Its merged cells, where the file knows of such."""
        ...

    def rows(self) -> Iterator[RawRow]:
        """Its rows in order; raises UnreadableFile where the file is broken."""
        ...


@dataclass(frozen=True)
class Source:
    """The bytes of a file, on disk or in memory."""

    content: Path | bytes
    name: str
    kept: object = field(default=None, repr=False)
    """What must not be thrown away while the file is read: the folder of what came out of an archive."""

    def open(self) -> BinaryIO:
        """The bytes from their beginning."""
        return self.content.open("rb") if isinstance(self.content, Path) else BytesIO(self.content)

    def head(self, size: int) -> bytes:
        """The first bytes."""
        with self.open() as file:
            return file.read(size)
