"""Many sealed values in one file: who asks, who approves, what is opened, and what stays of it."""

from collections.abc import Callable
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.errors import FileUnknown
from bureau.kernel.rules import Level
from bureau.machinery.clear_exports.clear_export import expire_clear_exports
from bureau.machinery.clear_exports.making import make_clear_file
from bureau.machinery.files.files import Files
from bureau.machinery.jobs.asking import ask
from bureau.storage.transaction import Transaction
from tests.identity.test_sealed_values import number, said
from tests.support.api import Api
from tests.support.jobs import account, finish, worker
from tests.support.world import NOW, World

LAST_DAY = NOW.date().replace(day=28).isoformat()


@pytest.fixture(scope="module")
async def people(services: Services, city: World) -> dict[str, Actor]:
    """Those who ask and those who approve."""
    school, made = city.schools["东城小学"], {}
    for name, unit, level, roles in (
        ("clerk", school, Level.UNIT, ("registrar",)),
        ("head", school, Level.UNIT, ("principal",)),
        ("county", city.east, Level.COUNTY, ("director",)),
        ("security", city.bureau, Level.CITY, ("security_admin",)),
        ("west", city.west, Level.COUNTY, ("director", "registrar")),
        ("both", city.bureau, Level.CITY, ("director", "registrar")),
        ("reader", city.bureau, Level.CITY, ("integrator", "foreign_affairs")),
    ):
        made[name] = await account(services, name, unit, level, *roles)
    return made


@pytest.fixture
def by(api: Api, people: dict[str, Actor]) -> Callable[[str], Api]:
    """The API for one of them."""
    return lambda name: api.as_(people[name])


def given(city: World, *pupils: str, **other: Any) -> dict[str, Any]:
    return {
        "unit": f"School:{city.schools['东城小学']}",
        "records": " ".join(f"Student:{city.students[name]}" for name in pupils or ("王芳", "李伟")),
        "fields": "nationalNumber person.documentNumber",
        "purpose": "2",
        "reason": "资助发放造册",
        "until": LAST_DAY,
        **other,
    }


async def requested(api: Api, city: World, *pupils: str, **other: Any) -> str:
    payload = await api.write("requestClearExport", "clearExport { id state }", **given(city, *pupils, **other))
    assert payload["errors"] == [], payload
    assert payload["clearExport"]["state"] == "REQUESTED"
    return str(payload["clearExport"]["id"])


async def approve(api: Api, request: str) -> list[tuple[str, str]]:
    return said(await api.write("approveClearExport", "clearExport { id }", id=request))


async def made(api: Api, services: Services, request: str) -> list[str]:
    """The lines of the file of a request that was approved."""
    assert said(await api.write("makeClearExport", "clearExport { id }", id=request)) == []
    await finish(worker(services, make_clear_file))
    query = (
        "query Q($id: ID!) { clearExport(id: $id) { state job { state chineseOutcome } file { id name expiresAt } } }"
    )
    found = (await api.data(query, id=request))["clearExport"]
    assert (found["state"], found["job"]["state"]) == ("MADE", "SUCCEEDED"), found
    assert found["file"]["expiresAt"] is not None
    ready = await services.files.ready(int(found["file"]["id"].partition(":")[2]), api.actor)
    async with services.files.on_disk(ready) as path:
        return path.read_text("utf-8-sig").splitlines()


async def test_two_others_approve_and_the_requester_has_the_file(
    by: Callable[[str], Api], services: Services, city: World
) -> None:
    request = await requested(by("clerk"), city)
    assert await approve(by("head"), request) == []
    early = await by("clerk").write("makeClearExport", "clearExport { id }", id=request)
    assert said(early) == [("TRANSITION", "id")], "one approval is not enough"
    assert await approve(by("security"), request) == []
    mark, heads, *rows = await made(by("clerk"), services, request)
    for told in (request, "clerk", "head、security", "上级部门填报", str(NOW.year)):
        assert told in mark
    assert heads.endswith("学籍号 National student number,人员.身份证件号 Person.Document number")
    assert sorted(row.split(",")[-2:] for row in rows) == sorted(
        [f"G{number(name)}", number(name)] for name in ("王芳", "李伟")
    )


async def test_each_value_is_journalled_and_kept_nowhere_but_in_the_file(
    by: Callable[[str], Api], services: Services, city: World
) -> None:
    request = await requested(by("clerk"), city, "曾晓明", fields="person.documentNumber")
    for name in ("county", "security"):
        assert await approve(by(name), request) == []
    await made(by("clerk"), services, request)
    fetch = services.store.database.readers.fetch
    rows = await fetch("SELECT actor, kind, record_id, changes, reason FROM journal WHERE verb = 'reveal' ORDER BY id")
    number_ = int(request.partition(":")[2])
    assert tuple(rows[-1]) == (
        "clerk",
        "person",
        city.persons["曾晓明"],
        f'{{"field":"document_number","purpose":"2","clearExport":{number_}}}',
        "资助发放造册",
    )
    for table in ("journal", "job", "clear_export", "clear_export_history", "read_log", "read_document", "notice"):
        assert number("曾晓明") not in str([tuple(row) for row in await fetch(f"SELECT * FROM {table}")]), table


