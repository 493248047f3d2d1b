"""What deciding many cases at once costs: who stands aside is asked of all of them together."""

import logging
from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from tests.machinery.approvals.support import FORM, People, does, officers
from tests.machinery.approvals.test_together import DECIDE
from tests.support.api import Api
from tests.support.world import World

SIZES = (1, 10, 50)
ASKED = ("case_recusal", "guardianship")
"""The tables that are read for who stands aside alone; what the decision itself reads and writes are others."""


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def opened(people: People, services: Services, city: World, count: int) -> list[str]:
    """So many transfers of so many pupils, which wait at the receiving school."""
    at = {"school": city.schools["西城小学"], "grade": "P2", "status": "ENROLLED"}

    async def work(tx: Transaction) -> list[int]:
        act = Act(services.store, tx, "enter")
        facts = {"sex": "1", "birth_date": date(2018, 10, 1)}
        named = [{"name": f"转学生{chr(0x4E00 + place)}", **facts} for place in range(count)]
        persons = await act.create_all(Person, named)
        pupils = await act.create_all(Student, [{"person": one, **at} for one in persons])
        stay = {"period": (date(2025, 9, 1), None), "entry_grade": "P1", "entry_way": "01", "school": at["school"]}
        await act.create_all(Enrolment, [{"student": one, **stay} for one in pupils])
        return [pupil.id for pupil in pupils]

    made = []
    for pupil in await services.store.database.transaction(work):
        given = {"student": f"Student:{pupil}", "school": f"School:{city.schools['东城小学']}", **FORM}
        payload = await people["from"].write("openTransfer", "studentCase { id }", **given)
        assert payload["errors"] == []
        made.append(payload["studentCase"]["id"])
    return made


async def statements(people: People, ids: list[str], caplog: pytest.LogCaptureFixture) -> tuple[int, int]:
    """How many statements ask who stands aside when these are decided, and how many there are in all."""
    given = {"ids": ids, "decision": "APPROVE", "step": "receiving_school"}
    caplog.clear()
    with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
        done = (await people["to"].data(DECIDE, input=given))["decideCases"]["results"]
    assert [one["errors"] for one in done] == [[]] * len(ids)
    said = [record.getMessage() for record in caplog.records if record.name == "tortoise.db_client"]
    return sum(any(f'FROM "{table}"' in one for table in ASKED) for one in said), len(said)


async def test_who_stands_aside_is_asked_of_all_cases_at_once(
    people: People, services: Services, city: World, caplog: pytest.LogCaptureFixture
) -> None:
    counts = {size: await statements(people, await opened(people, services, city, size), caplog) for size in SIZES}
    assert len({asked for asked, _ in counts.values()}) == 1, counts
    assert counts[1][0] > 0, "it is asked"
    each = {size: round((counts[size][1] - counts[1][1]) / (size - 1)) for size in SIZES[1:]}
    assert each[10] == each[50], "and each decision costs the same, however many there are"


async def test_what_was_said_meanwhile_is_heard(people: People, services: Services, city: World) -> None:
    """Who stood aside in one case of several decides the others alone."""
    first, second = await opened(people, services, city, 2)
    assert await does(people["to"], "recuseCase", first, reason="与申请人有利害关系") == []
    given = {"ids": [first, second], "decision": "APPROVE", "step": "receiving_school"}
    done = (await people["to"].data(DECIDE, input=given))["decideCases"]["results"]
    assert [[error["code"] for error in one["errors"]] for one in done] == [["RECUSED"], []]
