"""A deliverer in a process of its own, to be killed: `python -m tests.support.killed_deliverer SETTINGS`, as JSON."""

import asyncio
import json
import sys

from bureau.machinery.delivery.deliverer import Deliverer
from bureau.main import opened
from bureau.settings import Settings


async def main(given: str) -> None:
    """Deliver until killed."""
    async with opened(Settings(**json.loads(given))) as services, Deliverer(services.store, services.engine):
        print("at work", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
