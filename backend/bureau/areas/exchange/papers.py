"""Until when a foreign teacher may work: the first day on which one of the papers it rests on holds no more.

It stands on the foreign teacher, whose lists order and filter by it, and is kept right with every paper.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bureau.areas.exchange.foreign_teacher import ForeignTeacher, Paper, foreign_teacher
from bureau.areas.exchange.residence_permit import ResidencePermit, residence_permit
from bureau.areas.exchange.work_permit import WorkPermit, work_permit
from bureau.kernel.event import Written, concerned, event, reaction
from bureau.storage.act import Act


@event(work_permit)
def work_permit_written(write: Written[WorkPermit]) -> bool:
    """A work permit is new, void, or holds for other days or for somebody else."""
    return write.changed("valid_until", "teacher_id")


@event(residence_permit)
def residence_written(write: Written[ResidencePermit]) -> bool:
    """A residence permit is new, void, or holds for other days or for somebody else."""
    return write.changed("valid_until", "teacher_id")


@event(foreign_teacher)
def contract_changed(write: Written[ForeignTeacher]) -> bool:
    """The contract of a foreign teacher has another end."""
    return write.before is not None and not write.is_void and write.changed("contract_until")


@reaction(work_permit_written)
async def work_permit_decides(act: Act, writes: Sequence[Written[WorkPermit]]) -> None:
    """See anew until when the holders may work."""
    await settle(act, concerned(writes, "teacher_id"))


@reaction(residence_written)
async def residence_decides(act: Act, writes: Sequence[Written[ResidencePermit]]) -> None:
    """See anew until when the holders may work."""
    await settle(act, concerned(writes, "teacher_id"))


@reaction(contract_changed)
async def teacher_decides(act: Act, writes: Sequence[Written[ForeignTeacher]]) -> None:
    """See anew until when those whose contracts changed may work."""
    await settle(act, {write.record.id for write in writes})


def first_end(work: date | None, residence: date | None, contract: date | None) -> tuple[date, Paper] | None:
    """The first end there is of the papers, and whose it is; None where one of the two permits is missing."""
    if work is None or residence is None:
        return None
    ends = [(work, Paper.WORK_PERMIT), (residence, Paper.RESIDENCE_PERMIT)]
    if contract is not None:
        ends.append((contract, Paper.CONTRACT))
    return min(ends, key=lambda end: end[0])


async def settle(act: Act, teachers: set[int]) -> None:
    """Write on foreign teachers until when they may work; of each sort of permit the last one counts."""
    held = await act.hold_all(ForeignTeacher, id__in=list(teachers))
    work = await _last_ends(WorkPermit, teachers)
    residence = await _last_ends(ResidencePermit, teachers)
    changes = []
    for teacher in held:
        contract = teacher.contract.until if teacher.contract else None
        end = first_end(work.get(teacher.id), residence.get(teacher.id), contract)
        until, paper = end or (None, None)
        if (teacher.effective_until, teacher.first_to_end) != (until, paper):
            changes.append((teacher, {"effective_until": until, "first_to_end": paper}))
    await act.change_all(ForeignTeacher, changes)


async def _last_ends(permit: Any, teachers: set[int]) -> dict[int, date]:
    rows = await permit.filter(teacher_id__in=list(teachers), void_reason__isnull=True).values_list(
        "teacher_id", "valid_until"
    )
    ends: dict[int, date] = {}
    for teacher, until in rows:
        ends[teacher] = max(until, ends.get(teacher, until))
    return ends
