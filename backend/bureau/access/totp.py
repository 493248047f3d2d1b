"""Codes of an authenticator (TOTP, RFC 6238), each good once."""

import hmac
from dataclasses import dataclass

import pyotp

from bureau.access.account import account as account_kind
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.settings import Settings
from bureau.storage.journal import Entry, write_journal
from bureau.storage.seal import Keyring, new_salt
from bureau.storage.transaction import Transaction

_STEP_SECONDS = 30
_AROUND = (0, -1, 1)
"""A code is taken one step early or late, since clocks differ (RFC 6238, 5.2)."""
_PLACE = "totp.secret"


@dataclass(frozen=True, slots=True)
class Begun:
    """A secret that is shown this once: as it is typed, and as authenticators read it from a picture."""

    secret: str
    uri: str


class Authenticators:
    """Sets up, checks and removes the authenticators of accounts."""

    def __init__(self, settings: Settings) -> None:
        self._keyring = Keyring.of(settings)
        self._issuer = settings.bureau_name or "Bureau"

    async def begin(self, tx: Transaction, account: int, username: str) -> Begun:
        """Make a secret, in place of one that was never confirmed; raises Refusal where one was."""
        secret, salt = pyotp.random_base32(), new_salt()
        sealed = self._keyring.seal(secret, salt=salt, field=_PLACE, record_id=account)
        if not await tx.fetch(_BEGIN, account, salt, sealed, tx.now()):
            raise refuse(Code.SECOND_FACTOR_HELD)
        await write_journal(tx, [Entry("begin_totp", account_kind, account)])
        return Begun(secret, pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=self._issuer))

    async def confirm(self, tx: Transaction, account: int, code: str) -> None:
        """Let the secret count from now on, of which a code proves that it arrived; raises Refusal."""
        if await self.is_held(tx, account):
            raise refuse(Code.SECOND_FACTOR_HELD)
        if not await self.is_current(tx, account, code):
            raise Refusal([invalid("code", "it is not the code of this moment.", "验证码不正确或已过期。")])
        await tx.fetch("UPDATE totp SET confirmed_at = $2 WHERE account_id = $1", account, tx.now())
        await write_journal(tx, [Entry("confirm_totp", account_kind, account)])

    async def is_held(self, tx: Transaction, account: int) -> bool:
        """Whether an account has an authenticator that counts."""
        return bool(await tx.fetch("SELECT 1 FROM totp WHERE account_id = $1 AND confirmed_at IS NOT NULL", account))

    async def remove(self, tx: Transaction, account: int, reason: str) -> bool:
        """Take an authenticator away, for a reason; whether there was one."""
        if not await tx.fetch("DELETE FROM totp WHERE account_id = $1 RETURNING account_id", account):
            return False
        await write_journal(tx, [Entry("remove_totp", account_kind, account, reason=reason)])
        return True

    async def is_current(self, tx: Transaction, account: int, code: str) -> bool:
        """Whether it is a code of about now, and none that was used already or came before one that was; it is then
        spent.
        """
        rows = await tx.fetch("SELECT salt, sealed FROM totp WHERE account_id = $1", account)
        if not rows:
            return False
        secret = self._keyring.open(bytes(rows[0][1]), salt=bytes(rows[0][0]), field=_PLACE, record_id=account)
        given, now = "".join(code.split()).encode(), int(tx.now().timestamp()) // _STEP_SECONDS
        for step in (now + around for around in _AROUND):
            if hmac.compare_digest(pyotp.TOTP(secret).generate_otp(step).encode(), given):
                return bool(await tx.fetch(_SPEND, account, step))
        return False


_BEGIN = """
INSERT INTO totp (account_id, salt, sealed, begun_at, step) VALUES ($1, $2, $3, $4, 0)
ON CONFLICT (account_id) DO UPDATE SET salt = $2, sealed = $3, begun_at = $4, step = 0 WHERE totp.confirmed_at IS NULL
RETURNING account_id"""
_SPEND = "UPDATE totp SET step = $2 WHERE account_id = $1 AND step < $2 RETURNING account_id"
