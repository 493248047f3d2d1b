"""Devices: short tokens, and refresh tokens that are good once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from bureau.kernel.clock import SystemClock
from tests.support.live import PASSWORD, Live
from tests.support.signing_in import ask, client, fetch, who

SIGN_IN = """mutation($input: SignInInput!) { signIn(input: $input) {
  token refreshToken tokenUntil errors { code } } }"""
REFRESH = """mutation($token: String!) { refreshSession(input: {refreshToken: $token}) {
  viewer { username } token refreshToken tokenUntil errors { code } } }"""


def device(live: Live, username: str) -> Any:
    """A device that somebody signed in on."""
    with client(live.url, **{"x-client": "device"}) as asking:
        return ask(asking, SIGN_IN, input={"username": username, "password": PASSWORD})["signIn"]


def refresh(live: Live, token: str) -> Any:
    with client(live.url, **{"x-client": "device"}) as asking:
        return ask(asking, REFRESH, token=token)["refreshSession"]


def opens(live: Live, token: str) -> str | None:
    """Whom a token stands for."""
    with client(live.url, authorization=f"Bearer {token}") as asking:
        return who(asking)


async def pass_by(live: Live, column: str, username: str, **time: int) -> None:
    """Move a moment of somebody's sessions back."""
    of = "account_id = (SELECT id FROM account WHERE username = $2)"
    moment = SystemClock().now() - timedelta(**time)
    await fetch(live.settings, f"UPDATE session SET {column} = $1 WHERE {of}", moment, username)


async def test_a_device_goes_on_by_its_refresh_token_when_its_token_is_over(live: Live) -> None:
    held = device(live, "county")
    assert held["tokenUntil"].endswith("Z")
    assert opens(live, held["refreshToken"]) is None, "it opens nothing itself"
    await pass_by(live, "access_until", "county", seconds=1)
    await pass_by(live, "seen_at", "county", days=2)
    assert opens(live, held["token"]) is None
    following = refresh(live, held["refreshToken"])
    assert following["viewer"] == {"username": "county"}
    assert len({held["token"], held["refreshToken"], following["token"], following["refreshToken"]}) == 4
    assert (opens(live, following["token"]), opens(live, held["token"])) == ("county", None)


async def test_a_refresh_token_that_comes_twice_ends_the_session_and_is_journalled(live: Live) -> None:
    stolen, other = device(live, "east"), device(live, "east")
    following = refresh(live, stolen["refreshToken"])
    last = refresh(live, following["refreshToken"])
    assert opens(live, last["token"]) == "east"
    again = refresh(live, stolen["refreshToken"])
    assert again == {
        "viewer": None, "token": None, "refreshToken": None, "tokenUntil": None, "errors": [{"code": "REFRESH_FAILED"}],
    }  # fmt: skip
    assert opens(live, last["token"]) is None
    assert refresh(live, last["refreshToken"])["errors"] == [{"code": "REFRESH_FAILED"}]
    assert opens(live, other["token"]) == "east", "another device is not concerned"
    lines = await fetch(live.settings, "SELECT kind FROM journal WHERE verb = 'reuse_refresh_token'")
    assert [tuple(line) for line in lines] == [("session",)]


def test_of_many_who_refresh_at_once_one_at_most_gets_a_token(live: Live) -> None:
    held = device(live, "director")
    with ThreadPoolExecutor(8) as pool:
        payloads = list(pool.map(lambda _: refresh(live, held["refreshToken"]), range(8)))
    assert sum(payload["token"] is not None for payload in payloads) == 1


async def test_a_device_signs_in_anew_after_its_days(live: Live) -> None:
    held = device(live, "keeper")
    await pass_by(live, "expires_at", "keeper", seconds=1)
    assert refresh(live, held["refreshToken"])["errors"] == [{"code": "REFRESH_FAILED"}]
    assert opens(live, held["token"]) is None


def test_who_signed_out_refreshes_nothing_and_browsers_have_nothing_to_refresh(live: Live) -> None:
    held = device(live, "registrar")
    with client(live.url, authorization=f"Bearer {held['token']}") as asking:
        ask(asking, "mutation { signOut { errors { code } } }")
    for token in (held["refreshToken"], held["token"], "nonsense", ""):
        assert refresh(live, token)["errors"] == [{"code": "REFRESH_FAILED"}]
    with client(live.url) as browser:
        payload = ask(browser, SIGN_IN, input={"username": "registrar", "password": PASSWORD})["signIn"]
    assert payload == {"token": None, "refreshToken": None, "tokenUntil": None, "errors": []}


async def test_tokens_of_devices_are_kept_as_digests(live: Live) -> None:
    held = device(live, "east-director")
    kept = [row[0] for row in await fetch(live.settings, "SELECT digest FROM refresh_token")]
    assert kept
    assert not {held["token"], held["refreshToken"]} & set(kept)
