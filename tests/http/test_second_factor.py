"""The second factor: setting it up, signing in with it, and what those do without it whose roles need it."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pyotp
import pytest

from tests.support import databases, world
from tests.support.live import PASSWORD, Live, listening
from tests.support.signing_in import add_account, ask, client, fetch, outcome, sign_in, who

BEGIN = """mutation($proof: ProofInput!) { beginTotp(input: {proof: $proof}) {
  secret uri errors { code path } } }"""
CONFIRM = """mutation($code: String!) { confirmTotp(input: {code: $code}) {
  recoveryCodes viewer { username duty grants { role } } errors { code path } } }"""
REMOVE = """mutation($username: String!, $reason: String!) {
  removeTotp(input: {username: $username, reason: $reason}) { errors { code path } } }"""
DUTY = "{ viewer { duty grants { role } } }"
NEEDED, WRONG = "SECOND_FACTOR_NEEDED", "SECOND_FACTOR_FAILED"


@pytest.fixture(scope="module")
def strict(ready: tuple[str, world.World], server: databases.Server) -> Iterator[Live]:
    """A server that asks a second factor of those whose roles need one, and believes a proxy on this machine."""
    settings = server.settings(ready[0], second_factor="required", trusted_proxies="127.0.0.1")
    with listening(settings) as url:
        yield Live(url, settings, ready[1])


class Authenticator:
    """What stands on somebody's telephone."""

    def __init__(self, asking: httpx.Client) -> None:
        begun = ask(asking, BEGIN, proof={"password": PASSWORD})["beginTotp"]
        assert begun["errors"] == []
        self.secret, self.uri = begun["secret"], begun["uri"]
        self._totp = pyotp.TOTP(self.secret)

    def code(self, steps: int = 0) -> str:
        """The code of now, or of some steps later or earlier."""
        if (left := 30 - time.time() % 30) < 2:
            time.sleep(left)  # so that the server's step is ours
        return self._totp.generate_otp(int(time.time()) // 30 + steps)


def enrolled(asking: httpx.Client, username: str) -> tuple[Authenticator, list[str]]:
    """Sign in and set up a second factor by the code of a step ago, so that the present one is still good."""
    assert sign_in(asking, username)["errors"] == []
    phone = Authenticator(asking)
    payload = ask(asking, CONFIRM, code=phone.code(-1))["confirmTotp"]
    assert payload["errors"] == []
    return phone, payload["recoveryCodes"]


def with_code(url: str, username: str, code: str, come_from: str = "") -> str:
    """What becomes of signing in with the right password and a code."""
    with client(url, come_from=come_from) as asking:
        errors = sign_in(asking, username, code=code)["errors"]
        assert (who(asking) == username) is (not errors)
    return " ".join(error["code"] for error in errors)


async def test_whose_role_needs_it_does_nothing_but_set_it_up(strict: Live) -> None:
    await add_account(strict.settings, "auditor", "audit_admin", strict.city.bureau)
    with client(strict.url) as asking, client(strict.url) as registrar:
        sign_in(registrar, "registrar")
        assert ask(registrar, DUTY)["viewer"] == {"duty": None, "grants": [{"role": "registrar"}]}
        sign_in(asking, "auditor")
        assert ask(asking, DUTY)["viewer"] == {"duty": "SECOND_FACTOR", "grants": []}
        (error,) = asking.post("/graphql", json={"query": "{ schools { totalCount } }"}).json()["errors"]
        assert (error["extensions"]["code"], error["extensions"]["duty"]) == ("DUTY_FIRST", "SECOND_FACTOR")
        phone = Authenticator(asking)
        assert ask(asking, CONFIRM, code="000000x")["confirmTotp"]["errors"] == [{"code": "INVALID", "path": ["code"]}]
        assert ask(asking, DUTY)["viewer"]["duty"] == "SECOND_FACTOR"
        viewer = ask(asking, CONFIRM, code=phone.code())["confirmTotp"]["viewer"]
        assert viewer == {"username": "auditor", "duty": None, "grants": [{"role": "audit_admin"}]}
        assert ask(asking, "{ schools { totalCount } }")["schools"]["totalCount"] == 5


def test_signing_in_asks_for_a_code_after_the_right_password_alone(strict: Live) -> None:
    with client(strict.url) as asking:
        phone, _ = enrolled(asking, "county")
        address = urlsplit(phone.uri)
        assert (address.scheme, address.netloc) == ("otpauth", "totp")
        assert parse_qs(address.query)["secret"] == [phone.secret]
        assert ask(asking, BEGIN, proof={"password": PASSWORD})["beginTotp"] == {
            "secret": None,
            "uri": None,
            "errors": [{"code": "SECOND_FACTOR_HELD", "path": []}],
        }
    with client(strict.url) as asking:
        assert outcome(asking, "county", "wrong") == "SIGN_IN_FAILED"
        assert outcome(asking, "county") == NEEDED
        assert who(asking) is None
    assert with_code(strict.url, "county", phone.code(5)) == WRONG
    assert with_code(strict.url, "county", phone.code()) == ""


def test_a_code_is_good_once(strict: Live) -> None:
    with client(strict.url) as asking:
        phone, _ = enrolled(asking, "east")
    first, next_one = phone.code(), phone.code(1)
    assert with_code(strict.url, "east", first) == ""
    assert with_code(strict.url, "east", first) == WRONG
    assert with_code(strict.url, "east", next_one) == ""
    assert with_code(strict.url, "east", first) == WRONG, "nor one from before a code that was used"


def test_a_recovery_code_stands_in_once_for_a_lost_telephone(strict: Live) -> None:
    left = "{ viewer { hasAuthenticator recoveryCodesLeft } }"
    with client(strict.url) as asking:
        _, codes = enrolled(asking, "registrar")
        assert len(set(codes)) == 10
        assert ask(asking, left)["viewer"] == {"hasAuthenticator": True, "recoveryCodesLeft": 10}
        assert with_code(strict.url, "registrar", codes[3].upper()) == ""
        assert with_code(strict.url, "registrar", codes[3]) == WRONG
        assert with_code(strict.url, "registrar", codes[4]) == ""
        assert ask(asking, left)["viewer"] == {"hasAuthenticator": True, "recoveryCodesLeft": 8}


async def test_guessing_codes_locks_whoever_has_the_password_out(strict: Live) -> None:
    await add_account(strict.settings, "clerk", "funds", strict.city.bureau)
    with client(strict.url) as asking:
        phone, _ = enrolled(asking, "clerk")
        guesses = [with_code(strict.url, "clerk", f"x{n}", come_from=f"10.0.{n}.1") for n in range(5)]
        assert guesses == [WRONG] * 5
        assert with_code(strict.url, "clerk", phone.code(), come_from="10.0.9.1") == "SIGN_IN_FAILED"
        assert who(asking) == "clerk"


async def test_a_security_administrator_takes_away_what_was_lost(strict: Live) -> None:
    await add_account(strict.settings, "guard", "security_admin", strict.city.bureau)
    with client(strict.url) as keeper, client(strict.url) as guard, client(strict.url) as operator:
        phone, _ = enrolled(keeper, "keeper")
        enrolled(guard, "guard")
        enrolled(operator, "operator")

        def remove(asking: httpx.Client, username: str, reason: str = "Lost on a bus.") -> Any:
            return ask(asking, REMOVE, username=username, reason=reason)["removeTotp"]["errors"]

        query = {"query": REMOVE, "variables": {"username": "keeper", "reason": "x"}}
        (error,) = operator.post("/graphql", json=query).json()["errors"]
        assert error["extensions"]["code"] == "FORBIDDEN"
        assert remove(guard, "guard") == [{"code": "FORBIDDEN", "path": []}]
        assert remove(guard, "east-director") == [{"code": "INVALID", "path": ["username"]}]
        assert remove(guard, "keeper", "  ") == [{"code": "REQUIRED", "path": ["reason"]}]
        assert who(keeper) == "keeper"
        assert remove(guard, "keeper") == []
        assert who(keeper) is None
        assert sign_in(keeper, "keeper")["errors"] == []
        assert ask(keeper, DUTY)["viewer"]["duty"] is None, "a registrar may do without"
        assert Authenticator(keeper).secret != phone.secret


async def test_secrets_and_codes_are_sealed_or_digested_wherever_they_are_kept(strict: Live) -> None:
    await add_account(strict.settings, "private", "funds", strict.city.bureau)
    with client(strict.url) as asking:
        phone, codes = enrolled(asking, "private")
    (account,) = (await fetch(strict.settings, "SELECT id FROM account WHERE username = 'private'"))[0]
    (row,) = await fetch(strict.settings, "SELECT sealed, confirmed_at FROM totp WHERE account_id = $1", account)
    assert row[1] is not None
    assert phone.secret.encode() not in bytes(row[0])
    kept = await fetch(strict.settings, "SELECT digest FROM recovery_code WHERE account_id = $1", account)
    assert len(kept) == 10
    assert not {line[0] for line in kept} & set(codes)
    journal = await fetch(
        strict.settings, "SELECT verb, changes FROM journal WHERE record_id = $1 AND kind = 'account'", account
    )
    assert [line[0] for line in journal] == ["create", "begin_totp", "confirm_totp"]
    assert phone.secret not in str([list(line) for line in journal])
