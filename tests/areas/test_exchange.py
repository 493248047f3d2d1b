"""Foreign teachers: who may hold which permit, until when they may work, and how many points they have."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies

from bureau.areas.exchange.foreign_teacher import Paper
from bureau.areas.exchange.papers import first_end
from bureau.areas.exchange.points import points
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_city, of_county, of_school
from tests.support.world import World

DAYS = strategies.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("answers", "worth"),
    [
        # 300,000 yuan, master, 6 years, 10 months, HSK 4, 32 years old, a leading university
        ({"salary": 30, "schooling": 2, "years": 6, "months": 10, "chinese": 4, "age": 32, "distinction": 1},
         {"salary": 14, "schooling": 15, "years": 9, "months": 15, "chinese": 4, "age": 15, "distinction": 5}),
        ({"salary": 45, "schooling": 3, "years": 40, "months": 9, "age": 18, "region": 1, "local": 12},
         {"salary": 20, "schooling": 20, "years": 20, "months": 15, "age": 10, "region": 10, "local": 10}),
        ({"salary": 4, "schooling": 0, "years": 1, "months": 2, "age": 61, "chinese": 6, "region": 0},
         {"salary": 0, "schooling": 0, "years": 0, "months": 0, "age": 0, "chinese": 5, "region": 0}),
        ({"age": 60, "years": 2, "salary": 15}, {"age": 5, "years": 5, "salary": 11}),
    ],
)  # fmt: skip
def test_points_follow_the_table_of_the_day(answers: Mapping[str, int], worth: Mapping[str, int]) -> None:
    assert points(answers, date(2026, 9, 1)) == worth


def test_the_example_of_the_rules_has_77_points() -> None:
    answers = {"salary": 30, "schooling": 2, "years": 6, "months": 10, "chinese": 4, "age": 32, "distinction": 1}
    assert sum(points(answers, date(2026, 9, 1)).values()) == 77
    with pytest.raises(LookupError):
        points(answers, date(2016, 1, 1))
    with pytest.raises(KeyError):
        points({"height": 180}, date(2026, 9, 1))


@given(strategies.integers(0, 200), strategies.sampled_from(("salary", "years", "months", "chinese")))
def test_more_is_never_worth_less(answer: int, criterion: str) -> None:
    on = date(2026, 9, 1)
    assert points({criterion: answer}, on)[criterion] <= points({criterion: answer + 1}, on)[criterion] <= 20


@given(DAYS, DAYS, strategies.none() | DAYS)
def test_the_first_end_is_no_later_than_any(work: date, residence: date, contract: date | None) -> None:
    found = first_end(work, residence, contract)
    assert found
    assert found[0] == min(day for day in (work, residence, contract) if day)
    assert found[0] == {Paper.WORK_PERMIT: work, Paper.RESIDENCE_PERMIT: residence, Paper.CONTRACT: contract}[found[1]]
    assert first_end(None, residence, contract) is None
    assert first_end(work, None, contract) is None


def permit(city: World, **given: Any) -> dict[str, Any]:
    return {
        "teacher": f"ForeignTeacher:{city.areas.foreigners['John Smith']}",
        "school": f"School:{city.schools['西城小学']}",
        "number": "W990001",
        "permitClass": "B",
        "basis": "LANGUAGE_TEACHER",
        "valid": {"from": "2027-07-31", "until": "2028-07-31"},
        **given,
    }


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"valid": {"from": "2027-07-30", "until": "2028-07-31"}}, [("OVERLAP", "valid")]),
        ({"valid": {"from": "2027-07-31"}}, [("INVALID", "valid")]),
        ({"valid": {"from": "2029-07-31", "until": "2030-01-02"}}, [("INVALID", "valid")]),
        ({"valid": {"from": "2028-07-31", "until": "2027-07-31"}}, [("INVALID", "valid")]),
        ({"number": "W000001"}, [("DUPLICATE", "number")]),
        ({"basis": "SEASONAL"}, [("MISMATCH", "basis")]),
        ({"permitClass": "A"}, [("MISMATCH", "basis")]),
        ({"basis": "POINTS"}, [("REQUIRED", "points")]),
        ({"basis": "POINTS", "points": 59}, [("OUT_OF_RANGE", "points")]),
        ({"permitClass": "A", "basis": "POINTS", "points": 84}, [("OUT_OF_RANGE", "points")]),
        ({"school": "School:东城"}, [("NOT_FOUND", "school")]),
    ],
)
async def test_a_work_permit_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    assert said(await api.write("createWorkPermit", **permit(city, **given))) == faults


async def test_a_permit_is_for_the_employer_alone_and_no_second_one_holds_meanwhile(api: Api, city: World) -> None:
    other = f"School:{city.schools['东城小学']}"
    assert said(await api.write("createWorkPermit", **permit(city, school=other))) == [("MISMATCH", "school")]
    meanwhile = permit(city, school=other, valid={"from": "2026-01-01", "until": "2026-06-30"})
    assert said(await api.write("createWorkPermit", **meanwhile)) == [("OVERLAP", "valid")]


NEWCOMER = {
    "name": "Anna Schmidt",
    "sex": "2",
    "birthDate": "1966-07-01",
    "documentType": "A",
    "nationality": "DEU",
    "passport": "C01X00T47",
    "passportUntil": "2032-01-01",
    "degree": "3",
    "motherTongue": "DE",
    "languageTaught": "DE",
    "contract": {"from": "2026-09-01", "until": "2028-08-01"},
}
SHOWN = "foreignTeacher { id number status effectiveUntil firstToEnd passport { held mask } person { name } }"


async def register(api: Api, city: World, **given: Any) -> Any:
    school = f"School:{city.schools['东城中学']}"
    return await api.write("registerForeignTeacher", SHOWN, **{"school": school, **NEWCOMER, **given})


async def test_a_foreign_teacher_is_refused(api: Api, city: World) -> None:
    assert said(await register(api, city, languageTaught="EN")) == [("REQUIRED", "exception")]
    assert said(await register(api, city, nationality="CHN")) == [("INVALID", "person")]
    assert said(await register(api, city, nationality="XYZ")) == [("UNKNOWN_CODE", "nationality")]
    in_the_west = {"school": f"School:{city.schools['西城小学']}"}
    for actor, code in (
        (of_county(city.east, "foreign_affairs"), "FORBIDDEN"),
        (of_school(city.schools["东城中学"]), "FORBIDDEN"),
        (of_city("director"), "FORBIDDEN"),
        (of_school(city.schools["西城小学"], "foreign_affairs"), "NOT_FOUND"),
    ):
        assert [c for c, _ in said(await register(api.as_(actor), city))] == [code]
    own = api.as_(of_school(city.schools["西城小学"], "foreign_affairs"))
    made = await register(own, city, **in_the_west, passport="P0000001", name="Own Teacher")
    assert made["errors"] == []


async def test_until_when_somebody_may_work_follows_every_paper(api: Api, city: World) -> None:
    """Nobody works without both permits; with them, until the first end of the last ones and of the contract."""
    made = await register(api, city)
    assert made["errors"] == []
    teacher = made["foreignTeacher"]
    assert teacher["passport"] == {"held": True, "mask": "*******47"}
    one, school = teacher["id"], f"School:{city.schools['东城中学']}"

    async def stands() -> tuple[str | None, str | None]:
        query = "query($id: ID!) { foreignTeacher(id: $id) { effectiveUntil firstToEnd } }"
        found = (await api.data(query, id=one))["foreignTeacher"]
        return found["effectiveUntil"], found["firstToEnd"]

    assert await stands() == (None, None)
    held = permit(
        city, teacher=one, school=school, number="W990010", valid={"from": "2026-08-01", "until": "2027-08-01"}
    )
    assert said(await api.write("createWorkPermit", **held)) == [], "at sixty one is not above sixty"
    assert await stands() == (None, None), "there is no residence permit yet"
    residence = {"teacher": one, "number": "R990010", "valid": {"from": "2026-09-10", "until": "2027-06-30"}}
    lives = await api.write("createResidencePermit", "residencePermit { id }", **residence)
    assert lives["errors"] == []
    assert await stands() == ("2027-06-30", "RESIDENCE_PERMIT")
    longer = {"from": "2026-09-10", "until": "2028-06-30"}
    assert said(await api.write("updateResidencePermit", id=lives["residencePermit"]["id"], valid=longer)) == []
    assert await stands() == ("2027-08-01", "WORK_PERMIT")
    second = permit(
        city, teacher=one, school=school, number="W990011", valid={"from": "2027-08-01", "until": "2028-09-01"}
    )
    assert said(await api.write("createWorkPermit", **second)) == [("AGE", "ageReason")]
    renewed = await api.write("createWorkPermit", "workPermit { id person { name } }", **second, ageReason="急需紧缺")
    assert renewed["workPermit"]["person"] == {"name": "Anna Schmidt"}
    assert await stands() == ("2028-06-30", "RESIDENCE_PERMIT")
    shorter = {"from": "2026-09-01", "until": "2027-12-31"}
    assert said(await api.write("updateForeignTeacher", id=one, contract=shorter)) == []
    assert await stands() == ("2027-12-31", "CONTRACT")
    assert said(await api.write("updateForeignTeacher", id=one, contract=None)) == []
    assert await stands() == ("2028-06-30", "RESIDENCE_PERMIT")
    assert said(await api.write("voidWorkPermit", id=renewed["workPermit"]["id"], reason="申请撤回")) == []
    assert await stands() == ("2027-08-01", "WORK_PERMIT")
    assert said(await api.write("voidResidencePermit", id=lives["residencePermit"]["id"], reason="注销")) == []
    assert await stands() == (None, None)
    verbs = await api.services.store.database.readers.fetch(
        "SELECT verb FROM journal WHERE kind = 'foreign_teacher' AND record_id = $1 ORDER BY id",
        [int(one.split(":")[1])],
    )
    assert {row[0] for row in verbs} == {
        "register_foreign_teacher",
        "residence_decides",
        "update",
        "work_permit_decides",
        "teacher_decides",
    }


async def test_a_residence_permit_is_refused(api: Api, city: World) -> None:
    john = {"teacher": f"ForeignTeacher:{city.areas.foreigners['John Smith']}", "number": "R880001"}
    for valid, faults in (
        ({"from": "2027-06-30", "until": "2028-01-01"}, [("OVERLAP", "valid")]),
        ({"from": "2028-01-01"}, [("INVALID", "valid")]),
        ({"from": "2028-01-01", "until": "2031-01-01"}, [("INVALID", "valid")]),
    ):
        assert said(await api.write("createResidencePermit", **john, valid=valid)) == faults


async def test_the_county_reads_what_the_school_keeps(api: Api, city: World) -> None:
    asked = (
        "{ foreignTeachers { nodes { person { name } } } workPermits { totalCount } residencePermits { totalCount } }"
    )
    county = await api.as_(of_county(city.west, "foreign_affairs")).data(asked)
    names = {node["person"]["name"] for node in county["foreignTeachers"]["nodes"]}
    assert "John Smith" in names
    assert "Emma Brown" not in names
    assert (await api.as_(of_county(city.west)).data(asked))["workPermits"] == {"totalCount": 0}
