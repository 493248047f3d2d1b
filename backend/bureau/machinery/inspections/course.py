"""An entry in the course of an inspection: what was said at each step, none of it ever changed (检查记录)."""

from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.machinery.inspections.inspection import READERS, Inspection
from bureau.storage.act import Act
from bureau.storage.record import Record


class InspectionEntrySort(State):
    """What an entry is of (记录类型)."""

    SELF_REPORT = "SELF_REPORT", "Self-report", "自查报告"
    RETURN = "RETURN", "Returned for completion", "退回补正"
    DOC_CHECK = "DOC_CHECK", "Check of documents", "材料审核"
    SITE_CHECK = "SITE_CHECK", "Check on the spot", "现场检查"
    RESULT = "RESULT", "Result", "检查结论"
    DEFENCE = "DEFENCE", "Defence", "申辩"
    PUBLICATION = "PUBLICATION", "Publication", "公布"
    ORDER = "ORDER", "Rectification ordered", "责令整改"
    EXTENSION = "EXTENSION", "More time", "延期"
    RECTIFICATION = "RECTIFICATION", "Rectification", "整改报告"
    RECHECK = "RECHECK", "Recheck", "复查"
    REFERRAL = "REFERRAL", "Referred for sanction", "移送处理"


class InspectionEntry(Record):
    """One entry in the course of an inspection, by the unit that is inspected or by those who inspect it."""

    inspection = One(Inspection, "Inspection", "检查", back=("entries", "Course", "检查记录"))
    sort = Choice(InspectionEntrySort, "Sort", "记录类型")
    text = Text(4000, "Text", "内容", lines=True).optional()
    said_by = Text(60, "By whom", "记录人", of_person=True)
    said_at = Moment("At", "记录时间")


inspection_entry = Kind(
    InspectionEntry,
    label=("Entry of an inspection", "Entries of inspections", "检查记录"),
    scope=Follows("inspection"),
    read=READERS,
    rooted=False,
    title=("sort", "said_at"),
    list=("inspection.unit_name", "sort", "text", "said_by", "said_at"),
    order=("said_at",),
)


async def note(act: Act, inspection: Inspection, sort: InspectionEntrySort, text: str | None) -> InspectionEntry:
    """Add to the course of an inspection what is said."""
    said = {"said_by": act.actor.name, "said_at": act.tx.now()}
    return await act.create(InspectionEntry, inspection=inspection, sort=sort, text=text, **said)
