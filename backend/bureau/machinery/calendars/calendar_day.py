"""A calendar day: one that is worked or not, other than its weekday would have it (工作日历特殊日)."""

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Date, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.storage.record import Record


class CalendarDay(Record):
    """A day that is not what its weekday says: a holiday, or a Saturday or Sunday that is worked in its place (调休).

    Those that the State Council's office announces come with the product; the bureau adds those of later years, and
    its own.
    """

    day = Date("Day", "日期")
    is_working = Boolean("Is worked", "是否工作日")
    english_name = Text(100, "English name", "英文名称")
    chinese_name = Text(100, "Chinese name", "中文名称")
    source = Text(200, "Source", "依据")


_OFFICE = rules.registrar.at(Level.CITY)

calendar_day = Kind(
    CalendarDay,
    label=("Calendar day", "Calendar days", "工作日历特殊日"),
    read=rules.everyone,
    create=_OFFICE,
    update=_OFFICE,
    void=_OFFICE,
    natural_key=("day",),
    title=("chinese_name", "day"),
    list=("day", "is_working", "chinese_name", "source"),
    order=("day",),
    filter=("day", "is_working"),
)
