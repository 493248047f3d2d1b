"""Who saw whom: the reads and writes that concerned one person, and the persons whose records an account was shown."""

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import orjson

from bureau.kernel.clock import HOME
from bureau.kernel.errors import CommandError, RequestError
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel, pascal
from bureau.machinery.sheets import Cell
from bureau.registry.person import person as person_kind
from bureau.storage.journal import QUESTIONS, Entry
from bureau.storage.record import moment_text
from bureau.storage.sql import among, moment_in
from bureau.storage.store import Store
from bureau.storage.subjects import Showing, Shown, persons_of

AT_ONCE = 500
"""Entries that are read together."""

ACCESS_HEADS = ("at", "trail", "entry", "actor", "roles", "what", "record", "fields", "reason", "request")
BREACH_HEADS = ("person", "reads", "records", "fields", "first", "last", "guardians")

_READ_COLUMNS = "l.id, l.at, l.actor, l.grants, l.beyond, l.operation, l.request_id, d.text, l.record"
_READ_SOURCE = "read_log l JOIN read_document d ON d.digest = l.document"
_ANY: Mapping[str, Any] = {}

Note = Callable[[Sequence[Entry]], Awaitable[None]]
"""What writes entries of the journal."""


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when, and by whom: any account unless some are named."""

    start: datetime
    until: datetime
    """The first moment that is no longer in it."""
    accounts: Sequence[int] = ()

    @classmethod
    def of_days(cls, first: date, last: date, accounts: Sequence[int] = ()) -> "Span":
        """Whole days, where the bureau is."""
        end = last + timedelta(days=1)
        return cls(datetime.combine(first, time(), HOME), datetime.combine(end, time(), HOME), accounts)


@dataclass(frozen=True, slots=True)
class Sought:
    """What entries are looked for, where it is not all: those of one verb, kind, record or request."""

    verb: str | None = None
    kind: str | None = None
    record: int | None = None
    request: str | None = None

    @property
    def of_writes(self) -> Mapping[str, Any]:
        """What the journal's columns are to hold."""
        columns = {"verb": self.verb, "kind": self.kind, "record_id": self.record, "request_id": self.request}
        return {name: value for name, value in columns.items() if value is not None}

    @property
    def of_reads(self) -> Mapping[str, Any]:
        """What the read log's columns are to hold."""
        return {"request_id": self.request} if self.request is not None else {}

    @property
    def is_of_writes(self) -> bool:
        """Whether something is sought that reads do not have."""
        return bool(self.of_writes.keys() - self.of_reads.keys())


