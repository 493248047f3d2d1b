"""Drafts become rows: every column of a table is filled here, those that are declared and those that follow."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bureau.kernel.field import Numbered, One, Salt, Sealed, Text
from bureau.kernel.kind import Kind, Tree
from bureau.kernel.number import own_number
from bureau.kernel.rules import Level
from bureau.storage.drafts import Draft, sealed_by
from bureau.storage.ids import new_ids, next_numbers, reserve_numbers
from bureau.storage.seal import Keyring, mask, new_salt, sealed_place
from bureau.storage.sorting import searchable, sort_key
from bureau.storage.tables import COUNTY, SEARCH, Table, sort_column
from bureau.storage.transaction import Transaction


async def insert(tx: Transaction, drafts: Sequence[Draft], table: Table, keyring: Keyring) -> None:
    """Write new records, which get their ids here."""
    kind = drafts[0].kind
    ids = await new_ids(tx, table.name, len(drafts))
    for draft, identity in zip(drafts, ids, strict=True):
        draft.record.id = identity
        draft.record.version = 1
    await _give_numbers(tx, drafts)
    await _complete(tx, drafts, table, keyring)
    columns = _own_columns(kind, table)
    await tx.insert(table.name, columns, [[d.record.__dict__.get(c) for c in columns] for d in drafts])


async def update(tx: Transaction, drafts: Sequence[Draft], table: Table, keyring: Keyring) -> None:
    """Write changed records; the caller holds their rows and has seen to their versions."""
    for draft in drafts:
        draft.record.version = draft.before.version + 1
    await _complete(tx, drafts, table, keyring)
    columns = [column for column in _own_columns(drafts[0].kind, table) if column != "id"]
    places = ", ".join(f"{column} = ${n}" for n, column in enumerate(columns, 2))
    sql = f"UPDATE {table.name} SET {places} WHERE id = $1"
    await tx.execute_many(sql, [[d.record.id, *(d.record.__dict__.get(c) for c in columns)] for d in drafts])


def _own_columns(kind: Kind, table: Table) -> list[str]:
    known = kind.record._meta.fields_db_projection  # type: ignore[attr-defined]
    return [column.name for column in table.columns if column.name in known]


async def _complete(tx: Transaction, drafts: Iterable[Draft], table: Table, keyring: Keyring) -> None:
    position = await tx.position()
    for draft in drafts:
        draft.record.position = position
        if draft.is_new:
            _give_salt(draft)
        _seal(draft, keyring)
        _sort(draft, table)
        _index(draft)
        carry(draft, table)


async def _give_numbers(tx: Transaction, drafts: Sequence[Draft]) -> None:
    for name, declared in drafts[0].kind.fields.items():
        if not isinstance(declared, Numbered):
            continue
        series = f"{drafts[0].kind.name}.{name}"
        given = [getattr(draft.record, name) for draft in drafts]
        if brought := [int(number[:9]) for number in given if number]:
            await reserve_numbers(tx, series, max(brought))
        lacking = [draft for draft, number in zip(drafts, given, strict=True) if not number]
        if lacking:
            for draft, serial in zip(lacking, await next_numbers(tx, series, len(lacking)), strict=True):
                setattr(draft.record, name, own_number(serial))


def _give_salt(draft: Draft) -> None:
    for name, declared in draft.kind.fields.items():
        if isinstance(declared, Salt):
            setattr(draft.record, name, new_salt())


def _seal(draft: Draft, keyring: Keyring) -> None:
    for name, value in draft.clear.items():
        declared = draft.kind.fields[name]
        assert isinstance(declared, Sealed)
        place = sealed_place(draft.kind, declared)
        sealed, digest, shown = (column.name for column in declared.columns)
        draft.record.__dict__[sealed] = keyring.seal(
            value, salt=sealed_by(draft, declared).salt, field=place, record_id=draft.record.id
        )
        draft.record.__dict__[digest] = keyring.digest(value, place)
        draft.record.__dict__[shown] = mask(value)


def _sort(draft: Draft, table: Table) -> None:
    columns = {column.name for column in table.columns}
    for name, declared in draft.kind.fields.items():
        if not isinstance(declared, Text):
            continue
        key = sort_column(name, declared).name
        if key != name and key in columns:
            value = getattr(draft.record, name)
            draft.record.__dict__[key] = None if value is None else sort_key(value, declared.of_person)


def _index(draft: Draft) -> None:
    """Fill what the search box finds the record by."""
    if not draft.kind.search:
        return
    found = []
    for name in draft.kind.search:
        declared = draft.kind.fields[name]
        value = draft.record.__dict__.get(name)
        if value and not isinstance(declared, One | Sealed):
            found.append((str(value), isinstance(declared, Text) and declared.of_person))
    draft.record.__dict__[SEARCH.name] = searchable(found)


def carry(draft: Draft, table: Table) -> None:
    """Fill what the record repeats of the records it refers to, its scope above all."""
    for carried in table.carried:
        relation = carried.relation.removesuffix("_id")
        if not isinstance(draft.kind.fields.get(relation), One):
            continue
        related = draft.record.__dict__.get(f"_{relation}")
        value = related.__dict__.get(carried.source_column) if related is not None else None
        if carried.column == COUNTY and isinstance(draft.kind.scope, Tree):
            tree = draft.kind.scope
            level = tree.level(getattr(draft.record, tree.field))
            value = draft.record.id if level is Level.COUNTY else value
        draft.record.__dict__[carried.column.name] = value


def changes(draft: Draft) -> Mapping[str, Any]:
    """What a draft says, for the journal: new values, or old and new; never a sealed value."""
    said: dict[str, Any] = {}
    for name in sorted(draft.given):
        declared = draft.kind.fields[name]
        if isinstance(declared, Sealed):
            if name in draft.clear:
                said[name] = "sealed"
            continue
        columns = [column.name for column in declared.columns]
        new = [_plain(draft.record.__dict__.get(column)) for column in columns]
        if draft.is_new:
            if new != [None] * len(new):
                said[name] = new[0] if len(new) == 1 else new
            continue
        old = [_plain(draft.before.__dict__.get(column)) for column in columns]
        if old != new:
            said[name] = [old[0], new[0]] if len(new) == 1 else [old, new]
    return said


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def is_unchanged(draft: Draft, keyring: Keyring) -> bool:
    """Whether writing the draft would change nothing; sealed values are compared by their digests."""
    for name, value in draft.clear.items():
        declared = draft.kind.fields[name]
        assert isinstance(declared, Sealed)
        digest = declared.columns[1].name
        if draft.before.__dict__.get(digest) != keyring.digest(value, sealed_place(draft.kind, declared)):
            return False
    columns = (c.name for name in draft.given - draft.clear.keys() for c in draft.kind.fields[name].columns)
    return all(draft.before.__dict__.get(column) == draft.record.__dict__.get(column) for column in columns)
