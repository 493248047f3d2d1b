"""What a class is called in its new grade, from what it was called in the old one."""

import re

from bureau.kernel.words import Words

_NUMERALS = "一二三四五六七八九"
_SHORT = re.compile(rf"^[{_NUMERALS}](?=[（(])")
"""三（2）班: the numeral of the grade's year alone, before the number in brackets."""


def grade_name(grade: str, words: Words, year: int) -> Words:
    """What a grade is called where it is such a year of schooling: the seventh, or the sixth after five."""
    return Words(words.en, f"{_NUMERALS[year - 1]}年级") if grade[:1] == "J" else words


def renamed(name: str | None, grade: Words, next_grade: Words, next_year: int) -> str | None:
    """The name with the grade's words in it exchanged; one that does not say the grade stays, such as 2025级3班."""
    for old, new in zip(grade, next_grade, strict=True):
        if name and name.startswith(old):
            return new + name[len(old) :]
    return name and _SHORT.sub(_NUMERALS[next_year - 1], name, count=1)
