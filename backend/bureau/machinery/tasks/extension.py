"""An extension: more time for a task, asked for before its last day and decided where it was assigned (延期申请)."""

from collections.abc import Collection
from datetime import date
from typing import Annotated

from bureau.access.account import Account
from bureau.access.others import refuse_same_person
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Choice, Date, Moment, One, State, Text
from bureau.kernel.kind import Follows, Kind, Parties
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.tasks.assigned_task import OPEN, AssignedTask, TaskParty, TaskState, assigned_task
from bureau.machinery.tasks.taking_part import ISSUERS, refuse_all_but_issuer, refuse_all_but_lead
from bureau.machinery.tasks.telling import tell_units
from bureau.machinery.tasks.timing import times
from bureau.storage.act import Act
from bureau.storage.record import Record

_ASKED = Words("More time is asked for a task that you assigned.", "您单位交办的督办事项有延期申请，请批复。")
_DECIDED = Words("Your unit's request for more time was decided.", "您单位的延期申请已有批复。")


class ExtensionState(State):
    """What became of an extension (延期申请状态)."""

    OPEN = "OPEN", "To be decided", "待批复"
    GRANTED = "GRANTED", "Granted", "同意延期"
    REFUSED = "REFUSED", "Refused", "不同意延期"
    LAPSED = "LAPSED", "Lapsed", "已失效"


class ExtensionDecision(State):
    """What is said to an extension (延期批复)."""

    GRANT = "GRANT", "Grant", "同意"
    REFUSE = "REFUSE", "Refuse", "不同意"


class TaskExtension(Record):
    """More time that the lead unit of a task asks for, with what was decided; it lapses with the last day."""

    task = One(AssignedTask, "Assigned task", "督办事项", back=("extensions", "Extensions", "延期申请"))
    due_before = Date("Due before", "原办理期限")
    until = Date("New last day", "申请延至")
    reason = Text(500, "Reason", "延期理由", lines=True)
    state = Choice(ExtensionState, "State", "延期申请状态", by_verbs=True)
    asker = One(Account, "Asker's account", "申请账户", internal=True).optional()
    asked_by = Text(60, "Asked by", "申请人", of_person=True)
    asked_at = Moment("Asked at", "申请时间")
    decided_by = Text(60, "Decided by", "批复人", of_person=True, by_verbs=True).optional()
    decided_at = Moment("Decided at", "批复时间", by_verbs=True).optional()
    opinion = Text(500, "Opinion", "批复意见", lines=True, by_verbs=True).optional()


task_extension = Kind(
    TaskExtension,
    label=("Task extension", "Task extensions", "延期申请"),
    scope=Follows("task"),
    parties=Parties(TaskParty, "task", "unit", of="task"),
    read=rules.offices,
    title=("until", "asked_by"),
    list=("task.title", "due_before", "until", "reason", "asked_by", "state"),
    order=("asked_at",),
    filter=("state", "until", "asked_at"),
    group=("state",),
)


@action(assigned_task, rules.officers, label=("Ask for more time", "申请延期"))
async def extend_task(
    act: Act,
    task: AssignedTask,
    *,
    until: Annotated[date, TaskExtension.until],
    reason: Annotated[str, TaskExtension.reason],
) -> AssignedTask:
    """Ask for more time, by the lead unit, before the last day has come; one request at a time."""
    refuse_all_but_lead(act, task)
    _refuse_unless_open(task)
    if act.today >= task.due:
        raise refuse(Code.EXPIRED, "id", day=str(task.due))
    if until <= task.due:
        raise Refusal([invalid("until", f"it is due on {task.due}.", f"应晚于现办理期限 {task.due}。")])
    await _refuse_beyond_parent(task, until)
    if await TaskExtension.filter(task_id=task.id, state=ExtensionState.OPEN, void_reason__isnull=True).exists():
        raise refuse(Code.EXTENSION_OPEN, "id")
    await act.create(
        TaskExtension,
        task=task,
        due_before=task.due,
        until=until,
        reason=reason,
        state=ExtensionState.OPEN,
        asker=await Account.filter(id=act.actor.account).first() if act.actor.account is not None else None,
        asked_by=act.actor.name,
        asked_at=act.tx.now(),
    )
    await tell_units(act, [(task, task.__dict__["issuer_id"])], _ASKED, until)
    return task


@action(task_extension, ISSUERS, label=("Decide", "批复"))
async def decide_extension(
    act: Act,
    extension: TaskExtension,
    *,
    decision: Annotated[ExtensionDecision, Choice(ExtensionDecision, "Decision", "批复结果")],
    opinion: Annotated[str | None, TaskExtension.opinion] = None,
) -> TaskExtension:
    """Grant or refuse more time, where the task was assigned and by nobody who asked for it; it is granted until the
    last day is over, which then moves and the lamp with it. A refusal says why.
    """
    (task,) = await act.hold_all(AssignedTask, id=extension.__dict__["task_id"])
    refuse_all_but_issuer(act, task)
    if extension.state != ExtensionState.OPEN:
        raise refuse(Code.ENDED, "id", kind=task_extension.words)
    asker = extension.__dict__["asker_id"]
    await refuse_same_person(act, [asker] if asker is not None else [])
    is_granted = decision == ExtensionDecision.GRANT
    if is_granted:
        _refuse_unless_open(task)
        await _refuse_beyond_parent(task, extension.until)
        if act.today >= task.red_from:
            raise refuse(Code.EXPIRED, "id", day=str(task.due))
        calendar = await load_calendar(act.tx)
        act.tx.warnings += calendar.unknown(act.today, extension.until)
        await act.change(task, due=extension.until, **times(calendar, extension.until, act.today))
    elif not opinion:
        raise Refusal([fault(Code.REQUIRED, "opinion")])
    state = ExtensionState.GRANTED if is_granted else ExtensionState.REFUSED
    said = {"decided_by": act.actor.name, "decided_at": act.tx.now(), "opinion": opinion}
    decided = await act.change(extension, state=state, **said)
    await tell_units(act, [(task, task.__dict__["lead_id"])], _DECIDED, decided.id)
    return decided


async def lapse(act: Act, tasks: Collection[int]) -> None:
    """Let the extensions of tasks lapse that were not decided."""
    waiting = await act.hold_all(TaskExtension, task_id__in=list(tasks), state=ExtensionState.OPEN)
    await act.change_all(TaskExtension, [(one, {"state": ExtensionState.LAPSED}) for one in waiting])


def _refuse_unless_open(task: AssignedTask) -> None:
    if task.state == TaskState.CLOSED:
        raise refuse(Code.ENDED, "id", kind=assigned_task.words)
    if task.state not in OPEN:
        raise refuse(Code.TRANSITION, "id", before=TaskState[task.state].words, after=task_extension.words)


async def _refuse_beyond_parent(task: AssignedTask, until: date) -> None:
    """What was handed on is due no later than that from which it was."""
    parent = await AssignedTask.filter(id=task.__dict__["parent_id"]).first()
    if parent is not None and until > parent.due:
        raise Refusal(
            [invalid("until", f"the task above is due on {parent.due}.", f"不得晚于上级事项期限 {parent.due}。")]
        )
