"""Whether a paper is genuine: what everybody may know who holds the code that is printed on it (核验)."""

from dataclasses import dataclass
from datetime import datetime

from bureau.kernel.words import Words
from bureau.machinery.approvals.case import CaseState
from bureau.machinery.approvals.wording import masked
from bureau.storage.database import Database
from bureau.storage.sql import moment_of

_BY_CODE = """
SELECT c.number, e.english, e.chinese, c.form_title, c.subject_name, c.state, c.opened_at, c.ended_at
FROM procedure_case c
LEFT JOIN code_entry e ON e.code_table = 'procedure' AND e.code = c.procedure AND e.void_reason IS NULL
WHERE c.verification = $1 AND c.void_reason IS NULL"""
_MEANT = str.maketrans("", "", " -\u3000")
"""Spaces and hyphens, with which people copy a code from paper."""


@dataclass(frozen=True, slots=True)
class Genuine:
    """What a paper is about and how it stands now: enough to compare it with, and no more."""

    number: str
    procedure: Words
    form: str
    subject: str
    """The name, with nothing but its first character legible."""
    state: CaseState
    opened_at: datetime
    ended_at: datetime | None


async def verified(database: Database, code: str) -> Genuine | None:
    """The case on whose paper the code stands; None where there is none, or what it decided was voided."""
    rows = await database.readers.fetch(_BY_CODE, [code.translate(_MEANT).upper()])
    if not rows:
        return None
    number, english, chinese, form, subject, state, opened, ended = tuple(rows[0])
    return Genuine(
        number,
        Words(english or "", chinese or ""),
        form,
        masked(Words(subject, subject)).zh,
        CaseState[state],
        moment_of(opened),
        moment_of(ended) if ended else None,
    )
