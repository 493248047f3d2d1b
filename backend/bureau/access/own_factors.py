"""The factors of whoever is signed in: added and removed after fresh proof, for an open session is none."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TypeVar

from bureau.access import recovery
from bureau.access.account import account as account_kind
from bureau.access.caller import NOWHERE, Caller
from bureau.access.challenges import Ceremony, Purpose
from bureau.access.credential import read_credential
from bureau.access.duties import holds_factor
from bureau.access.passkeys import WORDS, Passkey, passkeys_of
from bureau.access.proof import Proof
from bureau.access.recognition import Recognition
from bureau.access.second_factor import SecondFactor
from bureau.access.secret import digest
from bureau.access.sessions import ended
from bureau.access.totp import Begun
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Fault, Refusal, invalid, refuse
from bureau.kernel.text import FORBIDDEN, clean
from bureau.storage.database import Database
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction

T = TypeVar("T")

_FRESH = timedelta(minutes=10)
"""How long it shows that it is somebody that an identity provider just said so."""

_CAME_JUST_NOW = f"""
SELECT 1 FROM session s WHERE s.digest = $1 AND s.proof IS NOT NULL AND s.created_at > $2 AND s.ended_at IS NULL
    AND NOT {holds_factor("s.account_id")}"""

_AUTHENTICATOR = "SELECT 1 FROM totp WHERE account_id = $1 AND confirmed_at IS NOT NULL"
_CODES_LEFT = "SELECT 1 FROM recovery_code WHERE account_id = $1 AND used_at IS NULL"

_LONGEST_NAME = 60
"""Characters of the name of a passkey."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A request of somebody who is signed in: who they are, and the secret of their session."""

    actor: Actor
    secret: str
    request_id: str
    caller: Caller = NOWHERE

    @property
    def account(self) -> int:
        """The account that asks."""
        assert self.actor.account is not None
        return self.actor.account

    def ceremony(self, purpose: Purpose) -> Ceremony:
        """What a passkey is asked for in this session."""
        return Ceremony(purpose, self.account, digest(self.secret))


