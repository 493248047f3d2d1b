"""Files over HTTP: `/files` takes resumable uploads (tus 1.0), `/files/ID` goes on with one and gives it out, and
`/files/cases` has the papers of cases.
"""

import re
from urllib.parse import parse_qs

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bureau.access.allowance import BYTES_OF_COST
from bureau.graph.context import Context, Services
from bureau.graph.gateway import Gateway, refused
from bureau.http import tus
from bureau.http.downloads import download
from bureau.http.headers import JSON, Headers
from bureau.http.origins import Origins
from bureau.http.papers import FOLDER, Papers
from bureau.http.requests import allow, context_of, failure, recognise
from bureau.kernel.errors import DutyFirst, FileUnknown, Malformed, NotAllowed, Refusal
from bureau.machinery.files.file import FileState
from bureau.machinery.files.found import Found
from bureau.machinery.files.links import Stamp

_ID = re.compile("/files/([1-9][0-9]{0,17})")
_ALLOWED = "GET, HEAD, POST, PATCH, DELETE, OPTIONS"
_STATUSES = {"UNAUTHENTICATED": 401, "FILE_UNKNOWN": 404, "FILE_CLOSED": 409, "OFFSET_CONFLICT": 409,
    "LINK_EXPIRED": 410, "LIMIT_EXCEEDED": 413, "FILE_TYPE_REFUSED": 415, "OUT_OF_SPACE": 507}  # fmt: skip


