"""What is held on a person: every record about them as somebody may read it, and whom any of it was handed to."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any

import orjson

from bureau.access.share import record_share
from bureau.engine.kinds import Kinds
from bureau.engine.run import Engine
from bureau.engine.selection import Given
from bureau.kernel.actor import Actor
from bureau.kernel.field import One
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.machinery.clear_exports.clear_export import clear_export
from bureau.machinery.imports.columns import Path, all_columns, heads
from bureau.machinery.imports.exporter import Export, Exporter
from bureau.storage.journal import REVEAL
from bureau.storage.sql import among, moment_in
from bureau.storage.store import Store
from bureau.storage.subjects import is_of_persons, records_about

HEADS = ("类型 Kind", "记录 Record", "字段 Field", "内容 Value")

Line = tuple[str, str, str, str]


class Holdings:
    """What one actor may read of what is held on a person."""

    def __init__(self, store: Store, actor: Actor, person: int) -> None:
        self._store = store
        self._actor = actor
        self._person = person
        self._engine = Engine.over(Kinds(store.kinds, store.tables), store.database)

    async def lines(self) -> AsyncIterator[Line]:
        """A line for each value, as a mask where it is sealed, of the live records that the actor may read; then a
        line each time that one was shared, or its sealed values handed out in the clear.
        """
        about = await records_about(self._store, self._person)
        found = {kind: ids for kind, ids in about.items() if self._actor.may_somewhere(kind.read)}
        for kind, ids in found.items():
            if kind.rooted and kind is not clear_export:
                async for line in self._of(kind, sorted(ids), self._columns(kind)):
                    yield line
        for line in await self._shares(found):
            yield line
        for line in await self._clear_exports(found):
            yield line

    def _columns(self, kind: Kind) -> tuple[Path, ...]:
        """A record's own columns; with those of the person where these can be read through it alone."""
        if is_of_persons(kind) or self._actor.sees_everything(self._persons.read):
            return all_columns(kind)
        ways = [
            name
            for name, declared in kind.fields.items()
            if isinstance(declared, One) and declared.target is self._persons.record and declared.read is None
        ]
        if len(ways) != 1 or kind.fields[ways[0]].unique != "live":
            return all_columns(kind)
        return (*all_columns(kind), *((ways[0], *path) for path in all_columns(self._persons)))

    @property
    def _persons(self) -> Kind:
        return next(kind for kind in self._store.kinds if is_of_persons(kind))

    async def _of(self, kind: Kind, ids: Sequence[int], columns: tuple[Path, ...]) -> AsyncIterator[Line]:
        given = {"filter": {"id": {"in": Given([f"{kind.type_name}:{one}" for one in ids])}}}
        export = Export(kind, (("id",), *columns), given, actor=self._actor)
        shown = [kind.words.both, *heads(kind, columns, "both")]
        async for block in Exporter(self._engine, self._store.database.settings, export).rows():
            for identity, *values in block:
                for head, value in zip(shown[1:], values, strict=True):
                    if value is not None:
                        yield shown[0], str(identity), head, value

    async def _shares(self, found: Mapping[Kind, Iterable[int]]) -> list[Line]:
        database, what = self._store.database, record_share.words.both
        subjects = [f"{kind.type_name}:{one}" for kind, ids in found.items() for one in ids]
        of, values = among(database.dialect, "subject", subjects, "text")
        rows = await database.readers.fetch(f"{_SHARED} WHERE {of} AND void_reason IS NULL ORDER BY id", values)
        return [
            (what, subject, moment_in(at), f"{reason} → {until}") for subject, at, reason, until in map(tuple, rows)
        ]

    async def _clear_exports(self, found: Mapping[Kind, Iterable[int]]) -> list[Line]:
        """The reveals that were made for clear-text exports, and to whom these were handed."""
        database, made = self._store.database, list[tuple[str, str, dict[str, Any]]]()
        for kind, ids in found.items():
            of, values = among(database.dialect, "record_id", sorted(ids))
            sql = f"{_REVEALED} WHERE {of} AND kind = ${len(values) + 1} AND verb = '{REVEAL}' ORDER BY id"
            rows = map(tuple, await database.readers.fetch(sql, [*values, kind.name]))
            made += [(f"{kind.type_name}:{record}", moment_in(at), orjson.loads(said)) for record, at, said in rows]
        of, values = among(database.dialect, "id", sorted({said[_EXPORT] for *_, said in made if _EXPORT in said}))
        rows = map(tuple, await database.readers.fetch(f"{_HANDED} WHERE {of}", values))
        handed = {number: f"{recipient or '—'}：{reason}" for number, recipient, reason in rows}
        return [
            (clear_export.words.both, record, at, f"{camel(said['field'])} → {handed[said[_EXPORT]]}")
            for record, at, said in made
            if _EXPORT in said
        ]


_SHARED = "SELECT subject, shared_at, reason, until FROM record_share"
_REVEALED = "SELECT record_id, at, changes FROM journal"
_HANDED = "SELECT id, recipient, reason FROM clear_export"
_EXPORT = "clearExport"
"""What the journal calls the clear-text export for which a value was revealed."""
