"""What a reorganisation does with classes, pupils and staff: drawn up from the registers by statements on sets.

The preview tells of it, and what carries it out draws it up anew, so that both say the same or it is refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bureau.areas.establishment.guards import (
    HELD_AT_SCHOOL,
    STAYS_ON,
    Guard,
    has_a_beginning,
    operates,
    pupils_of,
    takes_effect,
)
from bureau.areas.establishment.handover import is_handed_over
from bureau.areas.establishment.reorganisation.run import Reorganisation, ReorganisationPart, ReorganisationSort
from bureau.kernel.errors import Code
from bureau.kernel.words import Words
from bureau.registry.campus import Campus
from bureau.registry.division import Division
from bureau.registry.post import Post
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass, class_name
from bureau.registry.sizes import class_size, school_size, too_large
from bureau.registry.stages import stages
from bureau.registry.teacher import Teacher
from bureau.storage.act import Act
from bureau.storage.sql import among

_NUMBERED = re.compile(r"(?<!\d)(\d{1,2})(?=[）)]?班$)")
_MOST_NUMBERS = 99
_AT_SCHOOL = "s.void_reason IS NULL AND s.status IN ('ENROLLED', 'SUSPENDED', 'DROPPED_OUT')"


@dataclass(frozen=True, slots=True)
class PlannedClass:
    """A class that goes over, and how it is numbered and called then."""

    school_class: SchoolClass
    number: int
    name: str
    pupils: int

    @property
    def is_renumbered(self) -> bool:
        return self.number != self.school_class.number


@dataclass(frozen=True)
class Plan:
    """What one reorganisation does."""

    act: Act
    record: Reorganisation
    successor: School
    schools: Mapping[int, School]
    """Those of which something goes over."""
    parts: Sequence[ReorganisationPart]
    classes: Sequence[PlannedClass]
    pupils: Sequence[int]
    teachers: Sequence[int]
    posts: Sequence[int]
    campuses: Sequence[int]

    @property
    def is_merger(self) -> bool:
        return self.record.sort == ReorganisationSort.MERGER

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of what goes over."""
        found = {"pupils": self.pupils, "classes": self.classes, "teachers": self.teachers, "posts": self.posts}
        return {name: len(those) for name, those in found.items()} | {"campuses": len(self.campuses)}

    @cached_property
    def class_ids(self) -> frozenset[int]:
        return frozenset(one.school_class.id for one in self.classes)

    async def guards(self) -> list[tuple[int, Guard]]:
        """What is to be looked at, each with the unit that it is about."""
        own = self.successor.id
        day = self.record.effective_on
        found = [(own, guard) for guard in await takes_effect(day)]
        found.append((own, operates(self.successor, day, "successor")))
        found += [(own, guard) for guard in self._is_taught()]
        for school in self.schools.values():
            found.append((school.id, operates(school, self.act.today, "school")))
            if self.is_merger:
                found.append((school.id, has_a_beginning(school)))
                found.append((school.id, await is_handed_over(self.act, school)))
        found += await self._nothing_is_under_way()
        if self.is_merger:
            found += await self._nothing_else_is_there()
        else:
            found += [(own, guard) for guard in await self._heads_go_along()]
        return found

    async def too_large(self) -> list[Words]:
        """§1.7: that the school that takes over, or a class that goes over, would be larger than is usual."""
        day, where = self.record.effective_on, self.successor.__dict__["division_id"]
        division = await Division.get_or_none(id=where)
        code = division.code if division else ""
        here = (await pupils_of(self.act, [self.successor.id]))[self.successor.id]
        most = school_size(self.successor.type or "", day, code)
        found = []
        if most is not None and here + len(self.pupils) > most:
            found.append(too_large(self.successor.name, here + len(self.pupils), most))
        for one in self.classes:
            ceiling = class_size(one.school_class.grade, day, code)
            if ceiling is not None and one.pupils > ceiling:
                found.append(too_large(f"“{one.name}”", one.pupils, ceiling))
        return found

    def _is_taught(self) -> list[Guard]:
        """§2.7: the school that takes over teaches the stages of all who come."""
        offered = stages(self.successor.type or "")
        met = Words("The school teaches the stage.", "承接学校开设该学段。")
        wanted = sorted({one.school_class.stage for one in self.classes})
        return [Guard(Code.NOT_OFFERED, "successor", not offered or one in offered, met) for one in wanted]

    async def _nothing_is_under_way(self) -> list[tuple[int, Guard]]:
        """Of no pupil who goes over a procedure is under way: it would be decided for a school that is not theirs."""
        if not self.pupils:
            return []
        of, values = among(self.act.tx.dialect, "c.student_id", self.pupils)
        rows = await self.act.tx.fetch(
            "SELECT s.school_id, c.number FROM procedure_case c JOIN student s ON s.id = c.student_id"
            f" WHERE {of} AND c.state = 'OPEN' AND c.void_reason IS NULL ORDER BY c.number",
            *values,
        )
        met = Words("No procedure is under way.", "无办理中的事项。")
        return [(row[0], Guard(Code.CASE_OPEN, "school", False, met, {"number": row[1]})) for row in rows]

    async def _nothing_else_is_there(self) -> list[tuple[int, Guard]]:
        """What areas know of that stands at a school which ends."""
        held = await self.act.store.known(self.act.tx, HELD_AT_SCHOOL, list(self.schools))
        met = Words("Nothing else stands there.", "无其他未了事项。")
        return [
            (school, Guard(Code.INVALID, "school", False, met, {"reason": words})) for school, words in held.items()
        ]

    async def _heads_go_along(self) -> list[Guard]:
        """No class goes without its head teacher, and no head teacher leaves a class that stays."""
        heads = {one.school_class.__dict__["head_teacher_id"] for one in self.classes} - {None}
        staying = await SchoolClass.filter(
            head_teacher_id__in=list(self.teachers), ended_on__isnull=True, void_reason__isnull=True
        )
        left = [one for one in staying if one.id not in self.class_ids]
        met = Words("Head teachers go with their classes.", "班主任随班调整。")
        loose = Words("a class goes over without its head teacher.", "有班级调整而班主任未随班调整。")
        leaves = Words("a head teacher goes over whose class stays.", "有班主任调整而其班级未调整。")
        return [
            Guard(Code.INVALID, "staff", heads <= set(self.teachers), met, {"reason": loose}),
            Guard(Code.INVALID, "staff", not left, met, {"reason": leaves}),
        ]


