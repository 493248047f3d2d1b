"""Keeps what is drawn sound: only drafts change, and no two zones of a plan have an address in common (划片校验)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from bureau.areas.equity.school_zone import SchoolZone, ZoneSchool, school_zone, zone_school
from bureau.areas.equity.zone_address import LAST, ZoneAddress, have_in_common, zone_address
from bureau.areas.equity.zone_plan import ZonePlan, ZonePlanState, zone_plan
from bureau.kernel.errors import Code, fault
from bureau.kernel.event import Written, event, reaction
from bureau.kernel.words import Words
from bureau.storage.act import Act
from bureau.storage.sql import among


@event(zone_plan)
def plan_voided(write: Written[ZonePlan]) -> bool:
    """A plan is made void."""
    return write.is_void


@event(school_zone)
def zone_written(write: Written[SchoolZone]) -> bool:
    """A zone is new, other than it was, or void."""
    return True


@event(zone_school)
def zone_school_written(write: Written[ZoneSchool]) -> bool:
    """A school of a zone is new, other than it was, or void."""
    return True


@event(zone_address)
def zone_address_written(write: Written[ZoneAddress]) -> bool:
    """Addresses of a zone are new, other than they were, or void."""
    return True


@reaction(plan_voided)
async def keep_published_plans(act: Act, writes: Sequence[Written[ZonePlan]]) -> None:
    """Refuse to void a plan that was published."""
    for write in writes:
        if write.record.state != ZonePlanState.DRAFT:
            write.faults.append(fault(Code.PUBLISHED, "id", plan=write.record.code))


@reaction(zone_written)
async def draw_zones_in_drafts(act: Act, writes: Sequence[Written[SchoolZone]]) -> None:
    """Refuse zones of plans that are published."""
    await _refuse_published(act, writes, {write.record.id: _plans_of(write) for write in writes}, "plan")


@reaction(zone_school_written)
async def name_schools_in_drafts(act: Act, writes: Sequence[Written[ZoneSchool]]) -> None:
    """Refuse schools of zones whose plans are published."""
    zones = {write.record.__dict__["zone_id"] for write in writes}
    zones |= {write.before.__dict__["zone_id"] for write in writes if write.before is not None}
    plan_of = {zone.id: zone.__dict__["plan_id"] for zone in await SchoolZone.filter(id__in=list(zones))}
    plans = {
        write.record.id: {plan_of[r.__dict__["zone_id"]] for r in (write.record, write.before) if r is not None}
        for write in writes
    }
    await _refuse_published(act, writes, plans, "zone")


@reaction(zone_address_written)
async def keep_addresses_apart(act: Act, writes: Sequence[Written[ZoneAddress]]) -> None:
    """Refuse addresses of plans that are published, and those that another zone of the plan has."""
    await _refuse_published(act, writes, {write.record.id: _plans_of(write) for write in writes}, "zone")
    live = {write.record.id: write for write in writes if not write.is_void}
    for own, _, other, said in await overlaps(act, live):
        live[own].faults.append(fault(Code.ZONE_OVERLAP, "road", zone=other, address=said))


def _plans_of(write: Written[Any]) -> set[int]:
    return {record.__dict__["plan_id"] for record in (write.record, write.before) if record is not None}


async def _refuse_published(act: Act, writes: Sequence[Written[Any]], plans: dict[int, set[int]], told: str) -> None:
    """Add a fault to each write whose plan is no draft. The plans are held, so that what is drawn in one at once is
    drawn one after the other, and none is published meanwhile. A whole register that is brought comes as it stood.
    """
    if act.actor.is_system:
        return
    held = {plan.id: plan for plan in await act.hold_all(ZonePlan, id__in=sorted(set().union(*plans.values())))}
    for write in writes:
        for plan in (held[one] for one in plans[write.record.id] if one in held):
            if plan.state != ZonePlanState.DRAFT:
                write.faults.append(fault(Code.PUBLISHED, told, plan=plan.code))


_OVERLAPS = """
SELECT a.id, b.id, z.name, b.road, b.side, b.first_number, b.last_number
FROM zone_address a
JOIN zone_address b ON b.road = a.road AND b.street_id = a.street_id AND b.plan_id = a.plan_id
    AND b.zone_id <> a.zone_id AND b.void_reason IS NULL
JOIN school_zone z ON z.id = b.zone_id
WHERE {of} AND a.void_reason IS NULL AND {common}
ORDER BY a.id, b.id"""


async def overlaps(act: Act, addresses: Collection[int]) -> list[tuple[int, int, str, Words]]:
    """Of these addresses, each that another zone of its plan has too, once: the one, the other, the other's zone and
    how that reads. Of two of them that meet it is the later one.
    """
    if not addresses:
        return []
    of, values = among(act.tx.dialect, "a.id", list(addresses))
    rows = await act.tx.fetch(_OVERLAPS.format(of=of, common=have_in_common(act.tx.dialect, "a", "b")), *values)
    found: dict[int, list[Any]] = defaultdict(list)
    for row in map(tuple, rows):
        if row[1] < row[0] or row[1] not in addresses:
            found[row[0]].append(row)
    return [(own, other[0][1], other[0][2], reading(*other[0][3:])) for own, other in found.items()]


_SIDES = {"ALL": ("", ""), "ODD": (" odd", "单号"), "EVEN": (" even", "双号")}


def reading(road: str, side: str, first: int, last: int | None) -> Words:
    """How addresses read."""
    if (side, first, last) == ("ALL", 0, None) or (first, last) == (0, LAST):
        return Words(road, road)
    english, chinese = _SIDES[side]
    first = max(first, 2 if side == "EVEN" else 1)  # nobody says that a road begins with a house without a number
    until = "" if last is None else str(last)
    return Words(f"{road} {first}–{until}{english}", f"{road} {first}–{until or '路末'}号{chinese}")
