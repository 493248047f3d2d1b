"""Made-up work of status: cases at various steps, some of them late, weeks of roll calls, and who was missing there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bureau.areas.students.attendance.mark import AttendanceMark
from bureau.areas.students.attendance.roll_call import HalfDay, RollCall
from bureau.areas.students.population import AgeStage, SchoolAgePopulation
from bureau.kernel.action import Action
from bureau.machinery.approvals.case import Case, CaseState
from bureau.machinery.approvals.demo import approve_steps
from bureau.machinery.approvals.turn import turns, waiting
from bureau.machinery.calendars.calendar import Calendar, load_calendar
from bureau.machinery.calendars.school_days import load_school_days
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act

_SCHOOLS = 8
"""Schools of each stage that have cases and are checked: those whose clerks the demo's accounts are, among them."""
_WEEKS = 3
_MISSING = 0.02
"""How many pupils are missing in one half of a day."""
_CODES = ("S", "S", "S", "A", "A", "L", "U")
"""As what they are noted: mostly ill or on leave."""
_WINDOW = 45
"""Days after the beginning of a term; usual windows are two months."""
_TOGETHER = 8
"""Cases that wait at one school."""
_LATE = (16, 8, 3, 0)
"""Working days ago at which each fourth case came to the step where it waits; steps last ten."""


def demos(opening: Mapping[str, Action]) -> tuple[Demo, ...]:
    """What fills the desks of the demo city; `opening` are the verbs by which cases are opened, by name."""

    async def make_cases(scene: Scene) -> int:
        return await _make_cases(scene, opening)

    return (
        Demo("open cases", make_cases),
        Demo("roll calls", _make_roll_calls),
        Demo("populations of school age", _make_populations),
    )


async def _schools(scene: Scene) -> list[School]:
    """The first schools of some stages, in the order of ids."""
    found: list[School] = []
    for type_ in ("111", "211", "311"):
        found += await School.filter(type=type_, void_reason__isnull=True).order_by("id").limit(_SCHOOLS)
    return found


