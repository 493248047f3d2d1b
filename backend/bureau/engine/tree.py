"""A plan: what one statement reads and writes as JSON, all decided, in no dialect."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, ClassVar, Literal

from bureau.kernel.actor import Actor
from bureau.kernel.field import ColumnType
from bureau.kernel.rules import Level, Rule
from bureau.storage.tables import Index

Variables = Any
"""The coerced variables of a request, by name."""


@dataclass(frozen=True, slots=True)
class Param:
    """A value bound when the statement runs."""

    type: ColumnType
    many: bool
    read: Callable[[Variables, Actor], Any] = field(compare=False)
    key: tuple[Any, ...]
    """What makes two parameters the same one."""
    is_moment: bool = False
    """Whether it is a moment, for which the position of the changes known by then is bound."""


@dataclass(frozen=True, slots=True)
class Col:
    """A column of a row that is being read."""

    alias: str
    name: str
    type: ColumnType
    null: bool = True


# Predicates ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Always:
    """True."""


@dataclass(frozen=True, slots=True)
class Never:
    """False."""


Operator = Literal["=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Compare:
    """A column against a parameter."""

    column: Col
    operator: Operator
    param: Param


@dataclass(frozen=True, slots=True)
class AmongParam:
    """A column that is one of a list parameter's values."""

    column: Col
    param: Param


@dataclass(frozen=True, slots=True)
class AmongConstants:
    """A column that holds one of a few plain values known now."""

    column: Col
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """A column that holds an id of the parameter, or the one of the record into which that was merged."""

    column: Col
    param: Param
    rows: "Rows"
    """The records that have the parameter's ids."""


@dataclass(frozen=True, slots=True)
class Like:
    """A text that contains the parameter, or starts with it, whatever the case of its Latin letters."""

    column: Col
    param: Param
    anchored: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Every word of a list parameter stands somewhere in one of the columns, which hold folded text."""

    columns: tuple[Col, ...]
    param: Param
    index: Index
    """The index of grams over these columns."""


@dataclass(frozen=True, slots=True)
class NotEmpty:
    """A list parameter that has values."""

    param: Param


@dataclass(frozen=True, slots=True)
class IsNull:
    """A column without a value, or with one."""

    column: Col
    null: bool


@dataclass(frozen=True, slots=True)
class Same:
    """Two columns with one value."""

    left: Col
    right: Col


@dataclass(frozen=True, slots=True)
class Every:
    """All of them hold."""

    of: "tuple[Predicate, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of them holds."""

    of: "tuple[Predicate, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """It does not hold; a comparison with a value that is missing does not hold either."""

    of: "Predicate"


@dataclass(frozen=True, slots=True)
class Exists:
    """There is such a row."""

    rows: "Rows"


@dataclass(frozen=True, slots=True)
class Beyond:
    """Rows after an anchor in an order, or before it."""

    order: "Order"
    anchor: "Anchor"
    before: bool


Predicate = (
    Always
    | Never
    | Compare
    | AmongParam
    | AmongConstants
    | Stands
    | Like
    | Found
    | NotEmpty
    | IsNull
    | Same
    | Every
    | Some
    | Not
    | Exists
    | Beyond
)


# Rows ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Order:
    """A total order: by a column, without values last, ties by id."""

    column: Col | None
    """None for the order of ids alone."""
    identity: Col
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """A time gone by: rows are read as they stood when the changes up to a position had been made, and no others."""

    position: Param
    columns: tuple[str, ...]
    """Those that the table and its history have."""
    now: "Rows | None"
    """The same record today, which must be seen too; None where every record is."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table, as they are or as they stood."""

    table: str
    alias: str
    where: Predicate
    past: Past | None = None
    columns: tuple[str, ...] = ()
    """Those that a query may name, where the table has others too."""
    is_identity: bool = False
    """Whether they are asked for which record they are of alone, which is told of every row."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The row a cursor stands for, if the actor sees it."""

    rows: Rows
    identity: Param


# Values ----------------------------------------------------------------------------------------------------------


class How(Enum):
    """How a column is written as JSON."""

    TEXT = "text"
    """Free text, escaped."""
    PLAIN = "plain"
    """Text that needs no escaping."""
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    SCALED = "scaled"
    """A decimal string."""


@dataclass(frozen=True, slots=True)
class Json:
    """JSON known now."""

    text: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A column."""

    column: Col
    how: How
    scale: int = 0
    prefix: str = ""
    """Before the value, inside its quotes: the type in an id."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a code."""

    table: str
    column: Col
    language: str


