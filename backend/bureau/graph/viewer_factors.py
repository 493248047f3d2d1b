"""What the viewer has beside a password, as the API tells it: of authenticator and recovery codes, how many."""

import strawberry

from bureau.graph.context import Context

Info = strawberry.Info[Context, None]


async def has_authenticator(info: Info) -> bool:
    """Whether the viewer's authenticator counts."""
    account = info.context.actor.account
    return account is not None and await info.context.services.doors.factors.has_authenticator(account)


async def recovery_codes_left(info: Info) -> int:
    """How many of the viewer's recovery codes are still good."""
    account = info.context.actor.account
    return 0 if account is None else await info.context.services.doors.factors.recovery_codes_left(account)
