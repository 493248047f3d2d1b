"""Sessions: how long they hold, which there are, and how they are ended."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from bureau.commands.accounts import add_token
from bureau.kernel.clock import SystemClock
from bureau.main import opened
from tests.support import databases, world
from tests.support.live import PASSWORD, Live, listening
from tests.support.signing_in import ask, client, fetch, sign_in, who
from tests.support.sockets import socket

MINE = "{ viewer { sessions { id client network begunAt seenAt expiresAt isCurrent } } }"
END = "mutation($id: ID!) { endSession(input: {id: $id}) { errors { code path } } }"
EVERYWHERE = "mutation { signOutEverywhere { errors { code } } }"


async def shift(live: Live, column: str, username: str, **earlier: int) -> None:
    """Move a moment of somebody's sessions to where it would have been had time passed."""
    moment = SystemClock().now() - timedelta(**earlier)
    of = "account_id = (SELECT id FROM account WHERE username = $2)"
    await fetch(live.settings, f"UPDATE session SET {column} = $1 WHERE {of}", moment, username)


async def test_a_session_that_nobody_uses_ends(live: Live) -> None:
    with client(live.url) as used, client(live.url) as unused:
        sign_in(used, "county")
        sign_in(unused, "east")
        await shift(live, "seen_at", "county", minutes=29)
        await shift(live, "seen_at", "east", minutes=31)
        assert (who(used), who(unused)) == ("county", None)


async def test_a_session_ends_however_much_it_is_used(live: Live) -> None:
    with client(live.url) as asking:
        sign_in(asking, "county")
        await shift(live, "expires_at", "county", seconds=1)
        assert who(asking) is None


async def test_its_use_is_noted_once_in_a_minute(ready: tuple[str, world.World], server: databases.Server) -> None:
    settings = server.settings(ready[0])
    seen = "SELECT seen_at FROM session ORDER BY id DESC LIMIT 1"
    with listening(settings) as url, client(url) as asking:
        live = Live(url, settings, ready[1])
        sign_in(asking, "keeper")
        await shift(live, "seen_at", "keeper", seconds=50)
        ((before,),) = await fetch(settings, seen)
        assert who(asking) == "keeper"
    assert (await fetch(settings, seen))[0][0] == before
    with listening(settings) as url, client(url, cookie=f"bureau_session={asking.cookies['bureau_session']}") as later:
        await shift(live, "seen_at", "keeper", minutes=5)
        assert who(later) == "keeper"
    assert (await fetch(settings, seen))[0][0] > before


async def test_an_open_socket_is_no_use_of_a_session(ready: tuple[str, world.World], server: databases.Server) -> None:
    settings = server.settings(ready[0], socket_renew_seconds=0.2)
    with listening(settings) as url, client(url) as asking:
        sign_in(asking, "east")
        cookie = {"cookie": f"bureau_session={asking.cookies['bureau_session']}"}
        async with socket(url, "", additional_headers=cookie) as mine:
            await shift(Live(url, settings, ready[1]), "seen_at", "east", minutes=31)
            assert await mine.closed() == (4403, "Forbidden")


async def test_a_viewer_sees_and_ends_sessions_of_their_own_alone(live: Live) -> None:
    with (
        client(live.url, **{"user-agent": "First"}) as first,
        client(live.url, **{"user-agent": "Second"}) as second,
        client(live.url, **{"user-agent": "Another's"}) as another,
    ):
        for asking, name in ((first, "director"), (second, "director"), (another, "east-director")):
            sign_in(asking, name)
        mine = ask(first, MINE)["viewer"]["sessions"]
        assert [(s["client"], s["network"], s["isCurrent"]) for s in mine] == [
            ("Second", "127.0.0.0/24", False),
            ("First", "127.0.0.0/24", True),
        ]
        assert all(s["begunAt"] <= s["seenAt"] < s["expiresAt"] and s["begunAt"].endswith("Z") for s in mine)
        (theirs,) = ask(another, MINE)["viewer"]["sessions"]
        for wrong in (theirs["id"], "Session:999999999999", "School:1", "Session:", "Session:x", "Session:" + "9" * 40):
            assert ask(first, END, id=wrong)["endSession"]["errors"] == [{"code": "NOT_FOUND", "path": ["id"]}]
        assert (who(second), who(another)) == ("director", "east-director")
        assert ask(first, END, id=mine[0]["id"])["endSession"]["errors"] == []
        assert (who(first), who(second), who(another)) == ("director", None, "east-director")
        assert ask(first, END, id=mine[0]["id"])["endSession"]["errors"] == [{"code": "NOT_FOUND", "path": ["id"]}]


