"""Who is asking: the viewer, signing in and signing out."""

from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.access.actors import role_words
from bureau.access.doors import SignedIn
from bureau.access.refreshing import Pair
from bureau.access.second_factor import SecondFactorNeeded
from bureau.graph import deliveries, viewer_factors, viewer_passkeys
from bureau.graph import sessions as own
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.glossary.shapes import Label, label
from bureau.graph.proof import refuse_long
from bureau.graph.scalars import rfc3339
from bureau.graph.sessions import ViewerSession
from bureau.graph.units import Called, units_called
from bureau.graph.viewer_passkeys import ViewerPasskey
from bureau.kernel.actor import Actor, Duty, Grant
from bureau.kernel.errors import Malformed, Refusal
from bureau.kernel.words import Language, Words
from bureau.storage.database import Database

Info = strawberry.Info[Context, None]


def _described(duties: type[Duty]) -> None:
    """Let the API list the duties, each with its words as its description."""
    strawberry.enum(duties, name="Duty", description="What somebody must do first of all. 须先完成事项")
    for value in duties.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = " ".join(duties[value.name].words)


_described(Duty)


@strawberry.type(description="A role that you hold on a unit and all below it. 授权")
class ViewerGrant:
    role: str = strawberry.field(description="The role's code. 角色代码")
    role_name: str = strawberry.field(description="The role in your language. 角色名称")
    label: Label = strawberry.field(description="The role's words. 角色名称")
    level: str = strawberry.field(description="How high the unit stands: CITY, COUNTY or UNIT. 层级")
    unit_number: strawberry.Private[int]
    unit_id: strawberry.ID = strawberry.field(description="The unit's id. 授权机构标识")
    unit_name: str = strawberry.field(description="What the unit is called. 授权机构名称")
    since: str = strawberry.field(description="From this day. 起始日期")
    until: str | None = strawberry.field(description="Until this day, null if open. 截止日期")
    basis: str | None = strawberry.field(description="On what basis it was granted. 授权依据")


@strawberry.type(description="You: the account that sends this request. 当前用户")
class Viewer:
    username: str = strawberry.field(description="The name you sign in with. 用户名")
    display_name: str = strawberry.field(description="What you are called. 显示名称")
    grants: list[ViewerGrant] = strawberry.field(description="What you may act as, and where. 授权")
    duty: Duty | None = strawberry.field(
        description="What you must do before you may do anything else; your roles do not hold until then. 须先完成事项"
    )
    sessions: list[ViewerSession] = strawberry.field(
        resolver=own.sessions, description="Your sessions that still hold, the one used last first. 会话"
    )
    passkeys: list[ViewerPasskey] = strawberry.field(
        resolver=viewer_passkeys.passkeys, description="Your passkeys, the one added last first. 通行密钥"
    )
    has_authenticator: bool = strawberry.field(
        resolver=viewer_factors.has_authenticator,
        description="Whether an authenticator of yours shows codes for here. 是否启用动态验证码",
    )
    mails_are_sent: bool = strawberry.field(
        resolver=deliveries.mails_are_sent,
        description="Whether you can be told by e-mail, since a server for it is named. 是否支持邮件提醒",
    )
    recovery_codes_left: int = strawberry.field(
        resolver=viewer_factors.recovery_codes_left,
        description="How many of your recovery codes are still good. 剩余恢复码",
    )


@strawberry.input(description="A user name and a password. 登录信息")
class SignInInput:
    username: str = strawberry.field(description="User name. 用户名")
    password: str = strawberry.field(description="Password. 口令")
    code: str | None = strawberry.field(
        default=None, description="Second factor: a code of your authenticator, or one for recovery. 动态验证码"
    )
    passkey: str | None = strawberry.field(
        default=None,
        description="Second factor: what `navigator.credentials.get()` gave for `passkeyOptions`, as JSON."
        " 通行密钥凭证",
    )


@strawberry.input(description="A refresh token. 刷新令牌")
class RefreshSessionInput:
    refresh_token: str = strawberry.field(description="The one that came with the last token. 刷新令牌")


@strawberry.type(description="What became of signing in. 登录结果")
class SignInPayload:
    viewer: Viewer | None = strawberry.field(default=None, description="You, if it succeeded. 当前用户")
    token: str | None = strawberry.field(
        default=None,
        description="For clients with the header `X-Client: device` alone: send it as `Authorization: Bearer`. 令牌",
    )
    refresh_token: str | None = strawberry.field(
        default=None,
        description="For them alone: opens nothing, but gets the next token once (`refreshSession`). 刷新令牌",
    )
    token_until: str | None = strawberry.field(
        default=None, description="For them alone: until when the token is good, RFC 3339. 令牌有效期至"
    )
    passkey_options: str | None = strawberry.field(
        default=None,
        description="Where a second factor is needed and you have passkeys: what a browser asks them, as JSON."
        " 通行密钥请求参数",
    )
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.input(description="Your password and what it is to be. 修改口令信息")
class ChangePasswordInput:
    old_password: str = strawberry.field(description="What it is now. 原口令")
    new_password: str = strawberry.field(description="What it is to be. 新口令")


