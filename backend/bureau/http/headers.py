"""What a request's headers say: the language, the media type wanted, the secret it came with."""

import secrets
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from itertools import count

from bureau.kernel.words import Language

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
COOKIE = "bureau_session"
PENDING_COOKIE = "bureau_oidc"
_OF_HOST = "__Host-"
"""Begins the names of cookies behind TLS: browsers take them from this very host alone, over https, for all of it."""

Headers = dict[bytes, bytes]

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
def accepts(header: str, name: str) -> bool:
    """Whether a header names this very media type or encoding, with any weight but 0."""
    return any(found == name for _, found in _weighted(header))


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


def new_request_id() -> str:
    """An id for a request: this process's own, and a number."""
    return f"{_PROCESS}{next(_NUMBERS):08x}"


def secret(headers: Headers, *, secure: bool) -> tuple[str, bool]:
    """The secret of a bearer token, or else of the session cookie, empty where there is neither; and whether it is the
    cookie's.
    """
    if found := bearer(headers.get(b"authorization", b"").decode("latin-1")):
        return found, False
    return cookie_of(headers, COOKIE, secure=secure), True


def cookie_of(headers: Headers, name: str, *, secure: bool) -> str:
    """The value of a cookie of ours; empty when there is none."""
    try:
        morsel = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1")).get(_named(name, secure))
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def session_cookie(value: str, max_age: int, *, secure: bool) -> str:
    """The Set-Cookie of a session; an empty value takes it away."""
    return cookie(COOKIE, value, max_age, secure=secure)


def cookie(name: str, value: str, max_age: int, *, secure: bool) -> str:
    """The Set-Cookie of a secret, for `max_age` seconds; an empty value takes it away.

    It comes along where another site leads a browser here, as an identity provider does (Lax), and with no form or
    script of another site's.
    """
    age = max_age if value else 0
    ending = "; Secure" if secure else ""
    return f"{_named(name, secure)}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{ending}"


def _named(name: str, secure: bool) -> str:
    return f"{_OF_HOST}{name}" if secure else name
