"""Whether a response is one the schema allows: fragments of finished JSON pass graphql-core's own checks by."""

from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    OperationDefinitionNode,
    is_abstract_type,
    is_list_type,
    is_non_null_type,
)

_PYTHON: dict[str, tuple[type, ...]] = {
    "Int": (int,),
    "Float": (int, float),
    "String": (str,),
    "ID": (str,),
    "Boolean": (bool,),
    "Date": (str,),
    "DateTime": (str,),
    "Decimal": (str,),
    "Money": (str,),
}


def conforms(schema: GraphQLSchema, document: DocumentNode, data: Any) -> None:
    """Raise AssertionError unless `data` is a possible answer to the only operation of `document`."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    root = schema.get_root_type(operation.operation)
    assert isinstance(root, GraphQLObjectType)
    _object(schema, fragments, root, [operation.selection_set], data, "data")


def _collect(
    schema: Any, fragments: Any, type_: GraphQLObjectType, sets: Any, found: dict[str, list[FieldNode]]
) -> None:
    for selection_set in sets:
        for selection in selection_set.selections if selection_set else ():
            if isinstance(selection, FieldNode):
                key = selection.alias.value if selection.alias else selection.name.value
                found.setdefault(key, []).append(selection)
                continue
            fragment = fragments[selection.name.value] if isinstance(selection, FragmentSpreadNode) else selection
            condition = fragment.type_condition
            named = schema.type_map[condition.name.value] if condition else type_
            if named is type_ or (is_abstract_type(named) and schema.is_sub_type(named, type_)):
                _collect(schema, fragments, type_, [fragment.selection_set], found)


def _object(schema: Any, fragments: Any, type_: GraphQLObjectType, sets: Any, data: Any, path: str) -> None:
    assert isinstance(data, dict), f"{path} is no object"
    fields: dict[str, list[FieldNode]] = {}
    _collect(schema, fragments, type_, sets, fields)
    # Fields that @skip or @include left out may be missing; the others are there, in the order they were asked for.
    always = [key for key, nodes in fields.items() if not all(node.directives for node in nodes)]
    assert [key for key in data if key in always] == always, f"{path} has {list(data)}, not {always}"
    assert set(data) <= set(fields), f"{path} has more than was asked for"
    for key, value in data.items():
        nodes = fields[key]
        if nodes[0].name.value == "__typename":
            assert value == type_.name, f"{path}.{key}"
            continue
        below = [node.selection_set for node in nodes]
        _value(schema, fragments, type_.fields[nodes[0].name.value].type, below, value, f"{path}.{key}")


def _value(schema: Any, fragments: Any, type_: Any, sets: Any, value: Any, path: str) -> None:
    if is_non_null_type(type_):
        assert value is not None, f"{path} is null"
        return _value(schema, fragments, type_.of_type, sets, value, path)
    if value is None:
        return None
    if is_list_type(type_):
        assert isinstance(value, list), f"{path} is no list"
        for number, item in enumerate(value):
            _value(schema, fragments, type_.of_type, sets, item, f"{path}[{number}]")
        return None
    if isinstance(type_, GraphQLEnumType):
        assert value in type_.values, f"{path}: {value} is none of {type_.name}"
    elif isinstance(type_, GraphQLScalarType):
        assert isinstance(value, _PYTHON[type_.name]), f"{path}: {value!r} is no {type_.name}"
        assert type_.name != "Int" or not isinstance(value, bool)
    elif is_abstract_type(type_):
        possible = [_tried(schema, fragments, each, sets, value, path) for each in schema.get_possible_types(type_)]
        assert None in possible, possible[0]
    else:
        _object(schema, fragments, type_, sets, value, path)
    return None


def _tried(schema: Any, fragments: Any, type_: Any, sets: Any, value: Any, path: str) -> str | None:
    try:
        _object(schema, fragments, type_, sets, value, path)
    except AssertionError as error:
        return str(error)
    return None
