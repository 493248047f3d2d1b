"""What the tests of the establishment happen in: a county of schools, and the small world with a vocational school."""

from collections.abc import AsyncIterator

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.main import opened
from tests.areas.establishment.town import Town, town
from tests.support import databases, trades
from tests.support.api import Api
from tests.support.world import World


@pytest.fixture(scope="module")
async def city(services: Services, small_world: tuple[str, World]) -> World:
    """The small world, with a vocational school besides."""
    return await trades.add(services, small_world[1])


@pytest.fixture(scope="module")
async def town_(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema, clock: FixedClock
) -> AsyncIterator[Town]:
    async with databases.database(server, template) as name, opened(server.settings(name), parts, clock) as services:
        yield await town(Api(services, schema, Gateway(schema, server.settings("unused"))), parts, clock)
