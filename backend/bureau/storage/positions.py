"""Positions: the one order of all changes, and up to where it is closed."""

from collections.abc import Mapping

from bureau.storage.sql import DialectName

BASE = "coalesce((SELECT value FROM counter WHERE name = 'position_base'), 0)"
"""What is added to PostgreSQL's transaction ids; a restored database raises it."""

NEWEST: Mapping[DialectName, str] = {
    "postgres": "pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1",
    "sqlite": "coalesce((SELECT value FROM counter WHERE name = 'position'), 0)",
}
"""An expression: the last closed position, without the base, which stays while a database is open."""

CLOSED: Mapping[DialectName, str] = {
    "postgres": f"({NEWEST['postgres']} + {BASE})",
    "sqlite": NEWEST["sqlite"],
}
"""An expression: the last position below which, itself included, nothing can change any more.

On PostgreSQL it lies below the oldest transaction that is still writing; on SQLite there is one writer at a time, and
a reader sees what it has committed.
"""
