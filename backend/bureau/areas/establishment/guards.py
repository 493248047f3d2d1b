"""Guards: what stands in the way of a school's coming to be, changing or ending, with its code and clause (核查)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.errors import Code, Fault, Params, Refusal, fault
from bureau.kernel.words import Words
from bureau.registry.school import School
from bureau.registry.teacher import Teacher, TeacherStatus
from bureau.registry.term import Term, in_closed_term
from bureau.storage.act import Act
from bureau.storage.sql import among

OWN_RULES = "学校设置管理要求（待核实）"

HELD_AT_SCHOOL = "held_at_school"
"""The fact that says in words what else of an area stands at a school, and must be moved before the school ends."""
STAYS_ON = (TeacherStatus.IN_POST, TeacherStatus.ON_LEAVE, TeacherStatus.SECONDED)
"""Where those stand who belong to their unit."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A look at one rule: what is told where it is not met, and what where it is."""

    code: Code
    path: str
    is_met: bool
    met: Words
    params: Params = field(default_factory=dict)
    clause: str = OWN_RULES

    @property
    def fault(self) -> Fault:
        return fault(self.code, self.path, **self.params)


def findings(guards: Iterable[Guard]) -> list[Finding]:
    """What whoever decides reads of each."""
    return [
        Finding(
            guard.code.lower(),
            Verdict.PASSED if guard.is_met else Verdict.BLOCKED,
            guard.met if guard.is_met else guard.fault.words,
            guard.clause,
            guard.path,
        )
        for guard in guards
    ]


def refuse_unmet(guards: Iterable[Guard]) -> None:
    """Raise Refusal with the fault of each that is not met."""
    if faults := [guard.fault for guard in guards if not guard.is_met]:
        raise Refusal(faults)


def warn_of_unmet(act: Act, guards: Iterable[Guard]) -> None:
    """Tell at once of each that is not met, though it is refused only in the end."""
    act.tx.warnings += [replace(guard.fault, is_warning=True) for guard in guards if not guard.is_met]


def has_come(act: Act, day: date, path: str = "effective_on") -> Guard:
    """Nothing takes effect in days to come: what stands in the registers is so today."""
    return Guard(Code.NOT_YET, path, day <= act.today, Words("The day has come.", "生效日期已到。"), {"day": str(day)})


async def takes_effect(day: date, path: str = "effective_on") -> list[Guard]:
    """§1.4: at a boundary of a term, and in none that is closed."""
    terms = await Term.filter(void_reason__isnull=True).order_by("period_from")
    return [_is_boundary(day, terms, path), *_is_open(day, terms, path)]


def _is_boundary(day: date, terms: Sequence[Term], path: str) -> Guard:
    inside = next((term for term in terms if term.period.holds(day) and term.period.start != day), None)
    name = f"{inside.period.start} – {inside.period.until}" if inside else ""
    met = Words("It lies at a boundary of a term.", "在学期起止日或假期。")
    return Guard(Code.TERM_BOUNDARY, path, inside is None, met, {"day": str(day), "term": name})


def _is_open(day: date, terms: Sequence[Term], path: str) -> list[Guard]:
    closed = [term for term in terms if term.status == "CLOSED"]
    faults = list(in_closed_term(closed, path, day))
    met = Words("It lies in no closed term.", "不在已关闭的学期内。")
    params = faults[0].params if faults else {}
    return [Guard(Code.PERIOD_CLOSED, path, not faults, met, params)]


async def nobody_is_left(act: Act, school: School) -> list[Guard]:
    """§1.4: nobody stands in the register of a school that ends, no staff belongs to it, and nothing else is there."""
    (pupils,) = (await pupils_of(act, [school.id])).values() or (0,)
    staff = await Teacher.filter(unit_id=school.id, status__in=STAYS_ON, void_reason__isnull=True).count()
    held = await act.store.known(act.tx, HELD_AT_SCHOOL, [school.id])
    named = {"school": school.name}
    return [
        Guard(
            Code.PUPILS_LEFT,
            "school",
            not pupils,
            Words("All pupils are placed elsewhere.", "学生均已安置。"),
            {"count": pupils, **named},
        ),
        Guard(
            Code.STAFF_LEFT,
            "school",
            not staff,
            Words("All staff belong elsewhere.", "教职工均已调动。"),
            {"count": staff, **named},
        ),
        Guard(
            Code.INVALID,
            "school",
            school.id not in held,
            Words("Nothing else stands there.", "无其他未了事项。"),
            {"reason": held.get(school.id, Words("", ""))},
        ),
    ]


async def pupils_of(act: Act, schools: Sequence[int]) -> Mapping[int, int]:
    """How many stand in the register of each school, present, suspended or dropped out."""
    of, values = among(act.tx.dialect, "school_id", schools)
    rows = await act.tx.fetch(
        f"SELECT school_id, count(*) FROM student WHERE {of} AND void_reason IS NULL"
        " AND status IN ('ENROLLED', 'SUSPENDED', 'DROPPED_OUT') GROUP BY school_id",
        *values,
    )
    return dict.fromkeys(schools, 0) | {row[0]: row[1] for row in rows}


def began(school: School) -> date | None:
    """The day on which a school began, as far as it is known."""
    return (school.operation.start if school.operation else None) or school.founded_on


def has_a_beginning(school: School) -> Guard:
    """What ends has begun: the day on which the school was founded must be in its register first."""
    met = Words("The day of its founding is known.", "已登记建校日期。")
    return Guard(Code.REQUIRED, "founded_on", began(school) is not None, met)


def operates(school: School, day: date, path: str) -> Guard:
    """A school is open on a day."""
    is_open = school.operation is None or school.operation.holds(day)
    met = Words("The school is in operation.", "学校正常办学。")
    return Guard(Code.CLOSED, path, is_open, met, {"kind": Words("school", "学校")})
