"""Opens any table people send: CSV, XLSX, XLS, ODS, JSON lines, or an archive of these."""

import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath

from bureau.kernel.words import Words
from bureau.machinery.imports.archives import check_workbook, entries, is_clutter, unpacked
from bureau.machinery.imports.delimited import Delimited
from bureau.machinery.imports.jsonlines import JsonLines
from bureau.machinery.imports.layout import LOOKED_AT, Layout, layout, may_close
from bureau.machinery.imports.reading import RawRow, Reader, Source, UnreadableFile
from bureau.machinery.imports.workbooks import Workbook

__all__ = ["CsvTable", "Skipped", "Table", "TableRow", "UnreadableFile", "open_table", "open_tables"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it begins on, counted from 1, and its cells by header."""

    line: int
    cells: dict[str, str]
    surplus: int = 0
    """Cells beyond the last header."""
    broken: Mapping[str, Words] = field(default_factory=dict)
    """Cells by header that hold no value, and why: the error of a formula, a number that lost digits."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no record, and was left out: a total, a note."""

    line: int
    text: str


class Table:
    """One table, opened; its headers are read, its rows are still to come."""

    def __init__(self, name: str, reader: Reader, known: Collection[str] = ()) -> None:
        self.name = name
        self._reader = reader
        self._layout = _layout(reader, known)
        self.headers = self._layout.headers
        self.skipped: list[Skipped] = [_skipped(row) for row in self._layout.notes]
        """Rows that were left out; those at the end of the table once all rows were read."""

    @property
    def form(self) -> Words:
        """What it was read as: encoding and separator, or the sheet."""
        return self._reader.form

    @property
    def line(self) -> int:
        """The line its headers stand on."""
        return self._layout.line

    def __iter__(self) -> Iterator[TableRow]:
        return self.rows()

    def rows(self) -> Iterator[TableRow]:
        """The rows in order, blank ones left out; raises UnreadableFile where the file is broken.

        A total, and what is written below the table, are left out if no record comes after them.
        """
        self.skipped = [_skipped(row) for row in self._layout.notes]
        held: list[RawRow] = []
        for row in islice(self._reader.rows(), self._layout.first, None):
            if not any(cell and not cell.isspace() for cell in row.cells):
                continue
            if not self._reader.headed and may_close(row):
                held.append(row)
                continue
            yield from map(self._row, held)
            held.clear()
            yield self._row(row)
        self.skipped += map(_skipped, held)

    def _row(self, row: RawRow) -> TableRow:
        width = len(self.headers)
        surplus = sum(1 for cell in row.cells[width:] if cell.strip()) if len(row.cells) > width else 0
        cells = dict(zip(self.headers, row.cells, strict=False))
        if not row.broken:
            return TableRow(row.line, cells, surplus)
        broken = {self.headers[place]: words for place, words in row.broken.items() if place < width}
        return TableRow(row.line, cells, surplus, broken)


class CsvTable(Table):
    """A CSV file, opened."""

    def __init__(self, path: Path, encoding: str = "", known: Collection[str] = ()) -> None:
        reader = Delimited(Source(path, path.name), encoding)
        self.encoding = reader.encoding.name
        super().__init__(path.name, reader, known)


def open_table(
    content: Path | bytes,
    name: str = "",
    *,
    sheet: str = "",
    entry: str = "",
    encoding: str = "",
    known: Collection[str] = (),
) -> Table:
    """The one table of a file; raises UnreadableFile for an archive of several, naming them. See `open_tables`."""
    source = _source(content, name)
    if _is_archive(source) and not entry:
        there = [found for found in entries(source) if not is_clutter(found)]
        if len(there) != 1:
            raise UnreadableFile(
                f"The archive holds {len(there)} files; say which: {', '.join(there[:20])}."
                f" 压缩包内有 {len(there)} 个文件，请指定其一。"
            )
    (table,) = open_tables(content, name, sheet=sheet, entry=entry, encoding=encoding, known=known)
    return table


def open_tables(
    content: Path | bytes,
    name: str = "",
    *,
    sheet: str = "",
    entry: str = "",
    encoding: str = "",
    known: Collection[str] = (),
) -> Iterator[Table]:
    """The table of a file, or those of an archive one by one: all, or the `entry` that is named.

    `sheet` is a sheet's name or number, the first that has headers unless said; `encoding` goes before what is
    guessed; `known` are headers that make sense, as `layout.plain` has them. Raises UnreadableFile.
    """
    source = _source(content, name)
    if not _is_archive(source):
        if entry:
            raise UnreadableFile(f"{source.name} is no archive. {source.name} 不是压缩包。")
        yield _opened(source, sheet, encoding, known)
        return
    there = [found for found in entries(source) if not is_clutter(found)]
    chosen = [found for found in there if not entry or entry in (found, PurePosixPath(found).name)]
    if not chosen:
        raise UnreadableFile(f"Nothing to read in {source.name}: {', '.join(there[:20])}. 压缩包内没有可读取的文件。")
    for inner in unpacked(source, chosen):
        if _is_archive(inner):
            raise UnreadableFile(f"{inner.name} is an archive in an archive. 不支持嵌套的压缩包：{inner.name}。")
        yield _opened(inner, sheet, encoding, known)


def _source(content: Path | bytes, name: str) -> Source:
    return Source(content, name or (content.name if isinstance(content, Path) else ""))


def _opened(source: Source, sheet: str, encoding: str, known: Collection[str]) -> Table:
    """The table of a file, told by its content: its name may say anything."""
    head = source.head(4096)
    if head.startswith((_ZIP, _OLE)):
        return _of_workbook(source, head.startswith(_ZIP), sheet, known)
    if sheet:
        raise UnreadableFile(f"{source.name} has no sheets. {source.name} 没有工作表。")
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return Table(source.name, JsonLines(source), known)
    return Table(source.name, Delimited(source, encoding), known)


def _of_workbook(source: Source, is_zip: bool, sheet: str, known: Collection[str]) -> Table:
    if is_zip:
        check_workbook(source)
    book = Workbook(source)
    if sheet:
        return Table(source.name, book.sheet(sheet), known)
    for name in book.shown:
        found = book.sheet(name)
        if any(any(row.cells) for row in islice(found.rows(), LOOKED_AT)):
            return Table(source.name, found, known)
    raise UnreadableFile("No sheet holds headers. 所有工作表都没有表头。")


def _is_archive(source: Source) -> bool:
    """Whether a file is a zip of files, and not one of the formats that are zips themselves."""
    if not source.head(4).startswith((_ZIP, _EMPTY_ZIP)):
        return False
    with source.open() as file:
        try:
            names = set(zipfile.ZipFile(file).namelist())
        except zipfile.BadZipFile as error:
            raise UnreadableFile(f"The archive is broken: {error}. 压缩包已损坏。") from error
    return not names & {"[Content_Types].xml", "mimetype"}


def _layout(reader: Reader, known: Collection[str]) -> Layout:
    rows = list(islice(reader.rows(), 1 if reader.headed else LOOKED_AT))
    found = layout(rows, reader.merged, known) if not reader.headed else Layout(tuple(rows[0].cells), 0, 1)
    if found is None or not any(found.headers):
        raise UnreadableFile("The table holds no headers. 表中没有表头。")
    if twice := sorted({h for h in found.headers if h and found.headers.count(h) > 1}):
        raise UnreadableFile(
            f"Headers that stand twice: {', '.join(twice)} (line {found.line}). 表头重复：{'、'.join(twice)}。"
        )
    return found


def _skipped(row: RawRow) -> Skipped:
    return Skipped(row.line, " ".join(cell.strip() for cell in row.cells if cell.strip()))
