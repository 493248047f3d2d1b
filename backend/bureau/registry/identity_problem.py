"""An identity problem: who a pupil is, or whether they are there at all, must be cleared up (问题学籍)."""

from functools import lru_cache
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Refusal, invalid, refuse
from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.rules import Level, Rule
from bureau.kernel.shipped import shipped_rows
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.student import Student, StudentStatus, student
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class ProblemSort(State):
    """What is wrong with an entry (问题类型)."""

    KNOWN_ELSEWHERE = "KNOWN_ELSEWHERE", "Stands in another register", "双重学籍"
    SCHOOL_CLOSED = "SCHOOL_CLOSED", "Enrolled at a school that is closed", "空挂学籍：学校已停办"
    OVER_AGE = "OVER_AGE", "Far older than the grade", "空挂学籍：年龄远超所在年级"
    NO_STAY = "NO_STAY", "Enrolled, and at no school by their enrolments", "空挂学籍：无在读经历"
    NO_GUARDIAN = "NO_GUARDIAN", "A minor without a guardian", "未成年学生无监护人"
    DOUBLE_STATUS = "DOUBLE_STATUS", "Stands twice in the national register", "双重学籍：国家库重复"
    ATTENDS_ELSEWHERE = "ATTENDS_ELSEWHERE", "Attends another school than the register says", "人籍分离"
    EMPTY_STATUS = "EMPTY_STATUS", "In the register, and not seen at any school", "空挂学籍：人不在校"


REPORTED = (ProblemSort.DOUBLE_STATUS, ProblemSort.ATTENDS_ELSEWHERE, ProblemSort.EMPTY_STATUS)
"""What people find and report."""


class ProblemWay(State):
    """How a problem was put right (处理方式)."""

    MERGED = "MERGED", "The two entries were merged", "合并学籍"
    TRANSFERRED = "TRANSFERRED", "The pupil was transferred to where they are", "办理转学"
    RETURNED = "RETURNED", "The pupil came back to the school", "返回学籍学校就读"
    STRUCK = "STRUCK", "The pupil was put down as gone", "办理离校异动"
    CORRECTED = "CORRECTED", "The wrong entry was taken back", "更正学籍"


class ProblemState(State):
    """How far it has been cleared up (处理状态)."""

    OPEN = "OPEN", "To be cleared up", "待处理"
    RESOLVED = "RESOLVED", "Put right", "已处理"
    DISMISSED = "DISMISSED", "Found to be in order", "核实无误"


class IdentityProblem(Record):
    """A finding in the problem queue of a unit: which pupil, what is wrong, and what came of it.

    Who looked for somebody known elsewhere is told neither who that is nor where: only those who answer for the
    identity of all persons see it.
    """

    sort = Choice(ProblemSort, "Problem", "问题类型")
    unit = One(Unit, "Unit", "机构", back=("identity_problems", "Identity problems", "问题学籍"))
    student = One(Student, "Student", "学生", back=("problems", "Identity problems", "问题学籍")).optional()
    person = One(Person, "Person", "人员", read=rules.identity).optional()
    attends = One(School, "School attended", "实际就读学校").optional()
    state = Choice(ProblemState, "State", "处理状态", by_verbs=True)
    way = Choice(ProblemWay, "Way", "处理方式", by_verbs=True).optional()
    reported_by = Text(60, "Reported by", "上报人")
    reported_at = Moment("Reported at", "上报时间")
    settled_by = Text(60, "Settled by", "处理人").optional()
    settled_at = Moment("Settled at", "处理时间").optional()
    note = Text(500, "Note", "处理说明", lines=True).optional()


identity_problem = Kind(
    IdentityProblem,
    label=("Identity problem", "Identity problems", "问题学籍"),
    personal=True,
    scope=Stays("unit"),
    read=rules.staff | rules.identity,
    title=("sort", "student.person.name"),
    list=("student.number", "sort", "unit.name", "state", "reported_at"),
    order=("reported_at",),
    filter=("sort", "state", "way"),
    group=("sort", "state", "way"),
)


@lru_cache(maxsize=1)
def _ways() -> frozenset[tuple[str, str]]:
    """Which sort of problem is put right in which ways."""
    rows = shipped_rows("bureau.registry", "problem_ways.csv")
    return frozenset((row["sort"], row["way"]) for row in rows)


