"""What a roll-over does with each pupil and class, drawn up in the database by statements on sets.

The plan lies in temporary tables of one transaction. The preview tells of it, the commit carries it out, and both draw
it up from the registers as they stand then, so that they say the same or the commit is refused.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, cast

from bureau.areas.students.rollover.names import grade_name, renamed
from bureau.areas.students.rollover.run import ClassFate, RollOver, RollOverRule, RollOverSettlement, RollOverState
from bureau.areas.students.rollover.steps import next_grade, year_of_schooling
from bureau.kernel.words import Words
from bureau.registry.school_class import class_name
from bureau.registry.school_year import SchoolYear
from bureau.registry.sizes import class_size, school_size, too_large
from bureau.registry.stages import GRADE
from bureau.registry.student import StudentStatus
from bureau.storage.sql import among, day_of
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

OPEN_CASE = "open_case"
"""The fact that says in words which procedure is under way for a pupil."""
COMMIT = "commit_roll_over"
"""The verb under which the journal has those whom a roll-over moved: nobody is moved twice for one year."""


class Fate(StrEnum):
    """What a roll-over does with a pupil."""

    PROMOTED = "PROMOTED"
    GRADUATED = "GRADUATED"
    STAYING = "STAYING"
    BLOCKED = "BLOCKED"
    LEFT_OUT = "LEFT_OUT"
    ENTERED = "ENTERED"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pupils it does what with."""

    pupils: int = 0
    promoted: int = 0
    graduated: int = 0
    staying: int = 0
    blocked: int = 0
    left_out: int = 0
    entered: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in NAMES))

    @property
    def values(self) -> dict[str, int]:
        """The counts by the names of the fields that hold them."""
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(field.name for field in fields(Counts))


@dataclass(frozen=True, slots=True)
class Line:
    """What it does with the pupils of one grade of one school."""

    school: int
    grade: str
    next_grade: str | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class PlannedClass:
    """What it does with one class."""

    id: int
    school: int
    fate: ClassFate
    grade: str
    next_grade: str | None
    into: int | None
    """The class that is there already, into which its pupils go."""
    name: str | None
    next_name: str | None
    pupils: int
    is_odd: bool
    """Whether its grade does not follow from its entry year."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stops pupils, or is to be looked at."""

    school: int
    sort: RollOverRule
    grade: str | None = None
    student: int | None = None
    school_class: int | None = None
    pupils: int = 1
    words: Words | None = None


