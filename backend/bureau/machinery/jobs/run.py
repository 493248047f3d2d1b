"""A job that runs, as its task sees it: what it was given, how far it came before, and the steps it takes."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from bureau.kernel.actor import Actor
from bureau.kernel.clock import HOME
from bureau.machinery.files.files import Files
from bureau.machinery.files.found import Found
from bureau.settings import Settings
from bureau.storage.store import Store
from bureau.storage.subjects import Showing
from bureau.storage.transaction import Transaction

T = TypeVar("T")

LEASED = "id = $1 AND lease = $2 AND cancel_asked_at IS NULL"
"""That a job may go on under its lease."""


class Lost(Exception):
    """The job is no longer this process's: it was cancelled, or given to another because nothing was heard of it."""


@dataclass
class Run:
    """One attempt at a job."""

    store: Store
    settings: Settings
    files: Files
    shown: Showing = field(repr=False)
    job_id: int
    lease: str
    due_at: datetime
    actor: Actor
    """Whoever asked for it, with the rights of today; the system itself for what the calendar asks for."""
    given: Mapping[str, Any]
    checkpoint: dict[str, Any] = field(default_factory=dict)
    """What the last finished step kept; empty if there was none."""
    done: int = 0
    total: int | None = None

    @property
    def day(self) -> date:
        """The day it is done for, where the bureau is."""
        return self.due_at.astimezone(HOME).date()

    async def step(self, work: Callable[[Transaction], Awaitable[T]], **checkpoint: Any) -> T:
        """Do one step: `work`, in a transaction that also keeps `checkpoint`, `done` and `total` for the next.

        Either all of it is done, once, or nothing, whatever becomes of this process. `work` may set them itself.
        """

        async def fenced(tx: Transaction) -> T:
            result = await work(tx)
            self.checkpoint |= checkpoint
            await self.keep(tx)
            return result

        return await self.store.database.transaction(fenced, actor=self.actor, request_id=f"job:{self.job_id}")

    async def hand_over(self, name: str, content: bytes | AsyncIterator[bytes]) -> Found:
        """Keep a file that the job made, for whoever asked for it; see `Files.keep`."""
        blocks = _once(content) if isinstance(content, bytes) else content
        return await self.files.keep(self.actor, name, blocks, f"job:{self.job_id}")

    async def told(self) -> None:
        """Let those who look at the job see `done` and `total`."""
        await self.store.database.transaction(self.keep)

    async def keep(self, tx: Transaction) -> None:
        """Keep how far the job has come, at the end of a transaction of the task's own; raises Lost."""
        # At the end of the step, so that nobody who asks to cancel it waits for the whole of it.
        rows = await tx.fetch(
            "UPDATE job SET checkpoint = $3, done = $4, total = $5, lease_until = $6, attempts = 1"
            f" WHERE {LEASED} RETURNING id",
            self.job_id,
            self.lease,
            json.dumps(self.checkpoint),
            self.done,
            self.total,
            tx.now() + timedelta(seconds=self.settings.job_lease_seconds),
        )
        if not rows:
            raise Lost


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
