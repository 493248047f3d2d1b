"""What is settled before a roll-over is committed: who is left out, and which grades graduate."""

from collections.abc import Sequence
from typing import Annotated, Any

from bureau.areas.students.rollover.plan import NAMES, PlannedClass
from bureau.areas.students.rollover.preview import class_counts, class_row, plan_of
from bureau.areas.students.rollover.run import (
    BLOCKING,
    RollOverClass,
    RollOverFinding,
    RollOverLine,
    RollOverRule,
    RollOverSettlement,
    RollOverState,
    roll_over_finding,
)
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.storage.act import Act

DECIDERS = rules.registrar.at(Level.CITY, Level.COUNTY)
"""Those who decide of a roll-over; a school's registrar previews it for the school."""


@action(roll_over_finding, DECIDERS, label=("Leave out", "本次不处理"))
async def leave_out_of_roll_over(
    act: Act, finding: RollOverFinding, *, reason: Annotated[str, RollOverFinding.reason]
) -> RollOverFinding:
    """Leave those whom a finding is about out of the roll-over: a pupil, a grade or the whole school."""
    if finding.sort not in BLOCKING:
        raise refuse(Code.INVALID, "id", reason=Words("it stops nobody.", "该核查项不影响办理。"))
    return await _settle(act, finding, RollOverSettlement.LEFT_OUT, reason)


@action(roll_over_finding, DECIDERS, label=("Confirm graduation", "确认毕业"))
async def confirm_graduation(
    act: Act, finding: RollOverFinding, *, reason: Annotated[str, RollOverFinding.reason]
) -> RollOverFinding:
    """Confirm that all pupils of a last grade graduate who are still in it; the reason names the document."""
    if finding.sort != RollOverRule.NOT_GRADUATED:
        raise refuse(Code.INVALID, "id", reason=Words("they do not graduate.", "该核查项与毕业无关。"))
    return await _settle(act, finding, RollOverSettlement.CONFIRMED, reason)


async def _settle(act: Act, finding: RollOverFinding, how: RollOverSettlement, reason: str) -> RollOverFinding:
    number = finding.__dict__["run_id"]
    run, plan = await plan_of(act.store, act.tx, number)
    if run.state != RollOverState.PREVIEWED:
        raise refuse(Code.ENDED, "id", kind=Words("preview", "预演"))
    settled = await act.change(
        finding, settlement=how, reason=reason, settled_by=act.actor.name, settled_at=act.tx.now()
    )
    school = finding.__dict__["unit_id"]
    await plan.draw([school])
    planned, classes = await plan.lines(), await plan.classes()
    await plan.close()
    counts = {line.grade: line.counts.values for line in planned}
    lines = await act.hold_all(RollOverLine, run_id=number, school_id=school)
    await act.change_all(RollOverLine, [(line, counts.get(line.grade, dict.fromkeys(NAMES, 0))) for line in lines])
    await _tell_of_classes(act, number, school, classes, reason)
    await act.change(run, **await _totals(number))
    return settled


async def _tell_of_classes(act: Act, number: int, school: int, classes: Sequence[PlannedClass], reason: str) -> None:
    """Let the preview name the classes of a school that go on as the plan has them now."""
    told = {
        one.__dict__["school_class_id"]: one
        for one in await act.hold_all(RollOverClass, run_id=number, school_id=school)
    }
    for one in told.keys() - {planned.id for planned in classes}:
        await act.void(told[one], reason)
    await act.create_all(RollOverClass, [class_row(number, planned) for planned in classes if planned.id not in told])


async def _totals(number: int) -> dict[str, Any]:
    """What the lines and classes of a roll-over come to."""
    lines = await RollOverLine.filter(run_id=number, void_reason__isnull=True).values_list(*NAMES)
    classes = await RollOverClass.filter(run_id=number, void_reason__isnull=True).values_list("fate", "goes_into_id")
    return {**dict(zip(NAMES, map(sum, zip(*lines, strict=True)), strict=True)), **class_counts(classes)}
