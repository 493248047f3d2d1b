"""Recognition: who a session or a token stands for, and the end of either, heard of in every process."""

import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from bureau.access.actors import granted
from bureau.access.duties import duty_of, standing
from bureau.access.narrowing import COLUMNS, narrowing_of
from bureau.access.secret import digest
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.settings import Settings
from bureau.storage.database import Database
from bureau.storage.sql import moment_of
from bureau.storage.transaction import Transaction

REMEMBERED_SECONDS = 5
"""How long a process takes a session or token at its word before it looks again."""
_REMEMBERED = 10_000
_NOTED_EVERY = timedelta(minutes=1)
"""How often it is noted that a session or a token is in use."""
_HEARD_FOR = timedelta(seconds=30)
"""How far back ends are looked for, so that clocks of several machines may differ by as much."""


class Recognition:
    """Recognises secrets and remembers them for seconds; one for each process."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self.idle = timedelta(minutes=settings.session_idle_minutes)
        """A session that was not used for so long is over."""
        self._known: OrderedDict[str, tuple[float, Actor]] = OrderedDict()
        self._used: dict[tuple[str, int], datetime] = {}
        self._watching: defaultdict[str, set[Callable[[], None]]] = defaultdict(set)

    async def recognise(self, secret: str, *, is_use: bool = True) -> Actor:
        """Who a session cookie or a bearer token stands for; ANONYMOUS for one that is unknown, ended, expired or idle.

        What looks by itself whether a session still holds is no use of it.
        """
        key = digest(secret)
        known = self._known.get(key)
        if known and known[0] > time.monotonic():
            return known[1]
        actor = await self._look_up(key, is_use=is_use)
        if is_use or actor is ANONYMOUS:
            self._remember(key, actor)
        return actor

    def _remember(self, key: str, actor: Actor) -> None:
        self._known[key] = (time.monotonic() + REMEMBERED_SECONDS, actor)
        self._known.move_to_end(key)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    async def _look_up(self, key: str, *, is_use: bool) -> Actor:
        now = self._database.clock.now()
        rows = await self._database.readers.fetch(
            _LOOK_UP, [key, now, now - self.idle, self._database.clock.today()], steady=True
        )
        if not rows:
            return ANONYMOUS
        account, username, session, token, seen_at, *told = tuple(rows[0])
        narrowed, standing_now = told[: len(COLUMNS)], told[len(COLUMNS) :]
        if is_use and (seen_at is None or moment_of(seen_at) < now - _NOTED_EVERY):
            self._used["token" if session is None else "session", token or session] = now
        if session is None:
            return await granted(self._database, account, username, token=token, narrowing=narrowing_of(*narrowed))
        return await granted(self._database, account, username, duty_of(self._database.settings, *standing_now))

    def watch(self, secret: str, hear: Callable[[], None]) -> None:
        """Call `hear` when what `secret` opened is ended by somebody, here or in another process."""
        self._watching[digest(secret)].add(hear)

    def unwatch(self, secret: str, hear: Callable[[], None]) -> None:
        """Undo `watch`."""
        key = digest(secret)
        self._watching[key].discard(hear)
        if not self._watching[key]:
            del self._watching[key]

    def forget_actor(self, secret: str) -> None:
        """See anew at the next request what rights a session has."""
        self.forget_tokens([digest(secret)])

    def forget_tokens(self, keys: Iterable[str]) -> None:
        """Know no more what these digests stood for, though their sessions go on under others."""
        for key in keys:
            self._known.pop(key, None)

    def forget(self, keys: Iterable[str]) -> None:
        """Know no more what these digests stood for, and tell those who watch that it is over."""
        over = tuple(keys)
        self.forget_tokens(over)
        for key in over:
            for hear in tuple(self._watching.get(key, ())):
                hear()

    async def hear_ends(self) -> None:
        """Forget what was ended lately, in whichever process."""
        if self._known or self._watching:
            since = self._database.clock.now() - _HEARD_FOR
            self.forget(row[0] for row in await self._database.readers.fetch(_ENDED, [since]))

    async def note_use(self) -> None:
        """Write down which sessions and tokens were used."""
        used, self._used = self._used, {}

        async def note(tx: Transaction) -> None:
            for table in ("session", "token"):
                uses = sorted((number, at) for (of, number), at in used.items() if of == table)
                if uses:
                    await tx.execute_many(_USED.format(table=table), uses)

        if used:
            await self._database.transaction(note)


_LOOK_UP = f"""
SELECT a.id, a.username, s.session_id, s.token_id, s.seen_at, {", ".join(COLUMNS)}, {standing("$4")}, s.proof
FROM (
    SELECT account_id, expires_at, ended_at, id AS session_id, NULL AS token_id,
        COALESCE(seen_at, created_at) AS seen_at, {", ".join(f"NULL AS {column}" for column in COLUMNS)}, proof
        FROM session WHERE digest = $1
        AND CASE WHEN access_until IS NULL THEN COALESCE(seen_at, created_at) > $3 ELSE access_until > $2 END
    UNION ALL SELECT account_id, expires_at, ended_at, NULL, id, seen_at, {", ".join(COLUMNS)}, NULL
        FROM token WHERE digest = $1 AND void_reason IS NULL
) s JOIN account a ON a.id = s.account_id
WHERE s.ended_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > $2)
    AND a.closed_at IS NULL AND a.void_reason IS NULL"""

_ENDED = """
SELECT digest FROM session WHERE ended_at > $1 UNION ALL SELECT digest FROM token WHERE ended_at > $1"""

_USED = "UPDATE {table} SET seen_at = $2 WHERE id = $1 AND (seen_at IS NULL OR seen_at < $2)"