@action(identity_problem, rules.registrar | rules.identity, label=("Settle", "处理"))
async def settle_problem(
    act: Act,
    problem: IdentityProblem,
    *,
    state: Annotated[ProblemState, Choice(ProblemState, "State", "处理状态")],
    way: Annotated[ProblemWay | None, IdentityProblem.way] = None,
    note: Annotated[str, IdentityProblem.note],
) -> IdentityProblem:
    """Say what came of a problem; one that is found to be in order is not reported again.

    What people reported is put right in one of the ways that its sort has, and is so by then: the pupil is at the
    school that they attend, or in no register as present.
    """
    if problem.state != ProblemState.OPEN:
        raise refuse(Code.VOIDED, "id")
    if state == ProblemState.RESOLVED:
        await _refuse_unless_right(problem, way)
    now = act.tx.now()
    return await act.change(problem, state=state, way=way, note=note, settled_by=act.actor.name, settled_at=now)


async def _refuse_unless_right(problem: IdentityProblem, way: ProblemWay | None) -> None:
    if way is None:
        if problem.sort in REPORTED:
            raise refuse(Code.REQUIRED, "way")
        return
    if (problem.sort, way) not in _ways():
        raise Refusal([invalid("way", "not a way in which this is put right.", "该类问题不适用此处理方式。")])
    pupil = await Student.filter(id=problem.__dict__["student_id"]).first()
    if pupil is None:
        return
    stays_away = way == ProblemWay.TRANSFERRED and pupil.__dict__["school_id"] != problem.__dict__["attends_id"]
    if stays_away and problem.sort == ProblemSort.ATTENDS_ELSEWHERE:
        raise refuse(Code.MISMATCH, "way", other=Student.school.words)
    if way == ProblemWay.STRUCK and pupil.status == StudentStatus.ENROLLED:
        raise refuse(Code.MISMATCH, "way", other=Student.status.words)


@action(student, rules.registrar | rules.principal, label=("Report a problem", "上报问题学籍"))
async def report_problem(
    act: Act,
    student: Student,
    *,
    sort: Annotated[ProblemSort, IdentityProblem.sort],
    attends: Annotated[School | None, IdentityProblem.attends] = None,
    note: Annotated[str, IdentityProblem.note],
) -> Student:
    """Report that a pupil stands twice in the register, attends another school than it says, or none."""
    if sort not in REPORTED:
        raise Refusal([invalid("sort", "it is found by the system itself.", "该类问题由系统自动核查。")])
    if sort == ProblemSort.ATTENDS_ELSEWHERE and (attends is None or attends.id == student.__dict__["school_id"]):
        raise refuse(Code.REQUIRED if attends is None else Code.MISMATCH, "attends", other=Student.school.words)
    known = {"student_id": student.id, "sort": sort, "state": ProblemState.OPEN, "void_reason__isnull": True}
    if await IdentityProblem.filter(**known).exists():
        raise refuse(Code.DUPLICATE, "sort", kind=identity_problem.words)
    await act.create(
        IdentityProblem,
        sort=sort,
        unit=await Unit.get(id=student.__dict__["school_id"]),
        student=student,
        attends=attends,
        state=ProblemState.OPEN,
        reported_by=act.actor.name,
        reported_at=act.tx.now(),
        note=note,
    )
    return student


async def report_known_elsewhere(store: Store, tx: Transaction, person: int, rule: Rule) -> None:
    """Put into the queue of the actor's own unit that somebody they look for stands in a register they do not see."""
    unit = await _unit_of(tx.actor, rule)
    if tx.dialect == "postgres":  # two who ask at once report it once
        await tx.fetch("SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE", person)
    known = IdentityProblem.filter(
        person_id=person, unit_id=unit, sort=ProblemSort.KNOWN_ELSEWHERE, state="OPEN", void_reason__isnull=True
    )
    if await known.exists():
        return
    values = {
        "sort": ProblemSort.KNOWN_ELSEWHERE,
        "unit": await Unit.filter(id=unit).first(),
        "person": await Person.filter(id=person).first(),
        "state": ProblemState.OPEN,
        "reported_by": tx.actor.name,
        "reported_at": tx.now(),
    }
    await store.create(tx, store.kind_of(IdentityProblem), values, verb="report")


async def _unit_of(actor: Actor, rule: Rule) -> int:
    """The unit for which somebody acts: the narrowest at which they hold a role of the rule."""
    for level in (Level.UNIT, Level.COUNTY, Level.CITY):
        if units := actor.units(rule, level):
            return units[0]
    (row,) = await Unit.filter(category="BUREAU").limit(1).values_list("id")
    return int(row[0])
