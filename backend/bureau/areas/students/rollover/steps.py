"""Which grade comes after which, at a school of one type and form of schooling, in one place and time."""

from datetime import date

from bureau.registry.stages import stages, teaches
from bureau.registry.standards import standard

_PACKAGE = "bureau.areas.students.rollover"
_ONWARD = {"P": "J"}
"""The stage into which pupils go on at the same school without being admitted anew: compulsory education is one."""


def next_grade(grade: str, school_type: str | None, schooling: str | None, day: date, division: str) -> str | None:
    """The grade after one; None where it is the last that they go to at this school, and they graduate.

    Raises LookupError where the school has no such grade.
    """
    stage, number = grade[:1], int(grade[1:])
    years = stage_years(stage, schooling, day, division)
    if years is None or number > years or (school_type and not teaches(school_type, grade)):
        raise LookupError(grade)
    if number < years:
        return f"{stage}{number + 1}"
    onward = _ONWARD.get(stage)
    return f"{onward}1" if onward and school_type and onward in stages(school_type) else None


def year_of_schooling(grade: str, schooling: str | None, day: date, division: str) -> int:
    """Which year of its own a grade is: of compulsory education from its first year on, otherwise of its stage."""
    number = int(grade[1:])
    return number + (stage_years("P", schooling, day, division) or 0) if grade[:1] == "J" else number


def stage_years(stage: str, schooling: str | None, day: date, division: str) -> int | None:
    """How many grades a stage has; under a form of schooling of which nothing is set, as many as usual."""
    names = (f"stage_years.{stage}.{schooling}", f"stage_years.{stage}")
    found = next((s for name in names if (s := standard(name, day, division, package=_PACKAGE))), None)
    return int(found.value) if found else None
