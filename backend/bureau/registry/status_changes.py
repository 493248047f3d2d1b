"""From which status to which a student may go, as data (学籍状态变更规则)."""

from functools import lru_cache

from bureau.kernel.shipped import shipped_rows

COMPULSORY_STAGES = frozenset({"P", "J", "E"})
"""The stages of compulsory education, by the letter with which the codes of their grades begin: primary, junior, and the
nine years of special schools (义务教育法 art. 19)."""


def is_compulsory(grade: str) -> bool:
    """Whether a grade is one of compulsory education."""
    return grade[:1] in COMPULSORY_STAGES


@lru_cache(maxsize=1)
def _changes() -> dict[tuple[str, str], bool]:
    rows = shipped_rows("bureau.registry", "student_status_changes.csv")
    return {(row["before"], row["after"]): row["compulsory"] == "yes" for row in rows}


def is_possible(before: str, after: str) -> bool:
    """Whether a student may go from one status to another at all."""
    return before == after or (before, after) in _changes()


def is_for_compulsory_pupils(before: str, after: str) -> bool:
    """Whether a pupil of compulsory education may, too."""
    return before == after or _changes().get((before, after), False)
