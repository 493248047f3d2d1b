"""The days that the State Council's office has announced, as the package `chinesecalendar` has them (节假日安排)."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import version
from typing import Any

from chinese_calendar import Holiday
from chinese_calendar.constants import holidays, workdays

from bureau.machinery.calendars.calendar import is_weekday
from bureau.machinery.calendars.calendar_day import CalendarDay, calendar_day
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

SOURCE = f"国务院办公厅关于节假日安排的通知 (chinesecalendar {version('chinesecalendar')})"


def announced() -> Iterator[Mapping[str, Any]]:
    """Each weekday that is free and each Saturday or Sunday that is worked, in the order of days."""
    for day, name in sorted((holidays | workdays).items()):
        is_working = day in workdays
        if is_working != is_weekday(day):
            yield _values(day, is_working, Holiday(name))


def _values(day: date, is_working: bool, holiday: Holiday) -> Mapping[str, Any]:
    return {
        "day": day,
        "is_working": is_working,
        "english_name": f"Worked for {holiday.value}" if is_working else holiday.value,
        "chinese_name": f"{holiday.chinese}调休上班" if is_working else holiday.chinese,
        "source": SOURCE,
    }


async def enter_announced_days(store: Store) -> int:
    """Enter the announced days of which the register has nothing; returns how many. What stands there stays."""

    async def enter(tx: Transaction) -> int:
        known = set(await CalendarDay.all().values_list("day", flat=True))
        lacking = [values for values in announced() if values["day"] not in known]
        await store.create_all(tx, calendar_day, lacking, verb="import")
        return len(lacking)

    return await store.database.transaction(enter)
