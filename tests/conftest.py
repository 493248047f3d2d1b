"""What every test may ask for."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from graphql import GraphQLSchema
from hypothesis import HealthCheck, settings

from bureau import main
from bureau.access import passwords
from bureau.catalogue import Catalogue, catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.console import FILE, ConsoleDocuments, console_documents
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.machinery.reference import load_reference
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.migrate import migrate
from bureau.storage.roles import grant
from tests.support import databases, world
from tests.support.api import Api
from tests.support.live import Live, listening, populated
from tests.support.people import REGISTRAR
from tests.support.specimen import bureau_with_specimens

settings.register_profile("quick", max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("soak", max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


ONCE = {
    "sqlite": {
        "test_allowance",
        "test_attachments",
        "test_challenges",
        "test_changing",
        "test_charging",
        "test_console_documents",
        "test_custody",
        "test_deferrals",
        "test_document_files",
        "test_doors",
        "test_downloads",
        "test_enrolment_area",
        "test_entrance",
        "test_explain",
        "test_extensions",
        "test_foreign_pages",
        "test_graphql_over_http",
        "test_histories",
        "test_hostile_input",
        "test_journey",
        "test_killed_deliveries",
        "test_leave",
        "test_licences",
        "test_lying_provider",
        "test_mails",
        "test_majors",
        "test_marking",
        "test_narrowed_tokens",
        "test_narrowing",
        "test_new_procedure",
        "test_openings",
        "test_pages",
        "test_papers",
        "test_passkeys",
        "test_passwords",
        "test_placing",
        "test_provider",
        "test_provider_factors",
        "test_provider_sign_in",
        "test_queries",
        "test_recusal",
        "test_registry",
        "test_relying_party",
        "test_response_headers",
        "test_sanctions",
        "test_saved_views",
        "test_schemathesis",
        "test_scoring",
        "test_second_factor",
        "test_secrets_in_logs",
        "test_sessions",
        "test_setting_up",
        "test_shares",
        "test_sign_in",
        "test_snippets",
        "test_states",
        "test_stored_documents",
        "test_tokens",
        "test_upload_clients",
        "test_uploads",
        "test_walks",
        "test_working_unit",
    },
    "postgres": {
        "test_allowed_actions",
        "test_checking",
        "test_counts",
        "test_data_subjects",
        "test_demo",
        "test_devices",
        "test_disclosure",
        "test_duplicates",
        "test_edfi",
        "test_entry_rates",
        "test_founding",
        "test_inspection",
        "test_inspections",
        "test_journal_blocks",
        "test_journeys",
        "test_killed",
        "test_killed_decisions",
        "test_killed_workers",
        "test_ledger",
        "test_likeness",
        "test_merge",
        "test_merger",
        "test_million",
        "test_nias2",
        "test_official_documents",
        "test_oneroster",
        "test_outcomes",
        "test_profiles",
        "test_receiving",
        "test_results",
        "test_school_changes",
        "test_scratch",
        "test_status",
        "test_steps",
        "test_subscriptions",
        "test_termination",
        "test_training",
        "test_upkeep",
        "test_webhooks",
        "test_zones",
    },
}
"""Long ones that ask no more of a database than others do: a change waits for them on one, `make soak` on both."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs on each database, and what runs in a browser; all else is the same on both."""
    for item in items:
        if isinstance(item, pytest.Function) and "server" in item.fixturenames:
            item.add_marker("database")
            if any(item.path.stem in long for dialect, long in ONCE.items() if dialect != databases.DIALECT):
                item.add_marker("soak")
        elif item.path.parent.name == "browser":
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[None]:
    """Passwords are hashed by the same algorithm at a fraction of the cost: thousands of sign-ins are not what is tested."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=256, parallelism=1))
        yield


@pytest.fixture(scope="session", autouse=True)
def pages_judged_once() -> Iterator[None]:
    """The documents of one build of the pages are validated once, not at the start of every server."""
    judged: dict[tuple[object, ...], ConsoleDocuments] = {}

    def known(schema: GraphQLSchema, settings: Settings, site: Path) -> ConsoleDocuments:
        build = site / FILE
        text = build.read_text("utf-8") if build.exists() else ""
        key = (text, len(schema.type_map), settings.max_tokens, settings.max_depth, settings.max_aliases)
        if key not in judged:
            judged[key] = console_documents(schema, settings, site)
        return judged[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main, "console_documents", known)
        yield


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[databases.Server]:
    with databases.server(tmp_path_factory.mktemp("bureau")) as found:
        yield found


@pytest.fixture(scope="session")
def parts() -> Catalogue:
    return catalogue()


@pytest.fixture(scope="session")
async def template(server: databases.Server, parts: Catalogue) -> AsyncIterator[str]:
    """A migrated database with its reference data, to be copied."""
    async with databases.database(server) as name:
        settings = server.settings(name)
        await migrate(settings.owned_database)
        await grant(settings, parts.tables.values())
        async with opened(settings, parts) as services:
            await load_reference(services.store, settings)
        yield name


@pytest.fixture(scope="session")
async def small_world(
    server: databases.Server, template: str, parts: Catalogue
) -> AsyncIterator[tuple[str, world.World]]:
    """A database with the small world in it, to be copied."""
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, FixedClock(world.NOW)) as services:
            built = await world.build(services)
        yield name, built


@pytest.fixture(scope="session")
async def small_world_with_accounts(
    server: databases.Server, template: str, parts: Catalogue
) -> AsyncIterator[tuple[str, world.World]]:
    """A database with the small world and accounts to sign in with, to be copied."""
    async with databases.database(server, template) as name:
        yield name, await populated(server.settings(name), parts)


@pytest.fixture(scope="module")
async def clock() -> FixedClock:
    return FixedClock(world.NOW)


@pytest.fixture(scope="module")
async def services(
    request: pytest.FixtureRequest, server: databases.Server, template: str, parts: Catalogue, clock: FixedClock
) -> AsyncIterator[Services]:
    """A bureau of the module's own, with the small world in it where any of the module's tests asks for that."""
    if any("city" in item.fixturenames for item in request.session.items if item.path == request.path):
        template, _ = request.getfixturevalue("small_world")
    async with databases.database(server, template) as name, opened(server.settings(name), parts, clock) as found:
        yield found


@pytest.fixture(scope="session")
def schema(parts: Catalogue) -> BureauSchema:
    return BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions, parts.questions)


@pytest.fixture(scope="module")
async def nobody(services: Services, schema: BureauSchema, server: databases.Server) -> Api:
    """The API for those who did not sign in."""
    return Api(services, schema, Gateway(schema, server.settings("unused")))


@pytest.fixture(scope="module")
async def api(nobody: Api) -> Api:
    """The API for the city's registrar."""
    return nobody.as_(REGISTRAR)


@pytest.fixture(scope="module")
def city(services: Services, small_world: tuple[str, world.World]) -> world.World:
    """Two counties with schools, pupils and all that tests look for."""
    return small_world[1]


@pytest.fixture(scope="module")
async def ready(
    server: databases.Server, small_world_with_accounts: tuple[str, world.World]
) -> AsyncIterator[tuple[str, world.World]]:
    """A database of the module's own with the small world in it and accounts to sign in with."""
    template, built = small_world_with_accounts
    async with databases.database(server, template) as name:
        yield name, built


@pytest.fixture(scope="module")
def live(ready: tuple[str, world.World], server: databases.Server) -> Iterator[Live]:
    """A bureau that listens on a port."""
    name, city = ready
    with listening(server.settings(name)) as url:
        yield Live(url, server.settings(name), city)


@pytest.fixture(scope="module")
async def specimens(server: databases.Server, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Api]:
    """The API of a bureau that also has specimens, for the city's registrar."""
    async with bureau_with_specimens(server, tmp_path_factory.mktemp("migrations")) as api:
        yield api
