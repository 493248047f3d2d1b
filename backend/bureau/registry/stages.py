"""Which grades there are, and which of them a type of school teaches (§1.2)."""

from functools import lru_cache

from bureau.kernel.field import CodeTable
from bureau.kernel.shipped import shipped_rows
from bureau.kernel.words import Words

GRADE = CodeTable("grade", Words("Grade", "年级"), "Bureau: stage and year, K1–K3, P1–P6, J1–J4, S1–S3, V1–V3, E1–E9")
STAGE = CodeTable("stage", Words("Stage", "学段"), "Bureau: the letter with which the codes of its grades begin")


@lru_cache(maxsize=1)
def _taught() -> dict[str, frozenset[str]]:
    rows = shipped_rows("bureau.registry", "school_type_stages.csv")
    return {row["type"]: frozenset(row["stages"].split()) for row in rows}


def teaches(school_type: str, grade: str) -> bool:
    """Whether a school of this type teaches this grade; a type of which nothing is known teaches any."""
    stages = _taught().get(school_type)
    return stages is None or grade[:1] in stages


def stages(school_type: str) -> frozenset[str]:
    """The stages a type of school teaches, by the letter its grades begin with: K, P, J, S, V, E."""
    return _taught().get(school_type, frozenset())


@lru_cache(maxsize=1)
def _last() -> dict[tuple[str, str], str]:
    rows = shipped_rows("bureau.registry", "last_grades.csv")
    return {(row["schooling"], row["stage"]): row["grade"] for row in rows}


def last_grade(stage: str, schooling: str | None) -> str:
    """The last grade of a stage under a form of schooling (`schooling_system`); six and three years unless it says."""
    return _last().get((schooling or "63", stage)) or _last()["63", stage]


def last_grades(stage: str) -> dict[str, str]:
    """The last grade of a stage by form of schooling."""
    return {schooling: grade for (schooling, taught), grade in _last().items() if taught == stage}


def is_graduating(grade: str, schooling: str | None) -> bool:
    """Whether a grade is the last of its stage."""
    return last_grade(grade[:1], schooling) == grade