async def _make_cases(scene: Scene, opening: Mapping[str, Action]) -> int:
    """Transfers between schools and repeats of a grade: opened, approved by some offices, and left where they wait."""
    calendar, count, on = await load_calendar(scene.tx), 0, await _in_the_window(scene)
    schools = await _schools(scene)
    for place, school in enumerate(schools):
        stage = (school.type or "")[:2]
        others = [other for other in schools if (other.type or "")[:2] == stage and other.id != school.id]
        known = {"school_id": school.id, "status": StudentStatus.ENROLLED, "void_reason__isnull": True}
        pupils = await Student.filter(**known, grade__in=("K2", "P2", "P3", "P4", "J2")).order_by("id").limit(_TOGETHER)
        for number, pupil in enumerate(pupils):
            given: dict[str, Any] = {"effective_on": on, "reason": "随父母迁居"}
            name = "open_transfer"
            if (number % 3 == 2 and stage != "11") or not others:
                name, given = "open_repeat", {**given, "reason": "因病长期缺课，监护人申请留级"}
            else:
                given["school"] = others[(place + number) % len(others)]
            act = Act(scene.store, scene.tx, name)
            case: Case = await opening[name].work(act, student=pupil, **given)
            by = "监护人" if name == "open_repeat" else f"{school.name[:40]}学籍员"
            case = await act.change(case, opened_by=by)
            ago = _LATE[(place + number + number // 4) % len(_LATE)]
            await _go_some_way(scene, act, case, number % 4 if name == "open_transfer" else number % 2, ago, calendar)
            count += 1
    return count


async def _in_the_window(scene: Scene) -> date:
    """A day of the present term on which pupils change school; today between terms."""
    term = (await load_school_days(scene.tx)).term_of(scene.today)
    start = term.period.start if term else None
    return min(scene.today, start + timedelta(days=_WINDOW)) if start else scene.today


async def _go_some_way(scene: Scene, act: Act, case: Case, steps: int, ago: int, calendar: Calendar) -> None:
    """Let so many offices approve a case, and the step where it then waits have come so many working days ago."""
    case = await approve_steps(act, case, steps)
    if ago and case.state == CaseState.OPEN:
        present = waiting(await turns(case))
        came = calendar.before(scene.today, ago)
        due = calendar.after(came, present.working_days or 0)
        await act.change(present, came_on=came, due=due)
        opened = datetime.combine(came - timedelta(days=steps), time(1, 30), UTC)
        await act.change(case, due=due, opened_at=opened)


async def _make_roll_calls(scene: Scene) -> int:
    """Some weeks of checks of the classes of some schools, twice a day, and a mark of each pupil who was missing.

    Of the first class of each school the last school day is left to be checked.
    """
    days = await load_school_days(scene.tx)
    held = days.between(scene.today - timedelta(weeks=_WEEKS), scene.today)
    count = 0
    for school in await _schools(scene):
        classes = await SchoolClass.filter(school_id=school.id, ended_on__isnull=True, void_reason__isnull=True)
        known = {"school_id": school.id, "status": StudentStatus.ENROLLED, "void_reason__isnull": True}
        pupils: dict[int, list[Student]] = {}
        for pupil in await Student.filter(**known).order_by("id"):
            pupils.setdefault(pupil.__dict__["school_class_id"], []).append(pupil)
        calls, marks = [], []
        for place, class_ in enumerate(sorted(classes, key=lambda one: one.id)):
            of = pupils.get(class_.id, [])
            for day in held[: -1 if place == 0 else None] if of else ():
                for session in HalfDay:
                    call, missing = _checked(scene, school, class_, day, session, of)
                    calls.append(call)
                    marks.append((call, missing))
        await insert(scene.store, scene.tx, calls)
        await insert(scene.store, scene.tx, [*_marks(scene, school, marks)])
        count += len(calls)
    return count


def _checked(
    scene: Scene, school: School, class_: SchoolClass, day: date, session: HalfDay, pupils: Sequence[Student]
) -> tuple[RollCall, list[tuple[Student, str]]]:
    """A check, and who was missing or late."""
    found = [(one, scene.random.choice(_CODES)) for one in pupils if scene.random.random() < _MISSING]
    absent = sum(code != "L" for _, code in found)
    hour = time(0, 20) if session is HalfDay.MORNING else time(6, 10)
    call = new(
        RollCall,
        school_class=class_,
        school=school,
        grade=class_.grade,
        day=day,
        session=session,
        expected=len(pupils),
        present=len(pupils) - absent,
        is_doubtful=False,
        checked_by="班主任",
        checked_at=datetime.combine(day, hour, UTC),
    )
    return call, found


def _marks(
    scene: Scene, school: School, checks: Sequence[tuple[RollCall, Sequence[tuple[Student, str]]]]
) -> Iterator[AttendanceMark]:
    for call, found in checks:
        for pupil, code in found:
            yield new(
                AttendanceMark,
                student=pupil,
                school_class=call.__dict__["_school_class"],
                school=school,
                roll_call=call,
                day=call.day,
                session=call.session,
                code=code,
                marked_by=call.checked_by,
                marked_at=call.checked_at,
            )


_STAGES = {
    "K": AgeStage.PRESCHOOL,
    "P": AgeStage.PRIMARY,
    "J": AgeStage.JUNIOR,
    "S": AgeStage.SENIOR,
    "V": AgeStage.SENIOR,
}
_ENTERING = {AgeStage.PRESCHOOL: 0.92, AgeStage.PRIMARY: 1.01, AgeStage.JUNIOR: 1.02, AgeStage.SENIOR: 0.94}
"""How many pupils a stage has for each child of its ages, about."""


async def _make_populations(scene: Scene) -> int:
    """The population of each county of which there are pupils, for the present school year."""
    year = (
        await SchoolYear.filter(period_from__lte=scene.today, void_reason__isnull=True).order_by("-period_from").first()
    )
    rows = await scene.tx.fetch(
        "SELECT substr(d.code, 1, 6), substr(s.grade, 1, 1), count(*) FROM student s JOIN unit u ON u.id = s.school_id"
        " JOIN division d ON d.id = u.division_id WHERE s.status = 'ENROLLED' AND s.void_reason IS NULL GROUP BY 1, 2"
    )
    found: dict[tuple[str, AgeStage], int] = {}
    for code, letter, count in map(tuple, rows):
        if stage := _STAGES.get(letter):
            found[code, stage] = found.get((code, stage), 0) + count
    divisions = {one.code: one for one in await Division.filter(code__in=sorted({code for code, _ in found}))}
    if year is None or year.period.start is None:
        return 0
    said = {"school_year": year, "source": "演示数据", "counted_on": year.period.start - timedelta(days=1)}
    made = [
        new(
            SchoolAgePopulation,
            division=divisions[code],
            stage=stage,
            people=max(1, round(count / _ENTERING[stage] * scene.random.uniform(0.98, 1.02))),
            **said,
        )
        for (code, stage), count in sorted(found.items())
        if code in divisions
    ]
    await insert(scene.store, scene.tx, made)
    return len(made)
