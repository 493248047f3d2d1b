"""Carrying a reorganisation out: everything of it in one transaction, as was previewed or not at all."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

from bureau.areas.establishment.changing import follow
from bureau.areas.establishment.closure import ClosureSort, stop
from bureau.areas.establishment.guards import refuse_unmet
from bureau.areas.establishment.handover import DECIDERS
from bureau.areas.establishment.reorganisation.plan import Plan, draw
from bureau.areas.establishment.reorganisation.planning import class_rows, hold_run, refuse_at_work
from bureau.areas.establishment.reorganisation.run import (
    COUNTS,
    Reorganisation,
    ReorganisationClass,
    ReorganisationPart,
    ReorganisationSort,
    ReorganisationState,
    reorganisation,
)
from bureau.areas.establishment.succession import SuccessionSort
from bureau.kernel.action import action
from bureau.kernel.batches import batches
from bureau.kernel.errors import Code, Refusal, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.campus import Campus
from bureau.registry.post import Post
from bureau.registry.rehoming import Rehoming, rehome
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

COMMIT = "commit_reorganisation"
AT_ONCE = 2000
"""Records that are written at a time."""
_CONFIRMATION = Text(
    200, "Name of the school", "承接学校名称", note=("Typed, to be sure.", "请输入承接学校名称以确认。")
)
_KEPT = ("teacher", "category", "post_class", "subject", "stage", "is_main", "weekly_hours")


@action(reorganisation, DECIDERS, label=("Carry out", "执行学校调整"))
async def commit_reorganisation(
    act: Act, run: Reorganisation, *, confirmation: Annotated[str, _CONFIRMATION]
) -> Reorganisation:
    """Carry a reorganisation out as a whole, in the background; from the day on which it takes effect on.

    Mergers and splits must have been approved. It is refused while anything stands in its way, and fails where the
    registers have changed since in a way that makes it another.
    """
    await refuse_at_work(run)
    successor = await School.get(id=run.__dict__["successor_id"])
    _refuse_not_ready(run)
    if confirmation != successor.name:
        raise refuse(Code.MISMATCH, "confirmation", other=Reorganisation.successor.words)
    if run.effective_on > act.today:
        raise refuse(Code.NOT_YET, "id", day=str(run.effective_on))
    refuse_unmet(guard for _, guard in await (await draw(act, run)).guards())
    job = await ask(act.store, act.tx, reorganise_schools, {"run": run.id}, title=successor.name)
    none = dict.fromkeys(("english_reason", "chinese_reason"))
    return await act.change(run, state=ReorganisationState.COMMITTING, job=job, **none)


def _refuse_not_ready(run: Reorganisation) -> None:
    """Raise Refusal for one that is carried out already, or was not approved though it takes a decision."""
    ready = (ReorganisationState.PREVIEWED, ReorganisationState.APPROVED, ReorganisationState.FAILED)
    if run.state not in (*ready, ReorganisationState.COMMITTING):
        raise refuse(Code.ENDED, "id", kind=reorganisation.words)
    if run.sort != ReorganisationSort.PLACEMENT and run.approved_on is None:
        reason = Words("it is not approved yet.", "尚未批准。")
        raise refuse(Code.INVALID, "id", reason=reason)


@task()
async def reorganise_schools(run: Run) -> Words:
    """Carry out what becomes of schools, all of it or nothing."""
    try:
        if "counts" not in run.checkpoint:  # killed after its one transaction
            await run.step(partial(_work, run))
    except Refusal as refusal:
        await run.step(partial(_tell, run, refusal))
        raise
    counts = run.checkpoint["counts"]
    return Words(
        f"{counts['pupils']} pupils, {counts['classes']} classes and {counts['teachers']} staff went over.",
        f"已调整学生 {counts['pupils']} 人、班级 {counts['classes']} 个、教职工 {counts['teachers']} 人。",
    )


async def _tell(run: Run, refusal: Refusal, tx: Transaction) -> None:
    """Say why it failed."""
    said = [fault.words for fault in refusal.faults][:10]
    record = await hold_run(tx, run.given["run"])
    english, chinese = " ".join(words.en for words in said)[:2000], "".join(words.zh for words in said)[:2000]
    values = {"state": ReorganisationState.FAILED, "english_reason": english, "chinese_reason": chinese}
    await run.store.change(tx, reorganisation, record, values, verb=COMMIT)


async def _work(run: Run, tx: Transaction) -> None:
    """Do it; raises Refusal."""
    tx.may_be_undone = True
    act = Act(run.store, tx, COMMIT)
    record = await hold_run(tx, run.given["run"])
    await act.hold_all(School, id__in=await _schools(record))
    plan = await draw(act, record)
    refuse_unmet(guard for _, guard in await plan.guards())
    await _refuse_changed(plan)
    run.total = len(plan.pupils)
    await _go_over(plan)
    await _note_what_follows(plan)
    # Not by the store: it is no part of what is undone.
    await tx.fetch(
        "UPDATE reorganisation SET state = $2, positions = $3, committed_at = $4, version = version + 1, position = $5"
        " WHERE id = $1",
        record.id,
        ReorganisationState.COMMITTED.value,
        str(await tx.position()),
        tx.now(),
        await tx.position(),
    )
    run.done, run.checkpoint = run.total, {"counts": plan.counts}


async def _schools(record: Reorganisation) -> list[int]:
    parts = await ReorganisationPart.filter(run_id=record.id, void_reason__isnull=True)
    return [record.__dict__["successor_id"], *{part.__dict__["school_id"] for part in parts}]


async def _refuse_changed(plan: Plan) -> None:
    """Raise Refusal where the registers make it another by now than was previewed."""
    record = plan.record
    if any(getattr(record, name) != plan.counts[name] for name in COUNTS):
        raise refuse(Code.CHANGED_SINCE, "id", kind=reorganisation.words, id=f"Reorganisation:{record.id}")
    kept = await ReorganisationClass.filter(run_id=record.id, void_reason__isnull=True)
    shown = {(one.__dict__["school_class_id"], one.next_number, one.pupils) for one in kept}
    now = {(row["school_class"].id, row["next_number"], row["pupils"]) for row in class_rows(plan)}
    if shown != now:
        raise refuse(Code.CHANGED_SINCE, "id", kind=reorganisation.words, id=f"Reorganisation:{record.id}")


async def _go_over(plan: Plan) -> None:
    """Staff first, so that classes find their head teachers there; pupils last, so that they find their classes."""
    act, to = plan.act, plan.successor
    await _move_campuses(plan)
    for some in batches(plan.teachers, AT_ONCE):
        staff = await act.hold_all(Teacher, id__in=some)
        values = {"unit": to, "entered_on": plan.record.effective_on}
        await act.change_all(Teacher, [(one, values) for one in staff])
    for some in batches(plan.posts, AT_ONCE):
        await _move_posts(plan, await act.hold_all(Post, id__in=some))
    planned = {one.school_class.id: one for one in plan.classes}
    for some in batches(sorted(planned), AT_ONCE):
        classes = await act.hold_all(SchoolClass, id__in=some)
        await act.change_all(
            SchoolClass,
            [(one, {"school": to, "number": planned[one.id].number, "name": planned[one.id].name}) for one in classes],
        )
    why = Rehoming(
        plan.record.effective_on, plan.record.reason[:500], plan.record.approved_on or act.today, plan.record.document
    )
    for some in batches(plan.pupils, AT_ONCE):
        await rehome(act, await act.hold_all(Student, id__in=some), to, why)


async def _move_campuses(plan: Plan) -> None:
    """Sites of a school that is no more are sites of the other, none of them its main one."""
    act = plan.act
    campuses = await act.hold_all(Campus, id__in=list(plan.campuses))
    there = {one.name for one in await Campus.filter(school_id=plan.successor.id, void_reason__isnull=True)}
    changes = []
    for one in campuses:
        name = one.name if one.name not in there else f"{plan.schools[one.__dict__['school_id']].name}{one.name}"[:100]
        there.add(name)
        changes.append((one, {"school": plan.successor, "is_main": False, "name": name}))
    await act.change_all(Campus, changes)


async def _move_posts(plan: Plan, posts: Sequence[Post]) -> None:
    """A post at the one ends on the day on which it goes on at the other; one that begins later is there at once."""
    day, to = plan.record.effective_on, plan.successor
    begun = [one for one in posts if one.period.start is None or one.period.start < day]
    later = [one for one in posts if one.period.start is not None and one.period.start >= day]
    until = {one.id: one.period.until for one in begun}
    going_on: list[dict[str, Any]] = [
        {"unit": to, "period": (day, until[one.id]), **{name: _value(one, name) for name in _KEPT}} for one in begun
    ]
    await plan.act.change_all(Post, [(one, {"period": (one.period.start, day)}) for one in begun])
    await plan.act.create_all(Post, going_on)
    await plan.act.change_all(Post, [(one, {"unit": to}) for one in later])


def _value(post: Post, name: str) -> Any:
    return post.__dict__["teacher_id"] if name == "teacher" else getattr(post, name)


async def _note_what_follows(plan: Plan) -> None:
    """What the successor follows; schools that merged into it end, with their codes."""
    act, record = plan.act, plan.record
    if record.sort == ReorganisationSort.PLACEMENT:
        return
    sort = SuccessionSort.MERGED_INTO if plan.is_merger else SuccessionSort.SPLIT_FROM
    for school in await act.hold_all(School, id__in=list(plan.schools)):
        await follow(act, plan.successor, school, sort, record.effective_on, record.document)
        if plan.is_merger:
            await stop(act, school, ClosureSort.MERGED, record.effective_on, record.reason, record.document)