async def draw(act: Act, record: Reorganisation) -> Plan:
    """Draw it up, from the registers as they stand."""
    parts = await ReorganisationPart.filter(run_id=record.id, void_reason__isnull=True).order_by("id")
    successor = await School.get(id=record.__dict__["successor_id"])
    ids = sorted({part.__dict__["school_id"] for part in parts})
    schools = {school.id: school for school in await School.filter(id__in=ids).order_by("id")}
    is_merger = record.sort == ReorganisationSort.MERGER
    live: dict[str, Any] = {"void_reason__isnull": True}
    classes = SchoolClass.filter(school_id__in=ids, ended_on__isnull=True, **live)
    teachers = Teacher.filter(unit_id__in=ids, status__in=STAYS_ON, **live)
    posts = Post.filter(unit_id__in=ids, **live)
    if not is_merger:
        classes = classes.filter(id__in=[c for part in parts if (c := part.__dict__["school_class_id"])])
        staff = [t for part in parts if (t := part.__dict__["teacher_id"])]
        teachers, posts = teachers.filter(id__in=staff), posts.filter(teacher_id__in=staff)
    moving = await classes.order_by("school_id", "stage", "entry_year", "number")
    going_on = await posts.order_by("id")
    pupils = await _pupils(act, ids, None if is_merger else [one.id for one in moving])
    count: dict[int, int] = {}
    for _, class_ in pupils:
        count[class_] = count.get(class_, 0) + 1
    return Plan(
        act,
        record,
        successor,
        schools,
        parts,
        await _numbered(moving, successor, ids, count),
        [pupil for pupil, _ in pupils],
        [one.id for one in await teachers.order_by("id")],
        [post.id for post in going_on if post.period.until is None or post.period.until > record.effective_on],
        [one.id for one in await Campus.filter(school_id__in=ids, **live).order_by("id")] if is_merger else [],
    )


async def _pupils(act: Act, schools: Sequence[int], classes: Sequence[int] | None) -> Sequence[tuple[int, int]]:
    """Those who go over, each with their class: all of schools, or those of some classes."""
    of, values = among(act.tx.dialect, "s.school_id", schools)
    if classes is not None:
        if not classes:
            return []
        of, values = among(act.tx.dialect, "s.school_class_id", classes)
    rows = await act.tx.fetch(
        f"SELECT s.id, s.school_class_id FROM student s WHERE {of} AND {_AT_SCHOOL} ORDER BY s.id", *values
    )
    return [(row[0], row[1]) for row in rows]


async def _numbered(
    moving: Sequence[SchoolClass], successor: School, schools: Sequence[int], pupils: Mapping[int, int]
) -> list[PlannedClass]:
    """The classes with their numbers: the one they have, where no class of the year and stage has it, and else the
    next that none of the schools has given.
    """
    given: dict[tuple[str, int], set[int]] = {}
    held: dict[tuple[str, int], set[int]] = {}
    for one in await SchoolClass.filter(school_id__in=[successor.id, *schools], void_reason__isnull=True):
        given.setdefault((one.stage, one.entry_year), set()).add(one.number)
        if one.__dict__["school_id"] == successor.id:
            held.setdefault((one.stage, one.entry_year), set()).add(one.number)
    found = []
    for one in moving:
        key, number = (one.stage, one.entry_year), one.number
        taken, known = held.setdefault(key, set()), given[key]
        if number in taken:
            number = next(n for n in range(1, _MOST_NUMBERS + 1) if n not in known)
        taken.add(number)
        known.add(number)
        found.append(PlannedClass(one, number, called(one, number), pupils.get(one.id, 0)))
    return found


def called(school_class: SchoolClass, number: int) -> str:
    """What a class is called under another number; a name that says no number stays."""
    name = school_class.name or class_name(school_class.entry_year, school_class.number)
    found = _NUMBERED.search(name)
    if found is None or int(found.group(1)) != school_class.number:
        return name
    return name[: found.start()] + str(number) + name[found.end() :]
