"""Signing in through an identity provider: a real one, its own forms, and what is refused on the way."""

import html
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from bureau.commands.accounts import set_user_password
from bureau.main import opened
from tests.support import databases, world
from tests.support.files import free_port
from tests.support.live import Live, listening
from tests.support.provider import (
    RealProvider,
    answer,
    as_admin,
    bind,
    enter,
    leave,
    real_provider,
    settings_of,
    visit,
)
from tests.support.signing_in import add_account, ask, client, fetch, outcome, sign_in, who

PORT = free_port()
BOUND = "{ accountIdentities { totalCount nodes { id subject account { username } boundBy } } }"
END = 'mutation($id: ID!) { endIdentity(input: {id: $id, reason: "离职"}) { errors { code } } }'
LIMIT = """mutation($username: String!, $isLimited: Boolean!) {
  limitToProvider(input: {username: $username, isLimited: $isLimited}) {
    account { byProviderAlone } errors { code path } } }"""
OUT = "mutation { signOut { errors { code } } }"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealProvider]:
    with real_provider(free_port(), tmp_path_factory.mktemp("provider"), PORT) as found:
        yield found


@pytest.fixture(scope="module")
async def bureau(ready: tuple[str, world.World], server: databases.Server, provider: RealProvider) -> Any:
    """A bureau that has the provider, where the guard keeps accounts and some are bound."""
    more = {"trusted_proxies": "127.0.0.1", "oidc_scopes": "openid profile"}
    settings = server.settings(ready[0], **settings_of(provider.issuer, PORT, **more))
    await add_account(settings, "guard", "security_admin", ready[1].bureau)
    with listening(settings, PORT) as url:
        with client(url) as admin:
            for username in ("county", "east", "director", "registrar"):
                assert bind(as_admin(admin), username, f"staff-{username}")["errors"] == []
        yield Live(url, settings, ready[1])


def code_of(reply: httpx.Response) -> str:
    """The code with which a client that asks for JSON is refused."""
    assert not [each for each in reply.headers.get_list("set-cookie") if each.startswith("bureau_session=")]
    return " ".join(error["code"] for error in reply.json()["errors"])


def asking(bureau: Live, network: str = "", **headers: str) -> httpx.Client:
    """A program at a network that wants its errors as JSON, in English unless it says so."""
    return client(bureau.url, come_from=network and f"{network}.1", **{"accept": "application/json", **headers})


async def test_staff_sign_in_through_the_providers_own_form(bureau: Live, provider: RealProvider) -> None:
    with client(bureau.url, come_from="192.0.2.7", **{"user-agent": "A browser of the tests"}) as browser:
        address = leave(browser, "/q/docs?x=1#here")
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{provider.issuer}/auth?")
        assert asked["redirect_uri"] == f"http://127.0.0.1:{PORT}/oidc/callback"
        assert (asked["response_type"], asked["code_challenge_method"], asked["scope"]) == (
            "code",
            "S256",
            "openid profile",
        )
        assert asked["max_age"] == "43200"
        assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
        assert who(browser) is None
        reply = browser.get(visit(browser, address, "staff-county"))
        assert (reply.status_code, reply.headers["location"]) == (303, "/q/docs?x=1#here")
        assert reply.headers["cache-control"] == "private, no-store"
        assert reply.headers["referrer-policy"] == "no-referrer"
        cookies = reply.headers.get_list("set-cookie")
        assert any(each.startswith("bureau_oidc=;") and "Max-Age=0" in each for each in cookies)
        (session,) = [each for each in cookies if each.startswith("bureau_session=")]
        for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"):
            assert part in session
        assert who(browser) == "county"
        assert ask(browser, "{ schools { totalCount } }")["schools"]["totalCount"] == 2
    ((changes,),) = await fetch(
        bureau.settings, "SELECT changes FROM journal WHERE verb = 'sign_in' AND actor = 'county'"
    )
    assert all(said in changes for said in ("192.0.2.7", "A browser of the tests", "PROVIDER"))
    assert "staff-county" not in changes


