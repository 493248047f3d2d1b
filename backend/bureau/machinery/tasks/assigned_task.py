"""An assigned task: what a superior wants done by a day, by whom, and how far it has come (督办事项)."""

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Choice, Date, Integer, Numbered, One, State, Text
from bureau.kernel.kind import Kind, Parties, Stays
from bureau.machinery.documents.official_document import OfficialDocument
from bureau.machinery.documents.urgency import Urgency
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class TaskState(State):
    """How far a task has come (督办状态; §13)."""

    ISSUED = "ISSUED", "Issued", "已交办"
    SIGNED = "SIGNED", "Signed for", "已签收"
    IN_PROGRESS = "IN_PROGRESS", "In progress", "办理中"
    SUBMITTED = "SUBMITTED", "Submitted", "已报结"
    RETURNED = "RETURNED", "Returned", "已退回"
    ACCEPTED = "ACCEPTED", "Accepted", "已验收"
    CLOSED = "CLOSED", "Closed", "已办结"


OPEN = (TaskState.ISSUED, TaskState.SIGNED, TaskState.IN_PROGRESS, TaskState.RETURNED)
"""The states in which it is for the lead unit to do something, and in which the lamp goes on."""


class Lamp(State):
    """How a task stands by its last day (督办亮灯; §13). Once it is submitted it stays as it was then."""

    GREEN = "GREEN", "In time", "绿灯（正常）"
    YELLOW = "YELLOW", "Due soon", "黄灯（临期）"
    RED = "RED", "Overdue", "红灯（逾期）"


class TaskSource(State):
    """Where a task comes from (督办来源)."""

    SUPERIOR = "SUPERIOR", "Higher authority", "上级交办"
    LEADER = "LEADER", "Instruction of a leader", "领导批示"
    MEETING = "MEETING", "Decision of a meeting", "会议议定"
    DOCUMENT = "DOCUMENT", "Document", "文件部署"
    PETITION = "PETITION", "Petition or hotline", "信访及热线"
    INSPECTION = "INSPECTION", "Inspection", "督导检查"
    OTHER = "OTHER", "Other", "其他"


class AssignedTask(Record):
    """What one unit wants another to do by a day, with what came of it.

    It is seen by all units that take part: who issued it, the lead unit, those that assist, and the office to which it
    was escalated. `yellowFrom` and `redFrom` say from which days on its lamp changes, by the working-day calendar whose
    version stands with them.
    """

    number = Numbered("Number", "督办编号", unique="ever")
    title = Text(200, "Title", "督办事项")
    content = Text(4000, "What is to be done", "督办内容", lines=True)
    source = Choice(TaskSource, "Source", "督办来源")
    source_note = Text(200, "Source in words", "来源说明").optional()
    document = One(
        OfficialDocument, "Official document", "公文", back=("assigned_tasks", "Assigned tasks", "督办事项")
    ).optional()
    document_number = Text(
        60, "Document number", "依据文号", note=("For those who do not see the document.", "供参与各方查看。")
    ).optional()
    urgency = Choice(Urgency, "Urgency", "紧急程度")
    issuer = One(Unit, "Issued by", "交办单位", back=("issued_tasks", "Tasks it issued", "交办事项"))
    issuer_name = Text(
        200,
        "Name of the unit that issued it",
        "交办单位名称",
        note=("For those who do not see it.", "供参与各方查看。"),
    )
    lead = One(Unit, "Lead unit", "牵头单位", back=("led_tasks", "Tasks it leads", "牵头事项"))
    lead_name = Text(
        200, "Name of the lead unit", "牵头单位名称", note=("For those who do not see it.", "供参与各方查看。")
    )
    parent = One["AssignedTask"](
        "AssignedTask", "Handed on from", "转办自", back=("handed_on", "Handed on", "转办事项")
    ).optional()
    state = Choice(TaskState, "State", "督办状态", by_verbs=True)
    lamp = Choice(Lamp, "Lamp", "督办亮灯", by_verbs=True)
    issued_on = Date("Issued on", "交办日期")
    issued_by = Text(60, "Issued by whom", "交办人", of_person=True)
    due = Date("Due", "办理期限", by_verbs=True)
    yellow_from = Date("Yellow from", "黄灯起始日", by_verbs=True)
    red_from = Date(
        "Red from",
        "红灯起始日",
        by_verbs=True,
        note=(
            "A time that ends on a holiday ends on the working day after it.",
            "期限届满日为节假日的，顺延至其后首个工作日。",
        ),
    )
    calendar = Integer(
        0, 2**62, "Version of the calendar", "工作日历版本", note=("The position of its last change.", "最近变更序号。")
    )
    sign_due = Date("To be signed by", "签收期限", by_verbs=True)
    signed_on = Date("Signed on", "签收日期", by_verbs=True).optional()
    submitted_on = Date("Submitted on", "报结日期", by_verbs=True).optional()
    submitter = One(Account, "Account that submitted it", "报结账户", internal=True).optional()
    accepted_on = Date("Accepted on", "验收日期", by_verbs=True).optional()
    closed_on = Date("Closed on", "办结日期", by_verbs=True).optional()
    times_returned = Integer(0, 1000, "Times returned", "退回次数", by_verbs=True)
    times_reminded = Integer(0, 10_000, "Times reminded", "催办次数", by_verbs=True)
    score = Integer(
        0, 100, "Score", "督办得分", by_verbs=True, note=("By `data/standards.csv`.", "按督办计分标准。")
    ).optional()
    escalated_on = Date("Escalated on", "提级督办日期", by_verbs=True).optional()
    escalated_name = Text(200, "Name of the unit it was escalated to", "提级督办单位名称", by_verbs=True).optional()


