"""What the rules of student status must know besides the pupils themselves, read for many of them at once."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bureau.kernel.checklist import Finding
from bureau.kernel.period import months_later
from bureau.registry.division import Division
from bureau.registry.enrolment import Enrolment
from bureau.registry.school import School
from bureau.registry.standards import Standard, standard
from bureau.registry.student import Student, StudentStatus
from bureau.registry.term import Term, TermStatus
from bureau.storage.act import Act
from bureau.storage.sql import among, day_of

PACKAGE = "bureau.areas.students"


class Suspension(NamedTuple):
    """A suspension with its renewals."""

    since: date
    until: date


@dataclass(frozen=True)
class Circumstances:
    """What is known of some pupils and schools."""

    today: date
    terms: Sequence[Term]
    schools: Mapping[int, School]
    divisions: Mapping[int, str]
    """The code of its division by school."""
    stays: Mapping[int, Enrolment]
    """The open stay by pupil."""
    last: Mapping[int, date]
    """The day on which the last change took effect, by pupil."""
    suspended: Mapping[int, Suspension] = field(default_factory=dict)
    """Since when those are suspended who are, and until when."""
    classes: Mapping[int, int] = field(default_factory=dict)
    """How many are in a class."""
    sanctioned: frozenset[int] = frozenset()
    """Those of whom a sanction is in force."""

    @property
    def closed(self) -> Sequence[Term]:
        return [term for term in self.terms if term.status == TermStatus.CLOSED]

    def term(self, day: date) -> Term | None:
        """The term in which a day lies."""
        return next((term for term in self.terms if term.period.holds(day)), None)

    def standard(self, name: str, day: date, school: int) -> Standard | None:
        """The standard of student status that holds on a day at a school."""
        return standard(name, day, self.divisions.get(school, ""), package=PACKAGE)

    def number(self, name: str, day: date, school: int) -> int | None:
        """What that standard sets; None where there is none."""
        found = self.standard(name, day, school)
        return int(found.value) if found else None

    def school(self, pupil: Student) -> School:
        """The pupil's present school."""
        return self.schools[pupil.__dict__["school_id"]]


async def circumstances(
    act: Act, pupils: Collection[Student], schools: Collection[School] = (), classes: Collection[int] = ()
) -> Circumstances:
    """Read what there is to know of these pupils, their schools and some more, and of some classes."""
    ids = [pupil.id for pupil in pupils]
    places = {pupil.__dict__["school_id"] for pupil in pupils} | {school.id for school in schools}
    found = {school.id: school for school in await School.filter(id__in=list(places))}
    codes = dict(
        await Division.filter(id__in=[s.__dict__["division_id"] for s in found.values()]).values_list("id", "code")
    )
    stays = await Enrolment.filter(student_id__in=ids, period_until__isnull=True, void_reason__isnull=True)
    return Circumstances(
        act.today,
        await Term.filter(void_reason__isnull=True).order_by("period_from"),
        found,
        {school.id: codes.get(school.__dict__["division_id"], "") for school in found.values()},
        {stay.__dict__["student_id"]: stay for stay in stays},
        {row[0]: day_of(row[1]) for row in await _grouped(act, _LAST, "c.student_id", ids)},
        await suspensions(act, [pupil.id for pupil in pupils if pupil.status == StudentStatus.SUSPENDED]),
        {row[0]: row[1] for row in await _grouped(act, _IN_CLASS, "school_class_id", classes)},
        frozenset(row[0] for row in await _grouped(act, _SANCTIONED, "student_id", ids)),
    )


_LAST = (
    "SELECT c.student_id, max(c.effective_on) FROM status_change c"
    " WHERE {of} AND c.void_reason IS NULL AND c.corrects_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM status_change t WHERE t.corrects_id = c.id AND t.void_reason IS NULL) GROUP BY 1"
)
"""What a correction took back counts no more, nor does the correction."""

_IN_CLASS = (
    "SELECT school_class_id, count(*) FROM student"
    " WHERE {of} AND void_reason IS NULL AND status IN ('ENROLLED', 'SUSPENDED') GROUP BY 1"
)


_SANCTIONED = "SELECT student_id FROM sanction WHERE {of} AND void_reason IS NULL AND state IN ('IN_FORCE', 'APPEALED')"


_SUSPENDED = (
    "SELECT c.student_id, c.from_status, c.effective_on, c.until FROM status_change c"
    " WHERE {of} AND c.to_status = 'SUSPENDED' AND c.until IS NOT NULL AND c.void_reason IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM status_change t WHERE t.corrects_id = c.id AND t.void_reason IS NULL)"
    " ORDER BY c.effective_on, c.id"
)


async def suspensions(act: Act, pupils: Collection[int]) -> Mapping[int, Suspension]:
    """Since when and until when pupils are suspended who are now, by what their changes say."""
    found: dict[int, Suspension] = {}
    for pupil, before, since, until in map(tuple, await _grouped(act, _SUSPENDED, "c.student_id", pupils)):
        renews = before == StudentStatus.SUSPENDED and pupil in found
        found[pupil] = Suspension(found[pupil].since if renews else day_of(since), day_of(until))
    return found


async def _grouped(act: Act, sql: str, column: str, ids: Collection[int]) -> Sequence[Any]:
    if not ids:
        return []
    of, values = among(act.tx.dialect, column, ids)
    return await act.tx.fetch(sql.format(of=of), *values)


Item = Mapping[str, Any]
"""The arguments of a verb, with the pupil as `student`."""


async def look_at(
    act: Act, items: Sequence[Item], findings: Callable[[Item, Circumstances], Iterable[Finding]]
) -> list[list[Finding]]:
    """What `findings` says of each of many inputs, with all that is to be known read at once."""
    schools = [school for item in items if (school := item.get("school"))]
    classes = [class_.id for item in items if (class_ := item.get("school_class"))]
    known = await circumstances(act, [item["student"] for item in items], schools, classes)
    return [[*findings(item, known)] for item in items]


def months_on(day: date, months: int) -> date:
    """The same day so many months later; late days of a month are cut to those that every month has."""
    return months_later(day.replace(day=min(day.day, 28)), months)
