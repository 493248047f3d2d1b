"""One record is merged into another, which from then on stands for the ids of both.

All that leads to the one is led to the other; what neither may have twice is merged with them or refused. What was
done is kept step by step, so that it can be undone (`unmerge`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bureau.kernel.errors import Code, Fault, Refusal, fault, refuse
from bureau.kernel.event import Written
from bureau.kernel.field import Numbered, One, Salt, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage import journal
from bureau.storage.carry import follow
from bureau.storage.drafts import Draft, read_draft
from bureau.storage.leading import held, lead, leading_to, opened, sealed_through
from bureau.storage.references import load_rest, of_variant
from bureau.storage.rows import changes, make_void, update
from bureau.storage.steps import Led, Merged, Step, Taken, Voided
from bureau.storage.store import Store
from bureau.storage.tables import MERGED_INTO, distincts
from bureau.storage.transaction import Transaction

_ITSELF = Words("a record is not merged with itself.", "不能与自身合并。")
_UNTOUCHED = frozenset({"id", "version", "position"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the merged record the one that stays takes over, and what is merged along with them."""

    take: Sequence[str] = ()
    """Fields, by name."""
    along: Mapping[str, "Wish"] = field(default_factory=dict)
    """By the name of a kind of which nobody has two, such as a student, and of which both have one."""
    gives_up: Collection[str] = ()
    """Kinds of which records of the merged one are made void that cannot be kept beside those of the other."""


