"""A file of an inspection: what the unit hands in, and what proves what its inspectors found (检查材料)."""

from typing import Annotated

from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Boolean, Integer, Moment, One, Text
from bureau.kernel.kind import Follows, Kind
from bureau.machinery.files.file import LONGEST_NAME, File, objection_to
from bureau.machinery.inspections.inspection import ENDED, READERS, Inspection, inspection
from bureau.machinery.inspections.scheme import InspectionItem
from bureau.machinery.inspections.team import INSPECTED, INSPECTORS, refuse_all_but_team
from bureau.machinery.tasks.taking_part import stands_at
from bureau.storage.act import Act
from bureau.storage.record import Record


class InspectionFile(Record):
    """A file of an inspection, seen by those who see the inspection; `linkRecordFile` opens it."""

    inspection = One(Inspection, "Inspection", "检查", back=("files", "Files", "检查材料"))
    item = One(InspectionItem, "Item", "检查指标").optional()
    file = One(File, "File", "文件", internal=True)
    file_name = Text(LONGEST_NAME, "File name", "文件名")
    media_type = Text(100, "Media type", "媒体类型", plain=True)
    size = Integer(0, 2**31 - 1, "Size", "大小", note=("In bytes.", "单位：字节。"))
    is_of_unit = Boolean("Handed in by the unit", "是否受检单位报送")
    added_by = Text(60, "Added by", "上传人", of_person=True)
    added_at = Moment("Added at", "上传时间")


inspection_file = Kind(
    InspectionFile,
    label=("Inspection file", "Inspection files", "检查材料"),
    scope=Follows("inspection"),
    read=READERS,
    rooted=False,
    natural_key=("inspection", "file"),
    title=("file_name",),
    list=("file_name", "size", "added_by", "added_at"),
    order=("added_at",),
    opens="file",
)


@action(inspection, INSPECTED | INSPECTORS, label=("Add a file", "添加材料"))
async def attach_to_inspection(
    act: Act,
    one: Inspection,
    *,
    file: Annotated[File, One(File, "File", "文件")],
    item: Annotated[InspectionItem | None, InspectionFile.item] = None,
) -> Inspection:
    """Add a file of yours, which was uploaded as an attachment and is found sound: by the unit that is inspected, or by
    one of the team.
    """
    is_of_unit = stands_at(act.actor, one.__dict__["unit_id"])
    if not is_of_unit:
        await refuse_all_but_team(act, one)
    if one.state in ENDED:
        raise refuse(Code.ENDED, "id", kind=inspection.words)
    if item is not None and item.__dict__["scheme_id"] != one.__dict__["scheme_id"]:
        raise Refusal([fault(Code.MISMATCH, "item", other=Inspection.scheme.words)])
    if why := objection_to(file):
        raise Refusal([fault(Code.INVALID, "file", reason=why)])
    await act.create(
        InspectionFile,
        inspection=one,
        item=item,
        file=file,
        file_name=file.name,
        media_type=file.media_type,
        size=file.size,
        is_of_unit=is_of_unit,
        added_by=act.actor.name,
        added_at=act.tx.now(),
    )
    return one
