"""The unit for which somebody works: of several at which they hold grants, one at a time, over HTTP and sockets."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bureau.access.account import Account
from bureau.access.delegation import Delegation
from bureau.access.grant import GrantedUnit, RoleGrant
from bureau.access.passwords import hash_password
from bureau.access.recognition import REMEMBERED_SECONDS
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support.live import PASSWORD, Live
from tests.support.signing_in import client, fetch, sign_in
from tests.support.sockets import socket, token
from tests.support.world import STUDENTS

PUPILS = "{ students(first: 50) { nodes { person { name } } } }"
OWN = "{ viewer { username grants { role } } notices { totalCount } }"
SUMMARY = "{ studentsSummary(by: [GRADE]) { totalCount } }"
EAST, WEST, LISTED, DELEGATED = "东城小学", "西城小学", "西城幼儿园", "成都市实验中学"
UNITS = (EAST, WEST, LISTED, DELEGATED)


async def _populate(live: Live) -> None:
    """Somebody with grants at two schools, at one that is listed and at one that was delegated; and a colleague."""
    hashed, schools = hash_password(PASSWORD), live.city.schools

    async def populate(tx: Transaction) -> None:
        async def make(record: Any, **values: Any) -> Any:
            return await store.create(tx, store.kind_of(record), values)

        async def account(username: str) -> Any:
            said = {"username": username, "display_name": username, "password": hashed, "is_demo": False}
            return await make(Account, **said)

        several, colleague = await account("several"), await account("colleague")
        held: dict[str, Any] = {"account": several.id, "role": "registrar", "start": "2020-01-01"}
        for name in (EAST, WEST):
            await make(RoleGrant, **held, unit=schools[name])
        listing = await make(RoleGrant, **held, unit=live.city.bureau, is_listed=True)
        await make(GrantedUnit, grant=listing.id, unit=schools[LISTED])
        source = {"account": colleague.id, "role": "principal", "unit": schools[DELEGATED], "start": "2020-01-01"}
        await make(RoleGrant, **source)
        today = tx.clock.today()
        until = today + timedelta(days=7)
        await make(Delegation, **source | {"start": today}, delegate=several.id, until=until, basis="病假")

    async with opened(live.settings) as services:
        store = services.store
        await store.database.transaction(populate)


@pytest.fixture(scope="module")
def several(live: Live) -> Iterator[httpx.Client]:
    asyncio.run(_populate(live))
    with client(live.url) as found:
        assert sign_in(found, "several")["errors"] == []
        yield found


def unit(live: Live, name: str) -> str:
    return f"School:{live.city.schools[name]}"


def pupils_of(*names: str) -> set[str]:
    return {pupil for pupil, (school, *_) in STUDENTS.items() if school in names}


def seen(reply: Any) -> set[str]:
    return {node["person"]["name"] for node in reply["data"]["students"]["nodes"]}


def send(asking: httpx.Client, query: str, named: str | None = None, **headers: str) -> Any:
    said = headers if named is None else {"x-unit": named, **headers}
    return asking.post("/graphql", json={"query": query}, headers=said).json()


def test_without_a_unit_one_works_for_all_of_them(several: httpx.Client) -> None:
    assert seen(send(several, PUPILS)) == pupils_of(*UNITS)


@pytest.mark.parametrize("name", UNITS)
def test_at_each_unit_its_own_pupils_are_seen_and_no_others(live: Live, several: httpx.Client, name: str) -> None:
    assert pupils_of(name)
    assert seen(send(several, PUPILS, unit(live, name))) == pupils_of(name)
    counted = send(several, SUMMARY, unit(live, name))["data"]["studentsSummary"]["totalCount"]
    assert counted == len(pupils_of(name))
    got = several.get("/graphql", params={"query": PUPILS}, headers={"x-unit": unit(live, name)})
    assert seen(got.json()) == pupils_of(name)


def test_what_lies_at_another_unit_is_neither_seen_nor_changed(live: Live, several: httpx.Client) -> None:
    pupil = f"Student:{live.city.students['曾晓明']}"
    look = f'{{ student(id: "{pupil}") {{ id }} }}'
    touch = f'mutation {{ updateStudent(input: {{id: "{pupil}", boarding: "1"}}) {{ errors {{ code }} }} }}'
    assert send(several, look, unit(live, WEST))["data"] == {"student": None}
    assert send(several, touch, unit(live, WEST))["data"]["updateStudent"]["errors"] == [{"code": "NOT_FOUND"}]
    assert send(several, look, unit(live, EAST))["data"] == {"student": {"id": pupil}}
    assert send(several, touch, unit(live, EAST))["data"]["updateStudent"]["errors"] == []


def test_who_one_is_and_what_is_ones_own_stays(live: Live, several: httpx.Client) -> None:
    everywhere, here = send(several, OWN)["data"], send(several, OWN, unit(live, WEST))["data"]
    assert here["viewer"]["username"] == "several"
    assert here["notices"] == everywhere["notices"]
    roles = [sorted(grant["role"] for grant in seen["viewer"]["grants"]) for seen in (here, everywhere)]
    assert roles == [["principal", "registrar", "registrar", "registrar"]] * 2


def test_the_trails_say_whose_account_it_was(live: Live, several: httpx.Client) -> None:
    pupil = f"Student:{live.city.students['单雄信']}"
    touch = f'mutation {{ updateStudent(input: {{id: "{pupil}", boarding: "1"}}) {{ errors {{ code }} }} }}'
    assert send(several, touch, unit(live, WEST))["data"]["updateStudent"]["errors"] == []
    sql = "SELECT actor FROM journal WHERE kind = 'student' AND record_id = $1 ORDER BY position DESC LIMIT 1"
    rows = asyncio.run(fetch(live.settings, sql, live.city.students["单雄信"]))
    assert [tuple(row) for row in rows] == [("several",)]


@pytest.mark.parametrize("named", ["School:{north}", "School:999999", "Student:{east}", "{east}", "School:", "x", "中"])
def test_a_unit_at_which_they_hold_nothing_is_refused(live: Live, several: httpx.Client, named: str) -> None:
    named = named.format(north=live.city.schools["东城中学"], east=live.city.schools[EAST])
    for language, word in (("en", "another"), ("zh", "工作单位")):
        headers = {"x-unit": named.encode(), "accept-language": language.encode()}
        reply = several.post("/graphql", json={"query": PUPILS}, headers=headers)
        (error,) = reply.json()["errors"]
        assert (reply.status_code, error["extensions"]["code"]) == (403, "UNIT_NOT_HELD")
        assert word in error["message"]


def test_stored_queries_and_files_are_of_the_unit_too(live: Live, several: httpx.Client) -> None:
    tables = {
        name: several.get("/q/students-by-grade.json", headers={"x-unit": unit(live, name)}).json()["data"]
        for name in (EAST, WEST)
    }
    assert tables[EAST] != tables[WEST]
    for path in ("/q/students-by-grade.json", "/files/1"):
        refused = several.get(path, headers={"x-unit": "School:999999"})
        assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (403, "UNIT_NOT_HELD")


def test_nobody_and_who_signs_in_are_not_asked_for_one(live: Live) -> None:
    with client(live.url) as asking:
        assert send(asking, "{ viewer { username } }", "School:999999")["data"] == {"viewer": None}
        asking.headers["x-unit"] = "School:999999"
        assert sign_in(asking, "several")["errors"] == []


# Sockets ------------------------------------------------------------------------------------------------------------


async def _begun(mine: Any, secret: str, named: Any) -> None:
    await mine.send(type="connection_init", payload={"authorization": f"Bearer {secret}", "unit": named})


@pytest.mark.usefixtures("several")
async def test_a_socket_is_of_one_unit(live: Live) -> None:
    secret = await asyncio.to_thread(token, live.url, "several")
    for name in UNITS:
        async with socket(live.url) as mine:
            await _begun(mine, secret, unit(live, name))
            assert await mine.receive() == {"type": "connection_ack"}
            assert {n["person"]["name"] for n in (await mine.ask(PUPILS))["data"]["students"]["nodes"]} == pupils_of(
                name
            )


@pytest.mark.usefixtures("several")
async def test_a_subscription_hears_of_its_unit_alone(live: Live, several: httpx.Client) -> None:
    secret = await asyncio.to_thread(token, live.url, "several")
    touched = [f"Student:{live.city.students[name]}" for name in ("曾晓明", "单雄信")]
    async with socket(live.url) as mine:
        await _begun(mine, secret, unit(live, WEST))
        await mine.receive()
        await mine.subscribe("subscription { studentChanged { id } }")
        for pupil in touched:
            change = f'mutation {{ updateStudent(input: {{id: "{pupil}", boarding: "2"}}) {{ errors {{ code }} }} }}'
            reply = await asyncio.to_thread(send, several, change)
            assert reply["data"]["updateStudent"]["errors"] == []
        assert (await mine.next())["studentChanged"]["id"] == touched[1]


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("named", "code", "reason"),
    [("School:999999", 4403, "You hold nothing at the unit that you want to work for (X-Unit); choose another."),
     ("", 4403, "You hold nothing at the unit that you want to work for (X-Unit); choose another."),
     (7, 4400, "unit is a string")],
)  # fmt: skip
async def test_a_socket_for_no_unit_of_theirs_is_closed(live: Live, named: Any, code: int, reason: str) -> None:
    secret = await asyncio.to_thread(token, live.url, "several")
    async with socket(live.url) as mine:
        await _begun(mine, secret, named)
        assert await mine.closed() == (code, reason)


@pytest.mark.usefixtures("several")
async def test_a_socket_speaks_the_language_it_is_begun_in(live: Live) -> None:
    secret = await asyncio.to_thread(token, live.url, "several")
    async with socket(live.url) as mine:
        given = {"authorization": f"Bearer {secret}", "unit": "School:999999", "Accept-Language": "zh-CN"}
        await mine.send(type="connection_init", payload=given)
        assert await mine.closed() == (4403, "您在所选工作单位（X-Unit）没有授权，请重新选择。")


@pytest.mark.usefixtures("several")
async def test_a_socket_ends_with_the_grant_at_its_unit(live: Live) -> None:
    secret = await asyncio.to_thread(token, live.url, "several")
    async with socket(live.url) as mine:
        await _begun(mine, secret, unit(live, LISTED))
        await mine.receive()
        await _end_listing(live.settings)
        await asyncio.sleep(REMEMBERED_SECONDS + 1)
        await mine.send(type="subscribe", id="1", payload={"query": PUPILS})
        assert await mine.closed() == (4403, "What you may see has changed; connect again")


async def _end_listing(settings: Settings) -> None:
    await fetch(settings, "UPDATE granted_unit SET void_reason = 'x' WHERE void_reason IS NULL RETURNING id")
