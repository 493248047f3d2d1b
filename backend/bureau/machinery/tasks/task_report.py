"""A task report: what was said and done in the course of a task, in its order, none of it ever changed (督办反馈)."""

from bureau.kernel import rules
from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Follows, Kind, Parties
from bureau.machinery.tasks.assigned_task import AssignedTask, TaskParty
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record


class ReportSort(State):
    """What a report is of (反馈类型)."""

    PROGRESS = "PROGRESS", "Progress", "进展反馈"
    SUBMISSION = "SUBMISSION", "Submission", "报结"
    RETURN = "RETURN", "Return", "退回"
    ACCEPTANCE = "ACCEPTANCE", "Acceptance", "验收"
    REMINDER = "REMINDER", "Reminder", "催办"
    CLOSING = "CLOSING", "Closing", "办结"


class TaskReport(Record):
    """One entry in the course of a task: what a unit reports, or what the unit that issued it says to that."""

    task = One(AssignedTask, "Assigned task", "督办事项", back=("reports", "Reports", "督办反馈"))
    sort = Choice(ReportSort, "Sort", "反馈类型")
    reporter = One(Unit, "Reporting unit", "填报单位", back=("task_reports", "Task reports", "督办反馈"))
    unit_name = Text(200, "Name of the unit", "单位名称", note=("For those who do not see it.", "供参与各方查看。"))
    text = Text(2000, "Text", "内容", lines=True).optional()
    said_by = Text(60, "By whom", "填报人", of_person=True)
    said_at = Moment("At", "填报时间")


task_report = Kind(
    TaskReport,
    label=("Task report", "Task reports", "督办反馈"),
    scope=Follows("task"),
    parties=Parties(TaskParty, "task", "unit", of="task"),
    read=rules.offices,
    title=("unit_name", "sort"),
    list=("task.title", "sort", "unit_name", "text", "said_by", "said_at"),
    order=("said_at",),
    filter=("sort", "said_at"),
    group=("sort",),
)


async def note(act: Act, task: AssignedTask, sort: ReportSort, unit: Unit, text: str | None) -> TaskReport:
    """Add to the course of a task what a unit says."""
    return await act.create(
        TaskReport,
        task=task,
        sort=sort,
        reporter=unit,
        unit_name=unit.name,
        text=text,
        said_by=act.actor.name,
        said_at=act.tx.now(),
    )
