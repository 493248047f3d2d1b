"""Whose turn it is: who is admitted to a step, when it is over, and what comes next."""

from collections.abc import Collection, Sequence
from datetime import date

from bureau.access.account import Account
from bureau.access.actors import grants_at
from bureau.kernel import rules
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseState
from bureau.machinery.approvals.case_step import CaseOpinion, CaseStep, Decision, StepState
from bureau.machinery.approvals.procedure import StepSort
from bureau.machinery.approvals.recusal import barred
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.notices.telling import tell
from bureau.storage.act import Act

OFFICES = rules.offices | rules.identity
"""Those who may have a step to decide; which of them decides one is said by the step."""

_WAITS = Words("A case waits for you: {step}.", "有一项事项待您办理：{step}。")


def is_admitted(actor: Actor, step: CaseStep) -> bool:
    """Whether the actor decides a step: by one of its roles at its very unit, or because it was delegated to them.

    Who stands above the unit does not decide in its name.
    """
    roles, unit = step.roles.split(), step.__dict__["unit_id"]
    is_there = any(grant.unit == unit and grant.role in roles for grant in actor.grants)
    return is_there or (actor.account is not None and step.__dict__["delegate_id"] == actor.account)


async def holders(act: Act, step: CaseStep, unit: int | None = None) -> set[int]:
    """The accounts that a step admits by their roles, at its unit or as if it were at another."""
    roles = step.roles.split()
    held = await grants_at(act.store.database, unit or step.__dict__["unit_id"])
    return {account for account, grant in held if grant.role in roles}


async def turns(made: Case) -> list[CaseStep]:
    """The turns of a case, in their order."""
    return await CaseStep.filter(case_id=made.id, void_reason__isnull=True).order_by("sequence")


def waiting(steps: Sequence[CaseStep]) -> CaseStep:
    """The one that waits; a case that is under way has just one."""
    (step,) = (step for step in steps if step.state == StepState.WAITING)
    return step


def following(steps: Sequence[CaseStep], step: CaseStep) -> CaseStep | None:
    """The turn after one, if any is left."""
    return next((one for one in steps if one.sequence > step.sequence and one.state == StepState.PLANNED), None)


def present_turn(act: Act, subject: Case, steps: Sequence[CaseStep], seen: str | None = None) -> CaseStep:
    """The turn that the actor may decide, which must be that of the step they saw.

    Raises Refusal CONFLICT, with the case as it stands, where another was quicker, STEP_PAUSED, or NOT_YOUR_STEP.
    """
    conflict = Refusal([fault(Code.CONFLICT, "id")], current=subject.id)
    if subject.state != CaseState.OPEN or (seen is not None and seen != subject.step):
        raise conflict
    present = waiting(steps)
    if not is_admitted(act.actor, present):
        if any(is_admitted(act.actor, step) for step in steps if step.sequence < present.sequence):
            raise conflict
        raise refuse(Code.NOT_YOUR_STEP, "id", step=Words(present.english_name, present.chinese_name))
    return present


async def begin(act: Act, made: Case, step: CaseStep) -> Case:
    """Let a case wait at a step: its time begins to run, and those whose turn it is are told."""
    calendar = await load_calendar(act.tx)
    due = step_due(calendar, act, step)
    public = {}
    if step.sort == StepSort.PUBLICITY:
        until = calendar.after(act.today, step.public_days or 0)
        public = {"public_from": act.today, "public_until": until}
    counted = {"calendar": calendar.version} if due or public else {}
    await act.change(step, state=StepState.WAITING, came_on=act.today, due=due, **public, **counted)
    moved = await act.change(
        made,
        unit=await step.unit,
        unit_name=step.unit_name,
        step=step.code,
        step_english=step.english_name,
        step_chinese=step.chinese_name,
        sequence=step.sequence,
        due=due,
    )
    words = _WAITS.filled(step=f"{step.english_name} {step.chinese_name}")
    await tell_of(act, moved, await holders(act, step), words, step.sequence)
    return moved


def step_due(calendar: Calendar, act: Act, step: CaseStep) -> date | None:
    """The last day of a step that begins today; None where nothing is set. Odd years are told in the act's warnings."""
    days = (step.working_days or 0) + (step.public_days or 0)
    if not days:
        return None
    due = calendar.after(act.today, days)
    act.tx.warnings += calendar.unknown(act.today, due)
    return due


async def is_agreed(act: Act, subject: Case, step: CaseStep) -> bool:
    """Whether as many have approved a step as it needs; of all, those who do not decide the case are left out."""
    said = await CaseOpinion.filter(case_step_id=step.id, decision=Decision.APPROVE, void_reason__isnull=True)
    accounts = {one.__dict__["account_id"] for one in said}
    if step.need == "any" or not said:
        return bool(said)
    if step.need == "all":
        there = await holders(act, step)
        return there - (await barred(act, subject, there)).keys() <= accounts
    people = dict(await Account.filter(id__in=list(accounts)).values_list("id", "person_id"))
    return len({people.get(account) or f"account {account}" for account in accounts}) >= int(step.need)


async def tell_of(act: Act, made: Case, accounts: Collection[int], words: Words, mark: object = None) -> None:
    """Tell accounts of a case, but not the actor; each once for a verb, and a mark where it may be used again."""
    others = set(accounts) - {act.actor.account}
    await tell(act, act.store.kind_of(type(made)), made, others, words, mark)
