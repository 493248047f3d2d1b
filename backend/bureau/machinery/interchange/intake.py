"""A delivery of another system becomes records of ours: part after part, through the importer that every file takes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import Any

from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.imports.foreign_keys import ForeignKeys
from bureau.machinery.imports.importer import Fate, Importer, OnChunk, Rejection, Report, TakenBack
from bureau.machinery.imports.slots import Row
from bureau.machinery.imports.tables import TableRow
from bureau.machinery.interchange.profiles import Part, Profile
from bureau.machinery.interchange.scratch import Scratch
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

KEY = "_key"
FIRST_ONLY = "?"
"""Ends the name of a field that a part fills in new records alone."""
Tell = Callable[[Rejection], None]


@dataclass(frozen=True, slots=True)
class Leftover:
    """Values or rows of a delivery that have no home with us, how many, and why not."""

    what: str
    count: int
    why: Words


@dataclass
class Delivery:
    """What a format's reader found: its tables, under which system their keys are known, and what it left out."""

    profile: Profile
    system: str
    scratch: Scratch
    filled: Mapping[tuple[str, str], int]
    """How many values each column of each file has."""
    leftovers: list[Leftover] = field(default_factory=list)
    restores: bool = False
    """Whether it is a registry of our own, whose records were checked when they were made."""


Done = list[tuple[str, Report]]
"""What became of each part, by its kind."""


class Intake:
    """Imports one delivery.

    `on_chunk` hears of all that was written, part after part, with the counts of the whole; it can then be undone.
    """

    def __init__(
        self, store: Store, delivery: Delivery, *, actor: Actor = SYSTEM, on_chunk: OnChunk | None = None
    ) -> None:
        self._store = store
        self._delivery = delivery
        self._actor = actor
        self._on_chunk = on_chunk
        self._kinds = {kind.name: kind for kind in store.kinds}

    async def run(self, tell: Tell) -> Done:
        """Import every part; `tell` hears of every fault, named by the file's own column."""
        await self._prepare()
        done: Done = []
        for part in self._delivery.profile.parts:
            await self._import(part, tell, done)
        return done

    async def try_whole(self, tell: Tell, *, is_kept: bool) -> tuple[Done, bool]:
        """Import all of it in one transaction, which is kept if nothing was rejected and `is_kept` says so.

        What becomes of each part, and whether it was kept. A row that refers to a rejected one is rejected as well.
        """
        await self._prepare()
        done: Done = []
        told: list[Rejection] = []

        async def work(tx: Transaction) -> None:
            done.clear()
            told.clear()
            for part in self._delivery.profile.parts:
                await self._import(part, told.append, done, tx)
            if not is_kept or any(report.fates[Fate.REJECTED] for _, report in done):
                raise TakenBack

        is_written = True
        try:
            await self._store.database.transaction(work, actor=self._actor)
        except TakenBack:
            is_written = False
        for rejection in told:
            tell(rejection)
        return done, is_written

    def leftovers(self) -> Iterator[Leftover]:
        """What has no home: columns with values that are not carried, and rows that became no record."""
        yield from self._delivery.leftovers
        profile = self._delivery.profile
        for (file, column), count in self._delivery.filled.items():
            if count:
                for why in profile.reasons(file, column):
                    yield Leftover(f"{file}.{column}", count, why)
        for left in profile.left:
            count = sum(1 for _ in self._delivery.scratch.rows(left.sql))
            if count:
                yield Leftover(f"{left.file} (rows)", count, left.why)

    async def _prepare(self) -> None:
        """Tell the scratch tables what the root of the tree is called, and give them their shape."""
        delivery, readers = self._delivery, self._store.database.readers
        root = await readers.fetch("SELECT code FROM unit WHERE category = 'BUREAU' AND void_reason IS NULL")
        delivery.scratch.add("_bureau", ("code",), (tuple(row) for row in root))
        delivery.scratch.run(delivery.profile.shape)

    async def _import(self, part: Part, tell: Tell, done: Done, tx: Transaction | None = None) -> None:
        """Import one part, in transactions of its own or within one, and add what became of it to what is done."""
        kind, scratch = self._kinds[part.kind], self._delivery.scratch
        names = [name for name in scratch.columns(part.sql) if not name.startswith("_")]
        paths = {name.removesuffix(FIRST_ONLY): name for name in names}
        first_only = frozenset(path for path, name in paths.items() if path != name)
        keys = ForeignKeys(self._delivery.system, KEY, restores=self._delivery.restores, first_only=first_only)
        total = Report()
        done.append((part.kind, total))
        for _, rows in groupby(scratch.rows(part.sql), key=lambda row: row.get("_wave")):
            importer = Importer(
                self._store, kind, paths, actor=self._actor, keys=keys, may_be_undone=self._on_chunk is not None
            )
            before = sum((report.fates for _, report in done), Counter[Fate]())
            on_chunk = partial(self._hear, before) if self._on_chunk else None
            said, table_rows = partial(self._tell, kind, tell), map(_table_row, rows)
            if tx:
                reached = await importer.within(tx, table_rows, said, on_chunk, goes_on=True)
            else:
                reached = await importer.run(table_rows, said, on_chunk=on_chunk)
            total.fates.update(reached.fates)

    async def _hear(self, before: Counter[Fate], tx: Transaction, reached: Report, rows: Sequence[Row]) -> None:
        assert self._on_chunk
        await self._on_chunk(tx, Report(before + reached.fates), rows)

    def _tell(self, kind: Kind, tell: Tell, found: Rejection) -> None:
        tell(self._named(kind, found))

    def _named(self, kind: Kind, found: Rejection) -> Rejection:
        path = found.column.removesuffix(FIRST_ONLY)
        return replace(found, column=self._delivery.profile.origin(kind.name, path))


def _table_row(row: dict[str, Any]) -> TableRow:
    return TableRow(int(row["_line"] or 0), {name: "" if v is None else str(v) for name, v in row.items()})


def counted(scratch: Scratch, tables: Sequence[str]) -> dict[tuple[str, str], int]:
    """How many values each column of each table has."""
    return {(table, column): count for table in tables for column, count in scratch.filled(table).items()}
