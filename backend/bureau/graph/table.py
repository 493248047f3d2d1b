"""An answer as a table: the one list of a document, its records as rows, what they hold as columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from bureau.graph.documents import Operation

Path = tuple[str, ...]
Cell = str | int | float | bool | Decimal | None

SEPARATOR = "; "
"""Between the values of a list that lies within a record: they stand in one cell."""


@dataclass(frozen=True, slots=True)
class Selected:
    """What stands under one response key."""

    field: GraphQLField
    nodes: tuple[FieldNode, ...]
    is_sure: bool
    """Whether it is there whatever the type of the object."""

    @property
    def below(self) -> tuple[SelectionSetNode, ...]:
        return tuple(node.selection_set for node in self.nodes if node.selection_set)


class Selections:
    """What is selected of the types of a schema, fragments opened."""

    def __init__(self, schema: GraphQLSchema, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._schema = schema
        self._fragments = fragments

    def of(self, type_: Any, sets: Sequence[SelectionSetNode]) -> dict[str, Selected]:
        """The selection by response key, in the order of the document."""
        found: dict[str, Selected] = {}
        for selection_set in sets:
            for key, selected in self._each(type_, selection_set, is_sure=True):
                known = found.get(key)
                nodes = (*known.nodes, *selected.nodes) if known else selected.nodes
                sure = selected.is_sure or (known is not None and known.is_sure)
                found[key] = Selected(selected.field, nodes, sure)
        return found

    def _each(self, type_: Any, selection_set: SelectionSetNode, *, is_sure: bool) -> Iterator[tuple[str, Selected]]:
        for node in selection_set.selections:
            sure = is_sure and not node.directives
            if isinstance(node, FieldNode):
                field = self._schema.get_field(type_, node.name.value)
                assert field is not None
                key = node.alias.value if node.alias else node.name.value
                yield key, Selected(field, (node,), sure)
                continue
            fragment = self._fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            assert isinstance(fragment, FragmentDefinitionNode | InlineFragmentNode)
            named = fragment.type_condition.name.value if fragment.type_condition else type_.name
            inner = self._schema.type_map[named]
            yield from self._each(inner, fragment.selection_set, is_sure=sure and inner is type_)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, `type.label`, and the way to its value."""

    path: Path
    is_joined: bool
    """Whether a list lies on the way, whose values are joined."""
    is_number: bool
    """Whether it holds decimals, which the API writes as text."""

    @property
    def head(self) -> str:
        return ".".join(self.path)

    def cell(self, row: Any) -> Cell:
        """What stands in a row."""
        values = _at(row, self.path)
        if self.is_joined:
            return SEPARATOR.join(map(_text, values))
        value = next(values, None)
        return Decimal(value) if self.is_number and value is not None else value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _at(value: Any, path: Path) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _at(item, path)
    elif not path:
        yield value
    else:
        yield from _at(value.get(path[0]) if isinstance(value, dict) else None, path[1:])


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of a document that its table shows: the first in its order."""

    path: Path
    columns: tuple[Column, ...]
    page_key: str = ""
    """Where beside the list its page information stands, if it is asked for with what a next page needs."""
    after: str = ""
    """The variable that is the cursor of its connection, if there is one."""

    def rows(self, data: Any) -> list[list[Cell]]:
        """The cells of each record."""
        return [[column.cell(row) for column in self.columns] for row in self._reached(data, self.path) or ()]

    def next_cursor(self, data: Any) -> str | None:
        """The cursor after which the next page begins; None where there is none, or none can be asked for."""
        if not (self.page_key and self.after):
            return None
        page = self._reached(data, (*self.path[:-1], self.page_key)) or {}
        return page.get("endCursor") if page.get("hasNextPage") else None

    @staticmethod
    def _reached(data: Any, path: Path) -> Any:
        for key in path:
            data = data.get(key) if isinstance(data, dict) else None
        return data


def listing(schema: GraphQLSchema, operation: Operation) -> Listing | None:
    """The list that an operation's table shows; None where it asks for no list."""
    selections = Selections(schema, operation.fragments)
    return _first_list(selections, schema.query_type, (operation.node.selection_set,), (), ())


def _first_list(
    selections: Selections, type_: Any, sets: Sequence[SelectionSetNode], path: Path, above: Sequence[FieldNode]
) -> Listing | None:
    chosen = selections.of(type_, sets)
    for key, selected in chosen.items():
        inner = get_named_type(selected.field.type)
        if is_list_type(get_nullable_type(selected.field.type)):
            columns = tuple(_columns(selections, inner, selected, (), is_joined=False))
            return Listing((*path, key), columns, _page_key(selections, chosen), _cursor_variable(above))
        if is_composite_type(inner):
            found = _first_list(selections, inner, selected.below, (*path, key), selected.nodes)
            if found:
                return found
    return None


def _columns(selections: Selections, type_: Any, at: Selected, path: Path, *, is_joined: bool) -> Iterator[Column]:
    if not is_composite_type(type_):
        yield Column(path, is_joined, type_.name in ("Decimal", "Money"))
        return
    for key, selected in selections.of(type_, at.below).items():
        inner = get_named_type(selected.field.type)
        several = is_joined or is_list_type(get_nullable_type(selected.field.type))
        yield from _columns(selections, inner, selected, (*path, key), is_joined=several)


def _page_key(selections: Selections, chosen: Mapping[str, Selected]) -> str:
    for key, selected in chosen.items():
        type_ = get_named_type(selected.field.type)
        if type_.name == "PageInfo" and {"hasNextPage", "endCursor"} <= set(selections.of(type_, selected.below)):
            return key
    return ""


def _cursor_variable(above: Sequence[FieldNode]) -> str:
    for node in above:
        for argument in node.arguments or ():
            if argument.name.value == "after" and isinstance(argument.value, VariableNode):
                return argument.value.name.value
    return ""
