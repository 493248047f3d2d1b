"""How an account comes to stand for a guardian: the school's code, the guardian's own number, and their phone."""

import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bureau.access.account import Account
from bureau.access.guardian import (
    MOST_TRIES,
    MOST_WARDS,
    BindingState,
    GuardianBinding,
    GuardianInvitation,
    digest_of_code,
)
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.storage.references import digest_of
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

VERB = "bind_guardian"


class Outcome(StrEnum):
    """What became of an attempt to bind."""

    ACTIVE = "ACTIVE"
    SCHOOL_CHECK = "SCHOOL_CHECK"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class Bound:
    """What became of it, the name to sign in with, and why it was refused."""

    outcome: Outcome
    username: str | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says who has a code: their number and their phone, and the hash of a password for a new account."""

    code: str
    document_number: str
    phone: str
    password: str | None


async def bind(store: Store, tx: Transaction, claim: Claim) -> Bound:
    """Bind the actor's account, or a new one, to the pupil of a code, as the guardian whose number is named.

    Who names the number and the phone that stand in the register sees the pupil's records at once; where one of the
    two differs the school looks at it. Nothing tells whether a code is unknown, over or used up.
    """
    invitation = await _invitation(tx, claim.code)
    if invitation is None:
        return _refused(fault(Code.INVITATION_INVALID, "code"))
    found = await _guardian(store, invitation.__dict__["student_id"], claim)
    if found is None:
        await _count(store, tx, invitation)
        return _refused(fault(Code.INVITATION_INVALID, "document_number"))
    tie, agrees = found
    account = await _account(store, tx, tie.__dict__["guardian_id"], claim)
    if isinstance(account, Fault):
        return _refused(account)
    outcome = Outcome.ACTIVE if agrees and await _count_of(account.id) < MOST_WARDS else Outcome.SCHOOL_CHECK
    kind: Kind = store.kind_of(GuardianBinding)
    values = {
        "account": account,
        "guardianship": tie,
        "student": await Student.get(id=tie.__dict__["student_id"]),
        "state": BindingState[outcome.value],
        "bound_at": tx.now(),
    }
    if await GuardianBinding.filter(account_id=account.id, guardianship_id=tie.id, void_reason__isnull=True).exists():
        return _refused(fault(Code.DUPLICATE, "code", kind=kind.words))
    await store.create(tx, kind, values, verb=VERB)
    return Bound(outcome, account.username)


def _refused(*faults: Fault) -> Bound:
    return Bound(Outcome.REFUSED, faults=faults)


async def _invitation(tx: Transaction, code: str) -> Any:
    """The invitation that a code is of, held; None if there is none that is good."""
    query: Any = GuardianInvitation.filter(digest=digest_of_code(code), void_reason__isnull=True)
    found = await (query.select_for_update() if tx.dialect == "postgres" else query).first()
    is_good = found is not None and found.expires_at > tx.now() and found.tries < MOST_TRIES
    return found if is_good else None


async def _count(store: Store, tx: Transaction, invitation: Any) -> None:
    kind = store.kind_of(GuardianInvitation)
    await store.change(tx, kind, invitation, {"tries": invitation.tries + 1}, verb=VERB)


async def _guardian(store: Store, student: int, claim: Claim) -> tuple[Guardianship, bool] | None:
    """The guardianship whose guardian has the number, or else the phone; and whether both are theirs."""
    ties = await Guardianship.filter(student_id=student, void_reason__isnull=True)
    persons = await Person.filter(id__in=[tie.__dict__["guardian_id"] for tie in ties])
    number = _digest(store, "document_number", claim.document_number)
    phone = _digest(store, "phone", claim.phone)
    scored = {p.id: (_holds(p, "document_number", number), _holds(p, "phone", phone)) for p in persons}
    best = max(ties, key=lambda tie: sum(scored[tie.__dict__["guardian_id"]]), default=None)
    if best is None or not any(scored[best.__dict__["guardian_id"]]):
        return None
    return best, all(scored[best.__dict__["guardian_id"]])


def _digest(store: Store, name: str, value: str) -> bytes:
    kind = store.kind_of(Person)
    declared = kind.fields[name]
    assert isinstance(declared, Sealed)
    return digest_of(store.keyring, kind, declared, declared.uniform(value))


def _holds(person: Any, name: str, digest: bytes) -> bool:
    held = person.__dict__[f"{name}_digest"]
    return held is not None and bytes(held) == digest


async def _account(store: Store, tx: Transaction, person: int, claim: Claim) -> Any:
    """The account that will stand for a person: the actor's own, or a new one; a Fault where neither can."""
    them = await Person.get(id=person)
    if tx.actor.account is not None:
        own = await Account.get(id=tx.actor.account)
        if own.__dict__["person_id"] not in (None, person):
            return fault(Code.INVITATION_INVALID, "document_number")
        if own.__dict__["person_id"] is None:
            return await store.change(tx, store.kind_of(Account), own, {"person": them}, verb=VERB)
        return own
    if await Account.filter(person_id=person, closed_at__isnull=True, void_reason__isnull=True).exists():
        return fault(Code.ACCOUNT_EXISTS)
    if claim.password is None:
        return fault(Code.REQUIRED, "password")
    values = {
        "username": f"g{secrets.randbelow(9 * 10**9) + 10**9}",
        "display_name": them.name[:60],
        "password": claim.password,
        "person": them,
        "is_demo": False,
    }
    return await store.create(tx, store.kind_of(Account), values, verb=VERB)


async def _count_of(account: int) -> int:
    return await GuardianBinding.filter(account_id=account, state=BindingState.ACTIVE, void_reason__isnull=True).count()
