"""What may be charged at once: months, class-hours, yuan and the first day, by the numbers of the day of payment."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from bureau.areas.standards.charging import Terms, charge_faults
from bureau.kernel.period import months_later

PAID, FIRST = date(2026, 9, 1), date(2026, 9, 7)
DAYS = strategies.dates(date(2022, 1, 1), date(2030, 1, 1))


def faults(
    yuan: int = 3000,
    paid_on: date = PAID,
    first_day: date = FIRST,
    until: date | None = None,
    class_hours: int | None = None,
    hours_left: int | None = None,
) -> list[tuple[str, str]]:
    terms = Terms(yuan * 100, paid_on, first_day, until, class_hours, hours_left)
    return [(found.code, found.path[0]) for found in charge_faults(terms)]


@pytest.mark.parametrize(
    ("until", "class_hours", "found"),
    [
        (date(2026, 12, 7), None, []),
        (date(2026, 12, 8), None, [("CHARGE_MONTHS", "last_day")]),
        (None, 60, []),
        (None, 61, [("CHARGE_HOURS", "class_hours")]),
        # both given: the shorter binds
        (date(2026, 12, 7), 60, []),
        (date(2026, 12, 8), 10, [("CHARGE_MONTHS", "last_day")]),
        (date(2026, 10, 7), 61, [("CHARGE_HOURS", "class_hours")]),
        (date(2027, 1, 1), 61, [("CHARGE_MONTHS", "last_day"), ("CHARGE_HOURS", "class_hours")]),
    ],
)
def test_one_charge_is_for_three_months_or_sixty_class_hours(
    until: date | None, class_hours: int | None, found: list[tuple[str, str]]
) -> None:
    assert faults(until=until, class_hours=class_hours) == found


def test_one_charge_is_five_thousand_yuan_at_most() -> None:
    assert faults(5000, class_hours=60) == []
    assert faults(5001, class_hours=1) == [("CHARGE_AMOUNT", "amount")]


@pytest.mark.parametrize(
    ("paid_on", "hours_left", "found"),
    [
        (date(2026, 8, 7), None, []),
        (date(2026, 8, 6), None, [("CHARGE_EARLY", "paid_on")]),
        (date(2026, 8, 6), 20, []),
        (date(2026, 8, 6), 21, [("CHARGE_EARLY", "paid_on")]),
        (date(2026, 8, 7), 60, []),
    ],
)
def test_it_is_paid_a_month_before_at_the_earliest_or_when_few_hours_are_left(
    paid_on: date, hours_left: int | None, found: list[tuple[str, str]]
) -> None:
    assert faults(paid_on=paid_on, class_hours=30, hours_left=hours_left) == found


@given(DAYS, strategies.integers(1, 200), strategies.integers(1, 120), strategies.integers(1, 9000))
def test_both_limits_are_those_of_each_alone(first: date, days: int, hours: int, yuan: int) -> None:
    """A charge for both is refused where one for the period or one for the class-hours would be, and no other."""
    until = first + timedelta(days=days)
    shared = {"yuan": yuan, "paid_on": first, "first_day": first}
    both = set(faults(**shared, until=until, class_hours=hours))  # type: ignore[arg-type]
    period, by_hours = faults(**shared, until=until), faults(**shared, class_hours=hours)  # type: ignore[arg-type]
    assert both == {*period, *by_hours}
    assert (("CHARGE_HOURS", "class_hours") in both) == (hours > 60)
    assert (("CHARGE_AMOUNT", "amount") in both) == (yuan > 5000)
    assert (("CHARGE_MONTHS", "last_day") in both) == (until > months_later(first, 3))


@given(DAYS, strategies.integers(0, 90), strategies.none() | strategies.integers(0, 60))
def test_no_charge_is_earlier_than_it_may_be(first: date, ahead: int, left: int | None) -> None:
    paid = first - timedelta(days=ahead)
    is_early = ("CHARGE_EARLY", "paid_on") in faults(paid_on=paid, first_day=first, class_hours=10, hours_left=left)
    assert is_early == (paid < months_later(first, -1) and (left is None or left > 20))
