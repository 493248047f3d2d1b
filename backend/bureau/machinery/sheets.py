"""Tables as files that spreadsheets open: CSV and XLSX, no cell of which is taken for a formula."""

import csv
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter

from bureau.kernel.errors import LimitExceeded
from bureau.kernel.guards import guarded

Cell = str | int | float | bool | Decimal | None

LONGEST_CELL = 32_767
"""Characters that a cell of XLSX can hold."""
_EXACT_DIGITS = 15
"""Digits that a number of a spreadsheet keeps."""
_OPTIONS = {"in_memory": True}
"""No row lies in a temporary file."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""When every file says that it was made, so that the same table is the same file."""


def csv_file(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV: UTF-8 with its mark, texts guarded as in exports."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(map(guarded, heads))
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def xlsx_file(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as XLSX, texts as texts; raises LimitExceeded for one that is longer than a cell can hold.

    Takes a tenth of a second for 1,000 rows: not on the event loop.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as workbook:
        workbook.set_properties({"created": _MADE})
        sheet = workbook.add_worksheet()
        sheet.freeze_panes(1, 0)
        bold = workbook.add_format({"bold": True})
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, bold)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                write_cell(sheet, number, column, cell)
    return buffer.getvalue()


def write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: Cell | date,
    day: xlsxwriter.format.Format | None = None,
) -> None:
    """Write one cell as its type: numbers only where a spreadsheet keeps their digits, days in the format `day`.

    Raises LimitExceeded for a text that no cell can hold.
    """
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(row, column, cell)
        case str():
            if len(cell) > LONGEST_CELL:
                raise LimitExceeded(
                    f"A cell holds at most {LONGEST_CELL} characters.",
                    f"单元格最多容纳 {LONGEST_CELL} 个字符。",
                    limit=LONGEST_CELL,
                )
            sheet.write_string(row, column, cell)
        case date():
            sheet.write_datetime(row, column, cell, day)
        case _ if len(str(cell).lstrip("-").replace(".", "")) > _EXACT_DIGITS:
            sheet.write_string(row, column, str(cell))
        case _:
            sheet.write_number(row, column, cell)
