"""Teachers and their posts: who is employed where, and what they do there."""

from datetime import date
from typing import Any

import pytest

from tests.registry.test_rejections import said
from tests.support.api import Api
from tests.support.people import DIRECTOR, of_county, of_school
from tests.support.world import World, number_of

BORN = date(1990, 5, 1)
TEACHER = "teacher { id number status unit { name } person { name } staffing { code } enteredOn }"


def newcomer(city: World, serial: int, **given: Any) -> dict[str, Any]:
    """Somebody to be employed at 东城中学."""
    return {
        "unit": f"School:{city.schools['东城中学']}",
        "name": "何老师",
        "sex": "2",
        "birthDate": BORN.isoformat(),
        "documentType": "1",
        "documentNumber": number_of(BORN, "2", serial),
        "staffing": "1",
        "enteredOn": "2015-09-01",
        **given,
    }


def post(city: World, **given: Any) -> dict[str, Any]:
    """A post of 周校长, who has a main one at 东城小学 since 2012."""
    return {
        "teacher": f"Teacher:{city.teacher}",
        "unit": f"School:{city.schools['西城小学']}",
        "category": "1",
        "isMain": False,
        "period": {"from": "2025-09-01"},
        **given,
    }


async def test_a_teacher_is_registered_with_a_number_of_our_own(api: Api, city: World) -> None:
    payload = await api.write("registerTeacher", TEACHER, **newcomer(city, 1))
    assert payload["errors"] == []
    made = payload["teacher"]
    assert len(made.pop("number")) == 10
    assert made.pop("id").startswith("Teacher:")
    assert made == {
        "status": "IN_POST",
        "unit": {"name": "东城中学"},
        "person": {"name": "何老师"},
        "staffing": {"code": "1"},
        "enteredOn": "2015-09-01",
    }
    again = await api.write("registerTeacher", TEACHER, **newcomer(city, 1))
    assert said(again) == [("DUPLICATE", "person")], "the person stands there, and is a teacher"


async def test_units_that_are_no_schools_have_teachers_too(api: Api, city: World) -> None:
    payload = await api.write("registerTeacher", TEACHER, **newcomer(city, 2, unit=f"Office:{city.east}", staffing="2"))
    assert payload["errors"] == []
    assert payload["teacher"]["unit"] == {"name": "锦江区教育局"}


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"enteredOn": "2006-04-30"}, [("AGE", "enteredOn")]),
        ({"teachingSince": "2006-04-30"}, [("AGE", "teachingSince")]),
        ({"teachingSince": "2026-10-13"}, [("INVALID", "teachingSince")]),
        ({"staffing": "X"}, [("UNKNOWN_CODE", "staffing")]),
        ({"unit": "School:999999"}, [("NOT_FOUND", "unit")]),
        ({"name": ""}, [("REQUIRED", "name")]),
    ],
)
async def test_a_teacher_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    payload = await api.write("registerTeacher", TEACHER, **newcomer(city, 3, **given))
    assert payload["teacher"] is None
    assert said(payload) == faults


async def test_sixteen_years_to_the_day_are_enough(api: Api, city: World) -> None:
    assert said(await api.write("registerTeacher", TEACHER, **newcomer(city, 4, enteredOn="2006-05-01"))) == []


