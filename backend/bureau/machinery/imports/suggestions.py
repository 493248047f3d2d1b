"""What a refused cell may have meant: values that would be accepted, and why they are thought of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rapidfuzz import fuzz

from bureau.kernel.accept import Reading, accept
from bureau.kernel.field import (
    Boolean,
    Choice,
    Coded,
    Date,
    Field,
    Integer,
    Numbered,
    One,
    Scaled,
    Sealed,
    Span,
    Text,
)
from bureau.kernel.money import from_scaled, is_decimal, to_scaled
from bureau.kernel.text import FORBIDDEN, clean, half_width, is_masked
from bureau.kernel.words import Words

_MOST = 3
_NEAR = 55
"""How alike two words must be, of 100, for one to be thought of."""
_EXCEL_BEGINS = date(1899, 12, 30)
"""The day that a serial number of a spreadsheet counts from (the 1900 system, its 29 February included)."""

_TYPED = Words("letters that look like digits", "字母与数字混淆")
_HIDDEN = Words("without characters that cannot be seen", "去除不可见字符")
_WHOLE = Words("a whole number written with a decimal point", "整数被写成小数")
_COMMAS = Words("without separators between thousands", "去除千位分隔符")
_PERCENT = Words("a percentage, as the fraction it is", "百分数换算为小数")
_UNIT = Words("without what is written beside the number; to be confirmed", "去除数字以外的文字，请确认")
_DAY = Words("the day, as days are written", "改为规范日期写法")
_SERIAL = Words("if it is a day as a spreadsheet counts them; to be confirmed", "若为电子表格的日期序号，请确认")
_ORDERS = Words("the order of day and month is not certain; to be confirmed", "日月先后不明，请确认")
_TICK = Words("a tick or a cross", "打勾或打叉")
_NEAREST = Words("the nearest entry of the table", "代码表中最接近的项")

_LOOKALIKES = str.maketrans("OoQlIi|SsBZz", "000111155822")
_WRITTEN_DAY = re.compile(
    r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?:日|号)?(?:[T\s]+0?0:00(?::00(?:\.0+)?)?)?\.?", re.ASCII
)
_RUN_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})\.0+", re.ASCII)
_ENDED_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_SERIAL_DAY = re.compile(r"([1-9]\d{4})(?:\.0+)?", re.ASCII)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:[,，\s]\d{3})+(?:\.\d+)?", re.ASCII)
_BESIDE = re.compile(r"[^\dA-Za-z.-]*(-?\d+(?:\.\d+)?)[^\dA-Za-z.]*", re.ASCII)
_TICKS = {
    "√": "true", "✓": "true", "✔": "true", "☑": "true", "t": "true", "v": "true", "ok": "true", "是的": "true",
    "×": "false", "✗": "false", "✘": "false", "x": "false", "f": "false", "不是": "false", "没有": "false",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that would be accepted, why it is thought of, and whether someone must confirm it."""

    value: str
    reason: Words
    to_confirm: bool = True


def suggest(field: Field[Any], raw: str, reading: Reading) -> list[Suggestion]:
    """What a refused cell of a field may have meant, the likeliest first; nothing where it is good or masked.

    Digits are never made up: a number without its check digit stays without.
    """
    if field.internal or isinstance(field, One | Span) or (isinstance(field, Sealed) and is_masked(raw)):
        return []
    if not raw.strip() or _is_accepted(field, raw, reading):
        return []
    found: dict[str, Suggestion] = {}
    for thought in (*_cleaned(raw), *_thoughts(field, clean(half_width(raw)), reading)):
        if thought.value not in found and thought.value != raw and _is_accepted(field, thought.value, reading):
            found[thought.value] = thought
    return list(found.values())[:_MOST]


def _is_accepted(field: Field[Any], raw: str, reading: Reading) -> bool:
    value, problem = accept(field, raw, reading)
    return problem is None and value is not None


def _cleaned(raw: str) -> Iterator[Suggestion]:
    if FORBIDDEN.search(raw):
        yield Suggestion(FORBIDDEN.sub("", raw), _HIDDEN, to_confirm=False)


