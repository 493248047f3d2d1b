"""Which school an address belongs to on a day, for everybody (学区查询)."""

from datetime import date
from typing import Annotated, Any

from bureau.areas.equity.drawing import reading
from bureau.areas.equity.zone_address import LAST, ZoneAddress, has_number
from bureau.kernel import rules
from bureau.kernel.errors import Code, Refusal, fault
from bureau.kernel.field import Boolean, Coded, Date, Integer, One, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.registry.division import Division, DivisionLevel
from bureau.registry.school import School
from bureau.registry.stages import STAGE
from bureau.storage.act import Asked
from bureau.storage.sql import day_of


class ZoneOfAddress(Shape):
    """A school to which an address belongs (对口学校).

    Of a zone with several schools each is a row. Where no house number was asked for, each part of the road is.
    """

    school_year = Text(9, "School year", "学年")
    zone = Text(100, "Zone", "学区")
    zone_code = Text(70, "Zone code", "学区编码")
    is_shared = Boolean("Several schools", "是否多校划片")
    school = One(School, "School", "学校")
    school_name = Text(200, "Name of the school", "学校名称")
    school_address = Text(200, "Address of the school", "学校地址").optional()
    school_phone = Text(20, "Telephone of the school", "学校电话").optional()
    english_addresses = Text(200, "Addresses meant, in English", "适用地址（英文）")
    chinese_addresses = Text(200, "Addresses meant, in Chinese", "适用地址")
    document_number = Text(60, "Published under", "公布文号").optional()
    in_force_from = Date("In force from", "执行日期")


ZONE_OF = """
SELECT y.name, z.name, z.code, z.is_shared, s.id, s.name, s.address, s.phone, a.road, a.side, a.first_number,
    a.last_number, p.document_number, p.in_force_from
FROM zone_address a
JOIN zone_plan p ON p.id = a.plan_id
JOIN school_year y ON y.id = p.school_year_id
JOIN school_zone z ON z.id = a.zone_id
JOIN zone_school m ON m.zone_id = z.id AND m.void_reason IS NULL
JOIN unit s ON s.id = m.school_id
WHERE a.road = $1 AND a.street_id = $2 AND a.void_reason IS NULL AND p.stage = $3 AND p.void_reason IS NULL
    AND p.state IN ('PUBLISHED', 'SUPERSEDED') AND p.in_force_from <= $4
    AND (p.in_force_until IS NULL OR p.in_force_until > $4){numbered}
ORDER BY y.name DESC, z.number, a.first_number, a.side, s.name, s.id
LIMIT 200"""
"""By the index of roads: a road of a street has few rows, and each leads to its plan, zone and schools by their ids."""


@question(rules.everyone, label=("School of an address", "学区查询"), place="street")
async def zone_of(
    asked: Asked,
    *,
    street: Annotated[Division, ZoneAddress.street],
    road: Annotated[str, ZoneAddress.road],
    number: Annotated[
        int | None,
        Integer(0, LAST, "House number", "门牌号", note=("0 where the house has none.", "无门牌号填 0。")).optional(),
    ] = None,
    stage: Annotated[str, Coded(STAGE, "Stage", "学段")],
    on: Annotated[date | None, Date("On", "查询日期").optional()] = None,
) -> list[ZoneOfAddress]:
    """Which school an address belongs to on a day, by what is published: the zone and its school, or its schools.

    In spring the plans of two school years hold at once; those of the later one come first. Nothing is told of who
    lives there, and nothing of drafts.
    """
    if street.level != DivisionLevel.STREET:
        raise Refusal([fault(Code.NOT_FOUND, "street", kind=ZoneAddress.street.words)])
    values: list[Any] = [road, street.id, stage, on or asked.today]
    numbered = ""
    if number is not None:
        values.append(number)
        numbered = f" AND {has_number('a', '$5')}"
    rows = await asked.store.database.readers.fetch(ZONE_OF.format(numbered=numbered), values)
    return [_told(*row) for row in map(tuple, rows)]


class ZonedRoad(Shape):
    """A road, village or estate of a street that lies in a published zone (已划片道路)."""

    road = Text(60, "Road, village or estate", "道路、村或小区")


ROADS = """
SELECT DISTINCT a.road FROM zone_address a JOIN zone_plan p ON p.id = a.plan_id
WHERE a.street_id = $1 AND a.void_reason IS NULL AND p.stage = $2 AND p.void_reason IS NULL
    AND p.state IN ('PUBLISHED', 'SUPERSEDED') AND p.in_force_from <= $3
    AND (p.in_force_until IS NULL OR p.in_force_until > $3)
ORDER BY a.road LIMIT 1000"""


@question(rules.everyone, label=("Roads in zones", "已划片道路"), place="street")
async def zone_roads(
    asked: Asked,
    *,
    street: Annotated[Division, ZoneAddress.street],
    stage: Annotated[str, Coded(STAGE, "Stage", "学段")],
) -> list[ZonedRoad]:
    """How the roads, villages and estates of a street are called in the zones that are published today."""
    rows = await asked.store.database.readers.fetch(ROADS, [street.id, stage, asked.today])
    return [ZonedRoad(road=row[0]) for row in rows]


def _told(
    year: str,
    zone: str,
    code: str,
    is_shared: bool,
    school: int,
    name: str,
    address: str | None,
    phone: str | None,
    *place_and_plan: Any,
) -> ZoneOfAddress:
    *place, document, start = place_and_plan
    said = reading(*place)
    return ZoneOfAddress(
        school_year=year,
        zone=zone,
        zone_code=code,
        is_shared=bool(is_shared),
        school=f"School:{school}",
        school_name=name,
        school_address=address,
        school_phone=phone,
        english_addresses=said.en,
        chinese_addresses=said.zh,
        document_number=document,
        in_force_from=day_of(start),
    )
