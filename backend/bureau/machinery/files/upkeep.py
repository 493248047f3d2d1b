"""What is done about files in the background: checks of what is complete, and an end of what is over."""

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import structlog

from bureau.kernel.errors import BureauError
from bureau.kernel.traces import reason_of
from bureau.machinery.files import removal
from bureau.machinery.files.checking import Checking
from bureau.machinery.files.file import FileState
from bureau.machinery.files.reconciling import reconcile
from bureau.machinery.files.vault import Vault
from bureau.storage.recurring import Recurring
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

log = structlog.get_logger()

EVERY_SECONDS = 30.0
_CHECKS_AT_ONCE = 2
_AT_ONCE = 200
"""So many files are ended in one turn; the next turn takes the next."""
_LEFT_BEHIND = timedelta(minutes=2)
"""A file that waits this long for its check was left behind by a process that was killed, or by a scanner's absence."""
_RECONCILED_EVERY = timedelta(days=1)
_FIRST_RECONCILED = timedelta(hours=1)
"""After a process began, so that one that is begun again and again does not list the vault each time."""


class Upkeep:
    """Looks after files; every process has one, and what two of them do at a time is done once."""

    def __init__(self, store: Store, vault: Vault, checking: Checking) -> None:
        self._database = store.database
        self._vault = vault
        self._checking = checking
        self._due: list[int] = []
        self._slots = asyncio.Semaphore(_CHECKS_AT_ONCE)
        self._left_next = store.database.clock.now()
        self._reconciled_next = store.database.clock.now() + _FIRST_RECONCILED
        self.recurring = Recurring("files", self.turn, EVERY_SECONDS)

    def expect(self, identity: int) -> None:
        """Check a file soon: its upload is complete."""
        self._due.append(identity)
        self.recurring.hurry()

    async def turn(self) -> None:
        """Check what is complete, give up what is late, remove what nobody may open any more."""
        due, self._due = self._due, []
        await self._check(due)
        now = self._database.clock.now()
        await self._give_up(now)
        await self._remove(now)
        if now >= self._left_next:
            self._left_next = now + _LEFT_BEHIND
            await self._check(await self._ids(_LEFT, now - _LEFT_BEHIND))
        if now >= self._reconciled_next:
            self._reconciled_next = now + _RECONCILED_EVERY
            await reconcile(self._database, self._vault)

    async def _ids(self, sql: str, moment: datetime) -> list[int]:
        rows = await self._database.readers.fetch(sql, [moment])
        return [row[0] for row in rows]

    async def _check(self, identities: Iterable[int]) -> None:
        await asyncio.gather(*map(self._check_one, dict.fromkeys(identities)))

    async def _check_one(self, identity: int) -> None:
        """One check; whatever it fails for concerns no other file, and it is made again later."""
        async with self._slots:
            try:
                await self._checking.check(identity)
            except Exception as error:
                expected = isinstance(error, BureauError | OSError)
                log.error(
                    "file_not_checked", file=identity, reason=reason_of(error), exc_info=None if expected else error
                )

    async def _give_up(self, now: datetime) -> None:
        async def work(tx: Transaction) -> None:
            await removal.expire(tx, await _held(tx, _LATE, now))

        if await self._ids(_LATE, now):
            await self._database.transaction(work)

    async def _remove(self, now: datetime) -> None:
        """Remove bytes first, and say so then: what breaks off between is done again."""
        over = await self._ids(_OVER, now)
        for identity in over:
            await self._vault.forget(identity)

        async def work(tx: Transaction) -> None:
            still = await _held(tx, _OVER, now)
            await removal.note(tx, [identity for identity in still if identity in over])

        if over:
            await self._database.transaction(work)


async def _held(tx: Transaction, sql: str, *values: Any) -> list[int]:
    """The files of a query that no other process is about to end."""
    of_others = " FOR UPDATE SKIP LOCKED" if tx.dialect == "postgres" else ""  # SQLite has one writer at a time anyway
    return [row[0] for row in await tx.fetch(f"{sql}{of_others}", *values)]


_LATE = f"SELECT id FROM file WHERE expires_at <= $1 AND void_reason IS NULL ORDER BY id LIMIT {_AT_ONCE}"

_LEFT = f"""
SELECT id FROM file WHERE state = '{FileState.CHECKING}' AND void_reason IS NULL AND completed_at <= $1
ORDER BY id LIMIT {_AT_ONCE}"""

_OVER = f"SELECT id FROM file WHERE remove_at <= $1 ORDER BY id LIMIT {_AT_ONCE}"
