"""An enterprise that works with schools or takes their pupils in, and the agreements with it (企业与校企合作)."""

from collections.abc import Iterator

from bureau.areas.establishment.vocational.school_major import SCHOOL_OFFICERS, VOCATIONAL, SchoolMajor
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Integer, One, Scaled, Span, State, Text
from bureau.kernel.kind import CheckContext, Clock, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry import numbers
from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.storage.record import Record


class Listing(State):
    """Whether an enterprise is recommended for internships, or barred from them (企业名单)."""

    NONE = "NONE", "On no list", "未列入名单"
    WHITE = "WHITE", "Recommended", "白名单"
    BLACK = "BLACK", "Barred", "黑名单"


class Enterprise(Record):
    """An enterprise or another unit outside the schools, known by its unified social credit code."""

    credit_code = Text(
        18,
        "Unified social credit code",
        "统一社会信用代码",
        unique="live",
        form="number",
        plain=True,
        pattern="[0-9A-Z]{18}",
    )
    name = Text(200, "Name", "名称")
    staff = Integer(0, 10_000_000, "Staff in post", "在岗职工数")
    listing = Choice(Listing, "List", "名单", note=("The bureau keeps the lists.", "名单由教育局维护。"))
    trade = Text(100, "Trade", "所属行业").optional()


def _credit_code_is_real(enterprise: Enterprise, context: CheckContext) -> Iterator[Fault]:
    if context.profile == "cn" and context.touches("credit_code"):
        _, problem = numbers.credit_code(enterprise.credit_code)
        if problem:
            yield problem.under("credit_code")


enterprise = Kind(
    Enterprise,
    label=("Enterprise", "Enterprises", "企业"),
    read=rules.offices.anywhere,
    create=rules.registrar.at(Level.CITY),
    update=rules.registrar.at(Level.CITY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("credit_code",),
    title=("name", "credit_code"),
    list=("name", "credit_code", "staff", "listing", "trade"),
    order=("name", "staff"),
    search=("name", "credit_code"),
    filter=("credit_code", "name", "listing", "staff", "trade"),
    group=("listing",),
    checks=(_credit_code_is_real,),
)


def is_barred(enterprise: Enterprise, path: str) -> Iterator[Fault]:
    """§26: nothing is begun with an enterprise that is barred."""
    if enterprise.listing == Listing.BLACK:
        yield invalid(path, "the enterprise is barred.", "该企业已列入黑名单。")


class CooperationForm(State):
    """How a school and an enterprise work together (合作形式)."""

    ORDER_CLASS = "ORDER_CLASS", "Class for one employer", "订单班"
    APPRENTICESHIP = "APPRENTICESHIP", "Modern apprenticeship", "现代学徒制"
    BASE = "BASE", "Training base built together", "共建基地"
    COLLEGE = "COLLEGE", "Industrial college", "产业学院"


class Cooperation(Record):
    """An agreement between a school and an enterprise: in which form and major they work together, and how long."""

    school = One(School, "School", "学校", back=("cooperations", "Cooperation agreements", "校企合作协议"))
    enterprise = One(
        Enterprise, "Enterprise", "合作企业", back=("cooperations", "Cooperation agreements", "校企合作协议")
    )
    number = Text(60, "Agreement number", "协议编号", form="code")
    form = Choice(CooperationForm, "Form", "合作形式")
    school_major = One(
        SchoolMajor, "Major", "合作专业", back=("cooperations", "Cooperation agreements", "校企合作协议")
    ).optional()
    valid = Span("Validity", "协议期限")
    contribution = Scaled(2, "Worth of what the enterprise gives", "企业投入折合金额", money=True, least=0).optional()


def _agrees(agreement: Cooperation, context: CheckContext) -> Iterator[Fault]:
    major = agreement.__dict__.get("_school_major")
    if major is not None and major.__dict__["school_id"] != agreement.school.id:
        yield fault(Code.MISMATCH, "school_major", other=Cooperation.school.words)
    type_ = agreement.school.type
    if context.profile == "cn" and type_ and VOCATIONAL not in stages(type_) and context.touches("school"):
        yield fault(Code.NOT_OFFERED, "school")
    if agreement.valid.until is None:
        yield invalid("valid", "an agreement has an end.", "协议须有截止日期。")
    if context.touches("enterprise"):
        yield from is_barred(agreement.enterprise, "enterprise")


cooperation = Kind(
    Cooperation,
    label=("Cooperation agreement", "Cooperation agreements", "校企合作协议"),
    scope=Stays("school"),
    read=rules.offices,
    create=SCHOOL_OFFICERS,
    update=SCHOOL_OFFICERS,
    void=SCHOOL_OFFICERS,
    natural_key=("school", "number"),
    title=("number", "enterprise.name"),
    list=("school.name", "enterprise.name", "number", "form", "school_major.major", "valid"),
    order=("school.name", "valid"),
    filter=("number", "form", "contribution"),
    group=("form",),
    sum=("contribution",),
    effective=("valid",),
    clocks=(Clock("valid.until", (90, 30, 7), rules.principal | rules.registrar),),
    checks=(_agrees,),
)
