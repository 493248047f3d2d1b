"""Whether the process lives, and whether it can serve."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from bureau import __version__
from bureau.kernel.errors import RequestError
from bureau.storage.readers import Readers


def _said(http_status: int, **facts: str) -> Response:
    return Response(orjson.dumps(facts), http_status, {"cache-control": "no-store"}, "application/json")


async def live(request: Request) -> Response:
    """Alive: the process answers."""
    return _said(200, status="live", version=__version__)


class Ready:
    """Ready: the database answers too."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers

    async def check(self, request: Request) -> Response:
        """200 when the database answers, 503 when it does not."""
        try:
            await self._readers.fetch("SELECT 1")
        except RequestError as error:
            return _said(503, status="unready", reason=error.code)
        return _said(200, status="ready")
