"""What another site's page can send in the name of whoever reads it: nothing that is taken."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from bureau.settings import Settings
from tests.support.files import TUS
from tests.support.live import PASSWORD, Live, browser, listening
from tests.support.sockets import socket, token

WHO = {"query": "{ viewer { username } }"}
SIGN_OUT = {"query": "mutation { signOut { errors { code } } }"}
SIGN_IN = {
    "query": "mutation($i: SignInInput!) { signIn(input: $i) { viewer { username } errors { code } } }",
    "variables": {"i": {"username": "registrar", "password": PASSWORD}},
}
ELSEWHERE = "https://elsewhere.example"
FOREIGN = [
    {"origin": ELSEWHERE},
    {"origin": "null"},
    {"origin": ELSEWHERE, "sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
]


@pytest.fixture(scope="module")
def cookie(live: Live) -> str:
    """The cookie of somebody who is signed in in their browser."""
    return f"bureau_session={token(live.url, 'registrar')}"


@pytest.fixture(scope="module")
def behind_a_proxy(live: Live) -> Iterator[str]:
    """A server whose pages are at an address that it does not see itself."""
    settings: Settings = live.settings.model_copy(update={"origins": "https://bureau.example.cn, https://b.example.cn"})
    with listening(settings) as url:
        yield url


def refused(reply: httpx.Response) -> bool:
    return reply.status_code == 403 and reply.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize("said", FOREIGN, ids=str)
@pytest.mark.parametrize("body", [WHO, SIGN_OUT, SIGN_IN], ids=["query", "mutation", "sign-in"])
def test_a_foreign_page_sends_nothing(live: Live, cookie: str, body: Any, said: dict[str, str]) -> None:
    with httpx.Client(base_url=live.url, headers={"cookie": cookie, **said}) as page:
        assert refused(page.post("/graphql", json=body))
    with live.client(cookie=cookie) as mine:
        assert mine.post("/graphql", json=WHO).json()["data"]["viewer"] == {"username": "registrar"}


@pytest.mark.parametrize(
    "type_", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_form_is_no_request(live: Live, cookie: str, type_: str) -> None:
    with live.client(cookie=cookie, **{"content-type": type_}) as page:
        assert (
            page.post("/graphql", content=b'{"query": "mutation { signOut { errors { code } } }"}').status_code == 415
        )


def test_no_other_site_is_let_in_by_a_preflight(live: Live) -> None:
    asked = {"origin": ELSEWHERE, "access-control-request-method": "POST"}
    for path in ("/graphql", "/files", "/q/schools-of-a-county.json"):
        reply = httpx.options(live.url + path, headers={**asked, "access-control-request-headers": "content-type"})
        assert not [name for name in reply.headers if name.startswith("access-control-")]


def test_a_get_changes_nothing(live: Live, cookie: str) -> None:
    with live.client(cookie=cookie) as page:
        assert page.get("/graphql", params=SIGN_OUT).status_code == 405
        assert page.post("/graphql", json=WHO).json()["data"]["viewer"] == {"username": "registrar"}


@pytest.mark.parametrize("said", FOREIGN, ids=str)
def test_a_foreign_page_hands_in_no_file(live: Live, cookie: str, said: dict[str, str]) -> None:
    with httpx.Client(base_url=live.url, headers={"cookie": cookie, **TUS, **said}) as page:
        assert refused(page.post("/files", headers={"upload-length": "10"}))


@pytest.mark.parametrize("said", FOREIGN, ids=str)
async def test_a_foreign_page_opens_no_socket(live: Live, cookie: str, said: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        async with socket(live.url, additional_headers={"cookie": cookie, **said}):
            raise AssertionError("it was opened")
    assert refusal.value.response.status_code == 403


def test_a_program_that_keeps_a_cookie_is_served(live: Live, cookie: str) -> None:
    """No browser leaves out where what it posts comes from."""
    with httpx.Client(base_url=live.url, headers={"cookie": cookie}) as program:
        assert program.post("/graphql", json=WHO).json()["data"]["viewer"] == {"username": "registrar"}
        assert program.post("/files", headers={**TUS, "upload-length": "10"}).status_code == 201


@pytest.mark.parametrize("said", [{}, {"origin": ELSEWHERE}, {"cookie": "bureau_session=other"}], ids=str)
def test_programs_send_a_bearer_token_from_anywhere(live: Live, said: dict[str, str]) -> None:
    bearer = {"authorization": f"Bearer {token(live.url, 'registrar')}", **said}
    with httpx.Client(base_url=live.url, headers=bearer) as program:
        assert program.post("/graphql", json=WHO).json()["data"]["viewer"] == {"username": "registrar"}
        assert program.post("/files", headers={**TUS, "upload-length": "10"}).status_code == 201


@pytest.mark.parametrize("name", ["Basic", "Bearer"])
def test_no_other_authorization_stands_for_a_token(live: Live, cookie: str, name: str) -> None:
    with httpx.Client(
        base_url=live.url, headers={"cookie": cookie, "authorization": name, "origin": ELSEWHERE}
    ) as page:
        assert refused(page.post("/graphql", json=SIGN_OUT))


def test_behind_a_proxy_the_pages_are_where_the_settings_say(behind_a_proxy: str, cookie: str) -> None:
    for origin in ("https://bureau.example.cn", "https://B.example.cn"):
        with browser(behind_a_proxy, cookie=cookie, origin=origin) as page:
            assert page.post("/graphql", json=WHO).json()["data"]["viewer"] == {"username": "registrar"}
    for origin in (behind_a_proxy, "http://bureau.example.cn", "https://bureau.example.cn:8443", ELSEWHERE):
        with browser(behind_a_proxy, cookie=cookie, origin=origin) as page:
            assert refused(page.post("/graphql", json=WHO))


@pytest.mark.parametrize("origins", ["bureau.example.cn", "https://bureau.example.cn/console", "*", "ftp://a.example"])
def test_origins_are_written_as_browsers_name_them(origins: str) -> None:
    with pytest.raises(ValueError, match="https://host"):
        Settings(origins=origins)
