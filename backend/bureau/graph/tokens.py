"""Tokens for programs: issued by whoever the account is of, and ended by them or by who administers security."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.access.session import token
from bureau.access.tokens import Wanted, end, issue
from bureau.engine.kinds import parse_id
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.proof import ProofInput, asking, proof_of
from bureau.graph.sessions import signed_in
from bureau.kernel.errors import Code, Fault, NotAllowed, Refusal, fault, invalid
from bureau.kernel.narrowing import Narrowing
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]

_MOST_NAMES = 200
_LONGEST = 500


@strawberry.input(description="What a token is for, until when it is good, and to what it is narrowed. 令牌信息")
class IssueTokenInput:
    proof: ProofInput = strawberry.field(description="What shows that it is you. 身份再次验证")
    name: str = strawberry.field(description="What it is for. 名称")
    until: str = strawberry.field(description="The day on which it is good no more, 2027-01-31. 截止日期（不含）")
    roles: list[str] | None = strawberry.field(
        default=None, description="The only ones of your roles under which it acts; all unless said. 角色代码"
    )
    kinds: list[str] | None = strawberry.field(
        default=None,
        description="The only kinds that it knows of, as types are called: Student, Person. All unless said. 记录类型",
    )
    documents: list[str] | None = strawberry.field(
        default=None, description="The only stored documents by which it asks, by name or id. 查询文档名称或标识"
    )
    stored_only: bool = strawberry.field(
        default=False, description="Whether it asks by stored documents alone, whichever. 仅限登记的查询文档"
    )
    reads_only: bool = strawberry.field(default=False, description="Whether it may write nothing. 只读")


@strawberry.type(description="What became of asking for a token. 签发令牌结果")
class IssueTokenPayload:
    token_id: strawberry.Private[int | None]
    secret: str | None = strawberry.field(
        description="What the program sends as `Authorization: Bearer`; shown this once. 令牌密文"
    )
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


@strawberry.input(description="Which token, and why. 令牌及原因")
class EndTokenInput:
    id: strawberry.ID = strawberry.field(description="The token. 令牌标识")
    reason: str | None = strawberry.field(default=None, description="Why; to be said of another's. 原因")


@strawberry.type(description="What became of ending a token. 停用令牌结果")
class EndTokenPayload:
    token_id: strawberry.Private[int | None]
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


async def issue_token(
    info: Info,
    input: Annotated[IssueTokenInput, strawberry.argument(description="What it is to be. 输入")],  # noqa: A002 (API name)
) -> IssueTokenPayload:
    """Make a token by which a program acts for your account, with all of its rights or with fewer.

    An open session does not do: it takes your password, a code or a passkey too.
    """
    context = signed_in(info)
    actor, services = context.actor, context.services
    if not actor.grants or actor.account is None:
        raise GraphQLError("", original_error=NotAllowed())
    account, held = actor.account, {grant.role for grant in actor.grants}
    faults = list(_wrong(input))
    until = _day(input.until)
    if until is None:
        faults.append(invalid("until", "a day reads 2027-01-31.", "日期格式应为 2027-01-31。"))
    if faults or until is None:
        return IssueTokenPayload(token_id=None, secret=None, errors=told(faults, context.language))
    wanted = Wanted(input.name, until, _narrowing(input))

    async def work(tx: Transaction) -> tuple[int, str]:
        return await issue(services.store, services.documents, tx, account, held, wanted)

    try:
        await services.doors.prove(asking(context), proof_of(input.proof))
        number, secret = await services.store.database.transaction(work, actor=actor, request_id=context.request_id)
    except Refusal as refusal:
        return IssueTokenPayload(token_id=None, secret=None, errors=told(refusal.faults, context.language))
    return IssueTokenPayload(token_id=number, secret=secret, errors=[])


async def end_token(
    info: Info,
    input: Annotated[EndTokenInput, strawberry.argument(description="Which token. 输入")],  # noqa: A002 (API name)
) -> EndTokenPayload:
    """End a token of yours, or of somebody whose security you administer: at once here, elsewhere within seconds."""
    context = signed_in(info)
    services, reason = context.services, (input.reason or "").strip()
    kind, number = parse_id(str(input.id)) or ("", 0)

    async def work(tx: Transaction) -> str:
        return await end(services.store, tx, number, reason or None)

    try:
        if kind != token.type_name:
            raise Refusal([fault(Code.NOT_FOUND, "id", kind=token.words)])
        key = await services.store.database.transaction(work, actor=context.actor, request_id=context.request_id)
    except Refusal as refusal:
        return EndTokenPayload(token_id=None, errors=told(refusal.faults, context.language))
    services.doors.recognition.forget([key])
    return EndTokenPayload(token_id=number, errors=[])


def _narrowing(given: IssueTokenInput) -> Narrowing:
    return Narrowing(
        _names(given.roles),
        _names(given.kinds),
        given.reads_only,
        given.stored_only or given.documents is not None,
        frozenset(given.documents or ()),
    )


def _names(given: Sequence[str] | None) -> frozenset[str] | None:
    return None if given is None else frozenset(given)


def _wrong(given: IssueTokenInput) -> Iterator[Fault]:
    """What is wrong with an input before anything is looked up."""
    for name in ("roles", "kinds", "documents"):
        names: Sequence[str] = getattr(given, name) or ()
        if getattr(given, name) is not None and not names:
            yield fault(Code.REQUIRED, name)
        elif len(names) > _MOST_NAMES or any(len(each) > _LONGEST for each in names):
            yield fault(Code.TOO_LONG, name, limit=_MOST_NAMES)
        elif any(not each or each != "".join(each.split()) for each in names):
            yield invalid(name, "a name has no blanks.", "名称不得含空白。")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
