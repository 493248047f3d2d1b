"""The search for duplicates among a million persons: how long it takes, and that it still finds what there is."""

import os
import time
from datetime import date
from random import Random
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.machinery.demo.people import People
from bureau.registry.likeness.sweep import Sweep
from bureau.storage.ids import new_ids
from bureau.storage.sorting import searchable, sort_key
from bureau.storage.transaction import Transaction

PERSONS = 1_000_000
AT_ONCE = 20_000
WITHOUT_NUMBER = 0.03
COLUMNS = (
    "id", "version", "position", "name", "name_sort", "search", "sex", "birth_date", "document_type",
    "document_number_sealed", "document_number_digest", "document_number_mask", "salt",
)  # fmt: skip


@pytest.mark.soak
async def test_a_million_persons_are_searched_in_minutes(services: Services) -> None:
    dice = Random(1)
    people = People(dice)

    planted: set[tuple[int, int]] = set()

    async def fill(tx: Transaction) -> None:
        position = await tx.position()
        rows: list[tuple[Any, ...]] = []
        for identity in await new_ids(tx, "person", AT_ONCE):
            made = people.person(f"51{dice.randrange(10**4):04d}", date(1960, 1, 1), date(2023, 1, 1))
            number = None if dice.random() < WITHOUT_NUMBER else b"\x01" + os.urandom(32)
            name, sex, born = made.name, made.sex, made.birth_date
            if number is None and rows and dice.random() < 0.1:
                earlier = dice.choice(rows)
                name, sex, born = earlier[3], earlier[6], earlier[7]  # somebody stands there twice
                planted.add((earlier[0], identity))
            rows.append((identity, 1, position, name, sort_key(name, True), searchable([(name, True)]), sex, born,
                "1" if number else None, number, number, "****" if number else None, b"salt"))  # fmt: skip
        await tx.insert("person", COLUMNS, rows)

    for _ in range(PERSONS // AT_ONCE):
        await services.store.database.transaction(fill)
    await services.store.database.transaction(lambda tx: tx.fetch("ANALYZE"))
    begun = time.monotonic()
    swept = await Sweep(services.store).run()
    seconds = time.monotonic() - begun
    print(f"{swept.persons} persons: {swept.compared} pairs compared, {swept.found} found, {seconds:.0f} s")
    query = "SELECT one_id, other_id FROM duplicate_candidate"
    assert planted <= {(row[0], row[1]) for row in await services.store.database.readers.fetch(query)}
    assert len(planted) > 1000
    assert seconds < 900
