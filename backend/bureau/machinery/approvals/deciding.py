"""Deciding a case, step by step, until the last decision does in the same transaction what was asked for (审批)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.access.acting import acting
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseState, case
from bureau.machinery.approvals.case_step import CaseOpinion, CaseStep, Decision, StepState
from bureau.machinery.approvals.form import arguments_of
from bureau.machinery.approvals.objections import refuse_unanswered
from bureau.machinery.approvals.procedure import StepSort
from bureau.machinery.approvals.recusal import refuse_barred
from bureau.machinery.approvals.turn import OFFICES, begin, following, is_agreed, present_turn, tell_of, turns
from bureau.storage.act import Act

_DONE = Words("Your case was approved and carried out.", "您申请的事项已批准并办结。")
_REJECTED = Words("Your case was rejected.", "您申请的事项未获批准。")


@action(case, OFFICES, label=("Decide", "审批"))
async def decide_case(
    act: Act,
    subject: Case,
    *,
    decision: Annotated[str, CaseStep.decision],
    opinion: Annotated[str | None, CaseStep.opinion] = None,
    number: Annotated[str | None, CaseStep.document_number] = None,
    date: Annotated[date | None, CaseStep.document_date] = None,
    step: Annotated[str | None, CaseStep.code] = None,
) -> Case:
    """Approve or reject the step at which a case waits; who names the `step` they saw decides no other one.

    The last approval does what was asked for, or the whole is refused and nothing is decided. A rejection says why and
    ends the case. A step that is late is decided as any other.
    """
    steps = await turns(subject)
    present = present_turn(act, subject, steps, step)
    await _refuse_who_may_not(act, subject, steps, present)
    faults = [fault(Code.REQUIRED, "opinion")] if decision == Decision.REJECT and not opinion else []
    if present.sort == StepSort.EXTERNAL and decision == Decision.APPROVE:
        given = {"number": number, "date": date}
        faults += [fault(Code.REQUIRED, name) for name, value in given.items() if value is None]
    if faults:
        raise Refusal(faults)
    who, now = await acting(act), act.tx.now()
    view = {"decision": decision, "opinion": opinion}
    await act.create(CaseOpinion, case_step=present, account=who.account, said_by=who.name, said_at=now, **view)
    said: dict[str, Any] = {**view, "decided_by": who.name, "decided_at": now}
    said |= {"document_number": number, "document_date": date, "is_late": is_late(act, present)}
    if decision == Decision.REJECT:
        await act.change(present, state=StepState.REJECTED, **said)
        return await end(act, subject, steps, CaseState.REJECTED, opinion, _REJECTED)
    return await go_on(act, subject, steps, present, said) if await is_agreed(act, subject, present) else subject


async def go_on(act: Act, subject: Case, steps: Sequence[CaseStep], step: CaseStep, said: Mapping[str, Any]) -> Case:
    """Let a case go on from a step that was agreed, of which `said` is kept: to the next, or to what was asked for."""
    await act.change(step, state=StepState.APPROVED, **said)
    if after := following(steps, step):
        return await begin(act, subject, after)
    await _carry_out(act, subject, said["document_number"])
    return await end(act, subject, steps, CaseState.DONE, None, _DONE)


def is_late(act: Act, step: CaseStep) -> bool:
    """Whether the last day of a step has passed."""
    return step.due is not None and step.due < act.today


async def _refuse_who_may_not(act: Act, subject: Case, steps: Sequence[CaseStep], present: CaseStep) -> None:
    """Raise Refusal where the step stands still, or where the actor is not the one to decide it."""
    if present.paused_on is not None:
        raise refuse(Code.STEP_PAUSED, "id", reason=present.pause_reason or "")
    if present.sort == StepSort.PUBLICITY:
        await refuse_unanswered(act, present)
    await refuse_barred(act, subject)
    persons = await _same_person(act)
    said = await CaseOpinion.filter(case_step_id__in=[step.id for step in steps], void_reason__isnull=True)
    mine = {one.__dict__["case_step_id"] for one in said if one.__dict__["account_id"] in persons}
    if present.id in mine:
        raise refuse(Code.DECIDED_ALREADY, "id")
    apart = set((present.apart or "").split())
    for step in steps:
        if step.id in mine and step.code in apart:
            reason = Words(
                f"who decided “{step.english_name}” does not decide this step.",
                f"办理“{step.chinese_name}”的人不得办理本环节。",
            )
            raise refuse(Code.KEPT_APART, "id", reason=reason)


async def _same_person(act: Act) -> set[int]:
    """The accounts of the person who acts."""
    own = await Account.filter(id=act.actor.account).first()
    person = own.__dict__["person_id"] if own else None
    others = await Account.filter(person_id=person) if person is not None else []
    return {account.id for account in (own, *others) if account is not None}


async def _carry_out(act: Act, subject: Case, number: str | None) -> None:
    """Do what was asked for, by the form alone: the rights of whoever decided last are not asked for."""
    verb = act.store.verbs[subject.outcome]
    (arguments,) = await arguments_of(act, verb, [subject])
    if arguments is None:
        raise refuse(Code.NOT_FOUND, "id", kind=Case.subject.words)
    record = arguments.pop(verb.subject)
    held: Any = await act.hold_all(type(record), id=record.id)
    knows = {"number": number or subject.number, "day": act.today, "case": subject}
    supplied = dict(pair.split("=") for pair in (subject.supplied or "").split())
    await act.carry_out(verb, held[0], arguments | {name: knows[what] for name, what in supplied.items()})


async def end(
    act: Act, subject: Case, steps: Sequence[CaseStep], state: CaseState, reason: str | None, words: Words
) -> Case:
    """End a case; what was still to come comes to nothing, and whoever opened it is told."""
    left = [step for step in steps if step.state == StepState.PLANNED]
    await act.change_all(CaseStep, [(step, {"state": StepState.DROPPED}) for step in left])
    ended = await act.change(subject, state=state, due=None, ended_at=act.tx.now(), end_reason=reason)
    opener = subject.__dict__["opener_id"]
    await tell_of(act, ended, {opener} if opener is not None else set(), words)
    return ended
