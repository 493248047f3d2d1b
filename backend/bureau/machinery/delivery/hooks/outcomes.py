"""What came of attempts, written down: what arrived, what is tried again and when, what is given up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bureau.machinery.delivery.hooks.calling import Reply
from bureau.machinery.delivery.hooks.switching import GONE, SILENT, switch_off
from bureau.machinery.delivery.hooks.webhook_delivery import DeliveryState
from bureau.machinery.delivery.pauses import pause_after
from bureau.storage.sql import among, moment_of
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

LONGEST_REST = timedelta(minutes=5)
"""How long a receiver that answers nothing is left alone at the most before another message tries it, unless it asks
for more."""


@dataclass(frozen=True, slots=True)
class Due:
    """A message that was taken to be sent."""

    id: int
    message_id: str
    event: str
    subject: str
    version: int
    position: int
    verb: str
    made_at: datetime | str
    attempts: int
    """How many were made, this one with them."""


async def note(store: Store, hook: int, made: Sequence[tuple[Due, Reply]]) -> None:
    """Write what came of attempts at one webhook, all in one transaction."""
    if made:
        await store.database.transaction(partial(_note, store, hook, made))


async def _note(store: Store, hook: int, made: Sequence[tuple[Due, Reply]], tx: Transaction) -> None:
    rows = [_row(tx, due, reply) for due, reply in made]
    await tx.execute_many(_OUTCOME, rows)
    failed = [due.id for due, reply in made if not reply.is_taken]
    if failed:
        of, ids = among(tx.dialect, "id", failed)
        await tx.fetch(_SUPERSEDE.format(of=of), *ids)
    if any(reply.is_gone for _, reply in made):
        await switch_off(store, tx, hook, GONE)
    elif len(failed) < len(made):
        await tx.fetch(_TAKEN, hook, tx.now())
    else:
        await _leave_alone(store, tx, hook, made, has_given_up=any(row[1] == DeliveryState.GIVEN_UP for row in rows))


def _row(tx: Transaction, due: Due, reply: Reply) -> list[object]:
    """The values of `_OUTCOME`."""
    pause = None if reply.is_taken or reply.is_gone else pause_after("webhook", due.attempts, tx.clock.today())
    state = DeliveryState.DELIVERED if reply.is_taken else DeliveryState.GIVEN_UP
    again = None
    if pause is not None:
        state, again = DeliveryState.WAITING, tx.now() + max(pause, timedelta(seconds=reply.wait or 0))
    return [due.id, state.value, again, tx.now(), reply.status, reply.latency, reply.failure or None]


async def _leave_alone(
    store: Store, tx: Transaction, hook: int, made: Sequence[tuple[Due, Reply]], *, has_given_up: bool
) -> None:
    """Leave a receiver alone for a while that took nothing; switch it off if it took none since a message was made that
    is given up now.
    """
    rows = await tx.fetch("SELECT failures, told_at FROM webhook WHERE id = $1", hook)
    failures, told_at = tuple(rows[0])
    oldest = min(moment_of(due.made_at) for due, _ in made)
    if has_given_up and (told_at is None or moment_of(told_at) < oldest):
        await switch_off(store, tx, hook, SILENT)
        return
    pause = pause_after("webhook", failures + 1, tx.clock.today())
    asked = timedelta(seconds=max(reply.wait or 0 for _, reply in made))
    rest = max(asked, min(LONGEST_REST if pause is None else pause, LONGEST_REST))
    await tx.fetch(_FAILING, hook, tx.now() + rest)


_OUTCOME = """
UPDATE webhook_delivery SET state = $2, next_at = $3, tried_at = $4, status = $5, latency = $6, failure = $7,
    version = version + 1
WHERE id = $1 AND state = 'SENDING'"""

_SUPERSEDE = """
UPDATE webhook_delivery SET state = 'SUPERSEDED', next_at = NULL
WHERE {of} AND state = 'WAITING' AND EXISTS (
    SELECT 1 FROM webhook_delivery n WHERE n.webhook_id = webhook_delivery.webhook_id
        AND n.subject = webhook_delivery.subject AND n.id > webhook_delivery.id AND n.next_at IS NOT NULL)"""

_TAKEN = """
UPDATE webhook SET failures = 0, rests_until = NULL, told_at = $2,
    state = CASE WHEN state = 'FAILING' THEN 'ACTIVE' ELSE state END
WHERE id = $1"""

_FAILING = """
UPDATE webhook SET failures = failures + 1, rests_until = $2,
    state = CASE WHEN state = 'ACTIVE' THEN 'FAILING' ELSE state END
WHERE id = $1"""
