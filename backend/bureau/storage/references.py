"""Relations of drafts: ids and natural keys become loaded records, in one query for each kind and set of drafts."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Any

from bureau.kernel.errors import Code, fault
from bureau.kernel.field import One, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.text import is_masked
from bureau.storage.drafts import Draft
from bureau.storage.record import Record
from bureau.storage.seal import Keyring, sealed_place
from bureau.storage.tables import MERGED_INTO
from bureau.storage.transaction import Transaction

MayRefer = Callable[[Kind, Record], bool]
"""Whether the actor may know a record that an input refers to; one that he may not know is not found."""

KindOf = Callable[[type[Any]], Kind]


async def link(
    drafts: Sequence[Draft], given: Sequence[dict[str, Any]], kind_of: KindOf, may: MayRefer, keyring: Keyring
) -> None:
    """Load what each draft's relations lead to; `given` holds ids (int), natural keys (text) or records by relation.

    A record comes from code that holds it, and is taken as it is; ids and keys come from outside, where nobody may
    refer to what they may not know. A key that is sealed comes out of an export as a mask; sent back, it leaves the
    relation as it is.
    """
    for name, relation in _relations(drafts):
        target = kind_of(relation.target)
        wanted = {key for row in given if isinstance(key := row.get(name), int | str)}
        by_id = await load_by_id(target, {key for key in wanted if isinstance(key, int)})
        by_key = await load_by_key(target, {key for key in wanted if isinstance(key, str)}, keyring)
        for draft, row in zip(drafts, given, strict=True):
            if isinstance(row.get(name), str) and is_masked(row[name]):
                _leave(draft, name)
            elif isinstance(row.get(name), Record):
                _set(draft, name, row[name])
            elif name in row:
                _settle(draft, name, _found(row[name], by_id, by_key, target), row[name], partial(may, target))
    await load_rest(drafts)


async def keep_standing(tx: Transaction, drafts: Sequence[Draft], kind_of: KindOf) -> None:
    """See that nobody merges what these drafts refer to until they are written; SQLite has one writer anyway.

    Who is merged by another transaction just now is waited for, and then not found. What this one is still to write,
    as a file's rows refer to what comes with them, is not there yet and nobody else's to merge.
    """
    if tx.dialect != "postgres":
        return
    for name, relation in _relations(drafts):
        if relation.as_found or not kind_of(relation.target).merges:
            continue
        column = relation.column.name
        given = [draft for draft in drafts if name in draft.given and draft.record.__dict__.get(column) is not None]
        ids = sorted({draft.record.__dict__[column] for draft in given})
        table = relation.target.about.table
        sql = f"SELECT id, void_reason FROM {table} WHERE id = ANY($1) ORDER BY id FOR KEY SHARE"
        void = {row[0] for row in await tx.fetch(sql, ids) if row[1] is not None} if ids else set()
        for draft in given:
            if draft.record.__dict__[column] in void:
                draft.faults.append(fault(Code.NOT_FOUND, name, kind=relation.words))


def _relations(drafts: Sequence[Draft]) -> list[tuple[str, One[Any]]]:
    if not drafts:
        return []
    return [(name, f) for name, f in drafts[0].kind.fields.items() if isinstance(f, One)]


def _leave(draft: Draft, name: str) -> None:
    draft.given.discard(name)
    if draft.is_new:
        draft.faults.append(fault(Code.MASKED_VALUE, name))


def _found(key: Any, by_id: dict[int, Record], by_key: dict[str, Record], target: Kind) -> Record | None:
    if isinstance(key, int):
        return by_id.get(key)
    return by_key.get(target.key_field.uniform(key)) if key is not None and target.key_field else None


def _settle(
    draft: Draft,
    name: str,
    found: Record | None,
    key: Any,
    may: Callable[[Record], bool],
) -> None:
    if key is not None and (found is None or not may(found)):
        relation = draft.kind.fields[name]
        draft.faults.append(fault(Code.NOT_FOUND, name, kind=relation.words))
        found = None
    _set(draft, name, found)


def _set(draft: Draft, name: str, found: Record | None) -> None:
    draft.record.__dict__[f"{name}_id"] = found.id if found else None
    draft.record.__dict__[f"_{name}"] = found


async def load_rest(drafts: Sequence[Draft]) -> None:
    """Load relations that a change leaves as they are, so that checks and carried columns can look at them."""
    for name, relation in _relations(drafts):
        loose = [d for d in drafts if f"_{name}" not in d.record.__dict__]
        ids = {d.record.__dict__.get(f"{name}_id") for d in loose} - {None}
        records = {record.id: record for record in await relation.target.filter(id__in=list(ids))} if ids else {}
        for draft in loose:
            draft.record.__dict__[f"_{name}"] = records.get(draft.record.__dict__.get(f"{name}_id"))


async def load_by_id(kind: Kind, ids: Iterable[int]) -> dict[int, Record]:
    """The live records for which these ids stand, of this kind and of no sibling that shares its table."""
    wanted = await standing(kind, ids)
    if not wanted:
        return {}
    records = await of_variant(kind).filter(id__in=list(set(wanted.values())), void_reason__isnull=True)
    by_id = {record.id: record for record in records}
    return {asked: by_id[identity] for asked, identity in wanted.items() if identity in by_id}


async def standing(kind: Kind, ids: Iterable[int]) -> dict[int, int]:
    """For each id the one of the record that it stands for: that of another where its own was merged into that."""
    wanted = dict(zip(given, given, strict=True)) if (given := list(ids)) else {}
    if wanted and kind.merges:
        record: Any = kind.record
        merged = record.filter(id__in=given, merged_into_id__isnull=False)
        wanted |= dict(await merged.values_list("id", MERGED_INTO))
    return wanted


async def load_merged(kind: Kind, column: str, values: Iterable[Any]) -> dict[Any, Record]:
    """The live records that answer for merged ones which hold these values, by value."""
    wanted = list(values)
    if not kind.merges or not wanted:
        return {}
    rows = await of_variant(kind).filter(**{f"{column}__in": wanted}, merged_into_id__isnull=False)
    records = await load_by_id(kind, {row.__dict__[MERGED_INTO] for row in rows})
    held = {row.__dict__[column]: records.get(row.__dict__[MERGED_INTO]) for row in rows}
    return {value: record for value, record in held.items() if record is not None}


async def load_by_relation(kind: Kind, column: str, ids: Collection[int]) -> list[Any]:
    """The live records of a kind whose relation, by its column, leads to one of these ids; in the order of ids."""
    if not ids:
        return []
    query = of_variant(kind).filter(**{f"{column}__in": list(ids)}, void_reason__isnull=True)
    return list(await query.order_by("id"))


async def load_by_key(kind: Kind, keys: Iterable[str], keyring: Keyring) -> dict[str, Record]:
    """The live records whose natural key is one of `keys`, by key."""
    declared, given = kind.key_field, set(keys)
    if declared is None or not given:
        return {}
    wanted = {declared.uniform(key) for key in given}
    values: dict[Any, str] = {key: key for key in wanted}
    column = declared.columns[0].name
    if isinstance(declared, Sealed):
        values = {digest_of(keyring, kind, declared, key): key for key in wanted}
        column = declared.columns[1].name
    records = await of_variant(kind).filter(**{f"{column}__in": list(values)}, void_reason__isnull=True)
    by_value = {record.__dict__[column]: record for record in records}
    by_value |= await load_merged(kind, column, values.keys() - by_value.keys())
    found = {values[value]: record for value, record in by_value.items()}
    return found | await load_by_former_key(kind, wanted - found.keys())


async def load_by_former_key(kind: Kind, keys: Iterable[str]) -> dict[str, Record]:
    """The live records whose natural key once was one of `keys`, by key."""
    former, wanted = kind.former, list(keys)
    if former is None or not wanted:
        return {}
    kept: Any = former.record
    rows = await kept.filter(**{f"{former.field}__in": wanted}, void_reason__isnull=True)
    ids = {row.__dict__[former.field]: row.__dict__[f"{former.relation}_id"] for row in rows}
    records = await load_by_id(kind, set(ids.values()))
    return {key: records[identity] for key, identity in ids.items() if identity in records}


def of_variant(kind: Kind) -> Any:
    """A Tortoise query for the records of a kind and of no sibling that shares its table."""
    query: Any = kind.record.all()  # type: ignore[attr-defined]
    return query.filter(**{f"{kind.variant.field}__in": list(kind.variant.values)}) if kind.variant else query


def digest_of(keyring: Keyring, kind: Kind, declared: Sealed, value: str) -> bytes:
    """The digest by which a sealed value is found."""
    return keyring.digest(value, sealed_place(kind, declared))
