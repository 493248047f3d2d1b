"""Two entries of one person become one, which answers for both, and two again: through the API, by who may."""

import asyncio
from datetime import UTC, date, datetime
from itertools import count
from random import Random
from typing import Any

import pytest

from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.field import Sealed
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.storage.drafts import Draft
from bureau.storage.leading import opened
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.api import Api
from tests.support.invariants import assert_carried
from tests.support.people import DIRECTOR, of_city, of_county, of_school
from tests.support.world import World, number_of

PERSON = "person { id version formerIds name phone { mask } documentNumber { mask } }"
BORN = date(1985, 3, 3)
SERIALS = count(20)


def said(payload: Any) -> list[tuple[str, str]]:
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]


async def enter(api: Api, name: str, **given: Any) -> str:
    payload = await api.write("createPerson", "person { id }", name=name, sex="2", birthDate=BORN.isoformat(), **given)
    assert payload["errors"] == []
    return str(payload["person"]["id"])


def resident() -> dict[str, str]:
    return {"documentType": "1", "documentNumber": number_of(BORN, "2", next(SERIALS))}


async def guard(api: Api, student: int, guardian: str, **given: Any) -> str:
    rights = dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), True)
    asked = {"student": f"Student:{student}", "guardian": guardian, "relation": "52", "contactOrder": 1}
    payload = await api.write("createGuardianship", "guardianship { id }", **{**asked, **rights, **given})
    assert payload["errors"] == [], payload
    return str(payload["guardianship"]["id"])


async def pupil(api: Api, person: str, school: int, *stays: tuple[str, str | None], **given: Any) -> int:
    """A student of a person with some stays, as an old register may have left them."""
    store = api.services.store

    async def write(tx: Transaction) -> int:
        values = {"person": int(person[7:]), "school": school, "grade": "P6", "status": "TRANSFERRED_OUT", **given}
        student = await store.create(tx, store.kind_of(Student), values)
        for start, until in stays:
            stay = {"student": student.id, "school": school, "entry_grade": "P1", "period": (start, until)}
            await store.create(tx, store.kind_of(Enrolment), stay)
        return int(student.id)

    return await store.database.transaction(write)


async def merge(api: Api, keep: str, merged: str, **given: Any) -> Any:
    return await api.write("mergePersons", PERSON, id=keep, merged=merged, **{"reason": "同一人", **given})


async def last_merge(api: Api) -> str:
    found = await api.data("{ personMerges(last: 1) { nodes { id } } }")
    return str(found["personMerges"]["nodes"][0]["id"])


async def undo(api: Api) -> Any:
    return await api.write("undoMerge", "personMerge { undoneAt }", id=await last_merge(api), reason="两个人")


async def tables(api: Api) -> dict[str, list[tuple[Any, ...]]]:
    """Everything but what was written of the changes themselves; what is sealed as what it opens to."""
    store = api.services.store
    left_out = {"version", "position"}
    found: dict[str, list[tuple[Any, ...]]] = {}
    for kind in store.kinds:
        if kind.name == "person_merge":
            continue
        sealed = [f for f in kind.fields.values() if isinstance(f, Sealed)]
        secret = {f.columns[0].name for f in sealed}
        columns = [c.name for c in store.tables[kind.table].columns if c.name not in left_out | secret]
        rows = await store.database.readers.fetch(f"SELECT {', '.join(columns)} FROM {kind.table} ORDER BY id")
        found[kind.name] = [tuple(bytes(v) if isinstance(v, memoryview) else v for v in tuple(row)) for row in rows]
        if sealed:

            async def open_all(tx: Transaction, kind: Any = kind, sealed: Any = sealed) -> list[tuple[Any, ...]]:
                rows = await kind.record.all().order_by("id")
                persons = {p.id: p for p in await Person.all()}
                for subject in {declared.subject for declared in sealed if declared.subject}:
                    for row in rows:
                        row.__dict__[f"_{subject}"] = persons[row.__dict__[f"{subject}_id"]]
                return [tuple(opened(store.keyring, Draft(kind, row), f) for f in sealed) for row in rows]

            found[f"{kind.name} opened"] = await store.database.transaction(open_all)
    return found


