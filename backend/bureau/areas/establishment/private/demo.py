"""Made-up organisers and licences of the city's private schools, and this year's inspections at every step."""

from datetime import date, timedelta
from itertools import cycle
from typing import Any

from bureau.areas.establishment.private.licence import (
    PRIVATE,
    Licence,
    LicenceEvent,
    LicenceEventSort,
    LicenceState,
    Purpose,
)
from bureau.areas.establishment.private.limits import licence_years
from bureau.areas.establishment.private.organiser import Organiser, OrganiserSort
from bureau.areas.establishment.private.register import SHOWN, PublicLicence
from bureau.kernel.period import months_later
from bureau.kernel.shipped import shipped_rows
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.machinery.inspections.inspection import (
    Inspection,
    InspectionResult,
    InspectionRound,
    InspectionState,
)
from bureau.machinery.inspections.published import PublishedInspection
from bureau.machinery.inspections.scheme import POINTS, InspectionItem, InspectionScheme
from bureau.machinery.inspections.timing import timed
from bureau.registry.numbers import credit_check
from bureau.registry.school import School
from bureau.registry.unit import Office, Unit, UnitCategory

_BY = "民办教育专员"
_STEPS = (
    # state, result, score, days from today until it is due
    (InspectionState.RECTIFY, InspectionResult.FAILED, 5_400, -6),
    (InspectionState.CLOSED, InspectionResult.PASSED, 9_250, -30),
    (InspectionState.OPEN, None, None, 8),
    (InspectionState.SELF_REPORT, None, None, 20),
    (InspectionState.CLOSED, InspectionResult.PASSED, 8_700, -30),
    (InspectionState.RECHECK, InspectionResult.BASIC, 7_300, 12),
    (InspectionState.SITE_CHECK, None, None, 3),
    (InspectionState.RECTIFY, InspectionResult.BASIC, 6_900, 15),
)
"""How the inspections stand, one school after the other."""


async def _make(scene: Scene) -> int:
    schools = await School.filter(organiser=PRIVATE, category=UnitCategory.SCHOOL, void_reason__isnull=True)
    offices = {one.id: one for one in await Office.filter(void_reason__isnull=True)}
    numbered = list(enumerate(schools, 1))
    organisers = [_organiser(scene, school, _office(school, offices), number) for number, school in numbered]
    await insert(scene.store, scene.tx, organisers)
    held = [_licence(scene, school, runs, number) for (number, school), runs in zip(numbered, organisers, strict=True)]
    await insert(scene.store, scene.tx, held)
    noted = {"noted_by": _BY, "noted_at": scene.tx.now(), "sort": LicenceEventSort.ISSUED}
    await insert(
        scene.store, scene.tx, [new(LicenceEvent, licence=one, happened_on=one.issued_on, **noted) for one in held]
    )
    public = [new(PublicLicence, licence=one, **{name: getattr(one, name) for name in SHOWN}) for one in held]
    await insert(scene.store, scene.tx, public)
    return len(held) + await _inspect(scene, schools, offices)


def _office(school: School, offices: dict[int, Office]) -> Office:
    """The office that issued the licence of a school: the one that it stands below."""
    return offices[school.__dict__["superior_id"]]


def _organiser(scene: Scene, school: School, office: Office, number: int) -> Organiser:
    body = f"5251{scene.city[:6]}{number:07d}"[:17]
    return new(
        Organiser,
        office=office,
        name=f"{school.name}举办者",
        sort=OrganiserSort.SOCIETY,
        credit_code=body + credit_check(body),
        has_state_assets=False,
    )


def _licence(scene: Scene, school: School, organiser: Organiser, number: int) -> Licence:
    office = organiser.__dict__["_office"]
    years = licence_years(school.type or "", Purpose.NON_PROFIT, scene.today)
    ends = scene.today + timedelta(scene.random.randint(10, 365 * years))
    begun = months_later(ends, -12 * years)
    return new(
        Licence,
        number=f"教民{scene.city[:6]}{number:09d}号",
        school=school,
        school_name=school.name,
        type=school.type,
        purpose=Purpose.NON_PROFIT,
        organiser=organiser,
        organiser_name=organiser.name,
        address=school.address or "",
        principal_name="张校长",
        representative_name="张校长",
        office=office,
        office_name=office.name,
        decision=f"教民〔{begun.year}〕{number}号",
        issued_on=begun,
        valid_from=begun,
        valid_until=ends,
        times_renewed=0,
        state=LicenceState.VALID,
    )


