"""The dropout ledger: pupils who may have dropped out, and what is done until they are back (控辍保学台账, §2.4)."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Annotated, Any

from bureau.access.acting import acting
from bureau.areas.students.attendance.alert import AbsenceAlert, absence_reported
from bureau.areas.students.circumstances import PACKAGE, circumstances, suspensions
from bureau.areas.students.findings import may_become, takes_effect
from bureau.areas.students.moving import Move, move
from bureau.areas.students.officers import OFFICERS, refuse_kin
from bureau.areas.students.status_change import StatusChange
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.checklist import refuse_blocked
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.event import Written, reaction
from bureau.kernel.field import Choice, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.kernel.words import Words
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.registry.standards import standard
from bureau.registry.status_changes import change_code, is_compulsory
from bureau.registry.student import Student, StudentStatus, student
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction


class DropoutState(State):
    """How far a dropout has been followed (控辍保学进展)."""

    SUSPECTED = "SUSPECTED", "Suspected", "疑似辍学"
    VERIFIED = "VERIFIED", "Verified", "核实辍学"
    PERSUADING = "PERSUADING", "Being persuaded", "劝返中"
    RETURNED = "RETURNED", "Returned", "已返校"
    TRANSFERRED = "TRANSFERRED", "At another school", "已转学"
    ILL = "ILL", "Ill", "因病休学"
    LEFT = "LEFT", "Persuaded in vain", "劝返无效"
    DISMISSED = "DISMISSED", "Did not drop out", "核实未辍学"


OPEN = (DropoutState.SUSPECTED, DropoutState.VERIFIED, DropoutState.PERSUADING)
"""The states of a case that goes on."""


class DropoutSource(State):
    """What a case was opened by (线索来源)."""

    SCHOOL = "SCHOOL", "The school's report", "学校上报"
    ATTENDANCE = "ATTENDANCE", "Absence", "考勤预警"
    SUSPENSION = "SUSPENSION", "A suspension that is over", "休学期满未复学"


class PersuasionWay(State):
    """How somebody was reached (劝返方式)."""

    CALL = "CALL", "Telephone call", "电话"
    VISIT = "VISIT", "Home visit", "家访"
    JOINT_VISIT = "JOINT_VISIT", "Visit with village, street or township", "联合村（居）、乡镇（街道）走访"
    LETTER = "LETTER", "Written notice", "书面通知"
    OTHER = "OTHER", "Other", "其他"


class DropoutCase(Record):
    """A pupil who may have dropped out, from the first suspicion until they are back or all was in vain.

    Only people verify it; from then on the pupil is dropped out, and stays in the register of the school.
    """

    student = One(Student, "Student", "学生", back=("dropout_cases", "Dropout cases", "控辍保学"))
    state = Choice(DropoutState, "State", "进展", by_verbs=True)
    source = Choice(DropoutSource, "Opened by", "线索来源")
    absent_since = Date("Absent since", "缺课起始日")
    reason = Text(500, "Reason", "原因", lines=True).optional()
    opened_by = Text(60, "Opened by whom", "登记人")
    opened_at = Moment("Opened at", "登记时间")
    verified_by = Text(60, "Verified by", "核实人").optional()
    verified_on = Date("Verified on", "核实日期").optional()
    report_number = Text(
        60,
        "Report to the authority",
        "书面报告文号",
        form="code",
        note=("Minors Protection Law art. 28: in vain, it is reported in writing.", "未成年人保护法第二十八条"),
    ).optional()
    ended_by = Text(60, "Ended by", "办结人").optional()
    ended_on = Date("Ended on", "办结日期").optional()
    outcome = Text(500, "Outcome", "办结说明", lines=True).optional()


class Persuasion(Record):
    """One entry in the log of a case: who was reached, how, and what they said."""

    case = One(DropoutCase, "Dropout case", "控辍保学", back=("log", "Log", "劝返记录"))
    student = One(Student, "Student", "学生", derived=True)
    done_on = Date("On", "日期")
    way = Choice(PersuasionWay, "Way", "方式")
    done_by = Text(100, "By whom", "劝返人员")
    text = Text(1000, "What came of it", "劝返情况", lines=True)


dropout_case = Kind(
    DropoutCase,
    label=("Dropout case", "Dropout cases", "控辍保学"),
    personal=True,
    scope=Follows("student"),
    read=rules.principal | rules.registrar | rules.director_opened,
    title=("student.person.name", "state"),
    list=("student.number", "state", "source", "absent_since", "verified_on", "ended_on"),
    order=("absent_since",),
    filter=("state", "source", "absent_since", "verified_on", "ended_on"),
    group=("state", "source"),
    index=("state",),
)


async def _is_of_the_cases_pupil(entries: Sequence[Persuasion]) -> None:
    pupils = {p.id: p for p in await Student.filter(id__in=[_case(entry).__dict__["student_id"] for entry in entries])}
    for entry in entries:
        pupil = pupils[_case(entry).__dict__["student_id"]]
        entry.__dict__ |= {"student_id": pupil.id, "_student": pupil}


def _case(entry: Persuasion) -> Any:
    return entry.__dict__["_case"]


def _was_not_tomorrow(entry: Persuasion, context: CheckContext) -> Iterator[Fault]:
    if entry.done_on > context.today:
        yield invalid("done_on", "it lies in the future.", "日期不能晚于今天。")


persuasion = Kind(
    Persuasion,
    label=("Persuasion", "Persuasions", "劝返记录"),
    personal=True,
    scope=Follows("student"),
    read=rules.principal | rules.registrar | rules.director_opened,
    title=("student.person.name", "done_on"),
    list=("done_on", "way", "done_by", "text"),
    order=("done_on",),
    filter=("done_on", "way"),
    group=("way",),
    fills=(_is_of_the_cases_pupil,),
    checks=(_was_not_tomorrow,),
)

REPORTERS = rules.principal | rules.registrar


@action(student, REPORTERS, label=("Report a dropout", "登记疑似辍学"))
async def report_dropout(
    act: Act,
    student: Student,
    *,
    absent_since: Annotated[date, DropoutCase.absent_since],
    source: Annotated[DropoutSource, DropoutCase.source] = DropoutSource.SCHOOL,
    reason: Annotated[str | None, DropoutCase.reason] = None,
) -> Student:
    """Enter a pupil whose absence nobody explains into the ledger, as suspected. One case at a time."""
    if student.status not in (StudentStatus.ENROLLED, StudentStatus.SUSPENDED):
        raise refuse(
            Code.TRANSITION, "id", before=StudentStatus[student.status].words, after=DropoutState.SUSPECTED.words
        )
    if absent_since > act.today:
        raise Refusal([invalid("absent_since", "it lies in the future.", "不能晚于今天。")])
    if await DropoutCase.filter(student_id=student.id, state__in=list(OPEN), void_reason__isnull=True).exists():
        raise refuse(Code.DUPLICATE, "id", kind=dropout_case.words)
    opened = suspected(act, student, source, absent_since, reason) | {"opened_by": (await acting(act)).name}
    await act.create(DropoutCase, **opened)
    return student


def suspected(act: Act, pupil: Student, source: DropoutSource, since: date, reason: str | None) -> dict[str, Any]:
    """What a new case holds."""
    return {
        "student": pupil,
        "state": DropoutState.SUSPECTED,
        "source": source,
        "absent_since": since,
        "reason": reason,
        "opened_by": act.actor.name,
        "opened_at": act.tx.now(),
    }


@action(dropout_case, OFFICERS, label=("Verify", "核实辍学"))
async def verify_dropout(
    act: Act,
    case: DropoutCase,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    reason: Annotated[str, StatusChange.reason],
) -> DropoutCase:
    """Confirm that a pupil has dropped out: their status says so from a day on, and the aid that they get ends."""
    _refuse_unless(case, DropoutState.SUSPECTED)
    await _becomes(act, case, StudentStatus.DROPPED_OUT, effective_on, reason)
    verified = {"verified_by": (await acting(act)).name, "verified_on": act.today, "reason": reason}
    return await act.change(case, state=DropoutState.VERIFIED, **verified)


@action(dropout_case, OFFICERS, label=("Dismiss", "核实未辍学"))
async def dismiss_dropout(act: Act, case: DropoutCase, *, outcome: Annotated[str, DropoutCase.outcome]) -> DropoutCase:
    """Find that a suspected pupil did not drop out, and say how that is known."""
    _refuse_unless(case, DropoutState.SUSPECTED)
    return await act.change(case, **await _ended(act, DropoutState.DISMISSED, outcome))


@action(dropout_case, REPORTERS, label=("Log a persuasion", "登记劝返"))
async def log_persuasion(
    act: Act,
    case: DropoutCase,
    *,
    done_on: Annotated[date, Persuasion.done_on],
    way: Annotated[PersuasionWay, Persuasion.way],
    done_by: Annotated[str, Persuasion.done_by],
    text: Annotated[str, Persuasion.text],
) -> DropoutCase:
    """Note who was reached, how, and what came of it."""
    _refuse_unless(case, *OPEN)
    await act.create(Persuasion, case=case, done_on=done_on, way=way, done_by=done_by, text=text)
    if case.state != DropoutState.VERIFIED:
        return case
    return await act.change(case, state=DropoutState.PERSUADING)


_DAYS = Integer(0, 366, "Days attended since", "返校后出勤天数")


@action(dropout_case, OFFICERS, label=("Return", "返校"))
async def return_dropout(
    act: Act,
    case: DropoutCase,
    *,
    effective_on: Annotated[date, StatusChange.effective_on],
    days_attended: Annotated[int, _DAYS],
    outcome: Annotated[str, DropoutCase.outcome],
) -> DropoutCase:
    """Let a dropped-out pupil be enrolled again, who has come for as many school days as the standards ask for."""
    _refuse_unless(case, DropoutState.VERIFIED, DropoutState.PERSUADING)
    least = standard("dropout_return_days", effective_on, package=PACKAGE)
    if least is not None and days_attended < int(least.value):
        raise refuse(Code.OUT_OF_RANGE, "days_attended", least=int(least.value), most=366)
    await _becomes(act, case, StudentStatus.ENROLLED, effective_on, outcome)
    return await act.change(case, **await _ended(act, DropoutState.RETURNED, outcome))


class DropoutEnd(State):
    """How else a case ends than by a return (其他办结方式)."""

    TRANSFERRED = "TRANSFERRED", "At another school", "已转学"
    ILL = "ILL", "Ill", "因病休学"
    LEFT = "LEFT", "Persuaded in vain", "劝返无效"


_STANDS = {
    DropoutEnd.TRANSFERRED: (StudentStatus.TRANSFERRED_OUT, StudentStatus.ABROAD),
    DropoutEnd.ILL: (StudentStatus.SUSPENDED,),
    DropoutEnd.LEFT: (StudentStatus.DROPPED_OUT,),
}
"""Where the pupil must stand by then."""


@action(dropout_case, OFFICERS, label=("End", "办结"))
async def end_dropout(
    act: Act,
    case: DropoutCase,
    *,
    end: Annotated[DropoutEnd, Choice(DropoutEnd, "End", "办结方式")],
    outcome: Annotated[str, DropoutCase.outcome],
    report_number: Annotated[str | None, DropoutCase.report_number] = None,
) -> DropoutCase:
    """End a case whose pupil is known at another school, is suspended for illness, or could not be persuaded.

    The last needs persuasions in the log and a written report; the pupil stays dropped out.
    """
    _refuse_unless(case, DropoutState.VERIFIED, DropoutState.PERSUADING)
    pupil = await Student.get(id=case.__dict__["student_id"])
    if pupil.status not in _STANDS[end]:
        raise refuse(Code.TRANSITION, "end", before=StudentStatus[pupil.status].words, after=end.words)
    if end == DropoutEnd.LEFT:
        faults = [] if report_number else [fault(Code.REQUIRED, "report_number")]
        if case.state != DropoutState.PERSUADING:
            faults.append(invalid("end", "nobody was persuaded yet.", "尚无劝返记录。"))
        if faults:
            raise Refusal(faults)
    return await act.change(case, **await _ended(act, DropoutState[end], outcome), report_number=report_number)


async def _becomes(act: Act, case: DropoutCase, status: StudentStatus, on: date, reason: str) -> None:
    (pupil,) = await act.hold_all(Student, id=case.__dict__["student_id"])
    await refuse_kin(act, [pupil])
    before = StudentStatus[pupil.status]
    if (before == StudentStatus.DROPPED_OUT) is (status == StudentStatus.DROPPED_OUT):
        raise refuse(Code.TRANSITION, "id", before=before.words, after=status.words)
    known = await circumstances(act, [pupil])
    refuse_blocked([*may_become(pupil, status), *takes_effect(pupil, on, known)])
    await move(act, [Move(pupil, change_code(before, status), on, reason, {"status": status})])


def _refuse_unless(case: DropoutCase, *states: DropoutState) -> None:
    if case.state not in states:
        if case.state in OPEN:
            raise refuse(Code.TRANSITION, "id", before=DropoutState[case.state].words, after=states[0].words)
        raise refuse(Code.ENDED, "id", kind=dropout_case.words)


async def _ended(act: Act, state: DropoutState, outcome: str) -> dict[str, Any]:
    return {"state": state, "outcome": outcome, "ended_by": (await acting(act)).name, "ended_on": act.today}


@reaction(absence_reported)
async def suspect_dropouts(act: Act, writes: Sequence[Written[AbsenceAlert]]) -> None:
    """Enter pupils whose school reports that they stay away into the ledger, as suspected, unless they are in it."""
    since = {write.record.__dict__["student_id"]: write.record.first_day for write in writes}
    known = DropoutCase.filter(student_id__in=list(since), state__in=list(OPEN), void_reason__isnull=True)
    followed = set(await known.values_list("student_id", flat=True))
    pupils = await Student.filter(id__in=list(since.keys() - followed), status=StudentStatus.ENROLLED).order_by("id")
    rows = [suspected(act, pupil, DropoutSource.ATTENDANCE, since[pupil.id], None) for pupil in pupils]
    await act.create_all(DropoutCase, rows)


@task(daily=time(1))
async def watch_suspensions(run: Run) -> Words:
    """Enter pupils of compulsory education into the ledger whose suspension is over and who have not come back."""

    async def overdue(tx: Transaction) -> int:
        act = Act(run.store, tx, "watch_suspensions")
        known = DropoutCase.filter(state__in=list(OPEN), void_reason__isnull=True)
        followed = set(await known.values_list("student_id", flat=True))
        pupils = await Student.filter(status=StudentStatus.SUSPENDED, void_reason__isnull=True).order_by("id")
        ends = await suspensions(act, [pupil.id for pupil in pupils if is_compulsory(pupil.grade)])
        late = [p for p in pupils if p.id in ends and ends[p.id].until < run.day and p.id not in followed]
        source, reason = DropoutSource.SUSPENSION, "休学期满未复学"
        rows = [suspected(act, pupil, source, ends[pupil.id].until, reason) for pupil in late]
        await act.create_all(DropoutCase, rows)
        return len(rows)

    run.done = await run.step(overdue)
    return Words(f"{run.done} pupils did not come back in time.", f"{run.done} 名学生休学期满未复学。")
