"""A guard beneath the engine on PostgreSQL: rows of persons, cut at the counties that whoever asks reaches.

The role that answers queries may not read the tables of these rows. It reads views of the same names, which come before
the tables on its search path and show what its session says is reached, and nothing where it says nothing. They are no
security barriers: PostgreSQL merges them into a statement, whose own conditions find their indexes as they did.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bureau.kernel.field import Column
from bureau.storage.grants import Ask, quoted
from bureau.storage.tables import COUNTY, Table

_COUNTIES = f"{{0}}{COUNTY.name} = ANY ((SELECT nullif(current_setting('bureau.reach', true), '')::bigint[])::bigint[])"
"""The setting is looked at once for each table of a statement, and an index of a scope takes the condition."""

SCHEMAS: Mapping[str, str] = {
    "reached_counties": _COUNTIES,
    "reached_direct": f"{{0}}{COUNTY.name} IS NULL OR {_COUNTIES}",
    "reached_city": "",
}
"""Where the views are, with what they show of a table: counties, also what lies in none, or everything."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a session says is reached: the schema of its views, and counties as an array."""

    schema: str = "reached_counties"
    counties: str = "{}"

    @property
    def search_path(self) -> str:
        return f"{self.schema}, public"


NOWHERE, EVERYWHERE = Reach(), Reach("reached_city")

SAY = "SELECT set_config('search_path', $1, false), set_config('bureau.reach', $2, false)"
"""Tells a session what is reached: the search path of a reach, and its counties."""


def within(counties: Iterable[int | None]) -> Reach:
    """What lies in these counties, None standing for what lies in none."""
    given = set(counties)
    numbers = sorted(county for county in given if county is not None)
    return Reach("reached_direct" if None in given else "reached_counties", f"{{{','.join(map(str, numbers))}}}")


def views(tables: Iterable[Table]) -> Mapping[tuple[str, str], str]:
    """The query of each view, by its schema and name."""
    found = {}
    for table in tables:
        if table.is_guarded:
            found[table.name] = table, table.columns
            if table.history:
                found[table.history_name] = table, table.history_columns
    return {
        (schema, name): _shown(name, table, columns, reached)
        for schema, reached in SCHEMAS.items()
        for name, (table, columns) in found.items()
    }


def _shown(name: str, table: Table, columns: Sequence[Column], reached: str) -> str:
    shown = ", ".join(column.name for column in columns if column.name not in table.hidden)
    condition = reached.format("")
    if table.parties:
        parties, relation = table.parties
        of = f"p.{relation} = {name}.id AND p.void_reason IS NULL"
        condition = f"EXISTS (SELECT 1 FROM public.{parties} p WHERE {of} AND ({reached.format('p.')}))"
    where = f" WHERE {condition}" if reached else ""
    return f"SELECT {shown} FROM public.{name}{where}"


def guarding(reader: str, tables: Iterable[Table]) -> Iterator[str]:
    """The statements after which a role reads these tables' rows through their views."""
    for schema in SCHEMAS:
        yield f"DROP SCHEMA IF EXISTS {schema} CASCADE"
        yield f"CREATE SCHEMA {schema}"
    for (schema, name), query in views(tables).items():
        yield f"CREATE VIEW {schema}.{name} AS {query}"
        yield f"COMMENT ON VIEW {schema}.{name} IS '{_digest(query)}'"
    for schema in SCHEMAS:
        yield f"GRANT USAGE ON SCHEMA {schema} TO {quoted(reader)}"
        yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {quoted(reader)}"


_THERE = """
SELECT n.nspname::text, c.relname::text, obj_description(c.oid, 'pg_class')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY ($2::text[]) AND c.relkind = 'v' AND has_table_privilege($1::regrole, c.oid, 'SELECT')"""


async def unguarded(ask: Ask, reader: str, tables: Iterable[Table]) -> set[str]:
    """The tables of whose views the role that reads lacks one, or has another than is wanted."""
    there = {tuple(row) for row in await ask(_THERE, quoted(reader), list(SCHEMAS))}
    wanted = views(tables).items()
    return {name for (schema, name), query in wanted if (schema, name, _digest(query)) not in there}


def _digest(query: str) -> str:
    return hashlib.sha256(query.encode()).hexdigest()
