"""Transfers between schools of the city: what is looked at, what is refused, and what goes with the pupil."""

from datetime import date
from typing import Any

import pytest

from bureau.areas.students.transfer import transfer_student
from bureau.kernel.checklist import Verdict
from bureau.registry.stages import is_graduating
from tests.areas.students.support import carry_out, changes, looked_at, pupil
from tests.support.api import Api
from tests.support.people import of_county, of_school
from tests.support.world import World

MONDAY = date(2026, 10, 12)
MOVE: dict[str, Any] = {"effective_on": MONDAY, "reason": "随父母迁居", "approval_number": "锦教学籍〔2026〕7号"}


async def a_class(api: Api, school: int, grade: str, number: int, **given: Any) -> int:
    made = await api.write(
        "createSchoolClass",
        "schoolClass { id }",
        school=f"School:{school}",
        stage=grade[0],
        entryYear=2027 - int(grade[1:]),
        number=number,
        grade=grade,
        **given,
    )
    assert made["errors"] == []
    return int(made["schoolClass"]["id"].split(":")[1])


async def test_a_pupil_goes_with_stays_class_aid_and_an_entry(api: Api, city: World) -> None:
    one, to = city.students["单雄信"], city.schools["东城小学"]
    class_ = await a_class(api, to, "P2", 1)
    assert await carry_out(api, transfer_student, one, school=to, school_class=class_, **MOVE) == []
    assert await pupil(api, one) == {
        "status": "ENROLLED",
        "grade": {"code": "P2"},
        "school": {"name": "东城小学"},
        "schoolClass": {"name": "2025级1班"},
        "seatNumber": None,
        "boarding": None,
        "enrolments": {
            "nodes": [
                {
                    "school": {"name": "西城小学"},
                    "period": {"from": "2025-09-01", "until": "2026-10-12"},
                    "entryGrade": {"code": "P1"},
                    "entryWay": {"code": "01"},
                    "endedBy": {"code": "21"},
                },
                {
                    "school": {"name": "东城小学"},
                    "period": {"from": "2026-10-12", "until": None},
                    "entryGrade": {"code": "P2"},
                    "entryWay": {"code": "09"},
                    "endedBy": None,
                },
            ]
        },
        "statusChanges": {
            "nodes": [
                {
                    "category": {"code": "21"},
                    "effectiveOn": "2026-10-12",
                    "fromStatus": "ENROLLED",
                    "toStatus": "ENROLLED",
                    "fromSchool": {"name": "西城小学"},
                    "toSchool": {"name": "东城小学"},
                    "fromGrade": {"code": "P2"},
                    "toGrade": {"code": "P2"},
                    "fromClass": None,
                    "toClass": {"name": "2025级1班"},
                    "reason": "随父母迁居",
                    "approvalNumber": "锦教学籍〔2026〕7号",
                }
            ]
        },
    }
    aid = "query($id: ID!) { aidAwards(filter: { student: { id: { eq: $id } } }) { nodes { state school { name } } } }"
    awards = (await api.data(aid, id=f"Student:{one}"))["aidAwards"]["nodes"]
    assert awards == [{"state": "GRANTED", "school": {"name": "东城小学"}}], "the rest of it, once, at the new school"
    seen = "query($id: ID!) { student(id: $id) { id } statusChanges(filter: { student: { id: { eq: $id } } }) { totalCount } }"
    for actor, count in ((of_school(to), 1), (of_county(city.east), 1), (of_county(city.west), 0)):
        found = await api.as_(actor).data(seen, id=f"Student:{one}")
        assert found["statusChanges"]["totalCount"] == count
        assert bool(found["student"]) is bool(count)


@pytest.mark.parametrize(
    ("name", "school", "given", "rules"),
    [
        ("张丽", "西城小学", {}, {"another_school"}),
        ("张丽", "东城中学", {}, {"grade_offered"}),
        ("张丽", "东城小学", {"effective_on": date(2026, 10, 13)}, {"day_has_come"}),
        ("张丽", "东城小学", {"effective_on": date(2025, 9, 1)}, {"stay"}),
        ("王芳", "西城小学", {}, {"first_term"}),
        ("李伟", "西城小学", {}, {"graduating_grade"}),
        ("钱多多", "东城小学", {}, {"graduating_grade", "grade_offered"}),
    ],
)
async def test_what_forbids_a_transfer_is_told_rule_by_rule(
    api: Api, city: World, name: str, school: str, given: dict[str, Any], rules: set[str]
) -> None:
    item = {"school": city.schools[school], **MOVE, **given}
    (found,) = await looked_at(api, transfer_student, [{"student": city.students[name], **item}])
    assert {rule for rule, verdict in found.items() if verdict is Verdict.BLOCKED} == rules
    refused = await carry_out(api, transfer_student, city.students[name], **item)
    assert {code for code, _ in refused} == {"NOT_MET"}
    assert len(refused) == len(rules)
    assert await changes(api, city.students[name]) == []


async def test_those_who_enter_one_class_are_counted_together(api: Api, city: World) -> None:
    """Of more than a class holds, the last find no place."""
    to = city.schools["东城小学"]
    class_ = await a_class(api, to, "P2", 9)
    item = {"student": city.students["张丽"], "school": to, "school_class": class_, **MOVE}
    found = await looked_at(api, transfer_student, [item] * 57)
    assert [each["class_room"] for each in found] == [Verdict.PASSED] * 55 + [Verdict.BLOCKED] * 2


async def test_a_class_of_another_grade_takes_nobody(api: Api, city: World) -> None:
    item = {"school": city.schools["东城小学"], "school_class": city.school_class, **MOVE}
    refused = await carry_out(api, transfer_student, city.students["张丽"], **item)
    assert refused == [("NOT_MET", "school_class")]


def test_which_grades_graduate() -> None:
    assert [g for g in ("P5", "P6", "J3", "S2", "S3", "E9") if is_graduating(g, None)] == ["P6", "J3", "S3", "E9"]
    assert is_graduating("P5", "54")
    assert is_graduating("J3", "54")
    assert not is_graduating("P6", "54")
