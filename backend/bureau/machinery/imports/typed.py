"""Typed cells of spreadsheets and JSON as the text a person would type, and what is wrong with some of them."""

import math
from datetime import date, datetime, time, timedelta
from typing import Any

from bureau.kernel.words import Words

_MOST_DIGITS = 15
"""Digits that a number of a spreadsheet keeps; the ones after them are zeros whatever was typed."""

ERRORS = frozenset({
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
})  # fmt: skip
"""What a spreadsheet shows where a formula failed."""


def text_of(value: Any) -> str:
    """A typed value as text: whole numbers without .0, days as 2015-07-09, percentages as the fraction they are."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return _number(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    if value.is_integer() and abs(value) < 10**_MOST_DIGITS:
        return str(int(value))
    return f"{value:.{_MOST_DIGITS}g}".replace("e", "E")


def lost_digits(value: Any) -> Words | None:
    """What is wrong with a number of a sheet that was too long for one: `1.10105194912310E+17`."""
    if isinstance(value, float) and math.isfinite(value) and abs(value) >= 10**_MOST_DIGITS:
        return Words(
            f"the spreadsheet took it for a number ({text_of(value)}) and lost every digit after the fifteenth;"
            " format the column as text and fill it in again.",
            f"电子表格将其当作数值（{text_of(value)}），第 15 位以后的数字已丢失；请把该列设为文本后重新填写。",
        )
    return None


def broken_text(text: str) -> Words | None:
    """What is wrong with a cell that shows that a formula failed: `#N/A`."""
    return failed_formula(text) if "#" in text and text.strip() in ERRORS else None


def failed_formula(error: str) -> Words:
    """That a cell holds an error of a formula."""
    return Words(f"its formula ended in the error {error.strip()}.", f"公式出错，结果为 {error.strip()}。")


def at(words: Words, row: int, place: int) -> Words:
    """Words about a cell, with its address in the sheet before them."""
    address = f"{letters(place)}{row}"
    return Words(f"cell {address}: {words.en}", f"单元格 {address}：{words.zh}")


def letters(place: int) -> str:
    """A column as a spreadsheet names it: 0 is A, 26 is AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place_of(name: str) -> int:
    """A column's place from 0: A is 0, AA is 26."""
    place = 0
    for letter in name:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
