"""Up to where the database shows an actor rows of persons: a second guard, coarser than the scope that lies on it.

It follows from the rules of the kinds that a statement reads, and not from the statement's conditions, so that what
goes wrong with these does not widen it.
"""

import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator

from bureau.engine.kinds import Kinds
from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.storage.guard import EVERYWHERE, NOWHERE, Reach, within
from bureau.storage.readers import Readers
from bureau.storage.tables import COUNTY, headed_column, kin_column

_REMEMBERED_SECONDS = 5
"""How long it is not looked up again in which counties units and pupils are; so long a session is taken at its word."""
_REMEMBERED = 10_000


class Reaches:
    """What actors reach, those who asked last at hand."""

    def __init__(self, kinds: Kinds, readers: Readers) -> None:
        self._kinds = kinds
        self._readers = readers
        self._known: OrderedDict[tuple[Actor, frozenset[str]], tuple[float, Reach]] = OrderedDict()

    async def of(self, actor: Actor, tables: frozenset[str]) -> Reach:
        """The counties in which there may be rows of guarded tables that the actor sees; raises as `Readers.fetch`."""
        if not tables or not self._readers.is_guarded:
            return NOWHERE
        key = (actor, tables)
        until, reach = self._known.get(key, (0.0, NOWHERE))
        if until < time.monotonic():
            reach = await self._looked_up(actor, [kind for kind in self._kinds.all if kind.table in tables])
            self._known[key] = time.monotonic() + _REMEMBERED_SECONDS, reach
            self._known.move_to_end(key)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return reach

    async def _looked_up(self, actor: Actor, kinds: Collection[Kind]) -> Reach:
        rules = [kind.read for kind in kinds]
        if any(actor.sees_everything(rule) for rule in rules):
            return EVERYWHERE
        counties: set[int | None] = {county for rule in rules for county in actor.units(rule, Level.COUNTY)}
        units = {unit for rule in rules for unit in actor.units(rule, Level.UNIT)}
        for table, column, ids in (("unit", "id", units), *self._beyond_grants(actor, kinds)):
            if ids:
                sql = f"SELECT DISTINCT {COUNTY.name} FROM {table} WHERE {column} = ANY($1)"
                counties |= {row[0] for row in await self._readers.fetch(sql, [list(ids)], reach=EVERYWHERE)}
        return within(counties)

    def _beyond_grants(self, actor: Actor, kinds: Iterable[Kind]) -> Iterator[tuple[str, str, Collection[int]]]:
        """Tables, columns and values by which rows are found that the actor sees as a guardian or a head teacher, or
        that were shared.
        """
        for kind in kinds:
            shared = {number for name in self._kinds.accepts(kind) for number in actor.shared.get(name, ())}
            found = [("id", shared)]
            if kin := kin_column(kind):
                found.append((kin[0].name, set(actor.wards.by_name()[kin[1]])))
            if headed := headed_column(kind):
                found.append((headed.name, set(actor.headed)))
            table = self._kinds.tables[kind.table]
            for name in (table.name, table.history_name) if table.history else (table.name,):
                yield from ((name, column, ids) for column, ids in found)
