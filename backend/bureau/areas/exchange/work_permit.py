"""A work permit: the state's leave for a foreign teacher to work at one school (外国人工作许可)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bureau.areas.exchange.foreign_teacher import REMINDED, ForeignTeacher
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Integer, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Clock, Kind, Stays
from bureau.kernel.rules import Level
from bureau.kernel.shipped import shipped_rows
from bureau.kernel.words import Words
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.standards import standard
from bureau.storage.record import Record


class PermitClass(State):
    """The class of a work permit (许可类别)."""

    A = "A", "Class A: high-level talent", "A类 外国高端人才"
    B = "B", "Class B: professional", "B类 外国专业人才"
    C = "C", "Class C: others", "C类 其他外国人员"


class PermitBasis(State):
    """On what a permit's class is claimed (许可依据)."""

    TALENT = "TALENT", "Chosen by a talent plan", "入选人才计划"
    ACHIEVEMENT = "ACHIEVEMENT", "Known achievement", "符合国际公认专业成就"
    SALARY = "SALARY", "Salary above the multiple of the local mean", "工资达到当地平均工资倍数"
    DEGREE = "DEGREE", "Bachelor and two years' work", "学士及以上且两年工作经历"
    MASTER = "MASTER", "Master of a Chinese or a leading university", "境内或世界百强高校硕士及以上"
    LANGUAGE_TEACHER = "LANGUAGE_TEACHER", "Language teacher", "外国语言教学人员"
    POINTS = "POINTS", "Points", "积分"
    SEASONAL = "SEASONAL", "Seasonal or within a quota", "季节性或配额管理"
    EXCHANGE = "EXCHANGE", "Youth exchange or intern", "青年交流或实习"
    GRADUATE = "GRADUATE", "Graduate", "优秀毕业生"


@lru_cache(maxsize=1)
def _bases() -> dict[str, frozenset[str]]:
    """The classes that each basis can lead to."""
    rows = shipped_rows("bureau.areas.exchange", "permit_bases.csv")
    return {row["basis"]: frozenset(row["classes"].split()) for row in rows}


class WorkPermit(Record):
    """The permit that lets a foreign teacher work at one school, of class A, B or C.

    Whoever changes employer gets another; at no time does anybody have two.
    """

    teacher = One(ForeignTeacher, "Holder", "持有人", back=("work_permits", "Work permits", "工作许可"), by_verbs=True)
    person = One(Person, "Person", "人员", derived=True)
    school = One(School, "Employer", "聘用单位", back=("work_permits", "Work permits", "工作许可"))
    number = Text(30, "Permit number", "许可证号", unique="ever", form="number", plain=True, pattern="[0-9A-Z]+")
    permit_class = Choice(PermitClass, "Class", "类别")
    basis = Choice(PermitBasis, "Basis", "申请依据")
    points = Integer(0, 120, "Points", "积分").optional()
    age_reason = Text(200, "Reason above the age", "超龄理由").optional()
    decision_number = Text(40, "Decision number", "审批决定文号", form="code").optional()
    valid = Span("Validity", "有效期")


async def _hold_the_holder(permits: Sequence[WorkPermit]) -> None:
    """The person is the holder's."""
    holders = [holder for permit in permits if (holder := permit.__dict__["_teacher"])]
    persons = {p.id: p for p in await Person.filter(id__in=[holder.person_id for holder in holders])}
    for permit in permits:
        if holder := permit.__dict__["_teacher"]:
            permit.__dict__ |= {"person_id": holder.person_id, "_person": persons[holder.person_id]}


def _has_an_end(permit: WorkPermit, context: CheckContext) -> Iterator[Fault]:
    """§10.2: a permit ends, and with the passport at the latest."""
    until, passport = permit.valid.until, permit.teacher.passport_until
    if until is None:
        yield invalid("valid", "a permit has an end.", "工作许可须有截止日期。")
    elif passport and until > passport and context.touches("valid", "teacher"):
        yield invalid("valid", "it reaches beyond the passport.", "许可有效期不得超过护照有效期。")


def _is_of_the_employer(permit: WorkPermit, context: CheckContext) -> Iterator[Fault]:
    """§10.2: a permit is for one employer; what still holds is the host's."""
    until = permit.valid.until
    holds = until is None or until > context.today
    if holds and context.touches("school", "teacher") and permit.school.id != permit.teacher.__dict__["school_id"]:
        yield fault(Code.MISMATCH, "school", other=ForeignTeacher.school.words)


def _deserves_its_class(permit: WorkPermit, context: CheckContext) -> Iterator[Fault]:
    """§10.1: a class is claimed on a basis that leads to it, and by points only with enough of them."""
    if permit.permit_class not in _bases()[permit.basis]:
        yield fault(Code.MISMATCH, "basis", other=WorkPermit.permit_class.words)
        return
    if permit.basis != PermitBasis.POINTS:
        return
    if permit.points is None:
        yield fault(Code.REQUIRED, "points")
        return
    least = standard(f"points_{permit.permit_class}", permit.valid.start, package="bureau.areas.exchange")
    if least and permit.points < int(least.value):
        yield fault(Code.OUT_OF_RANGE, "points", least=least.value, most=120)


def _is_not_too_old(permit: WorkPermit, context: CheckContext) -> Iterator[Fault]:
    """§10.1: above an age, a class is given for a reason alone."""
    born, start = permit.person.birth_date, permit.valid.start
    most = standard(f"age_{permit.permit_class}", start, package="bureau.areas.exchange")
    if (
        born
        and most
        and not permit.age_reason
        and (start.year - int(most.value) - 1, start.month, start.day)
        >= (
            born.year,
            born.month,
            born.day,
        )
    ):
        reason = Words(f"above {most.value} a reason is needed.", f"超过 {most.value} 周岁须说明理由。")
        yield fault(Code.AGE, "age_reason", reason=reason)


work_permit = Kind(
    WorkPermit,
    label=("Work permit", "Work permits", "工作许可"),
    personal=True,
    scope=Stays("school"),
    read=rules.foreign_affairs | rules.director_opened | rules.principal,
    create=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    update=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    void=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    natural_key=("number",),
    list=("person.name", "school.name", "number", "permit_class", "basis", "valid"),
    order=("person.name", "valid"),
    search=("number", "person"),
    filter=("number", "permit_class", "basis"),
    group=("permit_class", "basis"),
    effective=("valid",),
    apart=("teacher", "valid"),
    clocks=(Clock("valid.until", REMINDED, rules.foreign_affairs),),
    fills=(_hold_the_holder,),
    checks=(_has_an_end, _is_of_the_employer, _deserves_its_class, _is_not_too_old),
)