async def _inspect(scene: Scene, schools: list[School], offices: dict[int, Office]) -> int:
    """Inspect the private schools of each office, in a round of its own; how many."""
    scheme = await _scheme(scene)
    calendar = await load_calendar(scene.tx)
    of_office: dict[int, list[School]] = {}
    for school in schools:
        of_office.setdefault(_office(school, offices).id, []).append(school)
    steps, count = cycle(_STEPS), 0
    for number, inspected in of_office.items():
        held = _round(scene, scheme, offices[number], len(inspected))
        await insert(scene.store, scene.tx, [held])
        made = [_inspection(scene, held, school, calendar, *next(steps)) for school in inspected]
        await insert(scene.store, scene.tx, made)
        await insert(scene.store, scene.tx, [_public(scheme, one) for one in made if one.published_on])
        count += len(made)
    return count


async def _scheme(scene: Scene) -> InspectionScheme:
    year = scene.today.year
    scheme = new(
        InspectionScheme,
        code=f"PRIVATE-{year}",
        name=f"{year} 年民办学校年度检查方案",
        category="ANNUAL",
        valid=(date(year, 1, 1), None),
        organiser=PRIVATE,
        has_self_report=True,
        has_site_check=True,
        least_team=3,
        defence_days=5,
        passed_from=80 * POINTS // 100,
        basic_from=60 * POINTS // 100,
        bars_enrolment=True,
        basis="民办教育促进法实施条例第四十七条",
        is_verified=True,
        used_on=scene.today - timedelta(60),
    )
    await insert(scene.store, scene.tx, [scheme])
    rows = shipped_rows("bureau.areas.establishment.private", "demo_items.csv")
    items = [
        new(
            InspectionItem,
            scheme=scheme,
            place=place,
            weight=int(row["weight"]),
            is_veto=row["veto"] == "yes",
            is_verified=row["verified"] == "yes",
            **{name: row[name] for name in ("heading", "name", "demand", "method", "basis")},
        )
        for place, row in enumerate(rows, 1)
    ]
    await insert(scene.store, scene.tx, items)
    return scheme


def _round(scene: Scene, scheme: InspectionScheme, office: Unit, count: int) -> InspectionRound:
    return new(
        InspectionRound,
        title=f"{scene.today.year} 年民办学校年度检查",
        scheme=scheme,
        office=office,
        year=scene.today.year,
        opened_on=scene.today - timedelta(60),
        opened_by=_BY,
        self_report_due=scene.today + timedelta(8),
        due=scene.today + timedelta(30),
        unit_count=count,
    )


def _inspection(
    scene: Scene,
    held: InspectionRound,
    school: School,
    calendar: Calendar,
    state: InspectionState,
    result: InspectionResult | None,
    score: int | None,
    days: int,
) -> Inspection:
    scheme, office = held.__dict__["_scheme"], held.__dict__["_office"]
    today, due = scene.today, scene.today + timedelta(days)
    timing: dict[str, Any] = timed(calendar, due, today) if state is not InspectionState.CLOSED else {"due": due}
    said: dict[str, Any] = {}
    if result is not None:
        said = {"result": result, "score": score, "opinion": "详见指标评分。", "result_on": today - timedelta(40)}
        said |= {"published_on": today - timedelta(30)}
    if state is InspectionState.RECTIFY:
        said |= {"rectify_due": due, "late_from": timing["red_from"]}
    if state is InspectionState.RECHECK:
        said |= {"rectify_due": today - timedelta(2), "rectified_on": today - timedelta(3)}
    if state is InspectionState.CLOSED:
        said |= {"ended_on": today - timedelta(30)}
    if state is not InspectionState.OPEN:
        said |= {"reported_on": today - timedelta(50)}
    return new(
        Inspection,
        round=held,
        scheme=scheme,
        category=scheme.category,
        year=held.year,
        unit=school,
        unit_name=school.name,
        office=office,
        office_name=office.name,
        state=state,
        opened_on=held.opened_on,
        times_returned=0,
        times_extended=0,
        **timing,
        **said,
    )


def _public(scheme: InspectionScheme, one: Inspection) -> PublishedInspection:
    same = ("number", "unit_name", "office_name", "category", "year", "result", "published_on", "rectify_due")
    shown = {name: getattr(one, name) for name in same}
    return new(PublishedInspection, inspection=one, scheme_name=scheme.name, **shown)


private_schools = Demo("private schools' licences and inspections", _make)
