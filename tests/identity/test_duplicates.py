"""The search for duplicates, held to a demo city in which it is known who stands there twice and who only looks so."""

import csv
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import StringIO
from typing import Any

import pytest

from bureau.catalogue import Catalogue
from bureau.commands.registers import find_duplicates
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.machinery.demo.city import DemoCity
from bureau.machinery.demo.faults import DUPLICATES, GHOSTS, Faults, Planted, Sort, listed
from bureau.machinery.duplicates import find_duplicates as find_duplicates_nightly
from bureau.machinery.jobs.asking import plan
from bureau.main import opened
from tests.support import databases, world
from tests.support.api import Api
from tests.support.invariants import assert_carried
from tests.support.jobs import finish, worker
from tests.support.people import DIRECTOR, REGISTRAR, of_city, of_county, of_school

SCHOOLS, STUDENTS = 60, 3_000

CANDIDATES = "duplicateCandidates(first: 1000, orderBy: SCORE_DESC) { nodes { id score features state unit { id } one { id } other { id } } }"  # fmt: skip


@dataclass
class City:
    """A demo city with faults in it, after a search."""

    api: Api
    planted: list[Planted]
    told: list[str]

    async def found(self, state: str = "OPEN") -> dict[tuple[int, int], dict[str, Any]]:
        """The candidates of a state, by the numbers of the two persons."""
        nodes = (await self.api.data(f"{{ {CANDIDATES} }}"))["duplicateCandidates"]["nodes"]
        return {(int(n["one"]["id"][7:]), int(n["other"]["id"][7:])): n for n in nodes if n["state"] == state}


@asynccontextmanager
async def searched(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema, schools: int, students: int
) -> AsyncIterator[City]:
    """A city of some size with faults, in a database of its own, after a search."""
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings, parts, FixedClock(world.NOW)) as services:
            await DemoCity(services.store, "510100", schools, students, 1).build(lambda _: None)
            planted = await Faults(services.store, 1).plant()
            told: list[str] = []
            await find_duplicates(services, told.append)
            yield City(Api(services, schema, Gateway(schema, settings), REGISTRAR), planted, told)


@pytest.fixture(scope="module")
async def demo(server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema) -> AsyncIterator[City]:
    async with searched(server, template, parts, schema, SCHOOLS, STUDENTS) as city:
        yield city


@pytest.mark.soak
async def test_in_a_larger_city_all_is_found_as_well(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema
) -> None:
    async with searched(server, template, parts, schema, 300, 60_000) as city:
        wanted = {(p.person, p.added) for p in city.planted if p.sort in DUPLICATES}
        rows = await city.api.services.store.database.readers.fetch("SELECT one_id, other_id FROM duplicate_candidate")
        found = {(row[0], row[1]) for row in rows}
        assert wanted <= found
        assert len(found - wanted) * 100 <= len(found)


async def test_all_that_was_planted_is_found_and_at_most_one_in_a_hundred_is_wrong(demo: City) -> None:
    found = await demo.found()
    wanted = {(p.person, p.added): p for p in demo.planted if p.sort in DUPLICATES}
    assert len(wanted) >= 25
    assert {p.sort for p in demo.planted} == set(Sort), "near misses are among them"
    assert [p for pair, p in wanted.items() if pair not in found] == []
    wrong = [told for pair, told in found.items() if pair not in wanted]
    assert len(wrong) * 100 <= len(found), wrong
    await assert_carried(demo.api.services)


async def test_it_is_said_what_speaks_for_a_pair(demo: City) -> None:
    found = await demo.found()
    expected = {
        Sort.SOUND: "SAME_SOUND",
        Sort.SHAPE: "LOOKALIKE_NAME",
        Sort.SWAPPED: "SWAPPED_BIRTHDAY",
        Sort.SECOND_DOCUMENT: "OTHER_DOCUMENT",
        Sort.GUARDIAN: "SAME_GUARDIAN",
        Sort.GUARDIAN_BY_PHONE: "OWN_PHONE",
    }
    for planted in demo.planted:
        if planted.sort in expected and planted.person:
            assert expected[planted.sort] in found[planted.person, planted.added]["features"].split()
    assert all(told["score"] >= 70 for told in found.values())
    codes = await demo.api.data(
        '{ codeEntries(first: 100, filter: { codeTable: { eq: "likeness" } }) { nodes { code chinese } } }'
    )
    known = {node["code"] for node in codes["codeEntries"]["nodes"]}
    assert {feature for told in found.values() for feature in told["features"].split()} <= known


