"""A vocational school for the small world: its majors and pupils, a class, an enterprise, an internship, a graduate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from bureau.areas.establishment.vocational.enterprise import Cooperation, Enterprise
from bureau.areas.establishment.vocational.graduate_outcome import GraduateOutcome
from bureau.areas.establishment.vocational.internship_plan import InternshipPlan
from bureau.areas.establishment.vocational.major_case import MajorCase
from bureau.areas.establishment.vocational.major_class import MajorClass, MajorIntake
from bureau.areas.establishment.vocational.placement import InternshipPlacement
from bureau.areas.establishment.vocational.school_major import SchoolMajor
from bureau.graph.context import Services
from bureau.machinery.approvals.case import CaseParty
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction
from tests.support.areas import Make

if TYPE_CHECKING:
    from tests.support.world import World

CREDIT_CODE = "91110000600037341L"
AUTUMN = (date(2026, 9, 14), date(2027, 1, 15))


@dataclass(frozen=True)
class Trades:
    """The ids of what was built."""

    majors: dict[str, int]
    """By code: one that is open, one that is proposed, one that is proposed and controlled."""
    school_class: int
    """V2, which learns the open one; 薛工 is in it."""
    other_class: int
    """V1, of which no major is said."""
    enterprise: int
    plan: int


NONE = Trades({}, 0, 0, 0, 0)
SCHOOL = "东城职业学校"
PUPILS = {
    # name: (grade, born, sex, entered)
    "薛工": ("V2", date(2009, 5, 5), "1", date(2025, 9, 1)),
    "闻达": ("V3", date(2007, 8, 8), "2", date(2023, 9, 1)),
    "骆成": ("V3", date(2007, 10, 10), "1", date(2023, 9, 1)),
}
LEFT = date(2026, 7, 10)
"""When those finished who were in the third year."""


async def add(services: Services, city: "World") -> "World":
    """Build the school in a small world of a test's own; the world with its ids."""
    store = services.store

    async def work(tx: Transaction) -> "World":
        async def make(record: type[Record], **values: Any) -> Any:
            return await store.create(tx, store.kind_of(record), values)

        school = await make(
            School, code="3651000001", name=SCHOOL, type="365", superior=city.east, division=city.division
        )
        students = {}
        for name, (grade, born, sex, entered) in PUPILS.items():
            person = await make(Person, name=name, sex=sex, birth_date=born)
            student = await make(Student, person=person.id, school=school.id, grade=grade, status="ENROLLED")
            is_done = grade == "V3"
            if is_done:
                await store.change(tx, store.kind_of(Student), student, {"status": "GRADUATED"})
            stay = {"student": student.id, "school": school.id, "entry_grade": "V1", "entry_way": "01"}
            ended = {"ended_by": "31"} if is_done else {}
            await make(Enrolment, **stay, period=(entered, LEFT if is_done else None), **ended)
            students[name] = student.id
        built = await _build(make, school.id, students)
        schools = {**city.schools, SCHOOL: school.id}
        return replace(city, trades=built, schools=schools, students={**city.students, **students})

    return await store.database.transaction(work)


async def _build(make: Make, school: int, students: Mapping[str, int]) -> Trades:
    majors = {}
    for code, given in (
        ("710201", {"state": "OPEN", "filed_on": date(2022, 5, 10), "filing_number": "中职专业备〔2022〕7号"}),
        ("660103", {"state": "PROPOSED"}),
        ("720201", {"state": "PROPOSED"}),
    ):
        majors[code] = (await make(SchoolMajor, school=school, major=code, years=3, **given)).id
    classes = []
    for grade, entered in (("V2", 2025), ("V1", 2026)):
        given = {"school": school, "stage": "V", "grade": grade, "entry_year": entered, "number": 1}
        classes.append((await make(SchoolClass, **given)).id)
    await Student.filter(id=students["薛工"]).update(school_class_id=classes[0])
    await make(MajorClass, school_class=classes[0], school_major=majors["710201"])
    year = await SchoolYear.get(name="2025-2026")
    await make(MajorIntake, school_major=majors["710201"], school_year=year.id, places=80)
    unit = await make(Enterprise, credit_code=CREDIT_CODE, name="电子信息示例企业", staff=180, listing="WHITE")
    of = {"school": school, "school_major": majors["710201"]}
    await make(Cooperation, **of, enterprise=unit.id, number="XQ2026001", form="BASE", valid=AUTUMN)
    plan = await make(InternshipPlan, **of, school_class=classes[0], sort="POST", period=AUTUMN)
    await make(
        InternshipPlacement,
        student=students["薛工"],
        plan=plan.id,
        enterprise=unit.id,
        post="装配",
        post_staff=20,
        matches_major=True,
        period=(date(2026, 9, 14), date(2026, 10, 12)),
        hours="8.0",
        pay="2000.00",
    )
    await make(
        GraduateOutcome,
        student=students["闻达"],
        graduated_in=2026,
        destination="EMPLOYED",
        credit_code=CREDIT_CODE,
        matched=True,
        started_on=date(2026, 8, 1),
    )
    await _case(make, school, majors["710201"])
    return Trades(majors, classes[0], classes[1], unit.id, plan.id)


async def _case(make: Make, school: int, major: int) -> None:
    """The filing of the open major, which is done."""
    made = await make(
        MajorCase,
        procedure="MAJOR_FILING",
        procedure_version=date(2021, 3, 12),
        form_title="中等职业学校新设专业备案表",
        basis="内部规定",
        outcome="file_major",
        subject=f"SchoolMajor:{major}",
        subject_name="计算机应用",
        unit=school,
        unit_name="东城职业学校",
        state="DONE",
        step="publicity",
        step_english="Publicity",
        step_chinese="公示",
        sequence=3,
        due=date(2022, 5, 10),
        opened_by="周校长",
        opened_at=datetime(2022, 4, 1, 2, tzinfo=UTC),
        ended_at=datetime(2022, 5, 10, 2, tzinfo=UTC),
        verification="2345678923456788",
    )
    await make(CaseParty, case=made.id, unit=school, unit_name="东城职业学校")
