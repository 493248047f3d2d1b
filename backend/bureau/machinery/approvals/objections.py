"""An objection to what is made public: who says what against it, and what they are answered (公示异议)."""

from typing import Annotated

from bureau.access.account import Account
from bureau.access.acting import acting
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, case
from bureau.machinery.approvals.case_step import CaseStep, StepState
from bureau.machinery.approvals.recusal import refuse_barred
from bureau.machinery.approvals.turn import OFFICES, holders, present_turn, tell_of, turns
from bureau.storage.act import Act
from bureau.storage.record import Record

_OBJECTED = Words("Somebody objects to what is public.", "公示事项收到异议，请答复。")
_ANSWERED = Words("Your objection was answered.", "您提出的异议已答复。")


class CaseObjection(Record):
    """What somebody says against a case while it is public; the case is decided once each of them was answered."""

    case = One(Case, "Case", "办理事项", back=("objections", "Objections", "公示异议"))
    account = One(Account, "Account", "账户", internal=True).optional()
    made_by = Text(60, "Made by", "异议人", of_person=True)
    contact = Text(100, "How to reach them", "联系方式").optional()
    text = Text(2000, "Objection", "异议内容", lines=True)
    made_at = Moment("Made at", "提出时间")
    answer = Text(2000, "Answer", "答复内容", lines=True).optional()
    answered_by = Text(60, "Answered by", "答复人", of_person=True).optional()
    answered_at = Moment("Answered at", "答复时间").optional()


case_objection = Kind(
    CaseObjection,
    label=("Case objection", "Case objections", "公示异议"),
    rooted=False,
    title=("made_by", "made_at"),
    order=("made_at",),
)


async def refuse_unanswered(act: Act, step: CaseStep) -> None:
    """Raise Refusal STILL_PUBLIC while a step is public, and while an objection has no answer."""
    loose = CaseObjection.filter(case_id=step.__dict__["case_id"], answered_at__isnull=True, void_reason__isnull=True)
    if (step.public_until and act.today <= step.public_until) or await loose.exists():
        raise refuse(Code.STILL_PUBLIC, "id", day=str(step.public_until))


async def object_to(act: Act, number: str, text: str, contact: str | None) -> int:
    """Note an objection to the case of a number, which must be public today; returns the case's id.

    Raises Refusal NOT_FOUND for what is not public: nothing else is told of it.
    """
    step = await CaseStep.filter(
        case__number=number.strip(),
        state=StepState.WAITING,
        public_from__lte=act.today,
        public_until__gte=act.today,
        void_reason__isnull=True,
    ).first()
    if step is None:
        raise Refusal([fault(Code.NOT_FOUND, "number", kind=Case.number.words)])
    against = await step.case
    who = await acting(act)
    said = {"case": against, "account": who.account, "made_by": who.name, "made_at": act.tx.now()}
    await act.create(CaseObjection, **said, text=text, contact=contact)
    await tell_of(act, against, await holders(act, step), _OBJECTED, f"{act.actor.account}:{act.tx.now().timestamp()}")
    return int(against.id)


@action(case, OFFICES, label=("Answer objections", "答复异议"))
async def answer_objections(act: Act, subject: Case, *, answer: Annotated[str, CaseObjection.answer]) -> Case:
    """Answer all objections to a case that have no answer yet; those who made them are told."""
    present_turn(act, subject, await turns(subject))
    await refuse_barred(act, subject)
    loose = await act.hold_all(CaseObjection, case_id=subject.id, answered_at__isnull=True)
    said = {"answer": answer, "answered_by": (await acting(act)).name, "answered_at": act.tx.now()}
    await act.change_all(CaseObjection, [(one, said) for one in loose])
    makers = {one.__dict__["account_id"] for one in loose} - {None}
    await tell_of(act, subject, makers, _ANSWERED, str(act.tx.now().timestamp()))
    return subject
