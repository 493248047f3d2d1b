"""The second keeper: a file, on another machine's mount, to which every signed head is added and from which none goes.

One JSON object a line, in the order of the blocks. A line that was not written whole is passed over and written again.
"""

import fcntl
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from bureau.storage.blocks import Head, JournalError

_TAIL_BYTES = 16_384
"""Surely more than the last whole line and a broken one after it."""


@dataclass(frozen=True, slots=True)
class Lodged:
    """What the keeper knows of a block."""

    number: int
    digest: bytes


class Keeper:
    """One keeper's file; its methods wait for the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def last(self) -> Lodged | None:
        """The newest head, None if there are none; raises OSError, and JournalError for a file of something else."""
        try:
            with self.path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _TAIL_BYTES))
                lines = file.read().split(b"\n")
        except FileNotFoundError:
            return None
        found = next((lodged for line in reversed(lines) if (lodged := _read(line))), None)
        if found is None and size:
            raise JournalError(f"{self.path} holds no heads of a journal. {self.path} 不是日志存证文件。")
        return found

    def lodge(self, heads: Sequence[Head]) -> None:
        """Add those heads that are newer than the newest; they are on the disk when this returns."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # given back with the file; sealers may have one keeper between them
            known = self.last()
            text = b"".join(_line(head) for head in heads if known is None or head.number > known.number)
            file.write(self._mending(file.seek(0, os.SEEK_END)) + text)
            file.flush()
            os.fsync(file.fileno())

    def heads(self) -> Iterator[Lodged]:
        """The heads that were lodged by now, in the order of the file; raises OSError."""
        with self.path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            while file.tell() < size and (line := file.readline()):
                if lodged := _read(line):
                    yield lodged

    def _mending(self, size: int) -> bytes:
        """What ends a line that was not written whole."""
        if not size:
            return b""
        with self.path.open("rb") as file:
            file.seek(size - 1)
            return b"" if file.read(1) == b"\n" else b"\n"


def _line(head: Head) -> bytes:
    said = {
        "block": head.number,
        "firstPosition": head.first_position,
        "lastPosition": head.last_position,
        "entries": head.entries,
        "previous": head.previous.hex(),
        "head": head.digest.hex(),
        "sealedAt": head.sealed_at,
        "key": head.key_id,
        "signature": head.signature.hex(),
    }
    return orjson.dumps(said, option=orjson.OPT_APPEND_NEWLINE)


def _read(line: bytes) -> Lodged | None:
    try:
        said = orjson.loads(line)
        return Lodged(int(said["block"]), bytes.fromhex(said["head"]))
    except (ValueError, KeyError, TypeError):
        return None
