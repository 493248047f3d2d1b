"""Passkeys: adding them, signing in by them alone and beside a password, and what is refused."""

import json
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pyotp
import pytest

from bureau.access import passkeys
from bureau.access.challenges import GOOD_FOR, Ceremony, Challenges, Purpose
from tests.support import databases, world
from tests.support.authenticator import (
    BACKED_UP,
    BACKUP_ELIGIBLE,
    PRESENT,
    VERIFIED,
    Answer,
    SoftwarePasskey,
    decoded,
    encoded,
)
from tests.support.live import PASSWORD, Live, listening
from tests.support.passkeys import (
    BEGIN,
    BEGIN_SIGN_IN,
    FINISH_SIGN_IN,
    LIST,
    ORIGIN,
    PROVE,
    REMOVE,
    add,
    begin,
    by_passkey,
    challenge,
    enrolled,
    finish,
    present,
)
from tests.support.signing_in import add_accounts, ask, client, fetch, outcome, sign_in, who

FAILED, DELAYED = "PASSKEY_FAILED", "SIGN_IN_DELAYED"
NEEDED, WRONG = "SECOND_FACTOR_NEEDED", "SECOND_FACTOR_FAILED"
SIGN_IN = """mutation($input: SignInInput!) {
  signIn(input: $input) { viewer { username } passkeyOptions errors { code } } }"""
BEGIN_TOTP = """mutation($proof: ProofInput!) { beginTotp(input: {proof: $proof}) { secret errors { code path } } }"""
REMOVE_FACTORS = """mutation($username: String!) {
  removeFactors(input: {username: $username, reason: "Lost on a bus."}) { errors { code path } } }"""


CLERKS = ("leaver", "losing", "private", "tampering", "one", "other", "proving", "given", "many")
ROLES = {"auditor": "audit_admin", "guard": "security_admin", **dict.fromkeys(CLERKS, "funds")}


@pytest.fixture(scope="module")
async def staff(ready: tuple[str, world.World], server: databases.Server) -> tuple[str, world.World]:
    """A database with more accounts in it."""
    await add_accounts(server.settings(ready[0]), ROLES, ready[1].bureau)
    return ready


@pytest.fixture(scope="module")
def strict(staff: tuple[str, world.World], server: databases.Server) -> Iterator[Live]:
    """A server at a domain, which asks a second factor of those whose roles need one, and believes a proxy."""
    settings = server.settings(staff[0], origins=ORIGIN, second_factor="required", trusted_proxies="127.0.0.1")
    with listening(settings) as url:
        yield Live(url, settings, staff[1])


@pytest.fixture(scope="module")
def slow(strict: Live) -> Iterator[str]:
    """A server where a name waits for minutes from its first failure on."""
    with listening(strict.settings.model_copy(update={"sign_in_attempts": -6})) as url:
        yield url


@pytest.fixture(scope="module")
def telephone(strict: Live) -> SoftwarePasskey:
    """A passkey of the registrar of a county, used a few times."""
    with client(strict.url) as asking:
        passkey = enrolled(asking, "county")
        assert by_passkey(asking, passkey) == ""
    return passkey


def begun(asking: httpx.Client, username: str) -> Any:
    """The payload of signing in with the right password alone."""
    return ask(asking, SIGN_IN, input={"username": username, "password": PASSWORD})["signIn"]


async def journalled(strict: Live, verb: str) -> list[dict[str, Any]]:
    """What the journal has under a verb, the last first."""
    rows = await fetch(strict.settings, "SELECT changes FROM journal WHERE verb = $1 ORDER BY id DESC", verb)
    return [json.loads(row[0]) for row in rows]


# Signing in ---------------------------------------------------------------------------------------------------------