def test_the_cookie_of_what_is_pending_belongs_to_this_browser_alone(
    bureau: Live, provider: RealProvider, server: databases.Server
) -> None:
    with client(bureau.url) as browser:
        pending = browser.get("/oidc/start").headers["set-cookie"]
        for part in ("bureau_oidc=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"):
            assert part in pending
        for secret in ("state", "nonce", "verifier", "callback"):
            assert secret not in pending
    with listening(bureau.settings.model_copy(update={"secure_cookies": True})) as url, client(url) as browser:
        pending = browser.get("/oidc/start").headers["set-cookie"]
        assert pending.startswith("__Host-bureau_oidc=")
        assert "; Secure" in pending
        assert "Domain" not in pending


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example.com/",
        "//evil.example.com",
        "/\\evil.example.com",
        "\\\\evil.example.com",
        "/\t/evil.example.com",
        "/\n/evil.example.com",
        "/ /evil.example.com",
        "javascript:alert(1)",
        "evil.example.com",
        "",
        "/x\r\nset-cookie: a=b",
        "/" + "x" * 1000,
        "/中",
    ],
)
def test_nobody_is_led_to_another_site(bureau: Live, to: str) -> None:
    with asking(bureau) as browser:
        reply = browser.get("/oidc/start", params={"to": to})
        assert reply.status_code == 400
        assert "location" not in reply.headers
        assert "set-cookie" not in reply.headers
        twice = browser.get("/oidc/start?to=/&to=//evil.example.com")
        assert (twice.status_code, "location" in twice.headers) == (400, False)


def test_another_site_signs_nobody_in_without_their_doing(bureau: Live) -> None:
    with client(bureau.url, **{"accept-language": "zh", "sec-fetch-site": "cross-site"}) as browser:
        reply = browser.get("/oidc/start", params={"to": "/graphiql?a=1&b=2"})
        assert (reply.status_code, "set-cookie" in reply.headers) == (200, False)
        assert "通过统一身份认证登录" in reply.text
        (link,) = re.findall(r'href="(/oidc/[^"]*)"', reply.text)
        assert browser.get("/oidc/start", params={"to": "//evil.example.com"}).status_code == 400
        reply = browser.get(html.unescape(link), headers={"sec-fetch-site": "same-origin"})
        assert reply.status_code == 303
        assert "bureau_oidc=" in reply.headers["set-cookie"]


def test_an_answer_counts_once_and_in_the_browser_that_began(bureau: Live) -> None:
    with asking(bureau) as browser:
        back = visit(browser, leave(browser), "staff-county")
        held = browser.cookies["bureau_oidc"]
        with asking(bureau) as other:
            assert code_of(other.get(back)) == "SIGN_IN_EXPIRED", "it has begun nothing"
            leave(other)
            assert code_of(other.get(back)) == "SIGN_IN_EXPIRED", "it has begun something else"
        forged = back.replace(answer(back)["state"], "x" * 43)
        assert code_of(browser.get(forged)) == "SIGN_IN_EXPIRED"
        assert "bureau_oidc" not in browser.cookies, "what failed is over"
        browser.cookies.set("bureau_oidc", held)
        assert browser.get(back).status_code == 303
        browser.cookies.clear()
        browser.cookies.set("bureau_oidc", held)
        assert code_of(browser.get(back)) == "SIGN_IN_EXPIRED", "it was taken already"
        browser.cookies.set("bureau_oidc", held[:-6] + "AAAA==")
        assert code_of(browser.get(back)) == "SIGN_IN_EXPIRED", "it was tampered with"


def test_a_code_of_another_sign_in_opens_nothing(bureau: Live) -> None:
    """The provider holds it against the verifier, which the browser that was robbed has."""
    with asking(bureau) as robbed, asking(bureau) as thief:
        stolen = answer(visit(robbed, leave(robbed), "staff-county"))
        own = answer(visit(thief, leave(thief), "staff-east"))
        reply = thief.get("/oidc/callback", params={**own, "code": stolen["code"]})
        assert (reply.status_code, code_of(reply)) == (403, "PROVIDER_REFUSED")
        assert who(thief) is None