@strawberry.type(description="What became of changing the password. 修改口令结果")
class ChangePasswordPayload:
    viewer: Viewer | None = strawberry.field(description="You, if it succeeded. 当前用户")
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of signing out. 退出结果")
class SignOutPayload:
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


async def viewer_of(actor: Actor, context: Context) -> Viewer | None:
    """The viewer of a request; None for those who did not sign in."""
    if actor.account is None:
        return None
    database = context.services.store.database
    words = await role_words(database)
    grants = (*actor.grants, *actor.elsewhere)
    units = await units_called(context.services, actor, {grant.unit for grant in grants})
    return Viewer(
        username=actor.name,
        display_name=await _display_name(actor, database),
        grants=[_grant(grant, units[grant.unit], words.get(grant.role), context.language) for grant in grants],
        duty=actor.duty,
    )


def _grant(grant: Grant, unit: Called, words: Words | None, language: Language) -> ViewerGrant:
    words = words or Words(grant.role, grant.role)
    return ViewerGrant(
        role=grant.role,
        role_name=words.in_(language),
        label=label(words),
        level=grant.level.value,
        unit_number=grant.unit,
        unit_id=strawberry.ID(unit.identity),
        unit_name=unit.name,
        since=grant.start.isoformat(),
        until=grant.until.isoformat() if grant.until else None,
        basis=grant.basis or None,
    )


async def _display_name(actor: Actor, database: Database) -> str:
    sql = "SELECT display_name FROM account WHERE id = $1"
    rows = await database.readers.fetch(sql, [actor.account], steady=True)
    return rows[0][0] if rows else actor.name


async def viewer(info: Info) -> Viewer | None:
    """The viewer of this request."""
    return await viewer_of(info.context.actor, info.context)


async def sign_in(
    info: Info,
    input: Annotated[SignInInput, strawberry.argument(description="Who you are. 登录信息")],  # noqa: A002 (API name)
) -> SignInPayload:
    """Begin a session: a cookie for browsers, a token for devices."""
    context = info.context
    if len(input.username) > 200 or len(input.password) > 1000 or len(input.code or "") > 100:
        raise GraphQLError(
            "", original_error=Malformed("Name, password or code is too long.", "用户名、口令或验证码过长。")
        )
    refuse_long(input.passkey)
    try:
        signed = await context.services.doors.sign_in(
            input.username,
            input.password,
            context.request_id,
            context.caller,
            input.code,
            input.passkey,
            is_device=context.is_device,
        )
    except SecondFactorNeeded as needed:
        return SignInPayload(passkey_options=needed.passkey_options, errors=told(needed.faults, context.language))
    except Refusal as refusal:
        return SignInPayload(errors=told(refusal.faults, context.language))
    return await let_in(signed, context)


async def let_in(signed: SignedIn, context: Context) -> SignInPayload:
    """Answer with a fresh session: a cookie for browsers, a token for devices."""
    context.actor = signed.actor
    if not context.is_device:
        context.new_secret = signed.secret
    pair, seen = signed.pair, await viewer_of(signed.actor, context)
    if pair is None:
        return SignInPayload(viewer=seen, errors=[])
    return _held(pair, seen)


def _held(pair: Pair, seen: Viewer | None) -> SignInPayload:
    return SignInPayload(
        viewer=seen,
        token=pair.token,
        refresh_token=pair.refresh_token,
        token_until=rfc3339(pair.until),
        errors=[],
    )


async def refresh_session(
    info: Info,
    input: Annotated[RefreshSessionInput, strawberry.argument(description="The token. 输入")],  # noqa: A002 (API name)
) -> SignInPayload:
    """Get the next token of a device; a refresh token that was used already ends the session."""
    context = info.context
    try:
        pair, actor = await context.services.doors.refresh(input.refresh_token, context.request_id)
    except Refusal as refusal:
        return SignInPayload(errors=told(refusal.faults, context.language))
    context.actor, context.secret = actor, pair.token
    return _held(pair, await viewer_of(actor, context))


async def change_password(
    info: Info,
    input: Annotated[ChangePasswordInput, strawberry.argument(description="Old and new. 输入")],  # noqa: A002 (API name)
) -> ChangePasswordPayload:
    """Change your password; your other sessions end."""
    context = own.signed_in(info)
    doors, actor = context.services.doors, context.actor
    if max(len(input.old_password), len(input.new_password)) > 1000:
        raise GraphQLError("", original_error=Malformed("The password is too long.", "口令过长。"))
    try:
        await doors.change_password(
            actor, context.secret, input.old_password, input.new_password, context.request_id, context.caller
        )
    except Refusal as refusal:
        return ChangePasswordPayload(viewer=None, errors=told(refusal.faults, context.language))
    context.actor = await doors.recognise(context.secret)
    return ChangePasswordPayload(viewer=await viewer_of(context.actor, context), errors=[])


async def sign_out(info: Info) -> SignOutPayload:
    """End the session this request came with."""
    context = info.context
    if context.secret:
        await context.services.doors.sign_out(context.secret, context.actor, context.request_id)
    context.new_secret = ""  # nosec B105 # takes the cookie away
    return SignOutPayload(errors=[])
