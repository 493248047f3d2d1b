"""Sending: what waits for a webhook is sent, tried again by the schedule, and given up where nobody takes it.

Each webhook is served by itself, so that one that hangs holds up no other. Messages are taken under a lease; whoever
receives one twice, because a process died before it wrote what came of it, knows it by its id.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import structlog

from bureau.engine.kinds import parse_id
from bureau.engine.run import Engine
from bureau.kernel.errors import BureauError
from bureau.kernel.kind import Kind
from bureau.kernel.traces import reason_of
from bureau.machinery.delivery.hooks.calling import Envelope, Line
from bureau.machinery.delivery.hooks.egress import Egress
from bureau.machinery.delivery.hooks.outcomes import Due, note
from bureau.machinery.delivery.hooks.sight import actor_for, versions_seen
from bureau.machinery.delivery.hooks.switching import NOBODY, switch_off
from bureau.machinery.delivery.hooks.webhook_delivery import TEST, DeliveryState
from bureau.machinery.delivery.hooks.webhook_secret import secrets_of
from bureau.storage.sql import among, moment_of
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction, spawn

log = structlog.get_logger()

AT_ONCE = 100
"""Messages that are taken together for a webhook that answers; of one that does not, one at a time."""


@dataclass(frozen=True, slots=True)
class _Hook:
    """A webhook as its messages are sent."""

    id: int
    owner: int
    token: int | None
    url: str
    failures: int
    secrets: tuple[str, ...]


class Sending:
    """Sends the messages of one bureau; several processes may, and each message is one's at a time."""

    def __init__(self, store: Store, engine: Engine) -> None:
        self._store = store
        self._database = store.database
        self._settings = store.database.settings
        self._engine = engine
        self._egress = Egress(self._settings)
        self._at_work: dict[int, asyncio.Task[None]] = {}

    async def turn(self) -> int:
        """Begin to serve each webhook for which something is due; how many are served now."""
        rows = await self._database.readers.fetch(_DUE_HOOKS, [self._database.clock.now()])
        for (hook,) in map(tuple, rows):
            if hook not in self._at_work:
                self._at_work[hook] = spawn(self._serve(hook))
                self._at_work[hook].add_done_callback(partial(self._done, hook))
        return len(self._at_work)

    async def settle(self) -> None:
        """Wait until all that are served now are done; raises what any of them raised."""
        while self._at_work:
            await asyncio.gather(*self._at_work.values())

    async def stop(self) -> None:
        """Leave off; what was under way is sent again when its lease is over."""
        works = list(self._at_work.values())
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)

    def _done(self, hook: int, work: "asyncio.Task[None]") -> None:
        del self._at_work[hook]
        if not work.cancelled() and (error := work.exception()):  # its messages are due again when their lease is over
            expected = isinstance(error, BureauError | OSError)
            log.error("webhook_failed", webhook=hook, reason=reason_of(error), exc_info=None if expected else error)

    async def _serve(self, hook: int) -> None:
        """Send to one webhook until nothing is due, or it is to be left alone."""
        while True:
            held, due = await self._database.transaction(lambda tx: self._take(tx, hook))
            if held is None or not due:
                return
            due = await self._still_seen(held, due)
            now = self._database.clock.now()
            async with Line(held.url, held.secrets, self._egress, self._settings.webhook_seconds) as line:
                replies = await asyncio.gather(*(line.call(_envelope(one), now) for one in due))
            await note(self._store, held.id, list(zip(due, replies, strict=True)))
            if any(not reply.is_taken for reply in replies):
                return

    async def _take(self, tx: Transaction, hook: int) -> tuple[_Hook | None, list[Due]]:
        """The messages of a webhook that are due, leased; none while it is to be left alone, or without a secret."""
        rows = await tx.fetch(_HOOK, hook, tx.now())
        secrets = await secrets_of(tx, self._store.keyring, [hook])
        if not rows or hook not in secrets:
            return None, []
        identity, owner, token, url, failures = tuple(rows[0])
        held = _Hook(identity, owner, token, url, failures, tuple(secrets[hook]))
        skip = "FOR UPDATE SKIP LOCKED" if tx.dialect == "postgres" else ""
        most = 1 if held.failures else AT_ONCE
        lease = timedelta(seconds=self._settings.webhook_seconds * 2 + self._settings.job_lease_seconds)
        taken = await tx.fetch(_TAKE.format(most=most, skip=skip), owner, hook, tx.now(), tx.now() + lease)
        return held, sorted((Due(*tuple(row)) for row in taken), key=lambda due: due.id)

    async def _still_seen(self, held: _Hook, due: Sequence[Due]) -> list[Due]:
        """Those messages whose records the owner still sees; the others are withheld."""
        actor = await actor_for(self._database, held.owner, held.token)
        if actor is None:
            await self._database.transaction(lambda tx: switch_off(self._store, tx, held.id, NOBODY))
            return []
        records = {one.subject: self._record(one.subject) for one in due if one.event != TEST}
        seen = await versions_seen(self._engine, actor, [found for found in records.values() if found])
        unseen = {one.id for one in due if one.event != TEST and records[one.subject] not in seen}
        if unseen:
            await self._database.transaction(lambda tx: _withhold(tx, unseen))
        return [one for one in due if one.id not in unseen]

    def _record(self, subject: str) -> tuple[Kind, int] | None:
        name, number = parse_id(subject) or ("", 0)
        kind = self._engine.kinds.of_type(name)
        return (kind, number) if kind else None


def _envelope(due: Due) -> Envelope:
    kind = due.subject.partition(":")[0]
    at = moment_of(due.made_at)
    return Envelope(due.message_id, due.event, at, kind, due.subject, due.version, due.position, due.verb)


async def _withhold(tx: Transaction, ids: Collection[int]) -> None:
    of, values = among(tx.dialect, "id", ids)
    state = DeliveryState.WITHHELD.value
    await tx.fetch(f"UPDATE webhook_delivery SET state = '{state}', next_at = NULL WHERE {of}", *values)


_READY = "w.state IN ('ACTIVE', 'FAILING') AND w.void_reason IS NULL"

_DUE_HOOKS = f"""
SELECT w.id FROM webhook w
WHERE {_READY} AND (w.rests_until IS NULL OR w.rests_until <= $1)
    AND EXISTS (SELECT 1 FROM webhook_secret s WHERE s.webhook_id = w.id)
    AND EXISTS (
        SELECT 1 FROM webhook_delivery d WHERE d.owner_id = w.owner_id AND d.webhook_id = w.id AND d.next_at <= $1)"""

_HOOK = f"""
SELECT w.id, w.owner_id, w.token_id, w.url, w.failures FROM webhook w
WHERE w.id = $1 AND {_READY} AND (w.rests_until IS NULL OR w.rests_until <= $2)"""

# One that another process has, or had when it died, comes before a later one about the same record.
_TAKE = """
UPDATE webhook_delivery SET state = 'SENDING', attempts = attempts + 1, next_at = $4, version = version + 1
WHERE id IN (
    SELECT d.id FROM (
        SELECT id, subject FROM webhook_delivery
        WHERE owner_id = $1 AND webhook_id = $2 AND next_at <= $3 ORDER BY next_at, id LIMIT {most} {skip}) d
    WHERE NOT EXISTS (
        SELECT 1 FROM webhook_delivery s
        WHERE s.subject = d.subject AND s.webhook_id = $2 AND s.state = 'SENDING' AND s.id < d.id))
RETURNING id, message_id, event, subject, record_version, change_position, verb, made_at, attempts"""
