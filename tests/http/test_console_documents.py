"""What the console asks: its own documents by their ids, and the generic form, where nothing else is executed."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bureau.access.documents import shipped
from bureau.commands.doctor import pages
from bureau.commands.doctor.finding import Patient, Severity
from bureau.graph.console import console_documents
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import SystemClock
from bureau.settings import Settings
from tests.support.built import build
from tests.support.live import PASSWORD, Live, browser, listening
from tests.support.sockets import socket, token
from tests.support.stored import sha256
from tests.support.tokens import narrowed, program

VIEWER = "query Viewer { viewer { username } }"
LEAVE = "mutation Leave { signOut { errors { code } } }"
HEARD = "subscription Heard { studentChanged { verb id } }"
PUPILS = "query Pupils($first: Int) { students(first: $first) { totalCount nodes { __typename id } } }"
STALE = "query Stale { schools { nodes { salary } } }"
GENERIC = "{ students(first: 2) { totalCount nodes { __typename id person { name } } } }"
VERB = "mutation Do($i: UpdateStudentInput!) { updateStudent(input: $i) { student { id } errors { code } } }"
MORE = "query Two { viewer { username } students { totalCount } }"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    false_id = {"0" * 64: "query Lied { viewer { username } }"}
    return build(tmp_path_factory.mktemp("site"), [VIEWER, LEAVE, HEARD, PUPILS, STALE], **false_id)


@pytest.fixture(scope="module")
def open_(live: Live, site: Path) -> Iterator[str]:
    """A server that takes texts."""
    with listening(live.settings, site=site) as url:
        yield url


@pytest.fixture(scope="module")
def closed(live: Live, site: Path) -> Iterator[str]:
    """A server that executes stored documents alone."""
    with listening(live.settings.model_copy(update={"stored_only": True}), site=site) as url:
        yield url


def enter(client: httpx.Client, username: str) -> None:
    """Sign in by the build's own document, which is good everywhere."""
    given = {
        "documentId": shipped()["sign-in"].id,
        "variables": {"input": {"username": username, "password": PASSWORD}},
    }
    assert client.post("/graphql", json=given).json()["data"]["signIn"]["errors"] == []


def by_hash(text: str, **variables: Any) -> dict[str, Any]:
    """A request as urql's persisted exchange sends it."""
    persisted = {"persistedQuery": {"version": 1, "sha256Hash": sha256(text)}}
    return {"extensions": persisted, "variables": variables}


def codes(reply: Any) -> list[str]:
    return [error["extensions"]["code"] for error in reply.get("errors", [])]


def send(client: httpx.Client, text: str, **variables: Any) -> Any:
    return client.post("/graphql", json={"query": text, "variables": variables}).json()


@pytest.fixture(params=["open_", "closed"])
def url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


def test_a_document_of_the_console_is_executed_and_nobody_stored_it(live: Live, url: str) -> None:
    with browser(url) as client:
        assert client.post("/graphql", json=by_hash(VIEWER)).json()["data"] == {"viewer": None}
        enter(client, "registrar")
        for body in (by_hash(VIEWER), by_hash(VIEWER) | {"query": ""}, {"documentId": f"sha256:{sha256(VIEWER)}"}):
            assert client.post("/graphql", json=body).json()["data"] == {"viewer": {"username": "registrar"}}
        pupils = client.post("/graphql", json=by_hash(PUPILS, first=3) | {"operationName": "Pupils"}).json()["data"]
        assert pupils["students"]["totalCount"] == len(live.city.students)
        assert len(pupils["students"]["nodes"]) == 3
        assert client.post("/graphql", json=by_hash(LEAVE)).json()["data"] == {"signOut": {"errors": []}}
        assert client.post("/graphql", json=by_hash(VIEWER)).json()["data"] == {"viewer": None}


def test_what_is_stale_or_not_what_its_id_says_is_left_out(url: str) -> None:
    with browser(url) as client:
        for text in (STALE, "query Lied { viewer { username } }", "{ viewer { username } }"):
            assert codes(client.post("/graphql", json=by_hash(text)).json()) == ["PERSISTED_QUERY_NOT_FOUND"]
        false_id = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}
        assert codes(client.post("/graphql", json=false_id).json()) == ["PERSISTED_QUERY_NOT_FOUND"]
        assert "Viewer" not in client.get("/q").text, "they have no names, and no list tells of them"
        assert client.get("/documents.json").status_code == 404


async def test_a_socket_takes_them_too(live: Live, url: str) -> None:
    async with socket(url, await asyncio.to_thread(token, live.url, "registrar")) as mine:
        for number, left_out in enumerate(({}, {"query": ""}, {"query": None})):
            await mine.send(type="subscribe", id=str(number), payload={**by_hash(PUPILS, first=1), **left_out})
            answer = await mine.receive()
            assert (answer["type"], len(answer["payload"]["data"]["students"]["nodes"])) == ("next", 1)
            assert (await mine.receive())["type"] == "complete"
        await mine.send(type="subscribe", id="heard", payload=by_hash(HEARD))
        await mine.send(type="ping")
        assert await mine.receive() == {"type": "pong"}
        await mine.send(type="subscribe", id="unknown", payload=by_hash("{ viewer { username } }"))
        refusal = await mine.receive()
        assert (refusal["type"], refusal["id"]) == ("error", "unknown")
        assert codes({"errors": refusal["payload"]}) == ["PERSISTED_QUERY_NOT_FOUND"]
        await mine.send(type="subscribe", id="leave", payload=by_hash(LEAVE))
        refusal = await mine.receive()
        assert (refusal["type"], refusal["id"]) == ("error", "leave")


