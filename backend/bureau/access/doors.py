"""The doors: sign in, sign out, and tell from a cookie or a token who is asking."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bureau.access.account import account as account_kind
from bureau.access.actors import granted
from bureau.access.attempts import Attempts
from bureau.access.caller import NOWHERE, Caller
from bureau.access.challenges import Ceremony, Purpose
from bureau.access.credential import Credential, read_credential
from bureau.access.duties import duty_of, standing
from bureau.access.failures import write_failure
from bureau.access.own_factors import Asking, OwnFactors
from bureau.access.password_change import set_password
from bureau.access.password_policy import check_password
from bureau.access.passwords import Passwords
from bureau.access.proof import Proof
from bureau.access.recognition import Recognition
from bureau.access.refreshing import Pair, Refreshing
from bureau.access.second_factor import Opening, Refused, SecondFactor, SecondFactorNeeded
from bureau.access.secret import digest
from bureau.access.sessions import Sessions, begun, ended
from bureau.kernel.actor import ANONYMOUS, Actor, Duty
from bureau.kernel.errors import Code, Fault, Refusal, invalid, refuse
from bureau.kernel.rules import SEPARATED
from bureau.kernel.words import Words
from bureau.registry.person import Person
from bureau.storage.database import Database
from bureau.storage.journal import Entry, write_journal
from bureau.storage.recurring import Recurring
from bureau.storage.seal import Keyring
from bureau.storage.transaction import Transaction

EVERY_SECONDS = 2.0
"""How soon a process hears of sessions that another one ended."""
_SWEPT_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh session: its secret, which is shown this once, and who it is for."""

    secret: str
    actor: Actor
    pair: Pair | None = None
    """What a device holds: the secret again, and how it gets the next."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The account of a name."""

    id: int
    username: str
    password: str | None
    display_name: str
    is_administrator: bool
    must_change: bool
    is_demo: bool
    lacks_factor: bool


_Opened = tuple[str, Pair | None]
"""The secret of a session that was begun, and what a device holds."""
_Judge = Callable[[Transaction, int], Awaitable[Refused | Opening]]
"""Says whether what somebody showed opens an account."""

_UNKNOWN_PASSKEY = "a passkey that nobody has"
"""Stands for the name where a passkey is shown that is not known, so that whoever makes them up waits as one."""


