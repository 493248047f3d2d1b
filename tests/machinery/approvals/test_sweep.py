"""What is late: escalated once across a holiday, reminded of before, told to those above, and decided by nobody else."""

from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.machinery.approvals.sweeping import sweep_cases
from bureau.machinery.jobs.asking import plan
from tests.machinery.approvals.support import People, approve, at, officers, opened, seen
from tests.support.api import Api
from tests.support.jobs import finish, worker
from tests.support.world import World

BEFORE_THE_HOLIDAY = date(2026, 9, 24)


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def swept(services: Services) -> None:
    """The sweep of this morning, as the calendar asks for it."""
    await plan(services.store, [sweep_cases])
    await finish(worker(services, sweep_cases))


async def told(api: Api) -> list[str]:
    found = await api.data("{ notices { nodes { englishText } } }")
    return [node["englishText"] for node in found["notices"]["nodes"]]


async def test_a_step_that_is_late_after_the_holiday(
    people: People, services: Services, city: World, clock: FixedClock
) -> None:
    with at(clock, BEFORE_THE_HOLIDAY):
        case = await opened(people["from"], city, "张丽")
    assert (await seen(people["to"], case))["due"] == "2026-10-15", "25 Sep and National Day are free, 10 Oct is worked"
    for day in (date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 15)):
        with at(clock, day):
            await swept(services)
            assert (await seen(people["to"], case))["steps"]["nodes"][0]["escalatedName"] is None, day
    assert [text for text in await told(people["to"]) if "2026-10-15" in text] == [
        "A case that waits for you is due on 2026-10-15."
    ], "once, however often the morning comes"
    for day in (date(2026, 10, 16), date(2026, 10, 19)):
        with at(clock, day):
            await swept(services)
    first = (await seen(people["city"], case))["steps"]["nodes"][0]
    assert (first["isLate"], first["escalatedName"], first["state"]) == (True, "锦江区教育局", "WAITING")
    late = [text for text in await told(people["east"]) if "late" in text]
    assert late == ["A case is late at a unit in your charge."]
    with at(clock, date(2026, 10, 20)):
        assert await approve(people["to"], case) == [], "it is late, and decided all the same"
        assert (await seen(people["to"], case))["steps"]["nodes"][0]["isLate"]
