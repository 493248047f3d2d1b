"""What tests of jobs share: accounts that ask, tasks that count, and workers that do them."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from bureau.access.account import Account
from bureau.access.grant import RoleGrant
from bureau.graph.context import Services
from bureau.graph.replay import shown
from bureau.kernel.actor import Actor, Grant
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import Task, task
from bureau.machinery.jobs.worker import Worker
from bureau.storage.codes import code_entry
from bureau.storage.transaction import Transaction


async def account(services: Services, username: str, unit: int, level: Level, *roles: str) -> Actor:
    """Somebody with an account, and roles on a unit."""
    store = services.store

    async def add(tx: Transaction) -> int:
        values = {"username": username, "display_name": username, "is_demo": False}
        made = await store.create(tx, store.kind_of(Account), values)
        for role in roles:
            grant = {"account": made.id, "role": role, "unit": unit, "start": "2020-01-01"}
            await store.create(tx, store.kind_of(RoleGrant), grant)
        return int(made.id)

    identity = await store.database.transaction(add)
    return Actor(identity, username, tuple(Grant(role, level, unit, date(2020, 1, 1)) for role in roles))


async def known(services: Services, *tasks: Task) -> None:
    """Let there be these tasks in the code table."""
    store = services.store
    rows = [
        {"code_table": "job_task", "code": t.code, "english": t.code, "chinese": t.code, "source": "tests"}
        for t in tasks
    ]

    async def add(tx: Transaction) -> None:
        await store.create_all(tx, code_entry, rows, verb="import")

    await store.database.transaction(add)
    store.forget_codes()


async def asked(services: Services, actor: Actor, wanted: Task, **given: Any) -> int:
    """A job that somebody asked for."""
    store = services.store

    async def work(tx: Transaction) -> int:
        return int((await ask(store, tx, wanted, given, title="a job")).id)

    return await store.database.transaction(work, actor=actor)


def worker(services: Services, *tasks: Task) -> Worker:
    """A worker that is not at work by itself."""
    settings = services.store.database.settings
    return Worker(services.store, settings, services.files, partial(shown, services), tasks)


async def finish(doing: Worker) -> None:
    """Do all jobs that are due."""
    while await doing.turn():
        pass


async def count(run: Run, tx: Transaction) -> None:
    """Write one row that a second doing of the same step would write again."""
    await tx.fetch(
        "INSERT INTO counter (name, value) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET value = counter.value + 1",
        f"test.{run.job_id}.{run.done}",
    )


@task()
async def counting(run: Run) -> Words:
    """Count to `total`, a step each."""
    run.total = int(run.given["total"])
    while run.done < run.total:
        run.done += 1
        await run.step(lambda tx: count(run, tx), last=run.done)
    return Words(f"Counted to {run.done}.", f"数到 {run.done}。")


async def counted(services: Services, job: int) -> list[int]:
    """How often each step of a job was done."""
    sql = "SELECT value FROM counter WHERE name LIKE $1 ORDER BY name"
    return [row[0] for row in await services.store.database.readers.fetch(sql, [f"test.{job}.%"])]


async def states(services: Services, jobs: Iterable[int]) -> list[str]:
    """Where jobs stand."""
    sql = "SELECT id, state FROM job"
    found = dict([tuple(row) for row in await services.store.database.readers.fetch(sql)])
    return [found[job] for job in jobs]
