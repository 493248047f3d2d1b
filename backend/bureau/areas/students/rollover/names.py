"""What a class is called in its new grade, from what it was called in the old one."""

import re
from collections.abc import Iterable

from bureau.kernel.words import Words

_NUMERALS = "一二三四五六七八九"
_SHORT = re.compile(rf"^[{_NUMERALS}](?=[（(])")
"""三（2）班: the grade's numeral alone, before the number in brackets."""


def renamed(name: str | None, grade: Words, next_grade: Words, next_number: int) -> str | None:
    """The name with the grade's words in it exchanged; one that does not say the grade stays, such as 2025级3班."""
    if not name:
        return name
    for old, new in _pairs(grade, next_grade):
        if name.startswith(old):
            return new + name[len(old) :]
    return _SHORT.sub(_NUMERALS[next_number - 1], name, count=1)


def _pairs(grade: Words, next_grade: Words) -> Iterable[tuple[str, str]]:
    return zip(grade, next_grade, strict=True)
