"""Made-up tasks: of the bureau and of two counties, in every state and under every lamp."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bureau.kernel.shipped import shipped_rows
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.machinery.tasks.assigned_task import OPEN, AssignedTask, Lamp, TaskPart, TaskParty, TaskState
from bureau.machinery.tasks.extension import ExtensionState, TaskExtension
from bureau.machinery.tasks.limits import limit
from bureau.machinery.tasks.score import score
from bureau.machinery.tasks.task_report import ReportSort, TaskReport
from bureau.machinery.tasks.timing import lamp_on, times
from bureau.registry.school import School
from bureau.registry.unit import Office, Unit

_BY = "督办专员"
_UNDECIDED = "义务教育阳光招生情况报告"
"""The title of the task for which more time is asked."""
_HOUR = time(2)


async def _make(scene: Scene) -> int:
    units, calendar = await _units(), await load_calendar(scene.tx)
    count = 0
    for row in shipped_rows("bureau.machinery.tasks", "demo.csv"):
        if {row["issuer"], row["lead"]} <= units.keys():
            await _task(scene, calendar, units, row)
            count += 1
    return count


async def _units() -> Mapping[str, Unit]:
    """The units that the table calls by a name of its own, as far as there are such."""
    found: dict[str, Unit] = {"bureau": await Office.get(category="BUREAU")}
    number = 0
    for county in await Office.filter(category="COUNTY_BUREAU").order_by("id"):
        school = await School.filter(category="SCHOOL", superior_id=county.id).order_by("id").first()
        if school is not None and number < 2:
            number += 1
            found |= {f"county-{number}": county, f"school-{number}": school}
    return found


async def _task(scene: Scene, calendar: Calendar, units: Mapping[str, Unit], row: Mapping[str, str]) -> None:
    state, today = TaskState[row["state"]], scene.today
    issuer, lead = units[row["issuer"]], units[row["lead"]]
    issued, due = _days_from(calendar, today, -int(row["issued"])), _days_from(calendar, today, int(row["due"]))
    sign_due = calendar.after(issued, limit("task_sign_days", today))
    task = new(
        AssignedTask,
        **{name: row[name] for name in ("title", "content", "source", "urgency")},
        **times(calendar, due, today),
        issuer=issuer,
        issuer_name=issuer.name,
        lead=lead,
        lead_name=lead.name,
        state=state,
        issued_on=issued,
        issued_by=_BY,
        due=due,
        sign_due=sign_due,
        signed_on=None if state is TaskState.ISSUED else min(sign_due, today),
        times_returned=int(row["returned"]),
        times_reminded=0,
    )
    if state not in OPEN:
        _submit(task, calendar, today)
    await insert(scene.store, scene.tx, [task])
    parts = [(issuer, TaskPart.ISSUING), (lead, TaskPart.LEAD)]
    parts += [(units[row["assisting"]], TaskPart.ASSISTING)] if row["assisting"] in units else []
    await insert(scene.store, scene.tx, [_party(task, unit, part) for unit, part in parts])
    await _reports(scene, task, row["said"])
    if row["title"] == _UNDECIDED:
        more = calendar.after(due, 5)
        asked = {"reason": "部分区域数据尚在核实。", "state": ExtensionState.OPEN, "asked_by": "张老师"}
        extension = new(TaskExtension, task=task, due_before=due, until=more, asked_at=_at(today), **asked)
        await insert(scene.store, scene.tx, [extension])


def _days_from(calendar: Calendar, day: date, count: int) -> date:
    """The day that lies so many working days after another, or before it."""
    return calendar.after(day, count) if count >= 0 else calendar.from_which(day, -count)


def _submit(task: AssignedTask, calendar: Calendar, today: date) -> None:
    """Let a task have been submitted on the day before it was due at the latest, and judged since."""
    task.submitted_on = min(task.red_from - timedelta(days=2), today)
    task.lamp = lamp_on(task.submitted_on, task.yellow_from, task.red_from)
    if task.state != TaskState.SUBMITTED:
        task.accepted_on = calendar.after(task.submitted_on, 1)
        task.score = score(task, calendar, today)
    if task.state == TaskState.CLOSED:
        task.closed_on = calendar.after(task.submitted_on, 2)
    assert task.lamp in tuple(Lamp)


def _party(task: AssignedTask, unit: Unit, part: TaskPart) -> TaskParty:
    is_doing, is_signed = part is not TaskPart.ISSUING, part is TaskPart.LEAD and task.signed_on is not None
    signed: dict[str, Any] = {"signed_on": task.signed_on, "signed_by": "张老师"} if is_signed else {}
    sign_due = task.sign_due if is_doing else None
    return new(
        TaskParty,
        task=task,
        unit=unit,
        unit_name=unit.name,
        part=part,
        since=task.issued_on,
        sign_due=sign_due,
        **signed,
    )


async def _reports(scene: Scene, task: AssignedTask, text: str) -> None:
    """What was said in the course of a task, so far as it came."""
    if not text:
        return
    lead, issuer = task.__dict__["_lead"], task.__dict__["_issuer"]
    is_done = task.state not in OPEN
    said = [(ReportSort.SUBMISSION if is_done or task.times_returned else ReportSort.PROGRESS, lead, text)]
    said += [(ReportSort.RETURN, issuer, "案例不具体，请补充。")] if task.times_returned else []
    said += [(ReportSort.ACCEPTANCE, issuer, "同意办结。")] if task.accepted_on else []
    rows = [
        new(
            TaskReport,
            task=task,
            sort=sort,
            reporter=unit,
            unit_name=unit.name,
            text=words,
            said_by=_BY if unit is issuer else "张老师",
            said_at=_at(task.submitted_on or scene.today) + timedelta(minutes=number),
        )
        for number, (sort, unit, words) in enumerate(said)
    ]
    await insert(scene.store, scene.tx, rows)


def _at(day: date) -> datetime:
    return datetime.combine(day, _HOUR, UTC)


assigned = Demo("assigned tasks", _make)
