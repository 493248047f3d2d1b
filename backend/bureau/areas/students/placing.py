"""Placing: pupils in no class yet are put into one of their school and grade, one by one or by a list (编班)."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from bureau.areas.students.circumstances import Circumstances, Item, circumstances, look_at
from bureau.areas.students.findings import OWN_RULES, is_enrolled, judged
from bureau.areas.students.lists import PUPILS, Line, listed, told
from bureau.areas.students.places import class_is_right, class_room, hold_class
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Fault, Refusal, invalid
from bureau.kernel.words import Words
from bureau.registry.school_class import SchoolClass, school_class
from bureau.registry.student import Student, student
from bureau.storage.act import Act


async def look_at_placements(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether pupils may be placed in classes."""
    return await look_at(act, items, lambda item, known: _placement(item, known, 0))


def _placement(item: Item, known: Circumstances, before: int) -> Iterator[Finding]:
    """`before` is how many enter the class as well."""
    pupil, class_ = item["student"], item["school_class"]
    yield is_enrolled(pupil)
    yield judged(
        "no_class",
        pupil.__dict__["school_class_id"] is None,
        Words("The pupil is in no class yet.", "学生尚未编班。"),
        Words("The pupil is in a class already: let them change it.", "学生已编班，请办理转班级。"),
        OWN_RULES,
    )
    yield from class_is_right(known.school(pupil), pupil.grade, class_)
    yield class_room(class_, before, known.today, known)


@action(student, rules.registrar, label=("Place in a class", "编班"), checks=look_at_placements)
async def place_student(
    act: Act,
    student: Student,
    *,
    school_class: Annotated[SchoolClass, Student.school_class],
    seat_number: Annotated[int | None, Student.seat_number] = None,
) -> Student:
    """Place a pupil who is in no class in one of the same school and grade; that is no change of status."""
    await hold_class(act, school_class)
    await act.refuse_unmet(look_at_placements, {"student": student, "school_class": school_class})
    return await act.change(student, school_class=school_class, seat_number=seat_number)


@action(school_class, rules.registrar, label=("Place pupils", "按名单编班"))
async def place_students(act: Act, school_class: SchoolClass, *, pupils: Annotated[str, PUPILS]) -> SchoolClass:
    """Place the pupils of a list in a class, all or none; a line holds the number of a pupil, and that in the class."""
    lines = await listed(act, pupils)
    seats, faults = _seats(lines)
    known = await circumstances(act, [line.pupil for line in lines], classes=[school_class.id])
    for before, line in enumerate(lines):
        item = {"student": line.pupil, "school_class": school_class}
        faults += told(line.pupil, [*_placement(item, known, before)])
    if faults:
        raise Refusal(faults)
    placed = [
        (line.pupil, {"school_class": school_class, "seat_number": seat})
        for line, seat in zip(lines, seats, strict=True)
    ]
    await act.change_all(Student, placed)
    return school_class


def _seats(lines: Sequence[Line]) -> tuple[list[int | None], list[Fault]]:
    """The number in the class that each line says, if any, and which lines say something else."""
    seats = [int(line.said) if line.said.isdecimal() else None for line in lines]
    odd = [line for line, seat in zip(lines, seats, strict=True) if line.said and seat is None]
    return seats, [
        invalid(
            "pupils",
            f"{line.pupil.number}: “{line.said}” is no number in a class.",
            f"{line.pupil.number}：“{line.said}”不是班内学号。",
        )
        for line in odd
    ]
