"""Connecting to a database that may not be there."""

import contextlib
import sqlite3
from collections.abc import Iterator

import asyncpg
from tortoise.exceptions import DBConnectionError

from bureau.kernel.errors import Unavailable

LOST = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # the connection was ended just when it was taken
)
"""What says that a connection is no more."""

_UNREACHABLE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, sqlite3.OperationalError, DBConnectionError)


@contextlib.contextmanager
def reaching() -> Iterator[None]:
    """Turn whatever a driver says when it cannot connect into Unavailable, with its words as the cause."""
    try:
        yield
    except _UNREACHABLE as error:
        raise Unavailable from error
