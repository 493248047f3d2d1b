"""A merge is undone: its steps are taken backwards, unless something was changed since that depends on them."""

from collections.abc import Collection, Sequence
from typing import Any

from bureau.kernel.errors import Code, Fault, Refusal, fault
from bureau.kernel.event import Written
from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.storage import journal
from bureau.storage.carry import follow
from bureau.storage.drafts import read_draft
from bureau.storage.leading import held, lead
from bureau.storage.references import load_rest, of_variant
from bureau.storage.rows import changes
from bureau.storage.steps import Led, Merged, Step, Taken, Voided
from bureau.storage.store import Store
from bureau.storage.tables import MERGED_INTO
from bureau.storage.transaction import Transaction


async def undo(store: Store, tx: Transaction, verb: str, steps: Sequence[Step], reason: str) -> None:
    """Take steps backwards; raises Refusal CHANGED_SINCE for every record that stands in the way."""
    undoing = _Undoing(store, tx, verb, reason)
    faults = [found for step in reversed(steps) for found in await undoing.obstacles(step)]
    if faults:
        raise Refusal(faults)
    for step in reversed(steps):
        await undoing.back(step)
    for step in reversed(steps):
        await undoing.revive(step)


class _Undoing:
    def __init__(self, store: Store, tx: Transaction, verb: str, reason: str) -> None:
        self._store = store
        self._tx = tx
        self._verb = verb
        self._reason = reason
        self._kinds = {kind.name: kind for kind in store.kinds}

    async def obstacles(self, step: Step) -> list[Fault]:
        """What was changed since and depends on a step."""
        kind = self._kinds[step.kind]
        match step:
            case Merged(keep=keep, merged=merged):
                rows = await self._rows(kind, [keep, merged])
                stands = rows[keep].void_reason is None
                return [] if stands and rows[merged].__dict__[MERGED_INTO] == keep else [_changed(kind, keep)]
            case Led(relation=relation, target=target, versions=versions):
                column = kind.fields[relation].column.name
                rows = await self._rows(kind, list(versions))
                moved = [i for i, row in rows.items() if row.__dict__[column] != target]
                touched = [i for i, row in rows.items() if kind.apart and row.version != versions[i]]
                return [_changed(kind, identity) for identity in sorted({*moved, *touched})]
            case Taken(record=record, columns=columns):
                row = (await self._rows(kind, [record]))[record]
                sealed = {
                    f.columns[0].name for f in kind.fields.values() if isinstance(f, Sealed)
                }  # told by their digests
                same = all(_plain(row.__dict__[c]) == _plain(n) for c, (_, n) in columns.items() if c not in sealed)
                return [_changed(kind, record)] if not same else await self._taken_by_others(kind, step)
            case Voided():
                return []

    async def _taken_by_others(self, kind: Kind, step: Taken) -> list[Fault]:
        """Those who have by now what only one may have, and what the record had before."""
        found: list[Fault] = []
        for declared in (declared for declared in kind.fields.values() if declared.unique):
            column = declared.columns[1 if isinstance(declared, Sealed) else 0].name
            old = step.columns.get(column, (None, None))[0]
            if old is not None:
                rows = await of_variant(kind).filter(**{column: old}, void_reason__isnull=True)
                found += [_changed(kind, row.id) for row in rows if row.id != step.record]
        return found

    async def back(self, step: Step) -> None:
        """Undo one step, but for making live again what it made void."""
        kind, position = self._kinds[step.kind], await self._tx.position()
        match step:
            case Merged(keep=keep, merged=merged, earlier=earlier):
                sql = f"UPDATE {kind.table} SET {MERGED_INTO} = $2, position = $3 WHERE id = $1"
                await self._tx.execute_many(sql, [(identity, merged, position) for identity in earlier])
                sql = f"UPDATE {kind.table} SET {MERGED_INTO} = NULL, position = $2 WHERE id = $1"
                await self._tx.fetch(sql, merged, position)
                sql = f"UPDATE {kind.table} SET version = version + 1, position = $2 WHERE id = $1"
                await self._tx.fetch(sql, keep, position)
                entries = [journal.Entry(self._verb, kind, i, reason=self._reason) for i in (keep, merged)]
                await journal.write_journal(self._tx, entries)
            case Led(relation=relation, source=source, versions=versions):
                target: Any = kind.fields[relation]
                to = await target.target.filter(id=source).first()
                rows = await self._rows(kind, list(versions))
                await lead(self._store, self._tx, kind, relation, list(rows.values()), to, self._verb)
            case Taken(record=record, columns=columns) if columns:
                sets = ", ".join(f"{column} = ${n}" for n, column in enumerate(columns, 3))
                old = [pair[0] for pair in columns.values()]
                before = (await self._rows(kind, [record]))[record]
                sql = f"UPDATE {kind.table} SET {sets}, position = $2 WHERE id = $1"
                await self._tx.fetch(sql, record, position, *old)
                await follow(self._tx, self._store.tables, self._store.kinds, kind.table, [record])
                await self._tell(kind, before, (await self._rows(kind, [record]))[record], columns)

    async def _tell(self, kind: Kind, before: Any, now: Any, columns: Collection[str]) -> None:
        """Journal what a record was given back, and do what follows from it."""
        draft = read_draft(kind, {}, await self._store.reading(), now)
        draft.before = before
        draft.given = {name for name, f in kind.fields.items() if any(column.name in columns for column in f.columns)}
        sealed = {name: "sealed" for name in sorted(draft.given) if isinstance(kind.fields[name], Sealed)}
        said = {**changes(draft), **sealed}
        await journal.write_journal(self._tx, [journal.Entry(self._verb, kind, now.id, said, self._reason)])
        await load_rest([draft])
        await self._store.react(self._tx, kind, [draft])

    async def revive(self, step: Step) -> None:
        """Make live again what a step made void."""
        record = step.merged if isinstance(step, Merged) else step.record if isinstance(step, Voided) else None
        if record is not None:
            kind = self._kinds[step.kind]
            sql = f"UPDATE {kind.table} SET void_reason = NULL, version = version + 1, position = $2 WHERE id = $1"
            await self._tx.fetch(sql, record, await self._tx.position())
            if isinstance(step, Voided):
                entry = journal.Entry(self._verb, kind, record, reason=self._reason)
                await journal.write_journal(self._tx, [entry])
                alive = (await self._rows(kind, [record]))[record]
                await self._store.reactions.run(self._store, self._tx, kind, [Written(alive, None)])

    async def _rows(self, kind: Kind, ids: Sequence[int]) -> dict[int, Any]:
        return {row.id: row for row in await held(self._tx, kind, id__in=list(ids))}


def _changed(kind: Kind, record: int) -> Fault:
    return fault(Code.CHANGED_SINCE, "id", kind=kind.words, id=f"{kind.type_name}:{record}")


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value
