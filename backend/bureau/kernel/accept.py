"""What a field takes from outside: a raw value becomes the field's value, or a fault that says why not.

`accept` serves the API, whose values are typed already, and imports, whose values are all text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, singledispatch
from typing import Any, cast

from bureau.kernel import money
from bureau.kernel.codes import CodeBook
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import (
    Boolean,
    Choice,
    Choices,
    Coded,
    Date,
    Field,
    Integer,
    Moment,
    Numbered,
    Scaled,
    Sealed,
    Span,
    Text,
)
from bureau.kernel.number import is_own_number
from bureau.kernel.period import Period
from bureau.kernel.text import FORBIDDEN, clean, clean_code, half_width, is_masked


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a value may need to know."""

    codes: CodeBook
    today: date
    from_file: bool = False
    """Whether values come as text from a file, where codes may be written in words and days in several ways."""
    known: dict[tuple[Field[Any], str], "Accepted"] = field(default_factory=dict)
    """What texts were read as that stand in a file again and again: codes, choices, days."""
    restores: bool = False
    """Whether they were a bureau's records before: nothing about them is new, whenever they were made."""


Accepted = tuple[Any, Fault | None]

_EXPONENT = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))", re.ASCII)
_REPEATED = (Coded, Choice, Boolean, Date)
_TRUE = {"true", "yes", "y", "1", "是", "对", "有"}
_FALSE = {"false", "no", "n", "0", "否", "不", "无"}


def accept(field: Field[Any], raw: Any, reading: Reading) -> Accepted:
    """The value of `field` that `raw` stands for, and a fault if it stands for none; empty text is no value."""
    if isinstance(raw, str):
        if FORBIDDEN.search(raw):
            return None, invalid(field.name, "it holds control or invisible characters.", "含有控制字符或不可见字符。")
        if not raw.strip():
            raw = None
    if raw is None:
        return None, None
    way = _way(cast("Any", type(field)))
    if reading.from_file and isinstance(raw, str) and isinstance(field, _REPEATED):
        found = reading.known.get((field, raw))
        if found is None:
            found = reading.known[field, raw] = way(field, raw, reading)
        return found
    return way(field, raw, reading)


@singledispatch
def _accept(field: Field[Any], raw: Any, reading: Reading) -> Accepted:
    raise TypeError(f"{type(field).__name__} takes no value from outside")


@cache
def _way(type_: Any) -> Callable[[Any, Any, Reading], Accepted]:
    return _accept.dispatch(type_)


@_accept.register
def _(field: Text, raw: str, reading: Reading) -> Accepted:
    text = field.uniform(raw)
    if field.form != "text" and _EXPONENT.fullmatch(text):
        return None, _spreadsheet(field)
    if len(text) > field.size:
        return None, fault(Code.TOO_LONG, field.name, limit=field.size)
    if not field.lines and "\n" in text:
        return None, invalid(field.name, "one line only.", "只能填写一行。")
    if field.pattern and not field.pattern.fullmatch(text):
        return None, invalid(field.name, "it is not of the required form.", "格式不符合要求。")
    return text, None


@_accept.register
def _(field: Coded, raw: str, reading: Reading) -> Accepted:
    code = field.uniform(raw)
    if not reading.codes.holds(field.table.name, code, reading.today):
        named = reading.codes.named(field.table.name, clean(raw)) if reading.from_file else None
        if named is None:
            return None, fault(Code.UNKNOWN_CODE, field.name, table=field.table.words)
        code = named
    return code, None


@_accept.register(Choice)
def _(field: Choice[Any], raw: Any, reading: Reading) -> Accepted:
    text = clean(str(raw))
    for member in field.members:
        if text.upper() == member.value or (reading.from_file and text in member.words):
            return member, None
    return None, invalid(field.name, "no such choice.", "没有这个选项。")


@_accept.register(Choices)
def _(field: Choices[Any], raw: Any, reading: Reading) -> Accepted:
    given = {str(each) for each in raw}
    return [member for member in field.members if member.value in given], None


@_accept.register
def _(field: Integer, raw: Any, reading: Reading) -> Accepted:
    return _number(field, raw, int, field.least, field.most)


