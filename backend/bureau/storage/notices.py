"""Word between processes that something was committed: PostgreSQL's LISTEN and NOTIFY, on a connection of their own.

A NOTIFY in a writer's transaction makes writers wait for one another at their commits; here a process sends one for
all of its commits of some time, and loses nothing if it is lost: who follows the journal looks by itself too.
"""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any, Protocol

import asyncpg

from bureau.kernel.errors import Unavailable
from bureau.settings import Settings
from bureau.storage.reach import reaching
from bureau.storage.transaction import spawn

CHANNEL = "bureau_journal"
APART_SECONDS = 0.05
"""At least so long passes between two notices of one process."""
_CONNECT_SECONDS = 5
_LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError, Unavailable)


class Notices(Protocol):
    """What one process tells the others, and hears of them."""

    def send(self) -> None:
        """Tell the others, soon and once for all calls of the meantime."""
        ...

    async def listen(self, heard: Callable[[], None]) -> None:
        """Call `heard` from now on whenever another process tells of a commit; again is quick.

        Raises Unavailable.
        """
        ...

    async def deafen(self) -> None:
        """Listen no longer."""
        ...

    async def close(self) -> None: ...


class NoNotices:
    """SQLite: one process serves, and what a command writes beside it is found by looking."""

    def send(self) -> None: ...

    async def listen(self, heard: Callable[[], None]) -> None: ...

    async def deafen(self) -> None: ...

    async def close(self) -> None: ...


class PostgresNotices:
    """One connection for both, made when it is first needed and again when it was lost."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connection: asyncpg.Connection | None = None
        self._turn = asyncio.Lock()
        self._heard: Callable[[], None] | None = None
        self._unsent = False
        self._sender: asyncio.Task[None] | None = None

    def send(self) -> None:
        self._unsent = True
        if self._sender is None:
            self._sender = spawn(self._send())

    async def _send(self) -> None:
        try:
            while self._unsent:
                self._unsent = False
                with contextlib.suppress(*_LOST):
                    async with self._turn:
                        await (await self._connected()).execute(f"NOTIFY {CHANNEL}")
                await asyncio.sleep(APART_SECONDS)
        finally:
            self._sender = None

    async def listen(self, heard: Callable[[], None]) -> None:
        if self._heard is not None and self._connection and not self._connection.is_closed():
            return
        async with self._turn:
            connection = await self._connected()
            with reaching():
                await connection.add_listener(CHANNEL, self._on_notice)
            connection.add_termination_listener(self._on_loss)
            self._heard = heard

    async def deafen(self) -> None:
        self._heard = None
        async with self._turn:
            if self._connection and not self._connection.is_closed():
                self._connection.remove_termination_listener(self._on_loss)
                with contextlib.suppress(*_LOST):
                    await self._connection.remove_listener(CHANNEL, self._on_notice)

    async def close(self) -> None:
        if self._sender:
            self._sender.cancel()
            await asyncio.gather(self._sender, return_exceptions=True)
        await self.deafen()
        if self._connection and not self._connection.is_closed():
            with contextlib.suppress(*_LOST):
                await self._connection.close(timeout=_CONNECT_SECONDS)

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            with reaching():
                self._connection = await asyncpg.connect(
                    **self._settings.database.arguments,
                    timeout=_CONNECT_SECONDS,
                    command_timeout=_CONNECT_SECONDS,
                    server_settings={"application_name": "bureau-notices"},
                )
        return self._connection

    def _on_notice(self, connection: Any, sender: int, channel: str, payload: object) -> None:
        if self._heard and sender != connection.get_server_pid():
            self._heard()

    def _on_loss(self, connection: Any) -> None:
        if self._heard:
            self._heard()
