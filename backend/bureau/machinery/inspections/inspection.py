"""An inspection: one unit looked at under a scheme, from its opening until all that was found is put right (检查)."""

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.event import Written, event
from bureau.kernel.field import Boolean, Choice, Coded, Date, Integer, Numbered, One, Scaled, State, Text
from bureau.kernel.kind import Distinct, Follows, Kind, Stays
from bureau.machinery.inspections.scheme import CATEGORY, POINTS, InspectionScheme
from bureau.machinery.tasks.assigned_task import Lamp
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class InspectionState(State):
    """How far an inspection has come (检查状态; §1.5)."""

    OPEN = "OPEN", "Opened", "已启动"
    SELF_REPORT = "SELF_REPORT", "Self-report handed in", "已报送自查"
    DOC_CHECK = "DOC_CHECK", "Documents being checked", "材料审核"
    SITE_CHECK = "SITE_CHECK", "Being checked on the spot", "现场检查"
    RESULT = "RESULT", "Result given", "已出结论"
    PUBLISHED = "PUBLISHED", "Published", "已公布"
    RECTIFY = "RECTIFY", "To be rectified", "整改中"
    RECHECK = "RECHECK", "To be rechecked", "待复查"
    CLOSED = "CLOSED", "Closed", "已办结"
    REFERRED = "REFERRED", "Referred for sanction", "移送处理"


ENDED = (InspectionState.CLOSED, InspectionState.REFERRED)
OF_THE_UNIT = (InspectionState.OPEN, InspectionState.RECTIFY)
"""The states in which it is for the unit that is inspected to do something; else it is for the inspecting office."""


class InspectionResult(State):
    """What an inspection comes to (检查结论; §1.5)."""

    PASSED = "PASSED", "Passed", "合格"
    BASIC = "BASIC", "Basically passed", "基本合格"
    FAILED = "FAILED", "Failed", "不合格"


WORST_FIRST = (InspectionResult.FAILED, InspectionResult.BASIC, InspectionResult.PASSED)


class Recheck(State):
    """What came of looking again (复查结果)."""

    PASSED = "PASSED", "Put right", "整改到位"
    FAILED = "FAILED", "Not put right", "整改不到位"


class InspectionRound(Record):
    """A round: one office inspects all that a scheme is for, or some of these, in one go."""

    number = Numbered("Number", "检查批次号", unique="ever")
    title = Text(200, "Title", "检查名称")
    scheme = One(InspectionScheme, "Scheme", "检查方案", back=("rounds", "Rounds", "检查批次"))
    office = One(Unit, "Inspecting office", "组织检查单位", back=("inspection_rounds", "Inspection rounds", "检查批次"))
    year = Integer(2000, 2100, "Year", "检查年度")
    opened_on = Date("Opened on", "启动日期")
    opened_by = Text(60, "Opened by", "启动人", of_person=True)
    self_report_due = Date("Self-reports due", "自查报送期限").optional()
    due = Date("Results due", "结论期限")
    unit_count = Integer(0, 100_000, "Units", "受检单位数", by_verbs=True)