class Plan:
    """The plan of one roll-over, of all its schools or of some; drawn up in `tx`, and gone once it is closed."""

    def __init__(self, store: Store, tx: Transaction, run: RollOver, years: tuple[SchoolYear, SchoolYear]) -> None:
        self._store, self._tx, self._run = store, tx, run
        self._from_year, self._to_year = years
        self._cases: Mapping[int, Words] = {}
        self._schools: Mapping[int, tuple[Any, ...]] = {}
        """Type, form of schooling and division of each."""

    @property
    def first_day(self) -> date:
        """The first day of the new year."""
        return cast("date", self._to_year.period.start)

    @property
    def year(self) -> int:
        """The year in which the new school year begins."""
        return self.first_day.year

    async def draw(self, schools: Sequence[int] | None = None, *, holds: bool = False) -> None:
        """Draw it up, of all schools at or below the unit or of some of them; `holds` keeps others from the pupils."""
        for name, columns in _TABLES.items():
            drop = " ON COMMIT DROP" if self._tx.dialect == "postgres" else ""
            await self._tx.fetch(f"CREATE TEMPORARY TABLE {name} ({columns}){drop}")
        await self._take_schools(schools)
        if holds and self._tx.dialect == "postgres":
            await self._tx.fetch(f"SELECT s.id FROM student s WHERE {_PUPIL} ORDER BY s.id FOR NO KEY UPDATE")
        await self._take_steps()
        await self._take_settled()
        await self._take_moved()
        await self._tx.fetch(_CLASSES, self.year, ClassFate.ENDS, ClassFate.GOES_ON, ClassFate.RISES)
        await self._ask()
        await self._tx.fetch(_PUPILS, self.first_day, self.year)

    async def close(self) -> None:
        """Leave nothing of it behind."""
        for name in _TABLES:
            await self._tx.fetch(f"DROP TABLE {name}")

    async def _take_schools(self, schools: Sequence[int] | None) -> None:
        rows = await self._tx.fetch(_SCHOOLS, self._run.__dict__["unit_id"])
        rows = [row for row in rows if schools is None or row[0] in schools]
        closed = [bool(row[4] and day_of(row[4]) <= self.first_day) for row in rows]
        await self._tx.insert(
            "roll_school",
            ("id", "closed"),
            [(row[0], int(is_closed)) for row, is_closed in zip(rows, closed, strict=True)],
        )
        self._schools = {row[0]: tuple(row)[1:4] for row in rows}

    async def _take_steps(self) -> None:
        """Note which grade comes after which, at each school."""
        known: dict[tuple[Any, ...], tuple[str | None, int]] = {}
        steps = []
        for school, grade in await self._tx.fetch(_GRADES):
            key = (grade, *self._schools[school])
            if key not in known:
                known[key] = self._step(*key)
            steps.append((school, grade, *known[key]))
        await self._tx.insert("roll_step", ("school_id", "grade", "next_grade", "is_known"), steps)

    def _step(
        self, grade: str, type_: str | None, schooling: str | None, division: str | None
    ) -> tuple[str | None, int]:
        try:
            return next_grade(grade, type_, schooling, self.first_day, division or ""), 1
        except LookupError:
            return None, 0

    async def _take_settled(self) -> None:
        await self._tx.fetch(
            "INSERT INTO roll_settled SELECT unit_id, grade, student_id, settlement FROM roll_over_finding"
            " WHERE run_id = $1 AND settlement IS NOT NULL AND void_reason IS NULL",
            self._run.id,
        )

    async def _take_moved(self) -> None:
        """Note whom roll-overs of the same year moved already, and which classes those were in who were left out."""
        before = await self._tx.fetch(
            "SELECT id, positions FROM roll_over WHERE from_year_id = $1 AND state IN ($2, $3)"
            " AND positions IS NOT NULL AND void_reason IS NULL",
            self._from_year.id,
            RollOverState.COMMITTED,
            RollOverState.UNDOING,
        )
        if not before:
            return
        within, values = among(self._tx.dialect, "position", [int(row[1]) for row in before])
        await self._tx.fetch(
            f"INSERT INTO roll_moved SELECT DISTINCT kind, record_id FROM journal WHERE {within}"
            f" AND verb = '{COMMIT}' AND kind IN ('student', 'school_class')",
            *values,
        )
        within, values = among(self._tx.dialect, "f.run_id", [row[0] for row in before])
        await self._tx.fetch(
            "INSERT INTO roll_left SELECT f.student_id, max(f.school_class_id) FROM roll_over_finding f"
            f" WHERE {within} AND f.student_id IS NOT NULL AND f.settlement = '{RollOverSettlement.LEFT_OUT}'"
            " GROUP BY f.student_id",
            *values,
        )

    async def _ask(self) -> None:
        """Ask what others know of the pupils."""
        sql = f"SELECT s.id FROM student s WHERE {_PUPIL} AND s.status = '{StudentStatus.ENROLLED}' ORDER BY s.id"
        pupils = [row[0] for row in await self._tx.fetch(sql)]
        self._cases = await self._store.known(self._tx, OPEN_CASE, pupils)
        await self._tx.insert("roll_case", ("id",), [(pupil,) for pupil in self._cases])

    async def lines(self) -> list[Line]:
        """What it does, school by school and grade by grade."""
        return [Line(row[0], row[1], row[2], Counts(*tuple(row)[3:])) for row in await self._tx.fetch(_LINES)]

    async def classes(self) -> list[PlannedClass]:
        """What it does with classes."""
        words = (await self._store.reading()).codes.table(GRADE.name)
        found = []
        for id_, school, fate, grade, after, into, name, number, year, pupils, into_name in await self._tx.fetch(
            _PLANNED
        ):
            new = self._renamed(school, name, grade, after, words) if after else None
            if fate == ClassFate.GOES_ON:  # one that does not say the grade says the entry year, which is another now
                new = into_name if into else new if new != name else class_name(self.year, number)
            is_odd = year < self.year - 1
            found.append(PlannedClass(id_, school, ClassFate[fate], grade, after, into, name, new, pupils, is_odd))
        return found

    def _renamed(self, school: int, name: str | None, grade: str, after: str, words: Mapping[str, Any]) -> str | None:
        _, schooling, division = self._schools[school]
        years = [year_of_schooling(g, schooling, self.first_day, division or "") for g in (grade, after)]
        said = [grade_name(g, words[g].words, year) for g, year in zip((grade, after), years, strict=True)]
        return renamed(name, said[0], said[1], years[1])

    async def place(self, made: Sequence[tuple[int, int]]) -> None:
        """Let the pupils of classes, given first, go on in classes that were made for them."""
        await self._tx.execute_many(
            "UPDATE roll_pupil SET next_class = $2 WHERE class_id = $1 AND next_class IS NULL"
            f" AND fate = '{Fate.PROMOTED}'",
            made,
        )

    async def classes_ahead(self) -> list[int]:
        """The classes that pupils are promoted into."""
        sql = "SELECT DISTINCT next_class FROM roll_pupil WHERE next_class IS NOT NULL"
        return [row[0] for row in await self._tx.fetch(sql)]

    def pupils(self, fate: Fate, size: int) -> AsyncIterator[Sequence[Any]]:
        """Those of one fate, so many at a time: id, next grade, next class."""
        return self._by_size(f"FROM roll_pupil p WHERE p.fate = '{fate}'", size)

    def left_behind(self, size: int) -> AsyncIterator[Sequence[Any]]:
        """Those whose class goes up or ends without them, so many at a time."""
        stay = f"p.fate IN ('{Fate.STAYING}', '{Fate.LEFT_OUT}')"
        return self._by_size(f"FROM roll_pupil p JOIN roll_class k ON k.id = p.class_id WHERE {stay}", size)

    async def _by_size(self, source: str, size: int) -> AsyncIterator[Sequence[Any]]:
        sql = f"SELECT p.id, p.next_grade, p.next_class {source} AND p.id > $1 ORDER BY p.id LIMIT {size}"
        after = 0
        while rows := await self._tx.fetch(sql, after):
            yield rows
            after = rows[-1][0]

    async def findings(self) -> list[Found]:
        """What stops pupils, or is to be looked at: of single pupils, then of classes, grades and schools."""
        found = [
            Found(school, RollOverRule[sort], grade, student, class_, words=self._cases.get(student))
            for school, sort, grade, student, class_ in await self._tx.fetch(_OF_PUPILS)
        ]
        found += [
            Found(one.school, RollOverRule.ODD_CLASS, one.grade, None, one.id, one.pupils)
            for one in await self.classes()
            if one.is_odd
        ]
        found += [
            Found(school, RollOverRule[sort], grade, pupils=pupils)
            for school, sort, grade, pupils in await self._tx.fetch(_OF_GRADES)
        ]
        return [*found, *await self._too_large()]

    async def _too_large(self) -> list[Found]:
        """§1.7: the classes and schools that have more pupils in the new year than they are to have at the most.

        Who enters in the new year is not among them yet.
        """
        found = []
        for one in await self.classes():
            division = self._schools[one.school][2] or ""
            most = class_size(one.next_grade, self.first_day, division) if one.next_grade else None
            if most is not None and one.pupils > most:
                words = too_large(one.next_name or one.name or "", one.pupils, most)
                at = (one.school, RollOverRule.CLASS_TOO_LARGE, one.next_grade, None, one.id)
                found.append(Found(*at, one.pupils, words))
        for school, name, pupils in await self._tx.fetch(_STAYING):
            type_, _, division = self._schools[school]
            most = school_size(type_ or "", self.first_day, division or "")
            if most is not None and pupils > most:
                words = too_large(name, pupils, most)
                found.append(Found(school, RollOverRule.SCHOOL_TOO_LARGE, pupils=pupils, words=words))
        return found


