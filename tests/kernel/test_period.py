"""Months end where the month does."""

from datetime import date

import pytest

from bureau.kernel.period import months_later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2020, 2, 29), 72, date(2026, 2, 28)),
    ],
)
def test_the_same_day_so_many_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
