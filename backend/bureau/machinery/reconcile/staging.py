"""An export of a register, staged: each cell read as an import reads it, sealed ones as digests alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bureau.kernel.accept import Reading, accept
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Field, One, Sealed, State
from bureau.kernel.kind import Kind
from bureau.machinery.imports.tables import TableRow
from bureau.machinery.reconcile.register import RegisterColumn, Use
from bureau.storage.references import digest_of
from bureau.storage.seal import mask
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

THEIRS = "reconciling_theirs"
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Compared:
    """One field that is compared: the file's header, what it is in the register, and where it stands with us."""

    header: str
    column: RegisterColumn
    declared: Field[Any]
    of: Kind
    """The kind that has the field: the register's own, or that of the record which comes with it."""
    name: str
    """Its column in the staged tables."""

    @property
    def path(self) -> str:
        return self.column.path

    @property
    def is_withheld(self) -> bool:
        """Whether its values are not for all who see the record."""
        return isinstance(self.declared, Sealed) or self.declared.read is not None


def compared(store: Store, kind: Kind, found: Mapping[str, RegisterColumn]) -> list[Compared]:
    """What is compared of a file with these columns."""
    fields = []
    for number, (header, column) in enumerate(found.items()):
        head, _, rest = column.path.partition(".")
        declared: Field[Any] = kind.fields[head]
        of = kind
        if isinstance(declared, One) and rest:
            of = store.kind_of(declared.target)
            declared = of.fields[rest]
        fields.append(Compared(header, column, declared, of, f"c{number}"))
    return fields


@dataclass(slots=True)
class Staged:
    """How the staging went."""

    rows: int = 0
    unreadable: int = 0


Tell = Callable[[int, str, str, Fault], None]
"""Hears of a cell that cannot be read: line, header, value (masked if it is sealed), and why."""


async def stage(
    store: Store, tx: Transaction, fields: Sequence[Compared], rows: Iterable[TableRow], tell: Tell
) -> Staged:
    """Write an export into a table that lasts as long as the transaction."""
    columns = ", ".join(f"{one.name} TEXT" for one in fields)
    await tx.fetch(f"CREATE TEMP TABLE {THEIRS} (line INTEGER NOT NULL, unread TEXT NOT NULL, {columns})")
    reading = await store.reading(from_file=True)
    done = Staged()
    names = ("line", "unread", *(one.name for one in fields))
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        await tx.insert(THEIRS, names, [tuple(_staged(store, fields, row, reading, tell, done)) for row in some])
    return done


def _staged(
    store: Store, fields: Sequence[Compared], row: TableRow, reading: Reading, tell: Tell, done: Staged
) -> Iterator[Any]:
    done.rows += 1
    values: list[str | None] = []
    unread = ""
    for one in fields:
        value, problem = _read(store, one, row, reading)
        if problem:
            raw = row.cells.get(one.header, "")
            tell(row.line, one.header, mask(raw) if one.is_withheld else raw, problem)
            unread += f"|{one.name}|"
            done.unreadable += 1
        values.append(value)
    keys = [(one, value) for one, value in zip(fields, values, strict=True) if one.column.use is Use.KEY]
    if not any(value for _, value in keys) and not unread:
        tell(row.line, keys[0][0].header, "", fault(Code.REQUIRED, keys[0][0].path))
        done.unreadable += 1
    yield from (row.line, unread, *values)


def _read(store: Store, one: Compared, row: TableRow, reading: Reading) -> tuple[str | None, Fault | None]:
    if one.header in row.broken:
        return None, invalid(one.path, *row.broken[one.header])
    raw = row.cells.get(one.header, "")
    if isinstance(one.declared, One):
        key = store.kind_of(one.declared.target).key_field
        return (key.uniform(raw) if key and raw.strip() else None), None
    value, problem = accept(one.declared, raw, reading)
    if value is None or problem:
        return None, problem
    if isinstance(one.declared, Sealed):
        return digest_of(store.keyring, one.of, one.declared, value).hex(), None
    return (value.value if isinstance(value, State) else str(value)), None
