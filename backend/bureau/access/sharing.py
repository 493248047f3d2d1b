"""Processes that keep one bound together: each tells the others what was taken from its buckets."""

import json
from collections.abc import Iterator, Mapping

from bureau.access.allowance import Allowances
from bureau.storage.database import Database
from bureau.storage.recurring import Recurring
from bureau.storage.told import MOST_BYTES, Told

CHANNEL = "bureau_allowance"
EVERY_SECONDS = 2.0
_AT_ONCE = MOST_BYTES // 80
"""Buckets of one text: a network of IPv6 and a number, in JSON, take at most 80 bytes."""


class SharedAllowances:
    """Tells and hears while the context lasts; SQLite is served by one process, which has nobody to tell."""

    def __init__(self, database: Database, allowances: Allowances) -> None:
        self._allowances = allowances
        self._told = Told(database.settings, CHANNEL, self._hear) if database.dialect == "postgres" else None
        self._recurring = Recurring("allowances", self.turn, EVERY_SECONDS)

    async def turn(self) -> None:
        """Tell what was taken since the last time."""
        if self._told:
            await self._told.tell(*_texts(self._allowances.untold()))

    def _hear(self, text: str) -> None:
        self._allowances.hear(json.loads(text))

    async def __aenter__(self) -> "SharedAllowances":
        await self._recurring.__aenter__()
        self._recurring.hurry()  # to hear the others from the beginning
        return self

    async def __aexit__(self, *ending: object) -> None:
        await self._recurring.__aexit__(None, None, None)
        if self._told:
            await self._told.close()


def _texts(taken: Mapping[str, int]) -> Iterator[str]:
    pairs = list(taken.items())
    for start in range(0, len(pairs), _AT_ONCE):
        yield json.dumps(dict(pairs[start : start + _AT_ONCE]))
