"""Which characters the paper's font has, and how the others are told: names hold some that few fonts have (生僻字)."""

import re
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
"""Where the build puts the fonts, which are too large to be kept with the code."""
_REGULAR = FONTS / "NotoSansSC_400Regular.ttf"
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What says which form of a character is meant; the font has one form of each."""
_UNBROKEN = re.compile("[!-~]{24}")
"""So many letters without a place to break a line do not fit beside a heading."""


@cache
def covered() -> frozenset[int]:
    """The code points that the font has; raises FileNotFoundError where the build put none there."""
    with TTFont(_REGULAR, lazy=True) as font:
        return frozenset(font.getBestCmap())


def shown(text: str) -> str:
    """A text as it can be set: what the font lacks stands as its number, 〔U+2C386〕, and lines can be broken."""
    told = "".join(_shown(letter) for letter in _SELECTOR.sub("", text))
    return _UNBROKEN.sub("\\g<0>\u200b", told)


def is_whole(text: str) -> bool:
    """Whether a text is set with all of its characters."""
    return all(letter == _shown(letter) for letter in _SELECTOR.sub("", text) if letter not in "\t\r")


def _shown(letter: str) -> str:
    if letter == "\n" or ord(letter) in covered():
        return letter
    if letter in "\t\r\u2028\u2029":
        return " "
    return f"〔U+{ord(letter):04X}〕"
