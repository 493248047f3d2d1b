"""A school: any institution that teaches, from kindergarten to secondary vocational, special and training (学校)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid, warning
from bureau.kernel.field import Boolean, Coded, CodeTable, Date, One, Text
from bureau.kernel.kind import CheckContext, Kind, Variant
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.person import Person
from bureau.registry.unit import FORMER, TREE, FormerCode, Office, Unit, UnitCategory, unit

SCHOOL_TYPE = CodeTable("school_type", Words("School type", "办学类型"), "JY/T 1001-2012 BXLX")
ORGANISER = CodeTable("school_organiser", Words("Organiser", "举办者"), "JY/T 1001-2012 XXJYJGJBZ")
SETTING = CodeTable("school_setting", Words("Urban or rural setting", "驻地城乡类型"), "JY/T 1001-2012 SZDCXLX")
SCHOOLING = CodeTable(
    "schooling_system", Words("Form of schooling", "学制形式"), "Bureau: six and three, five and four"
)
LANGUAGE = CodeTable("instruction_language", Words("Language of instruction", "教学语言"), "Bureau: ISO 639")

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
    principal = One(Person, "Principal", "校长", read=rules.tree).optional()
    legal_representative = One(Person, "Legal representative", "法定代表人", read=rules.tree).optional()
    host = One["School"](
        "School",
        "Host school",
        "依托学校",
        back=("hosted", "Hosted", "附设机构"),
        note=("For types that are no institutions of their own.", "仅附设班、教学点等非法人类型。"),
    ).optional()
    founded_on = Date("Founded on", "建校日期").optional()
    address = Text(200, "Address", "地址").optional()
    village_code = Text(
        12, "Village code", "驻地统计区划代码", form="number", plain=True, pattern=r"[0-9]{12}"
    ).optional()
    phone = Text(20, "Telephone", "办公电话", form="number", plain=True, pattern=r"\+?[0-9-]{7,19}").optional()
    schooling = Coded(SCHOOLING, "Form of schooling", "学制形式").optional()
    language = Coded(LANGUAGE, "Language of instruction", "教学语言").optional()
    has_boarding = Boolean("Takes boarders", "是否寄宿制").optional()
    is_inclusive = Boolean("Inclusive kindergarten", "是否普惠性幼儿园").optional()


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
    elif not school.type or school.type in NOT_CORPORATE or school.code[:2] == school.type[:2]:
        return
    elif context.before is None or (context.before.code, context.before.type) != (school.code, school.type):
        yield fault(Code.MISMATCH, "code", other=SCHOOL_TYPE.words)


def _code_is_its_own(school: School, context: CheckContext) -> Iterator[Fault]:
    """§1.1: a void code goes to no other school, and a code is left only by the verb that remembers it."""
    if school.__dict__.get("_code_is_another_s"):
        yield fault(Code.DUPLICATE, "code", kind=unit.words)
    elif school.__dict__.get("_code_is_forgotten"):
        yield invalid("code", "a school's code changes by changeSchoolCode.", "学校标识码应通过“变更标识码”办理。")


def _has_a_host(school: School, context: CheckContext) -> Iterator[Fault]:
    """§1.2: classes of a host school, and they alone, name it; it is an institution of its own."""
    host = school.__dict__.get("_host")
    if context.profile != "cn" or not school.type or not context.touches("type", "host"):
        return
    if school.type in NOT_CORPORATE:
        if host is None:
            yield fault(Code.REQUIRED, "host")
        elif host.type in NOT_CORPORATE:
            yield invalid("host", "it is an institution of its own.", "依托学校应为独立设置的学校。")
    elif host is not None:
        yield invalid("host", "only for types that have one.", "独立设置的学校没有依托学校。")


def _agrees_with_its_type(school: School, context: CheckContext) -> Iterator[Fault]:
    if school.is_inclusive and school.type and not school.type.startswith("11"):
        yield invalid("is_inclusive", "only for kindergartens.", "仅适用于幼儿园。")
    if school.founded_on and school.founded_on > context.today:
        yield invalid("founded_on", "it lies in the future.", "建校日期不能晚于今天。")


def _lies_where_it_says(school: School, context: CheckContext) -> Iterator[Fault]:
    """The village is of the division; lists of villages change slower than divisions do, so this warns."""
    division = school.__dict__.get("_division")
    if division is None or not context.touches("division", "village_code"):
        return
    if division.valid_until and division.valid_until <= context.today:
        yield fault(Code.CLOSED, "division", kind=School.division.words)
    if school.village_code and not school.village_code.startswith(division.code.rstrip("0")):
        yield warning(Code.MISMATCH, "village_code", other=School.division.words)


def _has_a_name_of_its_own(school: School, context: CheckContext) -> Iterator[Fault]:
    if context.profile == "cn" and context.touches("name") and school.__dict__.get("_name_is_taken"):
        yield warning(Code.DUPLICATE, "name", kind=Words("school of the county", "同县区学校"))


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


async def _know_codes(schools: Sequence[School]) -> None:
    """A school named by a code of old is meant as it is now; what becomes of codes is known to the checks."""
    ids = [school.id for school in schools if school.__dict__.get("id")]
    present = {unit.id: unit.code for unit in await Unit.filter(id__in=ids)}
    codes = {school.code for school in schools} | set(present.values())
    # Who has a code is asked before who had it: one that is left meanwhile is found by the one question or the other.
    having = {unit.code: unit.id for unit in await Unit.filter(code__in=list(codes - {None}), void_reason__isnull=True)}
    former = await FormerCode.filter(code__in=list(codes - {None}), void_reason__isnull=True)
    owner = {row.code: row.unit_id for row in former}  # type: ignore[attr-defined]
    for school in schools:
        mine = school.__dict__.get("id")
        if mine and owner.get(school.code) == mine:
            school.code = present[mine]
        left = mine and present.get(mine) != school.code and owner.get(present.get(mine, "")) != mine
        school.__dict__ |= {
            "_code_is_another_s": any(of.get(school.code, mine) != mine for of in (having, owner)),
            "_code_is_forgotten": bool(left),
        }


async def _know_names(schools: Sequence[School]) -> None:
    """Whether another live school of the same superior has the name."""
    names = [school.name for school in schools if school.name]
    of_name: dict[tuple[str, int | None], set[int]] = {}
    for other in await Unit.filter(name__in=names, category="SCHOOL", void_reason__isnull=True):
        of_name.setdefault((other.name, other.superior_id), set()).add(other.id)  # type: ignore[attr-defined]
    for school in schools:
        same = of_name.get((school.name, school.__dict__.get("superior_id")), set())
        school.__dict__["_name_is_taken"] = bool(same - {school.__dict__.get("id")})


school = Kind(
    School,
    label=("School", "Schools", "学校"),
    scope=TREE,
    kin=("", "schools"),
    read=rules.tree | rules.guardian,
    create=rules.registrar.at(Level.CITY, Level.COUNTY),
    update=rules.registrar.at(Level.CITY, Level.COUNTY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("code",),
    former=FORMER,
    list=("code", "name", "type", "division.name", "superior.name", "principal.name"),
    order=("name", "code"),
    search=unit.search,
    filter=("code", "name", "type", "organiser", "setting", "has_boarding", "is_inclusive"),
    effective=("operation",),
    group=("type", "organiser", "setting", "has_boarding", "is_inclusive"),
    fills=(_stand_below, _know_codes, _know_names),
    checks=(
        *unit.checks,
        _code_fits_type,
        _code_is_its_own,
        _has_a_host,
        _agrees_with_its_type,
        _lies_where_it_says,
        _has_a_name_of_its_own,
        _credit_code_is_real,
        _lies_somewhere,
    ),
    base=unit,
    variant=Variant("category", frozenset({"SCHOOL"})),
)
