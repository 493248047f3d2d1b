"""Roles as data: what is granted, where and until when; what roles of the bureau's own may do; what is kept apart."""

from typing import Any

import pytest

from bureau.access.actors import actor_of
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.people import of_city
from tests.support.world import World

GRANT = "roleGrant { id role isListed unit { name } start until } "
PUPILS = "{ students(first: 100) { nodes { person { name } } } schools(first: 100) { nodes { name } } }"


async def numbered(services: Services, username: str) -> int:
    rows = await services.store.database.readers.fetch("SELECT id FROM account WHERE username = $1", [username])
    return int(rows[0][0])


async def somebody(services: Services, username: str) -> int:
    """A fresh account that holds nothing."""
    return (await account(services, username, 0, Level.CITY)).account or 0


async def as_account(api: Api, number: int) -> Api:
    """The API as an account sees it, by what the database says of its rights."""
    actor = await actor_of(api.services.store.database, number)
    assert actor is not None
    return api.as_(actor)


async def seen(api: Api, number: int) -> tuple[set[str], set[str]]:
    """The pupils and the schools that an account sees."""
    data = await (await as_account(api, number)).data(PUPILS)
    pupils = {node["person"]["name"] for node in data["students"]["nodes"]}
    return pupils, {node["name"] for node in data["schools"]["nodes"]}


async def granted(keeper: Api, number: int, role: str, unit: str, **more: Any) -> Any:
    given = {"account": f"Account:{number}", "role": role, "unit": unit, "basis": "任命", **more}
    return await keeper.write("grantRole", GRANT, **given)


@pytest.fixture(scope="module")
def keeper(nobody: Api, city: World) -> Api:
    """The security administrator of the city."""
    return nobody.as_(Actor(987_654_321, "keeper", of_city("security_admin", unit=city.bureau).grants))


