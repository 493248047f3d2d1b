"""What moves pupils: student, stays and class change together with the entry that says so, in sets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from bureau.areas.students.status_change import StatusChange
from bureau.registry.enrolment import Enrolment
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act
from bureau.storage.record import Record

R = TypeVar("R", bound=Record)

AT_A_SCHOOL = frozenset({StudentStatus.ENROLLED, StudentStatus.SUSPENDED, StudentStatus.DROPPED_OUT})
"""Where those stand who are in a school's register, present or not: their stay is open."""
TRANSFERRED_IN = "09"
"""The way of entry of those who come from another school."""


@dataclass(frozen=True)
class Move:
    """What becomes of one pupil, whom the action holds."""

    pupil: Student
    category: str
    """The code of the change; empty for an entry to a stage, which is none."""
    on: date
    reason: str
    to: Mapping[str, Any] = field(default_factory=dict)
    """What of the pupil is other than it was: status, school, grade, class, boarding."""
    said: Mapping[str, Any] = field(default_factory=dict)
    """What else the entry holds: approval, destination, certificate."""
    way: str = TRANSFERRED_IN
    """The way by which another school is entered."""

    @property
    def leaves(self) -> bool:
        """Whether the pupil's present stay ends."""
        return self.changes_school or self.status not in AT_A_SCHOOL

    @property
    def enters(self) -> bool:
        """Whether a stay begins."""
        return self.status in AT_A_SCHOOL and (self.changes_school or self.pupil.status not in AT_A_SCHOOL)

    @property
    def changes_school(self) -> bool:
        school = self.to.get("school")
        return school is not None and school.id != self.pupil.__dict__["school_id"]

    @property
    def status(self) -> str:
        """The status that they then have."""
        return str(self.to.get("status", self.pupil.status))


async def move(act: Act, moves: Sequence[Move]) -> list[Student]:
    """Do what becomes of pupils, all or none; raises Refusal with every fault.

    A stay ends on the day on which the next begins, which is the first one elsewhere.
    """
    ending = {each.pupil.id: each for each in moves if each.leaves}
    open_ = await act.hold_all(Enrolment, student_id__in=list(ending), period_until__isnull=True)
    ended = [(stay, ending[stay.__dict__["student_id"]]) for stay in open_]
    closed = [(stay, {"period": (stay.period.start, each.on), "ended_by": each.category}) for stay, each in ended]
    await act.change_all(Enrolment, closed)
    pupils = await act.change_all(Student, [(each.pupil, _becomes(each)) for each in moves])
    arrivals = [(pupil, each) for pupil, each in zip(pupils, moves, strict=True) if each.enters]
    begun = [
        {
            "student": pupil,
            "school": pupil.school,
            "period": (each.on, None),
            "entry_grade": pupil.grade,
            "entry_way": each.way,
        }
        for pupil, each in arrivals
    ]
    await act.create_all(Enrolment, begun)
    schools = await _left(School, [each.pupil.__dict__["school_id"] for each in moves])
    classes = await _left(SchoolClass, [each.pupil.__dict__["school_class_id"] for each in moves])
    told = [(each, pupil) for each, pupil in zip(moves, pupils, strict=True) if each.category]
    entries = [_entry(each, pupil, schools, classes) for each, pupil in told]
    await act.create_all(StatusChange, entries)
    return pupils


async def _left(record: type[R], ids: Iterable[int | None]) -> dict[int, R]:
    """The schools or classes that pupils were in, which whoever decides need not see."""
    return {one.id: one for one in await record.filter(id__in=list(set(ids) - {None}))}


def _becomes(each: Move) -> dict[str, Any]:
    """A place in a class and its number are of the school and grade that a pupil leaves."""
    loses_class = each.leaves or "grade" in each.to
    kept = {"school_class": None, "seat_number": None} if loses_class else {}
    moved = {"boarding": None} if each.changes_school else {}
    entered = {"entered_on": each.on} if each.enters else {}
    return kept | moved | entered | dict(each.to)


def _entry(
    each: Move, pupil: Student, schools: Mapping[int, School], classes: Mapping[int, SchoolClass]
) -> dict[str, Any]:
    before = each.pupil.__dict__
    return {
        "student": pupil,
        "category": each.category,
        "effective_on": each.on,
        "reason": each.reason,
        "approved_on": each.on,
        "from_status": each.pupil.status,
        "to_status": pupil.status,
        "from_school": schools.get(before["school_id"]),
        "to_school": pupil.school if each.status in AT_A_SCHOOL else None,
        "from_grade": each.pupil.grade,
        "to_grade": pupil.grade,
        "from_class": classes.get(before["school_class_id"]),
        "to_class": pupil.__dict__.get("_school_class"),
        **{name: value for name, value in each.said.items() if value is not None},
    }
