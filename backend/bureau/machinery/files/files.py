"""Files for the rest of the product, which opens what was handed in and keeps what it makes, such as a job's result.

    found = await files.ready(identity, actor)              # raises FileUnknown and FileClosed
    async for block in await files.content(found): ...      # its bytes, as they come from wherever they lie
    async with files.on_disk(found) as path: ...            # a copy for readers that want a path, gone afterwards

    kept = await files.keep(actor, "repaired.csv", blocks)  # a new file of the actor's, ready at once
    link = files.links.to(kept.id)                          # good for minutes, for whoever holds it

Who is to see a file is its owner, unless the caller passes None for the actor after a check of its own.
"""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bureau.kernel.actor import Actor
from bureau.kernel.errors import FileClosed
from bureau.machinery.files.checking import Checking
from bureau.machinery.files.file import FileState, file
from bureau.machinery.files.found import Found, look_up
from bureau.machinery.files.links import Links
from bureau.machinery.files.results import Results
from bureau.machinery.files.scanner import Scanner
from bureau.machinery.files.upkeep import Upkeep
from bureau.machinery.files.uploads import Uploads
from bureau.machinery.files.vault import Vault
from bureau.settings import Settings
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Files:
    """Uploads, links, the bytes, and what looks after them; one for each process."""

    store: Store
    vault: Vault
    uploads: Uploads
    results: Results
    links: Links
    upkeep: Upkeep

    @classmethod
    def of(cls, store: Store, settings: Settings) -> "Files":
        """Those of one bureau."""
        vault = Vault(settings)
        scanner = Scanner(settings.scanner) if settings.scanner else None
        upkeep = Upkeep(store, vault, Checking(store, vault, scanner))
        lasting = timedelta(minutes=settings.file_link_minutes)
        return cls(
            store,
            vault,
            Uploads(store, vault, settings, upkeep.expect),
            Results(store, vault, settings),
            Links(store.keyring.key("file links"), lasting, settings.files_origin, store.database.clock),
            upkeep,
        )

    async def found(self, identity: int, actor: Actor | None) -> Found:
        """A file in whatever state; raises FileUnknown."""
        return await look_up(self.store.database, identity, actor)

    async def ready(self, identity: int, actor: Actor | None) -> Found:
        """A file that can be opened; raises FileUnknown, and FileClosed where it is not, or not yet."""
        found = await self.found(identity, actor)
        if found.state is not FileState.READY:
            raise FileClosed((found.objection or found.state).words, found.state)
        return found

    async def content(self, found: Found, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes of a ready file, or those from `start` until before `end`; raises FilesUnavailable."""
        return await self.vault.read(found.id, start, found.size if end is None else end)

    @contextlib.asynccontextmanager
    async def on_disk(self, found: Found) -> AsyncIterator[Path]:
        """A copy of a ready file under a name of no meaning, for as long as the context lasts."""
        with tempfile.TemporaryDirectory(prefix="bureau-file-") as folder:
            path = Path(folder) / "content"
            with path.open("wb") as copy:
                async for block in await self.content(found):
                    await asyncio.to_thread(copy.write, block)
            yield path

    async def keep(self, actor: Actor, name: str, content: AsyncIterator[bytes], request_id: str = "") -> Found:
        """Keep what the product made for an account, for the days of `file_result_days`; its type is its name's.

        It is ready once all of `content` has come; what breaks off is given up as an upload is. Raises
        SignInRequired, FileTypeRefused, and FilesUnavailable.
        """
        identity = await self.results.keep(actor, name, content, request_id)
        return await self.ready(identity, actor)

    async def void(self, tx: Transaction, identity: int, reason: str) -> None:
        """Make a file of the actor's void, whatever its state; raises Refusal NOT_FOUND, VOIDED or IN_USE."""
        await self.store.void(tx, file, await self.store.hold(tx, file, identity, file.void), reason)
