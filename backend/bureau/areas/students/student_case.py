"""A student case: an application about a pupil's status (学籍办理事项)."""

from collections.abc import Mapping, Sequence

from bureau.areas.students.authority import authorities
from bureau.kernel import rules
from bureau.kernel.fact import answers
from bureau.machinery.approvals.case import Case, kind_of_case
from bureau.machinery.approvals.procedure import AUTHORITY
from bureau.registry.student import Student
from bureau.storage.transaction import Transaction


class StudentCase(Case):
    """An application about a pupil's status, seen by the schools and bureaus that take part and by the guardians."""


student_case = kind_of_case(
    StudentCase, ("Student case", "Student cases", "学籍办理事项"), rules.pupils | rules.guardian
)


@answers(AUTHORITY)
async def office_in_charge(tx: Transaction, asked: Sequence[tuple[int, str]]) -> Mapping[tuple[int, str], int]:
    """The office in charge of schools, each asked of beside the pupil, whose grade counts, or another record."""
    pupils = {about: int(about.partition(":")[2]) for _, about in asked if about.startswith("Student:")}
    grades = dict(await Student.filter(id__in=list(pupils.values())).values_list("id", "grade"))
    places = {(unit, about): (unit, grades.get(pupils.get(about, 0), "")) for unit, about in asked}
    found = await authorities(set(places.values()))
    return {pair: found[place] for pair, place in places.items() if place in found}
