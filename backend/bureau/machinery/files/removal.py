"""How files end: made void by their owner or by time, and their bytes removed some time later."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bureau.kernel.event import Written, event, reaction
from bureau.machinery.files import parts
from bureau.machinery.files.file import File, FileState, file
from bureau.storage.act import Act
from bureau.storage.journal import Entry, write_journal
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction

SETTLING = timedelta(minutes=5)
"""Bytes stay so long after an end, since what was under way then may still write; what it writes goes with the rest."""


@event(file)
def file_voided(write: Written[File]) -> bool:
    """A file was made void by its owner."""
    return write.is_void


@reaction(file_voided)
async def date_removal(act: Act, writes: Sequence[Written[File]]) -> None:
    """Say when the bytes go: those of a file that was ready after the retention, those of others soon."""
    await parts.forget(act.tx, [write.record.id for write in writes])
    retention = timedelta(days=act.store.database.settings.file_retention_days)
    for is_ready, kept in ((True, retention), (False, SETTLING)):
        ended = [write.record.id for write in writes if (write.record.state == FileState.READY) is is_ready]
        of, found = among(act.tx.dialect, "id", ended)
        if ended:
            await act.tx.fetch(f"UPDATE file SET remove_at = ${len(found) + 1} WHERE {of}", *found, act.tx.now() + kept)


async def expire(tx: Transaction, identities: Sequence[int]) -> None:
    """Make files void whose time is over, which the caller holds."""
    await parts.forget(tx, identities)
    await _change_all(tx, identities, "expire", {"void_reason": "expired", "remove_at": tx.now() + SETTLING})


async def note(tx: Transaction, identities: Sequence[int]) -> None:
    """Say that the bytes of these files are gone."""
    await _change_all(tx, identities, "remove_content", {"remove_at": None, "removed_at": tx.now()})


async def _change_all(tx: Transaction, identities: Sequence[int], verb: str, values: dict[str, Any]) -> None:
    """Change all these files alike, in one statement; there are no rules that they could break."""
    if not identities:
        return
    of, found = among(tx.dialect, "id", identities)
    values = {**values, "position": await tx.position()}
    sets = ", ".join(f"{column} = ${n}" for n, column in enumerate(values, len(found) + 1))
    await tx.fetch(f"UPDATE file SET {sets}, version = version + 1 WHERE {of}", *found, *values.values())
    await write_journal(tx, [Entry(verb, file, identity) for identity in identities])
