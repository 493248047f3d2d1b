"""The rows of a file that are written together: all their records are drafted and checked before the first is written.

First those that come with others, a pupil's person and the persons of the guardians, then those that the rows are
of, then those beside them. Each step is one set for each kind, so its look-ups are as many for two thousand rows as
for one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bureau.kernel.accept import Reading, accept
from bureau.kernel.errors import Code, Fault, Refusal
from bureau.kernel.field import One, Sealed
from bureau.kernel.kind import Entry, Kind
from bureau.kernel.text import clean_code
from bureau.machinery.imports.beside import Place
from bureau.machinery.imports.foreign_keys import ForeignKeys
from bureau.machinery.imports.permission import may_name, may_write
from bureau.machinery.imports.slots import Row
from bureau.storage.drafts import Draft
from bureau.storage.references import load_by_id, load_by_relation
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

VERB = "import"


class RowsRefused(Exception):
    """What follows from a write was refused; the rows that are to blame have the faults, and others were written."""


@dataclass(slots=True, eq=False)
class _Item:
    """One record that a row tells of."""

    kind: Kind
    row: Row
    values: dict[str, Any]
    path: tuple[str, ...] = ()
    """What leads to it from the row's own record."""
    within: tuple[dict[str, Any], str] | None = None
    """The values of the record that it comes with, and as what it comes."""
    place: Place | None = None
    """Where it is written, if it comes with a record beside the row's own."""
    relation: str = ""
    """The relation to the row's own record, if it stands beside that."""
    draft: Draft | None = None


