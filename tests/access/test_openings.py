"""Directors: they see how units do and no person, until they have said what for; and then for some minutes."""

from datetime import timedelta
from typing import Any

import pytest

from bureau.access.actors import actor_of
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from tests.identity.test_sealed_values import said
from tests.support import world
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.world import World

PERSONS = """query($id: ID!) { students { totalCount } teachers { totalCount } enrolments { totalCount }
    guardianships { totalCount } foreignTeachers { totalCount } aidAwards { totalCount } putonghuaStandings { totalCount }
    studentsSummary(by: [GRADE]) { totalCount } node(id: $id) { id } search(text: "王芳") { __typename }
    schools { nodes { students { totalCount } } } }"""
OPEN = {"purpose": "1", "reason": "信访核查"}


class Directing:
    """A director's account, as it is seen at each request."""

    def __init__(self, api: Api, number: int) -> None:
        self._api, self._number = api, number

    async def now(self) -> Api:
        actor = await actor_of(self._api.services.store.database, self._number)
        assert actor is not None
        return self._api.as_(actor)

    async def sees(self, city: World) -> dict[str, Any]:
        """What of persons they see anything of."""
        data = await (await self.now()).data(PERSONS, id=f"Student:{city.students['王芳']}")
        nested = [school["students"]["totalCount"] for school in data.pop("schools")["nodes"]]
        counts = {
            name: found["totalCount"]
            for name, found in data.items()
            if isinstance(found, dict) and "totalCount" in found
        }
        return {"nested": sum(nested), "node": data["node"], "search": data["search"], **counts}


@pytest.fixture
async def director(nobody: Api, services: Services, city: World, request: pytest.FixtureRequest) -> Directing:
    name = request.node.name.replace("_", "-")[:50]
    made = await account(services, name, city.east, Level.COUNTY, "director")
    return Directing(nobody, made.account or 0)


async def test_a_director_sees_units_and_no_person(city: World, director: Directing) -> None:
    assert not any((await director.sees(city)).values())
    api = await director.now()
    found = await api.data("{ schools { totalCount } appropriations { totalCount } schoolClasses { totalCount } }")
    assert all(list_["totalCount"] for list_ in found.values())
    sifted = await api.ask('{ schools(filter: {students: {some: {grade: {eq: "P1"}}}}) { totalCount } }')
    assert sifted.codes == ["FORBIDDEN"] or sifted.data["schools"]["totalCount"] == 0


async def test_they_open_persons_for_a_purpose_and_for_a_while(
    city: World, director: Directing, clock: FixedClock
) -> None:
    opened = await (await director.now()).write("openPersons", "personOpening { id until }", **OPEN)
    assert said(opened) == []
    seen = await director.sees(city)
    assert seen["students"] == seen["nested"] == seen["studentsSummary"] > 0
    assert seen["node"] == {"id": f"Student:{city.students['王芳']}"}
    assert said(await (await director.now()).write("openPersons", **OPEN)) == [("DUPLICATE", "")]
    beyond = "query($id: ID!) { node(id: $id) { id } }"
    west = await (await director.now()).data(beyond, id=f"Student:{city.students['张丽']}")
    assert west["node"] is None, "where they direct, and nowhere else"
    try:
        clock.moment = world.NOW + timedelta(minutes=61)
        assert not any((await director.sees(city)).values()), "it is over"
        assert said(await (await director.now()).write("openPersons", **OPEN)) == []
    finally:
        clock.moment = world.NOW


async def test_they_close_what_they_opened(city: World, director: Directing) -> None:
    opened = await (await director.now()).write("openPersons", "personOpening { id }", **OPEN)
    identity = opened["personOpening"]["id"]
    assert said(await (await director.now()).write("closePersons", id=identity)) == []
    assert not any((await director.sees(city)).values())
    assert said(await (await director.now()).write("closePersons", id=identity)) == [("ENDED", "id")]


async def test_a_purpose_is_needed_and_others_see_what_was_opened(
    nobody: Api, services: Services, city: World, director: Directing
) -> None:
    api = await director.now()
    assert said(await api.write("openPersons", purpose="?", reason="x")) == [("UNKNOWN_CODE", "purpose")]
    assert said(await api.write("openPersons", purpose="1", reason=" ")) == [("REQUIRED", "reason")]
    opened = await api.write("openPersons", "personOpening { id }", **OPEN)
    auditor = nobody.as_(await account(services, "openings.auditor", city.bureau, Level.CITY, "audit_admin"))
    one = "query($id: ID!) { personOpening(id: $id) { reason purpose { code } account { username } } }"
    told = (await auditor.data(one, id=opened["personOpening"]["id"]))["personOpening"]
    assert (told["reason"], told["purpose"]) == ("信访核查", {"code": "1"})
    clerk = nobody.as_(await account(services, "openings.clerk", city.east, Level.COUNTY, "registrar"))
    assert said(await clerk.write("openPersons", **OPEN)) == [("FORBIDDEN", "")]
    assert (await clerk.data(one, id=opened["personOpening"]["id"]))["personOpening"] is None


async def test_nobody_is_granted_what_an_opening_gives(nobody: Api, services: Services, city: World) -> None:
    keeper = nobody.as_(await account(services, "openings.keeper", city.bureau, Level.CITY, "security_admin"))
    someone = await account(services, "openings.someone", city.east, Level.COUNTY)
    grant = {"account": f"Account:{someone.account}", "unit": f"Office:{city.east}", "basis": "x"}
    refused = await keeper.write("grantRole", role="director_opened", **grant)
    assert said(refused) == [("NOT_FOUND", "role")]
    role = {
        "englishName": "x",
        "chineseName": "x",
        "valid": {"from": "2026-01-01"},
        "basis": "x",
        "secondFactor": False,
    }
    levels = {"atCity": True, "atCounty": True, "atUnit": True, "isSeparated": False}
    assert said(await keeper.write("createRole", code="director_opened", **role, **levels)) == [("INVALID", "code")]
