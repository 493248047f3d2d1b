"""Passkeys (WebAuthn): what an authenticator is asked, what it answers, and the passkeys of accounts."""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bureau.access.account import account as account_kind
from bureau.access.challenges import GOOD_FOR, Ceremony, Challenges, Purpose
from bureau.access.credential import Credential
from bureau.access.relying_party import RelyingParty, relying_party
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.words import Words
from bureau.settings import Settings
from bureau.storage.ids import new_ids
from bureau.storage.journal import Entry, write_journal
from bureau.storage.sql import moment_of
from bureau.storage.transaction import Transaction

WORDS = Words("passkey", "通行密钥")
MOST = 20
"""Passkeys of one account."""
_LONGEST_ID = 1023
"""Bytes of a credential's id (WebAuthn Level 3, 7.1)."""
_HANDLE_BYTES = 32
_TIMEOUT = int(GOOD_FOR.total_seconds() * 1000)


class Objection(StrEnum):
    """Why a passkey does not open; the journal tells it, and whoever showed the passkey does not hear it."""

    CHALLENGE = "CHALLENGE"
    UNKNOWN = "UNKNOWN"
    HOLDER = "HOLDER"
    RESPONSE = "RESPONSE"
    SIGN_COUNT = "SIGN_COUNT"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a passkey that was shown: its number where it is known, and why it does not open."""

    passkey: int | None
    objection: Objection | None = None

    @property
    def told(self) -> Mapping[str, Any]:
        """What the journal tells of it."""
        refused = {"refused": self.objection} if self.objection else {}
        return {"passkey": self.passkey, **refused}


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its holder sees it."""

    id: int
    name: str
    added_at: datetime
    used_at: datetime | None
    is_backed_up: bool
    """Whether copies of it are on other devices of the holder's, as its authenticator says."""


class Passkeys:
    """Adds, asks for and looks at passkeys."""

    def __init__(self, settings: Settings) -> None:
        self._settled = relying_party(settings)
        self._challenges = Challenges(settings)

    async def begin(self, tx: Transaction, account: int, username: str, ceremony: Ceremony) -> str:
        """The options of `navigator.credentials.create()`, as JSON; raises Refusal where there are no passkeys, or
        where the account has as many as there may be.
        """
        held = await _descriptors(tx, account)
        if len(held) >= MOST:
            raise Refusal([_too_many()])
        party = self._party
        options = generate_registration_options(
            rp_id=party.domain,
            rp_name=party.name,
            user_name=username,
            user_id=await _handle(tx, account),
            challenge=self._challenges.new(ceremony, tx.now()),
            timeout=_TIMEOUT,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
            ),
            exclude_credentials=held,
        )
        return options_to_json(options)

    async def add(
        self, tx: Transaction, account: int, name: str, shown: Credential, ceremony: Ceremony
    ) -> Fault | None:
        """Let a passkey that was just made count, or say why not; either way its challenge is spent.

        Raises Refusal where there are no passkeys.
        """
        party = self._party
        if not await self._challenges.take(tx, shown.challenge, ceremony) or shown.is_framed:
            return _not_as_asked()
        try:
            made = verify_registration_response(
                credential=shown.content,
                expected_challenge=shown.challenge,
                expected_rp_id=party.domain,
                expected_origin=list(party.origins),
                require_user_verification=True,
            )
        except Exception:  # noqa: BLE001 (its parsers raise what they meet, and whatever it is, this is no passkey)
            return _not_as_asked()
        if len(made.credential_id) > _LONGEST_ID:
            return _not_as_asked()
        if len(await _descriptors(tx, account)) >= MOST:
            return _too_many()
        (identity,) = await new_ids(tx, "passkey", 1)
        values = (identity, account, made.credential_id, made.credential_public_key, made.sign_count)
        more = (made.credential_backed_up, _transports(shown), party.domain, name, tx.now())
        if not await tx.fetch(_ADD, *values, *more):
            return fault(Code.DUPLICATE, "credential", kind=WORDS)
        await write_journal(tx, [Entry("add_passkey", account_kind, account, {"passkey": identity, "name": name})])
        return None

    def ask(self, ceremony: Ceremony, now: datetime, held: Sequence[PublicKeyCredentialDescriptor] = ()) -> str:
        """The options of `navigator.credentials.get()`, as JSON: for one of `held`, or for any that the authenticator
        finds; raises Refusal where there are no passkeys.
        """
        options = generate_authentication_options(
            rp_id=self._party.domain,
            challenge=self._challenges.new(ceremony, now),
            timeout=_TIMEOUT,
            allow_credentials=list(held),
            user_verification=_verification(ceremony),
        )
        return options_to_json(options)

    async def ask_holder(self, tx: Transaction, ceremony: Ceremony) -> str | None:
        """The same for the passkeys of the account of a ceremony; None where it has none, or there are none here."""
        assert ceremony.account is not None
        held = await _descriptors(tx, ceremony.account)
        return self.ask(ceremony, tx.now(), held) if held and self._settled else None

    async def open(self, tx: Transaction, account: int, shown: Credential, ceremony: Ceremony) -> Verdict:
        """Whether a passkey that was shown opens for an account; its challenge is spent and its use written.

        The transaction must be committed whatever comes of it, or the challenge could be answered again. What is asked
        for otherwise than as a second factor must have seen that its holder is there: their finger, face or PIN.
        """
        rows = await tx.fetch(_SHOWN, shown.id, account)
        if not rows:
            return Verdict(None, Objection.UNKNOWN)
        identity, public_key, handle = int(rows[0][0]), bytes(rows[0][1]), bytes(rows[0][2])
        if not await self._challenges.take(tx, shown.challenge, ceremony):
            return Verdict(identity, Objection.CHALLENGE)
        if shown.handle != handle and (shown.handle is not None or ceremony.purpose is Purpose.SIGN_IN):
            return Verdict(identity, Objection.HOLDER)
        verified = None if shown.is_framed else self._verified(shown, public_key, ceremony)
        if verified is None:
            return Verdict(identity, Objection.RESPONSE)
        used = (identity, verified.new_sign_count, tx.now(), verified.credential_backed_up)
        return Verdict(identity, None if await tx.fetch(_USE, *used) else Objection.SIGN_COUNT)

    async def remove(self, tx: Transaction, account: int, identity: int) -> None:
        """Remove one passkey of an account; raises Refusal NOT_FOUND."""
        if not await _removed(tx, "account_id = $1 AND id = $2", account, identity):
            raise refuse(Code.NOT_FOUND, "id", kind=WORDS)

    async def remove_all(self, tx: Transaction, account: int, reason: str) -> int:
        """Remove all passkeys of an account, for a reason; how many there were."""
        return await _removed(tx, "account_id = $1", account, reason=reason)

    async def sweep(self, tx: Transaction) -> None:
        """Remove what is known of challenges that are over."""
        await self._challenges.sweep(tx)

    @property
    def _party(self) -> RelyingParty:
        if self._settled is None:
            raise refuse(Code.PASSKEYS_UNAVAILABLE)
        return self._settled

    def _verified(self, shown: Credential, public_key: bytes, ceremony: Ceremony) -> VerifiedAuthentication | None:
        party = self._party
        try:
            return verify_authentication_response(
                credential=shown.content,
                expected_challenge=shown.challenge,
                expected_rp_id=party.domain,
                expected_origin=list(party.origins),
                credential_public_key=public_key,
                credential_current_sign_count=0,  # compared where it is written, so that two at a time are told apart
                require_user_verification=_verification(ceremony) is UserVerificationRequirement.REQUIRED,
            )
        except Exception:  # noqa: BLE001 (its parsers raise what they meet, and whatever it is, this opens nothing)
            return None


