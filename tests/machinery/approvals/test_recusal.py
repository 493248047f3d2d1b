"""Who has an interest in a case does not decide it: what is known of them, and what they say themselves (回避)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bureau.areas.students.student_case import StudentCase, student_case
from bureau.areas.students.transfer import transfer_student
from bureau.catalogue import Catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import Wards
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.approvals import procedure as reading
from bureau.machinery.approvals.opening import opening_verbs
from bureau.machinery.approvals.procedure import load_procedures
from bureau.main import opened as services_of
from bureau.registry.enrolment import Enrolment
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.storage.transaction import Transaction
from tests.machinery.approvals.support import People, approve, at, does, of_person, officers, opened, seen
from tests.support import databases, world
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.people import REGISTRAR
from tests.support.world import World

INTEREST = {"reason": "与申请人有利害关系"}
ASIDE = """query($id: ID!) { case(id: $id) { unitName due parties { nodes { unitName } }
    recusals { nodes { saidBy reason passedTo caseStep { code } } } } }"""
NOTICES = "{ notices(first: 200) { nodes { englishText subject } } }"


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


@pytest.fixture
async def case(people: People, city: World) -> Any:
    """A transfer that the sending school applied for; what is left of it is withdrawn afterwards."""
    made = await opened(people["from"], city, "张丽")
    yield made
    await does(people["from"], "withdrawCase", made, reason="测试结束")


async def told(api: Api, case: str) -> list[str]:
    nodes = (await api.data(NOTICES))["notices"]["nodes"]
    return [node["englishText"] for node in nodes if node["subject"] == case]


async def test_who_stands_aside_leaves_it_to_a_colleague(people: People, case: str) -> None:
    assert await does(people["middle"], "recuseCase", case, **INTEREST) == [("NOT_FOUND", "id")]
    assert await does(people["east"], "recuseCase", case, **INTEREST) == [("NOT_YOUR_STEP", "id")]
    assert await does(people["to"], "recuseCase", case, reason="") == [("REQUIRED", "reason")]
    assert await does(people["to"], "recuseCase", case, **INTEREST) == []
    assert await does(people["to"], "recuseCase", case, **INTEREST) == [("DUPLICATE", "id")]
    for verb, given in (
        ("decideCase", {"decision": "APPROVE"}),
        ("pauseCase", {"sort": "SUPPLEMENT", "reason": "补"}),
        ("delegateCase", {"username": "to_other", "reason": "外出"}),
        ("answerObjections", {"answer": "已核实"}),
    ):
        assert await does(people["to"], verb, case, **given) == [("RECUSED", "id")], verb
    found = (await people["to_other"].data(ASIDE, id=case))["case"]
    aside = {"saidBy": "to", **INTEREST, "passedTo": None, "caseStep": {"code": "receiving_school"}}
    assert (found["unitName"], found["recusals"]["nodes"]) == ("东城小学", [aside])
    assert "A case waits for you, since others stood aside." in await told(people["to_other"], case)
    handed = {"username": "to", "reason": "外出"}
    assert await does(people["to_other"], "delegateCase", case, **handed) == [("RECUSED", "username")]
    assert await approve(people["to_other"], case) == []
    assert await does(people["east"], "returnCase", case, step="receiving_school", reason="补材料") == []
    assert await approve(people["to"], case) == [("RECUSED", "id")], "nor when it comes again"
    assert await does(people["to_other"], "recuseCase", case, **INTEREST) == [], "what was decided before stands"


async def test_where_nobody_is_left_it_goes_upwards_and_its_time_begins_anew(
    people: People, clock: FixedClock, case: str
) -> None:
    with at(clock, date(2026, 10, 20)):
        for who in ("to", "to_other"):
            assert await does(people[who], "recuseCase", case, **INTEREST) == []
        found = (await people["east"].data(ASIDE, id=case))["case"]
        assert (found["unitName"], found["due"]) == ("锦江区教育局", "2026-11-03")
        assert found["recusals"]["nodes"][-1]["passedTo"] == "锦江区教育局"
        assert await approve(people["to"], case) == [("NOT_YOUR_STEP", "id")]
        assert await approve(people["east"], case, step="receiving_school") == []
        assert (await seen(people["east"], case))["step"] == "receiving_bureau"
        assert await approve(people["east"], case) == [("KEPT_APART", "id")], "two steps that are kept apart"
        assert await does(people["east"], "recuseCase", case, reason="已办理转入学校审核环节") == []
        assert await does(people["city"], "decideCase", case, decision="APPROVE") == []
        assert (await seen(people["city"], case))["step"] == "sending_school"
    parties = {node["unitName"] for node in (await people["city"].data(ASIDE, id=case))["case"]["parties"]["nodes"]}
    assert {"锦江区教育局", "成都市教育局"} <= parties


async def test_where_there_is_nobody_above_it_stays(people: People, city: World) -> None:
    made = await people["city"].write(
        "openWithdrawal", "studentCase { id }", student=f"Student:{city.students['赵强']}", effectiveOn="2026-10-12", reason="出国"
    )  # fmt: skip
    case = made["studentCase"]["id"]
    assert await approve(people["middle"], case) == []
    assert await approve(people["city"], case) == [("OWN_CASE", "id")]
    assert await does(people["city"], "recuseCase", case, reason="本人申请") == []
    assert (await seen(people["city"], case))["unitName"] == "成都市教育局"
    assert await does(people["city"], "withdrawCase", case, reason="测试结束") == []


async def test_the_family_of_whom_it_is_about_decides_nothing(people: People, services: Services, city: World) -> None:
    """The pupil themselves, a guardian, the other parent of a guardian's child where the guardian is whom it is about."""
    store = services.store

    async def write(tx: Transaction) -> int:
        facts = {"sex": "2", "birth_date": date(1986, 1, 1)}
        mother = await store.create(tx, store.kind_of(Person), {"name": "周母", "phone": "13711113333", **facts})
        principal = await Person.get(id=city.persons["周校长"])
        await store.change(tx, store.kind_of(Person), principal, {"phone": "13711114444"})
        rights = {"is_legal_guardian": True, "may_decide": True, "may_see": True, "may_collect": True}
        for number, (parent, relation) in enumerate(((mother.id, "52"), (city.persons["周校长"], "51")), 1):
            tie = {
                "student": city.students["曾晓明"],
                "guardian": parent,
                "relation": relation,
                "contact_order": number,
            }
            await store.create(tx, store.kind_of(Guardianship), {**tie, **rights})
        return int(mother.id)

    mother = await store.database.transaction(write)
    case = await opened(people["from"], city, "张丽")
    number = int(case.partition(":")[2])

    async def is_about(tx: Transaction, subject: str) -> None:
        (held,) = await StudentCase.filter(id=number)
        await store.change(tx, store.kind_of(StudentCase), held, {"subject": subject})

    (stay,) = await store.database.transaction(lambda _: Enrolment.filter(student_id=city.students["曾晓明"]))
    officer = await account(services, "kin", city.schools["东城小学"], Level.UNIT, "registrar")
    for person, subject, code in (
        (city.persons["张丽"], f"Student:{city.students['张丽']}", "OWN_CASE"),
        (mother, f"Student:{city.students['曾晓明']}", "RECUSED"),
        (city.persons["周校长"], f"Teacher:{city.teacher}", "OWN_CASE"),
        (mother, f"Teacher:{city.teacher}", "RECUSED"),
        (mother, f"Person:{city.persons['周校长']}", "RECUSED"),
        (mother, f"Enrolment:{stay.id}", "RECUSED"),
    ):
        await of_person(services, officer, person)
        await store.database.transaction(lambda tx, subject=subject: is_about(tx, subject))
        assert await approve(people.api.as_(officer), case) == [(code, "id")], subject
    await store.database.transaction(lambda tx: is_about(tx, f"Student:{city.students['张丽']}"))
    assert await approve(people.api.as_(officer), case) == [], "a mother of another child"
    assert await does(people["from"], "withdrawCase", case, reason="测试结束") == []


