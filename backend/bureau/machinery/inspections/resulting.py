"""The result: given by the team, answered by the unit, made public by the office (检查结论、申辩、公布)."""

from collections.abc import Sequence
from typing import Annotated, Any

from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Text
from bureau.kernel.money import from_scaled
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.inspections.course import InspectionEntry, InspectionEntrySort, note
from bureau.machinery.inspections.inspection import (
    WORST_FIRST,
    Inspection,
    InspectionResult,
    InspectionRound,
    InspectionState,
    inspection,
    inspection_round,
)
from bureau.machinery.inspections.limits import limit
from bureau.machinery.inspections.published import PublishedInspection
from bureau.machinery.inspections.scheme import InspectionScheme
from bureau.machinery.inspections.scoring import reached, unscored
from bureau.machinery.inspections.team import (
    INSPECTED,
    INSPECTORS,
    LEADERS,
    interests,
    refuse_all_but_office,
    refuse_all_but_team,
    refuse_all_but_unit,
    refuse_from,
)
from bureau.machinery.inspections.telling import tell_team, tell_units
from bureau.machinery.inspections.timing import UNTIMED, timed
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.storage.act import Act

_DEFENCE = Text(4000, "Defence", "申辩意见", lines=True)
_GIVEN = Words("The inspection of your unit has a result: see it.", "您单位的检查已有结论，请查看。")
_DEFENDED = Words("A unit that you inspected defends itself.", "您检查的单位提出了申辩。")
_PUBLISHED = Words("The result of your unit's inspection is public.", "您单位的检查结论已公布。")


@action(inspection, INSPECTORS, label=("Give the result", "出具结论"))
async def give_inspection_result(
    act: Act,
    one: Inspection,
    *,
    opinion: Annotated[str, Inspection.opinion],
    result: Annotated[InspectionResult | None, Inspection.result] = None,
) -> Inspection:
    """Give the result of an inspection, once every item is scored: what the scores come to, or a worse one that the
    opinion explains, never a better one. The unit may defend itself for as long as the scheme says.
    """
    await refuse_all_but_team(act, one)
    refuse_from(one, InspectionState.RESULT)
    scheme = await one.scheme
    if scheme.has_site_check and one.state == InspectionState.DOC_CHECK:
        before, after = InspectionState.DOC_CHECK.words, InspectionState.RESULT.words
        raise refuse(Code.TRANSITION, "id", before=before, after=after)
    if left := await unscored(one):
        raise refuse(Code.UNSCORED, "id", count=left)
    found = await reached(one, scheme)
    if found is None:
        raise Refusal([invalid("id", "no item applies to the unit.", "没有适用的检查指标。")])
    given = InspectionResult[result] if result else found.result
    if WORST_FIRST.index(given) > WORST_FIRST.index(found.result):
        raise refuse(Code.BETTER_THAN_SCORED, "result", scored=found.result.words)
    calendar = await load_calendar(act.tx)
    await note(act, one, InspectionEntrySort.RESULT, opinion)
    told = await act.change(
        one,
        state=InspectionState.RESULT,
        score=from_scaled(found.score, 2),
        result=given,
        opinion=opinion,
        result_on=act.today,
        defence_until=calendar.after(act.today, scheme.defence_days) if scheme.defence_days else None,
        **timed(calendar, calendar.after(act.today, limit("inspection_publish_days", act.today)), act.today),
    )
    await tell_units(act, [(told, told.__dict__["unit_id"])], _GIVEN)
    return told


@action(inspection, INSPECTED, label=("Defend", "申辩"))
async def defend_inspection(act: Act, one: Inspection, *, text: Annotated[str, _DEFENCE]) -> Inspection:
    """Say what a unit has to say against a result, by the unit itself, until the time for it is over."""
    refuse_all_but_unit(act, one)
    if one.state != InspectionState.RESULT or one.defence_until is None:
        raise refuse(Code.TRANSITION, "id", before=InspectionState[one.state].words, after=Words("Defence", "申辩"))
    if one.defence_until < act.today:
        raise refuse(Code.EXPIRED, "id", day=str(one.defence_until))
    await note(act, one, InspectionEntrySort.DEFENCE, text)
    await tell_team(act, one, _DEFENDED, act.today)
    return one


