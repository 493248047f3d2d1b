"""The mutations of kinds and actions: one input, one payload with the record and its errors."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
)

from bureau.graph.context import Context, Info
from bureau.graph.errors import told
from bureau.graph.inputs import Inputs, incoming, number_of
from bureau.graph.read import record
from bureau.graph.types import KindTypes
from bureau.kernel.accept import accept
from bureau.kernel.action import Action
from bureau.kernel.errors import Refusal, invalid
from bureau.kernel.field import Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.storage.act import perform
from bureau.storage.idempotency import Outcome, once
from bureau.storage.transaction import Transaction

Given = dict[str, Any]
Write = Callable[[Context, Transaction, Given], Awaitable[int]]

REASON = Text(500, "Reason", "原因", lines=True)
"""Why a record is made void."""
_KEY = Text(100, "Idempotency key", "幂等键")


class Mutations:
    """The mutation fields of a closed set of kinds and actions."""

    def __init__(self, types: KindTypes, error: GraphQLOutputType) -> None:
        self._types = types
        self.inputs = Inputs(types)
        self._error = error
        self.payload = cache(self._payload)

    def fields(self, kinds: tuple[Kind, ...], actions: tuple[Action, ...]) -> dict[str, GraphQLField]:
        """Create, update and void where a kind's rules admit anybody, and every action."""
        found: dict[str, GraphQLField] = {}
        for kind in kinds:
            if kind.create.admits_some:
                found[f"create{kind.type_name}"] = self._field(kind, self.inputs.create(kind), _create(kind), "New")
            if kind.update.admits_some:
                found[f"update{kind.type_name}"] = self._field(kind, self.inputs.update(kind), _update(kind), "Change")
            if kind.void.admits_some:
                found[f"void{kind.type_name}"] = self._field(kind, self.inputs.void, _void(kind), "Void")
        for action in actions:
            given = self.inputs.action(action)
            found[action.field_name] = self._field(action.kind, given, _act(action), action.doc, action.words.zh)
        return found

    def _payload(self, kind: Kind) -> GraphQLObjectType:
        async def read(source: Outcome, info: Info) -> Any:
            return await record(kind, source.record_id, info)

        def errors(source: Outcome, info: Info) -> Any:
            return told(source.faults, info.context.language)

        def warnings(source: Outcome, info: Info) -> Any:
            return told(source.warnings, info.context.language)

        faults: Any = GraphQLNonNull(GraphQLList(GraphQLNonNull(self._error)))
        return GraphQLObjectType(
            f"{kind.type_name}Payload",
            {
                kind.singular: GraphQLField(
                    self._types.record(kind),
                    resolve=read,
                    description=f"The {kind.label[0].lower()} as it is now; null if none was written. {kind.label[2]}",
                ),
                "errors": GraphQLField(
                    faults, resolve=errors, description="Why it was refused; empty if it was done. 错误"
                ),
                "warnings": GraphQLField(
                    faults,
                    resolve=warnings,
                    description="What is odd about what was written, and stopped nothing. 提醒",
                ),
            },
            description=f"What became of a write to a {kind.label[0].lower()}. {kind.label[2]}写入结果",
        )

    def _field(
        self, kind: Kind, given: GraphQLInputObjectType, write: Write, said: str, chinese: str = ""
    ) -> GraphQLField:
        async def resolve(_source: Any, info: Info, input: Given) -> Outcome:  # noqa: A002 (the API's name)
            return await written(info.context, info.field_name, dict(input), write)

        verbs = {"New": "新建", "Change": "修改", "Void": "作废"}
        description = (
            f"{said} {kind.label[0].lower()}. {verbs[said]}{kind.label[2]}" if said in verbs else f"{said} {chinese}"
        )
        argument = GraphQLArgument(GraphQLNonNull(given), description="What is given. 输入")
        return GraphQLField(
            GraphQLNonNull(self.payload(kind)),
            args={"input": argument},
            resolve=resolve,
            description=description,
            extensions={"verb": kind},
        )


async def written(context: Context, mutation: str, given: Given, write: Write) -> Outcome:
    """Run one write in its own transaction, once for each idempotency key."""
    store = context.services.store
    raw_key = given.pop("idempotencyKey", None)
    key, problem = accept(_KEY, raw_key, await store.reading())
    if problem:
        return Outcome(None, (problem.under("idempotency_key"),))
    return await once(
        store.database,
        lambda tx: write(context, tx, dict(given)),
        mutation=mutation,
        key=key,
        given=given,
        actor=context.actor,
        request_id=context.request_id,
    )


def _create(kind: Kind) -> Write:
    async def write(context: Context, tx: Transaction, given: Given) -> int:
        store, kinds = context.services.store, context.services.engine.kinds
        values = incoming(given, kind.fields, kinds)
        return int((await store.create(tx, kind, values, kind.create)).id)

    return write


def _update(kind: Kind) -> Write:
    async def write(context: Context, tx: Transaction, given: Given) -> int:
        store = context.services.store
        held = await _held(context, tx, kind, given, kind.update)
        values = incoming(given, kind.fields, context.services.engine.kinds)
        return int((await store.change(tx, kind, held, values, rule=kind.update)).id)

    return write


def _void(kind: Kind) -> Write:
    async def write(context: Context, tx: Transaction, given: Given) -> int:
        store = context.services.store
        reason, problem = accept(REASON, given.pop("reason"), await store.reading())
        if problem or not reason:
            raise Refusal([(problem or invalid("", "it is empty.", "不能为空。")).under("reason")])
        held = await _held(context, tx, kind, given, kind.void)
        await store.void(tx, kind, held, reason)
        return int(held.id)

    return write


def _act(action: Action) -> Write:
    async def write(context: Context, tx: Transaction, given: Given) -> int:
        kinds = context.services.engine.kinds
        values = incoming(given, action.arguments, kinds)
        if action.subject:
            values["id"] = number_of(given["id"], action.kind, kinds)
        return int((await perform(context.services.store, tx, action, values)).id)

    return write


async def _held(context: Context, tx: Transaction, kind: Kind, given: Given, rule: Rule) -> Any:
    services = context.services
    number = number_of(given.pop("id"), kind, services.engine.kinds)
    return await services.store.hold(tx, kind, number, rule, given.pop("expectedVersion", None))