async def test_a_granted_role_reaches_its_unit_and_all_below_until_it_ends(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    number = await somebody(services, "subtree")
    assert await seen(nobody, number) == (set(), set())
    payload = await granted(keeper, number, "registrar", f"Office:{city.west}", until="2026-10-13")
    assert payload["errors"] == []
    pupils, schools = await seen(nobody, number)
    assert (pupils, schools) == ({"单雄信", "张丽", "钱多多"}, {"西城小学", "西城幼儿园"})
    ended = await keeper.write("endGrant", GRANT, id=payload["roleGrant"]["id"], reason="调离")
    assert ended["errors"] == []
    assert await seen(nobody, number) == (set(), set())


@pytest.mark.parametrize(
    ("days", "is_held"),
    [
        ({"start": "2026-10-12"}, True),
        ({"start": "2026-10-13"}, False),
        ({"start": "2026-01-01", "until": "2026-10-13"}, True),
        ({"start": "2026-01-01", "until": "2026-10-12"}, False),
    ],
)
async def test_a_grant_holds_from_its_first_day_until_its_last(
    services: Services, city: World, keeper: Api, nobody: Api, days: dict[str, str], is_held: bool
) -> None:
    number = await somebody(services, "-".join(days.values()))
    assert (await granted(keeper, number, "registrar", f"Office:{city.bureau}", **days))["errors"] == []
    assert bool((await seen(nobody, number))[0]) is is_held


async def test_a_grant_of_listed_units_reaches_those_and_nothing_else(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    number = await somebody(services, "listed")
    made = await granted(keeper, number, "principal", f"Office:{city.bureau}", isListed=True)
    assert made["errors"] == []
    assert await seen(nobody, number) == (set(), set()), "nothing is listed yet"
    for unit in (f"School:{city.schools['东城小学']}", f"Office:{city.west}"):
        listed = await keeper.write("listGrantedUnit", "grantedUnit { id }", grant=made["roleGrant"]["id"], unit=unit)
        assert listed["errors"] == []
    pupils, schools = await seen(nobody, number)
    assert pupils == {"曾晓明", "王芳", "李伟"}, "of the county's bureau nothing below it"
    assert schools == {"东城小学"}
    gone = await keeper.write("voidGrantedUnit", id=listed["grantedUnit"]["id"], reason="不再督导")
    assert gone["errors"] == []
    whole = await granted(keeper, number, "principal", f"School:{city.schools['西城小学']}")
    refused = await keeper.write(
        "listGrantedUnit", "grantedUnit { id }", grant=whole["roleGrant"]["id"], unit=f"Office:{city.west}"
    )
    assert [(e["code"], e["path"]) for e in refused["errors"]] == [("INVALID", ["grant"])]


@pytest.mark.parametrize(
    ("role", "unit", "told"),
    [
        ("principal", "bureau", ("INVALID", ["unit"])),
        ("director", "school", ("INVALID", ["unit"])),
        ("audit_admin", "west", ("INVALID", ["unit"])),
        ("no_such_role", "bureau", ("NOT_FOUND", ["role"])),
    ],
)
async def test_a_role_is_granted_where_it_can_be_held(
    services: Services, city: World, keeper: Api, role: str, unit: str, told: tuple[str, list[str]]
) -> None:
    units = {
        "bureau": f"Office:{city.bureau}",
        "west": f"Office:{city.west}",
        "school": f"School:{city.schools['东城小学']}",
    }
    payload = await granted(keeper, await somebody(services, f"misplaced-{role}"), role, units[unit])
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [told]


async def test_separated_administrations_are_held_with_no_other_role(
    services: Services, city: World, keeper: Api
) -> None:
    number, unit = await somebody(services, "one-of-three"), f"Office:{city.bureau}"
    assert (await granted(keeper, number, "audit_admin", unit, until="2026-12-01"))["errors"] == []
    for role in ("registrar", "system_admin", "security_admin"):
        payload = await granted(keeper.in_("zh"), number, role, unit)
        assert [(e["code"], e["path"]) for e in payload["errors"]] == [("KEPT_APART", ["role"])]
        assert "岗位须分离" in payload["errors"][0]["message"]
    later = await granted(keeper, number, "registrar", unit, start="2026-12-01")
    assert later["errors"] == [], "one after the other"


async def test_who_reviews_aid_does_not_pay_it_in_the_same_place(services: Services, city: World, keeper: Api) -> None:
    number = await somebody(services, "aid-and-funds")
    assert (await granted(keeper, number, "aid", f"Office:{city.west}"))["errors"] == []
    inside = await granted(keeper, number, "funds", f"School:{city.schools['西城小学']}")
    assert [e["code"] for e in inside["errors"]] == ["KEPT_APART"]
    assert (await granted(keeper, number, "funds", f"Office:{city.east}"))["errors"] == []


async def test_nobody_gives_themselves_a_role_and_only_keepers_give_any(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    own = await granted(keeper, await somebody(services, "own"), "registrar", f"Office:{city.bureau}")
    assert own["errors"] == []
    number = await somebody(services, "of-a-county")
    grants = of_city("security_admin", unit=city.bureau).grants
    self_giving = nobody.as_(Actor(number, "of-a-county", grants))
    payload = await granted(self_giving, number, "registrar", f"Office:{city.bureau}")
    assert [e["code"] for e in payload["errors"]] == ["OWN_CASE"]
    for actor in (of_city("registrar", "identity", unit=city.bureau), of_city("system_admin", "audit_admin")):
        payload = await granted(nobody.as_(actor), number, "registrar", f"Office:{city.bureau}")
        assert payload["errors"][0]["code"] in ("FORBIDDEN", "NOT_FOUND")
        assert payload["roleGrant"] is None


LEAVE = {"role": "registrar", "until": "2026-11-01", "basis": "出差"}


async def test_a_role_is_delegated_until_a_day_and_ends_with_the_grant_it_comes_from(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    mine, other = await somebody(services, "on-leave"), await somebody(services, "deputy")
    grant = await granted(keeper, mine, "registrar", f"Office:{city.west}")
    asking = await as_account(nobody, mine)
    given = {**LEAVE, "unit": f"Office:{city.west}", "username": "deputy"}
    made = await asking.write("delegateRole", "delegation { id delegate { username } until }", **given)
    assert made["errors"] == []
    assert (await seen(nobody, other))[1] == {"西城小学", "西城幼儿园"}
    further = await (await as_account(nobody, other)).write("delegateRole", **{**given, "username": "on-leave"})
    assert [(e["code"], e["path"]) for e in further["errors"]] == [("NOT_FOUND", ["role"])], "it goes no further"
    assert (await keeper.write("endGrant", id=grant["roleGrant"]["id"], reason="调离"))["errors"] == []
    assert await seen(nobody, other) == (set(), set())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"unit": "east"}, ("NOT_FOUND", ["unit"])),
        ({"role": "personnel"}, ("NOT_FOUND", ["role"])),
        ({"until": "2027-06-01"}, ("OUT_OF_RANGE", ["until"])),
        ({"until": "2026-10-12"}, ("INVALID", ["until"])),
        ({"username": "nobody-there"}, ("NOT_FOUND", ["username"])),
        ({"username": "giver"}, ("OWN_CASE", [])),
    ],
)
async def test_what_is_not_ones_own_or_for_too_long_is_not_delegated(
    services: Services, city: World, keeper: Api, nobody: Api, change: dict[str, str], told: tuple[str, list[str]]
) -> None:
    rows = await services.store.database.readers.fetch("SELECT id FROM account WHERE username = 'giver'")
    if not rows:
        number = await somebody(services, "giver")
        await somebody(services, "taker")
        assert (await granted(keeper, number, "registrar", f"Office:{city.west}"))["errors"] == []
    asking = await as_account(nobody, await numbered(services, "giver"))
    units = {"west": f"Office:{city.west}", "east": f"School:{city.schools['东城小学']}"}
    given = {**LEAVE, "unit": "west", "username": "taker", **change}
    payload = await asking.write("delegateRole", **{**given, "unit": units[given["unit"]]})
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [told]


