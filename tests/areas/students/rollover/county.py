"""A county in the autumn whose schools still stand as the school year before left them, and what its registrar does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.fact import answers
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.post import Post
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Office
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.jobs import account, finish, worker

COUNTS = "pupils promoted graduated staying blocked leftOut entered"
RUN = f"""query($id: ID!) {{ rollOver(id: $id) {{
    id state {COUNTS} classesRisen classesMade classesEnded chineseReason job {{ state chineseOutcome }}
    fromYear {{ name }} toYear {{ name }} committedAt undoneAt
    lines(first: 1000, orderBy: SCHOOL_NAME_ASC) {{ nodes {{ school {{ name }} grade {{ code }} nextGrade {{ code }} {COUNTS} }} }}
    classes(first: 1000) {{ nodes {{ schoolClass {{ id }} fate grade {{ code }} name nextName pupils }} }}
    findings(first: 1000) {{ nodes {{
        id isBlocking sort unit {{ id }} grade {{ code }} student {{ id }} pupils record chineseText settlement }} }} }} }}"""
BY_COLUMN = ("pupils", "promoted", "graduated", "staying", "blocked", "leftOut", "entered")

CASES: dict[int, Words] = {}
"""The procedures that are under way, by pupil."""


@answers("open_case")
async def open_cases(tx: Transaction, students: Sequence[int]) -> Mapping[int, Words]:
    """The procedures of the tests."""
    return {pupil: CASES[pupil] for pupil in students if pupil in CASES}


def answering(parts: Catalogue) -> Catalogue:
    """The product's parts, with those who answer for the tests."""
    return replace(parts, answers=(*parts.answers, open_cases))


Make = Callable[..., Any]


