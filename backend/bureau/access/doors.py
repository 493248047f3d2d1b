"""The doors: sign in, sign out, and tell from a cookie or a token who is asking."""

import hashlib
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bureau.access.passwords import verify_password
from bureau.access.session import Session
from bureau.kernel.actor import ANONYMOUS, Actor, Grant
from bureau.kernel.errors import Code, refuse
from bureau.registry.unit import TREE
from bureau.storage.database import Database
from bureau.storage.ids import new_ids
from bureau.storage.sql import day_of
from bureau.storage.transaction import Transaction

REMEMBERED_SECONDS = 5
"""How long a process takes a session or token at its word before it looks again."""
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh session: its secret, which is shown this once, and who it is for."""

    secret: str
    actor: Actor


def digest(secret: str) -> str:
    """What is kept of a secret that is long and random."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Doors:
    """Signs people in and recognises them; one for each process."""

    def __init__(self, database: Database, session_hours: int) -> None:
        self._database = database
        self._lasts = timedelta(hours=session_hours)
        self._known: OrderedDict[str, tuple[float, Actor]] = OrderedDict()

    async def sign_in(self, username: str, password: str, request_id: str) -> SignedIn:
        """Begin a session; raises Refusal SIGN_IN_FAILED, which does not say whether name or password was wrong."""
        # Tortoise's own connection would wait for every write on SQLite.
        rows = await self._database.readers.fetch(
            "SELECT id, password FROM account WHERE username = $1 AND closed_at IS NULL AND void_reason IS NULL",
            [username],
        )
        if not await verify_password(rows[0][1] if rows else None, password):
            raise refuse(Code.SIGN_IN_FAILED)
        account: int = rows[0][0]
        secret = secrets.token_urlsafe(32)

        async def begin(tx: Transaction) -> None:
            now = tx.now()
            (identity,) = await new_ids(tx, "session", 1)
            await Session.create(
                id=identity,
                account_id=account,
                digest=digest(secret),
                created_at=now,
                expires_at=now + self._lasts,
                position=await tx.position(),
            )

        await self._database.transaction(begin, actor=Actor(account, username), request_id=request_id)
        return SignedIn(secret, await _actor(self._database, account, username))

    async def sign_out(self, secret: str, actor: Actor, request_id: str) -> None:
        """End a session, in this process at once and in others within seconds."""
        self._known.pop(digest(secret), None)

        async def end(tx: Transaction) -> None:
            await Session.filter(digest=digest(secret), ended_at__isnull=True).update(ended_at=tx.now())

        await self._database.transaction(end, actor=actor, request_id=request_id)

    async def recognise(self, secret: str) -> Actor:
        """Who a session cookie or a bearer token stands for; ANONYMOUS for one that is unknown, ended or expired."""
        key = digest(secret)
        known = self._known.get(key)
        if known and known[0] > time.monotonic():
            return known[1]
        actor = await self._look_up(key)
        self._known[key] = (time.monotonic() + REMEMBERED_SECONDS, actor)
        self._known.move_to_end(key)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return actor

    async def _look_up(self, key: str) -> Actor:
        rows = await self._database.readers.fetch(_LOOK_UP, [key, self._database.clock.now()], steady=True)
        return await _actor(self._database, rows[0][0], rows[0][1]) if rows else ANONYMOUS


async def actor_of(database: Database, account: int) -> Actor | None:
    """An account as an actor with the rights of today, where nobody is there to ask; None if it is closed."""
    sql = "SELECT username FROM account WHERE id = $1 AND closed_at IS NULL AND void_reason IS NULL"
    rows = await database.readers.fetch(sql, [account])
    return await _actor(database, account, rows[0][0]) if rows else None


async def grants_of(database: Database) -> list[tuple[int, Grant]]:
    """Every grant that holds today, of every account that is open, by account."""
    rows = await database.readers.fetch(_ALL_GRANTS)
    today = database.clock.today()
    found = [(account, _grant(*row)) for account, *row in rows]
    return [(account, grant) for account, grant in found if grant.holds(today)]


async def _actor(database: Database, account: int, username: str) -> Actor:
    rows = await database.readers.fetch(_GRANTS, [account], steady=True)
    return Actor(account, username, tuple(_grant(*row) for row in rows)).on(database.clock.today())


def _grant(role: str, unit: int, category: str, start: Any, until: Any, basis: str | None) -> Grant:
    return Grant(role, TREE.level(category), unit, day_of(start), day_of(until) if until else None, basis or "")


_LOOK_UP = """
SELECT a.id, a.username FROM (
    SELECT account_id, expires_at, ended_at FROM session WHERE digest = $1
    UNION ALL SELECT account_id, expires_at, ended_at FROM token WHERE digest = $1
) s JOIN account a ON a.id = s.account_id
WHERE s.ended_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > $2)
    AND a.closed_at IS NULL AND a.void_reason IS NULL"""

_GRANT = "g.role, g.unit_id, u.category, g.start, g.until, g.basis FROM role_grant g JOIN unit u ON u.id = g.unit_id"

_GRANTS = f"SELECT {_GRANT} WHERE g.account_id = $1 AND g.void_reason IS NULL AND u.void_reason IS NULL"

_ALL_GRANTS = (
    f"SELECT g.account_id, {_GRANT} JOIN account a ON a.id = g.account_id"
    " WHERE g.void_reason IS NULL AND u.void_reason IS NULL AND a.void_reason IS NULL AND a.closed_at IS NULL"
)
