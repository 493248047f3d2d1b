"""The two semesters of a school year, for which aid is awarded (学期)."""

from datetime import date

from bureau.kernel.clock import school_year
from bureau.kernel.field import State


class Semester(State):
    """A semester of a school year (学期)."""

    AUTUMN = "AUTUMN", "Autumn", "秋季学期"
    SPRING = "SPRING", "Spring", "春季学期"


def first_day(year: int, semester: str) -> date:
    """The nominal first day of a semester of the school year that begins in `year`: 1 September, or 1 March."""
    return date(year, 9, 1) if semester == Semester.AUTUMN else date(year + 1, 3, 1)


def semester_of(day: date) -> tuple[int, Semester]:
    """The school year and the semester in which a day lies; the holidays belong to the one before."""
    return school_year(day), Semester.SPRING if 3 <= day.month <= 8 else Semester.AUTUMN