def test_an_answer_of_another_issuer_is_refused(bureau: Live) -> None:
    for said in ("https://evil.example.com", ""):
        with asking(bureau) as browser:
            own = answer(visit(browser, leave(browser), "staff-county"))
            reply = browser.get("/oidc/callback", params={**own, "iss": said})
            assert (reply.status_code, code_of(reply)) == (502, "PROVIDER_ANSWER_INVALID")
    with asking(bureau) as browser:
        own = answer(visit(browser, leave(browser), "staff-county"))
        del own["iss"]
        assert code_of(browser.get("/oidc/callback", params=own)) == "PROVIDER_ANSWER_INVALID"


def test_who_gives_up_at_the_provider_is_told_so_in_their_language(bureau: Live) -> None:
    with client(bureau.url, **{"accept-language": "zh", "accept": "text/html"}) as browser:
        back = visit(browser, leave(browser), "", aborts=True)
        assert answer(back)["error"] == "access_denied"
        planted = f"{back}&{urlencode({'error_uri': 'https://evil.example.com/<script>'})}"
        reply = browser.get(planted)
    assert reply.status_code == 403
    assert reply.headers["content-type"].startswith("text/html")
    assert "统一身份认证未完成登录。" in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    for said in ("access_denied", "aborted", "evil", answer(back)["state"]):
        assert said not in reply.text


async def test_whoever_is_bound_to_no_account_is_refused_and_slowed_down(bureau: Live) -> None:
    unknown, delayed = (403, "IDENTITY_UNKNOWN"), (429, "SIGN_IN_DELAYED")
    browsers = [asking(bureau, "198.51.100", **{"accept-language": "zh"}) for _ in range(9)]
    answers = [visit(browser, leave(browser), "staff-nobody") for browser in browsers]
    replies = [browser.get(back) for browser, back in zip(browsers, answers, strict=True)]
    outcomes = [(reply.status_code, code_of(reply)) for reply in replies]
    assert [who(browser) for browser in browsers] == [None] * 9
    for browser in browsers:
        browser.close()
    assert outcomes[:5] == [unknown] * 5
    assert set(outcomes[5:]) <= {unknown, delayed}
    reply = replies[outcomes.index(delayed)]
    assert int(reply.headers["retry-after"]) >= 1
    assert "秒后重试" in reply.json()["errors"][0]["message"]
    with asking(bureau, "198.51.100") as browser:
        assert enter(browser, "staff-east").status_code == 303, "nobody else waits"
    rows = await fetch(
        bureau.settings,
        "SELECT record_id, actor, changes FROM journal WHERE verb = 'sign_in_failed' AND changes LIKE '%198.51.100%'"
        if bureau.settings.database.dialect == "sqlite"
        else "SELECT record_id, actor, changes FROM journal"
        " WHERE verb = 'sign_in_failed' AND changes::text LIKE '%198.51.100%'",
    )
    assert len(rows) == outcomes.count(unknown)
    assert all((row[0], row[1]) == (None, "") and "IDENTITY_UNKNOWN" in row[2] for row in rows)
    assert "staff-nobody" not in str([tuple(row) for row in rows])


async def test_a_closed_account_is_refused(bureau: Live) -> None:
    close = "UPDATE account SET closed_at = {} WHERE username = 'east'"
    await fetch(bureau.settings, close.format("CURRENT_TIMESTAMP"))
    try:
        with asking(bureau, "198.51.101") as browser:
            reply = enter(browser, "staff-east")
            assert (reply.status_code, code_of(reply)) == (403, "IDENTITY_UNKNOWN")
    finally:
        await fetch(bureau.settings, close.format("NULL"))


