"""Changed records, read for a subscription: as they are now, and at which changes they were seen.

A subscription is about the records that its actor sees and its filter lets through. A change is told if the record
was among them just before it or just after it, as the rows and their history say; any other change is not told, not
even of a record that was among them earlier or is so later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.engine.compile import compiled_changes
from bureau.engine.dialects.base import Dialect
from bureau.engine.filters import alive
from bureau.engine.kinds import Kinds
from bureau.engine.limits import cost, within
from bureau.engine.plan import Planner
from bureau.engine.scope import every, some
from bureau.engine.selection import Argument, Language, Watched
from bureau.engine.touched import tables
from bureau.engine.tree import Always, AmongParam, Col, Object, Param, Predicate, Rows, Value
from bureau.kernel.actor import Actor
from bureau.kernel.field import ColumnType
from bureau.kernel.kind import Kind

MOST_AT_ONCE = 100
"""Records that one statement reads."""

_IDS, _POSITIONS = "(ids)", "(positions)"
"""Among the variables; no variable of a document has such a name."""

Marks = Sequence[tuple[int, int]]
"""Changes to look into: the number of a record and the position of the change."""


@dataclass(frozen=True, slots=True)
class Changes:
    """A plan, and how many records it may read at once."""

    sql: str
    params: tuple[Param, ...]
    dialect: Dialect
    at_once: int
    is_personal: bool
    """Whether it reads records of persons."""
    guarded: frozenset[str]
    """The tables it reads of whose rows the database shows no more than an actor reaches."""

    def bound(self, marks: Marks, variables: Mapping[str, Any], actor: Actor) -> list[Any]:
        """The parameters' values for one run."""
        ids = list({record for record, _ in marks})
        positions = list({position for _, position in marks})
        marked = {**variables, _IDS: ids, _POSITIONS: positions}
        return [self.dialect.bind(param, param.read(marked, actor)) for param in self.params]


@dataclass(frozen=True, slots=True)
class Changed:
    """What an actor sees of changed records."""

    now: Mapping[int, tuple[str, ...]]
    """By number, the JSON of each shape; what is not there is not among the records of the subscription."""
    seen: frozenset[tuple[int, int]]
    """The marks at which a record was among them just before, or just after."""


def planned(kinds: Kinds, dialect: Dialect, budget: int, watched: Watched, actor: Actor, language: Language) -> Changes:
    """The plan of a subscription; raises LimitExceeded, ArgumentInvalid or NotAllowed."""
    planner = _Planner(kinds, actor, language)
    now, values = planner.now(watched)
    object_ = Object(tuple((str(number), value) for number, value in enumerate(values)))
    within([object_], budget)
    before = planner.before(watched) if kinds.tables[watched.kind.table].history else None
    sql, params = compiled_changes(now, values, before, dialect)
    at_once = max(1, min(MOST_AT_ONCE, budget // max(1, cost(object_))))
    touched = frozenset(tables((now, object_)))
    is_personal = not kinds.personal_tables.isdisjoint(touched)
    return Changes(sql, params, dialect, at_once, is_personal, kinds.guarded_tables & touched)


def changed(rows: Sequence[Any]) -> Changed:
    """What the rows of a plan's statement say."""
    return Changed(
        {row[0]: tuple(row)[3:] for row in rows if row[2] is None},
        frozenset((row[0], position) for row in rows for position in (row[1], row[2])),
    )


class _Planner(Planner):
    """Plans records by their ids, as they are and as they were."""

    def now(self, watched: Watched) -> tuple[Rows, list[Value]]:
        kind, alias = watched.kind, self._alias(watched.kind.table)
        rows = Rows(kind.table, alias, self._among(kind, alias, watched.filter))
        place = self._sight.place(kind, alias)
        return rows, [self._record(kind, alias, shape, place) for shape in watched.shapes]

    def before(self, watched: Watched) -> Rows:
        """The rows of history that began or ceased at one of the positions; conditions on others are those of now."""
        kind, alias = watched.kind, self._alias(watched.kind.table)
        positions = _marked(_POSITIONS)
        ends = (Col(alias, column, ColumnType.ID, False) for column in ("position", "until_position"))
        at_a_mark = some(*(AmongParam(column, positions) for column in ends))
        table = self._kinds.tables[kind.table].history_name
        return Rows(table, alias, every(self._among(kind, alias, watched.filter), at_a_mark))

    def _among(self, kind: Kind, alias: str, given: Argument) -> Predicate:
        marked = AmongParam(Col(alias, "id", ColumnType.ID, False), _marked(_IDS))
        says = given is not None and "voided" in given
        living = alive(alias, given) if says else Always()
        return every(marked, living, self._sight.rows(kind, alias), self._filters.predicate(kind, alias, given))


def _marked(name: str) -> Param:
    return Param(ColumnType.ID, True, lambda variables, actor: variables[name], ("marked", name))
