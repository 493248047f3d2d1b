"""Complete uploads are checked before anybody can open them, whatever happens meanwhile."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import FileClosed
from bureau.machinery.files import parts as pieces
from bureau.machinery.files.file import File, FileState
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support.uploads import TEXT, begun, later, lying, row, verbs

LIMIT = 5_000_000
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


async def test_a_complete_file_is_checked_and_only_the_whole_of_it_stays(
    services: Services, settings: Settings, owner: Actor
) -> None:
    identity = await begun(services, owner, TEXT)
    assert len(lying(settings, identity)) == 1
    with pytest.raises(FileClosed):
        await services.files.ready(identity, owner)
    await services.files.upkeep.turn()
    assert (await services.files.ready(identity, owner)).media_type == "text/plain"
    assert lying(settings, identity) == [f"whole/{identity}"]
    assert await verbs(services, identity) == ["upload_file", "finish_upload", "check_file"]


async def test_a_check_that_a_killed_process_left_behind_is_made_by_another(
    services: Services, settings: Settings, parts: Catalogue, owner: Actor, clock: FixedClock
) -> None:
    identity = await begun(services, owner, TEXT)
    async with opened(settings, parts, clock) as other:
        await other.files.upkeep.turn()
        assert (await row(other, identity))["state"] == "CHECKING"
        later(clock, minutes=3)
        await other.files.upkeep.turn()
        assert (await row(other, identity))["state"] == "READY"


async def test_checks_at_the_same_time_come_to_the_same(services: Services, owner: Actor) -> None:
    identity = await begun(services, owner, TEXT)
    checking = services.files.upkeep._checking
    await asyncio.gather(*(checking.check(identity) for _ in range(4)), return_exceptions=True)
    assert (await row(services, identity))["state"] == "READY"
    assert (await verbs(services, identity)).count("check_file") == 1
    found = await services.files.ready(identity, owner)
    assert b"".join([block async for block in await services.files.vault.read(identity, 0, found.size)]) == TEXT


async def test_a_refused_file_keeps_its_row_and_loses_its_bytes(
    services: Services, settings: Settings, owner: Actor
) -> None:
    identity = await begun(services, owner, b"<html></html>")
    await services.files.upkeep.turn()
    found = await row(services, identity)
    assert (found["state"], found["objection"]) == ("REFUSED", "ACTIVE")
    assert found["removed_at"]
    assert found["remove_at"] is None
    assert lying(settings, identity) == []


async def test_a_file_that_is_made_void_while_it_is_checked_leaves_nothing(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    identity = await begun(services, owner, TEXT)
    begun_ = services.files.upkeep._checking._begun

    async def made_void(tx: Transaction, which: int) -> Any:
        found = await begun_(tx, which)
        await services.files.void(Transaction(tx.client, tx.dialect, owner, clock, ""), which, "x")
        return found

    services.files.upkeep._checking._begun = made_void  # type: ignore[method-assign]
    await services.files.upkeep.turn()
    services.files.upkeep._checking._begun = begun_  # type: ignore[method-assign]
    assert (await row(services, identity))["state"] == "CHECKING"
    later(clock, minutes=6)
    await services.files.upkeep.turn()
    assert lying(settings, identity) == []


async def test_parts_that_are_joined_are_forgotten(services: Services, owner: Actor) -> None:
    identity = await begun(services, owner, TEXT)
    await services.files.upkeep.turn()
    assert await services.store.database.transaction(lambda tx: pieces.all_of(tx, identity)) == []
    assert (await services.store.database.transaction(lambda tx: File.get(id=identity))).state == FileState.READY


@contextlib.asynccontextmanager
async def clamd(path: Path, *, is_broken: bool = False) -> AsyncIterator[list[int]]:
    """Something that speaks as ClamAV's daemon does and knows one virus; tells how much it was shown."""
    shown: list[int] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readexactly(10) == b"zINSTREAM\0"
        content = b""
        while length := int.from_bytes(await reader.readexactly(4)):
            content += await reader.readexactly(length)
        shown.append(len(content))
        verdict = b"Eicar-Test-Signature FOUND" if EICAR in content else b"OK"
        if len(content) > LIMIT:
            verdict = b"INSTREAM size limit exceeded. ERROR"
        writer.write(b"INSTREAM: Can't allocate memory ERROR\0" if is_broken else b"stream: " + verdict + b"\0")
        await writer.drain()
        writer.close()

    async with await asyncio.start_unix_server(answer, path):
        yield shown


async def test_a_scanner_is_shown_all_and_what_it_finds_is_refused(
    settings: Settings, parts: Catalogue, clock: FixedClock, owner: Actor, tmp_path: Path
) -> None:
    scanned = settings.model_copy(update={"scanner": f"unix://{tmp_path}/clamd"})
    async with clamd(tmp_path / "clamd") as shown, opened(scanned, parts, clock) as services:
        data = TEXT * 3000
        clean, infected = await begun(services, owner, data), await begun(services, owner, TEXT + EICAR)
        await services.files.upkeep.turn()
        assert sorted(shown) == sorted([len(data), len(TEXT + EICAR)])
        large = await begun(services, owner, TEXT * (1 + LIMIT // len(TEXT)))
        await services.files.upkeep.turn()
        assert (await row(services, large))["objection"] == "TOO_LARGE_TO_SCAN"
        found = await row(services, clean)
        assert (found["state"], bool(found["is_scanned"])) == ("READY", True)
        assert (await row(services, infected))["objection"] == "INFECTED"


@pytest.mark.parametrize("is_there", [True, False])
async def test_what_a_scanner_does_not_answer_for_stays_closed(
    settings: Settings, parts: Catalogue, clock: FixedClock, owner: Actor, tmp_path: Path, is_there: bool
) -> None:
    scanned = settings.model_copy(update={"scanner": f"unix://{tmp_path}/clamd"})
    async with opened(scanned, parts, clock) as services:
        async with contextlib.AsyncExitStack() as stack:
            if is_there:
                await stack.enter_async_context(clamd(tmp_path / "clamd", is_broken=True))
            identity = await begun(services, owner, TEXT)
            await services.files.upkeep.turn()
        with pytest.raises(FileClosed):
            await services.files.ready(identity, owner)
        async with clamd(tmp_path / "clamd"):
            later(clock, minutes=3)
            await services.files.upkeep.turn()
        assert (await services.files.ready(identity, owner)).size == len(TEXT)


async def test_content_on_which_the_inspection_stumbles_is_refused(
    services: Services, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bureau.machinery.files.checking.inspect", stumbling)
    identity = await begun(services, owner, TEXT)
    await services.files.upkeep.turn()
    assert (await row(services, identity))["objection"] == "DAMAGED"
