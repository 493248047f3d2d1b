"""What leads to a record is led to another: whole relations of many records at once, with all that follows from it."""

from collections.abc import Iterator, Sequence
from typing import Any

from bureau.kernel.field import One, Sealed
from bureau.kernel.kind import Follows, Kind
from bureau.storage import journal
from bureau.storage.drafts import Draft, read_draft, sealed_by
from bureau.storage.references import load_rest, of_variant
from bureau.storage.rows import changes, update
from bureau.storage.seal import Keyring, sealed_place
from bureau.storage.sql import among
from bureau.storage.store import Store
from bureau.storage.tables import COUNTY, UNIT
from bureau.storage.transaction import Transaction


def leading_to(store: Store, kind: Kind) -> Iterator[tuple[Kind, str]]:
    """The relations by which records lead to those of `kind`, but for those that tell of just the one they found."""
    for other in store.kinds:
        inherited = other.base.fields if other.base else {}
        for name, declared in other.fields.items():
            if not isinstance(declared, One) or declared.as_found or name in inherited:
                continue
            if declared.target.about.table == kind.table:
                yield other, name


async def held(tx: Transaction, kind: Kind, **conditions: Any) -> list[Any]:
    """The rows of a kind that meet Tortoise's conditions, void ones too, held until the transaction ends."""
    query = of_variant(kind).filter(**conditions).order_by("id")
    return list(await (query.select_for_update(no_key=True) if tx.dialect == "postgres" else query))


async def lead(
    store: Store, tx: Transaction, kind: Kind, relation: str, rows: Sequence[Any], to: Any, verb: str
) -> None:
    """Let a relation of these rows, which the caller holds, lead to another record, whatever they are and unchecked.

    What is sealed under the salt of the one is sealed anew under that of the other.
    """
    reading = await store.reading()
    drafts = [read_draft(kind, {}, reading, row) for row in rows]
    await load_rest(drafts)
    for draft in drafts:
        draft.clear |= sealed_through(store.keyring, draft, relation)
        draft.record.__dict__ |= {f"{relation}_id": to.id, f"_{relation}": to}
        draft.given.add(relation)
    table = store.tables[kind.table]
    await update(tx, drafts, table, store.keyring)
    await store.let_follow(tx, table, drafts)
    if isinstance(kind.scope, Follows) and kind.scope.subject == relation and table.history:
        await _take_past_along(tx, kind.table, [row.id for row in rows])
    await journal.write_journal(tx, (journal.Entry(verb, kind, d.record.id, changes(d)) for d in drafts))
    await store.react(tx, kind, [draft for draft in drafts if draft.record.void_reason is None])


def sealed_through(keyring: Keyring, draft: Draft, relation: str) -> dict[str, str]:
    """What a record holds that is sealed under the salt of the person to whom a relation leads, in the clear."""
    found = {}
    for name, declared in draft.kind.fields.items():
        if isinstance(declared, Sealed) and declared.subject == relation:
            value = opened(keyring, draft, declared)
            if value is not None:
                found[name] = value
    return found


def opened(keyring: Keyring, draft: Draft, declared: Sealed) -> str | None:
    """A sealed value in the clear; None where there is none, or where its person's salt was destroyed."""
    sealed, salt = draft.record.__dict__.get(declared.columns[0].name), sealed_by(draft, declared).salt
    if not sealed or not salt:
        return None
    place = sealed_place(draft.kind, declared)
    return keyring.open(bytes(sealed), salt=bytes(salt), field=place, record_id=draft.record.id)


async def _take_past_along(tx: Transaction, table: str, ids: Sequence[int]) -> None:
    """The past of a record is with those with whom the record is."""
    columns = [COUNTY.name, UNIT.name]
    sets = ", ".join(f"{column} = s.{column}" for column in columns)
    of, values = among(tx.dialect, "s.id", ids)
    await tx.fetch(f"UPDATE {table}_history AS d SET {sets} FROM {table} AS s WHERE d.id = s.id AND {of}", *values)
