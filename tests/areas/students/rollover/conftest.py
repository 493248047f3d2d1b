"""The county of these tests, one for each module."""

from collections.abc import AsyncIterator

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.main import opened
from tests.areas.students.rollover.county import CASES, County, answering, county
from tests.support import databases
from tests.support.api import Api


@pytest.fixture(scope="module")
async def north(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema, clock: FixedClock
) -> AsyncIterator[County]:
    CASES.clear()  # of another module's pupils, who had the same ids
    own = answering(parts)
    async with databases.database(server, template) as name, opened(server.settings(name), own, clock) as services:
        yield await county(Api(services, schema, Gateway(schema, server.settings("unused"))), own)
