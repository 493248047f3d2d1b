"""Planning a reorganisation: which schools, classes and staff go over, previewed before anything is written."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated, Any

from bureau.areas.establishment.guards import Guard, refuse_unmet, takes_effect
from bureau.areas.establishment.handover import DECIDERS
from bureau.areas.establishment.reorganisation.plan import Plan, draw
from bureau.areas.establishment.reorganisation.run import (
    COUNTS,
    Reorganisation,
    ReorganisationClass,
    ReorganisationFinding,
    ReorganisationPart,
    ReorganisationSort,
    ReorganisationState,
    reorganisation,
)
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import One, Rows
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.job import ENDED, Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.teacher import Teacher
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

VERB = "preview_reorganisation"
_SCHOOLS, _CLASSES, _STAFF = 20, 200, 500


class MergingSchool(Shape):
    """A school that merges into another (被合并学校)."""

    school = One(School, "School", "学校")


class MovingClass(Shape):
    """A class that becomes another school's, with its pupils (调整班级)."""

    school_class = One(SchoolClass, "Class", "班级")


class MovingTeacher(Shape):
    """A member of staff who goes over (调整教职工)."""

    teacher = One(Teacher, "Member of staff", "教职工")


_MERGING = Rows(MergingSchool, "Schools that merge into it", "被合并学校", most=_SCHOOLS)
_MOVING = Rows(MovingClass, "Classes", "调整班级", most=_CLASSES)
_STAFF_ROWS = Rows(MovingTeacher, "Staff", "调整教职工", most=_STAFF)


@action(reorganisation, DECIDERS, label=("Plan a merger", "拟定合并"), place="successor")
async def plan_merger(
    act: Act,
    *,
    successor: Annotated[School, Reorganisation.successor],
    schools: Annotated[list[MergingSchool], _MERGING],
    effective_on: Annotated[date, Reorganisation.effective_on],
    reason: Annotated[str, Reorganisation.reason],
) -> Reorganisation:
    """Plan that schools merge into another: all their pupils, classes, staff and campuses become that one's.

    It is previewed in the background; a case decides of it, and it is carried out once it takes effect.
    """
    merging = [one.school for one in schools]
    faults = [fault(Code.REQUIRED, "schools")] if not merging else []
    faults += _of_one_county(successor, merging, "schools")
    faults += _twice([one.id for one in merging], "schools", "school")
    guards = await takes_effect(effective_on)
    parts = [{"school": one} for one in merging]
    return await _plan(act, ReorganisationSort.MERGER, successor, parts, effective_on, reason, faults, guards)


@action(reorganisation, DECIDERS, label=("Plan a split", "拟定分立"), place="successor")
async def plan_split(
    act: Act,
    *,
    successor: Annotated[School, Reorganisation.successor],
    classes: Annotated[list[MovingClass], _MOVING],
    staff: Annotated[list[MovingTeacher] | None, _STAFF_ROWS] = None,
    effective_on: Annotated[date, Reorganisation.effective_on],
    reason: Annotated[str, Reorganisation.reason],
) -> Reorganisation:
    """Plan that classes of a school, with their pupils and some of its staff, become a new school's, which was
    established for them.
    """
    return await _plan_classes(
        act,
        ReorganisationSort.SPLIT,
        successor,
        classes,
        staff or [],
        effective_on,
        reason,
        await takes_effect(effective_on),
    )


@action(reorganisation, DECIDERS, label=("Plan a placement", "拟定分流安置"), place="successor")
async def plan_placement(
    act: Act,
    *,
    successor: Annotated[School, Reorganisation.successor],
    classes: Annotated[list[MovingClass], _MOVING],
    staff: Annotated[list[MovingTeacher] | None, _STAFF_ROWS] = None,
    effective_on: Annotated[date, Reorganisation.effective_on],
    reason: Annotated[str, Reorganisation.reason],
) -> Reorganisation:
    """Plan that whole classes of a school that is to be closed or suspended are placed at another, with their pupils
    and some of its staff.
    """
    return await _plan_classes(
        act,
        ReorganisationSort.PLACEMENT,
        successor,
        classes,
        staff or [],
        effective_on,
        reason,
        await takes_effect(effective_on),
    )


