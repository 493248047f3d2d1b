"""The path of every request: document, plan, statement, bytes; the same whether it came by HTTP or from inside.

A query whose root fields the engine serves never meets an executor: its plan is looked up, its statement run, and
the finished texts are put together. Everything else, and every error, goes through graphql-core.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, OperationType, execute
from graphql.execution.values import VariableValues, get_variable_values

from bureau.engine.run import Found
from bureau.graph import generic, logged, read, stored
from bureau.graph.arguments import shape
from bureau.graph.context import Context
from bureau.graph.documents import Documents, Operation, Plan, root_fields
from bureau.graph.errors import formatted, masked, request_error
from bureau.graph.executor import FragmentExecutor
from bureau.graph.extensions import extensions
from bureau.graph.schema import BureauSchema
from bureau.graph.subscriptions import Subscription, subscription
from bureau.kernel.actor import Duty
from bureau.kernel.errors import DutyFirst, LimitExceeded, Malformed, NotAllowed, RequestError
from bureau.settings import Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    query: str = ""
    variables: dict[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    queries_only: bool = False
    """Whether it came by GET or over a websocket, which may change nothing."""
    document_id: str | None = None
    """The id of a stored document, which stands for a query: whoever sends a text of their own sends none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its body, and whether the request failed before anything was executed."""

    body: bytes
    failed: bool = False
    forbidden_method: bool = False
    """Whether a mutation came by GET."""


_OVER_WEBSOCKET = (
    "Subscriptions are served over a websocket at this address, in the protocol graphql-transport-ws.",
    "订阅须通过本地址的 WebSocket 连接（graphql-transport-ws 协议）进行。",
)

DOORS = frozenset(
    {
        "__typename",
        "__schema",
        "__type",
        "viewer",
        "entrance",
        "catalogue",
        "signIn",
        "beginPasskeySignIn",
        "finishPasskeySignIn",
        "signOut",
        "refreshSession",
        "signOutEverywhere",
        "endSession",
        "changePassword",
        "confirmSignIn",
    }
)
"""The root fields that are there for those who must do something first: to see what, to do it, or to leave."""

FACTORS = frozenset({"beginTotp", "confirmTotp", "beginPasskey", "finishPasskey", "beginProof"})
"""Those that set up a second factor: not for whoever has a password that somebody else set, or that one could leave a
factor of theirs behind."""

_OPEN = {Duty.SECOND_FACTOR: FACTORS, Duty.CODE: frozenset({"beginProof"})}
"""What is there besides for those who must set up a second factor, or show one."""

SIGN_INS = ("signIn", "finishPasskeySignIn")
"""Of these there is one in an operation."""


class Gateway:
    """Answers requests."""

    def __init__(self, schema: BureauSchema, settings: Settings) -> None:
        self._schema = schema
        self._graphql = schema.graphql
        self._settings = settings
        self._documents = Documents(schema.graphql, settings)
        self._introspected: dict[str, bytes] = {}

    async def answer(self, asked: Asked, context: Context) -> Answer:
        """The answer to a request; a defect is logged and masked, and answered too."""
        try:
            return await self._answer(await self.read(asked, context), context)
        except RequestError as error:
            return _failed([_as_graphql(error)], context)
        except Exception as defect:  # noqa: BLE001 (whatever it is, the process lives and the caller hears of it)
            errors = [masked(defect, context.language, context.request_id)]
            return Answer(orjson.dumps({"errors": errors, "data": None}))

    async def read(self, asked: Asked, context: Context) -> Asked:
        """The request with the text of the document that it names, if it names one and has not been read before.

        Raises DocumentUnknown and Unavailable.
        """
        if asked.document_id is None or asked.query:
            return asked
        return replace(asked, query=await stored.text_of(asked.document_id, context))

    def subscription(self, asked: Asked, context: Context) -> Subscription | Answer | None:
        """What a request that was read asks to hear; None if it is no subscription, the answer if it is one and fails.

        Raises StoredOnly for a text that is not executed here, and DutyFirst.
        """
        operation = self._operation(asked, context)
        if not isinstance(operation, Operation) or operation.node.operation is not OperationType.SUBSCRIPTION:
            return None
        variables = self._variables(asked, operation)
        if isinstance(variables, list):
            return _failed(variables, context)
        document = (asked.query, asked.operation_name)
        kinds = context.services.engine.kinds
        try:
            return subscription(self._graphql, kinds, operation, document, variables.coerced, context.language)
        except RequestError as error:
            return _failed([_as_graphql(error)], context)

    def _operation(self, asked: Asked, context: Context) -> Operation | Sequence[GraphQLError]:
        """What is asked for, or what is wrong with it; raises StoredOnly and DutyFirst, as `subscription` does, and
        NotAllowed for a write by a token that reads alone.
        """
        if asked.document_id is None:
            stored.permit_text(context, self._settings, lambda: self._is_generic(asked.query))
        document = self._documents.get(asked.query)
        if document.errors:
            return document.errors
        operation = document.operation(asked.operation_name)
        if operation is None:
            en = "No such operation." if asked.operation_name else "Say which operation is meant (operationName)."
            return [_as_graphql(Malformed(en, "找不到该操作，或未指明 operationName。"))]
        self._duty(operation, context)
        if context.actor.narrowing.reads_only and operation.node.operation is OperationType.MUTATION:
            raise NotAllowed
        return operation

    def _is_generic(self, text: str) -> bool:
        return generic.is_generic(self._documents.get(text), self._graphql)

    def _duty(self, operation: Operation, context: Context) -> None:
        """Raise DutyFirst where whoever asks must do something else before."""
        duty = context.actor.duty
        open_now = DOORS | _OPEN.get(duty, frozenset()) if duty else DOORS
        if duty and not {node.name.value for node in root_fields(operation)} <= open_now:
            raise DutyFirst(duty.value, duty.words)

    def _variables(self, asked: Asked, operation: Operation) -> VariableValues | list[GraphQLError]:
        definitions = operation.node.variable_definitions or ()
        return get_variable_values(self._graphql, definitions, asked.variables, max_errors=20)

    async def _answer(self, asked: Asked, context: Context) -> Answer:
        operation = self._operation(asked, context)
        if not isinstance(operation, Operation):
            return _failed(operation, context)
        if operation.node.operation is OperationType.SUBSCRIPTION:
            return _failed([_as_graphql(Malformed(*_OVER_WEBSOCKET))], context)
        if asked.queries_only and operation.node.operation is not OperationType.QUERY:
            error = _as_graphql(Malformed("Mutations are sent by POST.", "变更须以 POST 方式发送。"))
            return Answer(_failed([error], context).body, failed=True, forbidden_method=True)
        try:
            self._limit_mutations(operation, context)
        except LimitExceeded as error:
            return _failed([_as_graphql(error)], context)
        if operation.is_introspection:
            return await self._introspection(asked, operation, context)
        variables = self._variables(asked, operation)
        if isinstance(variables, list):
            return _failed(variables, context)
        if operation.is_lean:
            try:
                return await self._lean(operation, variables.coerced, context)
            except RequestError as error:
                context.completed = _failing(error)
        return await self._execute(asked, operation, context)

    def _limit_mutations(self, operation: Operation, context: Context) -> None:
        if operation.node.operation is not OperationType.MUTATION:
            return
        fields = [node.name.value for node in root_fields(operation)]
        limit = self._settings.max_mutations
        context.pay(len(fields) * self._settings.cost_of_change)
        if len(fields) > limit:
            raise LimitExceeded(f"At most {limit} mutations at a time.", f"一次最多 {limit} 个变更。", limit=limit)
        if sum(map(fields.count, SIGN_INS)) > 1:
            raise LimitExceeded("One signIn at a time.", "一次只能登录一次。", limit=1)

    async def _lean(self, operation: Operation, variables: Mapping[str, Any], context: Context) -> Answer:
        key = (shape(operation.shapers, variables), context.actor.shape, context.language)
        plan = operation.plans.get(key)
        if plan is None:
            plan = self._planned(operation, variables, context)
            operation.remember(key, plan)
        found = await logged.run(plan.statement, operation.node, variables, context)
        fields = ",".join(f'"{name}":{text}' for name, text in zip(plan.keys, found.texts, strict=True))
        if plan.statement.is_scanning:
            told = orjson.dumps(extensions([(plan.statement.told, found)], self._settings.max_cost)).decode()[1:]
        else:
            told = f'"position":{found.position},{plan.told}'
        left = f'"minuteLeft":{context.allowance.left},' if context.allowance else ""
        return Answer(f'{{"data":{{{fields}}},"extensions":{{{left}{told}}}'.encode())

    def _planned(self, operation: Operation, variables: Mapping[str, Any], context: Context) -> Plan:
        keys, statement = read.planned(self._graphql, operation.node, operation.fragments, variables, context)
        told = extensions([(statement.told, Found([], 0, 0))], self._settings.max_cost)
        del told["position"]
        return Plan(keys, statement, orjson.dumps(told).decode()[1:])

    async def _execute(self, asked: Asked, operation: Operation, context: Context) -> Answer:
        result = execute(
            self._graphql,
            operation.document,
            context_value=context,
            variable_values=asked.variables,
            operation_name=asked.operation_name,
            executor_class=FragmentExecutor,
        )
        found = result if isinstance(result, ExecutionResult) else await result
        return Answer(written(found, context, self._settings.max_cost))

    async def _introspection(self, asked: Asked, operation: Operation, context: Context) -> Answer:
        """The schema does not change while the process lives, and a second of work is kept."""
        key = f"{asked.operation_name}\n{asked.query}"
        if key not in self._introspected:
            if len(self._introspected) > 100:
                self._introspected.clear()
            self._introspected[key] = (await self._execute(asked, operation, context)).body
        return Answer(self._introspected[key])


def written(result: ExecutionResult, context: Context, budget: int) -> bytes:
    """A result of graphql-core as the body of a response."""
    body: dict[str, Any] = {}
    if result.errors:
        body["errors"] = [formatted(error, context.language, context.request_id) for error in result.errors]
    body["data"] = result.data
    left = {"minuteLeft": context.allowance.left} if context.allowance else {}
    body["extensions"] = {**left, **extensions(context.reads, budget)}
    return orjson.dumps(body)


def refused(error: RequestError, context: Context) -> bytes:
    """The body of a response to a request that could not even be read."""
    return orjson.dumps({"errors": [request_error(error, context.language, context.request_id)]})


def _failed(errors: Any, context: Context) -> Answer:
    told = [formatted(error, context.language, context.request_id) for error in errors]
    return Answer(orjson.dumps({"errors": told}), failed=True)


def _as_graphql(error: RequestError) -> GraphQLError:
    return GraphQLError(str(error), original_error=error)


def _failing(error: RequestError) -> "asyncio.Future[Any]":
    """What the engine came to, for the resolvers that will ask: the error."""
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    future.set_exception(error)
    return future
