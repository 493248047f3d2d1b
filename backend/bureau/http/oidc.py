"""Signing in and out through the identity provider: where browsers leave for it, and where they come back."""

from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qsl, urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bureau.access.provider.pending import LASTS_SECONDS, path_of_ours
from bureau.access.provider.sign_in import ProviderDoor
from bureau.graph.context import Context, Services
from bureau.graph.errors import masked, told
from bureau.graph.gateway import refused
from bureau.http.headers import JSON, PENDING_COOKIE, Headers, cookie, cookie_of, session_cookie
from bureau.http.origins import Origins
from bureau.http.plain_pages import plain_page
from bureau.http.requests import allow, context_of, recognise, wait_of
from bureau.kernel.errors import Code, Malformed, Refusal, RequestError
from bureau.kernel.words import Words

_MOST_BYTES = 20_000
_MOST_FIELDS = 20
_STATUS = {
    Code.PROVIDER_UNAVAILABLE: 503,
    Code.PROVIDER_REFUSED: 403,
    Code.PROVIDER_ANSWER_INVALID: 502,
    Code.IDENTITY_UNKNOWN: 403,
    Code.SIGN_IN_DELAYED: 429,
}
_STATUS_OF_REQUEST = {"FORBIDDEN": 403, "LIMIT_EXCEEDED": 429, "UNAVAILABLE": 503, "NOT_FOUND": 404}
_METHODS = {"start": "GET", "callback": "GET", "sign-out": "POST", "back-channel": "POST"}
_TITLE = Words("Signing in", "统一身份认证登录")
_GO_ON = Words("Sign in through the identity provider", "通过统一身份认证登录")
_AGAIN = Words("Sign in again", "重新登录")
_HOME = Words("First page", "返回首页")


class OidcEndpoint:
    """Everything under `/oidc`; nothing is there where no provider is set up."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._settings = services.store.database.settings
        self._origins = Origins(self._settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers: Headers = dict(scope["headers"])
        context = context_of(self._services, scope, headers)
        response = await self._response(Request(scope, receive), headers, context)
        response.headers["x-request-id"] = context.request_id
        response.headers["cache-control"] = "private, no-store"
        response.headers["referrer-policy"] = "no-referrer"
        await response(scope, receive, send)

    async def _response(self, request: Request, headers: Headers, context: Context) -> Response:
        step, provider = request.path_params["step"], self._services.provider
        if provider is None or step not in _METHODS:
            return Response(status_code=404)
        if request.method != _METHODS[step]:
            return Response(status_code=405, headers={"allow": _METHODS[step]})
        try:
            if step == "sign-out":
                self._origins.refuse_foreign(headers)
                await recognise(context, headers)
            with allow(context):
                context.pay(self._settings.cost_of_change)
                match step:
                    case "start":
                        return await self._start(provider, request, headers, context)
                    case "callback":
                        return await self._callback(provider, request, headers, context)
                    case "sign-out":
                        return await self._sign_out(provider, request, context)
                return await self._back_channel(provider, request, context)
        except Refusal as refusal:
            return _refused(refusal, headers, context)
        except RequestError as error:
            status = _STATUS_OF_REQUEST.get(error.code, 400)
            return _told(error.words.in_(context.language), status, refused(error, context), headers, context, error)
        except Exception as defect:  # noqa: BLE001 (whatever it is, the process lives and the caller hears of it)
            hidden = masked(defect, context.language, context.request_id)
            return Response(orjson.dumps({"errors": [hidden]}), 500, media_type=JSON)

    async def _start(self, provider: ProviderDoor, request: Request, headers: Headers, context: Context) -> Response:
        to = _parameters(request.url.query).get("to", "/")
        if self._origins.is_foreign(headers):
            return _asked(to, context)
        address, sealed = await provider.begin(request.headers.get("host", ""), to)
        return self._away(address, cookie(PENDING_COOKIE, sealed, LASTS_SECONDS, secure=self._settings.secure_cookies))

    async def _callback(self, provider: ProviderDoor, request: Request, headers: Headers, context: Context) -> Response:
        secure = self._settings.secure_cookies
        sealed = cookie_of(headers, PENDING_COOKIE, secure=secure)
        over = cookie(PENDING_COOKIE, "", 0, secure=secure)
        try:
            secret, to = await provider.complete(
                sealed, _parameters(request.url.query), context.caller, context.request_id
            )
        except Refusal as refusal:
            response = _refused(refusal, headers, context)
            response.headers.append("set-cookie", over)
            return response
        return self._away(to, over, session_cookie(secret, self._settings.session_hours * 3600, secure=secure))

    async def _sign_out(self, provider: ProviderDoor, request: Request, context: Context) -> Response:
        host = request.headers.get("host", "")
        address = await provider.sign_out(context.actor, context.secret, host, context.request_id)
        return self._away(address, session_cookie("", 0, secure=self._settings.secure_cookies))

    async def _back_channel(self, provider: ProviderDoor, request: Request, context: Context) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > _MOST_BYTES:
                raise Malformed("The body is too large.", "请求体过大。")
        token = _parameters(body.decode("latin-1")).get("logout_token", "")
        await provider.hear_logout(token, context.request_id)
        return Response(status_code=200)

    def _away(self, address: str, *cookies: str) -> Response:
        response = Response(status_code=303, headers={"location": address})
        for each in cookies:
            response.headers.append("set-cookie", each)
        return response


def _asked(to: str, context: Context) -> Response:
    """The page that has whoever comes from another site say that they want to sign in; raises Malformed for `to`."""
    path = f"/oidc/start?{urlencode({'to': path_of_ours(to)})}"
    link = f'<p><a href="{escape(path)}">{_GO_ON.in_(context.language)}</a></p>'
    return plain_page(_TITLE.in_(context.language), link)


def _parameters(query: str) -> Mapping[str, str]:
    """The parameters of a query or a form; raises Malformed where one comes twice, or there are too many."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise Malformed("The parameters cannot be read.", "请求参数无法解析。") from error
    if len(dict(pairs)) != len(pairs):
        raise Malformed("A parameter is there twice.", "请求参数重复。")
    return dict(pairs)


def _refused(refusal: Refusal, headers: Headers, context: Context) -> Response:
    fault = refusal.faults[0]
    errors = told(refusal.faults, context.language)
    response = _told(
        errors[0].message, _STATUS.get(fault.code, 400), orjson.dumps({"errors": errors}), headers, context
    )
    if fault.code is Code.SIGN_IN_DELAYED:
        response.headers["retry-after"] = str(fault.params["seconds"])
    return response


def _told(
    message: str, status: int, body: bytes, headers: Headers, context: Context, error: RequestError | None = None
) -> Response:
    """An error as a page, or as JSON for who asks for that and for no page; nothing that was sent stands in it."""
    accepted = headers.get(b"accept", b"").lower()
    if b"json" in accepted and b"text/html" not in accepted:
        response = Response(body, status, media_type=JSON)
    else:
        again, home = _AGAIN.in_(context.language), _HOME.in_(context.language)
        links = f'<p><a href="/oidc/start">{again}</a> · <a href="/">{home}</a></p>'
        response = plain_page(_TITLE.in_(context.language), f"<p>{escape(message)}</p>{links}", status)
    response.headers.update(wait_of(error) if error else {})
    return response
