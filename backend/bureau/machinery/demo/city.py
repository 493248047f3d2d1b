"""Builds the demo city: its offices, institutions of every kind in true proportions, students clustered by school."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from random import Random
from typing import Any

from bureau.kernel.batches import batches
from bureau.kernel.clock import school_year
from bureau.kernel.period import Period
from bureau.machinery.demo.families import Families, guardianship
from bureau.machinery.demo.histories import LONGEST, Histories, Place, Stay
from bureau.machinery.demo.offices import write_offices
from bureau.machinery.demo.people import MadeUp, People, birth_span, cycle_names, spread, table
from bureau.machinery.demo.rows import insert, new, relate
from bureau.machinery.demo.schools import Schools, Seat, seats
from bureau.machinery.demo.years import write_years
from bureau.registry.division import Division
from bureau.registry.enrolment import Enrolment
from bureau.registry.numbers import credit_check
from bureau.registry.school import NOT_CORPORATE, School
from bureau.registry.student import Student, StudentStatus
from bureau.registry.unit import Office, Unit, UnitCategory
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

Say = Callable[[str], None]

_AT_ONCE = 4000
"""Students that are written in one transaction."""

_CATEGORIES = {"K": "11", "P": "21", "J": "31", "S": "32", "V": "33", "E": "51"}
"""Categories of students by stage."""

_SCHOOLS_AT_ONCE = 50
"""Schools whose teachers, classes and campuses are."""


@dataclass(slots=True)
class _County:
    bureau: Unit
    division: Any
    streets: list[str]
    names: dict[str, Iterator[str]] = field(default_factory=dict)


class DemoCity:
    """One made-up city; the same numbers and seed make the same one."""

    def __init__(self, store: Store, city: str, schools: int, students: int, seed: int) -> None:
        self._store = store
        self._city = city
        self._school_count = schools
        self._student_count = students
        self._random = Random(f"{seed}:{city}")
        self._people = People(self._random)
        self._families = Families(self._random, self._people)
        self._serials: dict[str, int] = {}
        self._year = school_year(store.database.clock.today())

    async def build(self, say: Say) -> None:
        """Write the whole city; raises CommandError if its division is not known."""
        await self._in_transaction(lambda tx: write_offices(self._store, tx, self._city))
        year = await self._in_transaction(lambda tx: write_years(self._store, tx, self._year))
        places = await self._in_transaction(self._write_schools)
        say(f"{len(places)} institutions.")
        schools = Schools(self._store, self._random, self._people, self._year, year)
        teachers = 0
        for some in batches(places, _SCHOOLS_AT_ONCE):
            teachers += await self._in_transaction(partial(schools.write, places=some))
        say(f"{teachers} teachers.")
        done = 0
        histories = Histories(self._random, places, self._year)
        for batch in batches(seats(places), _AT_ONCE):
            done += await self._in_transaction(partial(self._write_students, batch=batch, histories=histories))
        say(f"{done} students.")
        await self._analyse()

    async def _in_transaction(self, work: Callable[[Transaction], Any]) -> Any:
        # A transaction may be begun again; what it makes up must come out the same.
        state, serials = self._random.getstate(), dict(self._serials)

        async def again(tx: Transaction) -> Any:
            self._random.setstate(state)
            self._serials = dict(serials)
            return await work(tx)

        return await self._store.database.transaction(again)

    # Schools ----------------------------------------------------------------------------------------------------

    async def _write_schools(self, tx: Transaction) -> list[Place]:
        root = await Office.filter(category="BUREAU").first()
        assert root is not None
        counties = await self._counties()
        weights = [self._random.uniform(0.5, 2) for _ in counties]
        kinds = table("institutions.csv")
        counts = spread(self._school_count, [float(kind["schools"]) for kind in kinds])
        centre = counties[1:5] or counties  # the city's own schools lie in its midst
        places: list[Place] = []
        for kind, count in zip(kinds, counts, strict=True):
            direct = round(count * int(kind["direct"]) / 10)
            places += [self._place(kind, self._random.choice(centre), root) for _ in range(direct)]
            for county, schools in zip(counties, spread(count - direct, weights), strict=True):
                places += [self._place(kind, county, county.bureau) for _ in range(schools)]
        places.sort(key=lambda place: place.school.superior_id)  # ids lie together by county, as imports leave them
        principals = [self._principal(place) for place in places]
        persons = [p.record() for p in principals]
        await insert(self._store, tx, persons, [{"document_number": p.identity_number} for p in principals])
        for place, person in zip(places, persons, strict=True):
            relate(place.school, "principal", person)
            relate(place.school, "legal_representative", person)
        self._share_students(places, kinds)
        hosts, hosted = _apart(places)
        await insert(self._store, tx, [place.school for place in hosts])
        for place in hosted:
            relate(place.school, "host", self._host(place, hosts).school)
        await insert(self._store, tx, [place.school for place in hosted])
        return places

    async def _counties(self) -> list[_County]:
        found = []
        bureaus = await Office.filter(category="COUNTY_BUREAU").order_by("id")
        divisions = {d.id: d for d in await Division.filter(id__in=[b.division_id for b in bureaus])}  # type: ignore[attr-defined]
        for bureau in bureaus:
            division = divisions[bureau.division_id]  # type: ignore[attr-defined]
            streets = await Division.filter(parent_id=division.id, level="STREET").order_by("code")
            stems = [street.name.removesuffix("街道").removesuffix("镇") for street in streets]
            stems = stems or ["城关", "东街", "西街", "南街", "北街", "新城", "河滨", "学府"]
            prefix = bureau.name.removesuffix("教育局") if "开发区" in bureau.name else division.name
            found.append(_County(bureau, division, [f"{prefix}{stem}" for stem in stems]))
        return found

    def _place(self, kind: Mapping[str, str], county: _County, superior: Unit) -> Place:
        private = self._random.randrange(10) < int(kind["private"])
        names = county.names.setdefault(kind["type"], cycle_names(county.streets, kind["name"]))
        name = next(names)
        opened = date(self._random.randint(1952, self._year - LONGEST), 9, 1)
        stages = {grade[0] for grade in kind["grades"].split()}
        school = new(
            School,
            code=self._school_code(kind["type"]),
            name=name,
            category=UnitCategory.SCHOOL,
            type=kind["type"],
            superior=superior,
            division=county.division,
            credit_code=self._credit_code("52" if private else "12"),
            organiser="999" if private else "831" if superior is county.bureau else "821",
            setting=self._random.choice(("111", "111", "112", "121", "122", "210", "220")),
            address=self._address(name.removesuffix(kind["name"])),
            operation=Period(opened),
            founded_on=opened,
            phone=f"028-8{self._random.randrange(10**7):07d}",
            schooling="63" if stages & set("PJ") else None,
            language="ZH",
            has_boarding=bool(stages & set("SV")) or self._random.random() < 0.05,
            is_inclusive=(not private or self._random.random() < 0.7) if stages == {"K"} else None,
        )
        return Place(school, kind["grades"].split(), county.division.code, 0)

    def _host(self, place: Place, hosts: Sequence[Place]) -> Place:
        """A school near a teaching point, to which it belongs."""
        teaching = [host for host in hosts if place.stages <= host.stages]
        near = [host for host in teaching if host.division_code == place.division_code]
        return self._random.choice(near or teaching)

    def _address(self, near: str) -> str:
        return f"{near}{self._random.choice('东西南北中')}路{self._random.randint(1, 400)}号"

    def _school_code(self, type_: str) -> str:
        category = {"218": "21"}.get(type_, type_[:2])
        serial = self._serials[category] = self._serials.get(category, 0) + 1
        return f"{category}{self._city[:2]}{serial:06d}"

    def _credit_code(self, head: str) -> str:
        serial = self._serials["credit"] = self._serials.get("credit", 0) + 1
        body = f"{head}{self._city}{serial:09d}"
        return body + credit_check(body)

    def _principal(self, place: Place) -> MadeUp:
        return self._people.person(place.division_code, date(self._year - 58, 9, 1), date(self._year - 34, 9, 1))

    def _share_students(self, places: Sequence[Place], kinds: Sequence[Mapping[str, str]]) -> None:
        """Give each school its number of students: those of its type, in sizes that differ."""
        shares = spread(self._student_count, [float(kind["students"]) for kind in kinds])
        for kind, share in zip(kinds, shares, strict=True):
            of_type = [place for place in places if place.school.type == kind["type"] and place.grades]
            of_type = of_type or [place for place in places if place.grades][:1]  # a city too small for the type
            sizes = spread(share, [self._random.uniform(0.4, 1.8) for _ in of_type]) if of_type else []
            for place, size in zip(of_type, sizes, strict=True):
                place.students += size

    # Students ---------------------------------------------------------------------------------------------------

    async def _write_students(self, tx: Transaction, *, batch: Sequence[Seat], histories: Histories) -> int:
        made = [self._people.person(seat.place.division_code, *birth_span(seat.grade, self._year)) for seat in batch]
        persons = [m.record() for m in made]
        await insert(self._store, tx, persons, [{"document_number": m.identity_number} for m in made])
        stays = [histories.stays(seat.place, seat.grade) for seat in batch]
        students = [
            self._student(seat, person, present[-1].start)
            for seat, person, present in zip(batch, persons, stays, strict=True)
        ]
        await insert(self._store, tx, students, [{"national_number": f"G{m.identity_number}"} for m in made])
        await insert(
            self._store, tx, [_enrolment(s, stay) for s, all_ in zip(students, stays, strict=True) for stay in all_]
        )
        await self._write_families(tx, batch, students, made)
        return len(students)

    async def _write_families(
        self, tx: Transaction, batch: Sequence[Seat], students: Sequence[Student], made: Sequence[MadeUp]
    ) -> None:
        ties = [
            (student, relative)
            for seat, student, child in zip(batch, students, made, strict=True)
            for relative in self._families.of(child, seat.place.division_code)
        ]
        persons = [relative.made.record() for _, relative in ties]
        clear = [{"document_number": r.made.identity_number, "phone": self._families.phone()} for _, r in ties]
        await insert(self._store, tx, persons, clear)
        bonds = [guardianship(student, person, r) for (student, r), person in zip(ties, persons, strict=True)]
        await insert(self._store, tx, bonds)

    def _student(self, seat: Seat, person: Record, entered_on: date) -> Student:
        grade = seat.grade
        boarder = grade[0] in "SV" or self._random.random() < 0.1
        return new(
            Student,
            person=person,
            school=seat.place.school,
            grade=grade,
            school_class=seat.school_class,
            seat_number=seat.number,
            category=_CATEGORIES[grade[0]],
            status=StudentStatus.SUSPENDED if self._random.random() < 0.004 else StudentStatus.ENROLLED,
            boarding="2" if boarder and grade[0] != "K" else "1",
            entered_on=entered_on,
        )

    async def _analyse(self) -> None:
        async def analyse(tx: Transaction) -> None:
            await tx.fetch("ANALYZE")

        await self._store.database.transaction(analyse)


def _enrolment(student: Student, stay: Stay) -> Enrolment:
    return new(
        Enrolment,
        student=student,
        school=stay.place.school,
        period=Period(stay.start, stay.until),
        entry_grade=stay.grade,
        entry_way=stay.way,
        ended_by=stay.ended_by,
    )


def _apart(places: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """Those that are institutions of their own, and those that belong to one."""
    hosted = [place for place in places if place.school.type in NOT_CORPORATE]
    return [place for place in places if place.school.type not in NOT_CORPORATE], hosted