@dataclass(frozen=True, slots=True)
class Listing:
    """A table, and how many reads could not be asked again and may have shown anybody."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    unknown: int


@dataclass(slots=True)
class _Concerned:
    """What was shown of one person."""

    reads: set[int] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    fields: dict[str, None] = field(default_factory=dict)
    moments: list[str] = field(default_factory=list)


class Trails:
    """The trails of one bureau; that they are looked through is journalled by `note`."""

    def __init__(self, store: Store, shown: Showing, note: Note) -> None:
        self.store = store
        self._shown = shown
        self._note = note
        self._kinds = {kind.type_name: kind for kind in store.kinds}

    async def accesses(self, person: int, span: Span, reason: str) -> Listing:
        """Each read that showed a record about a person, and each journal entry of one.

        Raises CommandError for a person that is none.
        """
        person = await self._standing(person)
        await self._journalled("list_accesses", [person], span, reason)
        rows: list[Sequence[Cell]] = []
        unknown = 0
        async for entry, found in self.reads(span):
            if found is None:
                unknown += 1
                rows.append(_read_row(entry, Shown("", ("?",))))
                continue
            about = await self.about(one.record for one in found)
            rows += [_read_row(entry, one) for one in found if person in about.get(one.record, ())]
        rows += [row async for row in self._writes(span, person)]
        return Listing(ACCESS_HEADS, rows, unknown)

    async def breach(self, span: Span, reason: str) -> Listing:
        """The persons about whom the accounts of a span were shown records, what of them, and the guardians to tell."""
        concerned: dict[int, _Concerned] = {}
        unknown = 0
        async for entry, found in self.reads(span):
            unknown += found is None
            _add(concerned, entry, found or (), await self.about(one.record for one in found or ()))
        await self._journalled("list_breach", sorted(concerned), span, reason)
        guardians = await self._guardians(concerned)
        rows = [_breach_row(person, what, guardians.get(person, ())) for person, what in sorted(concerned.items())]
        return Listing(BREACH_HEADS, rows, unknown)

    async def search(self, span: Span, sought: Sought) -> Listing:
        """The entries of the journal that are `sought`, and the reads too where nothing is that only writes have.

        The request for it is what the journal has of it.
        """
        rows = [_write_row(entry) async for entry in self._written(span, sought.of_writes)]
        if not sought.is_of_writes:
            reads = self._entries(span, _READ_COLUMNS, _READ_SOURCE, "l", sought.of_reads)
            rows += [_read_row(entry, Shown(entry[-1] or "")) async for entry in reads]
        return Listing(ACCESS_HEADS, rows, 0)

    async def reads(
        self, span: Span, is_sought: Callable[[Sequence[Any]], bool] = lambda entry: True
    ) -> AsyncIterator[tuple[Sequence[Any], Sequence[Shown] | None]]:
        """The reads of a span that are sought, each with what it showed; None where that cannot be asked again."""
        async for entry in self._entries(span, _READ_COLUMNS, _READ_SOURCE, "l"):
            if not is_sought(entry):
                continue
            try:
                yield entry, await self._shown(entry[0])
            except (CommandError, RequestError):
                yield entry, None

    async def _writes(self, span: Span, person: int) -> AsyncIterator[Sequence[Cell]]:
        """The journal's entries of records about a person, as rows."""
        kinds = {kind.name: kind for kind in self.store.kinds if kind.personal}
        async for entry in self._written(span):
            kind, record = kinds.get(entry[4]), entry[5]
            if kind and record and person in (await persons_of(self.store, kind, [record])).get(record, ()):
                yield _write_row(entry)

    def _written(self, span: Span, sought: Mapping[str, Any] = _ANY) -> AsyncIterator[Sequence[Any]]:
        columns = "j.id, j.at, j.actor, j.verb, j.kind, j.record_id, j.changes, j.reason, j.request_id"
        return self._entries(span, columns, "journal j", "j", sought)

    async def _entries(
        self, span: Span, columns: str, source: str, alias: str, sought: Mapping[str, Any] = _ANY
    ) -> AsyncIterator[Sequence[Any]]:
        """The entries of a trail in a span, in their order, so many at once."""
        database, last = self.store.database, 0
        of, accounts = among(database.dialect, f"{alias}.account_id", span.accounts) if span.accounts else ("1 = 1", [])
        start, until, after = (f"${len(accounts) + number}" for number in (1, 2, 3))
        same = "".join(f" AND {alias}.{name} = ${len(accounts) + number}" for number, name in enumerate(sought, 4))
        sql = (
            f"SELECT {columns} FROM {source} WHERE {of} AND {alias}.at >= {start} AND {alias}.at < {until}"
            f" AND {alias}.id > {after}{same} ORDER BY {alias}.id LIMIT {AT_ONCE}"
        )
        while rows := await database.readers.fetch(sql, [*accounts, span.start, span.until, last, *sought.values()]):
            for row in rows:
                yield tuple(row)
            last = rows[-1][0]

    async def about(self, records: Iterable[str]) -> dict[str, set[int]]:
        """The persons whom records are about, by the records' ids."""
        by_kind: dict[Kind, set[int]] = defaultdict(set)
        for type_name, _, number in (record.partition(":") for record in records):
            by_kind[self._kinds[type_name]].add(int(number))
        return {
            f"{kind.type_name}:{identity}": persons
            for kind, ids in by_kind.items()
            for identity, persons in (await persons_of(self.store, kind, ids)).items()
        }

    async def _standing(self, person: int) -> int:
        sql = "SELECT coalesce(merged_into_id, id) FROM person WHERE id = $1"
        rows = await self.store.database.readers.fetch(sql, [person])
        if not rows:
            raise CommandError(f"There is no person {person}. 没有人员 {person}。")
        return int(rows[0][0])

    async def _guardians(self, persons: Iterable[int]) -> dict[int, list[int]]:
        """The guardians of those who are pupils, by the pupil's person."""
        of, values = among(self.store.database.dialect, "s.person_id", list(persons))
        sql = (
            "SELECT DISTINCT s.person_id, g.guardian_id FROM guardianship g JOIN student s ON s.id = g.student_id"
            f" WHERE {of} AND g.void_reason IS NULL AND s.void_reason IS NULL ORDER BY 1, 2"
        )
        found: dict[int, list[int]] = defaultdict(list)
        for person, guardian in await self.store.database.readers.fetch(sql, values):
            found[person].append(guardian)
        return found

    async def _journalled(self, verb: str, persons: Sequence[int], span: Span, reason: str) -> None:
        """Note that a trail was looked through, for each person whom the list names."""
        said = {"from": moment_text(span.start), "until": moment_text(span.until), "accounts": list(span.accounts)}
        await self._note([Entry(verb, person_kind, identity, said, reason) for identity in persons or (None,)])


def _add(
    concerned: dict[int, _Concerned], entry: Sequence[Any], found: Iterable[Shown], about: dict[str, set[int]]
) -> None:
    for one in found:
        type_name = one.record.partition(":")[0]
        for person in about.get(one.record, ()):
            what = concerned.setdefault(person, _Concerned())
            what.reads.add(entry[0])
            what.records.add(one.record)
            what.fields |= dict.fromkeys(f"{type_name}.{name}" for name in one.fields)
            what.moments.append(moment_in(entry[1]))


def _read_row(entry: Sequence[Any], one: Shown) -> Sequence[Cell]:
    number, at, actor, grants, _, operation, request, text, _ = entry
    roles = "; ".join(dict.fromkeys(role for role, *_ in orjson.loads(grants)))
    what = operation or " ".join(text.split())[:200]
    return moment_in(at), "read", number, actor, roles, what, one.record, "; ".join(one.fields), "", request


def _write_row(entry: Sequence[Any]) -> Sequence[Cell]:
    number, at, actor, verb, kind, record, changes, reason, request = entry
    identity = f"{pascal(kind)}:{record}" if record is not None else pascal(kind)
    told = orjson.loads(changes) if changes else {}
    names = camel(told["field"]) if verb in QUESTIONS else "; ".join(told)
    return moment_in(at), "journal", number, actor, "", verb, identity, names, reason or "", request


def _breach_row(person: int, what: _Concerned, guardians: Iterable[int]) -> Sequence[Cell]:
    told = "; ".join(f"Person:{identity}" for identity in guardians)
    counts = len(what.reads), len(what.records)
    return f"Person:{person}", *counts, "; ".join(what.fields), min(what.moments), max(what.moments), told
