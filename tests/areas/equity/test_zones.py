"""School zones: drawn, checked, published, asked for and revised, through GraphQL."""

from datetime import date
from pathlib import Path
from typing import Any

from bureau.areas.equity.looking_up import ROADS
from bureau.areas.equity.looking_up import ZONE_OF as LOOK_UP
from bureau.areas.equity.zone_address import zone_address
from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from tests.machinery.approvals.support import at
from tests.machinery.test_imports import run, written
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_city, of_county, of_school
from tests.support.world import World

ROAD = "锦华路一段"
ZONE_OF = """query($street: ID!, $road: String!, $number: Int, $stage: String!, $on: Date) {
    zoneOf(street: $street, road: $road, number: $number, stage: $stage, on: $on) {
        schoolYear zone zoneCode isShared schoolName englishAddresses chineseAddresses documentNumber inForceFrom } }"""
PROBLEMS = "query($plan: ID!) { zoneProblems(plan: $plan) { problem zone english chinese } }"


def street(city: World) -> str:
    return f"Division:{city.zones.street}"


async def drawn(api: Api, city: World, stage: str = "P", unit: str = "") -> str:
    """The id of a new draft."""
    given: dict[str, Any] = {
        "unit": unit or f"Office:{city.east}",
        "schoolYear": f"SchoolYear:{city.school_year}",
        "stage": stage,
    }
    made = await api.write("drawZones", "zonePlan { id code state revision }", **given)
    assert made["errors"] == [], made
    return str(made["zonePlan"]["id"])


async def a_zone(api: Api, plan: str, number: int, name: str, **given: Any) -> str:
    """The id of a new zone."""
    values: dict[str, Any] = {"plan": plan, "number": number, "name": name, "isShared": False, **given}
    made = await api.write("createSchoolZone", "schoolZone { id code }", **values)
    assert made["errors"] == [], made
    return str(made["schoolZone"]["id"])


async def has_school(api: Api, zone: str, school: int, places: int = 90) -> list[tuple[str, str]]:
    given: dict[str, Any] = {"zone": zone, "school": f"School:{school}", "places": places}
    return said(await api.write("createZoneSchool", "zoneSchool { id }", **given))


async def has(api: Api, city: World, zone: str, **given: Any) -> list[tuple[str, str]]:
    """Give a zone addresses; its faults."""
    values: dict[str, Any] = {
        "zone": zone,
        "street": street(city),
        "road": ROAD,
        "side": "ALL",
        "firstNumber": 0,
        **given,
    }
    return said(await api.write("createZoneAddress", "zoneAddress { id }", **values))


async def asked(api: Api, city: World, number: int | None, stage: str = "J", **more: Any) -> list[tuple[str, str]]:
    """The zones and schools that an address is told to belong to."""
    rows = (await api.data(ZONE_OF, street=street(city), road=ROAD, number=number, stage=stage, **more))["zoneOf"]
    return [(row["zone"], row["schoolName"]) for row in rows]


async def publish(api: Api, plan: str, **given: Any) -> Any:
    return await api.write(
        "publishZonePlan",
        "zonePlan { state documentNumber inForce { from until } } warnings { code }",
        id=plan,
        documentNumber="锦教〔2026〕12号",
        **given,
    )


async def made_public(api: Api, school: int) -> None:
    assert (await api.write("updateSchool", id=f"School:{school}", organiser="831"))["errors"] == []


