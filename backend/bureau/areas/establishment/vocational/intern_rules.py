"""What is looked at before a pupil begins an internship: the pupil, the papers, the work and the unit (实习核查)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bureau.areas.establishment.vocational.catalogue import limit
from bureau.areas.establishment.vocational.enterprise import Enterprise, Listing
from bureau.areas.establishment.vocational.internship_plan import InternshipPlan, PlanState
from bureau.areas.establishment.vocational.placement import InternshipPlacement, PlacementState
from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.period import Period
from bureau.kernel.words import Words
from bureau.registry.person import Person
from bureau.registry.standards import is_of_age
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act
from bureau.storage.sql import among

_RULES = "职业学校学生实习管理规定第九条、第十一条、第十六条（待核实）"
_LAW = "职业教育法第五十条"

Item = Mapping[str, Any]

_TAKEN = """
SELECT p.enterprise_id, p.post, count(*) FROM internship_placement p
WHERE {of} AND p.state IN ('ON_POST', 'SUSPENDED') AND p.void_reason IS NULL
GROUP BY p.enterprise_id, p.post"""


async def look_at_starts(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may begin their internships, for many at once: those of one enterprise count together."""
    placements: list[InternshipPlacement] = [item["placement"] for item in items]
    of, values = among(act.tx.dialect, "p.enterprise_id", [one.__dict__["enterprise_id"] for one in placements])
    taken: dict[tuple[int, str], int] = {
        (row[0], row[1]): row[2] for row in await act.tx.fetch(_TAKEN.format(of=of), *values)
    }
    units = list({one.__dict__["enterprise_id"] for one in placements})
    enterprises = {one.id: one for one in await Enterprise.filter(id__in=units)}
    plans = {one.id: one for one in await InternshipPlan.filter(id__in=[one.__dict__["plan_id"] for one in placements])}
    pupils = {one.id: one for one in await Student.filter(id__in=[one.__dict__["student_id"] for one in placements])}
    persons = {
        one.id: one for one in await Person.filter(id__in=[one.__dict__["person_id"] for one in pupils.values()])
    }
    found = []
    for one in placements:
        at, pupil = one.__dict__["enterprise_id"], pupils[one.__dict__["student_id"]]
        if one.state == PlacementState.SUSPENDED:
            taken[at, one.post] -= 1  # whoever comes back is counted already
        here = sum(count for (place, _), count in taken.items() if place == at)
        findings = [
            *_pupil_may(one, pupil, persons[pupil.__dict__["person_id"]]),
            *_papers_are_there(one, plans[one.__dict__["plan_id"]]),
            *_work_is_fit(one),
            *_unit_may(one, enterprises[at], here, taken.get((at, one.post), 0)),
        ]
        found.append(findings)
        taken[at, one.post] = taken.get((at, one.post), 0) + 1
    return found


def _judged(
    code: str, is_met: bool, met: Words, unmet: Words, path: str, clause: str = _RULES, *, warns: bool = False
) -> Finding:
    if is_met:
        return Finding(code, Verdict.PASSED, met, clause, path)
    return Finding(code, Verdict.WARNED if warns else Verdict.BLOCKED, unmet, clause, path)


def _start(placement: InternshipPlacement) -> date:
    period: Period = placement.period
    assert period.start is not None
    return period.start


def _pupil_may(placement: InternshipPlacement, pupil: Student, person: Person) -> Iterator[Finding]:
    """§26: nobody of the first year, nobody below the age, and nobody who is not there."""
    start, status = _start(placement), StudentStatus[pupil.status]
    yield _judged(
        "enrolled",
        status is StudentStatus.ENROLLED,
        Words("The pupil is enrolled.", "学生在读。"),
        Words(f"The pupil is “{status.words.en}”.", f"学生当前为“{status.words.zh}”。"),
        "student",
    )
    years = limit("intern_age_least", start)
    born = person.birth_date
    yield _judged(
        "age",
        years is None or (born is not None and is_of_age(born, years, start)),
        Words(f"{years} years old by then.", f"届时年满 {years} 周岁。"),
        Words(f"Below {years} on the first day.", f"实习首日未满 {years} 周岁。"),
        "student",
    )
    least = limit("intern_year_least", start)
    yield _judged(
        "year",
        least is None or int(pupil.grade[1:]) >= least,
        Words("Not of the first year.", "非一年级学生。"),
        Words("Pupils of the first year are not sent.", "不得安排一年级学生实习。"),
        "student",
    )


