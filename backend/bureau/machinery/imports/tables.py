"""Reads a CSV file as people make them: any of three encodings, any of three separators, line by line."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bureau.kernel.errors import CommandError

ENCODINGS = ("utf-8-sig", "gb18030")
_CELL_LIMIT = 1_000_000
_BLOCK = 1 << 20


class UnreadableFile(CommandError):
    """The file as a whole cannot be read; says why in both languages."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it begins on, counted from 1, and its cells by header."""

    line: int
    cells: dict[str, str]
    surplus: int = 0
    """Cells beyond the last header."""


class CsvTable:
    """A CSV file, opened; its headers are read, its rows are still to come."""

    def __init__(self, path: Path) -> None:
        csv.field_size_limit(_CELL_LIMIT)
        self.path = path
        self.encoding = _encoding(path)
        with path.open(encoding=self.encoding, newline="") as file:
            first = file.readline()
            if not first.strip():
                raise UnreadableFile("The first line holds no headers. 第一行没有表头。")
        self._separator = max(",;\t", key=first.count)
        self.headers = tuple(h.strip() for h in next(csv.reader([first], delimiter=self._separator)))
        if twice := {h for h in self.headers if h and self.headers.count(h) > 1}:
            raise UnreadableFile(f"Headers that stand twice: {', '.join(sorted(twice))}. 表头重复。")

    def rows(self) -> Iterator[TableRow]:
        """The rows in order, blank ones left out; raises UnreadableFile where the file is broken."""
        with self.path.open(encoding=self.encoding, newline="") as file:
            reader = csv.reader(file, delimiter=self._separator)
            next(reader)
            line = reader.line_num
            try:
                for cells in reader:
                    begins, line = line + 1, reader.line_num
                    if any(cell.strip() for cell in cells):
                        yield self._row(begins, cells)
            except csv.Error as error:
                raise UnreadableFile(f"Line {line + 1}: {error}. 第 {line + 1} 行无法解析。") from error

    def _row(self, line: int, cells: list[str]) -> TableRow:
        width = len(self.headers)
        surplus = sum(1 for cell in cells[width:] if cell.strip())
        return TableRow(line, dict(zip(self.headers, cells, strict=False)), surplus)


def _encoding(path: Path) -> str:
    for encoding in ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while block := file.read(_BLOCK):
                    if b"\x00" in block:
                        raise UnreadableFile("This is no text file. 这不是文本文件。")
                    decoder.decode(block)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise UnreadableFile("Neither UTF-8 nor GB18030. 文件编码既不是 UTF-8 也不是 GB18030。")