class Doors:
    """Signs people in and recognises them; one for each process."""

    def __init__(self, database: Database) -> None:
        settings = database.settings
        self._database = database
        self._lasts = timedelta(hours=settings.session_hours)
        self._keyring = Keyring.of(settings)
        self._passwords = Passwords(settings.max_sign_ins_waiting)
        self._attempts = Attempts(settings)
        self._factor = SecondFactor(settings)
        self._refreshing = Refreshing(settings)
        self._swept_next = database.clock.now()
        self.recognition = Recognition(database, settings)
        self.sessions = Sessions(database, self.recognition)
        self.factors = OwnFactors(database, self.recognition, self._factor, self.prove)
        self.recurring = Recurring("sessions", self.turn, EVERY_SECONDS)

    async def sign_in(
        self,
        username: str,
        password: str,
        request_id: str,
        caller: Caller = NOWHERE,
        code: str | None = None,
        passkey: str | None = None,
        *,
        is_device: bool = False,
    ) -> SignedIn:
        """Begin a session; raises Refusal: BUSY and SIGN_IN_DELAYED, which are retryable, and SIGN_IN_FAILED.

        That does not say whether name or password was wrong, nor whether the account is locked. Only who has the right
        password is told SECOND_FACTOR_NEEDED (as SecondFactorNeeded) or SECOND_FACTOR_FAILED.
        """
        shown = read_credential(passkey, "passkey") if passkey else None
        with self._passwords.place():
            begin = partial(self._attempts.begin, username=username, network=caller.network)
            await self._database.transaction(begin, request_id=request_id, actor=ANONYMOUS)
            known = await self._known(username)
            is_right = await self._passwords.verify(known.password if known else None, password)
        refused = Refused(Code.SIGN_IN_FAILED)
        if known and is_right:
            judge = partial(self._factor.beside_password, code=code, shown=shown)
            admitted = await self._admit(username, known, judge, caller, request_id, is_device=is_device)
            if not isinstance(admitted, Refused):
                return admitted
            refused = admitted
        if refused.why is Code.SECOND_FACTOR_NEEDED:
            raise SecondFactorNeeded(refused.passkey_options)
        await self._note_failure(username, known, refused, caller, request_id)
        raise refuse(refused.why)

    def begin_passkey_sign_in(self) -> str:
        """What any passkey is asked to begin a session by itself, as JSON; raises Refusal PASSKEYS_UNAVAILABLE."""
        return self._factor.passkeys.ask(Ceremony(Purpose.SIGN_IN), self._database.clock.now())

    async def finish_passkey_sign_in(
        self, credential: str, request_id: str, caller: Caller = NOWHERE, *, is_device: bool = False
    ) -> SignedIn:
        """Begin a session by a passkey alone, which saw that its holder is there and so is two factors.

        Raises Refusal: SIGN_IN_DELAYED, which is retryable, and PASSKEY_FAILED, which does not say why.
        """
        shown = read_credential(credential, "credential")
        known = await self._holder(shown)
        name = known.username if known else _UNKNOWN_PASSKEY
        begin = partial(self._attempts.begin, username=name, network=caller.network)
        await self._database.transaction(begin, request_id=request_id, actor=ANONYMOUS)
        refused = Refused(Code.PASSKEY_FAILED)
        if known:
            judge = partial(self._factor.passkey_alone, shown=shown)
            admitted = await self._admit(name, known, judge, caller, request_id, is_device=is_device)
            if not isinstance(admitted, Refused):
                return admitted
            refused = Refused(Code.PASSKEY_FAILED, admitted.told)
        await self._note_failure(name, known, refused, caller, request_id)
        raise refuse(refused.why)

    async def prove(self, asking: Asking, proof: Proof) -> None:
        """See by a password, a code or a passkey that it is still its holder who asks in an open session.

        Raises Refusal: INVALID for one that is wrong or of a locked account, and what `sign_in` raises for too many
        attempts.
        """
        actor, caller = asking.actor, asking.caller
        shown = read_credential(proof.passkey, "passkey") if proof.passkey else None
        begin = partial(self._attempts.begin, username=actor.name, network=caller.network)
        await self._database.transaction(begin, request_id=asking.request_id, actor=actor)
        known = await self._known(actor.name)
        is_right = False
        if known and proof.password is not None:
            with self._passwords.place():
                is_right = await self._passwords.verify(known.password, proof.password)

        async def judge(tx: Transaction) -> Refused | None:
            if await self._attempts.is_locked(tx, actor.name):
                return Refused(Code.SIGN_IN_FAILED)
            if proof.password is not None:
                found: Refused | Opening = {} if is_right else Refused(Code.SIGN_IN_FAILED)
            else:
                ceremony = asking.ceremony(Purpose.PROOF)
                found = await self._factor.shown(tx, asking.account, proof.code, shown, ceremony)
            if isinstance(found, Refused):
                return found
            await self._attempts.succeed(tx, actor.name, caller.network)
            return None

        refused = await self._database.transaction(judge, actor=actor, request_id=asking.request_id)
        if refused:
            await self._note_failure(actor.name, known, refused, caller, asking.request_id, actor)
            raise Refusal([Fault(Code.INVALID, ("proof", *proof.given), {"reason": _UNPROVED})])

    async def refresh(self, refresh_token: str, request_id: str) -> tuple[Pair, Actor]:
        """The next pair of a device, and who it is for; raises Refusal REFRESH_FAILED.

        A token that was used already ends its session, which is journalled.
        """
        known = "SELECT 1 FROM refresh_token WHERE digest = $1"
        if not await self._database.readers.fetch(known, [digest(refresh_token)], steady=True):
            raise refuse(Code.REFRESH_FAILED)  # what anybody may make up writes nothing
        exchange = partial(self._refreshing.exchange, refresh_token=refresh_token)
        pair, over = await self._database.transaction(exchange, actor=ANONYMOUS, request_id=request_id)
        if pair is None:
            self.recognition.forget(over)
            raise refuse(Code.REFRESH_FAILED)
        self.recognition.forget_tokens(over)
        return pair, await self.recognise(pair.token)

    def _duty(self, known: _Known) -> Duty | None:
        return duty_of(self._database.settings, known.must_change, known.is_demo, known.lacks_factor)

    async def change_password(
        self, actor: Actor, secret: str, old: str, new: str, request_id: str, caller: Caller = NOWHERE
    ) -> None:
        """Change the actor's own password and end all their sessions but the one of `secret`.

        Raises Refusal: INVALID for an old one that is wrong and for a new one that the policy does not allow, and what
        `sign_in` raises for too many attempts.
        """
        with self._passwords.place():
            begin = partial(self._attempts.begin, username=actor.name, network=caller.network)
            await self._database.transaction(begin, request_id=request_id, actor=actor)
            known = await self._known(actor.name)
            if known is None or not await self._passwords.verify(known.password, old):
                await self._note_failure(actor.name, known, Refused(Code.SIGN_IN_FAILED), caller, request_id, actor)
                raise Refusal([invalid("old_password", "it is not your password.", "与当前口令不符。")])
            if new == old:
                raise Refusal([invalid("new_password", "it is the old one.", "新口令不得与原口令相同。")])
            check_password(new, actor.name, known.display_name, self._database.settings, "new_password")
            hashed = await self._passwords.hash(new)

        async def change(tx: Transaction) -> Sequence[str]:
            await self._attempts.succeed(tx, actor.name, caller.network)
            return await set_password(tx, known.id, hashed, must_change=False, but=secret)

        self.recognition.forget(await self._database.transaction(change, actor=actor, request_id=request_id))
        self.recognition.forget_actor(secret)

    async def hashed(self, password: str, name: str) -> str:
        """The hash of the first password of an account with this name.

        Raises Refusal: BUSY, which is retryable, and INVALID for one that the policy does not allow.
        """
        check_password(password, name, "", self._database.settings, "password")
        with self._passwords.place():
            return await self._passwords.hash(password)

    async def sign_out(self, secret: str, actor: Actor, request_id: str) -> None:
        """End a session, in this process at once and in others within seconds."""
        await self.sessions.end(actor, request_id, "sign_out", "digest = $2", digest(secret))

    async def recognise(self, secret: str, *, is_use: bool = True) -> Actor:
        """Who a session cookie or a bearer token stands for; see `Recognition.recognise`."""
        return await self.recognition.recognise(secret, is_use=is_use)

    async def remove_factors(self, username: str, actor: Actor, request_id: str, reason: str) -> None:
        """Take all factors of another away and end their sessions; raises Refusal."""

        async def remove(tx: Transaction) -> Sequence[str]:
            account = await _other(tx, username)
            await self._factor.remove_all(tx, account, reason)
            return await ended(tx, "end_session", "account_id = $2", account)

        self.recognition.forget(await self._database.transaction(remove, actor=actor, request_id=request_id))

    async def unlock(self, username: str, actor: Actor, request_id: str, reason: str | None) -> None:
        """Let the account of another be tried again that was locked; raises Refusal NOT_FOUND, or FORBIDDEN."""

        async def unlock(tx: Transaction) -> None:
            account = await _other(tx, username)
            await self._attempts.unlock(tx, username)
            await write_journal(tx, [Entry("unlock", account_kind, account, reason=reason)])

        await self._database.transaction(unlock, actor=actor, request_id=request_id)

    async def turn(self) -> None:
        """Hear of what ended, write down what was used, remove what is forgotten."""
        await self.recognition.hear_ends()
        await self.recognition.note_use()
        if (now := self._database.clock.now()) >= self._swept_next:
            self._swept_next = now + _SWEPT_EVERY
            await self._database.transaction(self._attempts.sweep)
            await self._database.transaction(self._refreshing.sweep)
            await self._database.transaction(self._factor.passkeys.sweep)

    async def _known(self, name: str) -> _Known | None:
        """The open account of this name, or of the one guardian whose phone it is.

        A phone that several guardians share leads to none of them; they sign in by their user names.
        """
        # Tortoise's own connection would wait for every write on SQLite.
        today, fetch = self._database.clock.today(), self._database.readers.fetch
        rows = await fetch(_BY_NAME, [name, today])
        if not rows:
            phone = self._keyring.digest(Person.phone.uniform(name), "person.phone")
            rows = await fetch(_BY_PHONE, [phone, today])
        return _Known(*tuple(rows[0])) if len(rows) == 1 else None

    async def _holder(self, shown: Credential) -> _Known | None:
        """The open account that has a passkey."""
        rows = await self._database.readers.fetch(_BY_PASSKEY, [shown.id, self._database.clock.today()])
        return _Known(*tuple(rows[0])) if rows else None

    async def _admit(
        self, username: str, known: _Known, judge: _Judge, caller: Caller, request_id: str, *, is_device: bool
    ) -> SignedIn | Refused:
        """Begin a session where `judge` lets somebody in and their account is not locked, or say why not."""

        async def begin(tx: Transaction) -> _Opened | Refused:
            if await self._attempts.is_locked(tx, username):
                return Refused(Code.SIGN_IN_FAILED)
            found = await judge(tx, known.id)
            if isinstance(found, Refused):
                return found
            await self._attempts.succeed(tx, username, caller.network)
            return await self._begin(tx, known, caller, found, is_device=is_device)

        actor = Actor(known.id, known.username)
        opened = await self._database.transaction(begin, actor=actor, request_id=request_id)
        if isinstance(opened, Refused):
            return opened
        actor = await granted(self._database, known.id, known.username, self._duty(known))
        return SignedIn(opened[0], actor, opened[1])

    async def _begin(
        self, tx: Transaction, known: _Known, caller: Caller, told: Opening, *, is_device: bool
    ) -> _Opened:
        """Write a session; its secret, and what a device holds."""
        lasts = self._refreshing.lasts if is_device else self._lasts
        identity, secret = await begun(tx, known.id, caller, lasts, told=told)
        return secret, await self._refreshing.begin(tx, identity, secret) if is_device else None

    async def _note_failure(
        self,
        username: str,
        known: _Known | None,
        refused: Refused,
        caller: Caller,
        request_id: str,
        actor: Actor = ANONYMOUS,
    ) -> None:
        fail = partial(self._fail, username=username, known=known, caller=caller, refused=refused)
        await self._database.transaction(fail, request_id=request_id, actor=actor)

    async def _fail(
        self, tx: Transaction, username: str, known: _Known | None, caller: Caller, refused: Refused
    ) -> None:
        """Journal a failure, and that it locks an account; a name that is unknown stays unread.

        Guesses of a code lock any account, since nobody else comes so far without its password.
        """
        locks = known is not None and (known.is_administrator or refused.why is Code.SECOND_FACTOR_FAILED)
        account = known.id if known else None
        await write_failure(tx, self._attempts, username, account, caller, locks=locks, told=refused.told)


