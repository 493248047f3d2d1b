"""Where the cells of a row go: which record they tell of, and which of its fields."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Span
from bureau.kernel.kind import Kind
from bureau.machinery.imports.beside import Place, filled_at
from bureau.machinery.imports.mapping import Paths
from bureau.machinery.imports.tables import TableRow
from bureau.storage.drafts import Draft


@dataclass(slots=True, eq=False)
class Row:
    """A row on its way into the database."""

    table_row: TableRow
    values: dict[str, Any]
    """What its cells say of its own record, by field name; a record that comes with it is a dictionary."""
    beside: dict[Place, dict[str, Any]]
    """The same of records beside it; those of which no cell says anything are not there."""
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    own: Draft | None = None
    drafts: list[tuple[tuple[str, ...], Draft]] = field(default_factory=list)
    """Those of all records that it tells of, each with what leads to it from the row's own."""


@dataclass(frozen=True, slots=True)
class _Slot:
    path: str
    header: str
    place: Place | None
    within: str
    """The relation to the record that comes with the one it tells of; empty where it tells of that one itself."""
    name: str
    end: str
    """Of a period, `from` or `until`."""


class Slots:
    """The slots of a mapping, found once for all rows."""

    def __init__(self, kind: Kind, paths: Paths, places: Sequence[Place], key_column: str = "") -> None:
        self._key_column = key_column
        """The column with the key of the system that a file is from; empty where it is from no other."""
        self._key = [(name, kind.fields[name]) for name in kind.natural_key]
        self._slots = [_slot(kind, path, header, places) for path, header in paths.items()]
        self._lines: dict[int, int] = {}
        """By what a row's record is known by, the line on which it was named first."""

    def row(self, table_row: TableRow) -> Row:
        """What a row says."""
        row = Row(table_row, {}, {})
        for slot in self._slots:
            if slot.header in table_row.broken:
                row.faults.append(invalid(slot.path, *table_row.broken[slot.header]))
            cell = table_row.cells.get(slot.header, "")
            values = row.values
            if slot.place:
                if not cell or cell.isspace():
                    continue
                values = row.beside.setdefault(slot.place, {})
            if slot.within:
                values = values.setdefault(slot.within, {})
            if slot.end:
                start, until = values.get(slot.name, ("", ""))
                values[slot.name] = (start, cell) if slot.end == "until" else (cell, until)
            else:
                values[slot.name] = cell
        if table_row.surplus:
            row.faults.append(invalid("", "more cells than headers.", "单元格数多于表头。"))
        self._refuse_repeated(row)
        if self._key_column:
            self._refuse_unkeyed(row, self._key_column)
        return row

    def _refuse_unkeyed(self, row: Row, column: str) -> None:
        """A row that its own system knows by no key, or by that of another row, would not be found again."""
        key, line = row.table_row.cells.get(column, ""), row.table_row.line
        first = self._lines.setdefault(hash((column, key)), line)
        if not key:
            row.faults.append(fault(Code.REQUIRED, column))
        elif first != line:
            row.faults.append(fault(Code.DUPLICATE_ROW, column, line=first))

    def _refuse_repeated(self, row: Row) -> None:
        """A file that says two things of one record is not believed the second time."""
        texts = []
        for name, declared in self._key:
            value = row.values.get(name)
            text = value[0] if isinstance(value, tuple) else value  # a period is known by its start
            if not isinstance(text, str) or not text.strip():
                return
            texts.append(declared.uniform(text))
        line = row.table_row.line
        if texts and (first := self._lines.setdefault(hash(tuple(texts)), line)) != line:
            row.faults.append(fault(Code.DUPLICATE_ROW, self._key[0][0], line=first))


def _slot(kind: Kind, path: str, header: str, places: Sequence[Place]) -> _Slot:
    place = filled_at(places, path)
    if place:
        kind = place.kind
    head, _, rest = path.removeprefix(place.prefix if place else "").partition(".")
    if not rest:
        return _Slot(path, header, place, "", head, "")
    if isinstance(kind.fields[head], Span):
        return _Slot(path, header, place, "", head, rest)
    return _Slot(path, header, place, head, rest, "")