class Chunk:
    """Rows on their way into the database, in one transaction; they are used up by it."""

    def __init__(
        self, store: Store, tx: Transaction, kind: Kind, reading: Reading, keys: ForeignKeys | None = None
    ) -> None:
        self._keys = keys
        self._store = store
        self._tx = tx
        self._kind = kind
        self._reading = reading
        self._sets: list[list[_Item]] = []

    async def draft(self, rows: Sequence[Row]) -> None:
        """Draft every record that the rows tell of; rows get their faults, and nothing is written."""
        if self._keys:
            await self._relate(self._keys, rows)
        brought = [item for row in rows for item in self._brought(row)]
        inner = [item for row in rows for item in self._inner(row)]
        named, unnamed = _parted(brought)
        await self._draft([*inner, *named])
        own = [_Item(self._kind, row, row.values) for row in rows]
        await self._draft(own)
        for item in own:
            item.row.own = item.draft
        self._permit(inner, own)
        unnamed = [item for item in unnamed if not item.row.faults]
        await self._draft(unnamed, await self._known_beside(unnamed))
        await self._draft([item for row in rows if not row.faults for item in self._beside(row)])

    async def _relate(self, keys: ForeignKeys, rows: Sequence[Row]) -> None:
        """Put the ids of our records in the place of the keys by which the rows name them."""
        values = await keys.related(self._tx, self._kind, [row.values for row in rows], self._store.kind_of)
        for row, related in zip(rows, values, strict=True):
            row.values = related

    def _permit(self, inner: Sequence[_Item], own: Sequence[_Item]) -> None:
        """Let rows have the faults of what their sender may not do."""
        if self._tx.actor.is_system:
            return
        for item in own:
            assert item.draft
            if refused := may_write(
                self._tx.actor, item.draft, self._store.tables[item.kind.table], self._store.verbs.values()
            ):
                item.row.faults[:] = [refused]  # who may not write there is told nothing else
        for item in inner:
            assert item.draft
            assert item.row.own
            if not item.draft.is_new:
                found = may_name(self._tx.actor, item.draft, item.row.own.before, item.path[0])
                item.row.faults += [problem.under(*item.path) for problem in found]

    @property
    def has_followers(self) -> bool:
        """Whether something follows from what was drafted, which can only be told by writing it."""
        return any(self._store.is_followed(_sound(items)) for items in self._sets)

    async def write(self) -> None:
        """Write the records of rows without faults; raises RowsRefused."""
        for items in self._sets:
            sound = [item for item in items if not item.row.faults]
            try:
                await self._store.write(self._tx, _sound(items), VERB)
            except Refusal as refusal:
                blamed = [item for item in sound if item.draft and item.draft.faults]
                for item in blamed or sound:
                    found = item.draft.faults if blamed and item.draft else refusal.faults
                    item.row.faults += [_at(item, reason) for reason in found]
                raise RowsRefused from refusal
            if self._keys:
                kept = [(i.row.table_row, i.draft.record.id) for i in sound if i.draft and not i.place]
                await self._keys.keep(self._tx, items[0].kind, kept)

    def _inner(self, row: Row) -> Iterator[_Item]:
        """The records that come with the row's own, as a pupil's person does."""
        for name, values in row.values.items():
            if isinstance(values, dict):
                yield _Item(self._target(self._kind, name), row, values, (name,), (row.values, name))

    def _brought(self, row: Row) -> Iterator[_Item]:
        """The records that come with those beside it, as the person does who is a guardian."""
        for place, values in row.beside.items():
            name = place.beside.brings
            if isinstance(values.get(name), dict):
                place.beside.brought(values[name])
                kind = self._target(place.kind, name)
                yield _Item(kind, row, values[name], (*place.path, name), (values, name), place)

    def _beside(self, row: Row) -> Iterator[_Item]:
        """The records beside it, once its own is known to be sound."""
        assert row.own
        for place, values in row.beside.items():
            meant = partial(self._meant, place.kind, values)
            place.beside.complete(Entry(values, row.own.record, place.number, meant))
            values[place.beside.relation] = row.own.record
            yield _Item(place.kind, row, values, place.path, relation=place.beside.relation)

    def _target(self, kind: Kind, name: str) -> Kind:
        declared = kind.fields[name]
        assert isinstance(declared, One)
        return self._store.kind_of(declared.target)

    def _meant(self, kind: Kind, values: Mapping[str, Any], name: str) -> Any:
        return accept(kind.fields[name], values.get(name), self._reading)[0]

    async def _draft(self, items: Iterable[_Item], known: Mapping[_Item, Any] | None = None) -> None:
        by_kind: dict[Kind, list[_Item]] = {}
        for item in items:
            by_kind.setdefault(item.kind, []).append(item)
        for kind, of_kind in by_kind.items():
            await self._draft_kind(kind, of_kind, known or {})
            self._sets.append(of_kind)

    async def _draft_kind(self, kind: Kind, items: Sequence[_Item], known: Mapping[_Item, Any]) -> None:
        named_before = self._named_before(kind, items)
        alone = [item for item in items if item not in named_before]
        rows = [item.values for item in alone]
        found = await self._store.existing(self._tx, kind, rows, self._reading)
        if self._keys:
            found = await self._found_by_key(self._keys, kind, alone, found)
        before = [self._agreed(item, known.get(item, record)) for item, record in zip(alone, found, strict=True)]
        drafts = await self._store.draft(self._tx, kind, rows, before, self._reading)
        await self._store.prepare(self._tx, [draft for draft in drafts if not draft.faults])
        for item, draft in zip(alone, drafts, strict=True):
            item.draft = draft
        for item, other in named_before.items():
            item.draft = other.draft
        for item in items:
            _tell(item)

    async def _found_by_key(
        self, keys: ForeignKeys, kind: Kind, items: Sequence[_Item], found: Sequence[Any]
    ) -> list[Any]:
        """The records that the keys of another system lead to, before those that were found otherwise."""
        by_key = await keys.found(self._tx, kind, [item.row.table_row for item in items])
        before = [
            found_so if item.place else known or found_so
            for item, known, found_so in zip(items, by_key, found, strict=True)
        ]
        for item, record in zip(items, before, strict=True):
            if record is not None and kind is self._kind:
                for name in keys.first_only & item.values.keys():
                    del item.values[name]
        return before

    def _named_before(self, kind: Kind, items: Sequence[_Item]) -> dict[_Item, _Item]:
        """Who is named twice: the parent of two pupils, under one number and with one name."""
        first: dict[tuple[str, ...], _Item] = {}
        twice: dict[_Item, _Item] = {}
        for item in items if any(item.place for item in items) else ():
            if not _is_named(item):
                continue
            other = first.setdefault(tuple(clean_code(str(item.values[name])) for name in kind.natural_key), item)
            if other is not item and item.place and self._agree(item, other):
                twice[item] = other
                other.values |= {n: v for n, v in item.values.items() if not _is_said(other.values.get(n))}
        return twice

    def _agree(self, item: _Item, other: _Item) -> bool:
        """Whether two say the same of what must agree."""
        agree = item.kind.agree if item.place else ()
        mine, theirs = ([self._meant(i.kind, i.values, name) for name in agree] for i in (item, other))
        return mine == theirs

    def _agreed(self, item: _Item, known: Any) -> Any:
        """Who is known already, if what must agree does; a new one is refused then, since the number is taken.

        They get only what they lack: a pupil's row says nothing new of their parents.
        """
        if known is None or item.place is None:
            return known
        if not self._agrees(item, known):
            return None
        same = {*item.kind.natural_key, *item.kind.agree}
        for name in [name for name in item.values if name not in same and _has(known, item.kind, name)]:
            del item.values[name]
        return known

    async def _known_beside(self, items: Sequence[_Item]) -> dict[_Item, Any]:
        """Those whom no number names, who stand beside the same record already under the same name."""
        known: dict[_Item, Any] = {}
        by_place = {item.place.kind: item.place for item in items if item.place}
        for kind, place in by_place.items():
            of, to = f"{place.beside.relation}_id", f"{place.beside.brings}_id"
            there = {
                item: item.row.own.before.id
                for item in items
                if item.place and item.place.kind is kind and item.row.own and item.row.own.before
            }
            ties = [tie.__dict__ for tie in await load_by_relation(kind, of, set(there.values()))]
            persons = await load_by_id(self._target(kind, place.beside.brings), {tie[to] for tie in ties})
            beside: dict[int, list[Any]] = {}
            for tie in ties:
                if tie[to] in persons:
                    beside.setdefault(tie[of], []).append(persons[tie[to]])
            for item, identity in there.items():
                same = (person for person in beside.get(identity, ()) if self._agrees(item, person))
                known[item] = next(same, None)
        return known

    def _agrees(self, item: _Item, known: Any) -> bool:
        """Whether all that a row says of what must agree does."""
        agree = [name for name in item.kind.agree if item.values.get(name)] if item.place else []
        return all(self._meant(item.kind, item.values, name) == getattr(known, name) for name in agree)


