"""The vault held against the table, now and then: bytes that came after their file's end, and files without bytes."""

from datetime import timedelta

import structlog

from bureau.machinery.files.file import FileState
from bureau.machinery.files.vault import Vault
from bureau.storage.database import Database
from bureau.storage.sql import among

log = structlog.get_logger()

_PAGE = 1_000
_SHOWN = 20
_STALE = timedelta(days=1)
"""What is half written for so long is written by nobody any more."""


async def reconcile(database: Database, vault: Vault) -> None:
    """Remove bytes of files that were removed, and tell of those that no row knows and of those that are missing.

    What no row knows is not touched: another bureau's settings may point here, or the database may be an older copy.
    """
    now = database.clock.now()
    await vault.sweep(now - _STALE)
    ready = await _ids(database, _READY)
    held = await vault.held()
    if missing := await _still(database, ready - held):
        log.error("files_missing", count=len(missing), files=missing[:_SHOWN])
    unknown: list[int] = []
    others = sorted(held - ready)
    for start in range(0, len(others), _PAGE):
        page = others[start : start + _PAGE]
        of, values = among(database.dialect, "id", page)
        rows = await database.readers.fetch(f"SELECT id, removed_at FROM file WHERE {of}", values)
        for identity, removed_at in rows:
            if removed_at:
                await vault.forget(identity)
        unknown += set(page) - {row[0] for row in rows}
    if unknown:
        log.warning("files_unknown", count=len(unknown), files=sorted(unknown)[:_SHOWN])


async def _ids(database: Database, sql: str, *values: object) -> set[int]:
    return {row[0] for row in await database.readers.fetch(sql, values)}


async def _still(database: Database, identities: set[int]) -> list[int]:
    """Those that are ready even now, after the vault was read."""
    return sorted(identities & await _ids(database, _READY)) if identities else []


_READY = f"SELECT id FROM file WHERE state = '{FileState.READY}' AND removed_at IS NULL"
