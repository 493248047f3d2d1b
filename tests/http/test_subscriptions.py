"""Subscriptions over a real websocket: the protocol to the letter, and each hears of what they see and of nothing else."""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from bureau.access import recognition
from bureau.access.account import Account
from bureau.access.grant import RoleGrant
from bureau.graph.context import Services
from bureau.kernel.words import Words
from bureau.machinery.notices.notice import Message, send
from bureau.main import opened
from bureau.registry.student import Student
from bureau.storage.readers import PostgresReaders, SqliteReaders
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.live import Live, listening
from tests.support.sockets import PATIENCE, Person, Socket, socket, token

PUPILS = "subscription { studentChanged { verb id record { id grade { code } boarding { code } } } }"
VERBS = "subscription { studentChanged { verb id record { id } } }"


@pytest.fixture
async def person(live: Live) -> AsyncIterator[Any]:
    """Signs people in."""
    async with AsyncExitStack() as stack:

        async def enter(username: str, url: str = live.url) -> Person:
            found = Person(url, await asyncio.to_thread(token, url, username))
            stack.push_async_callback(found.close)
            return found

        yield enter


@pytest.fixture
async def another_process(live: Live) -> AsyncIterator[Services]:
    """The services of a process beside the server."""
    async with opened(live.settings) as services:
        yield services


def pupil(live: Live, name: str) -> str:
    return f"Student:{live.city.students[name]}"


NUMBERS = count()


async def touch(who: Person, identity: str) -> None:
    """Change a pupil in some way."""
    await who.write("updateStudent", id=identity, enteredOn=str(date(2026, 9, 1) + timedelta(days=next(NUMBERS))))


async def move(services: Services, live: Live, name: str, school: str) -> None:
    """Let a pupil change school."""
    store = services.store

    async def work(tx: Transaction) -> None:
        student = await Student.get(id=live.city.students[name])
        await store.change(tx, store.kind_of(Student), student, {"school": live.city.schools[school]}, verb="transfer")

    await store.database.transaction(work)


# The protocol -----------------------------------------------------------------------------------------------------


INIT = '{"type": "connection_init"}'


@pytest.mark.parametrize(
    ("messages", "code", "reason"),
    [
        (["{"], 4400, "The message is no JSON"),
        (["[]"], 4400, "A message is one JSON object"),
        (["null"], 4400, "A message is one JSON object"),
        ([b"{}"], 4400, "Messages are text"),
        (["{}"], 4400, "Unknown type of message"),
        (['{"type": 7}'], 4400, "Unknown type of message"),
        (['{"type": ["ping"]}'], 4400, "Unknown type of message"),
        (['{"type": "connection_ack"}'], 4400, "Unknown type of message"),
        (['{"type": "start", "id": "1"}'], 4400, "Unknown type of message"),
        (['{"type": "connection_init", "payload": []}'], 4400, "payload is an object"),
        (['{"type": "connection_init", "payload": {"authorization": 7}}'], 4400, "authorization is a string"),
        (['{"type": "ping", "payload": 1}'], 4400, "payload is an object"),
        (['{"type": "subscribe", "payload": {"query": "{ a }"}}'], 4400, "id is a string that is not empty"),
        (['{"type": "subscribe", "id": "", "payload": {"query": "{ a }"}}'], 4400, "id is a string that is not empty"),
        (['{"type": "subscribe", "id": 1, "payload": {"query": "{ a }"}}'], 4400, "id is a string that is not empty"),
        (['{"type": "subscribe", "id": "1"}'], 4400, "payload is an object"),
        (['{"type": "subscribe", "id": "1", "payload": {}}'], 4400, "query is a string"),
        (['{"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "variables": []}}'], 4400, "variables is an object"),
        (['{"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "operationName": 1}}'], 4400, "operationName is a string"),
        (['{"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "extensions": 1}}'], 4400, "extensions is an object"),
        (['{"type": "complete"}'], 4400, "id is a string that is not empty"),
        (["[" * 100_000], 4400, "The message is no JSON"),
        (['{"type": "subscribe", "id": "1", "payload": {"query": "{ __typename }"}}'], 4401, "Unauthorized"),
        ([INIT], 4403, "Forbidden"),
        (['{"type": "connection_init", "payload": {"authorization": "Bearer nonsense"}}'], 4403, "Forbidden"),
        (['{"type": "connection_init", "payload": {"authorization": "nonsense"}}'], 4403, "Forbidden"),
        (['{"type": "ping"}', " "], 4400, "The message is no JSON"),
        (['{"type": "complete", "id": "unknown"}', "x"], 4400, "The message is no JSON"),
    ],
)  # fmt: skip
async def test_what_is_no_message_closes_the_socket(
    live: Live, messages: list[str | bytes], code: int, reason: str
) -> None:
    async with socket(live.url) as mine:
        for message in messages:
            await mine.connection.send(message)
        assert await mine.closed() == (code, reason)


