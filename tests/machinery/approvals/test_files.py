"""Files of a case: handed in with it, asked for, seen by those who see it, and taken back with a reason."""

from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from tests.machinery.approvals.support import People, approve, does, officers, opened
from tests.support import uploads
from tests.support.api import Api
from tests.support.families import PASSWORD, Family, bound, invited, signed_in
from tests.support.world import World

FILES = """query($id: ID!, $voided: Boolean) { case(id: $id) { fileCount files(orderBy: PLACE_ASC, filter: { voided: $voided }) { nodes {
    id place material chineseName isRequired fileName mediaType size step addedBy voidReason } } } }"""
LINK = "mutation($i: LinkCaseFileInput!) { linkCaseFile(input: $i) { link { url } errors { code path } } }"
WANTED = """{ catalogue { kinds { actions { name arguments { name type
    wanted { code required basis label { zh } } } } } } }"""
TOLD = "{ notices { nodes { englishText subject } } }"


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def uploaded(
    services: Services, owner: Actor, name: str = "证明.txt", data: bytes = uploads.TEXT, upto: int | None = None
) -> str:
    """The id of a file of somebody's that was looked at, or of an upload that broke off."""
    identity = await uploads.begun(services, owner, data, name, upto)
    await services.files.upkeep.turn()
    return f"File:{identity}"


async def files(api: Api, case: str, voided: bool | None = None) -> list[dict[str, Any]]:
    """The files of a case as somebody sees them."""
    found = (await api.data(FILES, id=case, voided=voided))["case"]
    return found["files"]["nodes"]  # type: ignore[no-any-return]


async def opens(api: Api, file: str) -> bool:
    """Whether somebody may open a file of a case."""
    return (await api.data(LINK, i={"id": file}))["linkCaseFile"]["link"] is not None


async def test_nothing_is_opened_without_what_is_required(people: People, services: Services, city: World) -> None:
    pupil = f"Student:{city.students['张丽']}"
    school = people["from"]

    async def reports(**given: Any) -> dict[str, Any]:
        made = "studentCase { id fileCount }"
        return dict(
            await school.write("openDeath", made, student=pupil, effectiveOn="2026-10-10", reason="因病", **given)
        )

    missing = (await reports())["errors"]
    assert [(error["code"], error["path"]) for error in missing] == [("MATERIAL_MISSING", ["materials"])]
    assert missing[0]["message"] == "“Proof of death” is missing (教基〔2025〕1号)."
    broken = await uploaded(services, people.actors["from"], upto=7)
    foreign = await uploaded(services, people.actors["from_other"])
    wrong = await uploaded(services, people.actors["from"], "照片.png", b"hello")
    for given, expected in (
        ([{"file": broken, "material": "proof_of_death"}], [("INVALID", "materials.0.file")]),
        ([{"file": wrong, "material": "proof_of_death"}], [("INVALID", "materials.0.file")]),
        ([{"file": foreign, "material": "proof_of_death"}], [("NOT_FOUND", "materials.0.file")]),
    ):
        errors = (await reports(materials=given))["errors"]
        assert [(error["code"], ".".join(error["path"])) for error in errors] == expected
    sound = await uploaded(services, people.actors["from"])
    errors = (await reports(materials=[{"file": sound, "material": "proof"}]))["errors"]
    assert [error["code"] for error in errors] == ["NOT_FOUND", "MATERIAL_MISSING"]
    made = await reports(materials=[{"file": sound, "material": "proof_of_death"}, {"file": sound}])
    assert made["errors"] == []
    case = made["studentCase"]["id"]
    assert made["studentCase"]["fileCount"] == 2
    first, second = await files(people["west"], case)
    assert {**first, "id": 0} == {
        "id": 0, "place": 1, "material": "proof_of_death", "chineseName": "死亡证明", "isRequired": True,
        "fileName": "证明.txt", "mediaType": "text/plain", "size": len(uploads.TEXT), "step": None,
        "addedBy": "from", "voidReason": None,
    }  # fmt: skip
    assert (second["material"], second["chineseName"], second["isRequired"]) == (None, "证明.txt", False)
    taken = await does(school, "removeCaseFile", case, place=1, reason="重复")
    assert taken == [("MATERIAL_MISSING", "place")], "no case goes on without what it needs"
    assert await does(school, "removeCaseFile", case, place=2, reason="重复") == []
    void = await people["from"].write("voidFile", "", id=sound, reason="不再需要")
    assert [error["code"] for error in void["errors"]] == ["IN_USE"], "what a case stands on stays"
    assert await does(school, "withdrawCase", case, reason="测试结束") == []


