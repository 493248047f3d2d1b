"""The two ways to write a plan as SQL; everything that differs between the databases' SELECTs stands here."""

from bureau.engine.dialects.base import Dialect
from bureau.engine.dialects.postgres import Postgres
from bureau.engine.dialects.sqlite import Sqlite
from bureau.storage.sql import DialectName

_DIALECTS: dict[DialectName, Dialect] = {"postgres": Postgres(), "sqlite": Sqlite()}


def dialect(name: DialectName) -> Dialect:
    """The dialect of a database."""
    return _DIALECTS[name]
