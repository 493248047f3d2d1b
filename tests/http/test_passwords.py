"""Passwords: what may be one, how it is changed, and that no copy of it is kept."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from bureau.access.account import Account
from bureau.commands.accounts import add_token, add_user, set_user_password
from bureau.kernel.clock import SystemClock
from bureau.kernel.errors import CommandError
from bureau.main import opened
from tests.support.live import PASSWORD, Live
from tests.support.signing_in import ask, client, fetch, outcome, sign_in, who
from tests.support.sockets import socket

CHANGE = """mutation($old: String!, $new: String!) { changePassword(input: {oldPassword: $old, newPassword: $new}) {
  viewer { username duty grants { role } } errors { code path message } } }"""
NEW = "another long sentence"
DUTY = "{ viewer { username duty grants { role } } }"


def change(asking: httpx.Client, old: str, new: str) -> Any:
    return ask(asking, CHANGE, old=old, new=new)["changePassword"]


def test_a_changed_password_ends_all_other_sessions(live: Live) -> None:
    with client(live.url) as mine, client(live.url) as other, client(live.url) as anothers:
        sign_in(mine, "county")
        sign_in(other, "county")
        sign_in(anothers, "east")
        assert (who(mine), who(other)) == ("county", "county")
        payload = change(mine, PASSWORD, NEW)
        assert payload == {
            "viewer": {"username": "county", "duty": None, "grants": [{"role": "registrar"}]},
            "errors": [],
        }
        assert (who(mine), who(other), who(anothers)) == ("county", None, "east")
        assert (outcome(other, "county"), outcome(other, "county", NEW)) == ("SIGN_IN_FAILED", "")
        assert outcome(anothers, "east") == ""


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        ("not mine", NEW, "oldPassword", "与当前口令不符"),
        (PASSWORD, PASSWORD, "newPassword", "不得与原口令相同"),
        (PASSWORD, "k3!zQ9", "newPassword", "10 至 1000"),
        (PASSWORD, "password1234", "newPassword", "容易被猜中"),
        (PASSWORD, "abcdefghij12", "newPassword", "容易被猜中"),
        (PASSWORD, "my name is Keeper of stones", "newPassword", "不得包含用户名"),
    ],
)
def test_a_password_that_is_wrong_or_weak_changes_nothing(live: Live, old: str, new: str, path: str, said: str) -> None:
    with client(live.url, **{"accept-language": "zh"}) as asking:
        sign_in(asking, "keeper")
        payload = change(asking, old, new)
        assert payload["viewer"] is None
        ((code, where, message),) = [(e["code"], e["path"], e["message"]) for e in payload["errors"]]
        assert (code, where) == ("INVALID", [path])
        assert said in message
        assert outcome(asking, "keeper") == ""


def test_the_old_password_is_not_guessed_from_an_open_session(live: Live) -> None:
    with client(live.url) as asking:
        sign_in(asking, "east-director")
        codes = [change(asking, f"guess {n}", NEW)["errors"][0]["code"] for n in range(6)]
        assert codes == ["INVALID"] * 5 + ["SIGN_IN_DELAYED"]


def test_nobody_changes_a_password_without_being_signed_in(live: Live) -> None:
    with client(live.url) as asking:
        variables = {"old": PASSWORD, "new": NEW}
        reply = asking.post("/graphql", json={"query": CHANGE, "variables": variables}).json()
        assert [error["extensions"]["code"] for error in reply["errors"]] == ["UNAUTHENTICATED"]


async def test_who_was_given_a_password_does_nothing_before_changing_it(live: Live) -> None:
    async with opened(live.settings) as services:
        await add_user(services, "newcomer", "New", "a password given", ["registrar"], "", "", is_temporary=True)
        program = await add_token(services, "newcomer", "a program", SystemClock().today() + timedelta(days=1))
    schools = "{ schools { totalCount } }"
    with client(live.url, **{"x-client": "device"}) as asking:
        token = sign_in(asking, "newcomer", "a password given")["token"]
    with client(live.url, authorization=f"Bearer {token}") as asking:
        for query in (
            schools,
            "{ viewer { username } schools { totalCount } }",
            "{ ...F } fragment F on Query { schools { totalCount } }",
        ):
            (error,) = asking.post("/graphql", json={"query": query}).json()["errors"]
            assert error["extensions"]["code"] == "DUTY_FIRST"
            assert error["extensions"]["duty"] == "PASSWORD"
        (error,) = asking.post("/files", headers={"tus-resumable": "1.0.0"}).json()["errors"]
        assert error["extensions"]["code"] == "DUTY_FIRST"
        async with socket(live.url, token) as mine:
            (refused,) = await mine.ask("subscription { studentChanged { id } }")
            assert refused["extensions"]["code"] == "DUTY_FIRST"
        assert ask(asking, DUTY)["viewer"] == {"username": "newcomer", "duty": "PASSWORD", "grants": []}
        payload = change(asking, "a password given", NEW)
        assert payload["viewer"] == {"username": "newcomer", "duty": None, "grants": [{"role": "registrar"}]}
        assert ask(asking, schools)["schools"]["totalCount"] == 5
    with client(live.url, authorization=f"Bearer {program}") as by_program:
        assert ask(by_program, schools)["schools"]["totalCount"] == 5, "a program has no password to change"


async def test_the_operator_sets_a_password_which_ends_sessions_and_must_be_changed(live: Live) -> None:
    with client(live.url) as before, client(live.url) as after:
        sign_in(before, "director")
        async with opened(live.settings) as services:
            for username, password, why in (
                ("director", "short", "10 to 1000 characters"),
                ("director", "director 2026", "user name"),
                ("nobody", "a password given", "No account"),
            ):
                with pytest.raises(CommandError, match=why):
                    await set_user_password(services, username, password)
            await set_user_password(services, "director", "a password given")
        assert who(before) is None
        assert sign_in(after, "director", "a password given")["viewer"] == {"username": "director"}
        assert ask(after, DUTY)["viewer"]["duty"] == "PASSWORD"


async def test_no_hash_of_a_password_is_in_history_or_journal(live: Live) -> None:
    """A change of anything else keeps the account as it was, and so does a change of the password."""
    async with opened(live.settings) as services:
        store = services.store
        await add_user(services, "someone", "Some One", "a password given", ["registrar"], "", "")

        async def rename(tx: Any) -> None:
            account = await Account.filter(username="someone").first()
            await store.change(tx, store.kind_of(Account), account, {"display_name": "Somebody"})

        await store.database.transaction(rename)
        await set_user_password(services, "someone", "a password once more")
    (account,) = await fetch(live.settings, "SELECT id, password FROM account WHERE username = 'someone'")
    past = await fetch(live.settings, "SELECT * FROM account_history WHERE id = $1", account[0])
    lines = await fetch(
        live.settings, "SELECT verb, changes FROM journal WHERE kind = 'account' AND record_id = $1", account[0]
    )
    assert account[1].startswith("$argon2id$")
    assert len(past) == 2
    assert [line[0] for line in lines] == ["create", "update", "set_password"]
    assert "Some One" in str([list(row) for row in past])
    assert "argon2" not in str([list(row) for row in (*past, *lines)])
