"""Jobs: done once, with the rights of whoever asked, by one of many workers; cancelled, failed, taken over."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bureau.catalogue import Catalogue
from bureau.commands.accounts import add_token
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import Code, Unavailable, refuse
from bureau.kernel.narrowing import Narrowing
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.jobs.run import Lost, Run
from bureau.machinery.jobs.task import Task, task
from bureau.machinery.jobs.worker import MOST_ATTEMPTS
from bureau.main import opened
from tests.support.api import Api
from tests.support.jobs import account, asked, count, counted, counting, finish, known, states, worker
from tests.support.world import NOW, World

JOB = """query($id: ID!) { job(id: $id) {
    state done total englishOutcome chineseOutcome title task { code } startedAt endedAt cancelAskedAt version } }"""
CANCEL = "mutation($i: CancelJobInput!) { cancelJob(input: $i) { job { state } errors { code path } } }"


@task()
async def looking(run: Run) -> Words:
    """Say which schools the one who asked may change."""
    return Words(f"{run.actor.name}: {len(run.actor.grants)} grants", "…")


@task()
async def refusing(run: Run) -> Words:
    """Be refused, after one step that stands."""
    await run.step(lambda tx: count(run, tx))
    raise refuse(Code.NOT_OFFERED)


@task()
async def breaking(run: Run) -> Words:
    """Break."""
    raise RuntimeError("secret words of the inside")


@task()
async def losing(run: Run) -> Words:
    """Lose the database."""
    raise Unavailable


TASKS = (counting, looking, refusing, breaking, losing)


@pytest.fixture(scope="module")
async def clerk(services: Services, city: World) -> Actor:
    await known(services, *TASKS)
    return await account(services, "clerk", city.east, Level.COUNTY, "registrar")


@pytest.fixture(scope="module")
async def other(services: Services, city: World, clerk: Actor) -> Actor:
    return await account(services, "other", city.bureau, Level.CITY, "registrar", "identity")


@pytest.fixture(scope="module")
async def operator(services: Services, city: World, clerk: Actor) -> Actor:
    return await account(services, "operator", city.bureau, Level.CITY, "system_admin")


async def test_a_job_is_done_and_its_owner_is_told(
    services: Services, nobody: Api, clerk: Actor, other: Actor, operator: Actor
) -> None:
    number = await asked(services, clerk, counting, total=3)
    api = nobody.as_(clerk)
    before = (await api.ask(JOB, id=f"Job:{number}")).data["job"]
    assert (before["state"], before["done"], before["total"]) == ("QUEUED", 0, None)
    await finish(worker(services, *TASKS))
    after = (await api.ask(JOB, id=f"Job:{number}")).data["job"]
    assert (after["state"], after["done"], after["total"]) == ("SUCCEEDED", 3, 3)
    assert (after["englishOutcome"], after["chineseOutcome"]) == ("Counted to 3.", "数到 3。")
    assert await counted(services, number) == [1, 1, 1]
    assert (await nobody.as_(other).ask(JOB, id=f"Job:{number}")).data["job"] is None, (
        "another's job is nobody's business"
    )
    assert (await nobody.as_(operator).ask(JOB, id=f"Job:{number}")).data["job"]["state"] == "SUCCEEDED"
    assert (await nobody.ask(JOB, id=f"Job:{number}")).data["job"] is None
    told = "{ notices(orderBy: SENT_AT_DESC, first: 1) { nodes { chineseText subject state } } }"
    (notice,) = (await api.ask(told)).data["notices"]["nodes"]
    assert notice == {"chineseText": "COUNTING（a job）：已完成。", "subject": f"Job:{number}", "state": "UNREAD"}
    assert (await nobody.as_(operator).ask(told)).data["notices"]["nodes"] == [], "notices are their owner's alone"


async def test_it_is_done_with_the_rights_of_the_day(
    services: Services, nobody: Api, clerk: Actor, other: Actor
) -> None:
    one, two = await asked(services, clerk, looking), await asked(services, other, looking)
    await finish(worker(services, *TASKS))
    said = [
        (await nobody.as_(who).ask(JOB, id=f"Job:{n}")).data["job"]["englishOutcome"]
        for n, who in ((one, clerk), (two, other))
    ]
    assert said == ["clerk: 1 grants", "other: 2 grants"]


async def test_a_closed_account_has_nothing_done(services: Services, nobody: Api, city: World, operator: Actor) -> None:
    gone = await account(services, "gone", city.east, Level.COUNTY, "registrar")
    number = await asked(services, gone, counting, total=1)

    async def close(tx):  # type: ignore[no-untyped-def]
        await tx.fetch("UPDATE account SET closed_at = $2 WHERE id = $1", gone.account, tx.now())

    await services.store.database.transaction(close)
    await finish(worker(services, *TASKS))
    found = (await nobody.as_(operator).ask(JOB, id=f"Job:{number}")).data["job"]
    assert (found["state"], found["englishOutcome"]) == ("FAILED", "The account is closed, or its token has ended.")
    assert await counted(services, number) == []


async def tokened(services: Services, owner: Actor, name: str, narrowing: Narrowing) -> Actor:
    """Somebody's program, which asks by a token of theirs."""
    await add_token(services, owner.name, name, NOW.date() + timedelta(days=9), narrowing)
    ((number,),) = await services.store.database.readers.fetch("SELECT id FROM token WHERE name = $1", [name])
    return owner.by(number, narrowing)