async def test_nobody_approves_what_they_asked_for_or_approved(
    by: Callable[[str], Api], services: Services, city: World
) -> None:
    own = await requested(by("both"), city)
    assert await approve(by("both"), own) == [("SAME_PERSON", "id")]
    assert await approve(by("head"), own) == []
    assert await approve(by("head"), own) == [("SAME_PERSON", "id")]
    assert await approve(by("west"), own) == [("NOT_FOUND", "id")], "no right at that unit"
    assert await approve(by("clerk"), own) == [("FORBIDDEN", "")]
    assert await approve(by("county"), own) == []
    assert await approve(by("security"), own) == [("TRANSITION", "id")], "two are enough"


async def test_two_accounts_of_one_person_are_one(by: Callable[[str], Api], services: Services, city: World) -> None:
    """Whoever has a second account cannot approve with it what they asked for with the first."""
    request = await requested(by("clerk"), city)
    await belong_to_one_person(services, city.persons["王芳"], by("clerk").actor, by("county").actor)
    assert await approve(by("county"), request) == [("SAME_PERSON", "id")]
    await belong_to_one_person(services, None, by("clerk").actor, by("county").actor)
    assert await approve(by("county"), request) == []


async def belong_to_one_person(services: Services, person: int | None, *actors: Actor) -> None:
    async def work(tx: Transaction) -> None:
        for actor in actors:
            await tx.fetch("UPDATE account SET person_id = $2 WHERE id = $1 RETURNING id", actor.account, person)

    await services.store.database.transaction(work)


