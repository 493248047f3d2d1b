"""Marking attendance: by whom, on which days, of whom, and what is kept of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bureau.kernel.actor import Actor, Wards
from bureau.kernel.clock import FixedClock
from tests.areas.students.attendance.conftest import SIZE, Form, mark
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_county, of_school
from tests.support.world import NOW, World

TODAY = date(2026, 10, 12)
"""A Monday."""
SUNDAY = date(2026, 10, 11)

MARKS = """query($f: AttendanceMarkFilter) {
    attendanceMarks(filter: $f) { nodes { student { id } code { code } session } }
}"""


@pytest.fixture
def head(nobody: Api, form: Form) -> Api:
    return nobody.as_(form.head)


async def marks(api: Api, form: Form, day: date = TODAY) -> list[tuple[str, str]]:
    found = await api.data(MARKS, f={"schoolClass": {"id": {"eq": form.id}}, "day": {"eq": str(day)}})
    return sorted((node["student"]["id"], node["code"]["code"]) for node in found["attendanceMarks"]["nodes"])


async def test_a_class_is_checked_and_nothing_is_kept_of_those_who_are_there(head: Api, form: Form) -> None:
    call = (await mark(head, form, TODAY, *form.lines("S", 0), *form.lines("L", 1)))["rollCall"]
    assert (call["expected"], call["present"], call["isDoubtful"]) == (SIZE, SIZE - 1, False)
    assert await marks(head, form) == sorted([(form.pupil(0), "S"), (form.pupil(1), "L")])


async def test_what_is_said_again_is_done_once_and_what_is_said_otherwise_replaces_it(head: Api, form: Form) -> None:
    for _ in range(2):
        payload = await mark(head, form, TODAY, *form.lines("S", 0), idempotencyKey="offline-1")
    assert payload["errors"] == []
    first = payload["rollCall"]["id"]
    again = (await mark(head, form, TODAY, *form.lines("U", 2)))["rollCall"]
    assert (again["id"], again["present"]) == (first, SIZE - 1)
    assert (form.pupil(0), "P") in await marks(head, form), "who was put right is said to have been there"
    assert (form.pupil(2), "U") in await marks(head, form)
    counted = await head.data("{ attendanceMarksSummary(by: [CODE]) { nodes { key { code { code } } count } } }")
    groups = {node["key"]["code"]["code"]: node["count"] for node in counted["attendanceMarksSummary"]["nodes"]}
    assert groups["U"] == 1


async def test_all_present_by_somebody_who_never_opened_the_class_is_to_be_looked_at(head: Api, form: Form) -> None:
    unopened = await mark(head, form, TODAY, half="AFTERNOON", isOpened=False)
    assert unopened["rollCall"]["isDoubtful"]
    opened = await mark(head, form, TODAY, half="AFTERNOON")
    assert not opened["rollCall"]["isDoubtful"]
    assert opened["rollCall"]["id"] == unopened["rollCall"]["id"]


async def test_what_cannot_be_marked(head: Api, form: Form, city: World) -> None:
    stranger = f"Student:{city.students['单雄信']}"

    async def refused(day: date, *exceptions: dict[str, Any]) -> list[tuple[str, str]]:
        return said(await mark(head, form, day, *exceptions))

    assert await refused(TODAY + timedelta(days=1)) == [("INVALID", "day")], "it is still to come"
    assert await refused(SUNDAY) == [("INVALID", "day")], "there is no school"
    assert await refused(date(2026, 8, 20)) == [("INVALID", "day")], "there is no term"
    assert await refused(TODAY, *form.lines("P", 3), *form.lines("U", 3)) == [("DUPLICATE", "exceptions.1.student")]
    assert await refused(TODAY, *form.lines("Q", 3)) == [("UNKNOWN_CODE", "exceptions.0.code")]
    assert await refused(TODAY, {"student": "Student:1", "code": "U"}) == [("NOT_FOUND", "exceptions.0.student")]
    registrar = registrar_of(head, form)
    assert said(await mark(registrar, form, TODAY, {"student": stranger, "code": "U"})) == [
        ("MISMATCH", "exceptions.0.student")
    ]


def registrar_of(api: Api, form: Form) -> Api:
    """The school's registrar, who sees the pupils of other classes too."""
    return api.as_(of_school(form.school))


async def test_who_may_mark(nobody: Api, form: Form, city: World) -> None:
    other = Actor(9, "another head").heading((city.school_class,))
    codes = {}
    for name, who in {
        "another head": other,
        "a guardian": form.mother,
        "another school": of_school(city.schools["东城小学"]),
        "another county": of_county(city.east),
        "the principal": of_school(form.school, "principal"),
    }.items():
        codes[name] = said(await mark(nobody.as_(who), form, TODAY))
    assert codes["a guardian"] == codes["the principal"] == [("FORBIDDEN", "")]
    hidden = [("NOT_FOUND", "schoolClass")]
    assert codes["another school"] == codes["another county"] == codes["another head"] == hidden
    assert said(await mark(nobody.as_(of_county(city.west)), form, TODAY, half="AFTERNOON")) == []


async def test_who_sees_what_was_marked(nobody: Api, head: Api, form: Form, city: World) -> None:
    await mark(head, form, TODAY, *form.lines("S", 0), *form.lines("U", 2))
    assert [code for _, code in await marks(nobody.as_(form.mother), form)] == ["S"], "of their own child alone"
    for stranger in (Actor(9, "x").of(Wards((form.pupils[5],), (), ())), of_county(city.east)):
        assert await marks(nobody.as_(stranger), form) == []
    assert len(await marks(nobody.as_(of_county(city.west)), form)) >= 2
    seen = await head.data("{ students { totalCount } schoolClasses { totalCount } guardianships { totalCount } }")
    assert [seen[name]["totalCount"] for name in seen] == [SIZE, 1, 0], "a head teacher sees the class, and no more"


async def test_what_is_old_is_the_bureaus_to_put_right_and_a_closed_term_nobodys(
    api: Api, head: Api, form: Form, city: World, clock: FixedClock
) -> None:
    assert (await mark(head, form, TODAY, *form.lines("U", 7)))["errors"] == []
    try:
        clock.moment = NOW + timedelta(days=7)
        assert (await mark(head, form, TODAY, *form.lines("S", 7)))["errors"] == []
        clock.moment = NOW + timedelta(days=8)
        assert said(await mark(head, form, TODAY)) == [("INVALID", "day")]
        assert said(await mark(registrar_of(head, form), form, TODAY)) == [("INVALID", "day")]
        county = api.as_(of_county(city.west))
        assert said(await mark(county, form, TODAY)) == [("REQUIRED", "reason")]
        assert (await mark(county, form, TODAY, reason="家长补交证明"))["errors"] == []

        clock.moment = datetime(2027, 2, 10, tzinfo=UTC)
        term = (await api.data("{ terms { nodes { id } } }"))["terms"]["nodes"][0]["id"]
        assert (await api.write("closeTerm", id=term))["errors"] == []
        assert said(await mark(county, form, TODAY, reason="再更正")) == [("PERIOD_CLOSED", "day")]
        assert (await api.write("reopenTerm", id=term))["errors"] == []
    finally:
        clock.moment = NOW
