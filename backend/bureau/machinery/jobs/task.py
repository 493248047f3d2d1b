"""A task: a kind of work that jobs do, declared as a function.

    @task(daily=time(6))
    async def send_reminders(run: Run) -> Words:
        \"\"\"Remind those concerned of what runs out.\"\"\"

It does what it does in steps (`Run.step`), each a transaction that also keeps how far it has come; killed at any
moment, it is begun again with what the last finished step kept. What it returns is told to whoever asked. Its words are
its entry in the code table `job_task`.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bureau.kernel.clock import HOME
from bureau.kernel.words import Words

if TYPE_CHECKING:
    from bureau.machinery.jobs.run import Run

Work = Callable[["Run"], Awaitable[Words]]


@dataclass(frozen=True, eq=False)
class Task:
    """A declared task."""

    name: str
    doc: str
    work: Work
    daily: time | None
    """When it is done every day, in the bureau's zone; None if only when asked for."""

    @property
    def code(self) -> str:
        """Its code in the table `job_task`."""
        return self.name.upper()

    def last_due(self, now: datetime) -> datetime | None:
        """The last moment up to `now` at which it was to be done; None if it has no hour."""
        if self.daily is None:
            return None
        local = now.astimezone(HOME)
        today = datetime.combine(local.date(), self.daily, HOME)
        return today if today <= local else today - timedelta(days=1)


def task(*, daily: time | None = None) -> Callable[[Work], Task]:
    """Declare the function below as a task."""

    def declare(work: Work) -> Task:
        doc = inspect.getdoc(work)
        if not doc:
            raise TypeError(f"{work.__name__} needs a docstring")
        return Task(work.__name__, doc, work, daily)

    return declare