async def test_a_guardian_who_applied_withdraws_and_decides_nothing(
    people: People, services: Services, city: World
) -> None:
    """By whatever account of theirs: who is a clerk of the school as well has another one for that."""
    pupil, east = city.students["王芳"], city.schools["东城小学"]
    mother = await account(services, "mother", east, Level.UNIT)
    clerk = await account(services, "mother-at-work", east, Level.UNIT, "registrar")
    for actor in (mother, clerk):
        await of_person(services, actor, city.persons["周校长"])
    guardian = people.api.as_(replace(mother, wards=Wards((pupil,), (east,), (city.school_class,))))
    given = {"student": f"Student:{pupil}", "effectiveOn": "2026-10-12", "reason": "长期缺课"}
    payload = await guardian.write("openRepeat", "studentCase { id openedBy }", **given)
    assert payload["errors"] == []
    case = payload["studentCase"]["id"]
    assert payload["studentCase"]["openedBy"] == "mother"
    assert await approve(guardian, case) == [("FORBIDDEN", "")]
    assert await approve(people.api.as_(clerk), case) == [("OWN_CASE", "id")]
    assert await approve(people["to"], case) == []
    assert await does(people["to"], "withdrawCase", case, reason="不需要") == [("FORBIDDEN", "")]
    assert await does(guardian, "withdrawCase", case, reason="改期") == []