@action(inspection, INSPECTORS, label=("Amend the result", "变更结论"))
async def amend_inspection_result(
    act: Act,
    one: Inspection,
    *,
    result: Annotated[InspectionResult, Inspection.result],
    opinion: Annotated[str, Inspection.opinion],
) -> Inspection:
    """Give another result after a defence, with the reason, before it is public."""
    await refuse_all_but_team(act, one)
    if one.state != InspectionState.RESULT:
        after = InspectionEntrySort.RESULT.words
        raise refuse(Code.TRANSITION, "id", before=InspectionState[one.state].words, after=after)
    defended = {"inspection_id": one.id, "sort": InspectionEntrySort.DEFENCE, "void_reason__isnull": True}
    if not await InspectionEntry.filter(**defended).exists():
        raise Refusal([invalid("id", "the unit has not defended itself.", "受检单位未提出申辩。")])
    await note(act, one, InspectionEntrySort.RESULT, opinion)
    told = await act.change(one, result=result, opinion=opinion)
    await tell_units(act, [(told, told.__dict__["unit_id"])], _GIVEN, "amended")
    return told


@action(inspection, LEADERS, label=("Publish", "公布结论"))
async def publish_inspection(act: Act, one: Inspection) -> Inspection:
    """Make the result of an inspection public, once the time for a defence is over: where it was passed, the inspection
    is closed; otherwise rectification is ordered next.
    """
    await refuse_all_but_office(act, one)
    refuse_from(one, InspectionState.PUBLISHED)
    _refuse_before_defence(act, one)
    (done,) = await _publish(act, [one])
    return done


@action(inspection_round, LEADERS, label=("Publish results", "批量公布结论"))
async def publish_round(act: Act, subject: InspectionRound) -> InspectionRound:
    """Make all results of a round public that were given and of which the time for a defence is over."""
    refuse_others(act, subject.__dict__["office_id"], (await subject.office).name)
    held = await act.hold_all(Inspection, round_id=subject.id, state=InspectionState.RESULT)
    ripe = [one for one in held if one.defence_until is None or one.defence_until < act.today]
    if not ripe:
        days = [one.defence_until for one in held if one.defence_until is not None]
        if days:
            raise refuse(Code.DEFENCE_OPEN, "id", day=str(min(days)))
        raise Refusal([fault(Code.NOT_FOUND, "id", kind=Inspection.result.words)])
    account = act.actor.account
    own = await interests(act, [account] if account is not None else [], [one.__dict__["unit_id"] for one in ripe])
    for code in own.values():
        raise refuse(code, "id")
    await _publish(act, ripe)
    return subject


def _refuse_before_defence(act: Act, one: Inspection) -> None:
    if one.defence_until is not None and act.today <= one.defence_until:
        raise refuse(Code.DEFENCE_OPEN, "id", day=str(one.defence_until))


async def _publish(act: Act, held: Sequence[Inspection]) -> list[Inspection]:
    """Publish results in one set."""
    calendar = await load_calendar(act.tx)
    done = await act.change_all(Inspection, [(one, _becomes(one, calendar, act)) for one in held])
    schemes = {
        scheme.id: scheme for scheme in await InspectionScheme.filter(id__in={o.__dict__["scheme_id"] for o in held})
    }
    said = {"said_by": act.actor.name, "said_at": act.tx.now()}
    entries = [{"inspection": one, "sort": InspectionEntrySort.PUBLICATION, **said} for one in done]
    await act.create_all(InspectionEntry, entries)
    rows = [
        {name: getattr(one, name) for name in ("number", "unit_name", "office_name", "category", "year", "result")}
        | {"inspection": one, "scheme_name": schemes[one.__dict__["scheme_id"]].name, "published_on": act.today}
        for one in done
    ]
    await act.create_all(PublishedInspection, rows)
    await tell_units(act, [(one, one.__dict__["unit_id"]) for one in done], _PUBLISHED)
    return done


def _becomes(one: Inspection, calendar: Calendar, act: Act) -> dict[str, Any]:
    if one.result == InspectionResult.PASSED:
        return {"state": InspectionState.CLOSED, "published_on": act.today, "ended_on": act.today, **UNTIMED}
    due = calendar.after(act.today, limit("inspection_order_days", act.today))
    return {"state": InspectionState.PUBLISHED, "published_on": act.today, **timed(calendar, due, act.today)}
