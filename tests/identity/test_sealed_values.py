"""Two ways to a sealed value that tell no more than they must: compared, and looked for, by who may and so often."""

import asyncio
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.errors import Refusal
from bureau.storage.budget import DAY, Budget, debit, lookups
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.people import DIRECTOR, actor, of_city, of_county, of_school
from tests.support.world import STUDENTS, World, number_of

RESULT = "outcome records { __typename ... on Student { person { name } } ... on Person { name } }"


def number(name: str) -> str:
    _, _, born, sex = STUDENTS[name]
    return number_of(born, sex)


def another(who: Actor, account: int) -> Actor:
    """The same rights in another account, which has spent nothing yet."""
    return Actor(account, f"tester {account}", who.grants)


def said(payload: Any) -> list[tuple[str, str]]:
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]


async def match(api: Api, city: World, name: str, value: str, field: str = "DOCUMENT_NUMBER") -> Any:
    given = {"id": f"Person:{city.persons[name]}", "field": field, "value": value}
    return await api.write("matchPerson", "isSame", **given)


async def lookup(api: Api, value: str, purpose: str = "1") -> Any:
    return await api.write("lookupPerson", RESULT, field="DOCUMENT_NUMBER", value=value, purpose=purpose)


async def journalled(api: Api, verb: str) -> list[Any]:
    sql = "SELECT record_id, changes, reason FROM journal WHERE verb = $1 ORDER BY id"
    return [tuple(row) for row in await api.services.store.database.readers.fetch(sql, [verb])]


async def test_a_clerk_learns_same_or_not_same(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 11))
    assert await match(clerk, city, "王芳", number("王芳")) == {"isSame": True, "errors": []}
    assert await match(clerk, city, "王芳", number("王芳").lower() + " ") == {"isSame": True, "errors": []}
    assert await match(clerk, city, "王芳", number("李伟")) == {"isSame": False, "errors": []}
    assert await match(clerk, city, "王芳", "13800138000", "PHONE") == {"isSame": False, "errors": []}


async def test_the_number_of_a_pupil_is_compared_as_well(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 12))
    given = {"id": f"Student:{city.students['王芳']}", "field": "NATIONAL_NUMBER"}
    for value, same in ((f"G{number('王芳')}", True), (f"G{number('李伟')}", False)):
        assert (await clerk.write("matchStudent", "isSame", **given, value=value))["isSame"] is same


@pytest.mark.parametrize(
    "outsider",
    [
        lambda city: of_county(city.west),
        lambda city: of_school(city.schools["东城中学"]),
        lambda city: actor(),
        lambda city: of_city("system_admin"),
    ],
)
async def test_who_does_not_see_somebody_learns_nothing_of_them(api: Api, city: World, outsider: Any) -> None:
    """Not even whether they are there: the answer is the same for whoever is not."""
    asking = api.as_(outsider(city))
    unseen = await match(asking, city, "王芳", number("王芳"))
    missing = await asking.write("matchPerson", "isSame", id="Person:999999", field="PHONE", value="13800138000")
    assert unseen == missing
    assert said(unseen) == [("NOT_FOUND", "id")]


async def test_nobody_signed_in_may_ask_nothing(api: Api, city: World) -> None:
    nobody = api.as_(ANONYMOUS)
    assert said(await match(nobody, city, "王芳", number("王芳"))) == [("FORBIDDEN", "")]
    assert said(await lookup(nobody, number("王芳"))) == [("FORBIDDEN", "")]


async def test_a_value_that_is_none_is_refused_and_costs_nothing(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 13))
    for value, code in (("****11", "MASKED_VALUE"), ("12", "INVALID"), (" ", "REQUIRED")):
        for _ in range(3):
            assert said(await match(clerk, city, "王芳", value)) == [(code, "value")]
    assert (await match(clerk, city, "王芳", number("王芳")))["isSame"] is True


async def test_the_same_record_is_asked_of_five_times_a_month(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 14))
    for _ in range(5):
        assert said(await match(clerk, city, "王芳", number("李伟"))) == []
    spent = await match(clerk, city, "王芳", number("王芳"))
    assert spent["isSame"] is None
    assert said(spent) == [("BUDGET_SPENT", "")]
    assert (await match(clerk, city, "李伟", number("李伟")))["isSame"] is True, "another record"
    colleague = api.as_(another(of_school(city.schools["东城小学"]), 15))
    assert (await match(colleague, city, "王芳", number("王芳")))["isSame"] is True, "another account"


async def test_what_was_asked_is_journalled_and_what_was_typed_is_not(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 16))
    await match(clerk, city, "曾晓明", number("曾晓明"))
    await lookup(clerk, number("曾晓明"), "3")
    record, changes, _ = (await journalled(api, "match"))[-1]
    assert (record, changes) == (city.persons["曾晓明"], '{"field":"document_number","same":true}')
    record, changes, purpose = (await journalled(api, "lookup"))[-1]
    assert (record, changes, purpose) == (city.persons["曾晓明"], '{"field":"document_number","outcome":"FOUND"}', "3")
    fetch = api.services.store.database.readers.fetch
    for table in ("journal", "read_document", "read_log", "budget", "identity_problem", "identity_problem_history"):
        assert number("曾晓明") not in str([tuple(row) for row in await fetch(f"SELECT * FROM {table}")])


