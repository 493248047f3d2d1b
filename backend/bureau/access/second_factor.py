"""The second factor of an account: an authenticator, passkeys, and recovery codes for when these are lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bureau.access import recovery
from bureau.access.challenges import Ceremony, Purpose
from bureau.access.credential import Credential
from bureau.access.duties import holds_factor
from bureau.access.passkeys import Passkeys
from bureau.access.totp import Authenticators
from bureau.kernel.errors import Code, Refusal, fault, invalid
from bureau.settings import Settings
from bureau.storage.transaction import Transaction

Opening = Mapping[str, Any]
"""What the journal tells of how somebody was let in."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why somebody is not let in, and what the journal tells of it beside."""

    why: Code
    told: Mapping[str, Any] = field(default_factory=dict)
    passkey_options: str | None = None
    """What the account's passkeys are asked, as JSON, where they would do as a second factor."""


class SecondFactorNeeded(Refusal):
    """The password was right, and a second factor is asked for."""

    def __init__(self, passkey_options: str | None) -> None:
        super().__init__([fault(Code.SECOND_FACTOR_NEEDED)])
        self.passkey_options = passkey_options
        """What the account's passkeys are asked, as JSON; None where it has none."""


class SecondFactor:
    """Knows what accounts have beside their password, of whichever kind."""

    def __init__(self, settings: Settings) -> None:
        self.authenticators = Authenticators(settings)
        self.passkeys = Passkeys(settings)

    async def is_held(self, tx: Transaction, account: int) -> bool:
        """Whether an account signs in with a second factor."""
        rows = await tx.fetch(f"SELECT 1 FROM account a WHERE a.id = $1 AND {holds_factor('a.id')}", account)
        return bool(rows)

    async def beside_password(
        self, tx: Transaction, account: int, code: str | None, shown: Credential | None
    ) -> Refused | Opening:
        """Judge what is shown beside the right password: a passkey, or a code."""
        if not await self.is_held(tx, account):
            return {}
        ceremony = Ceremony(Purpose.SECOND_FACTOR, account)
        if not code and shown is None:
            options = await self.passkeys.ask_holder(tx, ceremony)
            return Refused(Code.SECOND_FACTOR_NEEDED, passkey_options=options)
        return await self.shown(tx, account, code, shown, ceremony)

    async def passkey_alone(self, tx: Transaction, account: int, shown: Credential) -> Refused | Opening:
        """Judge a passkey that is shown without a password."""
        return await self.shown(tx, account, None, shown, Ceremony(Purpose.SIGN_IN))

    async def shown(
        self, tx: Transaction, account: int, code: str | None, shown: Credential | None, ceremony: Ceremony
    ) -> Refused | Opening:
        """Judge a passkey, or else a code; either is spent."""
        if shown is None:
            return {} if await self._is_good(tx, account, code or "") else Refused(Code.SECOND_FACTOR_FAILED)
        verdict = await self.passkeys.open(tx, account, shown, ceremony)
        return Refused(Code.SECOND_FACTOR_FAILED, verdict.told) if verdict.objection else verdict.told

    async def remove_all(self, tx: Transaction, account: int, reason: str) -> None:
        """Take all factors of an account away, for a reason; it then sets one up anew. Raises Refusal where there is
        none.
        """
        has_authenticator = await self.authenticators.remove(tx, account, reason)
        passkeys = await self.passkeys.remove_all(tx, account, reason)
        if not (has_authenticator or passkeys):
            raise Refusal([invalid("username", "it has no second factor.", "该账户未设置第二因素。")])
        await recovery.take_away(tx, account)

    async def settle_removal(self, tx: Transaction, account: int) -> None:
        """Take the recovery codes away too where the last factor is gone."""
        if not await self.is_held(tx, account):
            await recovery.take_away(tx, account)

    async def _is_good(self, tx: Transaction, account: int, code: str) -> bool:
        """Whether a code opens now, be it the authenticator's or one for recovery."""
        authenticators = self.authenticators
        if await authenticators.is_held(tx, account) and await authenticators.is_current(tx, account, code):
            return True
        return await recovery.spend(tx, account, code)
