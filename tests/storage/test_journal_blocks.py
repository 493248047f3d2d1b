"""The journal's blocks: all is sealed once and in order, and whatever is done to it afterwards is found out."""

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bureau.catalogue import Catalogue
from bureau.kernel.clock import FixedClock
from bureau.main import opened
from bureau.storage.blocks import (
    BEGINNING,
    HEAD_COLUMNS,
    Head,
    JournalError,
    digest_of,
    hashes_of,
    head_columns,
    head_of,
    image,
)
from bureau.storage.journal import Entry, write_journal
from bureau.storage.recurring import Recurring
from bureau.storage.sealer import BLOCK_ENTRIES, Sealer
from bureau.storage.signing import JournalKey, public_keys
from bureau.storage.system import JOURNAL
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.journal import Journal
from tests.support.live import Live
from tests.support.world import NOW


@pytest.fixture
async def journal(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[Journal]:
    """A journal of the test's own, with the entries of its reference data, none of them sealed."""
    clock = FixedClock(NOW)
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, clock) as services:
            yield Journal(services)


@pytest.fixture
async def sealed(journal: Journal) -> Journal:
    """A journal whose last three blocks have four entries each."""
    await journal.seal()
    for number in range(3):
        await journal.write(4, reason=f"reason {number}")
        await journal.seal()
    assert await journal.found() == []
    return journal


LAST = "(SELECT max(number) FROM journal_block)"
POSITION = f"(SELECT last_position FROM journal_block WHERE number = {LAST} - 1)"
SECOND = f"(SELECT id FROM journal WHERE position = {POSITION} ORDER BY id LIMIT 1 OFFSET 1)"
"""The second entry of the last block but one."""
COPY = (
    "INSERT INTO journal (id, position, at, actor, verb, kind, record_id, request_id)"
    f" SELECT 900000001, position, at, 'intruder', verb, kind, record_id, request_id FROM journal WHERE id = {SECOND}"
)


@pytest.mark.parametrize("table", ["journal", "journal_block"])
async def test_the_tables_are_only_added_to(sealed: Journal, table: str) -> None:
    column = "position" if table == "journal" else "number"
    for change in (f"UPDATE {table} SET {column} = {column} + 1", f"DELETE FROM {table}"):
        with pytest.raises(Exception, match=f"{table} is only added to"):
            await sealed.run(change)


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ((f"UPDATE journal SET actor = 'nobody' WHERE id = {SECOND}",), ["Block {n}, entry {id}: edited since it was sealed."]),
        ((f"UPDATE journal SET reason = NULL WHERE id = {SECOND}",), ["Block {n}, entry {id}: edited since it was sealed."]),
        ((f"UPDATE journal SET reason = '' WHERE position = {POSITION}",), ["Block {n}, entry {id-1}-{id+2} (4): edited since it was sealed."]),
        ((f"DELETE FROM journal WHERE id = {SECOND}",), ["Block {n}: after entry {id-1}, 1 of its entries deleted since it was sealed."]),
        ((f"DELETE FROM journal WHERE id IN ({SECOND}, {SECOND} - 1)",), ["Block {n}: at its start, 2 of its entries deleted since it was sealed."]),
        ((COPY,), ["Block {n}, entry 900000001: added since it was sealed."]),
        ((COPY.replace("SELECT 900000001, position", "SELECT 900000001, -9"),), ["Block 1, entry 900000001: added since it was sealed."]),
        ((f"DELETE FROM journal_block WHERE number = {LAST} - 1",), ["Missing: block {n}."]),
        ((f"UPDATE journal_block SET last_position = {POSITION} WHERE number = {LAST} - 2",),
            ["Block {n-1}, entry {id-1}-{id+2} (4): added since it was sealed.", "Block {n}: at its start, 4 of its entries deleted since it was sealed.", "The signature is not of what stands there: block {n-1}."]),
        ((f"UPDATE journal_block SET entries = 3 WHERE number = {LAST} - 1",), ["The signature is not of what stands there: block {n}."]),
        ((f"UPDATE journal_block SET hashes = previous WHERE number = {LAST} - 1",), ["Block {n}: its list of hashes was altered; its entries are as sealed."]),
        ((f"UPDATE journal_block SET hashes = previous WHERE number = {LAST} - 1", f"DELETE FROM journal WHERE id = {SECOND}"),
            ["Block {n}: it was altered, and which of its entries were too can no longer be told."]),
        ((f"UPDATE journal_block SET previous = head WHERE number = {LAST} - 1",),
            ["Block {n}: it does not continue the block before it; one of them was written anew.", "Block {n}: it was altered, and which of its entries were too can no longer be told.", "The signature is not of what stands there: block {n}."]),
        ((f"DELETE FROM journal WHERE position > {POSITION}", f"DELETE FROM journal_block WHERE number = {LAST}"),
            ["The keeper knows what the database lacks, so the journal's tail was cut: block {n+1}."]),
        (("DELETE FROM journal", "DELETE FROM journal_block"), ["The keeper knows what the database lacks, so the journal's tail was cut: block 1-{n+1}."]),
    ],
)  # fmt: skip
async def test_what_is_done_to_it_is_found(sealed: Journal, statements: tuple[str, ...], said: list[str]) -> None:
    identity = await sealed.number(f"SELECT {SECOND}")
    block = await sealed.number(f"SELECT {LAST} - 1")
    places = {
        "n": block,
        "n-1": block - 1,
        "n+1": block + 1,
        "id": identity,
        "id-1": identity - 1,
        "id+2": identity + 2,
    }
    expected = [_filled(text, places) for text in said]
    await sealed.attack(*statements)
    assert sorted(await sealed.found()) == sorted(expected)


