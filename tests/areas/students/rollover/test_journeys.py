"""The roll-over of a year: previewed, settled, committed and taken back, through the API."""

from datetime import date
from typing import Any

import pytest

from bureau.areas.students.grades import repeat_grade, skip_grade
from bureau.kernel.words import Words
from tests.areas.students.rollover.county import CASES, County, findings, lines
from tests.areas.students.support import carry_out
from tests.support.people import of_school

UNDER_WAY = Words("Transfer 2026-17 is under way.", "转学申请 2026-17 办理中。")


@pytest.fixture(scope="module")
async def primary(north: County) -> County:
    """A primary school with a pupil of every sort."""
    await north.school("北城小学", "211")
    await north.class_("P1", "北城小学", "P1")
    await north.class_("P2", "北城小学", "P2", name="二年级1班")
    await north.class_("P5", "北城小学", "P5", head_teacher=await north.teacher("北城小学"))
    await north.class_("P6", "北城小学", "P6")
    await north.class_("NEW", "北城小学", "P1", entry_year=2026)
    await north.pupil("升级", "北城小学", "P2", "P2", seat_number=7)
    await north.pupil("转学", "北城小学", "P2", "P2")
    await north.pupil("留级", "北城小学", "P2", "P2", seat_number=8)
    await north.pupil("跳级", "北城小学", "P1", "P1")
    await north.pupil("休学", "北城小学", "P5", "P5", status="SUSPENDED")
    await north.pupil("五年级", "北城小学", "P5", "P5")
    await north.pupil("未编班", "北城小学", "P5")
    await north.pupil("毕业", "北城小学", "P6", "P6")
    await north.pupil("流失", "北城小学", "P6", "P6", status="DROPPED_OUT")
    await north.pupil("新生", "北城小学", "P1", "NEW", since=date(2026, 9, 1))
    CASES[north.pupils["转学"]] = UNDER_WAY
    approved = {"effective_on": date(2026, 8, 20), "reason": "监护人申请"}
    for verb, name in ((repeat_grade, "留级"), (skip_grade, "跳级")):
        assert await carry_out(north.api, verb, north.pupils[name], **approved) == []
    return north