class OwnFactors:
    """Sets up and removes the factors of accounts that are signed in."""

    def __init__(
        self,
        database: Database,
        recognition: Recognition,
        factor: SecondFactor,
        prove: Callable[[Asking, Proof], Awaitable[None]],
    ) -> None:
        self._database = database
        self._recognition = recognition
        self._factor = factor
        self._prove = prove

    async def begin_totp(self, asking: Asking, proof: Proof | None) -> Begun:
        """Make a secret for the authenticator of the actor; raises Refusal: SECOND_FACTOR_HELD, or as `Doors.prove`."""
        await self._prove_to_add(asking, proof)
        begin = partial(self._factor.authenticators.begin, account=asking.account, username=asking.actor.name)
        return await self._do(asking, begin)

    async def confirm_totp(self, asking: Asking, code: str) -> list[str] | None:
        """Let the actor's authenticator count; the recovery codes, where it is the first factor.

        Raises Refusal INVALID, or SECOND_FACTOR_HELD.
        """

        async def confirm(tx: Transaction) -> list[str] | None:
            is_first = not await self._factor.is_held(tx, asking.account)
            await self._factor.authenticators.confirm(tx, asking.account, code)
            return await recovery.hand_out(tx, asking.account) if is_first else None

        codes = await self._do(asking, confirm)
        self._recognition.forget_actor(asking.secret)
        return codes

    async def begin_proof(self, asking: Asking) -> str:
        """What the actor's passkeys are asked as a proof, as JSON; raises Refusal NOT_FOUND where there is none, or
        PASSKEYS_UNAVAILABLE.
        """
        ask = partial(self._factor.passkeys.ask_holder, ceremony=asking.ceremony(Purpose.PROOF))
        options = await self._do(asking, ask)
        if options is None:
            raise refuse(Code.NOT_FOUND, kind=WORDS)
        return options

    async def begin_passkey(self, asking: Asking, proof: Proof | None) -> str:
        """What an authenticator is asked to make, as JSON; raises Refusal: as `Passkeys.begin` and `Doors.prove`."""
        await self._prove_to_add(asking, proof)
        ceremony = asking.ceremony(Purpose.ADD)
        begin = partial(
            self._factor.passkeys.begin, account=asking.account, username=asking.actor.name, ceremony=ceremony
        )
        return await self._do(asking, begin)

    async def finish_passkey(self, asking: Asking, name: str, text: str) -> list[str] | None:
        """Let a passkey count that was just made; the recovery codes, where it is the first factor.

        Raises Refusal: REQUIRED, TOO_LONG or INVALID for its name, and as `Passkeys.add`; the last is journalled.
        """
        named, shown = _named(name), read_credential(text, "credential")

        async def add(tx: Transaction) -> list[str] | Fault | None:
            is_first = not await self._factor.is_held(tx, asking.account)
            ceremony = asking.ceremony(Purpose.ADD)
            if wrong := await self._factor.passkeys.add(tx, asking.account, named, shown, ceremony):
                await write_journal(tx, [Entry("refuse_passkey", account_kind, asking.account)])
                return wrong
            return await recovery.hand_out(tx, asking.account) if is_first else None

        codes = await self._do(asking, add)
        if isinstance(codes, Fault):
            raise Refusal([codes])
        self._recognition.forget_actor(asking.secret)
        return codes

    async def remove_passkey(self, asking: Asking, identity: int, proof: Proof) -> None:
        """Remove one passkey of the actor's and end their other sessions; raises Refusal: NOT_FOUND, or as
        `Doors.prove`.
        """
        await self._prove(asking, proof)

        async def remove(tx: Transaction) -> Sequence[str]:
            await self._factor.passkeys.remove(tx, asking.account, identity)
            await self._factor.settle_removal(tx, asking.account)
            others = "account_id = $2 AND digest <> $3"
            return await ended(tx, "end_session", others, asking.account, digest(asking.secret))

        self._recognition.forget(await self._do(asking, remove))
        self._recognition.forget_actor(asking.secret)

    async def passkeys(self, account: int) -> list[Passkey]:
        """The passkeys of an account, the one added last first."""
        return await passkeys_of(self._database.readers.fetch, account)

    async def has_authenticator(self, account: int) -> bool:
        """Whether an account has an authenticator that counts."""
        return bool(await self._database.readers.fetch(_AUTHENTICATOR, [account]))

    async def recovery_codes_left(self, account: int) -> int:
        """How many recovery codes of an account were not used."""
        return len(await self._database.readers.fetch(_CODES_LEFT, [account]))

    async def _prove_to_add(self, asking: Asking, proof: Proof | None) -> None:
        """See that it is the actor who asks; for a first factor it is enough that they came from the identity provider
        just now, for they may have no password. Raises Refusal: REQUIRED, or as `Doors.prove`.
        """
        if proof is not None:
            await self._prove(asking, proof)
            return
        since = self._database.clock.now() - _FRESH
        if not await self._database.readers.fetch(_CAME_JUST_NOW, [digest(asking.secret), since]):
            raise refuse(Code.REQUIRED, "proof")

    async def _do(self, asking: Asking, work: Callable[[Transaction], Awaitable[T]]) -> T:
        return await self._database.transaction(work, actor=asking.actor, request_id=asking.request_id)


def _named(name: str) -> str:
    """The name of a passkey as it is kept; raises Refusal REQUIRED, TOO_LONG or INVALID."""
    cleaned = clean(name)
    if not cleaned:
        raise refuse(Code.REQUIRED, "name")
    if len(cleaned) > _LONGEST_NAME:
        raise refuse(Code.TOO_LONG, "name", limit=_LONGEST_NAME)
    if FORBIDDEN.search(name) or "\n" in cleaned:
        raise Refusal([invalid("name", "one line only, without controls.", "只能填写一行，且不得含有控制字符。")])
    return cleaned
