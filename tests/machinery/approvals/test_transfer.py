"""A transfer from office to office: the whole way, and each of the refusals on it."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from tests.machinery.approvals.support import (
    People,
    apply,
    approve,
    at,
    does,
    journal,
    of_person,
    officers,
    opened,
    seen,
)
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.world import World


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


@pytest.fixture
async def case(people: People, city: World) -> Any:
    """A transfer that the sending school applied for; what is left of it is withdrawn afterwards."""
    made = await opened(people["from"], city, "张丽", openedFor="张母")
    yield made
    await does(people["from"], "withdrawCase", made, reason="测试结束")


async def test_each_office_decides_in_its_turn_and_the_last_one_moves_the_pupil(people: People, city: World) -> None:
    payload = await apply(people["west"], city)
    assert payload["errors"] == []
    case, number = payload["studentCase"].pop("id"), payload["studentCase"].pop("number")
    assert payload["studentCase"] == {"due": "2026-10-26", "step": "receiving_school", "unitName": "东城小学"}
    for who in ("to", "east", "from"):
        assert await approve(people[who], case, opinion="同意") == [], who
    assert await approve(people["city"], case) == [("NOT_YOUR_STEP", "id")], "who stands above does not decide for it"
    assert await approve(people["west"], case) == [("OWN_CASE", "id")], "whoever applied decides nothing of it"
    assert await approve(people["west_other"], case) == []
    found = await seen(people["to"], case)
    assert (found["state"], found["due"]) == ("DONE", None)
    assert found["student"] == {"person": {"name": "单雄信"}}, "the pupil is the school's own now"
    assert [(s["code"], s["state"], s["decidedBy"], s["due"]) for s in found["steps"]["nodes"]] == [
        ("receiving_school", "APPROVED", "to", "2026-10-26"),
        ("receiving_bureau", "APPROVED", "east", "2026-10-26"),
        ("sending_school", "APPROVED", "from", "2026-10-26"),
        ("sending_bureau", "APPROVED", "west_other", "2026-10-26"),
    ]
    pupil = await people["to"].data(
        "query($id: ID!) { student(id: $id) { school { name } statusChanges { nodes { category { code } approvalNumber } } } }",
        id=f"Student:{city.students['单雄信']}",
    )
    assert pupil["student"]["school"] == {"name": "东城小学"}
    assert pupil["student"]["statusChanges"]["nodes"] == [{"category": {"code": "21"}, "approvalNumber": number}]
    assert await approve(people["to"], case) == [("CONFLICT", "id")]


VERIFY = "query($code: String!) { verifyCase(code: $code) { number procedure form subject state isApproved endedAt } }"


async def test_whoever_holds_the_paper_compares_it(people: People, nobody: Api, case: str) -> None:
    read = "query($id: ID!) { case(id: $id) { number formTitle verification } }"
    paper = (await people["to"].data(read, id=case))["case"]
    code = paper["verification"]
    written = "-".join((code[:4], code[4:8], f" {code[8:].lower()} "))
    known = {"number": paper["number"], "procedure": "Transfer", "form": paper["formTitle"], "subject": "张*"}
    still = {**known, "state": "Under way", "isApproved": False, "endedAt": None}
    assert await nobody.data(VERIFY, code=written) == {"verifyCase": still}
    for other in ("", "%", code[:-1], paper["number"]):
        assert await nobody.data(VERIFY, code=other) == {"verifyCase": None}
    assert await does(people["from"], "withdrawCase", case, reason="不再需要") == []
    found = (await nobody.data(VERIFY, code=code))["verifyCase"]
    assert (found["state"], found["isApproved"], found["endedAt"] is None) == ("Withdrawn", False, False)


async def test_the_steps_tell_what_the_journal_tells(people: People, services: Services, city: World) -> None:
    """The timeline and the journal name the same decisions, by the same people, in the same order."""
    case = await opened(people["from"], city, "张丽")
    assert await approve(people["to"], case, opinion="同意") == []
    assert await does(people["east"], "returnCase", case, step="receiving_school", reason="请补材料") == []
    assert await approve(people["to"], case, opinion="已补") == []
    assert await does(people["east"], "decideCase", case, decision="REJECT", opinion="学位已满") == []
    steps = (await seen(people["city"], case))["steps"]["nodes"]
    told = [(s["decidedBy"], s["state"]) for s in steps if s["decidedBy"]]
    number = int(case.partition(":")[2])
    rows = await services.store.database.readers.fetch(
        "SELECT j.actor, j.verb FROM journal j JOIN procedure_case c ON c.id = j.record_id"
        " WHERE j.record_id = $1 AND j.kind = c.kind ORDER BY j.position, j.id",
        [number],
    )
    assert [tuple(row) for row in rows if row[1] != "open_transfer"] == [
        ("to", "decide_case"),
        ("east", "return_case"),
        ("to", "decide_case"),
        ("east", "decide_case"),
    ]
    assert told == [("to", "APPROVED"), ("east", "RETURNED"), ("to", "APPROVED"), ("east", "REJECTED")]


async def test_of_a_case_that_moved_on_the_slower_one_is_told_how_it_stands(people: People, case: str) -> None:
    assert await approve(people["to"], case) == []
    payload = await people["to_other"].write("decideCase", "case { step }", id=case, decision="APPROVE")
    assert [error["code"] for error in payload["errors"]] == ["CONFLICT"]
    assert payload["case"] == {"step": "receiving_bureau"}
    assert await approve(people["east"], case, step="receiving_school") == [("CONFLICT", "id")], "another step was seen"
    assert await approve(people["from_other"], case) == [("NOT_YOUR_STEP", "id")]


async def test_who_takes_no_part_finds_nothing(people: People, case: str) -> None:
    assert await seen(people["middle"], case) is None
    assert await approve(people["middle"], case) == [("NOT_FOUND", "id")]
    for who in ("to", "from", "east", "west", "city"):
        found = await seen(people[who], case)
        assert found["subjectName"] == "张丽", who
        assert {node["unitName"] for node in found["parties"]["nodes"]} == {
            "东城小学",
            "西城小学",
            "锦江区教育局",
            "青羊区教育局",
        }
    form = {node["argument"]: node["chineseValue"] for node in (await seen(people["to"], case))["entries"]["nodes"]}
    assert form["student.grade"] == "二年级"
    assert (form["school"], form["reason"]) == ("东城小学", "随父母迁居")
    mine = "query($unit: ID!) { cases(filter: { unit: { id: { eq: $unit } }, state: { eq: OPEN } }, orderBy: DUE_ASC) { nodes { id } } }"
    for who, count in (("to", 1), ("from", 0)):  # the sender sees it, and knows nothing of a school beyond its sight
        unit = f"School:{people.actors['to'].grants[0].unit}"
        inbox = await people[who].data(mine, unit=unit)
        assert len(inbox["cases"]["nodes"]) == count, who


async def test_the_verbs_of_a_case_are_offered_to_those_who_take_part(people: People, case: str) -> None:
    asked = "query($ids: [ID!]!) { allowedActions(ids: $ids) { actions } }"
    for who, offered in (("to", True), ("from", True), ("middle", False)):
        ((found,),) = [(await people[who].data(asked, ids=[case]))["allowedActions"]]
        assert ("decideCase" in found["actions"]) == offered, who


async def test_one_change_of_a_pupil_at_a_time(people: People, city: World, case: str) -> None:
    payload = await apply(people["west"], city, "张丽")
    assert [error["code"] for error in payload["errors"]] == ["CASE_OPEN"]


async def test_a_rejection_says_why_and_ends_the_case(people: People, case: str) -> None:
    assert await does(people["to"], "decideCase", case, decision="REJECT") == [("REQUIRED", "opinion")]
    assert await does(people["to"], "decideCase", case, decision="REJECT", opinion="无学位") == []
    found = await seen(people["from"], case)
    assert (found["state"], found["endReason"]) == ("REJECTED", "无学位")
    assert [step["state"] for step in found["steps"]["nodes"]] == ["REJECTED", "DROPPED", "DROPPED", "DROPPED"]
    assert await does(people["to"], "pauseCase", case, sort="SUPPLEMENT", reason="补") == [("CONFLICT", "id")]


async def test_nobody_decides_two_steps_that_are_kept_apart(people: People, services: Services, case: str) -> None:
    both = replace(people.actors["to"], grants=people.actors["to"].grants + people.actors["east"].grants)
    assert await approve(people.api.as_(both), case) == []
    assert await approve(people.api.as_(both), case) == [("KEPT_APART", "id")]
    assert await approve(people["east"], case) == []


async def test_who_is_related_to_the_pupil_leaves_it_to_others(people: People, services: Services, city: World) -> None:
    relative = await account(services, "relative", city.schools["西城小学"], Level.UNIT, "registrar")
    await of_person(services, relative, city.persons["赵强"])
    case = await opened(people["to"], city, "王芳", to="西城小学")
    assert await approve(people.api.as_(relative), case) == [("RECUSED", "id")]
    assert await does(people["to"], "withdrawCase", case, reason="测试结束") == []


async def test_a_case_goes_back_and_comes_again(people: People, case: str) -> None:
    assert await approve(people["to"], case) == []
    assert await does(people["east"], "returnCase", case, step="sending_school", reason="缺") == [("NOT_FOUND", "step")]
    assert await does(people["east"], "returnCase", case, step="receiving_school", reason="材料不全") == []
    found = await seen(people["to"], case)
    assert [(s["sequence"], s["code"], s["state"]) for s in found["steps"]["nodes"] if s["state"] != "DROPPED"] == [
        (1, "receiving_school", "APPROVED"),
        (2, "receiving_bureau", "RETURNED"),
        (5, "receiving_school", "WAITING"),
        (6, "receiving_bureau", "PLANNED"),
        (7, "sending_school", "PLANNED"),
        (8, "sending_bureau", "PLANNED"),
    ]
    assert await approve(people["to"], case) == [], "who decided it once decides it again"


async def test_a_colleague_of_the_unit_decides_what_was_handed_to_them(people: People, case: str) -> None:
    assert await approve(people["to_aid"], case) == [("NOT_YOUR_STEP", "id")]
    stranger = await does(people["to"], "delegateCase", case, username="from", reason="出差")
    assert stranger == [("NOT_FOUND", "username")]
    assert await does(people["to"], "delegateCase", case, username="to_aid", reason="出差") == []
    assert await approve(people["to_aid"], case) == []


async def test_only_who_applied_withdraws(people: People, case: str) -> None:
    assert await does(people["to"], "withdrawCase", case, reason="不转了") == [("FORBIDDEN", "")]
    assert await does(people["from"], "withdrawCase", case, reason="不转了") == []
    assert (await seen(people["to"], case))["state"] == "WITHDRAWN"
    assert await does(people["from"], "withdrawCase", case, reason="再撤") == [("CONFLICT", "id")]


async def test_a_paused_step_waits_and_its_time_with_it(people: People, clock: FixedClock, case: str) -> None:
    assert await does(people["to"], "pauseCase", case, sort="SUPPLEMENT", reason="补交证明") == []
    assert await approve(people["to"], case) == [("STEP_PAUSED", "id")]
    with at(clock, date(2026, 10, 15)):
        assert await does(people["to"], "resumeCase", case) == []
        found = await seen(people["to"], case)
        assert (found["due"], found["steps"]["nodes"][0]["pausedDays"]) == ("2026-10-29", 3)
        assert await does(people["to"], "resumeCase", case) == [("ENDED", "id")]


async def test_of_two_who_decide_at_once_one_does(people: People, case: str) -> None:
    both = await asyncio.gather(approve(people["to"], case), approve(people["to_other"], case))
    assert sorted(both) == [[], [("CONFLICT", "id")]]
    (first, *_) = (await seen(people["to"], case))["steps"]["nodes"]
    assert len(first["opinions"]["nodes"]) == 1


async def test_where_the_outcome_fails_nothing_is_decided(people: People, services: Services, city: World) -> None:
    case = await opened(people["west"], city, "张丽", effectiveOn="2026-10-13")
    for who in ("to", "east", "from"):
        assert await approve(people[who], case) == []
    before = await journal(services)
    assert await approve(people["west_other"], case) == [("NOT_MET", "effectiveOn")], "its day has not come"
    found = await seen(people["to"], case)
    assert (found["state"], found["step"]) == ("OPEN", "sending_bureau")
    assert found["steps"]["nodes"][-1]["opinions"]["nodes"] == []
    assert await journal(services) == before
    assert await does(people["west"], "withdrawCase", case, reason="测试结束") == []


async def test_the_unit_where_a_case_waits_takes_part_in_it(services: Services, case: str) -> None:
    """By that alone it is seen there: see `Parties`."""
    sql = """SELECT count(*), sum(CASE WHEN EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = c.id
        AND p.unit_id = c.unit_id AND p.void_reason IS NULL) THEN 1 ELSE 0 END) FROM procedure_case c"""
    ((cases, seen_there),) = await services.store.database.readers.fetch(sql)
    assert cases == seen_there > 0
