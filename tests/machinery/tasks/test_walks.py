"""Whatever is done to a task, in whatever order and on whatever days: it is in one legal state, and its lamp is right."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.machinery.calendars.calendar import load_calendar
from tests.machinery.approvals.support import at
from tests.machinery.tasks.support import People, day, issued, officers, seen, swept
from tests.machinery.tasks.test_lamps import counted
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

LEADS = {
    ("signTask", "ISSUED"): "SIGNED",
    ("reportTask", "SIGNED"): "IN_PROGRESS",
    ("reportTask", "IN_PROGRESS"): "IN_PROGRESS",
    ("reportTask", "RETURNED"): "IN_PROGRESS",
    ("submitTask", "IN_PROGRESS"): "SUBMITTED",
    ("submitTask", "RETURNED"): "SUBMITTED",
    ("returnTask", "SUBMITTED"): "RETURNED",
    ("acceptTask", "SUBMITTED"): "ACCEPTED",
    ("closeTask", "ACCEPTED"): "CLOSED",
}
VERBS: dict[str, tuple[str, dict[str, Any]]] = {
    "signTask": ("school", {}),
    "reportTask": ("school", {"text": "进展"}),
    "submitTask": ("school", {"text": "完成"}),
    "returnTask": ("bureau", {"reason": "不全"}),
    "acceptTask": ("bureau", {}),
    "closeTask": ("bureau", {}),
}
DAYS = "a day goes by"
TIME = "time is asked for and granted"
OPEN = ("ISSUED", "SIGNED", "IN_PROGRESS", "RETURNED")
STEPS = 24


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


@pytest.mark.parametrize("seed", range(4))
async def test_a_walk(people: People, api: Api, services: Services, clock: FixedClock, seed: int) -> None:
    dice = Random(f"walk {seed}")
    today, state = date(2027, 3, 1) + timedelta(days=60 * seed), "ISSUED"
    await _free_days(api, dice, today)
    with at(clock, today):
        task = await issued(people, "bureau", "school", due=str(today + timedelta(days=dice.randint(3, 12))))
    lamp = (await seen(people, "bureau", task))["lamp"]
    reached = {state}
    for _ in range(STEPS):
        onward = [verb for verb in VERBS if (verb, state) in LEADS]
        step = dice.choice((*VERBS, *onward, *onward, *onward, DAYS, DAYS, TIME))
        today += timedelta(days=dice.randint(1, 3)) if step == DAYS else timedelta()
        with at(clock, today):
            if step == DAYS:
                await swept(services)
            elif step == TIME:
                await _time(people, task, today, state)
            else:
                name, given = VERBS[step]
                faults = said(await people[name].write(step, id=task, **given))
                assert (faults == []) is ((step, state) in LEADS), (step, state, faults)
                state = LEADS.get((step, state), state)
            found = await seen(people, "bureau", task)
        reached.add(state)
        assert found["state"] == state
        if state in OPEN:
            special = dict((await load_calendar(services.store.database.readers)).days)
            lamp = counted(special, day(found["due"]), today).value
        assert found["lamp"] == lamp, (today, found)
        assert (found["score"] is None) is (state not in ("ACCEPTED", "CLOSED"))
    assert len(reached) > 4, "a walk gets somewhere"


async def _free_days(api: Api, dice: Random, today: date) -> None:
    """Some days of the two months of a walk are other than their weekday would have them."""
    names = {"englishName": "Games", "chineseName": "运动会", "source": "市政府通知"}
    for number in dice.sample(range(40), 8):
        on = today + timedelta(days=number)
        await api.write("createCalendarDay", day=str(on), isWorking=on.isoweekday() > 5, **names)


async def _time(people: People, task: str, today: date, state: str) -> None:
    """More time, where it may be had; a request is decided at once."""
    found = await seen(people, "bureau", task)
    until = day(found["due"]) + timedelta(days=5)
    faults = said(await people["school"].write("extendTask", id=task, until=str(until), reason="设备未到"))
    assert (faults == []) is (state in OPEN and today < day(found["due"])), faults
    if not faults:
        asked = (await seen(people, "bureau", task))["extensions"]["nodes"][-1]["id"]
        assert said(await people["bureau"].write("decideExtension", id=asked, decision="GRANT")) == []
