"""One comparison of a register's export with our registry (对账批次)."""

from bureau.kernel import rules
from bureau.kernel.field import Date, Integer, Moment, Text
from bureau.kernel.kind import Kind
from bureau.storage.record import Record

_MOST = 100_000_000


class ReconciliationRun(Record):
    """One comparison of a register's export with our registry: how many rows, and how many of them agreed.

    A file that is compared again is the same run: it is held against what we have by then.
    """

    register = Text(20, "Register", "登记系统", plain=True, pattern="[a-z_]+")
    sha256 = Text(64, "File", "文件摘要", plain=True, pattern="[0-9a-f]{64}", note=("SHA-256.", "SHA-256。"))
    as_of = Date("As of", "数据截止日期")
    run_at = Moment("Compared at", "对账时间")
    run_by = Text(60, "Compared by", "对账人")
    rows = Integer(0, _MOST, "Rows of the file", "文件行数")
    unreadable = Integer(0, _MOST, "Cells that could not be read", "无法识别的单元格数")
    matched = Integer(0, _MOST, "Matched", "匹配数")
    only_here = Integer(0, _MOST, "Only here", "仅本地有")
    only_there = Integer(0, _MOST, "Only there", "仅对方有")
    ambiguous = Integer(0, _MOST, "Ambiguous", "重复待核")
    differing = Integer(0, _MOST, "Fields that differ", "不一致字段数")
    lagging = Integer(0, _MOST, "Lagging", "对方滞后数")


reconciliation_run = Kind(
    ReconciliationRun,
    label=("Reconciliation run", "Reconciliation runs", "对账批次"),
    read=(rules.staff | rules.director | rules.personnel).anywhere,
    natural_key=("register", "sha256"),
    title=("register", "as_of"),
    list=("register", "as_of", "run_at", "rows", "matched", "only_here", "only_there", "differing", "lagging"),
    order=("run_at",),
    filter=("register", "as_of"),
    group=("register",),
    history=False,
)
