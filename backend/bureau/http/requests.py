"""Where every request begins: its id, its language, and who sends it."""

import secrets
from itertools import count

from bureau.graph.context import Context, Services
from bureau.http.headers import Headers, language, secret
from bureau.kernel.actor import ANONYMOUS

_PROCESS = secrets.token_hex(12)
_NUMBERS = count(1)
"""A request's id is this process's own and a number."""


def context_of(services: Services, headers: Headers) -> Context:
    """The context of a request, of which nobody knows yet who sent it."""
    return Context(
        services,
        language=language(headers.get(b"accept-language", b"").decode("latin-1")),
        request_id=f"{_PROCESS}{next(_NUMBERS):08x}",
        is_device=headers.get(b"x-client") == b"device",
    )


async def recognise(context: Context, headers: Headers) -> None:
    """Find out who sent the request; raises RequestError when the database is gone."""
    context.secret = secret(headers)
    context.actor = await context.services.doors.recognise(context.secret) if context.secret else ANONYMOUS
