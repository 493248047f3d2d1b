"""Short texts that one process tells the others: PostgreSQL's NOTIFY with a payload, on a connection of its own.

What is told is of use at that moment alone: a text that is lost is not sent again.
"""

from collections.abc import Callable
from typing import Any

import asyncpg

from bureau.settings import Settings
from bureau.storage.reach import reaching

MOST_BYTES = 7_900
"""PostgreSQL takes 8,000 bytes."""
_CONNECT_SECONDS = 5


class Told:
    """Tells texts on one channel, and hears those of other processes."""

    def __init__(self, settings: Settings, channel: str, hear: Callable[[str], None]) -> None:
        self._settings = settings
        self._channel = channel
        self._hear = hear
        self._connection: asyncpg.Connection | None = None

    async def tell(self, *texts: str) -> None:
        """Tell the others, and hear from now on what they tell; raises Unavailable."""
        with reaching():
            connection = await self._connected()
            for text in texts:
                await connection.execute("SELECT pg_notify($1, $2)", self._channel, text)

    async def close(self) -> None:
        """Hear no more."""
        if self._connection and not self._connection.is_closed():
            with reaching():
                await self._connection.close(timeout=_CONNECT_SECONDS)

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(
                **self._settings.database.arguments,
                timeout=_CONNECT_SECONDS,
                command_timeout=_CONNECT_SECONDS,
                server_settings={"application_name": "bureau-told"},
            )
            await self._connection.add_listener(self._channel, self._on_notice)
        return self._connection

    def _on_notice(self, connection: Any, sender: int, channel: str, payload: object) -> None:
        if sender != connection.get_server_pid():
            self._hear(str(payload))
