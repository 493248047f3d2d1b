"""The web application: routes and what surrounds them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from bureau.http import health, metrics
from bureau.http.built import ROOT, assets, root_files
from bureau.http.headers import GRAPHQL
from bureau.http.pages import SITE, Pages
from bureau.http.safety import SafeHeaders
from bureau.settings import Settings

COMPRESSED_FROM = 1000
"""Bytes from which an answer is compressed for those who take it so."""

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def compressed(endpoint: ASGIApp) -> ASGIApp:
    """An endpoint whose answers are compressed for those who ask for it; others pay nothing."""
    add_compress_type(GRAPHQL)
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

    def __init__(self, safe: SafeHeaders, **options: Any) -> None:
        super().__init__(**options)
        self._safe = safe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            send = self._safe.around(send)
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


def web_application(lifespan: Lifespan, settings: Settings, site: Path = SITE) -> WebApplication:
    """The application; `lifespan` opens the database and sets its state: the endpoints named here and above.

    `site` is where the front end's build lies.
    """
    pages, beside = Pages(site), root_files(site)
    return WebApplication(
        SafeHeaders(settings),
        routes=[
            Route("/graphiql", pages.graphiql),
            Route("/health/live", health.live),
            Route("/health/ready", Late("ready")),
            Route("/oidc/{step}", Late("oidc")),
            Route("/mail/unsubscribe/{token}", Late("unsubscribing")),
            Route("/metrics", metrics.metrics),
            Mount("/assets", assets(site)),
            *(Route(path, beside) for path in ROOT),
            Route("/", pages.console),
        ],
        middleware=[Middleware(CompressMiddleware, minimum_size=COMPRESSED_FROM)],
        exception_handlers={404: pages.elsewhere},
        lifespan=lifespan,
    )
