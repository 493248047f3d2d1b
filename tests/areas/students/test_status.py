"""What becomes of pupils: each way out of the register and back, who may do it, and what it leaves behind."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bureau.areas.students.authority import authorities
from bureau.areas.students.grades import repeat_grade, skip_grade
from tests.areas.students.support import carry_out, changes, pupil
from tests.areas.students.test_transfer import a_class
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_county, of_school
from tests.support.world import World

NUMBER = "锦教学籍〔2026〕8号"
DAY: dict[str, Any] = {"effectiveOn": "2026-10-12", "reason": "样本原因", "approvalNumber": NUMBER}


def one(city: World, name: str) -> str:
    return f"Student:{city.students[name]}"


async def done(api: Api, verb: str, city: World, name: str, **given: Any) -> list[tuple[str, str]]:
    return said(await api.write(verb, id=one(city, name), **{**DAY, **given}))


async def corrected(api: Api, city: World, name: str) -> list[tuple[str, str]]:
    """Take back the last entry of a pupil that stands."""
    asked = "query($id: ID!) { student(id: $id) { statusChanges(orderBy: ID_DESC) { nodes { id corrections { totalCount } corrects { id } } } } }"
    nodes = (await api.data(asked, id=one(city, name)))["student"]["statusChanges"]["nodes"]
    last = next(node["id"] for node in nodes if not node["corrections"]["totalCount"] and not node["corrects"])
    given = {"change": last, "reason": "录入有误", "approvalNumber": NUMBER}
    return said(await api.write("correctStatus", id=one(city, name), **given))


async def test_a_pupil_is_suspended_for_a_year_at_most_and_comes_back(api: Api, city: World) -> None:
    east = api.as_(of_county(city.east))
    assert await done(east, "suspendStudent", city, "王芳", until="2027-10-13") == [("NOT_MET", "until")]
    assert await done(east, "suspendStudent", city, "王芳", until="2026-10-12") == [("NOT_MET", "until")] * 2
    assert await done(east, "suspendStudent", city, "王芳", until="2027-01-31", note="区人民医院诊断证明") == []
    assert await done(east, "suspendStudent", city, "王芳", until="2027-10-12") == [], "it goes on"
    assert await done(east, "withdrawStudent", city, "王芳") == [("NOT_MET", "")]
    assert await done(east, "transferOutOfCity", city, "王芳", elsewhere="重庆市某小学") == [("NOT_MET", "")]
    assert await done(east, "resumeStudent", city, "王芳", grade="P2") == [("NOT_MET", "grade")]
    found = await pupil(api, city.students["王芳"])
    assert (found["status"], found["enrolments"]["nodes"][-1]["period"]["until"]) == ("SUSPENDED", None)
    given = {"schoolClass": f"SchoolClass:{city.school_class}"}
    assert await done(east, "resumeStudent", city, "王芳", **given) == []
    found = await pupil(api, city.students["王芳"])
    assert (found["status"], found["schoolClass"]["name"]) == ("ENROLLED", "2026级1班")
    assert await changes(api, city.students["王芳"]) == ["11", "11", "12"]


async def test_each_office_decides_on_its_own_pupils(api: Api, city: World) -> None:
    """A county's on those of compulsory schools, the city's on seniors and on schools of its own."""
    east, until = api.as_(of_county(city.east)), "2027-01-31"
    assert await done(east, "suspendStudent", city, "赵强", until=until) == [("FORBIDDEN", "")]
    assert await done(east, "suspendStudent", city, "单雄信", until=until) == [("NOT_FOUND", "id")]
    school = api.as_(of_school(city.schools["东城小学"]))
    assert await done(school, "suspendStudent", city, "王芳", until=until) == [("FORBIDDEN", "")]
    middle, direct = city.schools["东城中学"], city.schools["成都市实验中学"]
    places = {(middle, "J1"), (middle, "S3"), (middle, ""), (direct, "J3")}
    found = await api.services.store.database.transaction(lambda tx: authorities(places))
    assert found == {
        (middle, "J1"): city.east,
        (middle, "S3"): city.bureau,
        (middle, ""): city.east,
        (direct, "J3"): city.bureau,
    }


async def test_nobody_of_compulsory_education_is_sent_away(api: Api, city: World) -> None:
    for verb in ("withdrawStudent", "expelStudent", "leaveStudent"):
        refused = await api.write(verb, id=one(city, "阿依古丽·买买提"), **DAY)
        assert said(refused) == [("NOT_MET", "")]
        assert (
            refused["errors"][0]["message"] == "Not met: Not for pupils of compulsory education. (义务教育法第二十七条)"
        )


@pytest.mark.parametrize(
    ("verb", "given", "status", "code"),
    [
        ("withdrawStudent", {}, "WITHDRAWN", "31"),
        ("expelStudent", {}, "EXPELLED", "42"),
        ("leaveStudent", {"certificateNumber": "Y2026001"}, "LEFT", "63"),
        ("recordDeath", {}, "DECEASED", "51"),
        ("sendAbroad", {"elsewhere": "德国"}, "ABROAD", "99"),
        ("transferOutOfCity", {"elsewhere": "重庆市某中学"}, "TRANSFERRED_OUT", "21"),
    ],
)
async def test_who_goes_is_gone_until_it_is_corrected(
    api: Api, city: World, verb: str, given: dict[str, Any], status: str, code: str
) -> None:
    """And nothing of it is deleted: the entry stays beside the one that takes it back."""
    senior = city.students["赵强"]
    before = await pupil(api, senior)
    assert await done(api, verb, city, "赵强", **given) == []
    gone = await pupil(api, senior)
    stay = gone["enrolments"]["nodes"][-1]
    assert (gone["status"], stay["period"]["until"], stay["endedBy"]["code"]) == (status, "2026-10-12", code)
    assert await corrected(api, city, "赵强") == []
    after = await pupil(api, senior)
    entries = after["statusChanges"].pop("nodes")
    known = before["statusChanges"].pop("nodes")
    assert after == before
    assert len(entries) == len(known) + 2
    assert [e["category"]["code"] for e in entries[-2:]] == [code, code]


async def test_the_past_shows_a_pupil_where_they_were(api: Api, city: World) -> None:
    seen = "query($id: ID!, $t: DateTime) { student(id: $id, asOf: $t) { status school { name } enrolments { totalCount } } }"
    moment = datetime.now(UTC).isoformat()
    assert await done(api, "sendAbroad", city, "孙悟", elsewhere="德国") == []
    for at, status in ((moment, "ENROLLED"), (None, "ABROAD")):
        found = (await api.data(seen, id=one(city, "孙悟"), t=at))["student"]
        assert found == {"status": status, "school": {"name": "成都市实验中学"}, "enrolments": {"totalCount": 1}}
    back = {"school": f"School:{city.schools['东城中学']}", "grade": "J2"}
    assert await done(api, "returnFromAbroad", city, "孙悟", **back) == []
    found = await pupil(api, city.students["孙悟"])
    assert (found["school"]["name"], found["grade"]["code"]) == ("东城中学", "J2")
    assert [stay["school"]["name"] for stay in found["enrolments"]["nodes"]] == ["成都市实验中学", "东城中学"]
    assert await changes(api, city.students["孙悟"]) == ["99", "17"]
    assert await done(api, "transferIn", city, "孙悟", **back, elsewhere="重庆") == [("NOT_MET", "")]


async def test_a_grade_is_repeated_or_skipped_as_a_guardian_asks(api: Api, city: World) -> None:
    given = {"effective_on": date(2026, 10, 12), "reason": "家长申请"}
    small = city.students["曾晓明"]
    assert await carry_out(api, repeat_grade, small, **given) == [("NOT_MET", "")], "there is no grade before the first"
    assert await carry_out(api, skip_grade, small, **given) == []
    assert (await pupil(api, small))["grade"] == {"code": "P2"}
    assert await carry_out(api, repeat_grade, small, **given) == []
    assert await carry_out(api, skip_grade, city.students["李伟"], **given) == [("NOT_MET", "")]
    assert await changes(api, small) == ["04", "02"]


async def test_a_class_is_changed_within_school_and_grade(api: Api, city: World) -> None:
    school = api.as_(of_school(city.schools["东城小学"]))
    first, second = city.school_class, await a_class(api, city.schools["东城小学"], "P1", 2)
    given = {"effectiveOn": "2026-10-12", "reason": "均衡编班"}
    name, small = one(city, "曾晓明"), city.students["曾晓明"]
    entries = len(await changes(api, small))
    assert said(await school.write("changeClass", id=name, schoolClass=f"SchoolClass:{first}", **given)) == [
        ("NOT_MET", "")
    ]
    assert said(await school.write("placeStudent", id=name, schoolClass=f"SchoolClass:{first}")) == []
    assert len(await changes(api, small)) == entries, "who was in no class is placed in one without an entry"
    assert said(await school.write("placeStudent", id=name, schoolClass=f"SchoolClass:{second}")) == [("NOT_MET", "")]
    assert said(await school.write("changeClass", id=name, schoolClass=f"SchoolClass:{first}", **given)) == [
        ("NOT_MET", "schoolClass")
    ]
    moved = await school.write("changeClass", id=name, schoolClass=f"SchoolClass:{second}", seatNumber=7, **given)
    assert said(moved) == []
    assert (await changes(api, small))[-1] == "29"
    other = await a_class(api, city.schools["东城小学"], "P3", 5)
    assert said(await school.write("changeClass", id=name, schoolClass=f"SchoolClass:{other}", **given)) == [
        ("NOT_MET", "schoolClass")
    ]


async def test_a_class_graduates_at_once_and_no_certificate_is_given_twice(api: Api, city: World) -> None:
    """The numbers of its certificates count on; one that was taken back is not given again."""
    school, boy = city.schools["东城小学"], city.students["李伟"]
    class_ = f"SchoolClass:{await a_class(api, school, 'P6', 1)}"
    assert said(await api.write("placeStudent", id=f"Student:{boy}", schoolClass=class_)) == []
    given = {"id": f"School:{school}", "effectiveOn": "2026-10-12", "reason": "结业", "approvalNumber": NUMBER}
    given |= {"schoolClass": class_}
    assert said(await api.write("completeStudents", **given)) == [("REQUIRED", "firstCertificate")]
    assert said(await api.write("completeStudents", firstCertificate="B2026009", **given)) == []
    asked = "query($id: ID!) { student(id: $id) { status statusChanges { nodes { certificateNumber } } } }"
    found = (await api.data(asked, id=f"Student:{boy}"))["student"]
    assert found == {"status": "COMPLETED", "statusChanges": {"nodes": [{"certificateNumber": "B2026009"}]}}
    assert await corrected(api, city, "李伟") == []
    assert said(await api.write("graduateStudents", firstCertificate="B2026009", **given)) == [
        ("DUPLICATE", "certificateNumber")
    ]
    assert (await pupil(api, boy))["schoolClass"] == {"name": "2021级1班"}, "he is back where he was"


async def numbers(api: Api, *students: int) -> list[str]:
    asked = "query($ids: [ID!]) { students(filter: { id: { in: $ids } }, orderBy: ID_ASC) { nodes { number } } }"
    nodes = (await api.data(asked, ids=[f"Student:{one}" for one in students]))["students"]["nodes"]
    return [node["number"] for node in nodes]


async def test_pupils_graduate_by_a_list_and_enter_the_next_stage(api: Api, city: World) -> None:
    pupil_ = city.students["李伟"]
    (number,) = await numbers(api, pupil_)
    (other,) = await numbers(api, city.students["张丽"])
    school = {
        "id": f"School:{city.schools['东城小学']}",
        "effectiveOn": "2026-10-12",
        "reason": "准予毕业",
        "approvalNumber": NUMBER,
    }
    east = api.as_(of_county(city.east))
    for text, faults in (
        ("", [("INVALID", "pupils")]),
        (number, [("INVALID", "pupils")]),
        (f"{number} B1\n{number} B2", [("DUPLICATE_ROW", "pupils")]),
        (f"{other} B1", [("INVALID", "pupils")]),
        (f"{number} 乙1", [("INVALID", "certificateNumber")]),
    ):
        assert said(await east.write("graduateStudents", pupils=text, **school)) == faults, text
    refused = await api.write("graduateStudents", pupils=f"{other} B1", **school)
    assert said(refused) == [("NOT_MET", "pupils")] * 2, "another school's, and no last grade"
    assert said(await east.write("graduateStudents", pupils=f"{number}\tB2026001", **school)) == []
    assert (await pupil(api, pupil_))["status"] == "GRADUATED"
    middle = {"id": f"School:{city.schools['东城中学']}", "effectiveOn": "2026-10-13"}
    assert said(await east.write("admitStudents", pupils=number, grade="J1", **middle)) == [("NOT_MET", "effectiveOn")]
    middle["effectiveOn"] = "2026-10-12"
    assert said(await east.write("admitStudents", pupils=number, grade="S1", **middle)) == [("FORBIDDEN", "")]
    assert said(await api.write("admitStudents", pupils=number, grade="S1", **middle)) == [("NOT_MET", "grade")]
    assert said(await east.write("admitStudents", pupils=number, grade="J1", **middle)) == []
    found = await pupil(api, pupil_)
    assert (found["status"], found["school"]["name"], found["grade"]["code"]) == ("ENROLLED", "东城中学", "J1")
    assert found["enrolments"]["nodes"][-1]["entryWay"] == {"code": "01"}
    assert (await changes(api, pupil_))[-1] == "99"


async def test_a_pupil_comes_from_another_city(api: Api, city: World) -> None:
    given = {
        "school": f"School:{city.schools['西城小学']}",
        "name": "林小雨",
        "sex": "2",
        "birthDate": "2017-02-28",
        "documentType": "1",
        "documentNumber": "440305201702280029",
        "grade": "P4",
        "elsewhere": "深圳市某小学",
        **DAY,
    }
    west = api.as_(of_county(city.west))
    made = await west.write("receiveStudent", "student { id }", **given)
    assert made["errors"] == []
    identity = int(made["student"]["id"].split(":")[1])
    assert await changes(api, identity) == ["22"]
    assert said(await west.write("receiveStudent", **given)) == [("DUPLICATE", "documentNumber")]
    away = {"id": made["student"]["id"], **DAY, "elsewhere": "深圳市某小学"}
    refused = await west.write("transferOutOfCity", **away)
    assert said(refused) == [("NOT_MET", "effectiveOn")], "a stay lasts a day at least"


async def test_nothing_takes_effect_in_a_closed_term(api: Api, city: World) -> None:
    years = await api.ask('{ schoolYears(filter: { name: { eq: "2025-2026" } }) { nodes { id } } }')
    (year,) = years.data["schoolYears"]["nodes"]
    spring = {"season": "2", "period": {"from": "2026-02-20", "until": "2026-07-10"}, "status": "OPEN"}
    term = await api.write("createTerm", "term { id }", schoolYear=year["id"], **spring)
    given = {"effectiveOn": "2026-03-02", "until": "2026-06-30"}
    assert await done(api, "suspendStudent", city, "张丽", **given) == []
    assert said(await api.write("closeTerm", id=term["term"]["id"])) == []
    assert await done(api, "resumeStudent", city, "张丽", effectiveOn="2026-06-30") == [("NOT_MET", "effectiveOn")]
    assert await corrected(api, city, "张丽") == [("NOT_MET", "change")]
    assert await done(api, "resumeStudent", city, "张丽") == []
