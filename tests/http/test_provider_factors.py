"""The second factor of those who come through an identity provider, and who is bound by their user name once."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.http.test_second_factor import Authenticator
from tests.support import databases, world
from tests.support.authenticator import SoftwarePasskey
from tests.support.files import free_port
from tests.support.live import Live, listening
from tests.support.passkeys import ORIGIN, PROVE, finish
from tests.support.provider import RealProvider, as_admin, bind, enter, real_provider, settings_of
from tests.support.signing_in import add_account, ask, client, fetch, outcome, who

PORT, STRICT, MATCHING, BY_MAIL, KEYED = (free_port() for _ in range(5))
DUTY = "{ viewer { username duty grants { role } } }"
CONFIRM = """mutation($code: String!) { confirmSignIn(input: {code: $code}) {
  viewer { duty grants { role } } errors { code } } }"""
CONFIRM_PASSKEY = """mutation($passkey: String!) { confirmSignIn(input: {passkey: $passkey}) {
  viewer { duty grants { role } } errors { code } } }"""
FIRST_PASSKEY = "mutation { beginPasskey(input: {}) { options errors { code path } } }"
CONFIRM_TOTP = "mutation($code: String!) { confirmTotp(input: {code: $code}) { errors { code } } }"
COUNT = "{ schools { totalCount } }"
FAILED = "SECOND_FACTOR_FAILED"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealProvider]:
    ports = (PORT, STRICT, MATCHING, BY_MAIL, KEYED)
    with real_provider(free_port(), tmp_path_factory.mktemp("provider"), *ports) as found:
        yield found


@pytest.fixture(scope="module")
async def settings(ready: tuple[str, world.World], server: databases.Server, provider: RealProvider) -> Settings:
    """Of a bureau where the auditor's role needs a second factor, and the auditor is bound twice over by name."""
    found = server.settings(ready[0], **settings_of(provider.issuer, PORT))
    auditors = ("auditor", "auditor-twice", "auditor-keyed", "auditor-late")
    for username, role in (("guard", "security_admin"), *((name, "audit_admin") for name in auditors)):
        await add_account(found, username, role, ready[1].bureau)
    with listening(found, PORT) as url, client(url) as admin:
        for username in (*auditors, "county"):
            assert bind(as_admin(admin), username, f"staff-{username}")["errors"] == []
    return found


def served(settings: Settings, port: int, **changed: Any) -> Settings:
    return settings.model_copy(update={"second_factor": "required", "origins": f"http://127.0.0.1:{port}", **changed})


@pytest.fixture(scope="module")
def deaf(settings: Settings, ready: tuple[str, world.World]) -> Iterator[Live]:
    """A bureau that was not told how the provider says that two factors were used."""
    with listening(served(settings, PORT), PORT) as url:
        yield Live(url, settings, ready[1])


@pytest.fixture(scope="module")
def told(settings: Settings, ready: tuple[str, world.World]) -> Iterator[Live]:
    """A bureau that knows it."""
    with listening(served(settings, STRICT, oidc_second_factor="acr=another amr=mfa"), STRICT) as url:
        yield Live(url, settings, ready[1])


@pytest.fixture(scope="module")
def keyed(settings: Settings, ready: tuple[str, world.World]) -> Iterator[Live]:
    """A bureau at a domain that passkeys are made for."""
    origins = f"http://127.0.0.1:{KEYED},{ORIGIN}"
    changed = served(settings, KEYED, origins=origins, passkey_domain=ORIGIN.removeprefix("https://"))
    with listening(changed, KEYED) as url:
        yield Live(url, settings, ready[1])


def duty(asking: httpx.Client) -> tuple[str | None, bool]:
    """What must be done first, and whether any role holds meanwhile."""
    viewer = ask(asking, DUTY)["viewer"]
    return viewer["duty"], bool(viewer["grants"])


