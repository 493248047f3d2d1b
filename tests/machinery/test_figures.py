"""Figures: counted from the registers, small ones hidden, and seen by those who see no persons."""

from collections.abc import Iterator

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.machinery.figures.publishing import publish_figures, told
from bureau.storage.transaction import Transaction
from tests.support import world
from tests.support.api import Api
from tests.support.jobs import asked, finish, worker
from tests.support.people import of_city, of_county
from tests.support.world import World

CITY, EAST, WEST, DIRECT = 1, 2, 3, 9
ABOVE = {CITY: CITY, EAST: EAST, WEST: WEST, 4: EAST, 5: EAST, 6: WEST, 7: WEST, DIRECT: CITY}
FIGURES = "{ figures(first: 1000) { nodes { cube part value isHidden countedOn unit { name } } } }"


@pytest.fixture(autouse=True)
def first_of_month(clock: FixedClock) -> Iterator[None]:
    clock.moment = world.NOW.replace(month=11, day=1)
    yield
    clock.moment = world.NOW


async def published(services: Services) -> None:
    actor = of_city("registrar")
    await asked(services, actor, publish_figures)
    await finish(worker(services, publish_figures))


async def test_large_counts_are_told_and_sums_are_of_all() -> None:
    counts = {4: {"P1": 30, "P2": 40}, 5: {"P1": 10, "P2": 20}, 6: {"P1": 7, "P2": 8}, DIRECT: {"P1": 50, "P2": 60}}
    found = told(counts, CITY, ABOVE)
    assert (found[4, "P1"], found[EAST, "P1"], found[EAST, "TOTAL"]) == (30, 40, 100)
    assert (found[CITY, "P2"], found[CITY, "TOTAL"], found[DIRECT, "TOTAL"]) == (128, 225, 110)


async def test_a_small_count_is_hidden_with_another() -> None:
    counts = {4: {"P1": 30, "P2": 3}, 5: {"P1": 40, "P2": 20}, 6: {"P1": 70, "P2": 80}, 7: {"P1": 70, "P2": 80}}
    found = told(counts, CITY, ABOVE)
    assert found[4, "P2"] is found[4, "P1"] is found[5, "P2"] is None
    assert (found[4, "TOTAL"], found[EAST, "P2"], found[6, "P2"]) == (33, 23, 80)


async def test_a_director_sees_figures_where_they_direct(services: Services, city: World, api: Api) -> None:
    await published(services)
    for who, names in (
        (of_city("director"), {"成都市教育局", "锦江区教育局", "青羊区教育局", *world.SCHOOLS}),
        (of_county(city.east, "director"), {"锦江区教育局", "东城小学", "东城中学"}),
    ):
        found = (await api.as_(who).data(FIGURES))["figures"]["nodes"]
        assert {figure["unit"]["name"] for figure in found} <= names
        assert any(figure["unit"]["name"] == "锦江区教育局" for figure in found)
        assert all(figure["isHidden"] == (figure["value"] is None) for figure in found)
        assert not [figure for figure in found if figure["value"] in (1, 2, 3, 4)], "the world is small"


async def test_they_are_published_anew_on_the_first_of_a_month_alone(
    services: Services, city: World, api: Api, clock: FixedClock
) -> None:
    director = api.as_(of_city("director"))
    await published(services)

    async def days() -> set[str]:
        found = (await director.data(FIGURES))["figures"]["nodes"]
        return {figure["countedOn"] for figure in found}

    assert await days() == {"2026-11-01"}, "what is no more is void, and all others are of this day"
    clock.moment = clock.moment.replace(day=2)
    await published(services)
    assert await days() == {"2026-11-01"}
    clock.moment = clock.moment.replace(month=12, day=1)
    await published(services)
    assert await days() == {"2026-12-01"}


async def test_what_is_counted_is_what_there_is(services: Services, city: World, api: Api) -> None:
    """Enough pupils that something is told: the figures are those of the registers."""

    async def many(tx: Transaction) -> None:
        await tx.fetch("UPDATE student SET status = 'ENROLLED' WHERE void_reason IS NULL")

    await services.store.database.transaction(many)
    await published(services)
    sql = "SELECT count(*) FROM student WHERE void_reason IS NULL"
    ((count,),) = map(tuple, await services.store.database.readers.fetch(sql))
    found = (await api.as_(of_city("director")).data(FIGURES))["figures"]["nodes"]
    totals = [
        figure["value"]
        for figure in found
        if (figure["cube"], figure["part"], figure["unit"]["name"]) == ("STUDENTS_BY_GRADE", "TOTAL", "成都市教育局")
    ]
    assert totals in ([count], [None])
