"""Leaving by the link of a mail: a page that asks, and what it or a mail program posts (RFC 8058)."""

from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bureau.graph.context import Context, Services
from bureau.http.headers import Headers
from bureau.http.plain_pages import plain_page
from bureau.http.requests import allow, context_of
from bureau.kernel.errors import RequestError
from bureau.kernel.words import Words
from bureau.machinery.delivery.mail.unsubscribing import unsubscribe

_TITLE = Words("Mails", "邮件提醒")
_ASKED = Words("Send no more mails to this address?", "不再向此邮箱发送邮件？")
_STOP = Words("Send no more", "停止发送")
_DONE = Words(
    "No more mails are sent. Your account's page lets you change that.", "已停止发送，可在“我的账户”页面恢复。"
)
_UNKNOWN = Words("This link leads to no address, or to one that was changed.", "该链接无效，或邮箱已变更。")
_LONGEST = 300


class UnsubscribeEndpoint:
    """What the links of mails lead to. Opening one changes nothing: programs that look at mails open them too."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers: Headers = dict(scope["headers"])
        context = context_of(self._services, scope, headers)
        response = await self._response(Request(scope, receive), context)
        response.headers["cache-control"] = "private, no-store"
        response.headers["referrer-policy"] = "no-referrer"
        await response(scope, receive, send)

    async def _response(self, request: Request, context: Context) -> Response:
        if request.method in ("GET", "HEAD"):
            ask, stop = (escape(words.in_(context.language)) for words in (_ASKED, _STOP))
            return _page(context, f'<p>{ask}</p><form method="post"><button>{stop}</button></form>')
        if request.method != "POST":
            return Response(status_code=405, headers={"allow": "GET, POST"})
        token = request.path_params["token"]
        try:
            with allow(context):
                context.pay(self._services.store.database.settings.cost_of_change)
                is_ours = len(token) <= _LONGEST and await unsubscribe(self._services.store, token, context.request_id)
        except RequestError as error:
            return _page(context, f"<p>{escape(error.words.in_(context.language))}</p>", 503)
        said = _DONE if is_ours else _UNKNOWN
        return _page(context, f"<p>{escape(said.in_(context.language))}</p>", 200 if is_ours else 404)


def _page(context: Context, body: str, status: int = 200) -> Response:
    return plain_page(_TITLE.in_(context.language), body, status)