def _is_named(item: _Item) -> bool:
    """Whether a row says by what its record is known: the number of a person's document."""
    return all(_is_said(item.values.get(name)) for name in item.kind.natural_key)


def _parted(items: Iterable[_Item]) -> tuple[list[_Item], list[_Item]]:
    """Those whom rows name by what they are known by, and the others."""
    parts: tuple[list[_Item], list[_Item]] = [], []
    for item in items:
        parts[not _is_named(item)].append(item)
    return parts


def _is_said(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _has(record: Any, kind: Kind, name: str) -> bool:
    """Whether a record has a value already."""
    return (
        record.__dict__.get(kind.fields[name].columns[-1 if isinstance(kind.fields[name], Sealed) else 0].name)
        is not None
    )


def _tell(item: _Item) -> None:
    """Let the row know what its record was found to be, and what comes with it."""
    draft, row = item.draft, item.row
    assert draft
    row.drafts.append((item.path, draft))
    if draft.faults:
        missing = (
            {f.path[:1] for f in row.faults} if not item.path else set()
        )  # what is wrong is not told as lacking too
        told = (f for f in draft.faults if f.code is not Code.REQUIRED or f.path not in missing)
        row.faults += [_at(item, f) for f in told]
    row.warnings += [f.under(*item.path) for f in draft.warnings]
    if item.within:
        values, name = item.within
        values[name] = None if draft.faults else draft.record


def _at(item: _Item, found: Fault) -> Fault:
    """A fault where the row has it; one of the relation to the row's own record is one of the whole."""
    if item.relation and found.path[:1] == (item.relation,):
        return replace(found, path=item.path)
    return found.under(*item.path)


def _sound(items: Iterable[_Item]) -> list[Draft]:
    """The drafts of rows without faults, each once."""
    return list(dict.fromkeys(item.draft for item in items if item.draft and not item.row.faults))
