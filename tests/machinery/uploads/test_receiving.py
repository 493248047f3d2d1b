"""What arrives of an upload counts once and for good, within what an account may have."""

import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import (
    FilesUnavailable,
    FileTypeRefused,
    FileUnknown,
    LimitExceeded,
    Unavailable,
    UploadConflict,
)
from bureau.machinery.files.blocks import BodyBroken
from bureau.machinery.files.file import FileUse
from bureau.main import opened
from bureau.settings import Settings
from tests.support.uploads import TEXT, begun, cancel, content, later, lying, sent


async def test_what_a_cancelled_upload_still_writes_goes_with_the_rest(
    services: Services, settings: Settings, owner: Actor, clock: FixedClock
) -> None:
    identity = await begun(services, owner, TEXT, upto=100)

    async def slow() -> AsyncIterator[bytes]:
        yield TEXT[100:200]
        await cancel(services, owner, identity)

    with pytest.raises(FileUnknown):
        await services.files.uploads.receive(owner, identity, 100, 0, slow())
    await services.files.vault.put_part(identity, 100, b"of a process that was killed just then")
    later(clock, minutes=6)
    await services.files.upkeep.turn()
    assert lying(settings, identity) == []


async def test_an_upload_in_too_many_pieces_is_stopped(
    services: Services, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bureau.machinery.files.uploads.MOST_PARTS", 3)
    uploads = services.files.uploads
    identity = await begun(services, owner, TEXT, upto=1)
    for offset in (1, 2):
        await uploads.receive(owner, identity, offset, 0, sent(TEXT[offset : offset + 1]))
    with pytest.raises(LimitExceeded):
        await uploads.receive(owner, identity, 3, 0, sent(TEXT[3:]))
    assert (await services.files.found(identity, owner)).received == 3
    await cancel(services, owner, identity)


async def test_a_store_that_is_gone_is_told_and_nothing_counts(
    settings: Settings, parts: Catalogue, clock: FixedClock, owner: Actor, tmp_path: Path
) -> None:
    (tmp_path / "files").write_text("in the way of the directory")
    gone = settings.model_copy(update={"files_url": "", "data_dir": tmp_path})
    async with opened(gone, parts, clock) as services:
        with pytest.raises(FilesUnavailable):
            await begun(services, owner, TEXT)


async def test_a_part_whose_commit_was_not_heard_of_counts_where_it_was_committed(
    services: Services, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = await begun(services, owner, TEXT, upto=100)
    database = services.store.database
    transaction = database.transaction

    async def cut_off(*given: Any, **named: Any) -> None:
        await transaction(*given, **named)
        raise Unavailable

    monkeypatch.setattr(database, "transaction", cut_off)
    with pytest.raises(Unavailable):
        await services.files.uploads.receive(owner, identity, 100, 0, sent(TEXT[100:200]))
    monkeypatch.undo()
    assert (await services.files.found(identity, owner)).received == 200
    await services.files.uploads.receive(owner, identity, 200, 0, sent(TEXT[200:]))
    await services.files.upkeep.turn()
    assert await content(services, identity, owner) == TEXT


async def test_an_account_has_so_many_bytes_until_some_are_removed(
    settings: Settings, parts: Catalogue, clock: FixedClock, other: Actor
) -> None:
    limited = settings.model_copy(update={"max_account_bytes": 2 * len(TEXT), "file_retention_days": 1})
    async with opened(limited, parts, clock) as services:
        first, second = [await begun(services, other, TEXT) for _ in range(2)]
        await services.files.upkeep.turn()
        with pytest.raises(LimitExceeded, match="bytes"):
            await begun(services, other, TEXT)
        await cancel(services, other, first)
        with pytest.raises(LimitExceeded):
            await begun(services, other, TEXT)
        later(clock, days=1, minutes=1)
        await services.files.upkeep.turn()
        await cancel(services, other, await begun(services, other, TEXT))
        await cancel(services, other, second)


async def test_each_use_has_its_own_limit_and_its_own_types(
    settings: Settings, parts: Catalogue, clock: FixedClock, owner: Actor
) -> None:
    limited = settings.model_copy(update={"max_attachment_bytes": 10, "max_file_bytes": 20})
    async with opened(limited, parts, clock) as services:
        begin = services.files.uploads.begin
        with pytest.raises(LimitExceeded, match="at most 10 B "):
            await begin(owner, 11, "名单.csv", FileUse.ATTACHMENT, "test")
        table = await begin(owner, 11, "名单.csv", FileUse.TABLE, "test")
        with pytest.raises(LimitExceeded, match="at most 20 B "):
            await begin(owner, 21, "名单.csv", FileUse.TABLE, "test")
        with pytest.raises(FileTypeRefused, match="xlsx"):
            await begin(owner, 5, "照片.png", FileUse.TABLE, "test")
        picture = await begin(owner, 5, "照片.png", FileUse.ATTACHMENT, "test")
        for begun_ in (table, picture):
            await cancel(services, owner, begun_.id)


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.docm", "a.xyz"])
async def test_a_name_of_no_type_that_is_taken_is_refused_at_once(services: Services, owner: Actor, name: str) -> None:
    with pytest.raises(FileTypeRefused):
        await services.files.uploads.begin(owner, 5, name, FileUse.ATTACHMENT, "test")


@pytest.mark.parametrize("seed", range(8))
async def test_however_an_upload_is_cut_and_repeated_it_comes_back_whole(
    services: Services, owner: Actor, seed: int
) -> None:
    dice = random.Random(seed)
    data = dice.randbytes(9_000_000).hex().encode()
    uploads = services.files.uploads
    identity = (await uploads.begin(owner, len(data), "a.txt", FileUse.ATTACHMENT, "test")).id
    arrived = 0
    while arrived < len(data):
        offset = dice.choice([arrived, arrived, arrived, dice.randrange(len(data))])
        end = min(len(data), offset + dice.choice([1, 1000, 3_000_000, 6_000_000]))
        broken_at = dice.choice([end, end, dice.randint(offset, end)])
        try:
            found = await uploads.receive(owner, identity, offset, end - offset, halting(data[offset:broken_at], dice))
        except UploadConflict:
            assert offset != arrived
            continue
        assert (offset, found) == (arrived, broken_at)
        arrived = found
    await services.files.upkeep.turn()
    assert await content(services, identity, owner) == data


async def halting(data: bytes, dice: random.Random) -> AsyncIterator[bytes]:
    """A body whose client goes away at its end."""
    while data:
        size = dice.randint(1, 500_000)
        yield data[:size]
        data = data[size:]
    raise BodyBroken
