"""Drafts become rows: every column of a table is filled here, those that are declared and those that follow."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from bureau.kernel.field import Numbered, One, Salt, Sealed, Text
from bureau.kernel.kind import Kind, Tree
from bureau.kernel.number import own_number
from bureau.kernel.rules import Level
from bureau.storage.drafts import Draft, sealed_by
from bureau.storage.ids import ids_of, next_numbers, reserve_numbers
from bureau.storage.seal import Keyring, mask, new_salt, sealed_place
from bureau.storage.sorting import searchable, sort_key
from bureau.storage.sql import among
from bureau.storage.tables import COUNTY, SEARCH, Table, sort_column
from bureau.storage.transaction import Transaction


async def prepare(tx: Transaction, drafts: Iterable[Draft], table: Table, keyring: Keyring) -> None:
    """Fill what drafts of one kind say, once, so that others may refer to them before they are written."""
    waiting = [draft for draft in drafts if not draft.is_ready]
    new = [draft for draft in waiting if draft.is_new and draft.revives is None]
    ids = await ids_of(tx, new[0].kind, len(new)) if new else []
    for draft, identity in zip(new, ids, strict=True):
        draft.record.id = identity
    if new:
        await _give_numbers(tx, new)
    if waiting:
        _complete(waiting, table, keyring)


async def insert(tx: Transaction, drafts: Sequence[Draft], table: Table, keyring: Keyring) -> None:
    """Write new records, and those that live again."""
    await prepare(tx, drafts, table, keyring)
    await _stamp(tx, drafts)
    columns = _own_columns(drafts[0].kind, table)
    values = itemgetter(*columns)
    fresh = [draft for draft in drafts if draft.revives is None]
    await tx.insert(table.name, columns, [values(draft.record.__dict__) for draft in fresh])
    await _overwrite(tx, [draft for draft in drafts if draft.revives is not None], table)


async def update(tx: Transaction, drafts: Sequence[Draft], table: Table, keyring: Keyring) -> None:
    """Write changed records; the caller holds their rows and has seen to their versions."""
    await prepare(tx, drafts, table, keyring)
    await _stamp(tx, drafts)
    if tx.may_be_undone:
        await _keep_seals(tx, drafts, table)
    await _overwrite(tx, drafts, table)


async def _overwrite(tx: Transaction, drafts: Sequence[Draft], table: Table) -> None:
    if not drafts:
        return
    columns = [column for column in _own_columns(drafts[0].kind, table) if column != "id"]
    places = ", ".join(f"{column} = ${n}" for n, column in enumerate(columns, 2))
    sql = f"UPDATE {table.name} SET {places} WHERE id = $1"
    await tx.execute_many(sql, [[d.record.id, *(d.record.__dict__.get(c) for c in columns)] for d in drafts])


async def make_void(tx: Transaction, table: str, ids: Sequence[int], reason: str) -> None:
    """Make live records void, whatever depends on them; the caller holds their rows."""
    of, values = among(tx.dialect, "id", ids)
    place = len(values)
    await tx.fetch(
        f"UPDATE {table} SET void_reason = ${place + 1}, version = version + 1, position = ${place + 2}"
        f" WHERE {of} AND void_reason IS NULL",
        *values,
        reason,
        await tx.position(),
    )


async def _keep_seals(tx: Transaction, drafts: Iterable[Draft], table: Table) -> None:
    """Keep the sealed values that are about to be replaced."""
    position = await tx.position()
    rows = []
    for draft in drafts:
        for name in draft.clear:
            sealed = draft.before.__dict__.get(draft.kind.fields[name].columns[0].name)
            rows.append((position, table.name, draft.record.id, name, sealed))
    await tx.insert("replaced_seal", ("position", "table_name", "record_id", "field", "sealed"), rows)


def _own_columns(kind: Kind, table: Table) -> list[str]:
    known = kind.record._meta.fields_db_projection  # type: ignore[attr-defined]
    return [column.name for column in table.columns if column.name in known]


async def _stamp(tx: Transaction, drafts: Iterable[Draft]) -> None:
    """Give what is about to be written its version and its position."""
    position = await tx.position()
    for draft in drafts:
        draft.record.__dict__["position"] = position
        standing = draft.before if draft.before is not None else draft.revives
        draft.record.__dict__["version"] = 1 if standing is None else standing.version + 1


def _complete(drafts: Sequence[Draft], table: Table, keyring: Keyring) -> None:
    filling = _Filling(drafts[0].kind, table)
    for draft in drafts:
        values = draft.record.__dict__
        if draft.is_new:
            values |= {name: new_salt() for name in filling.salts if values.get(name) is None}
        _seal(draft, keyring)
        filling.fill(values)
        _carry(draft, filling.carried)
        draft.is_ready = True


async def _give_numbers(tx: Transaction, drafts: Sequence[Draft]) -> None:
    for name, declared in drafts[0].kind.fields.items():
        if not isinstance(declared, Numbered):
            continue
        series = f"{(drafts[0].kind.base or drafts[0].kind).name}.{name}"  # kinds of one table count together
        given = [getattr(draft.record, name) for draft in drafts]
        if brought := [int(number[:9]) for number in given if number]:
            await reserve_numbers(tx, series, max(brought))
        lacking = [draft for draft, number in zip(drafts, given, strict=True) if not number]
        if lacking:
            for draft, serial in zip(lacking, await next_numbers(tx, series, len(lacking)), strict=True):
                setattr(draft.record, name, own_number(serial))


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


class _Filling:
    """What storage adds to each record of a kind that follows from its own values: sort keys, what search looks in."""

    def __init__(self, kind: Kind, table: Table) -> None:
        columns = {column.name for column in table.columns}
        texts = {name: f for name, f in kind.fields.items() if isinstance(f, Text)}
        keys = [(name, sort_column(name, f).name, f.of_person) for name, f in texts.items()]
        self.salts = [name for name, f in kind.fields.items() if isinstance(f, Salt)]
        self._sorted = [(name, key, of_person) for name, key, of_person in keys if key != name and key in columns]
        own = (name for name in kind.search if not isinstance(kind.fields[name], One | Sealed))
        self._searched = [(name, name in texts and texts[name].of_person) for name in own]
        self._is_searched = bool(kind.search)
        self.carried = _carried(kind, table)

    def fill(self, values: dict[str, Any]) -> None:
        for name, key, of_person in self._sorted:
            value = values.get(name)
            values[key] = None if value is None else sort_key(value, of_person)
        if self._is_searched:
            found = [(str(value), of_person) for name, of_person in self._searched if (value := values.get(name))]
            values[SEARCH.name] = searchable(found)


def carry(draft: Draft, table: Table) -> None:
    """Fill what the record repeats of the records it refers to, its scope above all."""
    _carry(draft, _carried(draft.kind, table))


def _carry(draft: Draft, carried: Iterable[tuple[str, str, str]]) -> None:
    values = draft.record.__dict__
    for column, relation, source in carried:
        related = values.get(relation)
        values[column] = related.__dict__.get(source) if related is not None else None
    tree = draft.kind.scope
    if isinstance(tree, Tree) and tree.level(values[tree.field]) is Level.COUNTY:
        values[COUNTY.name] = values["id"]


def _carried(kind: Kind, table: Table) -> list[tuple[str, str, str]]:
    """Column, where the related record lies, and its column there, of what records of a kind repeat."""
    own = ((c, c.relation.removesuffix("_id")) for c in table.carried)
    return [
        (c.column.name, f"_{relation}", c.source_column)
        for c, relation in own
        if isinstance(kind.fields.get(relation), One)
    ]


def changes(draft: Draft) -> Mapping[str, Any]:
    """What a draft says, for the journal: new values, or old and new; never a sealed or secret value."""
    said: dict[str, Any] = {}
    values = draft.record.__dict__
    columns = _told(draft.kind)
    for name in sorted(draft.given):
        told = columns[name]
        if not told:
            if name in draft.clear:
                said[name] = "sealed"
            continue
        new = [_plain(values.get(column)) for column in told]
        if draft.is_new:
            if new != [None] * len(new):
                said[name] = new[0] if len(new) == 1 else new
            continue
        old = [_plain(draft.before.__dict__.get(column)) for column in told]
        if old != new:
            said[name] = [old[0], new[0]] if len(new) == 1 else [old, new]
    return said


@cache
def _told(kind: Kind) -> Mapping[str, tuple[str, ...]]:
    """The columns of each field whose values the journal may hold: none of a sealed or secret one."""
    return {
        name: () if isinstance(f, Sealed) or f.secret else tuple(column.name for column in f.columns)
        for name, f in kind.fields.items()
    }


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


def differs(draft: Draft, name: str) -> bool:
    """Whether a field of a changed record is other than it was; of a sealed one by its digest."""
    declared = draft.kind.fields[name]
    columns = declared.columns[1:2] if isinstance(declared, Sealed) else declared.columns
    now, before = draft.record.__dict__, draft.before.__dict__
    return any(now.get(column.name) != before.get(column.name) for column in columns)


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
