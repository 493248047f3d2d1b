"""A procedure is one file: docs/procedures.md shows it, and all that a case needs follows from it."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from bureau.access.documents import shipped
from bureau.areas.students.circumstances import PACKAGE
from bureau.graph.context import Services
from bureau.machinery.papers.told import paper_of
from tests.machinery.approvals.support import People, approve, does, officers
from tests.machinery.approvals.test_files import uploaded
from tests.support.api import Api
from tests.support.world import NOW, World

ROOT = Path(__file__).parents[3]
NAME = "transfer_out_of_city.toml"
FORM = {"effectiveOn": "2026-10-12", "elsewhere": "重庆市渝中区解放小学", "reason": "随父母返乡"}
OPENED = "studentCase { id number state step unitName formTitle verification procedure { code label } }"
QUEUE = """{ cases(filter: { state: { eq: OPEN }, procedure: { eq: "TRANSFER_OUT_OF_CITY" } }) {
    nodes { id step unitName entries(orderBy: PLACE_ASC) { nodes { argument chineseName chineseValue } } } } }"""
CHECKS = "query($ids: [ID!]!) { caseChecks(ids: $ids) { findings { code verdict } } }"
VERIFY = "query($code: String!) { verifyCase(code: $code) { procedure form subject state isApproved } }"


def test_the_page_shows_the_file_as_it_is() -> None:
    page = (ROOT / "docs" / "procedures.md").read_text("utf-8")
    (diff,) = re.findall(r"```diff\n(.*?)```", page, re.DOTALL)
    head, *lines = diff.splitlines()[1:]
    assert head == f"+++ b/backend/bureau/areas/students/data/procedures/{NAME}"
    text = (files(PACKAGE) / "data" / "procedures" / NAME).read_text("utf-8")
    assert lines == [f"@@ -0,0 +1,{len(text.splitlines())} @@", *(f"+{line}" for line in text.splitlines())]


def test_nothing_else_names_it() -> None:
    """The console's own code and the backend's know neither the procedure nor the verb by which it is opened."""
    for folder, pattern in (("frontend/src", "*.ts*"), ("backend/bureau", "*.py")):
        sources = [path for path in (ROOT / folder).rglob(pattern) if "gql" not in path.parts]
        assert len(sources) > 300
        named = re.compile("open_transfer_out|[oO]penTransferOut|TRANSFER_OUT_OF_CITY")
        assert [path.name for path in sources if named.search(path.read_text("utf-8"))] == []


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def applied(people: People, services: Services, city: World, **given: Any) -> Any:
    """What came of an application at the western school, for one of its pupils, with what must be handed in."""
    file = await uploaded(services, people.actors["from"])
    handed = {"materials": [{"file": file, "material": "agreement"}]}
    pupil = f"Student:{city.students['张丽']}"
    return await people["from"].write("openTransferOutOfCity", OPENED, student=pupil, **{**FORM, **handed, **given})


async def test_its_form_follows_from_the_verb(people: People, services: Services, city: World) -> None:
    asked = "{ catalogue { kinds { actions { name arguments { name required wanted { code required } } } } } }"
    kinds = (await people["from"].data(asked))["catalogue"]["kinds"]
    (form,) = [verb for kind in kinds for verb in kind["actions"] if verb["name"] == "openTransferOutOfCity"]
    arguments = {argument["name"]: argument for argument in form["arguments"]}
    required = {name for name, argument in arguments.items() if argument["required"]}
    assert {"effectiveOn", "elsewhere", "reason"} <= required
    assert not {"approvedOn", "approvalNumber"} & arguments.keys(), "the case knows them in the end"
    assert arguments["materials"]["wanted"] == [{"code": "agreement", "required": True}]
    missing = await applied(people, services, city, materials=[])
    assert [error["code"] for error in missing["errors"]] == ["MATERIAL_MISSING"]


async def test_a_case_goes_from_the_application_to_the_verified_paper(
    people: People, services: Services, city: World, nobody: Api
) -> None:
    payload = await applied(people, services, city)
    assert payload["errors"] == []
    case = payload["studentCase"]
    number, code = case["number"], case["verification"]
    assert case["procedure"] == {"code": "TRANSFER_OUT_OF_CITY", "label": "Transfer out of the city"}
    assert (case["formTitle"], case["step"], case["unitName"]) == ("跨市转学申请表", "school", "西城小学")

    (waits,) = (await people["from_other"].data(QUEUE))["cases"]["nodes"]
    entered = {entry["argument"]: entry["chineseValue"] for entry in waits["entries"]["nodes"]}
    assert (waits["id"], entered["elsewhere"], entered["reason"]) == (case["id"], FORM["elsewhere"], FORM["reason"])
    (found,) = (await people["from_other"].data(CHECKS, ids=[case["id"]]))["caseChecks"]
    assert found["findings"]
    assert "BLOCKED" not in {finding["verdict"] for finding in found["findings"]}
    assert (await people["east"].data(QUEUE))["cases"]["nodes"] == [], "it is none of theirs"

    assert await does(people["from"], "decideCase", case["id"], decision="APPROVE") == [("OWN_CASE", "id")]
    assert await approve(people["from_other"], case["id"], opinion="同意") == []
    assert await approve(people["west"], case["id"], opinion="同意") == []
    read = "query($id: ID!) { student(id: $id) { status statusChanges { nodes { elsewhere approvalNumber } } } }"
    pupil = (await people["west"].data(read, id=f"Student:{city.students['张丽']}"))["student"]
    assert pupil["status"] == "TRANSFERRED_OUT"
    assert pupil["statusChanges"]["nodes"] == [{"elsewhere": FORM["elsewhere"], "approvalNumber": number}]

    told = await people["from"].data(shipped()["paper-of-a-case"].text, number=number)
    (paper,) = told["cases"]["nodes"]
    printed = paper_of(paper, "zh", "https://bureau.example.cn", (NOW, "张老师"))
    assert printed.title == "跨市转学申请表"
    assert FORM["elsewhere"] in {line.value for line in printed.lines}
    assert printed.address == f"https://bureau.example.cn/verify/{code}"
    assert (await nobody.data(VERIFY, code=code))["verifyCase"] == {
        "procedure": "Transfer out of the city",
        "form": "跨市转学申请表",
        "subject": "张*",
        "state": "Approved and carried out",
        "isApproved": True,
    }
