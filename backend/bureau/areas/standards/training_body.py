"""An off-campus training body: who trains pupils beside their schools, by licence (校外培训机构)."""

from collections.abc import Iterator, Sequence
from datetime import date

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid, warning
from bureau.kernel.field import Boolean, Choice, Date, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Clock, Kind, Stays
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.division import Division
from bureau.registry.unit import Office, UnitCategory
from bureau.storage.record import Record


class TrainingCategory(State):
    """What a body trains in (培训类别); all but school subjects are 非学科类."""

    SUBJECT = "SUBJECT", "School subjects", "学科类"
    SPORTS = "SPORTS", "Sports", "体育类"
    CULTURE_ARTS = "CULTURE_ARTS", "Culture and arts", "文化艺术类"
    SCIENCE = "SCIENCE", "Science and technology", "科技类"


class TrainingMode(State):
    """Where a body trains (培训形式)."""

    OFFLINE = "OFFLINE", "On its premises", "线下"
    ONLINE = "ONLINE", "Online", "线上"


class TrainingBodyState(State):
    """How a body stands under supervision (监管状态)."""

    APPROVED = "APPROVED", "Approved", "正常"
    RISK_WARNING = "RISK_WARNING", "Under a risk warning", "风险预警"
    RECTIFYING = "RECTIFYING", "Putting faults right", "整改中"
    BLACKLISTED = "BLACKLISTED", "Blacklisted", "黑名单"
    CANCELLED = "CANCELLED", "Cancelled", "已注销"


OPEN = (TrainingBodyState.APPROVED, TrainingBodyState.RISK_WARNING)
"""The states in which a body starts courses and takes money."""


class TrainingBody(Record):
    """A body that trains pupils off campus, with its licence, its custody account, and how it stands.

    Its entry is the public register: everybody reads it, who is blacklisted and why among it. It is no school, and
    stands under the office that licensed it.
    """

    office = One(Office, "Licensing office", "审批机关", back=("training_bodies", "Training bodies", "校外培训机构"))
    name = Text(200, "Name", "机构名称")
    credit_code = Text(
        18,
        "Unified social credit code",
        "统一社会信用代码",
        form="number",
        plain=True,
        pattern="[0-9A-Z]+",
        unique="live",
    )
    division = One(Division, "Division", "所在区划", back=("training_bodies", "Training bodies", "校外培训机构"))
    address = Text(200, "Address", "培训地址")
    category = Choice(TrainingCategory, "Category", "培训类别", by_verbs=True)
    mode = Choice(TrainingMode, "Mode", "培训形式", by_verbs=True)
    is_for_profit = Boolean("For profit", "是否营利性")
    licence_number = Text(40, "Licence number", "办学许可证号", form="code", unique="live")
    licence = Span("Licence term", "许可证有效期")
    custody_bank = Text(100, "Custody bank", "资金监管银行").optional()
    custody_account = Text(
        30,
        "Custody account",
        "资金监管账户",
        form="number",
        plain=True,
        pattern="[0-9]{8,30}",
        note=("Public, because nobody is to pay elsewhere.", "向社会公布，预收费须存入该账户。"),
    ).optional()
    uses_model_contract = Boolean("Uses the model contract", "使用合同示范文本")
    state = Choice(TrainingBodyState, "State", "监管状态", derived=True)
    state_since = Date("In this state since", "状态起始日期", derived=True)
    state_reason = Text(500, "Reason of the state", "状态原因", lines=True, derived=True).optional()
    decision_number = Text(60, "Decision number", "决定文号", form="code", derived=True).optional()
    rectify_until = Date("To be put right by", "整改期限", derived=True).optional()


async def _begins_as_approved(bodies: Sequence[TrainingBody]) -> None:
    """A new body is approved, from the first day of its licence on."""
    for body in bodies:
        if body.__dict__["state"] is None:
            body.state = TrainingBodyState.APPROVED
        if body.__dict__["state_since"] is None and body.licence is not None:
            body.state_since = body.licence.start


def _is_licensed_by_a_bureau(body: TrainingBody, context: CheckContext) -> Iterator[Fault]:
    if context.touches("office") and body.office.category not in (UnitCategory.COUNTY_BUREAU, UnitCategory.BUREAU):
        yield invalid("office", "an education bureau licenses it.", "审批机关应为教育局。")


def _credit_code_is_real(body: TrainingBody, context: CheckContext) -> Iterator[Fault]:
    if context.profile == "cn" and context.touches("credit_code"):
        _, problem = numbers.credit_code(body.credit_code)
        if problem:
            yield problem.under("credit_code")


def _licence_has_an_end(body: TrainingBody, context: CheckContext) -> Iterator[Fault]:
    if body.licence.until is None:
        yield invalid("licence", "a licence has an end.", "许可证须有截止日期。")


def _account_is_whole(body: TrainingBody, context: CheckContext) -> Iterator[Fault]:
    for name, other in (("custody_bank", "custody_account"), ("custody_account", "custody_bank")):
        if getattr(body, other) and not getattr(body, name):
            yield fault(Code.REQUIRED, name)


def _trains_in_subjects_for_no_profit(body: TrainingBody, context: CheckContext) -> Iterator[Fault]:
    """中办发〔2021〕40号: bodies that train in school subjects are registered as non-profit (待核实)."""
    if body.category == TrainingCategory.SUBJECT and body.is_for_profit:
        reason = Words("subject training is non-profit.", "学科类培训机构应登记为非营利性。")
        yield warning(Code.ODD, "is_for_profit", reason=reason)


OFFICERS = rules.registrar.at(Level.CITY, Level.COUNTY)
"""Who licenses bodies and keeps their records, at the city's bureau and at counties'."""

READERS = rules.registrar | rules.director | rules.inspector | rules.funds
"""Who reads what there is of courses and money, where they work."""

training_body = Kind(
    TrainingBody,
    label=("Training body", "Training bodies", "校外培训机构"),
    scope=Stays("office"),
    read=rules.everyone,
    create=OFFICERS,
    update=OFFICERS,
    void=OFFICERS,
    natural_key=("credit_code",),
    title=("name", "credit_code"),
    list=("name", "category", "mode", "state", "licence_number", "licence", "custody_bank"),
    order=("name", "licence", "state_since"),
    search=("name", "credit_code", "licence_number"),
    filter=("credit_code", "licence_number", "category", "mode", "state", "is_for_profit"),
    group=("category", "mode", "state", "is_for_profit"),
    effective=("licence",),
    clocks=(Clock("licence.until", (180, 90, 30), rules.registrar),),
    fills=(_begins_as_approved,),
    checks=(
        _is_licensed_by_a_bureau,
        _credit_code_is_real,
        _licence_has_an_end,
        _account_is_whole,
        _trains_in_subjects_for_no_profit,
    ),
)


def barred(body: TrainingBody, day: date) -> Iterator[Fault]:
    """A fault where a body may start no course and take no money on a day: by its state, or without a licence."""
    state = TrainingBodyState[body.state]
    if state not in OPEN:
        yield fault(Code.BODY_BARRED, "id", reason=state.words)
    elif not body.licence.holds(day):
        yield fault(Code.BODY_BARRED, "id", reason=Words("its licence does not hold.", "办学许可证不在有效期内。"))
