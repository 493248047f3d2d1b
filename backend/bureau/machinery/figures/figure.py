"""A figure: how many there are of something at a unit, published for those who see no persons (统计数据)."""

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import Distinct, Kind, Stays
from bureau.registry.unit import Unit
from bureau.storage.record import Record

TOTAL = "TOTAL"
"""The part that is all of them."""
UNKNOWN = "UNKNOWN"
"""The part of those of whom it is not known."""


class FigureCube(State):
    """What is counted, and by what (统计表)."""

    STUDENTS_BY_GRADE = "STUDENTS_BY_GRADE", "Enrolled students by grade", "在读学生（按年级）"
    STUDENTS_BY_SEX = "STUDENTS_BY_SEX", "Enrolled students by sex", "在读学生（按性别）"
    TEACHERS_BY_TITLE = "TEACHERS_BY_TITLE", "Teachers in post by title grade", "在岗教职工（按职称等级）"


class Figure(Record):
    """How many there are of something at a unit, of a county and of the city those of all units there together.

    Counts of 1 to 4 are hidden, and as many others as it takes that no small one can be worked out from what is
    published. They are counted on the first of a month, so that they do not tell who comes and goes.
    """

    cube = Choice(FigureCube, "Table", "统计表")
    unit = One(Unit, "Unit", "机构", back=("figures", "Figures", "统计数据"))
    part = Text(
        20,
        "Part",
        "分项",
        plain=True,
        note=("Its code, or TOTAL, or UNKNOWN.", "代码，或 TOTAL（合计）、UNKNOWN（未知）。"),
    )
    english_label = Text(100, "English label", "英文名称")
    chinese_label = Text(100, "Chinese label", "中文名称")
    value = Integer(0, 2**53, "Value", "数值").optional()
    is_hidden = Boolean("Hidden", "是否隐去", note=("A small number could be worked out.", "可能推知小于 5 的数值。"))
    counted_on = Date("Counted on", "统计日期")


figure = Kind(
    Figure,
    label=("Figure", "Figures", "统计数据"),
    scope=Stays("unit"),
    read=rules.offices,
    title=("cube", "unit.name", "chinese_label"),
    list=("cube", "unit.name", "chinese_label", "value", "is_hidden", "counted_on"),
    order=("part", "unit.name"),
    filter=("cube", "part", "value", "is_hidden", "counted_on"),
    group=("cube", "part", "is_hidden"),
    distinct=(Distinct(("cube", "unit", "part"), "part"),),
)