class Merger:
    """Merges records within one transaction."""

    def __init__(self, store: Store, tx: Transaction, verb: str, reason: str) -> None:
        self._store = store
        self._tx = tx
        self._verb = verb
        self._reason = reason
        self._faults: list[Fault] = []
        self.steps: list[Step] = []
        """What was done, in order."""

    async def merge(self, kind: Kind, keep: int, merged: int, wish: Wish) -> None:
        """Merge one live record into another; raises Refusal with all that stands against it."""
        await self._merge(kind, keep, merged, wish)
        if self._faults:
            raise Refusal(self._faults)

    async def _merge(self, kind: Kind, keep_id: int, merged_id: int, wish: Wish) -> None:
        keep, merged = await self._held(kind, keep_id, merged_id)
        await self._set_aside(kind, merged)  # before the other takes what only one may have
        keep = await self._take(kind, keep, merged, wish.take)
        for other, relation in leading_to(self._store, kind):
            await self._lead(other, relation, keep, merged, wish)
        await self._let_stand(kind, keep, merged)
        said = {"merged": f"{kind.type_name}:{merged.id}"}, {"into": f"{kind.type_name}:{keep.id}"}
        entries = (
            journal.Entry(self._verb, kind, record.id, change, self._reason)
            for record, change in zip((keep, merged), said, strict=True)
        )
        await journal.write_journal(self._tx, entries)

    async def _held(self, kind: Kind, *ids: int) -> list[Any]:
        """Both records, locked in the order of their ids: of two who merge them crosswise one comes second."""
        if len(set(ids)) < len(ids):
            raise refuse(Code.INVALID, "merged", reason=_ITSELF)
        if self._tx.dialect == "postgres":
            sql = f"SELECT 1 FROM {kind.table} WHERE id = ANY($1) ORDER BY id FOR UPDATE"
            await self._tx.fetch(sql, list(ids))
        rows = {row.id: row for row in await of_variant(kind).filter(id__in=list(ids))}
        if any(rows[identity].void_reason is not None for identity in ids):
            raise refuse(Code.VOIDED, "merged")
        return [rows[identity] for identity in ids]

    async def _set_aside(self, kind: Kind, record: Any) -> None:
        """Make a record void, without the question of what depends on it."""
        await make_void(self._tx, kind.table, [record.id], self._reason)

    async def _let_stand(self, kind: Kind, keep: Any, merged: Any) -> None:
        """From now on the one stands for the other, and for those that the other stood for."""
        position = await self._tx.position()
        sql = f"UPDATE {kind.table} SET {MERGED_INTO} = $2, position = $3 WHERE {MERGED_INTO} = $1 RETURNING id"
        earlier = [row[0] for row in await self._tx.fetch(sql, merged.id, keep.id, position)]
        await self._tx.fetch(f"UPDATE {kind.table} SET {MERGED_INTO} = $2 WHERE id = $1", merged.id, keep.id)
        self.steps.append(Merged(kind.name, keep.id, merged.id, sorted(earlier)))
        await follow(self._tx, self._store.tables, self._store.kinds, kind.table, [keep.id])

    # What the record that stays takes over ----------------------------------------------------------------------

    async def _take(self, kind: Kind, keep: Any, merged: Any, names: Sequence[str]) -> Any:
        """The record that stays, with what it takes over; its version grows in any case."""
        if names:
            values = {name: await self._value(kind, merged, name) for name in names}
            (draft,), (faults,) = await self._fitting(kind, [keep], [values])
            self._faults += faults
        else:
            draft = read_draft(kind, {}, await self._store.reading(), keep)
            await load_rest([draft])
        if self._faults:
            return keep
        await update(self._tx, [draft], self._store.tables[kind.table], self._store.keyring)
        if names:
            columns = keep.__dict__.keys() & set(kind.record._meta.fields_db_projection) - _UNTOUCHED  # type: ignore[attr-defined]
            pairs = {column: (keep.__dict__[column], draft.record.__dict__.get(column)) for column in sorted(columns)}
            taken = {column: pair for column, pair in pairs.items() if pair[0] != pair[1]}
            self.steps.append(Taken(kind.name, keep.id, taken))
            await self._store.let_follow(self._tx, self._store.tables[kind.table], [draft])
            await journal.write_journal(self._tx, [journal.Entry(self._verb, kind, keep.id, changes(draft))])
            await self._store.react(self._tx, kind, [draft])
        return draft.record

    async def _value(self, kind: Kind, record: Any, name: str) -> Any:
        declared = kind.fields[name]
        if isinstance(declared, Sealed):
            draft = Draft(kind, record)
            if declared.subject:
                subject: Any = kind.fields[declared.subject]
                related = await subject.target.filter(id=record.__dict__[subject.column.name]).first()
                record.__dict__[f"_{declared.subject}"] = related
            return opened(self._store.keyring, draft, declared)
        value = record.__dict__[declared.column.name]
        if isinstance(declared, One) and value is not None:
            target: Any = declared.target
            return await target.filter(id=value).first()
        return value

    async def _fitting(
        self, kind: Kind, rows: Sequence[Any], values: Sequence[Mapping[str, Any]]
    ) -> tuple[list[Draft], list[list[Fault]]]:
        """Drafts of rows with these values, and what is wrong with each now that was not wrong before."""
        reading = await self._store.reading()
        before = await self._store.draft(self._tx, kind, [{} for _ in rows], rows, reading)
        after = await self._store.draft(self._tx, kind, values, rows, reading)
        known = [{(f.code, f.path) for f in draft.faults} for draft in before]
        new = [
            [f.under(kind.name) for f in draft.faults if (f.code, f.path) not in old]
            for draft, old in zip(after, known, strict=True)
        ]
        return after, new

    # What leads to them -----------------------------------------------------------------------------------------

    async def _lead(self, other: Kind, relation: str, keep: Any, merged: Any, wish: Wish) -> None:
        """Lead the records of `other` to the one that stays, of which none may then stand there twice."""
        column = other.fields[relation].column.name
        rows = await held(self._tx, other, **{f"{column}__in": [keep.id, merged.id]})
        mine = [row for row in rows if row.__dict__[column] == keep.id and row.void_reason is None]
        theirs = [row for row in rows if row.__dict__[column] == merged.id]
        for row in theirs:
            twin = next((m for m in mine if row.void_reason is None and _are_twins(other, relation, m, row)), None)
            if twin is not None:
                await self._join(other, relation, twin, row, wish)
        if theirs and not self._faults:
            await self._give_up(other, relation, keep, theirs, wish)
        if not theirs or self._faults:
            return
        rows = await self._now(other, theirs)
        await lead(self._store, self._tx, other, relation, rows, keep, self._verb)
        versions = {row.id: row.version + 1 for row in rows}
        self.steps.append(Led(other.name, relation, merged.id, keep.id, versions))

    async def _now(self, kind: Kind, rows: Sequence[Any]) -> list[Any]:
        """Rows as they are by now."""
        return await held(self._tx, kind, id__in=[row.id for row in rows])

    async def _give_up(self, other: Kind, relation: str, keep: Any, rows: Sequence[Any], wish: Wish) -> None:
        """Make void what would overlap with what the other has, where that is wished; else it stands against it."""
        alive = [row for row in await self._now(other, rows) if row.void_reason is None]
        if not alive:
            return
        drafts = [read_draft(other, {}, await self._store.reading(), row) for row in alive]
        await load_rest(drafts)
        sealed = [sealed_through(self._store.keyring, draft, relation) for draft in drafts]
        _, faults = await self._fitting(other, alive, [{relation: keep, **values} for values in sealed])
        for row, found in zip(alive, faults, strict=True):
            if found and other.name in wish.gives_up and all(f.code is Code.OVERLAP for f in found):
                await self._drop(other, row)
            else:
                self._faults += found

    async def _join(self, other: Kind, relation: str, twin: Any, row: Any, wish: Wish) -> None:
        """Of two records of which there may be one: merge them too, or drop the merged one's, or refuse."""
        if other.merges and other.name in wish.along:
            await self._merge(other, twin.id, row.id, wish.along[other.name])
        elif other.name in wish.gives_up or (not other.merges and _say_the_same(other, relation, twin, row)):
            await self._drop(other, row)
        else:
            first, second = (f"{other.type_name}:{record.id}" for record in (twin, row))
            self._faults.append(fault(Code.BOTH_HAVE, other.name, kind=other.words, first=first, second=second))

    async def _drop(self, kind: Kind, row: Any) -> None:
        """Make void what says nothing new, or less; raises Refusal IN_USE while live records refer to it."""
        await self._store.refuse_in_use(self._tx, kind, row.id)
        await self._set_aside(kind, row)
        self.steps.append(Voided(kind.name, row.id))
        await journal.write_journal(self._tx, [journal.Entry(self._verb, kind, row.id, reason=self._reason)])
        await self._store.reactions.run(self._store, self._tx, kind, [Written(row, row, is_void=True)])


def _are_twins(kind: Kind, relation: str, one: Any, other: Any) -> bool:
    """Whether two live records could not both lead to one record by `relation`."""
    if kind.fields[relation].unique == "live":
        return True
    for distinct in distincts(kind):
        columns = [kind.fields[name].columns[0].name for name in distinct.fields if name != relation]
        values = [one.__dict__[column] for column in columns]
        same = values == [other.__dict__[column] for column in columns]
        if relation in distinct.fields and None not in values and same:
            return True
    return False


def _say_the_same(kind: Kind, relation: str, one: Any, other: Any) -> bool:
    """Whether one of two records tells nothing that the other does not."""
    for name, declared in kind.fields.items():
        if name == relation or isinstance(declared, Numbered | Salt):
            continue
        columns = declared.columns[1:2] if isinstance(declared, Sealed) else declared.columns
        if any(one.__dict__.get(column.name) != other.__dict__.get(column.name) for column in columns):
            return False
    return True
