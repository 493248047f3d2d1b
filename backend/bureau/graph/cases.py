"""`caseChecks`, `decideCases`, `publicNotices`, `objectToCase` and `verifyCase`: cases as several are looked at and
decided at once, as everybody may read them while they are public, and as a paper is compared with them.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.engine.kinds import parse_id
from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.inputs import number_of
from bureau.graph.mutations import written
from bureau.graph.sessions import signed_in
from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.errors import LimitExceeded
from bureau.kernel.text import camel
from bureau.machinery.approvals.case import CaseState, case
from bureau.machinery.approvals.deciding import decide_case
from bureau.machinery.approvals.looking import looked_at
from bureau.machinery.approvals.notices import public_notices as noticed
from bureau.machinery.approvals.objections import object_to
from bureau.machinery.approvals.recusal import Beforehand, ask_beforehand
from bureau.machinery.approvals.verifying import verified
from bureau.storage.act import Act, perform
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]

MOST = 200
"""Cases that are asked about, or decided, at a time."""


strawberry.enum(Verdict, name="CaseVerdict", description="How a rule stands to what is to be decided. 核查结果")
for _value in Verdict.__strawberry_definition__.values:  # type: ignore[attr-defined]
    _value.description = " ".join(Verdict[_value.value].words)


@strawberry.type(description="What a look at one rule found. 核查项")
class CaseFinding:
    code: str = strawberry.field(description="Which rule it is, the same for every case. 规则代码")
    verdict: Verdict = strawberry.field(description="How the rule stands to it. 结果")
    message: str = strawberry.field(description="What was found, in your language. 说明")
    clause: str = strawberry.field(description="Where the rule stands. 依据")
    path: str | None = strawberry.field(description="The line of the form that it is about. 表单项")


@strawberry.type(description="What is found of a case before it is decided. 事项核查")
class CaseChecks:
    id: strawberry.ID = strawberry.field(description="The case. 事项标识")
    findings: list[CaseFinding] = strawberry.field(
        description="In the order they are read in; none of a case that you do not see. 核查项"
    )


@strawberry.input(description="Which cases, and what is said of all of them. 批量审批")
class DecideCasesInput:
    ids: list[strawberry.ID] = strawberry.field(description=f"The cases, {MOST} at most. 事项标识列表")
    decision: str = strawberry.field(description="APPROVE or REJECT. 审批结果")
    step: str = strawberry.field(description="The step at which you saw them; no other one is decided. 环节代码")
    opinion: str | None = strawberry.field(default=None, description="The opinion. 审批意见")
    number: str | None = strawberry.field(default=None, description="Of an external decision. 批准文号")
    date: str | None = strawberry.field(default=None, description="Of an external decision, 2026-10-12. 批准日期")
    idempotency_key: str | None = strawberry.field(
        default=None, description="Your key for this write; within 30 days a repetition is answered. 幂等键"
    )


@strawberry.type(description="What became of one of several cases. 单项结果")
class CaseOutcome:
    id: strawberry.ID = strawberry.field(description="The case. 事项标识")
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


@strawberry.type(description="What became of each case. 批量审批结果")
class DecideCasesPayload:
    results: list[CaseOutcome] = strawberry.field(description="One for each id, in their order. 各项结果")
    errors: list[Error] = strawberry.field(
        description="Why any of them was refused, each at its place among the ids; empty if all were done. 错误"
    )


@strawberry.type(description="What is public of a case for some days: what its procedure lists, and nothing else. 公示")
class PublicNotice:
    number: str = strawberry.field(description="The case's number, by which objections name it. 受理编号")
    procedure: str = strawberry.field(description="What it is about, in your language. 公示事项")
    unit: str = strawberry.field(description="Who makes it public. 公示机构")
    text: str = strawberry.field(description="A line for each field, in your language. 公示内容")
    from_: date = strawberry.field(name="from", description="Its first day. 起始日")
    until: date = strawberry.field(description="Its last day. 截止日（含当日）")


@strawberry.type(description="What a paper is compared with by the code that is printed on it. 核验结果")
class VerifiedCase:
    number: str = strawberry.field(description="The case's number. 受理编号")
    procedure: str = strawberry.field(description="What was applied for, in your language. 事项")
    form: str = strawberry.field(description="What the paper is headed. 表单名称")
    subject: str = strawberry.field(
        description="Whom or what it is about; of the name its first character alone. 申请对象（脱敏）"
    )
    state: str = strawberry.field(description="How far it has come today, in your language. 办理状态")
    is_approved: bool = strawberry.field(
        description="Whether it was approved and carried out, and still stands. 是否已办结"
    )
    opened_at: datetime = strawberry.field(description="When it was applied for. 申请时间")
    ended_at: datetime | None = strawberry.field(description="When it ended. 办结时间")


@strawberry.input(description="An objection to what is public. 公示异议")
class ObjectToCaseInput:
    number: str = strawberry.field(description="The number of the notice. 受理编号")
    text: str = strawberry.field(description="What you say against it. 异议内容")
    contact: str | None = strawberry.field(default=None, description="How to reach you. 联系方式")


@strawberry.type(description="What became of an objection. 异议提交结果")
class ObjectToCasePayload:
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was taken. 错误")


async def case_checks(
    info: Info,
    ids: Annotated[list[strawberry.ID], strawberry.argument(description=f"The cases, {MOST} at most. 事项标识列表")],
) -> list[CaseChecks]:
    """Look at the rules of what each case asks for, as they stand today."""
    context = _paid(info, ids)
    numbers = {str(one): (parse_id(str(one)) or ("", -1))[1] for one in ids}

    async def work(tx: Transaction) -> dict[int, list[Finding]]:
        found = await looked_at(Act(context.services.store, tx, "case_checks"), list(numbers.values()))
        return {number: list(findings) for number, findings in found.items()}

    found = await context.services.store.database.transaction(work, actor=context.actor)
    return [
        CaseChecks(id=one, findings=[_finding(f, context) for f in found.get(numbers[str(one)], ())]) for one in ids
    ]


def _finding(found: Finding, context: Context) -> CaseFinding:
    return CaseFinding(
        code=found.code,
        verdict=found.verdict,
        message=found.words.in_(context.language),
        clause=found.clause,
        path=camel(found.path) if found.path else None,
    )


async def decide_cases(
    info: Info,
    input: Annotated[DecideCasesInput, strawberry.argument(description="Which, and what. 输入")],  # noqa: A002 (API name)
) -> DecideCasesPayload:
    """Decide several cases, each in a transaction of its own: one that is refused stops no other."""
    context = _paid(info, input.ids)
    said = {"decision": input.decision, "step": input.step, "opinion": input.opinion}
    said |= {"number": input.number, "date": input.date}
    given = {name: value for name, value in said.items() if value is not None}
    beforehand = await _ask_beforehand(context, input.ids)
    results, faults = [], []
    for place, one in enumerate(dict.fromkeys(map(str, input.ids))):
        key = input.idempotency_key and f"{input.idempotency_key}:{one}"

        async def write(context: Context, tx: Transaction, given: dict[str, object], one: str = one) -> int:
            number = number_of(one, case, context.services.engine.kinds)
            beforehand.let_know(tx)
            return int((await perform(context.services.store, tx, decide_case, {**given, "id": number})).id)

        outcome = await written(context, info.field_name, {**given, "idempotencyKey": key}, write)
        results.append(CaseOutcome(id=strawberry.ID(one), errors=told(outcome.faults, context.language)))
        faults += [found.under("ids", str(place)) for found in outcome.faults]
    return DecideCasesPayload(results=results, errors=told(faults, context.language))


async def _ask_beforehand(context: Context, ids: Sequence[strawberry.ID]) -> Beforehand:
    store = context.services.store
    numbers = [number_of(str(one), case, context.services.engine.kinds) for one in ids]
    return await store.database.transaction(
        lambda tx: ask_beforehand(Act(store, tx, "decide_cases"), numbers), actor=context.actor
    )


async def public_notices(
    info: Info,
    first: Annotated[int, strawberry.argument(description="How many at most, 200 at most. 条数")] = 50,
) -> list[PublicNotice]:
    """What is public today, what began last first."""
    context, zh = info.context, info.context.language == "zh"
    context.pay(first)
    found = await noticed(context.services.store.database, max(0, min(first, MOST)))
    return [
        PublicNotice(
            number=one.number,
            procedure=one.procedure.in_(context.language),
            unit=one.unit,
            text=one.text.zh if zh else one.text.en,
            from_=one.start,
            until=one.until,
        )
        for one in found
    ]


async def verify_case(
    info: Info,
    code: Annotated[
        str, strawberry.argument(description="As it is printed; spaces, hyphens and small letters do no harm. 核验码")
    ],
) -> VerifiedCase | None:
    """What is known of a paper, for whoever holds it; null where no case has that code."""
    context = info.context
    context.pay(1)
    found = await verified(context.services.store.database, code)
    if found is None:
        return None
    return VerifiedCase(
        number=found.number,
        procedure=found.procedure.in_(context.language),
        form=found.form,
        subject=found.subject,
        state=found.state.words.in_(context.language),
        is_approved=found.state is CaseState.DONE,
        opened_at=found.opened_at,
        ended_at=found.ended_at,
    )


async def object_to_case(
    info: Info,
    input: Annotated[ObjectToCaseInput, strawberry.argument(description="What, and against which. 输入")],  # noqa: A002
) -> ObjectToCasePayload:
    """Say something against what is public; those who decide it answer before they do."""
    context = signed_in(info)
    store = context.services.store

    async def write(context: Context, tx: Transaction, given: dict[str, object]) -> int:
        return await object_to(Act(store, tx, "object_to_case"), input.number, input.text, input.contact)

    given = {"number": input.number, "text": input.text, "contact": input.contact}
    outcome = await written(context, info.field_name, given, write)
    return ObjectToCasePayload(errors=told(outcome.faults, context.language))


def _paid(info: Info, ids: list[strawberry.ID]) -> Context:
    """The request, charged for each case; raises LimitExceeded for too many."""
    if len(ids) > MOST:
        limit = LimitExceeded(f"At most {MOST} cases at a time.", f"一次最多 {MOST} 项。", limit=MOST)
        raise GraphQLError("", original_error=limit)
    info.context.pay(len(ids))
    return info.context
