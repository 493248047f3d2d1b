"""Passwords: argon2id, off the event loop, a few at a time."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bureau.kernel.errors import Code, Fault, Refusal

T = TypeVar("T")

_HASHER = PasswordHasher()
_AT_ONCE = 2
"""Each verification takes 64 MiB and most of a core for a third of a second."""
_RETRY_SECONDS = 5
"""When those who found too many waiting may try again."""


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="argon2")


def hash_password(password: str) -> str:
    """The argon2id hash of a password."""
    return _HASHER.hash(password)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return hash_password("a password that nobody has")


def _verify(hashed: str | None, password: str) -> bool:
    # A name that is not there takes as long as one that is.
    try:
        return _HASHER.verify(hashed or _nobody(), password) and hashed is not None
    except (VerificationError, InvalidHashError):
        return False


class Passwords:
    """Hashes and verifies passwords; whoever finds too many before them is told to come again."""

    def __init__(self, most_waiting: int) -> None:
        self._most = _AT_ONCE + most_waiting
        self._present = 0

    @contextlib.contextmanager
    def place(self) -> Iterator[None]:
        """A place in the queue, for as long as the context lasts; raises Refusal BUSY, which is retryable."""
        if self._present >= self._most:
            raise Refusal([Fault(Code.BUSY, params={"seconds": _RETRY_SECONDS}, retryable=True)])
        self._present += 1
        try:
            yield
        finally:
            self._present -= 1

    async def verify(self, hashed: str | None, password: str) -> bool:
        """Whether a password is the one hashed; takes as long when there is none."""
        return await _apart(lambda: _verify(hashed, password))

    async def hash(self, password: str) -> str:
        """The argon2id hash of a password."""
        return await _apart(lambda: hash_password(password))


async def _apart(work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(_pool(), work)
