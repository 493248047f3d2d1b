"""Where a table begins and ends on a sheet that people made: titles above, headers in two rows, notes, totals."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bureau.kernel.text import half_width
from bureau.machinery.imports.reading import Merged, RawRow

LOOKED_AT = 40
"""Rows among which the headers are looked for."""
JOINED = " / "
"""Between the two parts of a header of two rows: `家长 / 姓名`."""

_VALUE = re.compile(r"[-+]?[\d,.\s/年月日:%E+-]*\d[\d,.\s/年月日:%]*")
_LONGEST_VALUE = 40
_LONGEST_CLOSING = 200
_NUMBERED = 4
"""From how many columns on a row 1, 2, 3, 4 numbers them for certain."""
_NOTE = re.compile(
    r"[（(\[【*＊]*(非?必填|必须|必需|选填|可选|可不填|可空|说明|填写说明|填表说明|格式|示例|例如|例[:：]|如[:：]"
    r"|required|optional|mandatory|example|e\.g\.)",
    re.IGNORECASE,
)
_SAYS = re.compile("[:：]")
_TOTAL = re.compile(r"(合计|总计|小计|共计|总合计|total|sum|grandtotal)[:：]?", re.IGNORECASE)
_CLOSING = re.compile(
    r"(注|备注|说明|填表人|填报人|制表人?|审核人?|负责人|单位负责人|校长签字|填表日期|填报日期|制表日期|联系人|联系电话|notes?)[:：]",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """A header as it is compared: half-width, without white space, separators, stars and notes such as （必填）."""
    text = half_width(text)
    text = re.sub(r"[(\[【]\s*(非?必填|选填|可选|必须|required|optional|\*)\s*[)\]】]", "", text, flags=re.IGNORECASE)
    return re.sub(r"[\s_./*:、-]+", "", text).casefold()


def _is_value(cell: str) -> bool:
    """Whether a cell holds a number, a day or the like, and no words."""
    return len(cell) <= _LONGEST_VALUE and _VALUE.fullmatch(half_width(cell.strip())) is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headers of a table are, and where its rows begin."""

    headers: tuple[str, ...]
    line: int
    """The line of the headers, of the lower one if there are two."""
    first: int
    """How many rows come before the first of the table's own."""
    notes: tuple[RawRow, ...] = ()
    """Rows between headers and records that say how to fill in the table."""


def layout(rows: Sequence[RawRow], merged: Sequence[Merged], known: Collection[str]) -> Layout | None:
    """Find the headers among the first rows; None where all are blank. `known` are headers that would make sense,
    as `plain` has them: a row that holds several is the one.
    """
    chosen = _known_row(rows, known)
    if chosen is None:
        chosen = _likely_row(rows)
    if chosen is None:
        return None
    for top in (chosen - 1, chosen):
        if top >= 0 and top + 1 < len(rows) and _is_pair(rows[top], rows[top + 1], merged):
            headers, last = _joined(rows[top], rows[top + 1], merged), top + 1
            break
    else:
        headers, last = tuple(cell.strip() for cell in rows[chosen].cells), chosen
    after, named = last + 1, sum(map(bool, headers))
    while after < len(rows) and (_is_blank(rows[after]) or _is_note(rows[after], named)):
        after += 1
    notes = tuple(row for row in rows[last + 1 : after] if not _is_blank(row))
    return Layout(headers, rows[last].line, after, notes)


def _known_row(rows: Sequence[RawRow], known: Collection[str]) -> int | None:
    scores = [sum(1 for cell in row.cells if cell.strip() and plain(cell) in known) for row in rows]
    best = max(scores, default=0)
    number = scores.index(best) if best else None
    if number is None or (best == 1 and _filled(rows[number]) > 1):
        return None
    return number