def test_whose_role_needs_two_factors_is_not_let_around_them(deaf: Live, told: Live) -> None:
    """Neither by a provider that uses one, nor by one that uses two where nobody said so."""
    for server, username in ((deaf, "auditor"), (deaf, "auditor-twice"), (told, "auditor")):
        with client(server.url) as browser:
            assert enter(browser, f"staff-{username}").status_code == 303
            assert duty(browser) == ("SECOND_FACTOR", False)
            (error,) = browser.post("/graphql", json={"query": COUNT}).json()["errors"]
            assert (error["extensions"]["code"], error["extensions"]["duty"]) == ("DUTY_FIRST", "SECOND_FACTOR")
    with client(told.url) as browser:
        assert enter(browser, "staff-auditor-twice").status_code == 303
        assert duty(browser) == (None, True)
        assert ask(browser, COUNT)["schools"]["totalCount"] == 5
    with client(told.url) as browser:
        assert outcome(browser, "auditor-twice") == ""
        assert duty(browser) == ("SECOND_FACTOR", False), "a password alone is not what the provider saw"


async def test_who_has_an_authenticator_gives_its_code_unless_the_provider_saw_two(deaf: Live, told: Live) -> None:
    with client(deaf.url) as browser:
        enter(browser, "staff-auditor-twice")
        phone = Authenticator(browser)
        assert ask(browser, CONFIRM_TOTP, code=phone.code(-1))["confirmTotp"]["errors"] == []
        assert duty(browser) == (None, True)
        assert ask(browser, CONFIRM, code=phone.code())["confirmSignIn"]["errors"] == [{"code": FAILED}]
    with client(told.url) as browser:
        enter(browser, "staff-auditor-twice")
        assert duty(browser) == (None, True)
    with client(deaf.url) as browser:
        enter(browser, "staff-auditor-twice")
        assert duty(browser) == ("CODE", False)
        (error,) = browser.post("/graphql", json={"query": COUNT}).json()["errors"]
        assert error["extensions"]["duty"] == "CODE"
        assert browser.get("/files/1").json()["errors"][0]["extensions"]["code"] == "DUTY_FIRST"
        wrong = ask(browser, CONFIRM, code="000000x")["confirmSignIn"]
        assert (wrong["viewer"], wrong["errors"]) == (None, [{"code": FAILED}])
        assert duty(browser) == ("CODE", False)
        code = phone.code()
        done = ask(browser, CONFIRM, code=code)["confirmSignIn"]
        assert (done["viewer"]["duty"], done["errors"]) == (None, [])
        assert ask(browser, COUNT)["schools"]["totalCount"] == 5
    with client(deaf.url) as browser:
        enter(browser, "staff-auditor-twice")
        assert ask(browser, CONFIRM, code=code)["confirmSignIn"]["errors"] == [{"code": FAILED}], "it is spent"
    lines = await fetch(deaf.settings, "SELECT verb FROM journal WHERE actor = 'auditor-twice' ORDER BY id")
    assert "confirm_sign_in" in [line[0] for line in lines]


def test_a_passkey_completes_a_sign_in_as_a_code_does(keyed: Live) -> None:
    with client(keyed.url) as browser:
        enter(browser, "staff-auditor-keyed")
        assert duty(browser) == ("SECOND_FACTOR", False)
        begun = ask(browser, FIRST_PASSKEY)["beginPasskey"]
        assert begun["errors"] == [], "who came from the provider just now needs no password for a first factor"
        passkey = SoftwarePasskey(ORIGIN)
        assert finish(browser, passkey.create(begun["options"]))["errors"] == []
        again = ask(browser, FIRST_PASSKEY)["beginPasskey"]
        assert again["errors"] == [{"code": "REQUIRED", "path": ["proof"]}], "nor for a first one alone"
    with client(keyed.url) as browser:
        enter(browser, "staff-auditor-keyed")
        assert duty(browser) == ("CODE", False)
        (error,) = browser.post("/graphql", json={"query": FIRST_PASSKEY}).json()["errors"]
        assert error["extensions"]["code"] == "DUTY_FIRST"
        shown = passkey.get(ask(browser, PROVE)["beginProof"]["options"])
        other = SoftwarePasskey(ORIGIN).get(ask(browser, PROVE)["beginProof"]["options"])
        assert ask(browser, CONFIRM_PASSKEY, passkey=other)["confirmSignIn"]["errors"] == [{"code": FAILED}]
        done = ask(browser, CONFIRM_PASSKEY, passkey=shown)["confirmSignIn"]
        assert (done["viewer"]["duty"], done["errors"]) == (None, [])
        assert ask(browser, COUNT)["schools"]["totalCount"] == 5