def _filled(text: str, places: dict[str, int]) -> str:
    for name, value in places.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


async def _heads(journal: Journal) -> list[tuple[Head, bytes]]:
    dialect = journal.database.dialect
    rows = await journal.database.readers.fetch(
        f"SELECT {head_columns(dialect)}, hashes FROM journal_block ORDER BY number"
    )
    return [(head_of(row), bytes(row[len(HEAD_COLUMNS)])) for row in rows]


async def _rehash(journal: Journal, key: JournalKey | None) -> None:
    """Edit an entry and make every block anew from what now stands there, signed with a key or as it was."""
    await journal.attack(f"UPDATE journal SET actor = 'nobody' WHERE id = {SECOND}", "SELECT 1")
    heads, previous, before = [], BEGINNING, -(2**63)
    for head, _ in await _heads(journal):
        rows = await journal.database.readers.fetch(
            f"SELECT {image(journal.database.dialect)} FROM journal"
            " WHERE position > $1 AND position <= $2 ORDER BY position, id",
            [before, head.last_position],
        )
        hashes = b"".join(hashes_of([row[0] for row in rows]))
        made = replace(head, previous=previous, digest=digest_of(previous, hashes))
        if key:
            made = replace(made, key_id=key.id)
            made = replace(made, signature=key.sign(made))
        heads.append((made, hashes))
        previous, before = made.digest, head.last_position
    await journal.run("DELETE FROM journal_block")

    async def write(tx: Transaction) -> None:
        columns = (*HEAD_COLUMNS, "hashes")
        for head, hashes in heads:
            facts = [getattr(head, "digest" if name == "head" else name) for name in HEAD_COLUMNS]
            facts[HEAD_COLUMNS.index("sealed_at")] = datetime.fromisoformat(head.sealed_at)
            await tx.insert("journal_block", columns, [(*facts, hashes)])

    await journal.database.transaction(write)


