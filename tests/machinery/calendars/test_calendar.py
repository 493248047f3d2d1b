"""Working days: the vectors of §19, days of the bureau's own, and years of which nothing is known yet."""

from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.machinery.calendars.announced import enter_announced_days
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from tests.support.api import Api


@pytest.fixture(scope="module")
async def calendar(services: Services) -> Calendar:
    return await load_calendar(services.store.database.readers)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 9, 25), 10, date(2026, 10, 15)),  # 28-30 Sep; 8, 9 and the make-up 10 Oct; 12-15
        (date(2026, 2, 12), 5, date(2026, 2, 26)),  # Spring Festival, and the make-up days before and after it
        (date(2026, 10, 12), 10, date(2026, 10, 26)),
        (date(2026, 10, 12), 0, date(2026, 10, 12)),
    ],
)
def test_times_end_on_working_days(calendar: Calendar, start: date, days: int, end: date) -> None:
    assert calendar.after(start, days) == end
    assert calendar.between(start, end) == days


def test_the_day_before_which_so_many_are_left(calendar: Calendar) -> None:
    assert calendar.before(date(2026, 10, 9), 2) == date(2026, 10, 7), "8 and 9 October are left after the holiday"
    assert calendar.is_working(date(2026, 10, 10))
    assert not calendar.is_working(date(2026, 10, 7))


def test_of_a_year_that_is_not_announced_weekdays_count_and_it_is_said(calendar: Calendar) -> None:
    assert calendar.after(date(2031, 5, 1), 2) == date(2031, 5, 5)  # a Thursday
    assert [fault.code for fault in calendar.unknown(date(2030, 12, 31), date(2031, 1, 5))] == ["CALENDAR_UNKNOWN"] * 2
    assert not list(calendar.unknown(date(2026, 1, 1), date(2026, 12, 31)))


async def test_the_bureau_adds_days_and_what_it_entered_stays(api: Api, services: Services, calendar: Calendar) -> None:
    day = {"englishName": "Games", "chineseName": "运动会放假", "source": "市政府通知"}
    made = await api.write("createCalendarDay", "calendarDay { id }", day="2026-10-16", isWorking=False, **day)
    assert made["errors"] == []
    later = await load_calendar(services.store.database.readers)
    assert later.after(date(2026, 9, 25), 11) == date(2026, 10, 19)
    assert later.version > calendar.version, "a version says what was known"
    assert await enter_announced_days(services.store) == 0
    assert not (await load_calendar(services.store.database.readers)).is_working(date(2026, 10, 16))
