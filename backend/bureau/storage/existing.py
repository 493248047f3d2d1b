"""Which records rows of a file mean: found by natural key, or by whatever else is unique of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from bureau.kernel.accept import Reading, accept
from bureau.kernel.field import Field, One, Sealed
from bureau.kernel.kind import Kind
from bureau.storage.drafts import Draft
from bureau.storage.record import Record
from bureau.storage.references import (
    KindOf,
    digest_of,
    load_by_former_key,
    load_by_key,
    load_merged,
    of_variant,
)
from bureau.storage.seal import Keyring

Row = Mapping[str, Any]


async def existing(kind: Kind, rows: Sequence[Row], reading: Reading, keyring: Keyring, kind_of: KindOf) -> list[Any]:
    """For each row the live record it means, or None; queries are made for all rows together."""
    found: list[Any] = [None] * len(rows)
    singles = [(name,) for name, declared in kind.fields.items() if declared.unique]
    for names in dict.fromkeys((kind.natural_key, *singles)):
        open_rows = [n for n, row in enumerate(rows) if found[n] is None and names and all(row.get(k) for k in names)]
        if not open_rows:
            continue
        keys = await _keys(kind, names, [rows[n] for n in open_rows], reading, keyring, kind_of)
        records = await _records(kind, names, [key for key in keys if key is not None])
        for number, key in zip(open_rows, keys, strict=True):
            found[number] = records.get(key) if key is not None else None
    await _by_former_key(kind, rows, found)
    return found


async def _by_former_key(kind: Kind, rows: Sequence[Row], found: list[Any]) -> None:
    """Find the records of rows that name them by what their natural key once was."""
    name, declared = (kind.former.field, kind.key_field) if kind.former else ("", None)
    if declared is None:
        return
    open_rows = {
        n: declared.uniform(str(row[name])) for n, row in enumerate(rows) if found[n] is None and row.get(name)
    }
    records = await load_by_former_key(kind, set(open_rows.values()))
    for number, key in open_rows.items():
        found[number] = records.get(key)


async def _keys(
    kind: Kind, names: Sequence[str], rows: Sequence[Row], reading: Reading, keyring: Keyring, kind_of: KindOf
) -> list[tuple[Any, ...] | None]:
    columns: list[list[Any]] = []
    for name in names:
        declared = kind.fields[name]
        if isinstance(declared, One):
            texts = {row[name] for row in rows if isinstance(row[name], str)}
            targets = await load_by_key(kind_of(declared.target), texts, keyring)
            key = kind_of(declared.target).key_field
            columns.append([_id_of(row[name], targets, key) for row in rows])
        else:
            values = [accept(declared, row[name], reading)[0] for row in rows]
            if isinstance(declared, Sealed):
                values = [None if v is None else digest_of(keyring, kind, declared, v) for v in values]
            columns.append([value[0] if isinstance(value, tuple) else value for value in values])
    return [None if None in key else key for key in zip(*columns, strict=True)]


def _id_of(given: Any, targets: Mapping[str, Record], key: Field[Any] | None) -> int | None:
    if isinstance(given, int):
        return given
    if isinstance(given, Record):
        return given.id  # type: ignore[no-any-return]
    target = targets.get(key.uniform(given)) if key else None
    return target.id if target else None


async def _records(kind: Kind, names: Sequence[str], keys: Sequence[tuple[Any, ...]]) -> dict[tuple[Any, ...], Record]:
    if not keys:
        return {}
    columns = [_column(kind, name) for name in names]
    wanted = {key[0] for key in keys}
    records = await of_variant(kind).filter(**{f"{columns[0]}__in": list(wanted)}, void_reason__isnull=True)
    found = {tuple(record.__dict__.get(column) for column in columns): record for record in records}
    if len(columns) == 1:
        lacking = wanted - {key[0] for key in found}
        found |= {(value,): record for value, record in (await load_merged(kind, columns[0], lacking)).items()}
    return found


async def leave_merged_keys(drafts: Sequence[Draft], keyring: Keyring) -> None:
    """Let records keep their own unique values where a file names them by those of records merged into them."""
    kind = drafts[0].kind if drafts else None
    if kind is None or not kind.merges:
        return
    for name in (name for name, declared in kind.fields.items() if declared.unique):
        column = _column(kind, name)
        known = [draft for draft in drafts if draft.before is not None and name in draft.given]
        given = {_given(draft, name, keyring) for draft in known} - {None}
        merged = await load_merged(kind, column, given)
        for draft in known:
            record = merged.get(_given(draft, name, keyring))
            if record is not None and record.id == draft.before.id:
                draft.given.discard(name)
                draft.clear.pop(name, None)
                draft.record.__dict__[column] = draft.before.__dict__[column]


def _column(kind: Kind, name: str) -> str:
    declared = kind.fields[name]
    return declared.columns[1].name if isinstance(declared, Sealed) else declared.columns[0].name


def _given(draft: Draft, name: str, keyring: Keyring) -> Any:
    """What a draft was given for a field, as the database compares it."""
    declared = draft.kind.fields[name]
    if isinstance(declared, Sealed):
        return digest_of(keyring, draft.kind, declared, draft.clear[name]) if name in draft.clear else None
    return draft.record.__dict__.get(declared.columns[0].name)