_TABLES = {
    "roll_school": "id bigint PRIMARY KEY, closed integer",
    "roll_step": "school_id bigint, grade text, next_grade text, is_known integer, PRIMARY KEY (school_id, grade)",
    "roll_settled": "unit_id bigint, grade text, student_id bigint, settlement text",
    "roll_moved": "kind text, id bigint, PRIMARY KEY (kind, id)",
    "roll_left": "student_id bigint PRIMARY KEY, class_id bigint",
    "roll_case": "id bigint PRIMARY KEY",
    "roll_class": "id bigint PRIMARY KEY, school_id bigint, grade text, next_grade text, fate text, into_id bigint,"
    " year integer",
    "roll_pupil": "id bigint PRIMARY KEY, school_id bigint, class_id bigint, grade text, next_grade text,"
    " next_class bigint, fate text, reason text",
}

_PUPIL = (
    "s.school_id IN (SELECT id FROM roll_school) AND s.void_reason IS NULL"
    f" AND s.status IN ('{StudentStatus.ENROLLED}', '{StudentStatus.SUSPENDED}')"
)
"""That a student is a pupil of one of the schools; who has dropped out is no pupil of any until they are back."""

_SCHOOLS = """
    WITH RECURSIVE below (id) AS (
        SELECT id FROM unit WHERE id = $1
        UNION SELECT u.id FROM unit u JOIN below b ON u.superior_id = b.id
    )
    SELECT u.id, u.type, u.schooling, d.code, u.operation_until
    FROM unit u JOIN below b ON b.id = u.id LEFT JOIN division d ON d.id = u.division_id
    WHERE u.category = 'SCHOOL' AND u.void_reason IS NULL ORDER BY u.id
"""

