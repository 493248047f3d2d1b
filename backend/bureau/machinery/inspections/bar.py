"""Which schools take no new pupils because what an inspection found is not put right in time (招生限制; §1.5)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bureau.kernel.fact import answers
from bureau.kernel.words import Words
from bureau.machinery.inspections.inspection import InspectionResult
from bureau.storage.sql import among, day_of
from bureau.storage.transaction import Transaction

ENROLMENT_BAR = "enrolment_bar"
"""The fact why schools take no new pupils, asked of pairs: a school's id, and the day on which somebody enters it."""

_LATE = """
SELECT i.unit_id, i.number, i.result, i.rectify_due, i.late_from, i.settled_on FROM inspection i
JOIN inspection_scheme s ON s.id = i.scheme_id
WHERE {of} AND s.bars_enrolment AND i.late_from IS NOT NULL AND i.void_reason IS NULL ORDER BY i.id"""


@answers(ENROLMENT_BAR)
async def late_rectification(tx: Transaction, asked: Sequence[tuple[int, date]]) -> Mapping[tuple[int, date], Words]:
    """The inspection of each school of which the rectification is late on a day: from when it should have been handed
    in until it was looked at again and found good.
    """
    of, values = among(tx.dialect, "i.unit_id", sorted({school for school, _ in asked}))
    found: dict[tuple[int, date], Words] = {}
    for school, number, result, due, late_from, settled in map(tuple, await tx.fetch(_LATE.format(of=of), *values)):
        for pair in asked:
            has_begun = pair[0] == school and day_of(late_from) <= min(pair[1], tx.clock.today())
            if has_begun and (settled is None or pair[1] < day_of(settled)):
                found[pair] = _said(number, result, day_of(due))
    return found


def _said(number: str, result: str, due: date) -> Words:
    words = InspectionResult[result].words
    return Words(
        f"inspection {number} came to “{words.en}”, and what was to be put right by {due} is not yet found good.",
        f"检查（{number}）结论为“{words.zh}”，应于 {due} 前整改，尚未通过复查。",
    )