async def _plan_classes(
    act: Act,
    sort: ReorganisationSort,
    successor: School,
    classes: Sequence[MovingClass],
    staff: Sequence[MovingTeacher],
    day: date,
    reason: str,
    guards: Sequence[Guard],
) -> Reorganisation:
    moving, teachers = [one.school_class for one in classes], [one.teacher for one in staff]
    ids = sorted({one.__dict__["school_id"] for one in moving})
    schools = {one.id: one for one in await School.filter(id__in=ids)}
    faults = [fault(Code.REQUIRED, "classes")] if not moving else []
    if len(ids) > 1:
        faults.append(fault(Code.MISMATCH, "classes", other=Words("school of the others", "其他班级所在学校")))
    faults += [
        fault(Code.ENDED, "classes", str(n), "schoolClass", kind=Words("class", "班级"))
        for n, one in enumerate(moving)
        if one.ended_on
    ]
    faults += _twice([one.id for one in moving], "classes", "schoolClass")
    faults += _twice([one.id for one in teachers], "staff", "teacher")
    faults += _of_one_county(successor, list(schools.values()), "classes")
    faults += [
        fault(Code.MISMATCH, "staff", str(n), "teacher", other=SchoolClass.school.words)
        for n, one in enumerate(teachers)
        if one.__dict__["unit_id"] not in ids
    ]
    parts: list[dict[str, Any]] = [{"school": schools[c.__dict__["school_id"]], "school_class": c} for c in moving]
    parts += [{"school": schools[ids[0]], "teacher": t} for t in teachers if ids]
    return await _plan(act, sort, successor, parts, day, reason, faults, guards)


def _of_one_county(successor: School, schools: Sequence[School], path: str) -> list[Fault]:
    """§1.4: what becomes of schools stays in their county; and no school goes over to itself."""
    faults = []
    for place, one in enumerate(schools):
        if one.id == successor.id:
            faults.append(invalid("successor", "it is the school that goes over.", "承接学校与调整学校相同。"))
        elif one.__dict__["superior_id"] != successor.__dict__["superior_id"]:
            at = (path, str(place), "school") if path == "schools" else (path,)
            faults.append(
                fault(Code.MISMATCH, *at, other=Words("bureau in charge of the successor", "承接学校的主管机构"))
            )
    return faults


def _twice(ids: Sequence[int], path: str, field: str) -> list[Fault]:
    kind = Words("line of the list", "列表行")
    return [fault(Code.DUPLICATE, path, str(n), field, kind=kind) for n, one in enumerate(ids) if one in ids[:n]]


async def _plan(
    act: Act,
    sort: ReorganisationSort,
    successor: School,
    parts: Sequence[dict[str, Any]],
    day: date,
    reason: str,
    faults: Sequence[Fault],
    guards: Sequence[Guard],
) -> Reorganisation:
    if faults:
        raise Refusal(faults)
    refuse_unmet(guards)
    record = await act.create(
        Reorganisation,
        unit=successor.__dict__["superior_id"],
        sort=sort,
        successor=successor,
        effective_on=day,
        reason=reason,
        state=ReorganisationState.PREVIEWING,
        asked_at=act.tx.now(),
        asked_by=act.actor.name,
        **dict.fromkeys(COUNTS, 0),
    )
    await act.create_all(ReorganisationPart, [{"run": record, **part} for part in parts])
    return await _ask_for_preview(act, record, successor)


@action(reorganisation, DECIDERS, label=("Preview again", "重新预演"))
async def preview_reorganisation(act: Act, run: Reorganisation) -> Reorganisation:
    """Preview a reorganisation anew that is not carried out, as the registers stand by now; its approval stays."""
    await refuse_at_work(run)
    if run.state not in (ReorganisationState.PREVIEWED, ReorganisationState.APPROVED, ReorganisationState.FAILED):
        raise refuse(Code.ENDED, "id", kind=reorganisation.words)
    return await _ask_for_preview(act, run, await School.get(id=run.__dict__["successor_id"]))