async def test_a_plan_is_drawn_checked_published_asked_for_and_revised(
    api: Api, city: World, clock: FixedClock
) -> None:
    county, everybody = api.as_(of_county(city.east)), api.as_(ANONYMOUS)
    plan = await drawn(county, city, "J")
    odd, even = await a_zone(county, plan, 1, "单号学区"), await a_zone(county, plan, 2, "双号学区", isShared=True)
    assert await has_school(county, odd, city.schools["东城中学"]) == []
    assert await has(county, city, odd, side="ODD", firstNumber=1) == []
    assert await has(county, city, even, side="EVEN", firstNumber=0, lastNumber=98) == []
    await county.write(
        "createKnownAddress", unit=f"Office:{city.east}", street=street(city), road=ROAD, number=100
    )  # beyond the last even number
    assert await asked(everybody, city, 7) == [], "a draft is nobody's business yet"

    refused = await publish(county, plan)
    assert {error["code"] for error in refused["errors"]} == {"NOT_MET"}
    found = (await county.data(PROBLEMS, plan=plan))["zoneProblems"]
    assert {(row["problem"], row["zone"]) for row in found} == {("GAP", None), ("NO_SCHOOL", "双号学区")}
    assert "锦华路一段100号" in next(row["chinese"] for row in found if row["problem"] == "GAP")

    assert await has_school(county, even, city.schools["东城中学"], 45) == []
    direct = city.schools["成都市实验中学"]
    assert await has_school(county, even, direct, 45) == [("NOT_FOUND", "school")]
    assert await has_school(api, even, direct, 45) == [("NOT_ZONED", "school")], "it is private"
    await made_public(api, direct)
    assert await has_school(api, even, direct, 45) == [], "the city lets a school of its own take part"
    assert await has(county, city, even, side="EVEN", firstNumber=100) == []
    await county.write("updateSchoolZone", id=odd, forecast=120)
    assert [row["problem"] for row in (await county.data(PROBLEMS, plan=plan))["zoneProblems"]] == ["CAPACITY"]

    published = await publish(county, plan)
    assert published["errors"] == []
    assert published["zonePlan"] == {
        "state": "PUBLISHED",
        "documentNumber": "锦教〔2026〕12号",
        "inForce": {"from": "2026-10-12", "until": "2027-09-01"},
    }
    assert await asked(everybody, city, 7) == [("单号学区", "东城中学")]
    assert await asked(everybody, city, 8) == [("双号学区", "东城中学"), ("双号学区", "成都市实验中学")]
    assert await asked(everybody, city, None) == [
        ("单号学区", "东城中学"),
        *[("双号学区", name) for name in ("东城中学", "成都市实验中学")] * 2,
    ], "each part of the road, where no number is said"
    assert await asked(everybody, city, 7, stage="P") == []
    roads = 'query($street: ID!) { zoneRoads(street: $street, stage: "J") { road } }'
    assert (await everybody.data(roads, street=street(city)))["zoneRoads"] == [{"road": ROAD}]
    assert await asked(everybody, city, 7, on="2026-10-11") == []

    assert await has(county, city, odd, road="新路") == [("PUBLISHED", "zone")]
    changed = await county.write("updateSchoolZone", id=odd, name="改名学区")
    assert said(changed) == [("PUBLISHED", "plan")]
    nodes = "query($id: ID!) { schoolZone(id: $id) { addresses { nodes { id } } schools { nodes { id } } } }"
    zone = (await county.data(nodes, id=odd))["schoolZone"]
    for kind in ("addresses", "schools"):
        verb = {"addresses": "voidZoneAddress", "schools": "voidZoneSchool"}[kind]
        gone = await county.write(verb, id=zone[kind]["nodes"][0]["id"], reason="x")
        assert said(gone) == [("PUBLISHED", "zone")]
    again = await county.write(
        "drawZones", unit=f"Office:{city.east}", schoolYear=f"SchoolYear:{city.school_year}", stage="J"
    )
    assert said(again) == [("PUBLISHED", "stage")]

    with at(clock, date(2026, 10, 20)):
        revision = await county.write("reviseZonePlan", "zonePlan { id code revision state }", id=plan)
        assert revision["zonePlan"] | {"id": ""} == {
            "id": "",
            "code": "510104-J2026-2",
            "revision": 2,
            "state": "DRAFT",
        }
        assert said(await county.write("reviseZonePlan", id=plan)) == [("BEING_REVISED", "id")]
        draft = revision["zonePlan"]["id"]
        zones = "query($id: ID!) { zonePlan(id: $id) { zones(orderBy: CODE_ASC) { nodes { id name code schools { nodes { school { name } } } } } } }"
        copied = (await county.data(zones, id=draft))["zonePlan"]["zones"]["nodes"]
        assert [(node["code"], len(node["schools"]["nodes"])) for node in copied] == [
            ("510104-J2026-2-01", 1),
            ("510104-J2026-2-02", 2),
        ]
        assert said(await county.write("updateSchoolZone", id=copied[0]["id"], name="单号新学区")) == []
        assert await asked(everybody, city, 7) == [("单号学区", "东城中学")], "the draft changes nothing"
        assert said(await publish(county, draft, inForceFrom="2026-10-19")) == [("NOT_MET", "inForceFrom")]
        assert said(await publish(county, draft, inForceFrom="2026-11-01")) == []
        assert await asked(everybody, city, 7) == [("单号学区", "东城中学")]
        assert await asked(everybody, city, 7, on="2026-11-01") == [("单号新学区", "东城中学")]
        assert await asked(everybody, city, 7, on="2027-09-01") == [], "the school year is over"
        assert said(await county.write("reviseZonePlan", id=plan)) == [("NOT_PUBLISHED", "id")]


