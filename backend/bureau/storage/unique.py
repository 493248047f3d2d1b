"""No two alike: what a set of drafts may not share with each other or with what is stored already."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from bureau.kernel.errors import fault
from bureau.kernel.field import ColumnType, Field, Sealed
from bureau.kernel.kind import Distinct, Kind
from bureau.storage.drafts import Draft
from bureau.storage.seal import Keyring, sealed_place
from bureau.storage.sql import among
from bureau.storage.tables import MERGED_INTO, Table, distincts
from bureau.storage.transaction import Transaction

Holders = Mapping[str, set[int]]
"""By sealed field: the ids of records."""

_CASTS = {ColumnType.ID: "bigint", ColumnType.INTEGER: "bigint", ColumnType.BYTES: "bytea", ColumnType.DATE: "date"}


async def refuse_duplicates(tx: Transaction, drafts: Sequence[Draft], table: Table, keyring: Keyring) -> Holders:
    """Add a fault to every draft whose unique value is taken, by a stored record or by an earlier draft.

    Returns the stored records that hold what is sealed of others.
    """
    holders: dict[str, set[int]] = {}
    if not drafts:
        return holders
    kind = drafts[0].kind
    unique = [(name, declared) for name, declared in kind.fields.items() if declared.unique]
    for name, declared in unique:
        if not declared.derived:
            taken = await _refuse_one(tx, drafts, table, name, declared, keyring)
            if isinstance(declared, Sealed) and taken:
                holders[name] = taken
    for distinct in distincts(kind):
        columns = [kind.fields[name].columns[0].name for name in distinct.fields]
        values = [_joined(draft, columns) for draft in drafts]
        await _refuse(tx, drafts, table, distinct, values, live=True)
    for name, declared in unique:
        if declared.derived:  # told only where nothing that was given is wrong
            await _refuse_one(tx, [d for d in drafts if not d.faults], table, name, declared, keyring)
    return holders


async def _refuse_one(
    tx: Transaction, drafts: Sequence[Draft], table: Table, name: str, declared: Field[Any], keyring: Keyring
) -> set[int]:
    values = [_value(draft, name, declared, keyring) for draft in drafts]
    return await _refuse(tx, drafts, table, Distinct((name,), name), values, live=declared.unique == "live")


def _value(draft: Draft, name: str, declared: Field[Any], keyring: Keyring) -> tuple[Any, ...] | None:
    if isinstance(declared, Sealed):
        clear = draft.clear.get(name)
        return None if clear is None else (keyring.digest(clear, sealed_place(draft.kind, declared)),)
    value = draft.record.__dict__.get(declared.columns[0].name)
    return (value,) if value is not None and (name in draft.given or declared.derived) else None


def _joined(draft: Draft, columns: Sequence[str]) -> tuple[Any, ...] | None:
    values = tuple(draft.record.__dict__.get(column) for column in columns)
    return None if None in values else values


async def _refuse(
    tx: Transaction, drafts: Sequence[Draft], table: Table, distinct: Distinct, values: Sequence[Any], *, live: bool
) -> set[int]:
    """Add a fault to every draft whose values are taken; the stored records that have them."""
    names = distinct.fields
    concerned = {*names, distinct.told}
    sound = [
        (d, v)
        for d, v in zip(drafts, values, strict=True)
        if v is not None and (not d.faults or d.wrong.isdisjoint(concerned))
    ]
    taken = await _stored(tx, drafts[0].kind, table, names, {v for _, v in sound}, live) if sound else {}
    holders = set()
    for draft, value in sound:
        standing = draft.before if draft.before is not None else draft.revives
        mine = standing.id if standing is not None else draft
        holder = taken.get(value, mine)
        if holder != mine:
            draft.faults.append(fault(distinct.code, distinct.told, kind=draft.kind.words))
            if isinstance(holder, int):
                holders.add(holder)
        elif not draft.faults:  # what is refused for something else takes no value from those after it
            taken[value] = mine
    return holders


async def _stored(
    tx: Transaction, kind: Kind, table: Table, names: Sequence[str], wanted: Collection[Any], live: bool
) -> dict[Any, Any]:
    fields = [kind.fields[name] for name in names]
    columns = [(f.columns[1] if isinstance(f, Sealed) else f.columns[0]).name for f in fields]
    first = table.column(columns[0])
    of, values = among(tx.dialect, first.name, {value[0] for value in wanted}, _CASTS.get(first.type, "text"))
    alive, said = " AND void_reason IS NULL" if live else "", ", ".join(columns)
    rows = await tx.fetch(f"SELECT {said}, id FROM {table.name} WHERE {of}{alive}", *values)
    if kind.merges:  # what a merged record held belongs to the one that answers for it
        merged = f"SELECT {said}, {MERGED_INTO} FROM {table.name} WHERE {of} AND {MERGED_INTO} IS NOT NULL"
        rows = [*rows, *await tx.fetch(merged, *values)]
    found = {tuple(_plain(value) for value in tuple(row)[:-1]): row[-1] for row in rows}
    return {value: found[key] for value in wanted if (key := tuple(map(_plain, value))) in found}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
