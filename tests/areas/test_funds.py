"""Money and aid: what is refused, what the standards set, and what becomes of aid when its pupil goes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies

from bureau.areas.funds.functions import is_for, is_leaf
from bureau.areas.funds.semester import Semester, first_day, semester_of
from bureau.kernel.money import to_fen
from bureau.kernel.rules import everyone
from bureau.registry.standards import standard, standards
from bureau.registry.student import Student
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import DIRECTOR, REGISTRAR, of_city, of_county, of_school
from tests.support.world import World

FUNDS = "bureau.areas.funds"


def grant(city: World, **given: Any) -> dict[str, Any]:
    return {
        "school": f"School:{city.schools['东城小学']}",
        "fiscalYear": 2026,
        "source": f"FundSource:{city.areas.source}",
        "function": "2050202",
        "purpose": "维修",
        "amount": "100.00",
        "grantedOn": "2026-05-01",
        "documentNumber": "成财教〔2026〕901号",
        **given,
    }


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"amount": "0.00"}, [("OUT_OF_RANGE", "amount")]),
        ({"amount": "-1.00"}, [("OUT_OF_RANGE", "amount")]),
        ({"amount": "1.001"}, [("INVALID", "amount")]),
        ({"amount": "100000000000.01"}, [("OUT_OF_RANGE", "amount")]),
        ({"function": "20502"}, [("INVALID", "function")]),
        ({"function": "2050203"}, [("NOT_OFFERED", "function")]),
        ({"function": "2050"}, [("UNKNOWN_CODE", "function")]),
        ({"grantedOn": "2026-10-13"}, [("INVALID", "grantedOn")]),
        ({"grantedOn": "2024-12-31"}, [("MISMATCH", "grantedOn")]),
        ({"fiscalYear": 2025}, [("MISMATCH", "grantedOn")]),
        ({"documentNumber": "成财教(2026)901号"}, [("INVALID", "documentNumber")]),
        ({"documentNumber": "成财教〔2026〕1号"}, [("DUPLICATE", "school")]),
        ({"school": "School:1"}, [("NOT_FOUND", "school")]),
    ],
)
async def test_an_appropriation_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    assert said(await api.write("createAppropriation", **grant(city, **given))) == faults


async def test_a_grant_to_a_closed_school_or_out_of_a_source_that_is_over_is_refused(api: Api, city: World) -> None:
    source = await api.write(
        "createFundSource",
        "fundSource { id }",
        code="OLD",
        name="旧专项",
        type="08",
        isEarmarked=True,
        validity={"from": "2020-01-01", "until": "2026-01-01"},
    )
    assert source["errors"] == []
    late = grant(city, source=source["fundSource"]["id"])
    assert said(await api.write("createAppropriation", **late)) == [("CLOSED", "source")]
    school = f"School:{city.schools['成都市实验中学']}"
    operation = {"from": "1990-09-01", "until": "2026-01-01"}
    assert said(await api.write("updateSchool", id=school, operation=operation)) == []
    assert said(await api.write("createAppropriation", **grant(city, school=school, function="2050203"))) == [
        ("CLOSED", "grantedOn")
    ]
    assert said(await api.write("updateSchool", id=school, operation=None)) == []


async def test_money_is_granted_by_the_bureaus_and_read_by_the_school(api: Api, city: World) -> None:
    own, other = city.schools["东城小学"], city.schools["西城小学"]
    listed = "{ appropriations { totalCount } appropriationsSummary(by: [FISCAL_YEAR]) { nodes { key { fiscalYear } count sum { amount } } } }"  # fmt: skip
    seen = await api.as_(of_school(own, "funds")).data(listed)
    assert seen == {
        "appropriations": {"totalCount": 3},
        "appropriationsSummary": {
            "nodes": [
                {"key": {"fiscalYear": 2025}, "count": 1, "sum": {"amount": "999.99"}},
                {"key": {"fiscalYear": 2026}, "count": 2, "sum": {"amount": "150000.55"}},
            ]
        },
    }
    nothing = "{ appropriationsSummary(filter: { fiscalYear: { eq: 1999 } }) { nodes { count sum { amount } } } }"
    assert await api.data(nothing) == {"appropriationsSummary": {"nodes": [{"count": 0, "sum": {"amount": "0.00"}}]}}
    new = grant(city, documentNumber="成财教〔2026〕77号")
    for actor in (of_school(own, "funds"), of_school(other, "funds"), of_county(city.east), of_city("director")):
        assert said(await api.as_(actor).write("createAppropriation", **new))[0][0] in ("FORBIDDEN", "NOT_FOUND")
    assert said(await api.as_(of_county(city.west, "funds")).write("createAppropriation", **new))[0][0] == "NOT_FOUND"
    made = await api.as_(of_county(city.east, "funds")).write("createAppropriation", "appropriation { id }", **new)
    assert made["errors"] == []
    gone = await api.write("voidAppropriation", id=made["appropriation"]["id"], reason="录入有误")
    assert gone["errors"] == []


def award(city: World, pupil: str, **given: Any) -> dict[str, Any]:
    return {
        "student": f"Student:{city.students[pupil]}",
        "programme": f"AidProgramme:{city.areas.programmes['LD']}",
        "schoolYear": 2026,
        "semester": "AUTUMN",
        "tier": "1",
        **given,
    }


SHOWN = "aidAward { id amount standardAmount state school { name } }"


@pytest.mark.parametrize(
    ("pupil", "given", "amount"),
    [
        ("李伟", {}, "312.50"),  # primary, not boarding: 625 a year
        ("阿依古丽·买买提", {}, "375.00"),  # junior: 750
        ("李伟", {"schoolYear": 2023}, "250.00"),  # the standard before autumn 2024
        ("李伟", {"overrideAmount": "400.00", "overrideReason": "突发困难"}, "400.00"),
    ],
)
async def test_the_amount_is_half_of_a_years_standard(
    api: Api, city: World, pupil: str, given: dict[str, Any], amount: str
) -> None:
    made = await api.write("createAidAward", SHOWN, **award(city, pupil, **given))
    assert made["errors"] == []
    assert made["aidAward"]["amount"] == amount
    assert (await api.write("voidAidAward", id=made["aidAward"]["id"], reason="样本"))["errors"] == []


@pytest.mark.parametrize(
    ("pupil", "programme", "given", "faults"),
    [
        ("曾晓明", "LD", {}, [("DUPLICATE", "student")]),
        ("曾晓明", "LB", {}, [("MISMATCH", "programme")]),
        ("赵强", "LD", {}, [("INVALID", "programme"), ("INVALID", "tier")]),
        ("李伟", "LD", {"tier": "2"}, [("INVALID", "tier")]),
        ("李伟", "LD", {"tier": "9"}, [("UNKNOWN_CODE", "tier")]),
        ("李伟", "LD", {"overrideAmount": "400.00"}, [("REQUIRED", "overrideReason")]),
        ("李伟", "LD", {"overrideReason": "突发困难"}, [("REQUIRED", "overrideAmount")]),
        ("李伟", "LD", {"overrideAmount": "0.00", "overrideReason": "x"}, [("OUT_OF_RANGE", "overrideAmount")]),
        ("李伟", "XX", {}, [("INVALID", "tier")]),
        ("李伟", "LD", {"student": "Student:99999"}, [("NOT_FOUND", "student")]),
    ],
)
async def test_an_award_is_refused(
    api: Api, city: World, pupil: str, programme: str, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    of = f"AidProgramme:{city.areas.programmes[programme]}"
    assert said(await api.write("createAidAward", **award(city, pupil, **{"programme": of, **given}))) == faults


async def test_programmes_of_one_group_exclude_each_other(api: Api, city: World) -> None:
    pupil = f"Student:{city.students['王芳']}"
    assert (await api.write("updateStudent", id=pupil, boarding="2"))["errors"] == []
    boarding = f"AidProgramme:{city.areas.programmes['LB']}"
    given = award(city, "王芳", programme=boarding)
    assert said(await api.write("createAidAward", **given)) == [("EXCLUDED", "programme")]
    later = await api.write("createAidAward", SHOWN, **{**given, "semester": "SPRING"})
    assert later["errors"] == []
    assert later["aidAward"]["amount"] == "625.00", "primary, boarding: 1250 a year"
    assert (await api.write("voidAidAward", id=later["aidAward"]["id"], reason="样本"))["errors"] == []
    assert (await api.write("updateStudent", id=pupil, boarding=None))["errors"] == []


async def test_aid_is_of_no_concern_to_others_and_hardship_to_the_aid_officer_alone(api: Api, city: World) -> None:
    asked = "{ aidAwards(first: 1) { nodes { amount hardship { code } } } }"
    school = city.schools["东城小学"]
    for actor, hardship in ((of_school(school, "aid"), {"code": "02"}), (of_city("funds"), None), (DIRECTOR, None)):  # fmt: skip
        reply = await api.as_(actor).ask(asked)
        assert reply.data["aidAwards"]["nodes"] == [{"amount": "312.50", "hardship": hardship}]
        assert bool(reply.body["extensions"]["withheld"]) is (hardship is None)
    for actor in (
        of_school(school),
        of_school(city.schools["西城幼儿园"], "aid"),
        of_city("integrator"),
        of_city("director"),
    ):
        assert (await api.as_(actor).data(asked))["aidAwards"]["nodes"] == []
    refused = await api.as_(of_school(school)).write("createAidAward", **award(city, "李伟"))
    assert said(refused) == [("FORBIDDEN", "")] or refused["errors"][0]["code"] in ("FORBIDDEN", "NOT_FOUND")


async def changed(api: Api, student: int, **values: Any) -> None:
    """A student changes as verbs change it."""
    store = api.services.store

    async def work(tx: Transaction) -> None:
        kind = store.kind_of(Student)
        await store.change(tx, kind, await store.hold(tx, kind, student, everyone), values, verb="moves")

    await store.database.transaction(work, actor=REGISTRAR)


AWARDS = "query($id: ID!) { aidAwards(filter: { student: { id: { eq: $id } } }, orderBy: SCHOOL_YEAR_ASC) { nodes { schoolYear state stoppedOn stopReason school { name } } } }"  # fmt: skip


async def test_aid_goes_with_a_pupil_who_moves_and_stops_with_one_who_leaves(api: Api, city: World) -> None:
    pupil = city.students["单雄信"]
    past = await api.write("createAidAward", SHOWN, **award(city, "单雄信", schoolYear=2025))
    assert past["errors"] == []
    held = {"state": "GRANTED", "stoppedOn": None, "stopReason": None, "school": {"name": "西城小学"}}
    await changed(api, pupil, school=city.schools["东城小学"])
    asked = f"Student:{pupil}"
    moved = {**held, "school": {"name": "东城小学"}}
    found = (await api.data(AWARDS, id=asked))["aidAwards"]["nodes"]
    assert found == [{"schoolYear": 2025, **held}, {"schoolYear": 2026, **moved}], "what is over stays where it was"
    await changed(api, pupil, status="TRANSFERRED_OUT")
    found = (await api.data(AWARDS, id=asked))["aidAwards"]["nodes"]
    stopped = {**moved, "state": "STOPPED", "stoppedOn": "2026-10-12", "stopReason": "学生已离校"}
    assert found == [{"schoolYear": 2025, **held}, {"schoolYear": 2026, **stopped}]
    verbs = await api.services.store.database.readers.fetch(
        "SELECT verb FROM journal WHERE kind = 'aid_award' AND verb LIKE '%\\_aid\\_%' ESCAPE '\\' ORDER BY id"
    )
    assert [row[0] for row in verbs] == ["move_aid_with_its_pupils", "stop_aid_of_those_who_left"]


async def test_an_award_keeps_what_its_pupil_was_when_it_was_made(api: Api, city: World) -> None:
    """A pupil who is in the next stage by then leaves the award as it was, whatever else of it changes."""
    made = await api.write("createAidAward", SHOWN, **award(city, "李伟", schoolYear=2024))
    assert made["aidAward"]["amount"] == "312.50"
    await changed(api, city.students["李伟"], grade="P1")
    await changed(api, city.students["李伟"], school=city.schools["东城中学"], grade="J1")
    changed_ = await api.write("updateAidAward", SHOWN, id=made["aidAward"]["id"], hardship="09")
    assert changed_["aidAward"]["amount"] == "312.50"
    assert changed_["aidAward"]["school"] == {"name": "东城小学"}
    await changed(api, city.students["李伟"], school=city.schools["东城小学"], grade="P6")


async def test_an_award_is_stopped_once(api: Api, city: World) -> None:
    made = await api.write("createAidAward", SHOWN, **award(city, "李伟"))
    identity = made["aidAward"]["id"]
    first = await api.write("stopAidAward", SHOWN, id=identity, reason="家庭情况好转")
    assert first["aidAward"]["state"] == "STOPPED"
    assert said(await api.write("stopAidAward", id=identity, reason="再次")) == [("ENDED", "id")]
    outsider = api.as_(of_county(city.west, "aid"))
    assert said(await outsider.write("stopAidAward", id=identity, reason="外区")) == [("NOT_FOUND", "id")]


@given(strategies.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_the_semester_that_began_last(day: date) -> None:
    year, semester = semester_of(day)
    later = (year + 1, Semester.AUTUMN) if semester == Semester.SPRING else (year, Semester.SPRING)
    assert first_day(year, semester) <= day < first_day(*later)


def test_every_standard_of_aid_has_fen_that_halve() -> None:
    rows = standards(FUNDS)
    assert len(rows) > 10
    assert all(to_fen(row.value) % 2 == 0 and row.source for row in rows)
    assert standard("living_boarding.J.1", date(2026, 9, 1), "510104", package=FUNDS).value == "1500"  # type: ignore[union-attr]
    assert standard("senior_grant.S.2", date(2024, 9, 1), "510104", package=FUNDS).value == "2000"  # type: ignore[union-attr]
    assert standard("senior_grant.S.9", date(2024, 9, 1), package=FUNDS) is None


def test_money_is_posted_to_leaves_and_to_what_the_school_teaches() -> None:
    assert [is_leaf(code) for code in ("20502", "2050202", "20509", "20501")] == [False, True, True, False]
    assert is_for("2050202", frozenset("PJ"))
    assert not is_for("2050204", frozenset("PJ"))
    assert is_for("20509", frozenset("K"))