async def test_what_a_program_asked_for_is_done_within_its_token(
    services: Services, nobody: Api, other: Actor, operator: Actor
) -> None:
    narrowed = await tokened(services, other, "narrowed", Narrowing(roles=frozenset({"identity"})))
    number = await asked(services, narrowed, looking)
    await finish(worker(services, *TASKS))
    found = (await nobody.as_(other).ask(JOB, id=f"Job:{number}")).data["job"]
    assert (found["state"], found["englishOutcome"]) == ("SUCCEEDED", "other: 1 grants")


@pytest.mark.parametrize("column", ["ended_at", "expires_at"])
async def test_a_token_that_has_ended_has_nothing_done(
    services: Services, nobody: Api, other: Actor, operator: Actor, column: str
) -> None:
    by_token = await tokened(services, other, f"by {column}", Narrowing())
    number = await asked(services, by_token, counting, total=1)

    async def over(tx):  # type: ignore[no-untyped-def]
        await tx.fetch(f"UPDATE token SET {column} = $2 WHERE id = $1", by_token.token, tx.now())

    await services.store.database.transaction(over)
    await finish(worker(services, *TASKS))
    found = (await nobody.as_(operator).ask(JOB, id=f"Job:{number}")).data["job"]
    assert (found["state"], found["englishOutcome"]) == ("FAILED", "The account is closed, or its token has ended.")
    assert await counted(services, number) == []


async def test_one_that_has_not_begun_is_cancelled_at_once(
    services: Services, nobody: Api, clerk: Actor, other: Actor
) -> None:
    number = await asked(services, clerk, counting, total=3)
    strange = (await nobody.as_(other).ask(CANCEL, i={"id": f"Job:{number}"})).data["cancelJob"]
    assert [e["code"] for e in strange["errors"]] == ["NOT_FOUND"]
    done = (await nobody.as_(clerk).ask(CANCEL, i={"id": f"Job:{number}"})).data["cancelJob"]
    assert done == {"job": {"state": "CANCELLED"}, "errors": []}
    await finish(worker(services, *TASKS))
    assert await counted(services, number) == []
    again = (await nobody.as_(clerk).ask(CANCEL, i={"id": f"Job:{number}"})).data["cancelJob"]
    assert [e["code"] for e in again["errors"]] == ["JOB_ENDED"]


