"""What the tests of vocational education happen in."""

import pytest

from bureau.graph.context import Services
from tests.support import trades
from tests.support.world import World


@pytest.fixture(scope="module")
async def city(services: Services, small_world: tuple[str, World]) -> World:
    """The small world, with a vocational school besides."""
    return await trades.add(services, small_world[1])
