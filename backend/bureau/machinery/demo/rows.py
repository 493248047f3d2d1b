"""Records that are made in memory and written as they are: the demo city obeys the rules without being checked."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from bureau.storage import rows
from bureau.storage.drafts import Draft
from bureau.storage.record import Record, blank
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

R = TypeVar("R", bound=Record)


def new(record: type[R], **values: Any) -> R:
    """A record in memory with these values and relations."""
    draft = blank(record, dict.fromkeys(record._meta.fields_db_projection))
    for name, value in values.items():
        if isinstance(value, Record):
            relate(draft, name, value)
        else:
            setattr(draft, name, value)
    return draft


def relate(record: Any, name: str, to: Record) -> None:
    """Let a relation of a record in memory lead to another."""
    record.__dict__ |= {f"{name}_id": to.id, f"_{name}": to}


async def insert(
    store: Store, tx: Transaction, records: Sequence[Record], clear: Sequence[Mapping[str, str]] = ()
) -> None:
    """Write new records of one kind, each with its sealed values in the clear."""
    if not records:
        return
    kind = store.kind_of(type(records[0]))
    drafts = [Draft(kind, record) for record in records]
    for draft, values in zip(drafts, clear, strict=False):
        draft.clear = dict(values)
    await rows.insert(tx, drafts, store.tables[kind.table], store.keyring)
