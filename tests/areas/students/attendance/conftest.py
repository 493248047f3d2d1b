"""A class of forty pupils with its head teacher, who has an account, and the mother of one of them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bureau.access.account import Account
from bureau.access.actors import actor_of
from bureau.graph.context import Services
from bureau.kernel.actor import Actor, Wards
from bureau.kernel.clock import FixedClock
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.post import Post
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.world import World

SIZE = 40
SCHOOL = "西城小学"


@dataclass(frozen=True)
class Form:
    """The class, its pupils, and who sees to it."""

    identity: int
    school: int
    pupils: tuple[int, ...]
    head: Actor
    mother: Actor
    """Of the first pupil."""

    @property
    def id(self) -> str:
        return f"SchoolClass:{self.identity}"

    def pupil(self, place: int) -> str:
        """The id of one of the pupils, from 0."""
        return f"Student:{self.pupils[place]}"

    def lines(self, code: str, *places: int) -> list[dict[str, Any]]:
        """Exceptions of one code."""
        return [{"student": self.pupil(place), "code": code} for place in places]


async def a_form(services: Services, city: World, number: int) -> Form:
    """A new class of SCHOOL with its pupils."""
    store, school = services.store, city.schools[SCHOOL]

    async def work(tx: Transaction) -> tuple[int, list[int], int]:
        async def make(record: type[Any], *rows: dict[str, Any]) -> list[Any]:
            return await store.create_all(tx, store.kind_of(record), rows, verb="create")

        (person,) = await make(Person, {"name": "李老师", "sex": "2", "birth_date": date(1985, 1, number)})
        (teacher,) = await make(Teacher, {"person": person.id, "unit": school, "status": "IN_POST", "staffing": "1"})
        post = {"teacher": teacher.id, "unit": school, "category": "1", "is_main": True}
        await make(Post, {**post, "period": (date(2015, 9, 1), None)})
        (account,) = await make(
            Account, {"username": f"head{number}", "display_name": "李老师", "is_demo": False, "person": person.id}
        )
        form = {"school": school, "stage": "P", "entry_year": 2024, "number": number, "grade": "P3"}
        (class_,) = await make(SchoolClass, {**form, "head_teacher": teacher.id})
        born = [date(2018, 1 + n // 20, 1 + n % 20) for n in range(SIZE)]
        people = [{"name": f"学生{chr(0x4E00 + n)}", "sex": "1", "birth_date": day} for n, day in enumerate(born)]
        persons = await make(Person, *people)
        at = {"school": school, "grade": "P3", "school_class": class_.id, "status": "ENROLLED"}
        pupils = await make(Student, *({"person": one.id, **at} for one in persons))
        stay = {"school": school, "period": (date(2024, 9, 1), None), "entry_grade": "P1", "entry_way": "01"}
        await make(Enrolment, *({"student": one.id, **stay} for one in pupils))
        return class_.id, [one.id for one in pupils], account.id

    class_, pupils, account = await store.database.transaction(work)
    head = await actor_of(store.database, account)
    assert head is not None
    mother = Actor(1, "学生甲的母亲").of(Wards((pupils[0],), (school,), (class_,)))
    return Form(class_, school, tuple(pupils), head, mother)


@pytest.fixture(scope="module")
async def form(services: Services, city: World) -> Form:
    return await a_form(services, city, 1)


async def mark(api: Api, form: Form, day: date, *exceptions: dict[str, Any], half: str = "MORNING", **more: Any) -> Any:
    """Say of a class, as its head teacher, who was not there; the payload."""
    given = {"schoolClass": form.id, "day": str(day), "session": half, "exceptions": exceptions, "isOpened": True}
    who = api.as_(form.head) if api.actor.account is None else api
    return await who.write("markAttendance", "rollCall { id expected present isDoubtful }", **{**given, **more})


async def whole_day(api: Api, clock: FixedClock, form: Form, day: date, *exceptions: dict[str, Any]) -> None:
    """Say the same of both halves of a day, on that day."""
    clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    for half in ("MORNING", "AFTERNOON"):
        assert (await mark(api, form, day, *exceptions, half=half))["errors"] == []
