"""The pages built by the front end, each under the policy that keeps it safe."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from bureau.http import policies
from bureau.http.console import UNBUILT, ConsolePage, asks_for_console

SITE = Path(__file__).parent / "site"
"""Where the front end's build lies; `make setup` puts it there."""


class Pages:
    """The pages of one build."""

    def __init__(self, site: Path) -> None:
        self._graphiql = site / "graphiql.html"
        self._console = ConsolePage(site / "index.html")

    def graphiql(self, request: Request) -> Response:
        """GraphiQL, from our own server: a bureau's network need not reach any other."""
        if not self._graphiql.exists():
            return PlainTextResponse(UNBUILT, 503)
        said = {
            "content-security-policy": policies.GRAPHIQL,
            "referrer-policy": "same-origin",
            "cache-control": "no-cache",
        }
        return FileResponse(self._graphiql, headers=said, media_type="text/html")

    async def console(self, request: Request) -> Response:
        """The console, where it begins."""
        return self._console.answer()

    async def elsewhere(self, request: Request, error: Exception) -> Response:
        """What nothing else answers: the console finds its way from the address, or there is nothing."""
        if asks_for_console(request):
            return self._console.answer()
        assert isinstance(error, HTTPException)
        return PlainTextResponse(error.detail, error.status_code)
