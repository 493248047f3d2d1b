"""Internships and what becomes of graduates: the limits with their vectors, what is refused, and the rates."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies

from bureau.areas.establishment.vocational.employment import percent
from bureau.areas.establishment.vocational.intern_rules import within
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from bureau.registry.standards import is_of_age
from tests.machinery.approvals.support import at
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import of_city, of_county, of_school
from tests.support.trades import CREDIT_CODE
from tests.support.world import World


@pytest.mark.parametrize(
    ("interns", "staff", "most", "is_met"),
    [(18, 180, 10, True), (19, 180, 10, False), (4, 20, 20, True), (5, 20, 20, False), (1, 0, 10, False)],
)
def test_a_unit_takes_so_many_of_its_staff(interns: int, staff: int, most: int, *, is_met: bool) -> None:
    assert within(interns, staff, most) is is_met


@pytest.mark.parametrize(("start", "is_met"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)])
def test_nobody_below_sixteen_begins(start: date, *, is_met: bool) -> None:
    assert is_of_age(date(2010, 11, 23), 16, start) is is_met


def test_the_published_rate_is_met() -> None:
    assert percent(496_420, 515_470) == 96_30
    assert percent(0, 0) is None


@given(strategies.integers(1, 10**6), strategies.data())
def test_a_rate_lies_between_none_and_all(whole: int, data: strategies.DataObject) -> None:
    part = data.draw(strategies.integers(0, whole))
    found = percent(part, whole)
    assert found is not None
    assert 0 <= found <= 100_00
    assert abs(found * whole - part * 100_00) * 2 <= whole


PLACEMENT = "internshipPlacement { id state endedOn }"
READY: dict[str, Any] = {
    "agreementNumber": "SF2026001",
    "signedOn": "2026-10-09",
    "consentedOn": "2026-10-08",
    "insuredUntil": "2027-01-15",
    "postPay": "2400.00",
}


def clerk_of(api: Api, city: World) -> Api:
    return api.as_(of_school(city.schools["东城职业学校"]))


async def placed(api: Api, city: World, **other: Any) -> Any:
    values: dict[str, Any] = {
        "student": f"Student:{city.students['薛工']}",
        "plan": f"InternshipPlan:{city.trades.plan}",
        "enterprise": f"Enterprise:{city.trades.enterprise}",
        "post": "装配",
        "postStaff": 20,
        "matchesMajor": True,
        "period": {"from": "2026-10-12", "until": "2027-01-15"},
        "hours": "8.0",
        "pay": "2000.00",
        **other,
    }
    return await api.write("createInternshipPlacement", PLACEMENT, **values)


async def unmet(api: Api, placement: str) -> set[str]:
    """The fields of what is missing before an internship begins."""
    payload = await api.write("beginPlacement", PLACEMENT, id=placement)
    assert {error["code"] for error in payload["errors"]} <= {"NOT_MET"}
    return {".".join(error["path"]) for error in payload["errors"]}


async def test_an_internship_from_the_plan_to_its_end(api: Api, city: World, clock: FixedClock) -> None:
    clerk, plan = clerk_of(api, city), f"InternshipPlan:{city.trades.plan}"
    principal = api.as_(of_school(city.schools["东城职业学校"], "principal"))
    office = api.as_(of_city("registrar"))
    early = {"from": "2026-09-01", "until": "2026-09-14"}
    assert said(await placed(clerk, city, period=early)) == [("MISMATCH", "period")]
    twice = {"from": "2026-10-01", "until": "2026-10-14"}
    assert said(await placed(clerk, city, period=twice)) == [("OVERLAP", "period")]
    other = f"Student:{city.students['曾晓明']}"
    assert said(await placed(clerk, city, student=other)) == [("NOT_FOUND", "student")]
    other = f"Student:{city.students['闻达']}"
    assert said(await placed(clerk, city, student=other)) == [("MISMATCH", "student")]
    made = await placed(clerk, city)
    assert made["errors"] == []
    placement = made["internshipPlacement"]["id"]
    assert await unmet(clerk, placement) == {"plan", "signedOn", "consentedOn", "insuredUntil"}

    assert said(await office.write("fileInternship", id=plan, filingNumber="SX2026-1")) == [("TRANSITION", "id")]
    assert said(await clerk.write("approveInternship", id=plan)) == [("FORBIDDEN", "")]
    assert said(await principal.write("approveInternship", id=plan)) == []
    assert said(await principal.write("fileInternship", id=plan, filingNumber="SX2026-1")) == [("FORBIDDEN", "")]
    assert said(await office.write("fileInternship", id=plan, filingNumber="SX2026-1")) == []

    assert said(await clerk.write("updateInternshipPlacement", id=placement, **READY)) == []
    for broken, path in (
        ({"hours": "8.5"}, {"hours"}),
        ({"matchesMajor": False}, {"matchesMajor"}),
        ({"pay": "0.00"}, {"pay"}),
        ({"signedOn": "2026-10-13"}, {"signedOn"}),
        ({"insuredUntil": "2027-01-14"}, {"insuredUntil"}),
        ({"postStaff": 4}, {"postStaff"}),
    ):
        assert said(await clerk.write("updateInternshipPlacement", id=placement, **broken)) == []
        assert await unmet(clerk, placement) == path
        whole: dict[str, Any] = {"hours": "8.0", "matchesMajor": True, "pay": "2000.00", "postStaff": 20, **READY}
        assert said(await clerk.write("updateInternshipPlacement", id=placement, **whole)) == []
    unit = f"Enterprise:{city.trades.enterprise}"
    for change, back in (({"listing": "BLACK"}, {"listing": "WHITE"}), ({"staff": 9}, {"staff": 180})):
        assert said(await office.write("updateEnterprise", id=unit, **change)) == []
        assert await unmet(clerk, placement) == {"enterprise"}
        assert said(await office.write("updateEnterprise", id=unit, **back)) == []

    assert await unmet(clerk, placement) == set()
    assert said(await clerk.write("beginPlacement", id=placement)) == [("TRANSITION", "id")]
    assert said(await clerk.write("closeInternship", id=plan)) == [("IN_USE", "id")]
    assert said(await clerk.write("suspendPlacement", id=placement, reason="轻微受伤")) == []
    assert await unmet(clerk, placement) == set(), "whoever comes back is not counted twice"
    with at(clock, date(2027, 1, 15)):
        ended = await clerk.write("endPlacement", PLACEMENT, id=placement, endedOn="2027-01-14")
        assert ended["internshipPlacement"] == {"id": placement, "state": "FINISHED", "endedOn": "2027-01-14"}
        assert said(await clerk.write("endPlacement", id=placement, endedOn="2027-01-14")) == [("ENDED", "id")]
        assert said(await clerk.write("closeInternship", id=plan)) == []


async def test_plans_and_agreements_fit_together(api: Api, city: World) -> None:
    clerk = clerk_of(api, city)
    plan: dict[str, Any] = {
        "school": f"School:{city.schools['东城职业学校']}",
        "schoolClass": f"SchoolClass:{city.trades.school_class}",
        "schoolMajor": f"SchoolMajor:{city.trades.majors['710201']}",
        "sort": "VISIT",
        "period": {"from": "2027-03-01", "until": "2027-03-12"},
    }
    other: dict[str, Any] = {**plan, "schoolClass": f"SchoolClass:{city.school_class}"}
    assert said(await api.write("createInternshipPlan", **other)) == [("MISMATCH", "schoolClass")]
    endless: dict[str, Any] = {**plan, "period": {"from": "2027-03-01"}}
    assert said(await clerk.write("createInternshipPlan", **endless)) == [("INVALID", "period")]
    agreement: dict[str, Any] = {
        "school": f"School:{city.schools['东城中学']}",
        "enterprise": f"Enterprise:{city.trades.enterprise}",
        "number": "XQ9",
        "form": "BASE",
        "valid": {"from": "2026-09-01", "until": "2027-09-01"},
    }
    assert said(await api.write("createCooperation", **agreement)) == [("NOT_OFFERED", "school")]
    barred = await api.write(
        "createEnterprise",
        "enterprise { id }",
        creditCode="91510100777001000Y",
        name="黑名单企业",
        staff=50,
        listing="BLACK",
    )
    with_barred: dict[str, Any] = {**agreement, "school": plan["school"], "enterprise": barred["enterprise"]["id"]}
    assert said(await clerk.write("createCooperation", **with_barred)) == [("INVALID", "enterprise")]


RATES = """query($unit: ID!, $by: EmploymentBy) { employmentRates(unit: $unit, graduatedIn: 2026, by: $by) {
    name graduates known employed studying matched employment directEmployment matchedEmployment } }"""


async def test_graduates_are_counted_once_and_on_proof(api: Api, city: World) -> None:
    clerk, graduate = clerk_of(api, city), f"Student:{city.students['骆成']}"
    proven: dict[str, Any] = {"student": graduate, "graduatedIn": 2026, "destination": "EMPLOYED", "matched": False}
    said_of_them: dict[str, Any]
    for said_of_them, faults in (
        ({}, [("REQUIRED", "creditCode")]),
        ({"contractNumber": "HT1", "matched": None}, [("REQUIRED", "matched")]),
        ({"contractNumber": "HT1", "startedOn": "2026-07-09"}, [("MISMATCH", "startedOn")]),
        ({"contractNumber": "HT1", "startedOn": "2026-12-01"}, [("INVALID", "startedOn")]),
        ({"contractNumber": "HT1", "graduatedIn": 2025}, [("MISMATCH", "graduatedIn")]),
        ({"creditCode": "911101000060003741"}, [("CHECK_DIGIT", "creditCode")]),
        ({"contractNumber": "HT1", "student": f"Student:{city.students['薛工']}"}, [("INVALID", "student")]),
        ({"contractNumber": "HT1", "student": f"Student:{city.students['闻达']}"}, [("DUPLICATE", "student")]),
    ):
        assert said(await clerk.write("createGraduateOutcome", **{**proven, **said_of_them})) == faults
    school, office = f"School:{city.schools['东城职业学校']}", f"Office:{city.bureau}"
    (rate,) = (await clerk.data(RATES, unit=school))["employmentRates"]
    assert rate == {
        "name": None,
        "graduates": 2,
        "known": 1,
        "employed": 1,
        "studying": 0,
        "matched": 1,
        "employment": "50.00",
        "directEmployment": "50.00",
        "matchedEmployment": "100.00",
    }
    study: dict[str, Any] = {
        "student": graduate,
        "graduatedIn": 2026,
        "destination": "STUDY",
        "startedOn": "2026-09-01",
    }
    assert said(await clerk.write("createGraduateOutcome", **study)) == []
    (rate,) = (await api.data(RATES, unit=office, by="SCHOOL"))["employmentRates"]
    assert (rate["name"], rate["employment"], rate["directEmployment"]) == ("东城职业学校", "100.00", "50.00")
    (rate,) = (await api.data(RATES, unit=f"Office:{city.east}", by="MAJOR"))["employmentRates"]
    assert (rate["name"], rate["graduates"]) == (None, 2), "of whom no class says the major"
    for actor in (ANONYMOUS, of_school(city.schools["西城小学"]), of_county(city.west)):
        assert (await api.as_(actor).data(RATES, unit=school))["employmentRates"] is None


async def test_an_enterprise_is_known_by_its_code(api: Api, city: World) -> None:
    same: dict[str, Any] = {"creditCode": CREDIT_CODE, "name": "另一家", "staff": 1, "listing": "NONE"}
    assert said(await api.write("createEnterprise", **same)) == [("DUPLICATE", "creditCode")]
    wrong: dict[str, Any] = {**same, "creditCode": "911101000060003741"}
    assert said(await api.write("createEnterprise", **wrong)) == [("CHECK_DIGIT", "creditCode")]