async def test_a_security_administrator_binds_sees_and_ends(bureau: Live) -> None:
    with client(bureau.url) as admin, client(bureau.url) as clerk, client(bureau.url) as browser:
        as_admin(admin)
        assert bind(admin, "east-director", "staff-county")["errors"][0]["code"] == "DUPLICATE"
        assert bind(admin, "county", "another subject")["errors"][0]["code"] == "DUPLICATE"
        assert bind(admin, "nobody", "another subject")["errors"][0]["path"] == ["username"]
        assert bind(admin, "guard", "my own")["errors"][0]["code"] == "OWN_CASE"
        number = bind(admin, "east-director", "11010519491231002X")["errors"]
        assert [(error["code"], error["path"]) for error in number] == [("INVALID", ["subject"])]
        made = bind(admin, "east-director", "员工 7 Ä")["accountIdentity"]
        assert made["subject"] == "员工 7 Ä"
        assert made["issuer"] == bureau.settings.oidc_issuer
        assert ask(admin, END, id=made["id"])["endIdentity"]["errors"] == []
        made = bind(admin, "east-director", "staff-east-director")["accountIdentity"]

        sign_in(clerk, "registrar")
        assert ask(clerk, END, id=made["id"])["endIdentity"]["errors"] == [{"code": "FORBIDDEN"}]
        (own,) = ask(clerk, BOUND)["accountIdentities"]["nodes"]
        assert own["subject"] == "staff-registrar", "everybody sees their own"

        assert enter(browser, "staff-east-director").status_code == 303
        assert who(browser) == "east-director"
        everybody = ask(admin, BOUND)["accountIdentities"]["nodes"]
        assert {"staff-county", "staff-east-director"} <= {each["subject"] for each in everybody}
        assert ask(admin, END, id=made["id"])["endIdentity"]["errors"] == []
        assert _is_over(browser)
        assert enter(browser, "staff-east-director").status_code == 403
    lines = await fetch(
        bureau.settings,
        "SELECT verb, actor, reason FROM journal WHERE kind = 'account_identity' AND record_id = "
        + made["id"].split(":")[1]
        + " ORDER BY id",
    )
    assert [tuple(line) for line in lines] == [("bind_identity", "guard", None), ("void", "guard", "离职")]


async def test_an_account_may_be_limited_to_the_provider(bureau: Live) -> None:
    with client(bureau.url) as admin, client(bureau.url) as before, client(bureau.url) as browser:
        as_admin(admin)
        unbound = ask(admin, LIMIT, username="keeper", isLimited=True)["limitToProvider"]["errors"]
        assert unbound == [{"code": "NOT_FOUND", "path": ["username"]}]
        assert outcome(before, "director") == ""
        limited = ask(admin, LIMIT, username="director", isLimited=True)["limitToProvider"]
        assert (limited["account"], limited["errors"]) == ({"byProviderAlone": True}, [])
        assert _is_over(before)
        assert outcome(before, "director") == "SIGN_IN_FAILED"
        assert enter(browser, "staff-director").status_code == 303
        assert who(browser) == "director"
        async with opened(bureau.settings) as services:
            await set_user_password(services, "director", "a new password of the tests")
        assert outcome(before, "director", "a new password of the tests") == "", "the operator lifts it"
        assert ask(before, "{ viewer { duty } }")["viewer"] == {"duty": "PASSWORD"}
        enter(browser, "staff-director")
        assert ask(browser, "{ viewer { duty } }")["viewer"] == {"duty": None}, "no password was used"


def test_a_session_through_the_provider_is_one_like_any_other(bureau: Live) -> None:
    with client(bureau.url) as first, client(bureau.url) as second:
        for browser in (first, second):
            assert enter(browser, "staff-registrar").status_code == 303
        sessions = ask(first, "{ viewer { sessions { isCurrent } } }")["viewer"]["sessions"]
        assert len(sessions) >= 2
        assert [each["isCurrent"] for each in sessions].count(True) == 1
        assert ask(first, "mutation { signOutEverywhere { errors { code } } }")["signOutEverywhere"]["errors"] == []
        assert who(first) is None
        assert who(second) is None


def test_signing_out_ends_the_session_at_the_provider_too(bureau: Live, provider: RealProvider) -> None:
    with client(bureau.url) as browser:
        enter(browser, "staff-county")
        foreign = browser.post("/oidc/sign-out", headers={"origin": "https://evil.example.com"})
        assert (foreign.status_code, who(browser)) == (403, "county")
        reply = browser.post("/oidc/sign-out", headers={"origin": bureau.url})
        assert reply.status_code == 303
        address = urlsplit(reply.headers["location"])
        assert f"{address.scheme}://{address.netloc}{address.path}" == f"{provider.issuer}/session/end"
        assert parse_qs(address.query) == {
            "client_id": ["bureau"],
            "post_logout_redirect_uri": [f"http://127.0.0.1:{PORT}/"],
        }
        assert who(browser) is None
        assert "bureau_session" not in browser.cookies
        sign_in(browser, "county")
        assert browser.post("/oidc/sign-out").headers["location"] == f"http://127.0.0.1:{PORT}/", "a password's is ours"
        assert who(browser) is None


