"""The deliverer: sends what waits, mails and messages to webhooks, beside the worker that does jobs."""

import asyncio
from collections.abc import Awaitable, Callable
from types import TracebackType

import structlog

from bureau.engine.run import Engine
from bureau.kernel.errors import BureauError
from bureau.kernel.traces import reason_of
from bureau.machinery.delivery.hooks.sending import Sending
from bureau.machinery.delivery.hooks.telling import Telling
from bureau.machinery.delivery.mail.mailing import Mailing
from bureau.storage.store import Store
from bureau.storage.transaction import spawn

log = structlog.get_logger()

LOOK_SECONDS = 1.0
"""How often it looks for what is due."""


class Deliverer:
    """Delivers for as long as the context lasts; what is under way at its end is delivered again by another."""

    def __init__(self, store: Store, engine: Engine) -> None:
        self.mailing = Mailing(store)
        self.telling = Telling(store, engine)
        self.sending = Sending(store, engine)

    async def __aenter__(self) -> "Deliverer":
        turns = {"mails": self.mailing.turn, "telling": self.telling.turn, "sending": self.sending.turn}
        self._loops = [spawn(_again(name, turn)) for name, turn in turns.items()]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        await self.sending.stop()


async def _again(name: str, turn: Callable[[], Awaitable[int]]) -> None:
    """Take turns for ever; what fails is logged, once until it succeeds again, and tried again."""
    is_failing = False
    while True:
        try:
            await turn()
            is_failing = False
        except Exception as error:
            if not is_failing:
                expected = isinstance(error, BureauError | OSError)
                log.error(f"{name}_failed", reason=reason_of(error), exc_info=None if expected else error)
            is_failing = True
        await asyncio.sleep(LOOK_SECONDS)
