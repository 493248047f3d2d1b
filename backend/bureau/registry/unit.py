"""A unit: the bureau, its sections, county bureaus, schools and others as one tree, and their former names (机构)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import Choice, Date, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Former, Kind, Stays, Tree, Variant
from bureau.kernel.rules import Level
from bureau.registry.division import Division
from bureau.storage.record import Record


class UnitCategory(State):
    """What a unit is in the tree (机构类别)."""

    BUREAU = "BUREAU", "City education bureau", "市教育局"
    SECTION = "SECTION", "Section", "科室"
    COUNTY_BUREAU = "COUNTY_BUREAU", "County education bureau", "区县教育局"
    DIRECT_UNIT = "DIRECT_UNIT", "Directly affiliated unit", "直属单位"
    SCHOOL = "SCHOOL", "School", "学校"


class Unit(Record):
    """Anything that has a place in the tree by which scope is cut: the bureau, a section, a county bureau, a school.

    What stands below a unit is in its scope: those who work for a county bureau see the county's schools.
    """

    code = Text(32, "Code", "机构代码", unique="ever", form="code")
    name = Text(200, "Name", "名称")
    short_name = Text(40, "Short name", "简称").optional()
    english_name = Text(200, "English name", "英文名称").optional()
    category = Choice(UnitCategory, "Category", "机构类别")
    superior = One["Unit"]("Unit", "Superior", "上级机构", back=("subordinates", "Subordinates", "下级机构")).optional()
    division = One(Division, "Division", "所在区划", back=("units", "Units", "区划内机构")).optional()
    operation = Span("In operation", "运行期间").optional()


class FormerCode(Record):
    """A code that a unit no longer has; no other unit is ever given it, and who asks for it finds the unit."""

    unit = One(Unit, "Unit", "机构", back=("former_codes", "Former codes", "曾用代码"))
    code = Text(32, "Code", "代码", unique="live", form="code")
    held_from = Date("Held from", "启用日期").optional()
    held_until = Date("Held until", "停用日期")
    document = Text(100, "Decision", "批准文号").optional()


class FormerName(Record):
    """A name that a unit no longer has, with the days on which it had it."""

    unit = One(Unit, "Unit", "机构", back=("former_names", "Former names", "曾用名"))
    name = Text(200, "Name", "名称")
    held_from = Date("Held from", "启用日期").optional()
    held_until = Date("Held until", "停用日期")
    document = Text(100, "Decision", "批准文号").optional()


def _stands_in_the_tree(unit: Unit, context: CheckContext) -> Iterator[Fault]:
    superior = unit.__dict__.get("_superior")
    if superior is None:
        if unit.category != UnitCategory.BUREAU:
            yield invalid("superior", "only the bureau itself has none.", "只有市教育局没有上级机构。")
        return
    if superior.id == unit.id:
        yield invalid("superior", "a unit is not its own superior.", "机构不能以自己为上级。")
    elif superior.category == UnitCategory.SCHOOL:
        yield invalid("superior", "a school has no units below it.", "学校不能作为上级机构。")
    elif unit.category == UnitCategory.BUREAU:
        yield invalid("superior", "the bureau has none.", "市教育局没有上级机构。")
    elif unit.category == UnitCategory.COUNTY_BUREAU and superior.category != UnitCategory.BUREAU:
        yield invalid("superior", "a county bureau stands below the city's bureau.", "区县教育局的上级应为市教育局。")


TREE = Tree(parent="superior", field="category", city="BUREAU", county="COUNTY_BUREAU")
FORMER = Former(FormerCode, "unit", "code")
_ORDER = ("name", "code")
_SEARCH = ("name", "short_name", "code")
_FILTER = ("code", "name", "category")

unit = Kind(
    Unit,
    label=("Unit", "Units", "机构"),
    scope=TREE,
    read=rules.tree,
    natural_key=("code",),
    former=FORMER,
    list=("code", "name", "category", "superior.name"),
    order=_ORDER,
    filter=_FILTER,
    effective=("operation",),
    search=_SEARCH,
    checks=(_stands_in_the_tree,),
    abstract=True,
)


class Office(Unit):
    """A unit that is no school: the city's bureau, a section of it, a county bureau, a directly affiliated unit."""


office = Kind(
    Office,
    label=("Office", "Offices", "教育行政机构"),
    scope=TREE,
    read=rules.tree.anywhere,
    create=rules.registrar.at(Level.CITY),
    update=rules.registrar.at(Level.CITY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("code",),
    list=("code", "name", "category", "superior.name"),
    order=_ORDER,
    filter=_FILTER,
    effective=("operation",),
    search=_SEARCH,
    group=("category",),
    checks=unit.checks,
    base=unit,
    variant=Variant("category", frozenset({"BUREAU", "SECTION", "COUNTY_BUREAU", "DIRECT_UNIT"})),
)

former_code = Kind(
    FormerCode,
    label=("Former code", "Former codes", "曾用代码"),
    scope=Stays("unit"),
    read=rules.offices,
    natural_key=("code",),
    list=("code", "unit.name", "held_from", "held_until"),
    order=("code",),
    filter=("code",),
    effective=("held_from", "held_until"),
)

former_name = Kind(
    FormerName,
    label=("Former name", "Former names", "曾用名"),
    scope=Stays("unit"),
    read=rules.offices,
    natural_key=("unit", "held_until"),
    list=("name", "unit.name", "held_from", "held_until"),
    order=("name",),
    filter=("name",),
    effective=("held_from", "held_until"),
    search=("name",),
)
