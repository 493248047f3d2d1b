"""The feed: every entry once, in order, whoever writes it and whatever else goes on."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Sequence
from itertools import count

import asyncpg
import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.kind import Kind
from bureau.main import opened
from bureau.storage import feed as feeds
from bureau.storage import notices
from bureau.storage.database import Database
from bureau.storage.feed import Change, Feed, Place
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction
from tests.support import databases

PATIENCE = 120
postgres_only = pytest.mark.skipif(databases.DIALECT != "postgres", reason="SQLite has one writer at a time")


@pytest.fixture
def database(services: Services) -> Database:
    return services.store.database


@pytest.fixture
async def beside(database: Database) -> AsyncIterator[Database]:
    """The same database, opened by another process."""
    async with opened(database.settings) as services:
        yield services.store.database


@pytest.fixture
def kind(parts: Catalogue) -> Kind:
    return parts.kind("school")


NUMBERS = count(1)
"""Each test journals records of its own: a feed may begin a little before what was committed last."""


class Follower:
    """One who follows a feed and keeps what they hear of records that are theirs."""

    def __init__(self) -> None:
        self._heard: list[Change] = []
        self._more = asyncio.Event()
        self._since = next(NUMBERS)

    def hear(self, changes: Sequence[Change]) -> None:
        self._heard += [change for change in changes if change.record > self._since]
        self._more.set()

    async def heard(self, number: int) -> list[Change]:
        """All that was heard, once it is so much."""
        async with asyncio.timeout(PATIENCE):
            while len(self._heard) < number:
                self._more.clear()
                await self._more.wait()
        return self._heard

    async def records(self, number: int) -> list[int]:
        return [change.record for change in await self.heard(number)]


@contextlib.asynccontextmanager
async def following(feed: Feed) -> AsyncIterator[Follower]:
    follower = Follower()
    task = asyncio.create_task(feed.follow(await feed.closed(), follower.hear))
    try:
        yield follower
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def write(database: Database, kind: Kind, records: int = 1, pause: float = 0) -> list[int]:
    """One transaction that journals so many records; their numbers."""
    numbers = [next(NUMBERS) for _ in range(records)]

    async def work(tx: Transaction) -> None:
        await tx.position()
        await asyncio.sleep(pause)
        await write_journal(tx, [Entry("test", kind, number) for number in numbers])

    await database.transaction(work)
    return numbers


async def test_20_writers_in_two_processes_are_heard_once_each_and_in_order(
    database: Database, beside: Database, kind: Kind
) -> None:
    dice = random.Random(11)

    async def writer() -> None:
        for _ in range(10):
            pause = dice.choice((0, 0, 0.005, 0.02))
            await write(dice.choice((database, beside)), kind, dice.randrange(1, 60), pause)

    before = (await database.readers.fetch("SELECT coalesce(max(id), 0) FROM journal"))[0][0]
    async with following(database.feed) as near, following(beside.feed) as far:
        await asyncio.gather(*(writer() for _ in range(20)))
        sql = "SELECT position, id FROM journal WHERE id > $1 ORDER BY position, id"
        written = [tuple(row) for row in await database.readers.fetch(sql, [before])]
        for follower in (near, far):
            heard = await follower.heard(len(written))
            assert [(change.position, change.number) for change in heard] == written


async def test_a_long_write_is_read_in_pieces_of_which_none_is_lost(
    database: Database, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "AT_ONCE", 7)
    async with following(database.feed) as follower:
        written = await write(database, kind, 150)
        assert await follower.records(150) == written
        assert len({change.position for change in await follower.heard(150)}) == 1


async def test_what_was_before_is_not_heard_and_what_is_refused_neither(database: Database, kind: Kind) -> None:
    (before,) = await write(database, kind)

    async def fails(tx: Transaction) -> None:
        await write_journal(tx, [Entry("test", kind, next(NUMBERS))])
        raise ValueError("refused")

    for _ in range(100):  # on PostgreSQL: until no older transaction of the whole server runs
        newest = (await database.readers.fetch("SELECT max(position) FROM journal"))[0][0]
        if (await database.feed.closed()).position >= newest:
            break
        await asyncio.sleep(0.1)
    follower = Follower()
    follower._since = 0
    task = asyncio.create_task(database.feed.follow(await database.feed.closed(), follower.hear))
    with pytest.raises(ValueError, match="refused"):
        await database.transaction(fails)
    written = await write(database, kind)
    assert await follower.records(1) == written
    assert before not in written
    task.cancel()


@postgres_only
async def test_an_entry_waits_for_those_that_began_before_it(database: Database, kind: Kind) -> None:
    begun, end = asyncio.Event(), asyncio.Event()
    first = next(NUMBERS)

    async def older(tx: Transaction) -> None:
        await tx.position()
        begun.set()
        await end.wait()
        await write_journal(tx, [Entry("test", kind, first)])

    place: Place = await database.feed.closed()
    held = asyncio.create_task(database.transaction(older))
    await begun.wait()
    (second,) = await write(database, kind)
    heard, is_all = await database.feed._after(place)
    assert second not in [change.record for change in heard]
    assert not is_all
    end.set()
    await held
    async with asyncio.timeout(PATIENCE):
        while not is_all:
            heard, is_all = await database.feed._after(place)
    assert [change.record for change in heard][-2:] == [first, second]


@postgres_only
async def test_an_older_transaction_that_is_given_up_holds_nothing_back_for_long(
    database: Database, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "LOOK_SECONDS", 3600)
    begun, end = asyncio.Event(), asyncio.Event()

    async def older(tx: Transaction) -> None:
        await tx.position()
        begun.set()
        await end.wait()
        raise ValueError("given up")

    async with following(database.feed) as follower:
        held = asyncio.create_task(database.transaction(older))
        await begun.wait()
        written = await write(database, kind)
        await asyncio.sleep(0.2)
        end.set()
        with pytest.raises(ValueError, match="given up"):
            await held
        assert await follower.records(1) == written


@postgres_only
async def test_another_process_is_heard_of_without_looking(
    database: Database, beside: Database, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "LOOK_SECONDS", 3600)
    written: list[int] = []
    async with following(database.feed) as follower:
        for _ in range(3):
            await asyncio.sleep(0.1)  # so that it looks, finds nothing and rests
            written += await write(beside, kind)
            assert await follower.records(len(written)) == written


async def test_a_program_that_tells_nobody_is_found_by_looking(
    database: Database, beside: Database, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside.feed, "ring", lambda: None)
    async with following(database.feed) as follower:
        written = await write(beside, kind)
        assert await follower.records(1) == written


@postgres_only
async def test_many_commits_make_few_notices(database: Database, kind: Kind) -> None:
    told: list[object] = []
    first = asyncio.Event()

    def hear(*notice: object) -> None:
        told.append(notice)
        first.set()

    listener = await asyncpg.connect(**database.settings.database.arguments)
    await listener.add_listener(notices.CHANNEL, hear)
    begun = asyncio.get_running_loop().time()
    await asyncio.gather(*(write(database, kind) for _ in range(200)))
    async with asyncio.timeout(PATIENCE):
        await first.wait()
    await asyncio.sleep(4 * notices.APART_SECONDS)
    took = asyncio.get_running_loop().time() - begun
    assert len(told) <= took / notices.APART_SECONDS + 1
    await listener.close()


@postgres_only
async def test_it_goes_on_when_a_lost_database_is_back(
    database: Database, kind: Kind, server: databases.Server
) -> None:
    name = database.settings.database.arguments["database"]
    async with following(database.feed) as follower:
        written = await write(database, kind)
        assert await follower.records(1) == written
        await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        try:
            await server._admin(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            await asyncio.sleep(0.5)
        finally:
            await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
        written += await write(database, kind)
        assert await follower.records(2) == written
