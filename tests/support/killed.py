"""A worker in a process of its own, to be killed: `python -m tests.support.killed ADDRESS_OF_DATABASE DIRECTORY`."""

import asyncio
import sys
from pathlib import Path

from bureau.areas.students.rollover import commit
from bureau.catalogue import catalogue
from bureau.machinery.imports import importer
from bureau.main import opened
from bureau.settings import Settings
from tests.support.databases import SECRET
from tests.support.jobs import counting, worker


async def main(url: str, directory: str) -> None:
    """Do jobs until killed."""
    importer.CHUNK = 100  # so that many chunks are cut off in the middle
    commit.AT_ONCE = 20
    settings = Settings(database_url=url, data_dir=Path(directory), secret_key=SECRET, job_lease_seconds=1)
    async with opened(settings) as services, worker(services, counting, *catalogue().tasks):
        print("at work", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
