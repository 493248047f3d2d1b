"""A finding: one thing that an inspection found wrong, with what is to be done about it (检查发现问题)."""

from typing import Annotated

from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.machinery.inspections.inspection import READERS, Inspection, InspectionState, inspection
from bureau.machinery.inspections.scheme import InspectionItem
from bureau.machinery.inspections.team import INSPECTORS, refuse_all_but_team
from bureau.storage.act import Act
from bureau.storage.record import Record

_WHILE = (InspectionState.DOC_CHECK, InspectionState.SITE_CHECK, InspectionState.RESULT, InspectionState.RECHECK)


class FindingState(State):
    """Whether a finding is settled (问题状态)."""

    OPEN = "OPEN", "Open", "待整改"
    SETTLED = "SETTLED", "Settled", "已整改"


class InspectionFinding(Record):
    """One thing that was found wrong at a unit, and what is to be done about it."""

    inspection = One(Inspection, "Inspection", "检查", back=("findings", "Findings", "发现问题"))
    place = Integer(1, 1000, "Place", "序号")
    item = One(InspectionItem, "Item", "检查指标").optional()
    text = Text(2000, "What was found", "问题", lines=True)
    demand = Text(2000, "What is to be done", "整改要求", lines=True)
    state = Choice(FindingState, "State", "问题状态", by_verbs=True)
    found_on = Date("Found on", "发现日期")
    found_by = Text(60, "Found by", "发现人", of_person=True)
    settled_on = Date("Settled on", "整改日期", by_verbs=True).optional()


inspection_finding = Kind(
    InspectionFinding,
    label=("Inspection finding", "Inspection findings", "检查发现问题"),
    scope=Follows("inspection"),
    read=READERS,
    natural_key=("inspection", "place"),
    title=("text", "place"),
    list=("inspection.unit_name", "place", "text", "demand", "state", "found_on", "settled_on"),
    order=("found_on",),
    search=("text",),
    filter=("state", "found_on"),
    group=("state",),
)


@action(inspection, INSPECTORS, label=("Note a finding", "登记问题"))
async def add_finding(
    act: Act,
    one: Inspection,
    *,
    text: Annotated[str, InspectionFinding.text],
    demand: Annotated[str, InspectionFinding.demand],
    item: Annotated[InspectionItem | None, InspectionFinding.item] = None,
) -> Inspection:
    """Note what was found wrong at a unit, by one of the team while it is checked or looked at again."""
    await refuse_all_but_team(act, one)
    if one.state not in _WHILE:
        state, words = InspectionState[one.state], inspection_finding.words
        raise refuse(Code.TRANSITION, "id", before=state.words, after=words)
    if item is not None and item.__dict__["scheme_id"] != one.__dict__["scheme_id"]:
        raise Refusal([fault(Code.MISMATCH, "item", other=Inspection.scheme.words)])
    last = await InspectionFinding.filter(inspection_id=one.id).order_by("-place").first()
    said = {"found_on": act.today, "found_by": act.actor.name, "state": FindingState.OPEN}
    place = last.place + 1 if last else 1
    await act.create(InspectionFinding, inspection=one, place=place, item=item, text=text, demand=demand, **said)
    return one
