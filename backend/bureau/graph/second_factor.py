"""Setting up the viewer's authenticator, showing a factor that is awaited, taking factors away from who lost them."""

from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.proof import PROOF, ProofInput, asking, proof_to_add, refuse_long
from bureau.graph.sessions import administrated, signed_in
from bureau.graph.viewer import Viewer, viewer_of
from bureau.kernel import rules
from bureau.kernel.actor import Duty
from bureau.kernel.errors import Code, Malformed, Refusal, refuse

Info = strawberry.Info[Context, None]

_LONGEST_CODE = 100


@strawberry.input(description="That it is you who sets up an authenticator. 身份验证信息")
class BeginTotpInput:
    proof: ProofInput | None = strawberry.field(default=None, description=PROOF)


@strawberry.input(description="A code of the authenticator. 动态验证码")
class ConfirmTotpInput:
    code: str = strawberry.field(description="The code it shows now. 验证码")


@strawberry.input(description="Whose second factor, and why. 账户及原因")
class RemoveTotpInput:
    username: str = strawberry.field(description="Whose it is. 用户名")
    reason: str = strawberry.field(description="Why it is taken away, for the journal. 原因")


@strawberry.input(description="Whose factors, and why. 账户及原因")
class RemoveFactorsInput:
    username: str = strawberry.field(description="Whose they are. 用户名")
    reason: str = strawberry.field(description="Why they are taken away, for the journal. 原因")


@strawberry.type(description="A secret for an authenticator, shown this once. 动态验证码密钥")
class BeginTotpPayload:
    secret: str | None = strawberry.field(description="The secret, to be typed into the authenticator. 密钥")
    uri: str | None = strawberry.field(description="The same as an address for a QR code, otpauth://. 二维码内容")
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of confirming the authenticator. 启用动态验证码结果")
class ConfirmTotpPayload:
    recovery_codes: list[str] | None = strawberry.field(
        description="Codes, each good once in place of a second factor; shown this once, with the first factor. 恢复码"
    )
    viewer: Viewer | None = strawberry.field(description="You, if it succeeded. 当前用户")
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.input(description="The factor that the sign-in awaits: a code or a passkey. 动态验证码、恢复码或通行密钥")
class ConfirmSignInInput:
    code: str | None = strawberry.field(
        default=None, description="A code of your authenticator, or one for recovery. 动态验证码或恢复码"
    )
    passkey: str | None = strawberry.field(
        default=None,
        description="What `navigator.credentials.get()` gave for the options of `beginProof`, as JSON. 通行密钥凭证",
    )


@strawberry.type(description="What became of completing a sign-in. 补充动态验证码结果")
class ConfirmSignInPayload:
    viewer: Viewer | None = strawberry.field(description="You, if it succeeded. 当前用户")
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of taking a second factor away. 移除动态验证码结果")
class RemoveTotpPayload:
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of taking factors away. 移除双因素结果")
class RemoveFactorsPayload:
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


async def begin_totp(
    info: Info,
    input: Annotated[  # noqa: A002 (API name)
        BeginTotpInput | None, strawberry.argument(description="That it is you; refused without it. 输入")
    ] = None,
) -> BeginTotpPayload:
    """Make a secret for your authenticator; it counts once you have confirmed it."""
    context = signed_in(info)
    try:
        proof = proof_to_add(input.proof if input else None)
        begun = await context.services.doors.factors.begin_totp(asking(context), proof)
    except Refusal as refusal:
        return BeginTotpPayload(secret=None, uri=None, errors=told(refusal.faults, context.language))
    return BeginTotpPayload(secret=begun.secret, uri=begun.uri, errors=[])


async def confirm_totp(
    info: Info,
    input: Annotated[ConfirmTotpInput, strawberry.argument(description="The code. 输入")],  # noqa: A002 (API name)
) -> ConfirmTotpPayload:
    """Show by a code that your authenticator has the secret; signing in asks for a code from then on."""
    context = signed_in(info)
    if len(input.code) > _LONGEST_CODE:
        raise GraphQLError("", original_error=_too_long())
    doors = context.services.doors
    try:
        codes = await doors.factors.confirm_totp(asking(context), input.code)
    except Refusal as refusal:
        return ConfirmTotpPayload(recovery_codes=None, viewer=None, errors=told(refusal.faults, context.language))
    context.actor = await doors.recognise(context.secret)
    return ConfirmTotpPayload(recovery_codes=codes, viewer=await viewer_of(context.actor, context), errors=[])


async def confirm_sign_in(
    info: Info,
    input: Annotated[ConfirmSignInInput, strawberry.argument(description="The code. 输入")],  # noqa: A002 (API name)
) -> ConfirmSignInPayload:
    """Complete a sign-in through the identity provider, which showed no second factor, by one of your own."""
    context = signed_in(info)
    if len(input.code or "") > _LONGEST_CODE:
        raise GraphQLError("", original_error=_too_long())
    refuse_long(input.passkey)
    doors, provider = context.services.doors, context.services.provider
    try:
        if provider is None or context.actor.duty is not Duty.CODE:
            raise refuse(Code.SECOND_FACTOR_FAILED)
        await provider.confirm(asking(context), input.code, input.passkey)
    except Refusal as refusal:
        return ConfirmSignInPayload(viewer=None, errors=told(refusal.faults, context.language))
    context.actor = await doors.recognise(context.secret)
    return ConfirmSignInPayload(viewer=await viewer_of(context.actor, context), errors=[])


def _too_long() -> Malformed:
    return Malformed("The code is too long.", "验证码过长。")


async def remove_totp(
    info: Info,
    input: Annotated[RemoveTotpInput, strawberry.argument(description="Whose. 输入")],  # noqa: A002 (API name)
) -> RemoveTotpPayload:
    """Take all factors away from somebody who lost them; their sessions end."""
    return RemoveTotpPayload(errors=await _removed(input, info))


async def remove_factors(
    info: Info,
    input: Annotated[RemoveFactorsInput, strawberry.argument(description="Whose. 输入")],  # noqa: A002 (API name)
) -> RemoveFactorsPayload:
    """Take all factors away from somebody who lost them; their sessions end."""
    return RemoveFactorsPayload(errors=await _removed(input, info))


async def _removed(given: RemoveTotpInput | RemoveFactorsInput, info: Info) -> list[Error]:
    context = signed_in(info)
    remove = context.services.doors.remove_factors
    return await administrated(context, rules.security_admin, given.username, given.reason, remove)
