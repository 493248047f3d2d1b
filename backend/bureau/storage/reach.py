"""Connecting to a database that may not be there."""

import contextlib
import sqlite3
from collections.abc import Iterator

import asyncpg
from tortoise.exceptions import DBConnectionError

from bureau.kernel.errors import Unavailable

_UNREACHABLE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, sqlite3.OperationalError, DBConnectionError)


@contextlib.contextmanager
def reaching() -> Iterator[None]:
    """Turn whatever a driver says when it cannot connect into Unavailable, with its words as the cause."""
    try:
        yield
    except _UNREACHABLE as error:
        raise Unavailable from error
