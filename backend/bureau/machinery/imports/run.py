"""A run of an import: a file whose rows became records, or would (导入批次), and what is to be said of its rows."""

from collections.abc import Mapping

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.machinery.files.file import File
from bureau.machinery.imports.importer import Fate
from bureau.machinery.jobs.job import Job
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction

_ROWS = 10_000_000
MOST_FINDINGS = 10_000
"""Findings that one run keeps; its counts are of all rows."""


class ImportRun(Record):
    """One run of an import, by an account or by the operator: of which file, how it was read, what became of its rows.

    A trial writes nothing and says what would become of them. A run can be undone as a whole, unless something that
    came later depends on it.
    """

    owner = One(Account, "Account", "账户", internal=True).optional()
    job = One(Job, "Job", "后台任务").optional()
    undoing = One(Job, "Job that undoes it", "撤销任务").optional()
    record_kind = Text(60, "Kind of record", "记录类型", plain=True, pattern="[A-Z][A-Za-z]*")
    file_name = Text(200, "File", "文件名")
    is_trial = Boolean("Trial", "是否试运行")
    is_whole = Boolean("All or none", "全部成功才写入")
    english_form = Text(300, "Read as (English)", "识别方式（英文）").optional()
    chinese_form = Text(300, "Read as (Chinese)", "识别方式（中文）").optional()
    mapping = Text(
        50_000, "Columns", "列对应关系", form="verbatim", note=("JSON, path to header.", "JSON。")
    ).optional()
    unused = Text(20_000, "Columns not used", "未使用的列", form="verbatim", note=("JSON.", "JSON。")).optional()
    lacking = Text(
        20_000, "Fields without a column", "缺少的字段", form="verbatim", note=("JSON.", "JSON。")
    ).optional()
    created = Integer(0, _ROWS, "Created", "新增行数")
    updated = Integer(0, _ROWS, "Updated", "更新行数")
    unchanged = Integer(0, _ROWS, "Unchanged", "无变化行数")
    rejected = Integer(0, _ROWS, "Rejected", "拒绝行数")
    asked_at = Moment("Asked for at", "提交时间")
    repaired = One(
        File, "Rejected rows", "被拒绝的行", note=("To be mended and imported again.", "修改后可再次导入。")
    ).optional()
    undone_at = Moment("Undone at", "撤销时间").optional()
    positions = Text(1_000_000, "Positions", "写入序号", form="verbatim", internal=True).optional()


import_run = Kind(
    ImportRun,
    label=("Import run", "Import runs", "导入批次"),
    owner="owner",
    read=rules.owner | rules.system_admin,
    title=("file_name", "asked_at"),
    list=("file_name", "record_kind", "is_trial", "created", "updated", "unchanged", "rejected", "asked_at"),
    order=("asked_at",),
    filter=("record_kind", "is_trial", "asked_at"),
    group=("record_kind",),
    history=False,
)


async def count(tx: Transaction, run: int, fates: Mapping[Fate, int], *, is_written: bool) -> None:
    """Note within its transaction what a run has come to, and that it wrote there, so that it can be undone."""
    position = str(await tx.position()) if is_written else None
    await tx.fetch(
        "UPDATE import_run SET created = $2, updated = $3, unchanged = $4, rejected = $5,"
        " positions = CASE WHEN CAST($6 AS text) IS NULL THEN positions"
        " ELSE coalesce(positions || ',', '') || $6 END WHERE id = $1",
        run,
        *(fates[fate] for fate in (Fate.CREATED, Fate.UPDATED, Fate.UNCHANGED, Fate.REJECTED)),
        position,
    )


class FindingSort(State):
    """What a finding says (提示类型)."""

    REJECTED = "REJECTED", "Rejected", "拒绝"
    ODD = "ODD", "Odd", "提醒"
    CREATED = "CREATED", "Created", "新增"
    CHANGED = "CHANGED", "Changed", "变更"
    HINDERS = "HINDERS", "Hinders undoing", "阻碍撤销"


class ImportFinding(Record):
    """What is to be said of one cell or row of a file: why it is rejected, what is odd, what it changes; or of a record
    because of which the import is not undone.

    The differences that rows make, created and changed, are told by trials alone. Sealed values stand as masks.
    """

    owner = One(Account, "Account", "账户", internal=True)
    run = One(ImportRun, "Import run", "导入批次", back=("findings", "Findings", "逐行结果"))
    line = Integer(1, _ROWS, "Line", "行号").optional()
    sort = Choice(FindingSort, "Sort", "类型")
    column_name = Text(200, "Column", "列").optional()
    record = Text(80, "Record", "相关记录", plain=True, note=("Its id.", "其标识。")).optional()
    given = Text(500, "Given", "填写内容", form="verbatim").optional()
    before = Text(500, "Before", "原内容", form="verbatim").optional()
    code = Text(40, "Code", "错误代码", plain=True).optional()
    english_reason = Text(500, "English reason", "英文原因").optional()
    chinese_reason = Text(500, "Chinese reason", "中文原因").optional()
    suggestion = Text(500, "Suggestion", "修改建议", form="verbatim").optional()


import_finding = Kind(
    ImportFinding,
    label=("Import finding", "Import findings", "导入逐行结果"),
    owner="owner",
    read=rules.owner,
    removed=True,
    personal=True,
    title=("run.file_name", "line"),
    list=("line", "sort", "column_name", "given", "before", "chinese_reason", "suggestion"),
    order=("line",),
    filter=("sort", "column_name", "code"),
    group=("sort", "column_name", "code"),
    rooted=False,
    history=False,
)
