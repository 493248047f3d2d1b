"""GraphQL over HTTP, to the letter of its specification; plain ASGI, since every request passes here."""

import time
from typing import Any
from urllib.parse import parse_qs

import orjson
from starlette.types import Receive, Scope, Send

from bureau.graph.context import Services
from bureau.graph.gateway import Answer, Asked, Gateway, refused
from bureau.http import metrics
from bureau.http.headers import GRAPHQL, Headers, media_type, session_cookie
from bureau.http.named import document_id
from bureau.http.origins import Origins
from bureau.http.requests import allow, context_of, recognise, status_of, wait_of
from bureau.kernel.errors import Malformed, RequestError
from bureau.settings import Settings


class _Refused(Exception):
    """A request that is answered without being executed."""

    def __init__(self, status: int, en: str, zh: str, *headers: tuple[bytes, bytes]) -> None:
        self.status = status
        self.error = Malformed(en, zh)
        self.headers = headers


_STATUSES = {"LIMIT_EXCEEDED": 429}
"""What HTTP calls that by which a request ends before anything is executed."""


class GraphqlEndpoint:
    """The endpoint `/graphql`: POST for everything, GET for queries."""

    def __init__(self, gateway: Gateway, services: Services, settings: Settings) -> None:
        self._gateway = gateway
        self._services = services
        self._settings = settings
        self._origins = Origins(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = time.perf_counter()
        headers: Headers = dict(scope["headers"])
        context = context_of(self._services, scope, headers)
        accepted = media_type(headers.get(b"accept", b"").decode("latin-1"))
        extra: list[tuple[bytes, bytes]] = []
        try:
            if accepted is None:
                raise _Refused(406, "Accept allows no media type of ours.", "不支持所要求的响应格式。")
            asked = await self._asked(scope, headers, receive)
            await recognise(context, headers)
            with allow(context):
                answer = await self._gateway.answer(asked, context)
            status, body = _status(answer, accepted), answer.body
        except _Refused as refusal:
            status, body, answer = refusal.status, refused(refusal.error, context), Answer(b"", failed=True)
            extra += refusal.headers
        except RequestError as error:
            status, body, answer = status_of(error, _STATUSES), refused(error, context), Answer(b"", failed=True)
            extra += ((name.encode(), value.encode()) for name, value in wait_of(error).items())
        if context.new_secret is not None:
            hours = self._settings.session_hours
            cookie = session_cookie(context.new_secret, hours * 3600, secure=self._settings.secure_cookies)
            extra.append((b"set-cookie", cookie.encode()))
        await _send(send, status, accepted or "application/json", body, context.request_id, extra)
        metrics.REQUESTS.labels("refused" if answer.failed else "answered").inc()
        metrics.SECONDS.observe(time.perf_counter() - begun)

    async def _asked(self, scope: Scope, headers: Headers, receive: Receive) -> Asked:
        match scope["method"]:
            case "POST":
                self._origins.refuse_foreign(headers)
                return _from_post(headers, await self._body(headers, receive))
            case "GET":
                return _from_get(scope["query_string"])
        raise _Refused(405, "Use POST, or GET for queries.", "请使用 POST，查询可使用 GET。", (b"allow", b"GET, POST"))

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        limit = self._settings.max_body_bytes
        too_large = _Refused(413, f"The body is larger than {limit} bytes.", f"请求体超过 {limit} 字节。")
        if int(headers.get(b"content-length", b"0") or 0) > limit:
            raise too_large
        chunks: list[bytes] = []
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _Refused(400, "The request ended before its body.", "请求体不完整。")
            chunk = message.get("body", b"")
            size += len(chunk)
            if size > limit:
                raise too_large
            chunks.append(chunk)
            more = message.get("more_body", False)
        return b"".join(chunks)


def _from_post(headers: Headers, body: bytes) -> Asked:
    type_, _, parameters = headers.get(b"content-type", b"").decode("latin-1").partition(";")
    if type_.strip().lower() != "application/json":
        raise _Refused(415, "Send application/json.", "请以 application/json 发送。")
    charset = parameters.lower().replace(" ", "").replace('"', "").partition("charset=")[2].partition(";")[0]
    if charset not in ("", "utf-8", "utf8"):
        raise _Refused(415, "Send it in UTF-8.", "请使用 UTF-8 编码。")
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _Refused(400, "The body is no JSON.", "请求体不是有效的 JSON。") from error
    return _checked(data)


def _from_get(query_string: bytes) -> Asked:
    data: dict[str, Any] = {}
    try:
        given = {k: v[0] for k, v in parse_qs(query_string.decode("latin-1"), max_num_fields=20).items()}
        for name in ("query", "documentId", "operationName"):
            if name in given:
                data[name] = given[name]
        for name in ("variables", "extensions"):
            if name in given:
                data[name] = orjson.loads(given[name])
    except (ValueError, orjson.JSONDecodeError) as error:
        raise _Refused(400, "The parameters cannot be read.", "请求参数无法解析。") from error
    return _checked(data, queries_only=True)


def _checked(data: Any, *, queries_only: bool = False) -> Asked:
    if not isinstance(data, dict):
        raise _Refused(400, "The request is one JSON object.", "请求应为一个 JSON 对象。")
    query, variables, name = data.get("query"), data.get("variables"), data.get("operationName")
    document = document_id(data) if query in (None, "") else None  # some clients leave it out, others leave it empty
    if document is None and (not isinstance(query, str) or not query):
        raise _Refused(400, "There is no query.", "缺少 query。")
    if query is not None and data.get("documentId") is not None:
        raise _Refused(400, "Send a query or a documentId, not both.", "query 与 documentId 只能选用其一。")
    if not isinstance(variables, dict | None):
        raise _Refused(400, "variables is an object.", "variables 应为对象。")
    if not isinstance(name, str | None):
        raise _Refused(400, "operationName is a string.", "operationName 应为字符串。")
    if not isinstance(data.get("extensions"), dict | None):
        raise _Refused(400, "extensions is an object.", "extensions 应为对象。")
    return Asked(query or "", variables or {}, name, queries_only, document)


def _status(answer: Answer, accepted: str) -> int:
    if answer.forbidden_method:
        return 405
    return 400 if answer.failed and accepted == GRAPHQL else 200


async def _send(
    send: Send, status: int, media: str, body: bytes, request_id: str, extra: list[tuple[bytes, bytes]]
) -> None:
    headers = [
        (b"content-type", f"{media}; charset=utf-8".encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"private, no-store"),
        (b"x-request-id", request_id.encode()),
        *extra,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
