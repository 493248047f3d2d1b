"""Wiring: from settings to a running application."""

import contextlib
from collections.abc import AsyncIterator
from functools import cache, partial
from pathlib import Path

import structlog
from starlette.applications import Starlette
from starlette.routing import request_response

from bureau.access.allowance import Allowances
from bureau.access.document import FACT
from bureau.access.documents import KnownDocuments
from bureau.access.doors import Doors
from bureau.access.permissions import judge_of_targets
from bureau.access.provider.sign_in import ProviderDoor
from bureau.access.role import TARGET
from bureau.access.sharing import SharedAllowances
from bureau.catalogue import Catalogue, catalogue
from bureau.engine.kinds import Kinds
from bureau.engine.run import Engine
from bureau.graph.audience import Audience
from bureau.graph.console import console_documents
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.glossary.glossary import Glossary
from bureau.graph.queries import Queries
from bureau.graph.replay import shown
from bureau.graph.schema import BureauSchema
from bureau.graph.stored import judge
from bureau.http.app import compressed, web_application
from bureau.http.files import FilesEndpoint
from bureau.http.graphql import GraphqlEndpoint
from bureau.http.health import Ready
from bureau.http.logs import configure_logs
from bureau.http.oidc import OidcEndpoint
from bureau.http.pages import SITE
from bureau.http.queries import QueryEndpoint
from bureau.http.sockets import SocketEndpoint
from bureau.http.tags import tagged
from bureau.http.unsubscribing import UnsubscribeEndpoint
from bureau.kernel.clock import Clock
from bureau.machinery.delivery.deliverer import Deliverer
from bureau.machinery.files.files import Files
from bureau.machinery.jobs.worker import Worker
from bureau.settings import Settings
from bureau.storage.database import Database, open_database
from bureau.storage.reads import ReadLog
from bureau.storage.recurring import Recurring
from bureau.storage.sealer import EVERY_SECONDS, Sealer
from bureau.storage.store import Store

log = structlog.get_logger()


def services_of(parts: Catalogue, database: Database, settings: Settings) -> Services:
    """The services over one open database."""
    kinds = Kinds(parts.kinds, parts.tables)
    schema = cache(lambda: BureauSchema(kinds, parts.actions, parts.questions))
    facts = {
        FACT: judge(lambda: schema().graphql, settings),
        TARGET: judge_of_targets(parts.kinds, (*parts.actions, *parts.questions)),
    }
    store = Store(database, parts.kinds, parts.tables, settings, facts, parts.reactions, parts.answers, parts.verbs)
    doors = Doors(database)
    return Services(
        parts.kinds,
        parts.actions,
        store,
        Engine.over(kinds, database),
        doors,
        KnownDocuments(database.readers),
        schema,
        ReadLog(database),
        Files.of(store, settings),
        Allowances(settings),
        ProviderDoor(store, doors) if settings.oidc_issuer else None,
        Glossary(kinds, parts.actions, parts.areas, settings.profile),
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
    settings = services.store.database.settings
    return Worker(services.store, settings, services.files, partial(shown, services), parts.tasks)


@contextlib.asynccontextmanager
async def at_work(services: Services, parts: Catalogue) -> AsyncIterator[None]:
    """Jobs are done, and mails and webhooks delivered, for as long as the context lasts."""
    async with worker_of(services, parts), Deliverer(services.store, services.engine):
        yield


def _jobs(services: Services, parts: Catalogue) -> contextlib.AbstractAsyncContextManager[None]:
    return at_work(services, parts) if services.store.database.settings.jobs else contextlib.nullcontext()


def _take_in_console(services: Services, settings: Settings, site: Path) -> None:
    """Know the documents that the console's pages ask by; those that are outdated are logged and left out."""
    documents = console_documents(services.schema().graphql, settings, site)
    services.documents.take_in(documents.known)
    for said in documents.outdated:
        log.warning("console_document_outdated", document=said)


def application(settings: Settings | None = None, parts: Catalogue | None = None, site: Path = SITE) -> Starlette:
    """The web application of a bureau; `site` is where the front end's build lies."""
    settings = settings or Settings()
    parts = parts or catalogue()
    configure_logs()

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with (
            opened(settings, parts) as services,
            _sealing(services.store.database),
            services.doors.recurring,
            services.files.upkeep.recurring,
            SharedAllowances(services.store.database, services.allowances),
            _jobs(services, parts),
        ):
            schema = services.schema()
            _take_in_console(services, settings, site)
            app.state.services = services
            app.state.gateway = Gateway(schema, settings)
            app.state.graphql = compressed(GraphqlEndpoint(app.state.gateway, services, settings))
            queries = Queries(schema.graphql, settings, services.documents)
            app.state.queries = tagged(compressed(QueryEndpoint(app.state.gateway, services, queries)))
            audience = Audience(services, max(1, settings.read_connections // 2))
            app.state.sockets = SocketEndpoint(app.state.gateway, audience, services, settings)
            app.state.oidc = OidcEndpoint(services)
            app.state.files = FilesEndpoint(services, app.state.gateway)
            app.state.unsubscribing = UnsubscribeEndpoint(services)
            app.state.ready = request_response(Ready(services.store.database.readers).check)
            yield
            await audience.close()

    return web_application(lifespan, settings, site)
