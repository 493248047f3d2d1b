"""Writes a migration: what must change, for each dialect, between the schema as it was and as the kinds want it.

The last migrated schema is kept beside the migrations as `schema.json`, so that writing one needs no database.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from bureau.kernel.errors import CommandError
from bureau.kernel.field import Column, ColumnType
from bureau.storage.ddl import DIALECTS, Ddl, SqliteDdl
from bureau.storage.tables import Carried, Index, Table

FOLDER = Path(__file__).parent / "migrations"
AFTER_COMMIT = "-- after commit"
"""What follows this line runs statement by statement outside the transaction (concurrent indexes)."""


def ordered(tables: Mapping[str, Table]) -> list[Table]:
    """Tables so that each comes after those it refers to."""
    references = {
        table.name: {c.references for c in table.columns if c.references and c.references != table.name}
        for table in tables.values()
    }
    return [tables[name] for name in TopologicalSorter(references).static_order() if name in tables]


def load_schema(folder: Path = FOLDER) -> dict[str, Table]:
    """The schema that the migrations so far bring about."""
    path = folder / "schema.json"
    return (
        {name: _from_json(name, data) for name, data in json.loads(path.read_text()).items()} if path.exists() else {}
    )


def write_migration(name: str, tables: Mapping[str, Table], folder: Path = FOLDER) -> list[Path]:
    """Write the next migration into `folder`; returns the files written, none where nothing changed.

    Raises CommandError for a change that would lose data, which is to be written by hand in two steps.
    """
    before = load_schema(folder)
    if before == dict(tables):
        return []
    number = 1 + max((int(path.name[:4]) for path in folder.glob("[0-9]*.sql")), default=0)
    written = []
    for ddl in DIALECTS:
        path = folder / f"{number:04d}_{name}.{ddl.name}.sql"
        path.write_text(_script(ddl, before, tables))
        written.append(path)
    schema = {table.name: _to_json(table) for table in ordered(tables)}
    (folder / "schema.json").write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n")
    return [*written, folder / "schema.json"]


def _script(ddl: Ddl, before: Mapping[str, Table], after: Mapping[str, Table]) -> str:
    first: list[str] = []
    later: list[str] = []
    if _finds_grams(after) and not _finds_grams(before):
        first += ddl.prepare_grams()
    for table in ordered(after):
        if table.name not in before:
            first += ddl.create(table)
        elif before[table.name] != table:
            _alter(ddl, before[table.name], table, first, later)
    if gone := before.keys() - after.keys():
        raise CommandError(f"tables are never dropped by a generated migration: {', '.join(sorted(gone))}")
    script = "".join(f"{statement};\n\n" for statement in first)
    return script + (AFTER_COMMIT + "\n\n" + "".join(f"{s};\n\n" for s in later) if later else "")


def _finds_grams(tables: Mapping[str, Table]) -> bool:
    return any(index.grams for table in tables.values() for index in table.indexes)


def _alter(ddl: Ddl, old: Table, new: Table, first: list[str], later: list[str]) -> None:
    had = {column.name: column for column in old.columns}
    has = {column.name: column for column in new.columns}
    if gone := had.keys() - has.keys():
        raise CommandError(
            f"{new.name} would lose {', '.join(sorted(gone))}: drop columns by hand, when nothing reads them"
        )
    added = [column for name, column in has.items() if name not in had]
    changed = [column for name, column in has.items() if name in had and had[name] != column]
    tightened = [c for c in (*added, *changed) if not c.null and (c.name not in had or had[c.name].null)]
    if tightened:
        names = ", ".join(column.name for column in tightened)
        raise CommandError(f"{new.name}: rows already there would lack {names}; add as optional, fill, then require")
    if any(had[column.name].type is not column.type for column in changed):
        raise CommandError(f"{new.name}: the type of a column changes; write that migration by hand")
    for column in added:
        check = f" {ddl.plain(column)}" if column.type is ColumnType.PLAIN else ""
        first.append(f"ALTER TABLE {new.name} ADD COLUMN {ddl.column(column)}{check}")
        if new.history and column.name not in new.secret:
            first.append(f"ALTER TABLE {new.history_name} ADD COLUMN {column.name} {ddl.types[column.type]}")
    first += _loosened(ddl, new, changed)
    had_indexes, has_indexes = (*old.indexes, *old.past_indexes), (*new.indexes, *new.past_indexes)
    for index in had_indexes:
        if index not in has_indexes:
            first += ddl.drop_index(index)
    hidden = sorted(name for name in new.secret - old.secret if name in had) if new.history else []
    if (added or hidden) and new.history:
        first += ddl.keep_history(new)
    first += [ddl.drop_column(new.history_name, name) for name in hidden]
    if new.append_only and not old.append_only:
        first += ddl.only_add(new)
    for index in has_indexes:
        if index not in had_indexes:
            (later if ddl.name == "postgres" else first).extend(_concurrent(ddl, index))


def _concurrent(ddl: Ddl, index: Index) -> Iterator[str]:
    words = "INDEX CONCURRENTLY IF NOT EXISTS " if ddl.name == "postgres" else "INDEX "
    return (statement.replace("INDEX ", words, 1) for statement in ddl.create_index(index))


def _loosened(ddl: Ddl, table: Table, changed: Iterable[Column]) -> Iterator[str]:
    for column in changed:
        if isinstance(ddl, SqliteDdl):
            raise CommandError(
                f"{table.name}.{column.name}: SQLite needs the table rebuilt; write that migration by hand"
            )
        yield f"ALTER TABLE {table.name} ALTER COLUMN {column.name} DROP NOT NULL"


def _to_json(table: Table) -> dict[str, Any]:
    return {
        "columns": [[c.name, c.type.value, c.null, c.references] for c in table.columns],
        "indexes": [_index_to_json(index) for index in table.indexes],
        "past_indexes": [_index_to_json(index) for index in table.past_indexes],
        "required": [[column, variant, list(values)] for column, variant, values in table.required],
        "carried": [[c.column.name, c.relation, c.source_table, c.source_column] for c in table.carried],
        "history": table.history,
        "secret": sorted(table.secret),
        "append_only": table.append_only,
    }


def _index_to_json(index: Index) -> list[Any]:
    return [list(index.columns), index.unique, index.where, index.grams]


def _from_json(name: str, data: Mapping[str, Any]) -> Table:
    columns = {row[0]: Column(row[0], ColumnType(row[1]), row[2], row[3]) for row in data["columns"]}
    table = Table(
        name,
        tuple(columns.values()),
        tuple(Index(name, tuple(names), *rest) for names, *rest in data["indexes"]),
        tuple((column, variant, tuple(values)) for column, variant, values in data["required"]),
        tuple(Carried(columns[column], *rest) for column, *rest in data["carried"]),
        data["history"],
        frozenset(data["secret"]),
        append_only=data.get("append_only", False),
    )
    past = tuple(Index(table.history_name, tuple(names), *rest) for names, *rest in data.get("past_indexes", ()))
    return replace(table, past_indexes=past)
