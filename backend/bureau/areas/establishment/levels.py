"""Which bureau approves what becomes of a school, by its type and place (审批权限, §1.4)."""

from collections.abc import Mapping, Sequence
from datetime import date

from bureau.kernel.rules import Level
from bureau.registry.division import Division
from bureau.registry.standards import standard
from bureau.registry.unit import Office, UnitCategory

PACKAGE = "bureau.areas.establishment"


def approver_level(school_type: str, day: date, division: str) -> Level:
    """Whether the county's bureau approves it or the city's; the city's where nothing is set for a type."""
    found = standard(f"approver.{school_type[:2]}", day, division, package=PACKAGE)
    return Level[found.value] if found else Level.CITY


async def approvers(asked: Sequence[tuple[int, str]], day: date) -> Mapping[tuple[int, str], int]:
    """The office that approves, by unit and type of school: the unit's county bureau, or the bureau itself."""
    units = {unit.id: unit for unit in await Office.filter(id__in=[unit for unit, _ in asked])}
    divisions = dict(
        await Division.filter(id__in=[u.__dict__["division_id"] for u in units.values()]).values_list("id", "code")
    )
    bureau = await Office.filter(category=UnitCategory.BUREAU, void_reason__isnull=True).first()
    assert bureau is not None
    found = {}
    for unit, type_ in asked:
        office = units.get(unit)
        if office is None:
            continue
        level = approver_level(type_, day, divisions.get(office.__dict__["division_id"], ""))
        county = office.__dict__["county_id"]
        found[unit, type_] = county if level is Level.COUNTY and county is not None else bureau.id
    return found
