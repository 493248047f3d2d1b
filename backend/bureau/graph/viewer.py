"""Who is asking: the viewer, signing in and signing out."""

from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.kernel import rules
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Malformed, Refusal

Info = strawberry.Info[Context, None]


@strawberry.type(description="A role that you hold on a unit and all below it. 授权")
class ViewerGrant:
    role: str = strawberry.field(description="The role's code. 角色代码")
    role_name: str = strawberry.field(description="The role in your language. 角色名称")
    level: str = strawberry.field(description="How high the unit stands: CITY, COUNTY or UNIT. 层级")
    unit_id: strawberry.Private[int]
    since: str = strawberry.field(description="From this day. 起始日期")
    until: str | None = strawberry.field(description="Until this day, null if open. 截止日期")


@strawberry.type(description="You: the account that sends this request. 当前用户")
class Viewer:
    username: str = strawberry.field(description="The name you sign in with. 用户名")
    grants: list[ViewerGrant] = strawberry.field(description="What you may act as, and where. 授权")


@strawberry.input(description="A user name and a password. 登录信息")
class SignInInput:
    username: str = strawberry.field(description="User name. 用户名")
    password: str = strawberry.field(description="Password. 口令")
    code: str | None = strawberry.field(
        default=None, description="Second factor, where your role asks for one. 动态验证码"
    )


@strawberry.type(description="What became of signing in. 登录结果")
class SignInPayload:
    viewer: Viewer | None = strawberry.field(description="You, if it succeeded. 当前用户")
    token: str | None = strawberry.field(
        description="For clients with the header `X-Client: device` alone: send it as `Authorization: Bearer`. 令牌"
    )
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of signing out. 退出结果")
class SignOutPayload:
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


def viewer_of(actor: Actor, language: str) -> Viewer | None:
    """The viewer of a request; None for those who did not sign in."""
    if actor.account is None:
        return None
    words = {role.code: role.words for role in rules.ROLES}
    grants = [
        ViewerGrant(
            role=grant.role,
            role_name=words[grant.role].in_("zh" if language == "zh" else "en") if grant.role in words else grant.role,
            level=grant.level.value,
            unit_id=grant.unit,
            since=grant.start.isoformat(),
            until=grant.until.isoformat() if grant.until else None,
        )
        for grant in actor.grants
    ]
    return Viewer(username=actor.name, grants=grants)


def viewer(info: Info) -> Viewer | None:
    """The viewer of this request."""
    return viewer_of(info.context.actor, info.context.language)


async def sign_in(
    info: Info,
    input: Annotated[SignInInput, strawberry.argument(description="Who you are. 登录信息")],  # noqa: A002 (API name)
) -> SignInPayload:
    """Begin a session: a cookie for browsers, a token for devices."""
    context = info.context
    if len(input.username) > 200 or len(input.password) > 1000:
        raise GraphQLError("", original_error=Malformed("Name or password is too long.", "用户名或口令过长。"))
    try:
        signed = await context.services.doors.sign_in(input.username, input.password, context.request_id)
    except Refusal as refusal:
        return SignInPayload(viewer=None, token=None, errors=told(refusal.faults, context.language))
    context.actor = signed.actor
    if not context.is_device:
        context.new_secret = signed.secret
    return SignInPayload(
        viewer=viewer_of(signed.actor, context.language),
        token=signed.secret if context.is_device else None,
        errors=[],
    )


async def sign_out(info: Info) -> SignOutPayload:
    """End the session this request came with."""
    context = info.context
    if context.secret:
        await context.services.doors.sign_out(context.secret, context.actor, context.request_id)
    context.new_secret = ""
    return SignOutPayload(errors=[])
