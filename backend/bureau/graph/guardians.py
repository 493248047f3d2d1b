"""`inviteGuardians` and `bindGuardian`: how guardians come to see the records of their own child."""

from collections.abc import Iterator
from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.access.binding import Bound, Claim, Outcome, bind
from bureau.access.guardian import guardian_invitation, invite, new_code
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.inputs import number_of
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, NotAllowed, Refusal, fault
from bureau.kernel.narrowing import UNNARROWED
from bureau.registry.student import student
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]

INVITE = rules.registrar.of("inviteGuardians").on(guardian_invitation.type_name, writes=True)
_MOST = {"code": 40, "document_number": 40, "phone": 30}


@strawberry.input(description="Whose guardians. 邀请监护人")
class InviteGuardiansInput:
    student: strawberry.ID = strawberry.field(description="The pupil. 学生")


@strawberry.type(description="What became of an invitation. 邀请结果")
class InviteGuardiansPayload:
    code: str | None = strawberry.field(
        description="The code, good for thirty days, for each of the guardians; shown this once. 邀请码（仅显示一次）"
    )
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


@strawberry.input(description="What a guardian says who has a code. 绑定信息")
class BindGuardianInput:
    code: str = strawberry.field(description="The code that the school gave out. 邀请码")
    document_number: str = strawberry.field(description="The guardian's own document number. 监护人本人证件号码")
    phone: str = strawberry.field(description="The guardian's phone. 监护人手机号")
    password: str | None = strawberry.field(
        default=None, description="For a new account, hard to guess; not where you are signed in. 登录口令"
    )


@strawberry.type(description="What became of binding an account. 绑定结果")
class BindGuardianPayload:
    outcome: str = strawberry.field(
        description="ACTIVE: you see your child's records; SCHOOL_CHECK: the school looks at it; REFUSED. 结果"
    )
    username: str | None = strawberry.field(description="The name to sign in with; the phone does as well. 用户名")
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


async def invite_guardians(
    info: Info,
    input: Annotated[InviteGuardiansInput, strawberry.argument(description="Whose guardians. 输入")],  # noqa: A002
) -> InviteGuardiansPayload:
    """Make a code with which each guardian of a pupil binds an account to them."""
    context = info.context
    store, code = context.services.store, new_code()
    number = number_of(input.student, student, context.services.engine.kinds)

    async def work(tx: Transaction) -> None:
        held = await store.hold(tx, student, number, INVITE)
        await invite(Act(store, tx, "invite_guardians"), held, code)

    try:
        await store.database.transaction(work, actor=context.actor, request_id=context.request_id)
    except Refusal as refusal:
        return InviteGuardiansPayload(code=None, errors=told(refusal.faults, context.language))
    return InviteGuardiansPayload(code=code, errors=[])


async def bind_guardian(
    info: Info,
    input: Annotated[BindGuardianInput, strawberry.argument(description="Code, number, phone. 输入")],  # noqa: A002
) -> BindGuardianPayload:
    """Bind your account, or a new one, to your child, with the code that the school gave out."""
    context = info.context
    if context.actor.narrowing is not UNNARROWED:
        raise GraphQLError("", original_error=NotAllowed())
    store = context.services.store
    if wrong := tuple(_wrong(input)):
        return _payload(Bound(Outcome.REFUSED, faults=wrong), context)
    try:
        hashed = await context.services.doors.hashed(input.password, input.phone) if input.password else None
    except Refusal as refusal:
        return _payload(Bound(Outcome.REFUSED, faults=tuple(refusal.faults)), context)
    claim = Claim(input.code, input.document_number, input.phone, hashed)
    bound = await store.database.transaction(
        lambda tx: bind(store, tx, claim), actor=context.actor, request_id=context.request_id
    )
    return _payload(bound, context)


def _wrong(given: BindGuardianInput) -> Iterator[Fault]:
    """What is wrong with an input before anything is looked up."""
    for name, most in _MOST.items():
        value = getattr(given, name)
        if value is not None and len(value) > most:
            yield fault(Code.TOO_LONG, name, limit=most)
        elif value is not None and not value.strip():
            yield fault(Code.REQUIRED, name)


def _payload(bound: Bound, context: Context) -> BindGuardianPayload:
    return BindGuardianPayload(
        outcome=bound.outcome.value, username=bound.username, errors=told(bound.faults, context.language)
    )
