"""A commit whose workers are killed leaves nothing of it, or all."""

import asyncio
from collections.abc import AsyncIterator
from random import Random

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.main import opened
from tests.areas.students.rollover.county import County, county
from tests.machinery.test_killed_workers import PATIENCE, process
from tests.support import databases
from tests.support.api import Api
from tests.support.jobs import states

PUPILS = 400


@pytest.fixture
async def own(server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema) -> AsyncIterator[County]:
    """A county whose clock goes, since leases must end, with one school."""
    async with databases.database(server, template) as name, opened(server.settings(name), parts) as services:
        yield await county(Api(services, schema, Gateway(schema, server.settings("unused"))), parts)


@pytest.mark.soak
async def test_a_commit_whose_workers_are_killed_leaves_nothing_or_all(own: County) -> None:
    await own.school("北城小学", "211")
    await own.class_("P3", "北城小学", "P3")
    await own.crowd("北城小学", "P3", "P3", PUPILS)
    run = await own.of_school("北城小学")
    asked = await own.api.write("commitRollOver", "rollOver { job { id } }", id=run["id"], confirmation="北城小学")
    job = int(asked["rollOver"]["job"]["id"].partition(":")[2])
    fetch, dice = own.services.store.database.readers.fetch, Random(1)

    async def grades() -> dict[str, int]:
        return {row[0]: row[1] for row in await fetch("SELECT grade, count(*) FROM student GROUP BY grade")}

    for _ in range(4):
        async with process(own.services):
            await asyncio.sleep(dice.uniform(0.2, 1.2))
        assert await grades() in ({"P3": PUPILS}, {"P4": PUPILS})
    async with process(own.services), asyncio.timeout(PATIENCE):
        while (await states(own.services, [job]))[0] in ("QUEUED", "RUNNING"):  # noqa: ASYNC110 (another process ends it)
            await asyncio.sleep(0.1)
    assert await states(own.services, [job]) == ["SUCCEEDED"]
    assert await grades() == {"P4": PUPILS}
    sql = "SELECT count(*) FROM journal WHERE verb = 'commit_roll_over' AND kind = 'student'"
    assert (await fetch(sql))[0][0] == PUPILS, "each was moved once"
    assert (await own.run(run["id"]))["state"] == "COMMITTED"
