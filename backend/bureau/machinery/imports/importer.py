"""Rows of a file become records, in sets: each row is created, updated, unchanged or rejected, and told so."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

from bureau.kernel.accept import Reading
from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid
from bureau.kernel.field import One, Sealed, Span
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.imports.mapping import Paths, field_at
from bureau.machinery.imports.tables import TableRow
from bureau.storage.drafts import Draft
from bureau.storage.existing import existing
from bureau.storage.rows import is_unchanged
from bureau.storage.seal import mask
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
    """How an import went."""

    fates: Counter[Fate] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        return sum(self.fates.values())


@dataclass(slots=True)
class _Row:
    table_row: TableRow
    values: dict[str, Any]
    """By field name; a record that comes with this one is a dictionary."""
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


class _TakenBack(Exception):
    pass


class _Again(Exception):
    pass


class Importer:
    """Imports rows of one kind under one mapping."""

    def __init__(self, store: Store, kind: Kind, paths: Paths, *, actor: Actor = SYSTEM, dry_run: bool = False) -> None:
        self._store = store
        self._kind = kind
        self._paths = paths
        self._actor = actor
        self._dry_run = dry_run
        self._seen: dict[int, int] = {}

    async def run(self, rows: Iterable[TableRow], tell: Callable[[Rejection], None]) -> Report:
        """Import all rows; `tell` hears of every rejection and warning as it happens."""
        report = Report()
        rows = iter(rows)
        while chunk := list(islice(rows, CHUNK)):
            fates, rejections = await self._chunk(chunk)
            report.fates.update(fates)
            for rejection in rejections:
                tell(rejection)
        return report

    async def _chunk(self, table_rows: Sequence[TableRow]) -> tuple[list[Fate], list[Rejection]]:
        rows = [self._row(table_row) for table_row in table_rows]
        while (fates := await self._attempt(rows)) is None:
            pass  # rows were rejected whose person was written already: all again, without them
        return fates, [r for row in rows for r in self._rejections(row)]

    async def _attempt(self, rows: Sequence[_Row]) -> list[Fate] | None:
        fates: list[Fate] = []

        async def work(tx: Transaction) -> None:
            fates[:] = await self._write(tx, rows)
            if self._dry_run:
                raise _TakenBack

        try:
            await self._store.database.transaction(work, actor=self._actor)
        except _TakenBack:
            pass
        except _Again:
            return None
        return fates

    def _row(self, table_row: TableRow) -> _Row:
        values: dict[str, Any] = {}
        broken: list[Fault] = []
        for path, header in self._paths.items():
            cell = table_row.cells.get(header, "")
            if header in table_row.broken:
                broken.append(invalid(path, *table_row.broken[header]))
            head, _, rest = path.partition(".")
            if not rest:
                values[head] = cell
            elif isinstance(self._kind.fields[head], Span):
                pair = values.setdefault(head, ["", ""])
                pair[rest == "until"] = cell
            else:
                values.setdefault(head, {})[rest] = cell
        row = _Row(table_row, {n: tuple(v) if isinstance(v, list) else v for n, v in values.items()}, broken)
        if table_row.surplus:
            row.faults.append(invalid("", "more cells than headers.", "单元格数多于表头。"))
        self._refuse_repeated(row)
        return row

    def _refuse_repeated(self, row: _Row) -> None:
        """A file that says two things of one record is not believed the second time."""
        values = [row.values.get(name) for name in self._kind.natural_key]
        key = [value[0] if isinstance(value, tuple) else value for value in values]  # a period is known by its start
        if not key or not all(isinstance(part, str) and part.strip() for part in key):
            return
        fields = (self._kind.fields[name] for name in self._kind.natural_key)
        digest = hash(tuple(declared.uniform(str(part)) for declared, part in zip(fields, key, strict=True)))
        first = self._seen.setdefault(digest, row.table_row.line)
        if first != row.table_row.line:
            row.faults.append(fault(Code.DUPLICATE_ROW, self._kind.natural_key[0], line=first))

    async def _write(self, tx: Transaction, rows: Sequence[_Row]) -> list[Fate]:
        reading = await self._store.reading(from_file=True)
        good = [row for row in rows if not row.faults]
        for row in good:
            row.warnings = []
        values: list[dict[str, Any]] = [row.values for row in good]
        faults: list[list[Fault]] = [[] for _ in good]
        inner = {name for v in values for name, value in v.items() if isinstance(value, dict)}
        for name in sorted(inner):
            values = await self._write_inner(tx, name, values, good, faults, reading)
            _start_over(good, faults)
        drafts = await self._drafts(tx, self._kind, values, reading)
        for found, draft in zip(faults, drafts, strict=True):
            found.extend(draft.faults)
        if inner:
            _start_over(good, faults)
        fates = {id(row): self._fate(draft) for row, draft in zip(good, drafts, strict=True)}
        if not await self._put(tx, drafts, faults):
            _start_over(good, faults)
        for row, found, draft in zip(good, faults, drafts, strict=True):
            row.faults = found
            row.warnings += draft.warnings
        return [fates.get(id(row), Fate.REJECTED) for row in rows]

    async def _write_inner(
        self,
        tx: Transaction,
        name: str,
        rows: Sequence[dict[str, Any]],
        of: Sequence[_Row],
        faults: Sequence[list[Fault]],
        reading: Reading,
    ) -> list[dict[str, Any]]:
        """Write the records that come with these rows, a pupil's person with the pupil, and put their ids in place."""
        declared = self._kind.fields[name]
        assert isinstance(declared, One)
        drafts = await self._drafts(tx, self._store.kind_of(declared.target), [row[name] for row in rows], reading)
        for found, draft in zip(faults, drafts, strict=True):
            found.extend(f.under(name) for f in draft.faults)
        for row, draft in zip(of, drafts, strict=True):
            row.warnings += [f.under(name) for f in draft.warnings]
        await self._put(tx, drafts, faults, name)
        return [{**row, name: draft.record.id} for row, draft in zip(rows, drafts, strict=True)]

    async def _put(self, tx: Transaction, drafts: Sequence[Draft], faults: Sequence[list[Fault]], *path: str) -> bool:
        """Write the drafts without faults; whether nothing that follows from them was refused.

        Those that are to blame are told why; all of them are, where the refusal names none.
        """
        sound = [(draft, found) for draft, found in zip(drafts, faults, strict=True) if not draft.faults]
        try:
            await self._store.write(tx, [draft for draft, _ in sound], "import")
        except Refusal as refusal:
            blamed = [(draft.faults, found) for draft, found in sound if draft.faults]
            for reasons, found in blamed or [(list(refusal.faults), found) for _, found in sound]:
                found.extend(reason.under(*path) for reason in reasons)
            return False
        return True

    async def _drafts(
        self, tx: Transaction, kind: Kind, values: Sequence[Mapping[str, Any]], reading: Reading
    ) -> list[Draft]:
        before = await existing(kind, values, reading, self._store.keyring, self._store.kind_of)
        return await self._store.draft(tx, kind, values, before, reading)

    def _fate(self, draft: Draft) -> Fate:
        if draft.faults:
            return Fate.REJECTED
        if draft.is_new:
            return Fate.CREATED
        return Fate.UNCHANGED if is_unchanged(draft, self._store.keyring) else Fate.UPDATED

    def _rejections(self, row: _Row) -> Iterator[Rejection]:
        for problem in row.faults or row.warnings:
            path = ".".join(problem.path)
            header = self._paths.get(path) or self._paths.get(f"{path}.from") or path
            value = row.table_row.cells.get(header, "")
            if path in self._paths and isinstance(field_at(self._kind, path), Sealed):
                value = mask(value)
            yield Rejection(row.table_row.line, header, value, problem.code.value, problem.words, problem.is_warning)


def _start_over(rows: Sequence[_Row], faults: Sequence[list[Fault]]) -> None:
    """Leave out the rows that have faults and begin anew: records that came with them must not stay."""
    if any(faults):
        for row, found in zip(rows, faults, strict=True):
            row.faults += found
        raise _Again
