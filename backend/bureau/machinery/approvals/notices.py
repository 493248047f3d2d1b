"""What everybody may read today: the publicity of cases, each from its first day to its last (公示公告)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bureau.kernel.words import Words
from bureau.storage.database import Database
from bureau.storage.sql import day_of

_PUBLIC = """
SELECT c.number, e.english, e.chinese, s.unit_name, s.public_english, s.public_chinese, s.public_from, s.public_until
FROM case_step s JOIN procedure_case c ON c.id = s.case_id
JOIN code_entry e ON e.code_table = 'procedure' AND e.code = c.procedure AND e.void_reason IS NULL
WHERE s.public_until >= $1 AND s.public_from <= $1 AND s.state = 'WAITING' AND s.paused_on IS NULL
    AND s.void_reason IS NULL AND c.state = 'OPEN' AND c.void_reason IS NULL
ORDER BY s.public_from DESC, s.id DESC LIMIT $2"""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice: what is listed by the procedure, and no more."""

    number: str
    procedure: Words
    unit: str
    text: Words
    start: date
    until: date


async def public_notices(database: Database, most: int) -> Sequence[Notice]:
    """What is public today; it is so by its days alone, and nothing must take it away when they are over."""
    rows = await database.readers.fetch(_PUBLIC, [database.clock.today(), most])
    return [
        Notice(number, Words(en, zh), unit, Words(said_en or "", said_zh or ""), day_of(start), day_of(until))
        for number, en, zh, unit, said_en, said_zh, start, until in map(tuple, rows)
    ]
