"""Who saw whom: of one person all that was read and written, of an account all persons whom it was shown."""

import csv
from collections.abc import AsyncIterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from bureau.commands.accesses import accesses, breach, span
from bureau.graph.context import Services
from bureau.graph.replay import shown
from bureau.kernel.actor import Actor, Wards
from bureau.kernel.errors import CommandError
from bureau.kernel.rules import Level, Term
from bureau.machinery.trails.listing import Span
from bureau.storage.reads import Read
from tests.support.api import Api
from tests.support.people import actor, of_city, of_county, of_school
from tests.support.world import NOW, World

LIST = """query Pupils($name: String) {
  students(search: $name, first: 100) { nodes { grade { code } who: person { name ethnicity { code } } } }
}"""
GUARDIANS = "query G($id: ID!) { student(id: $id) { guardians { nodes { guardian { name phone { mask } } } } } }"


def another(who: Actor, account: int) -> Actor:
    return Actor(account, f"reader {account}", who.grants)


def within(*accounts: int) -> Span:
    return Span(NOW - timedelta(days=1), NOW + timedelta(days=1), accounts)


@pytest.fixture(autouse=True)
async def written(api: Api) -> AsyncIterator[None]:
    """Nothing of an earlier test waits to be written."""
    yield
    await api.services.read_log.write()


async def accessed(services: Services, person: int, *accounts: int) -> tuple[list[dict[str, str]], list[str]]:
    await services.read_log.write()
    out, said = StringIO(), []
    await accesses(services, person, within(*accounts), "家长投诉", out, said.append)
    return list(csv.DictReader(StringIO(out.getvalue()))), said


async def concerned(services: Services, *accounts: int) -> tuple[dict[str, dict[str, str]], list[str]]:
    await services.read_log.write()
    out, said = StringIO(), []
    await breach(services, within(*accounts), "账户被盗用", out, said.append)
    return {row["person"]: row for row in csv.DictReader(StringIO(out.getvalue()))}, said


async def test_a_read_of_a_list_is_told_of_each_person_in_it(api: Api, city: World) -> None:
    clerk = api.as_(another(of_school(city.schools["东城小学"]), 71))
    await clerk.data(LIST)
    for name in ("王芳", "李伟"):
        rows, said = await accessed(api.services, city.persons[name], 71)
        assert said == []
        assert [(r["trail"], r["actor"], r["roles"], r["what"], r["record"], r["fields"]) for r in rows] == [
            ("read", "reader 71", "registrar", "Pupils", f"Student:{city.students[name]}", "grade"),
            ("read", "reader 71", "registrar", "Pupils", f"Person:{city.persons[name]}", "name; ethnicity"),
        ]
    assert await accessed(api.services, city.persons["张丽"], 71) == ([], []), "a pupil of another school"


async def test_it_is_told_as_it_was_then(api: Api, city: World) -> None:
    """Whoever was found by a name is told of, also when the name is another by now."""
    clerk = api.as_(another(of_county(city.west), 72))
    await clerk.data(LIST, name="单雄信")
    assert (await api.write("updatePerson", id=f"Person:{city.persons['单雄信']}", name="单通"))["errors"] == []
    rows, _ = await accessed(api.services, city.persons["单雄信"], 72)
    assert len(rows) == 2
    assert await accessed(api.services, city.persons["张丽"], 72) == ([], [])


async def test_what_hangs_on_a_pupil_is_of_the_pupil(api: Api, city: World) -> None:
    clerk = api.as_(another(of_city("registrar"), 73))
    await clerk.data("query E($id: ID!) { student(id: $id) { enrolments { nodes { id entryGrade { code } } } } }",
                     id=f"Student:{city.students['赵强']}")  # fmt: skip
    rows, _ = await accessed(api.services, city.persons["赵强"], 73)
    assert {row["record"].partition(":")[0] for row in rows} == {"Student", "Enrolment"}


