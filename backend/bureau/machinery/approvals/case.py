"""A case: one application under a procedure, from its opening until it is done, refused or withdrawn (办理事项)."""

from typing import Any

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Integer, Moment, Numbered, One, State, Text
from bureau.kernel.kind import Kind, Parties, Stays, Variant
from bureau.kernel.rules import Rule, nobody
from bureau.kernel.words import Words
from bureau.registry.student import Student
from bureau.registry.unit import Unit
from bureau.storage.record import Record

PROCEDURE = CodeTable("procedure", Words("Procedure", "事项"), "Bureau: data/procedures of each area")


class CaseState(State):
    """How far a case has come (办理状态)."""

    OPEN = "OPEN", "Under way", "办理中"
    DONE = "DONE", "Approved and carried out", "已办结"
    REJECTED = "REJECTED", "Rejected", "不予批准"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "已撤回"


class Case(Record):
    """One application under a procedure: what is asked for, of whom, and at which step and unit it now waits.

    It is seen by the unit where it waits and by every other that takes part, as its own frozen form: of the records
    that it names, each sees what they see anyway.
    """

    class Meta:  # noqa: D106 (CASE is a word of SQL's)
        table = "procedure_case"

    number = Numbered("Number", "受理编号", unique="ever")
    kind = Text(40, "Kind of case", "事项类别", plain=True)
    procedure = Coded(PROCEDURE, "Procedure", "事项")
    procedure_version = Date("Version of the procedure", "事项版本", note=("Its first day.", "启用日期。"))
    form_title = Text(100, "Form", "表单名称")
    basis = Text(200, "Basis", "办理依据")
    outcome = Text(
        60, "Outcome", "办结操作", plain=True, note=("The verb that is done in the end.", "办结时执行的操作。")
    )
    supplied = Text(500, "Supplied by the case", "系统填充项", plain=True, internal=True).optional()
    subject = Text(80, "About", "申请对象", plain=True, note=("The id of a record.", "记录标识。"))
    subject_name = Text(200, "Name of whom or what it is about", "申请对象名称", of_person=True)
    student = One(Student, "Student", "学生", back=("cases", "Cases", "办理事项")).optional()
    unit = One(Unit, "Waits at", "当前办理机构", back=("cases", "Cases", "办理事项"))
    unit_name = Text(
        200,
        "Name of the unit where it waits",
        "当前办理机构名称",
        note=("For those who do not see it.", "供参与各方查看。"),
    )
    state = Choice(CaseState, "State", "办理状态", by_verbs=True)
    step = Text(60, "Step", "当前环节代码", plain=True)
    step_english = Text(100, "Step, in English", "当前环节（英文）")
    step_chinese = Text(100, "Step, in Chinese", "当前环节")
    sequence = Integer(1, 10_000, "Place of the step's turn", "环节序号")
    due = Date(
        "Due", "办理期限", note=("Of the present step; empty once it has ended.", "当前环节的期限，办结后为空。")
    ).optional()
    opener = One(Account, "Account of whoever opened it", "申请账户", internal=True).optional()
    opened_by = Text(60, "Opened by", "申请人", of_person=True)
    opened_for = Text(
        60, "Opened for", "代为申请", of_person=True, note=("On whose behalf.", "代何人申请。")
    ).optional()
    opened_at = Moment("Opened at", "申请时间")
    ended_at = Moment("Ended at", "办结时间").optional()
    end_reason = Text(1000, "Why it was rejected or withdrawn", "不予批准或撤回原因", lines=True).optional()
    remedy_english = Text(500, "Right of remedy, in English", "救济途径（英文）", lines=True).optional()
    remedy_chinese = Text(
        500,
        "Right of remedy",
        "救济途径",
        lines=True,
        note=("What whoever is refused may do.", "对决定不服时的复议、诉讼途径。"),
    ).optional()
    file_count = Integer(0, 1000, "Files", "材料份数", by_verbs=True).optional()
    verification = Text(
        20, "Verification code", "核验码", unique="ever", plain=True, note=("On the paper.", "印于纸质表单。")
    )


class CaseParty(Record):
    """A unit that takes part in a case, and therefore sees it."""

    case = One(Case, "Case", "办理事项", back=("parties", "Parties", "参与机构"))
    unit = One(Unit, "Unit", "机构", back=("case_parties", "Cases it takes part in", "参与事项"))
    unit_name = Text(200, "Name of the unit", "机构名称", note=("For those who do not see it.", "供参与各方查看。"))


_PARTIES = Parties(CaseParty, "case", "unit")
_SHOWN: dict[str, Any] = {
    "scope": Stays("unit"),
    "parties": _PARTIES,
    "kin": ("student", "pupils"),
    "personal": True,
    "title": ("number", "subject_name"),
    "list": ("number", "procedure", "subject_name", "step_chinese", "unit_name", "due", "state"),
    "order": ("due", "opened_at"),
    "filter": ("number", "procedure", "state", "step", "due", "opened_at", "subject", "subject_name"),
    "search": ("number", "subject_name"),
    "group": ("procedure", "state", "step"),
    "index": ("state",),
}

case = Kind(Case, label=("Case", "Cases", "办理事项"), read=nobody, abstract=True, **_SHOWN)

case_party = Kind(
    CaseParty,
    label=("Case party", "Case parties", "参与机构"),
    scope=Stays("unit"),
    parties=Parties(CaseParty, "case", "unit", of="case"),
    read=rules.offices | rules.identity,
    rooted=False,
    natural_key=("case", "unit"),
    title=("unit_name",),
)


def kind_of_case(record: type[Case], label: tuple[str, str, str], read: Rule) -> Kind:
    """The kind of an area's cases, whose records are told from others' by its name; `read` says who sees them."""
    name = record.about.name
    return Kind(record, label=label, read=read, base=case, variant=Variant("kind", frozenset({name})), **_SHOWN)