async def test_no_two_zones_of_a_plan_have_a_house_in_common(api: Api, city: World) -> None:
    plan = await drawn(api, city, "P", f"Office:{city.bureau}")
    one, other = await a_zone(api, plan, 1, "甲学区"), await a_zone(api, plan, 2, "乙学区")
    assert await has(api, city, one, side="ODD", firstNumber=1, lastNumber=99) == []
    assert await has(api, city, other, side="ALL", firstNumber=98, lastNumber=98) == []
    assert await has(api, city, other, side="EVEN", firstNumber=2, lastNumber=40) == []
    given: dict[str, Any] = {"zone": other, "street": street(city), "road": ROAD, "side": "ALL", "firstNumber": 99}
    refused = await api.write("createZoneAddress", **given)
    assert [(error["code"], error["path"]) for error in refused["errors"]] == [("ZONE_OVERLAP", ["road"])]
    assert "甲学区" in refused["errors"][0]["message"]
    assert "1–99 odd" in refused["errors"][0]["message"]
    refused = await api.in_("zh").write("createZoneAddress", **given)
    assert "锦华路一段 1–99号单号" in refused["errors"][0]["message"]
    assert await has(api, city, other, side="ALL", firstNumber=100) == []
    assert await has(api, city, one, side="ALL", firstNumber=50, lastNumber=60) == [], "a zone may name a house twice"
    assert await has(api, city, one, side="ODD", firstNumber=201) == [("ZONE_OVERLAP", "road")]
    assert await has(api, city, one, road="别的路", side="ODD", firstNumber=201) == []


async def test_no_two_bureaus_publish_one_house(api: Api, city: World) -> None:
    """The county's plan for junior schools holds already: the city's must leave its road alone."""
    plan = await drawn(api, city, "J", f"Office:{city.bureau}")
    zone = await a_zone(api, plan, 1, "市直学区")
    await made_public(api, city.schools["成都市实验中学"])
    assert await has_school(api, zone, city.schools["成都市实验中学"]) == []
    assert await has(api, city, zone, side="ODD", firstNumber=7, lastNumber=7) == []
    refused = await publish(api, plan)
    assert [error["code"] for error in refused["errors"]] == ["NOT_MET"]
    assert "锦江区教育局" in refused["errors"][0]["message"]
    for node in (await api.data("query($id: ID!) { schoolZone(id: $id) { addresses { nodes { id } } } }", id=zone))[
        "schoolZone"
    ]["addresses"]["nodes"]:
        assert said(await api.write("voidZoneAddress", id=node["id"], reason="属锦江区")) == []
    assert await has(api, city, zone, road="市直路", side="ALL", firstNumber=0) == []
    assert said(await publish(api, plan)) == []


