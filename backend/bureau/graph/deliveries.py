"""What of mails and webhooks is no verb of a record: a code that came back, a secret that is shown once."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import strawberry

from bureau.engine.kinds import parse_id
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.sessions import signed_in
from bureau.kernel import rules
from bureau.kernel.errors import Code, Refusal, fault
from bureau.kernel.kind import Kind
from bureau.machinery.delivery.hooks import webhook_secret
from bureau.machinery.delivery.hooks.webhook import webhook
from bureau.machinery.delivery.mail.choosing import check_code
from bureau.machinery.delivery.mail.mail_address import mail_address
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]
T = TypeVar("T")

_LONGEST_CODE = 20


@strawberry.input(description="Which address, and the code that was sent there. 邮箱及验证码")
class ConfirmMailAddressInput:
    id: strawberry.ID = strawberry.field(description="The address. 通知邮箱标识")
    code: str = strawberry.field(description="The code. 验证码")


@strawberry.type(description="What became of confirming an address. 验证邮箱结果")
class ConfirmMailAddressPayload:
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


@strawberry.input(description="Which webhook. 事件推送")
class RenewWebhookSecretInput:
    id: strawberry.ID = strawberry.field(description="The webhook. 事件推送标识")


@strawberry.type(description="What became of asking for a secret. 更换密钥结果")
class RenewWebhookSecretPayload:
    secret: str | None = strawberry.field(
        description="By which messages are signed from now on, as Standard Webhooks has it; shown this once. 签名密钥"
    )
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


async def mails_are_sent(info: Info) -> bool:
    """Whether this bureau sends mails at all."""
    return bool(info.context.services.store.database.settings.smtp_url)


async def confirm_mail_address(
    info: Info,
    input: Annotated[ConfirmMailAddressInput, strawberry.argument(description="Which address. 输入")],  # noqa: A002 (API name)
) -> ConfirmMailAddressPayload:
    """Show by the code that was sent that an address is yours; after a few wrong ones another must be sent."""
    context = signed_in(info)

    async def work(tx: Transaction) -> Refusal | None:
        held = await _held(context, tx, mail_address, input.id, "confirmMailAddress")
        return await check_code(Act(context.services.store, tx, "confirm_mail_address"), held, input.code)

    if len(input.code) > _LONGEST_CODE:
        long = fault(Code.TOO_LONG, "code", limit=_LONGEST_CODE)
        return ConfirmMailAddressPayload(errors=told([long], context.language))
    refused, errors = await _done(context, work)
    if refused:
        errors = told(refused.faults, context.language)  # the wrong code has been counted
    return ConfirmMailAddressPayload(errors=errors)


async def renew_webhook_secret(
    info: Info,
    input: Annotated[RenewWebhookSecretInput, strawberry.argument(description="Which webhook. 输入")],  # noqa: A002 (API name)
) -> RenewWebhookSecretPayload:
    """Make a secret for a webhook of yours; the one before goes on signing beside it for a day."""
    context = signed_in(info)

    async def work(tx: Transaction) -> str:
        held = await _held(context, tx, webhook, input.id, "renewWebhookSecret")
        return await webhook_secret.renew(context.services.store, tx, held)

    secret, errors = await _done(context, work)
    return RenewWebhookSecretPayload(secret=secret, errors=errors)


async def _held(context: Context, tx: Transaction, kind: Kind, given: strawberry.ID, verb: str) -> Any:
    """The actor's own record of a kind, locked; raises Refusal NOT_FOUND or as `Store.hold`."""
    name, number = parse_id(str(given)) or ("", 0)
    if name != kind.type_name:
        raise Refusal([fault(Code.NOT_FOUND, "id", kind=kind.words)])
    rule = rules.owner.of(verb).on(kind.type_name, writes=True)
    return await context.services.store.hold(tx, kind, number, rule)


async def _done(context: Context, work: Callable[[Transaction], Awaitable[T]]) -> tuple[T | None, list[Error]]:
    """Do it in one transaction; what it gives, or why it was refused."""
    database = context.services.store.database
    try:
        return await database.transaction(work, actor=context.actor, request_id=context.request_id), []
    except Refusal as refusal:
        return None, told(refusal.faults, context.language)