async def test_pupils_who_may_not_be_there_are_in_the_queue_of_their_school(demo: City) -> None:
    query = "{ identityProblems(first: 1000) { nodes { sort state unit { id } student { id school { id } } } } }"
    nodes = (await demo.api.data(query))["identityProblems"]["nodes"]
    told = {(node["student"]["id"], node["sort"]) for node in nodes}
    sorts = {Sort.OVER_AGE: "OVER_AGE", Sort.NO_STAY: "NO_STAY", Sort.NO_GUARDIAN: "NO_GUARDIAN"}
    assert told == {(f"Student:{p.student}", sorts[p.sort]) for p in demo.planted if p.sort in GHOSTS}
    assert all(node["unit"]["id"] == node["student"]["school"]["id"] and node["state"] == "OPEN" for node in nodes)


async def test_the_search_is_made_every_night(demo: City) -> None:
    services, before = demo.api.services, await demo.found()
    await plan(services.store, [find_duplicates_nightly])
    await finish(worker(services, find_duplicates_nightly))
    sql = "SELECT state, english_outcome FROM job WHERE task = 'FIND_DUPLICATES'"
    ((state, outcome),) = map(tuple, await services.store.database.readers.fetch(sql))
    assert state == "SUCCEEDED"
    assert outcome == f"{len(before)} pairs are much alike, 0 of them new; 0 new problems."


async def test_a_school_that_has_closed_has_no_pupils_left(demo: City) -> None:
    (node,) = (await demo.api.data("{ students(first: 1) { nodes { id school { id } } } }"))["students"]["nodes"]
    closed = {"from": "1990-09-01", "until": "2026-07-31"}
    await demo.api.write("updateSchool", "school { id }", id=node["school"]["id"], operation=closed)
    await find_duplicates(demo.api.services, lambda _: None)
    query = "query($id: ID!) { school(id: $id) { students { totalCount } identityProblems(filter: { sort: { eq: SCHOOL_CLOSED } }) { totalCount } } }"  # fmt: skip
    school = (await demo.api.data(query, id=node["school"]["id"]))["school"]
    enrolled = await demo.api.data(
        "query($id: ID!) { students(filter: { school: { id: { eq: $id } }, status: { eq: ENROLLED } }) { totalCount } }",
        id=node["school"]["id"],
    )
    assert school["identityProblems"]["totalCount"] == enrolled["students"]["totalCount"] > 0


async def test_a_problem_that_is_found_to_be_in_order_is_not_reported_again(demo: City) -> None:
    query = "{ identityProblems(filter: { sort: { eq: OVER_AGE }, state: { eq: OPEN } }) { nodes { id student { id } } } }"  # fmt: skip
    first, second, *_ = (await demo.api.data(query))["identityProblems"]["nodes"]
    one = "identityProblem { state settledBy }"
    settled = await demo.api.write("settleProblem", one, id=first["id"], state="DISMISSED", note="休学多年，确在校")
    assert settled["identityProblem"] == {"state": "DISMISSED", "settledBy": "tester"}
    again = await demo.api.write("settleProblem", one, id=first["id"], state="RESOLVED", note="x")
    assert [error["code"] for error in again["errors"]] == ["VOIDED"]
    await demo.api.write("settleProblem", one, id=second["id"], state="RESOLVED", note="已更正")
    await find_duplicates(demo.api.services, lambda _: None)
    students = [node["student"]["id"] for node in (await demo.api.data(query))["identityProblems"]["nodes"]]
    assert first["student"]["id"] not in students
    assert second["student"]["id"] in students, "it was not put right after all"


async def test_a_county_sees_the_pairs_of_which_it_sees_both(demo: City) -> None:
    found = await demo.found()
    rows = await demo.api.services.store.database.readers.fetch(
        "SELECT s.person_id, s.county_id, s.school_id FROM student s"
        " UNION SELECT g.guardian_id, s.county_id, s.school_id FROM guardianship g JOIN student s ON s.id = g.student_id"
    )
    homes: dict[int, set[tuple[int, int]]] = {}
    for person, county, school in rows:
        homes.setdefault(person, set()).add((county, school))
    counties = {county for places in homes.values() for county, _ in places if county}
    for county in sorted(counties)[:4]:
        both = {pair for pair in found if all(county in {c for c, _ in homes[person]} for person in pair)}
        nodes = (await demo.api.as_(of_county(county)).data(f"{{ {CANDIDATES} }}"))["duplicateCandidates"]["nodes"]
        assert {(int(n["one"]["id"][7:]), int(n["other"]["id"][7:])) for n in nodes} == both
    school = next(s for pair in found for s in {s for _, s in homes[pair[0]]} & {s for _, s in homes[pair[1]]})
    nodes = (await demo.api.as_(of_school(school)).data(f"{{ {CANDIDATES} }}"))["duplicateCandidates"]["nodes"]
    assert nodes
    assert {node["unit"]["id"] for node in nodes} == {f"School:{school}"}


