"""Files that the product itself makes for an account: what an import repaired, what an export holds."""

from collections.abc import AsyncIterator
from datetime import timedelta

from bureau.kernel.actor import Actor
from bureau.kernel.errors import FileTypeRefused, FileUnknown, SignInRequired
from bureau.machinery.files import parts
from bureau.machinery.files.blocks import Digest
from bureau.machinery.files.file import File, FileState, FileUse, file
from bureau.machinery.files.names import clean_name, ending
from bureau.machinery.files.types import taken
from bureau.machinery.files.vault import Vault
from bureau.settings import Settings
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class Results:
    """Keeps them: a row first, then the bytes, then the row says so; a killed process leaves what upkeep gives up."""

    def __init__(self, store: Store, vault: Vault, settings: Settings) -> None:
        self._store = store
        self._vault = vault
        self._lasts = timedelta(days=settings.file_result_days)
        self._made_within = timedelta(hours=settings.upload_hours)

    async def keep(self, actor: Actor, name: str, content: AsyncIterator[bytes], request_id: str) -> int:
        """Write a file of the actor's and say its id; see `Files.keep`."""
        if actor.account is None:
            raise SignInRequired
        name = clean_name(name)
        type_ = taken(FileUse.RESULT).get(ending(name))
        if type_ is None:
            raise FileTypeRefused(sorted(taken(FileUse.RESULT)))
        transaction = self._store.database.transaction
        identity = await transaction(lambda tx: self._begin(tx, name), actor=actor, request_id=request_id)
        digest = Digest()
        await self._vault.write(identity, digest.of(content))
        values = {"size": digest.size, "sha256": digest.sha256, "media_type": type_.media_type}
        await transaction(lambda tx: self._finish(tx, identity, values), actor=actor, request_id=request_id)
        return identity

    async def _begin(self, tx: Transaction, name: str) -> int:
        values = {
            "use": FileUse.RESULT,
            "name": name,
            "state": FileState.INCOMPLETE,
            "begun_at": tx.now(),
            "expires_at": tx.now() + self._made_within,
        }
        record = await self._store.create(tx, file, values, verb="make_file")
        return int(record.id)

    async def _finish(self, tx: Transaction, identity: int, values: dict[str, object]) -> None:
        if await parts.lock(tx, identity) is not FileState.INCOMPLETE:
            raise FileUnknown  # it took longer than files may take, and was given up
        lasting = {"state": FileState.READY, "completed_at": tx.now(), "expires_at": tx.now() + self._lasts}
        await self._store.change(tx, file, await File.get(id=identity), {**values, **lasting}, verb="finish_file")
