"""Passkeys: adding and removing the viewer's, and signing in by one alone."""

from typing import Annotated

import strawberry

from bureau.access.passkeys import WORDS
from bureau.engine.kinds import parse_id
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.proof import PROOF, ProofInput, asking, proof_of, proof_to_add, refuse_long
from bureau.graph.sessions import signed_in
from bureau.graph.viewer import SignInPayload, Viewer, let_in, viewer_of
from bureau.kernel.errors import Code, Refusal, refuse

Info = strawberry.Info[Context, None]

_KIND = "Passkey"


@strawberry.input(description="That it is you who adds a passkey. 身份验证信息")
class BeginPasskeyInput:
    proof: ProofInput | None = strawberry.field(default=None, description=PROOF)


@strawberry.input(description="A passkey that was just made. 新通行密钥")
class FinishPasskeyInput:
    name: str = strawberry.field(description="What you call it, 60 characters at most. 名称")
    credential: str = strawberry.field(
        description="What `navigator.credentials.create()` gave for the options of `beginPasskey`, as JSON."
        " 通行密钥凭证"
    )


@strawberry.input(description="Which passkey, and that it is you. 通行密钥及身份验证")
class RemovePasskeyInput:
    id: strawberry.ID = strawberry.field(description="The passkey. 通行密钥标识")
    proof: ProofInput = strawberry.field(description="What shows that it is you. 身份再次验证")


@strawberry.input(description="What a passkey answered. 通行密钥登录信息")
class FinishPasskeySignInInput:
    credential: str = strawberry.field(
        description="What `navigator.credentials.get()` gave for the options of `beginPasskeySignIn`, as JSON."
        " 通行密钥凭证"
    )


@strawberry.type(description="What a browser is to ask of an authenticator. 通行密钥请求参数")
class PasskeyOptionsPayload:
    options: str | None = strawberry.field(
        description="For `PublicKeyCredential.parse…OptionsFromJSON()`, as JSON; good for five minutes, once. 请求参数"
    )
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of adding a passkey. 添加通行密钥结果")
class FinishPasskeyPayload:
    recovery_codes: list[str] | None = strawberry.field(
        description="Codes, each good once in place of a second factor; shown this once, with the first factor. 恢复码"
    )
    viewer: Viewer | None = strawberry.field(description="You, if it succeeded. 当前用户")
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


@strawberry.type(description="What became of removing a passkey. 移除通行密钥结果")
class RemovePasskeyPayload:
    viewer: Viewer | None = strawberry.field(description="You, if it succeeded. 当前用户")
    errors: list[Error] = strawberry.field(description="Why it failed. 错误")


async def begin_proof(info: Info) -> PasskeyOptionsPayload:
    """Ask your passkeys to show that it is you."""
    context = signed_in(info)
    try:
        options = await context.services.doors.factors.begin_proof(asking(context))
    except Refusal as refusal:
        return _refused(refusal, context)
    return PasskeyOptionsPayload(options=options, errors=[])


async def begin_passkey(
    info: Info,
    input: Annotated[BeginPasskeyInput, strawberry.argument(description="That it is you. 输入")],  # noqa: A002 (API name)
) -> PasskeyOptionsPayload:
    """Ask for a new passkey of yours."""
    context = signed_in(info)
    try:
        options = await context.services.doors.factors.begin_passkey(asking(context), proof_to_add(input.proof))
    except Refusal as refusal:
        return _refused(refusal, context)
    return PasskeyOptionsPayload(options=options, errors=[])


async def finish_passkey(
    info: Info,
    input: Annotated[FinishPasskeyInput, strawberry.argument(description="The passkey. 输入")],  # noqa: A002 (API name)
) -> FinishPasskeyPayload:
    """Let a passkey count that was just made."""
    context = signed_in(info)
    refuse_long(input.credential)
    doors = context.services.doors
    try:
        codes = await doors.factors.finish_passkey(asking(context), input.name, input.credential)
    except Refusal as refusal:
        return FinishPasskeyPayload(recovery_codes=None, viewer=None, errors=told(refusal.faults, context.language))
    context.actor = await doors.recognise(context.secret)
    return FinishPasskeyPayload(recovery_codes=codes, viewer=await viewer_of(context.actor, context), errors=[])


async def remove_passkey(
    info: Info,
    input: Annotated[RemovePasskeyInput, strawberry.argument(description="Which passkey. 输入")],  # noqa: A002 (API name)
) -> RemovePasskeyPayload:
    """Remove a passkey of yours; your other sessions end."""
    context = signed_in(info)
    doors = context.services.doors
    try:
        kind, number = parse_id(str(input.id)) or ("", 0)
        if kind != _KIND:
            raise refuse(Code.NOT_FOUND, "id", kind=WORDS)
        await doors.factors.remove_passkey(asking(context), number, proof_of(input.proof))
    except Refusal as refusal:
        return RemovePasskeyPayload(viewer=None, errors=told(refusal.faults, context.language))
    context.actor = await doors.recognise(context.secret)
    return RemovePasskeyPayload(viewer=await viewer_of(context.actor, context), errors=[])


async def begin_passkey_sign_in(info: Info) -> PasskeyOptionsPayload:
    """Ask for any passkey that is made for here."""
    context = info.context
    try:
        options = context.services.doors.begin_passkey_sign_in()
    except Refusal as refusal:
        return _refused(refusal, context)
    return PasskeyOptionsPayload(options=options, errors=[])


async def finish_passkey_sign_in(
    info: Info,
    input: Annotated[FinishPasskeySignInInput, strawberry.argument(description="The answer. 输入")],  # noqa: A002
) -> SignInPayload:
    """Begin a session by a passkey alone."""
    context = info.context
    refuse_long(input.credential)
    try:
        signed = await context.services.doors.finish_passkey_sign_in(
            input.credential, context.request_id, context.caller, is_device=context.is_device
        )
    except Refusal as refusal:
        return SignInPayload(errors=told(refusal.faults, context.language))
    return await let_in(signed, context)


def _refused(refusal: Refusal, context: Context) -> PasskeyOptionsPayload:
    return PasskeyOptionsPayload(options=None, errors=told(refusal.faults, context.language))
