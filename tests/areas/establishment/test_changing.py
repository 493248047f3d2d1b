"""A school is renamed, moves, is split, is suspended and runs again, and is closed: each as approved, or refused."""

from datetime import date
from typing import Any

from bureau.kernel.actor import ANONYMOUS
from tests.areas.establishment.town import AUTUMN, Town

SCHOOL = """query($id: ID!) { school(id: $id) { code name address operation { from until }
    formerNames { nodes { name document } }
    closures(orderBy: EFFECTIVE_ON_ASC) { nodes { sort effectiveOn reopenedOn document } }
    successions(orderBy: EFFECTIVE_ON_ASC) { nodes { sort school { name } predecessorName predecessorAddress } } } }"""
REGISTER = """query($d: ID!, $n: String) { publicSchools(division: $d, name: $n) {
    code name chineseType division standing since until successor } }"""


async def school(town: Town, name: str) -> dict[str, Any]:
    found: dict[str, Any] = (await town["clerk"].data(SCHOOL, id=town.id(name)))["school"]
    return found


async def done(town: Town, verb: str, which: str, **given: Any) -> dict[str, Any]:
    """Open a case about a school and let it be approved; the last payload."""
    case = await town.open(verb, school=town.id(which), **given)
    return await town.decide(case["id"])


