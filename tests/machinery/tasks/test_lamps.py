"""Lamps: whatever the calendar and the day, they are what counting day by day comes to."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bureau.machinery.calendars.calendar import Calendar
from bureau.machinery.tasks.assigned_task import Lamp
from bureau.machinery.tasks.timing import lamp_on, times

FIRST = date(2026, 9, 1)
days = st.integers(0, 120).map(lambda number: FIRST + timedelta(days=number))
calendars = st.dictionaries(days, st.booleans(), max_size=40)


def counted(special: dict[date, bool], due: date, day: date) -> Lamp:
    """The lamp, by going through the days one after the other."""

    def is_worked(one: date) -> bool:
        return special.get(one, one.isoweekday() <= 5)

    last = due
    while not is_worked(last):
        last += timedelta(days=1)
    if day > last:
        return Lamp.RED
    left = sum(is_worked(day + timedelta(days=n)) for n in range(1, (last - day).days + 1))
    return Lamp.YELLOW if left <= 3 else Lamp.GREEN


@given(calendars, days, days)
def test_a_lamp_is_what_counting_comes_to(special: dict[date, bool], due: date, day: date) -> None:
    found = times(Calendar(special, 7), due, day)
    assert found["lamp"] is counted(special, due, day)
    assert found["calendar"] == 7
    assert lamp_on(day, found["yellow_from"], found["red_from"]) is found["lamp"]
    assert found["yellow_from"] < found["red_from"]


def test_the_oracle_knows_the_three() -> None:
    friday = date(2026, 9, 11)
    before = {friday - timedelta(days=n): counted({}, friday, friday - timedelta(days=n)) for n in range(-1, 5)}
    assert [lamp.value for lamp in before.values()] == ["RED", "YELLOW", "YELLOW", "YELLOW", "YELLOW", "GREEN"]
    assert counted({friday: False}, friday, friday + timedelta(days=3)) is Lamp.YELLOW, "its last day is Monday then"
