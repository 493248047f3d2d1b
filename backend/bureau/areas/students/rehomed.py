"""What the register of status says of pupils whose schools were merged, split or closed (随校调整)."""

from collections.abc import Mapping, Sequence
from typing import Any

from bureau.areas.students.status_change import StatusChange
from bureau.kernel.event import Written, reaction
from bureau.registry.rehoming import OTHER, rehoming_of, student_rehomed
from bureau.registry.school import School
from bureau.registry.student import Student
from bureau.storage.act import Act


@reaction(student_rehomed)
async def note_rehomed_students(act: Act, writes: Sequence[Written[Student]]) -> None:
    """Note in the ledger of each pupil that they are another school's now, with their class."""
    left = {write.before.__dict__["school_id"] for write in writes if write.before is not None}
    schools = {school.id: school for school in await School.filter(id__in=list(left))}
    await act.create_all(StatusChange, [_entry(write, schools) for write in writes])


def _entry(write: Written[Student], schools: Mapping[int, School]) -> dict[str, Any]:
    pupil, before, why = write.record, write.before, rehoming_of(write)
    assert before is not None
    entry = {
        "student": pupil,
        "category": OTHER,
        "effective_on": why.on,
        "reason": why.reason,
        "approved_on": why.approved_on,
        "approval_number": why.approval_number,
        "from_status": before.status,
        "to_status": pupil.status,
        "from_school": schools[before.__dict__["school_id"]],
        "to_school": pupil.school,
        "from_grade": before.grade,
        "to_grade": pupil.grade,
        "from_class": pupil.__dict__.get("_school_class"),
        "to_class": pupil.__dict__.get("_school_class"),
    }
    return {name: value for name, value in entry.items() if value is not None}