@_accept.register
def _(field: Scaled, raw: str, reading: Reading) -> Accepted:
    try:
        scaled = money.to_scaled(half_width(clean(str(raw))), field.scale)
    except ValueError:
        en = f"a plain number with at most {field.scale} decimals."
        return None, invalid(field.name, en, f"应为数字，最多 {field.scale} 位小数。")
    if not field.least <= scaled <= field.most:
        least, most = (money.from_scaled(bound, field.scale) for bound in (field.least, field.most))
        return None, fault(Code.OUT_OF_RANGE, field.name, least=least, most=most)
    return scaled, None


@_accept.register
def _(field: Boolean, raw: Any, reading: Reading) -> Accepted:
    if isinstance(raw, bool):
        return raw, None
    text = half_width(clean(str(raw))).casefold()
    if text in _TRUE or text in _FALSE:
        return text in _TRUE, None
    return None, invalid(field.name, "yes or no.", "应为“是”或“否”。")


@_accept.register
def _(field: Date, raw: Any, reading: Reading) -> Accepted:
    day = _day(raw)
    return (day, None) if day and _within_time(day) else (None, _no_day(field.name))


@_accept.register
def _(field: Moment, raw: Any, reading: Reading) -> Accepted:
    try:
        moment = raw if isinstance(raw, datetime) else datetime.fromisoformat(str(raw))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not _within_time(moment):
        return None, invalid(field.name, "a moment with its offset, as 2026-09-01T08:00:00Z.", "应为带时区的时间。")
    return moment, None


@_accept.register
def _(field: Span, raw: Any, reading: Reading) -> Accepted:
    start, until = (_day(part) for part in (raw[0], raw[1]))
    for part, day in zip(raw, (start, until), strict=True):
        if part not in (None, "") and (day is None or not _within_time(day)):
            return None, _no_day(field.name)
    period = Period(start, until)
    if not period.is_ordered:
        return None, invalid(field.name, "it ends before it begins.", "结束日期不能早于开始日期。")
    if start is None and until is not None:
        return None, invalid(field.name, "it has an end and no beginning.", "缺少开始日期。")
    return (None if start is None else period), None


@_accept.register
def _(field: Sealed, raw: str, reading: Reading) -> Accepted:
    if is_masked(raw):
        return None, fault(Code.MASKED_VALUE, field.name)
    if _EXPONENT.fullmatch(clean_code(raw)):
        return None, _spreadsheet(field)
    value, problem = field.check(raw)
    return (None, problem.under(field.name)) if problem else (value, None)


@_accept.register
def _(field: Numbered, raw: str, reading: Reading) -> Accepted:
    number = field.uniform(raw)
    return (number, None) if is_own_number(number) else (None, fault(Code.CHECK_DIGIT, field.name))


def _number(field: Field[Any], raw: Any, convert: Callable[[str], int], least: int, most: int) -> Accepted:
    try:
        number = convert(half_width(clean(str(raw))))
    except ValueError:
        return None, invalid(field.name, "a whole number.", "应为整数。")
    if not least <= number <= most:
        return None, fault(Code.OUT_OF_RANGE, field.name, least=least, most=most)
    return number, None


def _day(raw: Any) -> date | None:
    """A day as people write it: 2015-07-09, 2015/7/9, 2015年7月9日, 20150709."""
    if raw is None or isinstance(raw, date):
        return raw
    match = _DAY.fullmatch(half_width(clean(str(raw))))
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups() if part))
    except ValueError:
        return None


def _within_time(day: date) -> bool:
    """Whether a day is one that both databases hold: the first and the last that Python has are infinities on one."""
    return 1000 <= day.year <= 2999


def _no_day(name: str) -> Fault:
    return invalid(name, "a day that exists, as 2015-07-09.", "应为真实存在的日期，如 2015-07-09。")


def _spreadsheet(field: Field[Any]) -> Fault:
    return invalid(
        field.name,
        "a spreadsheet turned the number into powers of ten; format the column as text and fill it in again.",
        "电子表格把号码变成了科学计数；请把该列设为文本后重新填写。",
    )
