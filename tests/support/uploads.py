"""Files handed in and looked at beneath HTTP: what their rows say, what lies in the store."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.machinery.files.file import FileUse
from bureau.settings import Settings
from tests.support import files

TEXT = "学生名单\n".encode() * 100


async def sent(*blocks: bytes) -> AsyncIterator[bytes]:
    for block in blocks:
        yield block


async def begun(services: Services, owner: Actor, data: bytes, name: str = "名单.txt", upto: int | None = None) -> int:
    """An upload of `data`, of which some or all has arrived."""
    uploads = services.files.uploads
    upload = await uploads.begin(owner, len(data), name, FileUse.ATTACHMENT, "test")
    await uploads.receive(owner, upload.id, 0, 0, sent(data[:upto]))
    return upload.id


async def cancel(services: Services, owner: Actor, identity: int) -> None:
    work = services.store.database.transaction
    await work(lambda tx: services.files.void(tx, identity, "cancelled"), actor=owner)


async def row(services: Services, identity: int) -> dict[str, Any]:
    columns = "state, objection, is_scanned, void_reason, removed_at, remove_at, version"
    rows = await services.store.database.readers.fetch(f"SELECT {columns} FROM file WHERE id = $1", [identity])
    return dict(zip(columns.split(", "), rows[0], strict=True))


async def verbs(services: Services, identity: int) -> list[str]:
    sql = "SELECT verb FROM journal WHERE kind = 'file' AND record_id = $1 ORDER BY id"
    return [found[0] for found in await services.store.database.readers.fetch(sql, [identity])]


def lying(settings: Settings, identity: int) -> list[str]:
    """What lies in the store of a file."""
    if settings.files_url:
        found = files.objects(settings.files_url)
    else:
        root = settings.data_dir / "files"
        found = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return [place for place in found if str(identity) in place]


def later(clock: FixedClock, **time: float) -> None:
    clock.moment += timedelta(**time)


async def content(services: Services, identity: int, actor: Actor) -> bytes:
    """All bytes of a ready file."""
    found = await services.files.ready(identity, actor)
    return b"".join([block async for block in await services.files.content(found)])