async def test_a_mother_with_children_in_two_counties_becomes_one(api: Api, city: World) -> None:
    one, two = await enter(api, "李慧敏", phone="13700000001"), await enter(api, "李惠敏", phone="13700000002")
    await guard(api, city.students["曾晓明"], one)
    await guard(api, city.students["张丽"], two)
    payload = await merge(api, one, two, take=["PHONE"])
    assert payload["errors"] == []
    assert payload["person"] == {
        "id": one, "version": 2, "formerIds": [two], "name": "李慧敏", "phone": {"mask": "*********02"},
        "documentNumber": {"mask": None},
    }  # fmt: skip
    wards = "wards(orderBy: ID_ASC) { nodes { student { id } } }"
    query = f"query($id: ID!) {{ person(id: $id) {{ id {wards} }} node(id: $id) {{ id }} nodes(ids: [$id]) {{ id }} }}"
    found = await api.data(query, id=two)
    assert found["person"]["id"] == found["node"]["id"] == found["nodes"][0]["id"] == one
    both = [{"student": {"id": f"Student:{city.students[name]}"}} for name in ("曾晓明", "张丽")]
    assert found["person"]["wards"]["nodes"] == both
    await assert_carried(api.services)
    for county, name in ((city.east, "曾晓明"), (city.west, "张丽")):
        there = api.as_(of_county(county))
        seen = await there.data("{ guardianships(filter: { guardian: { name: { startsWith: \"李慧\" } } }) { nodes { student { person { name } } guardian { id formerIds } } } }")  # fmt: skip
        assert seen["guardianships"]["nodes"] == [
            {"student": {"person": {"name": name}}, "guardian": {"id": one, "formerIds": [two]}}
        ], "each county sees its own child, and one mother"
    assert said(await undo(api)) == []
    await assert_carried(api.services)


async def test_old_ids_stand_for_the_one_that_stayed_wherever_an_id_is_asked_for(api: Api, city: World) -> None:
    one, two = await enter(api, "吴一", phone="13700000003"), await enter(api, "吴二")
    await merge(api, one, two)
    filters = await api.data(
        "query($id: ID!) { eq: persons(filter: { id: { eq: $id } }) { nodes { id } }"
        " in: persons(filter: { id: { in: [$id, $id] } }) { nodes { id } }"
        ' ne: persons(filter: { and: [{ id: { ne: $id } }, { name: { startsWith: "吴" } }] }) { nodes { id } } }',
        id=two,
    )
    assert [filters[key]["nodes"] for key in ("eq", "in", "ne")] == [[{"id": one}], [{"id": one}], []]
    tie = await guard(api, city.students["王芳"], two)
    found = await api.data(
        "query($id: ID!, $tie: ID!) { guardianship(id: $tie) { guardian { id } }"
        " guardianships(filter: { guardian: { id: { eq: $id } } }) { nodes { id } } }",
        id=two,
        tie=tie,
    )
    assert found == {"guardianship": {"guardian": {"id": one}}, "guardianships": {"nodes": [{"id": tie}]}}
    changed = await api.write("updatePerson", PERSON, id=two, name="吴三")
    assert (changed["person"]["id"], changed["person"]["name"]) == (one, "吴三")
    stale = await api.write("updatePerson", PERSON, id=two, expectedVersion=1, name="吴四")
    assert said(stale) == [("CONFLICT", "expectedVersion")]
    assert stale["person"]["id"] == one
    same = await api.write("matchPerson", "isSame", id=two, field="PHONE", value="13700000003")
    assert same["isSame"] is True


async def test_ids_stand_for_the_last_of_several_merges(api: Api) -> None:
    one, two, three = [await enter(api, f"郑{n}") for n in "一二三"]
    await merge(api, two, three)
    await merge(api, one, two)
    found = await api.data("query($id: ID!) { person(id: $id) { id formerIds } }", id=three)
    assert found["person"] == {"id": one, "formerIds": [two, three]}
    first = (await api.data("{ personMerges(last: 2) { nodes { id } } }"))["personMerges"]["nodes"][0]["id"]
    early = await api.write("undoMerge", "personMerge { id }", id=first, reason="不是")
    assert said(early) == [("CHANGED_SINCE", "id")], "what it was merged into was merged itself"
    assert two in early["errors"][0]["message"]
    assert said(await undo(api)) == []
    found = await api.data("query($id: ID!) { person(id: $id) { id formerIds } }", id=three)
    assert found["person"] == {"id": two, "formerIds": [three]}


