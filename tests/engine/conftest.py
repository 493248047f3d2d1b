"""What tests of the engine share: the zoo, made once for all of them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from random import Random

import pytest

from tests.engine.reference.executor import Reference, read_rows
from tests.engine.test_reference import Zoo
from tests.support import databases, world
from tests.support.specimen import bureau_with_specimens, with_specimens
from tests.support.zoo import change, populate


@pytest.fixture(scope="session")
async def zoo(server: databases.Server, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Zoo]:
    """The small world and the specimens, and the reference that knows them; limits are another test's question."""
    limits = {"max_cost": 10**15, "max_aliases": 10**6}
    async with bureau_with_specimens(server, tmp_path_factory.mktemp("migrations"), **limits) as api:
        city = await world.build(api.services)
        await populate(api, city, Random(11))
        parts = with_specimens()
        readers = api.services.store.database.readers
        past = {}
        for seed in range(3):
            past[datetime.now(UTC)] = await read_rows(readers, parts)
            await change(api, city, Random(seed))
        rows = await read_rows(readers, parts)
        numbers = tuple(world.number_of(born, sex) for _, _, born, sex in world.STUDENTS.values())
        reference = Reference(parts, rows, past)
        yield Zoo(api, rows, reference, city, api.services.engine.kinds, tuple(past), numbers)
