"""Challenges: what each is good for, how long, and how often."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bureau.access.challenges import GOOD_FOR, Ceremony, Challenges, Purpose
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.storage.transaction import Transaction

OURS = Ceremony(Purpose.PROOF, 7, "a session")
OTHERS = (
    replace(OURS, purpose=Purpose.ADD),
    replace(OURS, account=8),
    replace(OURS, account=None),
    replace(OURS, session="another"),
    replace(OURS, session=""),
)


async def taken(services: Services, challenge: bytes, ceremony: Ceremony) -> bool:
    challenges = Challenges(services.store.database.settings)
    return await services.store.database.transaction(lambda tx: challenges.take(tx, challenge, ceremony))


async def kept(services: Services) -> int:
    rows = await services.store.database.readers.fetch("SELECT count(*) FROM spent_challenge")
    return int(rows[0][0])


async def test_one_is_good_once_and_for_its_ceremony(services: Services, clock: FixedClock) -> None:
    challenge = Challenges(services.store.database.settings).new(OURS, clock.now())
    assert [await taken(services, challenge, other) for other in OTHERS] == [False] * len(OTHERS)
    assert await kept(services) == 0, "what is refused leaves nothing"
    assert [await taken(services, challenge, OURS) for _ in range(2)] == [True, False]
    assert await kept(services) == 1


@pytest.mark.parametrize("at", [0, 16, 23, 24, -1])
async def test_one_that_was_tampered_with_is_good_for_nothing(services: Services, clock: FixedClock, at: int) -> None:
    challenge = bytearray(Challenges(services.store.database.settings).new(OURS, clock.now()))
    challenge[at] ^= 1
    assert not await taken(services, bytes(challenge), OURS)
    assert not await taken(services, bytes(challenge[:-1]), OURS)
    assert not await taken(services, b"", OURS)


async def test_one_is_good_for_minutes_and_forgotten_when_it_is_over(services: Services, clock: FixedClock) -> None:
    challenges = Challenges(services.store.database.settings)
    late = challenges.new(OURS, clock.now() - GOOD_FOR)
    in_time = challenges.new(OURS, clock.now() - GOOD_FOR + timedelta(seconds=2))
    assert not await taken(services, late, OURS)
    assert await taken(services, in_time, OURS)

    async def sweep(tx: Transaction) -> None:
        await challenges.sweep(tx)

    before = await kept(services)
    await services.store.database.transaction(sweep)
    assert await kept(services) == before, "it is kept a while longer, since clocks of several machines differ"
    clock.moment = clock.now() + 2 * GOOD_FOR + timedelta(seconds=3)
    await services.store.database.transaction(sweep)
    assert await kept(services) == 0
