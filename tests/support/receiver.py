"""A receiver of webhooks on a port of its own, which answers as it is told to and keeps what came."""

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import uvicorn
from standardwebhooks import Webhook
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from tests.support.live import free_port


@dataclass(frozen=True)
class Received:
    """One request."""

    headers: dict[str, str]
    raw: bytes
    path: str

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def body(self) -> Any:
        return json.loads(self.raw)

    @property
    def told(self) -> str:
        """The record it tells of."""
        return str(self.body["data"]["id"])

    def is_signed_by(self, secret: str) -> bool:
        """Whether one of its signatures is by this secret, whenever it was made."""
        at = datetime.fromtimestamp(int(self.headers["webhook-timestamp"]), UTC)
        return Webhook(secret).sign(self.id, at, self.raw.decode()) in self.headers["webhook-signature"].split(" ")


Answer = Callable[[Received], Response | int | None]
"""What to answer to a request: a status, a response, or None for none at all."""


@dataclass
class Receiver:
    """What came, and what is answered next."""

    port: int
    got: list[Received] = field(default_factory=list)
    answers: list[int | Response | None] = field(default_factory=list)
    """In their order; 204 once there are no more. None hangs."""
    always: int | None = 204

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    async def take(self, request: Request) -> Response:
        """Keep a request and answer it."""
        self.got.append(Received(dict(request.headers), await request.body(), request.url.path))
        answer = self.answers.pop(0) if self.answers else self.always
        if answer is None:
            await asyncio.sleep(60)
        return answer if isinstance(answer, Response) else Response(status_code=answer or 204)


def endless() -> Response:
    """An answer that goes on and on."""

    async def drops() -> Any:
        while True:
            yield b"x" * 65536
            await asyncio.sleep(0)

    return StreamingResponse(drops())


@contextlib.contextmanager
def receiving(port: int = 0) -> Iterator[Receiver]:
    """A receiver that listens for as long as the context lasts."""
    found = Receiver(port or free_port())
    app = Starlette(routes=[Route("/{path:path}", found.take, methods=["GET", "POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=found.port, log_level="critical", timeout_graceful_shutdown=0)
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run)
    thread.start()
    while not running.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield found
    finally:
        running.should_exit = True
        running.force_exit = True
        thread.join()
