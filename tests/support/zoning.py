"""The zones of the small world: a plan of the east that is still drawn, one zone of it, and a house that is known."""

from dataclasses import dataclass

from bureau.areas.equity.school_zone import SchoolZone, ZoneSchool
from bureau.areas.equity.zone_address import KnownAddress, ZoneAddress
from bureau.areas.equity.zone_plan import ZonePlan
from bureau.registry.division import Division
from tests.support.areas import Make


@dataclass(frozen=True)
class Zones:
    """The ids of what was built."""

    plan: int
    zone: int
    street: int
    """锦华路街道, in the county of the east."""


async def build(make: Make, east: int, school: int, year: int) -> Zones:
    """Draw them."""
    street = await Division.get(code="510104019")
    plan = await make(ZonePlan, unit=east, school_year=year, stage="P", revision=1, state="DRAFT")
    zone = await make(SchoolZone, plan=plan.id, number=1, name="甲学区", is_shared=False, forecast=100)
    await make(ZoneSchool, zone=zone.id, school=school, places=135)
    at = {"street": street.id, "road": "锦华路一段"}
    await make(ZoneAddress, zone=zone.id, **at, side="ODD", first_number=1, last_number=99)
    await make(KnownAddress, unit=east, **at, number=11)
    return Zones(plan.id, zone.id, street.id)
