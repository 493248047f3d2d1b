"""Leaving for good: before the end, by withdrawal or expulsion, by death (肄业、退学、开除、死亡)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from bureau.areas.students.circumstances import Circumstances, Item, look_at
from bureau.areas.students.findings import is_at_hand, may_become, takes_effect
from bureau.areas.students.moving import AT_A_SCHOOL, Move, move
from bureau.areas.students.officers import OFFICERS, refuse_others
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding
from bureau.registry.status_changes import change_code
from bureau.registry.student import Student, StudentStatus, student
from bureau.storage.act import Act


def goes(item: Item, known: Circumstances, after: StudentStatus) -> Iterator[Finding]:
    """What is looked at whenever a pupil goes to where no school is."""
    pupil = item["student"]
    yield from may_become(pupil, after)
    yield from takes_effect(pupil, item["effective_on"], known, ends_stay=pupil.status in AT_A_SCHOOL)
    yield is_at_hand(item.get("approval_number"))


async def look_at_leavers(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may leave before the end."""
    return await look_at(act, items, lambda item, known: goes(item, known, StudentStatus.LEFT))


async def look_at_withdrawals(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may withdraw."""
    return await look_at(act, items, lambda item, known: goes(item, known, StudentStatus.WITHDRAWN))


async def look_at_expulsions(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may be expelled."""
    return await look_at(act, items, lambda item, known: goes(item, known, StudentStatus.EXPELLED))


async def look_at_deaths(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether the death of pupils can be recorded."""
    return await look_at(act, items, lambda item, known: goes(item, known, StudentStatus.DECEASED))


async def go(
    act: Act, pupil: Student, after: StudentStatus, on: date, reason: str, approved_on: date | None, **said: object
) -> Student:
    """Let a pupil go to where no school is, under the code of the change that leads there."""
    code = change_code(pupil.status, after)
    entry = {**said, "approved_on": approved_on or act.today}
    (gone,) = await move(act, [Move(pupil, code, on, reason, {"status": after}, entry)])
    return gone


@action(student, OFFICERS, label=("Leave", "肄业"), checks=look_at_leavers)
async def leave_student(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    certificate_number: Annotated[str | None, StatusChange.certificate_number] = None,
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil leave before the end with a certificate of what they attended; nobody of compulsory education."""
    await refuse_others(act, leave_student, [student])
    await act.refuse_unmet(look_at_leavers, {"student": student, "effective_on": effective_on})
    said = {"approval_number": approval_number, "certificate_number": certificate_number}
    return await go(act, student, StudentStatus.LEFT, effective_on, reason, approved_on, **said)


@action(student, OFFICERS, label=("Withdraw", "退学"), checks=look_at_withdrawals)
async def withdraw_student(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil withdraw, as a guardian asked for; nobody of compulsory education."""
    await refuse_others(act, withdraw_student, [student])
    await act.refuse_unmet(look_at_withdrawals, {"student": student, "effective_on": effective_on})
    said = {"approval_number": approval_number}
    return await go(act, student, StudentStatus.WITHDRAWN, effective_on, reason, approved_on, **said)


@action(student, OFFICERS, label=("Expel", "开除学籍"), checks=look_at_expulsions)
async def expel_student(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str, StatusChange.approval_number],
) -> Student:
    """Expel a pupil by a decision with its number; nobody of compulsory education (义务教育法 art. 27)."""
    await refuse_others(act, expel_student, [student])
    await act.refuse_unmet(look_at_expulsions, {"student": student, "effective_on": effective_on})
    said = {"approval_number": approval_number}
    return await go(act, student, StudentStatus.EXPELLED, effective_on, reason, approved_on, **said)


@action(student, OFFICERS, label=("Record death", "登记死亡"), checks=look_at_deaths)
async def record_death(
    act: Act,
    student: Student,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    note: Annotated[str | None, StatusChange.note] = None,
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Record a pupil's death, with what proves it in the note; what is held of them is kept, aid ends."""
    await refuse_others(act, record_death, [student])
    await act.refuse_unmet(look_at_deaths, {"student": student, "effective_on": effective_on})
    said = {"approval_number": approval_number, "note": note}
    return await go(act, student, StudentStatus.DECEASED, effective_on, reason, approved_on, **said)
