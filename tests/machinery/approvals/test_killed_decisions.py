"""A process that is killed while it decides leaves all of a transfer, or nothing of it."""

import asyncio
import os
import sys
from typing import Any

import pytest

from bureau.graph.context import Services
from tests.machinery.approvals.support import People, approve, officers, opened
from tests.support.api import Api
from tests.support.world import World

EVERY = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 9
"""A change waits for some of the places at which a process can end, the long run for each."""
PATIENCE = 120
PUPIL = """query($id: ID!) { student(id: $id) { school { name } status version
    statusChanges { nodes { category { code } } } enrolments { nodes { school { name } period { from until } } } } }"""
CASE = """query($id: ID!) { case(id: $id) { state step version endedAt
    steps(orderBy: SEQUENCE_ASC) { nodes { state opinions { nodes { saidBy } } } } } }"""


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def test_all_of_a_transfer_is_done_or_nothing(api: Api, people: People, services: Services, city: World) -> None:
    case = await opened(people["west"], city)
    for who in ("to", "east", "from"):
        assert await approve(people[who], case) == []
    settings, fetch = services.store.database.settings, services.store.database.readers.fetch
    pupil = f"Student:{city.students['单雄信']}"

    async def stands() -> tuple[Any, ...]:
        """All that the last decision changes."""
        entries = (await fetch("SELECT count(*) FROM journal WHERE verb = 'decide_case'"))[0][0]
        return (await api.data(PUPIL, id=pupil))["student"], (await api.data(CASE, id=case))["case"], entries

    before, killed = await stands(), 0
    run = (sys.executable, "-m", "tests.support.interrupted", settings.database_url, str(settings.data_dir))
    deciding = await asyncio.create_subprocess_exec(*run, stdin=-1, stdout=-1)
    assert deciding.stdin
    assert deciding.stdout
    assert await deciding.stdout.readline() == b"ready\n"
    for statements in range(1, 2000, EVERY):
        deciding.stdin.write(f"{people.actors['west_other'].account} {case} {statements}\n".encode())
        async with asyncio.timeout(PATIENCE):
            said = (await deciding.stdout.readline()).decode().strip()
        assert said in ("killed", "done")
        killed += said == "killed"
        after = await stands()
        if after != before:
            break
    deciding.stdin.close()
    assert await deciding.wait() == 0
    assert killed > (60 if EVERY == 1 else 5), "it was killed in the middle"
    moved, decided, entries = after
    assert moved["school"] == {"name": "东城小学"}
    assert [one["category"]["code"] for one in moved["statusChanges"]["nodes"]] == ["21"]
    stays = [(one["school"]["name"], one["period"]["until"]) for one in moved["enrolments"]["nodes"]]
    assert sorted(stays, key=lambda stay: stay[1] is None) == [("西城小学", "2026-10-12"), ("东城小学", None)]
    assert (decided["state"], decided["endedAt"] is None) == ("DONE", False)
    assert [step["state"] for step in decided["steps"]["nodes"]] == ["APPROVED"] * 4
    assert entries > before[2]
