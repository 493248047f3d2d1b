"""Putting right what was found: ordered with a last day, handed in, looked at again, or referred (整改、复查、移送)."""

from datetime import date
from typing import Annotated, Any

from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.inspections.course import InspectionEntrySort, note
from bureau.machinery.inspections.finding import FindingState, InspectionFinding
from bureau.machinery.inspections.inspection import Inspection, InspectionState, Recheck, inspection
from bureau.machinery.inspections.limits import limit
from bureau.machinery.inspections.published import publish_change
from bureau.machinery.inspections.team import (
    INSPECTED,
    INSPECTORS,
    LEADERS,
    refuse_all_but_office,
    refuse_all_but_team,
    refuse_all_but_unit,
    refuse_from,
)
from bureau.machinery.inspections.telling import tell_team, tell_units
from bureau.machinery.inspections.timing import UNTIMED, timed
from bureau.storage.act import Act

_DEMANDS = Text(4000, "What is to be put right", "整改要求", lines=True)
_REPORT = Text(4000, "Rectification report", "整改报告", lines=True)
_OPINION = Text(4000, "Opinion", "复查意见", lines=True)
_REASON = Text(2000, "Reason", "理由", lines=True)
_ORDERED = Words("Your unit is to put right what an inspection found.", "您单位被责令限期整改，请查看整改要求。")
_EXTENDED = Words("Your unit has more time to put things right.", "您单位的整改期限已延长。")
_HANDED_IN = Words("A unit handed in what it put right: look again.", "受检单位已报送整改报告，请组织复查。")
_SETTLED = Words("What your unit put right was found good.", "您单位的整改已通过复查。")
_NOT_SETTLED = Words("What your unit put right was found wanting.", "您单位的整改未通过复查。")
_REFERRED = Words("The inspection of your unit was referred for sanction.", "您单位的检查已移送处理。")


@action(inspection, LEADERS, label=("Order rectification", "责令整改"))
async def order_rectification(
    act: Act,
    one: Inspection,
    *,
    rectify_due: Annotated[date, Inspection.rectify_due],
    text: Annotated[str, _DEMANDS],
) -> Inspection:
    """Order a unit to put right what was found, until a day, once a result that is no full pass is public."""
    await refuse_all_but_office(act, one)
    if one.state != InspectionState.PUBLISHED:
        refuse_from(one, InspectionState.PUBLISHED)
        raise refuse(
            Code.TRANSITION, "id", before=InspectionState[one.state].words, after=InspectionState.RECTIFY.words
        )
    done = await act.change(one, state=InspectionState.RECTIFY, **await _until(act, rectify_due))
    await note(act, done, InspectionEntrySort.ORDER, text)
    await publish_change(act, done)
    await tell_units(act, [(done, done.__dict__["unit_id"])], _ORDERED)
    return done


@action(inspection, LEADERS, label=("Give more time", "延长整改期限"))
async def extend_rectification(
    act: Act,
    one: Inspection,
    *,
    rectify_due: Annotated[date, Inspection.rectify_due],
    reason: Annotated[str, _REASON],
) -> Inspection:
    """Give a unit more time, before the last day is over and no more often than the standards allow (§22)."""
    await refuse_all_but_office(act, one)
    if one.state != InspectionState.RECTIFY:
        after = InspectionEntrySort.EXTENSION.words
        raise refuse(Code.TRANSITION, "id", before=InspectionState[one.state].words, after=after)
    assert one.rectify_due is not None
    assert one.red_from is not None
    if act.today >= one.red_from:
        raise refuse(Code.EXPIRED, "id", day=str(one.rectify_due))
    most = limit("inspection_extensions_most", act.today)
    if one.times_extended >= most:
        raise refuse(Code.OUT_OF_RANGE, "id", least=0, most=most)
    if rectify_due <= one.rectify_due:
        words = (f"it is due on {one.rectify_due}.", f"应晚于现整改期限 {one.rectify_due}。")
        raise Refusal([invalid("rectify_due", *words)])
    more = await act.change(one, times_extended=one.times_extended + 1, **await _until(act, rectify_due))
    await note(act, more, InspectionEntrySort.EXTENSION, reason)
    await publish_change(act, more)
    await tell_units(act, [(more, more.__dict__["unit_id"])], _EXTENDED, more.times_extended)
    return more


