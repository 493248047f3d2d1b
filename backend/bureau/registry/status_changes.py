"""From which status to which a student may go, as data (学籍状态变更规则)."""

from functools import lru_cache
from typing import Any

from bureau.kernel.shipped import Row, shipped_rows

COMPULSORY_STAGES = frozenset({"P", "J", "E"})
"""The stages of compulsory education, by the letter with which the codes of their grades begin: primary, junior and the
nine years of special schools (Compulsory Education Law art. 19)."""

_TAKEN_BACK = "_is_taken_back"


def is_compulsory(grade: str) -> bool:
    """Whether a grade is one of compulsory education."""
    return grade[:1] in COMPULSORY_STAGES


@lru_cache(maxsize=1)
def _changes() -> dict[tuple[str, str], Row]:
    rows = shipped_rows("bureau.registry", "student_status_changes.csv")
    return {(row["before"], row["after"]): row for row in rows}


def is_possible(before: str, after: str) -> bool:
    """Whether a student may go from one status to another at all."""
    return before == after or (before, after) in _changes()


def is_for_compulsory_pupils(before: str, after: str) -> bool:
    """Whether a pupil of compulsory education may, too."""
    return before == after or ((before, after) in _changes() and _changes()[before, after]["compulsory"] == "yes")


def change_code(before: str, after: str) -> str:
    """The code of the status change that leads from one status to another, which must be possible."""
    return _changes()[before, after]["change"]


def take_back(student: Any) -> None:
    """Let a student, as held by whoever corrects the register, go back where a wrong entry took them from."""
    student.__dict__[_TAKEN_BACK] = True


def is_taken_back(student: Any) -> bool:
    """Whether what is written of a student takes a wrong entry back, so that no rule leads there."""
    return _TAKEN_BACK in student.__dict__
