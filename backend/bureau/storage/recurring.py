"""Work that a process does again and again in the background, whatever becomes of a single time."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from types import TracebackType

import structlog

from bureau.kernel.errors import BureauError
from bureau.kernel.traces import reason_of
from bureau.storage.transaction import spawn

log = structlog.get_logger()


class Recurring:
    """Does `work` every so many seconds while the context lasts, and once more at its end.

    It is never cancelled in the middle. What fails is logged, once until it succeeds again, and tried again.
    """

    def __init__(self, name: str, work: Callable[[], Awaitable[object]], seconds: float) -> None:
        self._name = name
        self._work = work
        self._seconds = seconds
        self._due = asyncio.Event()
        self._is_ending = False
        self._is_failing = False

    async def __aenter__(self) -> "Recurring":
        self._task = spawn(self._run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_ending = True
        self._due.set()
        await self._task

    def hurry(self) -> None:
        """Do it now, not only when its time has come."""
        self._due.set()

    async def _run(self) -> None:
        while not self._is_ending:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds):
                    await self._due.wait()
            self._due.clear()
            await self._attempt()
        await self._attempt()

    async def _attempt(self) -> None:
        try:
            await self._work()
        except Exception as error:
            if not self._is_failing:
                expected = isinstance(error, BureauError | OSError)
                log.error(f"{self._name}_failed", reason=reason_of(error), exc_info=None if expected else error)
            self._is_failing = True
        else:
            if self._is_failing:
                log.info(f"{self._name}_works_again")
            self._is_failing = False