_GRADES = f"""
    SELECT s.school_id, s.grade FROM student s WHERE {_PUPIL}
    UNION SELECT c.school_id, c.grade FROM school_class c
    WHERE c.school_id IN (SELECT id FROM roll_school) AND c.void_reason IS NULL AND c.ended_on IS NULL
"""

_OFFSET = "c.entry_year + CAST(substr(c.grade, 2) AS integer) - 1"
"""The year in which the school year begins in which those who entered with a class are in its grade."""

_GRADE_IS_LEFT_OUT = f"""EXISTS (SELECT 1 FROM roll_settled l WHERE l.unit_id = {{0}}.school_id
    AND l.settlement = '{RollOverSettlement.LEFT_OUT}' AND l.student_id IS NULL
    AND (l.grade IS NULL OR l.grade = {{0}}.grade))"""

_CLASSES = f"""
    INSERT INTO roll_class (id, school_id, grade, next_grade, fate, into_id, year)
    SELECT c.id, c.school_id, c.grade, t.next_grade,
        CASE WHEN t.next_grade IS NULL THEN $2 WHEN substr(t.next_grade, 1, 1) <> c.stage THEN $3 ELSE $4 END,
        i.id, {_OFFSET}
    FROM school_class c
    JOIN roll_school r ON r.id = c.school_id
    JOIN roll_step t ON t.school_id = c.school_id AND t.grade = c.grade AND t.is_known = 1
    LEFT JOIN school_class i ON i.school_id = c.school_id AND i.stage = substr(t.next_grade, 1, 1)
        AND i.stage <> c.stage AND i.entry_year = $1 AND i.number = c.number
        AND i.void_reason IS NULL AND i.ended_on IS NULL
    WHERE c.void_reason IS NULL AND c.ended_on IS NULL AND r.closed = 0 AND {_OFFSET} < $1
        AND NOT EXISTS (SELECT 1 FROM roll_moved m WHERE m.kind = 'school_class' AND m.id = c.id)
        AND NOT {_GRADE_IS_LEFT_OUT.format("c")}
"""

_CLASS_FITS = "c.school_id = s.school_id AND c.grade = s.grade AND c.void_reason IS NULL AND c.ended_on IS NULL"

_WAYS = (
    # what is so, what then becomes of the pupil, what is to be said of it; the first that is so counts
    ("m.id IS NOT NULL", Fate.ENTERED, None),
    ("e.period_from >= $1", Fate.ENTERED, None),
    (f"{_CLASS_FITS} AND {_OFFSET} >= $2", Fate.ENTERED, None),
    ("o.student_id IS NOT NULL", Fate.LEFT_OUT, None),
    (_GRADE_IS_LEFT_OUT.format("s"), Fate.LEFT_OUT, None),
    (f"s.status = '{StudentStatus.SUSPENDED}'", Fate.STAYING, RollOverRule.SUSPENDED),
    ("r.closed = 1", Fate.BLOCKED, RollOverRule.SCHOOL_CLOSED),
    ("t.is_known = 0", Fate.BLOCKED, RollOverRule.NO_NEXT_GRADE),
    (f"c.id IS NOT NULL AND NOT ({_CLASS_FITS})", Fate.BLOCKED, RollOverRule.CLASS_MISMATCH),
    ("p.id IS NOT NULL", Fate.BLOCKED, RollOverRule.OPEN_CASE),
    ("t.next_grade IS NOT NULL AND c.id IS NULL AND b.id IS NULL", Fate.PROMOTED, RollOverRule.NO_CLASS),
    ("t.next_grade IS NOT NULL", Fate.PROMOTED, None),
    (
        "EXISTS (SELECT 1 FROM roll_settled g WHERE g.unit_id = s.school_id AND g.grade = s.grade"
        f" AND g.settlement = '{RollOverSettlement.CONFIRMED}')",
        Fate.GRADUATED,
        None,
    ),
    ("TRUE", Fate.BLOCKED, RollOverRule.NOT_GRADUATED),
)


