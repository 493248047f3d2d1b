"""A small world for tests: two counties, schools in each and one of the city's own, pupils in all of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bureau.access.account import Account
from bureau.access.document import StoredDocument
from bureau.access.documents import digest
from bureau.graph.context import Services
from bureau.machinery.files.file import File
from bureau.machinery.imports.remembered import ImportMapping, digest_of
from bureau.machinery.imports.run import ImportFinding, ImportRun
from bureau.machinery.jobs.job import Job
from bureau.machinery.notices.notice import Notice
from bureau.machinery.reconcile.difference import ReconciliationDifference
from bureau.machinery.reconcile.run import ReconciliationRun
from bureau.registry.campus import Campus
from bureau.registry.duplicate_candidate import DuplicateCandidate
from bureau.registry.enrolment import Enrolment
from bureau.registry.guardianship import Guardianship
from bureau.registry.identity_problem import IdentityProblem
from bureau.registry.numbers import identity_check
from bureau.registry.person import Person
from bureau.registry.person_merge import PersonMerge
from bureau.registry.post import Post
from bureau.registry.record_check import RecordCheck
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_stage import SchoolStage
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.registry.teacher_study import TeacherStudy
from bureau.registry.term import Term
from bureau.registry.unit import FormerCode, FormerName, Office
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction
from tests.support import areas

NOW = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)
"""The moment at which tests happen: a Monday in term."""


@dataclass(frozen=True)
class World:
    """The ids of what was built, by name."""

    bureau: int
    east: int
    west: int
    division: int
    """The county of the east, as a division."""
    schools: dict[str, int]
    students: dict[str, int]
    persons: dict[str, int]
    teacher: int
    """周校长, who is the principal of 东城小学 and teaches mathematics there."""
    school_year: int
    """2026-2027, in whose autumn term tests happen."""
    school_class: int
    """The one class of 东城小学, of its first grade; nobody is in it."""
    areas: areas.Areas
    """What areas have."""


SCHOOLS = {
    # name: (code, type, superior, division)
    "东城小学": ("2151000001", "211", "east", "510104"),
    "东城中学": ("3451000001", "341", "east", "510104"),
    "西城小学": ("2151000002", "211", "west", "510105"),
    "西城幼儿园": ("1151000001", "111", "west", "510105"),
    "成都市实验中学": ("3451000002", "341", "bureau", "510104"),
}
DOCUMENT = "query NamesOfSchools { schools { nodes { code name } } }"
"""A stored document, as `names-of-schools`."""

STUDENTS = {
    # name: (school, grade, born, sex)
    "曾晓明": ("东城小学", "P1", date(2020, 3, 1), "1"),
    "王芳": ("东城小学", "P1", date(2020, 5, 20), "2"),
    "李伟": ("东城小学", "P6", date(2015, 1, 31), "1"),
    "阿依古丽·买买提": ("东城中学", "J1", date(2014, 7, 7), "2"),
    "赵强": ("东城中学", "S3", date(2009, 2, 28), "1"),
    "单雄信": ("西城小学", "P2", date(2018, 11, 11), "1"),
    "张丽": ("西城小学", "P2", date(2018, 9, 2), "2"),
    "钱多多": ("西城幼儿园", "K3", date(2020, 12, 24), "2"),
    "孙悟": ("成都市实验中学", "J3", date(2012, 4, 4), "1"),
}


def number_of(born: date, sex: str, serial: int = 0, division: str = "510104") -> str:
    """A resident identity number with these facts in it."""
    digits = f"{division}{born:%Y%m%d}{serial * 2 + (1 if sex == '1' else 2):03d}"
    return digits + identity_check(digits)


Make = Callable[..., Awaitable[Any]]
"""Writes a record of a class with some values."""


async def _doubts(make: Make, city: int, school: int, persons: dict[str, int], student: int) -> None:
    """Two pupils who were taken for one, and a pupil without a guardian; both were cleared up."""
    one, other = persons["曾晓明"], persons["孙悟"]
    seen = {"judged_by": "system", "judged_at": NOW, "note": "不是同一人"}
    undone = {"undone_by": "system", "undone_at": NOW, "undo_reason": "不是同一人"}
    await make(PersonMerge, kept=one, merged=other, reason="疑似同一人", merged_by="system", merged_at=NOW, **undone)
    found = {"score": 70, "features": "SAME_SEX", "state": "DIFFERENT", "found_at": NOW}
    await make(DuplicateCandidate, one=one, other=other, unit=city, **found, **seen)
    told = {"state": "DISMISSED", "reported_by": "system", "reported_at": NOW, "note": "监护人已登记"}
    settled = {"settled_by": "system", "settled_at": NOW}
    problem = {"sort": "NO_GUARDIAN", "unit": school, "student": student, "person": persons["孙悟"]}
    await make(IdentityProblem, **problem, **told, **settled)


async def _accounts(make: areas.Make) -> None:
    """Two accounts, the first of which is that of whoever asks in tests, and what is each one's own."""
    for username in ("tester", "stranger"):
        account = await make(Account, username=username, display_name=username, is_demo=False)
        for number in range(2):
            await make(
                Notice,
                owner=account.id,
                english_text=f"Notice {number} of {username}",
                chinese_text=f"{username}的消息{number}",
                state="READ" if number else "UNREAD",
                sent_at=NOW,
                key=f"{username}.{number}",
            )
        job = await make(
            Job,
            owner=account.id,
            task="SEND_REMINDERS",
            title=f"Job of {username}",
            state="SUCCEEDED",
            asked_at=NOW,
            due_at=NOW,
            done=0,
            input="{}",
            attempts=1,
        )
        file = await make(
            File,
            owner=account.id,
            use="ATTACHMENT",
            name=f"{username}.pdf",
            size=1000,
            state="REFUSED",
            objection="DAMAGED",
            begun_at=NOW,
        )
        run = await make(
            ImportRun,
            owner=account.id,
            job=job.id,
            record_kind="School",
            file_name=f"{username}.csv",
            is_trial=True,
            is_whole=False,
            created=1,
            updated=0,
            unchanged=0,
            rejected=1,
            repaired=file.id,
            asked_at=NOW,
        )
        for line, sort in ((2, "CREATED"), (3, "REJECTED")):
            await make(ImportFinding, owner=account.id, run=run.id, line=line, sort=sort, given=username)


