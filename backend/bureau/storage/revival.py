"""What was undone and is entered again is the same record again: a mistaken file takes no code out of the world.

A value that is unique for ever is given to no other record, not even once its holder is void. But what the undoing of
an import made void was never meant to be; entered anew, it lives again under its id, and holds what is entered now.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from bureau.kernel.field import Numbered, Salt, Sealed
from bureau.kernel.kind import Kind
from bureau.storage.drafts import Draft
from bureau.storage.journal import UNDO_IMPORT
from bureau.storage.references import of_variant
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction


async def revive(tx: Transaction, drafts: Sequence[Draft]) -> None:
    """Let new drafts be the records that were undone and hold their values."""
    new = [draft for draft in drafts if draft.is_new]
    for name, column in _kept_for_ever(new[0].kind) if new else ():
        wanted = {v for d in new if name in d.given and (v := d.record.__dict__[column]) is not None}
        undone = await _undone(tx, new[0].kind, column, wanted) if wanted else {}
        for draft in new if undone else ():
            record = undone.pop(draft.record.__dict__[column], None)
            if record is not None and draft.revives is None:
                _become(draft, record)


def _kept_for_ever(kind: Kind) -> Iterator[tuple[str, str]]:
    """The fields that are given and unique for ever, each with its column."""
    for name, declared in kind.fields.items():
        if declared.unique == "ever" and not declared.derived and not isinstance(declared, Sealed):
            yield name, declared.column.name


async def _undone(tx: Transaction, kind: Kind, column: str, wanted: set[Any]) -> dict[Any, Any]:
    void = await of_variant(kind).filter(**{f"{column}__in": list(wanted)}, void_reason__isnull=False)
    of, values = among(tx.dialect, "record_id", [record.id for record in void])
    place = len(values) + 1
    last = (
        f"SELECT record_id, verb FROM journal j WHERE {of} AND kind = ${place}"
        " AND id = (SELECT max(k.id) FROM journal k WHERE k.kind = j.kind AND k.record_id = j.record_id)"
    )
    rows = await tx.fetch(last, *values, kind.name) if void else []
    undone = {row[0] for row in rows if row[1] == UNDO_IMPORT}
    return {record.__dict__[column]: record for record in void if record.id in undone}


def _become(draft: Draft, record: Any) -> None:
    """Take the id of a record, its numbers and its salt; of what else it held nothing."""
    draft.revives = record
    values = draft.record.__dict__
    values["id"] = record.id
    for name, declared in draft.kind.fields.items():
        if isinstance(declared, Numbered | Salt) and values.get(name) is None:
            values[name] = record.__dict__[name]