async def test_one_that_runs_stops_at_its_next_step(services: Services, nobody: Api, clerk: Actor) -> None:
    reached, go = asyncio.Event(), asyncio.Event()

    @task()
    async def waiting(run: Run) -> Words:
        """Wait to be cancelled between two steps."""
        run.done = 1
        await run.step(lambda tx: count(run, tx))
        reached.set()
        await go.wait()
        run.done = 2
        await run.step(lambda tx: count(run, tx))
        raise AssertionError("it was cancelled")

    await known(services, waiting)
    number = await asked(services, clerk, waiting)
    doing = asyncio.ensure_future(worker(services, waiting).turn())
    await reached.wait()
    done = (await nobody.as_(clerk).ask(CANCEL, i={"id": f"Job:{number}"})).data["cancelJob"]
    assert done == {"job": {"state": "RUNNING"}, "errors": []}
    go.set()
    await doing
    found = (await nobody.as_(clerk).ask(JOB, id=f"Job:{number}")).data["job"]
    assert (found["state"], found["done"]) == ("CANCELLED", 1)
    assert await counted(services, number) == [1], "what was done stays done"


async def test_one_that_never_takes_a_step_is_stopped_as_well(services: Services, nobody: Api, clerk: Actor) -> None:
    reached = asyncio.Event()

    @task()
    async def sleeping(run: Run) -> Words:
        """Sleep for ever."""
        reached.set()
        await asyncio.Event().wait()
        raise AssertionError

    await known(services, sleeping)
    number = await asked(services, clerk, sleeping)
    doing = asyncio.ensure_future(worker(services, sleeping).turn())
    await reached.wait()
    await nobody.as_(clerk).ask(CANCEL, i={"id": f"Job:{number}"})
    async with asyncio.timeout(60):
        await doing
    assert await states(services, [number]) == ["CANCELLED"]


async def test_what_is_refused_fails_with_its_reason(services: Services, nobody: Api, clerk: Actor) -> None:
    number = await asked(services, clerk, refusing)
    await finish(worker(services, *TASKS))
    found = (await nobody.as_(clerk).ask(JOB, id=f"Job:{number}")).data["job"]
    assert (found["state"], found["englishOutcome"]) == ("FAILED", "The school does not offer it.")
    assert await counted(services, number) == [1]


async def test_what_breaks_says_nothing_of_the_inside(services: Services, nobody: Api, clerk: Actor) -> None:
    number = await asked(services, clerk, breaking)
    await finish(worker(services, *TASKS))
    found = (await nobody.as_(clerk).ask(JOB, id=f"Job:{number}")).data["job"]
    assert found["state"] == "FAILED"
    assert "secret" not in found["englishOutcome"]
    assert "the log says why under" in found["englishOutcome"]


async def test_a_lost_database_is_tried_again_later_and_not_for_ever(
    services: Services, clerk: Actor, clock: FixedClock
) -> None:
    number = await asked(services, clerk, losing)
    doing = worker(services, *TASKS)
    for attempt in range(MOST_ATTEMPTS):
        assert await doing.turn(), attempt
        assert await states(services, [number]) == ["QUEUED"]
        assert not await doing.turn(), "not at once"
        clock.moment += timedelta(hours=1)
    await doing.turn()
    assert await states(services, [number]) == ["FAILED"]
    clock.moment = NOW


@pytest.fixture
async def second(services: Services, parts: Catalogue, clock: FixedClock) -> AsyncIterator[Services]:
    """The same bureau, opened a second time, as by another process."""
    async with opened(services.store.database.settings, parts, clock) as found:
        yield found


async def test_two_workers_do_each_job_once(services: Services, second: Services, clerk: Actor) -> None:
    jobs = [await asked(services, clerk, counting, total=2) for _ in range(20)]
    await asyncio.gather(*(finish(worker(on, *TASKS)) for on in (services, second, services, second)))
    assert [await counted(services, job) for job in jobs] == [[1, 1]] * 20
    assert await states(services, jobs) == ["SUCCEEDED"] * 20


