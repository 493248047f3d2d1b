"""Which tables a plan reads, at every depth and in its filters."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from bureau.engine.tree import Col, Never, Param, Rows


def tables(part: object) -> Iterator[str]:
    """The tables of a part of a plan; not those of rows that the actor never sees, nor what hangs on such rows."""
    if isinstance(part, Rows):
        yield part.table
    if isinstance(part, tuple):
        for inner in part:
            yield from tables(inner)
    elif is_dataclass(part) and not isinstance(part, Col | Param) and not _is_empty(part):
        for field in fields(part):
            yield from tables(getattr(part, field.name))


def _is_empty(part: object) -> bool:
    rows = getattr(part, "rows", None)
    return isinstance(rows, Rows) and isinstance(rows.where, Never)