def _papers_are_there(placement: InternshipPlacement, plan: InternshipPlan) -> Iterator[Finding]:
    """§26: no internship without the plan on file, the signed agreement, consent and insurance."""
    start, until = _start(placement), placement.period.until
    yield _judged(
        "filed",
        plan.state == PlanState.FILED,
        Words("The plan is filed.", "实习计划已备案。"),
        Words("The plan is not filed.", "实习计划尚未备案。"),
        "plan",
    )
    signed = placement.signed_on
    yield _judged(
        "agreement",
        bool(placement.agreement_number) and signed is not None and signed <= start,
        Words("The agreement was signed before.", "三方协议已在实习前签订。"),
        Words("No agreement was signed before the first day.", "实习开始前未签订三方协议。"),
        "signed_on",
    )
    consented = placement.consented_on
    yield _judged(
        "consent",
        consented is not None and consented <= start,
        Words("Pupil and guardian agreed.", "学生及监护人已知情同意。"),
        Words("Pupil and guardian did not agree before.", "学生及监护人未事先知情同意。"),
        "consented_on",
    )
    insured = placement.insured_until
    yield _judged(
        "insurance",
        insured is not None and until is not None and until <= insured,
        Words("Insured to the end.", "实习责任保险覆盖全程。"),
        Words("The insurance does not reach to the end.", "实习责任保险未覆盖全程。"),
        "insured_until",
    )


def _work_is_fit(placement: InternshipPlacement) -> Iterator[Finding]:
    """§26: hours within the day's, pay in money, and a post of the major."""
    start = _start(placement)
    hours = limit("intern_hours_most", start)
    yield _judged(
        "hours",
        hours is None or placement.hours <= hours * 10,
        Words(f"At most {hours} hours a day.", f"每日不超过 {hours} 小时。"),
        Words(f"More than {hours} hours a day.", f"每日超过 {hours} 小时。"),
        "hours",
        _LAW,
    )
    yield _judged(
        "major",
        placement.matches_major,
        Words("The post matches the major.", "岗位与专业对口。"),
        Words("The post does not match the major.", "岗位与所学专业不对口。"),
        "matches_major",
        _LAW,
    )
    yield _judged(
        "pay",
        bool(placement.pay),
        Words("It is paid.", "已约定实习报酬。"),
        Words("No pay is agreed upon.", "未约定实习报酬。"),
        "pay",
        _LAW,
    )
    share = limit("intern_pay_share_least", start)
    if share is not None and placement.pay and placement.post_pay:
        yield _judged(
            "pay_share",
            100 * placement.pay >= share * placement.post_pay,
            Words(f"At least {share} % of the post's pay.", f"不低于相同岗位工资的 {share}%。"),
            Words(f"Less than {share} % of the post's pay.", f"低于相同岗位工资的 {share}%。"),
            "pay",
            warns=True,
        )


def _unit_may(placement: InternshipPlacement, unit: Enterprise, here: int, same: int) -> Iterator[Finding]:
    """§26: no barred unit, and no more interns than its staff can teach; `here` and `same` are there already."""
    start = _start(placement)
    yield _judged(
        "not_barred",
        unit.listing != Listing.BLACK,
        Words("The enterprise is not barred.", "实习单位不在黑名单内。"),
        Words("The enterprise is barred.", "实习单位已列入黑名单。"),
        "enterprise",
    )
    for code, staff, interns, name in (
        ("share", unit.staff, here + 1, "intern_share_most"),
        ("post_share", placement.post_staff, same + 1, "intern_post_share_most"),
    ):
        most = limit(name, start)
        if most is None:
            continue
        yield _judged(
            code,
            staff is not None and within(interns, staff, most),
            Words(
                f"{interns} interns, at most {most} % of {staff}.",
                f"实习生 {interns} 人，不超过 {staff} 人的 {most}%。",
            ),
            Words(
                f"{interns} interns are more than {most} % of {staff or 0}.",
                f"实习生 {interns} 人，超过 {staff or 0} 人的 {most}%。",
            ),
            "enterprise" if code == "share" else "post_staff",
        )


def within(interns: int, staff: int, percent: int) -> bool:
    """Whether so many interns are no more than a percentage of the staff."""
    return 100 * interns <= percent * staff