async def test_a_second_initialisation_closes_the_socket(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, county.secret) as mine:
        await mine.connection.send(INIT)
        assert await mine.closed() == (4429, "Too many initialisation requests")


async def test_an_id_in_use_closes_the_socket_and_one_that_is_free_again_does_not(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(VERBS, "学" * 60)
        await mine.send(type="complete", id="学" * 60)
        await mine.subscribe(VERBS, "学" * 60)
        await mine.send(type="subscribe", id="学" * 60, payload={"query": VERBS})
        assert await mine.closed() == (4409, f"Subscriber for {'学' * 36}")


async def test_a_message_that_is_too_large_closes_the_socket(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, county.secret) as mine:
        await mine.connection.send("x" * (live.settings.max_body_bytes + 1))
        assert (await mine.closed())[0] == 1009


async def test_pings_are_answered_before_and_after_initialisation(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url) as mine:
        await mine.send(type="ping", payload={"a": 1})
        assert await mine.receive() == {"type": "pong"}
        await mine.send(type="pong")
        await mine.begin(county.secret)
        await mine.send(type="ping")
        assert await mine.receive() == {"type": "pong"}


@pytest.mark.parametrize("offered", [None, ["graphql-ws"]])
async def test_another_subprotocol_is_not_acceptable(live: Live, offered: Any) -> None:
    async with socket(live.url, subprotocols=offered) as mine:
        assert await mine.closed() == (4406, "Subprotocol not acceptable")


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://127.0.0.1:1", "http://127.0.0.1"])
async def test_pages_of_other_sites_open_no_socket(live: Live, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with socket(live.url, origin=origin):
            pass
    assert refused.value.response.status_code == 403


async def test_our_own_pages_sign_in_by_cookie(live: Live, person: Any) -> None:
    county = await person("county")
    cookie = {"cookie": f"bureau_session={county.secret}"}
    async with socket(live.url, origin=live.url, additional_headers=cookie) as mine:
        await mine.begin()
        assert (await mine.ask("{ viewer { username } }"))["data"] == {"viewer": {"username": "county"}}


async def test_a_program_may_send_its_token_at_the_upgrade(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, additional_headers={"authorization": f"Bearer {county.secret}"}) as mine:
        await mine.begin()


async def test_the_client_graphql_ws_is_understood(live: Live, person: Any) -> None:
    county = await person("county")
    node = str(Path(sys.executable).with_name("node"))  # which `make setup` installs
    client = await asyncio.create_subprocess_exec(
        node, "subscribe.mjs", f"{live.url.replace('http', 'ws')}/graphql", county.secret, VERBS,
        cwd=Path(__file__).parents[1] / "audit", stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert client.stdout
    async with asyncio.timeout(PATIENCE):
        assert json.loads(await client.stdout.readline())["data"] == {"viewer": {"username": "county"}}
        await touch(county, pupil(live, "张丽"))
        event = json.loads(await client.stdout.readline())["data"]["studentChanged"]
        assert event["id"] == pupil(live, "张丽")
        assert await client.wait() == 0


# Other operations -------------------------------------------------------------------------------------------------


async def test_queries_are_served_and_mutations_are_not(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, county.secret) as mine:
        assert (await mine.ask("{ schools { totalCount } }"))["data"] == {"schools": {"totalCount": 2}}
        assert "Subscription" in json.dumps(await mine.ask("{ __schema { subscriptionType { name } } }"))
        (error,) = await mine.ask("mutation { signOut { errors { code } } }")
        assert error["extensions"]["code"] == "BAD_REQUEST"
        assert error["message"] == "Mutations are sent by POST."
        assert (await mine.ask("{ viewer { username } }"))["data"] == {"viewer": {"username": "county"}}


@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_by_http_a_subscription_is_told_where_to_go(live: Live, method: str) -> None:
    async with httpx.AsyncClient() as client:
        if method == "POST":
            reply = await client.post(f"{live.url}/graphql", json={"query": VERBS})
        else:
            reply = await client.get(f"{live.url}/graphql", params={"query": VERBS})
    (error,) = reply.json()["errors"]
    assert error["extensions"]["code"] == "BAD_REQUEST"
    assert "graphql-transport-ws" in error["message"]
    assert "data" not in reply.json()


BAD = [
    ("subscription { nothing }", {}, "GRAPHQL_INVALID"),
    ("subscription {", {}, "GRAPHQL_INVALID"),
    ("subscription { a: studentChanged { id } b: studentChanged { id } }", {}, "GRAPHQL_INVALID"),
    ("subscription { __typename }", {}, "GRAPHQL_INVALID"),
    ("subscription($yes: Boolean!) { studentChanged @skip(if: $yes) { id } }", {"yes": True}, "GRAPHQL_INVALID"),
    ("subscription($ids: [ID!]) { studentChanged(ids: $ids) { id } }", {"ids": 7.5}, "GRAPHQL_INVALID"),
    ("subscription($ids: [ID!]) { studentChanged(ids: $ids) { id } }", {"ids": [str(n) for n in range(101)]}, "ARGUMENT_INVALID"),
    ('subscription { studentChanged(filter: { number: { eq: "\\u0000" } }) { id } }', {}, "ARGUMENT_INVALID"),
    ("subscription { schoolChanged { record {" + " superior {" * 30 + " id" + " }" * 32 + " }", {}, "LIMIT_EXCEEDED"),
    ("subscription { unitChanged { record { subordinates(first: 1000) { nodes { subordinates(first: 1000) { nodes { subordinates(first: 1000) { nodes { id } } } } } } } } }", {}, "LIMIT_EXCEEDED"),
    ("subscription { studentChanged(filter: { person: { address: { eq: \"x\" } } }) { id } }", {}, "GRAPHQL_INVALID"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "variables", "code"), BAD)
async def test_a_subscription_that_cannot_be_is_refused_and_others_go_on(
    live: Live, person: Any, query: str, variables: dict[str, Any], code: str
) -> None:
    county = await person("county")
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(VERBS, "good")
        errors = await mine.ask(query, **variables)
        assert [error["extensions"]["code"] for error in errors][:1] == [code], errors
        await touch(county, pupil(live, "张丽"))
        assert (await mine.next("good"))["studentChanged"]["id"] == pupil(live, "张丽")
        await touch(county, pupil(live, "张丽"))


# What is heard ----------------------------------------------------------------------------------------------------


async def test_each_county_hears_of_its_own_pupils_alone_and_the_city_of_all(live: Live, person: Any) -> None:
    names = {"county": "西城幼儿园", "east": "东城小学"}
    people = {name: await person(name) for name in ("registrar", *names)}
    ours = {"county": pupil(live, "单雄信"), "east": pupil(live, "李伟")}
    async with AsyncExitStack() as stack:
        heard = {name: await stack.enter_async_context(socket(live.url, who.secret)) for name, who in people.items()}
        for mine in heard.values():
            await mine.subscribe(PUPILS)
        for _ in range(3):
            for name, identity in ours.items():
                await touch(people[name], identity)
        for name, identity in ours.items():
            for _ in range(3):
                event = (await heard[name].next())["studentChanged"]
                assert (event["verb"], event["id"], event["record"]["id"]) == ("update", identity, identity)
        told = [(await heard["registrar"].next())["studentChanged"]["id"] for _ in range(6)]
        assert told == [ours["county"], ours["east"]] * 3


async def test_an_event_has_what_was_asked_for_under_its_own_names(live: Live, person: Any) -> None:
    county = await person("county")
    query = """subscription Pupils($id: ID!, $more: Boolean!) {
      change: studentChanged(ids: [$id]) {
        __typename at: position verb again: id
        record { ...Who person { name } boarding { label(lang: ZH) } school { students(first: 1) { totalCount } } }
        same: record { version @include(if: $more) __typename }
      }
    }
    fragment Who on Student { id }"""
    identity = pupil(live, "单雄信")
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(query, id=identity, more=False)
        await county.write("updateStudent", id=pupil(live, "张丽"), boarding="1")
        await county.write("updateStudent", id=identity, boarding="1")
        event = (await mine.next())["change"]
        position = event.pop("at")
        assert position.isdigit()
        assert list(event) == ["__typename", "verb", "again", "record", "same"]
        assert event["record"]["person"] == {"name": "单雄信"}
        assert event["record"]["id"] == identity
        assert event["record"]["school"] == {"students": {"totalCount": 2}}
        assert event["same"] == {"__typename": "Student"}
        await county.write("updateStudent", id=identity, boarding="2")
        later = (await mine.next())["change"]
        assert int(later["at"]) > int(position)


async def test_a_new_record_and_a_verb_of_its_own_are_heard(live: Live, person: Any) -> None:
    county, east = await person("county"), await person("east")
    async with socket(live.url, county.secret) as mine, socket(live.url, east.secret) as theirs:
        for each in (mine, theirs):
            await each.subscribe("subscription { studentChanged { verb record { person { name } } } }")
            await each.subscribe("subscription { enrolmentChanged { verb record { school { name } } } }", "2")
        school = f"School:{live.city.schools['西城小学']}"
        given = {"school": school, "name": "新来", "sex": "1", "birthDate": "2018-03-05", "grade": "P1"}
        await county.write("registerStudent", **given, enteredOn="2026-09-01")
        heard = {m["id"]: m["payload"]["data"] for m in [await mine.receive(), await mine.receive()]}
        assert heard["1"]["studentChanged"] == {"verb": "registerStudent", "record": {"person": {"name": "新来"}}}
        assert heard["2"]["enrolmentChanged"] == {"verb": "registerStudent", "record": {"school": {"name": "西城小学"}}}
        await touch(east, pupil(live, "李伟"))
        assert (await theirs.next())["studentChanged"]["record"]["person"]["name"] == "李伟"


async def test_a_pupil_who_moves_leaves_one_county_and_comes_to_the_other(
    live: Live, person: Any, another_process: Services
) -> None:
    county, east = await person("county"), await person("east")
    identity = pupil(live, "曾晓明")
    async with socket(live.url, county.secret) as west_hears, socket(live.url, east.secret) as east_hears:
        for each in (west_hears, east_hears):
            await each.subscribe(VERBS)
        await move(another_process, live, "曾晓明", "西城小学")
        left = (await east_hears.next())["studentChanged"]
        assert left == {"verb": "transfer", "id": identity, "record": None}
        came = (await west_hears.next())["studentChanged"]
        assert came == {"verb": "transfer", "id": identity, "record": {"id": identity}}
        await touch(county, identity)
        assert (await west_hears.next())["studentChanged"]["verb"] == "update"
        await move(another_process, live, "曾晓明", "东城小学")
        assert (await west_hears.next())["studentChanged"] == {"verb": "transfer", "id": identity, "record": None}
        # The east has not heard of what was done while the pupil was in the west.
        assert (await east_hears.next())["studentChanged"]["verb"] == "transfer"


async def test_what_was_done_before_it_came_is_not_told_even_where_it_comes_in_the_same_reading(
    live: Live, person: Any, another_process: Services
) -> None:
    county = await person("county")
    store = another_process.store
    identity = live.city.students["王芳"]

    def step(verb: str, values: dict[str, Any]) -> Any:
        async def work(tx: Transaction) -> None:
            given = {k: live.city.schools[v] if k == "school" else v for k, v in values.items()}
            await store.change(tx, store.kind_of(Student), await Student.get(id=identity), given, verb=verb)

        return work

    gate = asyncio.Event()

    async def hold(tx: Transaction) -> None:
        await tx.position()
        await gate.wait()

    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(VERBS)
        # On PostgreSQL an older transaction keeps all of them back, so that they are read together.
        held = asyncio.create_task(store.database.transaction(hold)) if databases.DIALECT == "postgres" else None
        await asyncio.sleep(0.2)
        for verb, values in STEPS:
            await store.database.transaction(step(verb, values))
        gate.set()
        if held:
            await held
        heard = [(await mine.next())["studentChanged"] for _ in range(3)]
        assert [event["verb"] for event in heard] == ["came", "changed", "went"]
        assert [event["record"] for event in heard][-1] is None
        await touch(county, pupil(live, "张丽"))
        assert (await mine.next())["studentChanged"]["id"] == pupil(live, "张丽")


STEPS: list[tuple[str, dict[str, Any]]] = [
    ("unseen", {"boarding": "1"}),
    ("came", {"school": "西城小学"}),
    ("changed", {"boarding": "2"}),
    ("went", {"school": "东城小学"}),
    ("unseen", {"boarding": "1"}),
]


async def test_a_filter_hears_what_meets_it_what_comes_to_and_what_ceases_to(live: Live, person: Any) -> None:
    county = await person("county")
    query = "subscription($f: StudentFilter) { studentChanged(filter: $f) { id record { boarding { code } } } }"
    one, other = pupil(live, "单雄信"), pupil(live, "张丽")
    async with socket(live.url, county.secret) as mine:
        school = {"school": {"id": {"eq": f"School:{live.city.schools['西城小学']}"}}}
        await mine.subscribe(query, f={"boarding": {"eq": "3"}, **school})
        await county.write("updateStudent", id=other, boarding="9")
        await county.write("updateStudent", id=one, boarding="3")
        assert (await mine.next())["studentChanged"] == {"id": one, "record": {"boarding": {"code": "3"}}}
        await touch(county, one)
        assert (await mine.next())["studentChanged"] == {"id": one, "record": {"boarding": {"code": "3"}}}
        await county.write("updateStudent", id=one, boarding="9")
        assert (await mine.next())["studentChanged"] == {"id": one, "record": None}
        await county.write("updateStudent", id=other, boarding="3")
        assert (await mine.next())["studentChanged"]["id"] == other


async def test_of_a_case_those_hear_who_take_part_in_it(live: Live, person: Any) -> None:
    county, east = await person("county"), await person("east")
    query = "subscription { caseChanged { record { subjectName unitName } } }"
    form = {"effectiveOn": "2026-10-12", "reason": "迁居"}
    async with socket(live.url, county.secret) as mine, socket(live.url, east.secret) as theirs:
        for each in (mine, theirs):
            await each.subscribe(query)
        await county.write("openResumption", student=pupil(live, "单雄信"), **form)
        assert (await mine.next())["caseChanged"]["record"] == {"subjectName": "单雄信", "unitName": "西城小学"}
        school = f"School:{live.city.schools['东城小学']}"
        await county.write("openTransfer", student=pupil(live, "张丽"), school=school, **form)
        told = (await theirs.next())["caseChanged"]["record"]
        assert told == {"subjectName": "张丽", "unitName": "东城小学"}, "the first that the other county hears of"


async def test_ids_of_another_kind_or_of_records_that_are_not_seen_hear_nothing(live: Live, person: Any) -> None:
    county, east = await person("county"), await person("east")
    query = "subscription($ids: [ID!]) { studentChanged(ids: $ids) { id } }"
    theirs, ours = pupil(live, "李伟"), pupil(live, "钱多多")
    async with socket(live.url, county.secret) as mine:
        number = theirs.partition(":")[2]
        await mine.subscribe(query, ids=[theirs, f"School:{number}", "nonsense", ours])
        await touch(east, theirs)
        await touch(county, ours)
        assert (await mine.next())["studentChanged"] == {"id": ours}


async def test_a_void_record_is_heard_with_its_reason(live: Live, person: Any) -> None:
    county = await person("county")
    query = "query($id: ID!) { student(id: $id) { enrolments { nodes { id } } } }"
    (stay,) = (await county.ask(query, id=pupil(live, "张丽")))["student"]["enrolments"]["nodes"]
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe("subscription { enrolmentChanged { verb record { voidReason } } }")
        await mine.subscribe(
            "subscription { enrolmentChanged(filter: { voided: false }) { verb record { voidReason } } }", "live"
        )
        await county.write("voidEnrolment", id=stay["id"], reason="entered by mistake")
        heard = {}
        for _ in range(2):
            message = await mine.receive()
            heard[message["id"]] = message["payload"]["data"]["enrolmentChanged"]
        assert heard["1"] == {"verb": "void", "record": {"voidReason": "entered by mistake"}}
        assert heard["live"] == {"verb": "void", "record": None}


async def test_a_base_kind_hears_of_all_kinds_that_build_on_it(live: Live, person: Any) -> None:
    keeper = await person("registrar")
    school, office = f"School:{live.city.schools['西城小学']}", f"Office:{live.city.west}"
    async with socket(live.url, keeper.secret) as mine:
        await mine.subscribe("subscription { unitChanged { id record { __typename name ... on School { code } } } }")
        await mine.subscribe("subscription { schoolChanged { id } }", "schools")
        await keeper.write("updateOffice", id=office, name="青羊区教育局（新）")
        event = (await mine.next())["unitChanged"]
        assert event == {"id": office, "record": {"__typename": "Office", "name": "青羊区教育局（新）"}}
        await keeper.write("updateSchool", id=school, name="西城第一小学")
        events = {m["id"]: m["payload"]["data"] for m in [await mine.receive(), await mine.receive()]}
        assert events["1"]["unitChanged"]["record"]["code"] == "2151000002"
        assert events["schools"] == {"schoolChanged": {"id": school}}
        await keeper.write("updateSchool", id=school, name="西城小学")
        await keeper.write("updateOffice", id=office, name="青羊区教育局")


async def test_what_is_withheld_stays_so(live: Live, person: Any) -> None:
    county, keeper = await person("county"), await person("keeper")
    query = "subscription { personChanged { record { name address documentNumber { mask } } } }"
    identity = f"Person:{live.city.persons['单雄信']}"
    async with socket(live.url, county.secret) as mine, socket(live.url, keeper.secret) as theirs:
        await mine.subscribe(query)
        await mine.subscribe("subscription { studentChanged { id } }", "2")
        await theirs.subscribe(query)
        await keeper.write("updatePerson", id=identity, address="新住处")
        event = (await theirs.next())["personChanged"]["record"]
        assert event["address"] == "新住处"
        # Who has no list of persons hears of none; the pupil's own record was not changed.
        await touch(county, pupil(live, "单雄信"))
        assert (await mine.next("2"))["studentChanged"] == {"id": pupil(live, "单雄信")}


async def test_a_notice_is_heard_by_its_account_alone_though_another_has_the_same_rights(
    live: Live, person: Any, another_process: Services
) -> None:
    store = another_process.store

    async def twin(tx: Transaction) -> None:
        (password,) = (await tx.fetch("SELECT password FROM account WHERE username = 'east'"))[0]
        given = {"username": "east-too", "display_name": "east too", "password": password, "is_demo": False}
        account = await store.create(tx, store.kind_of(Account), given)
        grant = {"account": account.id, "role": "registrar", "unit": live.city.east, "start": "2020-01-01"}
        await store.create(tx, store.kind_of(RoleGrant), grant)

    async def tell(tx: Transaction) -> None:
        (account,) = (await tx.fetch("SELECT id FROM account WHERE username = 'east'"))[0]
        await send(store, [Message(account, Words("A word", "一句话"), "Job:1", "a.word")], tx)

    await store.database.transaction(twin)
    east, other = await person("east"), await person("east-too")
    async with socket(live.url, east.secret) as mine, socket(live.url, other.secret) as theirs:
        for each in (mine, theirs):
            await each.subscribe("subscription { noticeChanged { verb record { chineseText state } } }")
        await theirs.subscribe(VERBS, "2")
        await store.database.transaction(tell)
        told = (await mine.next())["noticeChanged"]
        assert told == {"verb": "send", "record": {"chineseText": "一句话", "state": "UNREAD"}}
        await touch(east, pupil(live, "王芳"))
        assert "studentChanged" in await theirs.next("2"), "the first that the other hears of is what comes later"


async def test_each_hears_in_their_language(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, county.secret, additional_headers={"accept-language": "zh"}) as mine:
        await mine.subscribe("subscription { studentChanged { record { boarding { label } } } }")
        (error,) = await mine.ask("subscription { studentChanged(ids: $x) { id } }")
        assert error["extensions"]["code"] == "GRAPHQL_INVALID"
        await county.write("updateStudent", id=pupil(live, "钱多多"), boarding="2")
        label = (await mine.next())["studentChanged"]["record"]["boarding"]["label"]
        assert label == "住校"


async def test_after_complete_nothing_more_comes(live: Live, person: Any) -> None:
    county = await person("county")
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(VERBS, "one")
        await mine.subscribe(VERBS, "two")
        await mine.send(type="complete", id="one")
        for _ in range(2):
            await touch(county, pupil(live, "钱多多"))
            assert (await mine.next("two"))["studentChanged"]["verb"] == "update"


# Many -------------------------------------------------------------------------------------------------------------


async def test_another_server_on_the_same_database_is_heard(live: Live, person: Any, another_process: Services) -> None:
    county = await person("county")
    with listening(live.settings) if databases.DIALECT == "postgres" else contextlib.nullcontext(live.url) as url:
        writer = await person("county", url)
        async with socket(live.url, county.secret) as mine, socket(url, writer.secret) as theirs:
            await mine.subscribe(VERBS)
            await theirs.subscribe(VERBS)
            for _ in range(3):
                await touch(writer, pupil(live, "钱多多"))
            for each in (mine, theirs):
                for _ in range(3):
                    assert (await each.next())["studentChanged"]["id"] == pupil(live, "钱多多")


async def test_20_writers_are_heard_once_each_and_in_order(live: Live, person: Any) -> None:
    registrar = await person("registrar")
    pupils = [pupil(live, name) for name in live.city.students]
    async with socket(live.url, registrar.secret) as mine, socket(live.url, registrar.secret) as other:
        query = "subscription { studentChanged { id position record { version } } }"
        for each in (mine, other):
            await each.subscribe(query)

        async def write(number: int) -> None:
            for turn in range(5):
                identity = pupils[(number + turn) % len(pupils)]
                await registrar.write("updateStudent", id=identity, enteredOn=f"{2027 + turn}-09-{number + 1:02d}")

        await asyncio.gather(*(write(number) for number in range(20)))
        rows = await registrar.ask(
            "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Student { version } } }", ids=pupils
        )
        versions = {row["id"]: row["version"] for row in rows["nodes"]}
        heard = [(await mine.next())["studentChanged"] for _ in range(100)]
        positions = [int(event["position"]) for event in heard]
        assert positions == sorted(positions)
        assert len({(event["id"], event["position"]) for event in heard}) == 100
        last = {event["id"]: event["record"]["version"] for event in heard}
        assert last == {identity: version for identity, version in versions.items() if identity in last}
        again = [(await other.next())["studentChanged"] for _ in range(100)]
        assert [event["position"] for event in again] == [event["position"] for event in heard]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements by which changed students are read, as they are run."""
    run: list[str] = []
    for readers in (PostgresReaders, SqliteReaders):
        fetch = readers.fetch

        async def counting(self: Any, sql: str, *rest: Any, fetch: Any = fetch, **more: Any) -> Any:
            if "student_history" in sql:
                run.append(sql)
            return await fetch(self, sql, *rest, **more)

        monkeypatch.setattr(readers, "fetch", counting)
    return run


async def test_500_sockets_share_one_reading(
    ready: tuple[str, Any], server: databases.Server, person: Any, counted: list[str], live: Live
) -> None:
    settings = server.settings(ready[0], max_sockets_per_account=600)
    with listening(settings) as url:
        county, east = await person("county", url), await person("east", url)
        async with AsyncExitStack() as stack:
            sockets: list[Socket] = []
            for _ in range(10):
                opening = (stack.enter_async_context(socket(url, county.secret, ping_interval=None)) for _ in range(50))
                sockets += await asyncio.gather(*opening)
            stranger = await stack.enter_async_context(socket(url, east.secret))
            await stranger.subscribe(PUPILS)
            await asyncio.gather(*(mine.subscribe(PUPILS) for mine in sockets))
            counted.clear()
            await touch(county, pupil(live, "张丽"))
            events = await asyncio.gather(*(mine.next() for mine in sockets))
            assert {event["studentChanged"]["id"] for event in events} == {pupil(live, "张丽")}
            assert len(events) == 500
            # One for the five hundred, one for the stranger, who is told nothing.
            assert len(counted) == 2
            await touch(east, pupil(live, "李伟"))
            assert (await stranger.next())["studentChanged"]["id"] == pupil(live, "李伟")


# Limits and ends --------------------------------------------------------------------------------------------------


@pytest.fixture
async def strict(
    ready: tuple[str, Any], server: databases.Server, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[str]:
    """The address of a server with little patience."""
    monkeypatch.setattr(recognition, "REMEMBERED_SECONDS", 0)
    settings = server.settings(
        ready[0],
        max_sockets=3,
        max_sockets_per_account=2,
        max_subscriptions=2,
        max_backlog=1_000_000,
        socket_init_seconds=0.5,
        socket_renew_seconds=0.2,
    )
    with listening(settings) as url:
        yield url


async def test_who_says_nothing_is_sent_away(strict: str) -> None:
    async with socket(strict) as mine:
        assert await mine.closed() == (4408, "Connection initialisation timeout")


async def test_sockets_and_subscriptions_have_limits(strict: str, person: Any) -> None:
    county, east = await person("county", strict), await person("east", strict)
    async with socket(strict, county.secret) as first:
        async with socket(strict, county.secret), socket(strict) as third:
            await third.send(type="connection_init", payload={"authorization": f"Bearer {county.secret}"})
            assert await third.closed() == (1013, "Too many sockets of this account")
        async with socket(strict, county.secret), socket(strict, east.secret):
            async with socket(strict) as fourth:
                assert await fourth.closed() == (1013, "Too many sockets")
        for identity in ("1", "2"):
            await first.subscribe(VERBS, identity)
        (error,) = await first.ask(VERBS, "3")
        assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
        await first.send(type="complete", id="1")
        await first.subscribe(VERBS, "3")


async def test_a_session_that_is_over_closes_its_sockets(strict: str, person: Any) -> None:
    county, other = await person("county", strict), await person("county", strict)
    async with socket(strict, county.secret) as mine, socket(strict, other.secret) as theirs:
        await mine.subscribe(VERBS)
        await theirs.subscribe(VERBS)
        await county.ask("mutation { signOut { errors { code } } }")
        assert await mine.closed() == (4403, "Forbidden")
        await theirs.send(type="ping")
        assert await theirs.receive() == {"type": "pong"}


async def test_rights_that_change_close_the_socket(
    strict: str, person: Any, live: Live, another_process: Services
) -> None:
    store = another_process.store
    grants: list[Any] = []

    async def grant(tx: Transaction) -> None:
        account = (await tx.fetch("SELECT id FROM account WHERE username = 'county'"))[0][0]
        values = {"account": account, "role": "registrar", "unit": live.city.east, "start": date(2020, 1, 1)}
        grants.append(await store.create(tx, store.kind_of(RoleGrant), values))

    async def take_back(tx: Transaction) -> None:
        await store.void(tx, store.kind_of(RoleGrant), grants[0], "no longer")

    county = await person("county", strict)
    async with socket(strict, county.secret) as mine:
        await mine.subscribe(VERBS)
        await store.database.transaction(grant)
        assert await mine.closed() == (4403, "What you may see has changed; connect again")
    async with socket(strict, county.secret) as mine:
        await mine.subscribe(VERBS)
        await person("east", strict)
        await store.database.transaction(take_back)
        assert (await mine.closed())[0] == 4403


async def test_who_reads_too_slowly_is_sent_away_and_holds_up_nobody(strict: str, person: Any, live: Live) -> None:
    county, registrar = await person("county", strict), await person("registrar", strict)
    wide = " ".join(f"a{n}: address" for n in range(190))
    school = f"School:{live.city.schools['西城小学']}"
    async with socket(strict, county.secret, max_queue=1, ping_interval=None) as slow:
        await slow.subscribe("subscription { schoolChanged { record { " + wide + " } } }")
        async with socket(strict, registrar.secret) as quick:
            await quick.subscribe("subscription { schoolChanged { id } }")
            slow.connection.transport.pause_reading()
            for _ in range(1000):
                await registrar.write("updateSchool", id=school, address=f"{next(NUMBERS)}{'号' * 190}")
                assert (await quick.next())["schoolChanged"]["id"] == school
                metrics = await asyncio.to_thread(lambda: httpx.get(f"{strict}/metrics").text)
                if "bureau_subscriptions 1.0" in metrics:  # the slow one's seat is free
                    break
            else:
                pytest.fail("what a slow client does not read is kept for ever")
            slow.connection.transport.resume_reading()
            assert await slow.closed() == (1008, "Too slow: more is waiting than may wait")


async def test_garbage_leaves_the_process_alive(live: Live, person: Any) -> None:
    county = await person("county")
    async with AsyncExitStack() as stack:
        mine = await stack.enter_async_context(socket(live.url, county.secret))
        await mine.subscribe(VERBS)
        for garbage in (
            b"\x00\xff" * 1000,
            "\x00",
            "{" * 5000,
            '{"type":"subscribe","id":"\\ud800","payload":{}}',
            "💥",
        ):
            other = await stack.enter_async_context(socket(live.url, county.secret))
            await other.connection.send(garbage)
            assert (await other.closed())[0] == 4400
        gone = await stack.enter_async_context(socket(live.url, county.secret))
        await gone.subscribe(VERBS)
        gone.connection.transport.abort()
        await touch(county, pupil(live, "张丽"))
        await touch(county, pupil(live, "张丽"))
        assert (await mine.next())["studentChanged"]["id"] == pupil(live, "张丽")


async def test_a_lost_database_is_waited_for(live: Live, person: Any, server: databases.Server) -> None:
    if databases.DIALECT != "postgres":
        pytest.skip("SQLite's file is open as long as the process lives")
    county = await person("county")
    name = live.settings.database.arguments["database"]
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(VERBS)
        await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        try:
            await server._admin(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            (error,) = await mine.ask("subscription { schoolChanged { id } }")
            assert error["extensions"]["code"] == "UNAVAILABLE"
        finally:
            await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
        await touch(county, pupil(live, "张丽"))
        assert (await mine.next())["studentChanged"]["id"] == pupil(live, "张丽")


async def test_what_is_told_of_persons_is_logged(live: Live, person: Any, another_process: Services) -> None:
    county = await person("county")
    identity = pupil(live, "张丽")
    async with socket(live.url, county.secret) as mine:
        await mine.subscribe(PUPILS)
        await mine.subscribe("subscription { schoolChanged { id } }", "2")
        await touch(county, identity)
        assert (await mine.next())["studentChanged"]["id"] == identity
    read = another_process.store.database.readers.fetch
    log = "SELECT l.actor, d.text, l.record FROM read_log l JOIN read_document d ON d.digest = l.document WHERE l.record = $1"
    async with asyncio.timeout(PATIENCE):
        while not (found := await read(log, [identity])):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert ("county", PUPILS, identity) in [tuple(row) for row in found]
