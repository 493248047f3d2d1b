"""A complaint about a training body, and what is paid back because of it (投诉、退费)."""

from datetime import date
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.access.acting import acting
from bureau.areas.standards.limits import number
from bureau.areas.standards.paying import refund
from bureau.areas.standards.training_body import OFFICERS, TrainingBody
from bureau.areas.standards.training_charge import TrainingCharge
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Choice, Date, Integer, One, Scaled, State, Text
from bureau.kernel.kind import Clock, Follows, Kind
from bureau.kernel.money import from_fen
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.notices.telling import accounts_with, tell
from bureau.registry.division import Division
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.record import Record

_CAME = Words(
    "A complaint about a training body came in; it is answered by {day}.", "收到校外培训机构投诉，须于 {day} 前答复。"
)
_ANSWERED = Words("Your complaint about a training body was answered.", "您对校外培训机构的投诉已答复。")


class ComplaintSort(State):
    """What a complaint is about (投诉类型)."""

    REFUND = "REFUND", "Refund", "退费"
    FEES = "FEES", "Fees", "收费"
    TEACHING = "TEACHING", "Teaching", "教学"
    TIMES = "TIMES", "Times of lessons", "培训时间"
    ADVERTISING = "ADVERTISING", "Advertising", "广告宣传"
    SAFETY = "SAFETY", "Safety", "安全"
    OTHER = "OTHER", "Other", "其他"


class ComplaintSource(State):
    """By which way it came (投诉渠道)."""

    ACCOUNT = "ACCOUNT", "A guardian's account", "家长账户"
    PHONE = "PHONE", "Telephone", "电话"
    LETTER = "LETTER", "Letter", "来信"
    VISIT = "VISIT", "Visit", "来访"
    HOTLINE = "HOTLINE", "Government hotline", "政务服务热线"


class ComplaintState(State):
    """How far it has come (办理状态)."""

    RECEIVED = "RECEIVED", "Received", "待受理"
    HANDLING = "HANDLING", "Being looked into", "办理中"
    UPHELD = "UPHELD", "Upheld", "属实办结"
    REJECTED = "REJECTED", "Rejected", "不属实办结"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "已撤回"


_OPEN = (ComplaintState.RECEIVED, ComplaintState.HANDLING)


class TrainingComplaint(Record):
    """What somebody holds against a training body, until it is answered within so many working days.

    It is read by the office that licensed the body, and by the guardians of the pupil it is about.
    """

    body = One(TrainingBody, "Training body", "校外培训机构", back=("complaints", "Complaints", "投诉"))
    student = One(
        Student, "Student", "学生", back=("training_complaints", "Training complaints", "校外培训投诉")
    ).optional()
    charge = One(TrainingCharge, "Charge", "预收费", back=("complaints", "Complaints", "投诉")).optional()
    sort = Choice(ComplaintSort, "Sort", "投诉类型")
    source = Choice(ComplaintSource, "Source", "投诉渠道")
    complainant = Text(60, "Complainant", "投诉人", of_person=True)
    complainer = One(Account, "Complainant's account", "投诉账户", internal=True).optional()
    text = Text(2000, "What is complained of", "投诉内容", lines=True)
    asked_amount = Scaled(2, "Refund asked for", "要求退费金额", money=True, least=1).optional()
    received_on = Date("Received on", "收到日期")
    due_on = Date("To be answered by", "办理期限")
    state = Choice(ComplaintState, "State", "办理状态")
    handler = Text(60, "Looked into by", "承办人", of_person=True).optional()
    answer = Text(1000, "Answer", "答复", lines=True).optional()
    refunded_amount = Scaled(2, "Refunded", "退费金额", money=True, least=0).optional()
    closed_on = Date("Closed on", "办结日期").optional()


training_complaint = Kind(
    TrainingComplaint,
    label=("Training complaint", "Training complaints", "校外培训投诉"),
    personal=True,
    random_ids=True,
    scope=Follows("body"),
    kin=("student", "pupils"),
    read=rules.registrar | rules.inspector | rules.director_opened | rules.guardian,
    title=("body.name", "received_on", "sort"),
    list=("body.name", "sort", "source", "received_on", "due_on", "state", "asked_amount", "refunded_amount"),
    order=("due_on", "received_on"),
    filter=("state", "sort", "source", "due_on", "received_on"),
    group=("state", "sort", "source"),
    sum=("refunded_amount",),
    index=("state",),
    clocks=(Clock("due_on", (5, 1), rules.registrar, unless="closed_on"),),
)


@action(training_complaint, rules.guardian, label=("Complain", "投诉"), place="student")
async def complain_of_training(
    act: Act,
    *,
    student: Annotated[Student, TrainingComplaint.student],
    body: Annotated[TrainingBody, TrainingComplaint.body],
    charge: Annotated[TrainingCharge | None, TrainingComplaint.charge] = None,
    sort: Annotated[ComplaintSort, TrainingComplaint.sort],
    text: Annotated[str, TrainingComplaint.text],
    asked_amount: Annotated[int | None, TrainingComplaint.asked_amount] = None,
) -> TrainingComplaint:
    """Complain of a training body as a pupil's guardian, and ask for a refund."""
    if charge is not None and charge.__dict__["student_id"] != student.id:
        raise Refusal([fault(Code.MISMATCH, "charge", other=TrainingComplaint.student.words)])
    who = await acting(act)
    said = {"student": student, "complainant": who.name, "complainer": who.account, "source": ComplaintSource.ACCOUNT}
    given = {"charge": charge, "sort": sort, "text": text, "asked_amount": asked_amount}
    return await _received(act, body, act.today, **said, **given)


