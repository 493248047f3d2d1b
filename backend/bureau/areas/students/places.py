"""Where there is room: in a class, and among the places of a school's stage (班额、学位)."""

from collections.abc import Collection, Iterator
from datetime import date

from bureau.areas.students.circumstances import Circumstances
from bureau.areas.students.findings import OWN_RULES, STATUS_RULES, judged
from bureau.kernel.checklist import Finding
from bureau.kernel.words import Words
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_stage import SchoolStage
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import teaches
from bureau.storage.act import Act
from bureau.storage.sql import among


def is_taught_at(school: School, grade: str, on: date) -> Iterator[Finding]:
    """§2.7: a school is open on a day and teaches a grade."""
    yield judged(
        "school_open",
        not school.operation or school.operation.holds(on),
        Words("The school is open.", "学校正常办学。"),
        Words("The school is closed on that day.", "学校在该日期已停办。"),
        OWN_RULES,
        "school",
    )
    yield judged(
        "grade_offered",
        not school.type or teaches(school.type, grade),
        Words("The school teaches the grade.", "学校开设该年级。"),
        Words("The school does not teach the grade.", "学校未开设该年级。"),
        STATUS_RULES,
        "school",
    )


def class_is_right(school: School, grade: str, class_: SchoolClass | None) -> Iterator[Finding]:
    """§2.7: a class is one of the school and of the grade, and is still taught."""
    if class_ is None:
        yield judged(
            "class_named",
            False,
            Words("", ""),
            Words("No class is named; the school places the pupil later.", "未指定班级，由学校另行编班。"),
            OWN_RULES,
            "school_class",
            warns=True,
        )
        return
    is_right = class_.__dict__["school_id"] == school.id and class_.grade == grade and class_.ended_on is None
    yield judged(
        "class_fits",
        is_right,
        Words("The class is one of the school and the grade.", "班级属于该校该年级。"),
        Words("The class is another school's or grade's, or has ended.", "班级不属于该校该年级，或已撤班。"),
        STATUS_RULES,
        "school_class",
    )


def class_room(class_: SchoolClass, more: int, on: date, known: Circumstances) -> Finding:
    """Whether one more than those in the class, and `more` who come as well, are not too many."""
    here = known.classes.get(class_.id, 0) + more
    most = known.number("class_size_most", on, class_.__dict__["school_id"])
    return judged(
        "class_room",
        most is None or here < most,
        Words(f"The class has room: {here} of {most or '–'}.", f"班级有空位：现 {here} 人，上限 {most or '—'} 人。"),
        Words(f"The class is full: {here} of {most}.", f"班级已满：现 {here} 人，上限 {most} 人。"),
        "大班额标准（待核实）",
        "school_class",
    )


async def hold_class(act: Act, class_: SchoolClass | None) -> None:
    """Let those who would enter one class at once do so one after the other, so that each sees whom it holds."""
    if class_ is not None:
        await act.hold_all(SchoolClass, id=class_.id)


async def free_places(act: Act, stages: Collection[tuple[int, str]], day: date) -> dict[tuple[int, str], int]:
    """By school and stage, how many places are free in the school year of a day; those alone of which it is known."""
    year = await SchoolYear.filter(period_from__lte=day, period_until__gt=day, void_reason__isnull=True).first()
    if year is None or not stages:
        return {}
    schools = list({school for school, _ in stages})
    offered = await SchoolStage.filter(school_id__in=schools, school_year_id=year.id, void_reason__isnull=True)
    of, values = among(act.tx.dialect, "school_id", schools)
    taken = {(row[0], row[1]): row[2] for row in await act.tx.fetch(_TAKEN.format(of=of), *values)}
    places = {(row.__dict__["school_id"], row.stage): row.places for row in offered}
    return {place: places[place] - taken.get(place, 0) for place in set(stages) & places.keys()}


_TAKEN = (
    "SELECT school_id, substr(grade, 1, 1), count(*) FROM student"
    " WHERE {of} AND void_reason IS NULL AND status IN ('ENROLLED', 'SUSPENDED') GROUP BY 1, 2"
)
