"""The web application: routes and what surrounds them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_compress import CompressMiddleware

from bureau.http import health, metrics, pages

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


class Late:
    """An endpoint that is there once the application has started."""

    def __init__(self, name: str) -> None:
        self._name = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        endpoint: ASGIApp = getattr(scope["app"].state, self._name)
        await endpoint(scope, receive, send)


def web_application(lifespan: Lifespan) -> Starlette:
    """The application; `lifespan` opens the database and sets `state.graphql` and `state.ready`."""
    return Starlette(
        routes=[
            Route("/graphql", Late("graphql")),
            Route("/graphiql", pages.graphiql),
            Route("/health/live", health.live),
            Route("/health/ready", Late("ready")),
            Route("/metrics", metrics.metrics),
            Mount("/assets", pages.Assets(directory=pages.SITE / "assets", check_dir=False)),
            Route("/", pages.home),
        ],
        middleware=[Middleware(CompressMiddleware, minimum_size=1000)],
        lifespan=lifespan,
    )