@action(inspection, INSPECTED, label=("Hand in rectification", "报送整改"))
async def hand_in_rectification(act: Act, one: Inspection, *, text: Annotated[str, _REPORT]) -> Inspection:
    """Hand in what a unit put right, by the unit itself. What comes in time is late no more; what comes later stays so
    until it was looked at again.
    """
    refuse_all_but_unit(act, one)
    if one.state != InspectionState.RECTIFY:
        refuse_from(one, InspectionState.RECHECK)
    calendar = await load_calendar(act.tx)
    due = calendar.after(act.today, limit("inspection_recheck_days", act.today))
    is_late = one.late_from is not None and one.late_from <= act.today
    done = await act.change(
        one,
        state=InspectionState.RECHECK,
        rectified_on=act.today,
        late_from=one.late_from if is_late else None,
        **timed(calendar, due, act.today),
    )
    await note(act, done, InspectionEntrySort.RECTIFICATION, text)
    await tell_team(act, done, _HANDED_IN, act.today)
    return done


@action(inspection, INSPECTORS, label=("Find it put right", "复查通过"))
async def pass_recheck(act: Act, one: Inspection, *, opinion: Annotated[str, _OPINION]) -> Inspection:
    """Find that all was put right, by one of the team: the findings are settled and the inspection is closed."""
    await refuse_all_but_team(act, one)
    if one.state != InspectionState.RECHECK:
        refuse_from(one, InspectionState.RECHECK)
        raise refuse(Code.TRANSITION, "id", before=InspectionState[one.state].words, after=Recheck.PASSED.words)
    found = await act.hold_all(InspectionFinding, inspection_id=one.id, state=FindingState.OPEN)
    settled = {"state": FindingState.SETTLED, "settled_on": act.today}
    await act.change_all(InspectionFinding, [(finding, settled) for finding in found])
    ends = {"settled_on": act.today, "ended_on": act.today, **UNTIMED}
    done = await act.change(one, state=InspectionState.CLOSED, recheck=Recheck.PASSED, rechecked_on=act.today, **ends)
    await note(act, done, InspectionEntrySort.RECHECK, opinion)
    await publish_change(act, done)
    await tell_units(act, [(done, done.__dict__["unit_id"])], _SETTLED)
    return done


@action(inspection, INSPECTORS, label=("Find it not put right", "复查不通过"))
async def fail_recheck(
    act: Act,
    one: Inspection,
    *,
    opinion: Annotated[str, _OPINION],
    rectify_due: Annotated[date, Inspection.rectify_due],
) -> Inspection:
    """Find that not all was put right, by one of the team, and say until when it must be; it is late meanwhile."""
    await refuse_all_but_team(act, one)
    if one.state != InspectionState.RECHECK:
        refuse_from(one, InspectionState.RECHECK)
        raise refuse(Code.TRANSITION, "id", before=InspectionState[one.state].words, after=Recheck.FAILED.words)
    until = await _until(act, rectify_due) | {"late_from": one.late_from or act.today}
    again = {"recheck": Recheck.FAILED, "rechecked_on": act.today, "rectified_on": None}
    back = await act.change(one, state=InspectionState.RECTIFY, **again, **until)
    await note(act, back, InspectionEntrySort.RECHECK, opinion)
    await publish_change(act, back)
    await tell_units(act, [(back, back.__dict__["unit_id"])], _NOT_SETTLED, act.today)
    return back


@action(inspection, LEADERS, label=("Refer for sanction", "移送处理"))
async def refer_inspection(act: Act, one: Inspection, *, reason: Annotated[str, _REASON]) -> Inspection:
    """Refer what is not put right to whoever imposes sanctions: when it is late, or was looked at again in vain."""
    await refuse_all_but_office(act, one)
    refuse_from(one, InspectionState.REFERRED)
    if one.late_from is None or one.late_from > act.today:
        raise Refusal([invalid("id", "it is not late.", "尚未逾期，不得移送。")])
    done = await act.change(one, state=InspectionState.REFERRED, ended_on=act.today, **UNTIMED)
    await note(act, done, InspectionEntrySort.REFERRAL, reason)
    await tell_units(act, [(done, done.__dict__["unit_id"])], _REFERRED)
    return done


async def _until(act: Act, due: date) -> dict[str, Any]:
    """What an inspection holds that is to be rectified until a day, which lies ahead."""
    if due <= act.today:
        raise Refusal([invalid("rectify_due", "it must lie after today.", "整改期限须晚于今天。")])
    calendar = await load_calendar(act.tx)
    act.tx.warnings += calendar.unknown(act.today, due)
    timing = timed(calendar, due, act.today)
    return {"rectify_due": due, "late_from": timing["red_from"], **timing}
