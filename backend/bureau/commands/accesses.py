"""Who saw whom, for the operator."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import TextIO

from bureau.commands.said import Say
from bureau.graph.context import Services
from bureau.graph.replay import shown
from bureau.kernel.errors import CommandError
from bureau.machinery.sheets import csv_file
from bureau.machinery.trails.listing import Listing, Span, Trails
from bureau.storage.journal import Entry, write_journal


async def accesses(services: Services, person: int, span: Span, reason: str, out: TextIO, say: Say) -> None:
    """Write as CSV what `Trails.accesses` lists; raises CommandError for a person that is none."""
    _print(await _trails(services).accesses(person, span, reason), out, say)


async def breach(services: Services, span: Span, reason: str, out: TextIO, say: Say) -> None:
    """Write as CSV what `Trails.breach` lists."""
    found = await _trails(services).breach(span, reason)
    say(f"{len(found.rows)} persons. {len(found.rows)} 人。")
    _print(found, out, say)


async def span(services: Services, first: date, last: date | None, names: Iterable[str]) -> Span:
    """The span of these days, and of the accounts of these user names.

    Raises CommandError for an account that is not there.
    """
    accounts = []
    for name in names:
        rows = await services.store.database.readers.fetch("SELECT id FROM account WHERE username = $1", [name])
        if not rows:
            raise CommandError(f"There is no account “{name}”. 没有账户“{name}”。")
        accounts.append(int(rows[0][0]))
    return Span.of_days(first, last or services.store.database.clock.today(), accounts)


def _trails(services: Services) -> Trails:
    async def note(entries: Sequence[Entry]) -> None:
        await services.store.database.transaction(lambda tx: write_journal(tx, entries))

    return Trails(services.store, partial(shown, services), note)


def _print(found: Listing, out: TextIO, say: Say) -> None:
    out.write(csv_file(found.heads, found.rows).decode("utf-8-sig"))
    if found.unknown:
        say(
            f"{found.unknown} reads cannot be asked again, of commands or of an older schema; look at them one by one."
            f" 有 {found.unknown} 条读取无法重现（命令导出或旧版接口），请逐条核查。"
        )