async def build(services: Services) -> World:
    """Write the world through the store, as the system."""
    store = services.store

    async def work(tx: Transaction) -> World:
        async def make(record: type[Record], **values: Any) -> Any:
            return await store.create(tx, store.kind_of(record), values)

        bureau = await Office.filter(category="BUREAU").first()
        assert bureau is not None
        divisions = {row[1]: row[0] for row in await tx.fetch("SELECT id, code FROM division WHERE code LIKE '5101%'")}
        units = {"bureau": bureau.id}
        for key, code, name in (("east", "510104", "锦江区教育局"), ("west", "510105", "青羊区教育局")):
            office = await make(
                Office, code=code, name=name, category="COUNTY_BUREAU", superior=bureau.id, division=divisions[code]
            )
            units[key] = office.id
        principal = await make(Person, **_person("周校长", date(1975, 6, 1), "1"))
        schools = {}
        for name, (code, type_, superior, division) in SCHOOLS.items():
            school = await make(
                School,
                code=code,
                name=name,
                type=type_,
                superior=units[superior],
                division=divisions[division],
                principal=principal.id if name == "东城小学" else None,
            )
            schools[name] = school.id
        teacher = await make(
            Teacher,
            person=principal.id,
            unit=schools["东城小学"],
            status="IN_POST",
            staffing="1",
            education="21",
            degree="4",
            title="2",
            teaching_since=date(1997, 9, 1),
            entered_on=date(2012, 9, 1),
        )
        await make(
            Post,
            teacher=teacher.id,
            unit=schools["东城小学"],
            category="1",
            subject="14",
            stage="P",
            is_main=True,
            weekly_hours=4,
            period=(date(2012, 9, 1), None),
        )
        persons, students = {"周校长": principal.id}, {}
        for name, (school, grade, born, sex) in STUDENTS.items():
            person = await make(Person, **_person(name, born, sex))
            student = await make(
                Student,
                person=person.id,
                school=schools[school],
                grade=grade,
                status="ENROLLED",
                national_number=f"G{number_of(born, sex)}",
            )
            entered = date(NOW.year - int(grade[1:]) + 1, 9, 1)
            await make(
                Enrolment,
                student=student.id,
                school=schools[school],
                period=(entered, None),
                entry_grade=f"{grade[0]}1",
                entry_way="01",
            )
            persons[name], students[name] = person.id, student.id
        year, school_class = await _around(make, schools["东城小学"], teacher.id)
        await make(
            Guardianship,
            student=students["王芳"],
            guardian=persons["赵强"],
            relation="71",
            is_legal_guardian=False,
            may_decide=False,
            may_see=False,
            may_collect=True,
            contact_order=1,
        )
        await make(
            StoredDocument,
            name="names-of-schools",
            sha256=digest(DOCUMENT),
            text=DOCUMENT,
            english_description="The schools that you see.",
            chinese_description="您可查看的学校。",
            impersonal=False,
            registered_by="system",
            registered_at=NOW,
        )
        await make(
            ImportMapping,
            record_kind="division",
            headers=digest_of(["编号", "名称"]),
            columns='{"code":"编号","name":"名称"}',
            used_by="system",
            used_at=NOW,
        )
        await _accounts(make)
        await _doubts(make, bureau.id, schools["成都市实验中学"], persons, students["孙悟"])
        run = await make(
            ReconciliationRun,
            register="student",
            sha256="0" * 64,
            as_of=date(2026, 9, 1),
            run_at=NOW,
            run_by="system",
            **dict.fromkeys(("rows", "matched", "differing"), 1),
            **dict.fromkeys(("unreadable", "only_here", "only_there", "ambiguous", "lagging"), 0),
        )
        await make(
            ReconciliationDifference,
            register="student",
            identity="0" * 64,
            unit=schools["东城小学"],
            type="FIELD",
            subject=f"Student:{students['王芳']}",
            label="王芳",
            field="person.ethnicity",
            authority="REGISTER",
            theirs="01",
            is_withheld=False,
            lags=False,
            first_seen=date(2026, 9, 2),
            last_seen=date(2026, 9, 2),
            times=1,
            last_run=run.id,
            state="OPEN",
        )
        of_areas = await areas.build(make, bureau.id, schools, students, teacher.id)
        return World(
            bureau.id,
            units["east"],
            units["west"],
            divisions["510104"],
            schools,
            students,
            persons,
            teacher.id,
            year,
            school_class,
            of_areas,
        )

    return await store.database.transaction(work)


