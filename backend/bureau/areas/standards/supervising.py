"""Supervising training bodies: warnings, rectification, the blacklist, renewal and the end of a licence (监管)."""

from datetime import date
from typing import Annotated, Any

from bureau.areas.standards.training_body import OFFICERS, TrainingBody, TrainingBodyState, training_body
from bureau.areas.standards.training_charge import TrainingCharge
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.kernel.field import Date
from bureau.kernel.money import from_fen
from bureau.kernel.period import Period
from bureau.storage.act import Act

_REASON = TrainingBody.state_reason
_UNTIL = Date("Holds until", "有效期至")


@action(training_body, OFFICERS, label=("Warn of a risk", "风险预警"))
async def warn_training_body(act: Act, body: TrainingBody, *, reason: Annotated[str, _REASON]) -> TrainingBody:
    """Warn of a body that may not be able to teach what was paid for; everybody reads it."""
    return await _become(act, body, TrainingBodyState.RISK_WARNING, reason, TrainingBodyState.APPROVED)


@action(training_body, OFFICERS, label=("Order rectification", "责令整改"))
async def order_training_rectification(
    act: Act,
    body: TrainingBody,
    *,
    reason: Annotated[str, _REASON],
    rectify_until: Annotated[date, _UNTIL],
    decision_number: Annotated[str, TrainingBody.decision_number],
) -> TrainingBody:
    """Order a body to put its faults right by a day; until it is restored it starts no course and takes no money.

    One that was blacklisted comes off the blacklist by this.
    """
    if rectify_until <= act.today:
        raise Refusal([invalid("rectify_until", "it lies after today.", "整改期限应晚于今天。")])
    before = (TrainingBodyState.APPROVED, TrainingBodyState.RISK_WARNING, TrainingBodyState.BLACKLISTED)
    said = {"rectify_until": rectify_until, "decision_number": decision_number}
    return await _become(act, body, TrainingBodyState.RECTIFYING, reason, *before, **said)


@action(training_body, OFFICERS, label=("Restore", "恢复正常"))
async def restore_training_body(act: Act, body: TrainingBody, *, reason: Annotated[str, _REASON]) -> TrainingBody:
    """End a warning or a rectification, and say what was found."""
    before = (TrainingBodyState.RISK_WARNING, TrainingBodyState.RECTIFYING)
    return await _become(act, body, TrainingBodyState.APPROVED, reason, *before)


@action(training_body, OFFICERS, label=("Blacklist", "列入黑名单"))
async def blacklist_training_body(
    act: Act,
    body: TrainingBody,
    *,
    reason: Annotated[str, _REASON],
    decision_number: Annotated[str, TrainingBody.decision_number],
) -> TrainingBody:
    """Put a body on the blacklist by a decision; what was paid in advance stays in custody and is refunded."""
    before = (TrainingBodyState.APPROVED, TrainingBodyState.RISK_WARNING, TrainingBodyState.RECTIFYING)
    return await _become(act, body, TrainingBodyState.BLACKLISTED, reason, *before, decision_number=decision_number)


@action(training_body, OFFICERS, label=("Cancel", "注销"))
async def cancel_training_body(
    act: Act,
    body: TrainingBody,
    *,
    reason: Annotated[str, _REASON],
    decision_number: Annotated[str, TrainingBody.decision_number],
) -> TrainingBody:
    """End a body's licence for good, once nothing that was paid in advance is in custody any more."""
    charges = await act.hold_all(TrainingCharge, body_id=body.id)
    if held := sum(charge.held for charge in charges):
        raise refuse(Code.CUSTODY_HELD, "id", amount=from_fen(held))
    before = [state for state in TrainingBodyState if state != TrainingBodyState.CANCELLED]
    return await _become(act, body, TrainingBodyState.CANCELLED, reason, *before, decision_number=decision_number)


@action(training_body, OFFICERS, label=("Renew the licence", "许可证延续"))
async def renew_training_licence(
    act: Act,
    body: TrainingBody,
    *,
    until: Annotated[date, _UNTIL],
    licence_number: Annotated[str | None, TrainingBody.licence_number] = None,
) -> TrainingBody:
    """Let a licence hold until a later day, under the same number or a new one; only of a body in good standing."""
    if body.state not in (TrainingBodyState.APPROVED, TrainingBodyState.RISK_WARNING):
        raise refuse(Code.BODY_BARRED, "id", reason=TrainingBodyState[body.state].words)
    if body.licence.until is not None and until <= body.licence.until:
        raise Refusal([invalid("until", f"it lies after {body.licence.until}.", f"应晚于 {body.licence.until}。")])
    renewed: dict[str, Any] = {"licence_number": licence_number} if licence_number else {}
    return await act.change(body, licence=Period(body.licence.start, until), **renewed)


async def _become(
    act: Act, body: TrainingBody, state: TrainingBodyState, reason: str, *before: TrainingBodyState, **said: Any
) -> TrainingBody:
    if body.state not in before:
        raise refuse(Code.TRANSITION, "id", before=TrainingBodyState[body.state].words, after=state.words)
    told = {"rectify_until": None, "decision_number": None, **said}
    return await act.change(body, state=state, state_since=act.today, state_reason=reason, **told)
