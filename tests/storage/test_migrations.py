"""Migrations: the migrated database is what the kinds say, and yesterday's rows live through today's change."""

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bureau.catalogue import Catalogue, catalogue
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError
from bureau.kernel.field import Column, ColumnType
from bureau.storage.ddl import PostgresDdl, SqliteDdl
from bureau.storage.difference import FOLDER, load_schema, ordered, write_migration
from bureau.storage.migrate import MigrationError, migrate, pending, statements
from bureau.storage.tables import Index, Table
from tests.support import databases


def test_the_committed_migrations_bring_about_what_the_kinds_declare() -> None:
    assert load_schema() == dict(catalogue().tables), "run `bureau migration new NAME`"


async def test_the_database_has_every_declared_column_index_and_trigger(services: Services, parts: Catalogue) -> None:
    found = await (_postgres(services) if services.store.database.dialect == "postgres" else _sqlite(services))
    for table in parts.tables.values():
        assert found["columns"][table.name] == {c.name: not c.null for c in table.columns}, table.name
        plain, grams = ({i.name for i in table.indexes if i.grams is which} for which in (False, True))
        assert plain <= found["indexes"].get(table.name, set())
        assert grams <= found["indexes"].get(table.name, set()) | found["columns"].keys()  # SQLite's are tables
        if table.history:
            assert {index.name for index in table.past_indexes} <= found["indexes"][table.history_name]
            assert set(found["columns"][table.history_name]) == {c.name for c in table.history_columns}
            assert table.name in found["kept"]
        assert (table.name in found["guarded"]) is table.append_only