def test_a_passkey_alone_signs_in_whoever_holds_it(strict: Live, telephone: SoftwarePasskey) -> None:
    with client(strict.url) as asking:
        asked = json.loads(challenge(asking))
        assert asked["allowCredentials"] == [], "nobody says who they are before"
        assert asked["userVerification"] == "required"
        assert asked["rpId"] == "bureau.example.cn"
        assert by_passkey(asking, telephone) == ""
        assert who(asking) == "county"
        (listed,) = ask(asking, LIST)["viewer"]["passkeys"]
        assert listed["name"] == "My telephone"
        assert listed["isBackedUp"] is False
        assert listed["usedAt"] >= listed["addedAt"]


def test_a_device_gets_tokens_for_it_and_no_cookie(strict: Live, telephone: SoftwarePasskey) -> None:
    with client(strict.url, **{"x-client": "device"}) as asking:
        credential = telephone.get(challenge(asking))
        token = ask(asking, FINISH_SIGN_IN, credential=credential)["finishPasskeySignIn"]["token"]
        assert not asking.cookies
    with client(strict.url, authorization=f"Bearer {token}") as asking:
        assert who(asking) == "county"


async def test_the_journal_tells_of_a_passkey_by_which_somebody_came(strict: Live, telephone: SoftwarePasskey) -> None:
    with client(strict.url, come_from="10.9.1.1") as asking:
        assert by_passkey(asking, telephone) == ""
    (number,) = (await fetch(strict.settings, "SELECT id FROM passkey WHERE credential_id = $1", telephone.id))[0]
    assert {"passkey": number, "address": "10.9.1.1"}.items() <= (await journalled(strict, "sign_in"))[0].items()
    assert {"passkey": number, "name": "My telephone"} in await journalled(strict, "add_passkey")


def without(flag: int) -> Any:
    def change(answer: Answer) -> None:
        answer.flags &= ~flag

    return change


def said(**changed: Any) -> Any:
    def change(answer: Answer) -> None:
        answer.client.update(changed)

    return change


def signed(**changed: Any) -> Any:
    def change(answer: Answer) -> None:
        for name, value in changed.items():
            setattr(answer, name, value)

    return change


