"""What goes wrong is logged with where it went wrong, and without a word of whom or what it was about."""

import asyncio
import io
import logging
import logging.config
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

import httpx
import pytest
import structlog

from bureau.http.logs import LIBRARIES, configure_logs
from bureau.kernel.traces import trace_of
from bureau.storage.readers import PostgresReaders, SqliteReaders
from bureau.storage.store import Store
from tests.support.files import TUS, free_port
from tests.support.live import PASSWORD, Live, listening
from tests.support.provider import Lie, LyingProvider, leave, settings_of
from tests.support.signing_in import client
from tests.support.sockets import token

PLANTED = {
    "password": "planted-password-7f3a",
    "token": "planted-token-5b1e",
    "cookie": "planted-cookie-9c2d",
    "name": "欧阳植入",
    "number": "11010519491231002X",
    "file": "planted-file-4e8f",
    "text": "planted-text-1a6b",
}
CREATE = "mutation($i: CreatePersonInput!) { createPerson(input: $i) { person { id } errors { code } } }"
SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { errors { code } } }"
SEARCH = "query($t: String!) { persons(filter: {name: {eq: $t}}) { totalCount } }"
PERSON = {"name": PLANTED["name"], "sex": "1", "birthDate": "1949-12-31"}


@pytest.fixture
def log(live: Live) -> Iterator[io.StringIO]:
    """The log as `bureau serve` writes it: the product's lines and those of its libraries, and all else that is said."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    with redirect_stdout(written), redirect_stderr(written):
        configure_logs()
        logging.config.dictConfig(LIBRARIES)
        yield written
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def keeper(live: Live) -> Iterator[httpx.Client]:
    """Somebody who keeps persons."""
    with live.client(authorization=f"Bearer {token(live.url, 'keeper')}") as found:
        yield found


def ask(client: httpx.Client, query: str, **variables: Any) -> Any:
    return client.post("/graphql", json={"query": query, "variables": variables})


def holds_nothing(text: str) -> None:
    for sort, value in PLANTED.items():
        assert value not in text, f"a {sort} stands there"
        assert value.encode("unicode_escape").decode() not in text, f"a {sort} stands there, escaped"


def test_a_defect_that_quotes_values(
    live: Live, keeper: httpx.Client, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(self: Any, tx: Any, kind: Any, values: Any, *_: Any) -> Any:
        try:
            {}[values["name"]]
        except KeyError as error:
            raise RuntimeError(f"cannot store {values}") from error

    monkeypatch.setattr(Store, "create", breaks)
    reply = ask(keeper, CREATE, i=PERSON).json()
    written = log.getvalue()
    assert reply["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert reply["errors"][0]["extensions"]["errorId"] in written
    for part in ("RuntimeError", "in breaks", "Traceback"):
        assert part in written
    holds_nothing(written + str(reply))


def test_an_error_of_the_database_that_quotes_a_row(
    live: Live, keeper: httpx.Client, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = PostgresReaders if live.settings.database.dialect == "postgres" else SqliteReaders
    fetch = readers.fetch

    async def fails(self: Any, sql: str, values: Any = (), **how: Any) -> Any:
        if PLANTED["name"] in values:
            bad = {"postgres": f"SELECT CAST('{PLANTED['name']}' AS int)", "sqlite": f'SELECT "{PLANTED["name"]}".x'}
            return await fetch(self, bad[live.settings.database.dialect])
        return await fetch(self, sql, values, **how)

    monkeypatch.setattr(readers, "fetch", fails)
    reply = ask(keeper, SEARCH, t=PLANTED["name"]).json()
    written = log.getvalue()
    assert reply["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert ("sqlstate=22P02" if readers is PostgresReaders else "SQLITE_ERROR") in written
    holds_nothing(written + str(reply))


def test_refusals_of_every_sort(live: Live, keeper: httpx.Client, log: io.StringIO) -> None:
    with live.client() as nobody:
        ask(nobody, SIGN_IN, i={"username": PLANTED["name"], "password": PLANTED["password"]})
        ask(nobody, SIGN_IN, i={"username": "registrar", "password": PLANTED["password"]})
        ask(nobody, SIGN_IN, i={"username": "registrar", "password": PASSWORD, "extra": PLANTED["password"]})
        ask(nobody, f'mutation {{ signIn(input: {{username: "a", password: "{PLANTED["password"]}" }}')
        nobody.post(
            "/graphql", content=f'{{"query": "{PLANTED["password"]}', headers={"content-type": "application/json"}
        )
        nobody.get("/q/nothing.json", params={"name": PLANTED["name"]})
        nobody.get("/q/schools-of-a-county.json", params={"county": PLANTED["name"], "first": PLANTED["text"]})
    for held in ({"authorization": f"Bearer {PLANTED['token']}"}, {"cookie": f"bureau_session={PLANTED['cookie']}"}):
        with live.client(**held) as unknown:
            assert ask(unknown, "{ viewer { username } }").json()["data"]["viewer"] is None
    number = {"identity": {"type": "1", "number": PLANTED["number"]}}
    ask(keeper, CREATE, i={**PERSON, "sex": PLANTED["text"]})
    ask(keeper, CREATE, i={**PERSON, **number})
    ask(keeper, SEARCH, t={"not": PLANTED["name"]})
    keeper.post("/files", headers={**TUS, "upload-length": "3", "upload-metadata": f"filename {PLANTED['file']}"})
    keeper.post("/files", headers={**TUS, "upload-length": PLANTED["text"]})
    keeper.get(f"/files/{PLANTED['file']}")
    holds_nothing(log.getvalue() + keeper.get("/metrics").text)


def test_what_an_identity_provider_says(live: Live, log: io.StringIO) -> None:
    port = free_port()
    with LyingProvider(free_port()) as provider:
        settings = live.settings.model_copy(update=settings_of(provider.issuer, port))
        provider.subject = PLANTED["name"]
        with listening(settings, port) as url, client(url) as browser:
            for lie in (
                Lie(back={"code": PLANTED["token"]}),
                Lie(back={"error": PLANTED["text"], "error_description": PLANTED["password"], "code": None}),
                Lie(raw=f'{{"error_description": "{PLANTED["text"]}", '.encode()),
                Lie(token=lambda claims, provider: PLANTED["token"]),
                Lie(document={"jwks_uri": f"http://127.0.0.1:1/{PLANTED['text']}"}),
            ):
                provider.lie = lie
                reply = browser.get(provider.answer(leave(browser)))
                assert reply.status_code > 400
                holds_nothing(reply.text)
            browser.get("/oidc/callback", params={"code": PLANTED["token"], "state": PLANTED["text"]})
            browser.get("/oidc/start", params={"to": f"//{PLANTED['text']}"})
            browser.post("/oidc/back-channel", data={"logout_token": PLANTED["token"]})
            metrics = browser.get("/metrics").text
    holds_nothing(log.getvalue() + metrics)


def test_a_page_that_breaks(live: Live, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: Any, **__: Any) -> Any:
        raise ValueError(PLANTED["text"])

    monkeypatch.setattr("bureau.http.metrics.generate_latest", breaks)
    with live.client() as client:
        reply = client.get("/metrics")
    deadline = time.monotonic() + 20
    while "ValueError" not in (written := log.getvalue()):  # the server logs after it has answered
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert reply.status_code == 500
    holds_nothing(written + reply.text)


async def test_a_task_that_nobody_waits_for(log: io.StringIO) -> None:
    async def breaks() -> None:
        raise ValueError(PLANTED["text"])

    task = asyncio.create_task(breaks())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    written = log.getvalue()
    assert "never retrieved" in written
    assert "ValueError" in written
    holds_nothing(written)


def test_what_an_error_came_from_is_told_too() -> None:
    try:
        try:
            {}[PLANTED["name"]]
        except KeyError as error:
            raise LookupError(PLANTED["text"]) from error
    except LookupError as error:
        group = ExceptionGroup(PLANTED["text"], [error, OSError(28, "No space left on device")])
    written = trace_of(group)
    assert written.index("KeyError") < written.index("LookupError")
    assert "No space left on device" in written
    holds_nothing(written)
