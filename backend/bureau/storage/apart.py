"""Periods that lie apart: no two live records of one subject share a day, nobody is enrolled twice at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from bureau.kernel.errors import Code, fault
from bureau.kernel.field import One
from bureau.storage.drafts import Draft
from bureau.storage.sql import among
from bureau.storage.tables import Table
from bureau.storage.transaction import Transaction


class _Taken(NamedTuple):
    """Days that a record takes, as ISO text, in whose order days compare; without a start it takes none."""

    start: str
    until: str
    record: int | None

    def shares_a_day_with(self, other: "_Taken") -> bool:
        return "" < self.start < other.until and "" < other.start < self.until


async def refuse_overlaps(tx: Transaction, drafts: Sequence[Draft], table: Table) -> None:
    """Add a fault to every draft whose period has a day in common with that of another record of its subject."""
    kind = drafts[0].kind if drafts else None
    if kind is None or kind.apart is None:
        return
    relation, span = kind.apart
    subject = kind.fields[relation]
    assert isinstance(subject, One)
    key = subject.column.name
    good = [draft for draft in drafts if not draft.faults and draft.record.__dict__[key] is not None]
    subjects = sorted({draft.record.__dict__[key] for draft in good})
    if not subjects:
        return
    await _take_turns(tx, subject.target.about.table, subjects)
    start, until = (column.name for column in kind.fields[span].columns)
    of, values = among(tx.dialect, key, subjects)
    sql = f"SELECT {key}, {start}, {until}, id FROM {table.name} WHERE {of} AND void_reason IS NULL"
    taken: dict[int, list[_Taken]] = {}
    for row in await tx.fetch(sql, *values):
        taken.setdefault(row[0], []).append(_taken(row[1], row[2], row[3]))
    changing = {draft.before.id for draft in good if not draft.is_new}
    for draft in good:
        mine = _taken(draft.record.__dict__[start], draft.record.__dict__[until], None)
        others = taken.setdefault(draft.record.__dict__[key], [])
        met = next((t for t in others if t.record not in changing and t.shares_a_day_with(mine)), None)
        if met is None:
            others.append(mine)
        else:
            draft.faults.append(fault(Code.OVERLAP, span, kind=kind.words, start=met.start))
            changing -= {draft.before.id if draft.before else None}  # it stays as it was, and takes its days


async def _take_turns(tx: Transaction, table: str, ids: Sequence[int]) -> None:
    """Let two that write periods of one subject do so one after the other; SQLite has one writer anyway."""
    if tx.dialect == "postgres":
        await tx.fetch(f"SELECT 1 FROM {table} WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", list(ids))


def _taken(start: Any, until: Any, record: int | None) -> _Taken:
    return _Taken(_iso(start) or "", _iso(until) or "9999", record)


def _iso(day: date | str | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else day
