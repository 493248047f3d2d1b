"""The numbers that attendance goes by, as they hold on a day where a school lies (考勤标准)."""

from datetime import date

from bureau.areas.students.attendance.effects import PACKAGE
from bureau.registry.standards import standard


def limit(name: str, day: date, division: str = "") -> int:
    """A number that must be set; raises LookupError where none holds."""
    found = standard(name, day, division, package=PACKAGE)
    if found is None:
        raise LookupError(f"no standard {name} on {day}")
    return int(found.value)
