"""An internship placement: a pupil's place at an enterprise, with all that must be agreed before (实习安排)."""

from collections.abc import Iterator, Sequence

from bureau.areas.establishment.vocational.enterprise import Enterprise
from bureau.areas.establishment.vocational.internship_plan import InternshipPlan
from bureau.areas.establishment.vocational.school_major import SCHOOL_OFFICERS
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Boolean, Choice, Date, Integer, One, Scaled, Span, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.student import Student
from bureau.storage.record import Record


class PlacementState(State):
    """How far a pupil's internship has come (实习状态)."""

    PROPOSED = "PROPOSED", "Proposed", "拟安排"
    ON_POST = "ON_POST", "On post", "在岗"
    SUSPENDED = "SUSPENDED", "Suspended", "暂停"
    FINISHED = "FINISHED", "Finished", "已结束"
    CANCELLED = "CANCELLED", "Cancelled", "已取消"


class InternshipPlacement(Record):
    """A pupil's place at an enterprise under a plan: post, agreement of the three parties, hours, pay, insurance.

    It begins when all that the rules ask for is there; what is missing is told rule by rule.
    """

    student = One(Student, "Student", "学生", back=("placements", "Internships", "实习安排"))
    plan = One(InternshipPlan, "Plan", "实习计划", back=("placements", "Placements", "实习安排"))
    enterprise = One(Enterprise, "Enterprise", "实习单位", back=("placements", "Placements", "实习安排"))
    post = Text(100, "Post", "实习岗位")
    post_staff = Integer(0, 1_000_000, "Staff in the same post", "同类岗位在岗职工数").optional()
    matches_major = Boolean("Matches the major", "是否专业对口")
    period = Span("Period", "实习起止")
    hours = Scaled(1, "Hours a day", "每日工时", least=1, most=240)
    pay = Scaled(2, "Pay a month", "月实习报酬", money=True, least=0).optional()
    post_pay = Scaled(2, "Pay of the same post a month", "相同岗位月工资", money=True, least=0).optional()
    agreement_number = Text(60, "Agreement of the three parties", "三方协议编号", form="code").optional()
    signed_on = Date("Agreement signed on", "协议签订日期").optional()
    consented_on = Date("Pupil and guardian agreed on", "学生及监护人知情同意日期").optional()
    insured_until = Date("Insured until", "实习责任保险截止日期").optional()
    mentor = Text(60, "Mentor of the school", "校内指导教师").optional()
    company_mentor = Text(60, "Mentor of the enterprise", "企业指导教师").optional()
    state = Choice(PlacementState, "State", "状态", derived=True)
    ended_on = Date("Ended on", "结束日期", derived=True).optional()
    end_reason = Text(500, "Why it was suspended or ended", "暂停或结束原因", lines=True, derived=True).optional()


async def _propose(placements: Sequence[InternshipPlacement]) -> None:
    for placement in placements:
        if placement.__dict__["state"] is None:
            placement.state = PlacementState.PROPOSED


def _is_of_the_plan(placement: InternshipPlacement, context: CheckContext) -> Iterator[Fault]:
    plan, span = placement.plan, placement.period
    if not context.touches("plan", "student", "period"):
        return
    if placement.student.__dict__["school_class_id"] != plan.__dict__["school_class_id"]:
        yield fault(Code.MISMATCH, "student", other=InternshipPlan.school_class.words)
    held = plan.period
    if span.until is None or not (held.start <= span.start and span.until <= held.until):
        yield fault(Code.MISMATCH, "period", other=InternshipPlan.period.words)


internship_placement = Kind(
    InternshipPlacement,
    label=("Internship placement", "Internship placements", "实习安排"),
    personal=True,
    scope=Follows("student"),
    kin=("student", "pupils"),
    read=rules.staff | rules.guardian,
    create=SCHOOL_OFFICERS,
    update=SCHOOL_OFFICERS,
    void=SCHOOL_OFFICERS,
    natural_key=("student", "plan", "period"),
    title=("student.person.name", "enterprise.name"),
    list=("student.number", "enterprise.name", "post", "period", "matches_major", "state"),
    order=("period",),
    filter=("state", "matches_major", "ended_on"),
    group=("state", "matches_major"),
    effective=("period",),
    apart=("student", "period"),
    fills=(_propose,),
    checks=(_is_of_the_plan,),
)
