"""Files given out: as attachments that no browser opens by itself, whole or in parts."""

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response, StreamingResponse

from bureau.access.allowance import BYTES_OF_COST
from bureau.graph.context import Context
from bureau.graph.files import note_read
from bureau.http.headers import Headers
from bureau.http.ranges import Unsatisfiable, asked
from bureau.http.safety import NOTHING
from bureau.http.tags import held
from bureau.machinery.files.links import Stamp

SAFE = {
    "content-security-policy": f"sandbox; {NOTHING}",
    "cross-origin-resource-policy": "same-site",
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
}
"""No script of a file runs, no page frames it, no address with its signature travels on."""


async def download(
    context: Context, headers: Headers, identity: int, link: Stamp | None, *, has_body: bool
) -> Response:
    """A file, for who holds a link to it or is its owner; raises FileUnknown, FileClosed and LinkExpired."""
    files = context.services.files
    if link:
        files.links.check(identity, link)
    found = await files.ready(identity, None if link else context.actor)
    if files.links.origin and not link:
        note_read(context, identity, "linkFile")
        return RedirectResponse(files.links.to(identity).url, 302, {"cache-control": "private, no-store"})
    etag = f'"{found.sha256}"'
    said = {**SAFE, "etag": etag, "content-disposition": disposition(found.name)}
    if not has_body:
        return Response(headers={**said, "content-type": found.media_type, "content-length": str(found.size)})
    if held(_text(headers, b"if-none-match"), found.sha256):
        return Response(status_code=304, headers=said)
    try:
        part = asked(_text(headers, b"range"), _text(headers, b"if-range"), found.size, etag)
    except Unsatisfiable:
        return Response(status_code=416, headers={**said, "content-range": f"bytes */{found.size}"})
    note_read(context, identity, "download")
    start, end = part or (0, found.size)
    context.pay((end - start) / BYTES_OF_COST)
    said |= {"content-type": found.media_type, "content-length": str(end - start)}
    if part:
        said["content-range"] = f"bytes {start}-{end - 1}/{found.size}"
    return StreamingResponse(await files.content(found, start, end), 206 if part else 200, said)


def disposition(name: str) -> str:
    """Content-Disposition with a name in any script (RFC 6266), and one in ASCII for clients that know no other."""
    plain = "".join(c if c.isascii() and c not in '"\\%' else "_" for c in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _text(headers: Headers, name: bytes) -> str:
    return headers.get(name, b"").decode("latin-1")