@pytest.mark.parametrize(
    ("who", "other", "faults"),
    [
        ("clerk", {"fields": "name"}, [("INVALID", "fields")]),
        ("clerk", {"fields": "grade"}, [("INVALID", "fields")]),
        ("clerk", {"records": "Student:x"}, [("INVALID", "records")]),
        ("clerk", {"records": "Student:1 Person:1"}, [("INVALID", "records")]),
        ("clerk", {"records": "Student:999999"}, [("NOT_FOUND", "records")]),
        ("clerk", {"records": " ".join(f"Student:{n}" for n in range(1, 5002))}, [("OUT_OF_RANGE", "records")]),
        ("clerk", {"purpose": "99"}, [("UNKNOWN_CODE", "purpose")]),
        ("clerk", {"reason": " "}, [("REQUIRED", "reason")]),
        ("clerk", {"until": "2020-01-01"}, [("OUT_OF_RANGE", "until")]),
        ("clerk", {"until": "2099-01-01"}, [("OUT_OF_RANGE", "until")]),
        ("west", {}, [("NOT_FOUND", "unit")]),
        ("reader", {}, [("FORBIDDEN", "fields")]),
        ("security", {}, [("FORBIDDEN", "")]),
    ],
)
async def test_what_cannot_be_asked_for(
    by: Callable[[str], Api], city: World, who: str, other: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    payload = await by(who).write("requestClearExport", "clearExport { id }", **given(city, **other))
    assert said(payload) == faults


async def test_pupils_of_another_school_are_not_to_be_had(by: Callable[[str], Api], city: World) -> None:
    payload = await by("clerk").write("requestClearExport", "clearExport { id }", **given(city, "王芳", "张丽"))
    assert said(payload) == [("NOT_FOUND", "records")]


async def test_it_is_refused_or_withdrawn_until_the_file_is_made(
    by: Callable[[str], Api], services: Services, city: World
) -> None:
    refused = await requested(by("clerk"), city)
    assert await approve(by("head"), refused) == []
    for who, verb, faults in (
        ("head", "withdraw", [("FORBIDDEN", "")]),
        ("both", "withdraw", [("FORBIDDEN", "")]),
        ("security", "refuse", []),
        ("clerk", "withdraw", [("TRANSITION", "id")]),
    ):
        payload = await by(who).write(f"{verb}ClearExport", "clearExport { state }", id=refused, reason="用途不明")
        assert said(payload) == faults, (who, verb)
    assert await approve(by("security"), refused) == [("TRANSITION", "id")]
    withdrawn = await requested(by("clerk"), city)
    payload = await by("clerk").write("withdrawClearExport", "clearExport { state }", id=withdrawn, reason="不再需要")
    assert payload == {"clearExport": {"state": "WITHDRAWN"}, "errors": []}


async def test_what_is_refused_while_its_file_is_made_ends_without_one(
    by: Callable[[str], Api], services: Services, city: World
) -> None:
    request = await requested(by("clerk"), city)
    for name in ("head", "security"):
        assert await approve(by(name), request) == []
    assert said(await by("clerk").write("makeClearExport", "clearExport { id }", id=request)) == []
    twice = await by("clerk").write("makeClearExport", "clearExport { id }", id=request)
    assert said(twice) == [("IN_USE", "id")], "a job is at it"
    assert said(await by("head").write("makeClearExport", "clearExport { id }", id=request)) == [("FORBIDDEN", "")]
    assert said(await by("head").write("refuseClearExport", "", id=request, reason="撤销审批")) == []
    await finish(worker(services, make_clear_file))
    query = "query Q($id: ID!) { clearExport(id: $id) { state job { state } file { id } } }"
    found = (await by("clerk").data(query, id=request))["clearExport"]
    assert found == {"state": "REFUSED", "job": {"state": "FAILED"}, "file": None}


async def test_what_is_refused_at_the_last_moment_leaves_no_file(
    by: Callable[[str], Api], services: Services, city: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = await requested(by("clerk"), city)
    for name in ("head", "security"):
        assert await approve(by(name), request) == []
    assert said(await by("clerk").write("makeClearExport", "clearExport { id }", id=request)) == []
    files: list[int] = []
    keep = Files.keep

    async def kept(self: Files, *given: Any) -> Any:
        found = await keep(self, *given)
        files.append(found.id)
        assert said(await by("head").write("refuseClearExport", "", id=request, reason="撤销审批")) == []
        return found

    monkeypatch.setattr(Files, "keep", kept)
    await finish(worker(services, make_clear_file))
    found = await by("clerk").data("query Q($id: ID!) { clearExport(id: $id) { state file { id } } }", id=request)
    assert found["clearExport"] == {"state": "REFUSED", "file": None}
    with pytest.raises(FileUnknown):
        await services.files.ready(files[0], by("clerk").actor)


async def test_who_lost_the_right_has_masks(by: Callable[[str], Api], services: Services, city: World) -> None:
    """The rights are those of the moment at which the file is made."""
    clerk = await account(services, "leaver", city.schools["东城小学"], Level.UNIT, "registrar", "aid")
    leaver = by("clerk").as_(clerk)
    request = await requested(leaver, city, "王芳", fields="nationalNumber")
    for name in ("head", "security"):
        assert await approve(by(name), request) == []
    assert said(await leaver.write("makeClearExport", "clearExport { id }", id=request)) == []
    await services.store.database.transaction(lambda tx: end_grant(tx, clerk))
    await finish(worker(services, make_clear_file))
    (file,) = await services.store.database.readers.fetch(
        "SELECT f.id FROM clear_export c JOIN file f ON f.id = c.file_id WHERE c.id = $1",
        [int(request.partition(":")[2])],
    )
    async with services.files.on_disk(await services.files.ready(file[0], clerk)) as path:
        row = path.read_text("utf-8-sig").splitlines()[2]
    assert row.split(",")[-1] == "*" * 17 + number("王芳")[-2:]


async def end_grant(tx: Transaction, actor: Actor) -> None:
    sql = "UPDATE role_grant SET until = '2020-02-01' WHERE account_id = $1 AND role = 'registrar' RETURNING id"
    await tx.fetch(sql, actor.account)


async def test_those_who_may_approve_are_told_and_whoever_asked_hears(
    by: Callable[[str], Api], services: Services, city: World
) -> None:
    request = await requested(by("clerk"), city)
    told = {name: await heard(by(name), request) for name in ("clerk", "head", "county", "security", "west", "reader")}
    assert {name for name, count in told.items() if count} == {"head", "county", "security"}
    for name in ("head", "security"):
        assert await approve(by(name), request) == []
    assert await heard(by("clerk"), request) == 1


async def heard(api: Api, request: str) -> int:
    notices = (await api.data("{ notices(first: 100) { nodes { subject } } }"))["notices"]["nodes"]
    return sum(notice["subject"] == request for notice in notices)


async def test_it_ends_when_its_last_day_has_passed(by: Callable[[str], Api], services: Services, city: World) -> None:
    overdue, other = await requested(by("clerk"), city), await requested(by("clerk"), city)
    number_ = int(overdue.partition(":")[2])

    async def age(tx: Transaction) -> None:
        await tx.fetch("UPDATE clear_export SET until = '2020-01-01' WHERE id = $1 RETURNING id", number_)
        await ask(services.store, tx, expire_clear_exports, {})

    await services.store.database.transaction(age)
    assert await approve(by("head"), overdue) == [("EXPIRED", "id")]
    await finish(worker(services, expire_clear_exports))
    states = await services.store.database.readers.fetch(
        "SELECT state FROM clear_export WHERE id IN ($1, $2) ORDER BY id", [number_, int(other.partition(":")[2])]
    )
    assert [row[0] for row in states] == ["EXPIRED", "REQUESTED"]
