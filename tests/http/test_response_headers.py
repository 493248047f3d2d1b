"""The headers that keep browsers from doing harm: on every response, whoever made it."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bureau.settings import Settings
from tests.support.files import TUS
from tests.support.live import PASSWORD, Live, browser, listening

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { viewer { username } token errors { code } } }"
CREDENTIALS = {"i": {"username": "registrar", "password": PASSWORD}}

RESPONSES = [
    ("an answer", "POST", "/graphql", {"json": {"query": "{ viewer { username } }"}}, 200),
    ("a bad request", "POST", "/graphql", {"content": b"{"}, 415),
    ("another method", "PUT", "/graphql", {}, 405),
    ("a table", "GET", "/q/schools-of-a-county.csv?county=510104", {}, 200),
    ("the list of queries", "GET", "/q", {}, 200),
    ("the forms", "GET", "/q/docs", {}, 200),
    ("their description", "GET", "/q/openapi.json", {}, 200),
    ("an unknown query", "GET", "/q/nothing.json", {}, 404),
    ("an unknown file", "GET", "/files/12345", {"headers": TUS}, 404),
    ("what uploads can do", "OPTIONS", "/files", {}, 204),
    ("GraphiQL", "GET", "/graphiql", {}, 200),
    ("the first page", "GET", "/", {}, 200),
    ("an unknown page", "GET", "/nothing", {}, 404),
    ("a page's other method", "DELETE", "/graphiql", {}, 405),
    ("an unknown asset", "GET", "/assets/nothing.js", {}, 404),
    ("a way to no provider", "GET", "/oidc/start", {}, 404),
    ("life", "GET", "/health/live", {}, 200),
    ("readiness", "GET", "/health/ready", {}, 200),
    ("metrics", "GET", "/metrics", {}, 200),
]


@pytest.fixture(scope="module")
def behind_tls(live: Live) -> Iterator[str]:
    """A server that is told that a proxy before it speaks TLS."""
    settings: Settings = live.settings.model_copy(update={"secure_cookies": True})
    with listening(settings) as url:
        yield url


def directives(reply: httpx.Response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in reply.headers["content-security-policy"].split(";"))
    return {name: sources for name, _, sources in parts}


@pytest.mark.parametrize(
    ("method", "path", "options", "status"), [row[1:] for row in RESPONSES], ids=[row[0] for row in RESPONSES]
)
def test_every_response_is_kept_from_harm(
    live: Live, method: str, path: str, options: dict[str, Any], status: int
) -> None:
    with live.client() as client:
        reply = client.request(method, path, **options)
    assert reply.status_code == status
    assert reply.headers.get_list("x-content-type-options") == ["nosniff"]
    assert reply.headers["referrer-policy"] in ("no-referrer", "same-origin")
    assert "camera=()" in reply.headers["permissions-policy"]
    assert reply.headers["cross-origin-opener-policy"] == "same-origin"
    assert reply.headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in reply.headers
    assert "strict-transport-security" not in reply.headers, "nobody said that there is TLS"
    (policy,) = reply.headers.get_list("content-security-policy")
    said = directives(reply)
    assert said["default-src"] == "'none'"
    assert (said["frame-ancestors"], said["base-uri"]) == ("'none'", "'none'")
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in said.get("script-src", "")
    assert said.get("object-src", "'none'") == "'none'"


def test_behind_tls_browsers_are_told_to_stay_there(behind_tls: str) -> None:
    with browser(behind_tls) as client:
        for path in ("/", "/nothing", "/q", "/health/live"):
            said = client.get(path).headers["strict-transport-security"]
            assert said == "max-age=31536000; includeSubDomains"


def test_behind_tls_the_cookie_belongs_to_this_host_alone(behind_tls: str) -> None:
    with browser(behind_tls) as client:
        reply = client.post("/graphql", json={"query": SIGN_IN, "variables": CREDENTIALS})
        cookie = reply.headers["set-cookie"]
        name, secret = cookie.partition(";")[0].split("=")
        assert name == "__Host-bureau_session"
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
        assert "domain" not in cookie.lower()
    for cookie, whose in ((f"{name}={secret}", {"username": "registrar"}), (f"bureau_session={secret}", None)):
        with browser(behind_tls, cookie=cookie) as client:
            reply = client.post("/graphql", json={"query": "{ viewer { username } }"})
            assert reply.json()["data"]["viewer"] == whose, "what another host could have set is no session"
