"""Committing a roll-over: all pupils and classes of its schools in one transaction, as was previewed or not at all.

Ordinary promotion is no change of status (学籍异动): nobody applies for it or decides it for one pupil, the register
names no category for it, and grade and class of every year stand in the history of the student. Who repeats or skips a
grade has such a change, made when its procedure approved it, and goes up from there with the others; a graduation
stands in the enrolment that it ends.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Annotated, Any

from bureau.areas.students.rollover.plan import COMMIT, NAMES, Counts, Fate, Plan
from bureau.areas.students.rollover.preview import AT_ONCE, plan_of, total
from bureau.areas.students.rollover.run import ClassFate, RollOver, RollOverLine, RollOverState, roll_over
from bureau.areas.students.rollover.settling import DECIDERS
from bureau.kernel.action import action
from bureau.kernel.batches import batches
from bureau.kernel.errors import Code, Refusal, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.imports.patience import patient_collector
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.job import ENDED, Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.enrolment import Enrolment
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student, StudentStatus
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction, spawn

GRADUATED = "99"
"""The code of STATUS_CHANGE for a stay that a graduation ended."""
STAY = "stay_in_roll_over"
"""The verb under which those leave their class who do not go with it; it moves nobody."""

_CONFIRMATION = Text(200, "Name of the unit", "机构名称", note=("Typed, to be sure.", "请输入机构名称以确认。"))
_BLOCKED_CLAUSE = "中小学生学籍管理办法（待核实）"


@action(roll_over, DECIDERS, label=("Commit roll-over", "执行学年升级"))
async def commit_roll_over(act: Act, run: RollOver, *, confirmation: Annotated[str, _CONFIRMATION]) -> RollOver:
    """Commit a roll-over that was previewed, as a whole, in the background; from the first day of the new year on.

    It is refused while anybody is blocked who is not left out by name, and fails where the registers have changed since
    in a way that makes it another.
    """
    unit, to_year = await Unit.get(id=run.__dict__["unit_id"]), await SchoolYear.get(id=run.__dict__["to_year_id"])
    await refuse_at_work(run)
    if run.state not in (RollOverState.PREVIEWED, RollOverState.COMMITTING, RollOverState.FAILED):
        raise refuse(Code.ENDED, "id", kind=roll_over.words)
    if confirmation != unit.name:
        raise refuse(Code.MISMATCH, "confirmation", other=RollOver.unit.words)
    first = to_year.period.start
    if first is None or act.today < first:
        reason = Words(f"the new school year begins on {first}.", f"新学年自 {first} 开始。")
        raise refuse(Code.INVALID, "id", reason=reason)
    _refuse_blocked(run.blocked)
    job = await ask(act.store, act.tx, roll_schools_over, {"run": run.id}, title=unit.name)
    none = dict.fromkeys(("english_reason", "chinese_reason"))
    return await act.change(run, state=RollOverState.COMMITTING, job=job, **none)


async def refuse_at_work(run: RollOver) -> None:
    """Raise Refusal while the job of a roll-over is not over."""
    job = await Job.get(id=run.__dict__["job_id"])
    if job.state not in ENDED:
        raise refuse(Code.INVALID, "id", reason=Words("its job is not over yet.", "后台任务尚未结束。"))


def _refuse_blocked(count: int) -> None:
    if count:
        rule = Words(f"{count} pupils are blocked and not left out.", f"仍有 {count} 名学生受阻且未列为本次不处理。")
        raise refuse(Code.NOT_MET, "id", rule=rule, clause=_BLOCKED_CLAUSE)


@task()
async def roll_schools_over(run: Run) -> Words:
    """Roll the pupils and classes of a roll-over's schools over, all of them or none."""
    try:
        with patient_collector():
            if "counts" not in run.checkpoint:  # killed after its one transaction
                await run.step(_Committing(run).work)
    except Refusal as refusal:
        await run.step(partial(_tell, run, refusal))
        raise
    counts = Counts(**run.checkpoint["counts"])
    return Words(
        f"{counts.promoted} promoted, {counts.graduated} graduated, {counts.left_out} left out.",
        f"升级 {counts.promoted} 人，毕业 {counts.graduated} 人，本次不处理 {counts.left_out} 人。",
    )


async def _tell(run: Run, refusal: Refusal, tx: Transaction) -> None:
    """Say of a roll-over why it failed."""
    said = [fault.words for fault in refusal.faults][:10]
    record = await RollOver.get(id=run.given["run"])
    english, chinese = " ".join(words.en for words in said)[:2000], "".join(words.zh for words in said)[:2000]
    values = {"state": RollOverState.FAILED, "english_reason": english, "chinese_reason": chinese}
    await run.store.change(tx, roll_over, record, values, verb=COMMIT)


