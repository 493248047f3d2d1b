"""An identity: whom an identity provider knows an account's holder as (统一身份认证绑定)."""

from collections.abc import Iterator
from typing import Annotated

from bureau.access.account import Account, account
from bureau.access.others import other_account
from bureau.access.sessions import ended
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid
from bureau.kernel.field import Moment, One, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind
from bureau.registry.numbers import identity_number
from bureau.storage.act import Act
from bureau.storage.record import Record


class AccountIdentity(Record):
    """Whom an identity provider knows the holder of an account as: they sign in there, and are that account here.

    While it holds, nobody else is bound to the same subject, nor the account to another one of that provider.
    """

    account = One(Account, "Account", "账户", back=("identities", "Identities", "统一身份认证绑定"))
    issuer = Text(300, "Issuer", "认证中心", form="verbatim", pattern=r"https?://[!-~]+")
    subject = Text(
        255,
        "Subject",
        "认证标识",
        form="verbatim",
        pattern=r"\S(?:[^\x00-\x1f\x7f]*\S)?",
        note=(
            "What the provider calls its user in the claim that names accounts; no identity number.",
            "认证中心对用户的唯一标识，不得为身份证件号码。",
        ),
    )
    bound_at = Moment("Bound at", "绑定时间")
    bound_by = Text(60, "Bound by", "绑定人")


def _is_no_identity_number(identity: AccountIdentity, context: CheckContext) -> Iterator[Fault]:
    _, wrong = identity_number(identity.subject)
    if wrong is None:
        yield invalid(
            "subject",
            "it is an identity number, which is not kept in the clear; name accounts by another claim.",
            "不得以身份证件号码作为认证标识，请改用其他标识。",
        )


account_identity = Kind(
    AccountIdentity,
    label=("Account identity", "Account identities", "统一身份认证绑定"),
    owner="account",
    read=rules.owner | rules.security_admin | rules.audit_admin,
    title=("account.display_name", "issuer"),
    list=("account.username", "issuer", "subject", "bound_at", "bound_by"),
    order=("bound_at",),
    filter=("subject",),
    distinct=(Distinct(("issuer", "subject"), "subject"), Distinct(("account", "issuer"), "account")),
    checks=(_is_no_identity_number,),
)

_KEEPER = rules.security_admin


@action(account_identity, _KEEPER, label=("Bind identity", "绑定统一身份认证"))
async def bind_identity(
    act: Act,
    *,
    username: Annotated[str, Account.username],
    subject: Annotated[str, AccountIdentity.subject],
) -> AccountIdentity:
    """Let whom the identity provider knows as `subject` sign in to an account, which is not one's own."""
    issuer = act.store.database.settings.oidc_issuer
    if not issuer:
        raise Refusal([invalid("subject", "no identity provider is set up.", "尚未配置统一身份认证。")])
    holder = await other_account(act, username)
    return await act.create(
        AccountIdentity,
        account=holder,
        issuer=issuer,
        subject=subject,
        bound_at=act.tx.now(),
        bound_by=act.actor.name,
    )


@action(account_identity, _KEEPER, label=("End binding", "解除绑定"))
async def end_identity(
    act: Act, identity: AccountIdentity, *, reason: Annotated[str, Text(200, "Reason", "原因")]
) -> AccountIdentity:
    """Let a subject of the identity provider sign in to its account no more; sessions begun through it end."""
    await ended(act.tx, "end_session", "account_id = $2 AND proof IS NOT NULL", identity.__dict__["account_id"])
    await act.void(identity, reason)
    return identity


@action(account, _KEEPER, label=("Limit to the provider", "限定统一身份认证登录"))
async def limit_to_provider(
    act: Act,
    *,
    username: Annotated[str, Account.username],
    is_limited: Annotated[bool, Account.by_provider_alone],
) -> Account:
    """Let an account that is bound to an identity sign in through the provider alone, or by its password again.

    Sessions that were begun with the password end.
    """
    holder = await other_account(act, username)
    if is_limited:
        if not await AccountIdentity.filter(account_id=holder.id, void_reason__isnull=True).exists():
            raise Refusal([fault(Code.NOT_FOUND, "username", kind=account_identity.words)])
        await ended(act.tx, "end_session", "account_id = $2 AND proof IS NULL", holder.id)
    return await act.change(holder, by_provider_alone=is_limited or None)
