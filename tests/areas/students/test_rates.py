"""Rates of status: counted from stays and changes, told where nobody can be made out from them."""

from datetime import date
from typing import Any

import pytest

from bureau.areas.students.moving import Move, move
from bureau.areas.students.rates import Measure, counted, fraction, publish_rates
from bureau.graph.context import Services
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.jobs import asked, finish, worker
from tests.support.people import of_city, of_county
from tests.support.world import World

ENTRANTS, LOST, MOVED, GRADUATED, WENT_ON = 40, 6, 5, 9, 7


@pytest.mark.parametrize(
    ("those", "of", "rate"), [(38, 40, 9500), (40, 40, 10000), (0, 40, 0), (2, 3, 6667), (1, 3, 3333), (0, 0, None)]
)
def test_a_rate_is_rounded_half_up(those: int, of: int, rate: int | None) -> None:
    assert fraction(those, of) == rate


async def cohort(services: Services, city: World) -> None:
    """Those who entered junior school two years ago: some were lost since, some went to a school of another city."""
    store = services.store

    async def work(tx: Transaction) -> None:
        act = Act(store, tx, "enter")
        people = [
            {"name": f"学生{chr(0x4E00 + place)}", "sex": "1", "birth_date": date(2012, 1, 1)}
            for place in range(ENTRANTS)
        ]
        persons = await act.create_all(Person, people)
        at = {"school": city.schools["东城中学"]}
        given = [{"person": one, "grade": "J3", "status": "ENROLLED", **at} for one in persons]
        pupils = await act.create_all(Student, given)
        stay = {"period": (date(2024, 9, 1), None), "entry_grade": "J1", "entry_way": "01", **at}
        await act.create_all(Enrolment, [{"student": one, **stay} for one in pupils])
        reason, gone = "样本", LOST + MOVED
        fates = [(date(2026, 9, 20), "99", "DROPPED_OUT")] * LOST + [
            (date(2026, 9, 20), "21", "TRANSFERRED_OUT")
        ] * MOVED
        fates += [(date(2026, 7, 1), "99", "GRADUATED")] * GRADUATED
        held = zip(pupils[: gone + GRADUATED], fates, strict=True)
        moved = await move(act, [Move(one, code, on, reason, {"status": status}) for one, (on, code, status) in held])
        senior = {"status": "ENROLLED", "grade": "S1"}
        await move(
            act, [Move(one, "", date(2026, 9, 1), reason, senior, way="01") for one in moved[gone : gone + WENT_ON]]
        )

    await store.database.transaction(work)


async def rates(api: Api) -> dict[tuple[str, str, str], Any]:
    query = """{ statusRates(first: 1000) { nodes {
        measure schoolYear { name } unit { name } numerator denominator value isHidden } } }"""
    nodes = (await api.data(query))["statusRates"]["nodes"]
    keys = ("numerator", "denominator", "value", "isHidden")
    return {(n["measure"], n["schoolYear"]["name"], n["unit"]["name"]): tuple(n[k] for k in keys) for n in nodes}


@pytest.fixture(scope="module")
async def entered(services: Services, city: World) -> World:
    await cohort(services, city)
    return city


@pytest.mark.parametrize(
    ("measure", "those", "others"),
    [
        (Measure.JUNIOR_RETENTION, ENTRANTS - LOST, LOST),
        (Measure.DROPOUT, LOST, ENTRANTS - GRADUATED - LOST + 1),  # one entered this year
        (Measure.ENTRY, WENT_ON, GRADUATED - WENT_ON),
        (Measure.NINE_YEAR_RETENTION, 0, 0),
    ],
)
async def test_what_is_counted_of_a_cohort(
    services: Services, entered: World, measure: Measure, those: int, others: int
) -> None:
    store = services.store
    year = await store.database.transaction(lambda tx: SchoolYear.get(id=entered.school_year))
    found = (await counted(store, measure, year, date(2026, 10, 12))).get(entered.schools["东城中学"], {})
    assert (found.get("THOSE", 0), found.get("OTHERS", 0)) == (those, others)


async def test_rates_are_published_and_small_numbers_hidden(services: Services, entered: World, api: Api) -> None:
    city = entered
    await asked(services, of_city("registrar"), publish_rates)
    await finish(worker(services, publish_rates))
    found = await rates(api.as_(of_city("director")))
    for told in found.values():
        those, of, value, is_hidden = told
        assert is_hidden == (value is None)
        if not is_hidden:
            assert value == f"{fraction(those, of) / 10_000:.4f}"  # type: ignore[operator]
            assert those not in range(1, 5)
            assert of - those not in range(1, 5), "nor can a small number be worked out"
    assert {told[3] for told in found.values()} == {True, False}, "the world is small"
    west = await rates(api.as_(of_county(city.west, "director")))
    assert west
    assert not [place for place in west if place[2] == "东城中学"]
    await asked(services, of_city("registrar"), publish_rates)
    await finish(worker(services, publish_rates))
    assert await rates(api.as_(of_city("director"))) == found
