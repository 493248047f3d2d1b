"""What areas add to a demo city: each gives its makers, which the catalogue collects."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

AT_ONCE = 4000
"""Records that are looked at at a time."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The city that a maker adds to, inside one transaction."""

    store: Store
    tx: Transaction
    random: Random
    city: str
    """The division code of the city."""

    @property
    def today(self) -> date:
        return self.tx.clock.today()

    async def in_sets(self, record: type[Any], **conditions: Any) -> AsyncIterator[list[Any]]:
        """The live records that meet Tortoise's conditions, in the order of ids, so many at a time."""
        last = 0
        while True:
            query = record.filter(id__gt=last, void_reason__isnull=True, **conditions)
            found = await query.order_by("id").limit(AT_ONCE)
            if not found:
                return
            yield found
            last = found[-1].id


Make = Callable[[Scene], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Demo:
    """What one area makes up: its word for the records, and the function that writes them and counts them."""

    said: str
    make: Make


async def fill(store: Store, demos: Sequence[Demo], city: str, seed: int, say: Callable[[str], None]) -> None:
    """Let every area add its part to a city; the same seed makes the same ones."""
    for demo in demos:

        async def work(tx: Transaction, demo: Demo = demo) -> int:
            return await demo.make(Scene(store, tx, Random(f"{seed}:{city}:{demo.said}"), city))

        say(f"{await store.database.transaction(work)} {demo.said}.")

    async def analyse(tx: Transaction) -> None:
        await tx.fetch("ANALYZE")

    if demos:
        await store.database.transaction(analyse)
