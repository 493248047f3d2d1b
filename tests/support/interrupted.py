"""Decisions in processes that end themselves: `python -m tests.support.interrupted ADDRESS_OF_DATABASE DIRECTORY`.

Each line that is read, `ACCOUNT CASE STATEMENTS`, approves a case as that account in a process of its own, which kills
itself once so many statements have been answered. What is printed of it: `killed`, `done` or `failed`.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiosqlite import Connection as OnSqlite
from asyncpg.connection import Connection as OnPostgres

from bureau.access.actors import actor_of
from bureau.catalogue import Catalogue, catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.main import opened
from bureau.settings import Settings
from tests.support import world
from tests.support.api import Api
from tests.support.databases import SECRET


def main(url: str, directory: str) -> None:
    """Answer lines until there are no more."""
    settings = Settings(database_url=url, data_dir=Path(directory), secret_key=SECRET, jobs=False)
    parts = catalogue()
    schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions, parts.questions)
    print("ready", flush=True)
    for line in sys.stdin:
        account, case, statements = line.split()
        child = os.fork()
        if child == 0:
            has_failed = True
            try:
                asyncio.run(_approve(settings, parts, schema, int(account), case, int(statements)))
                has_failed = False
            finally:
                os._exit(has_failed)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "failed" if status else "done", flush=True)


async def _approve(
    settings: Settings, parts: Catalogue, schema: BureauSchema, account: int, case: str, statements: int
) -> None:
    async with opened(settings, parts, FixedClock(world.NOW)) as services:
        actor = await actor_of(services.store.database, account)
        assert actor is not None
        api = Api(services, schema, Gateway(schema, settings), actor)
        _end_after(statements)
        payload = await api.write("decideCase", "case { id }", id=case, decision="APPROVE")
        assert payload["errors"] == [], payload


def _end_after(statements: int) -> None:
    """Let the process be killed, at once and by nothing that it could catch, when so many statements were answered."""
    left = statements

    def counted(of: type[Any], name: str) -> None:
        doing: Callable[..., Any] = getattr(of, name)

        async def one(*given: Any, **named: Any) -> Any:
            nonlocal left
            answer = await doing(*given, **named)
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return answer

        setattr(of, name, one)

    counted(OnSqlite, "_execute")
    for name in ("execute", "_execute", "_executemany"):
        counted(OnPostgres, name)


if __name__ == "__main__":
    main(*sys.argv[1:])
