"""The one place that writes records: forms of the API, actions and imports all come through here, in sets.

Every write takes the same steps: read the values, load what they refer to, require, check, refuse duplicates,
write, let what is repeated elsewhere follow, journal, and do what else follows.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bureau.kernel.accept import Reading
from bureau.kernel.action import Action
from bureau.kernel.actor import Actor
from bureau.kernel.codes import CodeBook
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.event import Reaction, Written
from bureau.kernel.fact import Answer
from bureau.kernel.field import One
from bureau.kernel.kind import Fact, Kind
from bureau.kernel.rules import Rule
from bureau.settings import Settings
from bureau.storage import journal
from bureau.storage.apart import refuse_overlaps
from bureau.storage.carry import follow
from bureau.storage.codes import code_entry, load_code_book
from bureau.storage.database import Database
from bureau.storage.disclosure import disclose, named, refuse_look_ups
from bureau.storage.drafts import Draft, check, read_draft, require
from bureau.storage.existing import existing, leave_merged_keys
from bureau.storage.reactions import Reactions
from bureau.storage.record import Record
from bureau.storage.references import keep_standing, link, standing
from bureau.storage.revival import revive
from bureau.storage.rights import load_parties, may_act, may_place
from bureau.storage.rows import changes, insert, is_unchanged, make_void, prepare, update
from bureau.storage.seal import Keyring
from bureau.storage.sql import among
from bureau.storage.tables import Table, owner_column
from bureau.storage.transaction import Transaction
from bureau.storage.unique import refuse_duplicates

Values = Mapping[str, Any]

_ASKED_AT_ONCE = 10_000
"""Records of which a fact is asked at a time."""


class Store:
    """Writes the records of a set of kinds to one database."""

    def __init__(
        self,
        database: Database,
        kinds: Iterable[Kind],
        tables: Mapping[str, Table],
        settings: Settings,
        facts: Mapping[str, Fact],
        reactions: Iterable[Reaction] = (),
        answers: Iterable[Answer] = (),
        verbs: Iterable[Action] = (),
    ) -> None:
        self.database = database
        self.kinds = tuple(kinds)
        self.tables = tables
        self.profile = settings.profile
        self.keyring = Keyring.of(settings)
        self.facts = facts
        self.reactions = Reactions(reactions)
        self._answers = tuple(answers)
        self.verbs = {verb.name: verb for verb in verbs}
        """The verbs there are, by name, those that procedures alone use among them."""
        self._by_record = {kind.record: kind for kind in self.kinds}
        self._codes: CodeBook | None = None

    def kind_of(self, record: type[Any]) -> Kind:
        """The kind of a record class."""
        return self._by_record[record]

    async def reading(self, *, from_file: bool = False) -> Reading:
        """What reading input needs to know now."""
        if self._codes is None:
            self._codes = await load_code_book(self.database.readers)
        return Reading(self._codes, self.database.clock.today(), from_file)

    def forget_codes(self) -> None:
        """Read the code tables anew before the next write."""
        self._codes = None

    async def known(self, tx: Transaction, fact: str, ids: Sequence[Any]) -> dict[Any, Any]:
        """What those who answer a fact know of these records; where several do, the one that was named first."""
        found: dict[Any, Any] = {}
        for answer in (a for a in self._answers if a.fact == fact):
            for first in range(0, len(ids), _ASKED_AT_ONCE):
                told = await answer.work(tx, ids[first : first + _ASKED_AT_ONCE])
                found = dict(told) | found
        return found

    async def existing(self, tx: Transaction, kind: Kind, rows: Sequence[Values], reading: Reading) -> list[Any]:
        """For each row the live record it means, or None; raises Unpaid as `draft` does."""
        await refuse_look_ups(self, tx, kind, rows)
        found = await existing(kind, rows, reading, self.keyring, self.kind_of)
        await disclose(self, tx, kind, named(kind, rows, found))
        return found

    async def draft(
        self,
        tx: Transaction,
        kind: Kind,
        rows: Sequence[Values],
        before: Sequence[Record | None],
        reading: Reading,
        rule: Rule | None = None,
    ) -> list[Draft]:
        """Read rows into drafts with all their faults; nothing is written.

        Who may not write there under `rule` is told only that, and not what else the rows would meet. Raises Unpaid
        where the faults would tell who holds a number beyond the actor's sight.
        """
        await refuse_look_ups(self, tx, kind, rows)
        drafts = [read_draft(kind, row, reading, old) for row, old in zip(rows, before, strict=True)]
        if owner := owner_column(kind):
            _give_owner(tx.actor, owner.name, drafts)
        relations = [name for name, declared in kind.fields.items() if isinstance(declared, One)]
        given = [{name: _key(row[name]) for name in relations if name in row} for row in rows]
        await link(drafts, given, self.kind_of, lambda k, r: may_act(tx.actor, k, k.read, r), self.keyring)
        await keep_standing(tx, drafts, self.kind_of)
        if reading.from_file:
            await leave_merged_keys(drafts, self.keyring)
        for fill in kind.fills:
            await fill([draft.record for draft in drafts])
        table = self.tables[kind.table]
        if rule is not None and not all(may_place(tx.actor, draft, rule, table) for draft in drafts):
            raise refuse(Code.FORBIDDEN)
        for draft in drafts:
            require(draft, self.profile)
        check(drafts, reading, self.profile, self.keyring, self.facts)
        await revive(tx, drafts)
        placed = drafts if rule is None else [draft for draft in drafts if not draft.is_lost]
        holders = await refuse_duplicates(tx, placed, self.tables[kind.table], self.keyring)
        await disclose(self, tx, kind, holders)
        await refuse_overlaps(tx, placed, self.tables[kind.table])
        return drafts

    async def prepare(self, tx: Transaction, drafts: Sequence[Draft]) -> None:
        """Fill what storage adds to drafts without faults, their ids above all, so that others may refer to them and
        be checked before anything is written.
        """
        if drafts:
            await prepare(tx, drafts, self.tables[drafts[0].kind.table], self.keyring)

    def is_followed(self, drafts: Sequence[Draft]) -> bool:
        """Whether a reaction would follow from writing these drafts of one kind."""
        return bool(drafts) and self.reactions.follow(drafts[0].kind, [Written(d.record, d.before) for d in drafts])

    async def write(self, tx: Transaction, drafts: Sequence[Draft], verb: str, reason: str | None = None) -> None:
        """Write drafts without faults: new ones, changed ones, and none that would change nothing.

        Raises Refusal where what follows from them is refused; drafts that are to blame then have the fault.
        """
        if not drafts:
            return
        kind, table = drafts[0].kind, self.tables[drafts[0].kind.table]
        new = [draft for draft in drafts if draft.is_new]
        old = [draft for draft in drafts if not draft.is_new and not is_unchanged(draft, self.keyring)]
        if new:
            await insert(tx, new, table, self.keyring)
        if old:
            await update(tx, old, table, self.keyring)
            await self.let_follow(tx, table, old)
        tx.warnings += [odd for draft in drafts for odd in draft.warnings]
        if not (new or old):
            return
        entries = (journal.Entry(verb, kind, d.record.id, changes(d), reason) for d in (*new, *old))
        await journal.write_journal(tx, entries)
        if kind is code_entry:
            tx.after_commit(self.forget_codes)
        await self.react(tx, kind, (*new, *old))

    async def react(self, tx: Transaction, kind: Kind, drafts: Sequence[Draft]) -> None:
        """Do what follows from drafts that were written; raises Refusal, and drafts to blame then have the fault."""
        if not drafts or not self.reactions.to(kind):
            return
        writes = [Written(draft.record, draft.before) for draft in drafts]
        try:
            await self.reactions.run(self, tx, kind, writes)
        finally:
            for draft, write in zip(drafts, writes, strict=True):
                draft.faults += write.faults

    async def let_follow(self, tx: Transaction, table: Table, drafts: Sequence[Draft]) -> None:
        """Bring up to date what is repeated elsewhere of drafts that were written."""
        sources = {c.source_column for t in self.tables.values() for c in t.carried if c.source_table == table.name}
        moved = [
            d.record.id
            for d in drafts
            if any(d.before.__dict__.get(column) != d.record.__dict__.get(column) for column in sources)
        ]
        if moved:
            await follow(tx, self.tables, self.kinds, table.name, moved)

    async def create(
        self, tx: Transaction, kind: Kind, values: Values, rule: Rule | None = None, *, verb: str = "create"
    ) -> Any:
        """Write one new record, which must lie within `rule` for the actor; raises Refusal with every fault."""
        (record,) = await self._written(tx, kind, [values], [None], verb, rule)
        return record

    async def create_all(self, tx: Transaction, kind: Kind, rows: Sequence[Values], *, verb: str) -> list[Any]:
        """Write new records, or none of them; raises Refusal with every fault."""
        return await self._written(tx, kind, rows, [None] * len(rows), verb)

    async def change(
        self,
        tx: Transaction,
        kind: Kind,
        record: Any,
        values: Values,
        *,
        verb: str = "update",
        rule: Rule | None = None,
    ) -> Any:
        """Change one record that the caller holds; it must lie within `rule` before and after."""
        (changed,) = await self._written(tx, kind, [values], [record], verb, rule)
        return changed

    async def change_all(
        self, tx: Transaction, kind: Kind, changes: Sequence[tuple[Any, Values]], *, verb: str
    ) -> list[Any]:
        """Change records that the caller holds, or none of them; raises Refusal with every fault."""
        return await self._written(tx, kind, [values for _, values in changes], [old for old, _ in changes], verb)

    async def _written(
        self,
        tx: Transaction,
        kind: Kind,
        rows: Sequence[Values],
        before: Sequence[Record | None],
        verb: str,
        rule: Rule | None = None,
    ) -> list[Any]:
        drafts = await self.draft(tx, kind, rows, before, await self.reading(), rule)
        if faults := [fault for draft in drafts for fault in draft.faults]:
            raise Refusal(faults)
        await self.write(tx, drafts, verb)
        return [draft.record for draft in drafts]

    async def hold(
        self, tx: Transaction, kind: Kind, identity: int, rule: Rule, expected_version: int | None = None
    ) -> Any:
        """Load one record for change, locked; raises Refusal NOT_FOUND, FORBIDDEN, VOIDED or CONFLICT.

        Of a kind that others build on, it is a record of the one that it is of.
        """
        (identity,) = (await standing(kind, [identity])).values()
        kind = await self._concrete(kind, identity)
        query: Any = kind.record.filter(id=identity)  # type: ignore[attr-defined]
        if kind.variant:
            query = query.filter(**{f"{kind.variant.field}__in": list(kind.variant.values)})
        record = await (query.select_for_update() if tx.dialect == "postgres" else query).first()
        await load_parties(tx.fetch, tx.dialect, kind, [record] if record is not None else [])
        if record is None or not may_act(tx.actor, kind, kind.read, record):
            raise refuse(Code.NOT_FOUND, "id", kind=kind.words)
        if not may_act(tx.actor, kind, rule, record):
            raise refuse(Code.FORBIDDEN)
        if record.void_reason is not None:
            raise refuse(Code.VOIDED, "id")
        if expected_version is not None and record.version != expected_version:
            raise Refusal([fault(Code.CONFLICT, "expected_version")], current=record.id)
        return record

    async def _concrete(self, kind: Kind, identity: int) -> Kind:
        """The kind that a record is of: itself, or the one that builds on it."""
        if not kind.abstract:
            return kind
        others = [other for other in self.kinds if other.base is kind and other.variant]
        found = await kind.record.filter(id=identity).first()  # type: ignore[attr-defined]
        of = (k for k in others if k.variant and found and getattr(found, k.variant.field) in k.variant.values)
        return next(of, kind)

    async def void(self, tx: Transaction, kind: Kind, record: Any, reason: str) -> None:
        """Void one record that the caller holds; raises Refusal IN_USE while live records refer to it."""
        await self.refuse_in_use(tx, kind, record.id)
        await make_void(tx, kind.table, [record.id], reason)
        await journal.write_journal(tx, [journal.Entry("void", kind, record.id, reason=reason)])
        await self.reactions.run(self, tx, kind, [Written(record, record, is_void=True)])

    async def refuse_in_use(self, tx: Transaction, kind: Kind, identity: int) -> None:
        """Raise Refusal IN_USE while live records refer to one."""
        for other in self.kinds:
            if other.derived:
                continue
            inherited = other.base.fields if other.base else {}
            columns = [
                f.column.name
                for name, f in other.fields.items()
                if isinstance(f, One) and name not in inherited and f.target.about.table == kind.table
            ]
            for column in columns:
                of, values = among(tx.dialect, column, [identity])
                sql = f"SELECT count(*) FROM {other.table} WHERE {of} AND void_reason IS NULL"
                count = (await tx.fetch(sql, *values))[0][0]
                if count:
                    raise refuse(Code.IN_USE, "id", count=count, kind=other.words)


def _give_owner(actor: Actor, column: str, drafts: Iterable[Draft]) -> None:
    """Let new records be the actor's own, where nothing else was said."""
    for draft in drafts:
        if draft.is_new and draft.kind.owner not in draft.given:
            draft.record.__dict__[column] = actor.account


def _key(given: Any) -> Any:
    """What a relation is given: an id, a natural key, or nothing where a cell was left blank."""
    return None if isinstance(given, str) and not given.strip() else given