class TaskPart(State):
    """What a unit has to do with a task (参与方式)."""

    ISSUING = "ISSUING", "Issued it", "交办"
    LEAD = "LEAD", "Leads", "牵头"
    ASSISTING = "ASSISTING", "Assists", "协办"
    SUPERVISING = "SUPERVISING", "It was escalated to", "提级督办"


DOING = (TaskPart.LEAD, TaskPart.ASSISTING)
"""The parts of those that sign for a task and report on it."""


class TaskParty(Record):
    """A unit that takes part in a task, and therefore sees it; with when it signed for it."""

    task = One(AssignedTask, "Assigned task", "督办事项", back=("parties", "Parties", "参与单位"))
    unit = One(Unit, "Unit", "单位", back=("task_parties", "Assigned tasks", "参与督办事项"))
    unit_name = Text(200, "Name of the unit", "单位名称", note=("For those who do not see it.", "供参与各方查看。"))
    part = Choice(TaskPart, "Part", "参与方式")
    since = Date("Takes part since", "参与日期")
    sign_due = Date("To be signed by", "签收期限", by_verbs=True).optional()
    signed_on = Date("Signed on", "签收日期", by_verbs=True).optional()
    signed_by = Text(60, "Signed by", "签收人", of_person=True, by_verbs=True).optional()


assigned_task = Kind(
    AssignedTask,
    label=("Assigned task", "Assigned tasks", "督办事项"),
    scope=Stays("lead"),
    parties=Parties(TaskParty, "task", "unit"),
    read=rules.offices,
    title=("title", "number"),
    list=("number", "title", "lamp", "due", "lead_name", "state", "issuer_name", "urgency"),
    order=("due", "issued_on"),
    filter=(
        *("number", "state", "lamp", "urgency", "source", "document_number", "due", "yellow_from", "red_from"),
        *("issued_on", "sign_due", "signed_on", "submitted_on", "closed_on"),
    ),
    search=("number", "title", "document_number", "lead_name"),
    group=("state", "lamp", "urgency", "source"),
    index=("state", "lamp"),
)

task_party = Kind(
    TaskParty,
    label=("Task party", "Task parties", "参与单位"),
    scope=Stays("unit"),
    parties=Parties(TaskParty, "task", "unit", of="task"),
    read=rules.offices,
    natural_key=("task", "unit"),
    title=("unit_name", "part"),
    list=("task.title", "unit_name", "part", "sign_due", "signed_on", "signed_by"),
    order=("since",),
    filter=("part", "sign_due", "signed_on"),
    group=("part",),
)
