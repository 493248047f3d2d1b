"""Schools: what is said of them, and what they were called before."""

from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from bureau.graph.context import Services
from bureau.kernel.kind import Kind
from bureau.machinery.imports.importer import Importer, Rejection, Report
from bureau.machinery.imports.mapping import mapped
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.school import school
from bureau.registry.school_stage import school_stage
from tests.registry.test_rejections import said
from tests.support.api import Api
from tests.support.people import DIRECTOR, of_county, of_school
from tests.support.world import World

ONE = "school { id code name formerCodes { nodes { code heldFrom heldUntil } } formerNames { nodes { name heldFrom heldUntil } } }"


def new(city: World, code: str, **given: Any) -> dict[str, Any]:
    """A primary school of the east, opened in 1990."""
    return {
        "code": code,
        "name": f"{code}小学",
        "type": "211",
        "superior": f"Office:{city.east}",
        "division": f"Division:{city.division}",
        "operation": {"from": "1990-09-01"},
        **given,
    }


async def imported(services: Services, kind: Kind, path: Path, *lines: str) -> tuple[Report, list[Rejection]]:
    """What becomes of a file of these lines."""
    path.write_text("\n".join(lines), "utf-8")
    table = CsvTable(path)
    paths, _ = mapped(kind, table.headers, {})
    told: list[Rejection] = []
    report = await Importer(services.store, kind, paths).run(table.rows(), told.append)
    return report, told


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"type": "218"}, [("REQUIRED", "host")]),
        ({"host": "东城小学"}, [("INVALID", "host")]),
        ({"isInclusive": True}, [("INVALID", "isInclusive")]),
        ({"foundedOn": "2026-10-13"}, [("INVALID", "foundedOn")]),
        ({"villageCode": "51010400100"}, [("INVALID", "villageCode")]),
        ({"phone": "028-x"}, [("INVALID", "phone")]),
        ({"schooling": "7"}, [("UNKNOWN_CODE", "schooling")]),
    ],
)
async def test_facts_of_a_school_are_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    if "host" in given:
        given = {"host": f"School:{city.schools['东城小学']}"}
    assert said(await api.write("createSchool", ONE, **new(city, "2151600001", **given))) == faults


async def test_a_school_in_a_division_out_of_force_is_refused(api: Api, city: World) -> None:
    query = '{ divisions(filter: { code: { eq: "510124" } }) { nodes { id } } }'
    old = (await api.data(query))["divisions"]["nodes"][0]["id"]
    assert said(await api.write("createSchool", ONE, **new(city, "2151600002", division=old))) == [
        ("CLOSED", "division")
    ]


async def test_a_teaching_point_names_its_host(api: Api, city: World) -> None:
    host = f"School:{city.schools['东城小学']}"
    point = new(city, "2151600003", type="218", host=host)
    made = await api.write("createSchool", "school { id host { name } }", **point)
    assert (made["errors"], made["school"]["host"]) == ([], {"name": "东城小学"})
    nested = new(city, "2151600004", type="218", host=made["school"]["id"])
    assert said(await api.write("createSchool", ONE, **nested)) == [("INVALID", "host")]


async def test_a_village_elsewhere_and_a_name_that_is_taken_are_asked_about(api: Api, city: World) -> None:
    odd = new(city, "2151600005", name="东城小学", villageCode="510105001001")
    made = await api.write("createSchool", "school { id } warnings { code path }", **odd)
    assert made["errors"] == []
    assert made["school"] is not None
    assert sorted((w["code"], w["path"][0]) for w in made["warnings"]) == [
        ("DUPLICATE", "name"),
        ("MISMATCH", "villageCode"),
    ]


async def test_a_renamed_school_keeps_its_code_and_its_name_of_old(api: Api, city: World) -> None:
    made = await api.write("createSchool", ONE, **new(city, "2151610001", name="老名小学"))
    one = made["school"]["id"]
    renamed = await api.write(
        "renameSchool", ONE, id=one, name="新名小学", effectiveOn="2026-09-01", document="锦教〔2026〕1号"
    )
    assert renamed["errors"] == []
    assert (renamed["school"]["code"], renamed["school"]["name"]) == ("2151610001", "新名小学")
    kept = {"name": "老名小学", "heldFrom": "1990-09-01", "heldUntil": "2026-09-01"}
    assert renamed["school"]["formerNames"]["nodes"] == [kept]
    query = (
        "query($name: String!) { schools(filter: { formerNames: { some: { name: { eq: $name } } } }) { nodes { id } } }"
    )
    assert (await api.data(query, name="老名小学"))["schools"]["nodes"] == [{"id": one}]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"effectiveOn": "1990-09-01"}, [("OUT_OF_RANGE", "effectiveOn")]),
        ({"effectiveOn": "2026-10-13"}, [("OUT_OF_RANGE", "effectiveOn")]),
        ({"name": "不改名小学"}, [("INVALID", "name")]),
        ({"name": " "}, [("REQUIRED", "name")]),
    ],
)
async def test_a_renaming_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    code = f"215161{crc32(str(given).encode()) % 10**4:04d}"
    made = await api.write("createSchool", ONE, **new(city, code, name="不改名小学"))
    asked = {"name": "改名小学", "effectiveOn": "2026-09-01", **given}
    assert said(await api.write("renameSchool", ONE, id=made["school"]["id"], **asked)) == faults


