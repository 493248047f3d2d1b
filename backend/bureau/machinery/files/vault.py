"""Where the bytes of files lie: a local directory, or a bucket of a store that speaks S3."""

import asyncio
import contextlib
import io
import os
import re
import secrets
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, S3Store

from bureau.kernel.errors import FilesUnavailable
from bureau.settings import Settings

_AT_A_TIME = 1 << 20
_PIECE = 8 << 20
"""Of this size are the pieces in which a whole file is written; S3 takes 10,000 of them."""
_PIECES_AT_ONCE = 2
_RETRIED_FOR = timedelta(seconds=20)
_PLACE = re.compile("(?:parts/([0-9]{1,18})/.*|whole/([0-9]{1,18}))")


class Vault:
    """Keeps parts of uploads and whole files, each under its file's id; its methods raise FilesUnavailable."""

    def __init__(self, settings: Settings) -> None:
        self._url = settings.files_url
        self._directory = None if self._url else settings.data_dir.absolute() / "files"
        """Where the store is a directory of this machine, whose writes are made durable here."""

    @cached_property
    def _store(self) -> ObjectStore:
        """Opened when it is first needed; credentials of a bucket come from the usual variables of AWS."""
        if self._directory is None:
            return S3Store.from_url(self._url, retry_config={"max_retries": 3, "retry_timeout": _RETRIED_FOR})
        return LocalStore(self._directory, automatic_cleanup=True, mkdir=True)

    async def put_part(self, identity: int, start: int, data: bytes) -> str:
        """Store a part; the place where it lies, which no other part has."""
        place = f"{_parts(identity)}/{start:016d}-{secrets.token_hex(8)}"
        with _reaching():
            await obstore.put_async(self._store, place, data, use_multipart=False)
        await self._make_durable(place)
        return place

    async def write(self, identity: int, content: AsyncIterator[bytes]) -> None:
        """Write the whole file, of which little is in memory at a time; it is there entirely or as it was before."""
        with _reaching():
            await obstore.put_async(
                self._store,
                _whole(identity),
                content,
                use_multipart=True,
                chunk_size=_PIECE,
                max_concurrency=_PIECES_AT_ONCE,
            )
        await self._make_durable(_whole(identity))

    async def parts(self, places: Sequence[str]) -> AsyncIterator[bytes]:
        """The bytes of parts, one after another."""
        for place in places:
            with _reaching():
                found = await obstore.get_async(self._store, place)
                data = bytes(await found.bytes_async())
            yield data

    async def read(self, identity: int, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes of a whole file from `start` until before `end`, as they will come; they are there by now."""
        if start == end:
            return _blocks(None)  # stores know no empty range
        with _reaching():
            found = await obstore.get_async(self._store, _whole(identity), options={"range": (start, end)})
        return _blocks(found)

    def opened(self, identity: int, size: int) -> BinaryIO:
        """A whole file, to be read anywhere in it, by a thread that may wait."""
        return io.BufferedReader(_Ranged(self._store, _whole(identity), size), _AT_A_TIME)

    async def forget_parts(self, identity: int) -> None:
        """Remove all parts of an upload, those too that no row tells of."""
        with _reaching():
            async for found in obstore.list(self._store, prefix=_parts(identity)):
                await self._delete([item["path"] for item in found])

    async def forget_part(self, place: str) -> None:
        """Remove a part that came to nothing."""
        await self._delete([place])

    async def forget(self, identity: int) -> None:
        """Remove all there is of a file; again is harmless."""
        await self.forget_parts(identity)
        await self._delete([_whole(identity)])

    async def held(self) -> set[int]:
        """The ids of all files of which there are bytes."""
        found: set[int] = set()
        with _reaching():
            async for items in obstore.list(self._store):
                found |= {int(match[1] or match[2]) for item in items if (match := _PLACE.fullmatch(item["path"]))}
        return found

    async def sweep(self, before: datetime) -> None:
        """Remove what processes left half written in a directory; buckets have rules of their own for that."""
        if self._directory is not None:
            await asyncio.to_thread(_swept, self._directory, before.timestamp())

    async def _delete(self, places: list[str]) -> None:
        with _reaching(), contextlib.suppress(FileNotFoundError):
            if places:
                await obstore.delete_async(self._store, places)

    async def _make_durable(self, place: str) -> None:
        if self._directory is not None:
            await asyncio.to_thread(_synced, self._directory / place)


class _Ranged(io.RawIOBase):
    """An object of a store as a file that can be read anywhere."""

    def __init__(self, store: ObjectStore, place: str, size: int) -> None:
        self._store, self._place, self._size, self._at = store, place, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("before the beginning")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = min(len(buffer), max(0, self._size - self._at))
        if count:
            with _reaching():
                buffer[:count] = memoryview(obstore.get_range(self._store, self._place, start=self._at, length=count))
            self._at += count
        return count


async def _blocks(found: "obstore.GetResult | None") -> AsyncIterator[bytes]:
    with _reaching():
        if found:
            async for block in found.stream(min_chunk_size=_AT_A_TIME):
                yield bytes(block)


def _parts(identity: int) -> str:
    return f"parts/{identity}"


def _whole(identity: int) -> str:
    return f"whole/{identity}"


def _swept(directory: Path, before: float) -> None:
    for path in directory.rglob("*#*"):  # what is being written has `#` and a number after its name
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < before:
                path.unlink()


def _synced(path: Path) -> None:
    for of in (path, path.parent):
        descriptor = os.open(of, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _reaching() -> Iterator[None]:
    """Raise FilesUnavailable where the store cannot be reached, or has not what it should have."""
    try:
        yield
    except (BaseError, OSError) as error:
        raise FilesUnavailable from error
