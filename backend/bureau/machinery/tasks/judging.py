"""What whoever assigned a task says to it: accepted or returned, urged on, closed in the end (验收、催办、办结)."""

from typing import Annotated

from bureau.access.others import refuse_same_person
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.tasks.assigned_task import (
    DOING,
    OPEN,
    AssignedTask,
    TaskParty,
    TaskState,
    assigned_task,
)
from bureau.machinery.tasks.extension import lapse
from bureau.machinery.tasks.score import score
from bureau.machinery.tasks.taking_part import ISSUERS, refuse_all_but_issuer, refuse_from
from bureau.machinery.tasks.task_report import ReportSort, note
from bureau.machinery.tasks.telling import tell_units
from bureau.machinery.tasks.timing import lamp_on
from bureau.storage.act import Act

_OPINION = Text(2000, "Opinion", "验收意见", lines=True)
_WHY = Text(2000, "Reason", "理由", lines=True)
_URGING = Text(500, "What to hasten", "催办内容", lines=True)
_ACCEPTED = Words("Your unit's task was accepted.", "您单位报结的督办事项已验收。")
_RETURNED = Words("Your unit's task was returned: see why.", "您单位报结的督办事项被退回，请查看理由。")
_URGED = Words("You are reminded of a task that was assigned to your unit.", "请加快办理您单位的督办事项。")


@action(assigned_task, ISSUERS, label=("Accept", "验收"))
async def accept_task(act: Act, task: AssignedTask, *, opinion: Annotated[str | None, _OPINION] = None) -> AssignedTask:
    """Accept what was submitted, by an officer where the task was assigned, and never by who submitted it."""
    await _refuse_own(act, task, TaskState.ACCEPTED)
    await note(act, task, ReportSort.ACCEPTANCE, await task.issuer, opinion)
    points = score(task, await load_calendar(act.tx), act.today)
    done = await act.change(task, state=TaskState.ACCEPTED, accepted_on=act.today, score=points)
    await tell_units(act, [(done, done.__dict__["lead_id"])], _ACCEPTED)
    return done


@action(assigned_task, ISSUERS, label=("Return", "退回"))
async def return_task(act: Act, task: AssignedTask, *, reason: Annotated[str, _WHY]) -> AssignedTask:
    """Return what was submitted, with the reason; it is due as before, and its lamp goes on."""
    await _refuse_own(act, task, TaskState.RETURNED)
    await note(act, task, ReportSort.RETURN, await task.issuer, reason)
    back = await act.change(
        task,
        state=TaskState.RETURNED,
        submitted_on=None,
        submitter=None,
        times_returned=task.times_returned + 1,
        lamp=lamp_on(act.today, task.yellow_from, task.red_from),
    )
    await tell_units(act, [(back, back.__dict__["lead_id"])], _RETURNED, back.times_returned)
    return back


@action(assigned_task, ISSUERS, label=("Remind", "催办"))
async def remind_task(act: Act, task: AssignedTask, *, text: Annotated[str | None, _URGING] = None) -> AssignedTask:
    """Remind the units that a task was assigned to, while it is for them to do something."""
    refuse_all_but_issuer(act, task)
    if task.state == TaskState.CLOSED:
        raise refuse(Code.ENDED, "id", kind=assigned_task.words)
    if task.state not in OPEN:
        raise refuse(Code.TRANSITION, "id", before=TaskState[task.state].words, after=ReportSort.REMINDER.words)
    await note(act, task, ReportSort.REMINDER, await task.issuer, text)
    urged = await act.change(task, times_reminded=task.times_reminded + 1)
    doing = TaskParty.filter(task_id=task.id, part__in=list(DOING), void_reason__isnull=True).order_by("id")
    units = [party.__dict__["unit_id"] for party in await doing]
    await tell_units(act, [(urged, unit) for unit in units], _URGED, urged.times_reminded)
    return urged


@action(assigned_task, ISSUERS, label=("Close", "办结"))
async def close_task(act: Act, task: AssignedTask, *, reason: Annotated[str | None, _WHY] = None) -> AssignedTask:
    """Close a task that was accepted. One that was returned is ended so, and one that nobody signed for recalled, with
    the reason and without a score.
    """
    refuse_all_but_issuer(act, task)
    refuse_from(task, TaskState.CLOSED)
    if task.state != TaskState.ACCEPTED and not reason:
        raise Refusal([fault(Code.REQUIRED, "reason")])
    await note(act, task, ReportSort.CLOSING, await task.issuer, reason)
    await lapse(act, [task.id])
    return await act.change(task, state=TaskState.CLOSED, closed_on=act.today)


async def _refuse_own(act: Act, task: AssignedTask, to: TaskState) -> None:
    """Raise Refusal where the actor does not work where a task was assigned, where it waits for no judgement, or where
    the actor submitted it.
    """
    refuse_all_but_issuer(act, task)
    refuse_from(task, to)
    submitter = task.__dict__["submitter_id"]
    await refuse_same_person(act, [submitter] if submitter is not None else [])
