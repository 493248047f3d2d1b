"""A bureau's journal for tests: entries to seal, and what someone with the database in hand does to them."""

import asyncio
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from bureau.graph.context import Services
from bureau.kernel.words import Words
from bureau.registry.school import School
from bureau.settings import Settings
from bureau.storage.database import Database
from bureau.storage.journal import Entry, write_journal
from bureau.storage.keeper import Keeper
from bureau.storage.sealer import Sealer
from bureau.storage.signing import JournalKey, PublicKeys
from bureau.storage.transaction import Transaction
from bureau.storage.verification import Verification

FREE = {
    "postgres": "DROP TRIGGER IF EXISTS only_add ON {table}",
    "sqlite": "DROP TRIGGER IF EXISTS refuse_update_{table}; DROP TRIGGER IF EXISTS refuse_delete_{table}",
}
"""How an attacker gets rid of the belt."""


@dataclass
class Journal:
    """One bureau's journal and what belongs to it."""

    services: Services

    @property
    def database(self) -> Database:
        return self.services.store.database

    @property
    def settings(self) -> Settings:
        return self.database.settings

    @property
    def keeper(self) -> Path:
        return self.settings.journal_keeper_file

    async def write(self, count: int = 1, reason: str | None = None) -> None:
        """Add entries in one transaction."""
        kind = self.services.store.kind_of(School)

        async def work(tx: Transaction) -> None:
            await write_journal(tx, [Entry("try", kind, n, {"name": ["旧", "新"]}, reason) for n in range(count)])

        await self.database.transaction(work)

    async def seal(self, *, accepts_new_key: bool = False) -> None:
        """Seal all there is, however long others on the same server keep it open."""
        async with asyncio.timeout(60):
            sealer = Sealer(self.database, self.settings, accepts_new_key=accepts_new_key)
            await sealer.seal()
            while await self.unsealed():
                await asyncio.sleep(0.02)
                await sealer.seal()

    async def unsealed(self) -> int:
        """How many entries no block covers."""
        covered = "coalesce((SELECT max(last_position) FROM journal_block), 0)"
        return await self.number(f"SELECT count(*) FROM journal WHERE position > {covered}")

    async def verified(self, keys: PublicKeys | None = None) -> tuple[list[Words], Verification]:
        """What a verification finds, and what it counted."""
        keys = keys or JournalKey.of(self.settings.journal_key_file, may_make=True).public
        lodged = Keeper(self.keeper).heads() if self.keeper.exists() else ()
        verification = Verification(self.database, keys, lodged)
        return [words async for words in verification.findings()], verification

    async def found(self) -> list[str]:
        """What a verification finds, in English; each is said in Chinese too."""
        findings, _ = await self.verified()
        assert all(any("\u4e00" <= c <= "\u9fff" for c in words.zh) for words in findings)
        return [words.en for words in findings]

    async def attack(self, *statements: str) -> None:
        """Run statements on the database past the product, and past its triggers."""
        freed = [FREE[self.database.dialect].format(table=table) for table in ("journal", "journal_block")]
        await self.run(*";".join(freed).split(";"), *statements)

    async def run(self, *statements: str) -> None:
        """Run statements on the database past the product."""
        address = self.settings.owned_database
        if address.dialect == "postgres":
            connection = await asyncpg.connect(**address.arguments)
            try:
                for statement in statements:
                    await connection.execute(statement)
            finally:
                await connection.close()
            return
        file = sqlite3.connect(address.path)
        try:
            for statement in statements:
                file.execute(statement)
            file.commit()
        finally:
            file.close()

    async def number(self, sql: str) -> int:
        """The one number that a statement finds."""
        return int((await self.database.readers.fetch(sql))[0][0])