async def test_one_of_which_nothing_is_heard_is_taken_over_and_cannot_write_any_more(
    services: Services, second: Services, clerk: Actor, clock: FixedClock
) -> None:
    reached, go, lost = asyncio.Event(), asyncio.Event(), []

    def halting(first: bool) -> Task:
        async def work(run: Run) -> Words:
            """Stop after the first step, if it is the first to be there."""
            for number in (1, 2, 3):
                if number <= run.done:
                    continue
                if first and number == 2:
                    reached.set()
                    await go.wait()
                run.done = number
                try:
                    await run.step(lambda tx: count(run, tx))
                except Lost:
                    lost.append(number)
                    raise
            return Words("done", "done")

        work.__name__ = "halting"
        return task()(work)

    await known(services, halting(True))
    number = await asked(services, clerk, halting(True))
    slow = asyncio.ensure_future(worker(services, halting(True)).turn())
    await reached.wait()
    assert not await worker(second, halting(False)).turn(), "its lease lasts"
    clock.moment += timedelta(seconds=services.store.database.settings.job_lease_seconds + 1)
    assert await worker(second, halting(False)).turn()
    assert await states(services, [number]) == ["SUCCEEDED"]
    go.set()
    await slow
    assert await counted(services, number) == [1, 1, 1], "it went on where the first had come to, and each once"
    assert lost in ([2], []), "the slow one was refused, if it was not stopped before"
    assert await states(services, [number]) == ["SUCCEEDED"]
    clock.moment = NOW


async def test_a_worker_that_ends_gives_its_jobs_back(services: Services, second: Services, clerk: Actor) -> None:
    reached = asyncio.Event()

    def resting(first: bool) -> Task:
        async def work(run: Run) -> Words:
            """Rest for ever, if it is the first to be there."""
            if not run.done:
                run.done = 1
                await run.step(lambda tx: count(run, tx))
            if first:
                reached.set()
                await asyncio.Event().wait()
            return Words("done", "done")

        work.__name__ = "resting"
        return task()(work)

    await known(services, resting(True))
    number = await asked(services, clerk, resting(True))
    async with worker(services, resting(True)):
        async with asyncio.timeout(60):
            await reached.wait()
    assert await states(services, [number]) == ["QUEUED"]
    await finish(worker(second, resting(False)))
    assert await states(services, [number]) == ["SUCCEEDED"]
    assert await counted(services, number) == [1]


async def test_the_calendar_makes_one_job_for_each_day(
    services: Services, second: Services, clerk: Actor, clock: FixedClock, parts: Catalogue
) -> None:
    async def planned() -> list[str]:
        sql = "SELECT due_at FROM job WHERE task = 'SEND_REMINDERS' AND occurrence IS NOT NULL ORDER BY due_at"
        return [str(row[0])[:13].replace("T", " ") for row in await services.store.database.readers.fetch(sql)]

    async def plan() -> None:
        await asyncio.gather(*(worker(on, *parts.tasks).plan() for on in (services, second, services, second)))

    await plan()
    await plan()
    assert await planned() == ["2026-10-11 22"], "six in the morning of the twelfth, in the bureau's zone"
    clock.moment = NOW + timedelta(days=3)
    await plan()
    assert await planned() == ["2026-10-11 22", "2026-10-14 22"], "of days that were missed, the last"
    await finish(worker(services, *parts.tasks))
    clock.moment = NOW


def test_the_last_hour_of_a_task() -> None:
    @task()
    async def asked_for(run: Run) -> Words:
        """Be done when asked for."""
        raise NotImplementedError

    assert asked_for.last_due(datetime(2026, 1, 1, tzinfo=UTC)) is None


async def test_every_task_has_its_words(services: Services, parts: Catalogue) -> None:
    rows = await services.store.database.readers.fetch(
        "SELECT code FROM code_entry WHERE code_table = 'job_task' AND source = 'Bureau'"
    )
    assert {row[0] for row in rows} == {one.code for one in parts.tasks}