@pytest.mark.parametrize("wrong", [{"sha256Hash": 7}, {"sha256Hash": ["0"]}])
async def test_a_socket_is_closed_for_what_names_no_document(live: Live, url: str, wrong: Any) -> None:
    async with socket(url, await asyncio.to_thread(token, live.url, "registrar")) as mine:
        await mine.send(type="subscribe", id="1", payload={"extensions": {"persistedQuery": wrong}})
        assert await mine.closed() == (4400, "documentId is a string.")


def test_a_token_for_some_documents_has_no_others_of_the_console(open_: str) -> None:
    with narrowed(open_, "registrar", documents=["schools-by-type"]) as (_, asking):
        assert codes(asking.post("/graphql", json=by_hash(PUPILS)).json()) == ["PERSISTED_QUERY_NOT_FOUND"]
    with narrowed(open_, "registrar", readsOnly=True) as (_, asking):
        assert codes(asking.post("/graphql", json=by_hash(LEAVE)).json()) == ["FORBIDDEN"]


# The generic form ---------------------------------------------------------------------------------------------------


def test_a_browser_that_is_signed_in_sends_the_generic_form_and_no_more(live: Live, closed: str) -> None:
    pupil = f"Student:{live.city.students['曾晓明']}"
    with browser(closed) as client:
        for text in (GENERIC, VERB, MORE):
            assert codes(send(client, text)) == ["STORED_ONLY"], "nobody sends a text"
        enter(client, "registrar")
        assert send(client, GENERIC)["data"]["students"]["totalCount"] == len(live.city.students)
        got = client.get("/graphql", params={"query": GENERIC})
        assert got.json()["data"]["students"]["totalCount"] == len(live.city.students)
        written = send(client, VERB, i={"id": pupil, "boarding": "1"})
        assert written["data"]["updateStudent"] == {"student": {"id": pupil}, "errors": []}
        for text in (MORE, VIEWER, LEAVE, STALE, "{", "{ __schema { queryType { name } } }"):
            reply = send(client, text)
            assert codes(reply) == ["STORED_ONLY"]
            assert "data" not in reply


def test_a_program_and_a_device_send_none(live: Live, closed: str) -> None:
    device = token(live.url, "registrar")
    with narrowed(live.url, "registrar") as (_, whole):
        bearer = whole.headers["authorization"].removeprefix("Bearer ")
    for secret in (device, bearer):
        with program(closed, secret) as asking:
            assert asking.post("/graphql", json=by_hash(VIEWER)).json()["data"]["viewer"]
            assert codes(send(asking, GENERIC)) == ["STORED_ONLY"]
    with browser(closed, cookie=f"bureau_session={bearer}") as asking:
        assert codes(send(asking, GENERIC)) == ["STORED_ONLY"], "a token is none of a browser's, however it comes"


def test_the_usual_limits_hold(live: Live, site: Path) -> None:
    with listening(live.settings.model_copy(update={"stored_only": True, "max_cost": 50}), site=site) as url:
        with browser(url) as client:
            enter(client, "registrar")
            assert codes(send(client, "{ students(first: 500) { nodes { id number } } }")) == ["LIMIT_EXCEEDED"]


async def test_a_browsers_socket_sends_it_too(live: Live, closed: str) -> None:
    secret = await asyncio.to_thread(token, live.url, "registrar")
    async with socket(closed, additional_headers={"cookie": f"bureau_session={secret}"}) as mine:
        await mine.begin()
        assert (await mine.ask(GENERIC))["data"]["students"]["totalCount"] == len(live.city.students)
        assert codes({"errors": await mine.ask(MORE)}) == ["STORED_ONLY"]
        await mine.send(type="subscribe", id="1", payload={"query": HEARD.replace("verb ", "")})
        assert codes({"errors": (await mine.receive())["payload"]}) == ["STORED_ONLY"]
    async with socket(closed, secret) as mine:
        assert codes({"errors": await mine.ask(GENERIC)}) == ["STORED_ONLY"]


# What is stale ------------------------------------------------------------------------------------------------------


def test_what_is_outdated_is_named_with_its_reason(schema: BureauSchema, site: Path, tmp_path: Path) -> None:
    found = console_documents(schema.graphql, Settings(), site)
    assert {document.text for document in found.known} == {VIEWER, LEAVE, HEARD, PUPILS}
    assert [said.partition(":")[0] for said in found.outdated] == ["Stale", "Lied"]
    assert "Cannot query field 'salary'" in found.outdated[0]
    for text, said in (("[]", "no object of texts"), ('{"a": 1}', "no object of texts"), ("{", "documents.json: ")):
        (tmp_path / "documents.json").write_text(text)
        broken = console_documents(schema.graphql, Settings(), tmp_path)
        assert (broken.known, said in broken.outdated[0]) == ((), True)
    assert console_documents(schema.graphql, Settings(), tmp_path / "nowhere").outdated == ()


async def test_the_doctor_names_it(site: Path, tmp_path: Path) -> None:
    patient = Patient(Settings(data_dir=tmp_path), None, SystemClock().now())
    finding = await pages.outdated_documents(patient, site)
    assert finding
    assert finding.severity is Severity.WARNING
    assert "Stale: Cannot query field 'salary'" in finding.what.en
    assert "Stale" in finding.what.zh
    assert await pages.outdated_documents(patient, build(tmp_path / "site", [VIEWER])) is None
    assert await pages.outdated_documents(patient, tmp_path / "nowhere") is None
