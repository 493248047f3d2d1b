"""Telling: each webhook goes through the journal by itself, in order, and what its owner sees of it waits to be sent.

How far it came is written in the transaction that lets the messages wait. So nothing is lost or told twice by a process
that dies, and none is held up by another's receiver.
"""

from collections.abc import Mapping, Sequence

from bureau.engine.run import Engine
from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.machinery.delivery.hooks.sight import actor_for, versions_seen
from bureau.machinery.delivery.hooks.switching import NOBODY, switch_off
from bureau.machinery.delivery.hooks.webhook_delivery import Told, enqueue
from bureau.storage.feed import Change, Place
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

MOST_AT_ONCE = 5000
"""Entries of the journal that are looked at together: of several about one record the last is told."""

_TOLD = "state IN ('ACTIVE', 'FAILING', 'PAUSED')"


class Telling:
    """Lets messages wait for the webhooks of one bureau; several processes may, and each entry is one's."""

    def __init__(self, store: Store, engine: Engine) -> None:
        self._store = store
        self._database = store.database
        self._engine = engine

    async def turn(self) -> int:
        """Look at what is new for each webhook; how many messages there are for it."""
        closed = (await self._database.feed.closed()).position
        rows = await self._database.readers.fetch(_BEHIND, [closed])
        count = 0
        for row in rows:
            count += await self._tell(*tuple(row))
        return count

    async def _tell(
        self, hook: int, owner: int, token: int | None, kinds: str, verbs: str | None, position: int, number: int
    ) -> int:
        """Tell one webhook all that is closed; a process that finds another at it leaves it to that."""
        count, place = 0, Place(position, number)
        wanted = {one.name: one for name in kinds.split() for one in self._concrete(name)}
        while entries := await self._database.feed.after(place, MOST_AT_ONCE):
            last = entries[-1]
            told = await self._told(hook, owner, token, self._latest(entries, wanted, verbs), wanted)
            if told is None:
                return count
            after = Place(last.position, last.number)
            if not await self._database.transaction(_Step(hook, owner, place, after, told).work):
                return count
            count, place = count + len(told), after
        return count

    async def _told(
        self, hook: int, owner: int, token: int | None, latest: Sequence[Change], wanted: Mapping[str, Kind]
    ) -> list[Told] | None:
        """The messages of changes that the owner sees; None where nobody stands behind the webhook any more."""
        if not latest:
            return []
        actor = await actor_for(self._database, owner, token)
        if actor is None:
            await self._database.transaction(lambda tx: switch_off(self._store, tx, hook, NOBODY))
            return None
        return await self._seen(hook, actor, latest, wanted)

    async def _seen(self, hook: int, actor: Actor, latest: Sequence[Change], wanted: Mapping[str, Kind]) -> list[Told]:
        records = [(wanted[one.kind], one.record) for one in latest]
        versions = await versions_seen(self._engine, actor, records)
        return [
            Told(
                message_id=f"msg_{hook}_{change.position}_{change.number}",
                event=f"{kind.singular}.{camel(change.verb)}",
                subject=f"{kind.type_name}:{identity}",
                version=versions[kind, identity],
                position=change.position,
                verb=camel(change.verb),
            )
            for change, (kind, identity) in zip(latest, records, strict=True)
            if (kind, identity) in versions
        ]

    def _concrete(self, name: str) -> tuple[Kind, ...]:
        kind = self._engine.kinds.of_type(name)
        return self._engine.kinds.concrete(kind) if kind else ()

    @staticmethod
    def _latest(entries: Sequence[Change], wanted: Mapping[str, Kind], verbs: str | None) -> list[Change]:
        """Of the entries that are wanted, the last of each record, in their order."""
        only = frozenset(verbs.split()) if verbs else None
        last: dict[tuple[str, int], Change] = {}
        for change in entries:
            if change.kind in wanted and (only is None or camel(change.verb) in only):
                last.pop((change.kind, change.record), None)
                last[change.kind, change.record] = change
        return list(last.values())


class _Step:
    """What a webhook is told of some entries: messages that wait, and that it has come as far."""

    def __init__(self, hook: int, owner: int, before: Place, after: Place, told: Sequence[Told]) -> None:
        self._hook = hook
        self._owner = owner
        self._before = before
        self._after = after
        self._told = told

    async def work(self, tx: Transaction) -> bool:
        """Take the step; whether nobody else had."""
        if not await tx.fetch(_ADVANCE, self._hook, *self._before, *self._after):
            return False
        if self._told:
            await enqueue(tx, self._hook, self._owner, self._told)
        return True


_BEHIND = f"""
SELECT id, owner_id, token_id, kinds, verbs, told_position, told_number FROM webhook
WHERE {_TOLD} AND void_reason IS NULL AND told_position <= $1 ORDER BY id"""

_ADVANCE = """
UPDATE webhook SET told_position = $4, told_number = $5
WHERE id = $1 AND told_position = $2 AND told_number = $3 RETURNING id"""