async def test_groups_that_name_a_person_show_that_person(api: Api, city: World) -> None:
    director = api.as_(another(of_city("director_opened", "identity"), 74))
    await director.data("{ identityProblemsSummary(by: [PERSON]) { nodes { key { person { name } } count } } }")
    rows, _ = await accessed(api.services, city.persons["孙悟"], 74)
    assert [(row["record"], row["fields"]) for row in rows] == [(f"Person:{city.persons['孙悟']}", "name")]


WAYS = {
    "lists, in one another": """{ students(first: 50) { nodes { id person { id }
        guardians(first: 5) { nodes { id guardian { id } } } enrolments { edges { cursor node { id } } } } } }""",
    "a list of units, with those in them": "{ schools { nodes { name students(first: 3) { nodes { id person { id } } } } } }",
    "edges under other names": "{ a: students(first: 2) { e: edges { n: node { id p: person { id } } } } b: persons(first: 3) { nodes { id } } }",
    "fragments, twice the same": """query F { students { nodes { ...A ...A ... on Student { person { ...B } } } } }
        fragment A on Student { id person { id } } fragment B on Person { name }""",
    "what a text finds": """{ search(text: "王") { ... on Student { id person { id } } ... on Teacher { id person { id } }
        ... on Person { id } ... on ForeignTeacher { id person { id } } ... on Node { id } } }""",
    "some by their ids": """{ nodes(ids: ["Student:1", "Person:2", "School:4", "Student:999"]) {
        __typename ... on Student { id person { id } } ... on Person { id } } }""",
    "nobody at all": '{ students(filter: { grade: { eq: "S2" } }) { totalCount nodes { id } } schools { nodes { name } } }',
    "only who they are": "{ teachers { nodes { id person { id } } } posts { nodes { id person { id } teacher { id } } } }",
}
"""Documents that ask for the id of each person and each record about one."""


@pytest.mark.parametrize("way", WAYS)
async def test_what_is_asked_again_shows_those_whom_the_answer_showed(api: Api, city: World, way: str) -> None:
    answer = await api.data(WAYS[way])
    await api.services.read_log.write()
    (row,) = await api.services.store.database.readers.fetch("SELECT max(id) FROM read_log")
    personal = {kind.type_name for kind in api.services.kinds if kind.personal}
    told = {identity for identity in ids_in(answer) if identity.partition(":")[0] in personal}
    assert {one.record for one in await shown(api.services, row[0])} == told
    assert bool(told) is (way != "nobody at all")


def ids_in(answer: Any) -> set[str]:
    """Every id in an answer."""
    if isinstance(answer, dict):
        own = {answer["id"]} if "id" in answer else set()
        return own.union(*map(ids_in, answer.values()))
    return set().union(*map(ids_in, answer)) if isinstance(answer, list) else set()


async def test_writes_and_reveals_are_told_with_their_reasons(api: Api, city: World) -> None:
    clerk = api.as_(another(of_city("registrar"), 75))
    person = city.persons["王芳"]
    await clerk.write(
        "revealPerson", "value", id=f"Person:{person}", field="DOCUMENT_NUMBER", purpose="4", reason="走失"
    )
    await clerk.write("updateStudent", "student { id }", id=f"Student:{city.students['王芳']}", boarding="2")
    rows, _ = await accessed(api.services, person, 75)
    told = [(row["trail"], row["what"], row["record"], row["fields"], row["reason"]) for row in rows]
    assert ("journal", "reveal", f"Person:{person}", "documentNumber", "走失") in told
    assert ("journal", "update", f"Student:{city.students['王芳']}", "boarding", "") in told
    assert ("read", "UpdateStudent", f"Student:{city.students['王芳']}", "", "") in told


async def test_of_an_account_all_persons_whom_it_was_shown(api: Api, city: World) -> None:
    thief, other = api.as_(another(of_school(city.schools["西城小学"]), 76)), api.as_(another(of_city("registrar"), 77))
    await thief.data(LIST)
    await thief.data(LIST, name="张丽")
    await other.data(LIST)
    found, said = await concerned(api.services, 76)
    assert said == [f"{len(found)} persons. {len(found)} 人。"]
    assert set(found) == {f"Person:{city.persons[name]}" for name in ("单雄信", "张丽")}
    row = found[f"Person:{city.persons['张丽']}"]
    assert (row["reads"], row["records"]) == ("2", "2")
    assert row["fields"] == "Student.grade; Person.name; Person.ethnicity"
    both, _ = await concerned(api.services, 76, 77)
    assert set(both) > set(found)