def _thoughts(field: Field[Any], text: str, reading: Reading) -> Iterable[Suggestion]:
    match field:
        case Coded():
            table = reading.codes.table(field.table.name)
            entries = [(e.code, e.words) for e in table.values() if e.valid.holds(reading.today)]
            return (*_lookalikes(text), *_nearest(text, entries))
        case Choice():
            return _nearest(text, [(member.value, member.words) for member in field.members])
        case Date():
            return _days(text)
        case Integer():
            return (*_numbers(text), *_lookalikes(text))
        case Scaled():
            return (*_numbers(text), *_fractions(text), *_lookalikes(text))
        case Boolean():
            known = _TICKS.get(text.casefold())
            return [Suggestion(known, _TICK)] if known else []
        case Sealed() | Numbered():
            return _lookalikes(text)
        case Text() if field.form in ("code", "number"):
            return _lookalikes(text)
        case Text():
            return [Suggestion(" ".join(text.split()), _HIDDEN)]
        case _:
            return []


def _lookalikes(text: str) -> Iterator[Suggestion]:
    """`O` for 0 and `l` for 1, where the rest is digits."""
    digits = sum(1 for character in text if character.isdigit())
    typed = text.translate(_LOOKALIKES)
    if typed != text and digits * 2 >= len(text):
        last = text[-1].upper()
        yield Suggestion(typed[:-1] + last if last == "X" else typed, _TYPED)


def _nearest(text: str, entries: Sequence[tuple[str, Words]]) -> Iterator[Suggestion]:
    """The entries whose words are nearest, 汉族 for 汉族人; by their code where two have the same words."""
    wanted = text.casefold()
    names = Counter(words.zh for _, words in entries)
    scored = sorted(((_likeness(wanted, words), words.zh, code) for code, words in entries), reverse=True)
    for score, name, code in scored[:_MOST]:
        if score >= _NEAR:
            yield Suggestion(name if names[name] == 1 else code, _NEAREST)


def _likeness(wanted: str, words: Words) -> float:
    best = 0.0
    for word in (words.zh, words.en.casefold()):
        best = max(best, fuzz.ratio(wanted, word))
        if word and len(wanted) > 1 and (word in wanted or wanted in word):
            best = max(best, 90.0)
    return best


def _days(text: str) -> Iterator[Suggestion]:
    if found := _WRITTEN_DAY.fullmatch(text) or _RUN_DAY.fullmatch(text):
        yield from _day(*found.groups(), reason=_DAY, to_confirm=False)
    if found := _ENDED_DAY.fullmatch(text):
        first, second, year = found.groups()
        yield from _day(year, first, second, reason=_ORDERS)
        yield from _day(year, second, first, reason=_ORDERS)
    if found := _SERIAL_DAY.fullmatch(text):
        day = _EXCEL_BEGINS + timedelta(days=int(found[1]))
        yield Suggestion(day.isoformat(), _SERIAL)


def _day(year: str, month: str, day: str, *, reason: Words, to_confirm: bool = True) -> Iterator[Suggestion]:
    try:
        yield Suggestion(date(int(year), int(month), int(day)).isoformat(), reason, to_confirm)
    except ValueError:
        return


def _numbers(text: str) -> Iterator[Suggestion]:
    if re.fullmatch(r"-?\d+\.0+", text):
        yield Suggestion(text.partition(".")[0], _WHOLE, to_confirm=False)
    if _THOUSANDS.fullmatch(text):
        yield Suggestion(re.sub(r"[,，\s]", "", text).lstrip("+"), _COMMAS, to_confirm=False)
    if (found := _BESIDE.fullmatch(text)) and "%" not in text:
        yield Suggestion(found[1], _UNIT)


def _fractions(text: str) -> Iterator[Suggestion]:
    number = text.removesuffix("%").strip()
    if text.endswith("%") and is_decimal(number):
        decimals = number.partition(".")[2]
        yield Suggestion(from_scaled(to_scaled(number, len(decimals)), len(decimals) + 2), _PERCENT)
