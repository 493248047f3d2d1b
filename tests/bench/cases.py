"""The inbox of cases and their deadlines: `python -m tests.bench cases [--cases N] [--rounds N] [--database postgres|sqlite]`.

In a made-up city each of so many pupils has an open transfer that waits at a school, each opened case a copy of one
that was applied for as anybody applies. Asked in turns: what the console's queue asks first, by a school, by a county and
by the city; which procedures wait, and how often. At last a morning on which all of them are late.
"""

import argparse
import asyncio
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bureau.catalogue import catalogue
from bureau.commands.demo import demo_city
from bureau.engine.kinds import Kinds
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.approvals.sweeping import sweep_cases
from bureau.machinery.jobs.asking import plan
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.bench.imports import bureau
from tests.support.api import Api
from tests.support.jobs import account, worker

_DOCUMENTS = Path(__file__).parents[2] / "frontend" / "src" / "cases" / "documents.ts"
_PUPILS_OF_A_SCHOOL = 400
_FIRST = 50
"""Cases of a page."""
_ASKED = 30
"""Times that a question is asked in a round."""
_COPIED = ("case_party", "case_entry", "case_step")
"""What a case has."""


def main() -> None:
    """Measure, and print medians and ranges."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=100_000)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--database", choices=("postgres", "sqlite"), nargs="*", default=["postgres"])
    given = asked.parse_args(sys.argv[2:])
    for database in given.database:
        with bureau(database) as found:
            settings = found.make(f"bureau_cases_{database}")
            try:
                seconds = asyncio.run(measured(settings, given.cases, given.rounds))
            finally:
                found.drop(f"bureau_cases_{database}")
        print(f"{database}, {given.cases} open cases")
        for what, of in seconds.items():
            print(f"| {what} | {statistics.median(of) * 1000:.1f} ms | {min(of) * 1000:.1f}–{max(of) * 1000:.1f} ms |")


def document(name: str) -> str:
    """A document of the console's pages, as its source has it."""
    found = re.search(rf"graphql\(`\s*(query {name}\b.*?)`\)", _DOCUMENTS.read_text("utf-8"), re.DOTALL)
    if found is None:
        raise RuntimeError(f"the console has no document {name}")
    return found[1]


async def measured(settings: Settings, cases: int, rounds: int) -> Mapping[str, list[float]]:
    """The seconds of each question, and of the sweep, by what was asked."""
    pupils = cases * 3 // 2  # not all may move
    await demo_city(settings, pupils // _PUPILS_OF_A_SCHOOL, pupils, 1, if_empty=False, say=lambda _: None)
    parts, seconds = catalogue(), defaultdict[str, list[float]](list)
    clock = FixedClock(datetime.now(UTC))
    async with opened(settings, parts, clock) as services:
        who = await _officers(services)
        schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions, parts.questions)
        api = Api(services, schema, Gateway(schema, settings), who["city"])
        await _open(api, services, cases)
        waiting = {"state": {"eq": "OPEN"}}
        for _ in range(rounds):
            for name, actor in who.items():
                of = api.as_(actor)
                for what, name_of_document, given in (
                    ("a page of the queue", "CaseQueue", {"first": _FIRST, "filter": waiting}),
                    ("which procedures wait", "CasesByProcedure", {"filter": waiting}),
                ):
                    text = document(name_of_document)
                    found = await of.data(text, **given)
                    if "queue" in found and not found["queue"]["nodes"]:
                        raise RuntimeError(f"nothing waits for {name}")
                    begun = time.perf_counter()
                    for _ in range(_ASKED):
                        await of.data(text, **given)
                    seconds[f"{what}, {name}"].append((time.perf_counter() - begun) / _ASKED)
        clock.moment += timedelta(days=60)
        await plan(services.store, [sweep_cases])
        doing, begun = worker(services, sweep_cases), time.perf_counter()
        while await doing.turn():
            pass
        seconds["a morning on which all are late"].append(time.perf_counter() - begun)
        ((late,),) = await services.store.database.readers.fetch(
            "SELECT count(*) FROM case_step WHERE escalated_on IS NOT NULL"
        )
        if late != cases:
            raise RuntimeError(f"{late} of {cases} were escalated")
    return seconds


