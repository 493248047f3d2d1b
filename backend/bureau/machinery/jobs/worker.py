"""The worker: takes jobs that are due, one process each, does them, and sees that none is lost or done twice.

A job that is taken is leased: the lease is renewed while the process lives, and ends by itself when it does not. Each
step of a job is written under its lease, so that a process which was merely slow cannot write once another has it.
"""

import asyncio
import contextlib
import json
import secrets
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

import structlog

from bureau.access.actors import actor_by, actor_of
from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.errors import BureauError, CommandError, Refusal, RequestError
from bureau.kernel.traces import reason_of
from bureau.kernel.words import Words
from bureau.machinery.files.files import Files
from bureau.machinery.jobs.asking import plan
from bureau.machinery.jobs.job import TASK, Job, JobState
from bureau.machinery.jobs.run import LEASED, Lost, Run
from bureau.machinery.jobs.task import Task
from bureau.machinery.notices.notice import Message, send
from bureau.settings import Settings
from bureau.storage import journal
from bureau.storage.sql import moment_of
from bureau.storage.store import Store
from bureau.storage.subjects import Showing
from bureau.storage.transaction import Transaction, spawn

log = structlog.get_logger()

LOOK_SECONDS = 0.5
"""How often a worker with a hand free looks for jobs."""
PLAN_SECONDS = 30.0
"""How often it looks at the calendar."""
MOST_ATTEMPTS = 12
"""How often a job is begun that gets no further before it has failed."""
_LONGEST_OUTCOME = 2000
BEAT_SECONDS = 1.0
"""How often a worker asks whether its jobs are still its own."""
RETRY_SECONDS = 5
"""How long a job waits for a database that was lost; twice as long with each attempt, a quarter of an hour at most."""


@dataclass(frozen=True, slots=True)
class _Taken:
    id: int
    lease: str
    task: str
    owner: int | None
    token: int | None
    attempts: int


