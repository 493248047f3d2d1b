"""What the guard beneath the engine costs: statements of a county and of the city, over tables and over guarded views.

`python -m tests.bench rows`: one session reads the tables themselves, another, of a role that may not, the views that cut
them at what the session was told is reached. Each answers the same; they take turns. The least time of each is what it
takes where nothing else is at work, as PostgreSQL itself measures it, and the pages that it reads are always the same.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import orjson

from bureau.catalogue import Catalogue, catalogue
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import Actor, Grant
from bureau.kernel.rules import Level
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.grants import granting, reading
from bureau.storage.guard import EVERYWHERE, SAY, SCHEMAS, Reach, guarding, within
from bureau.storage.readers import PostgresReaders
from tests.bench.city import city
from tests.support.api import Api

ROLE = "bureau_bench_guarded"

QUESTIONS = {
    "page: the first 50 with person and school": (
        "{ students(first: 50) { nodes { number grade { code } person { name birthDate } school { name } } } }"
    ),
    "point: one student and their person": (
        '{ student(id: "Student:%(student)d") { number grade { code } person { name } } }'
    ),
    "total: the first 50 with their number": "{ students(first: 50) { totalCount nodes { number } } }",
    "summary: students by grade": "{ studentsSummary(by: [GRADE]) { nodes { key { grade { code } } count } } }",
    "search: 50 of those whose names have 子轩 in them": (
        '{ students(first: 50, search: "子轩") { nodes { number person { name } } } }'
    ),
    "search: 50 of those whose names have 王 in them": (
        '{ students(first: 50, search: "王") { nodes { number person { name } } } }'
    ),
    "past: the first 50 as they stood": (
        '{ students(first: 50, asOf: "%(moment)s") { nodes { number boarding { code } person { name } } } }'
    ),
    "schools: 50 with their first 10 students": (
        "{ schools(first: 50) { nodes { name students(first: 10) { nodes { number person { name } } } } } }"
    ),
}
_LARGEST = "SELECT county_id FROM student WHERE county_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"


@dataclass(frozen=True)
class Asked:
    """A statement as the engine runs it."""

    sql: str
    values: Sequence[Any]
    is_steady: bool


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description="Measure what the guard beneath the engine costs.")
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args(sys.argv[2:]).rounds
    with tempfile.TemporaryDirectory() as directory, city(Path(directory)) as settings:
        asyncio.run(_measured(settings, rounds))


async def _measured(settings: Settings, rounds: int) -> None:
    parts = catalogue()
    asked = await _statements(settings, parts)
    owner = await asyncpg.connect(settings.database_url)
    try:
        await owner.execute(f"CREATE ROLE {ROLE} LOGIN")
        tables = parts.tables.values()
        for statement in (*granting(ROLE, reading(tables)), *guarding(ROLE, tables)):
            await owner.execute(statement)
        sessions = {
            (is_guarded, steady): await _session(settings, is_guarded, steady)
            for is_guarded in (False, True)
            for steady in (True, False)
        }
        print("| statement | without, ms | with, ms | ratio | pages without | pages with |\n|---|---|---|---|---|---|")
        for name, (statement, reach) in asked.items():
            print(await _row(name, statement, reach, sessions, rounds), flush=True)
        print(await _telling(sessions[True, True], rounds))
        for session in sessions.values():
            await session.close()
    finally:
        await owner.execute(
            f"DROP SCHEMA IF EXISTS {', '.join(SCHEMAS)} CASCADE; DROP OWNED BY {ROLE}; DROP ROLE {ROLE}"
        )
        await owner.close()


async def _statements(settings: Settings, parts: Catalogue) -> dict[str, tuple[Asked, Reach]]:
    """What the engine runs for each question of a registrar of the largest county, of one of its schools and of the city,
    and their reach.
    """
    caught, found = list[Asked](), {}
    fetch = PostgresReaders.fetch

    async def noted(self: PostgresReaders, sql: str, values: Any = (), **how: Any) -> Sequence[Any]:
        caught.append(Asked(sql, list(values), how.get("steady", False)))
        return await fetch(self, sql, values, **how)

    async with opened(settings, parts) as services:
        read = services.store.database.readers.fetch
        ((county,),) = await read(_LARGEST)
        ((student, school),) = await read(
            "SELECT id, school_id FROM student WHERE county_id = $1 ORDER BY id OFFSET 100 LIMIT 1", [county]
        )
        places = {
            "school": (Level.UNIT, school, within([county])),
            "county": (Level.COUNTY, county, within([county])),
            "city": (Level.CITY, 1, EVERYWHERE),
        }
        ((changed,),) = await read("SELECT at FROM recorded WHERE position = (SELECT max(position) FROM student)")
        moment = (changed - timedelta(milliseconds=1)).isoformat()
        schema = BureauSchema(services.engine.kinds, parts.actions)
        PostgresReaders.fetch = noted  # type: ignore[method-assign,assignment]
        try:
            for place, (level, unit, reach) in places.items():
                registrar = Actor(1, "registrar", (Grant("registrar", level, unit, date.min),))
                api = Api(services, schema, Gateway(schema, settings), registrar)
                for name, text in QUESTIONS.items():
                    caught.clear()
                    await api.data(text % {"student": student, "moment": moment})
                    statement = next(a for a in caught if "snapshot" in a.sql and "EXPLAIN" not in a.sql)
                    found[f"{place}, {name}"] = statement, reach
        finally:
            PostgresReaders.fetch = fetch  # type: ignore[method-assign]
    return found


async def _session(settings: Settings, is_guarded: bool, steady: bool) -> asyncpg.Connection:
    """A session that plans as the product's do."""
    options = {"plan_cache_mode": "force_generic_plan" if steady else "force_custom_plan"}
    if steady:
        options |= {"enable_sort": "off", "enable_incremental_sort": "off"}
    return await asyncpg.connect(
        **{**settings.database.arguments, **({"user": ROLE} if is_guarded else {})},
        max_cacheable_statement_size=200_000,
        server_settings={"jit": "off", "timezone": "UTC", **options},
    )


async def _row(
    name: str, asked: Asked, reach: Reach, sessions: dict[tuple[bool, bool], asyncpg.Connection], rounds: int
) -> str:
    ways = (sessions[False, asked.is_steady], sessions[True, asked.is_steady])
    await ways[1].execute(SAY, reach.search_path, reach.counties)
    answers = {tuple(tuple((await session.fetch(asked.sql, *asked.values))[0])[:-1]) for session in ways}
    assert len(answers) == 1, f"{name} is answered otherwise"
    took: list[list[tuple[float, int]]] = [[] for _ in ways]
    for number in range(rounds):
        for place, session in list(enumerate(ways))[:: 1 if number % 2 else -1]:
            told = await session.fetch(
                f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {asked.sql}", *asked.values
            )
            ran = orjson.loads(told[0][0])[0]
            took[place].append(
                (ran["Execution Time"], ran["Plan"]["Shared Hit Blocks"] + ran["Plan"]["Shared Read Blocks"])
            )
    (without, pages), (under, pages_under) = map(min, took)
    return f"| {name} | {without:.2f} | {under:.2f} | {under / without:.2f} | {pages} | {pages_under} |"


async def _telling(session: asyncpg.Connection, rounds: int) -> str:
    """What it takes to tell a session another reach."""
    took = []
    for number in range(rounds):
        reach = within([number])
        begun = time.perf_counter()
        await session.execute(SAY, reach.search_path, reach.counties)
        took.append((time.perf_counter() - begun) * 1000)
    return f"Telling a session what is reached: {min(took):.2f} ms"