def _likely_row(rows: Sequence[RawRow]) -> int | None:
    """The first row that is filled about as widely as the table, and mostly with words; or the first with anything."""
    widths = sorted(_filled(row) for row in rows if _filled(row))
    if not widths:
        return None
    width = widths[-(-3 * (len(widths) - 1) // 4)]  # few are wider: a stray remark beside the table does not count
    for number, row in enumerate(rows):
        values = sum(1 for cell in row.cells if _is_value(cell))
        if _filled(row) * 2 > width and values * 2 <= _filled(row):
            return number
    return next(number for number, row in enumerate(rows) if _filled(row))


def _is_pair(upper: RawRow, lower: RawRow, merged: Sequence[Merged]) -> bool:
    """Whether two rows are one header: words above that stand over several words below.

    Merged cells tell it; without them, a group is a word with blanks beside it, all of which have words below, and
    every other word has a blank below it.
    """
    words = [cell for cell in upper.cells if cell.strip()]
    if len(words) < 2 or any(_SAYS.search(cell) for cell in words):
        return False  # a title, or 填报单位：… beside 填报日期：…
    below = [cell.strip() for cell in lower.cells]
    if not any(below) or any(_is_value(cell) for cell in below) or _is_note(lower, 0):
        return False
    over = _groups(upper, merged)
    if any(m.top == upper.line and m.right > m.left for m in merged):
        return any(below[place] for place, (_, several) in enumerate(over[: len(below)]) if several)
    under: dict[int, list[str]] = {}
    for place, (start, _) in enumerate(over[: len(below)]):
        if start is not None:
            under.setdefault(start, []).append(below[place])
    groups = [words for words in under.values() if len(words) > 1 and all(words)]
    alone = [words for words in under.values() if not any(words)]
    return len(groups) + len(alone) == len(under) and (len(groups) > 1 or (bool(groups) and bool(alone)))


def _groups(upper: RawRow, merged: Sequence[Merged]) -> list[tuple[int | None, bool]]:
    """For each place, where the word above it begins, and whether that stands over several places."""
    spans = {m.left: m.right for m in merged if m.top == upper.line}
    is_told = any(right > left for left, right in spans.items())
    starts: list[int | None] = []
    current: int | None = None
    for place, cell in enumerate(upper.cells):
        if cell.strip():
            current = place
        elif is_told and (current is None or place > spans.get(current, current)):
            current = None
        starts.append(current)
    return [(start, start is not None and starts.count(start) > 1) for start in starts]


def _joined(upper: RawRow, lower: RawRow, merged: Sequence[Merged]) -> tuple[str, ...]:
    over = _groups(upper, merged)
    width = max(len(upper.cells), len(lower.cells))
    headers = []
    for place in range(width):
        start, several = over[place] if place < len(over) else (None, False)
        group = upper.cells[start].strip() if start is not None else ""
        own = lower.cells[place].strip() if place < len(lower.cells) else ""
        headers.append(f"{group}{JOINED}{own}" if group and own and several else own or (group if not several else ""))
    return tuple(headers)


def _is_note(row: RawRow, columns: int) -> bool:
    """Whether a row says how to fill in the columns, `必填`, `如：2015-07-09`, or numbers every one of them."""
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    if columns >= _NUMBERED and cells == [str(number) for number in range(1, columns + 1)]:
        return True
    return bool(cells) and all(_NOTE.match(cell) for cell in cells)


def may_close(row: RawRow) -> bool:
    """Whether a row, if it is among the last, is no record for certain: a total of numbers, or who filled it in."""
    first = next((cell for cell in row.cells if cell and not cell.isspace()), "")
    if len(first) > _LONGEST_CLOSING:
        return False
    said = "".join(first.split())
    is_total, is_closing = _TOTAL.fullmatch(said), _CLOSING.match(said)
    if not (is_total or is_closing):
        return False
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    if is_total:
        return all(_is_value(cell) for cell in cells[1:])
    return len(cells) * 2 <= max(len(row.cells), 2)


def _is_blank(row: RawRow) -> bool:
    return not any(cell.strip() for cell in row.cells)


def _filled(row: RawRow) -> int:
    return sum(1 for cell in row.cells if cell.strip())
