"""What roles of PostgreSQL may do with each table, as kinds declare it: the role that writes, and the one that reads.

The role that writes adds rows and changes them, takes none away that are to stay, and neither changes the journal, the
logs and the past nor any table's definition. The role that reads sees what queries of the API may name, and no secret.
"""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from bureau.storage.tables import COUNTY, IDENTITY, MERGED_INTO, UNIT, Table

_SCOPES = {COUNTY.name, UNIT.name}
"""What is no part of what a record was, and changes in its past too: see `carry`."""

Ask = Callable[..., Awaitable[Sequence[Any]]]
"""Runs a statement with its values, and gives its rows."""


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One privilege on a table, or on one of its columns."""

    table: str
    privilege: str
    column: str = ""


def writing(tables: Iterable[Table]) -> set[Grant]:
    """What the role may do that writes what the product writes."""
    found = {Grant("migration", "SELECT")}
    for table in tables:
        found |= {Grant(table.name, privilege) for privilege in ("SELECT", "INSERT")}
        if not table.append_only:
            found.add(Grant(table.name, "UPDATE"))
        if table.removed_by:
            found |= {Grant(table.name, privilege) for privilege in ("DELETE", table.removed_by)}
        if table.history:
            found |= {Grant(table.history_name, privilege) for privilege in ("SELECT", "INSERT")}
            moving = {carried.column.name for carried in table.carried} & _SCOPES
            found |= {Grant(table.history_name, "UPDATE", column) for column in moving}
    return found


def reading(tables: Iterable[Table]) -> set[Grant]:
    """What the role may do that answers queries of the API; of what is guarded, know which record a row is of."""
    found = set[Grant]()
    for table in tables:
        if not table.is_queried:
            continue
        twin = [(table.history_name, table.history_columns)] if table.history else []
        for name, columns in ((table.name, table.columns), *twin):
            names = [column.name for column in columns]
            found |= _seen(name, names, _beyond_identity(names) if table.is_guarded else table.hidden)
    return found


def _beyond_identity(columns: Sequence[str]) -> Set[str]:
    """All that says more of a row than which record it is of; without merging, that is of no use either."""
    return set(columns) - ({*IDENTITY, "until_position"} if MERGED_INTO in columns else set())


def _seen(table: str, columns: Sequence[str], hidden: Set[str]) -> set[Grant]:
    if hidden.isdisjoint(columns):
        return {Grant(table, "SELECT")}
    return {Grant(table, "SELECT", column) for column in columns if column not in hidden}


def granting(role: str, wanted: Iterable[Grant]) -> Iterator[str]:
    """The statements after which a role has these privileges on tables and no others."""
    named = quoted(role)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {named}"
    by_table: dict[str, list[Grant]] = {}
    for grant in sorted(wanted):
        by_table.setdefault(grant.table, []).append(grant)
    for table, grants in by_table.items():
        whole = [grant.privilege for grant in grants if not grant.column]
        if whole:
            yield f"GRANT {', '.join(whole)} ON {table} TO {named}"
        for privilege in dict.fromkeys(grant.privilege for grant in grants if grant.column):
            columns = ", ".join(grant.column for grant in grants if grant.column and grant.privilege == privilege)
            yield f"GRANT {privilege} ({columns}) ON {table} TO {named}"


_GRANTED = """
SELECT c.relname, a.privilege_type, ''
FROM pg_class c, aclexplode(c.relacl) a
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND a.grantee IN (0, $1::regrole)
UNION ALL
SELECT c.relname, a.privilege_type, t.attname
FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND a.grantee IN (0, $1::regrole)"""


async def granted(ask: Ask, role: str) -> set[Grant]:
    """What was granted on tables to a role, or to everybody; not what its attributes or other roles give it."""
    return {Grant(*row) for row in await ask(_GRANTED, quoted(role))}


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
