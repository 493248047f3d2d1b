"""The yearly check of records by which somebody may be barred from work with children (从业禁止查询)."""

from calendar import isleap
from collections.abc import Iterator, Sequence
from datetime import date

from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import Choice, Date, One, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.standards import standard
from bureau.registry.teacher import Teacher
from bureau.storage.record import Record


class CheckResult(State):
    """What a check of records came to (查询结果)."""

    PENDING = "PENDING", "Waiting for the answer", "待回复"
    CLEAR = "CLEAR", "No record", "无相关记录"
    FOUND = "FOUND", "Record found", "有相关记录"


class RecordCheck(Record):
    """One check of a teacher's records, made before hiring and every year (Minors Protection Law, art. 62)."""

    teacher = One(Teacher, "Teacher", "教职工", back=("record_checks", "Record checks", "从业查询"))
    checked_on = Date("Checked on", "查询日期")
    result = Choice(CheckResult, "Result", "查询结果")
    reference = Text(100, "Reference", "回执编号").optional()
    next_due = Date("Next due", "下次查询期限", derived=True).optional()


async def _set_next(checks: Sequence[RecordCheck]) -> None:
    """A clear check holds as long as the standards say; one that waits or found something brings no rest."""
    for check in checks:
        check.next_due = None
        years = standard("record_check_interval", check.checked_on) if check.checked_on else None
        if years and check.result == CheckResult.CLEAR:
            check.next_due = _years_later(check.checked_on, int(years.value))


def _years_later(day: date, years: int) -> date:
    leaps = day.month == 2 and day.day == 29 and not isleap(day.year + years)
    return date(day.year + years, 2, 28) if leaps else day.replace(year=day.year + years)


def _was_made(check: RecordCheck, context: CheckContext) -> Iterator[Fault]:
    if check.checked_on > context.today:
        yield invalid("checked_on", "it lies in the future.", "查询日期不能晚于今天。")


record_check = Kind(
    RecordCheck,
    label=("Record check", "Record checks", "从业查询"),
    personal=True,
    scope=Follows("teacher"),
    read=rules.personnel | rules.director_opened | rules.principal,
    create=rules.personnel,
    update=rules.personnel,
    void=rules.personnel,
    natural_key=("teacher", "checked_on"),
    list=("teacher.number", "checked_on", "result", "next_due"),
    order=("next_due", "checked_on"),
    filter=("result", "checked_on", "next_due"),
    group=("result",),
    fills=(_set_next,),
    checks=(_was_made,),
)
