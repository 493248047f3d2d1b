"""Made-up zones: each public primary and junior school of a county has some villages and one side of some roads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bureau.areas.equity.school_zone import PRIVATE, SchoolZone, ZoneSchool
from bureau.areas.equity.zone_address import KnownAddress, Side, ZoneAddress
from bureau.areas.equity.zone_plan import ZONED, ZonePlan, ZonePlanState
from bureau.kernel.period import Period
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.division import Division, DivisionLevel
from bureau.registry.school import School
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import stages
from bureau.registry.unit import Office, UnitCategory

_ROADS = ("建设路", "人民路", "新华路", "解放街", "文化街", "和平街", "青年路", "光明路")
_SPLIT = 99
"""The house number up to which the first part of a road goes."""


async def _make(scene: Scene) -> int:
    """A published plan for each county and stage of the school year, and one address in a hundred left out."""
    year = (
        await SchoolYear.filter(period_from__lte=scene.today, void_reason__isnull=True).order_by("-period_from").first()
    )
    if year is None or year.period.start is None:
        return 0
    published = min(scene.today, date(year.period.start.year, 5, 20))
    schools = await _schools(scene)
    count = 0
    drawn: set[int] = set()
    for office in await Office.filter(category=UnitCategory.COUNTY_BUREAU, void_reason__isnull=True).order_by("id"):
        division = await Division.filter(id=office.__dict__["division_id"]).first()
        if division is None or division.id in drawn:  # a development zone lies in a county, which draws its zones
            continue
        drawn.add(division.id)
        in_force = {"code__startswith": division.code, "valid_until__isnull": True}
        streets = await Division.filter(level=DivisionLevel.STREET, **in_force).order_by("code")
        for stage in sorted(ZONED):
            held = schools.get((office.id, stage), [])
            if held and streets:
                count += await _plan(scene, office, year, stage, published, held, streets)
    return count


async def _schools(scene: Scene) -> dict[tuple[int, str], list[School]]:
    """The public schools by county and stage."""
    found: dict[tuple[int, str], list[School]] = defaultdict(list)
    async for schools in scene.in_sets(School, category="SCHOOL"):
        for school in schools:
            if school.organiser != PRIVATE and school.__dict__["host_id"] is None:
                for stage in stages(school.type or "") & ZONED:
                    found[school.__dict__["county_id"], stage].append(school)
    return found


async def _plan(
    scene: Scene,
    office: Office,
    year: SchoolYear,
    stage: str,
    published: date,
    schools: Sequence[School],
    streets: Sequence[Division],
) -> int:
    name = year.name
    plan = new(
        ZonePlan,
        unit=office,
        school_year=year,
        stage=stage,
        revision=1,
        code=f"{office.code}-{stage}{name[:4]}-1",
        state=ZonePlanState.PUBLISHED,
        document_number=f"{office.name[:1]}教〔{published.year}〕{12 if stage == 'P' else 13}号",
        in_force=Period(published, year.period.until),
    )
    await insert(scene.store, scene.tx, [plan])
    zones = [
        new(
            SchoolZone,
            plan=plan,
            number=number,
            name=f"{school.name}学区",
            code=f"{plan.code}-{number:02d}",
            is_shared=False,
            forecast=scene.random.randint(60, 330),
        )
        for number, school in enumerate(schools, 1)
    ]
    await insert(scene.store, scene.tx, zones)
    places = [45 * scene.random.randint(2, 8) for _ in schools]
    await insert(
        scene.store,
        scene.tx,
        [
            new(ZoneSchool, zone=zone, school=school, places=held)
            for zone, school, held in zip(zones, schools, places, strict=True)
        ],
    )
    addresses = [
        new(ZoneAddress, zone=zones[place % len(zones)], plan=plan, **given)
        for place, given in enumerate(_parts(streets, len(zones)))
    ]
    await insert(scene.store, scene.tx, addresses)
    if stage == "P":
        await insert(scene.store, scene.tx, [*_known(scene, office, streets)])
    return len(zones)


def _parts(streets: Sequence[Division], zones: int) -> Iterator[dict[str, Any]]:
    """The roads of all streets, cut into as many parts as make two for each zone at least."""
    roads = _ROADS[: max(2, min(len(_ROADS), 1 + zones // (2 * len(streets))))]
    for street in streets:
        for place, road in enumerate(roads):
            at = {"street": street, "road": road}
            if place % 2:
                yield {**at, "side": Side.ODD, "first_number": 1}
                yield {**at, "side": Side.EVEN, "first_number": 0}
            else:
                yield {**at, "side": Side.ALL, "first_number": 0, "last_number": _SPLIT}
                yield {**at, "side": Side.ALL, "first_number": _SPLIT + 1}


def _known(scene: Scene, office: Office, streets: Sequence[Division]) -> Iterator[KnownAddress]:
    """Some houses of each street, and a new road that no zone has yet in one street of ten."""
    for street in streets:
        for road in _ROADS[:2]:
            for number in sorted(scene.random.sample(range(1, 200), 5)):
                yield new(KnownAddress, unit=office, street=street, road=road, number=number, source="标准地址库")
        if scene.random.random() < 0.1:
            yield new(KnownAddress, unit=office, street=street, road="新居路", number=1, source="标准地址库")


zones = Demo("school zones", _make)
