"""What is asked for, as plain data: the front end builds it, the planner reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bureau.kernel.kind import Kind


@dataclass(frozen=True, slots=True)
class Given:
    """A value of an argument: what it is now, and where it will come from when the plan is used again."""

    value: Any
    source: tuple[str | int, ...] | None = None
    """The way to it through the variables; None for a constant of the document."""


Argument = Any
"""A Given, a list of arguments, or a mapping of them by name; what is null is left out."""

Arguments = Mapping[str, Argument]


@dataclass(frozen=True, slots=True)
class TypeName:
    """`__typename` of a type that has one name; of a record it is decided by its kind."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a value that is an object: `code` or `label` of a code, `from` of a period."""

    key: str
    name: str
    arguments: Arguments = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field of a record; `parts` where its value is an object."""

    key: str
    name: str
    parts: "tuple[Part | TypeName, ...]" = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """What to read of records of a kind.

    One entry for that kind; or, where a base kind's records are asked for different things, one for each kind they
    may be of.
    """

    of: "tuple[tuple[Kind, tuple[Node, ...]], ...]"


@dataclass(frozen=True, slots=True)
class ToOne:
    """A relation to one record."""

    key: str
    name: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class ToMany:
    """A relation back to many records of `kind`, whose `relation` leads here."""

    key: str
    kind: Kind
    relation: str
    arguments: Arguments
    connection: "Connection"


@dataclass(frozen=True, slots=True)
class Summed:
    """A summary of the many records of `kind` whose `relation` leads here."""

    key: str
    kind: Kind
    relation: str
    arguments: Arguments
    summary: "Summary"


Node = TypeName | Leaf | ToOne | ToMany | Summed


@dataclass(frozen=True, slots=True)
class Total:
    """`totalCount` of a connection or a summary."""

    key: str
    arguments: Arguments = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nodes:
    """`nodes` of a connection."""

    key: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class EdgePart:
    """`cursor` or `node` of an edge."""

    key: str
    shape: Shape | None
    """None for the cursor."""


@dataclass(frozen=True, slots=True)
class Edges:
    """`edges` of a connection."""

    key: str
    parts: tuple[EdgePart | TypeName, ...]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """`pageInfo` of a connection or a summary; each part is its key and its name."""

    key: str
    parts: tuple[Part | TypeName, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """What to read of a page of records."""

    entries: tuple[Total | Nodes | Edges | PageInfo | TypeName, ...]


@dataclass(frozen=True, slots=True)
class GroupKey:
    """`key` of a group: the values it was grouped by."""

    key: str
    parts: tuple[Leaf | ToOne | TypeName, ...]


@dataclass(frozen=True, slots=True)
class GroupCount:
    """`count` of a group."""

    key: str


@dataclass(frozen=True, slots=True)
class GroupSum:
    """`sum` of a group: values added up."""

    key: str
    parts: tuple[Leaf | TypeName, ...]


GroupPart = GroupKey | GroupCount | GroupSum | TypeName


@dataclass(frozen=True, slots=True)
class Groups:
    """`nodes` of a summary."""

    key: str
    parts: tuple[GroupPart, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What to read of a summary."""

    entries: tuple[Groups | PageInfo | Total | TypeName, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """The two times a root field is asked for: what was known at a moment, and what was true on a day."""

    as_of: Given | None = None
    """None for what is known now."""
    on: Given | None = None
    """None for whatever day."""


@dataclass(frozen=True, slots=True)
class RootOne:
    """One record by its id; null when there is none or none that the actor sees."""

    key: str
    kind: Kind
    identity: Given
    shape: Shape
    time: Time = Time()


@dataclass(frozen=True, slots=True)
class RootMany:
    """A list of records."""

    key: str
    kind: Kind
    arguments: Arguments
    connection: Connection
    time: Time = Time()


@dataclass(frozen=True, slots=True)
class RootSummary:
    """A summary of records."""

    key: str
    kind: Kind
    arguments: Arguments
    summary: Summary
    time: Time = Time()


@dataclass(frozen=True, slots=True)
class RootNodes:
    """Several records by their ids, in that order, null where there is none; `ids` may be of several kinds."""

    key: str
    records: tuple[RootOne | None, ...]
    time: Time = Time()


@dataclass(frozen=True, slots=True)
class RootSearch:
    """What a text finds among several kinds: the first few records of each, one kind after the other."""

    key: str
    arguments: Arguments
    shapes: tuple[tuple[Kind, Shape], ...]
    time: Time = Time()


@dataclass(frozen=True, slots=True)
class RootConstant:
    """A root field that needs no database: `__typename`, or a record of no known kind."""

    key: str
    json: str
    time: Time = Time()


@dataclass(frozen=True, slots=True)
class Watched:
    """What a subscription reads of changed records of a kind: those that a filter lets through, in some shapes."""

    kind: Kind
    filter: Argument
    shapes: tuple[Shape, ...]


Root = RootOne | RootMany | RootSummary | RootNodes | RootSearch | RootConstant

Language = Literal["en", "zh"]
