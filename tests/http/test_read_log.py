"""The read log of a running server: written behind the answers, and to the last when the server ends."""

import asyncio
from typing import Any

import httpx

from bureau.catalogue import Catalogue
from bureau.main import opened
from tests.support import databases, world
from tests.support.live import PASSWORD, Live, browser, listening

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { errors { code } } }"
PUPILS = "query Pupils($first: Int!) { students(first: $first) { nodes { person { name } } } }"


def ask(client: httpx.Client, query: str, **variables: Any) -> httpx.Response:
    reply = client.post("/graphql", json={"query": query, "variables": variables}, headers={"accept-language": "zh"})
    assert "errors" not in reply.json(), reply.text
    return reply


def sign_in(client: httpx.Client) -> None:
    ask(client, SIGN_IN, i={"username": "registrar", "password": PASSWORD})


async def noted(live_settings: Any, parts: Catalogue) -> list[tuple[Any, ...]]:
    """What the log says: who, by what, with which variables, in which request."""
    async with opened(live_settings, parts) as services:
        rows = await services.store.database.readers.fetch(
            "SELECT l.actor, d.text, l.operation, l.variables, l.language, l.request_id FROM read_log l"
            " JOIN read_document d ON d.digest = l.document ORDER BY l.id"
        )
        return [tuple(row) for row in rows]


async def test_a_read_of_pupils_is_logged_within_moments(live: Live, parts: Catalogue) -> None:
    with live.client() as client:
        ask(client, PUPILS, first=2)
        sign_in(client)
        ask(client, "{ schools { totalCount } }")
        request = ask(client, PUPILS, first=3).headers["x-request-id"]
        async with asyncio.timeout(60):
            while True:
                if found := await noted(live.settings, parts):
                    break
                await asyncio.sleep(0.05)
    assert found == [("registrar", PUPILS, "Pupils", '{"first":3}', "zh", request)]


async def test_a_server_that_ends_logs_what_was_read_last(
    ready: tuple[str, world.World], server: databases.Server, parts: Catalogue
) -> None:
    settings = server.settings(ready[0])
    before = len(await noted(settings, parts))
    with listening(settings) as url, browser(url) as client:
        sign_in(client)
        for first in range(1, 6):
            ask(client, PUPILS, first=first)
    assert len(await noted(settings, parts)) == before + 5
