"""What became of a graduate of a vocational school: employed, self-employed, studying, serving (毕业生去向)."""

from collections.abc import Iterator, Sequence

from bureau.areas.establishment.vocational.school_major import SCHOOL_OFFICERS, VOCATIONAL
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Boolean, Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry import numbers
from bureau.registry.enrolment import Enrolment
from bureau.registry.student import Student, StudentStatus
from bureau.storage.record import Record

FINISHED = frozenset({StudentStatus.GRADUATED, StudentStatus.COMPLETED})


class Destination(State):
    """Where a graduate went (毕业去向)."""

    EMPLOYED = "EMPLOYED", "Employed", "就业"
    SELF_EMPLOYED = "SELF_EMPLOYED", "Self-employed", "自主创业"
    STUDY = "STUDY", "Studies further", "升学"
    ARMY = "ARMY", "Serves in the army", "参军"
    NONE = "NONE", "Not employed", "未就业"


class Place(State):
    """Where the work is (就业地域)."""

    LOCAL = "LOCAL", "In the city", "本市"
    OTHER = "OTHER", "Elsewhere in the country", "异地"
    ABROAD = "ABROAD", "Abroad", "境外"


class GraduateOutcome(Record):
    """What became of one graduate, counted once: where they went, and for those employed where, and on what proof."""

    student = One(Student, "Graduate", "毕业生", back=("outcomes", "After graduation", "毕业去向"), unique="live")
    graduated_in = Integer(1990, 2100, "Year of graduation", "毕业年份")
    destination = Choice(Destination, "Destination", "毕业去向")
    credit_code = Text(
        18, "Employer's credit code", "用人单位统一社会信用代码", form="number", plain=True, pattern="[0-9A-Z]{18}"
    ).optional()
    employer = Text(200, "Employer or school of further study", "用人单位或升入学校").optional()
    contract_number = Text(60, "Contract number", "合同编号", form="code").optional()
    occupation = Text(100, "Occupation", "职业").optional()
    matched = Boolean("Matches the major", "是否专业对口").optional()
    place = Choice(Place, "Place", "就业地域").optional()
    started_on = Date("Since", "入职（入学）日期").optional()
    checked_on = Date("Checked on", "核查日期").optional()


async def _know_the_stays(outcomes: Sequence[GraduateOutcome]) -> None:
    """When graduates left their school."""
    ids = [student for outcome in outcomes if (student := outcome.__dict__.get("student_id")) is not None]
    stays = await Enrolment.filter(student_id__in=ids, period_until__isnull=False, void_reason__isnull=True)
    left = {}
    for stay in sorted(stays, key=lambda stay: stay.period_until):  # type: ignore[attr-defined]
        left[stay.__dict__["student_id"]] = stay.period.until
    for outcome in outcomes:
        outcome.__dict__["_left_on"] = left.get(outcome.__dict__.get("student_id"))


def _is_of_a_graduate(outcome: GraduateOutcome, context: CheckContext) -> Iterator[Fault]:
    if not context.touches("student", "graduated_in"):
        return
    pupil, left = outcome.student, outcome.__dict__["_left_on"]
    if pupil.status not in FINISHED or pupil.grade[:1] != VOCATIONAL:
        yield invalid("student", "the pupil did not finish a vocational school.", "该生并非中等职业学校毕（结）业生。")
    elif left is not None and left.year != outcome.graduated_in:
        yield fault(Code.MISMATCH, "graduated_in", other=Enrolment.period.words)


def _is_proven(outcome: GraduateOutcome, context: CheckContext) -> Iterator[Fault]:
    """§26: nobody counts as employed without the employer's code or a contract, nor before they left school."""
    if outcome.destination == Destination.EMPLOYED:
        if not (outcome.credit_code or outcome.contract_number):
            yield fault(Code.REQUIRED, "credit_code")
        if outcome.matched is None:
            yield fault(Code.REQUIRED, "matched")
    if outcome.credit_code and context.profile == "cn" and context.touches("credit_code"):
        _, problem = numbers.credit_code(outcome.credit_code)
        if problem:
            yield problem.under("credit_code")
    left = outcome.__dict__["_left_on"]
    if outcome.started_on and left and outcome.started_on < left and outcome.destination != Destination.NONE:
        yield fault(Code.MISMATCH, "started_on", other=Enrolment.period.words)
    if outcome.started_on and outcome.started_on > context.today:
        yield invalid("started_on", "it lies in the future.", "不能晚于今天。")


graduate_outcome = Kind(
    GraduateOutcome,
    label=("Graduate outcome", "Graduate outcomes", "毕业生去向"),
    personal=True,
    scope=Follows("student"),
    read=rules.staff,
    create=SCHOOL_OFFICERS,
    update=SCHOOL_OFFICERS,
    void=SCHOOL_OFFICERS,
    natural_key=("student",),
    title=("student.person.name", "destination"),
    list=("student.number", "graduated_in", "destination", "employer", "matched", "place", "checked_on"),
    order=("graduated_in",),
    filter=("graduated_in", "destination", "matched", "place", "started_on", "checked_on"),
    group=("graduated_in", "destination", "matched", "place"),
    fills=(_know_the_stays,),
    checks=(_is_of_a_graduate, _is_proven),
)