def codes(payload: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((error["code"], error["path"][-1]) for error in payload["errors"])


async def test_a_renamed_school_keeps_its_code_and_its_lineage(town_: Town) -> None:
    await town_.school("城关一小", "211", "2151050001")
    await town_.school("城关二小", "211", "2151050002")
    for name, expected in (("城关二小", ("DUPLICATE", "name")), ("国家第一小学", ("NAME_FORBIDDEN", "name"))):
        refused = await done(town_, "openSchoolRenaming", "城关一小", name=name, effectiveOn="2026-10-12")
        assert codes(refused) == [expected]
        await town_.write("director", "decideCase", "", id=refused["case"]["id"], decision="REJECT", opinion="不符")
    later = await done(town_, "openSchoolRenaming", "城关一小", name="城关实验小学", effectiveOn="2027-12-01")
    assert codes(later) == [("NOT_YET", "effectiveOn")]
    await town_.write("director", "decideCase", "", id=later["case"]["id"], decision="REJECT", opinion="日期未到")
    renamed = await done(town_, "openSchoolRenaming", "城关一小", name="城关实验小学", effectiveOn="2026-10-12")
    assert renamed["errors"] == []
    found = await school(town_, "城关一小")
    number = renamed["case"]["number"]
    assert (found["code"], found["name"]) == ("2151050001", "城关实验小学")
    assert found["formerNames"]["nodes"] == [{"name": "城关一小", "document": number}]
    (link,) = found["successions"]["nodes"]
    assert (link["sort"], link["school"]["name"], link["predecessorName"]) == ("RENAMED", "城关实验小学", "城关一小")


async def test_a_school_moves_within_its_county(town_: Town) -> None:
    await town_.school("迁址小学", "211", "2151050003")
    other = (await town_["clerk"].data('{ divisions(filter: { code: { eq: "510104" } }) { nodes { id } } }'))[
        "divisions"
    ]
    given = {"address": "新区大道8号", "effectiveOn": "2026-10-12"}
    refused = await done(town_, "openSchoolRelocation", "迁址小学", **given, division=other["nodes"][0]["id"])
    assert codes(refused) == [("MISMATCH", "division")]
    await town_.write("director", "decideCase", "", id=refused["case"]["id"], decision="REJECT", opinion="跨区")
    assert (await done(town_, "openSchoolRelocation", "迁址小学", **given))["errors"] == []
    found = await school(town_, "迁址小学")
    assert (found["address"], found["successions"]["nodes"][0]["sort"]) == ("新区大道8号", "MOVED")


async def test_pupils_are_placed_before_a_school_is_suspended_and_it_runs_again_with_its_code(town_: Town) -> None:
    await town_.school("停办小学", "211", "2151050004")
    await town_.school("接收小学", "211", "2151050005")
    await town_.county.class_("停办 P2", "停办小学", "P2")
    await town_.county.crowd("停办小学", "P2", "停办 P2", 5)
    refused = await done(town_, "openSchoolSuspension", "停办小学", effectiveOn="2026-10-09", reason="校舍加固")
    assert codes(refused) == [("PUPILS_LEFT", "school"), ("TERM_BOUNDARY", "effectiveOn")]
    await town_.write("director", "decideCase", "", id=refused["case"]["id"], decision="REJECT", opinion="先安置学生")
    classes = [{"schoolClass": f"SchoolClass:{town_.county.classes['停办 P2']}"}]
    run = await town_.plan("planPlacement", successor=town_.id("接收小学"), classes=classes)
    assert (run["state"], run["pupils"], run["classes"]) == ("PREVIEWED", 5, 1)
    assert (await town_.commit(run["id"], "接收小学"))["state"] == "COMMITTED", "no decision is needed to place pupils"
    stopped = await done(town_, "openSchoolSuspension", "停办小学", effectiveOn=AUTUMN, reason="校舍加固")
    assert stopped["errors"] == []
    found = await school(town_, "停办小学")
    assert found["operation"] == {"from": "1990-09-01", "until": AUTUMN}
    assert [(one["sort"], one["effectiveOn"], one["reopenedOn"]) for one in found["closures"]["nodes"]] == [
        ("SUSPENDED", AUTUMN, None)
    ]
    again = await done(town_, "openSchoolSuspension", "停办小学", effectiveOn=AUTUMN, reason="x")
    assert ("CLOSED", "school") in codes(again)
    await town_.write("director", "decideCase", "", id=again["case"]["id"], decision="REJECT", opinion="已停办")
    assert (await public(town_, "停办小学"))["standing"] == "SUSPENDED"
    resumed = await done(town_, "openSchoolResumption", "停办小学", effectiveOn=AUTUMN)
    assert resumed["errors"] == []
    found = await school(town_, "停办小学")
    assert (found["code"], found["operation"]) == ("2151050004", {"from": "1990-09-01", "until": None})
    running = await done(town_, "openSchoolResumption", "停办小学", effectiveOn=AUTUMN)
    assert codes(running) == [("INVALID", "school")]


async def public(town: Town, name: str) -> dict[str, Any]:
    """What everybody may know of a school, without signing in."""
    nobody = town.api.as_(ANONYMOUS)
    found = await nobody.data(REGISTER, d=f"Division:{town.county.division}", n=name)
    (one,) = found["publicSchools"]
    return dict(one)


async def test_a_school_is_closed_once_nobody_is_left_and_all_is_handed_over(town_: Town) -> None:
    await town_.school("撤销小学", "211", "2151050006")
    await town_.school("留存小学", "211", "2151050007")
    await town_.county.class_("撤销 P1", "撤销小学", "P1", 1, entry_year=2026)
    await town_.county.crowd("撤销小学", "P1", "撤销 P1", 3)
    teacher = await town_.county.teacher("撤销小学")
    given = {"effectiveOn": AUTUMN, "reason": "生源不足"}
    refused = await done(town_, "openSchoolClosure", "撤销小学", **given)
    assert codes(refused) == [("HANDOVER_OPEN", "school"), ("PUPILS_LEFT", "school"), ("STAFF_LEFT", "school")]
    texts = " ".join(error["message"] for error in refused["errors"])
    assert "3 pupils still stand in the register of 撤销小学" in texts
    assert "Archives and pupils' files" in texts
    classes = [{"schoolClass": f"SchoolClass:{town_.county.classes['撤销 P1']}"}]
    staff = [{"teacher": f"Teacher:{teacher}"}]
    run = await town_.plan("planPlacement", successor=town_.id("留存小学"), classes=classes, staff=staff)
    assert (await town_.commit(run["id"], "留存小学"))["state"] == "COMMITTED"
    await town_.hand_over("撤销小学", "留存小学")
    closed = await town_.decide(refused["case"]["id"])
    assert closed["errors"] == []
    found = await school(town_, "撤销小学")
    assert found["operation"]["until"] == AUTUMN
    assert found["closures"]["nodes"][0]["document"] == closed["case"]["number"]
    told = await public(town_, "撤销小学")
    assert told == {
        "code": "2151050006",
        "name": "撤销小学",
        "chineseType": "小学",
        "division": "金牛区",
        "standing": "CLOSED",
        "since": "1990-09-01",
        "until": AUTUMN,
        "successor": None,
    }
    taken = {"code": "2151050006", "name": "新校", "type": "211", "division": f"Division:{town_.county.division}"}
    assert ("DUPLICATE", "code") in await town_.refused("city_clerk", "createSchool", **taken), (
        "its code is void for ever"
    )


async def test_a_school_is_split_into_a_new_one_with_classes_pupils_and_staff(town_: Town) -> None:
    await town_.school("总校", "211", "2151050008")
    await town_.school("分校", "211", "2151050009")
    head, other = await town_.county.teacher("总校"), await town_.county.teacher("总校")
    await town_.county.class_("总校 P2 1", "总校", "P2", 1, head_teacher=head)
    await town_.county.class_("总校 P2 2", "总校", "P2", 2, head_teacher=other)
    await town_.county.crowd("总校", "P2", "总校 P2 1", 4)
    await town_.county.crowd("总校", "P2", "总校 P2 2", 6)
    moving = [{"schoolClass": f"SchoolClass:{town_.county.classes['总校 P2 2']}"}]
    asked = {"successor": town_.id("分校"), "classes": moving}
    run = await town_.plan("planSplit", **asked, staff=[{"teacher": f"Teacher:{head}"}])
    found = [one["englishText"] for one in run["findings"]["nodes"] if one["isBlocking"]]
    assert any("without its head teacher" in text for text in found)
    assert any("head teacher goes over whose class stays" in text for text in found)
    run = await town_.plan("planSplit", **asked, staff=[{"teacher": f"Teacher:{other}"}])
    assert [one for one in run["findings"]["nodes"] if one["isBlocking"]] == []
    wrong = await town_.open("openSchoolMerger", run=run["id"])
    assert [one["code"] for one in wrong["warnings"] if one["code"] == "NOT_MET"] == ["NOT_MET"] * 1
    await town_.write("clerk", "decideCase", "", id=wrong["id"], decision="REJECT", opinion="事项有误")
    case = await town_.open("openSchoolSplit", run=run["id"])
    assert (await town_.decide(case["id"]))["errors"] == []
    assert (await town_.commit(run["id"], "分校"))["state"] == "COMMITTED"
    of = {name: town_.county.schools[name] for name in ("总校", "分校")}
    count = "SELECT count(*) FROM student WHERE school_id = $1 AND void_reason IS NULL"
    assert [(await town_.rows(count, of[name]))[0][0] for name in ("总校", "分校")] == [4, 6]
    assert (await school(town_, "总校"))["successions"]["nodes"][0]["sort"] == "SPLIT_FROM"
    assert (await school(town_, "总校"))["operation"] is None, "it goes on"
    text = "query($s: ID!) { schoolSeries(school: $s) { own predecessors total } }"
    series = (await town_["clerk"].data(text, s=town_.id("分校")))["schoolSeries"]
    assert series[-1] == {"own": 6, "predecessors": 0, "total": 6}


async def test_only_those_who_keep_the_registers_plan_and_open(town_: Town) -> None:
    given = {"successor": town_.id("总校"), "schools": [{"school": town_.id("分校")}]}
    for who, verb, asked in (
        ("director", "planMerger", {**given, "effectiveOn": AUTUMN, "reason": "x"}),
        ("inspector", "openSchoolClosure", {"school": town_.id("总校"), "effectiveOn": AUTUMN, "reason": "x"}),
        ("director", "beginHandover", {"id": town_.id("总校"), "receiver": town_.id("分校")}),
    ):
        refused = await town_.refused(who, verb, **asked)
        assert [code for code, _ in refused] in (["FORBIDDEN"], ["NOT_FOUND"]), (who, verb, refused)


async def test_nothing_takes_effect_in_a_closed_term(town_: Town) -> None:
    await town_.school("学期小学", "211", "2151050011")
    await town_.school("学期承接小学", "211", "2151050012")
    first = "2026-02-24"
    (term,) = await town_.rows("SELECT id FROM term WHERE period_from = $1", date.fromisoformat(first))
    await town_.write("city_clerk", "closeTerm", id=f"Term:{term[0]}")
    merger = {"successor": town_.id("学期承接小学"), "schools": [{"school": town_.id("学期小学")}]}
    planned = await town_.refused("clerk", "planMerger", **merger, effectiveOn=first, reason="合并")
    assert planned == [("PERIOD_CLOSED", "effectiveOn")]
    refused = await done(town_, "openSchoolSuspension", "学期小学", effectiveOn=first, reason="校舍加固")
    assert codes(refused) == [("PERIOD_CLOSED", "effectiveOn")]
    assert "2026-02-24 – 2026-07-05" in refused["errors"][0]["message"], "which term"
    await town_.write("city_clerk", "reopenTerm", id=f"Term:{term[0]}")
    stopped = await town_.decide(refused["case"]["id"])
    assert stopped["errors"] == []
    assert (await school(town_, "学期小学"))["operation"] == {"from": "1990-09-01", "until": first}


async def test_what_ends_has_begun(town_: Town) -> None:
    """A school of which nobody entered when it was founded neither merges nor is closed until somebody does."""
    await town_.county.school("无日期小学", "211")
    await town_.school("有日期小学", "211", "2151050014")
    merger = {"successor": town_.id("有日期小学"), "schools": [{"school": town_.id("无日期小学")}]}
    run = await town_.plan("planMerger", **merger)
    (found,) = [one for one in run["findings"]["nodes"] if one["code"] == "REQUIRED"]
    assert found["isBlocking"]
    given = {"effectiveOn": AUTUMN, "reason": "校舍加固"}
    refused = await done(town_, "openSchoolSuspension", "无日期小学", **given)
    assert codes(refused) == [("REQUIRED", "foundedOn")]
    await town_.write("clerk", "updateSchool", id=town_.id("无日期小学"), foundedOn="1995-09-01")
    await town_.write("clerk", "previewReorganisation", id=run["id"])
    await town_.county.work()
    assert "REQUIRED" not in [one["code"] for one in (await town_.run(run["id"]))["findings"]["nodes"]]
    assert (await town_.decide(refused["case"]["id"]))["errors"] == []


async def test_nobody_merges_while_a_procedure_about_them_is_under_way(town_: Town) -> None:
    """It would be decided for a school that is not theirs any more."""
    await town_.school("在办小学", "211", "2151050015")
    await town_.school("在办承接小学", "211", "2151050016")
    await town_.county.class_("在办 P2", "在办小学", "P2")
    pupil = await town_.county.pupil("在办生", "在办小学", "P2", "在办 P2")
    asked = {"student": f"Student:{pupil}", "school": town_.id("在办承接小学"), "effectiveOn": "2026-10-12"}
    opened = await town_.write("clerk", "openTransfer", "studentCase { id number }", **asked, reason="随父母迁居")
    case = opened["studentCase"]
    merger = {"successor": town_.id("在办承接小学"), "schools": [{"school": town_.id("在办小学")}]}
    run = await town_.plan("planMerger", **merger)
    (found,) = [one for one in run["findings"]["nodes"] if one["code"] == "CASE_OPEN"]
    assert found["isBlocking"]
    assert case["number"] in found["chineseText"]
    merging = await town_.open("openSchoolMerger", run=run["id"])
    refused = await town_.decide(merging["id"])
    assert codes(refused) == [("CASE_OPEN", "school")]
    await town_.write("clerk", "withdrawCase", id=case["id"], reason="家长撤回")
    assert (await town_.decide(merging["id"]))["errors"] == []
