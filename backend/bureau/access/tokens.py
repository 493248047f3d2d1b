"""Issuing tokens for programs, and ending them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bureau.access.account import Account
from bureau.access.document import stored_document
from bureau.access.documents import KnownDocuments
from bureau.access.grant import RoleGrant
from bureau.access.narrowing import values_of
from bureau.access.secret import digest, new_secret
from bureau.access.session import Token, token
from bureau.kernel import rules
from bureau.kernel.clock import HOME
from bureau.kernel.errors import Code, DocumentUnknown, Fault, Refusal, fault, refuse
from bureau.kernel.narrowing import Narrowing
from bureau.kernel.words import Words
from bureau.registry.standards import standard
from bureau.storage.act import Act
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

ISSUE, END = "issue_token", "end_token"

_ENDERS = (rules.owner | rules.security_admin).of("endToken").on(token.type_name, writes=True)
_KIND = Words("Kind", "记录类型")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A token that is asked for."""

    name: str
    until: date
    """The day on which it is good no more."""
    narrowing: Narrowing


async def issue(
    store: Store, known: KnownDocuments, tx: Transaction, account: int, held: Collection[str], wanted: Wanted
) -> tuple[int, str]:
    """Make a token for an account that holds these roles: its id, and its secret, which nobody can show again.

    Raises Refusal: OUT_OF_RANGE for an end that is past or too far off, REQUIRED for a narrowing to nothing, NOT_FOUND
    for a role that the account does not hold, a kind or a document that is not there, and the faults of its fields.
    """
    missing = [name for name in sorted(wanted.narrowing.documents) if not await _is_document(known, name)]
    if faults := [*_faults(store, tx.clock.today(), held, wanted), *(_unknown("documents") for _ in missing[:1])]:
        raise Refusal(faults)
    secret = new_secret()
    made = await Act(store, tx, ISSUE).create(
        Token,
        account=await Account.get(id=account),
        name=wanted.name,
        digest=digest(secret),
        created_at=tx.now(),
        expires_at=datetime.combine(wanted.until, time(), HOME),
        **values_of(wanted.narrowing),
    )
    return int(made.id), secret


async def end(store: Store, tx: Transaction, identity: int, reason: str | None) -> str:
    """End a token, of one's own or as who administers the security of others; its digest, to be forgotten.

    Raises Refusal: NOT_FOUND, FORBIDDEN, ENDED for one that has ended, REQUIRED for another's without a reason.
    """
    held = await store.hold(tx, token, identity, _ENDERS)
    if held.ended_at is not None:
        raise refuse(Code.ENDED, "id", kind=token.words)
    if not reason and held.__dict__["account_id"] != tx.actor.account:
        raise Refusal([fault(Code.REQUIRED, "reason")])
    said = {"ended_at": tx.now(), "ended_by": tx.actor.name, "end_reason": reason}
    await Act(store, tx, END).change(held, **said)
    return str(held.digest)


def _faults(store: Store, today: date, held: Collection[str], wanted: Wanted) -> Iterator[Fault]:
    longest = standard("token_longest", today, package="bureau.access")
    last = today + timedelta(days=int(longest.value)) if longest else date.max
    if not today < wanted.until <= last:
        yield fault(Code.OUT_OF_RANGE, "until", least=str(today + timedelta(days=1)), most=str(last))
    roles, kinds = wanted.narrowing.roles, wanted.narrowing.kinds
    if roles is not None and not roles:
        yield fault(Code.REQUIRED, "roles")
    elif roles and not roles <= set(held):
        yield fault(Code.NOT_FOUND, "roles", kind=RoleGrant.about.fields["role"].words)
    if kinds is not None and not kinds:
        yield fault(Code.REQUIRED, "kinds")
    elif kinds and not kinds <= {kind.type_name for kind in store.kinds}:
        yield _unknown("kinds")


def _unknown(name: str) -> Fault:
    return fault(Code.NOT_FOUND, name, kind=_KIND if name == "kinds" else stored_document.words)


async def _is_document(known: KnownDocuments, name: str) -> bool:
    """Whether it is the name or the id of a stored document."""
    try:
        await (known.of_id(name) if ":" in name else known.of_name(name))
    except DocumentUnknown:
        return False
    return True
