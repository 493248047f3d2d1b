"""A Monday of transfers, decided by keyboard in a browser: `python -m tests.bench deciding [--cases N] [--reading SECONDS]`.

So many pupils of other counties apply to schools of one, which have agreed; the registrar of that county finds all of
them in the queue and decides them one by one: what the product takes is measured, keys are counted, and what a clerk's
hands and eyes take is added to it as given: a key takes 0.28 s (Card, Moran and Newell 1980, an average typist who is
not a secretary), and reading a case takes as long as `--reading` says.
"""

import argparse
import asyncio
import json
import statistics
import sys
from typing import Any

from bureau.catalogue import catalogue
from bureau.commands.accounts import add_user
from bureau.commands.demo import demo_city
from bureau.engine.kinds import Kinds
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.rules import Level
from bureau.main import opened
from bureau.settings import Settings
from tests.bench.console import PASSWORD, in_node
from tests.bench.imports import bureau
from tests.bench.servers import ours
from tests.support.api import Api
from tests.support.jobs import account

_USERNAME = "bench-county"
_KEY_SECONDS = 0.28
_SCHOOLS, _PUPILS = 120, 12_000
_ASKED_AT_ONCE = 100


def main() -> None:
    """Decide them all, and print what it took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=400)
    asked.add_argument("--reading", type=float, default=5.0)
    given = asked.parse_args(sys.argv[2:])
    with bureau("postgres") as found:
        settings = found.make("bureau_deciding")
        try:
            asyncio.run(_prepared(settings, given.cases))
            with ours(settings.database_url, settings.data_dir) as server:
                told = _decided(server.url, given.cases)
        finally:
            found.drop("bureau_deciding")
    waits, keys = told["waits"], told["keys"]
    machine = sum(waits) / 1000
    hands = keys * _KEY_SECONDS
    minutes = (machine + hands + given.cases * given.reading) / 60
    slow = statistics.quantiles(waits, n=20)[-1]
    print(f"{given.cases} transfers decided one by one, with {keys} keys")
    print(
        f"| from Enter until the next one stands there with its checks | {statistics.median(waits):.0f} ms, p95 {slow:.0f} ms |"
    )
    print(f"| the product's part in all | {machine / 60:.1f} min |")
    print(f"| with {_KEY_SECONDS} s a key and {given.reading:g} s to read each | {minutes:.1f} min |")


async def _prepared(settings: Settings, cases: int) -> None:
    """Open the transfers, let the schools agree, and give the registrar a password."""
    await demo_city(settings, _SCHOOLS, _PUPILS, 1, if_empty=False, say=lambda _: None)
    parts = catalogue()
    async with opened(settings, parts) as services:
        fetch = services.store.database.readers.fetch
        (to, code), *_ = await fetch(
            "SELECT o.id, o.code FROM unit o JOIN unit s ON s.superior_id = o.id AND s.type = '211'"
            " WHERE o.category = 'COUNTY_BUREAU' GROUP BY o.id, o.code ORDER BY count(*) DESC, o.id LIMIT 1"
        )
        await add_user(services, _USERNAME, _USERNAME, PASSWORD, ["registrar"], code, "bench")
        schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions, parts.questions)
        ((city,),) = await fetch("SELECT id FROM unit WHERE category = 'BUREAU'")
        clerk = await account(services, "bench-city", city, Level.CITY, "registrar")
        api = Api(services, schema, Gateway(schema, settings), clerk)
        schools = [row[0] for row in await fetch("SELECT id FROM unit WHERE superior_id = $1 AND type = '211'", [to])]
        pupils = await fetch(
            "SELECT s.id FROM student s JOIN unit u ON u.id = s.school_id WHERE u.superior_id <> $1 AND s.void_reason IS NULL"
            " AND u.type = '211' AND s.status = 'ENROLLED' AND s.grade IN ('P2', 'P3', 'P4', 'P5') ORDER BY s.id",
            [to],
        )
        waiting: dict[int, list[str]] = {school: [] for school in schools}
        day = services.store.database.clock.today().isoformat()
        for (pupil,) in pupils:
            school = min(waiting, key=lambda one: len(waiting[one]))
            given = {
                "student": f"Student:{pupil}",
                "school": f"School:{school}",
                "effectiveOn": day,
                "reason": "随父母迁居",
            }
            payload = await api.write("openTransfer", "studentCase { id }", **given)
            if not payload["errors"]:
                waiting[school].append(payload["studentCase"]["id"])
            if sum(map(len, waiting.values())) == cases:
                break
        else:
            raise RuntimeError("too few pupils may move")
        for school, opened_ in waiting.items():
            clerk = await account(services, f"bench-{school}", school, Level.UNIT, "registrar")
            await _agreed(api.as_(clerk), opened_)


async def _agreed(api: Api, cases: list[str]) -> None:
    """Let a school agree to all of its cases."""
    for start in range(0, len(cases), _ASKED_AT_ONCE):
        given = {"ids": cases[start : start + _ASKED_AT_ONCE], "step": "receiving_school", "decision": "APPROVE"}
        payload = await api.write("decideCases", "", **given)
        if payload["errors"]:
            raise RuntimeError(payload["errors"])


def _decided(url: str, cases: int) -> dict[str, Any]:
    known = {"BENCH_URL": url, "BENCH_USERNAME": _USERNAME, "BENCH_PASSWORD": PASSWORD, "BENCH_CASES": str(cases)}
    found: dict[str, Any] = json.loads(in_node(["deciding.mjs"], known))
    return found
