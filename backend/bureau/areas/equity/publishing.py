"""A plan is published, and revised: what is looked at first, and what takes whose place (划片方案公布与修订)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.equity.problems import Problem, problems_of
from bureau.areas.equity.school_zone import SchoolZone, ZoneSchool
from bureau.areas.equity.zone_address import ZoneAddress
from bureau.areas.equity.zone_plan import KEEPERS, ZonePlan, ZonePlanState, zone_plan
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Date, Text
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.school_year import SchoolYear
from bureau.registry.unit import Unit
from bureau.storage.act import Act

_COMPULSORY_LAW = "义务教育法第十二条"
_OWN_RULES = "划片工作要求（待核实）"

_RULES: Mapping[Problem, tuple[Words, Words, str]] = {
    Problem.OVERLAP: (
        Words("No address lies in two zones.", "没有地址同属两个学区。"),
        Words("{count} addresses lie in two zones, as {example}.", "有 {count} 个地址段同属两个学区，如{example}。"),
        _COMPULSORY_LAW,
    ),
    Problem.ELSEWHERE: (
        Words("No address lies in a published zone of another bureau.", "没有地址已由其他机关划片。"),
        Words(
            "{count} addresses lie in published zones of another bureau, as {example}.",
            "有 {count} 个地址段已由其他机关划片公布，如{example}。",
        ),
        _COMPULSORY_LAW,
    ),
    Problem.NO_SCHOOL: (
        Words("Every zone has its school.", "各学区均有对口学校。"),
        Words(
            "{count} zones have no school, or not several where they say so, as {example}.",
            "有 {count} 个学区的对口学校与划片方式不符，如{example}。",
        ),
        _COMPULSORY_LAW,
    ),
    Problem.NO_ADDRESS: (
        Words("Every zone has addresses.", "各学区均有地址段。"),
        Words("{count} zones have no address, as {example}.", "有 {count} 个学区没有地址段，如{example}。"),
        _COMPULSORY_LAW,
    ),
    Problem.GAP: (
        Words("Every known address lies in a zone.", "标准地址均已划入学区。"),
        Words(
            "{count} known addresses lie in no zone, as {example}.", "有 {count} 个标准地址未划入学区，如{example}。"
        ),
        _COMPULSORY_LAW,
    ),
    Problem.CAPACITY: (
        Words("The places are as many as the children expected.", "学位数不少于预计入学人数。"),
        Words(
            "{count} zones expect more children than they have places, as {example}.",
            "有 {count} 个学区预计入学人数超过学位数，如{example}。",
        ),
        _OWN_RULES,
    ),
}


async def look_at_publication(act: Act, items: Sequence[Mapping[str, Any]]) -> list[list[Finding]]:
    """Whether plans may be published: they are whole, without gap and overlap, and come after what they revise."""
    return [[*await _findings(act, item["plan"], item.get("in_force_from") or act.today)] for item in items]


async def _findings(act: Act, plan: ZonePlan, start: date) -> list[Finding]:
    found = [*_in_time(act, plan, start, await _held_before(plan)), *_in_its_year(start, await _year_of(plan))]
    of_plan = await problems_of(act.tx.fetch, act.tx.dialect, plan.id)
    for problem, (met, unmet, clause) in _RULES.items():
        those = [one for one in of_plan if one.problem is problem]
        if not those:
            found.append(Finding(problem.value.lower(), Verdict.PASSED, met, clause))
            continue
        said = Words(*(text.format(count=len(those), example=those[0].said[n]) for n, text in enumerate(unmet)))
        verdict = Verdict.WARNED if problem is Problem.CAPACITY else Verdict.BLOCKED
        found.append(Finding(problem.value.lower(), verdict, said, clause))
    return found


def _in_time(act: Act, plan: ZonePlan, start: date, before: ZonePlan | None) -> Iterator[Finding]:
    is_draft = plan.state == ZonePlanState.DRAFT
    yield Finding(
        "draft",
        Verdict.PASSED if is_draft else Verdict.BLOCKED,
        Words("The plan is a draft.", "方案尚在拟定。") if is_draft else Words("It is published.", "方案已公布。"),
        _OWN_RULES,
    )
    begun = _start(before) if before is not None else None
    is_later = start >= act.today and (begun is None or begun < start)
    yield Finding(
        "later",
        Verdict.PASSED if is_later else Verdict.BLOCKED,
        Words(f"It holds from {start}.", f"自 {start} 起执行。")
        if is_later
        else Words(
            f"It holds from today at the earliest, and after {begun}, when the plan that it revises began."
            if begun
            else "It holds from today at the earliest.",
            f"执行日期不得早于今天，且应晚于被修订方案的执行日期 {begun}。" if begun else "执行日期不得早于今天。",
        ),
        _OWN_RULES,
        "in_force_from",
    )


def _in_its_year(start: date, year: SchoolYear) -> Iterator[Finding]:
    until = year.period.until
    is_met = until is None or start < until
    yield Finding(
        "school_year",
        Verdict.PASSED if is_met else Verdict.BLOCKED,
        Words(f"It is for {year.name}.", f"适用于 {year.name} 学年。")
        if is_met
        else Words(f"The school year {year.name} is over by then.", f"届时 {year.name} 学年已结束。"),
        _OWN_RULES,
        "in_force_from",
    )


def _start(plan: ZonePlan) -> date | None:
    return plan.in_force.start if plan.in_force else None


async def _year_of(plan: ZonePlan) -> SchoolYear:
    return await SchoolYear.filter(id=plan.__dict__["school_year_id"]).get()


async def _held_before(plan: ZonePlan) -> ZonePlan | None:
    """The published plan that another revises."""
    same = {name: plan.__dict__[name] for name in ("unit_id", "school_year_id", "stage")}
    return await ZonePlan.filter(**same, state=ZonePlanState.PUBLISHED, void_reason__isnull=True).first()


@action(zone_plan, KEEPERS, label=("Publish", "公布"), checks=look_at_publication)
async def publish_zone_plan(
    act: Act,
    plan: ZonePlan,
    *,
    document_number: Annotated[str, Text(60, "Published under", "公布文号", form="code")],
    in_force_from: Annotated[date | None, Date("In force from", "执行日期")] = None,
) -> ZonePlan:
    """Publish a plan, which holds from a day on until its school year is over or a revision takes its place.

    Everybody can then ask which school an address belongs to. What is wrong with the plan is refused; that more
    children are expected than there are places is told.
    """
    start = in_force_from or act.today
    await act.refuse_unmet(look_at_publication, {"plan": plan, "in_force_from": start})
    before, year = await _held_before(plan), await _year_of(plan)
    if before is not None:
        (held,) = await act.hold_all(ZonePlan, id=before.id)
        await act.change(held, state=ZonePlanState.SUPERSEDED, in_force=(_start(held), start))
    return await act.change(
        plan, state=ZonePlanState.PUBLISHED, document_number=document_number, in_force=(start, year.period.until)
    )


@action(zone_plan, KEEPERS, label=("Revise", "修订"))
async def revise_zone_plan(act: Act, plan: ZonePlan) -> ZonePlan:
    """Begin a revision of a published plan: a draft with the same zones, schools and addresses, to be changed and then
    published in its place.
    """
    if plan.state != ZonePlanState.PUBLISHED:
        raise refuse(Code.NOT_PUBLISHED, "id", plan=plan.code)
    same = {name: plan.__dict__[name] for name in ("unit_id", "school_year_id", "stage")}
    drafts = await ZonePlan.filter(**same, state=ZonePlanState.DRAFT, void_reason__isnull=True)
    if drafts:
        raise refuse(Code.BEING_REVISED, "id", plan=drafts[0].code)
    given = {"unit": await Unit.get(id=plan.__dict__["unit_id"]), "school_year": await _year_of(plan)}
    draft = await act.create(ZonePlan, **given, stage=plan.stage, revision=plan.revision + 1, state=ZonePlanState.DRAFT)
    await _copy(act, plan, draft)
    return draft


async def _copy(act: Act, plan: ZonePlan, draft: ZonePlan) -> None:
    """Draw in a draft all that another plan has."""
    zones = await SchoolZone.filter(plan_id=plan.id, void_reason__isnull=True).order_by("id")
    values = [{n: getattr(zone, n) for n in ("number", "name", "is_shared", "forecast")} for zone in zones]
    made = await act.create_all(SchoolZone, [{"plan": draft, **value} for value in values])
    by_old = {old.id: new for old, new in zip(zones, made, strict=True)}
    live = {"zone_id__in": list(by_old), "void_reason__isnull": True}
    places = await ZoneSchool.filter(**live).order_by("id")
    schools = {one.id: one for one in await School.filter(id__in=list({one.__dict__["school_id"] for one in places}))}
    await act.create_all(
        ZoneSchool,
        [
            {
                "zone": by_old[one.__dict__["zone_id"]],
                "school": schools[one.__dict__["school_id"]],
                "places": one.places,
            }
            for one in places
        ],
    )
    addresses = await ZoneAddress.filter(plan_id=plan.id, void_reason__isnull=True).order_by("id")
    streets = {
        one.id: one for one in await Division.filter(id__in=list({one.__dict__["street_id"] for one in addresses}))
    }
    same = ("road", "side", "first_number", "last_number")
    await act.create_all(
        ZoneAddress,
        [
            {
                "zone": by_old[one.__dict__["zone_id"]],
                "street": streets[one.__dict__["street_id"]],
                **{name: getattr(one, name) for name in same},
            }
            for one in addresses
        ],
    )
