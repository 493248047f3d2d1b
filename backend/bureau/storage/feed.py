"""The feed: what the journal tells, each entry once, in the one order of all changes, as soon as that is closed."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bureau.kernel.errors import RequestError
from bureau.storage.journal import QUESTIONS
from bureau.storage.notices import NoNotices, PostgresNotices
from bureau.storage.positions import CLOSED

if TYPE_CHECKING:
    from bureau.storage.database import Database

AT_ONCE = 1000
"""Entries that are read together."""
GATHER_SECONDS = 0.02
"""Commits that come within this time are looked for once."""
UNCLOSED_SECONDS = 0.05
"""When to look again for entries that a transaction that began before them still keeps open."""
LOOK_SECONDS = 1.0
"""When to look again without having heard of anything: of other programs, or of a notice that was lost."""
_LAST_NUMBER = 2**63 - 1


class Change(NamedTuple):
    """One entry of the journal about a record."""

    position: int
    number: int
    """The entry's own; several of one transaction share a position."""
    verb: str
    kind: str
    record: int


class Place(NamedTuple):
    """How far the journal has been read."""

    position: int
    number: int


class Feed:
    """Hands on what the journal tells; one for each open database."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._rung = asyncio.Event()
        self._notices = PostgresNotices(database.settings) if database.dialect == "postgres" else NoNotices()

    def ring(self) -> None:
        """Tell those who follow, here and in other processes, that this one has committed something."""
        self._rung.set()
        self._notices.send()

    async def closed(self) -> Place:
        """The place before which everything is closed; what is committed from now on comes after it."""
        rows = await self._database.readers.fetch(f"SELECT {CLOSED[self._database.dialect]}")
        return Place(int(rows[0][0]), _LAST_NUMBER)

    async def follow(self, place: Place, hear: Callable[[Sequence[Change]], None]) -> None:
        """Hand on what comes after `place`, for ever; a database that is lost is waited for."""
        try:
            while True:
                self._rung.clear()
                try:
                    await self._notices.listen(self._rung.set)
                    entries, is_all = await self._after(place)
                except RequestError:
                    await asyncio.sleep(LOOK_SECONDS)
                    continue
                if entries:
                    place = Place(entries[-1].position, entries[-1].number)
                    hear(entries)
                if len(entries) < AT_ONCE:
                    await self._rest(LOOK_SECONDS if is_all else UNCLOSED_SECONDS)
        finally:
            await self._notices.deafen()

    async def after(self, place: Place, most: int) -> list[Change]:
        """The closed entries after a place, `most` of them at the most."""
        return (await self._after(place, most))[0]

    async def _after(self, place: Place, most: int = AT_ONCE) -> tuple[list[Change], bool]:
        """The closed entries after a place, the first of them; and whether there are no others yet."""
        rows = await self._database.readers.fetch(
            "SELECT position, id, verb, kind, record_id,"
            f" position <= {CLOSED[self._database.dialect]}"
            " FROM journal WHERE (position, id) > ($1, $2) AND record_id IS NOT NULL"
            f" AND verb NOT IN {QUESTIONS}"
            f" ORDER BY position, id LIMIT {most}",
            [place.position, place.number],
        )
        # On PostgreSQL positions are numbers of transactions, which may end in another order than they began.
        closed = [Change(*row[:5]) for row in rows if row[5]]
        return closed, len(closed) == len(rows)

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
                await asyncio.sleep(GATHER_SECONDS)

    async def close(self) -> None:
        """Be quiet; those who follow have been stopped by their owners."""
        await self._notices.close()