def _case(values: Sequence[tuple[str, str | None]]) -> str:
    ways = " ".join(f"WHEN {when} THEN {'NULL' if then is None else repr(str(then))}" for when, then in values)
    return f"CASE {ways} END"


_PUPILS = f"""
    INSERT INTO roll_pupil (id, school_id, class_id, grade, next_grade, next_class, fate, reason)
    SELECT s.id, s.school_id, s.school_class_id, s.grade, t.next_grade,
        CASE WHEN k.fate = '{ClassFate.RISES}' THEN k.id
            WHEN k.id IS NOT NULL THEN k.into_id ELSE b.id END,
        {_case([(when, fate) for when, fate, _ in _WAYS])},
        {_case([(when, reason) for when, _, reason in _WAYS])}
    FROM student s
    JOIN roll_school r ON r.id = s.school_id
    JOIN roll_step t ON t.school_id = s.school_id AND t.grade = s.grade
    LEFT JOIN school_class c ON c.id = s.school_class_id
    LEFT JOIN roll_class k ON k.id = s.school_class_id
    LEFT JOIN enrolment e ON e.student_id = s.id AND e.period_until IS NULL AND e.void_reason IS NULL
    LEFT JOIN roll_moved m ON m.kind = 'student' AND m.id = s.id
    LEFT JOIN roll_settled o ON o.student_id = s.id AND o.settlement = '{RollOverSettlement.LEFT_OUT}'
    LEFT JOIN roll_left w ON w.student_id = s.id AND s.school_class_id IS NULL
    LEFT JOIN school_class b ON b.id = w.class_id AND b.school_id = s.school_id AND b.grade = t.next_grade
        AND b.void_reason IS NULL AND b.ended_on IS NULL
    LEFT JOIN roll_case p ON p.id = s.id
    WHERE {_PUPIL}
"""

_LINES = f"""
    SELECT p.school_id, p.grade, t.next_grade, count(*),
        {", ".join(f"count(*) FILTER (WHERE p.fate = '{name.upper()}')" for name in NAMES[1:])}
    FROM roll_pupil p JOIN roll_step t ON t.school_id = p.school_id AND t.grade = p.grade
    GROUP BY p.school_id, p.grade, t.next_grade ORDER BY p.school_id, p.grade
"""

_PLANNED = f"""
    SELECT k.id, k.school_id, k.fate, k.grade, k.next_grade, k.into_id, c.name, c.number, k.year,
        coalesce(n.pupils, 0), i.name
    FROM roll_class k JOIN school_class c ON c.id = k.id LEFT JOIN school_class i ON i.id = k.into_id
    LEFT JOIN (
        SELECT class_id, count(*) AS pupils FROM roll_pupil
        WHERE fate IN ('{Fate.PROMOTED}', '{Fate.GRADUATED}') GROUP BY class_id
    ) n ON n.class_id = k.id
    ORDER BY k.id
"""

_STAYING = f"""
    SELECT u.id, u.name, count(*) FROM roll_pupil p JOIN unit u ON u.id = p.school_id
    WHERE p.fate <> '{Fate.GRADUATED}' GROUP BY u.id, u.name ORDER BY u.id
"""
"""Those who are pupils of each school in the new year, as far as they are there already."""

_OF_GROUPS = f"('{RollOverRule.SCHOOL_CLOSED}', '{RollOverRule.NOT_GRADUATED}', '{RollOverRule.NO_CLASS}')"

_OF_PUPILS = f"""
    SELECT school_id, reason, grade, id, class_id FROM roll_pupil
    WHERE reason IS NOT NULL AND reason NOT IN {_OF_GROUPS} ORDER BY id
"""

_OF_GRADES = f"""
    SELECT school_id, reason, CASE WHEN reason = '{RollOverRule.SCHOOL_CLOSED}' THEN NULL ELSE grade END, count(*)
    FROM roll_pupil WHERE reason IN {_OF_GROUPS} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
