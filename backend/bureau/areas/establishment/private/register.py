"""The register of licences: what happens to each, and what everybody may read of it (许可证登记)."""

from collections.abc import Sequence

from bureau.areas.establishment.private.licence import (
    Licence,
    LicenceEvent,
    LicenceEventSort,
    LicenceState,
    Purpose,
    licence,
)
from bureau.kernel import rules
from bureau.kernel.event import Written, event, reaction
from bureau.kernel.field import Choice, Coded, Date, One, Text
from bureau.kernel.kind import Kind
from bureau.registry.school import SCHOOL_TYPE
from bureau.storage.act import Act
from bureau.storage.record import Record


class PublicLicence(Record):
    """What everybody may read of a licence, signed in or not: whose it is, for what and how long, whether it holds."""

    licence = One(Licence, "Licence", "办学许可证", internal=True)
    number = Text(40, "Licence number", "许可证号", unique="ever", form="code")
    school_name = Text(200, "School", "学校名称")
    type = Coded(SCHOOL_TYPE, "School type", "办学类型")
    purpose = Choice(Purpose, "Purpose", "办学性质")
    organiser_name = Text(200, "Organiser", "举办者")
    address = Text(200, "Address", "办学地址")
    office_name = Text(200, "Issued by", "发证机关")
    issued_on = Date("Issued on", "发证日期")
    valid_from = Date("Valid from", "有效期起")
    valid_until = Date("Valid until", "有效期至", note=("Without that day.", "不含当日。"))
    state = Choice(LicenceState, "State", "许可证状态")
    ended_on = Date("Ended on", "终止日期").optional()


SHOWN = (
    *("number", "school_name", "type", "purpose", "organiser_name", "address", "office_name", "issued_on"),
    *("valid_from", "valid_until", "state", "ended_on"),
)
"""What of a licence is public."""

public_licence = Kind(
    PublicLicence,
    label=("Public licence", "Public licences", "办学许可证公示"),
    read=rules.everyone,
    natural_key=("number",),
    title=("school_name", "number"),
    list=("number", "school_name", "type", "purpose", "organiser_name", "office_name", "valid_until", "state"),
    order=("school_name", "valid_until"),
    search=("number", "school_name", "organiser_name"),
    filter=("number", "school_name", "type", "purpose", "state", "valid_until"),
    group=("type", "purpose", "state"),
    derived=True,
)


@event(licence)
def licence_written(write: Written[Licence]) -> bool:
    """A licence is new, void, or says something else."""
    return True


@reaction(licence_written)
async def publish_licences(act: Act, writes: Sequence[Written[Licence]]) -> None:
    """Keep what is public of licences as they are."""
    held = await act.hold_all(PublicLicence, licence_id__in=[write.record.id for write in writes])
    known = {one.__dict__["licence_id"]: one for one in held}
    gone = [known[write.record.id] for write in writes if write.is_void and write.record.id in known]
    for one in gone:
        await act.void(one, "许可证登记作废")
    live = [write.record for write in writes if not write.is_void]
    said = {one.id: {name: getattr(one, name) for name in SHOWN} for one in live}
    await act.change_all(PublicLicence, [(known[one.id], said[one.id]) for one in live if one.id in known])
    await act.create_all(PublicLicence, [{"licence": one, **said[one.id]} for one in live if one.id not in known])


async def note_event(
    act: Act, of: Licence, sort: LicenceEventSort, text: str | None, document: str | None = None
) -> LicenceEvent:
    """Enter what happened to a licence today."""
    said = {"noted_by": act.actor.name, "noted_at": act.tx.now()}
    return await act.create(
        LicenceEvent, licence=of, sort=sort, happened_on=act.today, text=text, document=document, **said
    )
