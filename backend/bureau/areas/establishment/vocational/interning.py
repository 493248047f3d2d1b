"""What becomes of internships: plans are approved, filed and closed, pupils begin, pause and end (实习办理)."""

from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.vocational.enterprise import Enterprise
from bureau.areas.establishment.vocational.intern_rules import look_at_starts
from bureau.areas.establishment.vocational.internship_plan import InternshipPlan, PlanState, internship_plan
from bureau.areas.establishment.vocational.placement import (
    InternshipPlacement,
    PlacementState,
    internship_placement,
)
from bureau.areas.establishment.vocational.school_major import SCHOOL_OFFICERS
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Date, Text
from bureau.kernel.rules import Level
from bureau.storage.act import Act


async def _step(act: Act, plan: InternshipPlan, before: PlanState, after: PlanState, **more: Any) -> InternshipPlan:
    """Let a plan go on; raises Refusal TRANSITION where it does not stand at the step before."""
    if plan.state != before:
        raise refuse(Code.TRANSITION, "id", before=PlanState[plan.state].words, after=after.words)
    return await act.change(plan, state=after, **more)


@action(internship_plan, rules.principal, label=("Approve for the school", "学校审核"))
async def approve_internship(act: Act, plan: InternshipPlan) -> InternshipPlan:
    """Approve a plan for the school, which then asks the bureau to file it."""
    return await _step(act, plan, PlanState.DRAFT, PlanState.SCHOOL_OK)


@action(internship_plan, rules.registrar.at(Level.CITY, Level.COUNTY), label=("File", "实习备案"))
async def file_internship(
    act: Act,
    plan: InternshipPlan,
    *,
    filing_number: Annotated[str, Text(60, "Filing number", "备案号", form="code")],
) -> InternshipPlan:
    """File a plan that the school approved: its pupils may go from now on."""
    return await _step(act, plan, PlanState.SCHOOL_OK, PlanState.FILED, filed_on=act.today, filing_number=filing_number)


@action(internship_plan, SCHOOL_OFFICERS, label=("Close", "实习结束"))
async def close_internship(act: Act, plan: InternshipPlan) -> InternshipPlan:
    """Close a plan when everybody has finished and was assessed."""
    open_ = {"plan_id": plan.id, "state__in": [PlacementState.ON_POST, PlacementState.SUSPENDED]}
    if count := await InternshipPlacement.filter(**open_, void_reason__isnull=True).count():
        raise refuse(Code.IN_USE, "id", count=count, kind=internship_placement.words)
    return await _step(act, plan, PlanState.FILED, PlanState.CLOSED)


@action(internship_placement, SCHOOL_OFFICERS, label=("Begin", "开始实习"), checks=look_at_starts)
async def begin_placement(act: Act, placement: InternshipPlacement) -> InternshipPlacement:
    """Let a pupil begin an internship, if everything that the rules ask for is there."""
    await act.hold_all(Enterprise, id=placement.__dict__["enterprise_id"])
    if placement.state not in (PlacementState.PROPOSED, PlacementState.SUSPENDED):
        raise _goes_not(placement, PlacementState.ON_POST)
    await act.refuse_unmet(look_at_starts, {"placement": placement})
    return await act.change(placement, state=PlacementState.ON_POST, end_reason=None)


@action(internship_placement, SCHOOL_OFFICERS, label=("Suspend", "暂停实习"))
async def suspend_placement(
    act: Act,
    placement: InternshipPlacement,
    *,
    reason: Annotated[str, Text(500, "Reason", "原因", lines=True)],
) -> InternshipPlacement:
    """Suspend an internship, as after an incident, which is told the same day."""
    if placement.state != PlacementState.ON_POST:
        raise _goes_not(placement, PlacementState.SUSPENDED)
    return await act.change(placement, state=PlacementState.SUSPENDED, end_reason=reason)


@action(internship_placement, SCHOOL_OFFICERS, label=("End", "结束实习"))
async def end_placement(
    act: Act,
    placement: InternshipPlacement,
    *,
    ended_on: Annotated[date, Date("Ended on", "结束日期")],
    reason: Annotated[str | None, Text(500, "Reason", "原因", lines=True)] = None,
) -> InternshipPlacement:
    """End an internship; one that never began is cancelled."""
    state = PlacementState[placement.state]
    if state in (PlacementState.FINISHED, PlacementState.CANCELLED):
        raise refuse(Code.ENDED, "id", kind=internship_placement.words)
    if ended_on > act.today:
        raise refuse(Code.OUT_OF_RANGE, "ended_on", least=str(placement.period.start), most=str(act.today))
    after = PlacementState.CANCELLED if state is PlacementState.PROPOSED else PlacementState.FINISHED
    return await act.change(placement, state=after, ended_on=ended_on, end_reason=reason)


def _goes_not(placement: InternshipPlacement, after: PlacementState) -> Exception:
    return refuse(Code.TRANSITION, "id", before=PlacementState[placement.state].words, after=after.words)
