"""Those who work at made-up schools: as many as pupils ask for, with posts, studies and yearly checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import Random

from bureau.kernel.period import Period
from bureau.machinery.demo.histories import Place
from bureau.machinery.demo.people import MadeUp, People, table
from bureau.machinery.demo.rows import new
from bureau.registry.person import Person
from bureau.registry.post import TEACHING, Post
from bureau.registry.record_check import CheckResult, RecordCheck
from bureau.registry.teacher import Teacher, TeacherStatus
from bureau.registry.teacher_study import TeacherStudy

_CATEGORIES = ((TEACHING, 86), ("2", 6), ("3", 5), ("4", 3))
"""Post categories with their parts of a hundred."""

_STAFFING = {TEACHING: "1", "2": "2", "3": "3", "4": "4"}
_POST_CLASS = {TEACHING: "2", "2": "1", "3": "2", "4": "3"}
_TITLES = (("1", 1), ("2", 20), ("3", 40), ("4", 30), ("9", 9))
_STUDIES = (("14", "3", 12), ("21", "4", 70), ("31", None, 18))
"""Education and degree with their parts of a hundred."""

_COLLEGES = ("四川师范大学", "西华师范大学", "成都大学", "西南大学", "乐山师范学院", "绵阳师范学院")


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage is staffed and filled with."""

    pupils_per_staff: float
    class_size: int
    class_type: str
    hours: int
    subjects: tuple[tuple[str, int], ...]


def stages() -> dict[str, Stage]:
    """All stages by the letter with which their grades begin."""
    return {row["stage"]: _stage(row) for row in table("stages.csv")}


def _stage(row: dict[str, str]) -> Stage:
    subjects = ((code, int(share)) for code, _, share in (part.partition(":") for part in row["subjects"].split()))
    return Stage(
        float(row["pupils_per_staff"]), int(row["class_size"]), row["class_type"], int(row["hours"]), tuple(subjects)
    )


@dataclass(frozen=True, slots=True)
class Job:
    """What somebody is to do at a school."""

    place: Place
    stage: str
    category: str
    subject: str | None


class Staff:
    """Makes up who works at schools."""

    def __init__(self, random: Random, people: People, year: int) -> None:
        self._random = random
        self._people = people
        self._year = year
        self._stages = stages()

    def jobs(self, place: Place) -> list[Job]:
        """The jobs of a school; its principal's is not among them."""
        found = []
        for stage in dict.fromkeys(grade[0] for grade in place.grades):
            pupils = sum(count for grade, count in place.counts.items() if grade[0] == stage)
            for n in range(ceil(pupils / self._stages[stage].pupils_per_staff)):
                category = TEACHING if n == 0 else self._one_of(_CATEGORIES)
                subjects = self._stages[stage].subjects if category == TEACHING else ()
                found.append(Job(place, stage, category, self._one_of(subjects) if subjects else None))
        return found

    def person(self, place: Place) -> MadeUp:
        """Somebody of an age to work."""
        return self._people.person(place.division_code, date(self._year - 59, 9, 1), date(self._year - 23, 9, 1))

    def teacher(self, person: Person, job: Job) -> Teacher:
        """Somebody who does a job, since some year after they were twenty-two."""
        assert person.birth_date is not None
        began = date(self._random.randint(person.birth_date.year + 22, self._year), 9, 1)
        education, degree = self._study()
        return new(
            Teacher,
            person=person,
            unit=job.place.school,
            status=TeacherStatus.ON_LEAVE if self._random.random() < 0.01 else TeacherStatus.IN_POST,
            staffing=_STAFFING[job.category],
            education=education,
            degree=degree,
            title=self._one_of(_TITLES) if job.category == TEACHING else None,
            teaching_since=began if job.category == TEACHING else None,
            entered_on=date(self._random.randint(began.year, self._year), 9, 1),
        )

    def post(self, teacher: Teacher, person: Person, job: Job) -> Post:
        """Their main post, for as long as they are at the school."""
        hours = self._stages[job.stage].hours
        teaches = job.category == TEACHING
        return new(
            Post,
            teacher=teacher,
            person=person,
            unit=job.place.school,
            category=job.category,
            post_class=_POST_CLASS[job.category],
            subject=job.subject,
            stage=job.stage if teaches else None,
            is_main=True,
            weekly_hours=max(0, hours + self._random.randint(-3, 3)) if teaches and hours else None,
            period=Period(teacher.entered_on),
        )

    def study(self, teacher: Teacher, person: Person) -> TeacherStudy:
        """What led to their education."""
        assert person.birth_date is not None
        end = person.birth_date.year + 22
        return new(
            TeacherStudy,
            teacher=teacher,
            institution=self._random.choice(_COLLEGES),
            education=teacher.education,
            degree=teacher.degree,
            period=Period(date(end - 3, 9, 1), date(end, 7, 1)),
            is_full_time=True,
        )

    def check(self, teacher: Teacher) -> RecordCheck:
        """Their check of this summer; of a few it is of the summer before, and due."""
        year = self._year - (self._random.random() < 0.02)
        made = date(year, 8, self._random.randint(1, 28))
        return new(
            RecordCheck,
            teacher=teacher,
            checked_on=made,
            result=CheckResult.CLEAR,
            next_due=date(year + 1, made.month, made.day),
        )

    def class_of(self, stage: str) -> Stage:
        """What the classes of a stage are like."""
        return self._stages[stage]

    def _study(self) -> tuple[str, str | None]:
        education = self._one_of([(code, share) for code, _, share in _STUDIES])
        return education, next(degree for code, degree, _ in _STUDIES if code == education)

    def _one_of(self, shares: Sequence[tuple[str, int]]) -> str:
        return self._random.choices([code for code, _ in shares], [share for _, share in shares])[0]