async def test_a_sign_in_of_a_while_ago_shows_nobody_any_more(keyed: Live) -> None:
    with client(keyed.url) as browser:
        enter(browser, "staff-auditor-late")

        async def age(tx: Transaction) -> None:
            await tx.fetch("UPDATE session SET created_at = $1", tx.now() - timedelta(minutes=11))

        async with opened(keyed.settings) as services:
            await services.store.database.transaction(age)
        late = ask(browser, FIRST_PASSKEY)["beginPasskey"]
        assert late["errors"] == [{"code": "REQUIRED", "path": ["proof"]}]


def test_guessing_codes_locks_whoever_came_through_the_provider_out(deaf: Live) -> None:
    with client(deaf.url) as browser:
        enter(browser, "staff-auditor")
        phone = Authenticator(browser)
        assert ask(browser, CONFIRM_TOTP, code=phone.code(-1))["confirmTotp"]["errors"] == []
        enter(browser, "staff-auditor")
        for _ in range(5):
            assert ask(browser, CONFIRM, code="000000x")["confirmSignIn"]["errors"] == [{"code": FAILED}]
        codes = {error["code"] for error in ask(browser, CONFIRM, code=phone.code())["confirmSignIn"]["errors"]}
        assert codes <= {FAILED, "SIGN_IN_DELAYED"}
        assert codes
        assert duty(browser) == ("CODE", False)
        reply = enter(browser, "staff-auditor")
        assert reply.status_code == 403, "nor does another sign-in there open a locked account"


def test_nobody_gives_a_code_who_is_not_asked_for_one(deaf: Live) -> None:
    with client(deaf.url) as browser:
        enter(browser, "staff-county")
        assert ask(browser, CONFIRM, code="000000")["confirmSignIn"]["errors"] == [{"code": FAILED}]
        assert who(browser) == "county"


async def test_a_user_name_that_the_provider_vouches_for_binds_once(settings: Settings, provider: RealProvider) -> None:
    changed = {"oidc_match": "preferred_username", "oidc_scopes": "openid profile"}
    with listening(served(settings, MATCHING, **changed), MATCHING) as url:
        with client(url) as browser:
            assert enter(browser, "staff-director").status_code == 303
            assert who(browser) == "director"
        with client(url) as browser:
            assert enter(browser, "director").status_code == 403, "the name is the same, the subject another"
            assert who(browser) is None
        with client(url) as browser:
            assert enter(browser, "staff-guard").status_code == 403, "administrators are bound by hand"
            assert enter(browser, "staff-nobody").status_code == 403, "nobody is made up"
        with client(url) as browser:
            assert enter(browser, "staff-director").status_code == 303, "and again, by what is bound"
    sql = "SELECT subject, bound_by FROM account_identity WHERE subject LIKE '%director%'"
    assert [tuple(row) for row in await fetch(settings, sql)] == [("staff-director", "director")]
    verbs = "SELECT verb, actor FROM journal WHERE kind = 'account_identity' AND actor = 'director'"
    assert [tuple(row) for row in await fetch(settings, verbs)] == [("bind_identity", "director")]


async def test_an_address_that_nobody_verified_binds_nobody(settings: Settings, provider: RealProvider) -> None:
    for username in ("unverified-clerk@example.cn", "clerk@example.cn"):
        await add_account(settings, username, "registrar", (await fetch(settings, "SELECT min(id) FROM unit"))[0][0])
    changed = {"oidc_match": "email", "oidc_scopes": "openid email"}
    with listening(served(settings, BY_MAIL, **changed), BY_MAIL) as url:
        with client(url) as browser:
            assert enter(browser, "unverified-clerk").status_code == 403
        with client(url) as browser:
            assert enter(browser, "clerk").status_code == 303
            assert who(browser) == "clerk@example.cn"
