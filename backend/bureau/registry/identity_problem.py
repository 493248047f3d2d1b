"""An identity problem: who a pupil is, or whether they are there at all, must be cleared up (问题学籍)."""

from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.rules import Level, Rule
from bureau.registry.person import Person
from bureau.registry.student import Student
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
    state = Choice(ProblemState, "State", "处理状态", by_verbs=True)
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
    filter=("sort", "state"),
    group=("sort", "state"),
)


@action(identity_problem, rules.registrar | rules.identity, label=("Settle", "处理"))
async def settle_problem(
    act: Act,
    problem: IdentityProblem,
    *,
    state: Annotated[ProblemState, Choice(ProblemState, "State", "处理状态")],
    note: Annotated[str, IdentityProblem.note],
) -> IdentityProblem:
    """Say what came of a problem; one that is found to be in order is not reported again."""
    if problem.state != ProblemState.OPEN:
        raise refuse(Code.VOIDED, "id")
    now = act.tx.now()
    return await act.change(problem, state=state, note=note, settled_by=act.actor.name, settled_at=now)


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