REFUSED = {
    "another site": (said(origin="https://bureau.example.cn.example.com"), "RESPONSE"),
    "the same site without TLS": (said(origin="http://bureau.example.cn"), "RESPONSE"),
    "a host below that is none of ours": (said(origin="https://other.bureau.example.cn"), "RESPONSE"),
    "a page within another site's": (said(crossOrigin=True), "RESPONSE"),
    "another domain": (signed(domain="example.cn"), "RESPONSE"),
    "a made-up challenge": (said(challenge=encoded(secrets.token_bytes(56))), "CHALLENGE"),
    "no challenge": (said(challenge=""), "CHALLENGE"),
    "what answers another question": (said(type="webauthn.create"), "RESPONSE"),
    "a holder who is not seen to be there": (without(VERIFIED), "RESPONSE"),
    "nobody there": (without(PRESENT), "RESPONSE"),
    "a counter that stands still": (signed(count=1), "SIGN_COUNT"),
    "a counter that goes back": (signed(count=0), "SIGN_COUNT"),
    "another's handle": (signed(handle=bytes(32)), "HOLDER"),
    "no handle": (signed(handle=None), "HOLDER"),
    "a tampered signature": (signed(spoil=True), "RESPONSE"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_an_answer_is_refused(strict: Live, telephone: SoftwarePasskey, name: str) -> None:
    """All alike, and from a network of its own; the journal tells why."""
    change, why = REFUSED[name]
    with client(strict.url, come_from=f"10.1.{list(REFUSED).index(name)}.1") as asking:
        assert by_passkey(asking, telephone, change) == FAILED
        assert who(asking) is None
        assert (await journalled(strict, "sign_in_failed"))[0]["refused"] == why
        assert by_passkey(asking, telephone) == ""


async def test_a_passkey_that_is_not_known_is_refused_alike(strict: Live) -> None:
    with client(strict.url, come_from="10.2.1.1") as asking:
        assert by_passkey(asking, SoftwarePasskey(ORIGIN, handle=bytes(32))) == FAILED
    assert "refused" not in (await journalled(strict, "sign_in_failed"))[0]


@pytest.mark.parametrize("steps", [1, 0])
def test_an_answer_is_good_once(strict: Live, steps: int) -> None:
    """Though an authenticator whose passkeys are copied to other devices counts nothing."""
    with client(strict.url, come_from=f"10.2.2{steps}.1") as asking:
        passkey = enrolled(asking, "east-director" if steps else "east", steps=steps)
        credential = passkey.get(challenge(asking))
    with client(strict.url, come_from=f"10.2.2{steps}.1") as asking:
        assert present(asking, credential) == ""
    with client(strict.url, come_from=f"10.2.2{steps}.1") as asking:
        assert present(asking, credential) == FAILED
        assert by_passkey(asking, passkey) == ""


def test_a_challenge_is_good_for_minutes_and_for_its_ceremony(strict: Live, telephone: SoftwarePasskey) -> None:
    challenges, now = Challenges(strict.settings), datetime.now(UTC)
    account = Ceremony(Purpose.SECOND_FACTOR, 1)
    cases = [
        (Ceremony(Purpose.SIGN_IN), now - GOOD_FOR - timedelta(seconds=1), FAILED),
        (account, now, FAILED),
        (Ceremony(Purpose.SIGN_IN), now - GOOD_FOR + timedelta(minutes=1), ""),
    ]
    with client(strict.url, come_from="10.2.3.1") as asking:
        for ceremony, moment, expected in cases:
            asked = {"challenge": encoded(challenges.new(ceremony, moment)), "rpId": "bureau.example.cn"}
            assert present(asking, telephone.get(json.dumps(asked))) == expected
        beside = begun(asking, "county")["passkeyOptions"]
        assert present(asking, telephone.get(beside)) == FAILED, "one that was asked for beside a password"


async def test_who_asks_or_makes_passkeys_up_leaves_no_more_than_one_line(strict: Live, slow: str) -> None:
    async def lines() -> list[int]:
        tables = ("journal", "spent_challenge", "sign_in_attempt")
        return [(await fetch(strict.settings, f"SELECT count(*) FROM {table}"))[0][0] for table in tables]

    before = await lines()
    with client(slow, come_from="10.2.4.1") as asking:
        for _ in range(20):
            challenge(asking)
        assert await lines() == before
        outcomes = [by_passkey(asking, SoftwarePasskey(ORIGIN)) for _ in range(8)]
        assert outcomes == [FAILED] + [DELAYED] * 7
        assert await lines() == [before[0] + 1, before[1], before[2] + 1]
    with client(slow, come_from="10.2.5.1") as elsewhere:
        assert by_passkey(elsewhere, SoftwarePasskey(ORIGIN)) == FAILED


def test_failures_delay_the_next_attempt_of_the_same_account(telephone: SoftwarePasskey, slow: str) -> None:
    with client(slow, come_from="10.2.6.1") as guessing:
        assert by_passkey(guessing, telephone, signed(spoil=True)) == FAILED
        assert by_passkey(guessing, telephone) == DELAYED
        assert outcome(guessing, "county") == DELAYED, "by the password too"
    with client(slow, come_from="10.2.7.1") as elsewhere:
        assert by_passkey(elsewhere, telephone) == ""


async def test_a_locked_administrator_is_not_let_in_by_a_passkey(strict: Live) -> None:
    with client(strict.url) as own:
        passkey = enrolled(own, "operator")
        assert by_passkey(own, passkey) == ""
        for number in range(5):
            with client(strict.url, come_from=f"10.3.{number}.1") as guessing:
                assert by_passkey(guessing, passkey, signed(spoil=True)) == FAILED
        with client(strict.url, come_from="10.3.9.1") as late:
            assert by_passkey(late, passkey) == FAILED
            assert begun(late, "operator")["errors"] == [{"code": "SIGN_IN_FAILED"}]
        assert who(own) == "operator"


async def test_a_closed_account_is_not_let_in(strict: Live) -> None:
    with client(strict.url, come_from="10.3.20.1") as asking:
        passkey = enrolled(asking, "leaver")
        now = datetime.now(UTC)
        await fetch(strict.settings, "UPDATE account SET closed_at = $1 WHERE username = 'leaver'", now)
        assert by_passkey(asking, passkey) == FAILED


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "[" * 9000, '{"response": {"clientDataJSON": "e30"}}'])
def test_what_is_no_credential_is_refused_and_counts_nothing(strict: Live, text: str) -> None:
    with client(strict.url, come_from="10.3.30.1") as asking:
        payload = ask(asking, FINISH_SIGN_IN, credential=text)["finishPasskeySignIn"]
        assert payload["errors"] == [{"code": "INVALID", "path": ["credential"], "retryable": False}]


