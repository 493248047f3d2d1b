"""What areas add to the demo city: the same for the same seed, in its proportions, and as the rules would have it."""

from collections import Counter
from collections.abc import AsyncIterator
from io import StringIO

import pytest

from bureau.areas.exchange import papers
from bureau.areas.funds.award import AidAward
from bureau.areas.language import settling
from bureau.catalogue import Catalogue
from bureau.commands.exporting import export_file
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.machinery.demo.areas import fill
from bureau.machinery.demo.city import DemoCity
from bureau.main import opened
from bureau.registry.teacher import Teacher
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from tests.support import databases, world
from tests.support.invariants import assert_carried

KINDS = ("appropriation", "aid_award", "foreign_teacher", "work_permit", "residence_permit", "test_result", "putonghua_standing", "training_body")  # fmt: skip
SCHOOLS, STUDENTS = 120, 900


async def build(services: Services, parts: Catalogue, seed: int) -> list[str]:
    said: list[str] = []
    await DemoCity(services.store, "510100", SCHOOLS, STUDENTS, 1).build(lambda _: None)
    await fill(services.store, parts.demos, "510100", seed, said.append)
    return said


@pytest.fixture(scope="module")
async def demo(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[Services]:
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, FixedClock(world.NOW)) as services:
            said = await build(services, parts, 1)
            assert len(said) == len(parts.demos)
            assert not any(line.startswith("0 ") for line in said), said
            yield services


DRAWN = ("zone_plan", "school_zone", "zone_school", "known_address", "school_major", "major_class", "enterprise", "cooperation", "graduate_outcome")  # fmt: skip
"""What else there is some of, and the rules hold of."""


async def exported(services: Services) -> dict[str, str]:
    found = {}
    for kind in KINDS:
        out = StringIO()
        await export_file(services, kind, out)
        found[kind] = out.getvalue()
    return found


@pytest.mark.soak
async def test_the_same_seed_makes_the_same(
    demo: Services, server: databases.Server, template: str, parts: Catalogue
) -> None:
    for seed, is_same in ((1, True), (2, False)):
        async with databases.database(server, template) as name:
            async with opened(server.settings(name), parts, FixedClock(world.NOW)) as again:
                await build(again, parts, seed)
                assert (await exported(again) == await exported(demo)) is is_same


async def test_it_is_in_proportion(demo: Services) -> None:
    read = demo.store.database.readers.fetch
    awards = (await read("SELECT count(*) FROM aid_award"))[0][0]
    assert 0.02 < awards / STUDENTS < 0.12
    teachers, below = (await read("SELECT count(*), sum(CASE WHEN state = 'BELOW' THEN 1 ELSE 0 END) FROM putonghua_standing"))[0]  # fmt: skip
    assert teachers == (await read("SELECT count(DISTINCT teacher_id) FROM post"))[0][0]
    assert 0.02 < below / teachers < 0.3
    granted = await read("SELECT school_id, fiscal_year, amount FROM appropriation")
    assert all(row[1] == 2026 and row[2] > 0 for row in granted)
    per_school = Counter(row[0] for row in granted)
    assert set(per_school.values()) <= {2, 3}


async def test_what_it_says_of_papers_and_levels_is_what_reactions_would_say(demo: Services) -> None:
    """Settled anew, nothing changes: the journal has no line of it."""
    store = demo.store
    before = (await store.database.readers.fetch("SELECT count(*) FROM journal"))[0][0]

    async def settle(tx: Transaction) -> None:
        foreigners = await tx.fetch("SELECT id FROM foreign_teacher")
        await papers.settle(Act(store, tx, "settle"), {row[0] for row in foreigners})
        await settling.settle(Act(store, tx, "settle"), {teacher.id for teacher in await Teacher.all().limit(500)})

    await store.database.transaction(settle)
    assert (await store.database.readers.fetch("SELECT count(*) FROM journal"))[0][0] == before
    assert (await store.database.readers.fetch("SELECT count(*) FROM putonghua_standing"))[0][0] > 10


async def test_no_rule_refuses_anything_of_it(demo: Services) -> None:
    """Every record is written once more as it is, through all that the store asks of it."""
    store = demo.store

    async def check(tx: Transaction) -> int:
        checked = 0
        for name in (*KINDS[:6], *DRAWN):
            kind = next(kind for kind in demo.kinds if kind.name == name)
            records = await kind.record.all().limit(400)  # type: ignore[attr-defined]
            drafts = await store.draft(tx, kind, [{} for _ in records], records, await store.reading())
            assert [fault for draft in drafts for fault in draft.faults] == []
            checked += len(drafts)
        for award in await AidAward.all().limit(200):
            assert award.amount == award.standard_amount
        return checked

    assert await store.database.transaction(check) > 200
    await assert_carried(demo)
