"""The classes of public expenditure by function: which of them are leaves, and which stages each is for."""

from functools import lru_cache

from bureau.kernel.field import CodeTable
from bureau.kernel.shipped import shipped_rows
from bureau.kernel.words import Words

FUNCTION = CodeTable(
    "expenditure_function", Words("Function class", "支出功能分类"), "政府收支分类科目 205 (not verified)"
)


@lru_cache(maxsize=1)
def _stages() -> dict[str, frozenset[str]]:
    rows = shipped_rows("bureau.areas.funds", "function_stages.csv")
    return {row["function"]: frozenset(row["stages"].split()) for row in rows}


def is_leaf(code: str) -> bool:
    """Whether money can be posted to a class: it has none below it."""
    return not any(other != code and other.startswith(code) for other in _stages())


def is_for(code: str, stages: frozenset[str]) -> bool:
    """Whether a class is for any of these stages; one that is for none in particular is for all."""
    own = _stages().get(code, frozenset())
    return not own or not stages or not own.isdisjoint(stages)
