"""Private schools enrol inside the area of whoever approved them; senior ones mainly inside its city."""

from itertools import count
from typing import Any

import pytest

from bureau.graph.context import Services
from tests.areas.private.support import People, licensed, officers
from tests.machinery.inspections.support import private_school
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

NAMES = count(1)
WEST, EAST, FAR = "510105", "510104", "110101"


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    found = await officers(api, services, city)
    await licensed(found)
    return found


async def division(people: People, code: str) -> str:
    query = "query($code: String!) { divisions(filter: { code: { eq: $code } }) { nodes { id } } }"
    return str((await people.api.data(query, code=code))["divisions"]["nodes"][0]["id"])


async def enters(people: People, school: str = "", grade: str = "P1", **homes: str) -> Any:
    """What becomes of a pupil who would enter a school, at home in the divisions with these codes."""
    born = {"P1": "2019-03-03", "J1": "2013-03-03", "S1": "2010-03-03"}[grade]
    at = {name: await division(people, code) for name, code in homes.items()}
    who = {"name": f"蒋{'一二三四五六七八九十'[next(NAMES) % 10]}", "sex": "1", "birthDate": born, "grade": grade}
    selection = "student { person { household { code } } } warnings { code path message }"
    place = {"school": school or people.school, "enteredOn": "2026-10-12"}
    return await people.api.write("registerStudent", selection, **who, **place, **at)


async def test_compulsory_grades_are_for_the_area_of_the_approving_office(people: People) -> None:
    inside = await enters(people, household=WEST)
    assert said(inside) == []
    assert inside["student"]["person"]["household"]["code"] == WEST
    assert said(await enters(people)) == [], "nothing is known of their home"
    for code in (EAST, FAR):
        refused = await enters(people, household=code)
        assert said(refused) == [("OUTSIDE_AREA", "school")], code
    assert "青羊区教育局" in refused["errors"][0]["message"]


async def test_who_lives_in_the_area_by_a_permit_is_taken(people: People) -> None:
    assert said(await enters(people, household=FAR, residence=WEST)) == []
    assert said(await enters(people, household=FAR, residence=EAST)) == [("OUTSIDE_AREA", "school")]


async def test_a_division_of_old_counts_as_what_it_is_now(people: People) -> None:
    jinniu = await division(people, "510106")
    named = {
        "code": "JN",
        "name": "金牛区教育局",
        "category": "COUNTY_BUREAU",
        "superior": f"Office:{people.city.bureau}",
    }
    made = await people.api.write("createOffice", "office { id }", **named, division=jinniu)
    assert said(made) == [], made
    office = made["office"]["id"]
    where = {"superior": office, "division": jinniu, "organiser": "999", "operation": {"from": "2015-09-01"}}
    school = await people.api.write(
        "createSchool", "school { id }", code="2151004002", name="金牛民办小学", type="211", **where
    )
    assert said(school) == [], school
    own = {"school": school["school"]["id"], "office": office, "office_name": "金牛区教育局"}
    await licensed(people, "教民510106000004002号", **own)
    assert said(await enters(people, own["school"], household="510111")) == [], "it was called 510111 until 1990"
    assert said(await enters(people, own["school"], household=WEST)) == [("OUTSIDE_AREA", "school")]


async def test_public_schools_are_not_asked(people: People) -> None:
    public = f"School:{people.city.schools['西城小学']}"
    assert said(await enters(people, public, household=FAR)) == []


async def test_senior_schools_enrol_mainly_in_the_city(people: People) -> None:
    school = await private_school(people.api, people.city, "西城民办十二年校", "2151004001")
    changed = await people.api.write(
        "changeSchoolCode", id=school, code="3451004001", type="345", effectiveOn="2026-10-09"
    )
    assert said(changed) == []
    await licensed(people, "教民510105000004001号", school=school, type="345")
    near = await enters(people, school, "S1", household=EAST)
    assert (said(near), near["warnings"]) == ([], [])
    far = await enters(people, school, "S1", household=FAR)
    assert said(far) == []
    assert [(one["code"], one["path"]) for one in far["warnings"]] == [("OUTSIDE_AREA", ["school"])]
    assert said(await enters(people, school, "J1", household=EAST)) == [("OUTSIDE_AREA", "school")]
