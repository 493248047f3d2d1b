"""Looking a file up, by its owner or by who was shown a link to it."""

from dataclasses import dataclass
from datetime import datetime

from bureau.kernel.actor import Actor
from bureau.kernel.errors import FileUnknown
from bureau.machinery.files.file import FileState, FileUse, Objection, file
from bureau.storage.database import Database
from bureau.storage.sql import moment_of


@dataclass(frozen=True, slots=True)
class Found:
    """A live file as it is now."""

    id: int
    use: FileUse
    name: str
    size: int
    """In bytes; 0 where it is not known yet."""
    state: FileState
    objection: Objection | None
    media_type: str
    """Empty until its content was looked at, as is the next."""
    sha256: str
    expires_at: datetime | None
    received: int
    """How many of its bytes have arrived."""


async def look_up(database: Database, identity: int, actor: Actor | None) -> Found:
    """A live file of the actor's, or of whomever (None); raises FileUnknown, which tells no more than that."""
    rows = await database.readers.fetch(_LIVE, [identity], steady=True)
    if not rows or (actor is not None and not actor.owns(file.read, rows[0][0])):
        raise FileUnknown
    _, use, name, size, state, objection, media_type, sha256, expires, arrived = rows[0]
    expires_at = moment_of(expires) if expires else None
    if expires_at and expires_at <= database.clock.now():
        raise FileUnknown
    return Found(
        identity,
        FileUse[use],
        name,
        size or 0,
        FileState[state],
        Objection[objection] if objection else None,
        media_type or "",
        sha256 or "",
        expires_at,
        arrived if state == FileState.INCOMPLETE else size,
    )


_LIVE = """
SELECT f.owner_id, f.use, f.name, f.size, f.state, f.objection, f.media_type, f.sha256, f.expires_at,
    (SELECT coalesce(max(p.start + p.length), 0) FROM upload_part p WHERE p.file_id = f.id)
FROM file f WHERE f.id = $1 AND f.void_reason IS NULL"""
