"""The pages built by the front end, with the headers that keep them safe and let browsers keep them."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

SITE = Path(__file__).parent / "site"
"""Where the front end's build lies; `make setup` puts it there."""

_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
    " worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
_SAFE = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


class Assets(StaticFiles):
    """Files whose names carry a digest of their content: they never change."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        response.headers["x-content-type-options"] = "nosniff"
        return response


def page(name: str) -> Response:
    """One built page; says how to build it when it is not there."""
    path = SITE / name
    if not path.exists():
        return PlainTextResponse("The pages are not built; run `make setup`.\n", 503)
    return FileResponse(path, headers={**_SAFE, "cache-control": "no-cache"}, media_type="text/html")


async def graphiql(request: Request) -> Response:
    """GraphiQL, from our own server: a bureau's network need not reach any other."""
    return page("graphiql.html")


async def home(request: Request) -> Response:
    """The first page."""
    return page("index.html")
