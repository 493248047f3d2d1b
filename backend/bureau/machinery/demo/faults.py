"""Faults planted in a demo city: persons entered twice, pupils who are not there, and those who only look like it.

Each is listed with what it is, so that a search can be held to finding all of them and nothing else.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from random import Random
from typing import Any, TextIO

from bureau.kernel.clock import school_year
from bureau.kernel.field import Sealed
from bureau.kernel.period import Period
from bureau.kernel.shipped import shipped_rows
from bureau.machinery.demo.people import table
from bureau.machinery.demo.rows import insert, new
from bureau.registry.enrolment import Enrolment
from bureau.registry.guardianship import Guardianship
from bureau.registry.numbers import identity_check
from bureau.registry.person import RESIDENT_CARD, Person
from bureau.registry.student import Student, StudentStatus
from bureau.storage.drafts import Draft
from bureau.storage.leading import opened
from bureau.storage.sorting import sort_key
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_PASSPORT = "A"
_SHARE = 600
"""One fault of each sort for so many pupils, and some in any case."""
_FEWEST = 5
_TOO_OLD = 8
"""Years by which a pupil is too old for the grade."""


class Sort(StrEnum):
    """What is planted."""

    SOUND = "name of the same sound"
    SHAPE = "look-alike or traditional character"
    SWAPPED = "day and month of birth swapped"
    SECOND_DOCUMENT = "a second document"
    GUARDIAN = "a guardian entered twice"
    GUARDIAN_BY_PHONE = "a guardian entered twice, with another date of birth"
    OVER_AGE = "a pupil far too old"
    NO_STAY = "a pupil without an enrolment"
    NO_GUARDIAN = "a pupil without a guardian"
    TWINS = "twins, who are two"
    TWIN_WITHOUT_DOCUMENT = "twins, one without a document, who are two"
    NAMESAKES = "the same name, other birthday, who are two"
    SAME_DAY = "the same name and birthday, two resident cards, who are two"


_GUARDIANS = (Sort.GUARDIAN, Sort.GUARDIAN_BY_PHONE)
DUPLICATES = (Sort.SOUND, Sort.SHAPE, Sort.SWAPPED, Sort.SECOND_DOCUMENT, *_GUARDIANS)
GHOSTS = (Sort.OVER_AGE, Sort.NO_STAY, Sort.NO_GUARDIAN)


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault: the entry there was, and the one that was added; of a ghost, the one that was added alone."""

    sort: Sort
    person: int | None
    added: int
    student: int | None
    name: str


@dataclass(frozen=True, slots=True)
class _Model:
    """A pupil as they stand there, and one of their guardians."""

    student: Any
    person: Any
    guardian: Any


