"""A termination: a private school ends by itself, from the public notice until its seal is destroyed (终止办学)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.private.findings import judged
from bureau.areas.establishment.private.licence import Licence, LicenceEventSort, LicenceState
from bureau.areas.establishment.private.limits import limit
from bureau.areas.establishment.private.organiser import OFFICERS
from bureau.areas.establishment.private.register import note_event
from bureau.kernel import rules
from bureau.kernel.action import action, outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Choice, Date, One, State, Text
from bureau.kernel.kind import Clock, Kind, Stays
from bureau.kernel.period import months_later
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.registry.school import School
from bureau.registry.student import IN_THE_REGISTER, Student
from bureau.storage.act import Act
from bureau.storage.record import Record

_LAW = "民办教育促进法第五十六条至第六十条"
SCHOOL = (rules.principal | rules.registrar).at(Level.UNIT)


class TerminationState(State):
    """How far a termination has come (终止办学状态)."""

    ANNOUNCED = "ANNOUNCED", "Announced", "已公告"
    APPROVED = "APPROVED", "Approved", "已批准"
    COMPLETED = "COMPLETED", "Completed", "已终止"


class Termination(Record):
    """The end of one private school: announced, approved, and completed once all that the law asks is done."""

    licence = One(Licence, "Licence", "办学许可证", back=("terminations", "Terminations", "终止办学"))
    school = One(School, "School", "学校", back=("terminations", "Terminations", "终止办学"))
    school_name = Text(200, "Name of the school", "学校名称")
    reason = Text(1000, "Reason", "终止原因", lines=True)
    announced_on = Date("Announced on", "公告日期")
    announced_in = Text(200, "Where it was announced", "公告方式")
    ends_on = Date("Ends on", "终止日期")
    state = Choice(TerminationState, "State", "状态", by_verbs=True)
    approved_on = Date("Approved on", "批准日期", by_verbs=True).optional()
    document = Text(100, "Decision", "批准文号", by_verbs=True).optional()
    settled_on = Date("Pupils settled on", "学生安置日期", by_verbs=True).optional()
    liquidated_on = Date("Liquidated on", "清算完成日期", by_verbs=True).optional()
    returned_on = Date("Licence returned on", "许可证缴回日期", by_verbs=True).optional()
    seal_destroyed_on = Date("Seal destroyed on", "印章销毁日期", by_verbs=True).optional()
    deregistered_on = Date("Deregistered on", "法人注销日期", by_verbs=True).optional()


class TerminationStep(State):
    """What is done before a school has ended (终止办学环节)."""

    SETTLED = "SETTLED", "Pupils settled", "安置学生"
    LIQUIDATED = "LIQUIDATED", "Liquidated", "完成清算"
    RETURNED = "RETURNED", "Licence returned", "缴回许可证"
    SEAL_DESTROYED = "SEAL_DESTROYED", "Seal destroyed", "销毁印章"
    DEREGISTERED = "DEREGISTERED", "Deregistered", "注销法人登记"


_FIELDS: Mapping[TerminationStep, str] = {step: f"{step.value.lower()}_on" for step in TerminationStep}
"""The field that says when a step was done, in the order in which they are done."""

termination = Kind(
    Termination,
    label=("Termination", "Terminations", "终止办学"),
    scope=Stays("school"),
    read=rules.offices,
    natural_key=("licence", "announced_on"),
    title=("school_name", "ends_on"),
    list=("school_name", "licence.number", "announced_on", "ends_on", "state"),
    order=("ends_on",),
    search=("school_name",),
    filter=("state", "announced_on", "ends_on"),
    group=("state",),
    clocks=(Clock("ends_on", (90, 30, 7), rules.registrar | rules.principal, unless="deregistered_on"),),
)


@action(termination, SCHOOL, label=("Announce the end", "公告终止办学"), place="licence")
async def announce_termination(
    act: Act,
    *,
    licence: Annotated[Licence, Termination.licence],
    reason: Annotated[str, Termination.reason],
    announced_on: Annotated[date, Termination.announced_on],
    announced_in: Annotated[str, Termination.announced_in],
    ends_on: Annotated[date, Termination.ends_on],
) -> Termination:
    """Enter the public notice by which a private school says that it ends, six months before at the least (§1.4)."""
    refuse_others(act, licence.__dict__["school_id"], licence.school_name, "licence")
    if licence.state != LicenceState.VALID:
        raise refuse(Code.ENDED, "licence", kind=Termination.licence.words)
    running = Termination.filter(licence_id=licence.id, void_reason__isnull=True)
    if await running.exclude(state=TerminationState.COMPLETED).exists():
        raise refuse(Code.DUPLICATE, "licence", kind=termination.words)
    if announced_on > act.today:
        raise Refusal([invalid("announced_on", "it lies in the future.", "不能晚于今天。")])
    months = limit("termination_notice_months", act.today)
    earliest = months_later(announced_on, months)
    if ends_on < earliest:
        raise refuse(Code.NOTICE_TOO_SHORT, "ends_on", months=months, day=str(earliest))
    school = await School.get(id=licence.__dict__["school_id"])
    said = {"reason": reason, "announced_on": announced_on, "announced_in": announced_in, "ends_on": ends_on}
    state = {"state": TerminationState.ANNOUNCED, "school_name": licence.school_name}
    return await act.create(Termination, licence=licence, school=school, **said, **state)


Item = Mapping[str, Any]


async def look_at_terminations(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether ends may be approved that were announced."""
    return [list(_approval(act, item["termination"])) for item in items]


