"""What becomes of files without anybody asking: their end, the removal of their bytes, the vault held against the table."""

import asyncio
import os
from typing import Any

import pytest
from structlog.testing import capture_logs

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import FileUnknown
from bureau.main import opened
from bureau.settings import Settings
from tests.support.uploads import TEXT, begun, cancel, later, lying, row, sent, verbs


async def test_an_upload_that_is_late_is_given_up_and_its_bytes_go(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    late = await begun(services, owner, TEXT, upto=100)
    later(clock, hours=23)
    await services.files.upkeep.turn()
    assert (await services.files.found(late, owner)).received == 100
    later(clock, hours=1, minutes=1)
    with pytest.raises(FileUnknown):
        await services.files.found(late, owner)
    with pytest.raises(FileUnknown):
        await services.files.uploads.receive(owner, late, 100, 0, sent(TEXT[100:]))
    await services.files.upkeep.turn()
    assert (await row(services, late))["void_reason"] == "expired"
    later(clock, minutes=6)
    await services.files.upkeep.turn()
    assert lying(settings, late) == []
    assert (await row(services, late))["removed_at"]
    assert await verbs(services, late) == ["upload_file", "expire", "remove_content"]


async def test_a_void_file_keeps_its_bytes_for_the_retention(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    identity = await begun(services, owner, TEXT)
    await services.files.upkeep.turn()
    await cancel(services, owner, identity)
    later(clock, days=29)
    await services.files.upkeep.turn()
    assert lying(settings, identity) == [f"whole/{identity}"]
    later(clock, days=1, minutes=1)
    await services.files.upkeep.turn()
    assert lying(settings, identity) == []
    found = await row(services, identity)
    assert (found["state"], found["void_reason"], found["remove_at"]) == ("READY", "cancelled", None)


async def test_upkeep_of_several_processes_ends_a_file_once(
    services: Services, settings: Settings, parts: Catalogue, owner: Actor, clock: FixedClock
) -> None:
    identity = await begun(services, owner, TEXT, upto=10)
    later(clock, hours=25)
    async with opened(settings, parts, clock) as other:
        for _ in range(2):
            await asyncio.gather(*(of.files.upkeep.turn() for of in (services, other)))
            later(clock, minutes=6)
    assert await verbs(services, identity) == ["upload_file", "expire", "remove_content"]


async def reconciled(services: Services, clock: FixedClock) -> list[Any]:
    """What is told when the vault is held against the table."""
    later(clock, days=1, minutes=1)
    with capture_logs() as told:
        await services.files.upkeep.turn()
    return told


async def test_bytes_that_come_after_their_file_was_removed_go_with_the_next_reconciliation(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    identity = await begun(services, owner, TEXT, upto=10)
    await cancel(services, owner, identity)
    later(clock, minutes=6)
    await services.files.upkeep.turn()
    await services.files.vault.write(identity, sent(b"of a process that was very slow"))
    await services.files.vault.put_part(identity, 10, b"likewise")
    assert len(lying(settings, identity)) == 2
    assert "files_missing" not in {entry["event"] for entry in await reconciled(services, clock)}
    assert lying(settings, identity) == []


async def test_bytes_that_no_row_knows_are_told_and_stay(
    services: Services, settings: Settings, clock: FixedClock
) -> None:
    await services.files.vault.write(77, sent(b"of another bureau"))
    (told,) = [entry for entry in await reconciled(services, clock) if entry["event"] == "files_unknown"]
    assert told["files"] == [77]
    assert lying(settings, 77) == ["whole/77"]
    await services.files.vault.forget(77)
    assert "files_unknown" not in {entry["event"] for entry in await reconciled(services, clock)}


async def test_files_whose_bytes_are_gone_are_told(services: Services, owner: Actor, clock: FixedClock) -> None:
    identity = await begun(services, owner, TEXT)
    await services.files.upkeep.turn()
    await services.files.vault.forget(identity)
    (told,) = [entry for entry in await reconciled(services, clock) if entry["event"] == "files_missing"]
    assert told["files"] == [identity]
    await cancel(services, owner, identity)
    later(clock, days=31)
    await services.files.upkeep.turn()


async def test_what_a_killed_process_left_half_written_in_a_directory_goes(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    if settings.files_url:
        pytest.skip("A bucket ends such writes by a rule of its own.")
    identity = await begun(services, owner, TEXT)
    await services.files.upkeep.turn()
    (whole,) = (settings.data_dir / "files").glob(f"whole/{identity}")
    half = whole.with_name(f"{identity}#1")
    half.write_bytes(b"half")
    os.utime(half, (0, 0))
    await reconciled(services, clock)
    assert not half.exists()
    assert whole.exists()
