"""Guardians, and what is odd about pupils and is asked about instead of refused."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.registry.numbers import identity_check
from bureau.registry.student import student
from tests.registry.test_enrolments import newcomer
from tests.registry.test_rejections import said
from tests.registry.test_schools import imported
from tests.support.api import Api
from tests.support.people import DIRECTOR, of_school
from tests.support.world import World, number_of

ONE = "student { guardians { nodes { relation { code } guardian { name sex { code } birthDate } mayCollect } } }"
MOTHER = "320106198507091322"


def mother(city: World, **given: Any) -> dict[str, Any]:
    """The mother of 曾晓明, who is six."""
    number = MOTHER[:17] + identity_check(MOTHER[:17])
    return {
        "id": f"Student:{city.students['曾晓明']}",
        "relation": "52",
        "name": "林母",
        "documentType": "1",
        "documentNumber": number,
        "phone": "13800138001",
        "isLegalGuardian": True,
        "mayDecide": True,
        "maySee": True,
        "mayCollect": True,
        "contactOrder": 1,
        **given,
    }


async def test_a_guardian_is_entered_once_and_stands_by_two_pupils(api: Api, city: World) -> None:
    first = await api.write("addGuardian", ONE, **mother(city))
    assert first["errors"] == []
    (tie,) = first["student"]["guardians"]["nodes"]
    assert tie == {
        "relation": {"code": "52"},
        "guardian": {"name": "林母", "sex": {"code": "2"}, "birthDate": "1985-07-09"},
        "mayCollect": True,
    }
    second = await api.write("addGuardian", ONE, **mother(city, id=f"Student:{city.students['李伟']}"))
    assert second["errors"] == []
    persons = await api.data('{ persons(filter: { name: { eq: "林母" } }) { nodes { wards { totalCount } } } }')
    assert persons["persons"]["nodes"] == [{"wards": {"totalCount": 2}}]
    assert said(await api.write("addGuardian", ONE, **mother(city))) == [("DUPLICATE", "student")]
    other = mother(city, id=f"Student:{city.students['王芳']}", name="不是林母")
    assert said(await api.write("addGuardian", ONE, **other)) == [("DUPLICATE", "documentNumber")]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"phone": None}, [("REQUIRED", "phone")]),
        ({"relation": "01"}, [("INVALID", "relation")]),
        ({"relation": "00"}, [("UNKNOWN_CODE", "relation")]),
        ({"contactOrder": 10}, [("OUT_OF_RANGE", "contactOrder")]),
        ({"documentNumber": None, "documentType": None}, [("REQUIRED", "sex"), ("REQUIRED", "birthDate")]),
        ({"phone": "1"}, [("INVALID", "phone")]),
    ],
)
async def test_a_guardian_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    number = number_of(date(1980, 1, 1), "2", 77)
    asked = mother(city, id=f"Student:{city.students['单雄信']}", documentNumber=number)
    before = (await api.data("{ persons { totalCount } }"))["persons"]
    assert said(await api.write("addGuardian", ONE, **{**asked, **given})) == faults
    assert (await api.data("{ persons { totalCount } }"))["persons"] == before, "nothing is left of it"


async def test_nobody_is_their_own_guardian(api: Api, city: World) -> None:
    asked = {
        "student": f"Student:{city.students['赵强']}",
        "guardian": f"Person:{city.persons['赵强']}",
        "relation": "71",
        **dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), True),
        "contactOrder": 1,
    }
    assert said(await api.write("createGuardianship", "guardianship { id }", **asked)) == [("INVALID", "guardian")]


async def test_a_phone_may_lack_where_the_pupil_is_fourteen(api: Api, city: World) -> None:
    asked = mother(city, id=f"Student:{city.students['孙悟']}", phone=None, documentNumber="11010519491231002X")
    assert said(await api.write("addGuardian", ONE, **asked)) == []


async def test_guardians_are_seen_and_entered_by_those_of_the_pupil(api: Api, city: World) -> None:
    for actor in (DIRECTOR, of_school(city.schools["西城小学"])):
        payload = await api.as_(actor).write("addGuardian", "student { id }", **mother(city, contactOrder=2))
        assert {error["code"] for error in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
    elsewhere = api.as_(of_school(city.schools["西城小学"]))
    assert (await elsewhere.data("{ guardianships { totalCount } }"))["guardianships"]["totalCount"] == 0


WARNED = "student { id } warnings { code path message retryable }"


async def test_an_old_first_grader_and_an_odd_number_are_asked_about_and_taken(api: Api, city: World) -> None:
    old = newcomer(city, 400, birthDate="2016-08-31")
    made = await api.in_("zh").write("registerStudent", WARNED, **old)
    assert made["errors"] == []
    assert made["student"] is not None
    (warning,) = made["warnings"]
    assert (warning["code"], warning["path"]) == ("AGE", ["birthDate"])
    assert warning["message"] == "年龄不符合要求：入一年级时已超过 9 周岁。"
    just = await api.write("registerStudent", WARNED, **newcomer(city, 401, birthDate="2016-09-02"))
    assert just["warnings"] == [], "nine years and not yet ten"
    odd = newcomer(city, 402, nationalNumber="G11010519491231002X", idempotencyKey="odd")
    made = await api.write("registerStudent", WARNED, **odd)
    assert [(w["code"], w["path"]) for w in made["warnings"]] == [("MISMATCH", ["nationalNumber"])]
    assert await api.write("registerStudent", WARNED, **odd) == made, "a repetition is answered with its warnings"
    temporary = newcomer(city, 403, nationalNumber="L11010519491231002X")
    assert (await api.write("registerStudent", WARNED, **temporary))["warnings"] == []


async def test_a_file_is_told_its_warnings_and_written(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    number = number_of(date(2014, 3, 3), "1", 90)
    header = "school,grade,status,enteredOn,name,sex,birthDate,documentType,documentNumber"
    line = f"2151000001,P1,ENROLLED,2026-09-01,陈大龄,1,2014-03-03,1,{number}"
    report, told = await imported(services, student, tmp_path / "old.csv", header, line)
    assert report.fates == {"created": 1}
    assert [(r.column, r.code, r.is_warning) for r in told] == [("birthDate", "AGE", True)]
    young = line.replace("2014-03-03", "2021-03-03").replace(number, number_of(date(2021, 3, 3), "1", 91))
    report, told = await imported(services, student, tmp_path / "young.csv", header, young)
    assert report.fates == {"rejected": 1}
    assert [(r.column, r.code, r.is_warning) for r in told] == [("birthDate", "AGE", False)]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"name": "Ann"}, [("INVALID", "name")]),
        ({"name": "Ａｎｎ"}, [("INVALID", "name")]),
        ({"name": "王3"}, [("INVALID", "name")]),
        ({"name": "王·爱丽丝"}, []),
        ({"name": "𠀀𪚥"}, []),
        ({"name": "Ann", "nationality": "FRA", "documentType": "A", "documentNumber": "19AB12345"}, []),
        ({"name": "Ann", "nationality": "FRA"}, []),
        ({"name": "Ann", "nationality": "CHN"}, [("INVALID", "name")]),
        ({"nationality": "XYZ"}, [("UNKNOWN_CODE", "nationality")]),
        ({"politicalStatus": "03", "health": "6", "householdType": "4", "overseasStatus": "00"}, []),
        ({"health": "9"}, [("UNKNOWN_CODE", "health")]),
    ],
)
async def test_names_and_codes_of_persons(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    asked = {"name": "林小雨", "sex": "2", "birthDate": "2017-02-28", **given}
    assert said(await api.write("createPerson", "person { id }", **asked)) == faults
