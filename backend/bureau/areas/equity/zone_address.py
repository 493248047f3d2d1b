"""The addresses of a zone: a road or village of a street, whole or by house numbers, even and odd (学区地址段)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bureau.areas.equity.school_zone import SchoolZone
from bureau.areas.equity.zone_plan import KEEPERS, ZonePlan
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Integer, One, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind, Stays
from bureau.registry.division import Division, DivisionLevel
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.record import Record
from bureau.storage.sql import DialectName

LAST = 99_999
"""The largest house number there is."""


class Side(State):
    """Which numbers of a road are meant (单双号)."""

    ALL = "ALL", "All numbers", "全部"
    ODD = "ODD", "Odd numbers", "单号"
    EVEN = "EVEN", "Even numbers", "双号"


@dataclass(frozen=True, slots=True)
class Numbers:
    """House numbers from one to another, both included, of one side of a road or of both."""

    side: Side
    first: int
    last: int

    def holds(self, number: int) -> bool:
        """Whether a house with this number is among them."""
        is_right = self.side is Side.ALL or number % 2 == (self.side is Side.ODD)
        return is_right and self.first <= number <= self.last

    def meets(self, other: "Numbers") -> bool:
        """Whether there is a number that both have."""
        sides = {self.side, other.side} - {Side.ALL}
        if len(sides) > 1:
            return False
        first, last = max(self.first, other.first), min(self.last, other.last)
        for side in sides:
            first += first % 2 != (side is Side.ODD)
        return first <= last


def have_in_common(dialect: DialectName, one: str, other: str) -> str:
    """The condition that two rows of addresses, by these names, have a house number in common: what `meets` says."""
    most, least = ("GREATEST", "LEAST") if dialect == "postgres" else ("max", "min")
    first = f"{most}({one}.first_number, {other}.first_number)"
    last = f"{least}(coalesce({one}.last_number, {LAST}), coalesce({other}.last_number, {LAST}))"
    sides = f"({one}.side, {other}.side)"
    return (
        f"({one}.side = 'ALL' OR {other}.side = 'ALL' OR {one}.side = {other}.side)"
        f" AND {first} + CASE WHEN 'ODD' IN {sides} THEN 1 - {first} % 2"
        f" WHEN 'EVEN' IN {sides} THEN {first} % 2 ELSE 0 END <= {last}"
    )


def has_number(address: str, number: str) -> str:
    """The condition that a row of addresses has a house number: what `holds` says."""
    return (
        f"{address}.first_number <= {number} AND {number} <= coalesce({address}.last_number, {LAST})"
        f" AND ({address}.side = 'ALL' OR ({address}.side = 'ODD') = ({number} % 2 = 1))"
    )


class ZoneAddress(Record):
    """Addresses of a zone: a road, village or estate of a street, from one house number to another.

    A house that has no number has number 0. No two zones of a plan have an address in common.
    """

    zone = One(SchoolZone, "Zone", "学区", back=("addresses", "Addresses", "地址段"))
    plan = One(ZonePlan, "Plan", "划片方案", derived=True)
    street = One(Division, "Street or township", "街道（乡镇）")
    road = Text(60, "Road, village or estate", "道路、村或小区", form="code")
    side = Choice(Side, "Numbers", "单双号")
    first_number = Integer(
        0, LAST, "From number", "起始门牌号", note=("0 where the road is meant as a whole.", "整条道路填 0。")
    )
    last_number = Integer(
        0, LAST, "To number", "截止门牌号", note=("Empty: to its end.", "为空表示至路末。")
    ).optional()

    @property
    def numbers(self) -> Numbers:
        """The house numbers that it has."""
        return Numbers(Side[self.side], self.first_number, LAST if self.last_number is None else self.last_number)


async def _belong_to_plans(addresses: Sequence[ZoneAddress]) -> None:
    """The plan is the zone's; and where that lies."""
    ids = {zone.plan_id for address in addresses if (zone := address.__dict__.get("_zone")) is not None}
    plans = {plan.id: plan for plan in await ZonePlan.filter(id__in=list(ids))}
    units = {unit.id: unit for unit in await Unit.filter(id__in=[p.__dict__["unit_id"] for p in plans.values()])}
    wanted = [unit.__dict__["division_id"] for unit in units.values()]
    divisions = {one.id: one.code for one in await Division.filter(id__in=wanted)}
    for address in addresses:
        zone = address.__dict__.get("_zone")
        plan = plans.get(zone.plan_id) if zone is not None else None
        if plan is not None:
            unit = units[plan.__dict__["unit_id"]]
            address.__dict__ |= {"plan_id": plan.id, "_plan": plan}
            code = divisions.get(unit.__dict__["division_id"], "")
            address.__dict__["_area"] = code[:4] if unit.category == UnitCategory.BUREAU else code


