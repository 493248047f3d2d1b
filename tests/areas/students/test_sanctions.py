"""Sanctions: who proposes, hears, decides, delivers, appeals and lifts, in which order, and who reads of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bureau.areas.students.transfer import transfer_student
from bureau.graph.context import Services
from bureau.kernel.actor import Wards
from bureau.kernel.checklist import Verdict
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from tests.areas.students.support import carry_out, looked_at
from tests.machinery.approvals.support import at
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.people import of_city, of_county, of_school
from tests.support.world import World

FACTS = {"level": "DEMERIT", "actedOn": "2026-10-09", "facts": "考试作弊", "basis": "校规第十二条"}
SANCTIONS = "query($id: ID!) { sanctions(filter: { student: { id: { eq: $id } } }, orderBy: ID_DESC) { nodes { id state level appealUntil termUntil appealOutcome endReason } } }"
DAY = "2026-11-02"


@pytest.fixture(scope="module")
async def school(api: Api, services: Services, city: World) -> dict[str, Api]:
    """The registrar and the two principals of the sending school, and a guardian of 张丽."""
    at = city.schools["西城小学"]
    made = {
        "clerk": await account(services, "clerk", at, Level.UNIT, "registrar"),
        "head": await account(services, "head", at, Level.UNIT, "principal"),
        "deputy": await account(services, "deputy", at, Level.UNIT, "principal"),
    }
    guardian = await account(services, "guardian", at, Level.UNIT)
    made["guardian"] = replace(guardian, wards=Wards((city.students["张丽"],), (at,), ()))
    return {name: api.as_(actor) for name, actor in made.items()}


async def last(api: Api, student: str) -> Any:
    return (await api.data(SANCTIONS, id=student))["sanctions"]["nodes"][0]


async def imposed(school: dict[str, Api], student: str, **given: Any) -> str:
    """The id of a sanction that is in force since 2026-11-02."""
    assert said(await school["clerk"].write("proposeSanction", id=student, **{**FACTS, **given})) == []
    made = str((await last(school["clerk"], student))["id"])
    assert said(await school["clerk"].write("hearSanction", id=made, heardOn=DAY, hearing="承认错误")) == []
    assert said(await school["head"].write("decideSanction", id=made, decisionNumber="西小处〔2026〕1号")) == []
    assert said(await school["clerk"].write("deliverSanction", id=made, deliveredOn=DAY, deliveredTo="家长")) == []
    return made


async def test_a_sanction_goes_from_the_facts_to_its_end(
    school: dict[str, Api], city: World, clock: FixedClock, services: Services
) -> None:
    student = f"Student:{city.students['张丽']}"
    clerk, head, deputy, guardian = (school[name] for name in ("clerk", "head", "deputy", "guardian"))
    for given, faults in (
        ({"level": "EXPULSION"}, [("COMPULSORY", "level")]),
        ({"actedOn": "2026-10-13"}, [("INVALID", "actedOn")]),
        ({"actedOn": "2025-08-31"}, [("INVALID", "actedOn")]),
        ({"facts": ""}, [("REQUIRED", "facts")]),
    ):
        assert said(await clerk.write("proposeSanction", id=student, **{**FACTS, **given})) == faults, given
    assert said(await head.write("proposeSanction", id=student, **FACTS)) == []
    one = (await last(clerk, student))["id"]
    number = {"decisionNumber": "西小处〔2026〕1号"}
    assert said(await deputy.write("decideSanction", id=one, **number)) == [("TRANSITION", "id")], "nobody was heard"
    with at(clock, date(2026, 11, 2)):
        heard = {"heardOn": "2026-11-03", "hearing": "承认错误"}
        assert said(await clerk.write("hearSanction", id=one, **heard)) == [("INVALID", "heardOn")]
        assert said(await clerk.write("hearSanction", id=one, **{**heard, "heardOn": DAY})) == []
        assert said(await clerk.write("decideSanction", id=one, **number)) == [("FORBIDDEN", "")]
        assert said(await head.write("decideSanction", id=one, **number)) == [("SAME_PERSON", "id")]
        assert said(await deputy.write("decideSanction", id=one, level="SERIOUS_WARNING", **number)) == []
        assert said(await clerk.write("deliverSanction", id=one, deliveredOn=DAY, deliveredTo="家长")) == []
    found = await last(guardian, student)
    del found["id"]
    assert found == {
        "state": "IN_FORCE",
        "level": "SERIOUS_WARNING",
        "appealUntil": "2026-11-23",
        "termUntil": "2027-05-02",
        "appealOutcome": None,
        "endReason": None,
    }
    with at(clock, date(2026, 11, 24)):
        late = await guardian.write("appealSanction", id=one, appeal="处分过重", appealedOn="2026-11-20")
        assert said(late) == [("EXPIRED", "id")], "a guardian's own word on the day counts for nothing"
    with at(clock, date(2026, 11, 23)):
        assert said(await guardian.write("appealSanction", id=one, appeal="处分过重")) == []
        assert said(await guardian.write("appealSanction", id=one, appeal="处分过重")) == [("DUPLICATE", "id")]
        answer = {"appealOutcome": "UPHELD", "answer": "事实清楚"}
        for who in (head, deputy):
            assert said(await who.write("answerAppeal", id=one, **answer)) == [("SAME_PERSON", "id")]
        assert said(await clerk.write("answerAppeal", id=one, **answer)) == []
        early = await clerk.write("liftSanction", id=one, endReason="表现良好")
        assert said(early) == [("INVALID", "id")]
    with at(clock, date(2027, 5, 2)):
        assert said(await clerk.write("liftSanction", id=one, endReason="表现良好")) == []
        assert said(await clerk.write("liftSanction", id=one, endReason="表现良好")) == [("TRANSITION", "id")]


async def test_nobody_changes_school_under_a_sanction(
    api: Api, school: dict[str, Api], city: World, clock: FixedClock
) -> None:
    one, west = city.students["单雄信"], api.as_(of_county(city.west))
    student = f"Student:{one}"
    away = {"effectiveOn": DAY, "elsewhere": "重庆", "reason": "迁居", "approvalNumber": "青教〔2026〕2号"}
    with at(clock, date(2026, 11, 2)):
        made = await imposed(school, student)
        item = {"school": city.schools["东城小学"], "effective_on": date(2026, 10, 30), "reason": "迁居"}
        (found,) = await looked_at(api, transfer_student, [{"student": one, **item}])
        assert {rule for rule, verdict in found.items() if verdict is Verdict.BLOCKED} == {"no_sanction"}
        assert await carry_out(api, transfer_student, one, **item) == [("NOT_MET", "")]
        assert said(await west.write("transferOutOfCity", id=student, **away)) == [("NOT_MET", "")]
        assert said(await west.write("revokeSanction", id=made, endReason="程序不当")) == [("NOT_FOUND", "id")]
        paper = {"appeal": "程序不当", "appealedOn": DAY}
        assert said(await school["clerk"].write("appealSanction", id=made, **paper)) == []
        assert said(await west.write("revokeSanction", id=made, endReason="程序不当")) == []
        (found,) = await looked_at(api, transfer_student, [{"student": one, **item}])
        assert found["no_sanction"] is Verdict.PASSED


async def test_of_seniors_expulsion_is_a_level_and_has_no_term(api: Api, city: World, services: Services) -> None:
    student, place = f"Student:{city.students['赵强']}", city.schools["东城中学"]
    clerk = api.as_(await account(services, "senior-clerk", place, Level.UNIT, "registrar"))
    head = api.as_(await account(services, "senior-head", place, Level.UNIT, "principal"))
    assert said(await clerk.write("proposeSanction", id=student, **{**FACTS, "level": "EXPULSION"})) == []
    one = (await last(clerk, student))["id"]
    assert said(await clerk.write("hearSanction", id=one, heardOn="2026-10-12", hearing="无异议")) == []
    assert said(await head.write("decideSanction", id=one, decisionNumber="东中处〔2026〕1号")) == []
    assert said(await clerk.write("dropSanction", id=one, endReason="情节轻微")) == [("TRANSITION", "id")]
    assert said(await clerk.write("deliverSanction", id=one, deliveredOn="2026-10-12", deliveredTo="本人")) == []
    assert (await last(clerk, student))["termUntil"] is None
    assert said(await clerk.write("liftSanction", id=one, endReason="表现良好")) == [("INVALID", "id")]


async def test_it_is_read_by_those_who_answer_for_the_pupil_alone(api: Api, city: World) -> None:
    """李伟 has one, in 东城小学."""
    east = city.schools["东城小学"]
    for actor, count in (
        (of_school(east), 1),
        (of_school(east, "principal"), 1),
        (of_county(city.east), 1),
        (of_school(east, "aid"), 0),
        (of_school(city.schools["东城中学"]), 0),
        (of_county(city.west), 0),
        (of_city("inspector"), 0),
        (of_city("integrator"), 0),
        (of_city("director", "director_opened"), 0),
    ):
        found = await api.as_(actor).data(SANCTIONS, id=f"Student:{city.students['李伟']}")
        assert len(found["sanctions"]["nodes"]) == count, actor
