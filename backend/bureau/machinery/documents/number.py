"""The number of a document: organ code, year in hexagonal brackets, serial, as in 蓉教发〔2026〕12号 (发文字号)."""

import re
from collections.abc import Iterator
from datetime import date

from bureau.kernel.words import Words

_NUMBER = re.compile(r"(.{1,10})〔(\d{4})〕(\d+)号", re.ASCII)
"""§17."""


def written(code: str, year: int, serial: int) -> str:
    """The number of a document of ours."""
    return f"{code}〔{year}〕{serial}号"


def oddities(number: str, day: date) -> Iterator[Words]:
    """What is odd about the number that a sender gave a document, which is kept as it stands all the same."""
    found = _NUMBER.fullmatch(number)
    if found is None:
        yield Words(
            "usually it is an organ code, the year in 〔〕 and a serial, as in 川教发〔2026〕3号.",
            "发文字号一般由机关代字、六角括号括入的年份和序号组成，如：川教发〔2026〕3号。",
        )
        return
    _, year, serial = found.groups()
    if serial.startswith("0"):
        yield Words("a serial has no leading zeros.", "发文顺序号不编虚位（即 1 不编为 01）。")
    if int(year) > day.year:
        yield Words("its year is still to come.", "年份晚于本年。")