async def test_before_the_merge_there_were_two(api: Api) -> None:
    one, two = await enter(api, "冯一"), await enter(api, "冯二")
    before = datetime.now(UTC).isoformat()
    await merge(api, one, two, take=["NAME"])
    query = (
        "query($one: ID!, $two: ID!, $t: DateTime) { one: person(id: $one, asOf: $t) { id name formerIds }"
        " two: person(id: $two, asOf: $t) { id name voidReason } }"
    )
    found = await api.data(query, one=one, two=two, t=before)
    assert found == {
        "one": {"id": one, "name": "冯一", "formerIds": []},
        "two": {"id": two, "name": "冯二", "voidReason": None},
    }
    now = await api.data(query, one=one, two=two)
    assert (now["one"]["name"], now["one"]["formerIds"], now["two"]["id"]) == ("冯二", [two], one)


async def test_what_is_sealed_is_taken_over_and_found(api: Api, city: World) -> None:
    document = resident()
    one, two = await enter(api, "陈一"), await enter(api, "陈二", **document)
    await pupil(api, two, city.schools["东城小学"], national_number=f"G{document['documentNumber']}")
    payload = await merge(api, one, two, take=["DOCUMENT"])
    assert payload["errors"] == []
    asked = {"field": "DOCUMENT_NUMBER", "value": document["documentNumber"]}
    assert (await api.write("matchPerson", "isSame", id=one, **asked))["isSame"] is True
    found = await api.write("lookupPerson", "records { id }", **asked, purpose="1")
    assert found["records"] == [{"id": one}]
    student = (await api.data("query($id: ID!) { person(id: $id) { studies { nodes { id } } } }", id=one))["person"]
    (number,) = [node["id"] for node in student["studies"]["nodes"]]
    national = {"field": "NATIONAL_NUMBER", "value": f"G{document['documentNumber']}"}
    assert (await api.write("matchStudent", "isSame", id=number, **national))["isSame"] is True
    assert (await tables(api))["student opened"].count((national["value"],)) == 1, "sealed anew for its new person"
    assert said(await undo(api)) == []


async def test_who_holds_a_merged_document_is_found_by_it_and_nobody_else_may_have_it(api: Api) -> None:
    document = resident()
    one, two = await enter(api, "褚一"), await enter(api, "褚二", **document)
    await merge(api, one, two)
    again = await api.write(
        "createPerson", "person { id }", name="褚三", sex="2", birthDate=BORN.isoformat(), **document
    )
    assert said(again) == [("DUPLICATE", "documentNumber")]
    asked = {"field": "DOCUMENT_NUMBER", "value": document["documentNumber"], "purpose": "3"}
    assert (await api.write("lookupPerson", "records { id }", **asked))["records"] == [{"id": one}]


@pytest.mark.skipif(databases.DIALECT != "sqlite", reason="a small table is always read whole by PostgreSQL")
async def test_who_holds_a_number_is_found_by_an_index(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, tuple[Any, ...]]] = []
    fetch = Transaction.fetch

    async def watched(tx: Transaction, sql: str, *values: Any) -> Any:
        asked.append((sql, values))
        return await fetch(tx, sql, *values)

    monkeypatch.setattr(Transaction, "fetch", watched)
    await enter(api, "严一", **resident())
    found = [(sql, values) for sql, values in asked if sql.startswith("SELECT") and "FROM person" in sql]
    assert len(found) > 1, "among the live, and among the merged"
    for sql, values in found:
        plan = await api.services.store.database.readers.fetch(f"EXPLAIN QUERY PLAN {sql}", values)
        assert not [step for *_, step in map(tuple, plan) if step.startswith("SCAN")], sql


