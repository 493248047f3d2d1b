"""Accounts as actors: their grants of today, what was delegated to them, what the bureau's own roles are given."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bureau.access.guardian import wards_of
from bureau.access.heading import headed_by
from bureau.access.narrowing import COLUMNS, narrowing_of
from bureau.access.opening import WORDS, opened_by
from bureau.access.share import shared_with
from bureau.kernel.actor import Actor, Duty, Grant
from bureau.kernel.narrowing import UNNARROWED, Narrowing
from bureau.kernel.rules import OPENED, ROLES, Level, Term
from bureau.kernel.words import Words
from bureau.registry.unit import TREE
from bureau.storage.database import Database
from bureau.storage.sql import day_of, period_of

_LISTED = "LISTED"
"""Stands in the place of a unit's category where a grant holds on that unit and on nothing below it."""

_CATEGORY = f"CASE WHEN g.is_listed THEN '{_LISTED}' ELSE u.category END"

# Of each grant and delegation: account, role, unit, category, first and last day, basis.
_GRANTED = f"""
SELECT g.account_id, g.role, coalesce(l.unit_id, g.unit_id), {_CATEGORY},
    g.start, g.until, g.basis, NULL AS since, NULL AS ends
FROM role_grant g JOIN unit u ON u.id = g.unit_id JOIN role r ON r.code = g.role
LEFT JOIN granted_unit l ON l.grant_id = g.id AND l.void_reason IS NULL AND g.is_listed
WHERE g.void_reason IS NULL AND u.void_reason IS NULL AND r.void_reason IS NULL
    AND (g.is_listed IS NULL OR NOT g.is_listed OR l.id IS NOT NULL) AND {{granted}}
UNION ALL
SELECT d.delegate_id, g.role, coalesce(l.unit_id, g.unit_id), {_CATEGORY},
    g.start, g.until, d.basis, d.start, d.until
FROM delegation d JOIN role_grant g ON g.account_id = d.account_id AND g.role = d.role AND g.unit_id = d.unit_id
JOIN account a ON a.id = d.account_id JOIN unit u ON u.id = g.unit_id JOIN role r ON r.code = g.role
LEFT JOIN granted_unit l ON l.grant_id = g.id AND l.void_reason IS NULL AND g.is_listed
WHERE d.void_reason IS NULL AND d.ended_at IS NULL AND g.void_reason IS NULL AND u.void_reason IS NULL
    AND r.void_reason IS NULL AND a.void_reason IS NULL AND a.closed_at IS NULL
    AND (g.is_listed IS NULL OR NOT g.is_listed OR l.id IS NOT NULL) AND {{delegated}}"""

_OF_ONE = _GRANTED.format(granted="g.account_id = $1", delegated="d.delegate_id = $1")

_OPEN = "IN (SELECT id FROM account WHERE void_reason IS NULL AND closed_at IS NULL)"
_OF_ALL = _GRANTED.format(granted=f"g.account_id {_OPEN}", delegated=f"d.delegate_id {_OPEN}")

_AT = "(g.unit_id = $1 AND g.is_listed IS NOT TRUE OR l.unit_id = $1)"
_AT_ONE = _GRANTED.format(granted=f"g.account_id {_OPEN} AND {_AT}", delegated=f"d.delegate_id {_OPEN} AND {_AT}")

_BY_TOKEN = f"""
SELECT a.id, a.username, {", ".join(f"t.{column}" for column in COLUMNS)}
FROM token t JOIN account a ON a.id = t.account_id
WHERE t.id = $1 AND t.ended_at IS NULL AND t.void_reason IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)
    AND a.closed_at IS NULL AND a.void_reason IS NULL"""

_PERMITTED = """
SELECT r.code, p.target, p.at_city, p.at_county, p.at_unit, p.valid_from, p.valid_until, r.valid_from, r.valid_until
FROM role_permission p JOIN role r ON r.id = p.role_id
WHERE p.void_reason IS NULL AND r.void_reason IS NULL"""