async def test_a_chain_made_anew_without_the_key_is_found_by_its_signatures(sealed: Journal) -> None:
    last = await sealed.number(f"SELECT {LAST}")
    await _rehash(sealed, None)
    assert await sealed.found() == [
        f"The signature is not of what stands there: block {last - 1}-{last}.",
        f"The keeper holds another head, so the chain was written anew: block {last - 1}-{last}.",
    ]


async def test_a_chain_signed_with_another_key_is_found_by_the_public_key(sealed: Journal, tmp_path: Path) -> None:
    public = tmp_path / "bureau.pem"
    public.write_text(JournalKey.of(sealed.settings.journal_key_file, may_make=False).public_pem)
    last = await sealed.number(f"SELECT {LAST}")
    await _rehash(sealed, JournalKey(Ed25519PrivateKey.generate()))
    sealed.keeper.unlink()
    found, _ = await sealed.verified(public_keys([public]))
    assert [words.en for words in found] == [f"Signed with a key that is not the bureau's: block 1-{last}."]


async def test_a_chain_made_anew_with_the_bureaus_own_key_is_found_by_the_keeper(sealed: Journal) -> None:
    last = await sealed.number(f"SELECT {LAST}")
    await _rehash(sealed, JournalKey.of(sealed.settings.journal_key_file, may_make=False))
    assert await sealed.found() == [
        f"The keeper holds another head, so the chain was written anew: block {last - 1}-{last}."
    ]


async def test_nothing_is_sealed_over_a_cut_or_rewritten_chain(sealed: Journal) -> None:
    await sealed.attack("DELETE FROM journal_block")
    with pytest.raises(JournalError, match="bureau journal verify"):
        await Sealer(sealed.database, sealed.settings).seal()
    assert await sealed.number("SELECT count(*) FROM journal_block") == 0


@pytest.mark.parametrize("left", [0, 40])
async def test_a_head_that_was_not_lodged_is_told_and_lodged_with_the_next(sealed: Journal, left: int) -> None:
    """The process ended between sealing and lodging, or in the middle of a line."""
    lines = sealed.keeper.read_bytes().splitlines(keepends=True)
    sealed.keeper.write_bytes(b"".join(lines[:-1]) + lines[-1][:left])
    found, verification = await sealed.verified()
    assert (found, verification.unlodged) == ([], 1)
    clock: Any = sealed.database.clock
    clock.moment += timedelta(minutes=2)
    assert await sealed.found() == [
        f"The keeper has no head, though there was time to lodge it: block {verification.blocks}."
    ]
    await sealed.write()
    await sealed.seal()
    found, verification = await sealed.verified()
    assert (found, verification.unlodged) == ([], 0)
    assert sealed.keeper.read_bytes().splitlines(keepends=True)[-2] == lines[-1]


async def test_a_keeper_that_is_out_of_reach_stops_the_sealing_alone(journal: Journal) -> None:
    await journal.seal()
    away = journal.keeper.rename(journal.keeper.with_suffix(".away"))
    journal.keeper.mkdir()
    await journal.write()
    with pytest.raises(OSError, match="directory"):
        await Sealer(journal.database, journal.settings).seal()
    journal.keeper.rmdir()
    away.rename(journal.keeper)
    await journal.seal()
    assert await journal.found() == []


async def test_a_keeper_begun_anew_gets_every_head(sealed: Journal) -> None:
    before = sealed.keeper.read_bytes()
    sealed.keeper.unlink()
    await Sealer(sealed.database, sealed.settings).seal()
    assert sealed.keeper.read_bytes() == before


