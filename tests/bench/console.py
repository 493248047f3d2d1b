"""The console in a browser: `python -m tests.bench console [--rounds N]`.

What the list page loads before it is there, how long until rows, their total and what is sought stand in it, how it scrolls,
how many keys and seconds finding a pupil takes, and what Lighthouse says, on the bench city and its registrar.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.city import city, tokens
from tests.bench.servers import HERE, ours

USERNAME, PASSWORD = "bench-city", "a password of the bench"


def main() -> None:
    """Measure, and print a table of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(sys.argv[2:]).rounds
    with tempfile.TemporaryDirectory() as directory, city(Path(directory)) as settings:
        asyncio.run(tokens(settings))
        with ours(settings.database_url, Path(directory)) as server:
            told = [_asked(server.url) for _ in range(rounds)]
            cookie = told[-1]["cookie"]
            scores = {
                preset: [_lighthouse(server.url, cookie, preset) for _ in range(rounds)]
                for preset in ("desktop", "mobile")
            }
    print("| of the list of pupils | median | range |\n|---|---|---|")
    for name in (name for name in told[0] if name != "cookie"):
        values = [each[name] for each in told]
        print(f"| {name} | {statistics.median(values):g} | {min(values):g}–{max(values):g} |")
    print("\n| Lighthouse | performance | accessibility | best practices | layout shift |\n|---|---|---|---|---|")
    for preset, runs in scores.items():
        print(f"| {preset} | {' | '.join(_among(list(values)) for values in zip(*runs, strict=True))} |")


def _among(values: list[float]) -> str:
    """The median, and the range where there is one."""
    least, most = min(values), max(values)
    return f"{statistics.median(values):g}" + (f" ({least:g}–{most:g})" if least < most else "")


def _asked(url: str) -> dict[str, Any]:
    said = in_node(["console.mjs"], {"BENCH_URL": url, "BENCH_USERNAME": USERNAME, "BENCH_PASSWORD": PASSWORD})
    found: dict[str, Any] = json.loads(said)
    return found


def _lighthouse(url: str, cookie: str, preset: str) -> list[float]:
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    command = ["node_modules/.bin/lighthouse", f"{url}/registers/Student", "--output=json", "--quiet"]
    command += [f"--chrome-flags={flags} --disable-component-update --disable-sync"]
    command += [
        f"--extra-headers={json.dumps({'Cookie': cookie})}",
        "--only-categories=performance,accessibility,best-practices",
    ]
    command += ["--preset=desktop"] if preset == "desktop" else []
    try:
        said = in_node(command, {})
    except subprocess.CalledProcessError:
        said = in_node(command, {})  # now and then it misses the beginning, and says that it is to be run again
    found = json.loads(said)
    shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
    return [*(found["categories"][name]["score"] or 0 for name in found["categories"]), round(shift, 4)]


def in_node(command: list[str], env: dict[str, str]) -> str:
    node, chromium = shutil.which("node"), shutil.which("chromium")
    if not node or not chromium:
        raise SystemExit("The console is measured with node (`make setup`) and chromium (`make test`).")
    known = os.environ | {"CHROMIUM": chromium, "CHROME_PATH": chromium} | env
    return subprocess.run([node, *command], cwd=HERE, env=known, stdout=subprocess.PIPE, text=True, check=True).stdout