@pytest.mark.parametrize("who", [DIRECTOR, of_city("integrator"), of_city("system_admin"), of_county(999_999)])
async def test_others_see_no_pairs_and_judge_none(demo: City, who: Any) -> None:
    asking = demo.api.as_(who)
    assert (await asking.data(f"{{ {CANDIDATES} }}"))["duplicateCandidates"]["nodes"] == []
    identity = next(iter((await demo.found()).values()))["id"]
    refused = await asking.write("judgeDuplicate", "duplicateCandidate { id }", id=identity, verdict="SAME")
    assert [error["code"] for error in refused["errors"]] in (["FORBIDDEN"], ["NOT_FOUND"])


async def test_a_pair_once_judged_to_be_two_does_not_come_back(demo: City) -> None:
    pair, told = next(iter((await demo.found()).items()))
    one = "duplicateCandidate { state judgedBy note }"
    judged = await demo.api.write("judgeDuplicate", one, id=told["id"], verdict="DIFFERENT", note="同名不同人")
    assert judged["duplicateCandidate"] == {"state": "DIFFERENT", "judgedBy": "tester", "note": "同名不同人"}
    said: list[str] = []
    await find_duplicates(demo.api.services, said.append)
    assert pair not in await demo.found()
    assert pair in await demo.found("DIFFERENT")
    assert any(" 0 of them new" in line for line in said), "nor does any other come twice"


async def test_who_was_made_one_is_asked_about_no_more(demo: City) -> None:
    found = await demo.found()
    added = {p.added: p for p in demo.planted if p.sort is Sort.GUARDIAN}
    (one, other), told = next((pair, told) for pair, told in found.items() if pair[1] in added)
    ward = f"Student:{added[other].student}"
    query = "query($id: ID!) { student(id: $id) { guardians { nodes { id guardian { id } } } } }"
    ties = (await demo.api.data(query, id=ward))["student"]["guardians"]["nodes"]
    (twice,) = [tie["id"] for tie in ties if tie["guardian"]["id"] == f"Person:{other}"]
    await demo.api.write("voidGuardianship", "guardianship { id }", id=twice, reason="重复登记")
    asked = {"id": f"Person:{one}", "merged": f"Person:{other}", "reason": "同一人"}
    merged = await demo.api.write("mergePersons", "person { formerIds }", **asked)
    assert merged["person"] == {"formerIds": [f"Person:{other}"]}
    same = (await demo.found("SAME")).values()
    assert told["id"] in {node["id"] for node in same}
    again = await demo.api.write("judgeDuplicate", "duplicateCandidate { id }", id=told["id"], verdict="DIFFERENT")
    assert [error["code"] for error in again["errors"]] == ["VOIDED"], "first the merge is undone"
    await find_duplicates(demo.api.services, lambda _: None)
    assert (one, other) not in await demo.found()


async def test_a_pair_that_is_alike_no_longer_is_taken_back(demo: City) -> None:
    pair, told = next(reversed((await demo.found()).items()))
    await demo.api.write(
        "updatePerson", "person { id }", id=f"Person:{pair[1]}", name="欧阳某某", birthDate="2001-01-01"
    )
    await find_duplicates(demo.api.services, lambda _: None)
    assert pair not in await demo.found()
    void = await demo.api.data("query($id: ID!) { duplicateCandidate(id: $id) { voidReason } }", id=told["id"])
    assert "no longer alike" in void["duplicateCandidate"]["voidReason"]


def test_the_list_of_faults_says_who_is_who(demo: City) -> None:
    out = StringIO()
    listed(demo.planted, out)
    rows = list(csv.DictReader(out.getvalue().splitlines()))
    assert len(rows) == len(demo.planted)
    assert {row["is_one_person"] for row in rows} == {"yes", "no"}
    assert all(row["added"].startswith("Person:") for row in rows)
