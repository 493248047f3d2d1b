"""XLSX of any length, written row by row: what does not fit on one sheet goes on to the next."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any, BinaryIO

import xlsxwriter

from bureau.engine.tree import How
from bureau.machinery.sheets import Cell, write_cell

MOST_ROWS = 1_048_576
"""Rows that a sheet has, the one of its heads among them."""
_LONGEST_TITLE = 25
_FIRST_DAY = "1900-03-01"
"""The first day whose number all spreadsheets agree on; earlier ones are texts."""


class LongSheets:
    """A workbook of one table, for as long as the context lasts; memory holds one row of it."""

    def __init__(self, out: BinaryIO, title: str, heads: Sequence[str], most_rows: int = MOST_ROWS) -> None:
        self._book = xlsxwriter.Workbook(out, {"constant_memory": True})
        self._title = title[:_LONGEST_TITLE]
        self._heads = heads
        self._most = most_rows
        self._bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._count = 0
        self._begin()

    def __enter__(self) -> "LongSheets":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    def write(self, texts: Sequence[Any], hows: Sequence[How]) -> None:
        """Write a row, each text as the type it stands for; raises LimitExceeded for one that no cell can hold."""
        if self._row == self._most:
            self._begin()
        for place, (text, how) in enumerate(zip(texts, hows, strict=True)):
            if text is not None:
                write_cell(self._sheet, self._row, place, _typed(text, how), self._day)
        self._row += 1

    def _begin(self) -> None:
        self._count += 1
        more = f" ({self._count})" if self._count > 1 else ""
        self._sheet = self._book.add_worksheet(f"{self._title}{more}")
        self._sheet.freeze_panes(1, 0)
        for place, head in enumerate(self._heads):
            self._sheet.write_string(0, place, head, self._bold)
        self._row = 1


def _typed(text: Any, how: How) -> Cell | date:
    match how:
        case How.NUMBER:
            return int(text)
        case How.SCALED:
            return Decimal(text)
        case How.BOOLEAN:
            return bool(text == "true")
        case How.DATE if text >= _FIRST_DAY:
            return date.fromisoformat(text)
        case _:
            return str(text)
