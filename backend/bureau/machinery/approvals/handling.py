"""What else is done with a case under way: sent back, withdrawn, handed to a colleague, paused and resumed."""

from typing import Annotated

from bureau.access.acting import acting
from bureau.access.actors import actor_of, grants_at
from bureau.access.others import other_account
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseState, case
from bureau.machinery.approvals.case_step import CaseStep, PauseSort, StepState
from bureau.machinery.approvals.deciding import end, is_late
from bureau.machinery.approvals.recusal import barred, refuse_barred
from bureau.machinery.approvals.turn import OFFICES, begin, present_turn, tell_of, turns
from bureau.machinery.calendars.calendar import load_calendar
from bureau.storage.act import Act
from bureau.storage.rights import may_act

_REASON = Text(500, "Reason", "原因", lines=True)
_WITHDRAWN = Words("The case was withdrawn.", "该事项已撤回。")
_DELEGATED = Words("A case was handed to you to decide.", "有一项事项委托您办理。")
_SUPPLEMENT = Words("Your case is to be supplemented.", "您申请的事项需要补正材料。")
_COPIED = (
    *("code", "english_name", "chinese_name", "sort", "unit_name", "roles", "need", "apart", "working_days"),
    *("public_days", "public_english", "public_chinese"),
)
"""What a turn that comes again has of the one before."""


@action(case, OFFICES, label=("Send back", "退回"))
async def return_case(
    act: Act,
    subject: Case,
    *,
    step: Annotated[str, CaseStep.code],
    reason: Annotated[str, _REASON],
) -> Case:
    """Send a case back to an earlier step, which is decided again, as is all that follows from it."""
    steps = await turns(subject)
    present = present_turn(act, subject, steps)
    await refuse_barred(act, subject)
    earlier = [one for one in steps if one.code == step and one.sequence < present.sequence]
    if not earlier:
        raise Refusal([fault(Code.NOT_FOUND, "step", kind=CaseStep.code.words)])
    left = [one for one in steps if one.state == StepState.PLANNED]
    said = {
        "opinion": reason,
        "decided_by": (await acting(act)).name,
        "decided_at": act.tx.now(),
        "is_late": is_late(act, present),
    }
    await act.change(present, state=StepState.RETURNED, **said)
    await act.change_all(CaseStep, [(one, {"state": StepState.DROPPED}) for one in left])
    again = [one for one in steps if earlier[-1].sequence <= one.sequence]
    last = max(one.sequence for one in steps)
    rows = [
        {name: getattr(one, name) for name in _COPIED}
        | {"case": subject, "sequence": last + number, "unit": await one.unit}
        | {"state": StepState.PLANNED, "paused_days": 0}
        for number, one in enumerate(again, 1)
    ]
    return await begin(act, subject, (await act.create_all(CaseStep, rows))[0])


@action(case, OFFICES | rules.guardian, label=("Withdraw", "撤回"))
async def withdraw_case(act: Act, subject: Case, *, reason: Annotated[str, Case.end_reason]) -> Case:
    """Withdraw a case that you opened and that is still under way."""
    if subject.__dict__["opener_id"] is None or subject.__dict__["opener_id"] != act.actor.account:
        raise refuse(Code.FORBIDDEN)
    if subject.state != CaseState.OPEN:
        raise Refusal([fault(Code.CONFLICT, "id")], current=subject.id)
    steps = await turns(subject)
    for step in steps:
        if step.state == StepState.WAITING:
            await act.change(step, state=StepState.DROPPED)
    return await end(act, subject, steps, CaseState.WITHDRAWN, reason, _WITHDRAWN)


@action(case, OFFICES, label=("Delegate", "委托办理"))
async def delegate_case(
    act: Act,
    subject: Case,
    *,
    username: Annotated[str, Text(60, "User name", "用户名")],
    reason: Annotated[str, CaseStep.delegated_because],
) -> Case:
    """Hand the step at which a case waits to somebody of the same unit; those who decide it anyway still may."""
    present = present_turn(act, subject, await turns(subject))
    await refuse_barred(act, subject)
    account = await other_account(act, username)
    there = {one for one, _ in await grants_at(act.store.database, present.__dict__["unit_id"])}
    colleague = await actor_of(act.store.database, account.id)
    kind = act.store.kind_of(type(subject))
    if account.id not in there or colleague is None or not may_act(colleague, kind, kind.read, subject):
        raise Refusal([fault(Code.NOT_FOUND, "username", kind=CaseStep.delegated_to.words)])
    for code in (await barred(act, subject, [account.id])).values():
        raise refuse(code, "username")
    await act.change(present, delegate=account, delegated_to=account.display_name, delegated_because=reason)
    await tell_of(act, subject, {account.id}, _DELEGATED, present.sequence)
    return subject


@action(case, OFFICES, label=("Pause", "暂停计时"))
async def pause_case(
    act: Act,
    subject: Case,
    *,
    sort: Annotated[str, CaseStep.pause_sort],
    reason: Annotated[str, CaseStep.pause_reason],
) -> Case:
    """Let the time of the present step stand still: papers are to be added, experts look at it (§17)."""
    present = present_turn(act, subject, await turns(subject))
    await refuse_barred(act, subject)
    if present.paused_on is not None:
        raise refuse(Code.STEP_PAUSED, "id", reason=present.pause_reason or "")
    await act.change(present, paused_on=act.today, pause_sort=sort, pause_reason=reason)
    opener = subject.__dict__["opener_id"]
    if sort == PauseSort.SUPPLEMENT and opener is not None:
        await tell_of(act, subject, {opener}, _SUPPLEMENT, f"{present.sequence}:{act.tx.now().timestamp()}")
    return await act.change(subject, due=None)


@action(case, OFFICES, label=("Resume", "恢复计时"))
async def resume_case(act: Act, subject: Case) -> Case:
    """Let the time of the present step run on: its last day moves by the working days that it stood still."""
    present = present_turn(act, subject, await turns(subject))
    await refuse_barred(act, subject)
    if present.paused_on is None:
        raise refuse(Code.ENDED, "id", kind=CaseStep.paused_on.words)
    calendar = await load_calendar(act.tx)
    stood = calendar.between(present.paused_on, act.today)
    due = calendar.after(present.due, stood) if present.due else None
    whole = {"paused_on": None, "pause_sort": None, "pause_reason": None, "paused_days": present.paused_days + stood}
    await act.change(present, due=due, calendar=calendar.version, **whole)
    return await act.change(subject, due=due)
