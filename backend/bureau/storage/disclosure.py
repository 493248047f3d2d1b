"""What writes tell of sealed values beyond the actor's sight: that a number is taken, or whom it means, is a look-up.

Whoever enters a number and is told that it is held, by a record they do not see, has looked it up. So each such record
is paid for before it is told of, once a day. A write that was refused for want of budget shows that there was
something to tell; from then on no number is looked up at all, until the next day.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bureau.kernel.actor import Actor
from bureau.kernel.errors import Refusal
from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.storage import journal
from bureau.storage.budget import Budget, all_spent, lookups, refuse_overdrawn, spend
from bureau.storage.references import of_variant
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction
from bureau.storage.ways import ways_to

if TYPE_CHECKING:
    from bureau.storage.store import Store


class Unpaid(Exception):
    """A write is about to tell that records beyond the actor's sight hold sealed values.

    It is taken back, what it would tell is paid for and journalled, and it is begun anew. So it is paid for also by a
    dry run, and by a write that is refused.
    """

    def __init__(self, budget: Budget, entries: Sequence[journal.Entry]) -> None:
        super().__init__(f"{len(entries)} to be paid for")
        self._budget = budget
        self._entries = entries

    async def pay(self, tx: Transaction) -> bool:
        """Pay, even more than is left; whether there was as much."""
        day = tx.clock.today()
        paid = [(tx.actor.account, _receipt(entry.kind, entry.record_id), day, 1) for entry in self._entries]
        await tx.insert("budget", ("account_id", "name", "since", "spent"), paid)
        await journal.write_journal(tx, self._entries)
        return await spend(tx, self._budget, len(paid))

    def refusal(self) -> Refusal:
        """What the write is refused for where there was not as much."""
        return all_spent(self._budget)


async def refuse_look_ups(store: "Store", tx: Transaction, kind: Kind, rows: Iterable[Mapping[str, Any]]) -> None:
    """Raise Refusal BUDGET_SPENT where rows give values by which records are found, and look-ups are overdrawn."""
    if _pays(tx.actor, kind) and any(row.get(name) for row in rows for name in _keys(kind)):
        await refuse_overdrawn(tx, lookups(store.database.settings))


async def disclose(store: "Store", tx: Transaction, kind: Kind, holders: Mapping[str, Iterable[int]]) -> None:
    """Raise Unpaid for records, by the sealed field that led to them, whom the actor neither sees nor has paid for."""
    if not _pays(tx.actor, kind):
        return
    entries: list[journal.Entry] = []
    for name, ids in holders.items():
        records = await of_variant(kind).filter(id__in=list(ids)) if ids else []
        seen = await ways_to(store, tx, kind, records, kind.fields[name])
        unseen = [record.id for record in records if record.id not in seen]
        said = {"field": name, "outcome": "DISCLOSED"}
        entries += [journal.Entry(journal.LOOKUP, kind, identity, said) for identity in sorted(unseen)]
    paid = await _paid(tx, kind, [entry.record_id for entry in entries]) if entries else set()
    if unpaid := {e.record_id: e for e in entries if _receipt(kind, e.record_id) not in paid}:
        raise Unpaid(lookups(store.database.settings), [*unpaid.values()])


def named(kind: Kind, rows: Sequence[Mapping[str, Any]], found: Sequence[Any]) -> Mapping[str, Iterable[int]]:
    """The records that rows mean, by the sealed field that names them in their row."""
    pairs = list(zip(rows, found, strict=True))
    return {name: {r.id for row, r in pairs if r is not None and row.get(name)} for name in _keys(kind)}


async def _paid(tx: Transaction, kind: Kind, ids: Sequence[int | None]) -> set[str]:
    """The receipts that the actor has of today for records."""
    of, values = among(tx.dialect, "name", [_receipt(kind, identity) for identity in ids], "text")
    account, since = f"${len(values) + 1}", f"${len(values) + 2}"
    sql = f"SELECT name FROM budget WHERE {of} AND account_id = {account} AND since = {since}"
    return {row[0] for row in await tx.fetch(sql, *values, tx.actor.account, tx.clock.today())}


def _receipt(kind: Kind, identity: int | None) -> str:
    return f"disclosed.{kind.table}.{identity}"


def _keys(kind: Kind) -> list[str]:
    """The sealed fields by which records are found."""
    return [name for name, declared in kind.fields.items() if isinstance(declared, Sealed) and declared.unique]


def _pays(actor: Actor, kind: Kind) -> bool:
    """Whether there may be records of a kind beyond the sight of whoever has an account."""
    return actor.account is not None and not actor.sees_everything(kind.read)
