"""A sealed value in the clear: for whom, for what, how often, and what stays of it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.storage.budget import debit, reveals
from bureau.storage.transaction import Transaction
from tests.identity.test_sealed_values import another, journalled, number, said
from tests.support.api import Api
from tests.support.people import DIRECTOR, actor, of_city, of_county, of_school
from tests.support.world import World

GIVEN = {"purpose": "1", "reason": "在读证明，家长申请"}


async def reveal(api: Api, city: World, name: str, field: str = "DOCUMENT_NUMBER", **given: Any) -> Any:
    identity = f"Person:{city.persons[name]}"
    return await api.write("revealPerson", "value", id=identity, field=field, **{**GIVEN, **given})


async def may_reveal(api: Api, city: World, name: str) -> bool | None:
    """What the Sealed type says, asked through the pupil; None where the pupil is not seen."""
    found = await api.data(
        "query Q($id: ID!) { student(id: $id) { person { documentNumber { canReveal } } } }",
        id=f"Student:{city.students[name]}",
    )
    return found["student"] and found["student"]["person"]["documentNumber"]["canReveal"]


@pytest.mark.parametrize(
    "asking",
    [
        lambda city: of_school(city.schools["东城小学"]),
        lambda city: of_county(city.east),
        lambda city: of_city("registrar"),
        lambda city: of_city("identity"),
        lambda city: DIRECTOR,
    ],
)
async def test_who_may_have_the_value(api: Api, city: World, asking: Any) -> None:
    who = api.as_(another(asking(city), 51))
    assert await reveal(who, city, "王芳") == {"value": number("王芳"), "errors": []}


@pytest.mark.parametrize(
    ("asking", "fault"),
    [
        (lambda city: of_county(city.west), ("NOT_FOUND", "id")),
        (lambda city: of_school(city.schools["东城中学"]), ("NOT_FOUND", "id")),
        (lambda city: of_city("system_admin"), ("NOT_FOUND", "id")),
        (lambda city: of_school(city.schools["东城小学"], "aid"), ("FORBIDDEN", "")),
        (lambda city: of_city("integrator"), ("FORBIDDEN", "")),
    ],
)
async def test_who_may_not(api: Api, city: World, asking: Any, fault: tuple[str, str]) -> None:
    before = await journalled(api, "reveal")
    refused = await reveal(api.as_(another(asking(city), 52)), city, "王芳")
    assert (refused["value"], said(refused)) == (None, [fault])
    assert await journalled(api, "reveal") == before


async def test_nobody_signed_in_may_not(api: Api, city: World) -> None:
    assert said(await reveal(api.as_(ANONYMOUS), city, "王芳")) == [("FORBIDDEN", "")]


@pytest.mark.parametrize(
    "asking",
    [
        lambda city: of_school(city.schools["东城小学"]),
        lambda city: of_county(city.west),
        lambda city: of_city("integrator"),
        lambda city: of_school(city.schools["东城小学"], "aid"),
        lambda city: actor(
            ("registrar", of_school(city.schools["东城小学"]).grants[0].level, city.schools["东城小学"]),
            ("aid", of_county(city.east).grants[0].level, city.east),
        ),
        lambda city: of_city("identity", "aid"),
        lambda city: DIRECTOR,
    ],
)
async def test_what_is_said_of_it_is_what_is_done(api: Api, city: World, asking: Any) -> None:
    """`canReveal` is true of each pupil whose value is then told, and of no other."""
    who = api.as_(another(asking(city), 53))
    told = {name: await may_reveal(who, city, name) for name in ("王芳", "李伟", "曾晓明")}
    done = {name: bool((await reveal(who, city, name))["value"]) for name in told}
    assert {name: bool(can) for name, can in told.items()} == done


async def test_a_value_that_is_not_there_is_not_to_be_had(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 54))
    found = await clerk.data(
        "query Q($id: ID!) { student(id: $id) { person { phone { held canReveal } } } }",
        id=f"Student:{city.students['王芳']}",
    )
    assert found["student"]["person"]["phone"] == {"held": False, "canReveal": False}
    assert said(await reveal(clerk, city, "王芳", "PHONE")) == [("REQUIRED", "field")]


async def test_the_number_of_a_pupil_is_told_as_well(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 55))
    identity = f"Student:{city.students['王芳']}"
    told = await clerk.write("revealStudent", "value", id=identity, field="NATIONAL_NUMBER", **GIVEN)
    assert told == {"value": f"G{number('王芳')}", "errors": []}


async def test_a_void_record_keeps_its_value(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["西城小学"]), 56))
    identity = f"Student:{city.students['张丽']}"
    query = "query Q($id: ID!) { student(id: $id) { nationalNumber { canReveal } person { documentNumber { canReveal } } } }"
    assert (await clerk.data(query, id=identity))["student"] == {
        "nationalNumber": {"canReveal": True},
        "person": {"documentNumber": {"canReveal": True}},
    }
    await make_void(api.services, city.students["张丽"])
    assert (await clerk.data(query, id=identity))["student"] == {
        "nationalNumber": {"canReveal": False},
        "person": {"documentNumber": {"canReveal": False}},
    }, "nobody is reached through a void record"
    refused = await clerk.write("revealStudent", "value", id=identity, field="NATIONAL_NUMBER", **GIVEN)
    assert (refused["value"], said(refused)) == (None, [("VOIDED", "id")])
    assert said(await reveal(clerk, city, "张丽")) == [("NOT_FOUND", "id")]


async def make_void(services: Services, student: int) -> None:
    """Make a pupil and what hangs on the pupil void."""

    async def work(tx: Transaction) -> None:
        for table, column in (("enrolment", "student_id"), ("guardianship", "student_id"), ("student", "id")):
            await tx.fetch(
                f"UPDATE {table} SET void_reason = 'entered twice' WHERE {column} = $1 RETURNING id", student
            )

    await services.store.database.transaction(work)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"purpose": "99"}, ("UNKNOWN_CODE", "purpose")),
        ({"purpose": ""}, ("REQUIRED", "purpose")),
        ({"reason": " "}, ("REQUIRED", "reason")),
        ({"reason": "长" * 201}, ("TOO_LONG", "reason")),
    ],
)
async def test_it_has_a_purpose_and_a_reason(
    api: Api, city: World, given: dict[str, str], fault: tuple[str, str]
) -> None:
    refused = await reveal(api.as_(another(of_city("identity"), 57)), city, "王芳", **given)
    assert (refused["value"], said(refused)) == (None, [fault])


async def test_reveals_of_a_day_come_to_an_end(api: Api, city: World) -> None:
    clerk = api.as_(another(of_city("identity"), 58))
    database = api.services.store.database
    budget = reveals(database.settings)
    await database.transaction(lambda tx: debit(tx, budget, budget.limit - 1), actor=clerk.actor)
    assert said(await reveal(clerk, city, "王芳", reason=" ")) == [("REQUIRED", "reason")], "what is refused is free"
    assert (await reveal(clerk, city, "王芳"))["value"] == number("王芳")
    spent = await reveal(clerk, city, "王芳")
    assert (spent["value"], said(spent)) == (None, [("BUDGET_SPENT", "")])
    colleague = api.as_(another(of_city("identity"), 59))
    assert (await reveal(colleague, city, "王芳"))["value"] == number("王芳"), "another account"


async def test_it_is_journalled_and_logged_and_the_value_is_kept_nowhere(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 60))
    place = await api.services.store.database.feed.closed()
    assert (await reveal(clerk, city, "王芳", purpose="3"))["value"] == number("王芳")
    assert (await journalled(api, "reveal"))[-1] == (
        city.persons["王芳"],
        '{"field":"document_number","purpose":"3"}',
        GIVEN["reason"],
    )
    await api.services.read_log.write()
    fetch = api.services.store.database.readers.fetch
    rows = await fetch("SELECT record FROM read_log WHERE account_id = 60")
    assert [row[0] for row in rows] == [f"Person:{city.persons['王芳']}"]
    for table in await kept_tables(api.services):
        assert number("王芳") not in str([tuple(row) for row in await fetch(f"SELECT * FROM {table}")]), table
    changes, _ = await api.services.store.database.feed._after(place)
    assert changes == [], "it changes nothing"


async def kept_tables(services: Services) -> list[str]:
    """Every table there is."""
    sql = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_grams%'",
        "postgres": "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()",
    }
    database = services.store.database
    return [row[0] for row in await database.readers.fetch(sql[database.dialect])]


async def test_each_field_has_a_right_of_its_own(api: Api, city: World) -> None:
    """Who keeps foreign teachers opens their passports; the registrar of the school does not see them at all."""
    given = {"id": f"ForeignTeacher:{city.areas.foreigners['Emma Brown']}", "field": "PASSPORT", **GIVEN}
    keeper, clerk = api.as_(another(of_city("foreign_affairs"), 61)), api.as_(another(of_city("registrar"), 62))
    assert (await keeper.write("revealForeignTeacher", "value", **given))["value"].startswith("X")
    assert said(await clerk.write("revealForeignTeacher", "value", **given)) == [("NOT_FOUND", "id")]


async def test_of_the_past_nothing_is_revealed(api: Api, city: World) -> None:
    """What is sealed is not kept in history, so that there is nothing that might be asked for."""
    now = datetime.now(UTC).isoformat()
    query = "query Q($id: ID!, $then: DateTime) { student(id: $id, asOf: $then) { nationalNumber { canReveal } } }"
    clerk, identity = api.as_(another(of_city("registrar"), 63)), f"Student:{city.students['王芳']}"
    found = [(await clerk.data(query, id=identity, then=then))["student"] for then in (None, now)]
    assert [each["nationalNumber"]["canReveal"] for each in found] == [True, False]
