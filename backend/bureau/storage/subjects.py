"""Whom records are about: the persons to whom the relations of personal kinds lead."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bureau.kernel.field import One, Salt
from bureau.kernel.kind import Kind
from bureau.storage.sql import among

if TYPE_CHECKING:
    from bureau.storage.store import Store


@dataclass(frozen=True, slots=True)
class Shown:
    """A record, by its id, and the fields of it that were shown."""

    record: str
    fields: tuple[str, ...] = ()


Showing = Callable[[int], Awaitable[Sequence[Shown]]]
"""What tells the records that an entry of the read log was shown; raises CommandError where it cannot be told."""

Persons = Mapping[int, set[int]]
"""The ids of persons by the id of a record; one that is about nobody is not there."""


async def persons_of(store: "Store", kind: Kind, ids: Iterable[int]) -> Persons:
    """The persons whom records of a kind are about: themselves, or whom they name, or whom what they name is about.

    A relation with a rule of its own, which hides it from those who see the record, is not followed.
    """
    wanted = sorted(set(ids))
    if is_of_persons(kind):
        return {identity: {identity} for identity in wanted}
    found: dict[int, set[int]] = defaultdict(set)
    for relation, target in _leading(store, kind):
        pairs = await _pairs(store, kind, relation, wanted)
        beyond = await persons_of(store, target, {other for _, other in pairs})
        for identity, other in pairs:
            found[identity] |= beyond.get(other, set())
    return {identity: persons for identity, persons in found.items() if persons}


async def records_about(store: "Store", person: int) -> Mapping[Kind, set[int]]:
    """The ids of all records that are about a person, void ones too, by their kind: what `persons_of` leads from."""
    (itself,) = (kind for kind in store.kinds if is_of_persons(kind))
    found: dict[Kind, set[int]] = {itself: {person}}
    waiting = [itself]
    while waiting:
        source = waiting.pop()
        for kind in store.kinds:
            if not kind.personal or kind.abstract:
                continue
            columns = [relation.column.name for relation, target in _leading(store, kind) if target is source]
            ids = {one for column in columns for one in await _leading_to(store, kind, column, found[source])}
            if new := ids - found.get(kind, set()):
                found.setdefault(kind, set()).update(new)
                waiting.append(kind)
    return found


def is_of_persons(kind: Kind) -> bool:
    """Whether records of a kind are persons: those who have a salt."""
    return any(isinstance(declared, Salt) for declared in kind.fields.values())


def _leading(store: "Store", kind: Kind) -> Iterator[tuple[One[Any], Kind]]:
    """The relations of a kind that lead to persons or to other personal kinds, never back to its own."""
    for declared in kind.fields.values():
        if isinstance(declared, One) and declared.read is None and not declared.internal:
            target = store.kind_of(declared.target)
            if target.personal and target is not kind:
                yield declared, target


async def _pairs(store: "Store", kind: Kind, relation: One[Any], ids: list[int]) -> list[tuple[int, int]]:
    if not ids:
        return []
    of, values = among(store.database.dialect, "id", ids)
    column = relation.column.name
    sql = f"SELECT id, {column} FROM {kind.table} WHERE {of} AND {column} IS NOT NULL"
    return [(row[0], row[1]) for row in await store.database.readers.fetch(sql, values)]


async def _leading_to(store: "Store", kind: Kind, column: str, ids: Iterable[int]) -> set[int]:
    of, values = among(store.database.dialect, column, sorted(ids))
    return {row[0] for row in await store.database.readers.fetch(f"SELECT id FROM {kind.table} WHERE {of}", values)}
