"""Refresh tokens of devices: each is good once, and one that comes twice ends the session."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bureau.access.secret import digest, new_secret
from bureau.access.sessions import ended
from bureau.settings import Settings
from bureau.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Pair:
    """What a device holds: a token to ask with, for minutes, and one to get the next pair with; shown this once."""

    token: str
    refresh_token: str
    until: datetime


class Refreshing:
    """Hands out the pairs of a session, one after the other."""

    def __init__(self, settings: Settings) -> None:
        self._good_for = timedelta(minutes=settings.device_token_minutes)
        self.lasts = timedelta(days=settings.device_days)
        """How long a device stays signed in; then it asks for the password again."""

    async def begin(self, tx: Transaction, identity: int, token: str) -> Pair:
        """The first pair of a session, whose token is made already."""
        return await self._pair(tx, identity, token)

    async def exchange(self, tx: Transaction, refresh_token: str) -> tuple[Pair | None, list[str]]:
        """The next pair for a refresh token, if it was good, and the digests of tokens that are good no more."""
        key = digest(refresh_token)
        rows = await tx.fetch(_SPEND, key, tx.now())
        if not rows:
            # Whoever comes second may be the thief or the robbed, and so neither goes on.
            return None, list(await ended(tx, "reuse_refresh_token", _FAMILY, key))
        (found,) = await tx.fetch(_SESSION, rows[0][0], tx.now()) or [None]
        if found is None:
            return None, []
        identity, former = found
        return await self._pair(tx, identity, new_secret()), [former]

    async def sweep(self, tx: Transaction) -> None:
        """Remove tokens that are older than any session of a device."""
        await tx.fetch("DELETE FROM refresh_token WHERE made_at < $1", tx.now() - self.lasts)

    async def _pair(self, tx: Transaction, identity: int, token: str) -> Pair:
        now, refresh_token = tx.now(), new_secret()
        until = now + self._good_for
        await tx.fetch(_RENEW, identity, digest(token), until, now)
        row = (identity, digest(refresh_token), now)
        await tx.insert("refresh_token", ("session_id", "digest", "made_at"), [row])
        return Pair(token, refresh_token, until)


_SPEND = "UPDATE refresh_token SET used_at = $2 WHERE digest = $1 AND used_at IS NULL RETURNING session_id"
_FAMILY = "id = (SELECT session_id FROM refresh_token WHERE digest = $2)"
_SESSION = """
SELECT s.id, s.digest FROM session s JOIN account a ON a.id = s.account_id
WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND a.closed_at IS NULL AND a.void_reason IS NULL"""
_RENEW = "UPDATE session SET digest = $2, access_until = $3, seen_at = $4 WHERE id = $1"
