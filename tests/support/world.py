"""A small world for tests: two counties, schools in each and one of the city's own, pupils in all of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bureau.access.account import Account
from bureau.access.consent import Consent
from bureau.access.delegation import Delegation
from bureau.access.document import StoredDocument
from bureau.access.documents import digest
from bureau.access.grant import GrantedUnit, RoleGrant
from bureau.access.guardian import GuardianBinding, GuardianInvitation
from bureau.access.opening import PersonOpening
from bureau.access.provider.identity import AccountIdentity
from bureau.access.purpose import ProcessingPurpose
from bureau.access.restriction import ProcessingRestriction
from bureau.access.role import Role, RolePermission
from bureau.access.session import Token
from bureau.access.share import RecordShare
from bureau.graph.context import Services
from bureau.machinery.clear_exports.clear_export import ClearExport
from bureau.machinery.data_subjects.copy import SubjectCopy
from bureau.machinery.data_subjects.erasure import Erasure
from bureau.machinery.data_subjects.request import SubjectRequest
from bureau.machinery.figures.figure import Figure
from bureau.machinery.files.file import File
from bureau.machinery.imports.remembered import ImportMapping, digest_of
from bureau.machinery.imports.run import ImportFinding, ImportRun
from bureau.machinery.jobs.job import Job
from bureau.machinery.notices.notice import Notice
from bureau.machinery.reconcile.difference import ReconciliationDifference
from bureau.machinery.reconcile.run import ReconciliationRun
from bureau.machinery.saved_view import SavedView
from bureau.machinery.trails.report import TrailReport
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
from tests.support import areas, deliveries, inspected, paperwork, private, zoning
from tests.support.trades import NONE as NO_TRADES
from tests.support.trades import Trades

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
    role: int
    """The bureau's own role of school doctors."""
    scheme: int
    """A scheme of inspections that was not used yet."""
    organiser: int
    """Who runs 成都市实验中学, which is private."""
    licence: int
    """Its licence."""
    areas: areas.Areas
    """What areas have."""
    zones: zoning.Zones
    """Where children of the east enter school."""
    trades: Trades = NO_TRADES
    """What its vocational school has, once `trades.add` has built one."""


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
        view = {"record_kind": "Student", "name": f"View of {username}", "search": "{}"}
        await make(SavedView, owner=account.id, **view)
        await deliveries.build(make, account.id, username, NOW)
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
        await make(
            Token,
            account=account.id,
            name=f"Token of {username}",
            digest=digest(username),
            kinds="School Student",
            reads_only=True,
            created_at=NOW,
            expires_at=NOW + timedelta(days=30),
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
        await make(
            TrailReport,
            owner=account.id,
            sort="BREACH",
            accounts="stranger",
            first_day=NOW.date(),
            last_day=NOW.date(),
            reason="账户被盗用",
            asked_at=NOW,
        )
        await make(SubjectCopy, owner=account.id, subject="Student:1", reason="家长申请查阅", asked_at=NOW)
        for line, sort in ((2, "CREATED"), (3, "REJECTED")):
            await make(ImportFinding, owner=account.id, run=run.id, line=line, sort=sort, given=username)


async def _rights(make: areas.Make, bureau: int, school: int, today: date) -> int:
    """A role of the bureau's own, and what the two accounts hold: a grant, a zone of one school, a role for a leave;
    the role."""
    accounts = {account.username: account.id for account in await Account.all()}
    always = {"valid": (date(2020, 1, 1), None), "basis": "内部规定"}
    levels = {"at_city": False, "at_county": True, "at_unit": True}
    doctor = await make(
        Role,
        code="school_doctor",
        english_name="School doctor",
        chinese_name="校医",
        is_separated=False,
        second_factor=False,
        **levels,
        **always,
    )
    for target in ("Student.read", "School.read"):
        await make(RolePermission, role=doctor.id, target=target, **levels, **always)
    since = {"start": date(2020, 1, 1), "basis": "任职文件"}
    await make(RoleGrant, account=accounts["tester"], role="registrar", unit=bureau, **since)
    zone = await make(RoleGrant, account=accounts["stranger"], role="inspector", unit=bureau, is_listed=True, **since)
    await make(GrantedUnit, grant=zone.id, unit=school)
    leave = {"start": date(2026, 10, 1), "until": date(2026, 11, 1), "basis": "出差"}
    given = {"account": accounts["tester"], "role": "registrar", "unit": bureau, "delegate": accounts["stranger"]}
    await make(Delegation, **given, **leave)
    tie = await Guardianship.filter(void_reason__isnull=True).order_by("id").first()
    assert tie is not None
    pupil = tie.__dict__["student_id"]
    await make(GuardianInvitation, student=pupil, digest="0" * 64, made_at=NOW, expires_at=NOW, tries=0)
    shared = {"shared_by": "system", "reason": "转学接收", "shared_at": NOW, "until": today + timedelta(days=8)}
    for account in accounts.values():
        opened = {"purpose": "1", "reason": "信访核查", "opened_at": NOW, "until": NOW, "ended_at": NOW}
        await make(PersonOpening, account=account, **opened)
        await make(RecordShare, account=account, subject=f"Student:{pupil}", **shared)
    for name, account in accounts.items():
        known = {"issuer": "https://id.example.cn", "subject": f"subject of {name}", "bound_by": "system"}
        await make(AccountIdentity, account=account, bound_at=NOW, **known)
    bound = {"account": accounts["stranger"], "guardianship": tie.id, "student": pupil}
    await make(GuardianBinding, **bound, state="SUSPENDED", bound_at=NOW)
    return int(doctor.id)


async def _clear_exports(make: areas.Make, school: int, student: int) -> None:
    """What the first account asked to have in the clear: refused for one pupil, still open for the same again."""
    asked = {"requester": 1, "requested_by": "tester", "requested_at": NOW, "until": NOW.date(), "purpose": "2"}
    wanted = {"record_kind": "Student", "records": f"Student:{student}", "record_count": 1, "fields": "nationalNumber"}
    ended = {"ended_by": "stranger", "ended_at": NOW, "end_reason": "用途不明"}
    for state, how in (("REFUSED", ended), ("REQUESTED", {})):
        await make(ClearExport, unit=school, reason="资助发放造册", state=state, **asked, **wanted, **how)


async def _data_subjects(make: areas.Make, school: int, student: int, person: int) -> None:
    """What is done with data and who agreed to it, what was asked of the bureau, restricted and erased."""
    always = {"valid": (date(2020, 1, 1), None), "basis": "内部规定"}
    for code, basis, sensitive in (("photos", "CONSENT", False), ("register", "STATUTORY_DUTY", True)):
        purpose = {"code": code, "number": 1, "english_name": code.title(), "chinese_name": "班级照片", "text": "说明"}
        made = await make(ProcessingPurpose, **purpose, legal_basis=basis, is_sensitive=sensitive, **always)
        if basis == "CONSENT":
            given = {"student": student, "purpose": made.id, "given_by": "家长", "way": "PAPER", "noted_by": "tester"}
            await make(Consent, **given, given_at=NOW)
    days = {"asked_on": NOW.date(), "due": NOW.date() + timedelta(days=15)}
    asked = {"subject": f"Student:{student}", "student": student, "sort": "COPY", "text": "查阅", "asked_by": "家长"}
    await make(SubjectRequest, unit=school, state="OPEN", **asked, **days)
    begun = {"begun_at": NOW, "begun_by": "tester", "ended_at": NOW, "ended_by": "tester", "end_reason": "已撤回"}
    await make(ProcessingRestriction, person=person, reason="本人申请", **begun)
    counted = {"cube": "STUDENTS_BY_SEX", "unit": school, "counted_on": NOW.date(), "chinese_label": "x"}
    for part, value in (("1", None), ("TOTAL", 9)):
        labels = {"part": part, "english_label": part, "value": value, "is_hidden": value is None}
        await make(Figure, **counted, **labels)
    refused = {"state": "REFUSED", "decided_by": "stranger", "decided_at": NOW, "note": "仍须保存"}
    proposed = {"proposer": 1, "proposed_by": "tester", "proposed_at": NOW}
    await make(Erasure, subject=f"Person:{person}", reason="本人申请", **proposed, **refused)


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
                organiser="999" if name == "成都市实验中学" else None,
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
        role = await _rights(make, bureau.id, schools["东城小学"], tx.clock.today())
        await _doubts(make, bureau.id, schools["成都市实验中学"], persons, students["孙悟"])
        await _clear_exports(make, schools["东城小学"], students["李伟"])
        await _data_subjects(make, schools["东城小学"], students["李伟"], principal.id)
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
        of_areas = await areas.build(make, bureau.id, schools, students, teacher.id, year, school_class)
        zones = await zoning.build(make, units["east"], schools["东城小学"], year)
        await paperwork.build(make, bureau.id, units["east"], schools)
        scheme = await inspected.build(make, bureau.id, schools)
        organiser, licence = await private.build(make, bureau.id, divisions["510104"], principal.id, schools)
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
            role,
            scheme,
            organiser,
            licence,
            of_areas,
            zones,
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
