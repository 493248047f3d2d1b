"""A school is proposed, applied for and established, by the office that its type is for, and given a code of its own."""

import asyncio
from datetime import date

import pytest

from bureau.registry.unit import FormerCode
from tests.areas.establishment.town import Town

MADE = """query($id: ID!) { schoolProposal(id: $id) { state document
    school { id code name type { code } operation { from until } address superior { name }
        stages { nodes { stage { code } places } } } } }"""


async def made(town: Town, id_: str) -> dict[str, object]:
    found: dict[str, object] = (await town["clerk"].data(MADE, id=id_))["schoolProposal"]
    return found


async def test_a_kindergarten_is_established_by_the_county(town_: Town) -> None:
    proposal = await town_.propose("金牛区星河幼儿园", "111", places=360)
    case = await town_.open("openKindergartenEstablishment", proposal=proposal)
    second = await town_.refused("applicant", "openKindergartenEstablishment", proposal=proposal)
    assert second == [("CASE_OPEN", "")]
    changed = await town_.refused("clerk", "updateSchoolProposal", id=proposal, places=400)
    assert changed == [("INVALID", "state")]
    seen = await town_.case(case["id"])
    assert {step["unitName"] for step in seen["steps"]["nodes"]} == {"金牛区教育局"}
    assert [step["code"] for step in seen["steps"]["nodes"]] == [
        "acceptance",
        "review",
        "visit",
        "publicity",
        "approval",
    ]
    done = await town_.decide(case["id"])
    assert (done["errors"], done["case"]["state"]) == ([], "DONE")
    found = await made(town_, proposal)
    school = found["school"]
    assert isinstance(school, dict)
    assert (found["state"], found["document"]) == ("ESTABLISHED", seen["number"])
    assert (school["code"], school["superior"]["name"]) == ("1151000001", "金牛区教育局")
    assert school["operation"] == {"from": "2026-09-01", "until": None}
    assert school["stages"]["nodes"] == [{"stage": {"code": "K"}, "places": 360}]
    again = await town_.refused("clerk", "updateSchoolProposal", id=proposal, places=400)
    assert again == [("ENDED", "state")]


async def test_a_primary_school_is_decided_by_the_government(town_: Town) -> None:
    await town_.school("旧校", "211", "2151000041")
    proposal = await town_.propose("金牛区星河小学", "211")
    case = await town_.open("openSchoolEstablishment", proposal=proposal)
    done = await town_.decide(case["id"])
    assert done["errors"] == []
    found = await made(town_, proposal)
    assert found["document"] == "金府函〔2026〕9号"
    assert found["school"]["code"] == "2151000042"  # type: ignore[index]


async def test_a_senior_school_is_established_by_the_city(town_: Town) -> None:
    proposal = await town_.propose("金牛区星河高级中学", "342", places=1500, opensOn="2027-09-01")
    case = await town_.open("openSeniorEstablishment", proposal=proposal)
    seen = await town_.case(case["id"])
    assert {step["unitName"] for step in seen["steps"]["nodes"]} == {"成都市教育局"}
    early = await town_["clerk"].write("decideCase", id=case["id"], decision="APPROVE")
    assert [error["code"] for error in early["errors"]] == ["NOT_YOUR_STEP"]
    done = await town_.decide(case["id"], "city_")
    assert done["errors"] == []
    found = await made(town_, proposal)
    assert found["school"]["operation"] == {"from": "2027-09-01", "until": None}  # type: ignore[index]


