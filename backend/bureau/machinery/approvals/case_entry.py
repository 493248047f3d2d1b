"""A line of a case's form: what was asked for under one heading, as it was given and as it reads (表单项)."""

from bureau.kernel.field import Integer, One, Text
from bureau.kernel.kind import Kind
from bureau.machinery.approvals.case import Case
from bureau.storage.record import Record


class CaseEntry(Record):
    """One argument of what is asked for, frozen when the case was opened: a paper that is filled in stays as it is."""

    case = One(Case, "Case", "办理事项", back=("entries", "Form", "表单"))
    place = Integer(1, 1000, "Place in the form", "序号")
    argument = Text(100, "Argument", "参数", plain=True, note=("As the outcome calls it.", "办结操作的参数名。"))
    english_name = Text(200, "Heading, in English", "名称（英文）")
    chinese_name = Text(200, "Heading", "名称")
    given = Text(4000, "As given", "原始值", internal=True)
    english_value = Text(4000, "Reads, in English", "内容（英文）", lines=True).optional()
    chinese_value = Text(4000, "Reads", "内容", lines=True).optional()


case_entry = Kind(
    CaseEntry,
    label=("Case entry", "Case entries", "表单项"),
    rooted=False,
    natural_key=("case", "argument"),
    title=("chinese_name", "chinese_value"),
    order=("place",),
)
