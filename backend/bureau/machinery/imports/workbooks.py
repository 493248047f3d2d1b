"""XLSX, XLS and ODS: the sheets of a workbook, their cells as typed, read by calamine."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import python_calamine as calamine

from bureau.kernel.words import Words
from bureau.machinery.imports.reading import Merged, RawRow, Source, UnreadableFile
from bureau.machinery.imports.sheet_errors import errors_in
from bureau.machinery.imports.typed import at, broken_text, failed_formula, lost_digits, text_of


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
    """One sheet of a workbook, whole in memory: that is how its format is read."""

    headed = False

    def __init__(self, source: Source, book: calamine.CalamineWorkbook, number: int) -> None:
        self._source = source
        self._number = number
        self.name = book.sheet_names[number]
        with _told():
            self._sheet = book.get_sheet_by_index(number)

    @property
    def form(self) -> Words:
        """The sheet's name."""
        return Words(f"sheet {self.name}", f"工作表 {self.name}")

    @cached_property
    def merged(self) -> tuple[Merged, ...]:
        """Its merged cells."""
        left = self._left
        found = self._sheet.merged_cell_ranges or []
        return tuple(Merged(a[0] + 1, b[0] + 1, a[1] - left, b[1] - left) for a, b in found)

    @property
    def _left(self) -> int:
        """The columns before the first that holds anything, which calamine leaves out."""
        return self._sheet.start[1] if self._sheet.start else 0

    @cached_property
    def _errors(self) -> Mapping[tuple[int, int], str]:
        return errors_in(self._source, self.name)

    def rows(self) -> Iterator[RawRow]:
        """The rows in order; a row's line is its number in the sheet."""
        left = self._left
        errors_of: dict[int, dict[int, str]] = {}
        for (row, place), error in self._errors.items():
            errors_of.setdefault(row, {})[place - left] = error
        for row, values in enumerate(self._sheet.iter_rows(), 1):
            cells = [text_of(value) for value in values]
            broken: dict[int, Words] = {}
            for place, value in enumerate(values):
                if words := lost_digits(value) or (broken_text(value) if isinstance(value, str) else None):
                    broken[place] = at(words, row, place + left)
            for place, error in errors_of.get(row, {}).items():
                cells[place] = error
                broken[place] = at(failed_formula(error), row, place + left)
            yield RawRow(row, cells, broken)


class _told:  # noqa: N801 (it reads as what it does)
    """What calamine raises, told as other unreadable files are."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, calamine.PasswordError):
            raise UnreadableFile("The workbook is protected by a password. 工作簿已加密，请取消密码后重试。") from error
        if isinstance(error, calamine.CalamineError):
            raise UnreadableFile(f"The workbook cannot be read: {error}. 无法读取该工作簿。") from error
