"""A client of graphql-transport-ws, as integrators write them."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.support.live import PASSWORD

PROTOCOL = Subprotocol("graphql-transport-ws")
PATIENCE = 120
"""Seconds in which anything that will come has come, even if another database of the server is written to at length."""

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { token errors { code } } }"


def token(url: str, username: str) -> str:
    """A session's secret, as devices get it."""
    reply = httpx.post(
        f"{url}/graphql",
        json={"query": SIGN_IN, "variables": {"i": {"username": username, "password": PASSWORD}}},
        headers={"x-client": "device"},
    ).json()
    return str(reply["data"]["signIn"]["token"])


class Person:
    """Somebody who writes by HTTP."""

    def __init__(self, url: str, secret: str) -> None:
        self.secret = secret
        self._client = httpx.AsyncClient(base_url=url, headers={"authorization": f"Bearer {secret}"}, timeout=60)

    async def ask(self, query: str, **variables: Any) -> Any:
        """Send one request that must succeed; its data."""
        reply = (await self._client.post("/graphql", json={"query": query, "variables": variables})).json()
        assert "errors" not in reply, reply
        return reply["data"]

    async def write(self, mutation: str, **given: Any) -> None:
        """Send one mutation that must succeed."""
        type_ = "VoidInput" if mutation.startswith("void") else f"{mutation[0].upper()}{mutation[1:]}Input"
        query = f"mutation($i: {type_}!) {{ {mutation}(input: $i) {{ errors {{ code path message }} }} }}"
        assert (await self.ask(query, i=given))[mutation] == {"errors": []}

    async def close(self) -> None:
        await self._client.aclose()


class Socket:
    """One websocket."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, **message: Any) -> None:
        """Send one message."""
        await self.connection.send(json.dumps(message))

    async def receive(self) -> Any:
        """The next message."""
        async with asyncio.timeout(PATIENCE):
            return json.loads(await self.connection.recv())

    async def begin(self, secret: str = "") -> None:
        """Initialise it, with a bearer token where one is given."""
        await self.send(
            type="connection_init", **({"payload": {"authorization": f"Bearer {secret}"}} if secret else {})
        )
        assert await self.receive() == {"type": "connection_ack"}

    async def subscribe(self, query: str, identity: str = "1", **variables: Any) -> None:
        """Subscribe, and know that what is committed from now on will be told."""
        await self.send(type="subscribe", id=identity, payload={"query": query, "variables": variables})
        await self.send(type="ping")
        assert await self.receive() == {"type": "pong"}

    async def next(self, identity: str = "1") -> Any:
        """The data of the next message, which is an event."""
        message = await self.receive()
        assert (message["type"], message["id"]) == ("next", identity), message
        assert set(message["payload"]) == {"data"}
        return message["payload"]["data"]

    async def ask(self, query: str, identity: str = "query", **variables: Any) -> Any:
        """Send one query over the socket; its payload."""
        await self.send(type="subscribe", id=identity, payload={"query": query, "variables": variables})
        answer = await self.receive()
        if answer["type"] == "next":
            assert await self.receive() == {"type": "complete", "id": identity}
        assert answer["id"] == identity
        return answer["payload"]

    async def closed(self) -> tuple[int, str]:
        """The code and the reason with which the server closes it, after whatever else it has to say."""
        with contextlib.suppress(ConnectionClosed):
            async with asyncio.timeout(PATIENCE):
                while True:
                    await self.connection.recv()
        assert self.connection.close_code is not None
        return self.connection.close_code, self.connection.close_reason or ""


@contextlib.asynccontextmanager
async def socket(url: str, secret: str | None = None, **options: Any) -> AsyncIterator[Socket]:
    """A socket, initialised where a secret is given; `options` are those of `websockets`."""
    options = {"subprotocols": [PROTOCOL], "max_size": None, "open_timeout": PATIENCE, "proxy": None} | options
    async with connect(url.replace("http", "ws") + "/graphql", **options) as connection:
        found = Socket(connection)
        if secret is not None:
            await found.begin(secret)
        yield found
