"""Runs plans: a selection in, finished JSON texts out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bureau.engine.changes import Changed, Changes, Marks, changed, planned
from bureau.engine.compile import Statement, Told, compiled
from bureau.engine.dialects import dialect
from bureau.engine.kinds import Kinds
from bureau.engine.limits import refuse_scan, within
from bureau.engine.plan import Planner
from bureau.engine.reach import Reaches
from bureau.engine.selection import Arguments, Language, Root, RootConstant, Watched
from bureau.engine.tabulate import Path, TableStatement, tabulated
from bureau.engine.touched import tables
from bureau.kernel.actor import Actor
from bureau.kernel.errors import CursorInvalid
from bureau.kernel.kind import Kind
from bureau.storage.database import Database
from bureau.storage.guard import Reach
from bureau.storage.moments import Moments
from bureau.storage.readers import Readers
from bureau.storage.sql import DialectName

_PRICES_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What a statement came to, of one snapshot."""

    texts: list[str]
    """The JSON of each root field."""
    position: int
    """Up to which position it holds every change."""
    scanned: int
    """What it costs beside the values it returns, for rows that it reads and does not return."""


class Engine:
    """Plans and runs queries over a set of kinds."""

    def __init__(self, kinds: Kinds, readers: Readers, moments: Moments, name: DialectName, max_cost: int) -> None:
        self.kinds = kinds
        self.max_cost = max_cost
        self._readers = readers
        self._moments = moments
        self._reaches = Reaches(kinds, readers)
        self._dialect = dialect(name)
        self._prices: dict[tuple[str, ...], int] = {}

    @classmethod
    def over(cls, kinds: Kinds, database: Database) -> "Engine":
        """The engine that answers for a database, within the cost that its settings allow."""
        max_cost = database.settings.max_cost
        return cls(kinds, database.answering, Moments(database), database.dialect, max_cost)

    def plan(self, roots: Sequence[Root], actor: Actor, language: Language, *, sees_past: bool = False) -> Statement:
        """The statement for these root fields; good for every actor of the same shape.

        With `sees_past`, the past shows what was seen then, also of records that are not seen today. Raises
        LimitExceeded, ArgumentInvalid or NotAllowed.
        """
        planner = Planner(self.kinds, actor, language, sees_past=sees_past)
        values = [planner.root(root) for root in roots]
        told = Told(within(values, self.max_cost), tuple(planner.withheld.items()))
        times = [root.time for root in roots if not isinstance(root, RootConstant)]
        touched = frozenset(tables(tuple(values)))
        sought = frozenset(tables(tuple(planner.anchors)))  # also where the list of a cursor is not reached
        return compiled(
            values,
            planner.anchors,
            self._dialect,
            told,
            is_past=bool(times) and all(time.as_of for time in times),
            is_scanning=planner.is_scanning,
            is_personal=not self.kinds.personal_tables.isdisjoint(touched),
            guarded=self.kinds.guarded_tables & (touched | sought),
        )

    async def run(self, statement: Statement, variables: Any, actor: Actor) -> Found:
        """What the statement finds; raises ArgumentInvalid, CursorInvalid, TimedOut or Unavailable."""
        values = statement.bound(variables, actor)
        for number in statement.moments:
            values[number] = await self._moments.position(values[number])
        reach = await self._reaches.of(actor, statement.guarded)
        scanned = await self._scanned(statement, values, reach) if statement.is_scanning else 0
        (row,) = await self._readers.fetch(statement.sql, values, steady=statement.is_steady, reach=reach)
        *texts, position = row
        position += await self._moments.base()
        if statement.anchors:
            if None in texts[-statement.anchors :]:
                raise CursorInvalid
            del texts[-statement.anchors :]
        if statement.is_past and statement.moments:
            position = max(values[number] for number in statement.moments)
        return Found(texts, position, scanned)

    async def _scanned(self, statement: Statement, values: list[Any], reach: Reach) -> int:
        """The price of the rows that a statement reads; raises LimitExceeded where it is beyond the budget."""
        key = (statement.sql, *map(repr, values))
        price = self._prices.get(key)
        if price is None:
            price = await self._readers.price(statement.sql, values, reach=reach)
            if len(self._prices) >= _PRICES_KEPT:
                self._prices.clear()
            self._prices[key] = price
        refuse_scan(price, statement.told.cost, self.max_cost)
        return price

    def tabulate(
        self, kind: Kind, columns: Sequence[Path], arguments: Arguments, actor: Actor, language: Language
    ) -> TableStatement:
        """The statement of a whole list as a table; see `tabulated`."""
        return tabulated(self.kinds, self._dialect, actor, kind, columns, arguments, language)

    def plan_changes(self, watched: Watched, actor: Actor, language: Language) -> Changes:
        """What reads changed records for a subscription; good for every actor of the same shape.

        Raises LimitExceeded, ArgumentInvalid or NotAllowed.
        """
        return planned(self.kinds, self._dialect, self.max_cost, watched, actor, language)

    async def changed(self, plan: Changes, marks: Marks, variables: Any, actor: Actor) -> Changed:
        """What the actor sees of changed records; raises ArgumentInvalid, LimitExceeded, TimedOut or Unavailable."""
        reach = await self._reaches.of(actor, plan.guarded)
        return changed(await self._readers.fetch(plan.sql, plan.bound(marks, variables, actor), reach=reach))
