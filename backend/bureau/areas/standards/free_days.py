"""Days on which no subject is taught off campus: holidays, Saturdays and Sundays, and all between terms (§1.6)."""

from datetime import date

from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import is_weekday
from bureau.machinery.calendars.school_days import SchoolDays

_HOLIDAY = Words("it is a public holiday.", "法定节假日。")
_WEEKEND = Words("it is a Saturday or Sunday.", "休息日。")
_VACATION = Words("it lies in no term.", "不在学期内（寒暑假）。")


def why_free(day: date, school_days: SchoolDays) -> Words | None:
    """Why a day is free; None where it is not. A Saturday that is worked in place of another day is none."""
    if not school_days.calendar.is_working(day):
        return _HOLIDAY if is_weekday(day) else _WEEKEND
    return _VACATION if school_days.term_of(day) is None else None
