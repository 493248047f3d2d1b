"""Finding duplicates: every night a search for persons entered twice, and for pupils who are not there."""

from datetime import time

from bureau.kernel.words import Words
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.likeness.ghosts import report_ghosts
from bureau.registry.likeness.sweep import PARTS, Sweep


@task(daily=time(2))
async def find_duplicates(run: Run) -> Words:
    """Search among all persons and pupils; what is found goes into the queues of those who see it.

    Begun again, it searches all anew, and asks of nobody twice.
    """

    async def progress(part: int) -> None:
        run.done, run.total = part, PARTS
        await run.told()

    swept = await Sweep(run.store, progress).run()
    problems = sum((await report_ghosts(run.store)).values())
    return Words(
        f"{swept.found} pairs are much alike, {swept.new} of them new; {problems} new problems.",
        f"疑似重复 {swept.found} 对，新增 {swept.new} 对；新增问题学籍 {problems} 条。",
    )