def test_there_is_one_sign_in_of_whichever_sort_in_an_operation(strict: Live) -> None:
    one = 'finishPasskeySignIn(input: {credential: "{}"}) { errors { code } }'
    other = 'signIn(input: {username: "county", password: "x"}) { errors { code } }'
    with client(strict.url) as asking:
        for text in (f"a: {one} b: {one}", f"a: {one} b: {other}"):
            reply = asking.post("/graphql", json={"query": f"mutation {{ {text} }}"}).json()
            assert [error["extensions"]["code"] for error in reply["errors"]] == ["LIMIT_EXCEEDED"]


# Beside the password ------------------------------------------------------------------------------------------------


async def test_a_passkey_is_the_second_factor_after_the_right_password(
    strict: Live, telephone: SoftwarePasskey
) -> None:
    def beside(passkey: SoftwarePasskey, change: Any, come_from: str) -> str:
        with client(strict.url, come_from=come_from) as asking:
            options = begun(asking, "county")["passkeyOptions"]
            errors = sign_in(asking, "county", passkey=passkey.get(options, change))["errors"]
            assert (who(asking) == "county") is (not errors)
        return " ".join(error["code"] for error in errors)

    with client(strict.url, come_from="10.4.1.1") as asking:
        assert (
            ask(asking, SIGN_IN, input={"username": "county", "password": "wrong"})["signIn"]["passkeyOptions"] is None
        )
        needed = begun(asking, "county")
        assert needed["errors"] == [{"code": NEEDED}]
        (allowed,) = json.loads(needed["passkeyOptions"])["allowCredentials"]
        assert allowed == {"id": encoded(telephone.id), "type": "public-key", "transports": ["hybrid", "internal"]}
        credential = telephone.get(needed["passkeyOptions"], without(VERIFIED))
        assert sign_in(asking, "county", passkey=credential)["errors"] == [], "after a password a touch is enough"
    with client(strict.url, come_from="10.4.2.1") as asking:
        assert sign_in(asking, "county", passkey=credential)["errors"][0]["code"] == WRONG, "it is good once"
        stranger = enrolled(asking, "director")
    assert beside(stranger, lambda answer: None, "10.4.3.1") == WRONG
    assert beside(telephone, signed(spoil=True), "10.4.4.1") == WRONG
    assert beside(telephone, signed(handle=None), "10.4.5.1") == ""


def test_a_recovery_code_stands_in_for_a_lost_passkey(strict: Live) -> None:
    with client(strict.url) as asking:
        sign_in(asking, "keeper")
        _, codes = add(asking)
        assert len(set(codes)) == 10
        assert add(asking, "Another")[1] is None, "they come with the first factor alone"
    with client(strict.url, come_from="10.4.20.1") as asking:
        assert sign_in(asking, "keeper", code=codes[0])["errors"] == []
    with client(strict.url, come_from="10.4.20.1") as asking:
        assert sign_in(asking, "keeper", code=codes[0])["errors"][0]["code"] == WRONG
        begun_totp = ask_as_keeper(asking, codes[1])
        code = pyotp.TOTP(begun_totp["secret"]).now()
    with client(strict.url, come_from="10.4.21.1") as asking:
        refused = sign_in(asking, "keeper", code=code)["errors"]
        assert refused[0]["code"] == WRONG, "an authenticator that was never confirmed opens nothing"


