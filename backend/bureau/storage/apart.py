"""Periods that lie apart: no two live records of one subject share a day, nobody is enrolled twice at a time."""

from collections.abc import Mapping, Sequence
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
    only = kind.apart_if
    known = (d for d in drafts if d.record.__dict__[key] is not None and (not only or d.record.__dict__[only]))
    sound = [draft for draft in known if draft.wrong.isdisjoint({*kind.apart, only})]
    subjects = sorted({draft.record.__dict__[key] for draft in sound})
    if not subjects:
        return
    await _take_turns(tx, subject.target.about.table, subjects)
    start, until = (column.name for column in kind.fields[span].columns)
    of, values = among(tx.dialect, key, subjects)
    concerned = f" AND {only}" if only else ""
    sql = f"SELECT {key}, {start}, {until}, id FROM {table.name} WHERE {of} AND void_reason IS NULL{concerned}"
    stored: dict[int, list[_Taken]] = {}
    for row in await tx.fetch(sql, *values):
        stored.setdefault(row[0], []).append(_taken(row[1], row[2], row[3]))
    periods = [
        (draft, draft.record.__dict__[key], _taken(draft.record.__dict__[start], draft.record.__dict__[until], None))
        for draft in sound
    ]
    for draft, met in _met(periods, stored):
        draft.faults.append(fault(Code.OVERLAP, span, kind=kind.words, start=met.start))


def _met(
    periods: Sequence[tuple[Draft, int, _Taken]], stored: Mapping[int, Sequence[_Taken]]
) -> list[tuple[Draft, _Taken]]:
    """The drafts that share a day with another record, each with the first that it meets."""
    leaving = {draft.before.id for draft, _, _ in periods if draft.before and not draft.faults}
    while True:
        met = []
        taken = {subject: [t for t in held if t.record not in leaving] for subject, held in stored.items()}
        for draft, subject, mine in periods:
            own = draft.before.id if draft.before else None
            others = taken.setdefault(subject, [])
            other = next((t for t in others if t.shares_a_day_with(mine) and (own is None or t.record != own)), None)
            if other is not None:
                met.append((draft, other))
            elif not draft.faults:
                others.append(mine)
        staying = leaving.intersection(draft.before.id for draft, _ in met if draft.before)
        if not staying:
            return met
        leaving -= staying  # what is refused keeps its days, which may be in the way of those before it


async def _take_turns(tx: Transaction, table: str, ids: Sequence[int]) -> None:
    """Let two that write periods of one subject do so one after the other; SQLite has one writer anyway."""
    if tx.dialect == "postgres":
        await tx.fetch(f"SELECT 1 FROM {table} WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", list(ids))


def _taken(start: Any, until: Any, record: int | None) -> _Taken:
    return _Taken(_iso(start) or "", _iso(until) or "9999", record)


def _iso(day: date | str | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else day
