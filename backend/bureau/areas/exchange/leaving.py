"""What stands at a school that is to end: its foreign teachers, whose papers name it (外籍教师聘用)."""

from collections.abc import Mapping, Sequence

from bureau.areas.exchange.foreign_teacher import ForeignTeacher, ForeignTeacherStatus
from bureau.kernel.fact import answers
from bureau.kernel.words import Words
from bureau.storage.transaction import Transaction

_HERE = (ForeignTeacherStatus.EXPECTED, ForeignTeacherStatus.IN_POST)


@answers("held_at_school")
async def foreign_teachers_at(tx: Transaction, schools: Sequence[int]) -> Mapping[int, Words]:
    """How many foreign teachers schools employ: their permits must be changed before the school ends."""
    held = ForeignTeacher.filter(school_id__in=list(schools), status__in=_HERE, void_reason__isnull=True)
    count: dict[int, int] = {}
    for one in await held:
        at = one.__dict__["school_id"]
        count[at] = count.get(at, 0) + 1
    return {
        school: Words(f"{n} foreign teachers are employed there.", f"该校尚聘有外籍教师 {n} 名。")
        for school, n in count.items()
    }
