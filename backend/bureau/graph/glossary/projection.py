"""The catalogue as a document selects it: finished JSON, made once for what is selected."""

import dataclasses
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import Any

from graphql import GraphQLObjectType, SelectionSetNode, get_named_type, is_object_type

from bureau.graph.selection import Reader
from bureau.kernel.text import camel

Selected = tuple[tuple[str, str, Any], ...]
"""Each field selected: its response key, its name, and what is selected of it, None where it is no object."""


def selected(reader: Reader, type_: GraphQLObjectType, sets: Iterable[SelectionSetNode | None]) -> Selected:
    """What a document selects of an object, fragments and conditions applied."""
    found = []
    for key, nodes in reader.collect(type_, sets).items():
        name = nodes[0].name.value
        inner: Any = get_named_type(type_.fields[name].type) if name in type_.fields else None
        is_object = is_object_type(inner)
        below = selected(reader, inner, [node.selection_set for node in nodes]) if is_object else None
        found.append((key, name, below))
    return tuple(found)


def projected(of: Selected | None, value: Any) -> Any:
    """What is selected of a value, as `plain` makes it."""
    if isinstance(value, list):
        return [projected(of, item) for item in value]
    if of is None or value is None:
        return value
    return {key: projected(below, value[name]) for key, name, below in of}


def plain(value: Any) -> Any:
    """An entry as the API names its parts."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.name
    if not dataclasses.is_dataclass(value):
        return value
    of: Any = type(value)
    return {"__typename": of.__name__, **{key: plain(getattr(value, name)) for key, name in _parts(of)}}


@cache
def _parts(of: Any) -> tuple[tuple[str, str], ...]:
    """The parts of an entry: as the API names each, and as we do."""
    return tuple((camel(field.name), field.name) for field in dataclasses.fields(of))
