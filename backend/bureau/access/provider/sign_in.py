"""Sessions of those whom an identity provider has proved to be somebody that an account is bound to."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from bureau.access.account import Account
from bureau.access.attempts import Attempts
from bureau.access.caller import Caller
from bureau.access.challenges import Purpose
from bureau.access.credential import read_credential
from bureau.access.doors import Doors
from bureau.access.failures import write_failure
from bureau.access.own_factors import Asking
from bureau.access.provider.flow import CALLBACK, Flow, Proven, is_answer_to
from bureau.access.provider.identity import AccountIdentity, bind_identity
from bureau.access.provider.pending import LASTS_SECONDS, Pending, Sealing
from bureau.access.second_factor import Refused, SecondFactor
from bureau.access.secret import digest
from bureau.access.session import ProviderProof
from bureau.access.session import session as session_kind
from bureau.access.sessions import NOTHING, begun
from bureau.kernel.actor import ANONYMOUS, SYSTEM, Actor
from bureau.kernel.errors import Code, Refusal, refuse
from bureau.kernel.rules import SEPARATED
from bureau.storage.journal import Entry, write_journal
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class ProviderDoor:
    """Signs people in through the identity provider; one for each process, where a provider is set up."""

    def __init__(self, store: Store, doors: Doors) -> None:
        database, settings = store.database, store.database.settings
        self._store, self._database, self._doors = store, database, doors
        self._lasts = timedelta(hours=settings.session_hours)
        self._origins = settings.allowed_origins
        self._attempts = Attempts(settings)
        self._factor = SecondFactor(settings)
        self._sealing = Sealing(settings, database.clock)
        self._flow = Flow(database)

    def origin(self, host: str) -> str:
        """The one of our origins that a browser came to, by the host it named; our first one where it is none."""
        return next((each for each in self._origins if each.partition("://")[2] == host.lower()), self._origins[0])

    async def begin(self, host: str, to: str) -> tuple[str, str]:
        """Where a browser goes to sign in, and what it is to hold until it comes back; `to` is a path of ours.

        Raises Malformed for another path, and Refusal PROVIDER_UNAVAILABLE, which is retryable, or …_ANSWER_INVALID.
        """
        pending = Pending.begin(f"{self.origin(host)}{CALLBACK}", to)
        return await self._flow.address(pending), self._sealing.seal(pending)

    async def complete(
        self, sealed: str, answer: Mapping[str, str], caller: Caller, request_id: str
    ) -> tuple[str, str]:
        """The secret of a new session and the path to go on at, for the provider's answer to what a browser holds.

        Raises Refusal SIGN_IN_EXPIRED for an answer to something else, or a second one; IDENTITY_UNKNOWN for
        somebody to whom no open account is bound; SIGN_IN_DELAYED; and what `begin` raises.
        """
        pending = self._sealing.open(sealed)
        if not is_answer_to(pending, answer):
            raise refuse(Code.SIGN_IN_EXPIRED)
        await self._database.transaction(partial(_spend, state=pending.state), request_id=request_id, actor=ANONYMOUS)
        try:
            proven = await self._flow.prove(pending, answer)
        except Refusal as refusal:
            await self._fail(None, None, caller, request_id, refusal.faults[0].code)
            raise
        return await self._admit(proven, caller, request_id), pending.to

    async def confirm(self, asking: Asking, code: str | None, passkey: str | None) -> None:
        """Take a code or an answer of a passkey of the actor's, which their session awaits.

        Raises Refusal SECOND_FACTOR_FAILED and SIGN_IN_DELAYED.
        """
        actor, caller, name = asking.actor, asking.caller, asking.actor.name
        shown = read_credential(passkey, "passkey") if passkey else None
        begin = partial(self._attempts.begin, username=name, network=caller.network)
        await self._database.transaction(begin, actor=actor, request_id=asking.request_id)

        async def confirm(tx: Transaction) -> Refused | None:
            if await self._attempts.is_locked(tx, name):
                return Refused(Code.SECOND_FACTOR_FAILED)
            ceremony = asking.ceremony(Purpose.PROOF)
            found = await self._factor.shown(tx, asking.account, code, shown, ceremony)
            if isinstance(found, Refused):
                return found
            secret = asking.secret
            rows = await tx.fetch(_CONFIRM, digest(secret), ProviderProof.AWAITED, ProviderProof.PROVIDER)
            await write_journal(tx, [Entry("confirm_sign_in", session_kind, row[0]) for row in rows])
            await self._attempts.succeed(tx, name, caller.network)
            return None

        refused = await self._database.transaction(confirm, actor=actor, request_id=asking.request_id)
        if refused:
            await self._fail(name, asking.account, caller, asking.request_id, refused.why, refused.told)
            raise refuse(refused.why)
        self._doors.recognition.forget_actor(asking.secret)

    async def hear_logout(self, token: str, request_id: str) -> None:
        """End the sessions of which the provider says that they are over there; raises Refusal as `begin` does."""
        claims = await self._flow.tokens.logout(token)
        session, subject = claims.get("sid"), claims.get("sub")
        settings = self._database.settings
        if isinstance(session, str):
            await self._end(request_id, "provider_session = $2", digest(session))
        elif settings.oidc_claim == "sub":
            await self._end(request_id, _OF_SUBJECT, settings.oidc_issuer, subject)
        else:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)  # accounts are not known by that name

    async def sign_out(self, actor: Actor, secret: str, host: str, request_id: str) -> str:
        """End a session; where the browser goes to end the one at the provider, by which it was begun, too.

        That is our first page for a session with a password, and where the provider has no such place or is not there.
        """
        home = f"{self.origin(host)}/"
        rows = await self._database.readers.fetch(_PROVED, [digest(secret)])
        await self._doors.sign_out(secret, actor, request_id)
        try:
            return (await self._flow.farewell(home) if rows else "") or home
        except Refusal:
            return home

    async def _end(self, request_id: str, where: str, *values: object) -> None:
        await self._doors.sessions.end(SYSTEM, request_id, "end_session", where, *values)

    async def _admit(self, proven: Proven, caller: Caller, request_id: str) -> str:
        """Begin a session, which is counted as an attempt until it is admitted; its secret."""
        name = f"{proven.issuer} {proven.subject}"
        begin = partial(self._attempts.begin, username=name, network=caller.network)
        await self._database.transaction(begin, request_id=request_id, actor=ANONYMOUS)
        found = await self._account(proven)
        if found is None:
            await self._fail(name, None, caller, request_id, Code.IDENTITY_UNKNOWN)
            raise refuse(Code.IDENTITY_UNKNOWN)
        account, username, is_bound = found

        async def admit(tx: Transaction) -> str | None:
            if await self._attempts.is_locked(tx, username):
                return None
            if not is_bound:
                await self._bind(tx, account, proven)
            elif not await tx.fetch(_STILL_BOUND, proven.issuer, proven.subject, account):
                return None
            proof = ProviderProof.VOUCHED if proven.is_by_two_factors else ProviderProof.PROVIDER
            if proof is ProviderProof.PROVIDER and await self._factor.is_held(tx, account):
                proof = ProviderProof.AWAITED
            await self._attempts.succeed(tx, name, caller.network)
            return (await begun(tx, account, caller, self._lasts, proof, proven.session))[1]

        secret = await self._database.transaction(admit, actor=Actor(account, username), request_id=request_id)
        if secret is None:
            await self._fail(name, account, caller, request_id, Code.IDENTITY_UNKNOWN)
            raise refuse(Code.IDENTITY_UNKNOWN)
        return secret

    async def _account(self, proven: Proven) -> tuple[int, str, bool] | None:
        """The open account of somebody: its id and name, and whether it is bound to them already."""
        fetch, today = self._database.readers.fetch, self._database.clock.today()
        rows = await fetch(_BOUND, [proven.issuer, proven.subject], steady=True)
        if rows or proven.username is None:
            return (rows[0][0], rows[0][1], True) if rows and rows[0][2] else None
        rows = await fetch(_MATCHING, [proven.username, proven.issuer, today], steady=True)
        return (rows[0][0], rows[0][1], False) if rows else None

    async def _bind(self, tx: Transaction, account: int, proven: Proven) -> None:
        values = {
            "account": await Account.get(id=account),
            "issuer": proven.issuer,
            "subject": proven.subject,
            "bound_at": tx.now(),
            "bound_by": tx.actor.name,
        }
        await self._store.create(tx, self._store.kind_of(AccountIdentity), values, verb=bind_identity.name)

    async def _fail(
        self,
        name: str | None,
        account: int | None,
        caller: Caller,
        request_id: str,
        why: Code,
        told: Mapping[str, Any] = NOTHING,
    ) -> None:
        locks = why is Code.SECOND_FACTOR_FAILED
        fail = partial(
            write_failure,
            attempts=self._attempts,
            name=name,
            account=account,
            caller=caller,
            locks=locks,
            told={"why": why.value, **told},
        )
        await self._database.transaction(fail, request_id=request_id, actor=ANONYMOUS)


async def _spend(tx: Transaction, state: str) -> None:
    """Take the answer of a state; raises Refusal SIGN_IN_EXPIRED where one was taken before.

    What is kept of others goes once they are too old to be taken for their age alone.
    """
    await tx.fetch("DELETE FROM provider_reply WHERE at < $1", tx.now() - timedelta(seconds=2 * LASTS_SECONDS))
    if not await tx.fetch(_SPEND, digest(state), tx.now()):
        raise refuse(Code.SIGN_IN_EXPIRED)


_SPEND = "INSERT INTO provider_reply (digest, at) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING RETURNING digest"
_CONFIRM = "UPDATE session SET proof = $3 WHERE digest = $1 AND proof = $2 AND ended_at IS NULL RETURNING id"
_PROVED = "SELECT 1 FROM session WHERE digest = $1 AND proof IS NOT NULL"
_STILL_BOUND = """
SELECT 1 FROM account_identity WHERE issuer = $1 AND subject = $2 AND account_id = $3 AND void_reason IS NULL"""
_OF_SUBJECT = """proof IS NOT NULL AND account_id IN (
    SELECT account_id FROM account_identity WHERE issuer = $2 AND subject = $3 AND void_reason IS NULL)"""
_BOUND = """
SELECT a.id, a.username, a.closed_at IS NULL AND a.void_reason IS NULL
FROM account_identity i JOIN account a ON a.id = i.account_id
WHERE i.issuer = $1 AND i.subject = $2 AND i.void_reason IS NULL"""
_MATCHING = f"""
SELECT a.id, a.username FROM account a
WHERE a.username = $1 AND a.closed_at IS NULL AND a.void_reason IS NULL
    AND NOT EXISTS (SELECT 1 FROM account_identity i
        WHERE i.account_id = a.id AND i.issuer = $2 AND i.void_reason IS NULL)
    AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.void_reason IS NULL
        AND g.start <= $3 AND (g.until IS NULL OR g.until > $3))
    AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.void_reason IS NULL
        AND g.role IN ({", ".join(f"'{role}'" for role in sorted(SEPARATED))})
        AND (g.until IS NULL OR g.until > $3))"""
