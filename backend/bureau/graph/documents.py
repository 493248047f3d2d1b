"""Documents, parsed and checked once: what a request asks, before anyone knows with which variables."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    parse,
    validate,
)

from bureau.engine.compile import Statement
from bureau.graph.arguments import Shaper, shapers
from bureau.kernel.errors import LimitExceeded
from bureau.settings import Settings

_PLANS_KEPT = 200
_SYNTAX_LIMITS = ("more than", "nested too deeply")


@dataclass(frozen=True, slots=True)
class Plan:
    """How an operation is answered for one shape of variables and of actor."""

    keys: tuple[str, ...]
    """The response keys of its root fields."""
    statement: Statement
    told: str
    """What `extensions` say of it whenever it runs, but for the position: JSON without its first brace."""


@dataclass(slots=True)
class Operation:
    """One operation of a document."""

    node: OperationDefinitionNode
    document: DocumentNode
    fragments: dict[str, FragmentDefinitionNode]
    is_lean: bool
    """Whether the engine serves every root field."""
    is_introspection: bool
    shapers: dict[str, Shaper]
    plans: "OrderedDict[Any, Plan]" = field(default_factory=OrderedDict)

    def remember(self, key: Any, plan: Plan) -> None:
        """Keep a plan for the next request of its shape."""
        self.plans[key] = plan
        if len(self.plans) > _PLANS_KEPT:
            self.plans.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A document, or the errors it has."""

    operations: dict[str, Operation]
    errors: tuple[GraphQLError, ...] = ()

    def operation(self, name: str | None) -> Operation | None:
        """The operation of a name, or the only one there is."""
        if name:
            return self.operations.get(name)
        return next(iter(self.operations.values())) if len(self.operations) == 1 else None


class Documents:
    """Parses and validates documents, and remembers the most recent of them."""

    def __init__(self, schema: GraphQLSchema, settings: Settings, kept: int = 2000) -> None:
        self._schema = schema
        self._settings = settings
        self._kept = kept
        self._known: OrderedDict[str, Document] = OrderedDict()

    def get(self, text: str) -> Document:
        """The document of a text."""
        if known := self._known.get(text):
            self._known.move_to_end(text)
            return known
        document = self._read(text)
        self._known[text] = document
        if len(self._known) > self._kept:
            self._known.popitem(last=False)
        return document

    def _read(self, text: str) -> Document:
        try:
            node = parse(text, max_tokens=self._settings.max_tokens, no_location=False)
            _measure(node, self._settings)
        except LimitExceeded as error:
            return Document({}, (GraphQLError(str(error), original_error=error),))
        except GraphQLError as error:
            if any(limit in error.message for limit in _SYNTAX_LIMITS):
                limit = _too_large(self._settings.max_tokens)
                return Document({}, (GraphQLError(str(limit), original_error=limit),))
            return Document({}, (error,))
        if errors := validate(self._schema, node, max_errors=20):
            return Document({}, tuple(errors))
        return Document(self._operations(node))

    def _operations(self, node: DocumentNode) -> dict[str, Operation]:
        fragments = {d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)}
        found = {}
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode):
                name = definition.name.value if definition.name else ""
                found[name] = self._operation(definition, node, fragments)
        return found

    def _operation(
        self, node: OperationDefinitionNode, document: DocumentNode, fragments: dict[str, FragmentDefinitionNode]
    ) -> Operation:
        names = _root_names(node.selection_set, fragments)
        is_query = node.operation is OperationType.QUERY
        fields = self._schema.query_type.fields if self._schema.query_type else {}
        lean = is_query and all(n == "__typename" or (n in fields and "root" in fields[n].extensions) for n in names)
        introspection = is_query and not node.variable_definitions and names <= {"__schema", "__type", "__typename"}
        return Operation(
            node, document, fragments, lean and not introspection, introspection, shapers(self._schema, node)
        )


def _root_names(selection_set: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode]) -> set[str]:
    names: set[str] = set()
    for selection in selection_set.selections:
        if isinstance(selection, FieldNode):
            names.add(selection.name.value)
        elif isinstance(selection, FragmentSpreadNode):
            names |= _root_names(fragments[selection.name.value].selection_set, fragments)
        else:
            names |= _root_names(selection.selection_set, fragments)  # type: ignore[attr-defined]
    return names


def root_fields(operation: Operation) -> list[FieldNode]:
    """The root fields of an operation as they are written, those of fragments among them."""
    return _fields(operation.node.selection_set, operation.fragments)


def _fields(selection_set: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode]) -> list[FieldNode]:
    found: list[FieldNode] = []
    for selection in selection_set.selections:
        if isinstance(selection, FieldNode):
            found.append(selection)
        elif isinstance(selection, FragmentSpreadNode):
            found += _fields(fragments[selection.name.value].selection_set, fragments)
        else:
            found += _fields(selection.selection_set, fragments)  # type: ignore[attr-defined]
    return found


def _measure(node: DocumentNode, settings: Settings) -> None:
    """Refuse what is deeper or has more aliases than allowed, before validation spends time on it."""
    measured = _Measured({d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)})
    for definition in node.definitions:
        if not isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
            continue
        if measured.depth(definition.selection_set) > settings.max_depth:
            limit = settings.max_depth
            raise LimitExceeded(f"More than {limit} levels.", f"嵌套超过 {limit} 层。", limit=limit)
    if measured.aliases > settings.max_aliases:
        limit = settings.max_aliases
        raise LimitExceeded(f"More than {limit} aliases.", f"别名超过 {limit} 个。", limit=limit)


class _Measured:
    """How deep a document is; each fragment is looked into once, however often it is spread."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._depths: dict[str, int] = {}
        self.aliases = 0

    def depth(self, selection_set: SelectionSetNode | None) -> int:
        if selection_set is None:
            return 0
        deepest = 0
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                self.aliases += selection.alias is not None
                below = 1 + self.depth(selection.selection_set)
            elif isinstance(selection, FragmentSpreadNode):
                below = self._of_fragment(selection.name.value)
            else:
                below = self.depth(selection.selection_set)  # type: ignore[attr-defined]
            deepest = max(deepest, below)
        return deepest

    def _of_fragment(self, name: str) -> int:
        if name not in self._depths:
            self._depths[name] = 0  # a fragment inside itself is for validation to refuse
            fragment = self._fragments.get(name)
            self._depths[name] = self.depth(fragment.selection_set) if fragment else 0
        return self._depths[name]


def _too_large(limit: int) -> LimitExceeded:
    return LimitExceeded(
        f"The document is larger or deeper than allowed ({limit} tokens).",
        f"文档过大或嵌套过深（上限 {limit} 个词元）。",
        limit=limit,
    )
