"""XLSX, XLS and ODS: the sheets of a workbook, their cells as typed, read by calamine."""

import tempfile
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson
import python_calamine as calamine

from bureau.kernel.words import Words
from bureau.machinery.imports.reading import Merged, RawRow, Source, UnreadableFile
from bureau.machinery.imports.sheet_errors import errors_in
from bureau.machinery.imports.typed import at, broken_text, failed_formula, lost_digits, text_of

_IN_MEMORY = 1 << 20
"""Bytes of rows from which they lie in a file."""
_BLOCK = 1 << 20


class Workbook:
    """A workbook and the names of its sheets."""

    def __init__(self, source: Source) -> None:
        self._source = source
        with _told():
            content = source.content
            self._book = calamine.CalamineWorkbook.from_object(content if isinstance(content, Path) else source.open())
        hidden = {m.name for m in self._book.sheets_metadata if m.visible != calamine.SheetVisibleEnum.Visible}
        self.names = tuple(self._book.sheet_names)
        self.shown = tuple(name for name in self.names if name not in hidden)

    def sheet(self, wanted: str) -> "Sheet":
        """A sheet by its name, or by its number from 1; raises UnreadableFile, naming those there are."""
        if wanted in self.names:
            return Sheet(self._source, self._book, self.names.index(wanted))
        if wanted.isdecimal() and 1 <= int(wanted) <= len(self.names):
            return Sheet(self._source, self._book, int(wanted) - 1)
        there = ", ".join(self.names)
        raise UnreadableFile(f"No sheet “{wanted}”; there are: {there}. 没有工作表“{wanted}”，现有：{there}。")


class Sheet:
    """One sheet of a workbook. Its format has to be read whole, which takes more memory than all that is done with it;
    so its rows are put down in a temporary file at once, and the sheet is let go.
    """

    headed = False

    def __init__(self, source: Source, book: calamine.CalamineWorkbook, number: int) -> None:
        self.name = book.sheet_names[number]
        with _told():
            sheet = book.get_sheet_by_index(number)
        left = sheet.start[1] if sheet.start else 0  # the columns before the first that holds anything are left out
        found = sheet.merged_cell_ranges or []
        self.merged = tuple(Merged(a[0] + 1, b[0] + 1, a[1] - left, b[1] - left) for a, b in found)
        self._lines = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (it is closed with the sheet)
        weakref.finalize(self, self._lines.close)
        for row in _rows(sheet, left, errors_in(source, self.name)):
            self._lines.write(orjson.dumps(row, tuple, orjson.OPT_NON_STR_KEYS | orjson.OPT_APPEND_NEWLINE))
        self._end = self._lines.tell()

    @property
    def form(self) -> Words:
        """The sheet's name."""
        return Words(f"sheet {self.name}", f"工作表 {self.name}")

    def rows(self) -> Iterator[RawRow]:
        """The rows in order; a row's line is its number in the sheet."""
        place = 0
        while place < self._end:
            self._lines.seek(place)
            lines = self._lines.readlines(_BLOCK)
            place = self._lines.tell()
            for line in lines:
                number, cells, broken = orjson.loads(line)
                yield RawRow(number, cells, {int(at): Words(*words) for at, words in broken.items()})


def _rows(
    sheet: calamine.CalamineSheet, left: int, errors: Mapping[tuple[int, int], str]
) -> Iterator[tuple[int, list[str], dict[int, Words]]]:
    errors_of: dict[int, dict[int, str]] = {}
    for (row, place), error in errors.items():
        errors_of.setdefault(row, {})[place - left] = error
    for row, values in enumerate(sheet.iter_rows(), 1):
        cells = [value if isinstance(value, str) else text_of(value) for value in values]
        broken: dict[int, Words] = {}
        for place, value in enumerate(values):
            words = broken_text(value) if isinstance(value, str) else lost_digits(value)
            if words:
                broken[place] = at(words, row, place + left)
        for place, error in errors_of.get(row, {}).items():
            cells[place] = error
            broken[place] = at(failed_formula(error), row, place + left)
        yield row, cells, broken


class _told:  # noqa: N801 (it reads as what it does)
    """What calamine raises, told as other unreadable files are."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, calamine.PasswordError):
            raise UnreadableFile("The workbook is protected by a password. 工作簿已加密，请取消密码后重试。") from error
        if isinstance(error, calamine.CalamineError):
            raise UnreadableFile(f"The workbook cannot be read: {error}. 无法读取该工作簿。") from error
