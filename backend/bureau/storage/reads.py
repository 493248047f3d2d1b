"""The read log: who read records of persons, by what document and variables, under which grants.

A read is noted in memory and written within a second, many at once. A process that is killed loses what it noted
last; a commit whose answer was lost is repeated, and its reads then stand there twice.
"""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from types import TracebackType
from typing import Any, NamedTuple

import orjson
import structlog

from bureau.kernel.actor import Actor, Grant, Wards
from bureau.kernel.errors import Unavailable
from bureau.kernel.rules import Level, Term
from bureau.storage.database import Database
from bureau.storage.recurring import Recurring
from bureau.storage.transaction import Transaction

log = structlog.get_logger()

EVERY_SECONDS = 1.0
AT_ONCE = 500
"""So many reads are written without waiting for the second to end."""

_DOCUMENTS_REMEMBERED = 10_000

_COLUMNS = (
    "at", "position", "account_id", "actor", "grants", "document", "operation", "variables", "record", "language",
    "request_id", "beyond", "token_id",
)  # fmt: skip


class Read(NamedTuple):
    """One statement that read records of persons, or one command that did."""

    at: datetime
    position: int | None
    """The last position that it saw; None for a command, which reads on while others write."""
    actor: Actor
    document: str
    """The text by which it can be asked again, without the inputs of mutations."""
    operation: str | None
    variables: Mapping[str, Any]
    """Of queries alone: those of a mutation hold what it writes."""
    record: str | None
    """The id of the record, where it is that of a payload."""
    language: str
    request_id: str


class ReadLog:
    """Takes reads and writes them, for as long as the context lasts."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._limit = database.settings.max_unlogged_reads
        self._waiting: list[Read] = []
        self._written: set[bytes] = set()
        self._one_at_a_time = asyncio.Lock()
        self._writing = Recurring("read_log", self.write, EVERY_SECONDS)

    async def __aenter__(self) -> "ReadLog":
        await self._writing.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._writing.__aexit__(kind, error, trace)
        if self._waiting:
            log.error("reads_not_logged", count=len(self._waiting))

    def ask(self) -> None:
        """Call before a read that will be noted; raises Unavailable while too many wait to be written."""
        if len(self._waiting) >= self._limit:
            raise Unavailable

    def note(self, read: Read) -> None:
        """Take one read."""
        self._waiting.append(read)
        if len(self._waiting) == AT_ONCE:
            self._writing.hurry()

    async def write(self) -> None:
        """Write what waits; raises Unavailable, and keeps it."""
        async with self._one_at_a_time:
            if taken := tuple(self._waiting):
                await self._write(taken)
                del self._waiting[: len(taken)]

    async def _write(self, taken: Sequence[Read]) -> None:
        documents = {_digest(read.document): read.document for read in taken}
        fresh = sorted((digest, text) for digest, text in documents.items() if digest not in self._written)

        async def work(tx: Transaction) -> None:
            sql = "INSERT INTO read_document (digest, text) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING"
            await tx.execute_many(sql, fresh)
            sights = {id(read.actor): (_grants(read.actor), _beyond(read.actor)) for read in taken}
            await tx.insert("read_log", _COLUMNS, [_row(read, *sights[id(read.actor)]) for read in taken])

        await self._database.transaction(work)
        if len(self._written) > _DOCUMENTS_REMEMBERED:
            self._written.clear()
        self._written.update(documents)


def _grants(actor: Actor) -> str:
    return _json([[grant.role, grant.level, grant.unit] for grant in actor.grants])


def _beyond(actor: Actor) -> str | None:
    """What an actor sees by besides grants; None where there is nothing, as for most."""
    more = {
        target: [[term.role, sorted(term.levels), term.everywhere] for term in sorted(terms, key=lambda t: t.role)]
        for target, terms in actor.more.items()
    }
    wards = actor.wards.by_name() if actor.wards.pupils else {}
    said = {"wards": wards, "headed": actor.headed, "shared": actor.shared, "more": more}
    return _json(said) if any(said.values()) else None


def seeing(account: int | None, name: str, grants: str, beyond: str | None) -> Actor:
    """The actor who saw by what the log has of them."""
    said = orjson.loads(beyond) if beyond else {}
    terms = {
        target: frozenset(Term(role, frozenset(map(Level, levels)), everywhere) for role, levels, everywhere in given)
        for target, given in said.get("more", {}).items()
    }
    return Actor(
        account,
        name,
        tuple(Grant(role, Level(level), unit, date.min) for role, level, unit in orjson.loads(grants)),
        wards=Wards(**{which: tuple(ids) for which, ids in said.get("wards", {}).items()}),
        headed=tuple(said.get("headed", ())),
        shared={kind: tuple(ids) for kind, ids in said.get("shared", {}).items()},
        more=terms,
    )


def _row(read: Read, grants: str, beyond: str | None) -> Sequence[Any]:
    return (
        read.at,
        read.position,
        read.actor.account,
        read.actor.name,
        grants,
        _digest(read.document),
        read.operation,
        _json(read.variables),
        read.record,
        read.language,
        read.request_id,
        beyond,
        read.actor.token,
    )


@lru_cache(maxsize=2000)
def _digest(document: str) -> bytes:
    return hashlib.sha256(document.encode()).digest()


def _json(value: Any) -> str:
    return orjson.dumps(value, default=str).decode()
