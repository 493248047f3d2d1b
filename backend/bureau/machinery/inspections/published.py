"""A published result: what everybody may read of an inspection, signed in or not (检查结论公布)."""

from bureau.kernel import rules
from bureau.kernel.field import Choice, Coded, Date, Integer, One, Text
from bureau.kernel.kind import Kind
from bureau.machinery.inspections.inspection import Inspection, InspectionResult, Recheck
from bureau.machinery.inspections.scheme import CATEGORY
from bureau.storage.act import Act
from bureau.storage.record import Record


class PublishedInspection(Record):
    """What everybody may read of one inspection: whose result it is, what it was, whether all was put right since."""

    inspection = One(Inspection, "Inspection", "检查", internal=True)
    number = Text(20, "Number", "检查编号", unique="ever", plain=True)
    unit_name = Text(200, "Name of the unit", "受检单位名称")
    office_name = Text(200, "Published by", "公布单位")
    scheme_name = Text(200, "Scheme", "检查方案")
    category = Coded(CATEGORY, "Category", "检查类别")
    year = Integer(2000, 2100, "Year", "检查年度")
    result = Choice(InspectionResult, "Result", "检查结论")
    published_on = Date("Published on", "公布日期")
    rectify_due = Date("Rectification due", "整改期限").optional()
    recheck = Choice(Recheck, "Recheck", "复查结果").optional()
    settled_on = Date("Put right on", "整改到位日期").optional()


published_inspection = Kind(
    PublishedInspection,
    label=("Published inspection", "Published inspections", "检查结论公布"),
    read=rules.everyone,
    natural_key=("number",),
    title=("unit_name", "number"),
    list=("number", "unit_name", "scheme_name", "year", "result", "published_on", "settled_on"),
    order=("published_on", "unit_name"),
    search=("number", "unit_name"),
    filter=("number", "unit_name", "category", "year", "result", "published_on"),
    group=("category", "year", "result"),
)


async def publish_change(act: Act, one: Inspection) -> None:
    """Let everybody know what became of a published result."""
    held = await act.hold_all(PublishedInspection, inspection_id=one.id)
    said = {name: getattr(one, name) for name in ("rectify_due", "recheck", "settled_on")}
    await act.change_all(PublishedInspection, [(entry, said) for entry in held])
