"""Rates of entry: pupils of a stage, of any age and of the official ages, for the population that is known."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.areas.students.circumstances import PACKAGE
from bureau.areas.students.moving import Move, move
from bureau.areas.students.population import AgeStage, SchoolAgePopulation, school_age_population
from bureau.graph.context import Services
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.mapping import mapped
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.division import Division
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.school_year import SchoolYear
from bureau.registry.standards import standard
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.people import of_city, of_county, of_school
from tests.support.world import World

RATES = """query($unit: ID!, $year: ID!) { entryRates(unit: $unit, schoolYear: $year) {
    division name isCity stage pupils pupilsOfAge population gross net reason source countedOn } }"""
OF_AGE, TOO_OLD, DROPPED, LATE = 30, 10, 2, 3
EAST, WEST = "锦江区", "青羊区"
LAST_DAY = {"KEEN": date(2020, 8, 31), "EARLY": date(2020, 9, 1)}


@pytest.mark.parametrize(
    ("stage", "ages"), [("PRESCHOOL", (3, 5)), ("PRIMARY", (6, 11)), ("JUNIOR", (12, 14)), ("SENIOR", (15, 17))]
)
def test_official_ages_follow_one_another(stage: str, ages: tuple[int, int]) -> None:
    names = (f"official_age_{end}.{stage}" for end in ("first", "last"))
    assert tuple(int(standard(name, date(2026, 9, 1), package=PACKAGE).value) for name in names) == ages  # type: ignore[union-attr]


async def enter(act: Act, city: World, school: str, grade: str, born: list[date]) -> list[Student]:
    """Pupils who entered the first grade of their stage at a school when those of their grade did."""
    stage, number = grade[0], int(grade[1:])
    people = [{"name": f"学生{chr(0x4E00 + place)}", "sex": "1", "birth_date": day} for place, day in enumerate(born)]
    at = {"school": city.schools[school]}
    persons = await act.create_all(Person, people)
    pupils = await act.create_all(
        Student, [{"person": one, "grade": grade, "status": "ENROLLED", **at} for one in persons]
    )
    stay = {"period": (date(2027 - number, 9, 1), None), "entry_grade": f"{stage}1", "entry_way": "01", **at}
    await act.create_all(Enrolment, [{"student": one, **stay} for one in pupils])
    return pupils


@pytest.fixture(scope="module")
async def counted(services: Services, city: World) -> World:
    """Forty-two in the second junior year in the east, three of whom came later; five of the last in the west."""
    store = services.store

    async def work(tx: Transaction) -> None:
        act = Act(store, tx, "enter")
        ages = [date(2013, 8, 31)] * OF_AGE + [date(2011, 8, 31)] * TOO_OLD + [date(2013, 1, 1)] * DROPPED
        pupils = await enter(act, city, "东城中学", "J2", ages)
        gone = [Move(one, "99", date(2026, 8, 20), "样本", {"status": "DROPPED_OUT"}) for one in pupils[-DROPPED:]]
        await move(act, gone)
        back = [Move(one, "99", date(2026, 9, 20), "样本", {"status": "DROPPED_OUT"}) for one in pupils[:LATE]]
        await move(act, back)
        await enter(act, city, "西城小学", "P6", [date(2014, 9, 1)] * 5 + [date(2014, 8, 31)] * 5)
        divisions = {
            name: await Division.get(name=name, level="COUNTY", code__startswith="5101") for name in (EAST, WEST)
        }
        year = await SchoolYear.get(id=city.school_year)
        said = {"school_year": year, "source": "公安户籍统计", "counted_on": date(2026, 8, 31)}
        for place, stage, people in ((EAST, "JUNIOR", 50), (WEST, "JUNIOR", 40), (WEST, "PRIMARY", 20)):
            await act.create(SchoolAgePopulation, division=divisions[place], stage=stage, people=people, **said)

    await store.database.transaction(work)
    return city


async def rates(api: Api, unit: str, year: int) -> dict[tuple[str, str], Any]:
    rows = (await api.data(RATES, unit=unit, year=f"SchoolYear:{year}"))["entryRates"]
    return {("city" if row["isCity"] else row["name"], row["stage"]): row for row in rows}


async def test_gross_counts_any_age_and_net_the_official_ones(api: Api, counted: World) -> None:
    found = await rates(api, f"Office:{counted.bureau}", counted.school_year)
    east = found[EAST, "JUNIOR"]
    others = 2  # of the small world: J1 born 2014 and J3 born 2012, both of age
    assert (east["pupils"], east["pupilsOfAge"]) == (OF_AGE + TOO_OLD + others, OF_AGE + others)
    assert (east["gross"], east["net"], east["reason"]) == ("84.00", "64.00", None)
    assert (east["population"], east["source"], east["countedOn"]) == (50, "公安户籍统计", "2026-08-31")
    assert {stage for _, stage in found} == {stage.value for stage in AgeStage}


async def test_who_drops_out_later_is_still_counted_and_who_moved_up_counts_where_they_were(
    api: Api, counted: World
) -> None:
    before = (await api.data("{ schoolYears { nodes { id name } } }"))["schoolYears"]["nodes"]
    (last,) = [int(year["id"].split(":")[1]) for year in before if year["name"] == "2025-2026"]
    found = await rates(api, f"Office:{counted.bureau}", last)
    assert found[EAST, "JUNIOR"]["pupils"] == OF_AGE + TOO_OLD + DROPPED + 1  # J3 of the small world
    assert found[EAST, "JUNIOR"]["reason"] == "POPULATION_UNKNOWN"


async def test_the_city_is_the_sum_of_counties_once_all_are_known(api: Api, counted: World) -> None:
    found = await rates(api, f"Office:{counted.bureau}", counted.school_year)
    assert found["city", "JUNIOR"]["population"] == 90
    assert found["city", "JUNIOR"]["gross"] == "46.67"
    assert (found["city", "PRIMARY"]["gross"], found["city", "PRIMARY"]["reason"]) == (None, "COUNTY_UNKNOWN")
    assert found["city", "PRESCHOOL"]["reason"] == "POPULATION_UNKNOWN"


async def test_a_small_number_is_told_by_no_rate(api: Api, counted: World) -> None:
    """The east has three pupils of primary age, so that of the west nothing may be told that leads to them."""
    found = await rates(api, f"Office:{counted.bureau}", counted.school_year)
    east, west = found[EAST, "PRIMARY"], found[WEST, "PRIMARY"]
    assert (east["pupils"], east["pupilsOfAge"]) == (None, None)
    assert (west["gross"], west["net"], west["reason"]) == (None, None, "SMALL_NUMBER")
    assert found["city", "PRIMARY"]["pupils"] == 15


async def test_a_county_has_its_own_rates_and_schools_have_none(api: Api, counted: World) -> None:
    year = counted.school_year
    whole = await rates(api, f"Office:{counted.bureau}", year)
    east = api.as_(of_county(counted.east, "director"))
    assert await rates(east, f"Office:{counted.east}", year) == {k: v for k, v in whole.items() if k[0] == EAST}
    assert (await east.data(RATES, unit=f"Office:{counted.west}", year=f"SchoolYear:{year}"))["entryRates"] is None
    assert (await east.data(RATES, unit=f"Office:{counted.bureau}", year=f"SchoolYear:{year}"))["entryRates"] is None
    reply = await api.ask(RATES, unit=f"School:{counted.schools['东城小学']}", year=f"SchoolYear:{year}")
    assert reply.codes == ["ARGUMENT_INVALID"]
    teacher = api.as_(of_school(counted.schools["东城小学"], "principal"))
    assert (await teacher.data(RATES, unit=f"School:{counted.schools['东城小学']}", year=f"SchoolYear:{year}"))[
        "entryRates"
    ] is None


async def test_the_population_comes_as_a_table(services: Services, counted: World, tmp_path: Path) -> None:
    header = ["区划", "学年", "学段", "人数", "数据来源", "统计时点"]
    said = ["2026-2027", "小学", "60", "公安户籍统计", "2026-08-31"]
    rows = [["510104", *said], ["510106", *said], ["510106", "2026-2027", "大学", "60", "公安户籍统计", "2026-08-31"]]
    path = tmp_path / "population.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    table = CsvTable(path)
    paths, _ = mapped(school_age_population, table.headers, {})
    rejections: list[Rejection] = []
    for fates in ({Fate.CREATED: 2, Fate.REJECTED: 1}, {Fate.UNCHANGED: 2, Fate.REJECTED: 1}):
        report = await Importer(services.store, school_age_population, paths).run(table.rows(), rejections.append)
        assert {fate: count for fate, count in report.fates.items() if count} == fates
    assert {(one.line, one.column) for one in rejections} == {(4, "学段")}


async def test_the_city_alone_enters_it_once_and_not_before_its_day(api: Api, counted: World) -> None:
    given = {"division": f"Division:{counted.division}", "schoolYear": f"SchoolYear:{counted.school_year}"}
    given |= {"stage": "JUNIOR", "people": 60, "source": "公安户籍统计", "countedOn": "2026-08-31"}

    async def faults(api: Api, **other: Any) -> list[tuple[str, Any]]:
        payload = await api.write("createSchoolAgePopulation", "schoolAgePopulation { id }", **(given | other))
        return [(error["code"], error["path"]) for error in payload["errors"]]

    city = api.as_(of_city("registrar"))
    assert [code for code, _ in await faults(city)] == ["DUPLICATE"]
    assert await faults(city, stage="PRESCHOOL", countedOn="2026-12-01") == [("INVALID", ["countedOn"])]
    county = api.as_(of_county(counted.east, "registrar"))
    assert [code for code, _ in await faults(county, stage="PRESCHOOL")] == ["FORBIDDEN"]
