"""Transfer: a pupil goes from one school of the city to another (转学, §2.5)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.students.circumstances import Circumstances, circumstances, months_on
from bureau.areas.students.findings import STATUS_RULES, is_enrolled, is_free_of_sanctions, judged, takes_effect
from bureau.areas.students.moving import Move, move
from bureau.areas.students.places import class_is_right, class_room, free_places, hold_class, is_taught_at
from bureau.areas.students.status_change import StatusChange
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.words import Words
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import is_graduating
from bureau.registry.student import Student, student
from bureau.storage.act import Act

TRANSFERRED = "21"
"""The change of a pupil who goes from one school to another."""
_SENIOR = frozenset({"S", "V"})
_LOCAL_RULES = "省、市学籍管理实施细则（待核实）"


async def look_at_transfers(act: Act, items: Sequence[Mapping[str, Any]]) -> list[list[Finding]]:
    """Whether pupils may go to other schools, for many at once: those who would enter one class count together."""
    pupils, schools = [item["student"] for item in items], [item["school"] for item in items]
    classes = [item["school_class"].id for item in items if item.get("school_class")]
    known = await circumstances(act, pupils, schools, classes)
    wanted = [(to.id, pupil.grade[:1]) for to, pupil in zip(schools, pupils, strict=True)]
    places = await free_places(act, wanted, act.today)
    before: Counter[int] = Counter()
    found = []
    for item, place in zip(items, wanted, strict=True):
        class_ = item.get("school_class")
        found.append([*_findings(item, known, places.get(place), before[class_.id] if class_ else 0)])
        before.update([class_.id] if class_ else [])
        places |= {place: places[place] - 1} if place in places else {}
    return found


def _findings(item: Mapping[str, Any], known: Circumstances, free: int | None, before: int) -> Iterator[Finding]:
    """`free` is how many places of the stage are, where it is known; `before` how many enter the class as well."""
    pupil, to, class_, on = item["student"], item["school"], item.get("school_class"), item["effective_on"]
    yield is_enrolled(pupil)
    yield judged(
        "another_school",
        to.id != pupil.__dict__["school_id"],
        Words("Another school than the present one.", "转入学校与现学校不同。"),
        Words("The pupil is at that school already.", "学生已在该校就读。"),
        STATUS_RULES,
        "school",
    )
    yield is_free_of_sanctions(pupil, known)
    yield from takes_effect(pupil, on, known, ends_stay=True)
    yield from _is_in_time(pupil, on, known)
    yield from is_taught_at(to, pupil.grade, on)
    yield from class_is_right(to, pupil.grade, class_)
    if class_ is not None:
        yield class_room(class_, before, on, known)
    if pupil.grade[:1] in _SENIOR:
        yield from _takes_a_senior(pupil, to, on, known, free)


def _is_in_time(pupil: Student, on: date, known: Circumstances) -> Iterator[Finding]:
    """Within the window of a term; not in the first term of a first grade, nor in the grade that graduates."""
    at, term = pupil.__dict__["school_id"], known.term(on)
    yield judged(
        "term_known",
        term is not None,
        Words("It lies in a term.", "在学期内。"),
        Words("It lies in no term that is known.", "不在已设置的学期内。"),
        _LOCAL_RULES,
        "effective_on",
        warns=True,
    )
    months = known.number("transfer_window", on, at)
    if term is not None and term.period.start and months is not None:
        last = months_on(term.period.start, months)
        yield judged(
            "window",
            on < last,
            Words(f"Within {months} months of the term's beginning.", f"在学期开始后 {months} 个月内。"),
            Words(f"Only before {last}, within {months} months of the term's beginning.", f"应在 {last} 前办理。"),
            _LOCAL_RULES,
            "effective_on",
        )
    if known.number("transfer_bars_first_term", on, at):
        first = pupil.grade[1:] == "1" and term is not None and term.season == "1"
        yield judged(
            "first_term",
            not first,
            Words("Not the first term of a first grade.", "非起始年级第一学期。"),
            Words("Nobody changes school in the first term of a first grade.", "起始年级第一学期不予转学。"),
            _LOCAL_RULES,
            "effective_on",
        )
    if known.number("transfer_bars_graduating_grade", on, at):
        yield judged(
            "graduating_grade",
            not is_graduating(pupil.grade, known.school(pupil).schooling),
            Words("Not a graduating grade.", "非毕业年级。"),
            Words("Nobody changes school in the graduating grade.", "毕业年级不予转学。"),
            _LOCAL_RULES,
        )


def _takes_a_senior(pupil: Student, to: School, on: date, known: Circumstances, free: int | None) -> Iterator[Finding]:
    """Senior pupils: where local rules say so not within a county, and only within the places of the plan."""
    here = known.school(pupil)
    if known.number("transfer_bars_same_district_seniors", on, here.id):
        yield judged(
            "same_district",
            here.__dict__["division_id"] != to.__dict__["division_id"],
            Words("The schools lie in two counties.", "两校不在同一区县。"),
            Words("Senior pupils do not change school within one county.", "同一区县内普通高中之间不予转学。"),
            _LOCAL_RULES,
            "school",
        )
    yield judged(
        "plan_places",
        free is not None and free > 0,
        Words(f"{free} places of the plan are free.", f"招生计划空余 {free} 个。"),
        Words("No place of the plan is free.", "没有空余的招生计划。")
        if free is not None
        else Words("The school's places are not known.", "未登记该校学位数。"),
        _LOCAL_RULES,
        "school",
        warns=free is None,
    )


@outcome(student, label=("Transfer", "转学"), checks=look_at_transfers)
async def transfer_student(
    act: Act,
    student: Student,
    *,
    school: Annotated[School, StatusChange.to_school],
    school_class: Annotated[SchoolClass | None, Student.school_class] = None,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
    boarding: Annotated[str | None, Student.boarding] = None,
    approved_on: Annotated[date | None, StatusChange.approved_on] = None,
    approval_number: Annotated[str | None, StatusChange.approval_number] = None,
) -> Student:
    """Let a pupil go to another school of the city in the same grade: status, stays, class and aid go together.

    The day of approval is today unless another is given.
    """
    await hold_class(act, school_class)
    item = {"student": student, "school": school, "school_class": school_class, "effective_on": effective_on}
    await act.refuse_unmet(look_at_transfers, item)
    to = {"school": school, "school_class": school_class, "boarding": boarding}
    said = {"approved_on": approved_on or act.today, "approval_number": approval_number}
    (moved,) = await move(act, [Move(student, TRANSFERRED, effective_on, reason, to, said)])
    return moved
