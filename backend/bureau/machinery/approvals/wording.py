"""How the values of records read on paper and in public, in both languages."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from bureau.engine.kinds import Kinds
from bureau.engine.titles import title
from bureau.kernel.accept import Reading
from bureau.kernel.clock import HOME
from bureau.kernel.field import Boolean, Choice, Choices, Coded, Field, One, Scaled, Sealed
from bureau.kernel.money import from_scaled
from bureau.kernel.period import Period
from bureau.kernel.words import Words
from bureau.storage.record import Record
from bureau.storage.store import Store

_NOTHING = Words("", "")
_YES, _NO = Words("Yes", "是"), Words("No", "否")


async def reads(store: Store, reading: Reading, declared: Field[Any], value: Any) -> Words:
    """How a field's value reads; empty where there is none, a mask where it is sealed."""
    match declared:
        case _ if value is None:
            return _NOTHING
        case One():
            return await name_of(store, reading, value)
        case Coded():
            entry = reading.codes.table(declared.table.name).get(value)
            return entry.words if entry else _same(value)
        case Choice():
            words: Words = declared.members(value).words
            return words
        case Choices():
            return _joined([declared.members(one).words for one in value])
        case Boolean():
            return _YES if value else _NO
        case Scaled():
            return _same(from_scaled(value, declared.scale))
    match value:
        case datetime():
            return _same(f"{value.astimezone(HOME):%Y-%m-%d %H:%M}")
        case date():
            return _same(value.isoformat())
        case Period(start, until):
            return Words(f"{start or ''} to {until or ''}", f"{start or ''}至{until or ''}")
    return _same(str(value))


async def name_of(store: Store, reading: Reading, record: Record) -> Words:
    """What a reader calls a record: the first of what its kind is titled by."""
    return await at_path(store, reading, record, title(_kinds(store), store.kind_of(type(record)))[0])


async def at_path(store: Store, reading: Reading, record: Record, path: str) -> Words:
    """How the field at the end of a path reads, whoever asks; empty where the path leads to nothing."""
    head, _, rest = path.partition(".")
    declared = store.kind_of(type(record)).fields[head]
    if isinstance(declared, Sealed):
        return _same(record.__dict__.get(declared.columns[2].name) or "")
    if not isinstance(declared, One):
        return await reads(store, reading, declared, getattr(record, head))
    identity = record.__dict__.get(declared.column.name)
    related = await declared.target.filter(id=identity).first() if identity is not None else None
    if related is None:
        return _NOTHING
    return await at_path(store, reading, related, rest) if rest else await name_of(store, reading, related)


def heading(store: Store, kind_record: type[Any], path: str) -> Words:
    """What the field at the end of a path is called; a name that is no person's is called as what it names."""
    head, _, rest = path.partition(".")
    declared = store.kind_of(kind_record).fields[head]
    if not rest or not isinstance(declared, One) or (rest == "name" and not store.kind_of(declared.target).personal):
        return declared.words
    return heading(store, declared.target, rest)


def masked(words: Words) -> Words:
    """The same words with nothing but their first character legible: 王**."""
    return Words(*(text[:1] + "*" * (len(text) - 1) for text in words))


def _same(text: str) -> Words:
    return Words(text, text)


def _joined(words: Sequence[Words]) -> Words:
    return Words(", ".join(one.en for one in words), "、".join(one.zh for one in words))


@lru_cache(maxsize=4)
def _kinds(store: Store) -> Kinds:
    return Kinds(store.kinds, store.tables)
