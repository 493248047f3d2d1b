"""The generic form: what the console's screens, which are made from the catalogue, may ask where texts are not taken.

One operation without fragments of its own: a query of a few root fields, each of which reads records or tells what
there is of them, or a mutation of one verb of one kind. It is no deeper than those screens are.
"""

from typing import Any

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationType,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
)

from bureau.graph.documents import Document

MOST_ROOTS = 5
"""Root fields of a query."""
MOST_LEVELS = 6
"""Levels of fields, the root fields being the first."""

_TYPE_NAME = "__typename"
_TELLING = frozenset({"catalogue", "allowedActions", "recordHistory"})
"""Root fields that tell of kinds and records, and are read by no statement of the engine's."""


def is_generic(document: Document, schema: GraphQLSchema) -> bool:
    """Whether a document has the generic form; one with errors has not."""
    if document.errors or len(document.operations) != 1:
        return False
    (operation,) = document.operations.values()
    match operation.node.operation:
        case OperationType.QUERY:
            root, most, of_root = schema.query_type, MOST_ROOTS, _reads
        case OperationType.MUTATION:
            root, most, of_root = schema.mutation_type, 1, _writes
        case _:
            return False
    assert root
    asked = operation.node.selection_set
    fields = [node for node in asked.selections if isinstance(node, FieldNode)]
    if operation.fragments or len(fields) < len(asked.selections):
        return False
    names = [node.name.value for node in fields if node.name.value != _TYPE_NAME]
    return (
        0 < len(names) <= most
        and all(of_root(root, name) for name in names)
        and _fits(asked, root, schema, MOST_LEVELS)
    )


def _reads(root: GraphQLObjectType, name: str) -> bool:
    return name in _TELLING or (name in root.fields and "root" in root.fields[name].extensions)


def _writes(root: GraphQLObjectType, name: str) -> bool:
    return name in root.fields and "verb" in root.fields[name].extensions


def _fits(asked: SelectionSetNode | None, parent: Any, schema: GraphQLSchema, levels: int) -> bool:
    """Whether what is asked of a type has no more than these levels, and fragments only where types are abstract."""
    if asked is None:
        return True
    return levels > 0 and all(_one_fits(node, parent, schema, levels) for node in asked.selections)


def _one_fits(node: object, parent: Any, schema: GraphQLSchema, levels: int) -> bool:
    if isinstance(node, FieldNode):
        if node.name.value == _TYPE_NAME:
            return True
        return _fits(node.selection_set, get_named_type(parent.fields[node.name.value].type), schema, levels - 1)
    if isinstance(node, InlineFragmentNode) and node.type_condition and is_abstract_type(parent):
        return _fits(node.selection_set, schema.get_type(node.type_condition.name.value), schema, levels)
    return False
