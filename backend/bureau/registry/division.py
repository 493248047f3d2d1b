"""An administrative division: a province, city, county or street with its state code (行政区划)."""

from bureau.kernel import rules
from bureau.kernel.field import Choice, Date, One, State, Text
from bureau.kernel.kind import Kind
from bureau.storage.record import Record


class DivisionLevel(State):
    """How high a division stands (区划级别)."""

    PROVINCE = "PROVINCE", "Province", "省级"
    CITY = "CITY", "City", "地级"
    COUNTY = "COUNTY", "County", "县级"
    STREET = "STREET", "Street or township", "乡级"


class Division(Record):
    """A province, city, county or street, with its code of GB/T 2260 or of the statistics bureau's list.

    A division is where something lies; it says nothing of who is in charge of it, which the tree of units does. Codes
    that are out of force stay, since numbers and papers bear them; they lead to the division that has their place now.
    """

    code = Text(
        12, "Code", "区划代码", unique="ever", plain=True, form="number", pattern=r"\d{2}|\d{4}|\d{6}|\d{9}|\d{12}"
    )
    name = Text(60, "Name", "名称")
    level = Choice(DivisionLevel, "Level", "级别")
    parent = One["Division"]("Division", "Part of", "上级区划", back=("parts", "Parts", "下级区划")).optional()
    valid_from = Date("In force from", "启用日期").optional()
    valid_until = Date("In force until", "停用日期").optional()
    successor = One["Division"](
        "Division", "Succeeded by", "现行区划", back=("predecessors", "Predecessors", "历史区划")
    ).optional()


division = Kind(
    Division,
    label=("Division", "Divisions", "行政区划"),
    read=rules.everyone,
    natural_key=("code",),
    list=("code", "name", "level"),
    order=("code", "name"),
    search=("name", "code"),
    filter=("code", "name", "level"),
    effective=("valid_from", "valid_until"),
)
