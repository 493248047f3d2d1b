"""What the product makes for an account is kept as a file of its own, for some days."""

from collections.abc import AsyncIterator

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import FileTypeRefused, FileUnknown, SignInRequired
from bureau.settings import Settings
from tests.support.uploads import content, later, lying, row, sent, verbs


async def test_a_result_is_ready_at_once_and_its_owner_s_alone(services: Services, owner: Actor, other: Actor) -> None:
    blocks = [b"a,b\n" * 1000, b"", b"1,2\n" * 3_000_000]
    kept = await services.files.keep(owner, "修复.csv", sent(*blocks))
    assert (kept.name, kept.size, kept.media_type) == ("修复.csv", sum(map(len, blocks)), "text/csv")
    assert await content(services, kept.id, owner) == b"".join(blocks)
    with pytest.raises(FileUnknown):
        await services.files.ready(kept.id, other)
    assert await verbs(services, kept.id) == ["make_file", "finish_file"]


async def test_a_result_may_be_empty(services: Services, owner: Actor) -> None:
    kept = await services.files.keep(owner, "a.csv", sent())
    assert await content(services, kept.id, owner) == b""


async def test_a_result_goes_after_its_days(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    kept = await services.files.keep(owner, "a.csv", sent(b"a,b\n"))
    later(clock, days=6)
    await services.files.upkeep.turn()
    assert await content(services, kept.id, owner) == b"a,b\n"
    later(clock, days=1, minutes=1)
    with pytest.raises(FileUnknown):
        await services.files.ready(kept.id, owner)
    await services.files.upkeep.turn()
    later(clock, minutes=6)
    await services.files.upkeep.turn()
    assert lying(settings, kept.id) == []
    assert (await row(services, kept.id))["void_reason"] == "expired"


async def test_a_result_that_breaks_off_is_given_up(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"x" * 20_000_000
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await services.files.keep(owner, "a.csv", broken())
    sql = "SELECT id FROM file WHERE state = 'INCOMPLETE' AND void_reason IS NULL"
    ((identity,),) = await services.store.database.readers.fetch(sql)
    assert lying(settings, identity) == []
    later(clock, days=1, minutes=1)
    await services.files.upkeep.turn()
    assert (await row(services, identity))["void_reason"] == "expired"


async def test_a_copy_on_disk_lasts_as_long_as_it_is_read(services: Services, owner: Actor) -> None:
    kept = await services.files.keep(owner, "a.csv", sent(b"a,b\n"))
    async with services.files.on_disk(kept) as path:
        assert path.read_bytes() == b"a,b\n"
    assert not path.exists()


async def test_a_result_is_somebody_s_and_of_a_known_type(services: Services, owner: Actor) -> None:
    with pytest.raises(SignInRequired):
        await services.files.keep(ANONYMOUS, "a.csv", sent(b"a"))
    with pytest.raises(FileTypeRefused):
        await services.files.keep(owner, "a.exe", sent(b"a"))
