"""How much each may ask in a minute, and at a time: by cost, for accounts and for networks."""

import asyncio
import contextlib
import socket as sockets
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bureau.access.allowance import COST_OF_REQUEST, Allowances
from bureau.access.caller import network
from bureau.access.sharing import EVERY_SECONDS
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.errors import TooFast
from bureau.settings import Settings
from tests.support.databases import DIALECT
from tests.support.files import TUS
from tests.support.live import Live, listening
from tests.support.sockets import socket, token

WHO = "{ viewer { username } }"
SCHOOLS = "{ schools(first: 100) { nodes { id name code } } }"
TOUCH = "mutation($i: UpdateStudentInput!) { updateStudent(input: $i) { errors { code } } }"


@contextlib.contextmanager
def server(live: Live, **settings: Any) -> Iterator[str]:
    """A server with other limits."""
    with listening(live.settings.model_copy(update=settings)) as url:
        yield url


def program(url: str, secret: str = "", **headers: str) -> httpx.Client:
    held = {"authorization": f"Bearer {secret}"} if secret else {}
    return httpx.Client(base_url=url, headers={**held, **headers}, timeout=30)


def ask(client: httpx.Client, query: str = WHO, **variables: Any) -> httpx.Response:
    return client.post("/graphql", json={"query": query, "variables": variables})


def left(client: httpx.Client, query: str = WHO, **variables: Any) -> int:
    return int(ask(client, query, **variables).json()["extensions"]["minuteLeft"])


def spend(client: httpx.Client, query: str = SCHOOLS) -> httpx.Response:
    """Ask until it is refused; the refusal."""
    for _ in range(200):
        if (reply := ask(client, query)).status_code == 429:
            return reply
    raise AssertionError("nothing was refused")


def code(reply: httpx.Response) -> str:
    return str(reply.json()["errors"][0]["extensions"]["code"])


# One bucket ---------------------------------------------------------------------------------------------------------


