"""What has arrived of unfinished uploads: each part is an object of its own, and a row says where it belongs."""

from collections.abc import Sequence
from typing import NamedTuple

from bureau.kernel.field import Column, ColumnType
from bureau.machinery.files.file import FileState
from bureau.storage.tables import Index, Table
from bureau.storage.transaction import Transaction

MOST_PARTS = 10_000
"""Parts of one upload at the most: who sends a byte at a time is stopped here."""

UPLOAD_PART = Table(
    "upload_part",
    (
        Column("file_id", ColumnType.ID, references="file"),
        Column("start", ColumnType.INTEGER),
        Column("length", ColumnType.INTEGER),
        Column("place", ColumnType.PLAIN),
    ),
    (Index("upload_part", ("file_id", "start"), unique=True),),
    history=False,
    removed_by="DELETE",
)
"""The parts of uploads that are not joined yet, by the byte at which each begins."""


class Part(NamedTuple):
    """One part: where in the file it begins, how long it is, and where its bytes lie."""

    start: int
    length: int
    place: str


async def lock(tx: Transaction, identity: int) -> FileState | None:
    """Let no other transaction change a live file; its state, or None for one that is not there or void."""
    of_others = " FOR UPDATE" if tx.dialect == "postgres" else ""  # SQLite has one writer at a time anyway
    rows = await tx.fetch(f"SELECT state FROM file WHERE id = $1 AND void_reason IS NULL{of_others}", identity)
    return FileState[rows[0][0]] if rows else None


async def arrived(tx: Transaction, identity: int) -> tuple[int, int]:
    """How many bytes and how many parts have arrived."""
    sql = "SELECT coalesce(max(start + length), 0), count(*) FROM upload_part WHERE file_id = $1"
    received, count = (await tx.fetch(sql, identity))[0]
    return received, count


async def add(tx: Transaction, identity: int, part: Part) -> None:
    """Note a part whose bytes are stored."""
    await tx.insert("upload_part", ("file_id", "start", "length", "place"), [(identity, *part)])


async def all_of(tx: Transaction, identity: int) -> list[Part]:
    """The parts of one upload, in order."""
    rows = await tx.fetch("SELECT start, length, place FROM upload_part WHERE file_id = $1 ORDER BY start", identity)
    return [Part(*row) for row in rows]


async def forget(tx: Transaction, identities: Sequence[int]) -> None:
    """Forget the parts of uploads that are joined or over."""
    await tx.execute_many("DELETE FROM upload_part WHERE file_id = $1", [(identity,) for identity in identities])
