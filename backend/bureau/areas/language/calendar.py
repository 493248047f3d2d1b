"""What comes with the day: posts that begin or end, and rules that come into force, change where teachers stand."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import time, timedelta

from bureau.areas.language.levels import has_changed
from bureau.areas.language.settling import settle
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import last_day
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Teachers who are seen to in one step."""


@task(daily=time(0, 30))
async def settle_standings(run: Run) -> Words:
    """See anew where those teachers stand whose posts began or ended since it was last done; where other levels are
    asked for by now, all of them.
    """
    day = run.day
    since = await last_day(run.store, settle_standings, run.due_at) or day - timedelta(days=1)
    sql, values = (_ALL, []) if has_changed(since, day) else (_TURNED, [since, day])
    teachers = [row[0] for row in await run.store.database.readers.fetch(sql, values)]
    run.total = len(teachers)
    after = int(run.checkpoint.get("after", 0))
    rest = [teacher for teacher in teachers if teacher > after]
    run.done = len(teachers) - len(rest)
    for start in range(0, len(rest), AT_ONCE):
        part = rest[start : start + AT_ONCE]
        run.done += len(part)
        await run.step(_settling(run, part), after=part[-1])
    return Words(f"{len(teachers)} teachers.", f"共 {len(teachers)} 名教职工。")


def _settling(run: Run, teachers: Sequence[int]) -> Callable[[Transaction], Awaitable[None]]:
    return lambda tx: settle(Act(run.store, tx, settle_standings.name), set(teachers))


_ALL = "SELECT DISTINCT teacher_id FROM post WHERE void_reason IS NULL ORDER BY 1"

_TURNED = (
    "SELECT DISTINCT teacher_id FROM post WHERE void_reason IS NULL"
    " AND ((period_from > $1 AND period_from <= $2) OR (period_until > $1 AND period_until <= $2)) ORDER BY 1"
)
