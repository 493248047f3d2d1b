"""Rehoming: pupils go to another school in whole classes because schools are merged, split or closed (整体转入)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bureau.kernel.event import Written, event
from bureau.registry.enrolment import Enrolment
from bureau.registry.school import School
from bureau.registry.student import Student, student
from bureau.storage.act import Act

FROM_ANOTHER_SCHOOL = "09"
"""The way of entry of those who come from another school."""
OTHER = "99"
"""The change of those who change school because the schools did: the code table has none of its own for it."""
_REHOMED = "_rehomed"


@dataclass(frozen=True, slots=True)
class Rehoming:
    """Why pupils are at another school: what their ledger says of it."""

    on: date
    reason: str
    approved_on: date
    approval_number: str | None


async def rehome(act: Act, pupils: Sequence[Student], to: School, why: Rehoming) -> list[Student]:
    """Let pupils whom the action holds be another school's, each in their class, which is that school's already.

    A stay ends on the day on which the next begins; one that began on that day or later is the new school's at once.
    Raises Refusal with every fault.
    """
    stays = await act.hold_all(Enrolment, student_id__in=[pupil.id for pupil in pupils], period_until__isnull=True)
    ended = [stay for stay in stays if stay.period.start < why.on]
    kept = [stay for stay in stays if stay.period.start >= why.on]
    closed: list[tuple[Enrolment, Mapping[str, Any]]] = [
        (stay, {"period": (stay.period.start, why.on), "ended_by": OTHER}) for stay in ended
    ]
    await act.change_all(Enrolment, closed)
    for pupil in pupils:
        pupil.__dict__[_REHOMED] = why
    moved = await act.change_all(Student, [(pupil, {"school": to}) for pupil in pupils])
    by_id = {pupil.id: pupil for pupil in moved}
    begun = [
        {
            "student": by_id[stay.__dict__["student_id"]],
            "school": to,
            "period": (why.on, None),
            "entry_grade": by_id[stay.__dict__["student_id"]].grade,
            "entry_way": FROM_ANOTHER_SCHOOL,
        }
        for stay in ended
    ]
    await act.create_all(Enrolment, begun)
    await act.change_all(Enrolment, [(stay, {"school": to}) for stay in kept])
    return moved


def rehoming_of(write: Written[Student]) -> Rehoming:
    """Why a pupil is at another school."""
    assert write.before is not None
    why: Rehoming = write.before.__dict__[_REHOMED]
    return why


@event(student)
def student_rehomed(write: Written[Student]) -> bool:
    """A pupil is another school's because the schools were merged, split or closed."""
    return write.before is not None and _REHOMED in write.before.__dict__
