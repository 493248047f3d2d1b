"""The journal's blocks: how an entry is hashed, what a head says, and what is signed of it.

An entry's image is made in SQL, byte for byte the same on both databases: every column as text, each preceded by its
length in bytes, so that nothing can be moved from one column into the next.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.kernel.errors import CommandError
from bureau.kernel.field import Column, ColumnType
from bureau.storage.sql import MOMENT, DialectName
from bureau.storage.system import JOURNAL

HASH_BYTES = 32
BEGINNING = bytes(HASH_BYTES)
"""What stands for the head before the first block."""

BEFORE_ALL = -(2**63)
"""A position before every entry's."""


class JournalError(CommandError):
    """The journal's blocks, its key and its keeper do not agree, so that nothing more may be sealed."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is signed of a block and lodged with the keeper."""

    number: int
    """Blocks are numbered from 1."""
    first_position: int
    last_position: int
    """All entries after the block before and up to this position belong to the block."""
    entries: int
    previous: bytes
    """The digest of the head before."""
    digest: bytes
    """SHA-256 of `previous` and of the entries' hashes, one after the other."""
    sealed_at: str
    """UTC, as SQLite holds moments."""
    key_id: str
    signature: bytes = b""

    @property
    def signed_text(self) -> bytes:
        """What the signature is of: all but the signature."""
        facts = (self.number, self.first_position, self.last_position, self.entries, self.sealed_at, self.key_id)
        return "\n".join(("bureau journal", *map(str, facts), self.previous.hex(), self.digest.hex())).encode()


HEAD_COLUMNS = (
    "number", "first_position", "last_position", "entries", "previous", "head", "sealed_at", "key_id", "signature",
)  # fmt: skip

_TEXT: Mapping[DialectName, str] = {"postgres": "{0}::text", "sqlite": "CAST({0} AS TEXT)"}
_BYTES: Mapping[DialectName, str] = {"postgres": "octet_length({0})", "sqlite": "length(CAST({0} AS BLOB))"}
_BINARY: Mapping[DialectName, str] = {"postgres": "convert_to({0}, 'UTF8')", "sqlite": "CAST({0} AS BLOB)"}


def head_columns(dialect: DialectName) -> str:
    """The columns of `journal_block` that `head_of` reads."""
    return ", ".join(MOMENT[dialect].format(name) if name == "sealed_at" else name for name in HEAD_COLUMNS)


def head_of(row: Sequence[Any]) -> Head:
    """The head in the first columns of a row."""
    number, first, last, entries, previous, digest, sealed_at, key_id, signature = tuple(row)[: len(HEAD_COLUMNS)]
    return Head(number, first, last, entries, bytes(previous), bytes(digest), sealed_at, key_id, bytes(signature))


def image(dialect: DialectName) -> str:
    """The SQL expression, of bytes, for what is hashed of an entry."""
    parts = (_framed(column, dialect) for column in JOURNAL.columns)
    return _BINARY[dialect].format("(" + "||".join(parts) + ")")


def _framed(column: Column, dialect: DialectName) -> str:
    template = {ColumnType.MOMENT: MOMENT, ColumnType.ID: _TEXT, ColumnType.INTEGER: _TEXT}.get(column.type)
    text = template[dialect].format(column.name) if template else column.name
    return f"coalesce({_BYTES[dialect].format(text)}||':'||{text}, '-')||','"


def hashes_of(images: Sequence[bytes]) -> list[bytes]:
    """The hash of each image."""
    sha256 = hashlib.sha256
    return [sha256(entry).digest() for entry in images]


def digest_of(previous: bytes, hashes: bytes) -> bytes:
    """The digest of a head that follows `previous` and covers entries with these hashes."""
    return hashlib.sha256(previous + hashes).digest()
