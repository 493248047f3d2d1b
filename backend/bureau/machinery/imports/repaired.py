"""The rejected rows of a file, to be mended and imported again: as they were, why they were rejected, what is meant."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from bureau.kernel.accept import Reading
from bureau.kernel.field import Date, Field, Span
from bureau.kernel.guards import guarded
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.imports.beside import Place
from bureau.machinery.imports.importer import Rejection
from bureau.machinery.imports.mapping import EXTRA, Paths, field_at
from bureau.machinery.imports.suggestions import Suggestion, suggest
from bureau.machinery.imports.tables import Table, TableRow

HEADS = (f"{EXTRA}行 line", f"{EXTRA}原因", f"{EXTRA}reason", f"{EXTRA}建议 suggestion")
"""The columns that are added; an import passes over them."""

_LONGEST_NOTE = 2_000
_LONGEST_CELL = 32_767
_DAY = Date("Day", "日期")
"""One end of a period."""
_CONFIRM = Words("to be confirmed", "请确认")


class _Mended(NamedTuple):
    """A rejected row: its cells, what is added to them, and what is said of single cells."""

    cells: list[str]
    added: list[str]
    notes: Mapping[int, str]


def write_repaired(
    path: Path,
    table: Table,
    kind: Kind,
    paths: Paths,
    rejections: Sequence[Rejection],
    reading: Reading,
    beside: Sequence[Place] = (),
) -> None:
    """Write the rejected rows of a table as XLSX or CSV, by the name of the file.

    They are read from the table again, so it costs memory for the reasons alone. The cells are those of the sender,
    sealed ones in the clear, as they were sent: the file is for the sender, and for nobody else.
    """
    by_line: dict[int, list[Rejection]] = {}
    for rejection in rejections:
        by_line.setdefault(rejection.line, []).append(rejection)
    fields = {header: field_at(kind, path, beside) for path, header in paths.items()}
    rows = (
        _mended(table.headers, row, by_line[row.line], fields, reading) for row in table.rows() if row.line in by_line
    )
    heads = [*table.headers, *HEADS]
    if path.suffix.casefold() == ".xlsx":
        _write_xlsx(path, heads, rows)
    else:
        _write_csv(path, heads, rows)


def _suggested(
    fields: Mapping[str, Field[Any]], row: TableRow, rejection: Rejection, reading: Reading
) -> list[Suggestion]:
    declared = fields.get(rejection.column)
    if declared is None or rejection.column in row.broken:
        return []
    if isinstance(declared, Span):
        declared = _DAY
    return suggest(declared, row.cells.get(rejection.column, ""), reading)


def _mended(
    headers: Sequence[str],
    row: TableRow,
    rejections: Sequence[Rejection],
    fields: Mapping[str, Field[Any]],
    reading: Reading,
) -> _Mended:
    notes: dict[int, str] = {}
    english, chinese, suggested = [], [], []
    for rejection in rejections:
        found = _suggested(fields, row, rejection, reading)
        shown = [_shown(suggestion) for suggestion in found]
        if rejection.column in headers:
            place = headers.index(rejection.column)
            lines = [notes[place]] if place in notes else []
            notes[place] = "\n".join((*lines, rejection.reason.zh, rejection.reason.en, *shown))
        before = f"{rejection.column}: " if rejection.column else ""
        english.append(f"{before}{rejection.reason.en}")
        chinese.append(f"{before}{rejection.reason.zh}")
        suggested += [f"{before}{text}" for text in shown]
    cells = [row.cells.get(header, "") for header in headers]
    return _Mended(cells, [str(row.line), " ".join(chinese), " ".join(english), "; ".join(suggested)], notes)


def _shown(suggestion: Suggestion) -> str:
    en, zh = suggestion.reason
    to_confirm = f" [{_CONFIRM.both}]" if suggestion.to_confirm else ""
    return f"{suggestion.value} ({zh} {en}){to_confirm}"


def _write_csv(path: Path, heads: Sequence[str], rows: Iterable[_Mended]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(guarded, heads))
        writer.writerows([guarded(cell) for cell in (*row.cells, *row.added)] for row in rows)


def _write_xlsx(path: Path, heads: Sequence[str], rows: Iterable[_Mended]) -> None:
    """Every cell is a text, and stays one when it is mended; what was refused is coloured and says why."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        refused = book.add_format({"num_format": "@", "bg_color": "#FFC7CE"})
        sheet.set_column(0, len(heads) - 1, 16, text)
        for place, head in enumerate(heads):
            sheet.write_string(0, place, head, bold)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate((*row.cells, *row.added)):
                note = row.notes.get(place)
                sheet.write_string(number, place, cell[:_LONGEST_CELL], refused if note else text)
                if note:
                    sheet.write_comment(number, place, note[:_LONGEST_NOTE], {"x_scale": 2})
