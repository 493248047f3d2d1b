"""A scanner for malicious software beside the product: ClamAV's daemon, asked over its socket."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from bureau.kernel.errors import FilesUnavailable
from bureau.machinery.files.file import Objection

_CONNECT_SECONDS = 5
_ANSWER_SECONDS = 300
_LONGEST_ANSWER = 4096


class Scanner:
    """Asks clamd whether content is clean: `unix:///run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`."""

    def __init__(self, address: str) -> None:
        self._address = urlsplit(address)

    async def objection(self, content: AsyncIterator[bytes]) -> Objection | None:
        """What the scanner has against content; raises FilesUnavailable when it does not say."""
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                answer = await self._ask(content)
        except (OSError, TimeoutError, asyncio.LimitOverrunError) as error:
            raise FilesUnavailable from error
        if answer.endswith(b"OK"):
            return None
        if answer.endswith(b"FOUND"):
            return Objection.INFECTED
        if b"size limit exceeded" in answer:
            return Objection.TOO_LARGE_TO_SCAN
        raise FilesUnavailable(f"The scanner says: {answer.decode(errors='replace')}")

    async def _ask(self, content: AsyncIterator[bytes]) -> bytes:
        async with asyncio.timeout(_CONNECT_SECONDS):
            reader, writer = await self._connected()
        try:
            writer.write(b"zINSTREAM\0")
            with contextlib.suppress(ConnectionError):  # it ends the connection where it has read enough, and says why
                async for block in content:
                    writer.write(len(block).to_bytes(4) + block)
                    await writer.drain()
                writer.write(bytes(4))
                await writer.drain()
            return (await reader.read(_LONGEST_ANSWER)).rstrip(b"\0\n ")
        finally:
            writer.close()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._address.scheme == "unix":
            return await asyncio.open_unix_connection(self._address.path)
        return await asyncio.open_connection(self._address.hostname, self._address.port)
