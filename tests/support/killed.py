"""A worker in a process of its own, to be killed: `python -m tests.support.killed ADDRESS_OF_DATABASE`."""

import asyncio
import sys

from bureau.main import opened
from bureau.settings import Settings
from tests.support.databases import SECRET
from tests.support.jobs import counting, worker


async def main(url: str) -> None:
    """Do jobs until killed."""
    settings = Settings(database_url=url, secret_key=SECRET, job_lease_seconds=1)
    async with opened(settings) as services, worker(services, counting):
        print("at work", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
