"""Pupils enter a school from its enrolment area, however they would come into the register (招生范围)."""

from collections.abc import Sequence

from bureau.areas.students.barred import pupil_entered
from bureau.kernel.errors import Code, fault, warning
from bureau.kernel.event import Written, reaction
from bureau.registry.enrolment import Enrolment
from bureau.registry.enrolment_area import ENROLMENT_AREA, Entering
from bureau.storage.act import Act
from bureau.storage.sql import among

_HOMES = """
SELECT s.id, p.household_id, p.residence_id FROM student s JOIN person p ON p.id = s.person_id
WHERE {of} AND p.household_id IS NOT NULL"""


@reaction(pupil_entered)
async def refuse_from_elsewhere(act: Act, writes: Sequence[Written[Enrolment]]) -> None:
    """Refuse, or warn of, whoever would enter a school from outside its area, as far as their home is known."""
    of, values = among(act.tx.dialect, "s.id", sorted({write.record.__dict__["student_id"] for write in writes}))
    homes = {
        pupil: (home, lives) for pupil, home, lives in map(tuple, await act.tx.fetch(_HOMES.format(of=of), *values))
    }
    entries = [(write, _entering(write.record, *homes[pupil])) for write in writes if (pupil := _pupil(write)) in homes]
    outside = await act.store.known(act.tx, ENROLMENT_AREA, sorted({entry for _, entry in entries}, key=str))
    for write, entry in entries:
        if (found := outside.get(entry)) is None:
            continue
        if found.is_refused:
            write.faults.append(fault(Code.OUTSIDE_AREA, "school", area=found.area))
        else:
            act.tx.warnings.append(warning(Code.OUTSIDE_AREA, "school", area=found.area))


def _pupil(write: Written[Enrolment]) -> int:
    return int(write.record.__dict__["student_id"])


def _entering(stay: Enrolment, household: int, residence: int | None) -> Entering:
    start = stay.period.start
    assert start is not None
    return Entering(stay.__dict__["school_id"], stay.entry_grade, start, household, residence)
