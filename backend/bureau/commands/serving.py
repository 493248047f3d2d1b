"""Serving, and what must be so before: migrations, documents, no demo accounts."""

import asyncio
import logging.config
import signal
from typing import Any

import uvicorn

from bureau.access.documents import shipped
from bureau.catalogue import catalogue
from bureau.commands.doctor.accounts import demo_accounts
from bureau.commands.doctor.finding import Patient
from bureau.commands.said import Say
from bureau.graph.stored import check_shipped, outdated
from bureau.http.logs import LIBRARIES, configure_logs
from bureau.kernel.errors import CommandError
from bureau.machinery.reference import load_reference
from bureau.main import at_work, opened
from bureau.settings import Settings
from bureau.storage.migrate import migrate, pending
from bureau.storage.roles import grant

GRACE_SECONDS = 15
"""How long a server that is told to stop waits for clients that do not take what they asked for."""


async def migrate_all(settings: Settings) -> list[str]:
    """Apply migrations, give roles their privileges, then reference data; returns the names of the migrations."""
    applied = await migrate(settings.owned_database)
    await grant(settings, catalogue().tables.values())
    async with opened(settings) as services:
        await load_reference(services.store, settings)
    return applied


def serve_all(settings: Settings, say: Say) -> None:
    """Serve until told to stop; raises CommandError for settings and documents that make no safe service."""
    if settings.workers > 1 and settings.database.dialect == "sqlite":
        raise CommandError("SQLite is served by one process; use PostgreSQL for more (BUREAU_DATABASE_URL).")
    for document in asyncio.run(_ready_to_serve(settings)):
        say(f"A stored document is outdated, and is not executed until it is stored anew: {document}")
    uvicorn.run(
        "bureau.main:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        loop="uvloop",
        reset_contextvars=True,
        log_config=LIBRARIES,
        **wire(settings),
    )


async def work_all(settings: Settings, say: Say) -> None:
    """Do background jobs until told to stop; raises CommandError where the database lacks migrations."""
    if missing := await pending(settings.database):
        raise CommandError(f"The database lacks {len(missing)} migrations; run `bureau migrate` first.")
    parts, told = catalogue(), asyncio.Event()
    configure_logs()
    logging.config.dictConfig(LIBRARIES)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with opened(settings, parts) as services, at_work(services, parts):
        say("Doing background jobs. 正在执行后台任务。")
        await told.wait()


def wire(settings: Settings) -> dict[str, Any]:
    """How the server speaks HTTP and websockets."""
    return {
        "http": "httptools",
        "access_log": False,  # addresses hold what was searched for
        "server_header": False,
        "forwarded_allow_ips": settings.trusted_proxies,
        "ws": "websockets-sansio",
        "ws_max_size": settings.max_body_bytes,
        "ws_per_message_deflate": False,  # an event would be compressed once for each socket
        "timeout_graceful_shutdown": GRACE_SECONDS,
    }


async def _ready_to_serve(settings: Settings) -> list[str]:
    """Raise CommandError for what must not be served; the stored documents that cannot be executed any more."""
    if missing := await pending(settings.database):
        raise CommandError(f"The database lacks {len(missing)} migrations; run `bureau migrate` first.")
    async with opened(settings) as services:
        schema = services.schema().graphql
        check_shipped(schema, settings, shipped().values())
        documents = outdated(schema, settings, await services.documents.all())
        database = services.store.database
        unsafe = await demo_accounts(Patient(settings, database.readers, database.clock.now()))
    if unsafe:
        raise CommandError(" ".join(unsafe.what))
    return documents
