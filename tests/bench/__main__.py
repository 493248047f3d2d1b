"""The benchmark: `make bench`, or `python -m tests.bench [--rounds N] [--seconds N]`; `python -m tests.bench imports`
or `signin`, `rows`, `rollover`, `cases`, `deciding` or `console` in its place.

In each round every server answers every workload, one after the other in an order that turns, so that a machine
that slows down slows all of them. Read the ratios: they are taken within a round.
"""

import argparse
import asyncio
import re
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.bench import cases, console, deciding, imports, rollover, row_security, servers, signing_in
from tests.bench.city import STUDENTS, city, tokens
from tests.bench.load import CONNECTIONS, Load, load
from tests.bench.peers.handwritten import STATEMENTS
from tests.bench.servers import Server, cpu_of_postgres
from tests.bench.workloads import CITY_PAGE, FIRST_CURSOR, GROWING, Workload, mark_of, workloads


@dataclass(frozen=True)
class Run:
    """One server, one workload, one round."""

    load: Load
    server_cpu: float
    """Processor milliseconds a request, in the server."""
    database_cpu: float
    """The same, in PostgreSQL."""


def request(server: Server, workload: Workload) -> tuple[str, dict[str, object]]:
    """Where a workload is asked of a server, and how."""
    match server.name:
        case "Bureau":
            return "/graphql", {"query": workload.ours, "variables": workload.variables}
        case "hand-written":
            return f"/{list(STATEMENTS).index(workload.name)}", {"values": workload.values}
    return "/graphql", {"query": workload.postgraphile}


def answers(server: Server, workload: Workload) -> bool:
    """Whether a server has words for a question."""
    match server.name:
        case "hand-written":
            return workload.name in STATEMENTS
        case "PostGraphile":
            return bool(workload.postgraphile)
    return True


def ids(server: Server, workload: Workload, token: str) -> set[int]:
    """The ids of the records that a server answers with."""
    path, body = request(server, workload)
    headers = {"Authorization": f"Bearer {token}"} if server.name == "Bureau" else {}
    text = httpx.post(f"{server.url}{path}", json=body, headers=headers, timeout=60).text
    return set(map(int, re.findall(r'"(?:id|rowId)":"?(?:\w+:)?(\d+)', text)))


def refuse_other_answers(running: list[Server], workload: Workload, token: str) -> None:
    """Raise if a server does not answer with the records that the hand-written statement finds."""
    found = {server.name: ids(server, workload, token) for server in running if answers(server, workload)}
    wanted = found.get("hand-written", set())
    for name, known in found.items():
        if wanted and not wanted <= known:
            raise RuntimeError(f"{name} answers {workload.name} otherwise")


def measured(server: Server, workload: Workload, seconds: int, token: str) -> Run:
    """Ask one workload of one server for some seconds."""
    path, body = request(server, workload)
    time.sleep(0.5)  # what was asked before and is not wanted any more comes to its end
    before = server.cpu(), cpu_of_postgres()
    found = load(f"{server.url}{path}", body, seconds, token if server.name == "Bureau" else "")
    if not found.requests:
        raise RuntimeError(f"{server.name} answers {workload.name} not once in {seconds} s")
    used = server.cpu() - before[0], cpu_of_postgres() - before[1]
    return Run(found, *(1000 * cpu / found.requests for cpu in used))


