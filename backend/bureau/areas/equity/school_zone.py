"""A school zone: the addresses whose children enter one school, or one of several by a declared rule (学区)."""

from collections.abc import Iterator, Sequence
from typing import Any

from bureau.areas.equity.zone_plan import KEEPERS, ZonePlan
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, warning
from bureau.kernel.field import Boolean, Integer, One, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.storage.record import Record

PRIVATE = "999"
"""The organiser of private schools, which have no zones."""


class SchoolZone(Record):
    """A part of a plan: its addresses belong to one school, or to several together (多校划片).

    How many children are expected is what the bureau forecasts; the places are those of its schools.
    """

    plan = One(ZonePlan, "Plan", "划片方案", back=("zones", "Zones", "学区"))
    number = Integer(1, 9999, "Number", "学区序号")
    name = Text(100, "Name", "学区名称")
    code = Text(
        70,
        "Zone code",
        "学区编码",
        unique="live",
        form="code",
        derived=True,
        note=(
            "That of the plan, and the number: 510104-P2026-1-07.",
            "方案编码加学区序号，如 510104-P2026-1-07。",
        ),
    )
    is_shared = Boolean(
        "Several schools", "是否多校划片", note=("Who goes to which of them is drawn.", "具体学校按规则随机派位。")
    )
    forecast = Integer(0, 100_000, "Children expected", "预计入学人数").optional()


async def _code_them(zones: Sequence[SchoolZone]) -> None:
    for zone in zones:
        given: list[Any] = [zone.__dict__.get(name) for name in ("_plan", "number")]
        if None not in given:
            plan, number = given
            zone.code = f"{plan.code}-{number:02d}"


school_zone = Kind(
    SchoolZone,
    label=("School zone", "School zones", "学区"),
    scope=Follows("plan"),
    read=rules.offices,
    create=KEEPERS,
    update=KEEPERS,
    void=KEEPERS,
    natural_key=("plan", "number"),
    called_by="code",
    title=("name", "code"),
    list=("code", "name", "is_shared", "forecast"),
    order=("code", "name"),
    search=("code", "name"),
    filter=("code", "name", "number", "is_shared", "forecast"),
    group=("is_shared",),
    fills=(_code_them,),
)


class ZoneSchool(Record):
    """A school that takes in the children of a zone, and how many places it keeps for them."""

    zone = One(SchoolZone, "Zone", "学区", back=("schools", "Schools", "对口学校"))
    school = One(School, "School", "学校", back=("zones", "Zones", "所属学区"))
    places = Integer(0, 20_000, "Places", "招生学位")


def _may_have_a_zone(place: ZoneSchool, context: CheckContext) -> Iterator[Fault]:
    """A zone's school is open, public and of the stage."""
    school = place.school
    if not context.touches("school", "zone"):
        return
    if school.operation and not school.operation.holds(context.today):
        yield fault(Code.CLOSED, "school", kind=ZoneSchool.school.words)
    if school.organiser == PRIVATE:
        yield fault(Code.NOT_ZONED, "school")
    stage = place.__dict__.get("_stage")
    if context.profile == "cn" and school.type and stage and stage not in stages(school.type):
        yield fault(Code.NOT_OFFERED, "school")


def _lies_in_the_county(place: ZoneSchool, context: CheckContext) -> Iterator[Fault]:
    """A county's zone has schools of that county as a rule; a direct school of the city may take part."""
    county, school = place.__dict__.get("_county"), place.school
    if county and school.__dict__.get("county_id") not in (None, county) and context.touches("school"):
        yield warning(Code.MISMATCH, "school", other=ZonePlan.unit.words)


async def _know_plans(places: Sequence[ZoneSchool]) -> None:
    """Of which stage the zones are, and in which county."""
    zones = {place.__dict__["_zone"].plan_id for place in places if place.__dict__.get("_zone") is not None}
    plans = {plan.id: plan for plan in await ZonePlan.filter(id__in=list(zones))}
    for place in places:
        zone = place.__dict__.get("_zone")
        plan = plans.get(zone.plan_id) if zone is not None else None
        place.__dict__["_stage"] = plan.stage if plan else None
        place.__dict__["_county"] = plan.__dict__["county_id"] if plan else None


zone_school = Kind(
    ZoneSchool,
    label=("Zone school", "Zone schools", "学区对口学校"),
    scope=Follows("zone"),
    read=rules.offices,
    create=KEEPERS,
    update=KEEPERS,
    void=KEEPERS,
    natural_key=("zone", "school"),
    title=("school.name", "zone.code"),
    list=("zone.code", "zone.name", "school.name", "places"),
    order=("zone.code", "places"),
    filter=("places",),
    fills=(_know_plans,),
    checks=(_may_have_a_zone, _lies_in_the_county),
)