async def test_the_guardians_to_be_told_stand_beside_their_ward(api: Api, city: World) -> None:
    clerk = api.as_(another(of_city("registrar"), 78))
    guarded = await api.data(
        "{ students(first: 100) { nodes { id person { id } guardians { nodes { guardian { id } } } } } }"
    )
    pupil = next(one for one in guarded["students"]["nodes"] if one["guardians"]["nodes"])
    await clerk.data("query Q($id: ID!) { student(id: $id) { person { name } } }", id=pupil["id"])
    found, _ = await concerned(api.services, 78)
    told = sorted(node["guardian"]["id"] for node in pupil["guardians"]["nodes"])
    assert sorted(found[pupil["person"]["id"]]["guardians"].split("; ")) == told
    await clerk.data(GUARDIANS, id=pupil["id"])
    found, _ = await concerned(api.services, 78)
    assert len(found) > 1, "a guardian who was shown is concerned as well"


async def test_what_cannot_be_asked_again_is_said(api: Api, city: World) -> None:
    who = another(of_city("registrar"), 79)
    read = Read(NOW, None, who, "bureau export student", "export", {}, None, "zh", "")
    api.services.read_log.note(read)
    found, said = await concerned(api.services, 79)
    assert found == {}
    assert said[-1].startswith("1 reads cannot be asked again")
    rows, said = await accessed(api.services, city.persons["王芳"], 79)
    assert [(row["record"], row["fields"]) for row in rows] == [("", "?")], "it may have shown anybody"
    assert said[-1].startswith("1 reads cannot be asked again")


async def test_looking_is_journalled(api: Api, city: World) -> None:
    await accessed(api.services, city.persons["王芳"], 71)
    await concerned(api.services, 71)
    fetch = api.services.store.database.readers.fetch
    rows: Any = await fetch(
        "SELECT verb, reason FROM journal WHERE record_id = $1 AND kind = 'person' ORDER BY id DESC LIMIT 2",
        [city.persons["王芳"]],
    )
    assert [tuple(row) for row in rows] == [("list_breach", "账户被盗用"), ("list_accesses", "家长投诉")]


async def test_whom_there_is_not_is_refused(api: Api, city: World) -> None:
    with pytest.raises(CommandError):
        await accessed(api.services, 999_999)
    with pytest.raises(CommandError):
        await span(api.services, NOW.date(), None, ["nobody.here"])
    days = await span(api.services, NOW.date(), NOW.date(), ["tester"])
    assert (days.until - days.start, len(days.accounts)) == (timedelta(days=1), 1)


async def test_what_is_seen_as_a_guardian_by_a_share_or_by_a_role_of_the_bureaus_own_is_told_too(
    api: Api, city: World
) -> None:
    """They see by more than grants, and are asked again with all of it."""
    school, pupil = city.schools["东城小学"], city.students["王芳"]
    doctor = actor(("school_doctor", Level.UNIT, school))
    term = Term("school_doctor", frozenset({Level.UNIT}))
    seeing = {
        81: Actor(81, "mother", wards=Wards((pupil,), (school,))),
        82: Actor(82, "receiver", shared={"Student": (pupil,)}),
        83: Actor(83, "doctor", doctor.grants, more={"Student.read": frozenset({term})}),
    }
    one = "query($id: ID!) { student(id: $id) { grade { code } } }"
    for account, who in seeing.items():
        data = await api.as_(who).data(one, id=f"Student:{pupil}")
        assert data["student"], who.name
        found, said = await concerned(api.services, account)
        assert set(found) == {f"Person:{city.persons['王芳']}"}, who.name
        assert said[-1].startswith("1 "), said