@dataclass
class County:
    """The county, what stands in it by name, and its registrar."""

    api: Api
    parts: Catalogue
    office: int
    division: int
    year: int
    clerk: Actor
    schools: dict[str, int] = field(default_factory=dict)
    classes: dict[str, int] = field(default_factory=dict)
    pupils: dict[str, int] = field(default_factory=dict)

    @property
    def services(self) -> Services:
        return self.api.services

    async def add(self, work: Callable[[Make], Any]) -> Any:
        """Write records as the system."""
        store = self.services.store

        async def within(tx: Transaction) -> Any:
            async def make(record: type[Any], **values: Any) -> Any:
                return await store.create(tx, store.kind_of(record), values)

            return await work(make)

        return await store.database.transaction(within)

    async def school(self, name: str, type_: str, **values: Any) -> int:
        code = f"{type_[:2]}51{77000 + len(self.schools):06d}"
        given = {"code": code, "name": name, "type": type_, "superior": self.office, "division": self.division}
        made = await self.add(lambda make: make(School, **given, **values))
        self.schools[name] = made.id
        return int(made.id)

    async def class_(self, key: str, school: str, grade: str, number: int = 1, **values: Any) -> int:
        """A class that was in a grade in 2025-2026."""
        given = {
            "school": self.schools[school],
            "stage": grade[0],
            "entry_year": 2025 - int(grade[1:]) + 1,
            "number": number,
            "grade": grade,
        }
        made = await self.add(lambda make: make(SchoolClass, **(given | values)))
        self.classes[key] = made.id
        return int(made.id)

    async def pupil(self, name: str, school: str, grade: str, class_: str = "", **values: Any) -> int:
        """A pupil who has been at a school for years."""
        since = values.pop("since", date(2019, 9, 1))

        async def work(make: Make) -> Any:
            person = await make(Person, name="某某", sex="1", birth_date=date(2013, 1, 1))
            given = {"person": person.id, "school": self.schools[school], "grade": grade, "status": "ENROLLED"}
            made = await make(Student, **(given | values), school_class=self.classes.get(class_))
            stay = {"period": (since, None), "entry_grade": grade, "entry_way": "01"}
            await make(Enrolment, student=made.id, school=self.schools[school], **stay)
            return made

        self.pupils[name] = (await self.add(work)).id
        return self.pupils[name]

    async def crowd(self, school: str, grade: str, class_: str, count: int) -> None:
        """Many pupils of one class at once."""
        store = self.services.store

        async def work(tx: Transaction) -> None:
            async def make(record: type[Any], rows: list[dict[str, Any]]) -> list[Any]:
                return await store.create_all(tx, store.kind_of(record), rows, verb="create")

            born = {"sex": "1", "birth_date": date(2016, 1, 1)}
            persons = await make(Person, [{"name": "某某", **born} for _ in range(count)])
            of = {"school": self.schools[school], "grade": grade, "school_class": self.classes[class_]}
            students = await make(Student, [{"person": one, "status": "ENROLLED", **of} for one in persons])
            stay = {"school": self.schools[school], "period": (date(2023, 9, 1), None), "entry_grade": grade}
            await make(Enrolment, [{"student": one, **stay} for one in students])

        await store.database.transaction(work)

    async def teacher(self, school: str) -> int:
        """Somebody who teaches there."""

        async def work(make: Make) -> Any:
            person = await make(Person, name="班主任", sex="2", birth_date=date(1980, 1, 1))
            known = {"staffing": "1", "education": "21", "degree": "4", "title": "2", "status": "IN_POST"}
            days = {"teaching_since": date(2005, 9, 1), "entered_on": date(2005, 9, 1)}
            made = await make(Teacher, person=person.id, unit=self.schools[school], **known, **days)
            post = {"category": "1", "subject": "14", "is_main": True, "weekly_hours": 9}
            await make(Post, teacher=made.id, unit=self.schools[school], period=(date(2005, 9, 1), None), **post)
            return made

        return int((await self.add(work)).id)

    async def work(self) -> None:
        """Do the jobs that are due."""
        await finish(worker(self.services, *self.parts.tasks))

    async def preview(self, unit: str) -> dict[str, Any]:
        """The preview of a unit, once it is over."""
        asked = await self.api.write(
            "previewRollOver", "rollOver { id }", unit=unit, fromYear=f"SchoolYear:{self.year}"
        )
        assert asked["errors"] == [], asked["errors"]
        await self.work()
        return await self.run(asked["rollOver"]["id"])

    async def of_school(self, name: str) -> dict[str, Any]:
        """The preview of one school."""
        return await self.preview(f"School:{self.schools[name]}")

    async def run(self, id_: str) -> dict[str, Any]:
        """A roll-over as it stands."""
        found: dict[str, Any] = (await self.api.data(RUN, id=id_))["rollOver"]
        return found

    async def settle(self, run: dict[str, Any], **reasons: str) -> dict[str, Any]:
        """Leave out whoever is blocked by what is named, and confirm those who graduate."""
        for found in run["findings"]["nodes"]:
            reason = reasons.get(found["sort"])
            if reason:
                verb = "confirmGraduation" if found["sort"] == "NOT_GRADUATED" else "leaveOutOfRollOver"
                payload = await self.api.write(verb, "rollOverFinding { settlement }", id=found["id"], reason=reason)
                assert payload["errors"] == [], payload["errors"]
        return await self.run(run["id"])

    async def commit(self, run: dict[str, Any], name: str) -> dict[str, Any]:
        """Commit a roll-over; as it stands once its job is over."""
        payload = await self.api.write("commitRollOver", "rollOver { id }", id=run["id"], confirmation=name)
        assert payload["errors"] == [], payload["errors"]
        await self.work()
        return await self.run(run["id"])

    async def undo(self, run: dict[str, Any]) -> dict[str, Any]:
        """Undo a roll-over; as it stands once its job is over."""
        payload = await self.api.write("undoRollOver", "rollOver { id }", id=run["id"], reason="名单有误")
        assert payload["errors"] == [], payload["errors"]
        await self.work()
        return await self.run(run["id"])

    async def stands(self, *names: str) -> list[tuple[str, str, str | None]]:
        """Where pupils stand: status, grade, and the name of the class."""
        text = "query($id: ID!) { student(id: $id) { status grade { code } schoolClass { name } } }"
        found = []
        for name in names:
            one = (await self.api.data(text, id=f"Student:{self.pupils[name]}"))["student"]
            found.append((one["status"], one["grade"]["code"], one["schoolClass"] and one["schoolClass"]["name"]))
        return found

    async def everything(self) -> dict[str, list[Any]]:
        """All that a roll-over may touch, but for versions and positions."""
        asked = (
            "SELECT id, school_id, grade, school_class_id, seat_number, status FROM student ORDER BY id",
            "SELECT id, student_id, period_until, ended_by FROM enrolment ORDER BY id",
            "SELECT id, school_id, stage, entry_year, number, grade, name, head_teacher_id, ended_on FROM school_class"
            " WHERE void_reason IS NULL ORDER BY id",
        )
        fetch = self.services.store.database.readers.fetch
        return {sql: [tuple(row) for row in await fetch(sql)] for sql in asked}


async def county(api: Api, parts: Catalogue) -> County:
    """The county with no schools yet."""
    services = api.services

    async def work(tx: Transaction) -> tuple[int, int, int]:
        store = services.store
        bureau = await Office.get(category="BUREAU")
        division = await Division.get(code="510106")
        place = {"code": "510106", "name": "金牛区教育局", "category": "COUNTY_BUREAU", "superior": bureau.id}
        office = await store.create(tx, store.kind_of(Office), {**place, "division": division.id})
        years = []
        for first in (2025, 2026):
            days = (date(first, 9, 1), date(first + 1, 9, 1))
            year = {"name": f"{first}-{first + 1}", "period": days}
            years.append((await store.create(tx, store.kind_of(SchoolYear), year)).id)
        return int(office.id), division.id, int(years[0])

    office, division, year = await services.store.database.transaction(work)
    clerk = await account(services, "north", office, Level.COUNTY, "registrar")
    return County(api.as_(clerk), parts, office, division, year, clerk)


def lines(run: dict[str, Any]) -> dict[tuple[str, str], dict[str, int]]:
    """What a roll-over does by school and grade; what it does with nobody is left out."""
    return {
        (node["school"]["name"], node["grade"]["code"]): {name: node[name] for name in BY_COLUMN if node[name]}
        for node in run["lines"]["nodes"]
    }


def findings(run: dict[str, Any]) -> list[tuple[str, bool, int]]:
    """What was found: rule, whether it blocks, and how many pupils it is about."""
    return sorted((f["sort"], f["isBlocking"], f["pupils"]) for f in run["findings"]["nodes"])
