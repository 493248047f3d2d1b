"""The database, opened: Tortoise for changes, connections of their own for queries."""

import sys
from collections.abc import Awaitable, Callable, Iterable
from contextvars import Token
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from tortoise import Tortoise
from tortoise.connection import ConnectionToken
from tortoise.context import TortoiseContext, _current_context

from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.clock import Clock, SystemClock
from bureau.settings import DatabaseAddress, Settings
from bureau.storage.disclosure import Unpaid
from bureau.storage.feed import Feed
from bureau.storage.reach import reaching
from bureau.storage.readers import Readers, open_readers
from bureau.storage.record import APP, Record
from bureau.storage.sql import DialectName
from bureau.storage.transaction import Transaction, transact

T = TypeVar("T")
ALIAS = "default"


class Database:
    """One open database; made by `open_database`, given back by `close`."""

    def __init__(
        self,
        settings: Settings,
        context: TortoiseContext,
        writer: Any,
        readers: Readers,
        answering: Readers,
        clock: Clock,
    ) -> None:
        self.settings = settings
        self.context = context
        self.writer = writer
        """Tortoise's client, whose connections write."""
        self.readers = readers
        """What the product itself asks, as the role that writes."""
        self.answering = answering
        """What the API's queries are answered by, as a role that sees no secrets where there is one."""
        self.clock = clock
        self.feed = Feed(self)

    @property
    def dialect(self) -> DialectName:
        return self.settings.database.dialect

    def enter(self, client: Any) -> tuple[Token[Any], ConnectionToken]:
        """Let Tortoise's queries of this task run on `client`."""
        # Not `with context`: a TortoiseContext keeps one token for all tasks that enter it at a time.
        return _current_context.set(self.context), self.context.connections.set(ALIAS, client)

    def leave(self, entered: tuple[Token[Any], ConnectionToken]) -> None:
        """Undo `enter`."""
        current, connection = entered
        self.context.connections.reset(connection)
        _current_context.reset(current)

    async def transaction(
        self,
        work: Callable[[Transaction], Awaitable[T]],
        *,
        actor: Actor = SYSTEM,
        request_id: str = "",
    ) -> T:
        """Run `work` in one transaction; see `transact`. What it tells is paid for, see `Unpaid`."""
        run = partial(transact, self, actor=actor, clock=self.clock, request_id=request_id)
        while True:
            try:
                return await run(work)
            except Unpaid as unpaid:
                if not await run(unpaid.pay):
                    raise unpaid.refusal() from None

    async def close(self) -> None:
        await self.feed.close()
        await self.readers.close()
        if self.answering is not self.readers:
            await self.answering.close()
        await self.writer.close()


async def open_database(settings: Settings, records: Iterable[type[Record]], clock: Clock | None = None) -> Database:
    """Open the database that `settings` names for these record classes; its tables must be there already.

    Raises Unavailable.
    """
    context = TortoiseContext()
    with context:
        await Tortoise.init(config=_config(settings, records))
        client: Any = context.connections.get(ALIAS)
        with reaching():
            await client.create_connection(with_db=True)
    readers = await open_readers(settings)
    is_split = settings.reading_database.user != settings.database.user
    answering = await open_readers(settings, settings.reading_database) if is_split else readers
    return Database(settings, context, client, readers, answering, clock or SystemClock())


def _config(settings: Settings, records: Iterable[type[Record]]) -> dict[str, Any]:
    models = ModuleType("bureau_records")
    models.__models__ = list(records)  # type: ignore[attr-defined]
    sys.modules[models.__name__] = models  # Tortoise takes modules by name alone
    return {
        "connections": {ALIAS: _connection(settings.database, settings.write_connections)},
        "apps": {APP: {"models": [models.__name__], "default_connection": ALIAS}},
        "use_tz": True,
        "timezone": "UTC",
    }


def _connection(address: DatabaseAddress, size: int) -> dict[str, Any]:
    if address.dialect == "postgres":
        return {
            "engine": "tortoise.backends.asyncpg",
            "credentials": {
                **address.arguments,
                "minsize": 1,
                "maxsize": size,
                "server_settings": {"application_name": "bureau-write", "timezone": "UTC", "jit": "off"},
            },
        }
    Path(address.path).parent.mkdir(parents=True, exist_ok=True)
    return {
        "engine": "tortoise.backends.sqlite",
        "credentials": {
            "file_path": address.path,
            "journal_mode": "WAL",
            "synchronous": "FULL",  # NORMAL may lose a commit that was acknowledged
            "busy_timeout": 5000,
            "foreign_keys": "ON",
            "cache_size": -65536,
            "temp_store": "MEMORY",
        },
    }
