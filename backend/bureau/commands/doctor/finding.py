"""What the doctor finds: how bad it is, what follows from it, and what to do."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from ipaddress import ip_address
from typing import Any

from bureau.kernel.words import Words
from bureau.settings import Settings
from bureau.storage.readers import Readers


class Severity(Enum):
    """How bad it is; the command fails for what is severe alone."""

    SEVERE = Words("SEVERE", "严重")
    WARNING = Words("WARNING", "警告")
    NOTE = Words("NOTE", "提示")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is unsafe or missing."""

    severity: Severity
    what: Words
    follows: Words
    todo: Words


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at: the settings, and the database where it can be reached."""

    settings: Settings
    readers: Readers | None
    now: datetime

    async def ask(self, sql: str, *values: Any) -> Sequence[Any]:
        """Rows of the database, which must have been reached."""
        assert self.readers
        return await self.readers.fetch(sql, values)

    @property
    def is_postgres(self) -> bool:
        return self.settings.database.dialect == "postgres"


Check = Callable[[Patient], Awaitable[Finding | None]]
"""Looks at one thing; None where it is as it should be."""


def is_here(host: str) -> bool:
    """Whether a host is this very machine."""
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
