"""An identity provider, or somebody in its place, that tells what is not so: none of it opens anything."""

import base64
import contextlib
import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bureau.settings import Settings
from tests.support import databases, world
from tests.support.files import free_port
from tests.support.live import Live, listening
from tests.support.provider import (
    At,
    Lie,
    LyingProvider,
    as_admin,
    bind,
    leave,
    settings_of,
    signed,
    signed_by_another,
    tampered,
    unsigned,
    with_shared_secret,
)
from tests.support.signing_in import add_account, client, fetch, who

PORT = free_port()
INVALID = "PROVIDER_ANSWER_INVALID"
EVENTS = {"http://schemas.openid.net/event/backchannel-logout": {}}


@pytest.fixture(scope="module")
def liar() -> Iterator[LyingProvider]:
    with LyingProvider(free_port()) as found:
        yield found


@pytest.fixture(scope="module")
async def bureau(ready: tuple[str, world.World], server: databases.Server, liar: LyingProvider) -> Any:
    settings = server.settings(ready[0], **settings_of(liar.issuer, PORT))
    await add_account(settings, "guard", "security_admin", ready[1].bureau)
    with listening(settings, PORT) as url:
        with client(url) as admin:
            assert bind(as_admin(admin), "county", liar.subject)["errors"] == []
        yield Live(url, settings, ready[1])


@pytest.fixture(autouse=True)
def honest_again(liar: LyingProvider) -> Iterator[None]:
    yield
    liar.lie = Lie()


def back(liar: LyingProvider, browser: httpx.Client) -> str:
    """Where the provider sends a browser that sets out, on the server that it set out from."""
    parts = urlsplit(liar.answer(leave(browser)))
    return f"{parts.path}?{parts.query}"


def attempt(url: str, liar: LyingProvider) -> tuple[str, str | None]:
    """What becomes of signing in, and whom the bureau then takes the browser for."""
    with client(url, accept="application/json") as browser:
        reply = browser.get(back(liar, browser))
        found = reply.json()["errors"][0]["code"] if reply.status_code != 303 else ""
        assert (reply.status_code == 502) is (found == INVALID)
        return found, who(browser)


HONEST = [
    Lie(),
    Lie({"aud": ["bureau"]}),
    Lie({"azp": "bureau"}),
    Lie({"exp": At(-30)}),
    Lie({"iat": At(40)}),
    Lie({"iat": At(-500)}),
    Lie({"nbf": At(40)}),
    Lie({"auth_time": At(-12 * 3600)}),
    Lie({"email": "someone@example.cn", "amr": ["mfa"], "acr": 2}),
    Lie(document={"authorization_response_iss_parameter_supported": None}, back={"iss": None}),
]


@pytest.mark.parametrize("lie", HONEST)
def test_what_is_true_opens(bureau: Live, liar: LyingProvider, lie: Lie) -> None:
    liar.lie = lie
    if lie.document:
        with listening(bureau.settings) as url:  # which has not yet read what the provider says of itself
            assert attempt(url, liar) == ("", "county")
    else:
        assert attempt(bureau.url, liar) == ("", "county")


