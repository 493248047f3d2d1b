"""Rows of a file become records, in sets: each row is created, updated, unchanged or rejected, and told so."""

import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.errors import Fault, Refusal
from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.imports.beside import Place, filled_at
from bureau.machinery.imports.chunk import Chunk, RowsRefused
from bureau.machinery.imports.foreign_keys import ForeignKeys
from bureau.machinery.imports.mapping import Paths, field_at
from bureau.machinery.imports.patience import patient_collector
from bureau.machinery.imports.slots import Row, Slots
from bureau.machinery.imports.tables import TableRow
from bureau.storage.rows import is_unchanged
from bureau.storage.seal import mask
from bureau.storage.statistics import Growth
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

CHUNK = 2000
"""Rows that are written in one transaction."""


class Fate(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a row was rejected: its line, the column, the value (masked if it is sealed), and the reason.

    One that is a warning rejected nothing: it says what is odd about a row that was taken.
    """

    line: int
    column: str
    value: str
    code: str
    reason: Words
    is_warning: bool = False


@dataclass(slots=True)
class Report:
    """How an import went, or how far it has come."""

    fates: Counter[Fate] = field(default_factory=Counter)
    position: int = 0
    """The rows of the file that are done with, those before `resume_from` too: where a later run may go on."""
    is_taken_back: bool = False
    """Whether nothing was written because a row was rejected and all were to be imported, or none."""

    @property
    def rows(self) -> int:
        return sum(self.fates.values())

    def after(self, fates: Counter[Fate]) -> "Report":
        """As it is once rows with these fates are done with too."""
        return Report(self.fates + fates, self.position + fates.total())


OnChunk = Callable[[Transaction, Report, Sequence[Row]], Awaitable[None]]
"""Hears of each chunk in its transaction, once its rows are written: what it writes is kept if they are. Of a dry run
it hears in a transaction of its own, which is kept.
"""


class TakenBack(Exception):
    """What was written so far is not to be kept."""


class Importer:
    """Imports rows of one kind under one mapping, and what stands beside them."""

    def __init__(
        self,
        store: Store,
        kind: Kind,
        paths: Paths,
        *,
        beside: Sequence[Place] = (),
        actor: Actor = SYSTEM,
        dry_run: bool = False,
        whole: bool = False,
        may_be_undone: bool = False,
        keys: ForeignKeys | None = None,
    ) -> None:
        self._store = store
        self._kind = kind
        self._paths = paths
        self._beside = beside
        self._sealed = {header for path, header in paths.items() if isinstance(field_at(kind, path, beside), Sealed)}
        self._actor = actor
        self._dry_run = dry_run
        self._whole = whole and not dry_run
        self._may_be_undone = may_be_undone
        self._keys = keys
        self._growth = Growth()

    async def run(
        self,
        rows: Iterable[TableRow],
        tell: Callable[[Rejection], None],
        *,
        resume_from: int = 0,
        on_chunk: OnChunk | None = None,
        at_end: Callable[[Transaction], Awaitable[None]] | None = None,
    ) -> Report:
        """Import all rows; `tell` hears of every rejection and warning as it happens.

        Each chunk is a transaction. Where all rows are to be imported or none, there is one, which may have to begin
        anew, and so must `rows`; rejections are told at its end, and `at_end` is called before it is committed. The
        rows before `resume_from`, the position that a run reached which came to no end, are read and not written again.
        """
        with patient_collector():
            if self._whole:
                return await self._all_or_none(rows, tell, on_chunk, at_end)
            return await self._by_chunks(rows, tell, resume_from, on_chunk)

    async def _by_chunks(
        self, rows: Iterable[TableRow], tell: Callable[[Rejection], None], resume_from: int, on_chunk: OnChunk | None
    ) -> Report:
        report = Report(position=resume_from)
        slots = self._slots()
        left = iter(rows)
        for table_row in islice(left, resume_from):
            slots.row(table_row)  # what it names is named again by later ones
        while chunk := list(islice(left, CHUNK)):
            report, rejections = await self._chunk(slots, chunk, report, on_chunk)
            for rejection in rejections:
                tell(rejection)
        return report

    async def _all_or_none(
        self,
        rows: Iterable[TableRow],
        tell: Callable[[Rejection], None],
        on_chunk: OnChunk | None,
        at_end: Callable[[Transaction], Awaitable[None]] | None,
    ) -> Report:
        rejections: list[Rejection] = []
        reached = Report()

        async def work(tx: Transaction) -> None:
            nonlocal reached
            rejections.clear()
            reached = await self.within(tx, rows, rejections.append, on_chunk)
            if at_end:
                await at_end(tx)
            if reached.fates[Fate.REJECTED]:
                raise TakenBack

        try:
            await self._store.database.transaction(work, actor=self._actor)
        except TakenBack:
            reached.is_taken_back = True
        for rejection in rejections:
            tell(rejection)
        return reached

    async def within(
        self,
        tx: Transaction,
        rows: Iterable[TableRow],
        tell: Callable[[Rejection], None],
        on_chunk: OnChunk | None = None,
        *,
        goes_on: bool = False,
    ) -> Report:
        """Import all rows within a transaction of the caller's, who must not commit it with rejected rows in it.

        Once one is rejected the rest is only looked at, unless it `goes_on`, since other rows refer to these.
        """
        reached, slots, left = Report(), self._slots(), iter(rows)
        while chunk := list(islice(left, CHUNK)):
            found = [slots.row(table_row) for table_row in chunk]
            with contextlib.suppress(RowsRefused):
                await self._work(tx, found, is_written=goes_on or not reached.fates[Fate.REJECTED])
            reached = reached.after(self._fates(found))
            for rejection in (r for row in found for r in self.rejections(row)):
                tell(rejection)
            if on_chunk:
                await on_chunk(tx, reached, found)
        return reached

    def _slots(self) -> Slots:
        return Slots(self._kind, self._paths, self._beside, self._keys.column if self._keys else "")

    async def _chunk(
        self, slots: Slots, table_rows: Sequence[TableRow], before: Report, on_chunk: OnChunk | None
    ) -> tuple[Report, list[Rejection]]:
        refused: dict[int, list[Fault]] = {}
        rows: list[Row] = []
        report = before

        async def work(tx: Transaction) -> None:
            nonlocal report
            rows[:] = map(slots.row, table_rows)
            for row in rows:
                row.faults += refused.get(row.table_row.line, [])
            await self._work(tx, rows, is_written=not self._dry_run)
            report = before.after(self._fates(rows))
            if self._dry_run:
                raise TakenBack
            if on_chunk:
                await on_chunk(tx, report, rows)

        while True:
            try:
                await self._store.database.transaction(work, actor=self._actor)
            except TakenBack:
                await self._hear(on_chunk, report, rows)
            except RowsRefused:  # all again, without the rows that are to blame
                refused = {row.table_row.line: row.faults for row in rows if row.faults}
                continue
            except Refusal as refusal:  # of all of them, such as for want of a budget
                for row in rows:
                    row.faults = list(refusal.faults)
                report = before.after(self._fates(rows))
                await self._hear(on_chunk, report, rows)
            return report, [rejection for row in rows for rejection in self.rejections(row)]

    async def _hear(self, on_chunk: OnChunk | None, report: Report, rows: Sequence[Row]) -> None:
        """Tell of a chunk of which nothing was written, in a transaction of its own."""
        if on_chunk:
            await self._store.database.transaction(lambda tx: on_chunk(tx, report, rows), actor=self._actor)

    async def _work(self, tx: Transaction, rows: Sequence[Row], *, is_written: bool) -> None:
        tx.may_be_undone = self._may_be_undone
        reading = await self._store.reading(from_file=True)
        if self._keys and self._keys.restores:
            reading = replace(reading, restores=True)
        chunk = Chunk(self._store, tx, self._kind, reading, self._keys)
        await chunk.draft([row for row in rows if not row.faults])
        if is_written or chunk.has_followers:
            await chunk.write()
            await self._growth.note(tx)

    def _fates(self, rows: Iterable[Row]) -> Counter[Fate]:
        return Counter(map(self._fate, rows))

    def _fate(self, row: Row) -> Fate:
        if row.faults or row.own is None:
            return Fate.REJECTED
        if row.own.is_new:
            return Fate.CREATED
        is_same = all(not draft.is_new and is_unchanged(draft, self._store.keyring) for _, draft in row.drafts)
        return Fate.UNCHANGED if is_same else Fate.UPDATED

    def _header(self, path: str) -> str:
        """The column of a path, or the first of those that lead on from it: the beginning of a period; or else that of
        the row's own record from which the value was taken.
        """
        onward = (header for other, header in self._paths.items() if other.startswith(f"{path}."))
        found = self._paths.get(path) or self._paths.get(f"{path}.from") or next(onward, None)
        if found is None and (place := filled_at(self._beside, path)):
            own = place.beside.own.get(path.removeprefix(place.prefix))
            return self._header(own) if own else path
        return found or path

    def rejections(self, row: Row) -> Iterator[Rejection]:
        """Why a row was rejected, or what is odd about it."""
        for problem in row.faults or row.warnings:
            path = ".".join(problem.path)
            header = self._header(path)
            value = row.table_row.cells.get(header, "")
            if header in self._sealed:
                value = mask(value)
            yield Rejection(row.table_row.line, header, value, problem.code.value, problem.words, problem.is_warning)