async def test_one_ends_ones_own_delegation_and_nobody_elses(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    mine, other = await somebody(services, "leaver"), await somebody(services, "stand-in")
    await granted(keeper, mine, "registrar", f"Office:{city.west}")
    asking = await as_account(nobody, mine)
    given = {**LEAVE, "unit": f"Office:{city.west}", "username": "stand-in"}
    made = await asking.write("delegateRole", "delegation { id }", **given)
    ending = {"id": made["delegation"]["id"], "reason": "提前返岗"}
    by_another = await (await as_account(nobody, other)).write("endDelegation", **ending)
    assert [e["code"] for e in by_another["errors"]] == ["NOT_FOUND"]
    assert (await asking.write("endDelegation", **ending))["errors"] == []
    assert await seen(nobody, other) == (set(), set())


async def test_a_role_of_the_bureaus_own_may_do_what_it_is_permitted_where_it_counts(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    number = await somebody(services, "doctor")
    assert (await granted(keeper, number, "school_doctor", f"School:{city.schools['东城小学']}"))["errors"] == []
    assert await seen(nobody, number) == ({"曾晓明", "王芳", "李伟"}, {"东城小学"})
    asking = await as_account(nobody, number)
    data = await asking.data("{ students(first: 9) { nodes { person { address } } } teachers { totalCount } }")
    assert {node["person"]["address"] for node in data["students"]["nodes"]} == {None}, (
        "a restricted field is not meant"
    )
    assert data["teachers"]["totalCount"] == 0
    always = {"atCity": False, "atCounty": False, "atUnit": True, "valid": {"from": "2026-01-01"}, "basis": "内部规定"}
    for target in ("Person.address", "Teacher.read", "Campus.create"):
        given = {"role": f"Role:{city.role}", "target": target, **always}
        assert (await keeper.write("createRolePermission", **given))["errors"] == []
    asking = await as_account(nobody, number)
    data = await asking.data("{ students(first: 9) { nodes { person { address } } } teachers { totalCount } }")
    assert "王芳住处" in {node["person"]["address"] for node in data["students"]["nodes"]}
    assert data["teachers"]["totalCount"] == 1
    for name, is_made in (("东城小学", True), ("西城小学", False)):
        made = await asking.write(
            "createCampus", "campus { name }", school=f"School:{city.schools[name]}", name="医务校区", isMain=False
        )
        assert (made["errors"] == []) is is_made
        assert is_made or [e["code"] for e in made["errors"]] == ["NOT_FOUND"]


@pytest.mark.parametrize(
    ("target", "field"),
    [
        ("Student.reed", "target"),
        ("Nothing.read", "target"),
        ("grantRole", "target"),
        ("RoleGrant.read", "target"),
        ("Student read", "target"),
    ],
)
async def test_what_there_is_not_is_not_permitted(city: World, keeper: Api, target: str, field: str) -> None:
    given = {"role": f"Role:{city.role}", "target": target, "atCity": False, "atCounty": False, "atUnit": True}
    payload = await keeper.write("createRolePermission", **given, valid={"from": "2026-01-01"}, basis="x")
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [("INVALID", [field])]


async def test_the_products_own_roles_are_given_nothing_more(city: World, keeper: Api) -> None:
    roles = await keeper.data(
        '{ roles(first: 50, filter: {code: {in: ["registrar", "audit_admin"]}}) { nodes { id } } }'
    )
    for node in roles["roles"]["nodes"]:
        given = {"role": node["id"], "target": "Teacher.read", "atCity": True, "atCounty": False, "atUnit": False}
        payload = await keeper.write("createRolePermission", **given, valid={"from": "2026-01-01"}, basis="x")
        assert ("INVALID", ["role"]) in [(e["code"], e["path"]) for e in payload["errors"]]


async def test_a_role_that_is_over_gives_nothing(services: Services, city: World, keeper: Api, nobody: Api) -> None:
    made = await keeper.write(
        "createRole",
        "role { id }",
        code="visiting_nurse",
        englishName="Visiting nurse",
        chineseName="巡诊护士",
        atCity=True,
        atCounty=True,
        atUnit=True,
        isSeparated=False,
        secondFactor=False,
        valid={"from": "2026-01-01"},
        basis="内部规定",
    )
    always = {"atCity": True, "atCounty": True, "atUnit": True, "valid": {"from": "2026-01-01"}, "basis": "内部规定"}
    await keeper.write("createRolePermission", role=made["role"]["id"], target="School.read", **always)
    number = await somebody(services, "nurse")
    await granted(keeper, number, "visiting_nurse", f"Office:{city.bureau}")
    assert len((await seen(nobody, number))[1]) == 5
    over = {"id": made["role"]["id"], "valid": {"from": "2026-01-01", "until": "2026-10-12"}}
    assert (await keeper.write("updateRole", **over))["errors"] == []
    assert await seen(nobody, number) == (set(), set())


async def test_the_names_of_roles_are_those_of_the_data(services: Services, city: World, nobody: Api) -> None:
    number = await numbered(services, "stranger")
    asking = (await as_account(nobody, number)).in_("zh")
    viewer = (await asking.data("{ viewer { grants { role roleName level unit { name } until } } }"))["viewer"]
    assert {(g["role"], g["roleName"], g["level"]) for g in viewer["grants"]} == {
        ("inspector", "督学", "UNIT"),
        ("registrar", "学籍管理员", "CITY"),
    }, "listed, and delegated"
    roles = (await asking.data("{ catalogue { roles { name label { zh } } } }"))["catalogue"]["roles"]
    assert {"name": "school_doctor", "label": {"zh": "校医"}} in roles
