"""Two ways to a sealed value that do not open it: to compare one with what is held, and to find who holds it.

Both would tell a sealed value to whoever asks often enough. So each is counted against a budget, and journalled
without the value.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bureau.kernel import rules
from bureau.kernel.accept import accept
from bureau.kernel.errors import Code, Fault, Refusal, fault, refuse
from bureau.kernel.field import Coded, CodeTable, Field, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.registry.identity_problem import report_known_elsewhere
from bureau.storage import journal
from bureau.storage.budget import debit, lookups, matches
from bureau.storage.references import digest_of, load_merged, of_variant, standing
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction
from bureau.storage.ways import ways_to

PURPOSE = Coded(CodeTable("lookup_purpose", Words("Purpose of a look-up", "查询用途"), "Bureau"), "Purpose", "查询用途")

MAY_LOOK_UP = rules.registrar | rules.identity
"""Who may look for somebody beyond what they see."""


class Outcome(StrEnum):
    """What became of a look-up."""

    FOUND = "FOUND"
    NOT_FOUND = "NOT_FOUND"
    REPORTED = "REPORTED"


@dataclass(frozen=True, slots=True)
class Found:
    """Who holds a value, as far as the actor sees them."""

    outcome: Outcome
    records: tuple[tuple[Kind, int], ...] = ()
    """The record itself, or those through which the actor sees it."""


async def match(store: Store, tx: Transaction, kind: Kind, identity: int, name: str, value: str) -> bool:
    """Whether a value is the one sealed in a field of a record that the actor sees.

    Raises Refusal: NOT_FOUND for a record that is not seen, the fault of a value that is none, BUDGET_SPENT.
    """
    declared = sealed_field(kind, name)
    (identity,) = (await standing(kind, [identity])).values()
    record = await of_variant(kind).filter(id=identity).first()
    if record is None or not await ways_to(store, tx, kind, [record], declared):
        raise refuse(Code.NOT_FOUND, "id", kind=kind.words)
    digest = digest_of(store.keyring, kind, declared, await taken(store, declared, "value", value))
    await debit(tx, matches(store.database.settings, kind.table, identity))
    held = record.__dict__[declared.columns[1].name]
    is_same = held is not None and bytes(held) == digest
    said = {"field": name, "same": is_same}
    await journal.write_journal(tx, [journal.Entry(journal.MATCH, kind, identity, said)])
    return is_same


async def lookup(store: Store, tx: Transaction, kind: Kind, name: str, value: str, purpose: str) -> Found:
    """Who holds a value, in the clear, in a sealed field; raises Refusal FORBIDDEN, or as `match` does.

    Of somebody whom the actor does not see it is told only that they were reported to the problem queue.
    """
    if not tx.actor.may_somewhere(MAY_LOOK_UP.on(*kind.family, writes=True)):
        raise refuse(Code.FORBIDDEN)
    declared = sealed_field(kind, name)
    code = await taken(store, PURPOSE, "purpose", purpose)
    digest = digest_of(store.keyring, kind, declared, await taken(store, declared, "value", value))
    await debit(tx, lookups(store.database.settings))
    holders = await _holders(kind, declared, digest)
    seen = await ways_to(store, tx, kind, holders, declared)
    found = [way for ways in seen.values() for way in ways]
    outcome = Outcome.FOUND if found else Outcome.REPORTED if holders else Outcome.NOT_FOUND
    if outcome is Outcome.REPORTED:
        for record in holders:
            await report_known_elsewhere(
                store, tx, _person_of(kind, declared, record), MAY_LOOK_UP.on(*kind.family, writes=True)
            )
    said = {"field": name, "outcome": outcome}
    concerned = [record.id for record in holders] or [None]
    entries = [journal.Entry(journal.LOOKUP, kind, identity, said, code) for identity in concerned]
    await journal.write_journal(tx, entries)
    return Found(outcome, tuple(dict.fromkeys(found)))


async def _holders(kind: Kind, declared: Sealed, digest: bytes) -> list[Any]:
    column = declared.columns[1].name
    live = await of_variant(kind).filter(**{column: digest}, void_reason__isnull=True).order_by("id")
    return list(live) or list((await load_merged(kind, column, [digest])).values())


def _person_of(kind: Kind, declared: Sealed, record: Any) -> int:
    return int(record.__dict__[f"{declared.subject}_id"] if declared.subject else record.id)


def sealed_field(kind: Kind, name: str) -> Sealed:
    """A sealed field of a kind by its name."""
    declared = kind.fields[name]
    assert isinstance(declared, Sealed)
    return declared


async def taken(store: Store, declared: Field[Any], name: str, given: str) -> str:
    """What is given as the argument `name`, as a field takes it; raises Refusal for what it does not take."""
    accepted, problem = accept(declared, given, await store.reading())
    if problem or accepted is None:
        raise Refusal([Fault(problem.code, (name,), problem.params) if problem else fault(Code.REQUIRED, name)])
    return str(accepted)
