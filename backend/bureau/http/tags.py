"""Entity tags: which answer a cache holds, and whether it is still the same, byte for byte."""

import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_TAG = re.compile(r'(?:W/)?"([^"]*)"')
_ENCODED = re.compile(r"-(?:br|gzip|zstd)$")


def tag(body: bytes) -> str:
    """The tag of a body, without its quotes."""
    return hashlib.sha256(body).hexdigest()[:32]


def held(if_none_match: str, current: str) -> str | None:
    """The tag, in its quotes, under which a cache holds the current answer in some encoding; None if it does not."""
    if if_none_match.strip() == "*":
        return f'"{current}"'
    found = (match[1] for match in _TAG.finditer(if_none_match))
    return next((f'"{name}"' for name in found if _ENCODED.sub("", name) == current), None)


def tagged(compressing: ASGIApp) -> ASGIApp:
    """An endpoint whose compressed answers have tags of their own: they are other bytes."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                encoding, etag = headers.get("content-encoding"), headers.get("etag")
                if encoding and etag:
                    headers["etag"] = f'{etag[:-1]}-{encoding}"'
            await send(message)

        await compressing(scope, receive, marked)

    return answer