async def test_those_who_see_the_case_open_its_files_and_nobody_else(
    people: People, nobody: Api, services: Services, city: World
) -> None:
    given = [{"file": await uploaded(services, people.actors["from"]), "description": "居住证明"}]
    case = await opened(people["from"], city, "张丽", materials=given)
    ((file),) = await files(people["to"], case)
    assert file["chineseName"] == "居住证明"
    for who in ("to", "to_other", "east", "west", "city", "from"):
        assert await opens(people[who], file["id"]), who
    for who in ("middle",):
        assert (await people[who].data(FILES, id=case, voided=None))["case"] is None
        assert not await opens(people[who], file["id"]), who
    assert not await opens(nobody, file["id"])
    mine = await people["to"].data(
        LINK.replace("CaseFile", "File").replace("linkCaseFile", "linkFile"), i={"id": given[0]["file"]}
    )
    assert mine["linkFile"]["link"] is None, "the file itself stays its owner's"
    assert await does(people["from"], "removeCaseFile", case, place=1, reason="传错文件") == []
    assert not await opens(people["to"], file["id"])
    assert await files(people["to"], case) == []
    ((gone),) = await files(people["to"], case, voided=True)
    assert (gone["fileName"], gone["voidReason"]) == ("证明.txt", "传错文件")
    assert await does(people["from"], "withdrawCase", case, reason="测试结束") == []


async def test_files_are_added_by_whose_turn_it_is_and_by_who_was_asked(
    people: People, services: Services, city: World
) -> None:
    case = await opened(people["from"], city, "张丽")
    mine = [{"file": await uploaded(services, people.actors["from"]), "material": "household_register"}]
    theirs = [{"file": await uploaded(services, people.actors["to"]), "description": "学位核实"}]
    assert await does(people["from"], "addCaseFiles", case, materials=mine) == [("SUPPLEMENT_NOT_ASKED", "id")]
    assert await does(people["east"], "addCaseFiles", case, materials=mine) == [("NOT_FOUND", "materials.0.file")]
    assert await does(people["to"], "addCaseFiles", case, materials=[]) == [("REQUIRED", "materials")]
    assert await does(people["to"], "addCaseFiles", case, materials=theirs) == []
    assert await does(people["to"], "pauseCase", case, sort="SUPPLEMENT", reason="请补户口簿") == []
    told = (await people["from"].data(TOLD))["notices"]["nodes"]
    assert ("Your case is to be supplemented.", case) in [(one["englishText"], one["subject"]) for one in told]
    assert await does(people["from"], "addCaseFiles", case, materials=mine) == []
    told = (await people["to_other"].data(TOLD))["notices"]["nodes"]
    assert ("Files were added to a case.", case) in [(one["englishText"], one["subject"]) for one in told]
    assert [(one["material"], one["step"], one["addedBy"]) for one in await files(people["city"], case)] == [
        (None, "receiving_school", "to"),
        ("household_register", "receiving_school", "from"),
    ]
    assert await does(people["to"], "resumeCase", case) == []
    assert await approve(people["to"], case) == []
    assert await does(people["from"], "removeCaseFile", case, place=2, reason="换新") == [("CHANGED_SINCE", "place")]
    assert await does(people["to"], "removeCaseFile", case, place=2, reason="换新") == [("NOT_YOUR_STEP", "id")]
    assert await does(people["east"], "removeCaseFile", case, place=9, reason="误传") == [("NOT_FOUND", "place")]
    assert await does(people["east"], "removeCaseFile", case, place=2, reason="误传") == []
    assert await does(people["from"], "withdrawCase", case, reason="测试结束") == []
    assert await does(people["east"], "removeCaseFile", case, place=1, reason="误传") == [("CONFLICT", "id")]
    assert await does(people["to"], "addCaseFiles", case, materials=theirs) == [("CONFLICT", "id")]
    assert len(await files(people["city"], case)) == 1


async def test_the_catalogue_names_what_a_procedure_wants(people: People) -> None:
    kinds = (await people["from"].data(WANTED))["catalogue"]["kinds"]
    verbs = {action["name"]: action for kind in kinds for action in kind["actions"]}

    def wanted(verb: str) -> list[tuple[str, str, bool]]:
        (given,) = (one for one in verbs[verb]["arguments"] if one["name"] == "materials")
        assert given["type"] == "Attachments"
        return [(one["code"], one["label"]["zh"], one["required"]) for one in given["wanted"]]

    assert wanted("openDeath") == [("proof_of_death", "死亡证明", True)]
    assert wanted("openTransfer") == [
        ("household_register", "户口簿", False),
        ("proof_of_residence", "居住证明", False),
    ]
    assert wanted("addCaseFiles") == []


async def test_a_guardian_hands_files_in_and_sees_them(
    people: People, nobody: Api, services: Services, city: World
) -> None:
    number = await Family(services, city).guardian("张丽", phone="13800000077")
    code = await invited(people["from"], city, "张丽")
    name = (await bound(nobody, code, number, "13800000077"))["username"]
    guardian = await signed_in(services, name, PASSWORD)
    home = nobody.as_(guardian)
    given = [{"file": await uploaded(services, guardian, "户口簿.txt"), "material": "household_register"}]
    case = await opened(home, city, "张丽", materials=given)
    ((file),) = await files(home, case)
    assert (file["chineseName"], await opens(home, file["id"])) == ("户口簿", True)
    assert await opens(people["to"], file["id"])
    assert await does(home, "removeCaseFile", case, place=1, reason="换一份清晰的") == []
    assert await does(home, "addCaseFiles", case, materials=given) == [("SUPPLEMENT_NOT_ASKED", "id")]
    assert await does(people["to"], "pauseCase", case, sort="SUPPLEMENT", reason="请补户口簿") == []
    assert await does(home, "addCaseFiles", case, materials=given) == []
    assert await does(home, "withdrawCase", case, reason="测试结束") == []