async def _other(tx: Transaction, username: str) -> int:
    """The account of a name, which is not the actor's own; raises Refusal NOT_FOUND or FORBIDDEN."""
    rows = await tx.fetch("SELECT id FROM account WHERE username = $1 AND void_reason IS NULL", username)
    if not rows:
        raise refuse(Code.NOT_FOUND, "username", kind=account_kind.words)
    if rows[0][0] == tx.actor.account:
        raise refuse(Code.FORBIDDEN)  # it takes another administrator
    return int(rows[0][0])


_UNPROVED = Words("it does not show that it is you.", "未能证明是您本人。")

_FOUND = f"""
SELECT DISTINCT a.id, a.username, CASE WHEN a.by_provider_alone THEN NULL ELSE a.password END, a.display_name, EXISTS (
    SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.void_reason IS NULL
        AND g.role IN ({", ".join(f"'{role}'" for role in sorted(SEPARATED))})
        AND g.start <= $2 AND (g.until IS NULL OR g.until > $2)), {standing("$2")}
FROM account a {{joined}} WHERE {{condition}} AND a.closed_at IS NULL AND a.void_reason IS NULL"""

_BY_NAME = _FOUND.format(joined="", condition="a.username = $1")
_BY_PASSKEY = _FOUND.format(joined="JOIN passkey k ON k.account_id = a.id", condition="k.credential_id = $1")
_BY_PHONE = _FOUND.format(
    joined="JOIN person p ON p.id = a.person_id"
    " JOIN guardian_binding b ON b.account_id = a.id AND b.void_reason IS NULL",
    condition="p.phone_digest = $1 AND p.void_reason IS NULL",
)