def interval(values: list[float]) -> str:
    """The median of values and their range."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def main() -> None:
    """Run the benchmark and print what it found."""
    parser = argparse.ArgumentParser(description="Measure Bureau beside hand-written SQL and PostGraphile.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--only", default="", help="names of questions, separated by semicolons")
    options = parser.parse_args()
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = stack.enter_context(city(directory))
        known, county, student, moment = asyncio.run(tokens(settings))
        url = settings.database_url
        running = [
            stack.enter_context(start)
            for start in (servers.ours(url, directory), servers.handwritten(url), servers.postgraphile(url))
        ]
        reply = httpx.post(f"{running[2].url}/graphql", json={"query": FIRST_CURSOR}, timeout=60).json()
        mark = mark_of(reply["data"]["allStudents"]["edges"][0]["cursor"])
        asked = workloads(student, county, moment, mark)
        if options.only:
            asked = [workload for workload in asked if workload.name in options.only.split(";")]
        for workload in asked:
            refuse_other_answers(running, workload, known[workload.account])
        for server in running:  # caches and connections are warm before anything counts
            for workload in asked:
                if answers(server, workload):
                    measured(server, workload, 2, known[workload.account])
        runs = rounds(running, asked, known, options)
        report(running, asked, runs)
        if options.only:
            return
        grown(stack, directory, running[0], options)
        page = next(workload for workload in asked if workload.name == "page")
        cities = [scoped(running[0], page, known, options.seconds) for _ in range(options.rounds)]
        print(f"\nA county's page against the city's, requests a second: {interval(cities)}")
        print(
            f"Bureau's memory after the load: {running[0].memory():.0f} MiB; first answer {running[0].started_seconds:.1f} s after its start."
        )


def rounds(
    running: list[Server], asked: list[Workload], known: dict[str, str], options: argparse.Namespace
) -> dict[tuple[str, str], list[Run]]:
    """All rounds: in each the servers take turns, beginning with another one."""
    runs: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for number in range(options.rounds):
        turn = number % len(running)
        for workload in asked:
            for server in running[turn:] + running[:turn]:
                if not answers(server, workload):
                    continue
                runs[server.name, workload.name].append(
                    measured(server, workload, options.seconds, known[workload.account])
                )
    return runs


def grown(stack: ExitStack, directory: Path, large: Server, options: argparse.Namespace) -> None:
    """Print how the same questions go with a tenth of the rows."""
    settings = stack.enter_context(city(directory, STUDENTS // 10, "bureau_bench_tenth"))
    large_settings = stack.enter_context(city(directory))
    places = [(large, *asyncio.run(tokens(large_settings)))]
    small = stack.enter_context(servers.ours(settings.database_url, directory, port=8314))
    places.append((small, *asyncio.run(tokens(settings))))
    print("\n| question | rate with ten times the rows, ratio within a round | aim |\n|---|---|---|")
    for name in GROWING:
        ratios = []
        for _ in range(options.rounds):
            rates = []
            for server, known, county, student, moment in places:
                workload = next(w for w in workloads(student, county, moment) if w.name == name)
                rates.append(measured(server, workload, options.seconds, known[workload.account]).load.rate)
            ratios.append(rates[0] / rates[1])
        met = "met" if statistics.median(ratios) >= 1 / 1.2 else "not met"
        print(f"| {name} | {interval(ratios)} | ≥ {1 / 1.2:.2f} {met} |")


def scoped(server: Server, page: Workload, known: dict[str, str], seconds: int) -> float:
    """How a county's page goes beside the same page of the whole city."""
    of_county = measured(server, page, seconds, known["county"]).load.rate
    body = {"query": CITY_PAGE}
    return of_county / load(f"{server.url}/graphql", body, seconds, known["city"]).rate


def report(running: list[Server], asked: list[Workload], runs: dict[tuple[str, str], list[Run]]) -> None:
    """Print rates, latencies, processor time and ratios."""
    print(
        f"\n{STUDENTS:,} students, PostgreSQL, one process each, {CONNECTIONS} connections; median (range) of the rounds\n"
    )
    print("| workload | server | requests/s | p50 ms | p99 ms | server CPU ms/request | database CPU ms/request |")
    print("|---|---|---|---|---|---|---|")
    for workload in asked:
        for server in running:
            of = runs[server.name, workload.name]
            if not of:
                continue
            cells = [
                interval([r.load.rate for r in of]),
                *(
                    f"{statistics.median(values):.2f}"
                    for values in ([r.load.p50 for r in of], [r.load.p99 for r in of])
                ),
                interval([r.server_cpu for r in of]),
                interval([r.database_cpu for r in of]),
            ]
            print(f"| {workload.name}: {workload.what} | {server.name} | {' | '.join(cells)} |")
    print("\n| workload | Bureau against | rate, ratio within a round | aim | total CPU a request, ratio |")
    print("|---|---|---|---|---|")
    for workload in asked:
        mine = runs["Bureau", workload.name]
        for peer, aim in workload.aims.items():
            theirs = runs[peer, workload.name]
            rates = [a.load.rate / b.load.rate for a, b in zip(mine, theirs, strict=True)]
            cpus = [
                (b.server_cpu + b.database_cpu) / (a.server_cpu + a.database_cpu)
                for a, b in zip(mine, theirs, strict=True)
            ]
            met = "met" if statistics.median(rates) >= aim else "not met"
            print(f"| {workload.name} | {peer} | {interval(rates)} | ≥ {aim} {met} | {interval(cpus)} |")
        for other, aim in workload.beside.items():
            pairs = zip(mine, runs["Bureau", other], strict=True)
            rates = [a.load.rate / b.load.rate for a, b in pairs]
            met = "met" if statistics.median(rates) >= aim else "not met"
            print(f"| {workload.name} | itself, {other} | {interval(rates)} | ≥ {aim:.2f} {met} | |")


if __name__ == "__main__":
    apart = {
        "cases": cases.main,
        "console": console.main,
        "deciding": deciding.main,
        "imports": imports.main,
        "rollover": rollover.main,
        "rows": row_security.main,
        "signin": signing_in.main,
    }
    apart.get("".join(sys.argv[1:2]), main)()
