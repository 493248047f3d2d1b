"""Seals the journal just behind those who write it, in blocks whose signed heads are lodged with a second keeper.

Nobody who writes waits for it: it reads what can no longer change, hashes outside any transaction, and writes one
row a block.
"""

import asyncio
from dataclasses import replace
from datetime import datetime
from itertools import count

from bureau.settings import Settings
from bureau.storage.blocks import (
    BEFORE_ALL,
    BEGINNING,
    HEAD_COLUMNS,
    Head,
    JournalError,
    digest_of,
    hashes_of,
    head_columns,
    head_of,
    image,
)
from bureau.storage.database import Database
from bureau.storage.keeper import Keeper
from bureau.storage.positions import CLOSED
from bureau.storage.record import moment_text
from bureau.storage.signing import JournalKey
from bureau.storage.transaction import Transaction

EVERY_SECONDS = 1.0
"""How far sealing lags behind writing."""

BLOCK_ENTRIES = 1000
"""A block ends with the transaction that brings it to this many entries."""

BLOCKS_A_TURN = 100

_LODGED_AT_ONCE = 1000
_LOCK = 727_002


class Sealer:
    """Seals one database's journal; several may be at it, in one process or in many."""

    def __init__(self, database: Database, settings: Settings, *, accepts_new_key: bool = False) -> None:
        self._database = database
        self._accepts_new_key = accepts_new_key
        self._key_file = settings.journal_key_file
        self._keeper = Keeper(settings.journal_keeper_file)
        self._key: JournalKey | None = None

    async def turn(self) -> None:
        """What a server does again and again: so much that it can still end between two."""
        await self.seal(most=BLOCKS_A_TURN)

    async def seal(self, most: int | None = None) -> int:
        """Seal every entry whose position is closed and lodge every head that is not; the number of entries sealed.

        At most so many blocks are made, where it is said. Raises JournalError where blocks, key and keeper disagree,
        OSError where the keeper cannot be reached, and Unavailable; what was sealed until then stays so.
        """
        sealed = 0
        for made in count():
            last = await self._lodge()
            found = await self._next(last) if made != most else None
            if found is None:
                break
            if await self._database.transaction(lambda tx, block=found: _write(tx, *block)):  # type: ignore[misc]
                sealed += found[0].entries
        return sealed

    async def _lodge(self) -> Head | None:
        """Lodge what the keeper does not have yet; the newest head there is."""
        known = await asyncio.to_thread(self._keeper.last)
        while True:
            heads = await self._heads(known.number if known else 1)
            if known and (not heads or (heads[0].number, heads[0].digest) != (known.number, known.digest)):
                raise JournalError(
                    f"{self._keeper.path} knows block {known.number}, and the database does not have it so; see"
                    " `bureau journal verify`. After a restore, put that file away and keep it."
                    f" 存证文件所载第 {known.number} 块与数据库不符，请运行 bureau journal verify；"
                    "如系恢复备份所致，请将该文件移走妥善保存。"
                )
            if heads[1:] or (heads and not known):
                await asyncio.to_thread(self._keeper.lodge, heads)
            if len(heads) < _LODGED_AT_ONCE:
                return heads[-1] if heads else None
            known = await asyncio.to_thread(self._keeper.last)

    async def _heads(self, first: int) -> list[Head]:
        sql = (
            f"SELECT {head_columns(self._database.dialect)} FROM journal_block"
            f" WHERE number >= $1 ORDER BY number LIMIT {_LODGED_AT_ONCE}"
        )
        return [head_of(row) for row in await self._database.readers.fetch(sql, [first])]

    async def _next(self, last: Head | None) -> tuple[Head, bytes] | None:
        """The block that comes after `last`, with its entries' hashes; None if no entry's position has closed."""
        after = last.last_position if last else BEFORE_ALL
        until = await self._until(after)
        if until is None:
            return None
        rows = await self._database.readers.fetch(
            f"SELECT position, {image(self._database.dialect)} FROM journal"
            " WHERE position > $1 AND position <= $2 ORDER BY position, id",
            [after, until],
        )
        hashes = b"".join(hashes_of([row[1] for row in rows]))
        previous = last.digest if last else BEGINNING
        key = await self._signing_key(last)
        head = Head(
            number=last.number + 1 if last else 1,
            first_position=rows[0][0],
            last_position=until,
            entries=len(rows),
            previous=previous,
            digest=digest_of(previous, hashes),
            sealed_at=moment_text(self._database.clock.now()),
            key_id=key.id,
        )
        return replace(head, signature=key.sign(head)), hashes

    async def _until(self, after: int) -> int | None:
        closed = CLOSED[self._database.dialect]
        rows = await self._database.readers.fetch(
            "SELECT max(position) FROM (SELECT position FROM journal"
            f" WHERE position > $1 AND position <= {closed} ORDER BY position LIMIT {BLOCK_ENTRIES}) n",
            [after],
        )
        return rows[0][0]  # type: ignore[no-any-return]

    async def _signing_key(self, last: Head | None) -> JournalKey:
        if self._key is None:
            self._key = await asyncio.to_thread(
                JournalKey.of, self._key_file, may_make=last is None or self._accepts_new_key
            )
        if last and last.key_id != self._key.id and not self._accepts_new_key:
            raise JournalError(
                f"Block {last.number} was signed with the key {last.key_id}, and {self._key_file} is {self._key.id};"
                " set BUREAU_JOURNAL_KEY, or say `bureau journal seal --new-key`."
                f" 第 {last.number} 块由密钥 {last.key_id} 签名，与 {self._key_file} 不符。"
            )
        return self._key


async def _write(tx: Transaction, head: Head, hashes: bytes) -> bool:
    """Add a block, unless another sealer was quicker; whether it was added."""
    if tx.dialect == "postgres":  # on SQLite the write lock is ours
        await tx.fetch(f"SELECT pg_advisory_xact_lock({_LOCK})")
    newest = (await tx.fetch("SELECT coalesce(max(number), 0) FROM journal_block"))[0][0]
    if newest != head.number - 1:
        return False
    row = (
        head.number,
        head.first_position,
        head.last_position,
        head.entries,
        head.previous,
        head.digest,
        datetime.fromisoformat(head.sealed_at),
        head.key_id,
        head.signature,
        hashes,
    )
    await tx.insert("journal_block", (*HEAD_COLUMNS, "hashes"), [row])
    return True
