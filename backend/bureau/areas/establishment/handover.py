"""Handing over: what a school that ends leaves to others, item by item (交接清单)."""

from typing import Annotated

from bureau.areas.establishment.guards import Guard
from bureau.areas.establishment.levels import PACKAGE
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Coded, CodeTable, Moment, One, State, Text
from bureau.kernel.kind import Distinct, Kind, Stays
from bureau.kernel.rules import Level
from bureau.kernel.shipped import in_force, shipped_rows
from bureau.kernel.words import Words
from bureau.registry.school import School, school
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record

HANDOVER_ITEM = CodeTable("handover_item", Words("Item handed over", "交接事项"), "Bureau: data/handover.csv")
DECIDERS = rules.registrar.at(Level.CITY, Level.COUNTY)
_CLAUSE = "学校撤并交接要求（待核实）"


class HandoverState(State):
    """Whether it is handed over (交接状态)."""

    OPEN = "OPEN", "To be handed over", "待交接"
    DONE = "DONE", "Handed over", "已交接"


class HandoverItem(Record):
    """One thing that a school which ends hands over: assets, archives, claims and debts, its seal, its accounts."""

    school = One(School, "School", "学校", back=("handover", "Handing over", "交接清单"))
    item = Coded(HANDOVER_ITEM, "Item", "交接事项")
    basis = Text(200, "Basis", "依据")
    receiver = One(Unit, "Receiver", "接收单位", back=("received", "What it takes over", "接收交接"))
    state = Choice(HandoverState, "State", "状态", by_verbs=True)
    document = Text(100, "Record of it", "交接文书编号").optional()
    note = Text(1000, "Note", "说明", lines=True).optional()
    settled_by = Text(60, "Settled by", "办理人").optional()
    settled_at = Moment("Settled at", "办理时间").optional()


handover_item = Kind(
    HandoverItem,
    label=("Handover item", "Handover items", "交接事项"),
    scope=Stays("school"),
    read=rules.offices,
    title=("school.name", "item"),
    list=("school.name", "item", "receiver.name", "state", "document", "settled_at"),
    order=("school.name",),
    filter=("item", "state", "settled_at"),
    group=("item", "state"),
    distinct=(Distinct(("school", "item"), "item"),),
)


@action(school, DECIDERS, label=("Begin handing over", "开始交接"))
async def begin_handover(act: Act, school: School, *, receiver: Annotated[Unit, HandoverItem.receiver]) -> School:
    """Draw up the list of what a school hands over before it ends, as the rules of today have it."""
    if receiver.id == school.id:
        raise refuse(Code.INVALID, "receiver", reason=Words("it is the school itself.", "接收单位不能是本校。"))
    rows = in_force(shipped_rows(PACKAGE, "handover.csv"), act.today)
    of = {"school": school, "receiver": receiver, "state": HandoverState.OPEN}
    await act.create_all(HandoverItem, [{"item": row["item"], "basis": row["source"], **of} for row in rows])
    return school


@action(handover_item, DECIDERS | rules.principal, label=("Note as handed over", "登记交接"))
async def settle_handover(
    act: Act,
    item: HandoverItem,
    *,
    document: Annotated[str, HandoverItem.document],
    note: Annotated[str | None, HandoverItem.note] = None,
) -> HandoverItem:
    """Note that something was handed over, with the record of it that both sides signed."""
    if item.state == HandoverState.DONE:
        raise refuse(Code.ENDED, "id", kind=handover_item.words)
    said = {"document": document, "note": note, "settled_by": act.actor.name, "settled_at": act.tx.now()}
    return await act.change(item, state=HandoverState.DONE, **said)


@action(handover_item, DECIDERS, label=("Take back", "退回交接"))
async def reopen_handover(act: Act, item: HandoverItem, *, note: Annotated[str, HandoverItem.note]) -> HandoverItem:
    """Say that something was not handed over after all."""
    none = dict.fromkeys(("document", "settled_by", "settled_at"))
    return await act.change(item, state=HandoverState.OPEN, note=note, **none)


async def is_handed_over(act: Act, school: School) -> Guard:
    """§1.4: assets, archives and debts of a school that ends are handed over; the list must have been drawn up."""
    wanted = {row["item"] for row in in_force(shipped_rows(PACKAGE, "handover.csv"), act.today)}
    done = await HandoverItem.filter(school_id=school.id, state=HandoverState.DONE, void_reason__isnull=True)
    left = sorted(wanted - {one.item for one in done})
    table = (await act.store.reading()).codes.table(HANDOVER_ITEM.name)
    items = Words(", ".join(table[one].words.en for one in left), "、".join(table[one].words.zh for one in left))
    met = Words("Everything is handed over.", "资产、档案、债务等均已交接。")
    return Guard(Code.HANDOVER_OPEN, "school", not left, met, {"school": school.name, "items": items}, _CLAUSE)
