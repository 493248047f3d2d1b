"""Keeps a spreadsheet from taking a cell of CSV for a formula, and takes the guard off again."""

import re

FORMULA = "=+-@\t\r＝＋－＠"
"""What a formula begins with; spreadsheets of East Asia take the full-width forms too."""

_GUARD = "'"
GUARDED = FORMULA + _GUARD
"""What a guard goes before: itself too, or it would be taken off where it was meant."""
_TYPED = re.compile(r"'\d")
"""The mark people type before a number so that it stays a text."""


def guarded(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"{_GUARD}{text}" if text and text[0] in GUARDED else text


def unguarded(text: str) -> str:
    """A cell as it was before it was guarded, by us or by the apostrophe someone typed before a number."""
    is_guarded = len(text) > 1 and text[0] == _GUARD and text[1] in GUARDED
    return text[1:] if is_guarded or _TYPED.match(text) else text
