"""Reminders: due on their day, once, of what is neither void nor renewed; found by indexes in one statement."""

from datetime import date, timedelta
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.kind import Clock, Kind
from bureau.machinery.reminders import Reminder, due
from bureau.storage.tables import Table, clock_column
from tests.support.api import Api
from tests.support.world import World

FIRST = date(2026, 8, 1)


def clocked(services: Services) -> list[tuple[Kind, Clock]]:
    return [(kind, clock) for kind in services.kinds for clock in kind.clocks]


async def slowly(services: Services, day: date) -> set[tuple[str, int, str, int]]:
    """The reminders of a day, found by looking at every record; nothing is renewed in the small world."""
    found = set()
    for kind, clock in clocked(services):
        sql = f"SELECT id, {clock_column(kind, clock).name} FROM {kind.table} WHERE void_reason IS NULL"
        for identity, ends in await services.store.database.readers.fetch(sql):
            if ends is not None and (left := (date.fromisoformat(str(ends)) - day).days) in clock.before:
                found.add((kind.name, identity, clock.path, left))
    return found


def told(reminders: list[Reminder]) -> set[tuple[str, int, str, int]]:
    return {(r.kind.name, r.record_id, r.clock.path, r.before) for r in reminders}


async def test_every_day_has_the_reminders_that_are_due_on_it(services: Services, city: World) -> None:
    readers, kinds = services.store.database.readers, services.kinds
    assert {kind.name for kind, _ in clocked(services)} >= {"foreign_teacher", "work_permit", "residence_permit"}
    seen = 0
    for number in range(1400):
        day = FIRST + timedelta(days=number)
        found = await due(readers, kinds, day)
        assert told(found) == await slowly(services, day), day
        assert len(told(found)) == len(found), "each once"
        seen += len(found)
    # two permits of two teachers, and contracts: six clocks of six reminders; two passports of seven; a request;
    # a licence of three, and a complaint of two
    assert seen == 6 * 6 + 2 * 7 + 3 + 3 + 2


async def test_what_came_due_while_nobody_asked_is_told_once_and_the_nearest_alone(
    services: Services, city: World
) -> None:
    readers, kinds = services.store.database.readers, services.kinds
    of_emma = [r for r in await due(readers, kinds, date(2026, 11, 6), since=date(2026, 9, 1)) if r.kind.name == "residence_permit"]  # fmt: skip
    assert [(r.ends_on, r.before) for r in of_emma] == [(date(2026, 11, 20), 15)], "60, 45, 30 and 15 came due"
    later = await due(readers, kinds, date(2026, 11, 6), since=date(2026, 11, 6))
    assert later == []
    over = await due(readers, kinds, date(2026, 11, 25), since=date(2026, 9, 1))
    assert "residence_permit" not in {r.kind.name for r in over}, "what has run out is no reminder's business"
    (one,) = of_emma
    assert one.key == ("residence_permit", one.record_id, "valid.until", "2026-11-20", 15)


async def test_what_is_renewed_or_void_reminds_nobody(api: Api, city: World) -> None:
    readers, kinds = api.services.store.database.readers, api.services.kinds
    day = date(2026, 11, 13)
    emma = f"ForeignTeacher:{city.areas.foreigners['Emma Brown']}"

    async def residence() -> list[Any]:
        return [r for r in await due(readers, kinds, day) if r.kind.name == "residence_permit"]

    assert [r.before for r in await residence()] == [7]
    given = {"teacher": emma, "number": "R770001", "valid": {"from": "2026-11-20", "until": "2027-11-20"}}
    renewed = await api.write("createResidencePermit", "residencePermit { id }", **given)
    assert renewed["errors"] == []
    assert await residence() == []
    gone = await api.write("voidResidencePermit", id=renewed["residencePermit"]["id"], reason="误录")
    assert gone["errors"] == []
    assert [r.before for r in await residence()] == [7]


@pytest.mark.parametrize("kind", ["foreign_teacher", "work_permit", "residence_permit"])
async def test_every_clock_has_its_index(services: Services, kind: str) -> None:
    table: Table = services.store.tables[kind]
    for of, clock in clocked(services):
        if of.name == kind:
            assert (clock_column(of, clock).name,) in {index.columns for index in table.indexes}


async def test_without_clocks_there_is_nothing_to_ask(services: Services) -> None:
    assert await due(services.store.database.readers, [], FIRST) == []
