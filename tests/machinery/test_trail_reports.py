"""Reports from the trails: for auditors alone, with a reason, as files of their own."""

import csv
from io import StringIO
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.rules import Level
from bureau.machinery.trails.report import make_trail_report
from tests.identity.test_sealed_values import said
from tests.support.api import Api
from tests.support.families import Family, bound, invited, signed_in
from tests.support.jobs import account, finish, worker
from tests.support.people import of_school
from tests.support.world import NOW, World

DAYS = {"firstDay": NOW.date().isoformat(), "lastDay": NOW.date().isoformat(), "reason": "家长投诉"}
REPORT = "query R($id: ID!) { trailReport(id: $id) { rows unknown job { state } file { id } } }"


@pytest.fixture(scope="module")
async def people(services: Services, city: World) -> dict[str, Actor]:
    """An auditor, and those who read."""
    school = city.schools["东城小学"]
    return {
        "auditor": await account(services, "auditor", city.bureau, Level.CITY, "audit_admin"),
        "county": await account(services, "county.guard", city.east, Level.COUNTY, "security_admin"),
        "clerk": await account(services, "clerk", school, Level.UNIT, "registrar"),
        "west": await account(services, "west", city.west, Level.COUNTY, "registrar"),
    }


@pytest.fixture(autouse=True)
async def read(api: Api, people: dict[str, Actor]) -> None:
    """Two have read lists of their own pupils."""
    for name in ("clerk", "west"):
        await api.as_(people[name]).data("query Mine { students(first: 100) { nodes { grade { code } } } }")
    await api.services.read_log.write()