async def test_what_cannot_be_drawn_is_refused(api: Api, city: World) -> None:
    year = f"SchoolYear:{city.school_year}"
    for unit, stage, faults in (
        (f"Office:{city.west}", "S", [("INVALID", "stage")]),
        (f"School:{city.schools['东城小学']}", "P", [("INVALID", "unit")]),
        (f"Office:{city.east}", "P", [("BEING_REVISED", "stage")]),
    ):
        assert said(await api.write("drawZones", unit=unit, schoolYear=year, stage=stage)) == faults
    zone = f"SchoolZone:{city.zones.zone}"
    for given, faults in (
        ({"road": "丁路", "side": "ODD", "firstNumber": 2}, [("MISMATCH", "firstNumber")]),
        ({"road": "丁路", "side": "EVEN", "firstNumber": 2, "lastNumber": 9}, [("MISMATCH", "lastNumber")]),
        ({"road": "丁路", "firstNumber": 9, "lastNumber": 2}, [("OUT_OF_RANGE", "lastNumber")]),
        ({"road": "丁路", "street": f"Division:{city.division}"}, [("INVALID", "street")]),
    ):
        assert await has(api, city, zone, **given) == faults
    west = '{ divisions(filter: { code: { eq: "510105002" } }) { nodes { id } } }'
    elsewhere = (await api.data(west))["divisions"]["nodes"][0]["id"]
    assert await has(api, city, zone, road="丁路", street=elsewhere) == [("MISMATCH", "street")]
    assert await has_school(api, zone, city.schools["东城中学"]) == [("NOT_OFFERED", "school")]
    private: dict[str, Any] = {"id": f"School:{city.schools['西城小学']}", "organiser": "999"}
    assert said(await api.write("updateSchool", **private)) == []
    assert await has_school(api, zone, city.schools["西城小学"]) == [("NOT_ZONED", "school")]


async def test_whose_zones_they_are(api: Api, city: World) -> None:
    plan = f"ZonePlan:{city.zones.plan}"
    seen = "query($id: ID!) { zonePlan(id: $id) { code } zoneProblems(plan: $id) { problem } }"
    school = city.schools["东城小学"]
    for actor, sees, asks in (
        (of_city("registrar"), True, True),
        (of_county(city.east), True, True),
        (of_county(city.east, "director"), True, True),
        (of_county(city.west), False, False),
        (of_school(school), False, False),
        (ANONYMOUS, False, False),
    ):
        found = await api.as_(actor).data(seen, id=plan)
        assert (found["zonePlan"] is not None, found["zoneProblems"] is not None) == (sees, asks)
    west = api.as_(of_county(city.west))
    assert said(await publish(west, plan)) == [("NOT_FOUND", "id")]
    assert said(await publish(api.as_(of_county(city.east, "director")), plan)) == [("FORBIDDEN", "")]


async def test_a_file_of_addresses_is_taken_row_by_row(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    plan = await drawn(api, city, "P", f"Office:{city.west}")
    await a_zone(api, plan, 1, "甲")
    await a_zone(api, plan, 2, "乙")
    header = ["学区", "街道（乡镇）", "道路、村或小区", "单双号", "起始门牌号", "截止门牌号"]
    rows = [
        ["510105-P2026-1-01", "510105002", "丙路", "单号", "1", "99"],
        ["510105-P2026-1-02", "510105002", "丙路", "双号", "2", ""],
        ["510105-P2026-1-02", "510105002", "丙路", "全部", "97", "97"],
        ["510105-P2026-1-02", "510105002", "丙路", "单号", "98", ""],
        ["510105-P2026-1-09", "510105002", "丁路", "全部", "0", ""],
        ["510105-P2026-1-01", "510105002", "戊路", "全部", "0", ""],
    ]
    path = written(tmp_path / "addresses.csv", [header, *rows])
    for fates in ({"created": 3, "rejected": 3}, {"unchanged": 3, "rejected": 3}):
        found, rejections = await run(services, path, zone_address, "")
        assert found == fates
        assert [(one.line, one.code, one.column) for one in rejections] == [
            (4, "ZONE_OVERLAP", "道路、村或小区"),
            (5, "MISMATCH", "起始门牌号"),
            (6, "NOT_FOUND", "学区"),
        ]
        assert "甲" in rejections[0].reason.zh


async def test_the_questions_are_answered_by_an_index(services: Services) -> None:
    """One statement each, which reads no table whole."""
    if services.store.database.dialect != "sqlite":
        return  # PostgreSQL reads small tables whole, and says so
    for sql, values in ((LOOK_UP.format(numbered=""), ["路", 1, "P"]), (ROADS, [1, "P"])):
        rows = await services.store.database.readers.fetch(f"EXPLAIN QUERY PLAN {sql}", [*values, date(2026, 10, 12)])
        plan = [str(row[3]) for row in rows]
        assert not any(line.startswith("SCAN") for line in plan), plan
