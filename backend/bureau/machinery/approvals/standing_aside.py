"""Standing aside: who has an interest in a case says so, and its step goes to others of the unit, or upwards (回避)."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from bureau.access.acting import acting
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseParty, case
from bureau.machinery.approvals.case_step import CaseOpinion, CaseStep, Decision
from bureau.machinery.approvals.deciding import go_on, is_late
from bureau.machinery.approvals.recusal import CaseRecusal, barred, case_recusal
from bureau.machinery.approvals.turn import OFFICES, holders, is_agreed, present_turn, step_due, tell_of, turns
from bureau.machinery.calendars.calendar import load_calendar
from bureau.registry.unit import Unit
from bureau.storage.act import Act

_PASSED = Words("A case waits for you, since others stood aside.", "有一项事项因他人回避，待您办理。")


@action(case, OFFICES, label=("Stand aside", "回避"))
async def recuse_case(act: Act, subject: Case, *, reason: Annotated[str, CaseRecusal.reason]) -> Case:
    """Say that you have an interest in a case, and why: you decide nothing of it from then on.

    Its step waits for others of the unit who may decide it; where there is nobody, it goes to the nearest unit above
    where somebody may, and its time begins anew there.
    """
    steps = await turns(subject)
    present = present_turn(act, subject, steps)
    mine = {"account_id": act.actor.account, "void_reason__isnull": True}
    if await CaseRecusal.filter(case_id=subject.id, **mine).exists():
        raise refuse(Code.DUPLICATE, "id", kind=case_recusal.words)
    if await CaseOpinion.filter(case_step_id=present.id, **mine).exists():
        raise refuse(Code.DECIDED_ALREADY, "id")
    who = await acting(act)
    said = {"account": who.account, "said_by": who.name, "said_at": act.tx.now(), "reason": reason}
    recusal = await act.create(CaseRecusal, case=subject, case_step=present, **said)
    if await is_agreed(act, subject, present):
        return await go_on(act, subject, steps, present, await _last_said(act, present))
    left = await _free(act, subject, steps, present)
    if await _is_enough(present, left):
        await tell_of(act, subject, left, _PASSED, recusal.id)
        return subject
    return await _pass_up(act, subject, steps, present, recusal)


async def _last_said(act: Act, step: CaseStep) -> Mapping[str, Any]:
    """What is kept of a step on which all who decide it have agreed already: what the last of them said."""
    given = CaseOpinion.filter(case_step_id=step.id, decision=Decision.APPROVE, void_reason__isnull=True)
    last = await given.order_by("-id").first()
    assert last is not None
    said = {"decided_by": last.said_by, "decided_at": last.said_at, "is_late": is_late(act, step)}
    return {**said, "decision": last.decision, "opinion": last.opinion, "document_number": None}


async def _free(
    act: Act, subject: Case, steps: Sequence[CaseStep], step: CaseStep, unit: int | None = None
) -> set[int]:
    """The accounts that may still decide a step, at its unit or if it were at another."""
    there = await holders(act, step, unit)
    there |= {step.__dict__["delegate_id"]} - {None} if unit is None else set()
    apart = set((step.apart or "").split())
    kept = [one.id for one in steps if one.code in apart or one.id == step.id]
    said = CaseOpinion.filter(case_step_id__in=kept, void_reason__isnull=True)
    out = (await barred(act, subject, there)).keys() | set(await said.values_list("account_id", flat=True))
    return there - out


async def _is_enough(step: CaseStep, left: set[int]) -> bool:
    """Whether those who may still decide a step are as many as it needs."""
    if step.need in ("any", "all"):
        return bool(left)
    given = CaseOpinion.filter(case_step_id=step.id, decision=Decision.APPROVE, void_reason__isnull=True)
    return await given.count() + len(left) >= int(step.need)


async def _pass_up(act: Act, subject: Case, steps: Sequence[CaseStep], step: CaseStep, recusal: CaseRecusal) -> Case:
    """Let a step wait at the nearest unit above where somebody may decide it; where there is none it stays."""
    above, left = await _superior(await step.unit), set[int]()
    while above is not None and not (left := await _free(act, subject, steps, step, above.id)):
        above = await _superior(above)
    if above is None:
        return subject
    place: dict[str, Any] = {"unit": above, "unit_name": above.name}
    due = {} if step.paused_on else {"due": step_due(calendar := await load_calendar(act.tx), act, step)}
    times = {**due, "came_on": act.today, "calendar": calendar.version} if due else {}
    await act.change(step, **place, **times, delegate=None, delegated_to=None, delegated_because=None)
    await act.change(recusal, passed_to=above.name)
    if not await CaseParty.filter(case_id=subject.id, unit_id=above.id, void_reason__isnull=True).exists():
        await act.create(CaseParty, case=subject, **place)
    moved = await act.change(subject, **place, **due)
    await tell_of(act, moved, left, _PASSED, recusal.id)
    return moved


async def _superior(unit: Unit) -> Unit | None:
    """The unit directly above one."""
    number = unit.__dict__["superior_id"]
    return await Unit.filter(id=number, void_reason__isnull=True).first() if number is not None else None
