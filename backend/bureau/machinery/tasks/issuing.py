"""Issuing tasks: by the bureau, its sections and county bureaus; what these lead is handed on below (交办、转办)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import One, Rows, Text
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.documents.official_document import OfficialDocument
from bureau.machinery.documents.urgency import Urgency
from bureau.machinery.tasks.assigned_task import (
    AssignedTask,
    TaskPart,
    TaskParty,
    TaskSource,
    TaskState,
    assigned_task,
)
from bureau.machinery.tasks.limits import limit
from bureau.machinery.tasks.taking_part import (
    ISSUERS,
    refuse_all_but_lead,
    refuse_from,
    refuse_others,
    refuse_outside,
)
from bureau.machinery.tasks.telling import tell_units
from bureau.machinery.tasks.timing import times
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.act import Act

_ISSUED = Words("A task was assigned to your unit: sign for it.", "您单位有新的督办事项，请及时签收。")
_OFFICES = (UnitCategory.BUREAU, UnitCategory.SECTION, UnitCategory.COUNTY_BUREAU)


class AssistingUnit(Shape):
    """A unit that assists the lead unit (协办单位)."""

    unit = One(Unit, "Unit", "单位")


class UnitBelow(Shape):
    """A unit to which a task is handed on (转办单位)."""

    unit = One(Unit, "Unit", "单位")


_NUMBER = Text(
    60,
    "Document number",
    "依据文号",
    form="code",
    note=("Where the document is not kept here.", "依据文件未在本系统登记时填写。"),
)


@action(assigned_task, ISSUERS, label=("Assign a task", "交办"), place="issuer", known=("lead", "assisting"))
async def issue_task(
    act: Act,
    *,
    issuer: Annotated[Unit, AssignedTask.issuer],
    lead: Annotated[Unit, AssignedTask.lead],
    title: Annotated[str, AssignedTask.title],
    content: Annotated[str, AssignedTask.content],
    due: Annotated[date, AssignedTask.due],
    source: Annotated[TaskSource, AssignedTask.source],
    urgency: Annotated[Urgency, AssignedTask.urgency] = Urgency.ORDINARY,
    source_note: Annotated[str | None, AssignedTask.source_note] = None,
    document: Annotated[OfficialDocument | None, AssignedTask.document] = None,
    document_number: Annotated[str | None, _NUMBER] = None,
    assisting: Annotated[
        list[AssistingUnit] | None, Rows(AssistingUnit, "Assisting units", "协办单位", most=50)
    ] = None,
) -> AssignedTask:
    """Assign a task to a lead unit, and to units that assist it; each of them signs for it within a working day.

    The bureau and its sections assign tasks in the whole city, a county's bureau in its county.
    """
    if issuer.category not in _OFFICES:
        words = (
            "only the bureau, a section or a county's bureau assigns tasks.",
            "只有市局、科室和区县教育局可以交办。",
        )
        raise Refusal([invalid("issuer", *words)])
    refuse_others(act, issuer.id, issuer.name, "issuer")
    helping = [one.unit for one in assisting or ()]
    paths = (("assisting", str(number), "unit") for number in range(len(helping)))
    refuse_outside(issuer, [(("lead",), lead), *zip(paths, helping, strict=True)])
    _refuse_twice(lead, helping)
    number = document.number if document else document_number
    told = {"source_note": source_note, "document": document, "document_number": number}
    what = {"title": title, "content": content, "due": due, "source": source, "urgency": urgency, **told}
    (made,) = await _issue(act, issuer, [lead], helping, what)
    return made


@action(assigned_task, ISSUERS, label=("Hand on", "转办"), known=("to",))
async def hand_on_task(
    act: Act,
    task: AssignedTask,
    *,
    to: Annotated[list[UnitBelow], Rows(UnitBelow, "To", "转办单位", most=200)],
    due: Annotated[date, AssignedTask.due],
    content: Annotated[str | None, AssignedTask.content] = None,
) -> AssignedTask:
    """Hand a task that a county's bureau or a section leads on to units in its charge, each of which gets one of its
    own, due no later; the lead unit stays answerable for the whole and submits it once all of these are accepted.
    """
    refuse_all_but_lead(act, task)
    refuse_from(task, TaskState.IN_PROGRESS)
    lead = await task.lead
    if lead.category not in _OFFICES:
        raise Refusal([invalid("id", "a school hands nothing on.", "学校不得转办。")])
    units = [one.unit for one in to]
    if not units:
        raise Refusal([fault(Code.REQUIRED, "to")])
    refuse_outside(lead, [(("to", str(number), "unit"), unit) for number, unit in enumerate(units)])
    _refuse_twice(units[0], units[1:], "to")
    if due > task.due:
        raise Refusal([invalid("due", f"the task itself is due on {task.due}.", f"不得晚于原办理期限 {task.due}。")])
    kept = ("title", "source", "source_note", "urgency", "document_number")
    what = {name: getattr(task, name) for name in kept} | {"content": content or task.content, "due": due}
    await _issue(act, lead, units, [], what | {"parent": task})
    if task.state == TaskState.IN_PROGRESS:
        return task
    return await act.change(task, state=TaskState.IN_PROGRESS)


def _refuse_twice(first: Unit, others: Sequence[Unit], at: str = "assisting") -> None:
    seen = {first.id}
    for number, unit in enumerate(others, at == "to"):
        if unit.id in seen:
            raise refuse(Code.DUPLICATE, at, str(number), "unit", kind=TaskParty.unit.words)
        seen.add(unit.id)


async def _issue(
    act: Act, issuer: Unit, leads: Sequence[Unit], helping: Sequence[Unit], what: dict[str, Any]
) -> list[AssignedTask]:
    """Write a task for each lead unit, with all that take part in it, and tell those who are to sign."""
    if what["due"] <= act.today:
        raise Refusal([invalid("due", "it must lie after today.", "办理期限须晚于今天。")])
    calendar = await load_calendar(act.tx)
    act.tx.warnings += calendar.unknown(act.today, what["due"])
    sign_due = calendar.after(act.today, limit("task_sign_days", act.today))
    same = what | times(calendar, what["due"], act.today) | {"state": TaskState.ISSUED, "sign_due": sign_due}
    same |= {"issuer": issuer, "issuer_name": issuer.name, "issued_on": act.today, "issued_by": act.actor.name}
    same |= {"times_returned": 0, "times_reminded": 0}
    made = await act.create_all(AssignedTask, [same | {"lead": lead, "lead_name": lead.name} for lead in leads])
    parts = [
        (task, unit, part)
        for task, lead in zip(made, leads, strict=True)
        for unit, part in (
            (issuer, TaskPart.ISSUING),
            (lead, TaskPart.LEAD),
            *((unit, TaskPart.ASSISTING) for unit in helping),
        )
    ]
    rows = [
        {"task": task, "unit": unit, "unit_name": unit.name, "part": part, "since": act.today}
        | ({} if part is TaskPart.ISSUING else {"sign_due": sign_due})
        for task, unit, part in parts
    ]
    await act.create_all(TaskParty, rows)
    doing = [(task, unit.id) for task, unit, part in parts if part is not TaskPart.ISSUING]
    await tell_units(act, doing, _ISSUED)
    return made
