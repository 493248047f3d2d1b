"""Workers killed at any moment, again and again: what they were at is done once, as if nobody had been killed."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from random import Random
from typing import Any

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import Actor
from bureau.kernel.rules import Level
from bureau.main import opened
from tests.machinery.test_import_runs import HEADER, RUN, Sender, counts, school, table
from tests.support import databases, world
from tests.support.api import Api
from tests.support.jobs import account, asked, counted, counting, finish, known, states, worker

STEPS = 400
ROWS_A_KILL = 600
"""About as many as a worker imports before it is killed."""
PATIENCE = 300


@contextlib.asynccontextmanager
async def bureau(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[tuple[Services, Actor]]:
    """A bureau whose clock goes, since leases must end, and its registrar."""
    async with databases.database(server, template) as name, opened(server.settings(name), parts) as services:
        city = await world.build(services)
        await known(services, counting)
        yield services, await account(services, "clerk", city.bureau, Level.CITY, "registrar")


@pytest.fixture
async def own(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[tuple[Services, Actor]]:
    async with bureau(server, template, parts) as found:
        yield found


@contextlib.asynccontextmanager
async def process(services: Services) -> AsyncIterator[None]:
    """A worker at work; killed at the end."""
    settings = services.store.database.settings
    at = (settings.database_url, str(settings.data_dir))
    found = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.support.killed", *at, stdout=-1)
    try:
        assert found.stdout
        async with asyncio.timeout(PATIENCE):
            assert await found.stdout.readline() == b"at work\n"
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            found.send_signal(signal.SIGKILL)
        await found.wait()


async def storm(services: Services, job: int, kills: int, dice: Random) -> None:
    """Let a job be done by workers that are killed, and in the end by two that are not."""
    for _ in range(kills):
        async with process(services):
            await asyncio.sleep(dice.uniform(0, 1.5))
    async with process(services), process(services), asyncio.timeout(PATIENCE):
        while (await states(services, [job]))[0] in ("QUEUED", "RUNNING"):  # noqa: ASYNC110 (another process ends it)
            await asyncio.sleep(0.1)
    assert await states(services, [job]) == ["SUCCEEDED"]


async def count_in_a_storm(own: tuple[Services, Actor], kills: int, seed: int) -> None:
    services, clerk = own
    number = await asked(services, clerk, counting, total=STEPS)
    await storm(services, number, kills, Random(seed))
    assert await counted(services, number) == [1] * STEPS


def rows(count: int, dice: Random) -> bytes:
    """Schools, of which some are named wrongly, and some are there already."""
    lines = [HEADER]
    for number in range(count):
        line = school(20_000 + number, division=dice.choice(("510104", "510105")))
        line[2] = "2l1" if number % 97 == 5 else line[2]
        lines.append(line)
    return table(*lines)


async def outcome(services: Services) -> dict[str, Any]:
    """All that an import leaves behind, but for ids and positions."""
    asked = {
        "units": "SELECT code, name, name_sort, search, type, void_reason, version FROM unit ORDER BY code",
        "journal": "SELECT verb, kind, changes FROM journal WHERE kind IN ('school', 'unit') ORDER BY verb, kind, changes",
        "past": "SELECT count(*) FROM unit_history",
        "findings": "SELECT line, sort, column_name, given, code, count(*) FROM import_finding GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 3",
    }
    fetch = services.store.database.readers.fetch
    return {name: [tuple(row) for row in await fetch(sql)] for name, sql in asked.items()}


async def import_in_a_storm(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema, kills: int, seed: int
) -> None:
    found, count = [], kills * ROWS_A_KILL
    for times in (0, kills):
        async with bureau(server, template, parts) as (services, clerk):
            sender = Sender(Api(services, schema, Gateway(schema, server.settings("unused"))).as_(clerk), parts)
            run = (await sender.ask(rows(count, Random(seed))))["importRun"]
            if times:
                await storm(services, int(run["job"]["id"].partition(":")[2]), times, Random(seed))
            else:
                await finish(worker(services, *parts.tasks))
            told = (await sender.api.ask(RUN, id=run["id"])).data["importRun"]
            found.append((counts(told), await outcome(services)))
    assert found[0] == found[1]
    assert found[0][0]["rejected"] == len(range(5, count, 97))


@pytest.mark.soak
async def test_what_a_killed_worker_counted_is_counted_once(own: tuple[Services, Actor]) -> None:
    await count_in_a_storm(own, 3, 1)


async def test_an_import_whose_workers_are_killed_ends_as_any_other(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema
) -> None:
    await import_in_a_storm(server, template, parts, schema, 3, 1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
async def test_what_workers_killed_ten_times_counted_is_counted_once(own: tuple[Services, Actor], seed: int) -> None:
    await count_in_a_storm(own, 10, seed)


@pytest.mark.soak
async def test_an_import_whose_workers_are_killed_fifty_times_ends_as_any_other(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema
) -> None:
    await import_in_a_storm(server, template, parts, schema, 50, 2)