async def test_a_case_is_sent_for_completion_and_refused_with_the_right_of_remedy(town_: Town) -> None:
    proposal = await town_.propose("金牛区月河幼儿园", "111")
    case = await town_.open("openKindergartenEstablishment", proposal=proposal)
    await town_.write("clerk", "pauseCase", "", id=case["id"], sort="SUPPLEMENT", reason="补交消防证明")
    paused = await town_.refused("clerk", "decideCase", id=case["id"], decision="APPROVE")
    assert paused == [("STEP_PAUSED", "id")]
    await town_.write("clerk", "resumeCase", "", id=case["id"])
    wordless = await town_.refused("clerk", "decideCase", id=case["id"], decision="REJECT")
    assert wordless == [("REQUIRED", "opinion")]
    await town_.write("clerk", "decideCase", "", id=case["id"], decision="REJECT", opinion="场地不符合要求")
    seen = await town_.case(case["id"])
    assert (seen["state"], seen["endReason"]) == ("REJECTED", "场地不符合要求")
    assert "行政复议" in seen["remedyChinese"]
    assert (await made(town_, proposal))["state"] == "PROPOSED"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"name": "中国第一小学"}, ("NAME_FORBIDDEN", "name")),
        ({"name": "金牛区重点小学"}, ("NAME_FORBIDDEN", "name")),
        ({"name": "旧校"}, ("DUPLICATE", "name")),
        ({"opensOn": "2026-10-08"}, ("TERM_BOUNDARY", "opensOn")),
        ({"type": "111"}, ("MISMATCH", "type")),
    ],
)
async def test_what_may_not_be_is_told_when_it_is_applied_for_and_refused_in_the_end(
    town_: Town, values: dict[str, str], expected: tuple[str, str]
) -> None:
    given = {"name": f"金牛区{expected[0]}小学", "type": "211", **values}
    proposal = await town_.propose(given.pop("name"), given.pop("type"), **given)
    case = await town_.open("openSchoolEstablishment", proposal=proposal)
    assert [one["code"] for one in case["warnings"] if one["code"] != "CALENDAR_UNKNOWN"] == ["NOT_MET"]
    refused = await town_.decide(case["id"])
    (error,) = refused["errors"]
    assert (error["code"], error["path"][-1]) == expected
    in_chinese = await town_["clerk"].in_("zh").write("decideCase", id=case["id"], decision="REJECT", opinion="不符")
    assert in_chinese["errors"] == []


async def test_classes_of_a_host_are_no_school(town_: Town) -> None:
    for values, expected in (({"type": "119"}, ("INVALID", "type")), ({"unit": town_.id("旧校")}, ("INVALID", "unit"))):
        given = {
            "unit": f"Office:{town_.county.office}",
            "name": "附设班",
            "type": "211",
            "division": f"Division:{town_.county.division}",
            "organiser": "831",
            "address": "某路",
            "places": 30,
            "opensOn": "2026-09-01",
            "grounds": "x",
            **values,
        }
        assert await town_.refused("clerk", "proposeSchool", **given) == [expected]


async def test_no_code_is_given_twice_whatever_became_of_it(town_: Town) -> None:
    """Former and void codes count, and two who are given one at the same moment are given two."""
    school = await town_.school("更码学校", "211", "2151090000")

    async def former(make: object) -> None:
        await make(FormerCode, unit=school, code="2151090005", held_until=date(2026, 1, 1))  # type: ignore[operator]

    await town_.county.add(former)
    await town_.school("作废学校", "211", "2151090009")
    await town_["city_clerk"].write("voidSchool", id=town_.id("作废学校"), reason="误建")
    cases = []
    for name in ("并发一小", "并发二小"):
        proposal = await town_.propose(name, "211")
        case = await town_.open("openSchoolEstablishment", proposal=proposal)
        while (await town_.case(case["id"]))["step"] != "government":
            seen = await town_.case(case["id"])
            for who in {"visit": ("inspector", "clerk_two")}.get(seen["step"], ("clerk",)):
                assert (await town_.decide_one(who, seen))["errors"] == []
        cases.append((proposal, await town_.case(case["id"])))
    await asyncio.gather(*(town_.decide_one("clerk", case) for _, case in cases))
    codes = sorted([(await made(town_, proposal))["school"]["code"] for proposal, _ in cases])  # type: ignore[index]
    assert codes == ["2151090010", "2151090011"]
