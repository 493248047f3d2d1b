"""Noting that a lesson was held, by which its share of what was paid is released, and taking that back (消课拨付)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from bureau.access.acting import acting
from bureau.areas.standards.custody import Balance
from bureau.areas.standards.custody_entry import CustodyEntry, CustodySort
from bureau.areas.standards.scheduling import refuse_unless_planned
from bureau.areas.standards.training_body import OFFICERS
from bureau.areas.standards.training_charge import ChargeState, TrainingCharge
from bureau.areas.standards.training_lesson import LessonState, TrainingLesson, training_lesson
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.kernel.money import from_fen
from bureau.storage.act import Act

Held = tuple[date, int]
"""The day of a lesson that was held, and its class-hours."""


@action(training_lesson, OFFICERS, label=("Note as taught", "登记授课"))
async def teach_training_lesson(act: Act, lesson: TrainingLesson) -> TrainingLesson:
    """Note that a lesson was held, and release its share of every charge that pays for it."""
    refuse_unless_planned(lesson, LessonState.TAUGHT)
    if lesson.day > act.today:
        raise Refusal([invalid("id", f"it is held on {lesson.day}.", f"上课日期为 {lesson.day}，尚未授课。")])
    taught = await act.change(lesson, state=LessonState.TAUGHT, noted_by=(await acting(act)).name)
    await _settle_course(act, taught, None)
    return taught


@action(training_lesson, OFFICERS, label=("Take back", "撤销授课登记"))
async def take_back_training_lesson(
    act: Act, lesson: TrainingLesson, *, reason: Annotated[str, TrainingLesson.reason]
) -> TrainingLesson:
    """Say that a lesson was not held after all; what was released for it goes back into custody."""
    if lesson.state != LessonState.TAUGHT:
        raise refuse(Code.TRANSITION, "id", before=LessonState[lesson.state].words, after=LessonState.PLANNED.words)
    said = {"reason": reason, "noted_by": (await acting(act)).name}
    planned = await act.change(lesson, state=LessonState.PLANNED, **said)
    await _settle_course(act, planned, reason)
    return planned


async def _settle_course(act: Act, lesson: TrainingLesson, reason: str | None) -> None:
    charges = await act.hold_all(TrainingCharge, course_id=lesson.__dict__["course_id"])
    await settle(act, charges, act.today, lesson, reason)


async def settle(
    act: Act,
    charges: Sequence[TrainingCharge],
    day: date,
    lesson: TrainingLesson | None = None,
    reason: str | None = None,
) -> None:
    """Release of charges of one course, which the action holds, what is due by the lessons that were held."""
    if not charges:
        return
    held = await _lessons_held(charges[0])
    due = [(charge, balance(charge).to_release(_taught(charge, held))) for charge in charges]
    due = [(charge, amount) for charge, amount in due if amount]
    entry = {"sort": CustodySort.RELEASED, "day": day, "lesson": lesson, "reason": reason}
    entry["class_hours"] = lesson.class_hours if lesson else 0
    rows = [
        {"charge": charge, "body": await charge.body, "amount": from_fen(amount), **entry} for charge, amount in due
    ]
    await act.create_all(CustodyEntry, rows)
    await act.change_all(TrainingCharge, [(charge, _released(charge, amount)) for charge, amount in due])


def balance(charge: TrainingCharge) -> Balance:
    """Where a charge stands."""
    return Balance(charge.amount, charge.class_hours, charge.released, charge.refunded, charge.refunded_hours)


async def taught_of(charge: TrainingCharge) -> int:
    """The class-hours of a charge that were taught."""
    return _taught(charge, await _lessons_held(charge))


def _taught(charge: TrainingCharge, held: Sequence[Held]) -> int:
    until = charge.covers.until
    hours = sum(hours for day, hours in held if charge.counted_from <= day and (until is None or day < until))
    return max(hours - charge.hours_before, 0)


async def _lessons_held(charge: TrainingCharge) -> Sequence[Held]:
    """The lessons of the charge's course that were held."""
    course = {"course_id": charge.__dict__["course_id"], "state": LessonState.TAUGHT}
    return await TrainingLesson.filter(**course, void_reason__isnull=True).values_list("day", "class_hours")


def _released(charge: TrainingCharge, amount: int) -> dict[str, object]:
    held = charge.held - amount
    state = ChargeState.HELD if held else ChargeState.SETTLED
    return {"released": from_fen(charge.released + amount), "held": from_fen(held), "state": state}