class Worker:
    """Does jobs in the background for as long as the context lasts."""

    def __init__(self, store: Store, settings: Settings, files: Files, shown: Showing, tasks: Iterable[Task]) -> None:
        self._store = store
        self._settings = settings
        self._files = files
        self._shown = shown
        self._tasks = {task.code: task for task in tasks}
        self._hands = asyncio.Semaphore(settings.job_slots)
        self._at_work: set[asyncio.Task[None]] = set()
        self._is_ending = asyncio.Event()

    async def __aenter__(self) -> "Worker":
        self._loops = [spawn(self._look()), spawn(self._plan())]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop; what is at work is interrupted, and is free for another process at once."""
        self._is_ending.set()
        await asyncio.gather(*self._loops)
        for work in self._at_work:
            work.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)

    async def turn(self) -> bool:
        """Do one job that is due; whether there was any."""
        taken = await self._take()
        if taken:
            await self._do(taken)
        return taken is not None

    async def plan(self) -> None:
        """See that there are jobs for what the calendar asks for."""
        await plan(self._store, self._tasks.values())

    async def _plan(self) -> None:
        while not self._is_ending.is_set():
            with _survived("planning"):
                await self.plan()
            await self._rest(PLAN_SECONDS)

    async def _look(self) -> None:
        while not self._is_ending.is_set():
            await self._hands.acquire()
            taken = None
            with _survived("looking_for_jobs"):
                taken = await self._take()
            if taken is None:
                self._hands.release()
                await self._rest(LOOK_SECONDS)
                continue
            work = spawn(self._do(taken))
            self._at_work.add(work)
            work.add_done_callback(self._put_down)

    def _put_down(self, work: "asyncio.Task[None]") -> None:
        self._at_work.discard(work)
        self._hands.release()

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._is_ending.wait(), seconds)

    async def _take(self) -> _Taken | None:
        """The job that has been due longest, leased; None if there is none."""
        database = self._store.database
        now = database.clock.now()
        if not await database.readers.fetch(f"SELECT 1 FROM job WHERE {_FREE} LIMIT 1", [now]):
            return None
        return await database.transaction(self._lease)

    async def _lease(self, tx: Transaction) -> _Taken | None:
        skip = "FOR UPDATE SKIP LOCKED" if tx.dialect == "postgres" else ""
        lease, until = secrets.token_hex(16), tx.now() + timedelta(seconds=self._settings.job_lease_seconds)
        rows = await tx.fetch(
            "UPDATE job SET state = 'RUNNING', lease = $2, lease_until = $3, attempts = attempts + 1,"
            " started_at = coalesce(started_at, $1), version = version + 1, position = $4"
            f" WHERE id = (SELECT id FROM job WHERE {_FREE} ORDER BY due_at, id LIMIT 1 {skip})"
            " RETURNING id, task, owner_id, token_id, attempts",
            tx.now(),
            lease,
            until,
            await tx.position(),
        )
        if not rows:
            return None
        (identity, task, owner, token, attempts) = rows[0]
        await journal.write_journal(tx, [journal.Entry("start", self._store.kind_of(Job), identity)])
        return _Taken(identity, lease, task, owner, token, attempts)

    async def _do(self, taken: _Taken) -> None:
        """Do a job to its end, or until it is no longer this process's."""
        work = asyncio.ensure_future(self._outcome(taken))
        beat = asyncio.ensure_future(self._beat(taken, work))
        try:
            state, words = await work
            await self._end(taken, state, words)
        except Lost:
            await self._end(taken, JobState.CANCELLED, Words("Cancelled.", "已取消。"))
        except asyncio.CancelledError:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            if self._is_ending.is_set():
                await self._give_back(taken)
            else:
                await self._end(taken, JobState.CANCELLED, Words("Cancelled.", "已取消。"))
        except RequestError as error:
            await self._put_off(taken, error)
        finally:
            beat.cancel()
            await asyncio.gather(beat, return_exceptions=True)

    async def _outcome(self, taken: _Taken) -> tuple[JobState, Words]:
        """What becomes of a job that is let work; raises Lost, and RequestError for what may be tried again."""
        task = self._tasks.get(taken.task)
        actor = await self._actor(taken)
        if task is None:
            return JobState.FAILED, Words(f"There is no task {taken.task}.", f"没有任务 {taken.task}。")
        if actor is None:
            return JobState.FAILED, Words("The account is closed, or its token has ended.", "该账户或其令牌已停用。")
        if taken.attempts > MOST_ATTEMPTS:
            return JobState.FAILED, Words(
                f"It was interrupted {taken.attempts - 1} times and got no further.",
                f"已中断 {taken.attempts - 1} 次，未能继续。",
            )
        try:
            return JobState.SUCCEEDED, await task.work(await self._run(taken, actor))
        except Refusal as refusal:
            said = [f.words for f in refusal.faults]
            return JobState.FAILED, Words(" ".join(w.en for w in said), "".join(w.zh for w in said))
        except CommandError as error:
            return JobState.FAILED, Words(str(error), str(error))
        except RequestError as error:
            if error.retryable:
                raise
            return JobState.FAILED, error.words
        except Lost:
            raise
        except Exception:
            number = uuid.uuid4().hex
            log.exception("job_failed", job=taken.id, task=taken.task, error_id=number)
            return JobState.FAILED, Words(
                f"It failed unexpectedly; the log says why under {number}.", f"意外失败，日志编号 {number}。"
            )

    async def _actor(self, taken: _Taken) -> Actor | None:
        """Who asked for a job, as they may act by now; None if they may no more."""
        database = self._store.database
        if taken.token is not None:
            return await actor_by(database, taken.token)
        return SYSTEM if taken.owner is None else await actor_of(database, taken.owner)

    async def _run(self, taken: _Taken, actor: Actor) -> Run:
        sql = "SELECT due_at, input, checkpoint, done, total FROM job WHERE id = $1"
        ((due, given, checkpoint, done, total),) = await self._store.database.readers.fetch(sql, [taken.id])
        run = Run(
            self._store,
            self._settings,
            self._files,
            self._shown,
            taken.id,
            taken.lease,
            moment_of(due),
            actor,
            json.loads(given),
        )
        run.checkpoint, run.done, run.total = json.loads(checkpoint or "{}"), done, total
        return run

    async def _beat(self, taken: _Taken, work: "asyncio.Future[Any]") -> None:
        """Renew the lease while the job is at work; let go of a job that is cancelled or another's by now."""
        beats = 0
        renewing = max(1, int(self._settings.job_lease_seconds / 3 / BEAT_SECONDS))
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            beats += 1
            with _survived("renewing_a_lease"):
                rows = await self._store.database.readers.fetch(f"SELECT 1 FROM job WHERE {LEASED}", _key(taken))
                if not rows:
                    work.cancel()
                    return
                if beats % renewing == 0:
                    await self._store.database.transaction(lambda tx: self._renew(tx, taken))

    async def _renew(self, tx: Transaction, taken: _Taken) -> None:
        until = tx.now() + timedelta(seconds=self._settings.job_lease_seconds)
        await tx.fetch(f"UPDATE job SET lease_until = $3 WHERE {LEASED}", *_key(taken), until)

    async def _end(self, taken: _Taken, state: JobState, words: Words) -> None:
        async def work(tx: Transaction) -> None:
            said = [text[:_LONGEST_OUTCOME] for text in words]
            rows = await tx.fetch(
                "UPDATE job SET state = $3, english_outcome = $4, chinese_outcome = $5, ended_at = $6, position = $7,"
                f" version = version + 1, lease = NULL, lease_until = NULL WHERE {_OURS_STILL} RETURNING title",
                *_key(taken),
                state.value,
                *said,
                tx.now(),
                await tx.position(),
            )
            if rows:
                entry = journal.Entry("end", self._store.kind_of(Job), taken.id, {"state": state.value})
                await journal.write_journal(tx, [entry])
                await self._tell(tx, taken, state, rows[0][0])

        await self._store.database.transaction(work)

    async def _tell(self, tx: Transaction, taken: _Taken, state: JobState, title: str | None) -> None:
        if taken.owner is None or state is JobState.CANCELLED:
            return
        entry = (await self._store.reading()).codes.table(TASK.name).get(taken.task)
        name = entry.words if entry else Words(taken.task, taken.task)
        en, zh = (f" ({title})", f"（{title}）") if title else ("", "")
        words = Words(f"{name.en}{en}: {state.words.en.lower()}.", f"{name.zh}{zh}：{state.words.zh}。")
        message = Message(taken.owner, words, f"Job:{taken.id}", f"job:{taken.id}:{taken.lease}")
        await send(self._store, [message], tx)

    async def _give_back(self, taken: _Taken) -> None:
        """Free a job for another process: this one ends."""
        await self._free(taken, self._store.database.clock.now(), taken.attempts - 1)

    async def _put_off(self, taken: _Taken, error: RequestError) -> None:
        """Try a job again later."""
        log.warning("job_put_off", job=taken.id, task=taken.task, reason=reason_of(error))
        delay = timedelta(seconds=min(900, RETRY_SECONDS * 2**taken.attempts))
        with _survived("putting_a_job_off"):  # if the database is still lost, the lease ends by itself
            await self._free(taken, self._store.database.clock.now() + delay, taken.attempts)

    async def _free(self, taken: _Taken, due: datetime, attempts: int) -> None:
        async def work(tx: Transaction) -> None:
            sql = (
                "UPDATE job SET state = 'QUEUED', lease = NULL, lease_until = NULL, due_at = $3, attempts = $4,"
                f" version = version + 1 WHERE {_OURS_STILL}"
            )
            await tx.fetch(sql, *_key(taken), due, attempts)

        await self._store.database.transaction(work)


_FREE = "((state = 'QUEUED' AND due_at <= $1) OR (state = 'RUNNING' AND lease_until < $1))"

_OURS_STILL = "id = $1 AND lease = $2"


def _key(taken: _Taken) -> tuple[int, str]:
    return taken.id, taken.lease


@contextlib.contextmanager
def _survived(doing: str) -> Iterator[None]:
    """Log what fails and go on: it is tried again."""
    try:
        yield
    except Exception as error:
        expected = isinstance(error, BureauError | OSError)
        log.error(f"{doing}_failed", reason=reason_of(error), exc_info=None if expected else error)
