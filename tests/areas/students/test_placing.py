"""Placing pupils in classes, one by one and by lists; grade and class change by their verbs and by no plain update."""

import pytest

from bureau.areas.students.circumstances import Circumstances
from tests.areas.students.support import changes, pupil
from tests.areas.students.test_status import numbers
from tests.areas.students.test_transfer import a_class
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_school
from tests.support.world import World


async def test_pupils_are_placed_by_a_list_all_or_none(api: Api, city: World) -> None:
    school = api.as_(of_school(city.schools["东城小学"]))
    one, other, sixth = (city.students[name] for name in ("曾晓明", "王芳", "李伟"))
    first, second, last = await numbers(api, one, other, sixth)
    (stranger,) = await numbers(api, city.students["单雄信"])
    class_ = f"SchoolClass:{city.school_class}"
    for text, faults in (
        ("", [("REQUIRED", "pupils")]),
        (f"{first}\n{stranger}", [("INVALID", "pupils")]),
        (f"{first} 1\n{last} 2", [("NOT_MET", "schoolClass")]),
        (f"{first} 一号", [("INVALID", "pupils")]),
        (f"{first} 201", [("OUT_OF_RANGE", "seatNumber")]),
    ):
        assert said(await school.write("placeStudents", id=class_, pupils=text)) == faults, text
    assert (await pupil(api, one))["schoolClass"] is None
    assert said(await school.write("placeStudents", id=class_, pupils=f"{first} 12\n{second}")) == []
    placed = [await pupil(api, number) for number in (one, other)]
    assert [each["schoolClass"] for each in placed] == [{"name": "2026级1班"}] * 2
    assert [each["seatNumber"] for each in placed] == [12, None]
    assert await changes(api, one) == [], "no change of status"
    assert said(await school.write("placeStudents", id=class_, pupils=first)) == [("NOT_MET", "pupils")]


async def test_those_of_one_list_count_together(api: Api, city: World, monkeypatch: pytest.MonkeyPatch) -> None:
    class_ = await a_class(api, city.schools["西城小学"], "P2", 1)
    first, second = await numbers(api, city.students["单雄信"], city.students["张丽"])
    with monkeypatch.context() as patch:
        patch.setattr(Circumstances, "number", lambda self, name, day, school: 1)
        refused = await api.write("placeStudents", id=f"SchoolClass:{class_}", pupils=f"{first}\n{second}")
        assert [(error["code"], second in error["message"]) for error in refused["errors"]] == [("NOT_MET", True)]
    assert said(await api.write("placeStudents", id=f"SchoolClass:{class_}", pupils=f"{first}\n{second}")) == []


@pytest.mark.parametrize("field", ["grade", "schoolClass", "school", "status"])
def test_no_plain_update_says_where_a_pupil_stands(api: Api, field: str) -> None:
    update = api.schema.graphql.type_map["UpdateStudentInput"]
    assert field not in update.fields  # type: ignore[attr-defined]
    assert "boarding" in update.fields  # type: ignore[attr-defined]
