"""The roles of a bureau on PostgreSQL: made by an operator's command, given their privileges by each migration."""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable, Iterator

import asyncpg

from bureau.kernel.errors import CommandError
from bureau.settings import DatabaseAddress, Settings
from bureau.storage.grants import granting, quoted, reading, writing
from bureau.storage.guard import guarding, unguarded
from bureau.storage.migrate import migrating
from bureau.storage.tables import Table

_ROUNDS = 4096
"""PostgreSQL's own number."""

_ERASES = "erase_past(text, bigint[], text[])"
"""The function of the owner's by which what is erased of a void record goes from its past."""

_LIMITS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT"


def split(settings: Settings) -> bool:
    """Whether the product connects by other roles than the owner of the tables."""
    return settings.database.user != settings.owned_database.user


async def grant(settings: Settings, tables: Iterable[Table]) -> bool:
    """Give the roles of a migrated database the privileges that its tables declare, and none besides.

    False where there is only one role. Raises CommandError where a role is not there, and Unavailable.
    """
    if not split(settings):
        return False
    tables = tuple(tables)
    async with migrating(settings.owned_database) as owner:
        for role in _roles(settings):
            if not await owner.run("SELECT 1 FROM pg_roles WHERE rolname = $1", role):
                raise CommandError(f"There is no role {role}; run `bureau database roles` first.")
        try:
            async with owner.transaction():
                for statement in _granting(settings, tables):
                    await owner.run(statement)
                if await unguarded(owner.run, settings.reading_database.user, tables):
                    for statement in _guarding(settings, tables):
                        await owner.run(statement)
        except asyncpg.InsufficientPrivilegeError as error:
            raise CommandError(
                f"Role {settings.owned_database.user} may not guard rows by views in schemas of their own ({error});"
                " it must own the database."
            ) from error
    return True


async def make(settings: Settings, tables: Iterable[Table]) -> None:
    """Make the roles that the settings name, or give those that are there their attributes and passwords.

    Privileges on tables follow, where there are tables already. The owner must be allowed to make roles. Raises
    CommandError and Unavailable.
    """
    _refuse_one(settings)
    async with migrating(settings.owned_database) as owner:
        try:
            async with owner.transaction():
                for address in (settings.database, settings.reading_database):
                    there = await owner.run("SELECT 1 FROM pg_roles WHERE rolname = $1", address.user)
                    await owner.run(_role(address, "ALTER" if there else "CREATE"))
                for statement in _opening(settings):
                    await owner.run(statement)
        except asyncpg.InsufficientPrivilegeError as error:
            raise CommandError(
                f"Role {settings.owned_database.user} may not make roles ({error}); `bureau database roles --print`"
                " prints what a database administrator can run."
            ) from error
        found = {name for name, *_ in await owner.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    tables = tuple(tables)
    if all(table.name in found for table in tables):
        await grant(settings, tables)


def script(settings: Settings, tables: Iterable[Table]) -> Iterator[str]:
    """What `make` runs, for a database administrator to read and run as the owner; raises CommandError."""
    _refuse_one(settings)
    for address in (settings.database, settings.reading_database):
        yield _role(address, "CREATE")
    yield from _opening(settings)
    yield from _granting(settings, tuple(tables))
    yield from _guarding(settings, tuple(tables))


def _refuse_one(settings: Settings) -> None:
    if settings.database.dialect == "sqlite":
        raise CommandError("SQLite has no roles; BUREAU_DATABASE_URL must name a PostgreSQL.")
    users = {settings.owned_database.user, settings.database.user, settings.reading_database.user}
    if len(users) < 3:
        raise CommandError(
            "Three roles are needed: BUREAU_DATABASE_OWNER_URL owns the tables, BUREAU_DATABASE_URL writes,"
            " BUREAU_DATABASE_READ_URL reads."
        )


def _roles(settings: Settings) -> tuple[str, ...]:
    return tuple(dict.fromkeys((settings.database.user, settings.reading_database.user)))


def _role(address: DatabaseAddress, verb: str) -> str:
    password = address.arguments.get("password")
    said = f" PASSWORD '{verifier(str(password))}'" if password else ""
    return f"{verb} ROLE {quoted(address.user)} WITH {_LIMITS}{said}"


def _opening(settings: Settings) -> Iterator[str]:
    """What is needed to come to the tables at all; temporary tables are for the role that writes."""
    database = quoted(str(settings.database.arguments["database"]))
    writer, reader = quoted(settings.database.user), quoted(settings.reading_database.user)
    yield f"REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC"
    yield f"GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {writer}"
    yield f"GRANT CONNECT ON DATABASE {database} TO {reader}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {writer}, {reader}"
    yield f"ALTER ROLE {reader} SET default_transaction_read_only = on"


def _granting(settings: Settings, tables: tuple[Table, ...]) -> Iterator[str]:
    writer, reader = settings.database.user, settings.reading_database.user
    yield from granting(writer, writing(tables))
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quoted(writer)}"
    yield f"GRANT EXECUTE ON FUNCTION {_ERASES} TO {quoted(writer)}"
    if reader != writer:
        yield from granting(reader, reading(tables))


def _guarding(settings: Settings, tables: tuple[Table, ...]) -> Iterator[str]:
    reader = settings.reading_database.user
    if reader != settings.database.user:
        yield from guarding(reader, tables)


def verifier(password: str, salt: bytes | None = None) -> str:
    """What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803), so that no statement or log has the password."""
    salt = salt or secrets.token_bytes(16)
    prepared = unicodedata.normalize("NFKC", password).encode()
    salted = hashlib.pbkdf2_hmac("sha256", prepared, salt, _ROUNDS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    parts = (base64.b64encode(part).decode() for part in (salt, stored, server))
    return "SCRAM-SHA-256${}:{}${}:{}".format(_ROUNDS, *parts)
