"""What becomes of an upload that is complete: joined, looked at, scanned, and then opened or refused."""

import asyncio
from typing import Any

import structlog

from bureau.kernel.errors import BureauError
from bureau.machinery.files import parts
from bureau.machinery.files.blocks import Digest
from bureau.machinery.files.file import File, FileState, FileUse, Objection, file
from bureau.machinery.files.inspection import Finding, inspect
from bureau.machinery.files.scanner import Scanner
from bureau.machinery.files.vault import Vault
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

log = structlog.get_logger()


class Checking:
    """Checks complete uploads. A check that was interrupted is begun anew, and one that is made twice does no harm."""

    def __init__(self, store: Store, vault: Vault, scanner: Scanner | None) -> None:
        self._store = store
        self._vault = vault
        self._scanner = scanner

    async def check(self, identity: int) -> None:
        """Check one file, if it is to be checked; raises FilesUnavailable, and it is to be checked still."""
        database = self._store.database
        begun = await database.transaction(lambda tx: self._begun(tx, identity))
        if begun is None:
            return
        record, joined = begun
        digest = Digest()
        await self._vault.write(identity, digest.of(self._vault.parts([part.place for part in joined])))
        finding = await asyncio.to_thread(self._inspected, record, digest.size)
        objection, is_scanned = finding.objection, False
        if self._scanner and objection is None:
            objection = await self._scanner.objection(await self._vault.read(identity, 0, digest.size))
            is_scanned = objection is not Objection.TOO_LARGE_TO_SCAN
        values = {
            "name": finding.name,
            "media_type": None if objection else finding.media_type,
            "objection": objection,
            "sha256": digest.sha256,
            "is_scanned": is_scanned,
        }
        if await database.transaction(lambda tx: self._settle(tx, identity, values)):
            await self._vault.forget_parts(identity)

    async def _begun(self, tx: Transaction, identity: int) -> tuple[File, list[parts.Part]] | None:
        if await parts.lock(tx, identity) is not FileState.CHECKING:
            return None
        return await File.get(id=identity), await parts.all_of(tx, identity)

    def _inspected(self, record: File, size: int) -> Finding:
        """What is found; content on which the inspection itself stumbles is refused as damaged, and told in the log."""
        with self._vault.opened(record.id, size) as content:
            try:
                return inspect(content, size, record.name, FileUse[record.use])
            except (BureauError, OSError):
                raise
            except Exception as defect:
                log.error("file_not_understood", file=record.id, exc_info=defect)
                return Finding(record.name, objection=Objection.DAMAGED)

    async def _settle(self, tx: Transaction, identity: int, values: dict[str, Any]) -> bool:
        """Write down what was found; False where it was written already, or the file is void by now."""
        if await parts.lock(tx, identity) is not FileState.CHECKING:
            return False
        is_refused = values["objection"] is not None
        values |= {"state": FileState.REFUSED if is_refused else FileState.READY}
        values |= {"remove_at": tx.now() if is_refused else None}
        await self._store.change(tx, file, await File.get(id=identity), values, verb="check_file")
        await parts.forget(tx, [identity])
        return True