class _Committing:
    """One commit at work, in one transaction."""

    def __init__(self, run: Run) -> None:
        self._run, self._store = run, run.store

    async def work(self, tx: Transaction) -> None:
        """Do it; raises Refusal."""
        self._tx = tx
        tx.may_be_undone = True
        self._run.done = 0
        record, plan = await plan_of(self._store, tx, self._run.given["run"])
        await self._keep_to_one(record)
        await plan.draw(holds=True)
        lines = await plan.lines()
        counts = total(lines)
        await self._refuse_changed(record, {(line.school, line.grade): line.counts for line in lines})
        _refuse_blocked(counts.blocked)
        self._run.total = counts.pupils - counts.entered
        await self._classes(plan)
        await self._pupils(plan)
        await plan.close()
        # Not by the store: it is no part of what is undone.
        await tx.fetch(
            "UPDATE roll_over SET state = $2, positions = $3, committed_at = $4, version = version + 1, position = $5"
            " WHERE id = $1",
            record.id,
            RollOverState.COMMITTED.value,
            str(await tx.position()),
            tx.now(),
            await tx.position(),
        )
        self._run.done, self._run.checkpoint = self._run.total, {"counts": counts.values}

    async def _keep_to_one(self, record: RollOver) -> None:
        """Let one roll-over of a year wait for another, so that it sees whom that moved."""
        if self._tx.dialect == "postgres":
            year = record.__dict__["from_year_id"]
            await self._tx.fetch("SELECT id FROM school_year WHERE id = $1 FOR UPDATE", year)

    async def _refuse_changed(self, record: RollOver, counts: Mapping[tuple[int, str], Counts]) -> None:
        """Raise Refusal where the registers make it another by now than was previewed."""
        kept = await RollOverLine.filter(run_id=record.id, void_reason__isnull=True)
        shown = {
            (line.__dict__["school_id"], line.grade): tuple(getattr(line, name) for name in NAMES) for line in kept
        }
        none = Counts()
        for school, grade in sorted(shown.keys() | counts.keys()):
            now = tuple(counts.get((school, grade), none).values.values())
            if shown.get((school, grade), tuple(none.values.values())) != now:
                raise refuse(Code.CHANGED_SINCE, "id", kind=Words("School", "学校"), id=f"School:{school} {grade}")

    async def _classes(self, plan: Plan) -> None:
        """Let classes go up, end, and be made."""
        planned = {one.id: one for one in await plan.classes()}
        last = plan.first_day - timedelta(days=1)
        for ids in batches(sorted(planned), AT_ONCE):
            classes = await self._held(SchoolClass, ids)
            rising = [c for c in classes if planned[c.id].fate is ClassFate.RISES]
            ending = [c for c in classes if planned[c.id].fate is not ClassFate.RISES]
            up = [(c, {"grade": planned[c.id].next_grade, "name": planned[c.id].next_name}) for c in rising]
            await self._change(SchoolClass, up)
            await self._change(SchoolClass, [(c, {"ended_on": last}) for c in ending])
            going_on = [c for c in ending if planned[c.id].fate is ClassFate.GOES_ON and planned[c.id].into is None]
            values = [_next_class(c, plan.year, planned[c.id].next_grade, planned[c.id].next_name) for c in going_on]
            made = await self._store.create_all(self._tx, self._store.kind_of(SchoolClass), values, verb=COMMIT)
            moved = [(old.id, new.id) for old, new in zip(going_on, made, strict=True)]
            await plan.place(moved)

    async def _pupils(self, plan: Plan) -> None:
        """Move all pupils who are promoted or graduate, and take those out of their classes who do not go with them."""
        known = {c.id: c for c in await SchoolClass.filter(id__in=await plan.classes_ahead())}
        async for rows in plan.pupils(Fate.PROMOTED, AT_ONCE):
            pupils = await self._held(Student, [row[0] for row in rows])
            ahead = {row[0]: (row[1], known.get(row[2])) for row in rows}
            changes = [(pupil, _promoted(*ahead[pupil.id])) for pupil in pupils]
            await self._change(Student, changes)
            await self._count(len(rows))
        async for rows in plan.pupils(Fate.GRADUATED, AT_ONCE):
            ids = [row[0] for row in rows]
            await self._change(
                Student, [(p, {"status": StudentStatus.GRADUATED}) for p in await self._held(Student, ids)]
            )
            stays = await Enrolment.filter(student_id__in=ids, period_until__isnull=True, void_reason__isnull=True)
            ended = [(s, {"period": (s.period.start, plan.first_day), "ended_by": GRADUATED}) for s in stays]
            await self._change(Enrolment, ended)
            await self._count(len(rows))
        async for rows in plan.left_behind(AT_ONCE):
            pupils = await self._held(Student, [row[0] for row in rows])
            none = {"school_class": None, "seat_number": None}
            await self._change(Student, [(pupil, none) for pupil in pupils], verb=STAY)

    async def _held(self, record: type[Any], ids: Sequence[int]) -> list[Any]:
        query = record.filter(id__in=list(ids)).order_by("id")
        return list(await (query.select_for_update(no_key=True) if self._tx.dialect == "postgres" else query))

    async def _change(
        self, record: type[Record], changes: Sequence[tuple[Any, Mapping[str, Any]]], verb: str = COMMIT
    ) -> None:
        await self._store.change_all(self._tx, self._store.kind_of(record), changes, verb=verb)

    async def _count(self, moved: int) -> None:
        """Let those who look at the job see how far it has come; SQLite has one writer, and shows it at the end."""
        self._run.done += moved
        if self._tx.dialect == "postgres":
            await spawn(self._run.told())


def _promoted(grade: str, school_class: SchoolClass | None) -> dict[str, Any]:
    values: dict[str, Any] = {"grade": grade, "school_class": school_class}
    return values if school_class else {**values, "seat_number": None}


def _next_class(old: SchoolClass, year: int, grade: str | None, name: str | None) -> dict[str, Any]:
    """The class of the next stage in which the pupils of one go on; its type is of the same sort, of that stage."""
    assert grade
    type_ = f"2{old.type[1]}" if old.type and len(old.type) == 2 and old.type.startswith("1") else None
    return {
        "school": old.__dict__["school_id"],
        "stage": grade[0],
        "entry_year": year,
        "number": old.number,
        "name": name,
        "grade": grade,
        "type": type_,
        "campus": old.__dict__["campus_id"],
        "head_teacher": old.__dict__["head_teacher_id"],
        "capacity": old.capacity,
    }
