"""A worker killed at any moment, again and again: each step of its job is done once in the end."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from random import Random

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.rules import Level
from bureau.main import opened
from tests.support import databases, world
from tests.support.jobs import account, asked, counted, counting, known, states

STEPS = 400
PATIENCE = 120


@pytest.fixture
async def own(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[Services]:
    """A bureau whose clock goes, since leases must end."""
    async with databases.database(server, template) as name, opened(server.settings(name), parts) as services:
        await world.build(services)
        await known(services, counting)
        yield services


@contextlib.asynccontextmanager
async def process(url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A worker at work; killed at the end, if it was not before."""
    found = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.support.killed", url, stdout=-1)
    try:
        assert found.stdout
        async with asyncio.timeout(PATIENCE):
            assert await found.stdout.readline() == b"at work\n"
        yield found
    finally:
        with contextlib.suppress(ProcessLookupError):
            found.send_signal(signal.SIGKILL)
        await found.wait()


async def ended(services: Services, number: int) -> None:
    while await states(services, [number]) != ["SUCCEEDED"]:  # noqa: ASYNC110 (another process ends it)
        await asyncio.sleep(0.1)


async def storm(services: Services, url: str, kills: int, dice: Random) -> None:
    clerk = await account(services, "clerk", 1, Level.CITY, "registrar")
    number = await asked(services, clerk, counting, total=STEPS)
    for _ in range(kills):
        async with process(url):
            await asyncio.sleep(dice.uniform(0, 0.5))
    async with process(url), process(url), asyncio.timeout(PATIENCE):
        await ended(services, number)
    assert await counted(services, number) == [1] * STEPS


async def test_what_a_killed_worker_did_is_done_once(own: Services) -> None:
    await storm(own, own.store.database.settings.database_url, 3, Random(1))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
async def test_what_a_worker_killed_ten_times_did_is_done_once(own: Services, seed: int) -> None:
    await storm(own, own.store.database.settings.database_url, 10, Random(seed))