def _runs_forward(address: ZoneAddress, context: CheckContext) -> Iterator[Fault]:
    first, last = address.first_number, address.last_number
    if last is not None and last < first:
        yield fault(Code.OUT_OF_RANGE, "last_number", least=first, most=LAST)
    elif address.side != Side.ALL:
        wanted = address.side == Side.ODD
        for path, number in (("first_number", first), ("last_number", last)):
            if number is not None and number % 2 != wanted:
                yield fault(Code.MISMATCH, path, other=ZoneAddress.side.words)


def _lies_in_the_area(address: ZoneAddress, context: CheckContext) -> Iterator[Fault]:
    area = address.__dict__.get("_area", "")
    if not context.touches("street", "zone"):
        return
    if address.street.level != DivisionLevel.STREET:
        yield invalid("street", "a street or township is asked for.", "应填写街道或乡镇。")
    elif not address.street.code.startswith(area):
        yield fault(Code.MISMATCH, "street", other=ZonePlan.unit.words)


zone_address = Kind(
    ZoneAddress,
    label=("Zone address", "Zone addresses", "学区地址段"),
    scope=Follows("zone"),
    read=rules.offices,
    create=KEEPERS,
    update=KEEPERS,
    void=KEEPERS,
    natural_key=("zone", "street", "road", "side", "first_number"),
    title=("road", "side", "first_number", "last_number"),
    list=("zone.code", "zone.name", "street.name", "road", "side", "first_number", "last_number"),
    order=("road", "zone.code"),
    search=("road",),
    filter=("road", "side", "first_number", "last_number"),
    group=("side",),
    fills=(_belong_to_plans,),
    checks=(_runs_forward, _lies_in_the_area),
)


class KnownAddress(Record):
    """An address that there is, by the list of another office: against it is told which addresses no zone has."""

    unit = One(Unit, "Kept by", "维护机关")
    street = One(Division, "Street or township", "街道（乡镇）")
    road = Text(60, "Road, village or estate", "道路、村或小区", form="code")
    number = Integer(0, LAST, "House number", "门牌号", note=("0 where it has none.", "无门牌号填 0。"))
    source = Text(100, "Source", "来源").optional()


def _is_of_a_bureau(address: KnownAddress, context: CheckContext) -> Iterator[Fault]:
    if address.unit.category not in (UnitCategory.BUREAU, UnitCategory.COUNTY_BUREAU):
        yield invalid("unit", "a bureau keeps it.", "应由教育局维护。")
    if address.street.level != DivisionLevel.STREET:
        yield invalid("street", "a street or township is asked for.", "应填写街道或乡镇。")


known_address = Kind(
    KnownAddress,
    label=("Known address", "Known addresses", "标准地址"),
    scope=Stays("unit"),
    read=rules.offices,
    create=KEEPERS,
    update=KEEPERS,
    void=KEEPERS,
    natural_key=("street", "road", "number"),
    title=("street.name", "road", "number"),
    list=("street.name", "road", "number", "source"),
    order=("road",),
    search=("road",),
    filter=("road", "number", "source"),
    checks=(_is_of_a_bureau,),
)
