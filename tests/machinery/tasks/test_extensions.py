"""More time: asked for before the last day, one request at a time, decided where the task was assigned."""

from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from tests.machinery.approvals.support import at
from tests.machinery.tasks.support import People, brought_to, does, issued, officers, seen, swept, told
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

LATER = {"until": "2026-11-06", "reason": "设备未到货"}


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def extension_of(people: People, task: str) -> str:
    return str((await seen(people, "bureau", task))["extensions"]["nodes"][-1]["id"])


async def decide(people: People, name: str, extension: str, decision: str, **more: str) -> list[tuple[str, str]]:
    selected = "taskExtension { id state }"
    return said(await people[name].write("decideExtension", selected, id=extension, decision=decision, **more))


async def test_time_is_asked_for_and_granted(people: People, clock: FixedClock) -> None:
    task = await brought_to(people, "IN_PROGRESS")
    assert await does(people, "school", "extendTask", task, **LATER | {"until": "2026-10-30"}) == [("INVALID", "until")]
    assert await does(people, "western", "extendTask", task, **LATER) == [("NOT_YOUR_UNIT", "id")]
    assert await does(people, "school", "extendTask", task, **LATER) == []
    assert await does(people, "school", "extendTask", task, **LATER) == [("EXTENSION_OPEN", "id")]
    assert "More time is asked for a task that you assigned." in await told(people["director"])
    first = await extension_of(people, task)
    for name, code in (("school", "NOT_YOUR_UNIT"), ("east", "NOT_YOUR_UNIT"), ("middle", "NOT_FOUND")):
        assert await decide(people, name, first, "GRANT") == [(code, "id")], name
    assert await decide(people, "bureau", first, "REFUSE") == [("REQUIRED", "opinion")]
    assert await decide(people, "bureau", first, "REFUSE", opinion="按期完成") == []
    assert await decide(people, "bureau", first, "GRANT") == [("ENDED", "id")]
    assert (await seen(people, "school", task))["due"] == "2026-10-30"
    assert await does(people, "school", "extendTask", task, **LATER) == []
    with at(clock, date(2026, 10, 28)):
        await swept(people.api.services)
        assert (await seen(people, "school", task))["lamp"] == "YELLOW"
        assert await decide(people, "director", await extension_of(people, task), "GRANT") == []
    found = await seen(people, "school", task)
    assert (found["due"], found["yellowFrom"], found["redFrom"], found["lamp"]) == (
        *("2026-11-06", "2026-11-03", "2026-11-07"),
        "GREEN",
    )
    assert [one["state"] for one in found["extensions"]["nodes"]] == ["REFUSED", "GRANTED"]


@pytest.mark.parametrize(
    ("asked", "decided", "faults", "end"),
    [
        (date(2026, 10, 29), date(2026, 10, 30), [], "GRANTED"),
        (date(2026, 10, 29), date(2026, 10, 31), [("EXPIRED", "id")], "OPEN"),
        (date(2026, 10, 30), None, [("EXPIRED", "id")], None),
        (date(2026, 11, 2), None, [("EXPIRED", "id")], None),
    ],
)
async def test_time_is_had_before_it_is_over(
    people: People, clock: FixedClock, asked: date, decided: date | None, faults: list[tuple[str, str]], end: str | None
) -> None:
    task = await brought_to(people, "SIGNED")
    with at(clock, asked):
        assert await does(people, "school", "extendTask", task, **LATER) == ([] if decided else faults)
    if decided:
        with at(clock, decided):
            assert await decide(people, "bureau", await extension_of(people, task), "GRANT") == faults
    found = await seen(people, "bureau", task)
    assert [one["state"] for one in found["extensions"]["nodes"]] == ([end] if end else [])


async def test_what_is_not_decided_lapses_when_the_task_is_submitted_or_overdue(
    people: People, services: Services, clock: FixedClock
) -> None:
    submitted, late = await brought_to(people, "IN_PROGRESS"), await brought_to(people, "IN_PROGRESS")
    for task in (submitted, late):
        assert await does(people, "school", "extendTask", task, **LATER) == []
    assert await does(people, "school", "submitTask", submitted, text="完成") == []
    with at(clock, date(2026, 10, 30)):
        await swept(services)
    found = {
        task: (await seen(people, "bureau", task))["extensions"]["nodes"][0]["state"] for task in (submitted, late)
    }
    assert found == {submitted: "LAPSED", late: "OPEN"}
    with at(clock, date(2026, 10, 31)):
        await swept(services)
    assert (await seen(people, "bureau", late))["extensions"]["nodes"][0]["state"] == "LAPSED"
    assert await decide(people, "bureau", await extension_of(people, late), "GRANT") == [("ENDED", "id")]


async def test_nobody_grants_time_to_themselves(people: People) -> None:
    task = await issued(people, "bureau", "school")
    assert await does(people, "school", "extendTask", task, **LATER) == []
    both = people.actors["school"]
    twofold = type(both)(both.account, both.name, (*both.grants, *people.actors["bureau"].grants))
    given = {"id": await extension_of(people, task), "decision": "GRANT"}
    assert said(await people.api.as_(twofold).write("decideExtension", **given)) == [("SAME_PERSON", "id")]