async def test_a_key_is_changed_on_purpose_alone(sealed: Journal, tmp_path: Path) -> None:
    old = tmp_path / "old.pem"
    old.write_text(JournalKey.of(sealed.settings.journal_key_file, may_make=False).public_pem)
    sealed.settings.journal_key_file.unlink()
    await sealed.write()
    with pytest.raises(JournalError, match="is missing"):
        await sealed.seal()
    await sealed.seal(accepts_new_key=True)
    await sealed.write()
    await sealed.seal()
    new = tmp_path / "new.pem"
    new.write_text(JournalKey.of(sealed.settings.journal_key_file, may_make=False).public_pem)
    both = tmp_path / "both.pem"
    both.write_text(old.read_text() + new.read_text())
    assert (await sealed.verified(public_keys([both])))[0] == []
    assert (await sealed.verified(public_keys([old, new])))[0] == []
    assert (await sealed.verified(public_keys([old])))[0] != []
    sealed.settings.journal_key_file.write_text("no key")
    await sealed.write()
    with pytest.raises(JournalError, match="no private key"):
        await sealed.seal()


async def test_the_key_file_is_its_owners_alone(sealed: Journal) -> None:
    assert sealed.settings.journal_key_file.stat().st_mode & 0o777 == 0o600


async def test_an_entry_is_hashed_alike_on_both_databases(journal: Journal) -> None:
    row = (
        7,
        3,
        datetime(2026, 10, 12, 2, 0, 0, 50, tzinfo=UTC),
        None,
        '曾,"é\\',
        "try",
        "school",
        -1,
        '{"a":1}',
        "a\nb",
        "",
    )

    async def write(tx: Transaction) -> None:
        await tx.insert("journal", [c.name for c in JOURNAL.columns], [(900_000_001, *row[1:])])

    await journal.database.transaction(write)
    sql = f"SELECT {image(journal.database.dialect)} FROM journal WHERE id = 900000001"
    ((found,),) = await journal.database.readers.fetch(sql)
    texts = (
        "900000001",
        "3",
        "2026-10-12T02:00:00.000050Z",
        None,
        '曾,"é\\',
        "try",
        "school",
        "-1",
        '{"a":1}',
        "a\nb",
        "",
    )
    framed = ("-," if text is None else f"{len(text.encode())}:{text}," for text in texts)
    assert bytes(found).decode() == "".join(framed)


async def test_an_open_transaction_of_a_lower_position_is_waited_for(journal: Journal) -> None:
    if journal.database.dialect != "postgres":
        pytest.skip("SQLite has one writer at a time")
    await journal.seal()
    before = await journal.number("SELECT count(*) FROM journal")
    kind = journal.services.store.kinds[0]
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Transaction) -> None:
        await tx.position()
        begun.set()
        await go_on.wait()
        await write_journal(tx, [Entry("slow", kind, 1)])

    task = asyncio.create_task(journal.database.transaction(slow))
    await begun.wait()
    await journal.write()
    assert await Sealer(journal.database, journal.settings).seal() == 0
    go_on.set()
    await task
    await journal.seal()
    assert await journal.found() == []
    rows = await journal.database.readers.fetch("SELECT verb FROM journal ORDER BY position DESC, id LIMIT 2")
    assert [row[0] for row in rows] == ["try", "slow"]
    assert await journal.number("SELECT sum(entries) FROM journal_block") == before + 2


async def test_64_writers_and_three_sealers_seal_every_entry_once(journal: Journal, parts: Catalogue) -> None:
    dice = random.Random(5)
    before = await journal.number("SELECT count(*) FROM journal")

    async def writer() -> None:
        times = 0
        while times < 4 or await journal.number("SELECT count(*) FROM journal_block") < 8:
            await journal.write(dice.randrange(1, 6))
            await asyncio.sleep(dice.random() / 100)
            times += 1

    async with opened(journal.settings, parts) as other, contextlib.AsyncExitStack() as sealers:
        for database in (journal.database, journal.database, other.store.database):
            sealer = Sealer(database, journal.settings)
            await sealers.enter_async_context(Recurring("journal_sealing", sealer.seal, 0.003))
        await asyncio.gather(*(writer() for _ in range(64)))
    await journal.seal()
    found, verification = await journal.verified()
    count = await journal.number("SELECT count(*) FROM journal")
    assert count >= before + 64 * 4
    assert (found, verification.entries, verification.unsealed) == ([], count, 0)
    assert await journal.number("SELECT sum(entries) FROM journal_block") == count
    assert len(journal.keeper.read_bytes().splitlines()) == verification.blocks


