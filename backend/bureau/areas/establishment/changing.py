"""Changing: a school is called otherwise, or moves to another place; its code stays (更名、迁址)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.guards import Guard, findings, has_come, operates, refuse_unmet
from bureau.areas.establishment.names import has_no_forbidden_word, is_free
from bureau.areas.establishment.succession import SchoolSuccession, SuccessionSort
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code
from bureau.kernel.words import Words
from bureau.registry.campus import Campus
from bureau.registry.division import Division
from bureau.registry.school import School, school
from bureau.registry.school_lineage import rename_school
from bureau.storage.act import Act

Item = Mapping[str, Any]


async def _renaming(act: Act, item: Item) -> list[Guard]:
    of, name, day = item["school"], item["name"], item["effective_on"]
    division = await Division.filter(id=of.__dict__["division_id"]).first()
    return [
        operates(of, act.today, "school"),
        has_come(act, day),
        await is_free(name, of.__dict__["division_id"], day, of.id),
        *has_no_forbidden_word(name, day, division.code if division else ""),
    ]


async def _moving(act: Act, item: Item) -> list[Guard]:
    of, day, to = item["school"], item["effective_on"], item.get("division")
    same = to is None or to.id == of.__dict__["division_id"] or of.__dict__["county_id"] is None
    met = Words("It stays in its county.", "仍在原县区。")
    elsewhere = Guard(Code.MISMATCH, "division", same, met, {"other": Words("county of the school", "学校所在县区")})
    is_new = item["address"] != of.address
    reason = Words("it is there already.", "与现址相同。")
    other = Guard(Code.INVALID, "address", is_new, Words("Another address.", "新址与现址不同。"), {"reason": reason})
    return [operates(of, act.today, "school"), has_come(act, day), elsewhere, other]


async def look_at_renamings(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of other names."""
    return [findings(await _renaming(act, item)) for item in items]


async def look_at_moves(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of other places."""
    return [findings(await _moving(act, item)) for item in items]


@outcome(school, label=("Rename as approved", "更名"), checks=look_at_renamings)
async def rename_as_approved(
    act: Act,
    school: School,
    *,
    name: Annotated[str, School.name],
    short_name: Annotated[str | None, School.short_name] = None,
    english_name: Annotated[str | None, School.english_name] = None,
    effective_on: Annotated[date, SchoolSuccession.effective_on],
    document: Annotated[str | None, SchoolSuccession.document] = None,
) -> School:
    """Give a school another name as was approved; its code stays, and the name it had is kept with its days."""
    refuse_unmet(await _renaming(act, {"school": school, "name": name, "effective_on": effective_on}))
    await follow(act, school, school, SuccessionSort.RENAMED, effective_on, document)
    given = {"name": name, "short_name": short_name, "english_name": english_name}
    renamed = await act.carry_out(rename_school, school, {**given, "effective_on": effective_on, "document": document})
    assert isinstance(renamed, School)
    return renamed


@outcome(school, label=("Move", "迁址"), checks=look_at_moves)
async def relocate_school(
    act: Act,
    school: School,
    *,
    address: Annotated[str, School.address],
    division: Annotated[Division | None, School.division] = None,
    village_code: Annotated[str | None, School.village_code] = None,
    effective_on: Annotated[date, SchoolSuccession.effective_on],
    document: Annotated[str | None, SchoolSuccession.document] = None,
) -> School:
    """Let a school move to another place in its county; its main campus goes with it."""
    item = {"school": school, "address": address, "division": division, "effective_on": effective_on}
    refuse_unmet(await _moving(act, item))
    await follow(act, school, school, SuccessionSort.MOVED, effective_on, document)
    for campus in await act.hold_all(Campus, school_id=school.id, is_main=True):
        none = {"longitude": None, "latitude": None}  # of the place that it leaves
        await act.change(campus, address=address, **none, **({"division": division} if division else {}))
    place = {"address": address, "village_code": village_code}
    return await act.change(school, **place, **({"division": division} if division else {}))


async def follow(
    act: Act, school: School, predecessor: School, sort: SuccessionSort, day: date, document: str | None
) -> SchoolSuccession:
    """Keep that a school follows another, or itself, as that stands before it changes."""
    return await act.create(
        SchoolSuccession,
        school=school,
        predecessor=predecessor,
        sort=sort,
        effective_on=day,
        predecessor_name=predecessor.name,
        predecessor_code=predecessor.code,
        predecessor_address=predecessor.address,
        document=document,
    )
