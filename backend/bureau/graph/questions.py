"""The root fields of what areas answer beyond their records: a list of rows of one shape each."""

import inspect
from collections.abc import Iterable
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
)

from bureau.graph.context import Info
from bureau.graph.describe import of_field
from bureau.graph.inputs import Inputs, incoming
from bureau.graph.types import KindTypes
from bureau.kernel.errors import ArgumentInvalid, Refusal
from bureau.kernel.field import PROFILES, Field, One, Scaled
from bureau.kernel.money import from_scaled
from bureau.kernel.question import Question
from bureau.kernel.shape import Shape
from bureau.kernel.text import camel
from bureau.storage.act import answer


class Questions:
    """The root fields of a closed set of questions."""

    def __init__(self, types: KindTypes, inputs: Inputs) -> None:
        self._types = types
        self._inputs = inputs

    def fields(self, questions: Iterable[Question]) -> dict[str, GraphQLField]:
        """By name."""
        return {question.field_name: self._field(question) for question in questions}

    def _field(self, question: Question) -> GraphQLField:
        async def resolve(_source: Any, info: Info, **given: Any) -> Any:
            context = info.context
            kinds = context.services.engine.kinds
            values = incoming(given, question.arguments, kinds)
            try:
                return await answer(context.services.store, context.actor, question, values)
            except Refusal as refusal:
                raise ArgumentInvalid(*_said(refusal)) from refusal

        rows = GraphQLList(GraphQLNonNull(self._row(question.row)))
        return GraphQLField(
            rows, self._arguments(question), resolve=resolve, description=f"{question.doc} {question.words.zh}"
        )

    def _arguments(self, question: Question) -> dict[str, GraphQLArgument]:
        given = {n: self._inputs.field(f, n in question.required) for n, f in question.arguments.items()}
        return {camel(n): GraphQLArgument(one.type, description=one.description) for n, one in given.items()}

    def _row(self, shape: type[Shape]) -> GraphQLObjectType:
        fields = {camel(name): self._value(name, declared) for name, declared in shape.fields.items()}
        return GraphQLObjectType(shape.__name__, fields, description=inspect.getdoc(shape))

    def _value(self, name: str, declared: Field[Any]) -> GraphQLField:
        def resolve(row: Any, info: Info) -> Any:
            value = row.__dict__[name]
            return from_scaled(value, declared.scale) if isinstance(declared, Scaled) and value is not None else value

        type_: Any = GraphQLID if isinstance(declared, One) else self._types.plain(declared)
        is_always_there = all(declared.is_required(profile) for profile in PROFILES)
        return GraphQLField(
            GraphQLNonNull(type_) if is_always_there else type_, resolve=resolve, description=of_field(declared)
        )


def _said(refusal: Refusal) -> tuple[str, str]:
    """What was refused, in both languages."""
    return tuple(" ".join(fault.words[language] for fault in refusal.faults) for language in (0, 1))  # type: ignore[return-value]