async def test_large_backlogs_are_cut_into_blocks_that_end_with_a_transaction(journal: Journal) -> None:
    await journal.seal()
    before = await journal.number(f"SELECT {LAST}")
    for _ in range(3):
        await journal.write(BLOCK_ENTRIES - 400)
    await journal.write(BLOCK_ENTRIES * 2)
    await Sealer(journal.database, journal.settings).seal(most=1)
    assert await journal.number(f"SELECT {LAST}") <= before + 1
    await journal.seal()
    rows = await journal.database.readers.fetch(
        "SELECT entries FROM journal_block WHERE number > $1 ORDER BY number", [before]
    )
    assert [row[0] for row in rows] == [2 * (BLOCK_ENTRIES - 400), 3 * BLOCK_ENTRIES - 400]
    assert await journal.found() == []


async def test_a_sealer_outlives_the_database(journal: Journal, server: databases.Server) -> None:
    if journal.database.dialect != "postgres":
        pytest.skip("SQLite's file is open as long as the process lives")
    name = journal.settings.database.arguments["database"]
    async with Recurring("journal_sealing", Sealer(journal.database, journal.settings).seal, 0.01):
        await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
        await server._admin(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        await asyncio.sleep(0.1)
        await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
        async with asyncio.timeout(60):
            while True:
                if not await journal.unsealed():
                    break
                await asyncio.sleep(0.02)
    assert await journal.found() == []


async def test_a_server_seals_what_is_written(live: Live, parts: Catalogue) -> None:
    async with opened(live.settings, parts) as services, asyncio.timeout(60):
        journal = Journal(services)
        await journal.write()
        while True:
            found, verification = await journal.verified()
            assert found == []
            if verification.blocks and not verification.unsealed and not verification.unlodged:
                break
            await asyncio.sleep(0.05)


MILLION = 1_000_000
MANY = {
    "postgres": "SELECT n FROM generate_series(1, {0}) n",
    "sqlite": "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {0}) SELECT n FROM s",
}


@pytest.mark.soak
async def test_a_million_entries_are_sealed_and_verified(journal: Journal) -> None:
    await journal.seal()
    before = await journal.number("SELECT count(*) FROM journal")
    numbers = MANY[journal.database.dialect].format(MILLION)
    changes = '{"name":["东城小学","东城第一小学"],"address":["锦江区","青羊区一环路西一段"]}'

    async def write(tx: Transaction) -> None:
        await tx.fetch(
            "INSERT INTO journal (position, at, account_id, actor, verb, kind, record_id, changes, reason, request_id)"
            f" SELECT (SELECT max(position) FROM journal) - {MILLION} / 4 - 1 + n / 4, $1, 7, 'registrar', 'update',"
            f" 'school', n, '{changes}', 'moved', 'a27f3b9c' || n FROM ({numbers}) s",
            tx.now(),
        )

    await journal.attack("DELETE FROM journal", "DELETE FROM journal_block")
    journal.keeper.unlink()
    await journal.write()
    await journal.database.transaction(write)
    began = time.perf_counter()
    await journal.seal()
    sealed = time.perf_counter()
    found, verification = await journal.verified()
    verified = time.perf_counter()
    assert (found, verification.entries, verification.unsealed) == ([], MILLION + 1, 0)
    assert before
    print(f"\n{MILLION} entries: sealed in {sealed - began:.1f} s, verified in {verified - sealed:.1f} s")
    await journal.attack()
    await journal.run("UPDATE journal SET actor = 'nobody' WHERE record_id = 777777")
    (edited,) = await journal.found()
    assert "edited since it was sealed" in edited
