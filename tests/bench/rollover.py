"""The year's roll-over: `python -m tests.bench rollover [--rounds N] [--pupils N] [--database postgres|sqlite]`.

A made-up city is rolled over into its next school year and back again, as its jobs do it, in a process of its own that
shares the machine with the database. Between preview and commit what blocks is settled: last grades graduate, and
everybody else is left out.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from bureau.areas.students.rollover.run import RollOver
from bureau.catalogue import catalogue
from bureau.commands.demo import demo_city
from bureau.engine.kinds import Kinds
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.main import opened
from bureau.registry.school_year import SchoolYear
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.bench.imports import bureau
from tests.support.api import Api
from tests.support.jobs import account, worker

_STEPS = ("preview", "commit", "undo")
_PUPILS_OF_A_SCHOOL = 400
BLOCKED = """query($id: ID!, $after: String) { rollOver(id: $id) { findings(first: 500, after: $after,
    filter: { isBlocking: { eq: true } }) { nodes { id sort } pageInfo { hasNextPage endCursor } } } }"""


def main() -> None:
    """Measure, and print medians and ranges."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--pupils", type=int, default=60_000)
    asked.add_argument("--database", choices=("postgres", "sqlite"), nargs="*", default=["postgres", "sqlite"])
    given = asked.parse_args(sys.argv[2:])
    for database in given.database:
        with bureau(database) as found:
            settings = found.make(f"bureau_rollover_{database}")
            try:
                counts, seconds = asyncio.run(measured(settings, given.pupils, given.rounds))
            finally:
                found.drop(f"bureau_rollover_{database}")
        print(f"{database}: {counts}")
        for step in _STEPS:
            of = seconds[step]
            print(f"| {step} | {statistics.median(of):.1f} s | {min(of):.1f}–{max(of):.1f} s |")


async def measured(settings: Settings, pupils: int, rounds: int) -> tuple[str, dict[str, list[float]]]:
    """What one roll-over counts, and the seconds that each step took in each round."""
    await demo_city(settings, pupils // _PUPILS_OF_A_SCHOOL, pupils, 1, if_empty=False, say=lambda _: None)
    parts = catalogue()
    seconds: dict[str, list[float]] = defaultdict(list)
    async with opened(settings, parts, FixedClock(datetime(datetime.now(UTC).year + 2, 1, 1, tzinfo=UTC))) as services:
        ((unit, name),) = await services.store.database.readers.fetch(
            "SELECT id, name FROM unit WHERE category = 'BUREAU'"
        )
        clerk = await account(services, "rollover", unit, Level.CITY, "registrar")
        schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions)
        api = Api(services, schema, Gateway(schema, settings), clerk)
        doing = worker(services, *parts.tasks)
        year = await _next_year(api)

        async def timed(step: str, mutation: str, **given: Any) -> str:
            payload = await api.write(mutation, "rollOver { id }", **given)
            if payload["errors"]:
                raise RuntimeError(payload["errors"])
            begun = time.perf_counter()
            while await doing.turn():
                pass
            seconds[step].append(time.perf_counter() - begun)
            return str(payload["rollOver"]["id"])

        for _ in range(rounds):
            run = await timed("preview", "previewRollOver", unit=f"Office:{unit}", fromYear=f"SchoolYear:{year}")
            await _settle(api, run)
            await timed("commit", "commitRollOver", id=run, confirmation=name)
            counts = await _counts(api, run, "COMMITTED")
            await timed("undo", "undoRollOver", id=run, reason="measured")
            await _counts(api, run, "UNDONE")
    return counts, seconds


async def _next_year(api: Api) -> int:
    """The present year of the city, after which another follows now."""
    store = api.services.store

    async def work(tx: Transaction) -> int:
        last = (await SchoolYear.all().order_by("-name"))[0]
        first = int(last.name[5:])
        days = (date(first, 9, 1), date(first + 1, 9, 1))
        await store.create(tx, store.kind_of(SchoolYear), {"name": f"{first}-{first + 1}", "period": days})
        return int(last.id)

    return await store.database.transaction(work)


async def _settle(api: Api, run: str) -> None:
    after, blocked = None, list[Any]()
    while True:
        page = (await api.data(BLOCKED, id=run, after=after))["rollOver"]["findings"]
        blocked += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    for one in blocked:
        verb = "confirmGraduation" if one["sort"] == "NOT_GRADUATED" else "leaveOutOfRollOver"
        payload = await api.write(verb, "rollOverFinding { id }", id=one["id"], reason="measured")
        if payload["errors"]:
            raise RuntimeError(payload["errors"])


async def _counts(api: Api, run: str, state: str) -> str:
    store, number = api.services.store, int(run.partition(":")[2])

    async def work(tx: Transaction) -> RollOver:
        return await RollOver.get(id=number)

    found = await store.database.transaction(work)
    if found.state != state:
        raise RuntimeError(f"{found.state}: {found.english_reason}")
    names: Sequence[str] = ("pupils", "promoted", "graduated", "staying", "left_out", "classes_risen", "classes_made")
    return ", ".join(f"{getattr(found, name)} {name.replace('_', ' ')}" for name in names)