async def _around(make: Make, school: int, teacher: int) -> tuple[int, int]:
    """A school year with its term, and what a school and a teacher have besides; the year and the school's class."""
    year = await make(SchoolYear, name="2026-2027", period=(date(2026, 9, 1), date(2027, 9, 1)))
    autumn = (date(2026, 9, 1), date(2027, 2, 1))
    await make(Term, school_year=year.id, season="1", period=autumn, status="OPEN")
    await make(Campus, school=school, name="本部", is_main=True, longitude="104.08", latitude="30.65")
    await make(SchoolStage, school=school, school_year=year.id, stage="P", places=900, classes=20)
    await make(FormerName, unit=school, name="东城第一小学", held_until=date(2003, 9, 1))
    await make(FormerCode, unit=school, code="2151099001", held_until=date(2003, 9, 1))
    studied = (date(1993, 9, 1), date(1997, 7, 1))
    await make(TeacherStudy, teacher=teacher, institution="成都师范学院", education="21", degree="4", period=studied)
    await make(RecordCheck, teacher=teacher, checked_on=date(2026, 8, 20), result="CLEAR")
    school_class = await make(
        SchoolClass,
        school=school,
        stage="P",
        entry_year=2026,
        number=1,
        grade="P1",
        type="10",
        head_teacher=teacher,
        capacity=45,
    )
    return year.id, school_class.id


def _person(name: str, born: date, sex: str) -> dict[str, Any]:
    return {
        "name": name,
        "sex": sex,
        "birth_date": born,
        "document_type": "1",
        "document_number": number_of(born, sex),
        "phone": "13900000000" if name == "赵强" else None,
        "address": f"{name}住处",
    }
