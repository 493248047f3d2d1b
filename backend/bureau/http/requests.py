"""Where every request begins: its id, its language, and who sends it, from where; and how one ends that is refused."""

from collections.abc import Mapping
from urllib.parse import unquote

import orjson
from starlette.responses import Response
from starlette.types import Scope

from bureau.access.allowance import Allowance
from bureau.access.caller import Caller
from bureau.access.working_unit import at_unit
from bureau.graph.context import Context, Services
from bureau.graph.errors import masked
from bureau.graph.gateway import refused
from bureau.http.headers import JSON, Headers, language, new_request_id, secret
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.errors import RequestError, SignInRequired, TooFast, TooManyUploads

_LONGEST_CLIENT = 200

Statuses = Mapping[str, int]
"""The status of a response, by the code of the error that it tells."""

_STATUSES: Statuses = {
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "UNIT_NOT_HELD": 403,
    "OUT_OF_SPACE": 503,
    "UNAVAILABLE": 503,
    "TIMEOUT": 504,
}


def context_of(services: Services, scope: Scope, headers: Headers) -> Context:
    """The context of a request, of which nobody knows yet who sent it."""
    return Context(
        services,
        language=language(headers.get(b"accept-language", b"").decode("latin-1")),
        request_id=new_request_id(),
        is_device=headers.get(b"x-client") == b"device",
        caller=_caller(scope, headers),
    )


async def recognise(context: Context, headers: Headers) -> None:
    """Find out who sent the request, and for which unit they work.

    Raises SignInRequired where the header `X-User` means somebody else, for a page whose session ended or became
    another's is answered as nobody; UnitNotHeld; and Unavailable when the database is gone.
    """
    services = context.services
    context.secret, context.has_cookie = secret(headers, secure=services.store.database.settings.secure_cookies)
    actor = await services.doors.recognise(context.secret) if context.secret else ANONYMOUS
    if (meant := headers.get(b"x-user")) and unquote(meant.decode("latin-1")) != actor.name:
        raise SignInRequired
    context.actor = actor
    if named := headers.get(b"x-unit"):
        context.actor = at_unit(context.actor, named.decode("latin-1"), services.unit_types)


def _caller(scope: Scope, headers: Headers) -> Caller:
    """From where a request comes, and by which program; the server has believed the proxies that it may by then."""
    client = " ".join(headers.get(b"user-agent", b"").decode("latin-1").split())[:_LONGEST_CLIENT]
    return Caller(scope["client"][0] if scope.get("client") else "", client)


def allow(context: Context) -> Allowance:
    """Take a request on at the cost of who sent it, for as long as the context of the result lasts; raises TooFast."""
    context.allowance = context.services.allowances.of(context.actor, context.caller.address)
    return context.allowance


def wait_of(error: RequestError) -> dict[str, str]:
    """The header that says when to ask again."""
    return {"retry-after": str(error.retry_after)} if isinstance(error, TooFast) else {}


def failure(error: Exception, context: Context, statuses: Statuses) -> Response:
    """The response to a request that came to an error; a defect is logged, and told by an id alone."""
    if isinstance(error, RequestError):
        return Response(refused(error, context), status_of(error, statuses), wait_of(error), JSON)
    errors = [masked(error, context.language, context.request_id)]
    return Response(orjson.dumps({"errors": errors}), 500, media_type=JSON)


def status_of(error: RequestError, statuses: Statuses) -> int:
    """The status of a refusal: 429 for who asks too much at a time, otherwise that of its code."""
    return 429 if isinstance(error, TooFast | TooManyUploads) else status_of_code(error.code, statuses)


def status_of_code(code: str, statuses: Statuses) -> int:
    """The status of a code: that which an endpoint has for it, or all have; 400 for any other."""
    return statuses.get(code) or _STATUSES.get(code, 400)
