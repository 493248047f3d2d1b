"""Attempts at signing in: what slows down who guesses, and what locks an administrator's account."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bureau.commands.accounts import unlock_user
from bureau.kernel.errors import CommandError
from bureau.main import opened
from tests.support import databases, world
from tests.support.live import Live, listening
from tests.support.signing_in import add_account, ask, client, fetch, outcome, sign_in, who

FAILED, DELAYED = "SIGN_IN_FAILED", "SIGN_IN_DELAYED"
UNLOCK = """mutation($username: String!, $reason: String!) {
  unlockAccount(input: {username: $username, reason: $reason}) { errors { code path } } }"""


@pytest.fixture(scope="module")
def proxied(ready: tuple[str, world.World], server: databases.Server) -> Iterator[Live]:
    """A server that believes a proxy on this machine."""
    settings = server.settings(ready[0], trusted_proxies="127.0.0.1, ::1")
    with listening(settings) as url:
        yield Live(url, settings, ready[1])


@pytest.mark.parametrize(("username", "network"), [("county", "192.0.2"), ("nobody at all", "198.51.100")])
def test_failures_delay_the_next_attempt_from_the_same_network_alone(
    proxied: Live, username: str, network: str
) -> None:
    """A name that is not there is answered as one that is."""
    with client(proxied.url, come_from=f"{network}.1") as guessing:
        assert [outcome(guessing, username, f"guess {n}") for n in range(5)] == [FAILED] * 5
        (error,) = sign_in(guessing, username)["errors"]
    assert error == {"code": DELAYED, "retryable": True, "params": [{"name": "seconds", "value": "1"}]}
    with client(proxied.url, come_from=f"{network}.200") as neighbour:
        assert outcome(neighbour, username) == DELAYED
        assert outcome(neighbour, "registrar") == ""
    with client(proxied.url, come_from="203.0.113.9") as elsewhere:
        assert outcome(elsewhere, username) == ("" if username == "county" else FAILED)


def test_the_delay_grows_and_ends_and_success_forgets_the_failures(proxied: Live) -> None:
    with client(proxied.url, come_from="2001:db8:1:2::5") as guessing:
        assert [outcome(guessing, "east", "wrong") for _ in range(5)] == [FAILED] * 5
        time.sleep(1)
        assert outcome(guessing, "east", "wrong") == FAILED
        (error,) = sign_in(guessing, "east")["errors"]
        assert error["params"] == [{"name": "seconds", "value": "2"}]
        time.sleep(2)
        assert outcome(guessing, "east") == ""
        assert [outcome(guessing, "east", "wrong") for _ in range(3)] == [FAILED] * 3


def test_many_attempts_at_once_gain_nothing(proxied: Live) -> None:
    def guess(number: int) -> str:
        with client(proxied.url, come_from=f"192.0.3.{number}") as guessing:
            return outcome(guessing, "director", f"guess {number}")

    with ThreadPoolExecutor(15) as pool:
        outcomes = list(pool.map(guess, range(15)))
    assert sorted(outcomes) == [DELAYED] * 10 + [FAILED] * 5


def test_nobody_chooses_the_address_they_are_counted_by(live: Live, proxied: Live) -> None:
    outcomes = []
    with listening(live.settings.model_copy(update={"trusted_proxies": "192.0.2.1"})) as direct:
        for number in range(6):
            with client(direct, come_from=f"192.0.{number}.1") as guessing:
                outcomes.append(outcome(guessing, "keeper", "wrong"))
    assert outcomes == [FAILED] * 5 + [DELAYED]
    outcomes = []
    for number in range(6):  # the proxy adds the address it saw to what it was sent
        with client(proxied.url, come_from=f"192.0.{number}.1, 203.0.113.77") as guessing:
            outcomes.append(outcome(guessing, "keeper", "wrong"))
    assert outcomes == [FAILED] * 5 + [DELAYED]


async def test_five_hundred_sign_ins_of_one_operation_are_one_refusal_and_nothing_is_hashed(
    ready: tuple[str, world.World], server: databases.Server
) -> None:
    settings = server.settings(ready[0], max_aliases=1000, max_tokens=20_000, max_mutations=1000)
    before = await fetch(settings, "SELECT count(*) FROM journal")
    one = 'signIn(input: {username: "registrar", password: "a password of the tests"}) { errors { code } }'
    many = f"mutation {{ {' '.join(f'a{n}: {one}' for n in range(500))} }}"
    hidden = f"mutation {{ a: {one} ...Rest }} fragment Rest on Mutation {{ b: {one} }}"
    with listening(settings) as url, client(url) as asking:
        for query in (many, hidden):
            reply = asking.post("/graphql", json={"query": query})
            assert [error["extensions"]["code"] for error in reply.json()["errors"]] == ["LIMIT_EXCEEDED"]
            assert "data" not in reply.json()
            assert "set-cookie" not in reply.headers
    assert (await fetch(settings, "SELECT count(*) FROM journal"))[0][0] == before[0][0]


def test_a_full_queue_answers_at_once_that_it_is_full(ready: tuple[str, world.World], server: databases.Server) -> None:
    def attempt(number: int) -> tuple[str, bool]:
        with client(url) as asking:
            errors = sign_in(asking, f"somebody {number}")["errors"]
            return errors[0]["code"], errors[0]["retryable"]

    with listening(server.settings(ready[0], max_sign_ins_waiting=1)) as url:
        with ThreadPoolExecutor(20) as pool:
            outcomes = list(pool.map(attempt, range(20)))
        assert attempt(20) == (FAILED, False)
    assert ("BUSY", True) in outcomes
    assert (FAILED, False) in outcomes
    assert set(outcomes) == {("BUSY", True), (FAILED, False)}


async def test_an_administrator_is_locked_out_until_another_one_lets_them_in(proxied: Live) -> None:
    await add_account(proxied.settings, "guard", "security_admin", proxied.city.bureau)
    with client(proxied.url, come_from="192.0.2.66") as own, client(proxied.url, come_from="192.0.2.67") as other:
        assert sign_in(own, "operator")["viewer"] == {"username": "operator"}
        assert sign_in(other, "guard")["viewer"] == {"username": "guard"}
        for number in range(5):
            with client(proxied.url, come_from=f"10.0.{number}.1") as guessing:
                assert outcome(guessing, "operator", "wrong") == FAILED
        with client(proxied.url, come_from="10.1.1.1") as late:
            assert outcome(late, "operator") == FAILED, "the right password is of no use now"
            assert who(own) == "operator", "what they signed in to before goes on"

            def unlock(asking: object, username: str = "operator", reason: str = "Asked by telephone.") -> object:
                return ask(asking, UNLOCK, username=username, reason=reason)["unlockAccount"]["errors"]  # type: ignore[arg-type]

            assert unlock(own) == [{"code": "FORBIDDEN", "path": []}]
            assert unlock(other, reason=" ") == [{"code": "REQUIRED", "path": ["reason"]}]
            assert unlock(other, "no such name") == [{"code": "NOT_FOUND", "path": ["username"]}]
            assert outcome(late, "operator") == FAILED
            assert unlock(other) == []
            assert outcome(late, "operator") == ""
    kept = "SELECT verb, actor, reason FROM journal WHERE verb IN ('lock', 'unlock') ORDER BY id"
    lines = await fetch(proxied.settings, kept)
    assert [tuple(line) for line in lines] == [("lock", "", None), ("unlock", "guard", "Asked by telephone.")]


async def test_who_is_no_administrator_unlocks_nobody(proxied: Live) -> None:
    with client(proxied.url, come_from="192.0.2.70") as asking:
        query = {"query": UNLOCK, "variables": {"username": "operator", "reason": "I would like to."}}
        for code in ("UNAUTHENTICATED", "FORBIDDEN"):
            reply = asking.post("/graphql", json=query).json()
            assert [error["extensions"]["code"] for error in reply["errors"]] == [code]
            sign_in(asking, "registrar")


async def test_the_operator_unlocks_by_a_command(proxied: Live) -> None:
    await add_account(proxied.settings, "auditor", "audit_admin", proxied.city.bureau)
    with client(proxied.url, come_from="192.0.2.90") as guessing:
        assert [outcome(guessing, "auditor", "wrong") for _ in range(5)] == [FAILED] * 5
    with client(proxied.url, come_from="192.0.9.90") as asking:
        assert outcome(asking, "auditor") == FAILED
        async with opened(proxied.settings) as services:
            await unlock_user(services, "auditor")
            with pytest.raises(CommandError, match="No account"):
                await unlock_user(services, "nobody")
        assert outcome(asking, "auditor") == ""


async def test_the_journal_tells_who_came_and_went_and_holds_nothing_that_was_typed(proxied: Live) -> None:
    mine = "my secret password typed as a name"
    with client(proxied.url, come_from="192.0.2.120", **{"user-agent": "A browser of the tests"}) as asking:
        outcome(asking, mine, "another secret")
        outcome(asking, "east-director", "another secret")
        outcome(asking, "east-director")
        ask(asking, "mutation { signOut { errors { code } } }")
    rows = await fetch(
        proxied.settings,
        "SELECT verb, kind, record_id, actor, changes FROM journal WHERE verb LIKE 'sign%' ORDER BY id DESC LIMIT 4",
    )
    verbs = [(row[0], row[1], row[3]) for row in reversed(rows)]
    assert verbs == [
        ("sign_in_failed", "account", ""),
        ("sign_in_failed", "account", ""),
        ("sign_in", "session", "east-director"),
        ("sign_out", "session", "east-director"),
    ]
    assert [row[2] is None for row in reversed(rows)] == [True, False, False, False]
    assert all("192.0.2.120" in row[4] and "A browser of the tests" in row[4] for row in rows[1:])
    kept = await fetch(proxied.settings, "SELECT name, network FROM sign_in_attempt")
    everything = str([list(row) for row in (*rows, *kept)])
    assert "secret" not in everything
    assert "192.0.2.0/24" in everything
