"""The roles of PostgreSQL: each can do what the kinds declare and nothing besides, whatever the engine would ask."""

import base64
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

from bureau.catalogue import Catalogue
from bureau.commands.doctor import roles as doctor
from bureau.commands.doctor.finding import Patient, Severity
from bureau.commands.serving import migrate_all
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError
from bureau.settings import DatabaseAddress, Settings
from bureau.storage.grants import Grant, granted, reading, writing
from bureau.storage.migrate import migrate
from bureau.storage.readers import open_readers
from bureau.storage.roles import grant, make, script, verifier
from bureau.storage.tables import Table
from tests.support import databases
from tests.support.api import Api
from tests.support.world import World

pytestmark = pytest.mark.skipif(databases.DIALECT == "sqlite", reason="SQLite has no roles")

DENIED = asyncpg.InsufficientPrivilegeError
CHECKS = (doctor.mighty_role, doctor.owning_role, doctor.one_role, doctor.other_privileges)


async def run(address: DatabaseAddress, sql: str, *values: Any) -> list[Any]:
    """Run one statement as a role, past the product."""
    connection = await asyncpg.connect(**address.arguments)
    try:
        return list(await connection.fetch(sql, *values))
    finally:
        await connection.close()


async def on(address: DatabaseAddress, sql: str, *values: Any) -> list[Any]:
    """Run one statement as a role that says it would write."""
    connection = await asyncpg.connect(**address.arguments, server_settings={"default_transaction_read_only": "off"})
    try:
        return list(await connection.fetch(sql, *values))
    finally:
        await connection.close()


async def test_every_table_has_the_privileges_that_its_kind_declares(services: Services, parts: Catalogue) -> None:
    settings, ask = services.store.database.settings, services.store.database.readers.fetch

    async def fetch(sql: str, *values: Any) -> Any:
        return await ask(sql, values)

    tables = parts.tables.values()
    assert await granted(fetch, settings.database.user) == writing(tables)
    assert await granted(fetch, settings.reading_database.user) == reading(tables)


def test_what_is_declared_is_what_is_meant(parts: Catalogue) -> None:
    tables = parts.tables.values()
    writer, reader = writing(tables), reading(tables)
    assert {grant.privilege for grant in reader} == {"SELECT"}
    changed = {grant.table for grant in writer if grant.privilege == "UPDATE" and not grant.column}
    removed = {grant.table for grant in writer if grant.privilege in ("DELETE", "TRUNCATE")}
    for table in ("journal", "journal_block", "read_log", "read_document"):
        assert table not in changed | removed
    assert not {table for table in changed | removed if table.endswith("_history")}
    moved = {grant.column for grant in writer if grant.table.endswith("_history") and grant.privilege == "UPDATE"}
    assert moved == {"county_id", "unit_id"}, "a record's past goes where the record goes"
    assert removed == {
        "idempotency", "import_finding", "mail", "match_key", "passkey", "provider_reply", "recovery_code",
        "refresh_token", "replaced_seal", "sign_in_attempt", "spent_challenge", "totp", "upload_part", "webhook_delivery",
        "webhook_secret",
    }  # fmt: skip
    seen = {(grant.table, grant.column) for grant in reader}
    hidden = {
        "totp",
        "recovery_code",
        "refresh_token",
        "passkey",
        "passkey_holder",
        "session",
        "journal",
        "read_log",
        "merge_steps",
        "replaced_seal",
        "webhook_secret",
    }
    assert hidden.isdisjoint(table for table, _ in seen)
    secrets = {
        ("account", "password"),
        ("person", "salt"),
        ("token", "digest"),
        ("guardian_invitation", "digest"),
        ("job", "input"),
        ("mail_address", "address"),
        ("mail", "mark"),
    }
    secrets |= {(t, f"{f}_{part}") for t, f in (("person", "phone"), ("student", "national_number"))
                for part in ("sealed", "digest")}  # fmt: skip
    assert secrets.isdisjoint(seen)
    assert {("account", "username"), ("person", "phone_mask"), ("unit", "")} <= seen


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT password FROM account",
        "SELECT * FROM account",
        "SELECT salt FROM person",
        "SELECT document_number_sealed FROM person",
        "SELECT phone_digest FROM person",
        "SELECT digest FROM session",
        "SELECT digest FROM token",
        "SELECT sealed FROM totp",
        "SELECT digest FROM recovery_code",
        "SELECT digest FROM refresh_token",
        "SELECT changes FROM journal",
        "SELECT text FROM read_document",
        "INSERT INTO unit SELECT * FROM unit",
        "UPDATE account SET display_name = 'x'",
        "DELETE FROM student",
        "TRUNCATE student",
        "SELECT nextval(pg_get_serial_sequence('student', 'id'))",
        "CREATE TABLE mine (id int)",
        "DROP TABLE student",
    ],
)
async def test_the_reading_role_sees_no_secret_and_cannot_write(services: Services, city: World, sql: str) -> None:
    with pytest.raises((DENIED, asyncpg.ReadOnlySQLTransactionError)):
        await on(services.store.database.settings.reading_database, sql)


