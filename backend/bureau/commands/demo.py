"""A made-up city in an empty database."""

from typing import TextIO

from bureau.catalogue import catalogue
from bureau.commands.said import Say
from bureau.commands.serving import migrate_all
from bureau.kernel.errors import CommandError
from bureau.machinery.demo.accounts import add_accounts
from bureau.machinery.demo.areas import fill
from bureau.machinery.demo.city import DemoCity
from bureau.machinery.demo.faults import Faults, listed
from bureau.main import opened
from bureau.settings import Settings


async def demo_city(
    settings: Settings,
    schools: int,
    students: int,
    seed: int,
    *,
    if_empty: bool,
    say: Say,
    planted_to: TextIO | None = None,
) -> None:
    """Fill an empty database with a made-up city; raises CommandError if it is not empty."""
    await migrate_all(settings)
    async with opened(settings) as services:
        if await services.store.database.readers.fetch("SELECT 1 FROM unit WHERE category = 'SCHOOL' LIMIT 1"):
            if if_empty:
                return
            raise CommandError("There are schools already; a demo city needs an empty database.")
        await DemoCity(services.store, settings.city, schools, students, seed).build(say)
        await fill(services.store, catalogue().demos, settings.city, seed, say)
        if planted_to:
            planted = await Faults(services.store, seed).plant()
            say(f"{len(planted)} faults planted. 已植入 {len(planted)} 处差错。")
            listed(planted, planted_to)
        if settings.is_local_default:
            for line in await add_accounts(services.store):
                say(line)
