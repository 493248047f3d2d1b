"""From the self-report to the check on the spot: handed in, sent back, looked at on paper and at the place (检查)."""

from datetime import date
from typing import Annotated

from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.inspections.course import InspectionEntrySort, note
from bureau.machinery.inspections.inspection import Inspection, InspectionMember, InspectionState, inspection
from bureau.machinery.inspections.team import (
    INSPECTED,
    INSPECTORS,
    refuse_all_but_team,
    refuse_all_but_unit,
    refuse_from,
)
from bureau.machinery.inspections.telling import tell_team, tell_units
from bureau.machinery.inspections.timing import timed
from bureau.storage.act import Act

_REPORT = Text(4000, "Self-report", "自查报告", lines=True)
_WHY = Text(2000, "What is missing", "补正内容", lines=True)
_NOTE = Text(4000, "Note", "说明", lines=True)
_REPORTED = Words("A unit that you inspect handed in its self-report.", "您检查的单位已报送自查报告。")
_RETURNED = Words("Your unit's self-report was returned: see what is missing.", "您单位的自查报告被退回补正。")
_VISITED = Words("Your unit is checked on the spot: see on which day.", "检查组将到您单位现场检查，请查看日期。")


@action(inspection, INSPECTED, label=("Hand in the self-report", "报送自查"))
async def hand_in_self_report(act: Act, one: Inspection, *, text: Annotated[str, _REPORT]) -> Inspection:
    """Hand in the self-report of a unit that is inspected, by the unit itself; its files are attached beside it."""
    refuse_all_but_unit(act, one)
    refuse_from(one, InspectionState.SELF_REPORT)
    await note(act, one, InspectionEntrySort.SELF_REPORT, text)
    timing = timed(await load_calendar(act.tx), (await one.round).due, act.today)
    done = await act.change(one, state=InspectionState.SELF_REPORT, reported_on=act.today, **timing)
    await tell_team(act, done, _REPORTED, done.times_returned)
    return done


@action(inspection, INSPECTORS, label=("Return the self-report", "退回补正"))
async def return_self_report(
    act: Act, one: Inspection, *, reason: Annotated[str, _WHY], due: Annotated[date, Inspection.due]
) -> Inspection:
    """Send a self-report back to the unit, with what is missing and until when it is handed in again."""
    await refuse_all_but_team(act, one)
    refuse_from(one, InspectionState.OPEN)
    last = (await one.round).due
    if not act.today < due <= last:
        raise refuse(Code.OUT_OF_RANGE, "due", least=str(act.today), most=str(last))
    await note(act, one, InspectionEntrySort.RETURN, reason)
    timing = timed(await load_calendar(act.tx), due, act.today)
    back = await act.change(one, state=InspectionState.OPEN, times_returned=one.times_returned + 1, **timing)
    await tell_units(act, [(back, back.__dict__["unit_id"])], _RETURNED, back.times_returned)
    return back


@action(inspection, INSPECTORS, label=("Begin the check of documents", "开始材料审核"))
async def begin_document_check(act: Act, one: Inspection, *, text: Annotated[str | None, _NOTE] = None) -> Inspection:
    """Begin to check the documents of a unit, by a team as large as the scheme demands, which somebody leads."""
    await refuse_all_but_team(act, one)
    refuse_from(one, InspectionState.DOC_CHECK)
    await _refuse_small_team(one)
    await note(act, one, InspectionEntrySort.DOC_CHECK, text)
    return await act.change(one, state=InspectionState.DOC_CHECK)


@action(inspection, INSPECTORS, label=("Begin the check on the spot", "开始现场检查"))
async def begin_site_check(
    act: Act,
    one: Inspection,
    *,
    visited_on: Annotated[date, Inspection.visited_on],
    text: Annotated[str | None, _NOTE] = None,
) -> Inspection:
    """Say on which day a unit is checked on the spot, once its documents were looked at."""
    await refuse_all_but_team(act, one)
    refuse_from(one, InspectionState.SITE_CHECK)
    if not (await one.scheme).has_site_check:
        raise Refusal([invalid("id", "the scheme has no check on the spot.", "该方案不设现场检查。")])
    last = (await one.round).due
    if not one.opened_on <= visited_on <= last:
        raise refuse(Code.OUT_OF_RANGE, "visited_on", least=str(one.opened_on), most=str(last))
    await note(act, one, InspectionEntrySort.SITE_CHECK, text)
    seen = await act.change(one, state=InspectionState.SITE_CHECK, visited_on=visited_on)
    await tell_units(act, [(seen, seen.__dict__["unit_id"])], _VISITED, visited_on)
    return seen


async def _refuse_small_team(one: Inspection) -> None:
    """Raise Refusal TEAM_TOO_SMALL where fewer inspect than the scheme demands, REQUIRED where nobody leads (§8)."""
    least = (await one.scheme).least_team
    team = await InspectionMember.filter(inspection_id=one.id, aside_on__isnull=True, void_reason__isnull=True)
    if len(team) < least:
        raise refuse(Code.TEAM_TOO_SMALL, "id", least=least, count=len(team))
    if not any(member.is_lead for member in team):
        raise Refusal([fault(Code.REQUIRED, InspectionMember.is_lead.name)])
