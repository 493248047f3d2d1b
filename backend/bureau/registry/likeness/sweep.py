"""The search for duplicates among all persons: keys are written, those who share one are compared, staff are asked.

Nothing is locked meanwhile. Who shares a key is found by one index, a part of the keys at a time, and compared in
Python a few thousand pairs at a time, so that memory holds no more than those and the pairs that were found.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass

from bureau.kernel.batches import batches
from bureau.registry.likeness.candidates import Alike, Candidates
from bureau.registry.likeness.circles import circles, traits
from bureau.registry.likeness.keys import keys
from bureau.registry.likeness.traits import ALONE, COLUMNS, Traits, around, shared
from bureau.registry.likeness.weights import Weights, weights
from bureau.storage import statistics
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

AT_ONCE = 10_000
"""Persons whose keys are written in one transaction."""

PARTS = 64
"""Parts of the keys that are read one after the other, each well within the time a statement may take."""

COMMON = 100
"""A key that more persons share than that tells nothing: a date of birth that stands for none, a name for all."""

_COMMON_KEYS = "SELECT key FROM match_key WHERE key BETWEEN $1 AND $2 GROUP BY key HAVING count(*) > $3"

COMPARED = 2_000
"""Pairs that are compared together."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Swept:
    """How a search went."""

    persons: int = 0
    compared: int = 0
    """Comparisons; two who share keys of several parts are compared for each of them."""
    found: int = 0
    new: int = 0
    common_keys: int = 0


async def _on_we_go(_part: int) -> None:
    pass


class Sweep:
    """One search for duplicates; one at a time. `progress` hears how many of all parts are done, again and again."""

    def __init__(self, store: Store, progress: Callable[[int], Awaitable[None]] = _on_we_go) -> None:
        self._store = store
        self._read = store.database.readers.fetch
        self._weights: Weights = weights(store.database.clock.today())
        self._progress = progress
        self._swept = Swept()

    async def run(self) -> Swept:
        """Search among all live persons, and ask staff of every pair that reaches the threshold."""
        await self._write_keys()
        candidates, found = Candidates(self._store), set[Pair]()
        for part in range(PARTS):
            for pairs in batches(await self._sharing(part), COMPARED):
                alike = [pair for pair in await self._compared(pairs) if (pair.one, pair.other) not in found]
                found.update((pair.one, pair.other) for pair in alike)
                self._swept.compared += len(pairs)
                self._swept.new += await candidates.tell(alike)
            await self._progress(part + 1)
        await candidates.close(found)
        self._swept.found = len(found)
        return self._swept

    # Keys -------------------------------------------------------------------------------------------------------

    async def _write_keys(self) -> None:
        transaction, is_postgres = self._store.database.transaction, self._store.database.dialect == "postgres"
        clear = "TRUNCATE match_key" if is_postgres else "DELETE FROM match_key"
        await transaction(lambda tx: tx.fetch(clear))
        async for persons in self._persons():
            rows = [(key, person.id, person.is_resident) for person in persons for key in sorted(keys(person))]

            async def write(tx: Transaction, rows: Sequence[tuple[int, int, bool]] = rows) -> None:
                await tx.insert("match_key", ("key", "person_id", "is_resident"), rows)

            await transaction(write)
            self._swept.persons += len(persons)
            await self._progress(0)
        if is_postgres:
            await transaction(lambda tx: statistics.take(tx, "match_key"))

    async def _persons(self) -> AsyncIterator[list[Traits]]:
        last = 0
        sql = f"SELECT {COLUMNS} FROM person WHERE id > $1 AND void_reason IS NULL ORDER BY id LIMIT {AT_ONCE}"
        while rows := await self._read(sql, [last]):
            last = rows[-1][0]
            yield [Traits.of_row(row) for row in rows]

    # Pairs ------------------------------------------------------------------------------------------------------

    async def _sharing(self, part: int) -> list[Pair]:
        """The pairs that share a key of one part of all keys, but for those that are two residents for certain."""
        bounds = [2**63 // PARTS * part, 2**63 // PARTS * (part + 1) - 1, COMMON]
        (counted,) = await self._read(f"SELECT count(*) FROM ({_COMMON_KEYS}) AS common", bounds)
        self._swept.common_keys += counted[0]
        residents = " AND NOT (a.is_resident AND b.is_resident)" if self._weights.residents_are_two else ""
        rows = await self._read(
            "SELECT DISTINCT a.person_id, b.person_id FROM match_key a"
            f" JOIN match_key b ON b.key = a.key AND b.person_id > a.person_id{residents}"
            f" WHERE a.key BETWEEN $1 AND $2 AND a.key NOT IN ({_COMMON_KEYS}) ORDER BY 1, 2",
            bounds,
        )
        return [(row[0], row[1]) for row in rows]

    async def _compared(self, pairs: Sequence[Pair]) -> list[Alike]:
        """Those of some pairs that reach the threshold."""
        dialect = self._store.database.dialect
        people = await traits(self._fetch, dialect, {person for pair in pairs for person in pair})
        likely = [
            (people[one], people[other], found)
            for one, other in pairs
            if one in people
            and other in people
            and self._weights.may_reach(found := shared(people[one], people[other]))
        ]
        near = await circles(self._fetch, dialect, {p.id for one, other, _ in likely for p in (one, other)})
        alike = []
        for one, other, found in likely:
            features = (*found, *around(near.get(one.id, ALONE), near.get(other.id, ALONE), found))
            score = self._weights.score(features)
            if score >= self._weights.threshold:
                alike.append(Alike(one.id, other.id, score, features))
        return alike

    async def _fetch(self, sql: str, values: Sequence[object]) -> Sequence[object]:
        return await self._read(sql, values)
