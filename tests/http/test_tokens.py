"""Tokens for programs: issued by whoever the account is of, shown once, listed, used, ended."""

from datetime import timedelta
from typing import Any

import pytest

from bureau.access.secret import digest
from bureau.commands.accounts import add_token
from bureau.kernel.clock import SystemClock
from bureau.kernel.errors import CommandError
from bureau.kernel.narrowing import Narrowing
from bureau.main import opened
from tests.support import databases, world
from tests.support.live import PASSWORD, Live, listening
from tests.support.signing_in import add_account, ask, client, fetch, sign_in, who
from tests.support.sockets import socket
from tests.support.tokens import codes, end, in_days, issue, program

MINE = "{ tokens(orderBy: CREATED_AT_DESC) { nodes { id name seenAt endedAt } } }"
WORD = "the-name-of-this-token"

PROVEN = {"proof": {"password": PASSWORD}}


def refusals(payload: Any) -> list[tuple[str, list[str]]]:
    return [(error["code"], error["path"]) for error in payload["errors"]]


async def test_its_secret_is_shown_once_and_kept_nowhere(live: Live) -> None:
    with client(live.url) as asking:
        sign_in(asking, "keeper")
        issued = issue(asking, name=WORD, roles=["identity"], kinds=["Person", "Student"], readsOnly=True)
        assert issued["errors"] == []
        secret, token = issued["secret"], issued["token"]
        assert (token["roles"], token["kinds"], token["readsOnly"]) == ("identity", "Person Student", True)
        assert (token["storedOnly"], token["documents"], token["seenAt"], token["endedAt"]) == (False, None, None, None)
        with program(live.url, secret) as by_token:
            assert who(by_token) == "keeper"
        (listed,) = [t for t in ask(asking, MINE)["tokens"]["nodes"] if t["name"] == WORD]
        assert listed["id"] == token["id"]
        assert codes(asking, "{ tokens { nodes { digest } } }") == ["GRAPHQL_INVALID"]
    number = int(token["id"].partition(":")[2])
    ((kept,),) = await fetch(live.settings, "SELECT digest FROM token WHERE id = $1", number)
    assert kept == digest(secret)
    ((changes,),) = await fetch(
        live.settings, "SELECT changes FROM journal WHERE verb = 'issue_token' AND record_id = $1", number
    )
    assert WORD in str(changes)
    tables = {"journal": "changes", "idempotency": "faults", "read_log": "variables", "read_document": "text"}
    for table, column in tables.items():
        rows = await fetch(live.settings, f"SELECT {column} FROM {table}")
        assert not [row for row in rows if secret in str(row[0]) or kept in str(row[0])], table


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"until": in_days(0)}, [("OUT_OF_RANGE", ["until"])]),
        ({"until": in_days(367)}, [("OUT_OF_RANGE", ["until"])]),
        ({"until": "soon"}, [("INVALID", ["until"])]),
        ({"name": ""}, [("REQUIRED", ["name"])]),
        ({"name": "x" * 61}, [("TOO_LONG", ["name"])]),
        ({"roles": []}, [("REQUIRED", ["roles"])]),
        ({"kinds": []}, [("REQUIRED", ["kinds"])]),
        ({"documents": []}, [("REQUIRED", ["documents"])]),
        ({"roles": ["director"]}, [("NOT_FOUND", ["roles"])]),
        ({"kinds": ["Student", "students"]}, [("NOT_FOUND", ["kinds"])]),
        ({"kinds": ["Student Person"]}, [("INVALID", ["kinds"])]),
        ({"documents": ["no-such-document"]}, [("NOT_FOUND", ["documents"])]),
        ({"documents": ["sha256:" + "0" * 64]}, [("NOT_FOUND", ["documents"])]),
        ({"roles": ["nobody"], "until": in_days(-1)}, [("OUT_OF_RANGE", ["until"]), ("NOT_FOUND", ["roles"])]),
    ],
)
def test_what_is_wrong_with_one_that_is_asked_for_is_told(live: Live, given: Any, refused: Any) -> None:
    with client(live.url) as asking:
        sign_in(asking, "county")
        before = ask(asking, "{ tokens { totalCount } }")
        payload = issue(asking, **given)
        assert refusals(payload) == refused
        assert payload["secret"] is None
        assert payload["token"] is None
        assert ask(asking, "{ tokens { totalCount } }") == before


