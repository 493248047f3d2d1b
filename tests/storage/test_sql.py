"""Values as each database takes them."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bureau.registry.student import StudentStatus
from bureau.storage.sql import sqlite_rows, sqlite_values

VALUES: list[Any] = [
    None,
    1,
    "a",
    b"b",
    True,
    date(2026, 9, 1),
    datetime(2026, 9, 1, tzinfo=UTC),
    StudentStatus.ENROLLED,
]


@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(st.sampled_from(VALUES), min_size=width, max_size=width)))
)
def test_many_rows_are_converted_as_one_is(rows: list[list[Any]]) -> None:
    assert sqlite_rows(rows) == [sqlite_values(row) for row in rows]