async def test_two_who_are_both_pupils_are_refused_unless_they_are_merged_as_pupils_too(api: Api, city: World) -> None:
    school = city.schools["东城小学"]
    one, two = await enter(api, "卫一"), await enter(api, "卫二")
    first = await pupil(api, one, school, ("1992-09-01", "1995-07-01"))
    second = await pupil(api, two, city.schools["西城小学"], ("1995-09-01", "1998-07-01"), boarding="2")
    refused = await merge(api, one, two)
    assert said(refused) == [("BOTH_HAVE", "student")]
    assert f"Student:{first}, Student:{second}" in refused["errors"][0]["message"]
    payload = await merge(api, one, two, mergeStudents=True, takeOfStudent=["BOARDING"])
    assert payload["errors"] == []
    query = "query($id: ID!) { student(id: $id) { id formerIds boarding { code } person { id } enrolments(orderBy: PERIOD_ASC) { nodes { period { from } } } } }"  # fmt: skip
    assert (await api.data(query, id=f"Student:{second}"))["student"] == {
        "id": f"Student:{first}",
        "formerIds": [f"Student:{second}"],
        "boarding": {"code": "2"},
        "person": {"id": one},
        "enrolments": {"nodes": [{"period": {"from": "1992-09-01"}}, {"period": {"from": "1995-09-01"}}]},
    }
    county = api.as_(of_county(city.east))
    assert (await county.data(query, id=f"Student:{second}"))["student"]["id"] == f"Student:{first}"
    await assert_carried(api.services)
    assert said(await undo(api)) == []
    back = (await api.data(query, id=f"Student:{second}"))["student"]
    assert (back["id"], back["person"]["id"], len(back["enrolments"]["nodes"])) == (f"Student:{second}", two, 1)


async def test_stays_that_overlap_are_not_joined(api: Api, city: World) -> None:
    school = city.schools["东城小学"]
    one, two = await enter(api, "蒋一"), await enter(api, "蒋二")
    await pupil(api, one, school, ("1992-09-01", "1995-07-01"))
    await pupil(api, two, school, ("1995-06-01", "1998-07-01"))
    before = await tables(api)
    refused = await merge(api, one, two, mergeStudents=True)
    assert said(refused) == [("OVERLAP", "enrolment.period")]
    assert await tables(api) == before, "nothing of it was written"


async def test_what_cannot_be_kept_of_the_merged_one_is_made_void_where_that_is_wished(api: Api, city: World) -> None:
    """A pupil was entered twice in one term, with the same mother: the usual case."""
    school = city.schools["东城小学"]
    mother = await enter(api, "蒋母", phone="13700000030")
    one, two = await enter(api, "蒋三"), await enter(api, "蒋四")
    first = await pupil(api, one, school, ("1992-09-01", "1995-07-01"))
    second = await pupil(api, two, school, ("1990-09-01", "1992-07-01"), ("1994-06-01", "1998-07-01"))
    ties = [await guard(api, student, mother, contactOrder=n) for n, student in enumerate((first, second), 1)]
    before = await tables(api)
    wish = {"mergeStudents": True, "voidConflicting": True}
    assert said(await merge(api, one, two, mergeStudents=True)) == [
        ("OVERLAP", "enrolment.period"),
        ("BOTH_HAVE", "guardianship"),
    ]
    assert said(await merge(api, one, two, **wish)) == []
    query = "query($id: ID!) { student(id: $id) { guardians { nodes { id } } enrolments(orderBy: PERIOD_ASC) { nodes { period { from } } } } }"  # fmt: skip
    found = (await api.data(query, id=f"Student:{second}"))["student"]
    assert found["guardians"]["nodes"] == [{"id": ties[0]}]
    assert [n["period"]["from"] for n in found["enrolments"]["nodes"]] == ["1990-09-01", "1992-09-01"]
    await assert_carried(api.services)
    assert said(await undo(api)) == []
    assert await tables(api) == before


async def test_a_teacher_is_given_up_by_no_merge(api: Api, city: World) -> None:
    one, two = await enter(api, "窦一"), await enter(api, "窦二")

    async def employ(tx: Transaction) -> None:
        store = api.services.store
        for person, staffing in ((one, "1"), (two, "2")):
            values = {
                "person": int(person[7:]),
                "unit": city.schools["东城小学"],
                "status": "IN_POST",
                "staffing": staffing,
            }
            await store.create(tx, store.kind_of(Teacher), values)

    await api.services.store.database.transaction(employ)
    refused = await merge(api, one, two, voidConflicting=True)
    assert said(refused) == [("BOTH_HAVE", "teacher")]


