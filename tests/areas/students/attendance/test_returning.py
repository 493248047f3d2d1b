"""A pupil who dropped out and came back: the school days between are neither missed nor attended."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bureau.areas.students.attendance.finding import absences
from bureau.areas.students.attendance.returning import days_back
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.period import Period
from tests.areas.students.attendance.conftest import Form, a_form, mark, whole_day
from tests.areas.students.attendance.test_rates import rates
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_county
from tests.support.world import NOW, World

MONDAY = date(2026, 10, 12)
DAYS = [MONDAY + timedelta(days=n) for n in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11)]
"""Two weeks of school."""
LEFT, BACK = DAYS[2], DAYS[8]
RETURNED = 0
"""The pupil who stays away from the first day, has dropped out since the third, and is back on the ninth."""
CASES = "query($id: ID!) { dropoutCases(filter: { student: { id: { eq: $id } } }) { nodes { id } } }"


@pytest.fixture(scope="module")
async def weeks(services: Services, nobody: Api, city: World, clock: FixedClock) -> AsyncIterator[Form]:
    """The class, checked on each day; it was known on the fifth day alone that the pupil had dropped out."""
    form = await a_form(services, city, 4)
    county, pupil = nobody.as_(of_county(city.west)), form.pupil(RETURNED)

    async def do(verb: str, **given: Any) -> None:
        assert said(await county.write(verb, **given)) == [], verb

    for day in DAYS[:5]:
        await whole_day(nobody, clock, form, day, *form.lines("U", RETURNED))
    await do("reportDropout", id=pupil, absentSince=str(MONDAY), reason="连续未到校")
    case = (await county.data(CASES, id=pupil))["dropoutCases"]["nodes"][0]["id"]
    await do("verifyDropout", id=case, effectiveOn=str(LEFT), reason="外出务工")
    for day in DAYS[5:8]:
        await whole_day(nobody, clock, form, day)
    clock.moment = datetime(BACK.year, BACK.month, BACK.day, 1, tzinfo=UTC)
    await do("returnDropout", id=case, effectiveOn=str(BACK), daysAttended=5, outcome="已返校")
    for day in DAYS[8:]:
        await whole_day(nobody, clock, form, day)
    yield form
    clock.moment = NOW


async def test_the_days_between_count_neither_way(api: Api, weeks: Form) -> None:
    found = await rates(api, f"School:{weeks.school}", "SCHOOL_CLASS", last=DAYS[-1])
    (one,) = [rate for rate in found if rate["key"] == weeks.id]
    between = DAYS.index(BACK) - DAYS.index(LEFT)
    assert one["expectedDays"] == f"{40 * len(DAYS) - between}.0"
    assert (one["absentDays"], one["truantDays"]) == ("2.0", "2.0"), "those before they had dropped out"
    within = await rates(api, f"School:{weeks.school}", "SCHOOL_CLASS", LEFT, DAYS[4])
    (one,) = [rate for rate in within if rate["key"] == weeks.id]
    assert (one["pupils"], one["expectedDays"], one["absentDays"]) == (39, "117.0", "0.0")


async def test_the_sweep_finds_nothing_in_them(services: Services, weeks: Form) -> None:
    term = Period(date(2026, 9, 1), date(2027, 1, 20))
    found = await absences(services.store.database.readers, DAYS[-1], term)
    assert [one for one in found if one.student == weeks.pupils[RETURNED]] == [], "two days running are too few"


async def test_they_are_no_days_back_at_school(services: Services, weeks: Form) -> None:
    pupil = weeks.pupils[RETURNED]
    back = await services.store.database.transaction(lambda tx: days_back(tx, [pupil], DAYS[1]))
    assert back == {pupil: 2}, "the day of the return, and the one after it"


async def test_nothing_is_noted_of_them_afterwards(nobody: Api, clock: FixedClock, weeks: Form) -> None:
    late = await mark(nobody, weeks, DAYS[7], *weeks.lines("U", RETURNED))
    assert said(late) == [("MISMATCH", "exceptions.0.student")]
    assert said(await mark(nobody, weeks, BACK, *weeks.lines("U", RETURNED))) == []
