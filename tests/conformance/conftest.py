"""What every kind is looked at in: a world that has records of all."""

import pytest

from bureau.graph.context import Services
from tests.support import trades
from tests.support.world import World


@pytest.fixture(scope="module")
async def city(services: Services, small_world: tuple[str, World]) -> World:
    """The small world, with a vocational school besides."""
    return await trades.add(services, small_world[1])
