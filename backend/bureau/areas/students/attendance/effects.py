"""What the codes of attendance come to: missed or not, with leave or without, or no school at all (考勤代码含义)."""

from functools import lru_cache

from bureau.kernel.field import CodeTable
from bureau.kernel.shipped import shipped_rows
from bureau.kernel.words import Words

ATTENDANCE = CodeTable("attendance_code", Words("Attendance", "考勤情况"), "Bureau")
PRESENT = "P"
PACKAGE = "bureau.areas.students.attendance"


@lru_cache(maxsize=8)
def codes_that(effect: str) -> frozenset[str]:
    """The codes that have an effect: absent, truant, suspended, leave."""
    return frozenset(row["code"] for row in shipped_rows(PACKAGE, "effects.csv") if row[effect] == "yes")


def listed(effect: str) -> str:
    """The same as SQL has them after IN."""
    return "({})".format(", ".join(f"'{code}'" for code in sorted(codes_that(effect))))
