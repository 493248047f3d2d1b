"""The mutations that ask about sealed values, of every kind that has any: `matchPerson`, `lookupPerson` and so on."""

from typing import Any

import orjson
from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLString,
)

from bureau.access.reveal import grant_reveal, reveal
from bureau.access.sealed_values import Found, Outcome, lookup, match
from bureau.engine.kinds import Kinds
from bureau.graph import logged, read, shared
from bureau.graph.context import Info
from bureau.graph.describe import term
from bureau.graph.errors import told
from bureau.graph.inputs import number_of
from bureau.kernel.errors import Code, Fault, Refusal, fault
from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.storage.transaction import Transaction

Given = dict[str, Any]

_OUTCOMES: dict[str, GraphQLEnumValue] = {
    Outcome.FOUND: GraphQLEnumValue("FOUND", description="You see who holds it. 已找到"),
    Outcome.NOT_FOUND: GraphQLEnumValue("NOT_FOUND", description="Nobody holds it. 未找到"),
    Outcome.REPORTED: GraphQLEnumValue(
        "REPORTED",
        description="Somebody holds it whom you do not see; it was sent to the problem queue. 已转问题学籍处理",
    ),
}
_OUTCOME = GraphQLEnumType("LookupOutcome", _OUTCOMES, description="What became of a look-up. 查询结果")


class SealedValues:
    """The mutation fields of all kinds with sealed values."""

    def __init__(self, kinds: Kinds, error: GraphQLOutputType) -> None:
        self._kinds = kinds
        self._errors = GraphQLField(
            GraphQLNonNull(GraphQLList(GraphQLNonNull(error))),
            resolve=lambda source, info: told(source["faults"], info.context.language),
            description="Why it was refused; empty if it was done. 错误",
        )

    def fields(self) -> dict[str, GraphQLField]:
        """Three for each kind."""
        found: dict[str, GraphQLField] = {}
        for kind in self._kinds.all:
            names = [name for name, declared in kind.fields.items() if isinstance(declared, Sealed)]
            if kind.rooted and names:
                which = _which(kind, names)
                found[f"match{kind.type_name}"] = self._match(kind, which)
                found[f"lookup{kind.type_name}"] = self._lookup(kind, which)
                found[f"reveal{kind.type_name}"] = self._reveal(kind, which)
        return found

    def _match(self, kind: Kind, which: GraphQLEnumType) -> GraphQLField:
        one, chinese = kind.label[0].lower(), kind.label[2]
        given = GraphQLInputObjectType(
            f"Match{kind.type_name}Input",
            {**_record(kind), **_field_of(which), **_VALUE},
            description=f"A value to compare with one that is sealed in a {one}. 核对{chinese}加密信息",
        )
        payload = GraphQLObjectType(
            f"Match{kind.type_name}Payload",
            {
                "isSame": GraphQLField(
                    GraphQLBoolean,
                    resolve=lambda source, _: source["same"],
                    description="Whether it is the one that is held; null if it was refused. 是否一致",
                ),
                "errors": self._errors,
            },
            description="What a comparison came to. 核对结果",
        )

        async def resolve(_source: Any, info: Info, input: Given) -> Given:  # noqa: A002 (the API's name)
            number, store = number_of(input["id"], kind, self._kinds), info.context.services.store

            async def work(tx: Transaction) -> bool:
                return await match(store, tx, kind, number, input["field"], input["value"])

            same, faults = await _asked(info, work)
            return {"same": same, "faults": faults}

        said = (
            f"Whether a value is the one sealed in a {one} that you see. So many times a month for each record, and"
            f" journalled without the value. 核对{chinese}加密信息是否一致"
        )
        return _mutation(payload, given, resolve, said)

    def _lookup(self, kind: Kind, which: GraphQLEnumType) -> GraphQLField:
        several, chinese = kind.label[1].lower(), kind.label[2]
        purpose = "Why you ask, a code of the table lookup_purpose. 查询用途"
        given = GraphQLInputObjectType(
            f"Lookup{kind.type_name}Input",
            {
                **_field_of(which),
                **_VALUE,
                "purpose": GraphQLInputField(GraphQLNonNull(GraphQLString), description=purpose),
            },
            description=f"A value by which to look among all {several}. 按加密信息查询{chinese}",
        )
        payload = GraphQLObjectType(
            f"Lookup{kind.type_name}Payload",
            {
                "outcome": GraphQLField(
                    _OUTCOME,
                    resolve=lambda source, _: source["found"] and source["found"].outcome,
                    description="What became of it; null if it was refused. 查询结果",
                ),
                "records": GraphQLField(
                    GraphQLNonNull(GraphQLList(GraphQLNonNull(shared.NODE))),
                    resolve=_records,
                    description="Who holds it, or the records through which you see them. 查到的记录",
                ),
                "errors": self._errors,
            },
            description="What a look-up came to. 查询结果",
        )

        async def resolve(_source: Any, info: Info, input: Given) -> Given:  # noqa: A002 (the API's name)
            store = info.context.services.store

            async def work(tx: Transaction) -> Found:
                return await lookup(store, tx, kind, input["field"], input["value"], input["purpose"])

            found, faults = await _asked(info, work)
            return {"found": found, "faults": faults}

        said = (
            f"Find by an exact sealed value among all {several}. It has a purpose and a daily budget, and is journalled"
            f" without the value. 按加密信息精确查询{chinese}"
        )
        return _mutation(payload, given, resolve, said)

    def _reveal(self, kind: Kind, which: GraphQLEnumType) -> GraphQLField:
        one, chinese = kind.label[0].lower(), kind.label[2]
        given = GraphQLInputObjectType(
            f"Reveal{kind.type_name}Input",
            {**_record(kind), **_field_of(which), **_WHY},
            description=f"A sealed value of a {one} to see in the clear. 查看{chinese}加密信息明文",
        )
        payload = GraphQLObjectType(
            f"Reveal{kind.type_name}Payload",
            {
                "value": GraphQLField(
                    GraphQLString,
                    resolve=lambda source, _: source["value"],
                    description="The value in the clear; null if it was refused. 明文",
                ),
                "errors": self._errors,
            },
            description="What a reveal came to. 查看结果",
        )

        async def resolve(_source: Any, info: Info, input: Given) -> Given:  # noqa: A002 (the API's name)
            number, store, name = number_of(input["id"], kind, self._kinds), info.context.services.store, input["field"]

            async def work(tx: Transaction) -> int:
                return await grant_reveal(store, tx, kind, number, name, input["purpose"], input["reason"])

            info.context.services.read_log.ask()
            identity, faults = await _asked(info, work)
            if faults:
                return {"value": None, "faults": faults}
            logged.note(info.operation, {}, info.context, None, f"{kind.type_name}:{identity}")
            return {"value": await reveal(store, kind, identity, name), "faults": ()}

        said = (
            f"A sealed value of a {one} that you see, in the clear. It has a right of its own, a purpose, a reason and"
            f" a daily budget, and is journalled before it is opened. 查看{chinese}加密信息明文"
        )
        return _mutation(payload, given, resolve, said)


