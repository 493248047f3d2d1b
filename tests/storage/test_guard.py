"""The guard beneath the engine: the role that answers queries is shown no row of a person beyond what is reached."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

from bureau.catalogue import Catalogue
from bureau.commands.doctor import roles as doctor
from bureau.commands.doctor.finding import Patient, Severity
from bureau.graph.context import Services
from bureau.kernel.kind import Follows
from bureau.storage.guard import EVERYWHERE, NOWHERE, SAY, Reach, views, within
from bureau.storage.readers import PostgresReaders, open_readers
from bureau.storage.roles import grant
from tests.support import databases
from tests.support.api import Api
from tests.support.world import SCHOOLS, STUDENTS, World

pytestmark = pytest.mark.skipif(databases.DIALECT == "sqlite", reason="SQLite has no roles")

DENIED = asyncpg.InsufficientPrivilegeError


async def read(services: Services, sql: str, reach: Reach | None = None) -> list[Any]:
    """What the role that answers queries is shown, past the product, where its session says what is reached, if so."""
    address = services.store.database.settings.reading_database
    connection = await asyncpg.connect(**address.arguments, server_settings={"search_path": NOWHERE.search_path})
    try:
        if reach is not None:
            await connection.execute(SAY, reach.search_path, reach.counties)
        return list(await connection.fetch(sql))
    finally:
        await connection.close()


def of(*superiors: str) -> int:
    """How many pupils there are in the schools below these."""
    return sum(SCHOOLS[school][2] in superiors for school, *_ in STUDENTS.values())


async def test_a_county_is_shown_its_pupils_and_nobody_else(services: Services, city: World) -> None:
    for reach, seen in (
        (None, 0),
        (NOWHERE, 0),
        (within([city.east]), of("east")),
        (within([city.west]), of("west")),
        (within([city.east, city.west]), of("east", "west")),
        (within([None]), of("bureau")),
        (within([city.west, None]), of("west", "bureau")),
        (EVERYWHERE, len(STUDENTS)),
    ):
        rows = await read(services, "SELECT * FROM student", reach)
        assert len(rows) == seen, reach
        if reach == within([city.east]):
            assert {row["county_id"] for row in rows} == {city.east}


async def test_the_past_is_cut_as_the_present_is(api: Api, services: Services, city: World) -> None:
    for name in ("曾晓明", "单雄信"):
        identity = f"Student:{city.students[name]}"
        assert (await api.write("updateStudent", id=identity, expectedVersion=1, seatNumber=7))["errors"] == []
    for reach, seen in ((None, 0), (within([city.east]), 1), (EVERYWHERE, 2)):
        assert len(await read(services, "SELECT * FROM student_history", reach)) == seen


async def test_every_kind_with_persons_that_lies_in_counties_is_guarded(parts: Catalogue) -> None:
    guarded = {name for name, table in parts.tables.items() if table.is_guarded}
    assert {"student", "enrolment", "guardianship", "aid_award", "consent", "teacher", "post"} <= guarded
    assert guarded == {k.table for k in parts.kinds if k.personal and k.scope and parts.tables[k.table].is_queried}
    assert all(parts.tables[k.table].is_guarded for k in parts.kinds if isinstance(k.scope, Follows) and k.personal)
    assert {"unit", "person", "account"}.isdisjoint(guarded)


async def test_nothing_is_shown_of_the_tables_themselves_but_which_records_there_are(
    services: Services, parts: Catalogue
) -> None:
    for _, name in views(parts.tables.values()):
        with pytest.raises(DENIED):
            await read(services, f"SELECT * FROM public.{name}", EVERYWHERE)
    assert await read(services, "SELECT id, position, merged_into_id FROM public.student") is not None
    for column in ("person_id", "county_id", "search", "number"):
        with pytest.raises(DENIED):
            await read(services, f"SELECT {column} FROM public.student")


async def test_who_writes_is_not_bound(services: Services, city: World) -> None:
    assert len(await services.store.database.readers.fetch("SELECT * FROM student")) == len(STUDENTS)


async def test_each_statement_finds_what_it_reaches_whichever_connection_it_gets(
    services: Services, city: World
) -> None:
    answering = services.store.database.answering
    wanted = [
        (within([city.east]), "east"),
        (within([city.west]), "west"),
        (NOWHERE, "-"),
        (within([None]), "bureau"),
    ] * 25

    async def count(reach: Reach, steady: bool) -> int:
        return int((await answering.fetch("SELECT count(*) FROM student", reach=reach, steady=steady))[0][0])

    found = await asyncio.gather(*(count(reach, n % 2 == 0) for n, (reach, _) in enumerate(wanted)))
    assert found == [of(place) for _, place in wanted]
    assert (await answering.fetch("SELECT count(*) FROM student"))[0][0] == 0, "who says nothing is shown nothing"


async def test_what_is_reached_is_said_once(services: Services, city: World, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    execute = asyncpg.Connection.execute

    async def noted(self: Any, sql: str, *values: Any, **named: Any) -> Any:
        said.append(values)
        return await execute(self, sql, *values, **named)

    monkeypatch.setattr(asyncpg.Connection, "execute", noted)
    settings = services.store.database.settings
    readers = await PostgresReaders.open(settings, settings.reading_database)
    try:
        for county in (1, 1, 2, 1, 1):
            await readers.fetch("SELECT 1", reach=within([county]))
    finally:
        await readers.close()
    assert [counties for _, counties in said] == ["{1}", "{2}", "{1}"]


async def test_a_session_that_could_not_be_told_is_told_again(services: Services, city: World) -> None:
    settings = services.store.database.settings
    readers = await PostgresReaders.open(settings, settings.reading_database)
    count = "SELECT count(*) FROM student"
    try:
        east = within([city.east])
        assert (await readers.fetch(count, reach=east))[0][0] == of("east")
        with pytest.raises(asyncpg.PostgresError):
            await readers.fetch(count, reach=Reach(counties="no array"))
        assert (await readers.fetch(count, reach=east))[0][0] == of("east")
    finally:
        await readers.close()


async def test_the_doctor_names_what_is_not_guarded_and_a_migration_mends_it(
    server: databases.Server, template: str, parts: Catalogue
) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        owner = await asyncpg.connect(**settings.owned_database.arguments)
        readers = await open_readers(settings)
        examined = Patient(settings, readers, datetime.now(UTC))
        try:
            for change in (
                "DROP VIEW reached_counties.student",
                f"REVOKE SELECT ON reached_city.student FROM {settings.reading_database.user}",
                "DROP SCHEMA reached_direct CASCADE",
            ):
                assert await doctor.unguarded_rows(examined) is None
                await owner.execute(change)
                finding = await doctor.unguarded_rows(examined)
                assert finding
                assert finding.severity is Severity.SEVERE
                assert ("student" if "student" in change else "aid_award") in finding.what.en
                await grant(settings, parts.tables.values())
        finally:
            await readers.close()
            await owner.close()