async def passkeys_of(fetch: Callable[[str, list[Any]], Awaitable[Sequence[Any]]], account: int) -> list[Passkey]:
    """The passkeys of an account, the one added last first."""
    return [
        Passkey(identity, name, moment_of(added), moment_of(used) if used else None, bool(is_backed_up))
        for identity, name, added, used, is_backed_up in await fetch(_OF, [account])
    ]


async def _removed(tx: Transaction, where: str, account: int, *values: Any, reason: str | None = None) -> int:
    rows = await tx.fetch(f"DELETE FROM passkey WHERE {where} RETURNING id, name", account, *values)
    told = [{"passkey": int(row[0]), "name": row[1]} for row in rows]
    await write_journal(tx, [Entry("remove_passkey", account_kind, account, each, reason) for each in told])
    return len(rows)


async def _descriptors(tx: Transaction, account: int) -> list[PublicKeyCredentialDescriptor]:
    """The passkeys of an account as browsers are told of them."""
    return [
        PublicKeyCredentialDescriptor(
            id=bytes(row[0]), transports=[AuthenticatorTransport(way) for way in row[1].split()] or None
        )
        for row in await tx.fetch("SELECT credential_id, transports FROM passkey WHERE account_id = $1", account)
    ]


async def _handle(tx: Transaction, account: int) -> bytes:
    """The handle by which authenticators know an account, drawn when it is first asked for."""
    await tx.fetch(_DRAW, account, secrets.token_bytes(_HANDLE_BYTES))
    rows = await tx.fetch("SELECT handle FROM passkey_holder WHERE account_id = $1", account)
    return bytes(rows[0][0])


def _transports(shown: Credential) -> str:
    """The ways in which a browser says that an authenticator is reached, of those that are known."""
    said = shown.content["response"].get("transports")
    known = {way.value for way in AuthenticatorTransport}
    return " ".join(sorted({way for way in said if isinstance(way, str)} & known)) if isinstance(said, list) else ""


def _verification(ceremony: Ceremony) -> UserVerificationRequirement:
    """Whether the authenticator must see that its holder is there; after a password it need not."""
    if ceremony.purpose is Purpose.SECOND_FACTOR:
        return UserVerificationRequirement.DISCOURAGED
    return UserVerificationRequirement.REQUIRED


def _not_as_asked() -> Fault:
    reason = ("it is not as it was asked for, or too late; begin again.", "与请求不符或请求已过期，请重新开始。")
    return invalid("credential", *reason)


def _too_many() -> Fault:
    reason = Words(f"you have {MOST} passkeys, which is all.", f"您已有 {MOST} 个通行密钥，已达上限。")
    return Fault(Code.INVALID, params={"reason": reason})


_ADD = """
INSERT INTO passkey (id, account_id, credential_id, public_key, sign_count, is_backed_up, transports, domain, name,
    added_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (credential_id) DO NOTHING RETURNING id"""
_DRAW = """
INSERT INTO passkey_holder (account_id, handle) VALUES ($1, $2) ON CONFLICT (account_id) DO NOTHING
RETURNING account_id"""
_SHOWN = """
SELECT p.id, p.public_key, h.handle FROM passkey p JOIN passkey_holder h ON h.account_id = p.account_id
WHERE p.credential_id = $1 AND p.account_id = $2"""
_USE = """
UPDATE passkey SET sign_count = $2, used_at = $3, is_backed_up = $4
WHERE id = $1 AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0)) RETURNING id"""
_OF = "SELECT id, name, added_at, used_at, is_backed_up FROM passkey WHERE account_id = $1 ORDER BY id DESC"