async def test_a_year_is_previewed_settled_and_committed(primary: County) -> None:
    before = await primary.everything()
    run = await primary.of_school("北城小学")
    assert (run["state"], run["fromYear"]["name"], run["toYear"]["name"]) == ("PREVIEWED", "2025-2026", "2026-2027")
    assert lines(run) == {
        ("北城小学", "P1"): {"pupils": 2, "promoted": 1, "entered": 1},
        ("北城小学", "P2"): {"pupils": 3, "promoted": 2, "blocked": 1},
        ("北城小学", "P5"): {"pupils": 3, "promoted": 2, "staying": 1},
        ("北城小学", "P6"): {"pupils": 1, "blocked": 1},
    }
    assert findings(run) == [
        ("NOT_GRADUATED", True, 1),
        ("NO_CLASS", False, 1),
        ("NO_CLASS", False, 1),
        ("NO_CLASS", False, 1),
        ("OPEN_CASE", True, 1),
        ("SUSPENDED", False, 1),
    ]
    (case,) = [f for f in run["findings"]["nodes"] if f["sort"] == "OPEN_CASE"]
    assert (case["student"]["id"], case["chineseText"]) == (f"Student:{primary.pupils['转学']}", UNDER_WAY.zh)
    named = {(c["fate"], c["name"], c["nextName"]) for c in run["classes"]["nodes"]}
    assert ("RISES", "二年级1班", "三年级1班") in named
    assert ("RISES", "2021级1班", "2021级1班") in named
    assert ("ENDS", "2020级1班", None) in named
    assert (run["classesRisen"], run["classesMade"], run["classesEnded"]) == (3, 0, 1)
    assert await primary.everything() == before, "a preview writes nothing but itself"

    write, asked = primary.api.write, {"id": run["id"], "confirmation": "北城小学"}
    refused = await primary.api.in_("zh").write("commitRollOver", "rollOver { id }", **asked)
    assert [e["code"] for e in refused["errors"]] == ["NOT_MET"]
    assert refused["errors"][0]["message"].startswith("不符合规定：仍有 2 名学生受阻")
    run = await primary.settle(run, OPEN_CASE="转学办理中", NOT_GRADUATED="毕业名单〔2026〕1号")
    assert {name: run[name] for name in ("promoted", "graduated", "staying", "blocked", "leftOut")} == {
        "promoted": 5,
        "graduated": 1,
        "staying": 1,
        "blocked": 0,
        "leftOut": 1,
    }
    mistyped = await write("commitRollOver", "rollOver { id }", **(asked | {"confirmation": "北城"}))
    assert [(e["code"], e["path"]) for e in mistyped["errors"]] == [("MISMATCH", ["confirmation"])]
    run = await primary.commit(run, "北城小学")
    assert (run["state"], run["job"]["state"]) == ("COMMITTED", "SUCCEEDED")
    assert await primary.stands("升级", "转学", "留级", "跳级", "休学", "五年级", "未编班", "毕业", "流失", "新生") == [
        ("ENROLLED", "P3", "三年级1班"),
        ("ENROLLED", "P2", None),
        ("ENROLLED", "P2", None),  # who had gone back to the first grade, and repeats the second
        ("ENROLLED", "P3", None),  # who had skipped the second grade
        ("SUSPENDED", "P5", None),
        ("ENROLLED", "P6", "2021级1班"),
        ("ENROLLED", "P6", None),
        ("GRADUATED", "P6", "2020级1班"),
        ("DROPPED_OUT", "P6", "2020级1班"),
        ("ENROLLED", "P1", "2026级1班"),
    ]
    text = "query($id: ID!) { student(id: $id) { enrolments { nodes { period { until } endedBy { code } } } } }"
    stay = (await primary.api.data(text, id=f"Student:{primary.pupils['毕业']}"))["student"]["enrolments"]["nodes"]
    assert stay == [{"period": {"until": "2026-09-01"}, "endedBy": {"code": "99"}}]
    again = await write("commitRollOver", "rollOver { id }", **asked)
    assert [e["code"] for e in again["errors"]] == ["ENDED"]


async def test_a_year_moves_nobody_twice_and_takes_along_who_was_left_out(primary: County) -> None:
    """Runs after the first: a pupil whose procedure is over goes into the class that went up without them."""
    CASES.clear()
    run = await primary.of_school("北城小学")
    assert lines(run) == {
        ("北城小学", "P1"): {"pupils": 1, "entered": 1},
        ("北城小学", "P2"): {"pupils": 2, "promoted": 1, "entered": 1},
        ("北城小学", "P3"): {"pupils": 2, "entered": 2},
        ("北城小学", "P5"): {"pupils": 1, "staying": 1},
        ("北城小学", "P6"): {"pupils": 2, "entered": 2},
    }
    assert run["classes"]["nodes"] == []
    run = await primary.commit(run, "北城小学")
    assert await primary.stands("转学", "留级", "升级") == [
        ("ENROLLED", "P3", "三年级1班"),
        ("ENROLLED", "P2", None),
        ("ENROLLED", "P3", "三年级1班"),
    ]


@pytest.fixture(scope="module")
async def nine(north: County) -> County:
    """A school of nine years, and one whose primary years are five."""
    await north.school("北城九年制学校", "312", schooling="63")
    await north.class_(
        "N6", "北城九年制学校", "P6", number=2, head_teacher=await north.teacher("北城九年制学校"), type="10"
    )
    await north.class_("N9", "北城九年制学校", "J3")
    await north.pupil("小升初", "北城九年制学校", "P6", "N6")
    await north.pupil("初三", "北城九年制学校", "J3", "N9")
    await north.school("北城五四制学校", "312", schooling="54")
    await north.class_("F5", "北城五四制学校", "P5", name="五年级1班")
    await north.class_("F8", "北城五四制学校", "J3")
    await north.pupil("五四小升初", "北城五四制学校", "P5", "F5")
    await north.pupil("五四初三", "北城五四制学校", "J3", "F8")
    await north.pupil("无此年级", "北城五四制学校", "P6")
    return north