async def test_the_reading_role_sees_what_queries_show(services: Services, city: World) -> None:
    address = services.store.database.settings.reading_database
    assert await run(address, "SELECT username, display_name, closed_at FROM account") is not None
    assert (await run(address, "SELECT count(*) FROM student"))[0][0] == len(city.students)
    with pytest.raises(DENIED):
        await services.store.database.answering.fetch("SELECT password FROM account")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal SET actor = 'nobody'",
        "DELETE FROM journal",
        "TRUNCATE journal",
        "UPDATE journal_block SET entries = 0",
        "UPDATE read_log SET actor = 'nobody'",
        "DELETE FROM read_document",
        "UPDATE student_history SET version = 0",
        "DELETE FROM student_history",
        "DELETE FROM student",
        "TRUNCATE unit CASCADE",
        "CREATE TABLE mine (id int)",
        "DROP TABLE student",
        "ALTER TABLE journal DISABLE TRIGGER ALL",
        "DROP TRIGGER only_add ON journal",
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
        "UPDATE migration SET digest = ''",
    ],
)  # fmt: skip
async def test_the_writing_role_changes_no_trail_and_no_table(services: Services, city: World, sql: str) -> None:
    with pytest.raises(DENIED):
        await on(services.store.database.settings.database, sql)


async def test_not_even_the_owner_changes_the_past_in_passing(api: Api, services: Services, city: World) -> None:
    owner = services.store.database.settings.owned_database
    name = "mutation($i: UpdateSchoolInput!) { updateSchool(input: $i) { errors { code } } }"
    school = f"School:{city.schools['东城小学']}"
    assert (await api.data(name, i={"id": school, "expectedVersion": 1, "name": "改名小学"}))["updateSchool"][
        "errors"
    ] == []
    assert (await run(owner, "SELECT count(*) FROM unit_history"))[0][0] >= 1
    for sql in ("UPDATE unit_history SET name = 'x'", "DELETE FROM unit_history", "TRUNCATE unit_history"):
        with pytest.raises(asyncpg.RaiseError, match="unit_history is only added to"):
            await on(owner, sql)
    await on(owner, "UPDATE unit_history SET county_id = county_id")


async def test_statistics_are_taken_by_who_owns_no_table(services: Services, city: World) -> None:
    database = services.store.database
    taken = "SELECT reltuples FROM pg_class WHERE relname = 'student'"
    await database.transaction(lambda tx: tx.fetch("SELECT take_statistics('student')"))
    assert (await database.readers.fetch(taken))[0][0] == len(city.students)
    with pytest.raises(asyncpg.UndefinedTableError):
        await database.transaction(lambda tx: tx.fetch("SELECT take_statistics('pg_temp; DROP TABLE student')"))


@pytest.fixture
async def fresh(server: databases.Server) -> AsyncIterator[Settings]:
    """An empty database and the names of roles that are not there yet."""
    async with databases.database(server) as name:
        settings = server.settings(name)
        writer, reader = f"{name}_w", f"{name}_r"
        urls = {
            field: re.sub("//[^@]+@", f"//{role}:of-this-test@", getattr(settings, field))
            for field, role in (("database_url", writer), ("database_read_url", reader))
        }
        yield server.settings(name, **urls)
        for role in (writer, reader):
            if await run(settings.owned_database, "SELECT 1 FROM pg_roles WHERE rolname = $1", role):
                await run(settings.owned_database, f"DROP OWNED BY {role}")
                await run(settings.owned_database, f"DROP ROLE {role}")


