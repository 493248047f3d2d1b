"""What is wrong with a plan: overlaps, gaps, zones without school or address, too few places (划片检查)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from bureau.areas.equity.drawing import reading
from bureau.areas.equity.zone_address import has_number, have_in_common
from bureau.areas.equity.zone_plan import ZonePlan
from bureau.kernel import rules
from bureau.kernel.field import Choice, One, State, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.storage.act import Asked
from bureau.storage.sql import DialectName

MOST = 1000
"""Problems of one sort that are told at a time."""

Fetch = Callable[..., Awaitable[Sequence[Any]]]


class Problem(State):
    """What can be wrong with a plan (问题类别)."""

    OVERLAP = "OVERLAP", "An address in two zones", "地址重复划片"
    ELSEWHERE = "ELSEWHERE", "An address in a zone of another bureau", "地址已由其他机关划片"
    GAP = "GAP", "An address in no zone", "地址未划片"
    NO_SCHOOL = "NO_SCHOOL", "A zone whose schools do not fit", "对口学校不符"
    NO_ADDRESS = "NO_ADDRESS", "A zone without an address", "学区无地址段"
    CAPACITY = "CAPACITY", "More children expected than places", "学位不足"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is wrong."""

    problem: Problem
    zone: str
    said: Words


_OVERLAP = """
SELECT za.name, zb.name, a.road, a.side, a.first_number, a.last_number
FROM zone_address a
JOIN zone_address b ON b.road = a.road AND b.street_id = a.street_id AND b.plan_id = a.plan_id AND b.id > a.id
    AND b.zone_id <> a.zone_id AND b.void_reason IS NULL
JOIN school_zone za ON za.id = a.zone_id JOIN school_zone zb ON zb.id = b.zone_id
WHERE a.plan_id = $1 AND a.void_reason IS NULL AND {common}
ORDER BY a.id, b.id LIMIT $2"""

_ELSEWHERE = """
SELECT za.name, u.name, a.road, a.side, a.first_number, a.last_number
FROM zone_plan p
JOIN zone_address a ON a.plan_id = p.id AND a.void_reason IS NULL
JOIN zone_address b ON b.road = a.road AND b.street_id = a.street_id AND b.plan_id <> a.plan_id
    AND b.void_reason IS NULL
JOIN zone_plan o ON o.id = b.plan_id AND o.school_year_id = p.school_year_id AND o.stage = p.stage
    AND o.unit_id <> p.unit_id AND o.state = 'PUBLISHED' AND o.void_reason IS NULL
JOIN school_zone za ON za.id = a.zone_id JOIN unit u ON u.id = o.unit_id
WHERE p.id = $1 AND {common}
ORDER BY a.id, b.id LIMIT $2"""

_GAP = """
SELECT d.name, k.road, k.number
FROM zone_plan p JOIN known_address k ON k.unit_id = p.unit_id JOIN division d ON d.id = k.street_id
WHERE p.id = $1 AND k.void_reason IS NULL AND NOT EXISTS (
    SELECT 1 FROM zone_address a
    WHERE a.road = k.road AND a.street_id = k.street_id AND a.plan_id = p.id AND a.void_reason IS NULL AND {has})
ORDER BY k.road, k.number LIMIT $2"""

_ZONES = """
SELECT z.name, z.is_shared, z.forecast, coalesce(s.schools, 0), coalesce(s.places, 0),
    CASE WHEN EXISTS (SELECT 1 FROM zone_address a WHERE a.zone_id = z.id AND a.void_reason IS NULL) THEN 1 ELSE 0 END
FROM school_zone z LEFT JOIN (
    SELECT m.zone_id, count(*) AS schools, sum(m.places) AS places FROM zone_school m
    JOIN school_zone o ON o.id = m.zone_id
    WHERE o.plan_id = $1 AND m.void_reason IS NULL GROUP BY m.zone_id) s ON s.zone_id = z.id
WHERE z.plan_id = $1 AND z.void_reason IS NULL
ORDER BY z.number LIMIT $2"""


async def problems_of(fetch: Fetch, dialect: DialectName, plan: int) -> list[Found]:
    """All that is wrong with a plan, so many of each sort; `fetch` runs a statement and takes its values one by one."""
    found, common = [], have_in_common(dialect, "a", "b")
    for problem, sql in ((Problem.OVERLAP, _OVERLAP), (Problem.ELSEWHERE, _ELSEWHERE)):
        for zone, other, *said in map(tuple, await fetch(sql.format(common=common), plan, MOST)):
            words = reading(*said)
            told = Words(f"{words.en} ({zone}; {other})", f"{words.zh}（{zone}、{other}）")
            found.append(Found(problem, zone, told))
    for street, road, number in map(tuple, await fetch(_GAP.format(has=has_number("a", "k.number")), plan, MOST)):
        place = f"{street}{road}"
        found.append(Found(Problem.GAP, "", Words(f"{place} {number or ''}".strip(), _house(place, number))))
    for row in map(tuple, await fetch(_ZONES, plan, MOST)):
        found += _of_zone(*row)
    return found


def _house(place: str, number: int) -> str:
    return f"{place}{number}号" if number else place


def _of_zone(
    name: str, is_shared: bool, forecast: int | None, schools: int, places: int, has_address: int
) -> list[Found]:
    found = []
    if (schools < 2) if is_shared else (schools != 1):
        said = Words(f"{name}: {schools} schools", f"{name}（{schools} 所学校）")
        found.append(Found(Problem.NO_SCHOOL, name, said))
    if not has_address:
        found.append(Found(Problem.NO_ADDRESS, name, Words(name, name)))
    if forecast is not None and forecast > places:
        said = Words(f"{name}: {forecast} children, {places} places", f"{name}（预计 {forecast} 人，学位 {places} 个）")
        found.append(Found(Problem.CAPACITY, name, said))
    return found


class ZoneProblem(Shape):
    """One thing that is wrong with a zone plan (划片问题)."""

    problem = Choice(Problem, "Problem", "问题类别")
    zone = Text(100, "Zone", "学区").optional()
    english = Text(500, "What it is, in English", "说明（英文）")
    chinese = Text(500, "What it is, in Chinese", "说明")


@question(
    rules.registrar | rules.director | rules.inspector,
    label=("Problems of a zone plan", "划片问题"),
    place="plan",
)
async def zone_problems(
    asked: Asked, *, plan: Annotated[ZonePlan, One(ZonePlan, "Plan", "划片方案")]
) -> list[ZoneProblem]:
    """What is wrong with a zone plan: addresses in two zones, or in one of another bureau, known ones in none, zones
    without their schools or addresses, and those that expect more children than they have places.

    Of each it tells a thousand at the most.
    """
    store = asked.store

    async def fetch(sql: str, *values: Any) -> Sequence[Any]:
        return await store.database.readers.fetch(sql, list(values))

    found = await problems_of(fetch, store.database.dialect, plan.id)
    return [
        ZoneProblem(problem=one.problem, zone=one.zone or None, english=one.said.en, chinese=one.said.zh)
        for one in found
    ]