async def test_a_code_that_was_left_leads_to_its_school_and_to_no_other(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    made = await api.write("createSchool", ONE, **new(city, "2151620001"))
    one = made["school"]["id"]
    change = {"id": one, "code": "3151620001", "type": "312", "effectiveOn": "2026-09-01"}
    changed = await api.write("changeSchoolCode", ONE, **change)
    assert changed["errors"] == []
    kept = {"code": "2151620001", "heldFrom": "1990-09-01", "heldUntil": "2026-09-01"}
    assert changed["school"]["formerCodes"]["nodes"] == [kept]

    primary = {"id": one, "code": "2151620008", "effectiveOn": "2026-09-02"}
    assert said(await api.write("changeSchoolCode", ONE, **primary)) == [("MISMATCH", "code")], "of another category"

    other = new(city, "2151620001", name="后来小学")
    assert said(await api.write("createSchool", ONE, **other)) == [("DUPLICATE", "code")]
    second = await api.write("createSchool", ONE, **new(city, "2151620002"))
    taking = {"id": second["school"]["id"], "code": "2151620001", "effectiveOn": "2026-09-02"}
    assert said(await api.write("changeSchoolCode", ONE, **taking)) == [("DUPLICATE", "code")]

    report, told = await imported(services, school, tmp_path / "s.csv", "code,phone", "2151620001,028-86610000")
    assert (report.fates, told) == ({"updated": 1}, [])
    now = (await api.data("query($id: ID!) { school(id: $id) { code phone } }", id=one))["school"]
    assert now == {"code": "3151620001", "phone": "028-86610000"}

    back = await api.write("changeSchoolCode", ONE, id=one, code="2151620001", type="211", effectiveOn="2026-10-01")
    assert back["errors"] == [], "a school that is opened again gets its own code"
    assert [n["code"] for n in back["school"]["formerCodes"]["nodes"]] == ["3151620001"]


async def test_other_records_name_a_school_by_the_code_that_it_had(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    """Files of other systems name schools as they were called when they were made."""
    lines = ("school,schoolYear,stage,places", "2151099001,2026-2027,P,950")
    report, told = await imported(services, school_stage, tmp_path / "stages.csv", *lines)
    assert (report.fates, told) == ({"updated": 1}, [])


async def test_a_code_is_left_only_by_its_verb(api: Api, city: World) -> None:
    made = await api.write("createSchool", ONE, **new(city, "2151630001"))
    one = made["school"]["id"]
    assert said(await api.write("updateSchool", ONE, id=one, code="2151630009")) == [("INVALID", "code")]
    assert said(await api.write("updateSchool", ONE, id=one, type="311")) == [("MISMATCH", "code")]
    assert said(await api.write("updateSchool", ONE, id=one, type="221")) == [("MISMATCH", "code")]


async def test_only_city_and_county_rename(api: Api, city: World) -> None:
    target = city.schools["东城中学"]
    for actor in (DIRECTOR, of_school(target), of_county(city.west)):
        asked = {"id": f"School:{target}", "name": "改名中学", "effectiveOn": "2026-09-01"}
        payload = await api.as_(actor).write("renameSchool", "school { id }", **asked)
        assert {error["code"] for error in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
        assert payload["errors"]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"isMain": True}, [("DUPLICATE", "isMain")]),
        ({"longitude": "180.000001", "latitude": "0"}, [("OUT_OF_RANGE", "longitude")]),
        ({"longitude": "104", "latitude": "-90.1"}, [("OUT_OF_RANGE", "latitude")]),
        ({"longitude": "104"}, [("REQUIRED", "latitude")]),
        ({"longitude": "104.1234567", "latitude": "30"}, [("INVALID", "longitude")]),
        ({"name": "本部"}, [("DUPLICATE", "school")]),
    ],
)
async def test_a_campus_is_refused(api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    asked = {"school": f"School:{city.schools['东城小学']}", "name": "分校区", "isMain": False, **given}
    assert said(await api.write("createCampus", "campus { id }", **asked)) == faults


async def test_a_stage_that_the_type_has_not_is_refused(api: Api, city: World) -> None:
    asked = {
        "school": f"School:{city.schools['东城小学']}",
        "schoolYear": f"SchoolYear:{city.school_year}",
        "stage": "J",
        "places": 100,
    }
    assert said(await api.write("createSchoolStage", "schoolStage { id }", **asked)) == [("NOT_OFFERED", "stage")]
    assert said(await api.write("createSchoolStage", "schoolStage { id }", **{**asked, "stage": "P"})) == [
        ("DUPLICATE", "school")
    ]
