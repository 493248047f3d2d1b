"""The daily sweep: chains, days within a month, the rate of a term and like symptoms; whom it tells, what is then done."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bureau.areas.students.attendance.sweep import sweep_attendance
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from tests.areas.students.attendance.conftest import Form, a_form, whole_day
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account, finish, worker
from tests.support.people import of_county
from tests.support.world import NOW, World

# Two weeks without a holiday: Friday, Monday, Tuesday …
FRIDAY, MONDAY, TUESDAY = date(2026, 10, 16), date(2026, 10, 19), date(2026, 10, 20)
WEDNESDAY, THURSDAY, NEXT_FRIDAY = date(2026, 10, 21), date(2026, 10, 22), date(2026, 10, 23)
CHAIN, BROKEN, SUSPENDED, HALF = range(4)
"""Pupils: away Friday to Tuesday; sick on the Monday between; the Monday without teaching; mornings alone."""
OFTEN = 4
"""Away every other day."""


@pytest.fixture(scope="module")
async def officers(services: Services, city: World) -> dict[str, Actor]:
    """Registrars of the school, of its county and of the city."""
    return {
        "school": await account(services, "school-clerk", city.schools["西城小学"], Level.UNIT, "registrar"),
        "county": await account(services, "county-clerk", city.west, Level.COUNTY, "registrar"),
        "other county": await account(services, "east-clerk", city.east, Level.COUNTY, "registrar"),
    }


@pytest.fixture(scope="module")
async def swept(
    services: Services, nobody: Api, city: World, clock: FixedClock, officers: dict[str, Actor]
) -> AsyncIterator[Form]:
    """A class over five school days, swept each evening."""
    form = await a_form(services, city, 2)
    away: dict[date, list[dict[str, Any]]] = {
        FRIDAY: form.lines("U", CHAIN, BROKEN, SUSPENDED, OFTEN),
        MONDAY: form.lines("U", CHAIN) + form.lines("S", BROKEN) + form.lines("X", SUSPENDED),
        TUESDAY: form.lines("U", CHAIN, BROKEN, SUSPENDED, OFTEN),
    }
    for day, exceptions in away.items():
        await whole_day(nobody, clock, form, day, *exceptions)
        await sweep(services, clock, day)
    yield form
    clock.moment = NOW


async def sweep(services: Services, clock: FixedClock, day: date) -> None:
    clock.moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    doing = worker(services, sweep_attendance)
    await doing.plan()
    await finish(doing)


ALERTS = """query($f: AbsenceAlertFilter) {
    absenceAlerts(filter: $f, orderBy: ID_ASC) {
        nodes { id student { id } rule rung state firstDay lastDay days openedOn }
    }
}"""


async def alerts(api: Api, form: Form, place: int, rule: str = "CHAIN") -> list[Any]:
    wanted = {"student": {"id": {"eq": form.pupil(place)}}, "rule": {"eq": rule}}
    return list((await api.data(ALERTS, f=wanted))["absenceAlerts"]["nodes"])


async def notices(api: Api, who: Actor, alert: str) -> int:
    query = "{ notices { nodes { subject } } }"
    return [n["subject"] for n in (await api.as_(who).data(query))["notices"]["nodes"]].count(alert)


async def test_friday_monday_and_tuesday_are_the_third_day_running(
    api: Api, swept: Form, officers: dict[str, Actor]
) -> None:
    (found,) = await alerts(api, swept, CHAIN)
    assert (found["days"], found["rung"], found["state"]) == (3, "REPORT", "SUSPECTED")
    assert (found["firstDay"], found["lastDay"], found["openedOn"]) == (str(FRIDAY), str(TUESDAY), str(FRIDAY))
    told = {name: await notices(api, who, found["id"]) for name, who in {**officers, "head": swept.head}.items()}
    assert told == {"head": 3, "school": 2, "county": 1, "other county": 0}, "each as their turn comes"


async def test_a_day_of_leave_breaks_a_chain_and_one_without_teaching_does_not(api: Api, swept: Form) -> None:
    assert [(a["days"], a["rung"]) for a in await alerts(api, swept, BROKEN)] == [(1, "CONTACT"), (1, "CONTACT")]
    (one,) = await alerts(api, swept, SUSPENDED)
    assert (one["days"], one["rung"], one["firstDay"], one["lastDay"]) == (2, "VISIT", str(FRIDAY), str(TUESDAY))


async def test_a_sweep_that_is_repeated_changes_nothing(
    api: Api, services: Services, clock: FixedClock, swept: Form, officers: dict[str, Actor]
) -> None:
    before = await api.data(ALERTS)
    told = await notices(api, officers["school"], (await alerts(api, swept, CHAIN))[0]["id"])
    jobs = "UPDATE job SET occurrence = NULL WHERE task = 'SWEEP_ATTENDANCE'"
    await services.store.database.transaction(lambda tx: tx.fetch(jobs))
    await sweep(services, clock, TUESDAY)
    assert await api.data(ALERTS) == before
    assert await notices(api, officers["school"], (await alerts(api, swept, CHAIN))[0]["id"]) == told


async def test_the_ladder_is_climbed_by_people(
    api: Api, services: Services, nobody: Api, clock: FixedClock, swept: Form, officers: dict[str, Actor]
) -> None:
    (alert,) = await alerts(api, swept, CHAIN)
    head, clerk = nobody.as_(swept.head), nobody.as_(officers["school"])
    county = nobody.as_(officers["county"])
    given = {"id": alert["id"], "on": str(TUESDAY)}
    selection = "absenceAlert { state }"
    assert said(await clerk.write("reportAbsence", selection, id=alert["id"], report="x")) == [("INVALID", "id")]
    called = {**given, "contact": "电话无人接听"}
    assert said(await nobody.as_(swept.mother).write("contactAbsent", **called)) == [("FORBIDDEN", "")]
    assert said(await head.write("contactAbsent", **{**called, "on": "2026-10-15"})) == [("INVALID", "on")]
    assert (await head.write("contactAbsent", selection, **called))["absenceAlert"]["state"] == "CONTACTED"
    visited = {**given, "visit": "随父母外出务工"}
    assert said(await head.write("visitAbsent", **visited)) == [("REQUIRED", "companions")]
    assert (await head.write("visitAbsent", **visited, companions="红星村委会"))["errors"] == []
    assert said(await head.write("reportAbsence", id=alert["id"], report="疑似辍学")) == [("FORBIDDEN", "")]
    assert (await clerk.write("reportAbsence", selection, id=alert["id"], report="疑似辍学"))["absenceAlert"][
        "state"
    ] == "REPORTED"
    seen = await county.data("{ absenceAlertsSummary(by: [STATE]) { nodes { key { state } count } } }")
    assert {"key": {"state": "REPORTED"}, "count": 1} in seen["absenceAlertsSummary"]["nodes"]
    other = nobody.as_(officers["other county"])
    assert said(await other.write("closeAbsence", id=alert["id"], outcome="ILL", note="x")) == [("NOT_FOUND", "id")]


async def test_a_return_is_one_after_five_days(
    api: Api, nobody: Api, services: Services, clock: FixedClock, swept: Form, officers: dict[str, Actor]
) -> None:
    clerk = nobody.as_(officers["school"])
    (alert,) = await alerts(api, swept, SUSPENDED)
    back = {"id": alert["id"], "outcome": "RETURNED", "note": "已返校"}
    for day in (WEDNESDAY, THURSDAY, NEXT_FRIDAY, date(2026, 10, 26)):
        often = swept.lines("U", OFTEN) if day != THURSDAY else []
        await whole_day(nobody, clock, swept, day, *often)
    refused = await clerk.write("closeAbsence", **back)
    assert said(refused) == [("INVALID", "outcome")]
    assert "4" in refused["errors"][0]["message"]
    await whole_day(nobody, clock, swept, date(2026, 10, 27))
    assert (await clerk.write("closeAbsence", **back))["errors"] == []
    await sweep(services, clock, date(2026, 10, 27))
    assert len(await alerts(api, swept, SUSPENDED)) == 1, "what is closed is not opened again for the same days"
    (often_away,) = await alerts(api, swept, OFTEN, "CUMULATIVE")
    assert (often_away["days"], often_away["rung"]) == (5, "REPORT")
    assert await alerts(api, swept, BROKEN, "CUMULATIVE") == [], "two days, of which one was of leave besides"
    assert not (await api.data(ALERTS, f={"rule": {"eq": "RATE"}}))["absenceAlerts"]["nodes"], "too few days of a term"


async def test_like_symptoms_are_told_of(
    api: Api, nobody: Api, services: Services, clock: FixedClock, swept: Form, officers: dict[str, Actor]
) -> None:
    head = nobody.as_(swept.head)
    clock.moment = datetime(2026, 10, 28, 1, tzinfo=UTC)

    async def report(day: str, symptom: str, *places: int) -> Any:
        lines = [{"student": swept.pupil(place), "symptom": symptom} for place in places]
        return await head.write("reportSymptoms", "schoolClass { id }", id=swept.id, day=day, symptoms=lines)

    for _ in range(2):
        assert (await report("2026-10-28", "3", 10, 11, 12))["errors"] == []
    for day, places in (("2026-10-26", (20, 21)), ("2026-10-27", (22, 23)), ("2026-10-28", (24,))):
        assert (await report(day, "1", *places))["errors"] == []
    assert (await report("2026-10-28", "2", 30, 31))["errors"] == []
    assert said(await report("2026-10-29", "2", 30)) == [("INVALID", "day")]
    await sweep(services, clock, date(2026, 10, 28))
    query = """query($f: SymptomClusterFilter) {
        symptomClusters(filter: $f) { nodes { id symptom { code } pupils firstDay state } }
    }"""
    wanted = {"schoolClass": {"id": {"eq": swept.id}}}
    found = (await api.as_(of_county(swept.school)).data(query, f=wanted))["symptomClusters"]["nodes"]
    assert found == []
    found = (await head.data(query, f=wanted))["symptomClusters"]["nodes"]
    assert {(c["symptom"]["code"], c["pupils"], c["firstDay"]) for c in found} == {
        ("3", 3, "2026-10-28"),
        ("1", 5, "2026-10-26"),
    }
    assert await notices(nobody, officers["county"], found[0]["id"]) == 1
    closed = await head.write("closeSymptomCluster", "symptomCluster { state }", id=found[0]["id"], measures="已消毒")
    assert closed["symptomCluster"]["state"] == "CLOSED"