async def test_a_question_is_no_change_to_subscribers(api: Api, city: World) -> None:
    database = api.services.store.database
    place = await database.feed.closed()
    await match(api.as_(another(of_school(city.schools["东城小学"]), 17)), city, "曾晓明", number("曾晓明"))
    entries, _ = await database.feed._after(place)
    assert [entry.verb for entry in entries] == []


async def test_who_sees_them_finds_them(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 21))
    pupil = {"__typename": "Student", "person": {"name": "王芳"}}
    assert await lookup(clerk, number("王芳")) == {"outcome": "FOUND", "records": [pupil], "errors": []}
    officer = api.as_(another(of_city("identity"), 22))
    person = {"__typename": "Person", "name": "王芳"}
    assert await lookup(officer, number("王芳")) == {"outcome": "FOUND", "records": [person], "errors": []}
    nobody = {"outcome": "NOT_FOUND", "records": [], "errors": []}
    assert await lookup(clerk, "110105194912310011") == nobody


async def test_who_does_not_see_them_hears_only_that_it_was_reported(api: Api, city: World) -> None:
    clerk = api.as_(another(of_county(city.west), 23))
    told = {"outcome": "REPORTED", "records": [], "errors": []}
    assert await lookup(clerk, number("李伟")) == told
    assert await lookup(clerk, number("李伟")) == told
    query = "{ identityProblems(filter: { sort: { eq: KNOWN_ELSEWHERE } }) { nodes { sort state unit { id } student { id } person { name } reportedBy } } }"
    seen = (await clerk.data(query))["identityProblems"]["nodes"]
    assert seen == [
        {
            "sort": "KNOWN_ELSEWHERE",
            "state": "OPEN",
            "unit": {"id": f"Office:{city.west}"},
            "student": None,
            "person": None,
            "reportedBy": "tester 23",
        }
    ], "once, and not who it is"
    officer = api.as_(of_city("identity"))
    assert (await officer.data(query))["identityProblems"]["nodes"][0]["person"] == {"name": "李伟"}
    elsewhere = api.as_(of_county(city.east))
    assert (await elsewhere.data(query))["identityProblems"]["nodes"] == []
    filtered = await clerk.ask('{ identityProblems(filter: { person: { name: { eq: "李伟" } } }) { totalCount } }')
    assert filtered.codes == ["FORBIDDEN"], "nor by asking whether it is"
    grouped = await clerk.ask("{ identityProblemsSummary(by: [PERSON]) { nodes { key { person { id } } } } }")
    assert grouped.codes == ["FORBIDDEN"]


@pytest.mark.parametrize(
    ("who", "purpose", "faults"),
    [
        (DIRECTOR, "1", [("FORBIDDEN", "")]),
        (of_city("integrator"), "1", [("FORBIDDEN", "")]),
        (of_city("identity"), "99", [("UNKNOWN_CODE", "purpose")]),
        (of_city("identity"), "", [("REQUIRED", "purpose")]),
    ],
)
async def test_a_look_up_has_a_right_and_a_purpose(
    api: Api, city: World, who: Actor, purpose: str, faults: list[tuple[str, str]]
) -> None:
    payload = await lookup(api.as_(another(who, 24)), number("王芳"), purpose)
    assert payload["outcome"] is None
    assert said(payload) == faults


async def test_look_ups_of_a_day_come_to_an_end(api: Api, city: World) -> None:
    clerk = api.as_(another(of_city("identity"), 25))
    database = api.services.store.database
    budget = lookups(database.settings)
    await database.transaction(lambda tx: debit(tx, budget, budget.limit - 1), actor=clerk.actor)
    assert (await lookup(clerk, number("王芳")))["outcome"] == "FOUND"
    assert said(await lookup(clerk, number("王芳"))) == [("BUDGET_SPENT", "")]


@pytest.fixture
async def spent(services: Services, city: World) -> Any:
    async def read(account: int) -> int:
        rows = await services.store.database.readers.fetch(
            "SELECT spent FROM budget WHERE account_id = $1 AND name = 'lookup'", [account]
        )
        return rows[0][0] if rows else 0

    return read


async def test_of_many_who_spend_at_once_none_spends_too_much(services: Services, spent: Any) -> None:
    async def spend(tx: Transaction) -> None:
        await debit(tx, Budget("lookup", 10, DAY), 3)

    transaction, who = services.store.database.transaction, another(DIRECTOR, 31)
    ended = await asyncio.gather(*(transaction(spend, actor=who) for _ in range(8)), return_exceptions=True)
    assert sum(end is None for end in ended) == 3
    assert sum(isinstance(end, Refusal) for end in ended) == 5
    assert await spent(31) == 9


async def test_the_system_has_no_budget(services: Services, spent: Any) -> None:
    await services.store.database.transaction(lambda tx: debit(tx, Budget("lookup", 0, DAY)))
