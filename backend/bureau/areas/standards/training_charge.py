"""A charge: what was paid in advance for one pupil's part of a course, and where it stands in custody (预收费)."""

from bureau.areas.standards.training_body import TrainingBody
from bureau.areas.standards.training_course import MOST, TrainingCourse
from bureau.kernel import rules
from bureau.kernel.field import Choice, Date, Integer, One, Scaled, Span, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.registry.student import Student
from bureau.storage.record import Record


class ChargedBy(State):
    """What a charge is measured by (收费方式)."""

    PERIOD = "PERIOD", "Period", "按培训周期"
    CLASS_HOURS = "CLASS_HOURS", "Class-hours", "按课时"
    BOTH = "BOTH", "Period and class-hours, the shorter binding", "按周期和课时（取较短者）"


class PaymentMeans(State):
    """How it was paid (付款方式)."""

    TRANSFER = "TRANSFER", "Bank transfer", "银行转账"
    CARD = "CARD", "Card", "银行卡"
    MOBILE = "MOBILE", "Mobile payment", "移动支付"
    CASH = "CASH", "Cash, paid in by the body", "现金（机构缴存）"
    LOAN = "LOAN", "Training loan", "培训贷"


class ChargeState(State):
    """Whether money of it is in custody (资金状态)."""

    HELD = "HELD", "In custody", "监管中"
    SETTLED = "SETTLED", "Released or refunded in full", "已结清"


class TrainingCharge(Record):
    """What was paid in advance into a body's custody account, for one pupil's part of one course.

    It is released in step with the class-hours taught, and what is not taught is refunded: at any time what was paid is
    what was released, refunded and is held.
    """

    course = One(TrainingCourse, "Course", "培训课程", back=("charges", "Charges", "预收费"))
    body = One(TrainingBody, "Training body", "校外培训机构", back=("charges", "Charges", "预收费"))
    student = One(
        Student, "Student", "学生", back=("training_charges", "Training charges", "校外培训预收费")
    ).optional()
    trainee = Text(60, "Pupil's name", "学员姓名", of_person=True)
    contract_number = Text(60, "Contract number", "合同编号", form="code")
    charged_by = Choice(ChargedBy, "Charged by", "收费方式")
    means = Choice(PaymentMeans, "Paid by", "付款方式")
    covers = Span("For the days", "对应培训周期")
    class_hours = Integer(1, 1000, "Class-hours", "对应课时")
    amount = Scaled(2, "Amount", "预收金额", money=True, least=1, most=MOST)
    paid_on = Date("Paid on", "缴费日期")
    renews = One["TrainingCharge"](
        "TrainingCharge", "Renews", "续费自", back=("renewed_by", "Renewed by", "后续收费")
    ).optional()
    counted_from = Date("Lessons counted from", "课时起算日期", internal=True)
    hours_before = Integer(0, 100_000, "Class-hours that earlier charges pay for", "此前收费对应课时", internal=True)
    released = Scaled(2, "Released", "已拨付", money=True, least=0, most=MOST)
    refunded = Scaled(2, "Refunded", "已退费", money=True, least=0, most=MOST)
    refunded_hours = Integer(0, 1000, "Class-hours refunded", "已退课时")
    held = Scaled(2, "In custody", "监管余额", money=True, least=0, most=MOST)
    state = Choice(ChargeState, "State", "资金状态")


KEEPERS = rules.registrar | rules.funds
"""Who reads what was paid for whom, where they work."""

training_charge = Kind(
    TrainingCharge,
    label=("Training charge", "Training charges", "校外培训预收费"),
    personal=True,
    scope=Follows("body"),
    kin=("student", "pupils"),
    read=KEEPERS | rules.director_opened | rules.guardian,
    title=("trainee", "contract_number"),
    list=("trainee", "course.name", "amount", "class_hours", "paid_on", "released", "refunded", "held", "state"),
    order=("paid_on", "amount"),
    search=("trainee", "contract_number"),
    filter=("contract_number", "paid_on", "state", "held"),
    group=("state", "charged_by"),
    sum=("amount", "released", "refunded", "held"),
)