class Watch:
    """A clock that goes as it is told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_fills_evenly_and_holds_a_minute() -> None:
    watch = Watch()
    allowances = Allowances(Settings(cost_per_minute=6000), watch)
    somebody = Actor(1, "somebody")
    allowance = allowances.of(somebody, "")
    assert allowance.left == 6000 - COST_OF_REQUEST
    allowance.pay(6000)
    with pytest.raises(TooFast) as refusal:
        allowances.of(somebody, "")
    assert refusal.value.retry_after == 1
    watch.now += 1
    assert allowances.of(somebody, "").left == 100 - 2 * COST_OF_REQUEST
    watch.now += 3600
    assert allowances.of(somebody, "").left == 6000 - COST_OF_REQUEST


def test_nobody_comes_to_owe_more_than_a_minute() -> None:
    watch = Watch()
    allowances = Allowances(Settings(cost_per_minute=6000), watch)
    somebody = Actor(1, "somebody")
    allowances.of(somebody, "").pay(10**12)
    with pytest.raises(TooFast) as refusal:
        allowances.of(somebody, "")
    assert refusal.value.retry_after == 61
    watch.now += 61
    assert allowances.of(somebody, "").left > 0


def test_what_others_took_is_taken_here_too() -> None:
    here, there = (Allowances(Settings(cost_per_minute=6000), Watch()) for _ in range(2))
    somebody, other = Actor(1, "somebody"), Actor(2, "other")
    here.of(somebody, "").pay(5980)
    here.of(other, "").pay(1)
    told = here.untold()
    assert told == {"1": 5990}, "little is not worth telling"
    assert here.untold() == {}, "it is told once"
    there.hear(told)
    assert there.of(somebody, "").left == 0
    assert there.of(other, "").left == 6000 - COST_OF_REQUEST


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("203.0.113.5", "203.0.113.250", True),
        ("203.0.113.5", "203.0.114.5", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.5", "203.0.113.250", True),
        ("::ffff:203.0.113.5", "::ffff:198.51.100.1", False),
        ("fe80::1%eth0", "fe80::2", True),
        ("", "/run/bureau.sock", True),
    ],
)
def test_networks_are_what_one_customer_has(one: str, other: str, is_same: bool) -> None:
    assert (network(one) == network(other)) is is_same
    assert not network(one).isdigit(), "no network is taken for an account"


def test_so_many_at_a_time_and_no_more() -> None:
    allowances = Allowances(Settings(max_requests_per_account=2, max_anonymous_requests=2), Watch())
    somebody = Actor(1, "somebody")
    with allowances.of(somebody, ""), allowances.of(ANONYMOUS, "203.0.113.5"):
        with allowances.of(somebody, ""), allowances.of(ANONYMOUS, "198.51.100.1"):
            for actor, address in ((somebody, ""), (ANONYMOUS, "192.0.2.1")):
                with pytest.raises(TooFast) as refusal:
                    allowances.of(actor, address)
                assert refusal.value.retry_after == 1
            allowances.of(Actor(2, "other"), "")
        allowances.of(somebody, "")
        allowances.of(ANONYMOUS, "192.0.2.1")


# Over the wire ------------------------------------------------------------------------------------------------------


def test_every_response_says_what_is_left(live: Live) -> None:
    with server(live, cost_per_minute=100_000) as url, program(url, token(url, "registrar")) as one:
        assert left(one) <= 100_000 - COST_OF_REQUEST
        for query in (SCHOOLS, "{ a: schools(first: 1) { nodes { id } } viewer { username } }"):
            told = ask(one, query).json()["extensions"]
            assert told["minuteLeft"] <= 100_000 - told["cost"] - COST_OF_REQUEST
        assert told["minuteLeft"] > 90_000, "nothing else was taken"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_has_spent_the_minute_waits_and_nobody_else(live: Live, language: str) -> None:
    with (
        server(live, cost_per_minute=5_000, anonymous_cost_per_minute=10**6) as url,
        program(url, token(url, "registrar"), **{"accept-language": language}) as one,
        program(url, token(url, "county")) as other,
        program(url) as nobody,
    ):
        reply = spend(one)
        error = reply.json()["errors"][0]
        assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
        assert error["extensions"]["retryable"] is True
        assert int(reply.headers["retry-after"]) == error["extensions"]["retryAfter"] >= 1
        assert ("请在" if language == "zh" else "ask again") in error["message"]
        assert ask(other).json()["data"]["viewer"] == {"username": "county"}
        assert ask(nobody).json()["data"]["viewer"] is None
        time.sleep(error["extensions"]["retryAfter"])
        assert ask(one).json()["data"]["viewer"] == {"username": "registrar"}


def test_changes_tables_files_and_sockets_are_counted_too(live: Live) -> None:
    everything = {"cost_per_minute": 10**9, "cost_of_change": 10**8}
    with server(live, **everything) as url, program(url, token(url, "registrar")) as one:
        student = f"Student:{next(iter(live.city.students.values()))}"
        ask(one, TOUCH, i={"id": student, "enteredOn": "2026-09-01"})
        assert left(one) < 0.95 * 10**9
    with server(live, cost_per_minute=5_000) as url:
        secret = token(url, "registrar")
        with program(url, secret) as one:
            spend(one)
            table = one.get("/q/schools-of-a-county.json?county=510104&first=100")
            assert (table.status_code, code(table)) == (429, "LIMIT_EXCEEDED")
            assert "retry-after" in table.headers
            upload = one.post("/files", headers={**TUS, "upload-length": "10"})
            assert (upload.status_code, code(upload)) == (429, "LIMIT_EXCEEDED")
            assert "retry-after" in upload.headers
        asyncio.run(_socket_is_refused(url, secret))


async def _socket_is_refused(url: str, secret: str) -> None:
    async with socket(url, secret) as mine:
        for number in range(200):
            errors = (await mine.ask(SCHOOLS, f"query{number}")) if number else await mine.ask(SCHOOLS)
            if isinstance(errors, list):
                assert errors[0]["extensions"]["code"] == "LIMIT_EXCEEDED"
                return
    raise AssertionError("nothing was refused")


def test_bytes_of_files_are_counted(live: Live) -> None:
    with server(live, cost_per_minute=10**6) as url, program(url, token(url, "registrar")) as one:
        place = one.post("/files", headers={**TUS, "upload-length": "3000000"}).headers["location"]
        said = {**TUS, "content-type": "application/offset+octet-stream", "upload-offset": "0"}
        assert one.patch(place, content=b"x" * 3_000_000, headers=said).status_code == 204
        for _ in range(400):
            if left(one) < 10**6 - 500:
                break
        else:
            raise AssertionError("it cost nothing")


def test_who_is_nobody_shares_with_their_network(live: Live) -> None:
    with server(live, anonymous_cost_per_minute=200) as url:
        with program(url, **{"x-forwarded-for": "203.0.113.5"}) as one:
            spend(one, WHO)
        with program(url, **{"x-forwarded-for": "203.0.113.77"}) as neighbour:
            assert ask(neighbour).status_code == 429
            assert neighbour.get("/q").status_code == 429
        with program(url, **{"x-forwarded-for": "198.51.100.1"}) as stranger:
            assert ask(stranger).status_code == 200


def test_no_address_is_believed_of_who_is_no_proxy(live: Live) -> None:
    with server(live, anonymous_cost_per_minute=200, trusted_proxies="192.0.2.1") as url:
        with program(url, **{"x-forwarded-for": "203.0.113.5"}) as one:
            spend(one, WHO)
        with program(url, **{"x-forwarded-for": "198.51.100.1"}) as same:
            assert ask(same).status_code == 429


def test_requests_that_are_being_served_leave_no_room_for_others(live: Live) -> None:
    with server(live, max_requests_per_account=1) as url:
        secret = token(url, "registrar")
        with program(url, secret) as one, program(url, token(url, "county")) as other:
            place = one.post("/files", headers={**TUS, "upload-length": "10"}).headers["location"]
            parts = urlsplit(url)
            head = (
                f"PATCH {place} HTTP/1.1\r\nHost: {parts.netloc}\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer {secret}\r\n"
                "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: 10\r\n\r\n12345"
            )
            with sockets.create_connection((str(parts.hostname), parts.port or 80)) as line:
                line.sendall(head.encode())
                line.settimeout(3)
                with pytest.raises(TimeoutError):  # it was taken on, and waits for the rest of its body
                    line.recv(100)
                line.settimeout(30)
                reply = ask(one)
                assert (reply.status_code, reply.headers["retry-after"]) == (429, "1")
                assert ask(other).status_code == 200
                line.sendall(b"67890")
                assert line.recv(100).startswith(b"HTTP/1.1 204")
            assert ask(one).status_code == 200


@pytest.mark.skipif(DIALECT == "sqlite", reason="SQLite is served by one process")
def test_processes_keep_one_bound_together(live: Live) -> None:
    limits = {"cost_per_minute": 20_000}
    with server(live, **limits) as here, server(live, **limits) as there:
        secret = token(here, "registrar")
        with (
            program(here, secret) as first,
            program(there, secret) as second,
            program(there, token(there, "county")) as other,
        ):
            assert left(second) > 19_000
            deadline = time.monotonic() + 10 * EVERY_SECONDS
            while ask(second).status_code != 429:
                spend(first)
                assert time.monotonic() < deadline
                time.sleep(0.1)
            assert ask(other).status_code == 200
