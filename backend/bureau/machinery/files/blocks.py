"""Bytes on their way: cut into blocks that memory holds, counted and digested as they pass."""

import asyncio
import hashlib
from collections.abc import AsyncIterator

BLOCK_BYTES = 4 << 20
"""So much of an upload is in a process's memory at a time, and is lost at the most when that is killed."""


class BodyBroken(Exception):
    """The client went away before its body ended."""


class Digest:
    """What bytes come to."""

    def __init__(self) -> None:
        self.size = 0
        self._counted = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Of all that passed so far, in hexadecimal digits."""
        return self._counted.hexdigest()

    async def of(self, content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """The same bytes, digested on their way."""
        async for block in content:
            await asyncio.to_thread(self._counted.update, block)
            self.size += len(block)
            yield block


async def blocks(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """A body in blocks of BLOCK_BYTES, the last one smaller; it just ends where the client went away."""
    waiting = bytearray()
    try:
        async for chunk in body:
            waiting += chunk
            while len(waiting) >= BLOCK_BYTES:
                yield bytes(waiting[:BLOCK_BYTES])
                del waiting[:BLOCK_BYTES]
    except BodyBroken:
        pass
    if waiting:
        yield bytes(waiting)
