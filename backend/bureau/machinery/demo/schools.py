"""What fills made-up schools before their pupils come: teachers and posts, classes, campuses, and places by stage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from random import Random
from typing import Any

from bureau.kernel.period import Period
from bureau.machinery.demo.histories import Place
from bureau.machinery.demo.people import People, entry_year, spread
from bureau.machinery.demo.rows import insert, new
from bureau.machinery.demo.staff import Job, Staff
from bureau.registry.campus import Campus
from bureau.registry.post import TEACHING, Post
from bureau.registry.school_class import SchoolClass, class_code
from bureau.registry.school_stage import SchoolStage
from bureau.registry.school_year import SchoolYear
from bureau.registry.teacher import Teacher
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_FULL = 0.92
"""How full classes are on the average, of the size they may have."""

_SECOND_POST = 0.03
"""How many of those who teach have a second post at another school nearby."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a class that a pupil is to take."""

    place: Place
    grade: str
    school_class: SchoolClass
    number: int


def seats(places: Sequence[Place]) -> Iterator[Seat]:
    """The seats of all schools that teach, class by class."""
    for place in places:
        for grade, count in place.counts.items():
            classes = place.classes.get(grade, [])
            for school_class, size in zip(classes, spread(count, [1.0] * len(classes)) if classes else [], strict=True):
                for number in range(1, size + 1):
                    yield Seat(place, grade, school_class, number)


class Schools:
    """Fills schools, a batch of them in a transaction."""

    def __init__(self, store: Store, random: Random, people: People, year: int, school_year: SchoolYear) -> None:
        self._store = store
        self._random = random
        self._staff = Staff(random, people, year)
        self._year = year
        self._school_year = school_year

    async def write(self, tx: Transaction, *, places: Sequence[Place]) -> int:
        """Write all that a batch of schools has before its pupils; returns the number of teachers."""
        for place in places:
            place.counts = {}
            if place.grades:
                shares = spread(place.students, [1.0] * len(place.grades))
                place.counts = dict(zip(place.grades, shares, strict=True))
        employed = await self._write_staff(tx, places)
        campuses = [campus for place in places for campus in self._campuses(place)]
        await insert(self._store, tx, campuses)
        await insert(self._store, tx, [stage for place in places for stage in self._stages(place)])
        await self._write_classes(tx, places, employed)
        return len(employed)

    async def _write_staff(self, tx: Transaction, places: Sequence[Place]) -> list[tuple[Job, Teacher]]:
        """The teachers of the schools with their jobs, the principals first."""
        jobs = [job for place in places for job in self._staff.jobs(place)]
        made = [self._staff.person(job.place) for job in jobs]
        persons = [m.record() for m in made]
        await insert(self._store, tx, persons, [{"document_number": m.identity_number} for m in made])
        heads = [(Job(place, next(iter(place.stages), "P"), "2", None), place.school._principal) for place in places]
        everybody = [*heads, *zip(jobs, persons, strict=True)]
        teachers = [self._staff.teacher(person, job) for job, person in everybody]
        await insert(self._store, tx, teachers)
        employed = [(job, person, t) for (job, person), t in zip(everybody, teachers, strict=True)]
        posts = [self._staff.post(t, person, job) for job, person, t in employed]
        await insert(self._store, tx, posts)
        await insert(self._store, tx, list(self._second_posts(places, employed)))
        await insert(self._store, tx, [self._staff.study(t, person) for _, person, t in employed])
        await insert(self._store, tx, [self._staff.check(t) for t in teachers])
        return [(job, t) for job, _, t in employed]

    def _second_posts(self, places: Sequence[Place], employed: Sequence[tuple[Job, Any, Teacher]]) -> Iterator[Post]:
        for job, person, teacher in employed:
            if job.category != TEACHING or self._random.random() >= _SECOND_POST:
                continue
            near = [p for p in places if p is not job.place and p.division_code == job.place.division_code]
            near = [p for p in near if job.stage in p.stages]
            if near:
                yield new(
                    Post,
                    teacher=teacher,
                    person=person,
                    unit=self._random.choice(near).school,
                    category=TEACHING,
                    post_class="2",
                    subject=job.subject,
                    stage=job.stage,
                    is_main=False,
                    weekly_hours=4,
                    period=Period(self._school_year.period.start),
                )

    def _campuses(self, place: Place) -> Iterator[Campus]:
        school = place.school
        names = ["本部", "东校区"] if place.students > 1500 else ["本部"]
        for number, name in enumerate(names):
            yield new(
                Campus,
                school=school,
                name=name,
                is_main=number == 0,
                address=school.address,
                division=school._division,
                longitude=103_700_000 + self._random.randrange(700_000),
                latitude=30_400_000 + self._random.randrange(500_000),
            )

    def _stages(self, place: Place) -> Iterator[SchoolStage]:
        for stage in dict.fromkeys(grade[0] for grade in place.grades):
            like = self._staff.class_of(stage)
            classes = sum(self._classes_of(place, grade) for grade in place.grades if grade[0] == stage)
            yield new(
                SchoolStage,
                school=place.school,
                school_year=self._school_year,
                stage=stage,
                places=classes * like.class_size,
                classes=classes,
            )

    def _classes_of(self, place: Place, grade: str) -> int:
        return ceil(place.counts[grade] / (self._staff.class_of(grade[0]).class_size * _FULL))

    async def _write_classes(
        self, tx: Transaction, places: Sequence[Place], employed: Sequence[tuple[Job, Teacher]]
    ) -> None:
        free: dict[tuple[int, str], list[Teacher]] = {}
        for job, teacher in employed:
            if job.category == TEACHING:
                free.setdefault((job.place.school.id, job.stage), []).append(teacher)
        classes: list[SchoolClass] = []
        for place in places:
            place.classes = {
                grade: [self._class(place, grade, n, free) for n in range(1, self._classes_of(place, grade) + 1)]
                for grade in place.counts
            }
            classes += [school_class for made in place.classes.values() for school_class in made]
        await insert(self._store, tx, classes)

    def _class(self, place: Place, grade: str, number: int, free: dict[tuple[int, str], list[Teacher]]) -> SchoolClass:
        like = self._staff.class_of(grade[0])
        entered = entry_year(grade, self._year)
        teachers = free.get((place.school.id, grade[0]))
        values: dict[str, Any] = {"head_teacher": teachers.pop()} if teachers else {}
        return new(
            SchoolClass,
            school=place.school,
            stage=grade[0],
            entry_year=entered,
            number=number,
            name=f"{entered}级{number}班",
            code=class_code(place.school.code, grade[0], entered, number),
            grade=grade,
            type=like.class_type,
            capacity=like.class_size,
            **values,
        )
