"""A bureau with somebody who hands in files, on either store of bytes, under a clock that stands still."""

from collections.abc import AsyncIterator, Iterator

import pytest

from bureau.access.account import Account
from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support import databases, files, world
from tests.support.databases import Server


@pytest.fixture(scope="module", params=files.STORES)
def store_url(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "local":
        yield ""
    else:
        with files.bucket() as url:
            yield url


@pytest.fixture(scope="module")
async def settings(server: Server, template: str, store_url: str) -> AsyncIterator[Settings]:
    async with databases.database(server, template) as name:
        yield server.settings(name, files_url=store_url)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(world.NOW)


@pytest.fixture
async def services(settings: Settings, parts: Catalogue, clock: FixedClock) -> AsyncIterator[Services]:
    async with opened(settings, parts, clock) as found:
        yield found


@pytest.fixture
async def owner(services: Services) -> Actor:
    """Somebody with an account."""
    return await somebody(services, "owner")


@pytest.fixture
async def other(services: Services) -> Actor:
    """Somebody else."""
    return await somebody(services, "other")


async def somebody(services: Services, username: str) -> Actor:
    store = services.store

    async def work(tx: Transaction) -> Actor:
        known = await Account.filter(username=username).first()
        values = {"username": username, "display_name": username, "password": None, "is_demo": False}
        account = known or await store.create(tx, store.kind_of(Account), values)
        return Actor(account.id, username)

    return await store.database.transaction(work)
