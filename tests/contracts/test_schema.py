"""The schema as integrators read it: nothing without its words in both languages, every error of one shape."""

import re
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    is_specified_directive,
    is_specified_scalar_type,
)

from bureau.graph.schema import BureauSchema

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2}")


def described(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    """Everything in a schema that can have a description, and the one it has."""
    for type_ in schema.type_map.values():
        if type_.name.startswith("__") or is_specified_scalar_type(type_):
            continue
        yield type_.name, type_.description
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            for name, field in type_.fields.items():
                yield f"{type_.name}.{name}", field.description
                for argument, given in getattr(field, "args", {}).items():
                    yield f"{type_.name}.{name}({argument}:)", given.description
        if isinstance(type_, GraphQLEnumType):
            for value, declared in type_.values.items():
                yield f"{type_.name}.{value}", declared.description
    for directive in schema.directives:
        if not is_specified_directive(directive):
            yield f"@{directive.name}", directive.description


def test_everything_is_described_in_both_languages(schema: BureauSchema) -> None:
    texts = dict(described(schema.graphql))
    assert len(texts) > 500
    lacking = {
        name: text for name, text in texts.items() if not text or not CHINESE.search(text) or not ENGLISH.search(text)
    }
    assert lacking == {}


ONCE_WITHOUT = {"beginTotp"}
"""Mutations that took no input once: who sends none is told in the payload what is lacking."""


def test_every_mutation_takes_one_input_and_answers_with_errors(schema: BureauSchema) -> None:
    mutation = schema.graphql.mutation_type
    assert mutation is not None
    for name, field in mutation.fields.items():
        payload = field.type.of_type  # type: ignore[union-attr]
        assert payload.name.endswith("Payload"), name
        assert str(payload.fields["errors"].type) == "[Error!]!", name
        assert set(field.args) <= {"input"}, name
        if field.args:
            own = f"{name[0].upper()}{name[1:]}Input!"
            wanted = own.removesuffix("!") if name in ONCE_WITHOUT else own
            assert str(field.args["input"].type) in (wanted, "VoidInput!")


def test_every_list_is_a_connection(schema: BureauSchema) -> None:
    query = schema.graphql.query_type
    assert query is not None
    connections = {name: f for name, f in query.fields.items() if str(f.type).endswith("Connection!")}
    assert {"schools", "students", "persons", "divisions", "units", "enrolments"} <= set(connections)
    for name, field in connections.items():
        assert {"first", "after", "last", "before", "orderBy", "filter"} <= set(field.args), name
        assert set(field.type.of_type.fields) == {"edges", "nodes", "pageInfo", "totalCount"}, name  # type: ignore[union-attr]
