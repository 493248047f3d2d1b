"""The input types of writes, derived from kinds and actions, and how their values come in."""

import inspect
from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLString,
)

from bureau.engine.kinds import Kinds, parse_id
from bureau.graph.describe import of_field, term
from bureau.graph.shared import PERIOD_INPUT
from bureau.graph.types import KindTypes
from bureau.kernel.action import Action
from bureau.kernel.field import PROFILES, Choices, Coded, Field, Numbered, One, Rows, Sealed, Span
from bureau.kernel.kind import Kind
from bureau.kernel.shape import Shape
from bureau.kernel.text import camel, snake

NO_RECORD = -1
"""Stands for an id that is none, or of another kind: no record has it."""

_KEY = GraphQLInputField(
    GraphQLString,
    description="Your key for this write; within 30 days a repetition is answered, not done again. 幂等键",
)
_VERSION = GraphQLInputField(
    GraphQLInt, description="The version you saw; a record changed since is not overwritten (CONFLICT). 预期版本"
)


class Inputs:
    """The input types of a closed set of kinds."""

    def __init__(self, types: KindTypes) -> None:
        self._types = types
        self._rows: dict[type[Shape], GraphQLInputObjectType] = {}
        self.void = GraphQLInputObjectType(
            "VoidInput",
            {
                "id": GraphQLInputField(GraphQLNonNull(GraphQLID), description="The record. 记录标识"),
                "reason": GraphQLInputField(GraphQLNonNull(GraphQLString), description="Why it is void. 作废原因"),
                "expectedVersion": _VERSION,
                "idempotencyKey": _KEY,
            },
            description="Makes a record void; nothing is ever deleted. 作废",
        )

    def create(self, kind: Kind) -> GraphQLInputObjectType:
        """What a new record of a kind is made from."""
        return GraphQLInputObjectType(
            f"Create{kind.type_name}Input",
            lambda: {
                **{camel(n): self.field(f, _always_required(f)) for n, f in creatable(kind).items()},
                "idempotencyKey": _KEY,
            },
            description=f"A new {kind.label[0].lower()}. 新建{kind.label[2]}",
        )

    def update(self, kind: Kind) -> GraphQLInputObjectType:
        """What a record of a kind is changed by: absent leaves, null clears."""
        return GraphQLInputObjectType(
            f"Update{kind.type_name}Input",
            lambda: {
                "id": GraphQLInputField(GraphQLNonNull(GraphQLID), description="The record. 记录标识"),
                **{camel(n): self.field(f, False) for n, f in updatable(kind).items()},
                "expectedVersion": _VERSION,
                "idempotencyKey": _KEY,
            },
            description=f"Changes to a {kind.label[0].lower()}: absent leaves, null clears. 修改{kind.label[2]}",
        )

    def action(self, action: Action) -> GraphQLInputObjectType:
        """What an action is given."""
        subject = {
            "id": GraphQLInputField(GraphQLNonNull(GraphQLID), description=f"{term(action.kind.words)}."),
            "expectedVersion": _VERSION,
        }
        return GraphQLInputObjectType(
            action.input_name,
            lambda: {
                **(subject if action.subject else {}),
                **{camel(n): self.field(f, n in action.required) for n, f in action.arguments.items()},
                "idempotencyKey": _KEY,
            },
            description=f"{action.words.en}. {action.words.zh}",
        )

    def _row(self, shape: type[Shape]) -> GraphQLInputObjectType:
        """One row of a list that a verb is given."""
        return self._rows.get(shape) or self._rows.setdefault(
            shape,
            GraphQLInputObjectType(
                f"{shape.__name__}Input",
                lambda: {camel(n): self.field(f, _always_required(f)) for n, f in shape.fields.items()},
                description=inspect.getdoc(shape),
            ),
        )

    def field(self, declared: Field[Any], required: bool) -> GraphQLInputField:
        """What stands for a field in an input."""
        type_: Any = self._type(declared)
        return GraphQLInputField(GraphQLNonNull(type_) if required else type_, description=of_field(declared))

    def _type(self, declared: Field[Any]) -> GraphQLInputType:
        match declared:
            case One():
                return GraphQLID
            case Rows(shape=shape):
                return GraphQLList(GraphQLNonNull(self._row(shape)))
            case Choices():
                return GraphQLList(GraphQLNonNull(self._types.plain(declared)))
            case Span():
                return PERIOD_INPUT
            case Coded() | Sealed():
                return GraphQLString
            case _:
                return self._types.plain(declared)


def creatable(kind: Kind) -> Mapping[str, Field[Any]]:
    """The fields that a new record may be given by whoever makes it."""
    given = {name: f for name, f in kind.fields.items() if not (f.internal or f.derived)}
    return {name: f for name, f in given.items() if not _is_fixed(kind, name)}


def updatable(kind: Kind) -> Mapping[str, Field[Any]]:
    """The fields that a plain update may change."""
    return {n: f for n, f in creatable(kind).items() if not (isinstance(f, Numbered) or f.by_verbs)}


def _is_fixed(kind: Kind, name: str) -> bool:
    """Whether every record of the kind has the same value there, so that nobody gives it."""
    return kind.variant is not None and kind.variant.field == name and kind.variant.only is not None


def _always_required(declared: Field[Any]) -> bool:
    return not isinstance(declared, Numbered) and all(declared.is_required(profile) for profile in PROFILES)


def incoming(given: Mapping[str, Any], fields: Mapping[str, Field[Any]], kinds: Kinds) -> dict[str, Any]:
    """An input's values by field name, ids as numbers, periods as pairs."""
    return {snake(name): _value(value, fields.get(snake(name)), kinds) for name, value in given.items()}


def _value(value: Any, declared: Field[Any] | None, kinds: Kinds) -> Any:
    if value is None:
        return None
    if isinstance(declared, One):
        return number_of(value, kinds.of_record(declared.target), kinds)
    if isinstance(declared, Rows):
        return [incoming(row, declared.shape.fields, kinds) for row in value]
    if isinstance(declared, Span):
        return (value.get("from"), value.get("until"))
    return value


def number_of(identity: str, kind: Kind, kinds: Kinds) -> int:
    """The number in an id of `kind`; NO_RECORD for any other id."""
    parsed = parse_id(identity)
    return parsed[1] if parsed and parsed[0] in kinds.accepts(kind) else NO_RECORD