class Faults:
    """Plants faults; the same seed plants the same."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store = store
        self._random = Random(f"faults:{seed}")
        self._today = store.database.clock.today()
        self._serial = 0
        self._planted: list[Planted] = []

    async def plant(self) -> list[Planted]:
        """Write all faults; what was planted, in order."""

        async def work(tx: Transaction) -> None:
            self._planted.clear()
            models = await self._models()
            each = max(_FEWEST, len(models) // _SHARE)
            pool = iter(models)
            for sort in Sort:
                await self._several(tx, sort, pool, each)
            await tx.fetch("ANALYZE")

        await self._store.database.transaction(work)
        return self._planted

    async def _models(self) -> list[_Model]:
        """Pupils with their guardians, shuffled."""
        students = await Student.filter(status="ENROLLED", void_reason__isnull=True).order_by("id")
        ties: Any = (
            await Guardianship.filter(void_reason__isnull=True).order_by("id").values_list("student_id", "guardian_id")
        )
        first = dict(reversed(list(ties)))
        persons = {row.id: row for row in await Person.all()}
        models = [
            _Model(s, persons[s.__dict__["person_id"]], persons[first[s.id]])
            for s in students
            if s.id in first and s.grade[0] in "PJ"
        ]
        self._random.shuffle(models)
        return models

    async def _several(self, tx: Transaction, sort: Sort, pool: Iterator[_Model], count: int) -> None:
        done = 0
        for model in pool:
            if made := self._made(sort, model):
                strangers = sort in (Sort.NAMESAKES, Sort.SAME_DAY)
                guardian = next(pool).guardian if strangers else model.guardian
                await self._write(tx, sort, replace(model, guardian=guardian), *made)
                done += 1
            if done == count:
                return

    # What is entered --------------------------------------------------------------------------------------------

    def _made(self, sort: Sort, model: _Model) -> tuple[Person, dict[str, str]] | None:
        """The person to enter and what is sealed of them; None where this pupil does not lend itself to it."""
        like = model.guardian if sort in _GUARDIANS else model.person
        name, born, sealed = like.name, like.birth_date, {}
        type_ = None
        match sort:
            case Sort.SOUND | Sort.GUARDIAN:
                name = _homophone(name)
            case Sort.SHAPE:
                name = _lookalike(name)
            case Sort.SWAPPED:
                born = date(born.year, born.day, born.month) if born.day <= 12 and born.day != born.month else None
            case Sort.SECOND_DOCUMENT:
                type_, sealed = _PASSPORT, {"document_number": f"E{self._next():08d}"}
            case Sort.GUARDIAN_BY_PHONE:
                born, sealed = date(born.year - 1, 1, 1), {"phone": self._phone(like)}
            case Sort.TWINS | Sort.TWIN_WITHOUT_DOCUMENT:
                name = self._sibling(name)
            case Sort.NAMESAKES:
                born += timedelta(days=self._random.randrange(40, 300))
            case Sort.OVER_AGE:
                name, born = f"{name[0]}超龄", date(born.year - _TOO_OLD, 1, 15)
            case Sort.NO_STAY | Sort.NO_GUARDIAN:
                name = f"{name[0]}{self._random.choice('空虚无')}{self._random.choice('名人')}"
            case Sort.SAME_DAY:
                pass
        if not name or born is None:
            return None
        if sort not in (*DUPLICATES, Sort.TWIN_WITHOUT_DOCUMENT):
            type_, sealed = RESIDENT_CARD, {"document_number": self._number(born, like.sex)}
        return new(Person, name=name, sex=like.sex, birth_date=born, ethnicity="01", document_type=type_), sealed

    def _phone(self, guardian: Person) -> str:
        kind = self._store.kind_of(Person)
        declared = kind.fields["phone"]
        assert isinstance(declared, Sealed)
        return opened(self._store.keyring, Draft(kind, guardian), declared) or ""

    def _sibling(self, name: str) -> str:
        last = self._random.choice([c for c in "轩涵怡睿博文琪然" if _sound(name[:-1] + c) != _sound(name)])
        return name[:-1] + last

    def _number(self, born: date, sex: str) -> str:
        """A resident identity number of nobody, of a division that has none."""
        serial = self._next() % 499 * 2 + (1 if sex == "1" else 2)
        digits = f"5199{self._serial // 499 + 10:02d}{born:%Y%m%d}{serial:03d}"
        return digits + identity_check(digits)

    def _next(self) -> int:
        self._serial += 1
        return self._serial

    # What is written --------------------------------------------------------------------------------------------

    async def _write(self, tx: Transaction, sort: Sort, model: _Model, person: Person, sealed: dict[str, str]) -> None:
        await insert(self._store, tx, [person], [sealed])
        student = model.student if sort in _GUARDIANS else await self._enter(tx, sort, model, person)
        if sort in _GUARDIANS:
            await self._tie(tx, student, person, 9)
        elif sort is not Sort.NO_GUARDIAN:
            await self._tie(tx, student, model.guardian, 1)
        like = model.guardian if sort in _GUARDIANS else model.person
        of = None if sort in GHOSTS else like.id
        self._planted.append(Planted(sort, of, person.id, student.id, person.name))

    async def _enter(self, tx: Transaction, sort: Sort, model: _Model, person: Person) -> Student:
        school = await model.student.school
        entered = date(school_year(self._today), 9, 1)
        student = new(
            Student,
            person=person,
            school=school,
            grade=model.student.grade,
            status=StudentStatus.ENROLLED,
            entered_on=entered,
        )
        await insert(self._store, tx, [student])
        if sort is not Sort.NO_STAY:
            stay = new(
                Enrolment,
                student=student,
                school=school,
                period=Period(entered, None),
                entry_grade=model.student.grade,
                entry_way="01",
            )
            await insert(self._store, tx, [stay])
        return student

    async def _tie(self, tx: Transaction, student: Student, guardian: Person, order: int) -> None:
        rights = dict.fromkeys(("is_legal_guardian", "may_decide", "may_see", "may_collect"), True)
        relation = "51" if guardian.sex == "1" else "52"
        tie = new(Guardianship, student=student, guardian=guardian, relation=relation, contact_order=order, **rights)
        await insert(self._store, tx, [tie])


def listed(planted: Sequence[Planted], out: TextIO) -> None:
    """Write what was planted as CSV."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["sort", "is_one_person", "person", "added", "student", "name"])
    for p in planted:
        is_one = "yes" if p.sort in DUPLICATES else "no"
        ids = (f"Person:{p.person}" if p.person else "", f"Person:{p.added}", f"Student:{p.student}")
        rows.writerow([p.sort.value, is_one, *ids, p.name])


def _sound(name: str) -> str:
    return sort_key(name, of_person=True).partition("\t")[0]


def _exchanged(name: str, groups: Sequence[str], suits: Callable[[str], bool]) -> str | None:
    """The name with one character of its given name exchanged for another of its group."""
    for place in range(1, len(name)):
        for group in groups:
            for other in group if name[place] in group else "":
                changed = name[:place] + other + name[place + 1 :]
                if other != name[place] and suits(changed):
                    return changed
    return None


def _homophone(name: str) -> str | None:
    return _exchanged(
        name, [row["group"] for row in table("homophones.csv")], lambda other: _sound(other) == _sound(name)
    )


def _lookalike(name: str) -> str | None:
    return _exchanged(name, _variants(), lambda _: True)


@lru_cache(maxsize=1)
def _variants() -> list[str]:
    return [row["group"] for row in shipped_rows("bureau.registry", "lookalikes.csv") if row["sort"] == "variant"]
