"""Signing in: `python -m tests.bench signin [--rounds N] [--seconds N] [--at-once N]`.

How many people a server of one process signs in each second, on SQLite in a directory of its own: each attempt is of
another account, with the right password, and waits for its answer before the next one is made.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

import httpx

from bureau.access.account import Account
from bureau.access.passwords import hash_password
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.migrate import migrate
from bureau.storage.transaction import Transaction
from tests.bench.servers import ours

PASSWORD = "a password of the bench"
ACCOUNTS = 500
SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { viewer { username } errors { code } } }"


def main() -> None:
    """Measure, and print the medians."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--seconds", type=int, default=10)
    asked.add_argument("--at-once", type=int, default=8)
    given = asked.parse_args(sys.argv[2:])
    with tempfile.TemporaryDirectory() as directory:
        address = f"sqlite://{directory}/city.sqlite3"
        asyncio.run(fill(Settings(database_url=address, data_dir=Path(directory))))
        with ours(address, Path(directory)) as server:
            rounds = [asyncio.run(measured(server.url, given.at_once, given.seconds)) for _ in range(given.rounds)]
    rate, waited = (statistics.median(values) for values in zip(*rounds, strict=True))
    print(f"signed in a second: {rate:.1f}; answered after: {waited * 1000:.0f} ms ({given.at_once} at a time)")


async def fill(settings: Settings) -> None:
    """Make a database with accounts in it, which have no roles."""
    await migrate(settings.owned_database)
    async with opened(settings) as services:
        store, hashed = services.store, hash_password(PASSWORD)

        async def accounts(tx: Transaction) -> None:
            rows = [
                {"username": f"person-{n}", "display_name": f"Person {n}", "password": hashed, "is_demo": False}
                for n in range(ACCOUNTS)
            ]
            await store.create_all(tx, store.kind_of(Account), rows, verb="create")

        await store.database.transaction(accounts)


async def measured(url: str, at_once: int, seconds: int) -> tuple[float, float]:
    """Sign-ins a second, and the median of the seconds that one took."""
    took: list[float] = []
    numbers, end = count(), time.perf_counter() + seconds

    async def one_after_the_other(client: httpx.AsyncClient) -> None:
        while time.perf_counter() < end:
            given = {"username": f"person-{next(numbers) % ACCOUNTS}", "password": PASSWORD}
            begun = time.perf_counter()
            reply = await client.post("/graphql", json={"query": SIGN_IN, "variables": {"i": given}})
            if reply.json()["data"]["signIn"]["errors"]:
                raise RuntimeError(reply.text)
            took.append(time.perf_counter() - begun)

    begun = time.perf_counter()
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        await asyncio.gather(*(one_after_the_other(client) for _ in range(at_once)))
    return len(took) / (time.perf_counter() - begun), statistics.median(took)
