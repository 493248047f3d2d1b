"""Rates of status: counted from stays and changes, told where nobody can be made out from them."""

from datetime import date
from typing import Any

import pytest

from bureau.areas.students.moving import Move, move
from bureau.areas.students.rates import fraction, publish_rates
from bureau.graph.context import Services
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.jobs import asked, finish, worker
from tests.support.people import of_city, of_county
from tests.support.world import World

ENTRANTS, LOST, MOVED = 40, 6, 5


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
        on, reason = date(2026, 9, 20), "样本"
        lost = [Move(one, "99", on, reason, {"status": "DROPPED_OUT"}) for one in pupils[:LOST]]
        gone = [Move(one, "21", on, reason, {"status": "TRANSFERRED_OUT"}) for one in pupils[LOST : LOST + MOVED]]
        await move(act, [*lost, *gone])

    await store.database.transaction(work)


async def rates(api: Api) -> dict[tuple[str, str, str], Any]:
    query = """{ statusRates(first: 1000) { nodes {
        measure schoolYear { name } unit { name } numerator denominator value isHidden } } }"""
    nodes = (await api.data(query))["statusRates"]["nodes"]
    keys = ("numerator", "denominator", "value", "isHidden")
    return {(n["measure"], n["schoolYear"]["name"], n["unit"]["name"]): tuple(n[k] for k in keys) for n in nodes}


async def test_who_moved_is_kept_and_small_numbers_are_hidden(services: Services, city: World, api: Api) -> None:
    await cohort(services, city)
    await asked(services, of_city("registrar"), publish_rates)
    await finish(worker(services, publish_rates))
    found = await rates(api.as_(of_city("director")))
    year, school = "2026-2027", "东城中学"
    kept = ENTRANTS - LOST
    assert found["JUNIOR_RETENTION", year, school] == (kept, ENTRANTS, "0.8500", False)
    numerator, denominator, value, is_hidden = found["DROPOUT", year, school]
    assert (numerator, is_hidden) == (LOST, False)
    assert value == f"{fraction(LOST, denominator) / 10_000:.4f}"  # type: ignore[operator]
    for told in found.values():
        of = told[1]
        if told[3]:
            assert told[2] is None
        else:
            assert told[0] is not None
            assert told[0] not in range(1, 5)
            assert of - told[0] not in range(1, 5), "nor can a small number be worked out"
    assert any(told[3] for told in found.values()), "the world is small"
    west = await rates(api.as_(of_county(city.west, "director")))
    assert not [place for place in west if place[2] == school]
    before = await rates(api)
    await asked(services, of_city("registrar"), publish_rates)
    await finish(worker(services, publish_rates))
    assert await rates(api) == before
