"""An internship plan: when a class of a vocational school goes to enterprises, filed with the bureau (实习计划)."""

from collections.abc import Iterator, Sequence

from bureau.areas.establishment.vocational.school_major import SCHOOL_OFFICERS, VOCATIONAL, SchoolMajor
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Date, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.storage.record import Record


class InternshipSort(State):
    """What pupils do at an enterprise (实习类型)."""

    VISIT = "VISIT", "To get to know a trade", "认识实习"
    POST = "POST", "Work in a post", "岗位实习"


class PlanState(State):
    """How far a plan has come (实习计划状态)."""

    DRAFT = "DRAFT", "Draft", "草拟"
    SCHOOL_OK = "SCHOOL_OK", "Approved by the school", "学校已审核"
    FILED = "FILED", "Filed with the bureau", "已备案"
    CLOSED = "CLOSED", "Assessed and closed", "已考核结束"


class InternshipPlan(Record):
    """When and in which way a class of a vocational school goes to enterprises; nobody goes before it is filed."""

    school = One(School, "School", "学校", back=("internship_plans", "Internship plans", "实习计划"))
    school_class = One(SchoolClass, "Class", "班级", back=("internship_plans", "Internship plans", "实习计划"))
    school_major = One(SchoolMajor, "Major", "专业", back=("internship_plans", "Internship plans", "实习计划"))
    sort = Choice(InternshipSort, "Sort", "实习类型")
    period = Span("Period", "实习时间")
    state = Choice(PlanState, "State", "状态", derived=True)
    filed_on = Date("Filed on", "备案日期", derived=True).optional()
    filing_number = Text(60, "Filing number", "备案号", form="code", derived=True).optional()


async def _begin(plans: Sequence[InternshipPlan]) -> None:
    for plan in plans:
        if plan.__dict__["state"] is None:
            plan.state = PlanState.DRAFT


def _fits_together(plan: InternshipPlan, context: CheckContext) -> Iterator[Fault]:
    if plan.school_class.__dict__["school_id"] != plan.school.id:
        yield fault(Code.MISMATCH, "school_class", other=InternshipPlan.school.words)
    elif plan.school_class.stage != VOCATIONAL:
        yield fault(Code.MISMATCH, "school_class", other=SchoolClass.stage.words)
    if plan.school_major.__dict__["school_id"] != plan.school.id:
        yield fault(Code.MISMATCH, "school_major", other=InternshipPlan.school.words)
    if plan.period.until is None:
        yield invalid("period", "an internship has an end.", "实习须有截止日期。")


def _is_still_a_draft(plan: InternshipPlan, context: CheckContext) -> Iterator[Fault]:
    before = context.before
    if before is not None and before.state != PlanState.DRAFT and context.touches("school_class", "sort", "period"):
        yield fault(Code.PUBLISHED, "id", plan=InternshipPlan.state.words)


internship_plan = Kind(
    InternshipPlan,
    label=("Internship plan", "Internship plans", "实习计划"),
    scope=Stays("school"),
    read=rules.offices,
    create=SCHOOL_OFFICERS,
    update=SCHOOL_OFFICERS,
    void=SCHOOL_OFFICERS,
    natural_key=("school_class", "sort", "period"),
    title=("school_class.name", "sort", "period"),
    list=("school.name", "school_class.name", "school_major.major", "sort", "period", "state"),
    order=("school.name", "period"),
    filter=("sort", "state", "filed_on", "filing_number"),
    group=("sort", "state"),
    effective=("period",),
    fills=(_begin,),
    checks=(_fits_together, _is_still_a_draft),
)