async def test_two_guardianships_of_one_pupil_are_refused_unless_they_say_the_same(api: Api, city: World) -> None:
    one, two = await enter(api, "沈一", phone="13700000004"), await enter(api, "沈二", phone="13700000005")
    await guard(api, city.students["李伟"], one, contactOrder=1)
    second = await guard(api, city.students["李伟"], two, contactOrder=2)
    assert said(await merge(api, one, two)) == [("BOTH_HAVE", "guardianship")]
    await api.write("updateGuardianship", "guardianship { id }", id=second, contactOrder=1)
    assert said(await merge(api, one, two)) == []
    found = await api.data("query($id: ID!) { person(id: $id) { wards { nodes { id } } } }", id=one)
    assert len(found["person"]["wards"]["nodes"]) == 1
    assert said(await undo(api)) == []


async def test_nobody_becomes_their_own_guardian(api: Api, city: World) -> None:
    one, two = await enter(api, "韩一"), await enter(api, "韩二", phone="13700000006")
    student = await pupil(api, one, city.schools["东城小学"])
    await guard(api, student, two)
    assert said(await merge(api, one, two)) == [("INVALID", "guardianship.guardian")]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"merged": "Person:999999"}, [("NOT_FOUND", "merged")]),
        ({"merged": "Student:1"}, [("NOT_FOUND", "merged")]),
        ({"reason": " "}, [("REQUIRED", "reason")]),
    ],
)
async def test_a_merge_is_refused(api: Api, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    one, two = await enter(api, "杨一"), await enter(api, "杨二")
    assert said(await merge(api, one, **{"merged": two, **given})) == faults


async def test_nobody_is_merged_with_themselves(api: Api) -> None:
    one, two = await enter(api, "朱一"), await enter(api, "朱二")
    assert said(await merge(api, one, one)) == [("INVALID", "merged")]
    await merge(api, one, two)
    assert said(await merge(api, one, two)) == [("INVALID", "merged")], "they are one by now"


@pytest.mark.parametrize(
    "who",
    [ANONYMOUS, DIRECTOR, of_city("registrar"), of_city("system_admin"), of_county(3, "identity"), of_school(5)],
    ids=["nobody", "director", "registrar", "system", "county", "school"],
)
async def test_only_who_answers_for_all_persons_merges_them(api: Api, city: World, who: Any) -> None:
    one, two = f"Person:{city.persons['王芳']}", f"Person:{city.persons['李伟']}"
    refused = await merge(api.as_(who), one, two)
    assert refused["person"] is None
    assert said(refused) == [("FORBIDDEN", "")]
    again = await api.as_(who).write("undoMerge", "personMerge { id }", id="PersonMerge:1", reason="x")
    assert said(again) == [("FORBIDDEN", "")]
    seen = await api.as_(who).data("{ personMerges { totalCount } }")
    assert seen["personMerges"]["totalCount"] == 0


async def test_a_merge_is_undone_once(api: Api) -> None:
    one, two = await enter(api, "秦一"), await enter(api, "秦二")
    await merge(api, one, two)
    identity = await last_merge(api)
    for faults in ([], [("VOIDED", "id")]):
        assert said(await api.write("undoMerge", "personMerge { id }", id=identity, reason="否")) == faults


async def test_what_was_changed_since_and_depends_on_it_stands_in_the_way_by_name(api: Api, city: World) -> None:
    one, two = await enter(api, "尤一"), await enter(api, "尤二", phone="13700000007")
    tie = await guard(api, city.students["李伟"], two)
    await merge(api, one, two, take=["PHONE"])
    third = await enter(api, "尤三", phone="13700000008")
    await api.write("updateGuardianship", "guardianship { id }", id=tie, guardian=third)
    await api.write("updatePerson", "person { id }", id=one, phone="13700000009")
    refused = await undo(api)
    assert said(refused) == [("CHANGED_SINCE", "id"), ("CHANGED_SINCE", "id")]
    told = " ".join(error["message"] for error in refused["errors"])
    assert tie in told
    assert one in told
    await api.write("updateGuardianship", "guardianship { id }", id=tie, guardian=one)
    await api.write("updatePerson", "person { id }", id=one, phone="13700000007")
    assert said(await undo(api)) == []


async def test_what_only_one_may_have_and_another_has_by_now_stands_in_the_way(api: Api) -> None:
    mine, theirs = resident(), resident()
    one, two = await enter(api, "许一", **mine), await enter(api, "许二", **theirs)
    await merge(api, one, two, take=["DOCUMENT"])
    taker = await enter(api, "许三", **mine)
    refused = await undo(api)
    assert said(refused) == [("CHANGED_SINCE", "id")]
    assert taker in refused["errors"][0]["message"]


async def test_of_two_who_merge_at_once_one_comes_second(api: Api) -> None:
    one, two, three = [await enter(api, f"何{n}") for n in "一二三"]
    ended = await asyncio.gather(merge(api, one, two), merge(api, two, one), merge(api, three, two))
    assert min(len(payload["errors"]) for payload in ended) == 0
    found = await api.data("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Person { voidReason } } }", ids=[one, two, three])  # fmt: skip
    assert all(node["voidReason"] is None for node in found["nodes"]), "every id stands for somebody who is there"
    rows = await api.services.store.database.readers.fetch(
        "SELECT 1 FROM person m JOIN person k ON k.id = m.merged_into_id WHERE k.void_reason IS NOT NULL"
    )
    assert list(rows) == [], "and none for one who was merged"


async def test_nobody_refers_to_somebody_who_is_merged_meanwhile(api: Api, city: World) -> None:
    one, two = await enter(api, "吕一", phone="13700000010"), await enter(api, "吕二", phone="13700000011")
    students = [city.students[name] for name in ("王芳", "赵强", "曾晓明", "钱多多")]
    rights = dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), True)

    def tie(student: int) -> Any:
        asked = {"student": f"Student:{student}", "guardian": two, "relation": "52", "contactOrder": 1, **rights}
        return api.write("createGuardianship", "guardianship { id }", **asked)

    await asyncio.gather(*(tie(s) for s in students[:2]), merge(api, one, two), *(tie(s) for s in students[2:]))
    rows = await api.services.store.database.readers.fetch(
        "SELECT g.id FROM guardianship g JOIN person p ON p.id = g.guardian_id"
        " WHERE p.merged_into_id IS NOT NULL AND g.void_reason IS NULL"
    )
    assert list(rows) == []


