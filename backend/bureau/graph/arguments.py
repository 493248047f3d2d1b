"""Arguments as the engine takes them: each value with the way back to the variable it came from.

A plan is kept for a document and the shape of its variables; when it is used again, only the values change.
"""

from collections.abc import Callable, Mapping
from typing import Any

import orjson
from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLInputType,
    GraphQLSchema,
    ListValueNode,
    NonNullTypeNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    ValueNode,
    VariableNode,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    type_from_ast,
)
from graphql.utilities.coerce_input_value import coerce_input_literal, coerce_input_value
from graphql.utilities.validate_input_value import validate_input_value

from bureau.engine.kinds import parse_id
from bureau.engine.selection import Argument, Arguments, Given
from bureau.kernel.errors import CommandError
from bureau.kernel.kind import Kind

Variables = Mapping[str, Any]


def arguments(definitions: Mapping[str, GraphQLArgument], node: FieldNode, variables: Variables) -> Arguments:
    """The arguments of a field; those left out, or given as null, are left out here too."""
    found: dict[str, Argument] = {}
    for argument in node.arguments or ():
        value = _argument(argument.value, definitions[argument.name.value].type, variables)
        if value is not None:
            found[argument.name.value] = value
    return found


def _argument(node: ValueNode, type_: GraphQLInputType, variables: Variables) -> Argument:
    """A value; None for one that is left out or null, which comes to the same wherever something is read."""
    if isinstance(node, VariableNode):
        name = node.name.value
        return _of_variable(variables[name], type_, (name,)) if name in variables else None
    if isinstance(node, NullValueNode):
        return None
    if is_non_null_type(type_):
        type_ = type_.of_type
    if is_list_type(type_):
        items = node.values if isinstance(node, ListValueNode) else (node,)
        inner = [_argument(item, type_.of_type, variables) for item in items]
        return [item for item in inner if item is not None]
    if is_input_object_type(type_) and isinstance(node, ObjectValueNode):
        fields = type_.fields
        given = {f.name.value: _argument(f.value, fields[f.name.value].type, variables) for f in node.fields}
        return {name: value for name, value in given.items() if value is not None}
    return Given(coerce_input_literal(node, type_))


def given_filter(schema: GraphQLSchema, kind: Kind, text: str) -> tuple[Argument, Any]:
    """A filter of a kind's list that came as JSON outside a document, and its coerced value, to be handed over as the
    variable `filter`; raises CommandError for what is no such filter.
    """
    type_: Any = schema.type_map[f"{kind.type_name}Filter"]
    try:
        given = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise CommandError(f"The filter is no JSON: {error}. 筛选条件不是有效的 JSON。") from error
    problems: list[str] = []
    validate_input_value(
        given, type_, lambda error, path: problems.append(f"{'.'.join(map(str, path))}: {error.message}")
    )
    if problems:
        raise CommandError(f"The filter: {'; '.join(problems)} 筛选条件有误。")
    value = coerce_input_value(given, type_)
    return _of_variable(value, type_, ("filter",)), value


def _of_variable(value: Any, type_: GraphQLInputType, source: tuple[str | int, ...]) -> Argument:
    if value is None:
        return None
    if is_non_null_type(type_):
        type_ = type_.of_type
    if isinstance(value, dict) and is_input_object_type(type_):
        fields = type_.fields
        given = {name: _of_variable(inner, fields[name].type, (*source, name)) for name, inner in value.items()}
        return {name: inner for name, inner in given.items() if inner is not None}
    if isinstance(value, list) and is_list_type(type_):
        inner_type = type_.of_type.of_type if is_non_null_type(type_.of_type) else type_.of_type
        if is_input_object_type(inner_type) or is_enum_type(inner_type):
            return [_of_variable(item, inner_type, (*source, number)) for number, item in enumerate(value)]
    return Given(value, source)


Shaper = Callable[[Any], Any]


def shapers(schema: GraphQLSchema, operation: OperationDefinitionNode) -> dict[str, Shaper]:
    """For each variable of an operation, what of its value a plan depends on."""
    found: dict[str, Shaper] = {}
    for definition in operation.variable_definitions or ():
        type_ = type_from_ast(schema, definition.type)
        whole = (isinstance(definition.type, NonNullTypeNode) and definition.type.type) or definition.type
        name = definition.variable.name.value
        found[name] = _exact if getattr(getattr(whole, "name", None), "value", "") == "Int" else _shaper(type_)
    return found


def shape(by_name: Mapping[str, Shaper], variables: Variables) -> tuple[Any, ...]:
    """What of a request's variables a plan depends on: two requests of one shape share a plan."""
    return tuple((name, shaper(variables[name])) for name, shaper in by_name.items() if name in variables)


def _exact(value: Any) -> Any:
    """A number on its own is `first` or `last`, which is part of the statement."""
    return value


def _presence(value: Any) -> Any:
    return value is None


def _prefix(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_prefix(item) for item in value)
    parsed = parse_id(str(value)) if value is not None else None
    return parsed[0] if parsed else None


def _shaper(type_: Any) -> Shaper:
    if is_non_null_type(type_):
        return _shaper(type_.of_type)
    if is_list_type(type_):
        inner = type_.of_type.of_type if is_non_null_type(type_.of_type) else type_.of_type
        if is_input_object_type(inner) or is_enum_type(inner):
            each = _shaper(inner)
            return lambda value: None if value is None else tuple(each(item) for item in value)
        return _prefix if getattr(inner, "name", "") == "ID" else _presence
    if is_enum_type(type_) or type_.name == "Boolean":
        return _exact
    if type_.name == "ID":
        return _prefix
    if is_input_object_type(type_):
        return _of_object(type_)
    return _presence


def _of_object(type_: Any) -> Shaper:
    made: dict[str, Shaper] = {}  # made when met: filters contain themselves

    def shaper(value: Any) -> Any:
        if value is None:
            return None
        return tuple((name, _made(name)(inner)) for name, inner in value.items())

    def _made(name: str) -> Shaper:
        if name not in made:
            made[name] = _shaper(type_.fields[name].type)
        return made[name]

    return shaper