async def made(api: Api, payload: Any) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The report that was asked for, and the rows of its file."""
    assert payload["errors"] == [], payload
    await finish(worker(api.services, make_trail_report))
    report = (await api.data(REPORT, id=payload["trailReport"]["id"]))["trailReport"]
    assert report["job"]["state"] == "SUCCEEDED"
    found = await api.services.files.ready(int(report["file"]["id"].partition(":")[2]), api.actor)
    async with api.services.files.on_disk(found) as path:
        return report, list(csv.DictReader(StringIO(path.read_text("utf-8-sig"))))


async def test_an_auditor_lists_who_saw_a_person(api: Api, city: World, people: dict[str, Actor]) -> None:
    auditor = api.as_(people["auditor"])
    person = f"Person:{city.persons['王芳']}"
    payload = await auditor.write("listAccesses", "trailReport { id }", person=person, **DAYS)
    report, rows = await made(auditor, payload)
    assert (report["rows"], report["unknown"]) == (len(rows), 0)
    readers = {row["actor"] for row in rows if row["trail"] == "read"}
    assert readers == {"clerk"}
    assert {row["what"] for row in rows if row["actor"] == "auditor"} == {"list_accesses"}, "looking is told too"
    payload = await auditor.write("listAccesses", "trailReport { id }", person=person, accounts="west", **DAYS)
    assert (await made(auditor, payload))[1] == []


async def test_an_auditor_lists_whom_a_breach_concerns(api: Api, city: World, people: dict[str, Actor]) -> None:
    auditor = api.as_(people["auditor"])
    payload = await auditor.write("listBreach", "trailReport { id }", accounts="clerk", **DAYS)
    _, rows = await made(auditor, payload)
    assert {row["person"] for row in rows} == {f"Person:{city.persons[n]}" for n in ("曾晓明", "王芳", "李伟")}
    assert {row["fields"] for row in rows} == {"Student.grade"}


async def test_an_auditor_searches_the_trails(api: Api, city: World, people: dict[str, Actor]) -> None:
    auditor, clerk = api.as_(people["auditor"]), api.as_(people["clerk"])
    pupil = f"Student:{city.students['李伟']}"
    assert said(await clerk.write("updateStudent", "student { id }", id=pupil, boarding="2")) == []
    await api.services.read_log.write()

    async def found(**sought: str) -> list[tuple[str, str, str, str]]:
        payload = await auditor.write("searchTrails", "trailReport { id }", **DAYS, **sought)
        _, rows = await made(auditor, payload)
        return [(row["trail"], row["actor"], row["what"], row["record"]) for row in rows]

    change = ("journal", "clerk", "update", pupil)
    assert await found(record=pupil, verb="update") == [change]
    assert await found(accounts="clerk", recordKind="Student") == [change]
    assert await found(accounts="west", recordKind="Student") == []
    everything = await found(accounts="clerk")
    assert change in everything
    assert ("read", "clerk", "Mine", "") in everything
    assert ("read", "clerk", "UpdateStudent", pupil) in everything
    assert {actor for _, actor, _, _ in everything} == {"clerk"}
    assert await found(request="no such request") == []
    assert change in await found(request="test")
    asked = await found(verb="search_trails", recordKind="TrailReport")
    assert {actor for _, actor, _, _ in asked} == {"auditor"}, "and who searched"


@pytest.mark.parametrize("name", ["clerk", "county"])
async def test_nobody_else_does(api: Api, city: World, people: dict[str, Actor], name: str) -> None:
    other = api.as_(people[name])
    person = f"Person:{city.persons['王芳']}"
    assert said(await other.write("listAccesses", "", person=person, **DAYS)) == [("FORBIDDEN", "")]
    assert said(await other.write("listBreach", "", accounts="clerk", **DAYS)) == [("FORBIDDEN", "")]
    assert said(await other.write("searchTrails", "", **DAYS)) == [("FORBIDDEN", "")]


async def test_a_guardian_is_told_who_looked_at_their_child(
    api: Api, services: Services, city: World, people: dict[str, Actor]
) -> None:
    school, family = api.as_(of_school(city.schools["东城小学"])), Family(services, city)
    pupil, other = (f"Student:{city.students[name]}" for name in ("李伟", "王芳"))
    number = await family.guardian("李伟", phone="13711150001")
    payload = await bound(api.as_(ANONYMOUS), await invited(school, city, "李伟"), number, "13711150001")
    father = api.as_(await signed_in(services, payload["username"]))
    person = f"Person:{city.persons['李伟']}"
    why = {"field": "DOCUMENT_NUMBER", "purpose": "1", "reason": "核对证件"}
    clerk = api.as_(people["clerk"])
    assert said(await clerk.write("revealPerson", id=person, **why)) == []
    await services.read_log.write()
    days = {"firstDay": DAYS["firstDay"], "lastDay": DAYS["lastDay"]}
    asked = await father.write("listWhoLooked", "trailReport { id }", student=pupil, **days)
    report, rows = await made(father, asked)
    assert report["rows"] == len(rows)
    looked = [(r["角色 Roles"], r["机构 Units"], r["操作 What"], r["字段 Fields"], r["事由 Reason"]) for r in rows]
    assert ("学籍管理员 Registrar", "东城小学", "查看 read", "年级 Grade", "") in looked
    assert ("", "", "查看明文 in the clear", "身份证件号 Document number", "核对证件") in looked
    text = str(rows)
    assert "clerk" not in text
    assert "west" not in text
    assert other not in text, "nothing of other pupils"
    assert said(await father.write("listWhoLooked", student=other, **days)) == [("NOT_FOUND", "student")]
    assert said(await clerk.write("listWhoLooked", student=pupil, **days)) == [("FORBIDDEN", "")]
    long = {"firstDay": "2026-09-01", "lastDay": "2026-10-12"}
    assert said(await father.write("listWhoLooked", student=pupil, **long)) == [("OUT_OF_RANGE", "lastDay")]
    for expected in ([], [], [("BUDGET_SPENT", "")]):
        assert said(await father.write("listWhoLooked", student=pupil, **days)) == expected
    await finish(worker(services, make_trail_report))


async def test_a_report_is_its_askers_alone(api: Api, people: dict[str, Actor], city: World) -> None:
    auditor = api.as_(people["auditor"])
    payload = await auditor.write("listBreach", "trailReport { id }", accounts="west", **DAYS)
    await made(auditor, payload)
    for other in (api, api.as_(people["clerk"])):
        assert (await other.data(REPORT, id=payload["trailReport"]["id"]))["trailReport"] is None


@pytest.mark.parametrize(
    ("mutation", "given", "fault"),
    [
        ("listAccesses", {"person": "Person:999999"}, ("NOT_FOUND", "person")),
        ("listAccesses", {"person": "Student:1"}, ("INVALID", "person")),
        ("searchTrails", {"record": "Nothing:1"}, ("NOT_FOUND", "record")),
        ("searchTrails", {"record": "Student:x"}, ("NOT_FOUND", "record")),
        ("searchTrails", {"recordKind": "Nothing"}, ("NOT_FOUND", "recordKind")),
        ("searchTrails", {"recordKind": "School", "record": "Student:1"}, ("MISMATCH", "recordKind")),
        ("listBreach", {"accounts": "clerk nobody.here"}, ("NOT_FOUND", "accounts")),
        ("listBreach", {"accounts": "clerk", "reason": " "}, ("REQUIRED", "reason")),
        ("listBreach", {"accounts": "clerk", "lastDay": "2020-01-01"}, ("OUT_OF_RANGE", "lastDay")),
    ],
)
async def test_what_cannot_be_listed(
    api: Api, people: dict[str, Actor], mutation: str, given: dict[str, str], fault: tuple[str, str]
) -> None:
    payload = await api.as_(people["auditor"]).write(mutation, "trailReport { id }", **{**DAYS, **given})
    assert said(payload) == [fault]
