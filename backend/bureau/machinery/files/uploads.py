"""Uploads: begun with a size and a name, sent in as many pieces as the network takes, resumed wherever they stopped.

Nothing of an upload is in a process. Bytes are stored first, as parts, and count from the moment a row says so; of two
that send for the same place, the rows let one win.
"""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

from bureau.access.account import Account
from bureau.kernel.actor import Actor
from bureau.kernel.errors import (
    FileTypeRefused,
    FileUnknown,
    LimitExceeded,
    NotAllowed,
    SignInRequired,
    TooManyUploads,
    UploadConflict,
)
from bureau.machinery.files import parts
from bureau.machinery.files.blocks import blocks
from bureau.machinery.files.file import File, FileState, FileUse, file
from bureau.machinery.files.found import Found, look_up
from bureau.machinery.files.names import clean_name
from bureau.machinery.files.parts import MOST_PARTS, Part
from bureau.machinery.files.types import may_be_named, taken
from bureau.machinery.files.vault import Vault
from bureau.settings import Settings
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class Uploads:
    """Takes uploads; every method is safe in any number of processes."""

    def __init__(self, store: Store, vault: Vault, settings: Settings, complete: Callable[[int], None]) -> None:
        self._store = store
        self._vault = vault
        self._settings = settings
        self._complete = complete
        """Called with the id of an upload of which everything has arrived."""

    def most_bytes(self, use: FileUse) -> int:
        """How large a file for this use may be."""
        limits = {FileUse.ATTACHMENT: self._settings.max_attachment_bytes}
        return min(self._settings.max_file_bytes, limits.get(use, self._settings.max_file_bytes))

    async def begin(self, actor: Actor, size: int, name: str, use: FileUse, request_id: str) -> Found:
        """A new upload.

        Raises SignInRequired, NotAllowed for whose token knows of no files, FileTypeRefused for a name of a type that
        is not taken for this use, and LimitExceeded where it is too large, or one too many of the account's.
        """
        if actor.account is None:
            raise SignInRequired
        if not actor.may_somewhere(file.read):
            raise NotAllowed
        name = clean_name(name)
        if not may_be_named(name, use):
            raise FileTypeRefused(sorted(taken(use)))
        most = self.most_bytes(use)
        if not 0 < size <= most:
            raise LimitExceeded(
                f"A file may not be empty and has at most {_said(most)} here; this one has {_said(size)}.",
                f"此处文件不能为空，且不得超过 {_said(most)}，该文件为 {_said(size)}。",
                limit=most,
            )

        async def work(tx: Transaction) -> int:
            await self._allow(tx, size)
            now = tx.now()
            values = {
                "use": use,
                "name": name,
                "size": size,
                "state": FileState.INCOMPLETE,
                "begun_at": now,
                "expires_at": now + timedelta(hours=self._settings.upload_hours),
            }
            record = await self._store.create(tx, file, values, verb="upload_file")
            return int(record.id)

        identity = await self._store.database.transaction(work, actor=actor, request_id=request_id)
        return await look_up(self._store.database, identity, actor)

    async def _allow(self, tx: Transaction, size: int) -> None:
        """Raise LimitExceeded for more than an account may have; it is held, so that uploads beside this one count."""
        query: Any = Account.filter(id=tx.actor.account)
        if tx.dialect == "postgres":
            await query.select_for_update()
        unfinished, held = (await tx.fetch(_HELD, tx.actor.account))[0]
        if unfinished >= self._settings.max_unfinished_uploads:
            raise TooManyUploads(self._settings.max_unfinished_uploads)
        most = self._settings.max_account_bytes
        if held + size > most:
            raise LimitExceeded(
                f"Your files have {held} bytes, of {most} at the most; those made void count until they are removed.",
                f"您的文件共 {held} 字节，上限 {most} 字节；已作废的文件在清除前仍计入。",
                limit=most,
            )

    async def receive(
        self, actor: Actor, identity: int, offset: int, announced: int, body: AsyncIterator[bytes]
    ) -> int:
        """Take what follows `offset` and say how much there is now; a body that breaks off counts as far as it came.

        `announced` is its length, or 0. Raises FileUnknown, UploadConflict and LimitExceeded.
        """
        upload = await look_up(self._store.database, identity, actor)
        if offset != upload.received:
            raise UploadConflict(upload.received)
        if offset + announced > upload.size:
            raise _too_much(upload)
        if upload.state is not FileState.INCOMPLETE:
            return upload.size
        async for block in blocks(body):
            if offset + len(block) > upload.size:
                raise _too_much(upload)
            part = Part(offset, len(block), await self._vault.put_part(identity, offset, block))
            try:
                await self._count(actor, upload, part)
            except (FileUnknown, UploadConflict, LimitExceeded):  # of anything else nobody knows whether it counts
                await self._vault.forget_part(part.place)
                raise
            offset += len(block)
        return offset

    async def _count(self, actor: Actor, upload: Found, part: Part) -> None:
        """Let a stored part count; raises UploadConflict where others came first, LimitExceeded, and FileUnknown."""

        async def work(tx: Transaction) -> None:
            if await parts.lock(tx, upload.id) is not FileState.INCOMPLETE:
                raise FileUnknown
            received, count = await parts.arrived(tx, upload.id)
            if received != part.start:
                raise UploadConflict(received)
            if count >= MOST_PARTS:
                raise LimitExceeded(
                    f"An upload has at most {MOST_PARTS} pieces; send larger ones.",
                    f"一次上传最多 {MOST_PARTS} 段，请增大分段。",
                    limit=MOST_PARTS,
                )
            await parts.add(tx, upload.id, part)
            if part.start + part.length == upload.size:
                record = await File.get(id=upload.id)
                values = {"state": FileState.CHECKING, "completed_at": tx.now(), "expires_at": None}
                await self._store.change(tx, file, record, values, verb="finish_upload")
                tx.after_commit(lambda: self._complete(upload.id))

        await self._store.database.transaction(work, actor=actor)


_HELD = f"""
SELECT coalesce(sum(CASE WHEN state = '{FileState.INCOMPLETE}' AND void_reason IS NULL THEN 1 ELSE 0 END), 0),
    CAST(coalesce(sum(size), 0) AS bigint)
FROM file WHERE owner_id = $1 AND removed_at IS NULL"""


def _said(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size} B"


def _too_much(upload: Found) -> LimitExceeded:
    return LimitExceeded(
        f"The upload has {upload.size} bytes, and more were sent.",
        f"该上传共 {upload.size} 字节，发送的内容超出。",
        limit=upload.size,
    )