async def test_an_operator_makes_the_roles_and_each_migration_gives_them_their_rights(
    fresh: Settings, parts: Catalogue
) -> None:
    tables = parts.tables.values()
    with pytest.raises(CommandError, match="bureau database roles"):
        await migrate_all(fresh)
    for _ in range(2):
        await make(fresh, tables)
        await migrate_all(fresh)
    assert (await run(fresh.reading_database, "SELECT count(*) FROM unit"))[0][0] == 1
    for address in (fresh.database, fresh.reading_database):
        attributes = "rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
        assert not (await run(address, f"SELECT {attributes} FROM pg_roles WHERE rolname = current_user"))[0][0]
    with pytest.raises(DENIED):
        await on(fresh.reading_database, "CREATE TEMP TABLE mine (id int)")
    await on(fresh.database, "CREATE TEMP TABLE mine (id int)")
    (kept,) = await run(
        fresh.owned_database, "SELECT rolpassword FROM pg_authid WHERE rolname = $1", fresh.database.user
    )
    assert str(kept[0]).startswith("SCRAM-SHA-256$4096:")
    printed = "\n".join(script(fresh, tables))
    assert "of-this-test" not in printed, "no password stands in SQL"
    assert f'CREATE ROLE "{fresh.database.user}"' in printed


async def test_who_may_not_is_told_who_may(fresh: Settings, parts: Catalogue) -> None:
    await make(fresh, parts.tables.values())
    with pytest.raises(CommandError, match="BUREAU_DATABASE_OWNER_URL must name the role that owns them"):
        await migrate(fresh.database)
    humble = fresh.model_copy()
    humble.__dict__["owned_database"] = fresh.database
    humble.__dict__["database"] = DatabaseAddress("postgres", arguments={**fresh.database.arguments, "user": "another"})
    with pytest.raises(CommandError, match="bureau database roles --print"):
        await make(humble, parts.tables.values())
    for changed in ({"database_read_url": ""}, {"database_read_url": fresh.database_url}):
        with pytest.raises(CommandError, match="Three roles are needed"):
            await make(Settings(**{**fresh.model_dump(), **changed}), parts.tables.values())


async def test_a_new_table_and_a_new_column_have_their_rights_after_the_migration(
    fresh: Settings, parts: Catalogue
) -> None:
    await make(fresh, parts.tables.values())
    await migrate_all(fresh)
    await run(fresh.owned_database, "CREATE TABLE added (id bigint)")
    await run(fresh.owned_database, f'GRANT ALL ON unit TO "{fresh.reading_database.user}"')
    added = Table("added", (), history=False, is_queried=True)
    await grant(fresh, [*parts.tables.values(), added])

    async def fetch(sql: str, *values: Any) -> Any:
        return await run(fresh.owned_database, sql, *values)

    assert await granted(fetch, fresh.database.user) == writing([*parts.tables.values(), added])
    found = await granted(fetch, fresh.reading_database.user)
    assert Grant("added", "SELECT") in found
    assert Grant("unit", "UPDATE") not in found


async def test_a_password_is_kept_as_postgresql_would(server: databases.Server) -> None:
    role = databases.new_name("password")
    await server._admin(f"SET password_encryption = 'scram-sha-256'; CREATE ROLE {role} PASSWORD 'a password'")
    try:
        (row,) = await run(
            DatabaseAddress.parse(str(server.postgres)), "SELECT rolpassword FROM pg_authid WHERE rolname = $1", role
        )
        salt = row[0].split("$")[1].partition(":")[2]
        assert verifier("a password", base64.b64decode(salt)) == row[0]
        assert verifier("another", base64.b64decode(salt)) != row[0]
    finally:
        await server._admin(f"DROP ROLE {role}")


async def test_the_doctor_names_roles_that_are_not_apart(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name:
        apart = server.settings(name)
        one = server.settings(name, database_url=server.url(name), database_read_url="", database_owner_url="")
        for settings, expected in (
            (apart, [None] * 4),
            (one, [Severity.SEVERE, Severity.WARNING, Severity.WARNING, None]),
        ):
            readers = await open_readers(settings)
            examined = Patient(settings, readers, datetime.now(UTC))
            made = [await check(examined) for check in CHECKS]
            await readers.close()
            assert [finding and finding.severity for finding in made] == expected
            for finding in filter(None, made):
                assert all(words.en and words.zh for words in (finding.what, finding.follows, finding.todo))


async def test_the_doctor_names_privileges_that_nothing_needs_or_that_are_lacking(
    server: databases.Server, template: str
) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        reader = settings.reading_database.user
        for change, severity, said in (
            (f"REVOKE SELECT ON unit FROM {reader}", Severity.WARNING, "SELECT unit"),
            (f"GRANT SELECT ON account TO {reader}", Severity.SEVERE, "SELECT account"),
            ("GRANT UPDATE ON unit TO PUBLIC", Severity.SEVERE, "UPDATE unit"),
        ):
            await run(settings.owned_database, change)
            readers = await open_readers(settings)
            finding = await doctor.other_privileges(Patient(settings, readers, datetime.now(UTC)))
            await readers.close()
            assert finding
            assert (finding.severity, said in finding.what.en) == (severity, True)
