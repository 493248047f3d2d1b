"""The sessions of an account: which there are, and their end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from bureau.access.caller import Caller
from bureau.access.recognition import Recognition
from bureau.access.secret import digest, new_secret
from bureau.access.session import ProviderProof, Session, session
from bureau.kernel.actor import Actor
from bureau.storage.database import Database
from bureau.storage.ids import new_ids
from bureau.storage.journal import Entry, write_journal
from bureau.storage.sql import moment_of
from bureau.storage.transaction import Transaction

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One session that is neither ended nor expired."""

    id: int
    client: str | None
    network: str | None
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    is_current: bool
    """Whether it is the one that asks."""


class Sessions:
    """Lists and ends sessions."""

    def __init__(self, database: Database, recognition: Recognition) -> None:
        self._database = database
        self._recognition = recognition

    async def of(self, actor: Actor, secret: str) -> list[OpenSession]:
        """The open sessions of the actor's account, the one used last first; `secret` is that of the one that asks."""
        now = self._database.clock.now()
        idle_since = now - self._recognition.idle
        rows = await self._database.readers.fetch(_OPEN, [actor.account, now, idle_since])
        own = digest(secret)
        return [
            OpenSession(identity, client, network, moment_of(begun), moment_of(seen), moment_of(until), key == own)
            for identity, client, network, begun, seen, until, key in rows
        ]

    async def end_one(self, actor: Actor, identity: int, request_id: str) -> bool:
        """End a session of the actor's; whether there was one."""
        return bool(
            await self.end(actor, request_id, "end_session", "id = $2 AND account_id = $3", identity, actor.account)
        )

    async def end_all(self, actor: Actor, request_id: str, *, but: str = "") -> None:
        """End the sessions of the actor's account, except the one whose secret is `but`."""
        where = "account_id = $2 AND digest <> $3"
        await self.end(actor, request_id, "end_session", where, actor.account, digest(but))

    async def end(self, actor: Actor, request_id: str, verb: str, where: str, *values: Any) -> Sequence[str]:
        """End the open sessions that `where` says, with its values from `$2` on; returns their digests."""

        async def work(tx: Transaction) -> Sequence[str]:
            return await ended(tx, verb, where, *values)

        keys = await self._database.transaction(work, actor=actor, request_id=request_id)
        self._recognition.forget(keys)
        return keys


async def begun(
    tx: Transaction,
    account: int,
    caller: Caller,
    lasts: timedelta,
    proof: ProviderProof | None = None,
    provider_session: str | None = None,
    told: Mapping[str, Any] = NOTHING,
) -> tuple[int, str]:
    """Write a session, with its line in the journal, which tells `told` beside; its id and its secret."""
    now, secret = tx.now(), new_secret()
    (identity,) = await new_ids(tx, "session", 1)
    await Session.create(
        id=identity,
        account_id=account,
        digest=digest(secret),
        client=caller.client or None,
        network=caller.network,
        created_at=now,
        seen_at=now,
        expires_at=now + lasts,
        proof=proof,
        provider_session=provider_session,
        position=await tx.position(),
    )
    changes: dict[str, Any] = {"account": account, "client": caller.client, "address": caller.address}
    changes |= dict(told) | ({"proof": proof} if proof else {})
    await write_journal(tx, [Entry("sign_in", session, identity, changes)])
    return identity, secret


async def ended(tx: Transaction, verb: str, where: str, *values: Any) -> Sequence[str]:
    """Write that sessions ended, each with its line in the journal; returns their digests, to be forgotten."""
    rows = await tx.fetch(f"{_END} AND {where} RETURNING id, digest", tx.now(), *values)
    if rows:
        await write_journal(tx, [Entry(verb, session, row[0]) for row in rows])
    return [row[1] for row in rows]


_OPEN = """
SELECT id, client, network, created_at, COALESCE(seen_at, created_at), expires_at, digest FROM session
WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2 AND void_reason IS NULL
    AND (access_until IS NOT NULL OR COALESCE(seen_at, created_at) > $3)
ORDER BY 5 DESC, id DESC"""

_END = "UPDATE session SET ended_at = $1 WHERE ended_at IS NULL"
