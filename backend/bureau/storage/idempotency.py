"""A repeated write under the same key is answered, not done again."""

import contextlib
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson
from tortoise.exceptions import IntegrityError

from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Fault, Refusal, refuse
from bureau.kernel.words import Words
from bureau.storage.database import Database
from bureau.storage.transaction import Transaction

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a write ended: the record it wrote, or the faults for which it was refused."""

    record_id: int | None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    """What was odd about what it wrote."""


def digest(given: Any) -> bytes:
    """A digest of an input, the same for the same input whatever the order of its fields."""
    return hashlib.sha256(orjson.dumps(given, option=orjson.OPT_SORT_KEYS, default=str)).digest()


async def earlier(tx: Transaction, mutation: str, key: str, input_digest: bytes) -> Outcome | None:
    """How the same write ended when it was made under this key; raises Refusal KEY_REUSED for another input."""
    rows = await tx.fetch(
        "SELECT input_digest, record_id, faults FROM idempotency WHERE actor = $1 AND mutation = $2 AND key = $3",
        tx.actor.name,
        mutation,
        key,
    )
    if not rows:
        return None
    if bytes(rows[0][0]) != input_digest:
        raise refuse(Code.KEY_REUSED, "idempotency_key")
    told = [_fault(f) for f in orjson.loads(rows[0][2] or "[]")]
    return Outcome(rows[0][1], tuple(f for f in told if not f.is_warning), tuple(f for f in told if f.is_warning))


async def remember(tx: Transaction, mutation: str, key: str, input_digest: bytes, outcome: Outcome) -> None:
    """Keep how a write ended, and forget what is older than 30 days."""
    told = [_plain(fault) for fault in (*outcome.faults, *outcome.warnings)]
    await tx.fetch("DELETE FROM idempotency WHERE at < $1", tx.now() - KEPT)
    await tx.fetch(
        "INSERT INTO idempotency (actor, mutation, key, input_digest, record_id, faults, at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        tx.actor.name,
        mutation,
        key,
        input_digest,
        outcome.record_id,
        orjson.dumps(told).decode() if told else None,
        tx.now(),
    )


async def once(
    database: Database,
    work: Callable[[Transaction], Awaitable[int]],
    *,
    mutation: str,
    key: str | None,
    given: Any,
    actor: Actor,
    request_id: str,
) -> Outcome:
    """Do a write, or answer as it was answered when it was done under this key before.

    What the write is refused for is an outcome too; whatever else goes wrong is raised and leaves nothing behind.
    """
    seal = digest(given)

    async def attempt(tx: Transaction) -> Outcome:
        if key and (known := await earlier(tx, mutation, key, seal)):
            return known
        outcome = Outcome(await work(tx), warnings=tuple(tx.warnings))
        if key:
            await remember(tx, mutation, key, seal, outcome)
        return outcome

    try:
        return await _unless_taken(database, attempt, actor, request_id)
    except Refusal as refusal:
        refused = Outcome(refusal.current, refusal.faults)
        if key and not any(f.code is Code.KEY_REUSED for f in refusal.faults):
            await _remember_refusal(database, mutation, key, seal, refused, actor, request_id)
        return refused


async def _unless_taken(
    database: Database, attempt: Callable[[Transaction], Awaitable[Outcome]], actor: Actor, request_id: str
) -> Outcome:
    """Run the attempt; if another wrote the same unique value meanwhile, run it again to learn which."""
    try:
        return await database.transaction(attempt, actor=actor, request_id=request_id)
    except IntegrityError:
        return await database.transaction(attempt, actor=actor, request_id=request_id)


async def _remember_refusal(
    database: Database, mutation: str, key: str, seal: bytes, refused: Outcome, actor: Actor, request_id: str
) -> None:
    async def keep(tx: Transaction) -> None:
        await remember(tx, mutation, key, seal, refused)

    with contextlib.suppress(IntegrityError):  # the same refusal, remembered by a request beside this one
        await database.transaction(keep, actor=actor, request_id=request_id)


def _plain(fault: Fault) -> dict[str, Any]:
    params = {name: list(value) if isinstance(value, Words) else value for name, value in fault.params.items()}
    said = {"code": fault.code, "path": fault.path, "params": params, "retryable": fault.retryable}
    return {**said, "warning": True} if fault.is_warning else said


def _fault(data: dict[str, Any]) -> Fault:
    params = {k: Words(*v) if isinstance(v, list) else v for k, v in data["params"].items()}
    return Fault(Code(data["code"]), tuple(data["path"]), params, data["retryable"], data.get("warning", False))