def ask_as_keeper(asking: httpx.Client, code: str) -> Any:
    """Begin to set up an authenticator, which is not confirmed."""
    assert sign_in(asking, "keeper", code=code)["errors"] == []
    begun_totp = ask(asking, BEGIN_TOTP, proof={"password": PASSWORD})["beginTotp"]
    assert begun_totp["errors"] == []
    return begun_totp


def begun_by(asking: httpx.Client, held: SoftwarePasskey) -> str:
    """The options of a new passkey, which another one proves."""
    return str(begin(asking, passkey=held.get(ask(asking, PROVE)["beginProof"]["options"]))["options"])


# Adding -------------------------------------------------------------------------------------------------------------


async def test_whose_role_needs_a_second_factor_is_content_with_a_passkey(strict: Live) -> None:
    with client(strict.url) as asking:
        sign_in(asking, "auditor")
        (error,) = asking.post("/graphql", json={"query": "{ schools { totalCount } }"}).json()["errors"]
        assert error["extensions"]["duty"] == "SECOND_FACTOR"
        passkey = SoftwarePasskey(ORIGIN)
        payload = finish(asking, passkey.create(begin(asking)["options"]))
        assert payload["viewer"] == {"username": "auditor", "duty": None}
        assert ask(asking, "{ schools { totalCount } }")["schools"]["totalCount"] == 5
        (listed,) = ask(asking, LIST)["viewer"]["passkeys"]
        proof = {"password": PASSWORD}
        assert ask(asking, REMOVE, id=listed["id"], proof=proof)["removePasskey"]["viewer"] == {"duty": "SECOND_FACTOR"}
        assert by_passkey(asking, passkey) == FAILED
    rows = await fetch(
        strict.settings,
        "SELECT count(*) FROM recovery_code c JOIN account a ON a.id = c.account_id WHERE a.username = 'auditor'",
    )
    assert rows[0][0] == 0, "with the last factor the recovery codes go"


async def test_a_passkey_is_asked_for_as_one_that_signs_in_alone_and_says_nothing_of_whose_it_is(strict: Live) -> None:
    with client(strict.url) as asking:
        sign_in(asking, "private")
        first = json.loads(begin(asking)["options"])
        passkey, _ = add(asking, flags=PRESENT | VERIFIED | BACKUP_ELIGIBLE | BACKED_UP)
        second = json.loads(begun_by(asking, passkey))
        assert second["excludeCredentials"][0]["id"] == encoded(passkey.id)
        assert ask(asking, LIST)["viewer"]["passkeys"][0]["isBackedUp"] is True
    assert first["authenticatorSelection"]["residentKey"] == "required"
    assert first["authenticatorSelection"]["userVerification"] == "required"
    assert first["rp"]["id"] == "bureau.example.cn"
    assert first["user"]["id"] == second["user"]["id"]
    assert len(decoded(first["user"]["id"])) == 32
    assert first["challenge"] != second["challenge"]


NOT_ADDED = {
    "another site": said(origin="https://example.com"),
    "another domain": signed(domain="example.com"),
    "a made-up challenge": said(challenge=encoded(secrets.token_bytes(56))),
    "what answers another question": said(type="webauthn.get"),
    "a page within another site's": said(crossOrigin=True),
    "a holder who is not seen to be there": without(VERIFIED),
    "an endless id": signed(credential=bytes(2000)),
}


async def test_a_passkey_that_is_not_as_it_was_asked_for_is_not_added(strict: Live) -> None:
    with client(strict.url) as asking:
        held = enrolled(asking, "tampering")
        for name, change in NOT_ADDED.items():
            options = begun_by(asking, held)
            passkey = SoftwarePasskey(ORIGIN)
            refused = finish(asking, passkey.create(options, change))
            assert refused["errors"] == [{"code": "INVALID", "path": ["credential"]}], name
            if "challenge" not in name:
                again = finish(asking, passkey.create(options))["errors"]
                assert again == [{"code": "INVALID", "path": ["credential"]}], "its challenge is spent"
        whole = json.loads(SoftwarePasskey(ORIGIN).create(begun_by(asking, held)))
        whole["response"]["attestationObject"] = encoded(b"\xff" * 300)
        assert finish(asking, json.dumps(whole))["errors"] == [{"code": "INVALID", "path": ["credential"]}]
        assert len(ask(asking, LIST)["viewer"]["passkeys"]) == 1
    refusals = await fetch(
        strict.settings,
        "SELECT count(*) FROM journal j JOIN account a ON a.id = j.record_id"
        " WHERE j.verb = 'refuse_passkey' AND a.username = 'tampering'",
    )
    assert refusals[0][0] >= len(NOT_ADDED)


