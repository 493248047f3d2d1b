"""School years, terms and classes, and which pupils are in them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.registry.student import student
from tests.registry.test_rejections import said
from tests.registry.test_schools import imported
from tests.support.api import Api
from tests.support.people import of_county
from tests.support.world import NOW, World


def class_of(city: World, **given: Any) -> dict[str, Any]:
    """A class of 东城小学."""
    return {
        "school": f"School:{city.schools['东城小学']}",
        "stage": "P",
        "entryYear": 2024,
        "number": 1,
        "grade": "P3",
        **given,
    }


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"name": "2030-2032"}, [("MISMATCH", "name")]),
        ({"name": "2031-2032"}, [("MISMATCH", "name")]),
        ({"name": "2030/31"}, [("INVALID", "name")]),
        ({"period": {"from": "2030-09-01"}}, [("REQUIRED", "period")]),
        ({"name": "2026-2027", "period": {"from": "2026-09-01", "until": "2027-09-01"}}, [("DUPLICATE", "name")]),
    ],
)
async def test_a_school_year_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    asked = {"name": "2030-2031", "period": {"from": "2030-09-01", "until": "2031-09-01"}, **given}
    assert said(await api.write("createSchoolYear", "schoolYear { id }", **asked)) == faults
    county = api.as_(of_county(city.east))
    assert said(await county.write("createSchoolYear", "schoolYear { id }", **asked)) == [("FORBIDDEN", "")]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"period": {"from": "2027-02-20", "until": "2027-09-02"}}, [("MISMATCH", "period")]),
        ({"period": {"from": "2027-02-20"}}, [("REQUIRED", "period")]),
        ({"period": {"from": "2027-01-31", "until": "2027-07-01"}}, [("OVERLAP", "period")]),
        ({"season": "1", "period": {"from": "2027-02-20", "until": "2027-07-01"}}, [("DUPLICATE", "schoolYear")]),
        ({"season": "7"}, [("UNKNOWN_CODE", "season")]),
    ],
)
async def test_a_term_is_refused(api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    asked = {
        "schoolYear": f"SchoolYear:{city.school_year}",
        "season": "2",
        "period": {"from": "2027-02-20", "until": "2027-07-10"},
        "status": "OPEN",
        **given,
    }
    assert said(await api.write("createTerm", "term { id }", **asked)) == faults


async def test_in_a_closed_term_nothing_takes_effect(api: Api, city: World, clock: FixedClock) -> None:
    """Neither a stay nor an entry nor a new name; what took effect before it was closed may still be put right elsewhere."""
    (open_term,) = (await api.data("{ terms { nodes { id } } }"))["terms"]["nodes"]
    assert said(await api.write("closeTerm", "term { status }", **open_term)) == [("INVALID", "id")], "it goes on"
    clock.moment = datetime(2027, 3, 1, 2, 0, tzinfo=UTC)
    closed = await api.write("closeTerm", "term { status }", **open_term)
    assert closed == {"term": {"status": "CLOSED"}, "errors": []}
    pupil, target = f"Student:{city.students['王芳']}", f"School:{city.schools['东城小学']}"
    stay = {
        "student": pupil,
        "school": target,
        "entryGrade": "P1",
        "period": {"from": "2020-09-01", "until": "2026-09-15"},
    }
    assert ("PERIOD_CLOSED", "period") in said(await api.write("createEnrolment", "enrolment { id }", **stay))
    assert said(await api.write("updateStudent", "student { id }", id=pupil, enteredOn="2026-09-02")) == [("PERIOD_CLOSED", "enteredOn")]  # fmt: skip
    rename = {"id": target, "name": "东城新小学", "effectiveOn": "2026-10-01"}
    refused = await api.in_("zh").write("renameSchool", "school { id }", **rename)
    assert said(refused) == [("PERIOD_CLOSED", "effectiveOn")]
    assert refused["errors"][0]["message"] == "2026-10-01 处于已关闭的学期：2026-09-01 – 2027-02-01。"
    assert said(await api.write("reopenTerm", "term { status }", **open_term)) == []
    assert said(await api.write("updateStudent", "student { id }", id=pupil, enteredOn="2026-09-02")) == []
    clock.moment = NOW


async def test_a_class_is_named_by_its_year_and_number(api: Api, city: World) -> None:
    made = await api.write(
        "createSchoolClass", "schoolClass { name school { classes { totalCount } } }", **class_of(city)
    )
    assert made["schoolClass"] == {"name": "2024级1班", "school": {"classes": {"totalCount": 2}}}
    assert said(await api.write("createSchoolClass", "schoolClass { id }", **class_of(city))) == [
        ("DUPLICATE", "school")
    ]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"grade": "J1"}, [("MISMATCH", "grade")]),
        ({"stage": "J", "grade": "J1"}, [("NOT_OFFERED", "grade")]),
        ({"entryYear": 1989}, [("OUT_OF_RANGE", "entryYear")]),
        ({"number": 0}, [("OUT_OF_RANGE", "number")]),
        ({"type": "99"}, [("UNKNOWN_CODE", "type")]),
        ({"school": "西城小学", "headTeacher": 1}, [("MISMATCH", "headTeacher")]),
        ({"school": "西城小学", "campus": 1}, [("MISMATCH", "campus")]),
    ],
)
async def test_a_class_is_refused(api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    asked = class_of(city, **{"number": 2, **given})
    if "school" in given:
        asked["school"] = f"School:{city.schools['西城小学']}"
    for name, kind in (("headTeacher", "Teacher"), ("campus", "Campus")):
        if name in asked:
            asked[name] = f"{kind}:{asked[name]}"
    assert said(await api.write("createSchoolClass", "schoolClass { id }", **asked)) == faults


async def test_who_heads_two_classes_is_asked_about(api: Api, city: World) -> None:
    asked = class_of(city, number=3, headTeacher=f"Teacher:{city.teacher}")
    made = await api.write("createSchoolClass", "schoolClass { id } warnings { code path }", **asked)
    assert made["errors"] == []
    assert made["warnings"] == [{"code": "DUPLICATE", "path": ["headTeacher"]}]


async def test_a_pupil_is_in_a_class_of_the_school_and_of_the_grade(api: Api, city: World) -> None:
    class_ = f"SchoolClass:{city.school_class}"
    put = "student { schoolClass { name } seatNumber }"
    taken = await api.write(
        "placeStudent", put, id=f"Student:{city.students['曾晓明']}", schoolClass=class_, seatNumber=7
    )
    assert taken == {"student": {"schoolClass": {"name": "2026级1班"}, "seatNumber": 7}, "errors": []}
    for name in ("李伟", "单雄信"):  # of another grade, of another school
        refused = await api.write("placeStudent", put, id=f"Student:{city.students[name]}", schoolClass=class_)
        assert said(refused) == [("NOT_MET", "schoolClass")]


async def test_the_code_of_a_class_follows_its_number(api: Api, city: World) -> None:
    made = await api.write("createSchoolClass", "schoolClass { id code }", **class_of(city, number=41))
    assert made["schoolClass"]["code"] == "2151000001-P2024-41"
    asked = {"id": made["schoolClass"]["id"], "number": 42}
    assert (await api.write("updateSchoolClass", "schoolClass { code }", **asked))["schoolClass"]["code"] == "2151000001-P2024-42"  # fmt: skip
    again = await api.write("createSchoolClass", "schoolClass { id code }", **class_of(city, number=41))
    assert again["errors"] == []


async def test_a_file_puts_pupils_into_classes(services: Services, api: Api, city: World, tmp_path: Path) -> None:
    query = "query($id: ID!) { student(id: $id) { number schoolClass { code } } }"
    asked = {"id": f"Student:{city.students['王芳']}"}
    number = (await api.data(query, **asked))["student"]["number"]
    lines = ("number,schoolClass", f"{number},2151000001-P2026-01", f"{number},2151000001-P2026-09")
    report, told = await imported(services, student, tmp_path / "s.csv", *lines[:2])
    assert (report.fates, told) == ({"updated": 1}, [])
    assert (await api.data(query, **asked))["student"]["schoolClass"] == {"code": "2151000001-P2026-01"}
    _, told = await imported(services, student, tmp_path / "s.csv", lines[0], lines[2])
    assert [(r.column, r.code) for r in told] == [("schoolClass", "NOT_FOUND")]


@pytest.mark.parametrize(
    ("name", "path", "told"),
    [
        ("单雄信", ("SUSPENDED",), []),
        ("单雄信", ("SUSPENDED", "GRADUATED"), [("status", "TRANSITION")]),
        ("张丽", ("GRADUATED", "SUSPENDED"), [("status", "TRANSITION")]),
        ("李伟", ("WITHDRAWN",), [("status", "COMPULSORY")]),
        ("孙悟", ("EXPELLED",), [("status", "COMPULSORY")]),
        ("赵强", ("WITHDRAWN",), []),
        ("阿依古丽·买买提", ("DROPPED_OUT", "ENROLLED"), []),
        ("王芳", ("DECEASED", "ENROLLED"), [("status", "TRANSITION")]),
    ],
)
async def test_a_status_is_reached_only_as_the_rules_allow(
    services: Services,
    api: Api,
    city: World,
    tmp_path: Path,
    name: str,
    path: tuple[str, ...],
    told: list[tuple[str, str]],
) -> None:
    query = "query($id: ID!) { student(id: $id) { number } }"
    number = (await api.data(query, id=f"Student:{city.students[name]}"))["student"]["number"]
    heard = []
    for status in path:
        _, rejections = await imported(services, student, tmp_path / "s.csv", "number,status", f"{number},{status}")
        heard += [(r.column, r.code) for r in rejections]
    assert heard == told


async def test_who_looks_for_a_mistyped_number_is_told(api: Api, city: World) -> None:
    query = "query($n: String!) { students(filter: { number: { eq: $n } }) { totalCount } }"
    asked = {"id": f"Student:{city.students['王芳']}"}
    number = (await api.data("query($id: ID!) { student(id: $id) { number } }", **asked))["student"]["number"]
    assert (await api.data(query, n=f" {number[:5]} {number[5:]}"))["students"]["totalCount"] == 1
    assert (await api.data("query($n: String!) { students(search: $n) { totalCount } }", n=number))["students"][
        "totalCount"
    ] == 1
    wrong = number[:9] + str((int(number[9]) + 1) % 10)
    assert (await api.ask(query, n=wrong)).codes == ["ARGUMENT_INVALID"]
    assert (await api.data(query, n="12"))["students"]["totalCount"] == 0


async def test_a_number_of_our_own_with_a_wrong_digit_is_refused(
    services: Services, city: World, tmp_path: Path
) -> None:
    _, told = await imported(services, student, tmp_path / "s.csv", "number,grade", "0000000011,P1")
    assert ("number", "CHECK_DIGIT") in [(r.column, r.code) for r in told]