def test_it_is_told_in_the_language_of_who_asks(live: Live) -> None:
    with client(live.url, **{"accept-language": "zh"}) as asking:
        sign_in(asking, "county")
        (error,) = issue(asking, until="31.1.2027")["errors"]
        assert "2027-01-31" in error["message"]
        assert "日期" in error["message"]


def test_only_who_is_signed_in_and_holds_a_role_issues_and_ends_any(live: Live) -> None:
    given = {"i": {**PROVEN, "name": "x", "until": in_days(1)}}
    asked = "mutation($i: IssueTokenInput!) { issueToken(input: $i) { secret } }"
    ending = 'mutation { endToken(input: {id: "Token:1"}) { errors { code } } }'
    with client(live.url) as person:
        assert codes(person, asked, **given) == codes(person, ending) == ["UNAUTHENTICATED"]
        sign_in(person, "county")
        with program(live.url, issue(person)["secret"]) as by_token:
            assert codes(by_token, asked, **given) == codes(by_token, ending) == ["FORBIDDEN"]


def test_an_open_session_is_no_proof(live: Live) -> None:
    with client(live.url) as asking:
        sign_in(asking, "county")
        refused = issue(asking, proof={"password": "not my password"})
        assert (refused["secret"], refused["token"]) == (None, None)
        assert refusals(refused) == [("INVALID", ["proof", "password"])]
        assert refusals(issue(asking, proof={})) == [("REQUIRED", ["proof"])]


async def test_who_has_a_duty_to_do_first_issues_none(live: Live) -> None:
    await add_account(live.settings, "newly-come", "registrar", live.city.bureau)
    await fetch(live.settings, "UPDATE account SET must_change_password = true WHERE username = 'newly-come'")
    asked = "mutation($i: IssueTokenInput!) { issueToken(input: $i) { secret } }"
    with client(live.url) as asking:
        sign_in(asking, "newly-come")
        assert codes(asking, asked, i={**PROVEN, "name": "x", "until": in_days(1)}) == ["DUTY_FIRST"]


async def test_who_holds_no_role_issues_none(live: Live) -> None:
    await add_account(live.settings, "without-roles", "registrar", live.city.bureau)
    of = "account_id = (SELECT id FROM account WHERE username = 'without-roles')"
    await fetch(live.settings, f"UPDATE role_grant SET void_reason = 'x' WHERE {of}")
    asked = "mutation($i: IssueTokenInput!) { issueToken(input: $i) { secret } }"
    with client(live.url) as asking:
        sign_in(asking, "without-roles")
        assert codes(asking, asked, i={**PROVEN, "name": "x", "until": in_days(1)}) == ["FORBIDDEN"]


async def test_they_are_seen_and_ended_by_their_owner_and_by_who_administers_security(live: Live) -> None:
    await add_account(live.settings, "security", "security_admin", live.city.bureau)
    with client(live.url) as owner, client(live.url) as another, client(live.url) as security:
        for asking, name in ((owner, "director"), (another, "registrar"), (security, "security")):
            sign_in(asking, name)
        first, second = issue(owner, name="first"), issue(owner, name="second")
        one, two = first["token"]["id"], second["token"]["id"]
        assert {t["name"] for t in ask(owner, MINE)["tokens"]["nodes"]} >= {"first", "second"}
        query = "query($id: ID!) { token(id: $id) { name } }"
        assert ask(another, query, id=one) == ask(another, query, id="Token:999999") == {"token": None}
        assert ask(security, query, id=one) == {"token": {"name": "first"}}
        with program(live.url, first["secret"]) as by_first, program(live.url, second["secret"]) as by_second:
            assert (who(by_first), who(by_second)) == ("director", "director")
            for wrong in ("Token:999999", "School:1", "Token:", "Token:x"):
                assert refusals(end(owner, wrong)) == [("NOT_FOUND", ["id"])]
            assert refusals(end(another, one, reason="x")) == [("NOT_FOUND", ["id"])]
            assert refusals(end(security, one)) == [("REQUIRED", ["reason"])]
            assert who(by_first) == "director"
            ended = end(security, one, reason="The program was replaced.")
            assert ended["errors"] == []
            assert (ended["token"]["endedBy"], ended["token"]["endReason"]) == ("security", "The program was replaced.")
            assert end(owner, two)["errors"] == []
            assert (who(by_first), who(by_second)) == (None, None), "at once"
            assert refusals(end(owner, one)) == [("ENDED", ["id"])]
    rows = await fetch(live.settings, "SELECT actor FROM journal WHERE verb = 'end_token' ORDER BY id")
    assert [row[0] for row in rows] == ["security", "director"]


