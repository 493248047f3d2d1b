"""What tests of the engine share: the zoo, made once for all of them."""

from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from bureau.catalogue import Catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.machinery.reference import load_reference
from bureau.main import opened
from bureau.storage.difference import write_migration
from bureau.storage.migrate import migrate
from tests.engine.reference.executor import Reference, read_rows
from tests.engine.test_reference import Zoo
from tests.support import databases, world
from tests.support.api import Api
from tests.support.people import REGISTRAR
from tests.support.specimen import with_specimens
from tests.support.zoo import populate


@pytest.fixture(scope="session")
async def zoo(server: databases.Server, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Zoo]:
    parts: Catalogue = with_specimens()
    folder: Path = tmp_path_factory.mktemp("migrations")
    write_migration("all", parts.tables, folder)
    async with databases.database(server) as name:
        settings = server.settings(name, max_cost=10**15, max_aliases=10**6)  # limits are another test's question
        await migrate(settings.database, folder)
        async with opened(settings, parts, FixedClock(world.NOW)) as services:
            await load_reference(services.store, settings)
            schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions)
            api = Api(services, schema, Gateway(schema, settings), REGISTRAR)
            city = await world.build(services)
            await populate(api, city, Random(11))
            rows = await read_rows(services.store.database.readers, parts)
            numbers = tuple(world.number_of(born, sex) for _, _, born, sex in world.STUDENTS.values())
            yield Zoo(api, rows, Reference(parts, rows), city, Kinds(parts.kinds, parts.tables), numbers)
