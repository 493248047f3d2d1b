"""The headers of resumable uploads, as tus 1.0 has them (https://tus.io/protocols/resumable-upload)."""

import base64
import binascii
import re
from collections.abc import AsyncIterator
from datetime import datetime
from email.utils import format_datetime

from starlette.types import Receive

from bureau.http.headers import Headers
from bureau.kernel.errors import Malformed
from bureau.machinery.files.blocks import BodyBroken
from bureau.machinery.files.file import FileUse

VERSION = "1.0.0"
EXTENSIONS = "creation,termination,expiration"
CONTENT = "application/offset+octet-stream"
USES = (FileUse.ATTACHMENT, FileUse.TABLE)
"""What files may be handed in for, the usual one first; others the product makes itself."""
_NUMBER = re.compile("[0-9]{1,18}")


def abilities(most_bytes: int) -> dict[str, str]:
    """What this server can do, as OPTIONS tells it."""
    return {"tus-version": VERSION, "tus-extension": EXTENSIONS, "tus-max-size": str(most_bytes)}


def number(headers: Headers, name: bytes) -> int:
    """A whole number in a header; raises Malformed where there is none."""
    text = headers.get(name, b"").decode("latin-1")
    if not _NUMBER.fullmatch(text):
        shown = "-".join(part.capitalize() for part in name.decode().split("-"))
        raise Malformed(f"{shown} is a whole number.", f"{shown} 应为整数。")
    return int(text)


def name_and_use(headers: Headers) -> tuple[str, FileUse]:
    """What Upload-Metadata says: `filename` (or `name`), and `use`; raises Malformed for what cannot be read."""
    said = _metadata(headers.get(b"upload-metadata", b"").decode("latin-1"))
    use = said.get("use") or USES[0]
    if use not in USES:
        raise Malformed(
            f"Upload-Metadata: use is one of {', '.join(USES)}.", f"Upload-Metadata：use 应为 {'、'.join(USES)}。"
        )
    return said.get("filename") or said.get("name") or "", FileUse[use]


def _metadata(given: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in filter(None, map(str.strip, given.split(","))):
        key, _, value = pair.partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, ValueError) as error:
            raise Malformed(
                f"Upload-Metadata: the value of {key[:50]} is no UTF-8 in Base64.",
                f"Upload-Metadata：{key[:50]} 的值不是 Base64 编码的 UTF-8。",
            ) from error
    return found


def metadata(name: str, use: FileUse) -> str:
    """Name and use as Upload-Metadata has them."""
    said = {"filename": name, "use": use.value}
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in said.items())


def moment(at: datetime) -> str:
    """A moment as Upload-Expires has it."""
    return format_datetime(at, usegmt=True)


async def body(receive: Receive) -> AsyncIterator[bytes]:
    """A request's body as it comes; raises BodyBroken when the client goes away."""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise BodyBroken
        if chunk := message.get("body", b""):
            yield chunk
        more = message.get("more_body", False)
