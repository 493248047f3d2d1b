"""Which page sends a request: one of ours, one of another site, or none, as programs do."""

from bureau.http.headers import Headers, bearer
from bureau.kernel.errors import ForeignOrigin
from bureau.settings import Settings

_USUAL_PORTS = {b"http": b":80", b"https": b":443"}
_ELSEWHERE = (b"cross-site", b"same-site")


class Origins:
    """Tells requests that other sites' pages send in the name of whoever reads them.

    Browsers send a cookie along whichever page asks, so a request that relies on one, or makes one, must not come from
    a page of another site; each says so of what it posts (Origin, Sec-Fetch-Site), and none posts JSON elsewhere
    without asking first, which is granted to nobody. A program with a cookie of its own says neither, and is let in. A
    bearer token is sent by nobody but who has it.
    """

    def __init__(self, settings: Settings) -> None:
        self._ours = frozenset(origin.encode() for origin in settings.allowed_origins)

    def refuse_foreign(self, headers: Headers) -> None:
        """Raise ForeignOrigin for a request that may not act for whoever its cookie says."""
        if bearer(headers.get(b"authorization", b"").decode("latin-1")):
            return
        if self.is_foreign(headers):
            raise ForeignOrigin

    def is_foreign(self, headers: Headers) -> bool:
        """Whether a page of another site sends this; what names no place is sent by a program."""
        origin = headers.get(b"origin")
        if origin is not None and origin.lower() in self._ours:
            return False
        if headers.get(b"sec-fetch-site") in _ELSEWHERE:
            return True
        return origin is not None and (bool(self._ours) or not _is_same_place(origin, headers.get(b"host", b"")))


def _is_same_place(origin: bytes, host: bytes) -> bool:
    scheme, _, place = origin.lower().partition(b"://")
    usual = _USUAL_PORTS.get(scheme, b"")
    return place.removesuffix(usual) == host.lower().removesuffix(usual)
