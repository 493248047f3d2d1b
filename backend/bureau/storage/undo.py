"""Undoing what a set of transactions wrote, all of it or nothing: what they made becomes void, what they changed is as
it was before. It stands only while nothing that came later depends on it.
"""

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bureau.kernel.event import Written
from bureau.kernel.field import Column, ColumnType, One, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage import journal, statistics
from bureau.storage.apart import refuse_overlaps
from bureau.storage.drafts import Draft, sealed_by
from bureau.storage.record import blank
from bureau.storage.references import load_by_id, load_rest, of_variant
from bureau.storage.rights import may_act
from bureau.storage.rows import make_void
from bureau.storage.seal import sealed_place
from bureau.storage.sql import among
from bureau.storage.tables import Table
from bureau.storage.transaction import Transaction
from bureau.storage.unique import refuse_duplicates

if TYPE_CHECKING:
    from bureau.storage.store import Store

AT_ONCE = 2000
MOST_OBSTACLES = 1000
"""Obstacles that are looked for, of each sort and kind."""

_FORBIDDEN = Words("You may not change it any more.", "您已无权修改。")
_CHANGED = Words("It was changed since.", "此后已被修改。")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A record because of which nothing is undone, and why."""

    kind: Kind
    record: int
    reason: Words

    @property
    def id(self) -> str:
        """The record, as the API names it."""
        return f"{self.kind.type_name}:{self.record}"


async def undo(
    store: "Store",
    tx: Transaction,
    positions: Collection[int],
    reason: str,
    *,
    verb: str = journal.UNDO_IMPORT,
    is_permitted: bool = False,
) -> list[Obstacle]:
    """Undo what the transactions of these positions wrote, or say what stands in the way.

    Where anything does, the caller must not commit: some of it may have been undone by then. What reactions alone
    write follows by itself; what is an account's own, such as notices, stays. `verb` is what the journal calls it;
    `is_permitted` says that the actor may do so with the whole, whatever they may do with each record of it.
    """
    undoing = _Undoing(store, tx, sorted(positions), reason, verb, is_permitted=is_permitted)
    await undoing.gather()
    await undoing.know_sizes()
    obstacles = [obstacle for kind in undoing.kinds for obstacle in await undoing.obstacles(kind)]
    # What was made goes first: a stay that is open again would overlap the one that took its place.
    for kind in undoing.kinds if not obstacles else ():
        obstacles += await undoing.make_void(kind)
    for kind in undoing.kinds if not obstacles else ():
        obstacles += await undoing.restore(kind)
    await tx.fetch("DROP TABLE undone")
    return obstacles


class _Undoing:
    def __init__(
        self,
        store: "Store",
        tx: Transaction,
        positions: Sequence[int],
        reason: str,
        verb: str,
        *,
        is_permitted: bool,
    ) -> None:
        self._store = store
        self._tx = tx
        self._positions = positions
        self._reason = reason
        self._verb = verb
        self._is_permitted = is_permitted
        self.kinds: list[Kind] = []
        """Those whose records were written, the last that was written first."""

    async def gather(self) -> None:
        """Note which records were written, and which of them were made then."""
        columns = "kind text, id bigint, is_new integer, PRIMARY KEY (kind, id)"
        drop = " ON COMMIT DROP" if self._tx.dialect == "postgres" else ""
        await self._tx.fetch(f"CREATE TEMPORARY TABLE undone ({columns}){drop}")
        by_name = {kind.name: kind for kind in self._store.kinds}
        within, values = self._within("position")
        sql = (
            f"SELECT kind, max(id) FROM journal WHERE {within} AND record_id IS NOT NULL GROUP BY kind ORDER BY 2 DESC"
        )
        names = [row[0] for row in await self._tx.fetch(sql, *values)]
        self.kinds = [kind for name in names if not ((kind := by_name[name]).owner or kind.derived)]
        for kind in self.kinds:
            past = (
                f"EXISTS (SELECT 1 FROM {kind.table}_history h WHERE h.id = j.record_id AND h.void_reason IS NULL"
                f" AND h.position = (SELECT max(p.position) FROM {kind.table}_history p"
                f" WHERE p.id = h.id AND p.position < {self._positions[0]}))"
            )
            changed = f"EXISTS (SELECT 1 FROM {kind.table} t WHERE t.id = j.record_id AND t.version > 1)"
            is_new = f"CASE WHEN {past if kind.history else changed} THEN 0 ELSE 1 END"
            await self._tx.fetch(
                f"INSERT INTO undone SELECT DISTINCT '{kind.name}', j.record_id, {is_new}"
                f" FROM journal j WHERE {self._within('j.position')[0]} AND j.kind = '{kind.name}'",
                *values,
            )

    async def know_sizes(self) -> None:
        """Let PostgreSQL look at what was just written by the many; it would read all of it for each set of records."""
        if self._tx.dialect == "postgres":
            await self._tx.fetch("ANALYZE undone")
            for kind in self.kinds:
                if kind.history:
                    await statistics.take(self._tx, f"{kind.table}_history")

    def _within(self, column: str) -> tuple[str, list[Any]]:
        return among(self._tx.dialect, column, self._positions)

    async def obstacles(self, kind: Kind) -> list[Obstacle]:
        """What was done since with the records of a kind, and what refers to those that would be void."""
        found = [Obstacle(kind, row[0], _CHANGED) for row in await self._changed(kind)]
        for other in self._store.kinds:
            if other.derived or other.owner:
                continue
            inherited = other.base.fields if other.base else {}
            for name, declared in other.fields.items():
                if isinstance(declared, One) and name not in inherited and declared.target.about.table == kind.table:
                    reason = Words(
                        f"It refers to a {kind.words.en.lower()} that would be void.",
                        f"它引用了将作废的{kind.words.zh}。",
                    )
                    found += [Obstacle(other, row[0], reason) for row in await self._referring(kind, other, declared)]
        return found

    async def _changed(self, kind: Kind) -> Sequence[Any]:
        """Records that others wrote since, or in between."""
        within, values = self._within("t.position")
        between = "FALSE"
        if kind.history:
            theirs, _ = self._within("h.position")
            between = (
                f"EXISTS (SELECT 1 FROM {kind.table}_history h WHERE h.id = t.id AND NOT ({theirs})"
                f" AND h.position > {self._positions[0]})"
            )
        sql = (
            f"SELECT t.id FROM {kind.table} t JOIN undone u ON u.kind = '{kind.name}' AND u.id = t.id"
            f" WHERE NOT ({within}) OR {between} ORDER BY t.id LIMIT {MOST_OBSTACLES}"
        )
        return await self._tx.fetch(sql, *values)

    async def _referring(self, kind: Kind, other: Kind, declared: One[Any]) -> Sequence[Any]:
        column = declared.column.name
        same = [k.name for k in self._store.kinds if k.table == other.table]
        names = ", ".join(f"'{name}'" for name in same)
        return await self._tx.fetch(
            f"SELECT o.id FROM {other.table} o JOIN undone u ON u.kind = '{kind.name}' AND u.id = o.{column}"
            " WHERE o.void_reason IS NULL AND u.is_new = 1"
            f" AND NOT EXISTS (SELECT 1 FROM undone v WHERE v.kind IN ({names}) AND v.id = o.id)"
            f" ORDER BY o.id LIMIT {MOST_OBSTACLES}"
        )

    async def restore(self, kind: Kind) -> list[Obstacle]:
        """Let the records that were changed be as they were; what has taken their place since is an obstacle."""
        table = self._store.tables[kind.table]
        found: list[Obstacle] = []
        async for ids in self._ids(kind, is_new=False):
            before = {record.id: record for record in await of_variant(kind).filter(id__in=ids)}
            past = await self._past(table, ids)
            drafts = [_restored(kind, before[identity], past[identity]) for identity in ids]
            await load_rest(drafts)
            replaced = await self._replaced(table, ids)
            for draft in drafts:
                self._seal_again(draft, replaced.get(draft.record.id, {}))
            await refuse_duplicates(self._tx, drafts, table, self._store.keyring)
            await refuse_overlaps(self._tx, drafts, table)
            found += await self._forbidden(kind, before.values())
            found += [Obstacle(kind, draft.before.id, fault.words) for draft in drafts for fault in draft.faults]
            if not found:
                await self._store.write(self._tx, drafts, self._verb, self._reason)
        return found

    async def _forbidden(self, kind: Kind, records: Iterable[Any]) -> list[Obstacle]:
        """Those that the actor may write no more; what stood beside others in their rows goes as those do."""
        if self._is_permitted:
            return []
        left = [record for record in records if not self._may_write(kind, record)]
        if left and kind.beside:
            relation = kind.fields[kind.beside.relation]
            assert isinstance(relation, One)
            of = self._store.kind_of(relation.target)
            others = await load_by_id(of, {record.__dict__[relation.column.name] for record in left})
            allowed = {identity for identity, other in others.items() if self._may_write(of, other)}
            left = [record for record in left if record.__dict__[relation.column.name] not in allowed]
        return [Obstacle(kind, record.id, _FORBIDDEN) for record in left]

    def _may_write(self, kind: Kind, record: Any) -> bool:
        rule = kind.create | kind.file | kind.update
        if not self._tx.actor.admits(rule):
            return False
        if kind.scope is None or not rule.admits_some:
            return True  # written with others, which say who may
        return may_act(self._tx.actor, kind, rule, record)

    async def _past(self, table: Table, ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        """The rows as they stood before; what is sealed is not among it."""
        columns = [column for column in table.history_columns if column.name != "until_position"]
        of, values = among(self._tx.dialect, "h.id", ids)
        names = ", ".join(f"h.{column.name}" for column in columns)
        sql = (
            f"SELECT {names} FROM {table.history_name} h WHERE {of} AND h.position = (SELECT max(p.position)"
            f" FROM {table.history_name} p WHERE p.id = h.id AND p.position < {self._positions[0]})"
        )
        found: dict[int, Mapping[str, Any]] = {}
        for row in await self._tx.fetch(sql, *values):
            values_of = {column.name: _value(column, raw) for column, raw in zip(columns, row, strict=True)}
            found[values_of["id"]] = values_of
        return found

    async def _replaced(self, table: Table, ids: Sequence[int]) -> dict[int, dict[str, bytes | None]]:
        """The sealed values that were replaced, by record and field, as they were sealed; `ids` are in order."""
        within, values = self._within("position")
        sql = (
            "SELECT record_id, field, sealed FROM replaced_seal"
            f" WHERE {within} AND table_name = '{table.name}' AND record_id BETWEEN {ids[0]} AND {ids[-1]}"
            " ORDER BY position DESC"
        )
        found: dict[int, dict[str, bytes | None]] = {}
        for record, field, sealed in await self._tx.fetch(sql, *values):
            found.setdefault(record, {})[field] = sealed  # of several, the first that was replaced is told last
        return found

    def _seal_again(self, draft: Draft, replaced: Mapping[str, bytes | None]) -> None:
        """Give a draft the sealed values it had; what was erased since stays erased."""
        for name, sealed in replaced.items():
            declared = draft.kind.fields[name]
            assert isinstance(declared, Sealed)
            salt = sealed_by(draft, declared).salt
            if sealed is None:
                draft.record.__dict__.update(dict.fromkeys(column.name for column in declared.columns))
            elif salt:
                place = sealed_place(draft.kind, declared)
                value = self._store.keyring.open(
                    bytes(sealed), salt=bytes(salt), field=place, record_id=draft.record.id
                )
                draft.clear[name] = value

    async def make_void(self, kind: Kind) -> list[Obstacle]:
        """Make void the records that were made then."""
        found: list[Obstacle] = []
        async for ids in self._ids(kind, is_new=True):
            records = await of_variant(kind).filter(id__in=ids, void_reason__isnull=True).order_by("id")
            found += await self._forbidden(kind, records)
            await make_void(self._tx, kind.table, ids, self._reason)
            entries = (journal.Entry(self._verb, kind, record.id, reason=self._reason) for record in records)
            await journal.write_journal(self._tx, entries)
            writes = [Written(record, record, is_void=True) for record in records]
            await self._store.reactions.run(self._store, self._tx, kind, writes)
        return found

    async def _ids(self, kind: Kind, *, is_new: bool) -> AsyncIterator[list[int]]:
        after = 0
        sql = (
            f"SELECT id FROM undone WHERE kind = '{kind.name}' AND is_new = {int(is_new)} AND id > $1"
            f" ORDER BY id LIMIT {AT_ONCE}"
        )
        while ids := [row[0] for row in await self._tx.fetch(sql, after)]:
            yield ids
            after = ids[-1]


def _restored(kind: Kind, now: Any, past: Mapping[str, Any]) -> Draft:
    """A record as it was, to be written over what it is."""
    own = set(kind.record._meta.fields_db_projection)  # type: ignore[attr-defined]
    values = {name: now.__dict__.get(name) for name in own} | {name: v for name, v in past.items() if name in own}
    values["version"] = now.version
    record: Any = kind.record
    return Draft(kind, blank(record, values), now, given=set(kind.fields))


_FROM_SQLITE: Mapping[ColumnType, Callable[[Any], Any]] = {
    ColumnType.DATE: date.fromisoformat,
    ColumnType.MOMENT: datetime.fromisoformat,
    ColumnType.BOOLEAN: bool,
}


def _value(column: Column, raw: Any) -> Any:
    """A value of a hand-written statement as records have it."""
    convert = _FROM_SQLITE.get(column.type)
    return convert(raw) if convert and isinstance(raw, str | int) and not isinstance(raw, bool) else raw
