"""Attempts at signing in: how long a name must wait for the next one from a network, and when none helps any more.

An attempt is counted before its password is looked at and forgotten when it succeeds, so that many at once gain
nothing. A name is kept as a keyed digest alone, since people type passwords there.
"""

from datetime import UTC, datetime, timedelta

from bureau.kernel.errors import Code, Fault, Refusal
from bureau.settings import Settings
from bureau.storage.seal import Keyring
from bureau.storage.sql import moment_of
from bureau.storage.transaction import Transaction

EVERYWHERE = "*"
"""Stands for all networks, where the failures of an administrator are counted until they are locked out."""
FORGOTTEN_AFTER = timedelta(days=1)
"""A name that nobody tried for so long from a network begins anew there."""

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Attempts:
    """Counts attempts in the database, which all processes share."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._keyring = Keyring.of(settings)

    def digest(self, username: str) -> str:
        """What is kept of a name."""
        return self._keyring.digest(username, "sign_in_attempt.name").hex()

    async def begin(self, tx: Transaction, username: str, network: str) -> None:
        """Count an attempt; raises Refusal SIGN_IN_DELAYED, and counts nothing, while the name must still wait."""
        now, name = tx.now(), self.digest(username)
        ((tries, until),) = await tx.fetch(_COUNT, name, network, now, now - FORGOTTEN_AFTER)
        if (left := moment_of(until) - now) > timedelta():
            raise delayed(left)
        await tx.fetch(_DELAY, name, network, now + self._delay(tries))

    async def succeed(self, tx: Transaction, username: str, network: str) -> None:
        """Forget the attempts that came before one that succeeded."""
        await tx.fetch(_FORGET, self.digest(username), network, EVERYWHERE)

    async def fail_everywhere(self, tx: Transaction, username: str) -> bool:
        """Count the failure of an administrator, from wherever it came; whether this one locks them out."""
        ((tries, _),) = await tx.fetch(_COUNT, self.digest(username), EVERYWHERE, tx.now(), _BEGINNING)
        return bool(tries == self._settings.administrator_attempts)

    async def is_locked(self, tx: Transaction, username: str) -> bool:
        """Whether an administrator is locked out."""
        rows = await tx.fetch(_TRIES, self.digest(username), EVERYWHERE)
        return bool(rows) and rows[0][0] >= self._settings.administrator_attempts

    async def unlock(self, tx: Transaction, username: str) -> None:
        """Let a name be tried again, from everywhere."""
        await tx.fetch(_UNLOCK, self.digest(username))

    async def sweep(self, tx: Transaction) -> None:
        """Remove what is forgotten; an administrator stays locked out until they are let in."""
        await tx.fetch(_SWEEP, tx.now() - FORGOTTEN_AFTER, EVERYWHERE)

    def _delay(self, tries: int) -> timedelta:
        """How long to wait after so many failures: nothing, then 1, 2, 4 … seconds, up to the longest."""
        beyond = tries - self._settings.sign_in_attempts
        longest = self._settings.sign_in_delay_seconds
        return timedelta(seconds=min(2**beyond, longest) if 0 <= beyond < 32 else longest if beyond > 0 else 0)


def delayed(left: timedelta) -> Refusal:
    """The refusal of an attempt that comes too soon."""
    seconds = max(1, -(-left // timedelta(seconds=1)))
    return Refusal([Fault(Code.SIGN_IN_DELAYED, params={"seconds": seconds}, retryable=True)])


_COUNT = """
INSERT INTO sign_in_attempt (name, network, tries, last_at, until) VALUES ($1, $2, 1, $3, $3)
ON CONFLICT (name, network) DO UPDATE SET last_at = $3,
    tries = CASE WHEN sign_in_attempt.last_at < $4 THEN 1 ELSE sign_in_attempt.tries + 1 END
RETURNING tries, until"""
_DELAY = "UPDATE sign_in_attempt SET until = $3 WHERE name = $1 AND network = $2"
_FORGET = "DELETE FROM sign_in_attempt WHERE name = $1 AND network IN ($2, $3)"
_TRIES = "SELECT tries FROM sign_in_attempt WHERE name = $1 AND network = $2"
_UNLOCK = "DELETE FROM sign_in_attempt WHERE name = $1"
_SWEEP = "DELETE FROM sign_in_attempt WHERE last_at < $1 AND network <> $2"
