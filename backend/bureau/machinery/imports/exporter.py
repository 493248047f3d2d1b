"""Records of a kind as CSV, streamed: what an import of the same kind reads back, sealed values as masks alone."""

import csv
from collections.abc import AsyncIterator
from datetime import datetime
from io import StringIO
from typing import Any

from bureau.kernel.field import Field, One, Salt, Scaled, Sealed, Span
from bureau.kernel.kind import Kind
from bureau.kernel.money import from_scaled
from bureau.kernel.text import camel
from bureau.machinery.imports.guards import guarded
from bureau.storage.store import Store

CHUNK = 5000


async def export_csv(store: Store, kind: Kind) -> AsyncIterator[str]:
    """The lines of a CSV file with all live records of a kind, in the order of their ids, in blocks."""
    columns = [(name, f) for name, f in kind.fields.items() if not (isinstance(f, Salt) or f.derived)]
    yield _line([header for name, f in columns for header in _headers(name, f)])
    after = 0
    while True:
        rows = await store.database.readers.fetch(_select(store, kind, columns), [after, CHUNK])
        if not rows:
            return
        yield "".join(_line(_cells(tuple(row)[1:], columns)) for row in rows)
        after = rows[-1][0]


def _headers(name: str, declared: Field[Any]) -> list[str]:
    return [f"{camel(name)}.from", f"{camel(name)}.until"] if isinstance(declared, Span) else [camel(name)]


def _select(store: Store, kind: Kind, columns: list[tuple[str, Field[Any]]]) -> str:
    selected = ["r.id"]
    for _, declared in columns:
        if isinstance(declared, One):
            selected.append(_natural_key(store.kind_of(declared.target), declared.column.name))
        elif isinstance(declared, Sealed):
            selected.append(f"r.{declared.columns[2].name}")
        else:
            selected += [f"r.{column.name}" for column in declared.columns]
    where = "r.void_reason IS NULL AND r.id > $1"
    if kind.variant:
        where += f" AND r.{kind.variant.field} IN ({', '.join(repr(v) for v in sorted(kind.variant.values))})"
    return f"SELECT {', '.join(selected)} FROM {kind.table} r WHERE {where} ORDER BY r.id LIMIT $2"


def _natural_key(target: Kind, column: str) -> str:
    """What other records call the related one; a mask where that is sealed."""
    declared = target.key_field
    if declared is None:
        return f"r.{column}"
    shown = declared.columns[2] if isinstance(declared, Sealed) else declared.columns[0]
    return f"(SELECT o.{shown.name} FROM {target.table} o WHERE o.id = r.{column})"


def _cells(values: tuple[Any, ...], columns: list[tuple[str, Field[Any]]]) -> list[str]:
    fields = [f for _, f in columns for _ in range(2 if isinstance(f, Span) else 1)]
    return [_cell(value, declared) for value, declared in zip(values, fields, strict=True)]


def _cell(value: Any, declared: Field[Any]) -> str:
    if value is None:
        return ""
    if isinstance(declared, Scaled):
        return from_scaled(value, declared.scale)
    if isinstance(value, datetime):
        return value.isoformat()
    return guarded(str(value))


def _line(cells: list[str]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