class _Refused(Exception):
    """A request that HTTP itself has a status for."""

    def __init__(self, status: int, en: str, zh: str, **headers: str) -> None:
        self.status = status
        self.error = Malformed(en, zh)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class FilesEndpoint:
    """Everything under `/files`."""

    def __init__(self, services: Services, gateway: Gateway) -> None:
        self._services = services
        self._papers = Papers(gateway)
        self._files = services.files
        self._origins = Origins(services.store.database.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = context_of(self._services, scope, dict(scope["headers"]))
        response = await self._response(scope, receive, context)
        response.headers["x-request-id"] = context.request_id
        response.headers["tus-resumable"] = tus.VERSION
        response.headers.setdefault("cache-control", "private, no-store")
        await response(scope, receive, send)

    async def _response(self, scope: Scope, receive: Receive, context: Context) -> Response:
        try:
            return await self._answer(scope, dict(scope["headers"]), receive, context)
        except _Refused as refusal:
            return Response(refused(refusal.error, context), refusal.status, refusal.headers, JSON)
        except Exception as error:  # noqa: BLE001 (whatever it is, the process lives and the caller hears of it)
            return failure(error, context, _STATUSES)

    async def _answer(self, scope: Scope, headers: Headers, receive: Receive, context: Context) -> Response:
        method = _method(scope["method"], headers)
        if method == "OPTIONS":
            most = max(map(self._files.uploads.most_bytes, tus.USES))
            return Response(status_code=204, headers=tus.abilities(most))
        if method in ("POST", "PATCH", "DELETE") or (method == "HEAD" and b"tus-resumable" in headers):
            _speaks_tus(headers)
        if method not in ("GET", "HEAD"):
            self._origins.refuse_foreign(headers)
        await recognise(context, headers)
        if duty := context.actor.duty:
            raise DutyFirst(duty.value, duty.words)
        narrowing = context.actor.narrowing
        if narrowing.stored_only or (narrowing.reads_only and method not in ("GET", "HEAD")):
            raise NotAllowed
        with allow(context):
            return await self._served(method, scope, headers, receive, context)

    async def _served(
        self, method: str, scope: Scope, headers: Headers, receive: Receive, context: Context
    ) -> Response:
        if scope["path"] in ("/files", "/files/"):
            if method == "POST":
                return await self._begin(headers, context)
            raise _not_here("POST, OPTIONS")
        if scope["path"].startswith(FOLDER):
            if method != "GET":
                raise _not_here("GET")
            return await self._papers.answer(scope, headers, context)
        identity = _identity(scope["path"])
        match method:
            case "PATCH":
                return await self._receive(identity, headers, receive, context)
            case "HEAD" if b"tus-resumable" in headers:
                return await self._progress(identity, context)
            case "DELETE":
                return await self._end(identity, context)
            case "GET" | "HEAD":
                link = _link(scope["query_string"].decode("latin-1"))
                return await download(context, headers, identity, link, has_body=method == "GET")
        raise _not_here(_ALLOWED)

    async def _begin(self, headers: Headers, context: Context) -> Response:
        size, (name, use) = tus.number(headers, b"upload-length"), tus.name_and_use(headers)
        upload = await self._files.uploads.begin(context.actor, size, name, use, context.request_id)
        said = {"location": f"/files/{upload.id}", "bureau-file-id": f"File:{upload.id}"}
        return Response(status_code=201, headers={**said, **_expiry(upload)})

    async def _progress(self, identity: int, context: Context) -> Response:
        found = await self._files.found(identity, context.actor)
        said = {
            "upload-offset": str(found.received),
            "upload-length": str(found.size),
            "upload-metadata": tus.metadata(found.name, found.use),
            "bureau-file-state": found.state,
            "cache-control": "no-store",
        }
        return Response(status_code=200, headers={**said, **_expiry(found)})

    async def _receive(self, identity: int, headers: Headers, receive: Receive, context: Context) -> Response:
        if headers.get(b"content-type", b"").decode("latin-1").strip().lower() != tus.CONTENT:
            raise _Refused(415, f"Send {tus.CONTENT}.", f"请以 {tus.CONTENT} 发送。")
        offset = tus.number(headers, b"upload-offset")
        announced = tus.number(headers, b"content-length") if b"content-length" in headers else 0
        received = await self._files.uploads.receive(context.actor, identity, offset, announced, tus.body(receive))
        context.pay((received - offset) / BYTES_OF_COST)
        found = await self._files.found(identity, context.actor)
        return Response(status_code=204, headers={"upload-offset": str(received), **_expiry(found)})

    async def _end(self, identity: int, context: Context) -> Response:
        try:
            await self._files.store.database.transaction(
                lambda tx: self._files.void(tx, identity, "cancelled"),
                actor=context.actor,
                request_id=context.request_id,
            )
        except Refusal as refusal:
            raise FileUnknown from refusal
        return Response(status_code=204)


def _method(method: str, headers: Headers) -> str:
    """The method that is meant: some networks let no PATCH or DELETE through."""
    override = headers.get(b"x-http-method-override", b"").decode("latin-1").upper()
    return override if method == "POST" and override in ("PATCH", "DELETE", "HEAD") else str(method)


def _speaks_tus(headers: Headers) -> None:
    if headers.get(b"tus-resumable", b"").decode("latin-1") != tus.VERSION:
        raise _Refused(
            412,
            f"Send Tus-Resumable: {tus.VERSION}.",
            f"请发送 Tus-Resumable: {tus.VERSION}。",
            tus_version=tus.VERSION,
        )


def _identity(path: str) -> int:
    match = _ID.fullmatch(path)
    if not match:
        raise FileUnknown
    return int(match[1])


def _link(query: str) -> Stamp | None:
    """What makes a link of an address, if it is one."""
    given = parse_qs(query, max_num_fields=20)
    return Stamp(given["until"][0], given["signature"][0]) if given.keys() >= {"until", "signature"} else None


def _not_here(allowed: str) -> _Refused:
    return _Refused(405, f"Use {allowed}.", f"请使用 {allowed}。", allow=allowed)


def _expiry(upload: Found) -> dict[str, str]:
    """Until when an upload may go on; nothing for one that is complete."""
    if upload.state is not FileState.INCOMPLETE or upload.expires_at is None:
        return {}
    return {"upload-expires": tus.moment(upload.expires_at)}
