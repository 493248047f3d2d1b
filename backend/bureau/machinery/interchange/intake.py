"""A delivery of another system becomes records of ours: part after part, through the importer that every file takes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.imports.foreign_keys import ForeignKeys
from bureau.machinery.imports.importer import Importer, Rejection, Report
from bureau.machinery.imports.tables import TableRow
from bureau.machinery.interchange.profiles import Part, Profile
from bureau.machinery.interchange.scratch import Scratch
from bureau.storage.store import Store

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


class Intake:
    """Imports one delivery."""

    def __init__(self, store: Store, delivery: Delivery, *, actor: Actor = SYSTEM) -> None:
        self._store = store
        self._delivery = delivery
        self._actor = actor
        self._kinds = {kind.name: kind for kind in store.kinds}

    async def run(self, tell: Tell) -> list[tuple[str, Report]]:
        """Import every part; `tell` hears of every fault, named by the file's own column."""
        await self._prepare()
        return [(part.kind, await self._import(part, tell)) for part in self._delivery.profile.parts]

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

    async def _import(self, part: Part, tell: Tell) -> Report:
        kind, scratch = self._kinds[part.kind], self._delivery.scratch
        names = [name for name in scratch.columns(part.sql) if not name.startswith("_")]
        paths = {name.removesuffix(FIRST_ONLY): name for name in names}
        first_only = frozenset(path for path, name in paths.items() if path != name)
        keys = ForeignKeys(self._delivery.system, KEY, restores=self._delivery.restores, first_only=first_only)
        total = Report()
        for _, rows in groupby(scratch.rows(part.sql), key=lambda row: row.get("_wave")):
            importer = Importer(self._store, kind, paths, actor=self._actor, keys=keys)
            done = await importer.run(map(_table_row, rows), lambda found: tell(self._named(kind, found)))
            total.fates.update(done.fates)
        return total

    def _named(self, kind: Kind, found: Rejection) -> Rejection:
        path = found.column.removesuffix(FIRST_ONLY)
        return replace(found, column=self._delivery.profile.origin(kind.name, path))


def _table_row(row: dict[str, Any]) -> TableRow:
    return TableRow(int(row["_line"] or 0), {name: "" if v is None else str(v) for name, v in row.items()})


def counted(scratch: Scratch, tables: Sequence[str]) -> dict[tuple[str, str], int]:
    """How many values each column of each table has."""
    return {(table, column): count for table in tables for column, count in scratch.filled(table).items()}
