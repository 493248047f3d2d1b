"""From which status to which a student may go, as data (学籍状态变更规则)."""

import csv
from functools import lru_cache
from importlib.resources import files

COMPULSORY_STAGES = frozenset({"P", "J"})
"""The stages of compulsory education, by the letter with which the codes of their grades begin."""


@lru_cache(maxsize=1)
def _changes() -> dict[tuple[str, str], bool]:
    text = (files("bureau.registry") / "data" / "student_status_changes.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(row["before"], row["after"]): row["compulsory"] == "yes" for row in rows}


def is_possible(before: str, after: str) -> bool:
    """Whether a student may go from one status to another at all."""
    return before == after or (before, after) in _changes()


def is_for_compulsory_pupils(before: str, after: str) -> bool:
    """Whether a pupil of compulsory education may, too."""
    return before == after or _changes().get((before, after), False)