def _approval(act: Act, one: Termination) -> Iterator[Finding]:
    is_announced = one.state == TerminationState.ANNOUNCED
    yield judged("announced", is_announced, Words("It is approved already.", "已批准。"), "民办教育促进法第五十六条")
    is_ahead = one.ends_on > act.today
    yield judged("ahead", is_ahead, Words("Its day is over.", "终止日期已过。"), "民办教育促进法第五十六条")


@outcome(termination, label=("Approve the end", "批准终止办学"), checks=look_at_terminations)
async def approve_termination(
    act: Act, termination: Termination, *, document: Annotated[str | None, Termination.document] = None
) -> Termination:
    """Approve that a private school ends: from now on it takes no new pupils."""
    await act.refuse_unmet(look_at_terminations, {"termination": termination})
    return await act.change(termination, state=TerminationState.APPROVED, approved_on=act.today, document=document)


@action(termination, OFFICERS | SCHOOL, label=("Note a step", "登记终止环节"))
async def note_termination_step(
    act: Act,
    termination: Termination,
    *,
    step: Annotated[TerminationStep, Choice(TerminationStep, "Step", "环节")],
    done_on: Annotated[date, Date("Done on", "完成日期")],
) -> Termination:
    """Note when a step was done: each after those before it, pupils first of all, and none before the approval."""
    if termination.state != TerminationState.APPROVED:
        words = TerminationState[termination.state].words
        raise refuse(Code.TRANSITION, "id", before=words, after=TerminationStep[step].words)
    steps = list(_FIELDS)
    place = steps.index(TerminationStep[step])
    approved = termination.approved_on
    assert approved is not None
    before = [getattr(termination, _FIELDS[one]) for one in steps[:place]]
    if None in before:
        missing = steps[before.index(None)].words
        raise Refusal([fault(Code.NOT_MET, "step", rule=missing, clause=_LAW)])
    if not max([approved, *before]) <= done_on <= act.today:
        raise refuse(Code.OUT_OF_RANGE, "done_on", least=str(max([approved, *before])), most=str(act.today))
    if place == 0 and (left := await _pupils(termination)):
        raise refuse(Code.IN_USE, "step", count=left, kind=Words("pupil", "学生"))
    return await act.change(termination, **{_FIELDS[steps[place]]: done_on})


@action(termination, OFFICERS, label=("Complete the end", "完成终止"))
async def complete_termination(act: Act, termination: Termination) -> Termination:
    """Complete the end of a school: every step is done, its day has come, nobody is left; its licence is given back."""
    (held,) = await act.hold_all(Licence, id=termination.__dict__["licence_id"])
    if not act.actor.units(OFFICERS, Level.CITY):
        refuse_others(act, held.__dict__["office_id"], held.office_name)
    if termination.state != TerminationState.APPROVED:
        words = TerminationState[termination.state].words
        raise refuse(Code.TRANSITION, "id", before=words, after=TerminationState.COMPLETED.words)
    faults = [
        fault(Code.NOT_MET, field, rule=step.words, clause=_LAW)
        for step, field in _FIELDS.items()
        if getattr(termination, field) is None
    ]
    if termination.ends_on > act.today:
        faults.append(invalid("ends_on", "its day has not come.", "终止日期未到。"))
    if left := await _pupils(termination):
        faults.append(fault(Code.IN_USE, "school", count=left, kind=Words("pupil", "学生")))
    if faults:
        raise Refusal(faults)
    ended = {"state": LicenceState.SURRENDERED, "ended_on": act.today, "end_reason": termination.reason}
    surrendered = await act.change(held, **ended)
    await note_event(act, surrendered, LicenceEventSort.SURRENDERED, termination.reason, termination.document)
    (school,) = await act.hold_all(School, id=termination.__dict__["school_id"])
    begun = school.operation.start if school.operation else None
    await act.change(school, operation=(begun, termination.ends_on))
    return await act.change(termination, state=TerminationState.COMPLETED)


async def _pupils(one: Termination) -> int:
    """How many stand in the register of the school."""
    there = {"school_id": one.__dict__["school_id"], "status__in": list(IN_THE_REGISTER)}
    return int(await Student.filter(**there, void_reason__isnull=True).count())