async def _ask_for_preview(act: Act, record: Reorganisation, successor: School) -> Reorganisation:
    job = await ask(act.store, act.tx, preview_reorganised_schools, {"run": record.id}, title=successor.name)
    return await act.change(record, job=job, state=ReorganisationState.PREVIEWING)


async def refuse_at_work(run: Reorganisation) -> None:
    """Raise Refusal while the job of a reorganisation is not over."""
    job = await Job.get(id=run.__dict__["job_id"])
    if job.state not in ENDED:
        raise refuse(Code.INVALID, "id", reason=Words("its job is not over yet.", "后台任务尚未结束。"))


@task()
async def preview_reorganised_schools(run: Run) -> Words:
    """Preview what becomes of schools."""
    plan = await run.step(partial(_preview, run))
    return Words(
        f"{len(plan.pupils)} pupils, {len(plan.classes)} classes, {len(plan.teachers)} staff.",
        f"学生 {len(plan.pupils)} 人，班级 {len(plan.classes)} 个，教职工 {len(plan.teachers)} 人。",
    )


async def hold_run(tx: Transaction, number: int) -> Reorganisation:
    """A reorganisation, held."""
    query = Reorganisation.filter(id=number)
    return await (query.select_for_update(no_key=True) if tx.dialect == "postgres" else query).get()


async def _preview(run: Run, tx: Transaction) -> Plan:
    act = Act(run.store, tx, VERB)
    record = await hold_run(tx, run.given["run"])
    plan = await draw(act, record)
    for kept in (ReorganisationClass, ReorganisationFinding):
        for one in await act.hold_all(kept, run_id=record.id):
            await act.void(one, "重新预演")
    await act.create_all(ReorganisationClass, [{"run": record, **row} for row in class_rows(plan)])
    await act.create_all(ReorganisationFinding, [{"run": record, **row} for row in await _findings(plan)])
    none = dict.fromkeys(("english_reason", "chinese_reason"))
    state = ReorganisationState.APPROVED if record.approved_on else ReorganisationState.PREVIEWED
    await act.change(record, state=state, **plan.counts, **none)
    run.done = run.total = len(plan.pupils)
    return plan


def class_rows(plan: Plan) -> list[dict[str, Any]]:
    """What is kept of each class."""
    return [
        {
            "school": one.school_class.__dict__["school_id"],
            "school_class": one.school_class,
            "number": one.school_class.number,
            "next_number": one.number,
            "name": one.school_class.name,
            "next_name": one.name,
            "pupils": one.pupils,
        }
        for one in plan.classes
    ]


async def _findings(plan: Plan) -> list[dict[str, Any]]:
    """What is not met, that the school or its classes are too large, and classes that are numbered anew."""
    rows = [
        {"unit": unit, "is_blocking": True, "code": guard.code.value, **_said(guard.fault.words)}
        for unit, guard in await plan.guards()
        if not guard.is_met
    ]
    rows += [
        {"unit": plan.successor.id, "is_blocking": False, "code": "TOO_LARGE", **_said(words)}
        for words in await plan.too_large()
    ]
    for one in plan.classes:
        if one.is_renumbered:
            words = Words(
                f"“{one.school_class.name}” will be “{one.name}”: its number is given already.",
                f"“{one.school_class.name}”班号已被占用，改为“{one.name}”。",
            )
            of = {"unit": one.school_class.__dict__["school_id"], "record": f"SchoolClass:{one.school_class.id}"}
            rows.append({**of, "is_blocking": False, "code": "RENUMBERED", **_said(words)})
    return rows


def _said(words: Words) -> dict[str, str]:
    return {"english_text": words.en[:1000], "chinese_text": words.zh[:1000]}
