"""The page of the console: one for all of its addresses, with a nonce of its own in each answer."""

import secrets
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bureau.http import policies
from bureau.http.headers import accepts

_PLACE = b"__NONCE__"
"""Stands in the built page where the nonce belongs."""

_OTHERS = frozenset({"assets", "files", "graphiql", "graphql", "health", "icons", "metrics", "oidc", "q"})
"""What addresses begin with that are none of the console's."""

UNBUILT = "The pages are not built; run `make setup`.\n"
"""What is said in the place of a page that is not there."""


class ConsolePage:
    """The built page, read once and again when it has changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = b""
        self._read_as: tuple[int, int] | None = None

    def answer(self) -> Response:
        """The page under its policy; says how to build it when it is not there."""
        if not self._refresh():
            return PlainTextResponse(UNBUILT, 503)
        nonce = secrets.token_urlsafe(18)
        said = {
            "content-security-policy": policies.console(nonce),
            "referrer-policy": "same-origin",
            "cache-control": "no-cache",
        }
        return Response(self._text.replace(_PLACE, nonce.encode()), headers=said, media_type="text/html")

    def _refresh(self) -> bool:
        """See that what is held is what lies there; whether anything does."""
        try:
            found = self._path.stat()
            lies_as = (found.st_mtime_ns, found.st_size)
            if lies_as != self._read_as:
                self._text, self._read_as = self._path.read_bytes(), lies_as
        except FileNotFoundError:
            return False
        return True


def asks_for_console(request: Request) -> bool:
    """Whether a browser asks for a page at what may be an address of the console: it names no file, and nothing that
    is served by others.
    """
    first, *_ = segments = request.scope["path"].removeprefix("/").split("/")
    return (
        request.method in ("GET", "HEAD")
        and accepts(request.headers.get("accept", ""), "text/html")
        and first not in _OTHERS
        and "." not in segments[-1]
        and not {".", ".."}.intersection(segments)
    )
