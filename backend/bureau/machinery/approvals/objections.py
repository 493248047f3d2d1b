"""An objection to what is made public: who says what against it, and what they are answered (公示异议)."""

from bureau.access.account import Account
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.machinery.approvals.case import Case
from bureau.machinery.approvals.case_step import CaseStep
from bureau.storage.act import Act
from bureau.storage.record import Record


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