class Inspection(Record):
    """One unit inspected in a round: how far it has come, what it came to, and what is still to be put right.

    `yellowFrom` and `redFrom` say from which days on its lamp changes, by the working-day calendar whose version stands
    with them; they are of the present step.
    """

    number = Numbered("Number", "检查编号", unique="ever")
    round = One(InspectionRound, "Round", "检查批次", back=("inspections", "Inspections", "检查"))
    scheme = One(InspectionScheme, "Scheme", "检查方案", back=("inspections", "Inspections", "检查"))
    category = Coded(CATEGORY, "Category", "检查类别")
    year = Integer(2000, 2100, "Year", "检查年度")
    unit = One(Unit, "Unit inspected", "受检单位", back=("inspections", "Inspections", "接受检查"))
    unit_name = Text(200, "Name of the unit", "受检单位名称")
    office = One(
        Unit, "Inspecting office", "组织检查单位", back=("held_inspections", "Inspections it holds", "组织检查")
    )
    office_name = Text(
        200,
        "Name of the inspecting office",
        "组织检查单位名称",
        note=("For those who do not see it.", "供受检单位查看。"),
    )
    state = Choice(InspectionState, "State", "检查状态", by_verbs=True)
    opened_on = Date("Opened on", "启动日期")
    due = Date("Due", "办理期限", by_verbs=True, note=("Of the present step, or the last.", "当前或最后环节的期限。"))
    lamp = Choice(Lamp, "Lamp", "亮灯", by_verbs=True).optional()
    yellow_from = Date("Yellow from", "黄灯起始日", by_verbs=True).optional()
    red_from = Date("Red from", "红灯起始日", by_verbs=True).optional()
    calendar = Integer(0, 2**62, "Version of the calendar", "工作日历版本", by_verbs=True).optional()
    times_returned = Integer(0, 1000, "Times returned", "退回次数", by_verbs=True)
    reported_on = Date("Self-report handed in on", "自查报送日期", by_verbs=True).optional()
    visited_on = Date("Visited on", "现场检查日期", by_verbs=True).optional()
    score = Scaled(2, "Score", "得分", least=0, most=POINTS, by_verbs=True).optional()
    result = Choice(InspectionResult, "Result", "检查结论", by_verbs=True).optional()
    opinion = Text(2000, "Opinion", "检查意见", lines=True, by_verbs=True).optional()
    result_on = Date("Result given on", "结论日期", by_verbs=True).optional()
    defence_until = Date("Defence until", "申辩截止日", by_verbs=True, note=("With that day.", "含当日。")).optional()
    published_on = Date("Published on", "公布日期", by_verbs=True).optional()
    rectify_due = Date("Rectification due", "整改期限", by_verbs=True).optional()
    times_extended = Integer(0, 100, "Times extended", "延期次数", by_verbs=True)
    rectified_on = Date("Rectification handed in on", "整改报送日期", by_verbs=True).optional()
    recheck = Choice(Recheck, "Recheck", "复查结果", by_verbs=True).optional()
    rechecked_on = Date("Rechecked on", "复查日期", by_verbs=True).optional()
    late_from = Date(
        "Late from",
        "逾期起始日",
        by_verbs=True,
        note=(
            "The first day on which what was to be put right is late, unless it is handed in before.",
            "整改逾期的首日；按期报送的不计。",
        ),
    ).optional()
    settled_on = Date("Put right on", "整改到位日期", by_verbs=True).optional()
    ended_on = Date("Ended on", "办结日期", by_verbs=True).optional()


class InspectionMember(Record):
    """Somebody of the team that inspects a unit; who has an interest stands aside and does no more in it."""

    inspection = One(Inspection, "Inspection", "检查", back=("team", "Team", "检查组"))
    account = One(Account, "Account", "账户", internal=True)
    name = Text(60, "Name", "检查人员", of_person=True)
    is_lead = Boolean("Leads the team", "是否组长")
    since = Date("Since", "加入日期")
    aside_on = Date("Stood aside on", "回避日期", by_verbs=True).optional()
    aside_reason = Text(500, "Why", "回避原因", lines=True, by_verbs=True).optional()


READERS = rules.offices

inspection_round = Kind(
    InspectionRound,
    label=("Inspection round", "Inspection rounds", "检查批次"),
    scope=Stays("office"),
    read=READERS,
    natural_key=("number",),
    title=("title", "number"),
    list=("number", "title", "scheme.name", "office.name", "year", "unit_count", "due"),
    order=("opened_on",),
    search=("number", "title"),
    filter=("number", "year", "due"),
    group=("year",),
)

inspection = Kind(
    Inspection,
    label=("Inspection", "Inspections", "检查"),
    scope=Stays("unit"),
    read=READERS,
    natural_key=("number",),
    title=("unit_name", "number"),
    list=("number", "unit_name", "scheme.name", "year", "state", "lamp", "due", "result", "rectify_due"),
    order=("due", "unit_name"),
    search=("number", "unit_name"),
    filter=(
        *("number", "category", "year", "state", "lamp", "result", "recheck", "due"),
        *("published_on", "rectify_due", "late_from", "settled_on"),
    ),
    group=("category", "year", "state", "lamp", "result", "recheck"),
    index=("state", "lamp"),
    distinct=(Distinct(("round", "unit"), "unit"),),
)

inspection_member = Kind(
    InspectionMember,
    label=("Inspector of a team", "Inspectors of teams", "检查组成员"),
    scope=Follows("inspection"),
    read=READERS,
    natural_key=("inspection", "account"),
    title=("name",),
    list=("inspection.unit_name", "name", "is_lead", "since", "aside_on"),
    order=("since",),
    filter=("is_lead", "aside_on"),
    group=("is_lead",),
)


@event(inspection)
def result_published(write: Written[Inspection]) -> bool:
    """The result of an inspection is public from now on."""
    was, now = write.before, write.record
    return not write.is_void and now.published_on is not None and (was is None or was.published_on is None)


@event(inspection)
def inspection_referred(write: Written[Inspection]) -> bool:
    """What was found at a unit is not put right, and goes to whoever imposes sanctions."""
    was, now = write.before, write.record
    is_so = now.state == InspectionState.REFERRED and not write.is_void
    return is_so and (was is None or was.state != InspectionState.REFERRED)