async def test_signing_out_everywhere_ends_browsers_and_devices_and_spares_programs(live: Live) -> None:
    async with opened(live.settings) as services:
        program = await add_token(services, "registrar", "a program", SystemClock().today() + timedelta(days=1))
    with client(live.url) as browser, client(live.url, **{"x-client": "device"}) as phone:
        sign_in(browser, "registrar")
        device = sign_in(phone, "registrar")["token"]
        with (
            client(live.url, authorization=f"Bearer {device}") as on_phone,
            client(live.url, authorization=f"Bearer {program}") as by_program,
            client(live.url, cookie=f"bureau_session={browser.cookies['bureau_session']}") as copied,
            client(live.url) as other,
        ):
            sign_in(other, "county")
            assert {who(c) for c in (browser, on_phone, by_program, copied)} == {"registrar"}
            assert ask(browser, EVERYWHERE)["signOutEverywhere"]["errors"] == []
            assert "bureau_session" not in browser.cookies
            assert [who(c) for c in (browser, on_phone, copied)] == [None] * 3
            assert (who(by_program), who(other)) == ("registrar", "county")


async def test_a_program_changes_nothing_of_how_its_account_signs_in(live: Live) -> None:
    async with opened(live.settings) as services:
        program = await add_token(services, "operator", "a program", SystemClock().today() + timedelta(days=1))
    change = (
        f'mutation {{ changePassword(input: {{oldPassword: "{PASSWORD}", newPassword: "x"}}) {{ errors {{ code }} }} }}'
    )
    unlock = 'mutation { unlockAccount(input: {username: "county", reason: "x"}) { errors { code } } }'
    with client(live.url, authorization=f"Bearer {program}") as asking:
        assert who(asking) == "operator"
        for query in (EVERYWHERE, "mutation { beginTotp { secret } }", change, unlock):
            reply = asking.post("/graphql", json={"query": query}).json()
            assert [error["extensions"]["code"] for error in reply["errors"]] == ["FORBIDDEN"]
            assert not reply["data"]


def test_who_is_not_signed_in_ends_nothing(live: Live) -> None:
    with client(live.url) as asking:
        for query, variables in ((END, {"id": "Session:1"}), (EVERYWHERE, {})):
            reply: Any = asking.post("/graphql", json={"query": query, "variables": variables}).json()
            assert [error["extensions"]["code"] for error in reply["errors"]] == ["UNAUTHENTICATED"]


@pytest.mark.parametrize("through", ["the same process", "another process"])
async def test_an_end_is_heard_by_open_sockets_and_everywhere_within_seconds(
    live: Live, ready: tuple[str, world.World], server: databases.Server, through: str
) -> None:
    with listening(server.settings(ready[0], socket_renew_seconds=3600)) as url:
        with client(url, **{"x-client": "device"}) as asking:
            token = sign_in(asking, "keeper")["token"]
            lasting = sign_in(asking, "county")["token"]
        ending = url if through == "the same process" else live.url
        async with socket(url, token) as mine, socket(url, lasting) as other:
            with client(ending, authorization=f"Bearer {token}") as elsewhere:
                ask(elsewhere, EVERYWHERE)
            assert await mine.closed() == (4403, "Forbidden")
            with client(url, authorization=f"Bearer {token}") as late:
                assert who(late) is None
            assert (await other.ask("{ viewer { username } }"))["data"] == {"viewer": {"username": "county"}}


def test_what_is_asked_for_somebody_is_answered_to_nobody_else(live: Live) -> None:
    """A page says for whom it asks, so that it notices when its session ended or became another's."""

    def asked_for(asking: httpx.Client, username: str) -> tuple[int, Any]:
        reply = asking.post("/graphql", json={"query": "{ viewer { username } }"}, headers={"x-user": username})
        body = reply.json()
        return reply.status_code, body["errors"][0]["extensions"]["code"] if "errors" in body else body["data"]

    with client(live.url) as asking:
        sign_in(asking, "county")
        assert asked_for(asking, "county") == (200, {"viewer": {"username": "county"}})
        assert asked_for(asking, "east") == asked_for(asking, "%E5%BC%A0") == (401, "UNAUTHENTICATED")
    with client(live.url) as nobody:
        assert asked_for(nobody, "county") == (401, "UNAUTHENTICATED")
