"""A GraphQL operation becomes the engine's selection: fields collected and merged as the specification says."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphql import (
    BooleanValueNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_abstract_type,
)

from bureau.engine.kinds import Kinds, parse_id
from bureau.engine.selection import (
    Arguments,
    Connection,
    EdgePart,
    Edges,
    Given,
    GroupCount,
    GroupKey,
    Groups,
    GroupSum,
    Leaf,
    Node,
    Nodes,
    PageInfo,
    Part,
    Root,
    RootConstant,
    RootMany,
    RootNodes,
    RootOne,
    RootSearch,
    RootSummary,
    Shape,
    Summary,
    Summed,
    Time,
    ToMany,
    ToOne,
    Total,
    TypeName,
)
from bureau.graph.arguments import arguments
from bureau.kernel.errors import ArgumentInvalid, LimitExceeded
from bureau.kernel.kind import Kind

_NOW = Time()

Collected = dict[str, list[FieldNode]]

MOST_NODES = 100
"""Ids of one `nodes`."""

MOST_FIELDS = 5_000
"""Fields that the selections of one operation come to, fragments spread out."""


def _identity(collected: Collected) -> list[tuple[str, list[int]]]:
    return [(key, [id(node) for node in nodes]) for key, nodes in collected.items()]


class Reader:
    """Reads the selections of one request: its fragments and variables are at hand."""

    def __init__(
        self,
        schema: GraphQLSchema,
        kinds: Kinds,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
    ) -> None:
        self._schema = schema
        self._kinds = kinds
        self._fragments = fragments
        self._variables = variables
        self._count = 0

    # Collecting -------------------------------------------------------------------------------------------------

    def collect(self, type_: GraphQLObjectType, sets: Iterable[SelectionSetNode | None]) -> Collected:
        """The fields selected of an object type, by response key, in order."""
        found: Collected = {}
        seen: set[str] = set()  # for all sets: a fragment that is met again adds nothing
        for selection_set in sets:
            if selection_set is not None:
                self._collect(type_, selection_set, found, seen)
        return found

    def _collect(
        self, type_: GraphQLObjectType, selection_set: SelectionSetNode, found: Collected, seen: set[str]
    ) -> None:
        for selection in selection_set.selections:
            if not self._included(selection.directives or ()):
                continue
            if isinstance(selection, FieldNode):
                key = selection.alias.value if selection.alias else selection.name.value
                found.setdefault(key, []).append(selection)
                continue
            fragment: FragmentDefinitionNode | InlineFragmentNode
            if isinstance(selection, FragmentSpreadNode):
                if selection.name.value in seen:
                    continue
                seen.add(selection.name.value)
                fragment = self._fragments[selection.name.value]
            else:
                assert isinstance(selection, InlineFragmentNode)
                fragment = selection
            if self._applies(fragment, type_):
                self._collect(type_, fragment.selection_set, found, seen)

    def _included(self, directives: Iterable[DirectiveNode]) -> bool:
        for directive in directives:
            name = directive.name.value
            if name in ("skip", "include"):
                condition = next(iter(directive.arguments or ()))
                if self._truth(condition.value) is (name == "skip"):
                    return False
        return True

    def _truth(self, value: ValueNode) -> bool:
        if isinstance(value, VariableNode):
            return bool(self._variables[value.name.value])
        assert isinstance(value, BooleanValueNode)
        return value.value

    def _applies(self, fragment: FragmentDefinitionNode | InlineFragmentNode, type_: GraphQLObjectType) -> bool:
        condition = fragment.type_condition
        if condition is None or condition.name.value == type_.name:
            return True
        named = self._schema.type_map.get(condition.name.value)
        return is_abstract_type(named) and self._schema.is_sub_type(named, type_)

    def _below(self, type_: GraphQLObjectType, nodes: Iterable[FieldNode]) -> Collected:
        return self.collect(type_, (node.selection_set for node in nodes))

    # Records ----------------------------------------------------------------------------------------------------

    def shape(self, kind: Kind, nodes: Iterable[FieldNode]) -> Shape:
        """What to read of records of a kind; of a base kind once, unless its kinds are asked different things."""
        nodes = list(nodes)
        below = [(k, self._below(self._type(k), nodes)) for k in self._kinds.concrete(kind)]
        first = _identity(below[0][1])
        if kind.abstract and all(_identity(found) == first for _, found in below):
            below = [(kind, below[0][1])]
        return Shape(tuple((k, tuple(self._node(k, key, n) for key, n in found.items())) for k, found in below))

    def _type(self, kind: Kind) -> Any:
        return self._schema.type_map[kind.type_name]

    def _node(self, kind: Kind, key: str, nodes: list[FieldNode], of: Any = None) -> Node:
        self._count += 1
        if self._count > MOST_FIELDS:
            raise LimitExceeded(
                f"The query selects more than {MOST_FIELDS} fields.",
                f"查询选取的字段超过 {MOST_FIELDS} 个。",
                limit=MOST_FIELDS,
            )
        name = nodes[0].name.value
        type_ = of or self._type(kind)
        if name == "__typename":
            return TypeName(key, type_.name)
        field = type_.fields[name]
        given = self._arguments(type_, nodes)
        marks = field.extensions
        if "leaf" in marks:
            return Leaf(key, marks["leaf"], self._parts(get_named_type(field.type), nodes))
        if "one" in marks:
            return ToOne(key, marks["one"], self.shape(self._kinds.target(kind, marks["one"]), nodes))
        if "many" in marks:
            other, relation = marks["many"]
            return ToMany(key, other, relation, given, self.connection(other, get_named_type(field.type), nodes))
        other, relation = marks["sum"]
        return Summed(key, other, relation, given, self.summary(other, get_named_type(field.type), nodes))

    def _parts(self, type_: Any, nodes: list[FieldNode]) -> tuple[Part | TypeName, ...]:
        if not isinstance(type_, GraphQLObjectType):
            return ()
        parts: list[Part | TypeName] = []
        for key, found in self._below(type_, nodes).items():
            name = found[0].name.value
            if name == "__typename":
                parts.append(TypeName(key, type_.name))
            else:
                field = type_.fields[name]
                parts.append(Part(key, field.extensions["part"], self._arguments(type_, found)))
        return tuple(parts)

    def _arguments(self, type_: Any, nodes: list[FieldNode]) -> Arguments:
        return arguments(type_.fields[nodes[0].name.value].args, nodes[0], self._variables)

    # Lists ------------------------------------------------------------------------------------------------------

    def connection(self, kind: Kind, type_: Any, nodes: Iterable[FieldNode]) -> Connection:
        """What to read of a page."""
        entries: list[Any] = []
        for key, found in self._below(type_, nodes).items():
            name = found[0].name.value
            match name:
                case "__typename":
                    entries.append(TypeName(key, type_.name))
                case "totalCount":
                    entries.append(Total(key, self._arguments(type_, found)))
                case "nodes":
                    entries.append(Nodes(key, self.shape(kind, found)))
                case "edges":
                    edge = get_named_type(type_.fields[name].type)
                    entries.append(Edges(key, tuple(self._edge_parts(kind, edge, found))))
                case "pageInfo":
                    entries.append(PageInfo(key, self._parts(get_named_type(type_.fields[name].type), found)))
        return Connection(tuple(entries))

    def _edge_parts(self, kind: Kind, type_: Any, nodes: Iterable[FieldNode]) -> Iterable[EdgePart | TypeName]:
        for key, found in self._below(type_, nodes).items():
            match found[0].name.value:
                case "__typename":
                    yield TypeName(key, type_.name)
                case "cursor":
                    yield EdgePart(key, None)
                case "node":
                    yield EdgePart(key, self.shape(kind, found))

    def summary(self, kind: Kind, type_: Any, nodes: Iterable[FieldNode]) -> Summary:
        """What to read of a summary."""
        entries: list[Groups | PageInfo | Total | TypeName] = []
        for key, found in self._below(type_, nodes).items():
            match found[0].name.value:
                case "__typename":
                    entries.append(TypeName(key, type_.name))
                case "totalCount":
                    entries.append(Total(key, self._arguments(type_, found)))
                case "nodes":
                    group = get_named_type(type_.fields["nodes"].type)
                    entries.append(Groups(key, tuple(self._group_parts(kind, group, found))))
                case "pageInfo":
                    entries.append(PageInfo(key, self._parts(get_named_type(type_.fields["pageInfo"].type), found)))
        return Summary(tuple(entries))

    def _group_parts(self, kind: Kind, type_: Any, nodes: Iterable[FieldNode]) -> Iterable[Any]:
        for key, found in self._below(type_, nodes).items():
            match found[0].name.value:
                case "__typename":
                    yield TypeName(key, type_.name)
                case "count":
                    yield GroupCount(key)
                case "sum":
                    of = get_named_type(type_.fields["sum"].type)
                    leaves: Any = tuple(self._node(kind, k, f, of) for k, f in self._below(of, found).items())
                    yield GroupSum(key, leaves)
                case "key":
                    of = get_named_type(type_.fields["key"].type)
                    parts: Any = tuple(self._node(kind, k, f, of) for k, f in self._below(of, found).items())
                    yield GroupKey(key, parts)

    # Roots ------------------------------------------------------------------------------------------------------

    def root(self, type_: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> Root:
        """A root field that the engine serves."""
        name = nodes[0].name.value
        if name == "__typename":
            return RootConstant(key, f'"{type_.name}"')
        field = type_.fields[name]
        given = self._arguments(type_, nodes)
        verb, kind = field.extensions["root"]
        of = get_named_type(field.type)
        time = Time(given.get("asOf"), given.get("on"))
        match verb:
            case "one":
                return RootOne(key, kind, given["id"], self.shape(kind, nodes), time)
            case "many":
                return RootMany(key, kind, given, self.connection(kind, of, nodes), time)
            case "summary":
                return RootSummary(key, kind, given, self.summary(kind, of, nodes), time)
            case "node":
                return self.any_record(key, given["id"], nodes, time) or RootConstant(key, "null")
            case "nodes":
                return self._several(key, given["ids"], nodes, time)
            case "search":
                return RootSearch(key, given, tuple(self._found(given.get("kinds"), nodes)), time)
        raise AssertionError(verb)

    def _found(self, wanted: Any, nodes: list[FieldNode]) -> Iterable[tuple[Kind, Shape]]:
        """What is asked of each kind that a search looks among: of all there are, unless some are named."""
        names = None if wanted is None else {given.value for given in wanted}
        for kind in self._kinds.searchable:
            if names is None or kind.type_name in names:
                yield kind, self.shape(kind, nodes)

    def any_record(self, key: str, identity: Given, nodes: list[FieldNode], time: Time = _NOW) -> RootOne | None:
        """A record of whatever kind its id says; None for what is no id."""
        parsed = parse_id(str(identity.value))
        kind = self._kinds.of_type(parsed[0]) if parsed else None
        return RootOne(key, kind, identity, self.shape(kind, nodes), time) if kind else None

    def _several(self, key: str, ids: Any, nodes: list[FieldNode], time: Time) -> RootNodes:
        if isinstance(ids, Given):
            source = ids.source or ()
            ids = [Given(value, (*source, number)) for number, value in enumerate(ids.value)]
        if len(ids) > MOST_NODES:
            raise ArgumentInvalid(
                f"At most {MOST_NODES} ids at a time.", f"一次最多 {MOST_NODES} 个标识。", limit=MOST_NODES
            )
        return RootNodes(key, tuple(self.any_record(key, identity, nodes, time) for identity in ids), time)
