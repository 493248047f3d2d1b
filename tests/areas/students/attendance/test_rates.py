"""Rates of attendance: whose days are counted, where, and how."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.registry.enrolment import Enrolment
from bureau.registry.student import Student
from bureau.storage.transaction import Transaction
from tests.areas.students.attendance.conftest import Form, a_form, whole_day
from tests.support.api import Api
from tests.support.people import of_city, of_county, of_school
from tests.support.world import NOW, World

MONDAY = date(2026, 10, 12)
WEEK = [MONDAY + timedelta(days=n) for n in range(5)]
RATES = """query($unit: ID!, $first: Date!, $last: Date!, $by: RateBy!) {
    attendanceRates(unit: $unit, first: $first, last: $last, by: $by) {
        key name pupils expectedDays absentDays truantDays attendance truancy chronicPupils chronic rollCalls
    }
}"""


@pytest.fixture(scope="module")
async def week(services: Services, nobody: Api, city: World, clock: FixedClock) -> AsyncIterator[Form]:
    """Forty pupils over five days, of whom one misses all of it, and one all but a morning and two days of leave."""
    form = await a_form(services, city, 3)
    for number, day in enumerate(WEEK):
        away = [*form.lines("U", 0), *form.lines("S", 1), *form.lines("A", 2), *form.lines("L", 4, 5)]
        away += form.lines("S", 3) if number < 3 else []
        await whole_day(nobody, clock, form, day, *away)
    clock.moment = datetime(2026, 10, 18, 1, tzinfo=UTC)
    yield form
    clock.moment = NOW


async def rates(api: Api, unit: str, by: str = "WHOLE", first: date = MONDAY, last: date = WEEK[-1]) -> Any:
    return (await api.data(RATES, unit=unit, first=str(first), last=str(last), by=by))["attendanceRates"]


async def test_eighteen_of_two_hundred_pupil_days_are_nine_percent(api: Api, week: Form) -> None:
    found = await rates(api, f"School:{week.school}", "SCHOOL_CLASS")
    (one,) = [rate for rate in found if rate["key"] == week.id]
    assert one == {
        "key": week.id,
        "name": "2024级3班",
        "pupils": 40,
        "expectedDays": "200.0",
        "absentDays": "18.0",
        "truantDays": "5.0",
        "attendance": "91.00",
        "truancy": "2.50",
        "chronicPupils": 4,
        "chronic": "10.00",
        "rollCalls": 10,
    }


async def test_who_moves_on_a_wednesday_counts_two_days_here_and_three_there(
    api: Api, services: Services, city: World, week: Form
) -> None:
    here, there = f"School:{week.school}", f"School:{city.schools['东城小学']}"
    before = {unit: (await rates(api, unit))[0] for unit in (here, there)}

    async def move(tx: Transaction) -> None:
        store, wednesday = services.store, WEEK[2]
        pupil = await Student.get(id=week.pupils[9])
        stay = await Enrolment.get(student_id=pupil.id)
        ended = {"period": (date(2024, 9, 1), wednesday), "ended_by": "21"}
        await store.change(tx, store.kind_of(Enrolment), stay, ended)
        moved = {"school": city.schools["东城小学"], "school_class": None}
        await store.change(tx, store.kind_of(Student), pupil, moved)
        new = {
            "student": pupil.id,
            "school": city.schools["东城小学"],
            "period": (wednesday, None),
            "entry_grade": "P3",
        }
        await store.create(tx, store.kind_of(Enrolment), new)

    await services.store.database.transaction(move)
    after = {unit: (await rates(api, unit))[0] for unit in (here, there)}
    days = {unit: float(after[unit]["expectedDays"]) - float(before[unit]["expectedDays"]) for unit in before}
    assert days == {here: -3, there: 3}
    assert (await rates(api, here, "SCHOOL"))[0]["absentDays"] == "18.0"


async def test_counties_and_schools_add_up_and_weekends_count_nothing(api: Api, city: World, week: Form) -> None:
    bureau, county = f"Office:{city.bureau}", f"Office:{city.west}"
    (whole,) = await rates(api, bureau)
    for by in ("COUNTY", "SCHOOL", "GRADE", "SCHOOL_CLASS"):
        parts = await rates(api, bureau, by)
        for name in ("pupils", "expectedDays", "absentDays", "rollCalls"):
            if name == "pupils" and by in ("SCHOOL", "COUNTY", "GRADE", "SCHOOL_CLASS"):
                continue  # who moved is a pupil of two
            assert sum(float(part[name]) for part in parts) == float(whole[name]), (by, name)
    assert {rate["name"] for rate in await rates(api, county, "SCHOOL")} == {"西城小学", "西城幼儿园"}
    assert await rates(api, bureau, last=MONDAY + timedelta(days=6)) == [whole]
    (weekend,) = await rates(api, bureau, first=MONDAY + timedelta(days=5), last=MONDAY + timedelta(days=6))
    assert (weekend["expectedDays"], weekend["attendance"], weekend["chronicPupils"]) == ("0.0", None, 0)


async def test_who_may_ask(nobody: Api, city: World, week: Form) -> None:
    school, county = f"School:{week.school}", f"Office:{city.west}"

    async def may(who: Actor, unit: str) -> bool:
        return await rates(nobody.as_(who), unit) is not None

    assert await may(of_city("director"), county)
    assert await may(of_county(city.west), school)
    assert await may(of_school(week.school, "principal"), school)
    assert not await may(of_school(week.school, "principal"), county)
    assert not await may(of_county(city.east), school)
    assert not await may(week.mother, school)
    assert not await may(week.head, school)
    too_long = await nobody.as_(of_city("director")).ask(
        RATES, unit=school, first="2020-01-01", last=str(MONDAY), by="WHOLE"
    )
    assert too_long.codes == ["ARGUMENT_INVALID"]
