"""What a request's headers say: the language, the media type wanted, the secret it came with."""

from functools import lru_cache
from http.cookies import CookieError, SimpleCookie

from bureau.kernel.words import Language

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
COOKIE = "bureau_session"

Headers = dict[bytes, bytes]


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


def secret(headers: Headers) -> str:
    """The secret of a bearer token or of the session cookie; empty when there is none."""
    bearer = headers.get(b"authorization", b"")
    if bearer[:7].lower() == b"bearer ":
        return bearer[7:].strip().decode("latin-1")
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