async def test_personnel_officers_register_at_their_own_units(api: Api, city: World) -> None:
    school = city.schools["东城中学"]
    for actor in (DIRECTOR, of_county(city.west, "personnel"), of_school(school, "registrar")):
        payload = await api.as_(actor).write("registerTeacher", "teacher { id }", **newcomer(city, 5))
        assert {error["code"] for error in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
        assert payload["teacher"] is None
    for serial, actor in ((6, of_school(school, "personnel")), (7, of_county(city.east, "personnel"))):
        assert said(await api.as_(actor).write("registerTeacher", "teacher { id }", **newcomer(city, serial))) == []


async def test_personnel_officers_read_no_pupils(api: Api, city: World) -> None:
    found = await api.as_(of_county(city.east, "personnel")).data(
        "{ students { totalCount } teachers { totalCount } schools { totalCount } }"
    )
    assert found["students"]["totalCount"] == 0
    assert found["teachers"]["totalCount"] > 0
    assert found["schools"]["totalCount"] > 0


async def test_two_posts_at_a_time_are_allowed_and_two_main_posts_are_not(api: Api, city: World) -> None:
    one = "post { id person { name } unit { name } }"
    second = await api.write("createPost", one, **post(city))
    assert second["errors"] == []
    assert second["post"]["person"] == {"name": "周校长"}, "the teacher's"
    assert said(await api.write("createPost", one, **post(city))) == [("DUPLICATE", "teacher")]
    main = post(city, isMain=True, period={"from": "2026-01-01"})
    assert said(await api.write("createPost", one, **main)) == [("OVERLAP", "period")]
    made_main = {"id": second["post"]["id"], "isMain": True}
    assert said(await api.write("updatePost", one, **made_main)) == [("OVERLAP", "period")]
    earlier = post(city, isMain=True, period={"from": "2010-09-01", "until": "2012-09-01"})
    assert said(await api.write("createPost", one, **earlier)) == []


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"stage": "S"}, [("NOT_OFFERED", "stage")]),
        ({"category": "2", "subject": "14"}, [("INVALID", "subject")]),
        ({"weeklyHours": 61}, [("OUT_OF_RANGE", "weeklyHours")]),
        ({"subject": "99"}, [("UNKNOWN_CODE", "subject")]),
        ({"teacher": "Teacher:999999"}, [("NOT_FOUND", "teacher")]),
        ({"unit": "School:999999"}, [("NOT_FOUND", "unit")]),
        ({"period": {"from": "2025-09-01", "until": "2025-09-01"}}, [("INVALID", "period")]),
    ],
)
async def test_a_post_is_refused(api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    payload = await api.write("createPost", "post { id }", **post(city, **{"period": {"from": "2024-01-01"}, **given}))
    assert payload["post"] is None
    assert said(payload) == faults


async def test_a_unit_sees_who_works_there_and_not_where_they_belong(api: Api, city: World) -> None:
    """周校长 belongs to a school of another county: the post is seen with its person, the teacher is not."""
    await api.write("createPost", "post { id }", **post(city, period={"from": "2022-09-01", "until": "2023-07-01"}))
    there = api.as_(of_school(city.schools["西城小学"], "personnel"))
    found = await there.data("{ posts { nodes { person { name } teacher { number } unit { name } } } }")
    assert {"person": {"name": "周校长"}, "teacher": None, "unit": {"name": "西城小学"}} in found["posts"]["nodes"]


async def test_a_clear_check_is_due_again_in_a_year(api: Api, city: World) -> None:
    one = "recordCheck { id nextDue }"
    asked = {"teacher": f"Teacher:{city.teacher}", "checkedOn": "2024-02-29", "result": "PENDING"}
    made = await api.write("createRecordCheck", one, **asked)
    assert made["recordCheck"]["nextDue"] is None, "who waits for the answer has none"
    clear = await api.write("updateRecordCheck", one, id=made["recordCheck"]["id"], result="CLEAR")
    assert clear["recordCheck"]["nextDue"] == "2025-02-28"
    found = await api.write("updateRecordCheck", one, id=made["recordCheck"]["id"], result="FOUND")
    assert found["recordCheck"]["nextDue"] is None
    assert said(await api.write("createRecordCheck", one, **asked)) == [("DUPLICATE", "teacher")]
    tomorrow = {**asked, "checkedOn": "2026-10-13"}
    assert said(await api.write("createRecordCheck", one, **tomorrow)) == [("INVALID", "checkedOn")]


async def test_checks_are_read_by_those_who_keep_teachers_alone(api: Api, city: World) -> None:
    school = city.schools["东城小学"]
    query = "{ recordChecks { totalCount } teachers { nodes { recordChecks { totalCount } } } }"
    registrar = await api.as_(of_school(school)).data(query)
    assert registrar["recordChecks"]["totalCount"] == 0
    assert all(node["recordChecks"]["totalCount"] == 0 for node in registrar["teachers"]["nodes"])
    keeper = await api.as_(of_school(school, "personnel")).data(query)
    assert keeper["recordChecks"]["totalCount"] > 0


async def test_studies_begin_after_birth_and_lead_to_known_degrees(api: Api, city: World) -> None:
    asked = {
        "teacher": f"Teacher:{city.teacher}",
        "institution": "成都大学",
        "education": "21",
        "period": {"from": "1974-09-01", "until": "1978-07-01"},
    }
    one = "teacherStudy { id }"
    assert said(await api.write("createTeacherStudy", one, **asked)) == [("MISMATCH", "period")]
    later = {**asked, "period": {"from": "1998-09-01", "until": "2001-07-01"}, "degree": "5"}
    assert said(await api.write("createTeacherStudy", one, **later)) == [("UNKNOWN_CODE", "degree")]


async def test_a_parent_becomes_a_teacher_under_the_same_name_and_number(api: Api, city: World) -> None:
    """Who says the number with another name is told that it is taken, and no more."""
    born = date(1985, 3, 3)
    parent = {
        "id": f"Student:{city.students['李伟']}",
        "relation": "52",
        "name": "李母",
        "documentType": "1",
        "documentNumber": number_of(born, "2", 5),
        "phone": "13700000000",
        **dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), True),
        "contactOrder": 1,
    }
    assert said(await api.write("addGuardian", "student { id }", **parent)) == []
    asked = newcomer(city, 0, name="李母", birthDate="1985-03-03", documentNumber=parent["documentNumber"])
    wrong = await api.write("registerTeacher", TEACHER, **{**asked, "name": "李某"})
    assert said(wrong) == [("DUPLICATE", "documentNumber")]
    assert said(await api.write("registerTeacher", TEACHER, **asked)) == []
    found = await api.data('{ persons(filter: { name: { eq: "李母" } }) { nodes { employments { totalCount } wards { totalCount } } } }')  # fmt: skip
    assert found["persons"]["nodes"] == [{"employments": {"totalCount": 1}, "wards": {"totalCount": 1}}]
