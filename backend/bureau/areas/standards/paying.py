"""Noting what was paid in advance, and refunding what is not taught (预收费登记、退费)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any

from bureau.areas.standards.charging import Terms, charge_faults
from bureau.areas.standards.custody_entry import CustodyEntry, CustodySort
from bureau.areas.standards.releasing import balance, settle, taught_of
from bureau.areas.standards.training_body import OFFICERS, TrainingBody, barred
from bureau.areas.standards.training_charge import (
    ChargedBy,
    ChargeState,
    PaymentMeans,
    TrainingCharge,
    training_charge,
)
from bureau.areas.standards.training_course import TrainingCourse, training_course
from bureau.areas.standards.training_lesson import LessonState, TrainingLesson
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Date
from bureau.kernel.money import from_fen
from bureau.kernel.period import Period
from bureau.registry.division import Division
from bureau.registry.student import Student
from bureau.storage.act import Act


@action(training_course, OFFICERS, label=("Note a payment", "登记预收费"))
async def note_training_charge(
    act: Act,
    course: TrainingCourse,
    *,
    trainee: Annotated[str, TrainingCharge.trainee],
    student: Annotated[Student | None, TrainingCharge.student] = None,
    contract_number: Annotated[str, TrainingCharge.contract_number],
    means: Annotated[PaymentMeans, TrainingCharge.means],
    account: Annotated[str, TrainingBody.custody_account],
    amount: Annotated[int, TrainingCharge.amount],
    paid_on: Annotated[date, TrainingCharge.paid_on],
    first_day: Annotated[date, Date("From", "起始日期")],
    last_day: Annotated[date | None, Date("Until and with", "截止日期")] = None,
    class_hours: Annotated[int | None, TrainingCharge.class_hours] = None,
    renews: Annotated[TrainingCharge | None, TrainingCharge.renews] = None,
) -> TrainingCourse:
    """Note what was paid in advance into the custody account for one pupil: for days until `last_day`, for
    class-hours, or for both, when either limit binds.

    A renewal names the charge that it follows. What of it is taught already is released at once.
    """
    body = await TrainingBody.get(id=course.__dict__["body_id"])
    division = await Division.get(id=body.__dict__["division_id"])
    until = last_day + timedelta(days=1) if last_day else None
    covered = class_hours or await _hours_between(course, first_day, until)
    earlier = await act.hold_all(TrainingCharge, course_id=course.id)
    before = next((charge for charge in earlier if renews and charge.id == renews.id), None)
    left = balance(before).untaught(await taught_of(before)) if before else None
    terms = Terms(amount, paid_on, first_day, until, class_hours, left, division.code)
    faults = [
        *barred(body, paid_on),
        *_paid_as_it_must(body, means, account),
        *_of_the_course(act, course, terms, covered),
        *_follows(terms, earlier, before, renews, student),
        *charge_faults(terms),
    ]
    if faults:
        raise Refusal(faults)
    charge = await act.create(
        TrainingCharge,
        course=course,
        body=body,
        student=student,
        trainee=trainee,
        contract_number=contract_number,
        charged_by=_charged_by(until, class_hours),
        means=means,
        covers=Period(first_day, until),
        class_hours=covered,
        amount=from_fen(amount),
        paid_on=paid_on,
        renews=before,
        **_counted(first_day, before),
        released=0,
        refunded=0,
        refunded_hours=0,
        held=from_fen(amount),
        state=ChargeState.HELD,
    )
    paid = {"sort": CustodySort.PAID_IN, "amount": from_fen(amount), "class_hours": covered, "day": paid_on}
    await act.create(CustodyEntry, charge=charge, body=body, **paid)
    await settle(act, [charge], act.today)
    return course


@action(training_charge, OFFICERS, label=("Refund", "退费"))
async def refund_training_charge(
    act: Act,
    charge: TrainingCharge,
    *,
    class_hours: Annotated[int | None, TrainingCharge.class_hours] = None,
    reason: Annotated[str, CustodyEntry.reason],
) -> TrainingCharge:
    """Pay back what class-hours come to that were not taught: all of them, unless fewer are named."""
    return await refund(act, charge, class_hours, reason)


async def refund(act: Act, charge: TrainingCharge, class_hours: int | None, reason: str) -> TrainingCharge:
    """Pay back what class-hours of a held charge come to; raises Refusal for more than are untaught, and for a charge
    that another renews, which is refunded first.
    """
    if await TrainingCharge.filter(renews_id=charge.id, held__gt=0, void_reason__isnull=True).exists():
        raise refuse(Code.IN_USE, "id", count=1, kind=training_charge.words)
    stands = balance(charge)
    untaught = stands.untaught(await taught_of(charge))
    wanted = untaught if class_hours is None else class_hours
    if not 1 <= wanted <= untaught:
        raise refuse(Code.OUT_OF_RANGE, "class_hours", least=min(1, untaught), most=untaught)
    amount = stands.to_refund(wanted)
    body = await TrainingBody.get(id=charge.__dict__["body_id"])
    entry = {
        "sort": CustodySort.REFUNDED,
        "amount": from_fen(amount),
        "class_hours": wanted,
        "day": act.today,
        "reason": reason,
    }
    await act.create(CustodyEntry, charge=charge, body=body, **entry)
    held = charge.held - amount
    return await act.change(
        charge,
        refunded=from_fen(charge.refunded + amount),
        refunded_hours=charge.refunded_hours + wanted,
        held=from_fen(held),
        state=ChargeState.HELD if held else ChargeState.SETTLED,
    )


def _paid_as_it_must(body: Any, means: PaymentMeans, account: str) -> Iterator[Fault]:
    """§1.6: by contract, without a loan, into the custody account."""
    if not body.uses_model_contract:
        yield fault(Code.CONTRACT_TEMPLATE, "contract_number")
    if means == PaymentMeans.LOAN:
        yield fault(Code.TRAINING_LOAN, "means")
    if body.custody_account is None or account != body.custody_account:
        yield fault(Code.CUSTODY_ACCOUNT, "account")


def _of_the_course(act: Act, course: TrainingCourse, terms: Terms, covered: int) -> Iterator[Fault]:
    """It was paid by today, for days and class-hours that the course has."""
    if terms.paid_on > act.today:
        yield invalid("paid_on", "it lies in the future.", "缴费日期不能晚于今天。")
    if not course.period.holds(terms.first_day):
        yield fault(Code.MISMATCH, "first_day", other=TrainingCourse.period.words)
    if terms.until and not (terms.first_day < terms.until and course.period.holds(terms.until - timedelta(days=1))):
        yield fault(Code.MISMATCH, "last_day", other=TrainingCourse.period.words)
    if terms.until is None and terms.class_hours is None:
        yield fault(Code.REQUIRED, "class_hours")
    elif covered == 0:
        yield invalid("last_day", "no lessons are scheduled on these days.", "所选期间尚未排课。")
    elif covered > course.class_hours:
        yield fault(Code.OUT_OF_RANGE, "class_hours", least=1, most=course.class_hours)


def _follows(
    terms: Terms,
    earlier: list[TrainingCharge],
    before: TrainingCharge | None,
    renews: TrainingCharge | None,
    student: Student | None,
) -> Iterator[Fault]:
    """A renewal is of the same course and pupil and begins where the other ends; nothing is paid for twice."""
    if renews is not None and before is None:
        yield fault(Code.MISMATCH, "renews", other=TrainingCharge.course.words)
    elif before is not None:
        if before.__dict__["student_id"] != (student.id if student else None):
            yield fault(Code.MISMATCH, "renews", other=TrainingCharge.student.words)
        if any(charge.__dict__["renews_id"] == before.id for charge in earlier):
            yield fault(Code.DUPLICATE, "renews", kind=training_charge.words)
        end = before.covers.until
        if terms.first_day < (end or before.covers.start):
            yield invalid("first_day", "it begins before the other ends.", "不得早于前次收费的截止日期。")
    elif student is not None:
        known = [c for c in earlier if c.__dict__["student_id"] == student.id and c.state == ChargeState.HELD]
        if known:
            yield fault(Code.DUPLICATE, "student", kind=training_charge.words)


def _counted(first_day: date, before: TrainingCharge | None) -> dict[str, Any]:
    """From which lesson on a charge is used up: after one for class-hours alone, once those are taught."""
    if before is None or before.covers.until is not None:
        return {"counted_from": first_day, "hours_before": 0}
    kept = before.class_hours - before.refunded_hours
    return {"counted_from": before.counted_from, "hours_before": before.hours_before + kept}


def _charged_by(until: date | None, class_hours: int | None) -> ChargedBy:
    if until is None:
        return ChargedBy.CLASS_HOURS
    return ChargedBy.PERIOD if class_hours is None else ChargedBy.BOTH


async def _hours_between(course: TrainingCourse, first: date, until: date | None) -> int:
    """The class-hours of the lessons that are scheduled or were held on these days."""
    if until is None:
        return 0
    lessons = TrainingLesson.filter(course_id=course.id, day__gte=first, day__lt=until, void_reason__isnull=True)
    return sum(lesson.class_hours for lesson in await lessons.exclude(state=LessonState.CANCELLED))