async def _postgres(services: Services) -> dict[str, Any]:
    fetch = services.store.database.readers.fetch
    columns: dict[str, dict[str, bool]] = {}
    for table, column, null in await fetch(
        "SELECT table_name, column_name, is_nullable FROM information_schema.columns WHERE table_schema = 'public'"
    ):
        columns.setdefault(table, {})[column] = null == "NO"
    indexes: dict[str, set[str]] = {}
    for table, index in await fetch("SELECT tablename, indexname FROM pg_indexes WHERE schemaname = 'public'"):
        indexes.setdefault(table, set()).add(index)
    triggers = await fetch("SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    on = {name: {row[1] for row in triggers if row[0] == name} for name in ("keep_history", "only_add")}
    return {"columns": columns, "indexes": indexes, "kept": on["keep_history"], "guarded": on["only_add"]}


async def _sqlite(services: Services) -> dict[str, Any]:
    fetch = services.store.database.readers.fetch
    columns: dict[str, dict[str, bool]] = {}
    indexes: dict[str, set[str]] = {}
    triggers: dict[str, set[str]] = {}
    for type_, name, table in await fetch("SELECT type, name, tbl_name FROM sqlite_schema"):
        if type_ == "table":
            rows = await fetch(f"SELECT name, \"notnull\", pk FROM pragma_table_info('{name}')")
            columns[name] = {row[0]: bool(row[1] or row[2]) for row in rows}
        elif type_ == "index":
            indexes.setdefault(table, set()).add(name)
        else:
            triggers.setdefault(table, set()).add(name.removesuffix(f"_{table}"))
    kept = {table for table, names in triggers.items() if any(name.startswith("keep_") for name in names)}
    guarded = {table for table, names in triggers.items() if {"refuse_update", "refuse_delete"} <= names}
    return {"columns": columns, "indexes": indexes, "kept": kept, "guarded": guarded}


THING = Table(
    "thing",
    (
        Column("id", ColumnType.ID),
        Column("version", ColumnType.INTEGER),
        Column("position", ColumnType.INTEGER),
        Column("name", ColumnType.TEXT),
    ),
    (Index("thing", ("name",)),),
)
PART = Table(
    "part",
    (Column("id", ColumnType.ID), Column("thing_id", ColumnType.ID, references="thing")),
    history=False,
)


async def run(server: databases.Server, name: str, sql: str) -> list[tuple[Any, ...]]:
    """Run one statement on a database of the tests, past the product."""
    settings = server.settings(name).owned_database
    if settings.dialect == "postgres":
        import asyncpg

        connection = await asyncpg.connect(**settings.arguments)
        try:
            return [tuple(row) for row in await connection.fetch(sql)]
        finally:
            await connection.close()
    import sqlite3

    with sqlite3.connect(settings.path) as file:
        rows = file.execute(sql).fetchall()
    file.close()
    return rows


async def test_yesterdays_rows_live_through_todays_migration(server: databases.Server, tmp_path: Path) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        write_migration("begin", {"thing": THING, "part": PART}, tmp_path)
        assert await migrate(address, tmp_path) == ["0001_begin"]
        await run(server, name, "INSERT INTO thing (id, version, position, name) VALUES (1, 1, 1, 'old')")
        await run(server, name, "INSERT INTO part (id, thing_id) VALUES (1, 1)")

        grown = replace(
            THING,
            columns=(
                *THING.columns,
                Column("colour", ColumnType.PLAIN, null=True),
                Column("secret", ColumnType.BYTES, null=True),
            ),
            indexes=(Index("thing", ("name", "id")), Index("thing", ("colour",))),
            secret=frozenset({"secret"}),
        )
        fresh = Table("fresh", (Column("id", ColumnType.ID),), history=False)
        write_migration("grow", {"thing": grown, "part": PART, "fresh": fresh}, tmp_path)
        assert await pending(address, tmp_path) == ["0002_grow"]
        assert await migrate(address, tmp_path) == ["0002_grow"]
        assert await migrate(address, tmp_path) == []
        assert await pending(address, tmp_path) == []

        assert await run(server, name, "SELECT id, name, colour FROM thing") == [(1, "old", None)]
        assert await run(server, name, "SELECT id, thing_id FROM part") == [(1, 1)]
        await run(server, name, "UPDATE thing SET colour = 'red', version = 2, position = 2 WHERE id = 1")
        await run(server, name, "UPDATE thing SET colour = 'blue', version = 3, position = 3 WHERE id = 1")
        kept = await run(
            server, name, "SELECT name, colour, position, until_position FROM thing_history ORDER BY version"
        )
        assert kept == [("old", None, 1, 2), ("old", "red", 2, 3)]


async def test_grants_that_were_made_before_lie_within_their_county(server: databases.Server, tmp_path: Path) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        for file in FOLDER.glob("00*.sql"):
            if file.name < "0012":
                shutil.copy(file, tmp_path / file.name)
        await migrate(address, tmp_path)
        unit = "INSERT INTO unit (id, version, position, code, code_sort, name, name_sort, search, category, superior_id, county_id)"
        for values in (
            "(1, 1, 1, '1', '1', 'a', 'a', 'a', 'BUREAU', NULL, NULL)",
            "(2, 1, 1, '2', '2', 'b', 'b', 'b', 'COUNTY_BUREAU', 1, 2)",
            "(3, 1, 1, '3', '3', 'c', 'c', 'c', 'SCHOOL', 2, 2)",
        ):
            await run(server, name, f"{unit} VALUES {values}")
        await run(
            server,
            name,
            "INSERT INTO account (id, version, position, username, display_name, is_demo)"
            " VALUES (1, 1, 1, 'x', 'x', FALSE)",
        )
        for number in (1, 2, 3):
            await run(
                server,
                name,
                "INSERT INTO role_grant (id, version, position, account_id, role, unit_id, start)"
                f" VALUES ({number}, 1, 1, 1, 'registrar', {number}, '2020-01-01')",
            )
        await migrate(address)
        found = await run(server, name, "SELECT unit_id, county_id FROM role_grant ORDER BY id")
        assert found == [(1, None), (2, 2), (3, 2)]


async def test_a_column_that_becomes_secret_leaves_the_history(server: databases.Server, tmp_path: Path) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        write_migration("begin", {"thing": THING}, tmp_path)
        await migrate(address, tmp_path)
        await run(server, name, "INSERT INTO thing (id, version, position, name) VALUES (1, 1, 1, 'old')")
        await run(server, name, "UPDATE thing SET name = 'new', version = 2, position = 2 WHERE id = 1")
        if databases.DIALECT == "postgres":
            await run(server, name, "CREATE VIEW shown AS SELECT name FROM thing_history")
        hidden = replace(THING, secret=frozenset({"name"}))
        write_migration("hide", {"thing": hidden}, tmp_path)
        await migrate(address, tmp_path)
        assert load_schema(tmp_path) == {"thing": hidden}
        await run(server, name, "UPDATE thing SET name = 'newest', version = 3, position = 3 WHERE id = 1")
        assert await run(server, name, "SELECT name FROM thing") == [("newest",)]
        kept = await run(server, name, "SELECT * FROM thing_history ORDER BY version")
        assert [tuple(row) for row in kept] == [(1, 1, 1, 2), (1, 2, 2, 3)]


async def test_a_plain_column_that_was_added_refuses_quotes(server: databases.Server, tmp_path: Path) -> None:
    async with databases.database(server) as name:
        write_migration("begin", {"thing": THING, "part": PART}, tmp_path)
        colour = Column("colour", ColumnType.PLAIN, null=True)
        write_migration("grow", {"thing": replace(THING, columns=(*THING.columns, colour)), "part": PART}, tmp_path)
        await migrate(server.settings(name).owned_database, tmp_path)
        for bad in ('a"b', "a\\b", "a\tb", "a\x7fb"):
            with pytest.raises(Exception, match=r"(?i)check"):
                await run(
                    server,
                    name,
                    f"INSERT INTO thing (id, version, position, name, colour) VALUES (1, 1, 1, '', '{bad}')",
                )


async def test_a_table_that_becomes_append_only_keeps_its_rows_and_refuses_changes(
    server: databases.Server, tmp_path: Path
) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        write_migration("begin", {"part": replace(PART, columns=PART.columns[:1])}, tmp_path)
        await migrate(address, tmp_path)
        await run(server, name, "INSERT INTO part (id) VALUES (1)")
        closed = replace(PART, columns=PART.columns[:1], append_only=True)
        write_migration("close", {"part": closed}, tmp_path)
        await migrate(address, tmp_path)
        assert load_schema(tmp_path) == {"part": closed}
        await run(server, name, "INSERT INTO part (id) VALUES (2)")
        for change in ("UPDATE part SET id = 3 WHERE id = 1", "DELETE FROM part"):
            with pytest.raises(Exception, match="part is only added to"):
                await run(server, name, change)
        assert await run(server, name, "SELECT id FROM part ORDER BY id") == [(1,), (2,)]


def test_a_change_that_would_lose_or_lack_data_is_not_generated(tmp_path: Path) -> None:
    write_migration("begin", {"thing": THING}, tmp_path)
    without = replace(THING, columns=THING.columns[:-1], indexes=())
    needy = replace(THING, columns=(*THING.columns, Column("must", ColumnType.TEXT)))
    for changed, reason in ((without, "lose name"), (needy, "lack must")):
        with pytest.raises(CommandError, match=reason):
            write_migration("change", {"thing": changed}, tmp_path)
    with pytest.raises(CommandError, match="never dropped"):
        write_migration("change", {}, tmp_path)
    assert write_migration("same", {"thing": THING}, tmp_path) == []


async def test_an_edited_migration_is_refused(server: databases.Server, tmp_path: Path) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        write_migration("begin", {"thing": THING}, tmp_path)
        await migrate(address, tmp_path)
        for path in tmp_path.glob("*.sql"):
            path.write_text(path.read_text() + "\n-- edited\n")
        with pytest.raises(MigrationError, match="edited"):
            await migrate(address, tmp_path)


async def test_a_migration_that_fails_leaves_nothing_behind(server: databases.Server, tmp_path: Path) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        for dialect in ("sqlite", "postgres"):
            script = "CREATE TABLE half (id integer);\n\nINSERT INTO nowhere VALUES (1);\n"
            (tmp_path / f"0001_breaks.{dialect}.sql").write_text(script)
        with pytest.raises(Exception, match="nowhere"):
            await migrate(address, tmp_path)
        with pytest.raises(Exception, match="half"):
            await run(server, name, "SELECT * FROM half")


async def test_two_migrators_at_once_apply_each_migration_once(server: databases.Server) -> None:
    async with databases.database(server) as name:
        address = server.settings(name).owned_database
        applied = await asyncio.gather(*(migrate(address) for _ in range(3)))
        names = [name for names in applied for name in names]
        assert sorted(names) == sorted({path.name.split(".")[0] for path in FOLDER.glob("[0-9]*.sql")})


def test_scripts_are_cut_into_whole_statements() -> None:
    table = replace(THING)
    for ddl in (PostgresDdl(), SqliteDdl()):
        expected = list(ddl.create(table))
        script = "".join(f"{statement};\n\n" for statement in expected)
        assert [s.rstrip(";") for s in statements(script)] == [s.rstrip(";") for s in expected]


def test_tables_come_after_those_they_refer_to(parts: Catalogue) -> None:
    names = [table.name for table in ordered(parts.tables)]
    for table in parts.tables.values():
        for column in table.columns:
            if column.references and column.references != table.name:
                assert names.index(column.references) < names.index(table.name)