@dataclass(frozen=True, slots=True)
class If:
    """A value while a predicate holds, otherwise null."""

    when: Predicate
    value: "Value"


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether a predicate holds; one that can be unknown, which is no, says so."""

    of: Predicate
    null: bool = False


@dataclass(frozen=True, slots=True)
class Object:
    """A JSON object, its keys in order."""

    fields: "tuple[tuple[str, Value], ...]"


@dataclass(frozen=True, slots=True)
class Listed:
    """A JSON array of known length."""

    items: "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Switch:
    """One of several values, by what a column holds; null for none."""

    column: Col
    cases: "tuple[tuple[tuple[str, ...], Value], ...]"


@dataclass(frozen=True, slots=True)
class One:
    """The value of the one row there is; null where there is none."""

    rows: Rows
    value: "Value"


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are; counting ends at `most`."""

    rows: Rows
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """The cursor of a row: a fingerprint of its list's kind and order, and its id."""

    fingerprint: str
    identity: Col


@dataclass(frozen=True, slots=True)
class Each:
    """A JSON array of a value of every row of the page."""

    value: "Value"
    bare: bool = False
    """Whether it has no brackets, but a comma before it if there are any rows: a part of an array."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """Something of the page as a whole."""

    of: Literal["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"]
    fingerprint: str


class _Paged:
    """What is written of rows, or of groups of them, together."""

    __slots__ = ()
    value: "Value"

    @property
    def looks_ahead(self) -> bool:
        """Whether it must know if there is a row beyond the page, or which rows are its first and last."""
        return any(isinstance(value, PageFact) for value in _walk(self.value))

    @property
    def reads_rows(self) -> bool:
        """Whether anything is written of its rows, or only their total."""
        return any(isinstance(value, Each | PageFact) for value in _walk(self.value))


@dataclass(frozen=True, slots=True)
class Page(_Paged):
    """A page of ordered rows and what is written of it; `limit` rows at most, from the end when `backward`."""

    rows: Rows
    order: Order
    limit: int
    backward: bool
    anchored: bool
    value: "Value"
    """One Each, or an object whose leaves may be Each and PageFact."""
    lead: Compare | None = None
    """The condition on one scope by which rows ordered by id alone are found: its index, not the primary key's."""


@dataclass(frozen=True, slots=True)
class Lists:
    """One JSON array of what is written of the rows of several pages, each of which is one bare Each."""

    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Grouped(_Paged):
    """Rows counted by columns, in the order of those, by which the groups are numbered: their ids are 1, 2, 3.

    At most `limit` of them are read, of those that come `after` a number.
    """

    backward: ClassVar = False

    rows: Rows
    by: tuple[Col, ...]
    sums: tuple[Col, ...]
    """The columns that are added up, nothing to nought."""
    limit: int
    value: "Value"
    """An object whose leaves may be Each and PageFact.

    In them, the columns of `by`, the count `n` and the sums, as `summed` names them, are at hand.
    """
    after: Param | None = None

    @property
    def anchored(self) -> bool:
        """Whether it begins after a cursor."""
        return self.after is not None


def summed(column: Col) -> Col:
    """The column in which a group has the sum of another."""
    return replace(column, name=f"sum_{column.name}", null=False)


Value = (
    Json
    | Scalar
    | Label
    | If
    | Truth
    | Object
    | Listed
    | Switch
    | One
    | Count
    | Cursor
    | Each
    | PageFact
    | Page
    | Lists
    | Grouped
)


def conjuncts(predicate: Predicate) -> tuple[Predicate, ...]:
    """The conditions that all hold where a predicate holds."""
    if isinstance(predicate, Always):
        return ()
    return predicate.of if isinstance(predicate, Every) else (predicate,)


def _walk(value: "Value") -> "Iterator[Value]":
    """A value and the objects inside it, as far as the rows of one page."""
    yield value
    if isinstance(value, Object):
        for _, inner in value.fields:
            yield from _walk(inner)


def own_account() -> Param:
    """The account of the one who asks."""
    return Param(ColumnType.ID, False, lambda variables, actor: actor.account, ("account",))


def wards(which: str, *, many: bool) -> Param:
    """The pupils whose guardian the one who asks is, or their schools or classes; just one unless `many`."""

    def read(variables: Variables, actor: Actor) -> Any:
        ids = actor.wards.by_name()[which]
        return list(ids) if many else ids[0]

    return Param(ColumnType.ID, many, read, ("wards", which, many))


def headed(*, many: bool) -> Param:
    """The classes whose head teacher the one who asks is; just one unless `many`."""

    def read(variables: Variables, actor: Actor) -> Any:
        return list(actor.headed) if many else actor.headed[0]

    return Param(ColumnType.ID, many, read, ("headed", many))


def shared_ids(names: tuple[str, ...]) -> Param:
    """The records of kinds of these names that were shared with the one who asks."""

    def read(variables: Variables, actor: Actor) -> Any:
        return sorted(number for name in names for number in actor.shared.get(name, ()))

    return Param(ColumnType.ID, True, read, ("shared", names))


def scope_units(rule: Rule, level: Level, *, many: bool) -> Param:
    """The units of one level at which the actor holds a role of `rule`; just one unless `many`."""

    def read(variables: Variables, actor: Actor) -> Any:
        units = actor.units(rule, level)
        return list(units) if many else units[0]

    return Param(ColumnType.ID, many, read, ("scope", rule, level, many))