async def _officers(services: Services) -> dict[str, Actor]:
    """A registrar of the city, of a county and of a school of it."""
    fetch = services.store.database.readers.fetch
    ((city,),) = await fetch("SELECT id FROM unit WHERE category = 'BUREAU'")
    ((school, county),) = await fetch(
        "SELECT id, superior_id FROM unit WHERE type = '211' AND superior_id <> $1 ORDER BY id LIMIT 1", [city]
    )
    return {
        "city": await account(services, "bench-city", city, Level.CITY, "registrar"),
        "county": await account(services, "bench-county", county, Level.COUNTY, "registrar"),
        "school": await account(services, "bench-school", school, Level.UNIT, "registrar"),
    }


async def _open(api: Api, services: Services, cases: int) -> None:
    """Open one transfer through the API, and copy it for other pupils, to wait at schools one after the other."""
    fetch = services.store.database.readers.fetch
    schools = [row[0] for row in await fetch("SELECT id FROM unit WHERE type = '211' ORDER BY id")]
    ((pupil,),) = await fetch(
        "SELECT s.id FROM student s WHERE s.school_id = $1 AND s.status = 'ENROLLED' AND s.grade IN ('P2', 'P3')"
        " AND s.void_reason IS NULL ORDER BY s.id LIMIT 1",
        [schools[1]],
    )
    payload = await api.write(
        "openTransfer",
        "studentCase { id }",
        student=f"Student:{pupil}",
        school=f"School:{schools[0]}",
        effectiveOn=api.services.store.database.clock.today().isoformat(),
        reason="随父母迁居",
    )
    if payload["errors"]:
        raise RuntimeError(payload["errors"])
    first = int(payload["studentCase"]["id"].partition(":")[2])

    async def copy(tx: Transaction) -> None:
        place = "row_number() OVER (ORDER BY p.id)"
        at = (
            "SELECT p.id AS pupil, u.id AS unit, u.name AS name, p.place FROM"
            f" (SELECT p.id, {place} AS place FROM student p WHERE p.id <> $1 AND p.void_reason IS NULL) p"
            " JOIN (SELECT id, name, row_number() OVER (ORDER BY id) AS place"
            f" FROM unit WHERE type = '211' AND id <> {schools[1]}) u"
            f" ON u.place = 1 + p.place % {len(schools) - 1} WHERE p.place < $2"
        )
        changed = {
            "number": "'B' || at.place",
            "verification": "'B' || at.place",
            "student_id": "at.pupil",
            "subject": "'Student:' || at.pupil",
            "unit_id": "at.unit",
            "unit_name": "at.name",
        }
        own = _columns(services, "procedure_case")
        values = ", ".join(changed.get(name, f"c.{name}") for name in own)
        await tx.fetch(
            f"INSERT INTO procedure_case ({', '.join(own)}) SELECT {values} FROM procedure_case c, ({at}) at"
            f" WHERE c.id = {first}",
            pupil,
            cases,
        )
        changed = {
            "case_id": "n.id",
            "unit_id": f"CASE x.unit_id WHEN {schools[0]} THEN n.unit_id ELSE x.unit_id END",
        }
        for table in _COPIED:
            own = _columns(services, table)
            values = ", ".join(changed.get(name, f"x.{name}") for name in own)
            await tx.fetch(
                f"INSERT INTO {table} ({', '.join(own)}) SELECT {values} FROM {table} x, procedure_case n"
                f" WHERE x.case_id = {first} AND n.id <> {first}"
            )

    await services.store.database.transaction(copy)
    await services.store.database.transaction(lambda tx: tx.fetch("ANALYZE"))


def _columns(services: Services, table: str) -> list[str]:
    """The columns of a table but its id."""
    return [column.name for column in services.store.tables[table].columns if column.name != "id"]
