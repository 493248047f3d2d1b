"""Those who subscribed, and how they are told: what several ask alike is read once for all of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bureau.engine.changes import Changes
from bureau.graph.context import Context, Services
from bureau.graph.errors import masked, request_error
from bureau.graph.subscriptions import Subscription
from bureau.kernel.actor import Actor
from bureau.kernel.errors import LimitExceeded, RequestError, Unavailable
from bureau.storage.feed import Change, Place
from bureau.storage.reads import Read
from bureau.storage.transaction import spawn

MOST_WAITING = 50_000
"""Changes that wait for one reading; those who ask for what takes longer to read than to write are told so."""
RETRY_SECONDS = 1.0
"""When a database that is lost is asked again."""


class Listener(Protocol):
    """Someone who subscribed; neither call waits for anything."""

    def hear(self, operation: str, response: str) -> None:
        """Take one response, as JSON."""
        ...

    def fail(self, operation: str, errors: Sequence[dict[str, Any]]) -> None:
        """Learn that a subscription is over, and why."""
        ...


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of one subscription of one listener."""

    group: "_Group"
    listener: Listener
    operation: str
    actor: Actor


@dataclass(eq=False, slots=True)
class _Group:
    """Subscriptions that ask the same and see the same."""

    subscription: Subscription
    plan: Changes
    actor: Actor
    request_id: str
    seats: set[Seat] = field(default_factory=set)
    waiting: list[Change] = field(default_factory=list)
    telling: "asyncio.Task[None] | None" = None

    @property
    def key(self) -> tuple[Any, ...]:
        return _key(self.subscription, self.actor)

    def tell(self, response: str) -> None:
        for seat in tuple(self.seats):
            seat.listener.hear(seat.operation, response)

    def fail(self, error: dict[str, Any]) -> None:
        for seat in tuple(self.seats):
            seat.listener.fail(seat.operation, [error])


class Audience:
    """All subscriptions of this process; it follows the feed while there are any."""

    def __init__(self, services: Services, reads_at_once: int) -> None:
        self._feed = services.store.database.feed
        self._engine = services.engine
        self._clock = services.store.database.clock
        self._read_log = services.read_log
        self._reads = asyncio.Semaphore(reads_at_once)
        self._groups: dict[tuple[Any, ...], _Group] = {}
        self._following: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()

    async def join(self, subscription: Subscription, context: Context, listener: Listener, operation: str) -> Seat:
        """Take a seat; what is committed after this has returned will be told.

        Raises ArgumentInvalid, LimitExceeded, NotAllowed, TimedOut or Unavailable.
        """
        key = _key(subscription, context.actor)
        group = None
        while group is None:  # the last of a group may leave it while we wait for the feed
            made = None if key in self._groups else await self._new(subscription, context)
            await self._follow()
            group = self._groups.get(key) or made
        self._groups[key] = group
        seat = Seat(group, listener, operation, context.actor)
        group.seats.add(seat)
        return seat

    async def _new(self, subscription: Subscription, context: Context) -> _Group:
        plan = self._engine.plan_changes(subscription.watched, context.actor, subscription.language)
        # Whatever is wrong with the values shows now, and not with the first change.
        await self._engine.changed(plan, (), subscription.variables, context.actor)
        return _Group(subscription, plan, context.actor, context.request_id)

    def leave(self, seat: Seat) -> None:
        """Give a seat up; nothing is told to it any more."""
        group = seat.group
        group.seats.discard(seat)
        if not group.seats and self._groups.get(group.key) is group:
            del self._groups[group.key]
            if group.telling and group.telling is not asyncio.current_task():
                group.telling.cancel()
        if not self._groups and self._following:
            self._following.cancel()
            self._following = None

    async def close(self) -> None:
        """Tell nobody anything more; the sockets have been closed by the server."""
        working = [self._following, *(group.telling for group in self._groups.values())]
        tasks = [task for task in working if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _follow(self) -> None:
        async with self._starting:
            if self._following is None:
                place = await self._feed.closed()
                self._following = spawn(self._follow_from(place))

    async def _follow_from(self, place: Place) -> None:
        try:
            await self._feed.follow(place, self._hear)
        except Exception as defect:  # noqa: BLE001 (nobody waits for what will not come)
            self._following = None
            for group in tuple(self._groups.values()):
                group.fail(masked(defect, group.subscription.language, group.request_id))

    def _hear(self, changes: Sequence[Change]) -> None:
        for group in tuple(self._groups.values()):
            group.waiting += filter(group.subscription.concerns, changes)
            if len(group.waiting) > MOST_WAITING:
                too_many = LimitExceeded(
                    "There were more changes than could be read for this subscription; subscribe again.",
                    "变更过多，来不及读取，请重新订阅。",
                    limit=MOST_WAITING,
                )
                group.fail(request_error(too_many, group.subscription.language, group.request_id))
            elif group.waiting and group.telling is None:
                group.telling = spawn(self._tell(group))

    async def _tell(self, group: _Group) -> None:
        subscription = group.subscription
        try:
            while group.waiting and group.seats:
                await self._tell_some(group)
        except RequestError as error:
            group.fail(request_error(error, subscription.language, group.request_id))
        except Exception as defect:  # noqa: BLE001 (whatever it is, others are told on)
            group.fail(masked(defect, subscription.language, group.request_id))
        finally:
            group.telling = None

    async def _tell_some(self, group: _Group) -> None:
        some = group.waiting[: group.plan.at_once]
        marks = [(change.record, change.position) for change in some]
        try:
            if group.plan.is_personal:
                self._read_log.ask()
            async with self._reads:
                found = await self._engine.changed(group.plan, marks, group.subscription.variables, group.actor)
        except Unavailable:
            await asyncio.sleep(RETRY_SECONDS)
            return
        del group.waiting[: len(some)]
        for change in some:
            if (change.record, change.position) in found.seen:
                record = found.now.get(change.record)
                if group.plan.is_personal and record is not None:
                    self._note(group, change)
                group.tell(group.subscription.told(change, record))

    def _note(self, group: _Group, change: Change) -> None:
        """Log the read of a record of persons, once for each account that it is told to."""
        subscription = group.subscription
        text, name, *_ = subscription.key
        for actor in {seat.actor.account: seat.actor for seat in group.seats}.values():
            read = Read(
                at=self._clock.now(),
                position=change.position,
                actor=actor,
                document=text,
                operation=name,
                variables=subscription.variables,
                record=f"{subscription.type_names[change.kind]}:{change.record}",
                language=subscription.language,
                request_id=group.request_id,
            )
            self._read_log.note(read)


def _key(subscription: Subscription, actor: Actor) -> tuple[Any, ...]:
    own = actor.account if subscription.watched.kind.owner else None
    return (*subscription.key, actor.scope, own)
