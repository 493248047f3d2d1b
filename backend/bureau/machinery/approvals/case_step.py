"""A step of a case: one office's turn, with its time, what was decided and by whom (办理环节)."""

from bureau.access.account import Account
from bureau.kernel.field import Boolean, Choice, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.machinery.approvals.case import Case
from bureau.machinery.approvals.procedure import StepSort
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class StepState(State):
    """How far a step has come (环节状态)."""

    PLANNED = "PLANNED", "To come", "未到"
    WAITING = "WAITING", "Waits to be decided", "待办理"
    APPROVED = "APPROVED", "Approved", "通过"
    REJECTED = "REJECTED", "Rejected", "不通过"
    RETURNED = "RETURNED", "Sent back", "已退回"
    DROPPED = "DROPPED", "Came to nothing", "已取消"


class Decision(State):
    """What is said of a case (审批意见)."""

    APPROVE = "APPROVE", "Approve", "同意"
    REJECT = "REJECT", "Reject", "不同意"


class PauseSort(State):
    """Why the clock of a step stands still (暂停计时事由; §17)."""

    SUPPLEMENT = "SUPPLEMENT", "Papers are to be added", "补正材料"
    PUBLICITY = "PUBLICITY", "It is made public", "公示"
    APPRAISAL = "APPRAISAL", "Experts look at it", "鉴定、评估"


class CaseStep(Record):
    """One turn at a step of a case. All are there from the beginning, as the procedure then was; a case that is sent
    back gets new turns for the steps that come again.

    Its last day is counted in working days from the day after it came, by the calendar whose version stands with it;
    days on which it is paused do not count.
    """

    case = One(Case, "Case", "办理事项", back=("steps", "Steps", "办理环节"))
    sequence = Integer(1, 10_000, "Place in the case", "序号")
    code = Text(60, "Step", "环节代码", plain=True)
    english_name = Text(100, "English name", "英文名称")
    chinese_name = Text(100, "Chinese name", "环节名称")
    sort = Choice(StepSort, "Sort", "环节类型")
    unit = One(Unit, "Unit", "办理机构")
    unit_name = Text(200, "Name of the unit", "办理机构名称", note=("For those who do not see it.", "供参与各方查看。"))
    roles = Text(200, "Roles", "办理角色", plain=True, note=("Codes with blanks between.", "角色代码，以空白分隔。"))
    need = Text(10, "Needs", "办理要求", plain=True, note=("any, all, or a number of persons.", "任一、全部或人数。"))
    apart = Text(500, "Kept apart from", "不得由同一人办理的环节", plain=True).optional()
    working_days = Integer(0, 1000, "Working days", "办理时限（工作日）").optional()
    state = Choice(StepState, "State", "环节状态", by_verbs=True)
    came_on = Date("Came on", "收到日期").optional()
    due = Date("Due", "办理期限").optional()
    calendar = Integer(
        0, 2**62, "Version of the calendar", "工作日历版本", note=("The position of its last change.", "最近变更序号。")
    ).optional()
    is_late = Boolean("Is or was late", "是否逾期").optional()
    escalated_on = Date("Escalated on", "督办日期").optional()
    escalated_to = One(Unit, "Escalated to", "督办机构").optional()
    escalated_name = Text(200, "Name of the unit it was escalated to", "督办机构名称").optional()
    paused_on = Date("Paused on", "暂停日期").optional()
    pause_sort = Choice(PauseSort, "Paused because", "暂停事由").optional()
    pause_reason = Text(500, "Why it is paused", "暂停说明", lines=True).optional()
    paused_days = Integer(0, 10_000, "Working days paused", "累计暂停工作日")
    delegate = One(Account, "Account it was delegated to", "受托账户", internal=True).optional()
    delegated_to = Text(60, "Delegated to", "受托人", of_person=True).optional()
    delegated_because = Text(500, "Delegated because", "委托原因", lines=True).optional()
    decision = Choice(Decision, "Decision", "审批结果").optional()
    opinion = Text(1000, "Opinion", "审批意见", lines=True).optional()
    decided_by = Text(60, "Decided by", "审批人", of_person=True).optional()
    decided_at = Moment("Decided at", "审批时间").optional()
    document_number = Text(60, "Document number", "批准文号").optional()
    document_date = Date("Date of the document", "批准日期").optional()
    public_days = Integer(0, 1000, "Working days of publicity", "公示工作日").optional()
    public_from = Date("Public from", "公示起始日").optional()
    public_until = Date("Public until", "公示截止日", note=("The last day.", "含当日。")).optional()
    public_english = Text(4000, "Made public, in English", "公示内容（英文）", lines=True).optional()
    public_chinese = Text(4000, "Made public", "公示内容", lines=True).optional()


case_step = Kind(
    CaseStep,
    label=("Case step", "Case steps", "办理环节"),
    rooted=False,
    natural_key=("case", "sequence"),
    title=("chinese_name", "english_name"),
    order=("sequence",),
    filter=("state", "roles", "delegated_to", "due", "public_until"),
)


class CaseOpinion(Record):
    """What one person said at a step; where several must agree, each of them says something."""

    case_step = One(CaseStep, "Step", "办理环节", back=("opinions", "Opinions", "办理意见"))
    account = One(Account, "Account", "账户", internal=True).optional()
    decision = Choice(Decision, "Decision", "审批结果")
    opinion = Text(1000, "Opinion", "审批意见", lines=True).optional()
    said_by = Text(60, "Said by", "办理人", of_person=True)
    said_at = Moment("Said at", "办理时间")


case_opinion = Kind(
    CaseOpinion,
    label=("Case opinion", "Case opinions", "办理意见"),
    rooted=False,
    title=("said_by", "decision"),
    order=("said_at",),
)
