"""A file of a case: what was handed in with it, or added while it was under way (办理材料)."""

from bureau.access.account import Account
from bureau.kernel.field import Boolean, Integer, Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.machinery.approvals.case import Case
from bureau.machinery.files.file import LONGEST_NAME, File
from bureau.storage.record import Record

MOST = 1000
"""Files of one case, those that were taken back among them."""


class CaseFile(Record):
    """A file of a case and what it proves, seen by exactly those who see the case; `linkCaseFile` opens it.

    One that was taken back stays as an entry that is void, with the reason, and is opened no more.
    """

    case = One(Case, "Case", "办理事项", back=("files", "Files", "办理材料"))
    place = Integer(1, MOST, "Place among the files", "序号")
    material = Text(
        60, "Code of the material", "材料代码", plain=True, note=("As the procedure has it.", "事项规定的材料。")
    ).optional()
    english_name = Text(200, "Material, in English", "材料名称（英文）")
    chinese_name = Text(200, "Material", "材料名称")
    is_required = Boolean("Required", "是否必交")
    file = One(File, "File", "文件", internal=True)
    file_name = Text(LONGEST_NAME, "File name", "文件名")
    media_type = Text(100, "Media type", "媒体类型", plain=True)
    size = Integer(0, 2**31 - 1, "Size", "大小", note=("In bytes.", "单位：字节。"))
    sha256 = Text(64, "SHA-256", "SHA-256 摘要", plain=True, pattern="[0-9a-f]{64}")
    step = Text(
        60, "Step", "提交环节代码", plain=True, note=("Empty where it came with the application.", "随申请提交的为空。")
    ).optional()
    step_english = Text(100, "Step, in English", "提交环节（英文）").optional()
    step_chinese = Text(100, "Step", "提交环节").optional()
    account = One(Account, "Account of whoever added it", "提交账户", internal=True).optional()
    added_by = Text(60, "Added by", "提交人", of_person=True)
    added_at = Moment("Added at", "提交时间")


case_file = Kind(
    CaseFile,
    label=("Case file", "Case files", "办理材料"),
    rooted=False,
    natural_key=("case", "place"),
    title=("chinese_name", "file_name"),
    order=("place",),
)
