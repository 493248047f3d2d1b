"""Wiring: from settings to a running application."""

import contextlib
from collections.abc import AsyncIterator
from functools import cache

from starlette.applications import Starlette
from starlette.routing import request_response

from bureau.access.document import FACT
from bureau.access.documents import KnownDocuments
from bureau.access.doors import Doors
from bureau.catalogue import Catalogue, catalogue
from bureau.engine.kinds import Kinds
from bureau.engine.run import Engine
from bureau.graph.audience import Audience
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.queries import Queries
from bureau.graph.schema import BureauSchema
from bureau.graph.stored import judge
from bureau.http.app import compressed, web_application
from bureau.http.files import FilesEndpoint
from bureau.http.graphql import GraphqlEndpoint
from bureau.http.health import Ready
from bureau.http.logs import configure_logs
from bureau.http.queries import QueryEndpoint
from bureau.http.sockets import SocketEndpoint
from bureau.http.tags import tagged
from bureau.kernel.clock import Clock
from bureau.machinery.files.files import Files
from bureau.machinery.jobs.worker import Worker
from bureau.settings import Settings
from bureau.storage.database import Database, open_database
from bureau.storage.moments import Moments
from bureau.storage.reads import ReadLog
from bureau.storage.recurring import Recurring
from bureau.storage.sealer import EVERY_SECONDS, Sealer
from bureau.storage.store import Store


def services_of(parts: Catalogue, database: Database, settings: Settings) -> Services:
    """The services over one open database."""
    kinds = Kinds(parts.kinds, parts.tables)
    schema = cache(lambda: BureauSchema(kinds, parts.actions))
    facts = {FACT: judge(lambda: schema().graphql, settings)}
    store = Store(database, parts.kinds, parts.tables, settings, facts, parts.reactions)
    return Services(
        parts.kinds,
        parts.actions,
        store,
        Engine(kinds, database.readers, Moments(database), database.dialect, settings.max_cost),
        Doors(database, settings.session_hours),
        KnownDocuments(database.readers),
        schema,
        ReadLog(database),
        Files.of(store, settings),
    )


@contextlib.asynccontextmanager
async def opened(
    settings: Settings, parts: Catalogue | None = None, clock: Clock | None = None
) -> AsyncIterator[Services]:
    """The services of a bureau, for as long as the context lasts; the database must be migrated.

    Reads of persons are logged meanwhile, and the last of them when it ends.
    """
    parts = parts or catalogue()
    database = await open_database(settings, parts.records, clock)
    try:
        services = services_of(parts, database, settings)
        async with services.read_log:
            yield services
    finally:
        await database.close()


def _sealing(database: Database) -> Recurring:
    """The journal's sealer, for as long as the context lasts."""
    return Recurring("journal_sealing", Sealer(database, database.settings).turn, EVERY_SECONDS)


def worker_of(services: Services, parts: Catalogue) -> Worker:
    """What does the jobs of an open bureau."""
    return Worker(services.store, services.store.database.settings, services.files, parts.tasks)


def _jobs(services: Services, parts: Catalogue) -> contextlib.AbstractAsyncContextManager[object]:
    return worker_of(services, parts) if services.store.database.settings.jobs else contextlib.nullcontext()


def application(settings: Settings | None = None, parts: Catalogue | None = None) -> Starlette:
    """The web application of a bureau."""
    settings = settings or Settings()
    parts = parts or catalogue()
    configure_logs()

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with (
            opened(settings, parts) as services,
            _sealing(services.store.database),
            services.files.upkeep.recurring,
            _jobs(services, parts),
        ):
            schema = services.schema()
            app.state.services = services
            app.state.gateway = Gateway(schema, settings)
            app.state.graphql = compressed(GraphqlEndpoint(app.state.gateway, services, settings))
            queries = Queries(schema.graphql, settings, services.documents)
            app.state.queries = tagged(compressed(QueryEndpoint(app.state.gateway, services, queries)))
            audience = Audience(services, max(1, settings.read_connections // 2))
            app.state.sockets = SocketEndpoint(app.state.gateway, audience, services, settings)
            app.state.files = FilesEndpoint(services)
            app.state.ready = request_response(Ready(services.store.database.readers).check)
            yield
            await audience.close()

    return web_application(lifespan)
