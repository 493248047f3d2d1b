"""A school: any institution that teaches, from kindergarten to secondary vocational, special and training (学校)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Coded, CodeTable, One, Text
from bureau.kernel.kind import CheckContext, Kind, Variant
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.person import Person
from bureau.registry.unit import TREE, Office, Unit, UnitCategory, unit

SCHOOL_TYPE = CodeTable("school_type", Words("School type", "办学类型"), "JY/T 1001-2012 BXLX")
ORGANISER = CodeTable("school_organiser", Words("Organiser", "举办者"), "JY/T 1001-2012 XXJYJGJBZ")
SETTING = CodeTable("school_setting", Words("Urban or rural setting", "驻地城乡类型"), "JY/T 1001-2012 SZDCXLX")

NOT_CORPORATE = frozenset({"119", "218", "219", "319", "329", "349", "368", "519"})
"""Types that are classes of a host school, no institutions of their own (§1.2)."""


class School(Unit):
    """An institution that teaches: kindergarten, primary, junior, senior, vocational, special or training.

    A school is a unit and has its id. Its code is its ten-digit identification code (学校标识码), which a rename
    keeps and which no other school is ever given, not even after it is void.
    """

    type = Coded(SCHOOL_TYPE, "School type", "办学类型").optional("generic")
    credit_code = Text(
        18, "Unified social credit code", "统一社会信用代码", form="number", plain=True, pattern="[0-9A-Z]+"
    ).optional()
    organiser = Coded(ORGANISER, "Organiser", "举办者").optional()
    setting = Coded(SETTING, "Urban or rural setting", "驻地城乡类型").optional()
    principal = One(Person, "Principal", "校长").optional()
    address = Text(200, "Address", "地址").optional()


def _code_fits_type(school: School, context: CheckContext) -> Iterator[Fault]:
    """§1.1: the identification code has its form, and begins with the first two digits of the school's type."""
    if context.profile != "cn":
        return
    if not numbers.SCHOOL_CODE.fullmatch(school.code):
        yield invalid(
            "code",
            "ten digits: category, province, serial number (学校标识码).",
            "学校标识码应为 10 位：类别 2 位、省份 2 位、顺序码 6 位。",
        )
    elif context.is_new and school.type and school.type not in NOT_CORPORATE and school.code[:2] != school.type[:2]:
        yield fault(Code.MISMATCH, "code", other=SCHOOL_TYPE.words)


def _credit_code_is_real(school: School, context: CheckContext) -> Iterator[Fault]:
    if school.credit_code and context.profile == "cn":
        _, problem = numbers.credit_code(school.credit_code)
        if problem:
            yield problem.under("credit_code")


def _lies_somewhere(school: School, context: CheckContext) -> Iterator[Fault]:
    if context.profile == "cn" and school.division_id is None:  # type: ignore[attr-defined]
        yield fault(Code.REQUIRED, "division")


async def _stand_below(schools: Sequence[School]) -> None:
    """A school whose superior is not named stands below its county's bureau, or below the city's own."""
    loose = [school for school in schools if school.__dict__.get("superior_id") is None]
    if not loose:
        return
    offices = await Office.filter(category__in=["BUREAU", "COUNTY_BUREAU"], void_reason__isnull=True)
    of_county = {o.division_id: o for o in offices if o.category == UnitCategory.COUNTY_BUREAU}  # type: ignore[attr-defined]
    city = next((o for o in offices if o.category == UnitCategory.BUREAU), None)
    for school in loose:
        superior = of_county.get(school.__dict__.get("division_id"), city)
        if superior is not None:
            school.__dict__ |= {"superior_id": superior.id, "_superior": superior}


school = Kind(
    School,
    label=("School", "Schools", "学校"),
    scope=TREE,
    read=rules.employers,
    create=rules.registrar.at(Level.CITY, Level.COUNTY),
    update=rules.registrar.at(Level.CITY, Level.COUNTY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("code",),
    list=("code", "name", "type", "division.name", "superior.name", "principal.name"),
    order=("name", "code"),
    search=unit.search,
    filter=("code", "name", "type", "organiser", "setting"),
    effective=("operation",),
    group=("type", "organiser", "setting"),
    fills=(_stand_below,),
    checks=(*unit.checks, _code_fits_type, _credit_code_is_real, _lies_somewhere),
    base=unit,
    variant=Variant("category", frozenset({"SCHOOL"})),
)