async def actor_of(database: Database, account: int) -> Actor | None:
    """An account as an actor with the rights of today, where nobody is there to ask; None if it is closed."""
    sql = "SELECT username FROM account WHERE id = $1 AND closed_at IS NULL AND void_reason IS NULL"
    rows = await database.readers.fetch(sql, [account])
    return await granted(database, account, rows[0][0]) if rows else None


async def actor_by(database: Database, token: int) -> Actor | None:
    """An account as one of its tokens lets it act today; None if either is good no more."""
    rows = await database.readers.fetch(_BY_TOKEN, [token, database.clock.now()])
    if not rows:
        return None
    account, username, *narrowed = tuple(rows[0])
    return await granted(database, account, username, token=token, narrowing=narrowing_of(*narrowed))


async def granted(
    database: Database,
    account: int,
    username: str,
    duty: Duty | None = None,
    *,
    token: int | None = None,
    narrowing: Narrowing = UNNARROWED,
) -> Actor:
    """An open account as an actor with the rights of today, or what its token leaves of them; with none while there is
    a duty to do first.
    """
    if duty:
        return Actor(account, username, duty=duty)
    today = database.clock.today()
    held = _held(await database.readers.fetch(_OF_ONE, [account], steady=True))
    grants = tuple(grant for _, grant in held if grant.holds(today))
    grants += await opened_by(database, account, grants) if token is None else ()
    actor = Actor(account, username, grants)
    actor = actor.of(await wards_of(database, account))
    actor = actor.heading(await headed_by(database, account))
    actor = actor.with_shares(await shared_with(database, account))
    actor = actor.by(token, narrowing) if token is not None else actor
    added = {grant.role for grant in actor.grants} - set(ROLES)
    return actor.given(await _permitted(database, added, today)) if added else actor


async def role_words(database: Database) -> dict[str, Words]:
    """What the roles there are are called, by code."""
    sql = "SELECT code, english_name, chinese_name FROM role WHERE void_reason IS NULL ORDER BY id"
    rows = await database.readers.fetch(sql, steady=True)
    return {code: Words(en, zh) for code, en, zh in map(tuple, rows)} | {OPENED: WORDS}


async def grants_of(database: Database) -> list[tuple[int, Grant]]:
    """Every grant that holds today, of every account that is open, by account."""
    today = database.clock.today()
    return [(account, grant) for account, grant in _held(await database.readers.fetch(_OF_ALL)) if grant.holds(today)]


async def grants_at(database: Database, unit: int) -> list[tuple[int, Grant]]:
    """Every grant at one unit itself that holds today, of every account that is open, by account."""
    today = database.clock.today()
    return [(one, grant) for one, grant in _held(await database.readers.fetch(_AT_ONE, [unit])) if grant.holds(today)]


def _held(rows: Iterable[Sequence[Any]]) -> list[tuple[int, Grant]]:
    return [(row[0], _grant(*tuple(row)[1:])) for row in rows]


def _grant(
    role: str, unit: int, category: str, start: Any, until: Any, basis: str | None, since: Any, ends: Any
) -> Grant:
    """A grant; one that was delegated begins when both have begun, and ends with the first that ends."""
    begins = [day_of(day) for day in (start, since) if day]
    last = [day_of(day) for day in (until, ends) if day]
    return Grant(role, TREE.level(category), unit, max(begins), min(last, default=None), basis or "")


async def _permitted(database: Database, roles: set[str], today: date) -> Mapping[str, frozenset[Term]]:
    """By what it is that is permitted, the terms under which these roles may do it today."""
    found: dict[str, set[Term]] = {}
    for code, target, city, county, unit, *days in map(tuple, await database.readers.fetch(_PERMITTED)):
        if code in roles and period_of(*days[:2]).holds(today) and period_of(*days[2:]).holds(today):
            at = zip((city, county, unit), (Level.CITY, Level.COUNTY, Level.UNIT), strict=True)
            found.setdefault(target, set()).add(Term(code, frozenset(level for is_there, level in at if is_there)))
    return {target: frozenset(terms) for target, terms in found.items()}
