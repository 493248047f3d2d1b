"""Schools that are barred from enrolment take no new pupils, however these would come into the register (招生限制)."""

from collections.abc import Sequence
from datetime import date

from bureau.areas.students.moving import TRANSFERRED_IN
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.event import Written, event, reaction
from bureau.kernel.words import Words
from bureau.machinery.inspections.bar import ENROLMENT_BAR
from bureau.registry.enrolment import Enrolment, enrolment
from bureau.registry.school import School
from bureau.registry.student import Student
from bureau.storage.act import Act


@event(enrolment)
def pupil_entered(write: Written[Enrolment]) -> bool:
    """A pupil entered a school otherwise than from another one."""
    stay = write.record
    is_new = write.before is None and not write.is_void
    return is_new and stay.period.start is not None and stay.entry_way != TRANSFERRED_IN


@reaction(pupil_entered)
async def refuse_barred(act: Act, writes: Sequence[Written[Enrolment]]) -> None:
    """Refuse whoever would enter a school on a day on which it takes no new pupils, with the reason."""
    entries = [(write, (write.record.__dict__["school_id"], write.record.period.start)) for write in writes]
    barred = await act.store.known(act.tx, ENROLMENT_BAR, sorted({pair for _, pair in entries}))
    for write, pair in entries:
        if pair in barred:
            write.faults.append(fault(Code.ENROLMENT_BARRED, "school", reason=barred[pair]))


async def entry_bars(act: Act, school: School, day: date, pupils: Sequence[Student]) -> list[Fault]:
    """What bars those of a list from entering a school on a day, with the number of each, as lists tell of pupils."""
    pair = (school.id, day)
    bar: Words | None = (await act.store.known(act.tx, ENROLMENT_BAR, [pair])).get(pair)
    reasons = [Words(f"{one.number}: {bar.en}", f"{one.number}：{bar.zh}") for one in pupils if bar is not None]
    return [fault(Code.ENROLMENT_BARRED, "school", reason=reason) for reason in reasons]
