"""Where every request begins: its id, its language, and who sends it."""

from bureau.graph.context import Context, Services
from bureau.http.headers import Headers, language, new_request_id, secret
from bureau.kernel.actor import ANONYMOUS


def context_of(services: Services, headers: Headers) -> Context:
    """The context of a request, of which nobody knows yet who sent it."""
    return Context(
        services,
        language=language(headers.get(b"accept-language", b"").decode("latin-1")),
        request_id=new_request_id(),
        is_device=headers.get(b"x-client") == b"device",
    )


async def recognise(context: Context, headers: Headers) -> None:
    """Find out who sent the request; raises RequestError when the database is gone."""
    context.secret = secret(headers)
    context.actor = await context.services.doors.recognise(context.secret) if context.secret else ANONYMOUS