LIES: dict[str, Lie] = {
    "another key of the same name": Lie(token=signed_by_another),
    "no signature": Lie(token=unsigned),
    "the public key as a secret": Lie(token=with_shared_secret),
    "another token's claims": Lie(token=tampered),
    "no token at all": Lie(token=lambda claims, provider: "nonsense"),
    "three empty parts": Lie(token=lambda claims, provider: ".."),
    "an endless token": Lie(token=lambda claims, provider: signed({**claims, "x": "y" * 200_000}, provider)),
    "for another client": Lie({"aud": "somebody"}),
    "for another client too": Lie({"aud": ["bureau", "somebody"]}),
    "for nobody": Lie({"aud": None}),
    "for an empty list": Lie({"aud": []}),
    "to another party": Lie({"aud": ["bureau"], "azp": "somebody"}),
    "by another issuer": Lie({"iss": "https://evil.example.com"}),
    "by no issuer": Lie({"iss": None}),
    "by several issuers": Lie({"iss": ["https://evil.example.com"]}),
    "expired": Lie({"exp": At(-300)}),
    "without an end": Lie({"exp": None}),
    "with an end in words": Lie({"exp": "tomorrow"}),
    "not begun": Lie({"nbf": At(300)}),
    "of the future": Lie({"iat": At(300)}),
    "of the past": Lie({"iat": At(-3600)}),
    "of no time": Lie({"iat": None}),
    "of somebody who showed it yesterday": Lie({"auth_time": At(-13 * 3600)}),
    "of somebody who showed it at no time": Lie({"auth_time": None}),
    "of somebody who showed it sometime": Lie({"auth_time": "lately"}),
    "for another sign-in": Lie({"nonce": "x" * 43}),
    "for any sign-in": Lie({"nonce": None}),
    "with a nonce that is no text": Lie({"nonce": 1}),
    "of nobody": Lie({"sub": None}),
    "of somebody without a name": Lie({"sub": ""}),
    "of a number": Lie({"sub": 7}),
    "no JSON": Lie(raw=b"<html>"),
    "a list": Lie(raw=b"[]"),
    "no tokens": Lie(raw=b"{}"),
    "tokens that are no text": Lie(raw=b'{"id_token": {}}'),
    "too much": Lie(raw=b'{"id_token": "' + b"x" * 2_000_000 + b'"}'),
    "an answer by another issuer": Lie(back={"iss": "https://evil.example.com"}),
    "an answer by nobody": Lie(back={"iss": None}),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_is_not_true_opens_nothing(bureau: Live, liar: LyingProvider, lie: Lie) -> None:
    liar.lie = lie
    assert attempt(bureau.url, liar) == (INVALID, None)


DOCUMENTS: dict[str, dict[str, Any]] = {
    "of another issuer": {"issuer": "https://evil.example.com"},
    "of an issuer that is spelt otherwise": {"issuer": "http://127.0.0.1/"},
    "without a place to go": {"authorization_endpoint": None},
    "with a place that is no address": {"token_endpoint": 7},
    "with a place on this machine": {"jwks_uri": "file:///etc/passwd"},
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_provider_that_is_not_the_one_we_know_is_not_asked(
    bureau: Live, liar: LyingProvider, document: dict[str, Any]
) -> None:
    liar.lie = Lie(document=document)
    with listening(bureau.settings) as url, client(url, accept="application/json") as browser:
        reply = browser.get("/oidc/start")
        assert (reply.status_code, reply.json()["errors"][0]["code"]) == (502, INVALID)
        assert "location" not in reply.headers


async def test_what_failed_is_journalled_and_nothing_that_was_said_is(bureau: Live, liar: LyingProvider) -> None:
    liar.lie = Lie({"sub": "planted-subject"}, token=signed_by_another, back={"code": "planted-code"})
    with client(bureau.url, accept="application/json", **{"user-agent": "A liar's browser"}) as browser:
        browser.get(back(liar, browser))
    rows = await fetch(bureau.settings, "SELECT verb, changes FROM journal ORDER BY id DESC LIMIT 20")
    (mine,) = [row[1] for row in rows if "A liar's browser" in str(row[1])]
    assert INVALID in mine
    held = await _everything(bureau.settings)
    for planted in ("planted", "a-code", "an access token", "eyJ"):
        assert planted not in held


def test_the_verifier_is_shown_to_the_provider_alone(bureau: Live, liar: LyingProvider) -> None:
    liar.asked.clear()
    with client(bureau.url) as browser:
        address = leave(browser)
        browser.get(liar.answer(address))
    (form,) = [form for path, form in liar.asked if path == "/token"]
    made = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
    assert parse_qs(urlsplit(address).query)["code_challenge"] == [made]
    assert form["redirect_uri"] == f"http://127.0.0.1:{PORT}/oidc/callback"
    assert (form["client_id"], form["grant_type"]) == ("bureau", "authorization_code")
    assert "client_secret" not in form


def test_userinfo_of_somebody_else_is_not_believed(bureau: Live, liar: LyingProvider) -> None:
    settings = bureau.settings.model_copy(update={"oidc_claim": "employee"})
    with listening(settings) as url:
        liar.lie = Lie(userinfo={"employee": liar.subject})
        assert attempt(url, liar) == ("", "county")
        liar.lie = Lie(userinfo={"employee": liar.subject, "sub": "somebody else"})
        assert attempt(url, liar) == (INVALID, None)
        liar.lie = Lie(userinfo={"employee": 7})
        assert attempt(url, liar) == (INVALID, None)


def logout_token(liar: LyingProvider, **changed: Any) -> dict[str, Any]:
    return liar.claims(**{"nonce": None, "jti": "one", "events": EVENTS, "sid": "of the liar", **changed})


LOGOUTS: dict[str, dict[str, Any]] = {
    "an ID token": {"events": None, "nonce": "x" * 43, "jti": None},
    "without the event": {"events": {}},
    "with an event in words": {"events": "logout"},
    "with a nonce": {"nonce": "x"},
    "for another client": {"aud": "somebody"},
    "by another issuer": {"iss": "https://evil.example.com"},
    "of nobody": {"sid": None, "sub": None},
    "without a number": {"jti": None},
    "expired": {"exp": At(-300)},
}


@pytest.mark.parametrize("changed", LOGOUTS.values(), ids=LOGOUTS)
def test_nobody_but_the_provider_ends_sessions(bureau: Live, liar: LyingProvider, changed: dict[str, Any]) -> None:
    with signed_in(bureau, liar) as browser:
        reply = browser.post("/oidc/back-channel", data={"logout_token": signed(logout_token(liar, **changed), liar)})
        assert reply.status_code == 502
        forged = signed_by_another(logout_token(liar), liar)
        assert browser.post("/oidc/back-channel", data={"logout_token": forged}).status_code == 502
        assert browser.post("/oidc/back-channel", content=b"x" * 30_000).status_code == 400
        assert browser.post("/oidc/back-channel").status_code == 502
        assert who(browser) == "county"


@pytest.mark.parametrize("changed", [{}, {"sid": None}], ids=["by session", "by subject"])
def test_the_provider_ends_sessions(bureau: Live, liar: LyingProvider, changed: dict[str, Any]) -> None:
    with signed_in(bureau, liar) as browser, client(bureau.url) as by_password:
        as_admin(by_password, "county")
        token = signed(logout_token(liar, **changed), liar)
        assert browser.post("/oidc/back-channel", data={"logout_token": token}).status_code == 200
        assert who(browser) is None
        assert who(by_password) == "county"


@contextlib.contextmanager
def signed_in(bureau: Live, liar: LyingProvider) -> Iterator[httpx.Client]:
    liar.lie = Lie({"sid": "of the liar"})
    with client(bureau.url) as browser:
        assert browser.get(back(liar, browser)).status_code == 303
        yield browser


async def _everything(settings: Settings) -> str:
    """What the tables of sign-ins hold, as text."""
    found: list[Any] = []
    for table in ("journal", "session", "sign_in_attempt", "provider_reply", "account_identity"):
        found += await fetch(settings, f"SELECT * FROM {table}")
    return str([tuple(row) for row in found])