async def test_a_passkey_belongs_to_one_account_and_is_added_where_it_was_asked_for(strict: Live) -> None:
    with client(strict.url) as one, client(strict.url) as other, client(strict.url) as elsewhere:
        for asking, username in ((one, "one"), (elsewhere, "one"), (other, "other")):
            assert sign_in(asking, username)["errors"] == []
        passkey = SoftwarePasskey(ORIGIN)
        options = begin(one)["options"]
        for asking in (other, elsewhere):
            refused = finish(asking, passkey.create(options))["errors"]
            assert refused == [{"code": "INVALID", "path": ["credential"]}], "another account, another session"
        assert finish(one, passkey.create(options))["errors"] == []
        for asking in (one, other):
            taken = finish(asking, passkey.create(begin(asking)["options"]))["errors"]
            assert taken == [{"code": "DUPLICATE", "path": ["credential"]}]
        (listed,) = ask(one, LIST)["viewer"]["passkeys"]
        proof = {"password": PASSWORD}
        missing = [{"code": "NOT_FOUND", "path": ["id"]}]
        assert ask(other, REMOVE, id=listed["id"], proof=proof)["removePasskey"]["errors"] == missing
        assert ask(other, REMOVE, id="School:1", proof=proof)["removePasskey"]["errors"] == missing


def test_a_passkey_has_a_name_of_one_line(strict: Live) -> None:
    cases = ((" ", "REQUIRED"), ("x" * 61, "TOO_LONG"), ("a\nb", "INVALID"), ("a\x00b", "INVALID"))
    with client(strict.url) as asking:
        sign_in(asking, "registrar")
        credential = SoftwarePasskey(ORIGIN).create(begin(asking)["options"])
        for name, code in cases:
            assert finish(asking, credential, name)["errors"] == [{"code": code, "path": ["name"]}]
        assert finish(asking, credential, "x" * 60)["errors"] == []


async def test_an_account_has_so_many_passkeys(strict: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passkeys, "MOST", 2)
    with client(strict.url) as asking:
        held = enrolled(asking, "many")
        options = begun_by(asking, held)
        assert finish(asking, SoftwarePasskey(ORIGIN).create(begun_by(asking, held)))["errors"] == []
        full = [{"code": "INVALID", "path": []}]
        assert finish(asking, SoftwarePasskey(ORIGIN).create(options))["errors"] == full
        proof = held.get(ask(asking, PROVE)["beginProof"]["options"])
        assert begin(asking, passkey=proof)["errors"] == full


# Proof --------------------------------------------------------------------------------------------------------------