def test_the_provider_ends_the_sessions_that_are_over_there(bureau: Live, provider: RealProvider) -> None:
    """Back-channel logout, as the real provider sends it."""
    with client(bureau.url) as browser, client(bureau.url) as elsewhere, client(bureau.url) as by_password:
        enter(browser, "staff-county")
        enter(elsewhere, "staff-county")
        sign_in(by_password, "county")
        farewell = browser.get(f"{provider.issuer}/session/end")
        form = dict(_hidden(farewell.text))
        browser.post(f"{provider.issuer}/session/end/confirm", data={**form, "logout": "yes"})
        assert _is_over(browser)
        assert who(elsewhere) == "county", "it is another session at the provider"
        assert who(by_password) == "county"


def test_where_no_provider_is_set_up_there_is_nothing(live: Live) -> None:
    with live.client() as browser:
        for step in ("start", "callback", "back-channel", "sign-out", "anything"):
            assert browser.get(f"/oidc/{step}").status_code == 404
            assert browser.post(f"/oidc/{step}").status_code == 404


def test_each_step_has_its_method(bureau: Live) -> None:
    with client(bureau.url) as browser:
        for step, method in (("start", "POST"), ("callback", "POST"), ("back-channel", "GET"), ("sign-out", "GET")):
            assert browser.request(method, f"/oidc/{step}").status_code == 405


def test_a_client_with_a_secret_shows_it(
    bureau: Live, provider: RealProvider, tmp_path: Path, ready: tuple[str, world.World]
) -> None:
    (tmp_path / "secret").write_text("a secret: of 100 % & more\n")
    for secret, reached in (
        ({"oidc_client_secret_file": str(tmp_path / "secret")}, 303),
        ({"oidc_client_secret": "a wrong one"}, 403),
    ):
        port = free_port()
        provider.bureaus = (PORT, port)
        provider.start()
        settings = bureau.settings.model_copy(
            update={"oidc_client_id": "confidential", "origins": f"http://127.0.0.1:{port}", **secret}
        )
        with listening(settings, port) as url, client(url) as browser:
            assert enter(browser, "staff-county").status_code == reached


def test_keys_of_the_provider_change(bureau: Live, provider: RealProvider) -> None:
    with asking(bureau, "203.0.113") as browser:
        assert enter(browser, "staff-county").status_code == 303
    provider.start("second")
    time.sleep(1)  # keys that fit nothing are not asked for again at once
    with asking(bureau, "203.0.113") as browser:
        assert enter(browser, "staff-county").status_code == 303
        assert who(browser) == "county"


def test_without_the_provider_passwords_still_open(bureau: Live, provider: RealProvider) -> None:
    with client(bureau.url, **{"accept-language": "zh"}) as browser:
        back = visit(browser, leave(browser), "staff-county")
        provider.stop()
        try:
            reply = browser.get(back)
            assert reply.status_code == 503
            assert "暂时无法连接统一身份认证" in reply.text
            assert who(browser) is None
            assert outcome(browser, "county") == ""
            assert ask(browser, OUT)["signOut"]["errors"] == []
            unknown = bureau.settings.model_copy(update={"oidc_issuer": f"http://127.0.0.1:{free_port()}"})
            with listening(unknown) as url, client(url, accept="application/json") as late:
                reply = late.get("/oidc/start")
                assert (reply.status_code, code_of(reply)) == (503, "PROVIDER_UNAVAILABLE")
                assert reply.json()["errors"][0]["retryable"] is True
                assert outcome(late, "county") == ""
        finally:
            provider.start()


def _is_over(browser: httpx.Client) -> bool:
    """Whether a session ends within seconds."""
    deadline = time.monotonic() + 10
    while who(browser) is not None:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def _hidden(page: str) -> Iterator[tuple[str, str]]:
    yield from re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
