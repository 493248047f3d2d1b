"""Pairs that are much alike become candidates, each in the queue of the lowest unit above both."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bureau.kernel.field import One
from bureau.registry.duplicate_candidate import CandidateState, DuplicateCandidate
from bureau.registry.likeness.weights import Feature
from bureau.registry.person import Person
from bureau.registry.unit import Unit
from bureau.storage import journal
from bureau.storage.leading import leading_to
from bureau.storage.sql import among
from bureau.storage.store import Store
from bureau.storage.tables import scope_columns
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Pairs that are told in one transaction."""

_VERB = "detect"
_GONE = "no longer alike 已不再相似"


@dataclass(frozen=True, slots=True)
class Alike:
    """Two persons who are much alike, the one with the lower id first."""

    one: int
    other: int
    score: int
    features: tuple[Feature, ...]


Home = tuple[int | None, int]
"""The county and the unit in which somebody is seen."""


class Candidates:
    """Tells staff of pairs, and takes back what was told of those that are alike no longer."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kind = store.kind_of(DuplicateCandidate)

    async def tell(self, alike: Sequence[Alike]) -> int:
        """Make candidates of pairs; how many are new. Those that were judged stay as they are."""
        new = 0
        for start in range(0, len(alike), AT_ONCE):
            some = alike[start : start + AT_ONCE]
            new += await self._store.database.transaction(partial(self._tell, some=some))
        return new

    async def close(self, alike: Collection[tuple[int, int]]) -> None:
        """Take back open candidates that are not among these pairs: they are alike no longer, or are not there."""
        await self._store.database.transaction(partial(self._close, alike=alike))

    async def _tell(self, tx: Transaction, some: Sequence[Alike]) -> int:
        known = await self._known(some)
        units = await self._units(tx, some)
        reading = await self._store.reading()
        rows, before = [], []
        for pair in some:
            old = known.get((pair.one, pair.other))
            if old is not None and old.state != CandidateState.OPEN:
                continue
            values = {"score": pair.score, "features": " ".join(pair.features), "unit": units[pair.one, pair.other]}
            if old is None:
                values |= {"one": pair.one, "other": pair.other, "state": "OPEN", "found_at": tx.now()}
            rows.append(values)
            before.append(old)
        drafts = await self._store.draft(tx, self._kind, rows, before, reading)
        sound = [draft for draft in drafts if not draft.faults]  # but for who was merged a moment ago
        await self._store.write(tx, sound, _VERB)
        return sum(draft.is_new for draft in sound)

    async def _known(self, some: Sequence[Alike]) -> dict[tuple[int, int], Any]:
        rows = await DuplicateCandidate.filter(one_id__in=[pair.one for pair in some], void_reason__isnull=True)
        return {(row.__dict__["one_id"], row.__dict__["other_id"]): row for row in rows}

    async def _close(self, tx: Transaction, alike: Collection[tuple[int, int]]) -> None:
        rows = await DuplicateCandidate.filter(state="OPEN", void_reason__isnull=True).order_by("id")
        gone, position = [row.id for row in rows if _pair(row) not in alike], await tx.position()
        sets = "void_reason = $2, version = version + 1, position = $3"
        sql = f"UPDATE {self._kind.table} SET {sets} WHERE id = $1"
        await tx.execute_many(sql, [(identity, _GONE, position) for identity in gone])
        entries = [journal.Entry("void", self._kind, identity, reason=_GONE) for identity in gone]
        await journal.write_journal(tx, entries)

    # Where they are seen ----------------------------------------------------------------------------------------

    async def _units(self, tx: Transaction, some: Sequence[Alike]) -> dict[tuple[int, int], Unit]:
        """For each pair the lowest unit whose staff see both."""
        homes = await self._homes(tx, sorted({person for pair in some for person in (pair.one, pair.other)}))
        root = await Unit.filter(category="BUREAU").first()
        assert root is not None
        found = {(p.one, p.other): _common(homes[p.one], homes[p.other], root.id) for p in some}
        units = {unit.id: unit for unit in await Unit.filter(id__in=list(set(found.values())))}
        return {pair: units[unit] for pair, unit in found.items()}

    async def _homes(self, tx: Transaction, persons: Sequence[int]) -> dict[int, set[Home]]:
        homes: dict[int, set[Home]] = defaultdict(set)
        for kind, relation in leading_to(self._store, self._store.kind_of(Person)):
            columns, declared = scope_columns(kind), kind.fields[relation]
            if columns is None or declared.read is not None or not isinstance(declared, One):
                continue
            of, values = among(tx.dialect, declared.column.name, persons)
            sql = f"SELECT {declared.column.name}, {columns[0]}, {columns[1]} FROM {kind.table}"
            for person, county, unit in map(
                tuple, await tx.fetch(f"{sql} WHERE {of} AND void_reason IS NULL", *values)
            ):
                if unit is not None:
                    homes[person].add((county, unit))
        return homes


def _pair(row: Any) -> tuple[int, int]:
    return row.__dict__["one_id"], row.__dict__["other_id"]


def _common(one: Collection[Home], other: Collection[Home], root: int) -> int:
    """The school in which both are seen, or the county, or the whole city."""
    units = {unit for _, unit in one} & {unit for _, unit in other}
    counties = {county for county, _ in one} & {county for county, _ in other} - {None}
    return min(units) if units else min(c for c in counties if c is not None) if counties else root
