"""The viewer's own sessions, their end, and the unlocking of accounts by administrators."""

from collections.abc import Awaitable, Callable
from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.access.session import session
from bureau.access.sessions import OpenSession
from bureau.engine.kinds import parse_id
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.scalars import rfc3339
from bureau.kernel import rules
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, NotAllowed, Refusal, SignInRequired, fault
from bureau.kernel.narrowing import UNNARROWED
from bureau.kernel.rules import Rule

Info = strawberry.Info[Context, None]

_LONGEST_REASON = 500


@strawberry.type(description="One sign-in of yours that still holds. 会话")
class ViewerSession:
    id: strawberry.ID = strawberry.field(description="Its id. 标识")
    client: str | None = strawberry.field(description="What the client said it is. 客户端")
    network: str | None = strawberry.field(description="The network it was begun from. 来源网络")
    begun_at: str = strawberry.field(description="When it was begun. 开始时间")
    seen_at: str = strawberry.field(description="When it was used last, to the minute or so. 最近使用时间")
    expires_at: str = strawberry.field(description="When it ends, however much it is used. 过期时间")
    is_current: bool = strawberry.field(description="Whether it is the one you ask with. 是否当前会话")


@strawberry.input(description="Which session. 会话")
class EndSessionInput:
    id: strawberry.ID = strawberry.field(description="The session. 会话标识")


@strawberry.input(description="Which account, and why. 账户及原因")
class UnlockAccountInput:
    username: str = strawberry.field(description="Its user name. 用户名")
    reason: str = strawberry.field(description="Why it is unlocked, for the journal. 原因")


@strawberry.type(description="What became of ending sessions. 结束会话结果")
class EndSessionPayload:
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of unlocking an account. 解锁账户结果")
class UnlockAccountPayload:
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


async def sessions(info: Info) -> list[ViewerSession]:
    """The viewer's sessions that still hold, the one used last first; none for a token that is narrowed."""
    context = info.context
    if context.actor.narrowing is not UNNARROWED:
        return []
    return [_shown(found) for found in await context.services.doors.sessions.of(context.actor, context.secret)]


def _shown(found: OpenSession) -> ViewerSession:
    return ViewerSession(
        id=strawberry.ID(f"{session.type_name}:{found.id}"),
        client=found.client,
        network=found.network,
        begun_at=rfc3339(found.created_at),
        seen_at=rfc3339(found.seen_at),
        expires_at=rfc3339(found.expires_at),
        is_current=found.is_current,
    )


async def end_session(
    info: Info,
    input: Annotated[EndSessionInput, strawberry.argument(description="Which session. 输入")],  # noqa: A002 (API name)
) -> EndSessionPayload:
    """End one session of yours."""
    context = signed_in(info)
    kind, number = parse_id(str(input.id)) or ("", 0)
    own = context.services.doors.sessions
    if kind != session.type_name or not await own.end_one(context.actor, number, context.request_id):
        missing = fault(Code.NOT_FOUND, "id", kind=session.words)
        return EndSessionPayload(errors=told([missing], context.language))
    return EndSessionPayload(errors=[])


async def sign_out_everywhere(info: Info) -> EndSessionPayload:
    """End all sessions of yours, in browsers and on devices, this one too; tokens of programs stay."""
    context = signed_in(info)
    await context.services.doors.sessions.end_all(context.actor, context.request_id)
    context.new_secret = ""  # nosec B105 # takes the cookie away
    return EndSessionPayload(errors=[])


async def unlock_account(
    info: Info,
    input: Annotated[UnlockAccountInput, strawberry.argument(description="Which account. 输入")],  # noqa: A002 (API name)
) -> UnlockAccountPayload:
    """Let an administrator's account be used again that was locked after failures to sign in."""
    context = signed_in(info)
    rule = rules.system_admin | rules.security_admin
    errors = await administrated(context, rule, input.username, input.reason, context.services.doors.unlock)
    return UnlockAccountPayload(errors=errors)


async def administrated(
    context: Context, rule: Rule, username: str, reason: str, work: Callable[[str, Actor, str, str], Awaitable[None]]
) -> list[Error]:
    """Do something to the account of a name, for a reason, as one whom `rule` admits; why it was refused, if it was."""
    if not context.actor.may_somewhere(rule):
        raise GraphQLError("", original_error=NotAllowed())
    reason = reason.strip()
    if not reason:
        return told([fault(Code.REQUIRED, "reason")], context.language)
    if len(reason) > _LONGEST_REASON:
        return told([fault(Code.TOO_LONG, "reason", limit=_LONGEST_REASON)], context.language)
    try:
        await work(username, context.actor, context.request_id, reason)
    except Refusal as refusal:
        return told(refusal.faults, context.language)
    return []


def signed_in(info: Info) -> Context:
    """The context of a request of a person who is signed in; raises GraphQLError for nobody, and for programs."""
    actor = info.context.actor
    if actor.account is None:
        raise GraphQLError("", original_error=SignInRequired())
    if actor.is_program:
        raise GraphQLError("", original_error=NotAllowed())
    return info.context