async def test_its_end_closes_its_sockets_in_every_process(
    live: Live, ready: tuple[str, world.World], server: databases.Server
) -> None:
    with listening(server.settings(ready[0], socket_renew_seconds=3600)) as url, client(live.url) as owner:
        sign_in(owner, "director")
        issued = issue(owner)
        async with socket(url, issued["secret"]) as mine:
            assert end(owner, issued["token"]["id"])["errors"] == []
            assert await mine.closed() == (4403, "Forbidden")


async def test_its_use_is_noted(ready: tuple[str, world.World], server: databases.Server) -> None:
    settings = server.settings(ready[0])
    seen = "SELECT seen_at FROM token ORDER BY id DESC LIMIT 1"
    with listening(settings) as url, client(url) as owner:
        sign_in(owner, "east")
        secret = issue(owner)["secret"]
        assert (await fetch(settings, seen))[0][0] is None
        with program(url, secret) as asking:
            assert who(asking) == "east"
    ((noted,),) = await fetch(settings, seen)
    assert noted is not None
    earlier = SystemClock().now() - timedelta(minutes=5)
    await fetch(settings, "UPDATE token SET seen_at = $1 WHERE digest = $2", earlier, digest(secret))
    with listening(settings) as url, program(url, secret) as asking:
        assert who(asking) == "east"
    assert (await fetch(settings, seen))[0][0] >= noted


SHUT = {
    "expired": "UPDATE token SET expires_at = created_at WHERE digest = $1",
    "ended": "UPDATE token SET ended_at = created_at WHERE digest = $1",
    "void": "UPDATE token SET void_reason = 'x' WHERE digest = $1",
    "account closed": "UPDATE account SET closed_at = '2026-01-01T00:00:00Z'"
    " WHERE id = (SELECT account_id FROM token WHERE digest = $1)",
}


@pytest.mark.parametrize("why", SHUT)
async def test_one_that_is_good_no_more_is_nobodys(live: Live, why: str) -> None:
    username = f"holder-{why.replace(' ', '-')}"
    await add_account(live.settings, username, "registrar", live.city.bureau)
    with client(live.url) as owner:
        sign_in(owner, username)
        secret = issue(owner)["secret"]
    await fetch(live.settings, SHUT[why], digest(secret))
    with program(live.url, secret) as asking:
        assert ask(asking, "{ viewer { username } schools { totalCount } }") == {
            "viewer": None,
            "schools": {"totalCount": 0},
        }
        assert asking.get("/files/1").status_code == 404


async def test_a_role_that_is_taken_away_is_its_no_more(
    ready: tuple[str, world.World], server: databases.Server, live: Live
) -> None:
    await add_account(live.settings, "leaving", "registrar", live.city.bureau)
    with client(live.url) as owner:
        sign_in(owner, "leaving")
        secrets = [issue(owner)["secret"], issue(owner, roles=["registrar"])["secret"]]
    count = "{ schools { totalCount } }"
    for secret in secrets:
        with program(live.url, secret) as asking:
            assert ask(asking, count) == {"schools": {"totalCount": len(live.city.schools)}}
    of = "account_id = (SELECT id FROM account WHERE username = 'leaving')"
    await fetch(live.settings, f"UPDATE role_grant SET until = '2026-01-01' WHERE {of}")
    with listening(server.settings(ready[0])) as url:  # another process, which remembers nothing
        for secret in secrets:
            with program(url, secret) as asking:
                assert ask(asking, count) == {"schools": {"totalCount": 0}}


async def test_the_operator_narrows_one_by_the_same_checks(live: Live) -> None:
    until = SystemClock().today() + timedelta(days=1)
    async with opened(live.settings) as services:
        narrowing = Narrowing(frozenset({"registrar"}), frozenset({"School"}), reads_only=True)
        secret = await add_token(services, "keeper", "by the operator", until, narrowing)
        for wrong in (Narrowing(frozenset({"director"})), Narrowing(kinds=frozenset({"Pupil"}))):
            with pytest.raises(CommandError):
                await add_token(services, "keeper", "x", until, wrong)
    with program(live.url, secret) as asking:
        found = ask(asking, "{ viewer { grants { role } } schools { totalCount } students { totalCount } }")
    assert found == {
        "viewer": {"grants": [{"role": "registrar"}]},
        "schools": {"totalCount": len(live.city.schools)},
        "students": {"totalCount": 0},
    }
