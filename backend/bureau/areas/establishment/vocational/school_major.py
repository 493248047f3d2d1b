"""A major of a school: what a vocational school may teach and takes pupils into, from its proposal on (专业设置)."""

from collections.abc import Iterator
from typing import Annotated

from bureau.areas.establishment.vocational.catalogue import MAJOR, is_in_force
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, refuse
from bureau.kernel.field import Choice, Coded, Date, Integer, One, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.storage.act import Act
from bureau.storage.record import Record

VOCATIONAL = "V"
"""The stage whose pupils learn a major."""

SCHOOL_OFFICERS = rules.principal | rules.registrar
"""Who speaks for a school."""


class MajorState(State):
    """Where a major of a school stands (专业状态)."""

    PROPOSED = "PROPOSED", "Proposed, not filed yet", "拟设"
    OPEN = "OPEN", "Takes pupils in", "在招"
    PAUSED = "PAUSED", "Takes no new pupils in", "停招"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "已撤销"


class SchoolMajor(Record):
    """A major that a vocational school teaches, or means to.

    The school proposes it and the bureau files it; what the state controls it approves. Pupils are taken in while it is
    open; it is withdrawn once nobody is in it any more.
    """

    school = One(School, "School", "学校", back=("majors", "Majors", "专业"))
    major = Coded(MAJOR, "Major", "专业")
    years = Integer(1, 6, "Years", "学制（年）")
    direction = Text(100, "Direction", "专业（技能）方向").optional()
    state = Choice(MajorState, "State", "状态", by_verbs=True)
    grounds = Text(2000, "Grounds", "设置依据与办学条件", lines=True, by_verbs=True).optional()
    filed_on = Date("Filed or approved on", "备案（批准）日期", by_verbs=True).optional()
    filing_number = Text(60, "Number of filing or approval", "备案（批准）文号", form="code", by_verbs=True).optional()
    withdrawn_on = Date("Withdrawn on", "撤销日期", by_verbs=True).optional()
    reason = Text(500, "Reason of the present state", "变更原因", lines=True, by_verbs=True).optional()


def _is_of_a_vocational_school(major: SchoolMajor, context: CheckContext) -> Iterator[Fault]:
    """§1.4: vocational schools alone have majors."""
    type_ = major.school.type
    if context.profile == "cn" and type_ and VOCATIONAL not in stages(type_) and context.touches("school"):
        yield fault(Code.NOT_OFFERED, "school")


def _is_filed_once_it_is_open(major: SchoolMajor, context: CheckContext) -> Iterator[Fault]:
    if major.state in (MajorState.OPEN, MajorState.PAUSED) and major.filed_on is None:
        yield fault(Code.REQUIRED, "filed_on")
    if major.state == MajorState.WITHDRAWN and major.withdrawn_on is None:
        yield fault(Code.REQUIRED, "withdrawn_on")


school_major = Kind(
    SchoolMajor,
    label=("School major", "School majors", "学校专业"),
    scope=Stays("school"),
    read=rules.offices,
    update=SCHOOL_OFFICERS,
    file=rules.registrar.at(Level.CITY, Level.COUNTY),
    natural_key=("school", "major"),
    title=("major", "school.name"),
    list=("school.name", "major", "years", "state", "filed_on", "filing_number"),
    order=("school.name", "major"),
    filter=("major", "state", "years", "filed_on", "filing_number"),
    group=("major", "state", "years"),
    checks=(_is_of_a_vocational_school, _is_filed_once_it_is_open),
)


@action(school_major, SCHOOL_OFFICERS, label=("Propose a major", "申报专业"), place="school")
async def propose_major(
    act: Act,
    *,
    school: Annotated[School, SchoolMajor.school],
    major: Annotated[str, SchoolMajor.major],
    years: Annotated[int, SchoolMajor.years],
    direction: Annotated[str | None, SchoolMajor.direction] = None,
) -> SchoolMajor:
    """Propose that a school teach a major of the catalogue; it takes pupils in once that is filed, or approved.

    One that was withdrawn may be proposed again.
    """
    said = {"years": years, "direction": direction, "state": MajorState.PROPOSED}
    before = await act.hold_all(SchoolMajor, school_id=school.id, major=major)
    if before and before[0].state == MajorState.WITHDRAWN:
        return await act.change(before[0], **said, withdrawn_on=None, filed_on=None, filing_number=None, reason=None)
    return await act.create(SchoolMajor, school=school, major=major, **said)


@action(school_major, SCHOOL_OFFICERS, label=("Pause", "停招"))
async def pause_major(act: Act, major: SchoolMajor, *, reason: Annotated[str, SchoolMajor.reason]) -> SchoolMajor:
    """Take no new pupils into a major; those who are in it finish."""
    if major.state != MajorState.OPEN:
        raise _goes_not(major, MajorState.PAUSED)
    return await act.change(major, state=MajorState.PAUSED, reason=reason)


@action(school_major, SCHOOL_OFFICERS, label=("Resume", "恢复招生"))
async def resume_major(act: Act, major: SchoolMajor, *, reason: Annotated[str, SchoolMajor.reason]) -> SchoolMajor:
    """Take pupils into a major again that was paused, if the catalogue still has it."""
    if major.state != MajorState.PAUSED:
        raise _goes_not(major, MajorState.OPEN)
    if not await is_in_force(act, major.major, act.today):
        raise refuse(Code.UNKNOWN_CODE, "major", table=MAJOR.words)
    return await act.change(major, state=MajorState.OPEN, reason=reason)


@action(school_major, SCHOOL_OFFICERS, label=("Drop the proposal", "撤回申报"))
async def drop_major(act: Act, major: SchoolMajor, *, reason: Annotated[str, SchoolMajor.reason]) -> SchoolMajor:
    """Give up a major that was proposed and not filed."""
    if major.state != MajorState.PROPOSED:
        raise _goes_not(major, MajorState.WITHDRAWN)
    return await act.change(major, state=MajorState.WITHDRAWN, withdrawn_on=act.today, reason=reason)


def _goes_not(major: SchoolMajor, after: MajorState) -> Exception:
    return refuse(Code.TRANSITION, "id", before=MajorState[major.state].words, after=after.words)
