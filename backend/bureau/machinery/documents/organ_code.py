"""An organ code: the characters with which the numbers of a unit's documents begin, such as 蓉教发 (机关代字)."""

from bureau.kernel import rules
from bureau.kernel.field import One, Text
from bureau.kernel.kind import Kind, Stays
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class OrganCode(Record):
    """The characters with which the numbers of one sort of documents of a unit begin; each has a series a year."""

    unit = One(Unit, "Unit", "机构", back=("organ_codes", "Organ codes", "机关代字"))
    code = Text(10, "Organ code", "机关代字", unique="live", form="code", pattern=r"[^\s\d〔〕\[\]()]{1,10}")
    used_for = Text(100, "Used for", "适用文种", note=("Such as decisions or letters.", "如发文、函。"))


organ_code = Kind(
    OrganCode,
    label=("Organ code", "Organ codes", "机关代字"),
    scope=Stays("unit"),
    read=rules.offices,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("code",),
    title=("code", "used_for"),
    list=("code", "used_for", "unit.name"),
    order=("code",),
    filter=("code",),
    search=("code", "used_for"),
)