async def test_compulsory_schooling_goes_on_at_the_same_school_in_classes_that_are_made(nine: County) -> None:
    before = await nine.everything()
    run = await nine.of_school("北城五四制学校")
    assert lines(run)["北城五四制学校", "P6"] == {"pupils": 1, "blocked": 1}
    assert ("NO_NEXT_GRADE", True, 1) in findings(run)
    five = await nine.commit(await nine.settle(run, NO_NEXT_GRADE="年级登记有误"), "北城五四制学校")
    run = await nine.of_school("北城九年制学校")
    six = await nine.commit(await nine.settle(run, NOT_GRADUATED="毕业名单〔2026〕2号"), "北城九年制学校")
    assert (six["classesMade"], six["classesEnded"]) == (1, 2)
    assert await nine.stands("小升初", "初三", "五四小升初", "五四初三", "无此年级") == [
        ("ENROLLED", "J1", "2026级2班"),
        ("GRADUATED", "J3", "2023级1班"),
        ("ENROLLED", "J1", "六年级1班"),
        ("ENROLLED", "J4", "2023级1班"),
        ("ENROLLED", "P6", None),
    ]
    text = "query($id: ID!) { student(id: $id) { schoolClass { type { code } headTeacher { id } endedOn } } }"
    made = (await nine.api.data(text, id=f"Student:{nine.pupils['小升初']}"))["student"]["schoolClass"]
    assert (made["type"]["code"], made["headTeacher"] is None, made["endedOn"]) == ("20", False, None)

    late = await nine.api.write("updateStudent", "student { id }", id=f"Student:{nine.pupils['小升初']}", boarding="2")
    assert late["errors"] == []
    hindered = await nine.undo(six)
    assert (hindered["state"], hindered["job"]["state"]) == ("COMMITTED", "FAILED")
    hints = [(f["sort"], f["record"]) for f in hindered["findings"]["nodes"] if f["sort"] == "HINDERS"]
    assert hints == [("HINDERS", f"Student:{nine.pupils['小升初']}")]
    assert (await nine.stands("小升初"))[0] == ("ENROLLED", "J1", "2026级2班"), "nothing was undone"
    undone = await nine.undo(five)
    assert (undone["state"], undone["job"]["state"]) == ("UNDONE", "SUCCEEDED")
    assert await nine.stands("五四小升初", "五四初三") == [
        ("ENROLLED", "P5", "五年级1班"),
        ("ENROLLED", "J3", "2023级1班"),
    ]
    now = await nine.everything()
    at = nine.schools["北城五四制学校"]
    for sql, rows in before.items():
        if "school_id" in sql:
            assert [row for row in now[sql] if row[1] == at] == [row for row in rows if row[1] == at]
    run = await nine.of_school("北城五四制学校")
    assert lines(run)["北城五四制学校", "P5"] == {"pupils": 1, "promoted": 1}, "what was undone can be done again"


async def test_a_roll_over_fails_that_is_another_by_now(nine: County) -> None:
    await nine.school("北城二小", "211")
    await nine.class_("E3", "北城二小", "P3")
    await nine.pupil("在校", "北城二小", "P3", "E3")
    run = await nine.of_school("北城二小")
    CASES[nine.pupils["在校"]] = UNDER_WAY
    run = await nine.commit(run, "北城二小")
    CASES.clear()
    assert (run["state"], run["job"]["state"]) == ("FAILED", "FAILED")
    assert run["chineseReason"].startswith("学校 School:")
    assert await nine.stands("在校") == [("ENROLLED", "P3", "2023级1班")]
    assert (await nine.commit(run, "北城二小"))["state"] == "COMMITTED"


