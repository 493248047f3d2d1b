"""The journal: who did what to which record, written in the transaction that did it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.storage.transaction import Transaction

MATCH, LOOKUP, REVEAL = "match", "lookup", "reveal"
"""Verbs that change nothing: a question that is journalled."""

QUESTIONS = (MATCH, LOOKUP, REVEAL)
UNDO_IMPORT = "undo_import"
"""The verb under which the undoing of an import makes void what the import had made."""

_COLUMNS = (
    "position", "at", "account_id", "actor", "verb", "kind", "record_id", "changes", "reason", "request_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a verb on a record, what it changed, and why."""

    verb: str
    kind: Kind
    record_id: int | None
    changes: Mapping[str, Any] | None = None
    """New values of a creation, or pairs of old and new; a sealed field says only that it was set."""
    reason: str | None = None


async def write_journal(tx: Transaction, entries: Iterable[Entry]) -> None:
    """Add entries under the actor and the request of the transaction."""
    position, now, actor = await tx.position(), tx.now(), tx.actor
    rows = [
        (
            position,
            now,
            actor.account,
            actor.name,
            entry.verb,
            entry.kind.name,
            entry.record_id,
            _json(entry.changes) if entry.changes is not None else None,
            entry.reason,
            tx.request_id,
        )
        for entry in entries
    ]
    await tx.insert("journal", _COLUMNS, rows)


def _json(changes: Mapping[str, Any]) -> str:
    return orjson.dumps({camel(name): value for name, value in changes.items()}).decode()
