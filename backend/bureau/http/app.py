"""The web application: routes and what surrounds them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_compress import CompressMiddleware

from bureau.http import health, metrics, pages

COMPRESSED_FROM = 1000
"""Bytes from which an answer is compressed for those who take it so."""

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def compressed(endpoint: ASGIApp) -> ASGIApp:
    """An endpoint whose answers are compressed for those who ask for it; others pay nothing."""
    compressing = CompressMiddleware(endpoint, minimum_size=COMPRESSED_FROM)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        asks = any(name == b"accept-encoding" for name, _ in scope["headers"])
        await (compressing if asks else endpoint)(scope, receive, send)

    return answer


class Late:
    """An endpoint that is there once the application has started."""

    def __init__(self, name: str) -> None:
        self._name = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        endpoint: ASGIApp = getattr(scope["app"].state, self._name)
        await endpoint(scope, receive, send)


class WebApplication(Starlette):
    """The application; GraphQL, queries and files go straight to their endpoints, past what serves pages."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/graphql":
            await self.state.graphql(scope, receive, send)
        elif scope["type"] == "http" and (scope["path"] == "/q" or scope["path"].startswith("/q/")):
            await self.state.queries(scope, receive, send)
        elif scope["type"] == "http" and (scope["path"] == "/files" or scope["path"].startswith("/files/")):
            await self.state.files(scope, receive, send)
        elif scope["type"] == "websocket" and scope["path"] == "/graphql":
            await self.state.sockets(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def web_application(lifespan: Lifespan) -> WebApplication:
    """The application; `lifespan` opens the database and sets its state: the endpoints named here and above."""
    return WebApplication(
        routes=[
            Route("/graphiql", pages.graphiql),
            Route("/health/live", health.live),
            Route("/health/ready", Late("ready")),
            Route("/metrics", metrics.metrics),
            Mount("/assets", pages.Assets(directory=pages.SITE / "assets", check_dir=False)),
            Route("/", pages.home),
        ],
        middleware=[Middleware(CompressMiddleware, minimum_size=COMPRESSED_FROM)],
        lifespan=lifespan,
    )
