"""Subscriptions: a field for each kind whose events tell of changed records, and what a document asks of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    get_named_type,
)

from bureau.engine.kinds import Kinds, parse_id
from bureau.engine.selection import Argument, Given, Shape, Watched
from bureau.graph.arguments import arguments
from bureau.graph.documents import Operation
from bureau.graph.selection import MOST_NODES, Reader
from bureau.graph.types import KindTypes
from bureau.kernel.errors import ArgumentInvalid, Malformed
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.kernel.words import Language
from bureau.storage.feed import Change


def subscription_type(types: KindTypes) -> GraphQLObjectType:
    """The root of subscriptions."""
    fields = {f"{kind.singular}Changed": _field(types, kind) for kind in types.kinds.all if kind.rooted}
    return GraphQLObjectType(
        "Subscription",
        fields,
        description="All that can be heard of, over the websocket at the same address (graphql-transport-ws). 订阅",
    )


def _field(types: KindTypes, kind: Kind) -> GraphQLField:
    several, zh = kind.label[1].lower(), kind.label[2]
    some = GraphQLList(GraphQLNonNull(GraphQLID))
    return GraphQLField(
        GraphQLNonNull(_event(types, kind)),
        args={
            "ids": GraphQLArgument(some, description=f"Only these, {MOST_NODES} at most; all unless said. 标识列表"),
            "filter": GraphQLArgument(types.filter(kind), description="Only those that meet it. 筛选条件"),
        },
        description=(
            f"Every change from now on of the {several} that you see: by which one becomes one of them, is changed,"
            f" or ceases to be one of them. {zh}变更通知"
        ),
        extensions={"changes": kind},
    )


def _event(types: KindTypes, kind: Kind) -> GraphQLObjectType:
    one, zh = kind.label[0].lower(), kind.label[2]
    text, identity = GraphQLNonNull(GraphQLString), GraphQLNonNull(GraphQLID)
    verb = "What was done: `create`, `update`, `void`, or a verb by its name, such as `registerStudent`. 操作"
    position = "Its place in the one order of all changes: a whole number that grows. 变更序号"
    record = (
        f"The {one} as it is now; null if it is no longer one that you see and that meets the filter."
        f" 变更后的{zh}，已不可见或不再符合条件时为空"
    )
    return GraphQLObjectType(
        f"{kind.type_name}Change",
        {
            "verb": GraphQLField(text, description=verb),
            "position": GraphQLField(text, description=position),
            "id": GraphQLField(identity, description="Of which record. 标识"),
            "record": GraphQLField(types.record(kind), description=record),
        },
        description=f"A change of one {one}. {zh}变更",
        extensions={"change": kind},
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A field of an event: its response key, its name, and of a record which of the shapes is read."""

    key: str
    name: str
    shape: int = 0


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one subscription asks for; those that are equal in `key` ask for the same."""

    key: tuple[Any, ...]
    watched: Watched
    field: str
    """The response key of the root field."""
    parts: tuple[Part, ...]
    type_names: Mapping[str, str]
    """The kinds whose changes it is about, by their names in the journal."""
    ids: frozenset[int] | None
    """The numbers of the only records it is about; None for all."""
    variables: Mapping[str, Any]
    language: Language

    def concerns(self, change: Change) -> bool:
        """Whether a change may be one of those asked for, as far as the journal knows."""
        return change.kind in self.type_names and (self.ids is None or change.record in self.ids)

    def told(self, change: Change, records: tuple[str, ...] | None) -> str:
        """The response for one change; `records` are the JSON of each shape, None for a record that has left."""
        written = ",".join(f'"{part.key}":{self._written(part, change, records)}' for part in self.parts)
        return f'{{"data":{{"{self.field}":{{{written}}}}}}}'

    def _written(self, part: Part, change: Change, records: tuple[str, ...] | None) -> str:
        match part.name:
            case "verb":
                return f'"{camel(change.verb)}"'
            case "position":
                return f'"{change.position}"'
            case "id":
                return f'"{self.type_names[change.kind]}:{change.record}"'
            case "__typename":
                return f'"{self.watched.kind.type_name}Change"'
            case _:
                return "null" if records is None else records[part.shape]


def subscription(
    schema: GraphQLSchema,
    kinds: Kinds,
    operation: Operation,
    document: tuple[str, str | None],
    variables: Mapping[str, Any],
    language: Language,
) -> Subscription:
    """What an operation asks to hear; `document` is its text and the operation's name.

    Raises Malformed, ArgumentInvalid or LimitExceeded.
    """
    root = schema.subscription_type
    assert root
    reader = Reader(schema, kinds, operation.fragments, variables)
    fields = reader.collect(root, [operation.node.selection_set])
    if len(fields) != 1:
        raise Malformed("A subscription has one field.", "每个订阅只能有一个字段。")
    ((key, nodes),) = fields.items()
    field = root.fields[nodes[0].name.value]
    kind: Kind = field.extensions["changes"]
    given = arguments(field.args, nodes[0], variables)
    shapes: list[Shape] = []
    parts: list[Part] = []
    event: Any = get_named_type(field.type)
    for part_key, found in reader.collect(event, (node.selection_set for node in nodes)).items():
        parts.append(Part(part_key, found[0].name.value, len(shapes)))
        if found[0].name.value == "record":
            shapes.append(reader.shape(kind, found))
    return Subscription(
        (*document, orjson.dumps(variables, option=orjson.OPT_SORT_KEYS, default=str), language),
        Watched(kind, given.get("filter"), tuple(shapes)),
        key,
        tuple(parts),
        {concrete.name: concrete.type_name for concrete in kinds.concrete(kind)},
        _numbers(given.get("ids"), kinds.accepts(kind)),
        variables,
        language,
    )


def _numbers(given: Argument, accepted: frozenset[str]) -> frozenset[int] | None:
    if given is None:
        return None
    ids = given.value if isinstance(given, Given) else [one.value for one in given]
    if len(ids) > MOST_NODES:
        raise ArgumentInvalid(
            f"At most {MOST_NODES} ids at a time.", f"一次最多 {MOST_NODES} 个标识。", limit=MOST_NODES
        )
    parsed = (parse_id(str(one)) for one in ids)
    return frozenset(number for found in parsed if found for type_name, number in [found] if type_name in accepted)