PROCEDURE = """
code = "transfer"
english = "Transfer"
chinese = "转学"
valid_from = "2013-09-01"
basis = "测试"
kind = "student_case"
outcome = "transfer_student"
form = "测试表"
supplied = { approval_number = "number", approved_on = "day" }
[open]
roles = ["registrar"]
[[step]]
code = "all"
english = "All"
chinese = "全体会签"
roles = ["registrar"]
at = "school"
need = "all"
sort = "countersign"
[[step]]
code = "two"
english = "Two"
chinese = "两人会签"
roles = ["registrar"]
at = "school"
need = "2"
sort = "countersign"
"""


@pytest.fixture
async def countersigning(
    server: databases.Server,
    template: str,
    parts: Catalogue,
    clock: FixedClock,
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[tuple[People, World]]:
    """A bureau whose transfers all registrars of the receiving school sign, and then two of them."""
    (tmp_path / "data" / "procedures").mkdir(parents=True)
    (tmp_path / "data" / "procedures" / "transfer.toml").write_text(PROCEDURE, "utf-8")
    monkeypatch.setattr(reading, "files", lambda package: tmp_path)
    procedures = load_procedures("bureau.areas.students", [student_case], [transfer_student])
    monkeypatch.undo()
    (opening,) = opening_verbs(procedures)
    actions = tuple(opening if action.name == opening.name else action for action in parts.actions)
    other = replace(parts, actions=actions, procedures=procedures)
    async with (
        databases.database(server, template) as name,
        services_of(server.settings(name), other, clock) as services,
    ):
        schema = BureauSchema(Kinds(other.kinds, other.tables), other.actions)
        api = Api(services, schema, Gateway(schema, server.settings(name)), REGISTRAR)
        city = await world.build(services)
        yield await officers(api, services, city), city


async def test_of_all_those_are_left_out_who_do_not_decide_it(countersigning: tuple[People, World]) -> None:
    """A guardian, who need not say so, and who stands aside; where the others have agreed it goes on at once."""
    people, city = countersigning
    services, east = people.api.services, city.schools["东城小学"]
    guardian = await account(services, "guardian", east, Level.UNIT, "registrar")
    await of_person(services, guardian, city.persons["赵强"])
    await _guards(services, city, "张丽", "赵强")
    case = await opened(people["from"], city, "张丽")
    assert await approve(people["to"], case) == []
    assert await approve(people.api.as_(guardian), case) == [("RECUSED", "id")]
    assert (await seen(people["to"], case))["step"] == "all", "one of two who may decide it"
    assert await does(people["to_other"], "recuseCase", case, **INTEREST) == []
    found = await seen(people["to"], case)
    assert (found["step"], found["steps"]["nodes"][0]["decidedBy"]) == ("two", "to")
    assert await approve(people["to"], case) == []
    assert await does(people.api.as_(guardian), "recuseCase", case, reason="监护人") == []
    found = await seen(people["city"], case)
    assert (found["step"], found["unitName"]) == ("two", "锦江区教育局"), "there is no second one at the school"
    assert await approve(people["east"], case) == []
    assert (await seen(people["city"], case))["state"] == "DONE"


async def _guards(services: Services, city: World, pupil: str, person: str) -> None:
    store = services.store
    rights = {"is_legal_guardian": False, "may_decide": False, "may_see": False, "may_collect": True}

    async def write(tx: Transaction) -> None:
        tie = {"student": city.students[pupil], "guardian": city.persons[person], "relation": "71", "contact_order": 1}
        await store.create(tx, store.kind_of(Guardianship), {**tie, **rights})

    await store.database.transaction(write)
