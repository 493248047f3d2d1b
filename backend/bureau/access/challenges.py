"""Challenges that passkeys answer: random, good for minutes, for one ceremony, and once.

Whoever asks for one leaves nothing behind, however often they ask: a challenge carries its end, and a code that only we
can make of it and of what it is for. One that is answered is remembered until that end.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bureau.settings import Settings
from bureau.storage.seal import Keyring
from bureau.storage.transaction import Transaction

GOOD_FOR = timedelta(minutes=5)
"""How long somebody may take to find their authenticator and use it (WebAuthn Level 2, 15.1)."""

_RANDOM_BYTES = 16
_END_BYTES = 8
_CODE_BYTES = sha256().digest_size
_LENGTH = _RANDOM_BYTES + _END_BYTES + _CODE_BYTES


class Purpose(StrEnum):
    """What a passkey is asked for."""

    ADD = "ADD"
    SIGN_IN = "SIGN_IN"
    SECOND_FACTOR = "SECOND_FACTOR"
    PROOF = "PROOF"


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What a challenge is for: a purpose, an account where it is known whose, a session by its digest where there is
    one.
    """

    purpose: Purpose
    account: int | None = None
    session: str = ""


class Challenges:
    """Makes challenges and takes the answers."""

    def __init__(self, settings: Settings) -> None:
        self._key = Keyring.of(settings).key("passkey_challenge")

    def new(self, ceremony: Ceremony, now: datetime) -> bytes:
        """A fresh challenge for a ceremony."""
        end = int((now + GOOD_FOR).timestamp())
        open_part = secrets.token_bytes(_RANDOM_BYTES) + end.to_bytes(_END_BYTES, "big")
        return open_part + self._code(open_part, ceremony)

    async def take(self, tx: Transaction, challenge: bytes, ceremony: Ceremony) -> bool:
        """Whether a challenge was made for this ceremony and may still be answered; it is then spent."""
        open_part, code = challenge[:-_CODE_BYTES], challenge[-_CODE_BYTES:]
        if len(challenge) != _LENGTH or not hmac.compare_digest(code, self._code(open_part, ceremony)):
            return False
        end = datetime.fromtimestamp(int.from_bytes(open_part[_RANDOM_BYTES:], "big"), UTC)
        return tx.now() < end and bool(await tx.fetch(_SPEND, sha256(challenge).digest(), end))

    async def sweep(self, tx: Transaction) -> None:
        """Remove what is long over, whichever machine's clock it was ended by."""
        await tx.fetch("DELETE FROM spent_challenge WHERE until < $1", tx.now() - GOOD_FOR)

    def _code(self, open_part: bytes, ceremony: Ceremony) -> bytes:
        about = f"\x00{ceremony.purpose}\x00{ceremony.account or ''}\x00{ceremony.session}"
        return hmac.digest(self._key, open_part + about.encode(), "sha256")


_SPEND = "INSERT INTO spent_challenge (digest, until) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING RETURNING until"
