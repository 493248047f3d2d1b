"""What a request's headers say: the language, the media type wanted, the secret it came with."""

import secrets
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from itertools import count

from bureau.kernel.words import Language

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
COOKIE = "bureau_session"

Headers = dict[bytes, bytes]

_USUAL_PORTS = {b"http": b":80", b"https": b":443"}
_PROCESS = secrets.token_hex(12)
_NUMBERS = count(1)


def _weighted(header: str) -> list[tuple[float, str]]:
    found = []
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = float(parameter[2:])
                except ValueError:
                    weight = 0.0
        if name and weight > 0:
            found.append((weight, name))
    return sorted(found, key=lambda pair: -pair[0])


@lru_cache(maxsize=500)
def language(header: str) -> Language:
    """The language of Accept-Language; English where it asks for neither of ours."""
    for _, name in _weighted(header):
        if name.startswith("zh"):
            return "zh"
        if name.startswith("en"):
            return "en"
    return "en"


@lru_cache(maxsize=500)
def media_type(header: str) -> str | None:
    """The media type of a GraphQL response that Accept allows; None if it allows neither."""
    if not header:
        return JSON
    for _, name in _weighted(header):
        if name == GRAPHQL:
            return GRAPHQL
        if name in (JSON, "application/*", "*/*"):
            return JSON
    return None


def bearer(authorization: str) -> str:
    """The token of an Authorization header; empty when it has none."""
    return authorization[7:].strip() if authorization[:7].lower() == "bearer " else ""


def is_foreign(headers: Headers) -> bool:
    """Whether a page of another site sends this; programs that are no browsers name no origin."""
    origin = headers.get(b"origin")
    if origin is None:
        return False
    scheme, _, place = origin.lower().partition(b"://")
    usual = _USUAL_PORTS.get(scheme, b"")
    return place.removesuffix(usual) != headers.get(b"host", b"").lower().removesuffix(usual)


def new_request_id() -> str:
    """An id for a request: this process's own, and a number."""
    return f"{_PROCESS}{next(_NUMBERS):08x}"


def secret(headers: Headers) -> str:
    """The secret of a bearer token or of the session cookie; empty when there is none."""
    if found := bearer(headers.get(b"authorization", b"").decode("latin-1")):
        return found
    if cookies := headers.get(b"cookie"):
        try:
            morsel = SimpleCookie(cookies.decode("latin-1")).get(COOKIE)
        except CookieError:
            return ""
        return morsel.value if morsel else ""
    return ""


def session_cookie(value: str, max_age: int, *, secure: bool) -> str:
    """The Set-Cookie of a session; an empty value takes it away."""
    age = max_age if value else 0
    return f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{'; Secure' if secure else ''}"