@action(training_complaint, OFFICERS, label=("Note a complaint", "登记投诉"), place="body")
async def note_training_complaint(
    act: Act,
    *,
    body: Annotated[TrainingBody, TrainingComplaint.body],
    charge: Annotated[TrainingCharge | None, TrainingComplaint.charge] = None,
    sort: Annotated[ComplaintSort, TrainingComplaint.sort],
    source: Annotated[ComplaintSource, TrainingComplaint.source],
    complainant: Annotated[str, TrainingComplaint.complainant],
    text: Annotated[str, TrainingComplaint.text],
    received_on: Annotated[date, TrainingComplaint.received_on],
    asked_amount: Annotated[int | None, TrainingComplaint.asked_amount] = None,
) -> TrainingComplaint:
    """Note a complaint that came by telephone, letter, visit or hotline."""
    if received_on > act.today:
        raise Refusal([invalid("received_on", "it lies in the future.", "收到日期不能晚于今天。")])
    pupil = charge.__dict__["student_id"] if charge is not None else None
    student = await Student.get(id=pupil) if pupil is not None else None
    said = {"student": student, "complainant": complainant, "source": source}
    given = {"charge": charge, "sort": sort, "text": text, "asked_amount": asked_amount}
    return await _received(act, body, received_on, **said, **given)


@action(training_complaint, OFFICERS, label=("Look into", "受理"))
async def accept_training_complaint(act: Act, complaint: TrainingComplaint) -> TrainingComplaint:
    """Begin to look into a complaint, under one's own name."""
    _refuse_unless(complaint, ComplaintState.HANDLING, ComplaintState.RECEIVED)
    return await act.change(complaint, state=ComplaintState.HANDLING, handler=(await acting(act)).name)


@action(training_complaint, OFFICERS, label=("Uphold", "认定属实"))
async def uphold_training_complaint(
    act: Act,
    complaint: TrainingComplaint,
    *,
    answer: Annotated[str, TrainingComplaint.answer],
    refunded_hours: Annotated[int | None, Integer(1, 1000, "Class-hours to be refunded", "退费课时")] = None,
) -> TrainingComplaint:
    """Answer that a complaint is justified; where class-hours are named, what they come to is refunded with it."""
    _refuse_unless(complaint, ComplaintState.UPHELD, ComplaintState.HANDLING)
    amount = None
    if refunded_hours is not None:
        charges = await act.hold_all(TrainingCharge, id=complaint.__dict__["charge_id"] or 0)
        if not charges:
            raise Refusal([fault(Code.NOT_FOUND, "refunded_hours", kind=TrainingComplaint.charge.words)])
        before = charges[0].refunded
        amount = from_fen((await refund(act, charges[0], refunded_hours, answer[:200])).refunded - before)
    return await _closed(act, complaint, ComplaintState.UPHELD, answer, refunded_amount=amount)


@action(training_complaint, OFFICERS, label=("Reject", "认定不属实"))
async def reject_training_complaint(
    act: Act, complaint: TrainingComplaint, *, answer: Annotated[str, TrainingComplaint.answer]
) -> TrainingComplaint:
    """Answer that a complaint is not justified, and why."""
    _refuse_unless(complaint, ComplaintState.REJECTED, ComplaintState.HANDLING)
    return await _closed(act, complaint, ComplaintState.REJECTED, answer)


@action(training_complaint, OFFICERS | rules.guardian, label=("Withdraw", "撤回"))
async def withdraw_training_complaint(
    act: Act, complaint: TrainingComplaint, *, answer: Annotated[str, Text(1000, "Reason", "撤回原因", lines=True)]
) -> TrainingComplaint:
    """Take a complaint back, as the guardian or for whoever complained on paper."""
    _refuse_unless(complaint, ComplaintState.WITHDRAWN, *_OPEN)
    return await _closed(act, complaint, ComplaintState.WITHDRAWN, answer)


async def _received(act: Act, body: TrainingBody, on: date, **said: Any) -> TrainingComplaint:
    charge, asked = said["charge"], said.pop("asked_amount")
    if charge is not None and charge.__dict__["body_id"] != body.id:
        raise Refusal([fault(Code.MISMATCH, "charge", other=TrainingComplaint.body.words)])
    division = await Division.get(id=body.__dict__["division_id"])
    calendar = await load_calendar(act.tx)
    due = calendar.after(on, number("complaint_days", on, division.code) or 0)
    made = await act.create(
        TrainingComplaint,
        body=body,
        received_on=on,
        due_on=due,
        state=ComplaintState.RECEIVED,
        asked_amount=from_fen(asked) if asked else None,
        **said,
    )
    told = await accounts_with(act, OFFICERS, training_complaint, made)
    await tell(act, training_complaint, made, told, _CAME.filled(day=due))
    return made


def _refuse_unless(complaint: TrainingComplaint, after: ComplaintState, *before: ComplaintState) -> None:
    if complaint.state not in before:
        raise refuse(Code.TRANSITION, "id", before=ComplaintState[complaint.state].words, after=after.words)


async def _closed(
    act: Act, complaint: TrainingComplaint, state: ComplaintState, answer: str, **said: Any
) -> TrainingComplaint:
    closed = await act.change(complaint, state=state, answer=answer, closed_on=act.today, **said)
    account = complaint.__dict__["complainer_id"]
    await tell(act, training_complaint, closed, [account] if account else [], _ANSWERED)
    return closed
