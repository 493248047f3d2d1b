"""Marks in what is asked again, by which it is known which records of persons an answer shows, and what of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bureau.engine.selection import Given, Leaf, Node, Root, Shape
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.storage.subjects import Shown

_MARK = "~"
"""No response key begins with it."""


class Marks:
    """The marks of one operation: in each object that is a record of a personal kind, its id under a key of ours."""

    def __init__(self) -> None:
        self._fields: list[tuple[str, ...]] = []

    def on(self, roots: Sequence[Root]) -> Sequence[Root]:
        """The root fields with marks in them."""
        marked: Sequence[Root] = self._marked(tuple(roots))
        return marked

    def found(self, answers: Iterable[Any]) -> list[Shown]:
        """What the answers show, each record once."""
        by_record: dict[str, dict[str, None]] = {}
        for key, record in (pair for answer in answers for pair in _pairs(answer)):
            by_record.setdefault(record, {}).update(dict.fromkeys(self._fields[int(key[1:])]))
        return [Shown(record, tuple(names)) for record, names in by_record.items()]

    def _marked(self, part: Any) -> Any:
        if isinstance(part, tuple):
            return tuple(map(self._marked, part))
        if isinstance(part, Shape):
            return Shape(tuple((kind, self._nodes(kind, nodes)) for kind, nodes in part.of))
        if not is_dataclass(part) or isinstance(part, Kind | Given | type):
            return part
        changed = {field.name: self._marked(getattr(part, field.name)) for field in fields(part)}
        return replace(part, **changed)

    def _nodes(self, kind: Kind, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        if not kind.personal:
            unmarked: tuple[Node, ...] = self._marked(nodes)
            return unmarked
        number = len(self._fields)
        self._fields.append(tuple(camel(node.name) for node in nodes if isinstance(node, Leaf) and node.name != "id"))
        inner: tuple[Node, ...] = self._marked(nodes)
        return (Leaf(f"{_MARK}{number}", "id"), *inner)


def _pairs(value: Any) -> Iterator[tuple[str, str]]:
    """The marks in an answer, and the ids under them."""
    if isinstance(value, list):
        for item in value:
            yield from _pairs(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key.startswith(_MARK):
                yield key, inner
            else:
                yield from _pairs(inner)
