"""What those do to whom a task was assigned: they sign for it, report on it and submit it (签收、反馈、报结)."""

from typing import Annotated

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.tasks.assigned_task import (
    OPEN,
    AssignedTask,
    TaskPart,
    TaskParty,
    TaskState,
    assigned_task,
)
from bureau.machinery.tasks.extension import lapse
from bureau.machinery.tasks.taking_part import doing_here, refuse_all_but_lead, refuse_from
from bureau.machinery.tasks.task_report import ReportSort, note
from bureau.machinery.tasks.telling import tell_units
from bureau.storage.act import Act

_TEXT = Text(2000, "Report", "反馈内容", lines=True)
_SUBMITTED = Words("A task that you assigned was submitted.", "您单位交办的督办事项已报结，请验收。")
_UNSIGNED = Words("Not signed for yet", "尚未签收")
_DONE_BEFORE = (TaskState.ACCEPTED, TaskState.CLOSED)


@action(assigned_task, rules.officers, label=("Sign for it", "签收"))
async def sign_task(act: Act, task: AssignedTask) -> AssignedTask:
    """Sign for a task in the name of the lead unit or of one that assists it, once; it is signed when the lead has."""
    here = [party for party in await doing_here(act, task) if party.signed_on is None]
    if not here:
        raise refuse(Code.DUPLICATE, "id", kind=TaskParty.signed_on.words)
    if task.state == TaskState.CLOSED:
        refuse_from(task, TaskState.SIGNED)
    signed = {"signed_on": act.today, "signed_by": act.actor.name}
    await act.change_all(TaskParty, [(party, signed) for party in here])
    if all(party.part != TaskPart.LEAD for party in here):
        return task
    refuse_from(task, TaskState.SIGNED)
    return await act.change(task, state=TaskState.SIGNED, signed_on=act.today)


@action(assigned_task, rules.officers, label=("Report", "反馈进展"))
async def report_task(act: Act, task: AssignedTask, *, text: Annotated[str, _TEXT]) -> AssignedTask:
    """Report how a task goes, by the lead unit or one that assists it, once that has signed for it."""
    party = (await doing_here(act, task))[0]
    if task.state == TaskState.CLOSED or party.part == TaskPart.LEAD:
        refuse_from(task, TaskState.IN_PROGRESS)
    if task.state not in OPEN:
        raise refuse(Code.TRANSITION, "id", before=TaskState[task.state].words, after=TaskState.IN_PROGRESS.words)
    if party.signed_on is None:
        raise refuse(Code.TRANSITION, "id", before=_UNSIGNED, after=TaskState.IN_PROGRESS.words)
    await note(act, task, ReportSort.PROGRESS, await party.unit, text)
    if party.part != TaskPart.LEAD or task.state == TaskState.IN_PROGRESS:
        return task
    return await act.change(task, state=TaskState.IN_PROGRESS)


@action(assigned_task, rules.officers, label=("Submit", "报结"))
async def submit_task(act: Act, task: AssignedTask, *, text: Annotated[str, _TEXT]) -> AssignedTask:
    """Submit what was done to whoever assigned the task, by the lead unit, once all that was handed on is accepted.

    The lamp stays as it is then; an extension that is not decided yet lapses.
    """
    refuse_all_but_lead(act, task)
    refuse_from(task, TaskState.SUBMITTED)
    handed_on = AssignedTask.filter(parent_id=task.id, void_reason__isnull=True)
    if count := await handed_on.exclude(state__in=list(_DONE_BEFORE)).count():
        raise refuse(Code.HANDED_ON_OPEN, "id", count=count)
    await note(act, task, ReportSort.SUBMISSION, await task.lead, text)
    await lapse(act, [task.id])
    done = await act.change(
        task,
        state=TaskState.SUBMITTED,
        submitted_on=act.today,
        submitter=await Account.filter(id=act.actor.account).first() if act.actor.account is not None else None,
    )
    await tell_units(act, [(done, done.__dict__["issuer_id"])], _SUBMITTED, done.times_returned)
    return done
