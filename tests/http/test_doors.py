"""Signing in and out, cookies and tokens, over HTTP."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from bureau.commands.accounts import add_token
from bureau.kernel.clock import SystemClock
from bureau.kernel.errors import CommandError
from bureau.main import opened
from tests.support.live import PASSWORD, Live

SIGN_IN = """mutation($input: SignInInput!) { signIn(input: $input) {
  viewer { username grants { role roleName level since until } } token errors { code message path retryable params { name value } } } }"""
COUNT = "{ viewer { username } schools { totalCount } }"


def ask(client: httpx.Client, query: str, **variables: Any) -> Any:
    return client.post("/graphql", json={"query": query, "variables": variables}).json()["data"]


def sign_in(client: httpx.Client, username: str = "registrar", password: str = PASSWORD) -> Any:
    return ask(client, SIGN_IN, input={"username": username, "password": password})["signIn"]


def test_a_browser_gets_a_cookie_and_no_token(live: Live) -> None:
    with live.client() as client:
        payload = sign_in(client)
        assert payload["viewer"]["username"] == "registrar"
        assert payload["viewer"]["grants"] == [
            {"role": "registrar", "roleName": "Registrar", "level": "CITY", "since": "2020-01-01", "until": None}
        ]
        assert payload["token"] is None
        assert payload["errors"] == []
        assert ask(client, COUNT) == {"viewer": {"username": "registrar"}, "schools": {"totalCount": 5}}


def test_the_cookie_is_kept_from_scripts_and_other_sites(live: Live) -> None:
    with live.client() as client:
        reply = client.post(
            "/graphql", json={"query": SIGN_IN, "variables": {"input": {"username": "county", "password": PASSWORD}}}
        )
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith("bureau_session=")
    for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"):
        assert part in cookie


def test_a_device_gets_a_token_and_no_cookie(live: Live) -> None:
    with live.client(**{"x-client": "device"}) as client:
        reply = client.post(
            "/graphql", json={"query": SIGN_IN, "variables": {"input": {"username": "county", "password": PASSWORD}}}
        )
        token = reply.json()["data"]["signIn"]["token"]
        assert "set-cookie" not in reply.headers
    with live.client(authorization=f"Bearer {token}") as client:
        assert ask(client, COUNT) == {"viewer": {"username": "county"}, "schools": {"totalCount": 2}}


@pytest.mark.parametrize(
    ("username", "password"), [("registrar", "wrong"), ("no such name", PASSWORD), ("registrar", "")]
)
def test_a_wrong_name_and_a_wrong_password_are_one_refusal(live: Live, username: str, password: str) -> None:
    with live.client(**{"accept-language": "zh"}) as client:
        payload = sign_in(client, username, password)
        assert payload == {
            "viewer": None,
            "token": None,
            "errors": [
                {
                    "code": "SIGN_IN_FAILED",
                    "message": "用户名或密码错误，或账户已被锁定。",
                    "path": [],
                    "retryable": False,
                    "params": [],
                }
            ],
        }
        assert ask(client, COUNT)["viewer"] is None


def test_signing_out_ends_the_session_for_the_cookie_that_was_copied_too(live: Live) -> None:
    with live.client() as client:
        sign_in(client)
        copied = client.cookies["bureau_session"]
        assert ask(client, "mutation { signOut { errors { code } } }") == {"signOut": {"errors": []}}
        assert "bureau_session" not in client.cookies
    with live.client(cookie=f"bureau_session={copied}") as client:
        assert ask(client, COUNT) == {"viewer": None, "schools": {"totalCount": 0}}


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer nonsense"},
        {"authorization": "Basic cmVnaXN0cmFy"},
        {"authorization": "Bearer"},
        {"cookie": "bureau_session=nonsense"},
        {"cookie": "=;;;bureau_session"},
        {"cookie": "bureau_session=" + "x" * 4000},
    ],
)
def test_what_opens_nothing_is_nobody(live: Live, headers: dict[str, str]) -> None:
    with live.client(**headers) as client:
        assert ask(client, COUNT) == {"viewer": None, "schools": {"totalCount": 0}}


async def test_a_program_uses_a_token_that_was_made_for_it(live: Live) -> None:
    async with opened(live.settings) as services:  # type: ignore[arg-type]
        today = SystemClock().today()
        token = await add_token(services, "county", "a program", today + timedelta(days=366))
        for until in (today, today + timedelta(days=367)):
            with pytest.raises(CommandError, match="until: Between"):
                await add_token(services, "county", "an endless program", until)
        expired = await add_token(services, "county", "an old program", today + timedelta(days=1))
        past = "UPDATE token SET expires_at = $1 WHERE name = 'an old program'"
        await services.store.database.transaction(lambda tx: tx.fetch(past, tx.now()))
        with pytest.raises(CommandError, match="No account"):
            await add_token(services, "nobody", "x", SystemClock().today())
        kept = await services.store.database.readers.fetch("SELECT digest FROM token")
    assert token not in {row[0] for row in kept}
    with live.client(authorization=f"Bearer {token}") as client:
        assert ask(client, COUNT)["schools"] == {"totalCount": 2}
    with live.client(authorization=f"Bearer {expired}") as client:
        assert ask(client, COUNT)["viewer"] is None


def test_an_endless_password_is_refused_before_it_is_hashed(live: Live) -> None:
    with live.client() as client:
        reply = client.post(
            "/graphql",
            json={"query": SIGN_IN, "variables": {"input": {"username": "registrar", "password": "x" * 5000}}},
        ).json()
    assert reply["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


def test_a_viewer_knows_where_their_roles_hold(live: Live) -> None:
    query = "{ viewer { grants { role unit { id name ... on Office { superior { name } } } } } }"
    with live.client() as client:
        sign_in(client, "county")
        assert ask(client, query)["viewer"]["grants"] == [
            {
                "role": "registrar",
                "unit": {
                    "id": f"Office:{live.city.west}",
                    "name": "青羊区教育局",
                    "superior": {"name": "成都市教育局"},
                },
            }
        ]
