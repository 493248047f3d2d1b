"""The morning's sweep: lamps, reminders and what goes one office higher, on the right day across a holiday."""

from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from tests.machinery.approvals.support import at
from tests.machinery.tasks.support import People, does, issued, officers, seen, swept, told
from tests.support.api import Api
from tests.support.world import World

COUNTED = "{ assignedTasksSummary(by: [LAMP]) { nodes { key { lamp } count } } red: assignedTasks(filter: { lamp: { eq: RED } }) { nodes { id } } }"


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def test_a_task_that_is_due_in_the_holiday(people: People, services: Services, clock: FixedClock) -> None:
    with at(clock, date(2026, 9, 21)):
        task = await issued(people, "bureau", "school", due="2026-10-03")
        assert await does(people, "school", "signTask", task) == []
    found = await seen(people, "school", task)
    assert (found["yellowFrom"], found["redFrom"]) == ("2026-09-28", "2026-10-09"), "8 October is the next worked day"
    for day, lamp, escalated in (
        (date(2026, 9, 27), "GREEN", None),
        (date(2026, 9, 28), "YELLOW", None),
        (date(2026, 9, 29), "YELLOW", None),
        (date(2026, 10, 8), "YELLOW", None),
        (date(2026, 10, 9), "RED", "锦江区教育局"),
        (date(2026, 10, 12), "RED", "锦江区教育局"),
    ):
        with at(clock, day):
            await swept(services)
            found = await seen(people, "bureau", task)
            assert (found["lamp"], found["escalatedName"]) == (lamp, escalated), day
    assert found["escalatedOn"] == "2026-10-09"
    assert [party["unitName"] for party in found["parties"]["nodes"]][-1] == "锦江区教育局"
    soon, overdue = "A task of your unit is due on 2026-10-03.", "A task of your unit was due on 2026-10-03."
    texts = await told(people["school"])
    assert (texts.count(soon), texts.count(overdue)) == (1, 1), "once each, however often the morning comes"
    assert (await told(people["east"])).count("A task is late at a unit in your charge.") == 1
    counted = await people["bureau"].data(COUNTED)
    assert [node["count"] for node in counted["assignedTasksSummary"]["nodes"] if node["key"]["lamp"] == "RED"] == [1]
    assert counted["red"]["nodes"] == [{"id": task}]


async def test_it_is_escalated_on_a_working_day(people: People, services: Services, clock: FixedClock) -> None:
    with at(clock, date(2026, 9, 21)):
        task = await issued(people, "section", "east", due="2026-09-30")
    for day, lamp, escalated in (
        (date(2026, 10, 1), "RED", None),
        (date(2026, 10, 7), "RED", None),
        (date(2026, 10, 8), "RED", "成都市教育局"),
    ):
        with at(clock, day):
            await swept(services)
            found = await seen(people, "section", task)
            assert (found["lamp"], found["escalatedName"]) == (lamp, escalated), day
    assert "A task still waits for your unit to sign for it." in await told(people["east"])
    assert "A task is late at a unit in your charge." in await told(people["director"])


async def test_what_is_submitted_stays_as_it_was_then(people: People, services: Services, clock: FixedClock) -> None:
    task = await issued(people, "bureau", "school", due="2026-10-16")
    for verb, given in (("signTask", {}), ("reportTask", {"text": "进展"}), ("submitTask", {"text": "完成"})):
        with at(clock, date(2026, 10, 14)):
            await swept(services)
            assert await does(people, "school", verb, task, **given) == []
    with at(clock, date(2026, 10, 20)):
        await swept(services)
        assert (await seen(people, "school", task))["lamp"] == "YELLOW"
        assert await does(people, "bureau", "returnTask", task, reason="不全") == []
        found = await seen(people, "school", task)
        assert (found["lamp"], found["escalatedName"]) == ("RED", None)
        await swept(services)
        assert (await seen(people, "bureau", task))["escalatedName"] == "锦江区教育局"


async def test_days_are_counted_anew_when_the_calendar_changes(
    people: People, api: Api, services: Services, clock: FixedClock
) -> None:
    with at(clock, date(2026, 12, 17)):
        task = await issued(people, "bureau", "school", due="2026-12-22")
        ended = await issued(people, "bureau", "school", due="2026-12-22")
        assert await does(people, "bureau", "closeTask", ended, reason="误发") == []
        found = await seen(people, "school", task)
        assert (found["signDue"], found["yellowFrom"], found["redFrom"]) == ("2026-12-18", "2026-12-17", "2026-12-23")
        names = {"englishName": "Snow", "chineseName": "停课放假", "source": "市政府通知"}
        for day in ("2026-12-18", "2026-12-22"):
            answer = await api.write("createCalendarDay", "calendarDay { id }", day=day, isWorking=False, **names)
            assert answer["errors"] == []
        await swept(services)
        found = await seen(people, "school", task)
        assert (found["signDue"], found["yellowFrom"], found["redFrom"]) == ("2026-12-21", "2026-12-16", "2026-12-24")
        assert {party["signDue"] for party in found["parties"]["nodes"]} == {None, "2026-12-21"}
        assert (await seen(people, "school", ended))["redFrom"] == "2026-12-23", "what has ended stays as it was"


async def test_somebody_is_reminded_by_hand(people: People) -> None:
    task = await issued(people, "bureau", "school", "western")
    for times in (1, 2):
        assert await does(people, "bureau", "remindTask", task, text="请于本周报送") == []
        assert (await seen(people, "school", task))["timesReminded"] == times
    urged = "You are reminded of a task that was assigned to your unit."
    assert (await told(people["western"])).count(urged) == (await told(people["school"])).count(urged) == 2
    assert await told(people["east"]) == [text for text in await told(people["east"]) if text != urged]
