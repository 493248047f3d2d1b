"""Moments and positions: up to which position was known at a moment, the same whenever it is asked."""

import asyncio
from collections import OrderedDict
from datetime import UTC, datetime

from bureau.kernel.clock import SystemClock
from bureau.kernel.errors import ArgumentInvalid, TimedOut
from bureau.storage.database import Database
from bureau.storage.positions import BASE
from bureau.storage.transaction import Transaction

_KEPT = 10_000
_RACING = 1000
"""So many transactions may have got position and moment in two different orders: more than ever run at once."""

_RUNNING = """
    SELECT clock_timestamp(), EXISTS (
        SELECT 1 FROM pg_stat_activity
        WHERE backend_xid IS NOT NULL AND datname = current_database() AND xact_start <= $1
    )
"""
"""Whether a transaction that writes is still running which began by then; no snapshot tells of those it cannot see.

A role that reads and is not the one that writes needs pg_read_all_stats for this.
"""


class Moments:
    """The positions of moments, the last ones asked for at hand."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: OrderedDict[datetime, int] = OrderedDict()
        self._base: int | None = None
        self._closed_until = datetime.min.replace(tzinfo=UTC)
        self._timeout = database.settings.statement_timeout_ms / 1000

    async def base(self) -> int:
        """What is added to the positions of this database; see `positions`."""
        if self._base is None:
            rows = await self._database.readers.fetch(f"SELECT {BASE}")
            self._base = int(rows[0][0])
        return self._base

    async def position(self, moment: datetime | int) -> int:
        """The position of the last change that had begun to be recorded at `moment`, which may be a position itself.

        It waits for the changes that had begun by then and are not yet committed, since they belong to the answer.
        Raises ArgumentInvalid for a moment to come, and TimedOut where such a change takes too long.
        """
        if isinstance(moment, int):
            return moment
        if moment in self._known:
            self._known.move_to_end(moment)
            return self._known[moment]
        if moment > self._closed_until:
            try:
                async with asyncio.timeout(self._timeout):
                    await self._close(moment)
            except TimeoutError as error:
                raise TimedOut from error
            self._closed_until = max(moment, self._closed_until)
        recent = f"SELECT position FROM recorded WHERE at <= $1 ORDER BY at DESC LIMIT {_RACING}"
        rows = await self._database.readers.fetch(f"SELECT max(position) FROM ({recent}) r", [moment])
        self._known[moment] = found = rows[0][0] or 0
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return found

    async def _close(self, moment: datetime) -> None:
        """Wait until no change can be recorded any more that had begun by `moment`."""
        if self._database.dialect == "sqlite":
            _refuse_future(moment, SystemClock().now())
            await self._database.transaction(_nothing)  # behind the one writer there may be
            return
        pause, is_running = 0.001, True
        while is_running:
            now, is_running = (await self._database.readers.fetch(_RUNNING, [moment]))[0]
            _refuse_future(moment, now)
            await asyncio.sleep(pause if is_running else 0)
            pause = min(pause * 2, 0.05)


async def _nothing(tx: Transaction) -> None:
    pass


def _refuse_future(moment: datetime, now: datetime) -> None:
    if moment > now:
        raise ArgumentInvalid("asOf lies in the future.", "asOf 不能晚于当前时间。", now=now.isoformat())
