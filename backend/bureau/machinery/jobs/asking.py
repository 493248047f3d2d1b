"""How jobs come to be: asked for within a transaction, or by the calendar."""

import contextlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from tortoise.exceptions import IntegrityError

from bureau.access.session import Token
from bureau.kernel.clock import HOME
from bureau.kernel.errors import Refusal
from bureau.machinery.jobs.job import Job, JobState
from bureau.machinery.jobs.task import Task
from bureau.storage.sql import moment_of
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


async def ask(store: Store, tx: Transaction, task: Task, given: Mapping[str, Any], *, title: str | None = None) -> Job:
    """Have a task done with the rights of the transaction's actor, once that is committed; `given` is kept as JSON."""
    values = _values(task, tx.now(), tx.now()) | {"title": title, "input": json.dumps(given)}
    if tx.actor.token is not None:
        values["token"] = await Token.get(id=tx.actor.token)
    job: Job = await store.create(tx, store.kind_of(Job), values, verb="ask")
    return job


async def plan(store: Store, tasks: Iterable[Task]) -> None:
    """See that there is a job for the last hour of each task that has hours, whoever else sees to it too."""
    now = store.database.clock.now()
    due = {f"{task.code}@{_stamp(moment)}": (task, moment) for task in tasks if (moment := task.last_due(now))}
    for occurrence, (task, moment) in due.items():
        if not await store.database.readers.fetch("SELECT 1 FROM job WHERE occurrence = $1", [occurrence]):
            await _plan_one(store, task, moment, occurrence)


async def last_day(store: Store, task: Task, before: datetime) -> date | None:
    """The last day of a task, before the hour of a later one, whose job succeeded."""
    sql = (
        "SELECT max(due_at) FROM job WHERE task = $1 AND state = 'SUCCEEDED' AND occurrence IS NOT NULL AND due_at < $2"
    )
    found = (await store.database.readers.fetch(sql, [task.code, before]))[0][0]
    return moment_of(found).astimezone(HOME).date() if found else None


async def _plan_one(store: Store, task: Task, moment: datetime, occurrence: str) -> None:
    async def work(tx: Transaction) -> None:
        values = _values(task, tx.now(), moment) | {"occurrence": occurrence, "input": "{}"}
        await store.create(tx, store.kind_of(Job), values, verb="plan")

    with contextlib.suppress(Refusal, IntegrityError):  # another process was there first
        await store.database.transaction(work)


def _values(task: Task, now: datetime, due: datetime) -> dict[str, Any]:
    return {
        "task": task.code,
        "state": JobState.QUEUED,
        "asked_at": now,
        "due_at": due.astimezone(UTC),
        "done": 0,
        "attempts": 0,
    }


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%MZ")
