"""An inspection scheme: what is looked at, by whom at the least, what it counts, and from when on (检查方案)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Boolean, Choice, Coded, CodeTable, Date, Integer, One, Scaled, Span, State, Text
from bureau.kernel.kind import CheckContext, Kind
from bureau.kernel.money import from_scaled
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry.school import ORGANISER
from bureau.storage.record import Record

CATEGORY = CodeTable("inspection_category", Words("Category of inspection", "检查类别"), "Bureau, after the statutes")
POINTS = 100_00
"""A full score, in hundredths."""


class InspectionMethod(State):
    """How an item is looked at (检查方式; §8)."""

    QUERY = "QUERY", "Figures of the registers", "数据查询"
    DOCUMENT = "DOCUMENT", "Documents", "查阅资料"
    OBSERVATION = "OBSERVATION", "On the spot", "现场查看"
    SURVEY = "SURVEY", "Survey or talk", "问卷访谈"


class InspectionScheme(Record):
    """What inspections of one category look at, how many inspect, and what their scores come to.

    Once a round was opened under it, a scheme and its items stay as they are; what is to be otherwise is another one.
    """

    code = Text(40, "Code", "方案代码", unique="live", form="code", plain=True, pattern="[0-9A-Z-]+")
    name = Text(200, "Name", "方案名称")
    category = Coded(CATEGORY, "Category", "检查类别")
    valid = Span("In force", "有效期")
    school_types = Text(
        200,
        "Types of school",
        "适用办学类型",
        plain=True,
        pattern="[0-9]{2,3}( [0-9]{2,3})*",
        note=(
            "Codes of school_type, or how they begin, with spaces between; all where it is empty.",
            "办学类型代码或其前两位，以空格分隔；为空表示全部。",
        ),
    ).optional()
    organiser = Coded(
        ORGANISER, "Organiser", "适用举办者", note=("Of schools; all where it is empty.", "为空表示全部。")
    ).optional()
    has_self_report = Boolean("Begins with a self-report", "是否自查自评")
    has_site_check = Boolean("Has a site check", "是否现场检查")
    least_team = Integer(1, 50, "Least number of inspectors", "检查组最少人数")
    defence_days = Integer(
        0, 60, "Time for a defence", "申辩期限", note=("In working days.", "单位：工作日；0 表示不设申辩期。")
    )
    passed_from = Scaled(2, "Passed from", "合格分数线", least=0, most=POINTS)
    basic_from = Scaled(2, "Basically passed from", "基本合格分数线", least=0, most=POINTS)
    bars_enrolment = Boolean(
        "Bars from enrolment",
        "是否与招生挂钩",
        note=(
            "Whether a school takes no new pupils while what it was to rectify in time is not.",
            "逾期未整改到位的学校不得招收新生。",
        ),
    )
    basis = Text(300, "Basis", "依据")
    is_verified = Boolean(
        "Basis verified",
        "依据是否已核实",
        note=("Whether its wording was read where it is published.", "是否已核对发布原文。"),
    )
    used_on = Date("First used on", "首次启用日期", by_verbs=True).optional()


class InspectionItem(Record):
    """One item of a scheme: what is demanded, by which rule, and its weight; a veto where nothing makes up for it."""

    scheme = One(InspectionScheme, "Scheme", "检查方案", back=("items", "Items", "检查指标"))
    place = Integer(1, 1000, "Place", "序号")
    heading = Text(100, "Heading", "一级指标")
    name = Text(200, "Item", "检查指标")
    demand = Text(500, "What is demanded", "检查要求", lines=True)
    method = Choice(InspectionMethod, "Method", "检查方式")
    weight = Scaled(2, "Weight", "权重", least=1, most=POINTS)
    is_veto = Boolean("Veto", "是否一票否决")
    basis = Text(300, "Basis", "依据")
    is_verified = Boolean(
        "Basis verified",
        "依据是否已核实",
        note=("Whether its wording was read where it is published.", "是否已核对发布原文。"),
    )


def _is_not_used(scheme: InspectionScheme, context: CheckContext) -> Iterator[Fault]:
    """What was inspected by is changed by nobody afterwards; only its last day may be set."""
    if scheme.used_on and context.before is not None and context.before.used_on and context.given - {"valid"}:
        yield invalid("code", *_USED)


def _is_of_no_used_scheme(item: InspectionItem, context: CheckContext) -> Iterator[Fault]:
    if item.scheme.used_on:
        yield invalid("scheme", *_USED)


_USED = ("a round was opened under it; make another scheme.", "已按该方案开展检查，不得修改，请另立方案。")


def _limits_are_ordered(scheme: InspectionScheme, context: CheckContext) -> Iterator[Fault]:
    if scheme.basic_from > scheme.passed_from:
        most = from_scaled(scheme.passed_from, 2)
        yield fault(Code.OUT_OF_RANGE, "basic_from", least="0.00", most=most)


inspection_scheme = Kind(
    InspectionScheme,
    label=("Inspection scheme", "Inspection schemes", "检查方案"),
    read=rules.offices.anywhere,
    create=(rules.inspector | rules.registrar).at(Level.CITY),
    update=(rules.inspector | rules.registrar).at(Level.CITY),
    void=(rules.inspector | rules.registrar).at(Level.CITY),
    natural_key=("code",),
    title=("name", "code"),
    list=("code", "name", "category", "valid", "least_team", "bars_enrolment"),
    order=("code",),
    search=("code", "name"),
    filter=("code", "category", "bars_enrolment"),
    group=("category",),
    effective=("valid",),
    checks=(_is_not_used, _limits_are_ordered),
)

inspection_item = Kind(
    InspectionItem,
    label=("Inspection item", "Inspection items", "检查指标"),
    read=rules.offices.anywhere,
    create=(rules.inspector | rules.registrar).at(Level.CITY),
    update=(rules.inspector | rules.registrar).at(Level.CITY),
    void=(rules.inspector | rules.registrar).at(Level.CITY),
    natural_key=("scheme", "place"),
    title=("name", "heading"),
    list=("scheme.code", "place", "heading", "name", "demand", "weight", "is_veto", "basis", "is_verified"),
    order=("place",),
    search=("name", "heading"),
    filter=("method", "is_veto", "is_verified"),
    group=("method", "is_veto", "is_verified"),
    checks=(_is_of_no_used_scheme,),
)
