"""Runs plans: a selection in, finished JSON texts out."""

from collections.abc import Sequence
from typing import Any

from bureau.engine.compile import Statement, compiled
from bureau.engine.dialects import dialect
from bureau.engine.kinds import Kinds
from bureau.engine.limits import within
from bureau.engine.plan import Planner
from bureau.engine.selection import Language, Root
from bureau.kernel.actor import Actor
from bureau.kernel.errors import CursorInvalid
from bureau.storage.readers import Readers
from bureau.storage.sql import DialectName


class Engine:
    """Plans and runs queries over a set of kinds."""

    def __init__(self, kinds: Kinds, readers: Readers, dialect_name: DialectName, max_cost: int) -> None:
        self.kinds = kinds
        self._readers = readers
        self._dialect = dialect(dialect_name)
        self._max_cost = max_cost

    def plan(self, roots: Sequence[Root], actor: Actor, language: Language) -> Statement:
        """The statement for these root fields; good for every actor of the same shape.

        Raises LimitExceeded, ArgumentInvalid or NotAllowed.
        """
        planner = Planner(self.kinds, actor, language)
        values = [planner.root(root) for root in roots]
        within(values, self._max_cost)
        return compiled(values, planner.anchors, self._dialect)

    async def run(self, statement: Statement, variables: Any, actor: Actor) -> list[str]:
        """The JSON of each root field; raises CursorInvalid, TimedOut or Unavailable."""
        if not statement.sql:
            return []
        values = statement.bound(variables, actor)
        (row,) = await self._readers.fetch(statement.sql, values, steady=statement.is_steady)
        texts = list(row)
        if statement.anchors:
            if None in texts[-statement.anchors :]:
                raise CursorInvalid
            del texts[-statement.anchors :]
        return texts
