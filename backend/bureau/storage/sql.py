"""The small differences between the two databases' SQL that hand-written statements meet."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal

from bureau.kernel.period import Period
from bureau.storage.record import moment_text

DialectName = Literal["sqlite", "postgres"]

_PLACE = re.compile(r"\$(\d+)")


@lru_cache(maxsize=2048)
def in_sqlite(sql: str) -> str:
    """A statement with PostgreSQL's `$1` as SQLite writes it, `?1`."""
    return _PLACE.sub(r"?\1", sql)


MOMENT: Mapping[DialectName, str] = {
    "postgres": """to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
    "sqlite": "{0}",
}
"""The SQL for a moment as text, always with microseconds."""


def moment_of(value: datetime | str) -> datetime:
    """A moment as a hand-written statement returns it: text on SQLite."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def moment_in(value: datetime | str) -> str:
    """The same moment as the text that is told of it."""
    return moment_text(moment_of(value))


def day_of(value: date | str) -> date:
    """A day as a hand-written statement returns it: text on SQLite."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def period_of(start: date | str | None, until: date | str | None) -> Period:
    """Two days as a hand-written statement returns them, either of which may be open."""
    return Period(day_of(start) if start else None, day_of(until) if until else None)


def sqlite_value(value: Any) -> Any:
    """A value as SQLite holds it: days and moments are text, truth is 0 or 1."""
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def sqlite_values(values: Sequence[Any]) -> list[Any]:
    """Parameters as SQLite takes them."""
    return [sqlite_value(value) for value in values]


_AS_IT_IS = frozenset({int, str, bytes, float, type(None)})


def sqlite_rows(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Many rows of one width as SQLite takes them; only columns that hold something else are gone through."""
    columns = (
        column if _AS_IT_IS.issuperset(map(type, column)) else [sqlite_value(value) for value in column]
        for column in zip(*rows, strict=True)
    )
    return [list(row) for row in zip(*columns, strict=True)]


def among(dialect: DialectName, column: str, values: Collection[Any], cast: str = "bigint") -> tuple[str, list[Any]]:
    """That `column` is one of `values`, and the parameters for it, which come first in the statement."""
    if dialect == "postgres":
        return f"{column} = ANY($1::{cast}[])", [list(values)]
    places = ", ".join(f"${n}" for n in range(1, len(values) + 1))
    return f"{column} IN ({places})", list(values)
