"""What private schools make of what happens elsewhere: inspections, enrolment, a kindergarten's change of hands."""

from collections.abc import Mapping, Sequence
from datetime import date

from bureau.areas.establishment.private.licence import PRIVATE, Licence, LicenceState
from bureau.areas.establishment.private.organiser import CreditSort, Organiser, note
from bureau.kernel.errors import Code, fault
from bureau.kernel.event import Written, event, reaction
from bureau.kernel.fact import answers
from bureau.kernel.words import Words
from bureau.machinery.inspections.bar import ENROLMENT_BAR
from bureau.machinery.inspections.inspection import (
    Inspection,
    InspectionResult,
    inspection_referred,
    result_published,
)
from bureau.registry.school import School, school
from bureau.storage.act import Act
from bureau.storage.sql import among, day_of
from bureau.storage.transaction import Transaction

_KINDERGARTEN = "11"
_BASIS = "民办教育促进法实施条例第四十七条"

_LICENCES = """
SELECT school_id, state, ended_on FROM licence WHERE {of} AND void_reason IS NULL ORDER BY id"""
_ENDING = """
SELECT school_id, ends_on, approved_on FROM termination
WHERE {of} AND state <> 'ANNOUNCED' AND void_reason IS NULL ORDER BY id"""


@answers(ENROLMENT_BAR)
async def licence_bars(tx: Transaction, asked: Sequence[tuple[int, date]]) -> Mapping[tuple[int, date], Words]:
    """That no licence of a private school held on a day, or that its end was approved by then."""
    of, values = among(tx.dialect, "school_id", sorted({number for number, _ in asked}))
    ends: dict[int, date | None] = {}
    for number, state, ended in map(tuple, await tx.fetch(_LICENCES.format(of=of), *values)):
        holds = state == LicenceState.VALID or ends.get(number, date.min) is None
        ends[number] = None if holds else max(day_of(ended), ends.get(number) or date.min)
    found = {pair: _without(ended) for pair in asked if (ended := ends.get(pair[0])) is not None and ended <= pair[1]}
    for number, until, approved in map(tuple, await tx.fetch(_ENDING.format(of=of), *values)):
        found |= {pair: _ending(day_of(until)) for pair in asked if pair[0] == number and day_of(approved) <= pair[1]}
    return found


def _without(ended: date) -> Words:
    return Words(f"its licence has held no more since {ended}.", f"办学许可证自 {ended} 起失效。")


def _ending(until: date) -> Words:
    return Words(f"it ends on {until}.", f"该校将于 {until} 终止办学。")


@reaction(result_published)
async def note_failures(act: Act, writes: Sequence[Written[Inspection]]) -> None:
    """Enter into the credit files of organisers that their schools failed an inspection."""
    failed = [write.record for write in writes if write.record.result == InspectionResult.FAILED]
    await _note(act, failed, CreditSort.INSPECTION_FAILED)


@reaction(inspection_referred)
async def note_referrals(act: Act, writes: Sequence[Written[Inspection]]) -> None:
    """Enter into the credit files of organisers that what was found at their schools was not put right."""
    await _note(act, [write.record for write in writes], CreditSort.INSPECTION_REFERRED)


async def _note(act: Act, inspections: Sequence[Inspection], sort: CreditSort) -> None:
    units = {one.__dict__["unit_id"]: one for one in inspections}
    held = await Licence.filter(school_id__in=list(units), state=LicenceState.VALID, void_reason__isnull=True)
    organisers = {one.id: one for one in await Organiser.filter(id__in=[one.__dict__["organiser_id"] for one in held])}
    schools = {one.id: one for one in await School.filter(id__in=list(units))}
    for one in held:
        number = one.__dict__["school_id"]
        facts = f"检查（{units[number].number}）：{sort.words.zh}。"
        entry = {"sort": sort, "facts": facts, "basis": _BASIS, "found_on": act.today}
        await note(act, organisers[one.__dict__["organiser_id"]], schools[number], **entry)


@event(school)
def kindergarten_changed_hands(write: Written[School]) -> bool:
    """A kindergarten that was run by the state is run by others."""
    was, now = write.before, write.record
    is_private_now = now.organiser == PRIVATE and (now.type or "").startswith(_KINDERGARTEN)
    return is_private_now and was is not None and was.organiser not in (None, PRIVATE)


@reaction(kindergarten_changed_hands)
async def refuse_turning_private(act: Act, writes: Sequence[Written[School]]) -> None:
    """Refuse that a public kindergarten is turned into a private one (学前教育法第三十四条)."""
    for write in writes:
        write.faults.append(fault(Code.PUBLIC_TURNED_PRIVATE, "organiser"))