def _which(kind: Kind, names: list[str]) -> GraphQLEnumType:
    values = {name.upper(): GraphQLEnumValue(name, description=term(kind.fields[name].words)) for name in names}
    description = f"The sealed fields of {kind.label[1].lower()}. {kind.label[2]}加密字段"
    return GraphQLEnumType(f"Sealed{kind.type_name}Field", values, description=description)


def _record(kind: Kind) -> dict[str, GraphQLInputField]:
    return {"id": GraphQLInputField(GraphQLNonNull(GraphQLID), description=f"{term(kind.words)}.")}


def _field_of(which: GraphQLEnumType) -> dict[str, GraphQLInputField]:
    return {"field": GraphQLInputField(GraphQLNonNull(which), description="Which of its sealed fields. 字段")}


_VALUE = {
    "value": GraphQLInputField(GraphQLNonNull(GraphQLString), description="The whole value, in the clear. 完整值")
}
_WHY = {
    "purpose": GraphQLInputField(
        GraphQLNonNull(GraphQLString), description="What for, a code of the table reveal_purpose. 查看明文用途"
    ),
    "reason": GraphQLInputField(
        GraphQLNonNull(GraphQLString), description="Why, in your own words; the journal keeps it. 事由"
    ),
}


def _mutation(payload: GraphQLObjectType, given: GraphQLInputObjectType, resolve: Any, said: str) -> GraphQLField:
    argument = GraphQLArgument(GraphQLNonNull(given), description="What is asked. 输入")
    return GraphQLField(GraphQLNonNull(payload), args={"input": argument}, resolve=resolve, description=said)


async def _asked(info: Info, work: Any) -> tuple[Any, tuple[Fault, ...]]:
    """What the work came to in its own transaction, or why it was refused; it is never answered from memory."""
    context = info.context
    if context.actor.account is None:
        return None, (fault(Code.FORBIDDEN),)
    database = context.services.store.database
    try:
        return await database.transaction(work, actor=context.actor, request_id=context.request_id), ()
    except Refusal as refusal:
        return None, refusal.faults


async def _records(source: Given, info: Info) -> orjson.Fragment | list[Any]:
    found: Found | None = source["found"]
    if found is None or not found.records:
        return []
    return await read.records([f"{kind.type_name}:{number}" for kind, number in found.records], info)