async def test_schools_that_close_and_classes_that_do_not_fit_are_stopped(nine: County) -> None:
    await nine.school("北城三小", "211", operation=(date(2000, 9, 1), None))
    await nine.class_("C4", "北城三小", "P4")
    await nine.class_("C3", "北城三小", "P3", number=2, entry_year=2022)
    await nine.pupil("撤班", "北城三小", "P4", "C4")
    await nine.pupil("班级不符", "北城三小", "P3", "C3")
    identity = {"id": f"SchoolClass:{nine.classes['C4']}"}
    ended = await nine.api.write("updateSchoolClass", "schoolClass { id }", **identity, endedOn="2026-07-01")
    assert ended["errors"] == []
    run = await nine.of_school("北城三小")
    assert findings(run) == [("CLASS_MISMATCH", True, 1), ("ODD_CLASS", False, 1)]
    school = {"id": f"School:{nine.schools['北城三小']}", "operation": {"from": "2000-09-01", "until": "2026-09-01"}}
    assert (await nine.api.write("updateSchool", "school { id }", **school))["errors"] == []
    run = await nine.of_school("北城三小")
    assert findings(run) == [("SCHOOL_CLOSED", True, 2)]
    run = await nine.settle(run, SCHOOL_CLOSED="学校停办，学生另行安置")
    assert (run["blocked"], run["leftOut"], run["classesRisen"]) == (0, 2, 0)


async def test_a_school_previews_its_own_and_the_bureau_commits(primary: County) -> None:
    own = primary.api.as_(of_school(primary.schools["北城小学"]))
    year = {"fromYear": f"SchoolYear:{primary.year}"}

    async def codes(api: Any, verb: str, **given: Any) -> list[str]:
        kind = "rollOverFinding" if verb == "leaveOutOfRollOver" else "rollOver"
        return [e["code"] for e in (await api.write(verb, f"{kind} {{ id }}", **given))["errors"]]

    assert await codes(own, "previewRollOver", unit=f"Office:{primary.office}", **year) == ["NOT_FOUND"]
    asked = await own.write("previewRollOver", "rollOver { id }", unit=f"School:{primary.schools['北城小学']}", **year)
    assert asked["errors"] == []
    await primary.work()
    run = asked["rollOver"]["id"]
    assert await codes(own, "commitRollOver", id=run, confirmation="北城小学") == ["FORBIDDEN"]
    assert await codes(own, "undoRollOver", id=run, reason="x") == ["FORBIDDEN"]
    last = {"fromYear": f"SchoolYear:{primary.year + 1}", "unit": f"Office:{primary.office}"}
    assert await codes(primary.api, "previewRollOver", **last) == ["NOT_FOUND"], "no year follows it yet"


async def test_a_preview_says_where_schools_and_classes_are_too_large(north: County) -> None:
    await north.school("拥挤小学", "211")
    await north.class_("拥挤 P1", "拥挤小学", "P1")
    await north.class_("拥挤 P2", "拥挤小学", "P2")
    await north.crowd("拥挤小学", "P1", "拥挤 P1", 45)
    await north.crowd("拥挤小学", "P2", "拥挤 P2", 1955)
    run = await north.of_school("拥挤小学")
    assert findings(run) == [("CLASS_TOO_LARGE", False, 1955)], "2,000 are not too many, and 45 in a class are not"
    await north.crowd("拥挤小学", "P1", "拥挤 P1", 1)
    run = await north.of_school("拥挤小学")
    assert findings(run) == [
        ("CLASS_TOO_LARGE", False, 46),
        ("CLASS_TOO_LARGE", False, 1955),
        ("SCHOOL_TOO_LARGE", False, 2001),
    ]
