"""A zone plan: how a county is cut into school zones for one stage and school year, and when that holds (划片方案)."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, invalid, refuse
from bureau.kernel.field import Choice, Coded, Integer, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import STAGE
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.act import Act
from bureau.storage.record import Record

ZONED = frozenset({"P", "J"})
"""§1.7: the stages that are entered near by: primary and junior."""

KEEPERS = rules.registrar.at(Level.CITY, Level.COUNTY)
"""Who draws zones: the registrars of the bureaus."""


class ZonePlanState(State):
    """Whether a plan may still be drawn, and whether it is what holds (方案状态)."""

    DRAFT = "DRAFT", "Being drawn", "拟定中"
    PUBLISHED = "PUBLISHED", "Published", "已公布"
    SUPERSEDED = "SUPERSEDED", "Superseded by a revision", "已被修订取代"


class ZonePlan(Record):
    """How a bureau's area is cut into school zones, for one stage in one school year.

    Zones and addresses change while it is being drawn, and never once it is published: a change is a revision, which is
    published too. What held on a day stays known.
    """

    unit = One(Unit, "Drawn up by", "制定机关", back=("zone_plans", "Zone plans", "划片方案"))
    school_year = One(SchoolYear, "School year", "学年")
    stage = Coded(STAGE, "Stage", "学段")
    revision = Integer(1, 99, "Revision", "修订次", derived=True)
    code = Text(
        60,
        "Plan code",
        "方案编码",
        unique="live",
        form="code",
        derived=True,
        note=(
            "Unit, stage, first year and revision: 510104-P2026-1.",
            "机构代码、学段与起始年份、修订次，如 510104-P2026-1。",
        ),
    )
    state = Choice(ZonePlanState, "State", "状态", derived=True)
    document_number = Text(60, "Published under", "公布文号", form="code", derived=True).optional()
    in_force = Span("In force", "执行期间", derived=True).optional()


async def _code_them(plans: Sequence[ZonePlan]) -> None:
    for plan in plans:
        given: list[Any] = [plan.__dict__.get(name) for name in ("_unit", "_school_year", "stage", "revision")]
        if None not in given:
            unit, year, stage, revision = given
            plan.code = plan.code or f"{unit.code}-{stage}{year.name[:4]}-{revision}"


def _is_of_a_zoned_stage(plan: ZonePlan, context: CheckContext) -> Iterator[Fault]:
    if plan.stage not in ZONED:
        yield invalid("stage", "zones are drawn for primary and junior schools alone.", "仅小学、初中学段划片。")


def _is_drawn_by_a_bureau(plan: ZonePlan, context: CheckContext) -> Iterator[Fault]:
    if plan.unit.category not in (UnitCategory.BUREAU, UnitCategory.COUNTY_BUREAU):
        yield invalid("unit", "zones are drawn by a bureau.", "应由教育局划片。")


zone_plan = Kind(
    ZonePlan,
    label=("Zone plan", "Zone plans", "划片方案"),
    scope=Stays("unit"),
    read=rules.offices,
    void=KEEPERS,
    natural_key=("unit", "school_year", "stage", "revision"),
    called_by="code",
    title=("code", "unit.name"),
    list=("code", "unit.name", "school_year.name", "stage", "revision", "state", "in_force", "document_number"),
    order=("code",),
    search=("code", "unit"),
    filter=("code", "stage", "state", "revision"),
    group=("stage", "state"),
    effective=("in_force",),
    fills=(_code_them,),
    checks=(_is_of_a_zoned_stage, _is_drawn_by_a_bureau),
)


@action(zone_plan, KEEPERS, label=("Draw zones", "新建划片方案"), place="unit")
async def draw_zones(
    act: Act,
    *,
    unit: Annotated[Unit, ZonePlan.unit],
    school_year: Annotated[SchoolYear, ZonePlan.school_year],
    stage: Annotated[str, ZonePlan.stage],
) -> ZonePlan:
    """Begin the plan of a bureau's area for one stage in a school year: an empty draft, to which zones are added."""
    same = {"unit_id": unit.id, "school_year_id": school_year.id, "stage": stage}
    known = await ZonePlan.filter(**same, void_reason__isnull=True).order_by("-revision").first()
    if known is not None:
        raise refuse(
            Code.BEING_REVISED if known.state == ZonePlanState.DRAFT else Code.PUBLISHED, "stage", plan=known.code
        )
    given = {"unit": unit, "school_year": school_year, "stage": stage}
    return await act.create(ZonePlan, **given, revision=1, state=ZonePlanState.DRAFT)