async def test_a_merge_is_journalled_once_on_either_side(api: Api) -> None:
    one, two = await enter(api, "施一"), await enter(api, "施二")
    await merge(api, one, two)
    rows = await api.services.store.database.readers.fetch(
        "SELECT record_id, changes, reason FROM journal WHERE verb = 'merge_persons' AND kind = 'person'"
        " ORDER BY id DESC LIMIT 2"
    )
    assert [tuple(row) for row in reversed(rows)] == [
        (int(one[7:]), f'{{"merged":"{two}"}}', "同一人"),
        (int(two[7:]), f'{{"into":"{one}"}}', "同一人"),
    ]


async def test_what_an_undo_gives_back_is_journalled(api: Api, city: World) -> None:
    one, two = await enter(api, "施三", phone="13700000040"), await enter(api, "施四", phone="13700000041")
    ties = [await guard(api, city.students["赵强"], person) for person in (one, two)]
    assert said(await merge(api, one, two, take=["NAME", "PHONE"])) == []
    assert said(await undo(api)) == []
    rows = await api.services.store.database.readers.fetch(
        "SELECT kind, record_id, changes FROM journal WHERE verb = 'undo_merge' ORDER BY id"
    )
    told = [tuple(row) for row in rows]
    assert ("person", int(one[7:]), '{"name":["施四","施三"],"phone":"sealed"}') in told
    assert ("guardianship", int(ties[1].partition(":")[2]), None) in told, "it is live again"


