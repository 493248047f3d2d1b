"""Which records have a reminder due: one statement over the clocks of all kinds, each found by an index.

What is renewed needs none: a paper of a holder who has a later one already (`Kind.apart`) is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bureau.kernel.field import One
from bureau.kernel.kind import Clock, Kind
from bureau.storage.readers import Readers
from bureau.storage.sql import day_of
from bureau.storage.tables import clock_column


@dataclass(frozen=True, slots=True)
class Reminder:
    """A record that runs out, and how long before that its reminder is."""

    kind: Kind
    record_id: int
    clock: Clock
    before: int
    """Days before it for which the reminder is: of several that came due since the last run, the nearest."""
    ends_on: date

    @property
    def key(self) -> tuple[str, int, str, str, int]:
        """What makes two reminders the same one, so that a run that is repeated sends nothing twice."""
        return (self.kind.name, self.record_id, self.clock.path, self.ends_on.isoformat(), self.before)


async def due(readers: Readers, kinds: Iterable[Kind], day: date, since: date | None = None) -> list[Reminder]:
    """The reminders that are due on a day, or came due after `since`, the last day for which they were asked.

    Each clock of a record has one at the most. What has run out before `day` has none.
    """
    since = since or day - timedelta(days=1)
    clocks = [(kind, clock) for kind in kinds for clock in kind.clocks]
    if not clocks or since >= day:
        return []
    values: list[Any] = []
    parts = [_of_clock(number, kind, clock, since, day, values) for number, (kind, clock) in enumerate(clocks)]
    rows = await readers.fetch(f"{' UNION ALL '.join(parts)} ORDER BY 1, 2", values)
    return [_reminder(clocks[number], record_id, day_of(ends), day) for number, record_id, ends in rows]


def _of_clock(number: int, kind: Kind, clock: Clock, since: date, day: date, values: list[Any]) -> str:
    """The records of a clock whose reminders fall into the days after `since` until `day`."""
    column = clock_column(kind, clock).name
    spans = []
    for before in sorted(set(clock.before)):
        first, last = since + timedelta(days=before), day + timedelta(days=before)
        spans.append(f"r.{column} > {_place(values, max(first, day))} AND r.{column} <= {_place(values, last)}")
    ends = " OR ".join(f"({span})" for span in spans)
    return (
        f"SELECT {number} AS clock, r.id, r.{column} AS ends FROM {kind.table} r"
        f" WHERE r.void_reason IS NULL AND ({ends}){_not_settled(kind, clock)}{_not_renewed(kind, clock)}"
    )


def _not_settled(kind: Kind, clock: Clock) -> str:
    return f" AND r.{kind.fields[clock.unless].columns[0].name} IS NULL" if clock.unless else ""


def _not_renewed(kind: Kind, clock: Clock) -> str:
    """Where records of one subject lie apart in time, that there is none that follows."""
    if kind.apart is None or kind.apart_if or clock.path.partition(".")[0] != kind.apart[1]:
        return ""
    relation = kind.fields[kind.apart[0]]
    assert isinstance(relation, One)
    subject, ends = relation.column.name, clock_column(kind, clock).name
    starts = kind.fields[kind.apart[1]].columns[0].name
    later = f"l.{subject} = r.{subject} AND l.void_reason IS NULL AND l.{starts} >= r.{ends}"
    return f" AND NOT EXISTS (SELECT 1 FROM {kind.table} l WHERE {later})"


def _place(values: list[Any], day: date) -> str:
    values.append(day)
    return f"${len(values)}"


def _reminder(of: tuple[Kind, Clock], record_id: int, ends_on: date, day: date) -> Reminder:
    kind, clock = of
    left = (ends_on - day).days
    return Reminder(kind, record_id, clock, min(n for n in clock.before if n >= left), ends_on)
