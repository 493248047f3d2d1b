"""A procedure with a decision from outside, two persons who agree, and days on which everybody reads of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bureau.access.documents import shipped
from bureau.areas.students.student_case import student_case
from bureau.areas.students.transfer import transfer_student
from bureau.catalogue import Catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.machinery.approvals import procedure as reading
from bureau.machinery.approvals.opening import opening_verbs
from bureau.machinery.approvals.procedure import load_procedures
from bureau.machinery.papers.told import paper_of
from bureau.main import opened as services_of
from tests.machinery.approvals.support import People, approve, at, does, officers, seen
from tests.support import databases, world
from tests.support.api import Api
from tests.support.people import REGISTRAR

PROCEDURE = """
code = "transfer"
english = "Transfer"
chinese = "转学"
valid_from = "2013-09-01"
basis = "测试"
kind = "student_case"
outcome = "transfer_student"
form = "测试表"
shown = ["person.document_number"]
supplied = { approval_number = "number", approved_on = "day" }
[open]
roles = ["registrar"]
[[step]]
code = "both"
english = "Both"
chinese = "两人会签"
roles = ["registrar"]
at = "school"
need = "2"
sort = "countersign"
[[step]]
code = "outside"
english = "Outside"
chinese = "外部审批"
roles = ["registrar"]
at = "school"
sort = "external"
[[step]]
code = "public"
english = "Public"
chinese = "公示"
roles = ["registrar"]
at = "school"
sort = "publicity"
[step.publicity]
days = "dropout_return_days"
fields = ["student.person.name:masked", "student.grade", "school.name"]
"""
NOTICES = "{ publicNotices { number procedure unit text from until } }"
OBJECT = (
    """mutation($number: String!) { objectToCase(input: { number: $number, text: "不实" }) { errors { code path } } }"""
)


@pytest.fixture(scope="module")
async def people(
    server: databases.Server,
    template: str,
    parts: Catalogue,
    clock: FixedClock,
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[People, world.World]]:
    folder: Path = tmp_path_factory.mktemp("area")
    (folder / "data" / "procedures").mkdir(parents=True)
    (folder / "data" / "procedures" / "transfer.toml").write_text(PROCEDURE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "files", lambda package: folder)
        procedures = load_procedures("bureau.areas.students", [student_case], [transfer_student])
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


async def test_two_agree_another_authority_decides_and_it_is_public(
    people: tuple[People, world.World], nobody: Api, clock: FixedClock
) -> None:
    who, city = people
    everybody = replace(who["to"], actor=nobody.actor)
    given = {"student": f"Student:{city.students['单雄信']}", "school": f"School:{city.schools['东城小学']}"}
    made = await who["from"].write(
        "openTransfer", "studentCase { id number }", effectiveOn="2026-10-12", reason="迁居", **given
    )
    assert made["errors"] == []
    case, number = made["studentCase"]["id"], made["studentCase"]["number"]
    assert await approve(who["to"], case) == []
    assert (await seen(who["to"], case))["step"] == "both", "one of two"
    assert await approve(who["to"], case) == [("DECIDED_ALREADY", "id")]
    assert await approve(who["to_other"], case) == []
    assert await approve(who["to"], case) == [("REQUIRED", "number"), ("REQUIRED", "date")]
    assert await everybody.data(NOTICES) == {"publicNotices": []}
    assert await approve(who["to"], case, number="川教函〔2026〕9号", date="2026-10-10") == []
    assert await everybody.data(NOTICES) == {
        "publicNotices": [
            {
                "number": number,
                "procedure": "Transfer",
                "unit": "东城小学",
                "text": "Name: 单**\nGrade: Primary 2\nName: 东城小学",
                "from": "2026-10-12",
                "until": "2026-10-19",
            }
        ]
    }
    assert await approve(who["to"], case) == [("STILL_PUBLIC", "id")]
    assert (await everybody.ask(OBJECT, number=number)).codes == ["UNAUTHENTICATED"]
    assert (await who["middle"].data(OBJECT, number=number))["objectToCase"]["errors"] == []
    hidden = (await who["middle"].data(OBJECT, number="1000000008"))["objectToCase"]["errors"]
    assert hidden == [{"code": "NOT_FOUND", "path": ["number"]}]
    with at(clock, date(2026, 10, 20)):
        assert await everybody.data(NOTICES) == {"publicNotices": []}, "its days are over"
        assert await approve(who["to"], case) == [("STILL_PUBLIC", "id")], "an objection has no answer"
        assert await does(who["to"], "answerObjections", case, answer="经核查属实") == []
        assert await approve(who["to"], case) == []
    found = await seen(who["to"], case)
    assert (found["state"], found["steps"]["nodes"][1]["documentNumber"]) == ("DONE", "川教函〔2026〕9号")
    told = await who["to"].data(shipped()["paper-of-a-case"].text, number=number)
    paper = paper_of(told["cases"]["nodes"][0], "zh", "https://edu.example.cn", (clock.now(), "to"))
    (sealed,) = (line.value for line in paper.lines if line.name.startswith("身份证件号"))
    assert set(sealed[:-2]) == {"*"}, "what is sealed stands as its mask"
    assert [(turn.name, turn.notes) for turn in paper.turns] == [
        ("两人会签", ()),
        ("外部审批", ("批准文号：川教函〔2026〕9号（2026-10-10）",)),
        ("公示", ("公示：2026-10-12 至 2026-10-19", "姓名：单**\n年级：二年级\n名称：东城小学")),
    ]
    assert [said.by for said in paper.turns[0].said] == ["to", "to_other"]