async def somebody(api: Api, city: World, dice: Random, other: str = "") -> str:
    """A person of many parts, in each of which the dice say whether they play."""
    facts: dict[str, Any] = resident() if dice.random() < 0.6 else {}
    if dice.random() < 0.5:
        facts["phone"] = f"137{dice.randrange(10**8):08d}"
    if dice.random() < 0.3:
        facts["address"] = "某处"
    person = await enter(api, dice.choice(("钱一", "钱二", "钱三")), **facts)
    if dice.random() < 0.6:
        start = dice.choice((1990, 1993, 1996))
        stays = [(f"{start}-09-01", f"{start + dice.choice((2, 3))}-07-01")]
        await pupil(api, person, city.schools[dice.choice(("东城小学", "西城小学"))], *stays)
    for name in dice.sample(sorted(city.students), dice.randrange(3)):
        if "phone" in facts:
            await guard(api, city.students[name], person, contactOrder=dice.choice((1, 1, 2)))
    if dice.random() < 0.3:
        school = f"School:{dice.choice(sorted(city.schools.values()))}"
        await api.write("updateSchool", "school { id }", id=school, principal=person)
    if other and dice.random() < 0.3:
        await merge(api, person, await enter(api, "钱零"))
    return person


async def test_what_is_merged_and_undone_is_as_it_was(api: Api, city: World) -> None:
    merged = 0
    for seed in range(16):
        dice = Random(seed)
        one = await somebody(api, city, dice)
        two = await somebody(api, city, dice, one)
        before = await tables(api)
        take = dice.sample(["NAME", "DOCUMENT", "PHONE", "ADDRESS"], dice.randrange(4))
        payload = await merge(
            api, one, two, take=take, mergeStudents=dice.random() < 0.8, voidConflicting=dice.random() < 0.3
        )
        if payload["errors"]:
            assert await tables(api) == before, f"seed {seed}: {payload['errors']}"
            continue
        merged += 1
        assert await tables(api) != before
        await assert_carried(api.services)
        assert said(await undo(api)) == [], f"seed {seed}"
        after = await tables(api)
        assert {name: rows for name, rows in after.items() if rows != before[name]} == {}, f"seed {seed}"
        await assert_carried(api.services)
    assert 5 <= merged < 16, "some were merged, and some were refused"


async def test_two_are_shown_side_by_side_and_what_is_sealed_as_same_or_not(api: Api, city: World) -> None:
    one = await enter(api, "顾一", phone="13700000020", **resident())
    two = await enter(api, "顾一", phone="13700000020", **resident())
    query = "query($one: ID!, $two: ID!) { comparePersons(one: $one, other: $two) { one { id } other { id } fields { name label isSame isSealed } } }"  # fmt: skip
    found = (await api.in_("zh").data(query, one=one, two=two))["comparePersons"]
    assert (found["one"]["id"], found["other"]["id"]) == (one, two)
    fields = {field.pop("name"): field for field in found["fields"]}
    assert fields["name"] == {"label": "姓名", "isSame": True, "isSealed": False}
    assert fields["phone"] == {"label": "联系电话", "isSame": True, "isSealed": True}
    assert fields["documentNumber"] == {"label": "身份证件号", "isSame": False, "isSealed": True}
    for who in (DIRECTOR, of_city("registrar"), of_county(city.east)):
        assert (await api.as_(who).data(query, one=one, two=two))["comparePersons"] is None
    assert (await api.data(query, one=one, two="Person:999999"))["comparePersons"] is None
    students = {name: f"Student:{city.students[name]}" for name in ("王芳", "李伟", "张丽")}
    query = "query($one: ID!, $two: ID!) { compareStudents(one: $one, other: $two) { fields { name isSame } } }"
    county = api.as_(of_county(city.east))
    both = await county.data(query, one=students["王芳"], two=students["李伟"])
    assert {"name": "school", "isSame": True} in both["compareStudents"]["fields"]
    unseen = await county.data(query, one=students["王芳"], two=students["张丽"])
    assert unseen["compareStudents"] is None


async def test_to_compare_two_is_to_read_them(api: Api, city: World) -> None:
    one, two = f"Person:{city.persons['王芳']}", f"Person:{city.persons['李伟']}"
    query = "query Beside($one: ID!, $two: ID!) { comparePersons(one: $one, other: $two) { fields { isSame } } }"
    await api.data(query, one=one, two=two)
    await api.as_(DIRECTOR).data(query, one=one, two=two)
    await api.services.read_log.write()
    sql = "SELECT record FROM read_log WHERE operation = 'Beside' ORDER BY id"
    logged = [row[0] for row in await api.services.store.database.readers.fetch(sql)]
    assert logged == [one, two], "and who sees neither has read nothing"