async def test_an_open_session_adds_and_removes_nothing_without_proof(strict: Live) -> None:
    wrong = [({}, ["proof"]), ({"password": "wrong"}, ["proof", "password"]), ({"code": "000000"}, ["proof", "code"])]
    with client(strict.url) as asking:
        sign_in(asking, "proving")
        for proof, path in wrong:
            for query, mutation in ((BEGIN, "beginPasskey"), (BEGIN_TOTP, "beginTotp")):
                (error,) = ask(asking, query, proof=proof)[mutation]["errors"]
                assert error == {"code": "INVALID" if proof else "REQUIRED", "path": path}
        bare = ask(asking, "mutation { beginTotp { secret errors { code path } } }")["beginTotp"]
        assert bare == {"secret": None, "errors": [{"code": "REQUIRED", "path": ["proof"]}]}
        assert ask(asking, PROVE)["beginProof"]["errors"] == [{"code": "NOT_FOUND", "path": []}]
    with client(strict.url, come_from="10.5.1.1") as asking:
        passkey = enrolled(asking, "proving")
        (listed,) = ask(asking, LIST)["viewer"]["passkeys"]
        refused = ask(asking, REMOVE, id=listed["id"], proof={"password": "wrong"})["removePasskey"]["errors"]
        assert refused == [{"code": "INVALID", "path": ["proof", "password"]}]
        both = begin(asking, password=PASSWORD, code="000000")["errors"]
        assert both == [{"code": "INVALID", "path": ["proof"]}]
        assert len(ask(asking, LIST)["viewer"]["passkeys"]) == 1
        with client(strict.url, come_from="10.5.2.1") as elsewhere:
            assert by_passkey(elsewhere, passkey) == ""
            proof = passkey.get(ask(asking, PROVE)["beginProof"]["options"])
            assert begin(elsewhere, passkey=proof)["errors"] == [{"code": "INVALID", "path": ["proof", "passkey"]}]
            lazy = passkey.get(ask(asking, PROVE)["beginProof"]["options"], without(VERIFIED))
            assert begin(asking, passkey=lazy)["errors"] == [{"code": "INVALID", "path": ["proof", "passkey"]}]
            proof = passkey.get(ask(asking, PROVE)["beginProof"]["options"])
            assert begin(asking, passkey=proof)["errors"] == []
            assert begin(asking, passkey=proof)["errors"] == [{"code": "INVALID", "path": ["proof", "passkey"]}]
            proof = passkey.get(ask(asking, PROVE)["beginProof"]["options"])
            removed = ask(asking, REMOVE, id=listed["id"], proof={"passkey": proof})["removePasskey"]["errors"]
            assert removed == []
            assert who(elsewhere) is None, "other sessions end"
            assert who(asking) == "proving"
        assert outcome(asking, "proving") == "", "the password is enough again"


def test_guessing_proofs_in_an_open_session_is_slowed_down(telephone: SoftwarePasskey, slow: str) -> None:
    with client(slow, come_from="10.5.3.1") as asking:
        assert by_passkey(asking, telephone) == ""
        assert begin(asking, password="a guess")["errors"][0]["code"] == "INVALID"
        assert begin(asking)["errors"][0]["code"] == DELAYED


async def test_who_has_a_password_that_somebody_else_set_leaves_no_factor_behind(strict: Live) -> None:
    await fetch(strict.settings, "UPDATE account SET must_change_password = $1 WHERE username = 'given'", True)
    with client(strict.url) as asking:
        sign_in(asking, "given")
        query = {"query": BEGIN, "variables": {"proof": {"password": PASSWORD}}}
        (error,) = asking.post("/graphql", json=query).json()["errors"]
        assert (error["extensions"]["code"], error["extensions"]["duty"]) == ("DUTY_FIRST", "PASSWORD")


async def test_a_security_administrator_takes_all_factors_away(strict: Live) -> None:
    with client(strict.url) as losing, client(strict.url) as guard:
        enrolled(guard, "guard")
        passkey = enrolled(losing, "losing")
        assert ask(guard, REMOVE_FACTORS, username="losing")["removeFactors"]["errors"] == []
        assert who(losing) is None
        assert by_passkey(losing, passkey) == FAILED
        assert outcome(losing, "losing") == ""
        again = ask(guard, REMOVE_FACTORS, username="losing")["removeFactors"]["errors"]
        assert again == [{"code": "INVALID", "path": ["username"]}]
    rows = await fetch(
        strict.settings, "SELECT actor, reason FROM journal WHERE verb = 'remove_passkey' AND reason <> ''"
    )
    assert [tuple(row) for row in rows] == [("guard", "Lost on a bus.")]


def test_where_no_domain_is_named_there_are_no_passkeys(live: Live) -> None:
    with live.client() as asking:
        begun_here = ask(asking, BEGIN_SIGN_IN)["beginPasskeySignIn"]
        assert begun_here == {"options": None, "errors": [{"code": "PASSKEYS_UNAVAILABLE"}]}
