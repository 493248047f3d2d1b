"""The versions of a record that was written: who wrote each, by which verb, and what it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from bureau.kernel.kind import Kind
from bureau.storage.database import Database
from bureau.storage.journal import QUESTIONS
from bureau.storage.sql import among, moment_of

_BEFORE, _AFTER = timedelta(minutes=2), timedelta(seconds=10)
"""A change gets its position before it is journalled, by another clock: so far from there its moment is looked for
first, since moments are indexed and positions are not.
"""


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one transaction left it."""

    position: int
    at: datetime
    """A moment as of which the record is as this version left it."""
    verb: str
    """As the journal has it; of several, the one that was begun with."""
    account: int | None
    fields: Sequence[str]
    """What was given another value, as the journal names it; nothing that only repeats another record."""


@dataclass(frozen=True, slots=True)
class _Entry:
    position: int
    noted: datetime
    verb: str
    account: int | None
    changes: Mapping[str, Any]


async def versions(
    database: Database, kind: Kind, number: int, most: int, before: int | None = None
) -> Sequence[Version]:
    """The last versions of a record of a kind that keeps history, the newest first; those before a position only."""
    positions = await _positions(database, kind, number, most, before)
    if not positions:
        return []
    entries: dict[int, list[_Entry]] = {position: [] for position in positions}
    for entry in await _entries(database, kind, number, positions):
        entries[entry.position].append(entry)
    moments = await _moments(database, {position: first.noted for position, (first, *_) in entries.items()})
    return [_version(several, moments) for several in entries.values()]


async def _positions(database: Database, kind: Kind, number: int, most: int, before: int | None) -> Sequence[int]:
    """Where the journal has an entry of a record whose row was written there: to ask or to look changes nothing."""
    rows = (
        f"SELECT position FROM {kind.table} WHERE id = $1 UNION SELECT position FROM {kind.table}_history WHERE id = $1"
    )
    sql = (
        f"SELECT DISTINCT j.position FROM journal j JOIN ({rows}) r ON r.position = j.position"
        f" WHERE j.kind = '{kind.name}' AND j.record_id = $1 AND j.verb NOT IN {QUESTIONS}"
        f"{' AND j.position < $2' if before is not None else ''} ORDER BY j.position DESC LIMIT {most}"
    )
    values = [number] if before is None else [number, before]
    return [row[0] for row in await database.readers.fetch(sql, values, steady=True)]


async def _entries(database: Database, kind: Kind, number: int, positions: Sequence[int]) -> Iterable[_Entry]:
    of, values = among(database.dialect, "position", positions)
    sql = (
        f"SELECT position, at, verb, account_id, changes FROM journal WHERE {of} AND kind = '{kind.name}'"
        f" AND record_id = ${len(values) + 1} AND verb NOT IN {QUESTIONS} ORDER BY id"
    )
    rows = map(tuple, await database.readers.fetch(sql, [*values, number]))
    return [
        _Entry(position, moment_of(at), verb, account, orjson.loads(changes) if changes else {})
        for position, at, verb, account, changes in rows
    ]


async def _moments(database: Database, noted: Mapping[int, datetime]) -> Mapping[int, datetime]:
    """The moments at which positions were taken, of which the journal noted others."""
    near = " OR ".join(
        f"(at BETWEEN ${3 * n + 1} AND ${3 * n + 2} AND position = ${3 * n + 3})" for n in range(len(noted))
    )
    values = [v for position, at in noted.items() for v in (at - _BEFORE, at + _AFTER, position)]
    found = await database.readers.fetch(f"SELECT position, at FROM recorded WHERE {near}", values)
    moments = dict(map(tuple, found))
    if missing := noted.keys() - moments.keys():
        of, values = among(database.dialect, "position", sorted(missing))
        moments |= dict(
            map(tuple, await database.readers.fetch(f"SELECT position, at FROM recorded WHERE {of}", values))
        )
    return {position: moment_of(moments.get(position, at)) for position, at in noted.items()}


def _version(entries: Sequence[_Entry], moments: Mapping[int, datetime]) -> Version:
    first = entries[0]
    changed = dict.fromkeys(name for entry in entries for name in entry.changes)
    return Version(first.position, moments[first.position], first.verb, first.account, tuple(changed))
