"""What an identity provider says of itself: its addresses and the keys it signs with, kept for minutes."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from bureau.kernel.errors import Code, Fault, Refusal, refuse

_WELL_KNOWN = "/.well-known/openid-configuration"
_TIMEOUT_SECONDS = 10.0
_MOST_BYTES = 1_000_000
_KEPT_SECONDS = 600
"""A key that the provider has withdrawn is believed no longer than this."""
_RESTED_SECONDS = 1.0
"""So long a provider that did not answer is not asked again, nor for its keys, whoever sends tokens that fit none."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The discovery document of a provider, as far as it is used (OpenID Connect Discovery 1.0, section 3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    """Empty where there is none."""
    end_session_endpoint: str
    """Empty where there is none."""
    takes_secret_in_body: bool
    """Whether a client's secret goes into the body, since the provider takes no other way that we know."""
    names_itself: bool
    """Whether it says in each of its answers who it is (RFC 9207)."""


class Provider:
    """One identity provider; raises Refusal PROVIDER_UNAVAILABLE or PROVIDER_ANSWER_INVALID wherever it is asked."""

    def __init__(self, issuer: str) -> None:
        self._issuer = issuer
        self._lock = asyncio.Lock()
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: tuple[float, KeySet] | None = None
        self._failed_at = -_RESTED_SECONDS

    async def metadata(self) -> Metadata:
        """What it says of itself."""
        async with self._lock:
            if self._metadata is None or _age(self._metadata) > _KEPT_SECONDS:
                found = self._understood(await self._looked_up(self._issuer.rstrip("/") + _WELL_KNOWN))
                self._metadata = (time.monotonic(), found)
            return self._metadata[1]

    async def keys(self, *, anew: bool = False) -> KeySet:
        """The keys it signs with; asked for `anew` where those that are kept do not fit."""
        address = (await self.metadata()).jwks_uri
        async with self._lock:
            if self._keys is None or _age(self._keys) > (_RESTED_SECONDS if anew else _KEPT_SECONDS):
                found: Any = await self._looked_up(address)
                try:
                    self._keys = (time.monotonic(), KeySet.import_key_set(found))
                except (JoseError, KeyError, TypeError, ValueError) as error:
                    raise refuse(Code.PROVIDER_ANSWER_INVALID) from error
            return self._keys[1]

    async def _looked_up(self, address: str) -> Mapping[str, Any]:
        """What is found at an address; those who wait for the same do not ask again one by one where it fails."""
        if time.monotonic() - self._failed_at < _RESTED_SECONDS:
            raise _unavailable()
        try:
            return await self.fetch("GET", address)
        except Refusal:
            self._failed_at = time.monotonic()
            raise

    async def fetch(self, method: str, address: str, **options: Any) -> Mapping[str, Any]:
        """The JSON object at an address of the provider's; nothing of another status than 200 is read.

        What it refuses of that which was posted is PROVIDER_REFUSED.
        """
        try:
            async with (
                asyncio.timeout(_TIMEOUT_SECONDS),
                httpx.AsyncClient(verify=self._tls, timeout=_TIMEOUT_SECONDS) as client,
                client.stream(method, address, **options) as reply,
            ):
                body = (
                    b"".join([chunk async for chunk in _pieces(reply)]) if reply.status_code == httpx.codes.OK else b""
                )
        except (httpx.HTTPError, OSError, TimeoutError) as error:
            raise _unavailable() from error
        if reply.is_server_error:
            raise _unavailable()
        if reply.is_client_error and method == "POST":
            raise refuse(Code.PROVIDER_REFUSED)
        try:
            found = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise refuse(Code.PROVIDER_ANSWER_INVALID) from error
        if not isinstance(found, dict):
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        return found

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()

    def _understood(self, document: Mapping[str, Any]) -> Metadata:
        if document.get("issuer") != self._issuer:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        methods = document.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        return Metadata(
            self._issuer,
            self._address(document, "authorization_endpoint"),
            self._address(document, "token_endpoint"),
            self._address(document, "jwks_uri"),
            self._address(document, "userinfo_endpoint", is_needed=False),
            self._address(document, "end_session_endpoint", is_needed=False),
            takes_secret_in_body="client_secret_basic" not in methods and "client_secret_post" in methods,
            names_itself=document.get("authorization_response_iss_parameter_supported") is True,
        )

    def _address(self, document: Mapping[str, Any], name: str, *, is_needed: bool = True) -> str:
        """An address of the document; one that is less safe than the issuer's own is none."""
        address = document.get(name)
        if address is None and not is_needed:
            return ""
        if not isinstance(address, str) or urlsplit(address).scheme not in {"https", urlsplit(self._issuer).scheme}:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        return address


def _age(kept: tuple[float, object]) -> float:
    return time.monotonic() - kept[0]


async def _pieces(reply: httpx.Response) -> AsyncIterator[bytes]:
    size = 0
    async for piece in reply.aiter_bytes():
        size += len(piece)
        if size > _MOST_BYTES:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        yield piece


def _unavailable() -> Refusal:
    return Refusal([Fault(Code.PROVIDER_UNAVAILABLE, retryable=True)])
