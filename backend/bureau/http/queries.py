"""Stored queries at addresses of their own: `/q/NAME.json`, `.csv` and `.xlsx`, with variables as parameters."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bureau.graph.context import Context, Services
from bureau.graph.gateway import Asked, Gateway, refused
from bureau.graph.openapi import openapi
from bureau.graph.parameters import variables
from bureau.graph.queries import FORMATS, Queries, Query
from bureau.http import metrics
from bureau.http.headers import JSON, Headers, media_type
from bureau.http.query_pages import docs, index
from bureau.http.requests import allow, context_of, failure, recognise, status_of_code
from bureau.http.tags import held, tag
from bureau.kernel.errors import DocumentUnknown, Malformed
from bureau.machinery.sheets import csv_file, xlsx_file

KEPT_SECONDS = 300
"""How long caches may keep the answer of an impersonal query."""

_STATUSES = {"PERSISTED_QUERY_NOT_FOUND": 404, "INTERNAL": 500}
_PAGES = ("/q", "/q/", "/q/docs", "/q/openapi.json")
_FEW = 200
"""Parameters that are read of one address."""

Given = Mapping[str, Sequence[str]]


class _Failed(Exception):
    """The gateway came to errors and no data."""

    def __init__(self, body: bytes, errors: Any) -> None:
        self.body = body
        self.status = status_of_code(errors[0]["extensions"]["code"], _STATUSES)


class QueryEndpoint:
    """Everything under `/q`: the queries, the list of them, and how programs read them."""

    def __init__(self, gateway: Gateway, services: Services, queries: Queries) -> None:
        self._gateway = gateway
        self._services = services
        self._queries = queries

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = time.perf_counter()
        context = context_of(self._services, scope, dict(scope["headers"]))
        response = await self._response(Request(scope), context)
        response.headers["x-request-id"] = context.request_id
        response.headers.setdefault("cache-control", "private, no-store")
        await response(scope, receive, send)
        metrics.REQUESTS.labels("refused" if response.status_code >= 400 else "answered").inc()
        metrics.SECONDS.observe(time.perf_counter() - begun)

    async def _response(self, request: Request, context: Context) -> Response:
        try:
            if request.method not in ("GET", "HEAD"):
                error = Malformed("Use GET.", "请使用 GET。")
                return Response(refused(error, context), 405, {"allow": "GET, HEAD"}, JSON)
            return await self._page(request, context) or await self._answer(request, context)
        except _Failed as failed:
            return Response(failed.body, failed.status, media_type=JSON)
        except Exception as error:  # noqa: BLE001 (whatever it is, the process lives and the caller hears of it)
            return failure(error, context, _STATUSES)

    async def _page(self, request: Request, context: Context) -> Response | None:
        """What tells of the queries; None for what is one."""
        path = request.scope["path"]
        if path not in _PAGES:
            return None
        with allow(context):
            queries = await self._queries.all()
        if path == "/q/openapi.json":
            body = orjson.dumps(openapi(self._queries.schema, queries))
            return Response(body, headers={"cache-control": "no-cache"}, media_type=JSON)
        return docs(queries) if path == "/q/docs" else index(queries)

    async def _answer(self, request: Request, context: Context) -> Response:
        name, _, format_ = request.scope["path"].removeprefix("/q/").rpartition(".")
        query = await self._queries.of_name(name)
        if format_ not in query.formats:
            raise DocumentUnknown
        headers: Headers = dict(request.scope["headers"])
        if not query.document.impersonal:
            await recognise(context, headers)
        given = _given(request.scope["query_string"])
        values = variables(self._queries.schema, query.operation.node, query.parameters, given)
        asked = Asked(variables=values, queries_only=True, document_id=query.document.id)
        with allow(context):
            body = (await self._gateway.answer(asked, context)).body
        if query.document.impersonal:
            return _cacheable(await _written(query, format_, _lasting(body), given, headers), headers)
        return await _written(query, format_, body, given, headers)


def _given(query_string: bytes) -> Given:
    try:
        text = query_string.decode("ascii")
        return parse_qs(text, keep_blank_values=True, max_num_fields=_FEW, errors="strict")
    except ValueError as error:
        raise Malformed("The parameters cannot be read.", "请求参数无法解析。") from error


def _lasting(body: bytes) -> bytes:
    """The data alone, which is the same for as long as the records are; errors go past caches."""
    answer = _data(body)
    return orjson.dumps({"data": answer})


def _data(body: bytes) -> Any:
    answer = orjson.loads(body)
    if "errors" in answer:
        raise _Failed(body, answer["errors"])
    return answer["data"]


async def _written(query: Query, format_: str, body: bytes, given: Given, headers: Headers) -> Response:
    """The answer in a format, as a file where it is a table; raises _Failed where there is none."""
    if format_ == "json":
        if not body.startswith(b'{"data":{'):
            _refuse_without_data(body)
        accepted = media_type(headers.get(b"accept", b"").decode("latin-1"))
        return Response(body, headers={"vary": "Accept, Accept-Language"}, media_type=accepted or JSON)
    assert query.listing
    data = _data(body)
    heads, rows = [column.head for column in query.listing.columns], query.listing.rows(data)
    content = csv_file(heads, rows) if format_ == "csv" else await asyncio.to_thread(xlsx_file, heads, rows)
    said = {"vary": "Accept-Language", "content-disposition": f'attachment; filename="{query.name}.{format_}"'}
    if cursor := query.listing.next_cursor(data):
        further = urlencode({**given, query.listing.after: [cursor]}, doseq=True)
        said["link"] = f'</q/{query.name}.{format_}?{further}>; rel="next"'
    return Response(content, headers=said, media_type=FORMATS[format_])


def _refuse_without_data(body: bytes) -> None:
    answer = orjson.loads(body)
    if answer.get("data") is None:
        raise _Failed(body, answer["errors"])


def _cacheable(response: Response, headers: Headers) -> Response:
    """The response as caches may keep it; 304 where the caller holds it already."""
    current = tag(bytes(response.body))
    response.headers["cache-control"] = f"public, max-age={KEPT_SECONDS}"
    response.headers["etag"] = f'"{current}"'
    same = held(headers.get(b"if-none-match", b"").decode("latin-1"), current)
    if same is None:
        return response
    kept = {name: response.headers[name] for name in ("cache-control", "vary")}
    return Response(status_code=304, headers={**kept, "etag": same})
