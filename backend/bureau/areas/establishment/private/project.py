"""A project: a private school that somebody wants to set up, from the application until it is there (民办学校筹设)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.codes import issue_code
from bureau.areas.establishment.guards import findings, warn_of_unmet
from bureau.areas.establishment.names import may_be_called
from bureau.areas.establishment.private.findings import judged
from bureau.areas.establishment.private.licence import (
    PRIVATE,
    REMINDED,
    Licence,
    LicenceEventSort,
    LicenceState,
    Purpose,
    refusals,
)
from bureau.areas.establishment.private.limits import licence_years, limit
from bureau.areas.establishment.private.organiser import OFFICERS, READERS, Organiser
from bureau.areas.establishment.private.register import note_event
from bureau.kernel.action import action, outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Choice, Coded, Date, Integer, One, Scaled, State, Text
from bureau.kernel.kind import CheckContext, Clock, Kind, Stays
from bureau.kernel.money import from_scaled
from bureau.kernel.period import months_later
from bureau.kernel.words import Words
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.registry.division import Division
from bureau.registry.school import NOT_CORPORATE, SCHOOL_TYPE, School
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record

_LAW = "民办教育促进法第十四条、第十五条"


class ProjectState(State):
    """How far a project has come (筹设状态)."""

    APPLIED = "APPLIED", "Applied for", "已申请"
    PREPARING = "PREPARING", "Being prepared", "筹设中"
    ESTABLISHED = "ESTABLISHED", "Established", "已设立"


class PrivateProject(Record):
    """A private school that is to be: by whom, where, of which type and purpose, and with what.

    It may be prepared for three years at the most; what is not established then is applied for anew.
    """

    office = One(
        Unit, "Approving office", "审批机关", back=("private_projects", "Private schools to be", "拟设民办学校")
    )
    name = Text(200, "Name", "拟用名称")
    type = Coded(SCHOOL_TYPE, "School type", "办学类型")
    purpose = Choice(Purpose, "Purpose", "办学性质")
    organiser = One(Organiser, "Organiser", "举办者", back=("projects", "Private schools to be", "拟设民办学校"))
    division = One(Division, "Division", "所在区划")
    address = Text(200, "Address", "地址")
    places = Integer(1, 20_000, "Places", "规划学位数")
    capital = Scaled(2, "Capital", "开办资金", money=True, least=0)
    grounds = Text(2000, "Grounds", "设立理由", lines=True)
    state = Choice(ProjectState, "State", "筹设状态", by_verbs=True)
    decide_by = Date("To be decided by", "法定审批期限", by_verbs=True).optional()
    decided_on = Date("Decided on", "审批日期", by_verbs=True).optional()
    prepare_until = Date("Prepared until", "筹设期至", by_verbs=True).optional()
    document = Text(100, "Decision", "批准文号", by_verbs=True).optional()
    school = One(
        School, "School", "学校", back=("projects", "As it was applied for", "筹设申请"), by_verbs=True
    ).optional()


def _may_be(project: PrivateProject, context: CheckContext) -> Iterator[Fault]:
    if context.touches("type", "purpose", "organiser"):
        yield from refusals(project.type, project.purpose, has_state_assets=project.organiser.has_state_assets)
    if project.type in NOT_CORPORATE:
        yield invalid("type", "it is no institution of its own.", "附设班、教学点不单独设立。")


def _stays_when_it_is_there(project: PrivateProject, context: CheckContext) -> Iterator[Fault]:
    was = context.before
    if was is not None and was.state == ProjectState.ESTABLISHED and context.touches(*_CONTENT):
        yield fault(Code.ENDED, "state", kind=private_project.words)


_CONTENT = ("office", "name", "type", "purpose", "organiser", "division", "address", "places", "capital", "grounds")

private_project = Kind(
    PrivateProject,
    label=("Private project", "Private projects", "民办学校筹设"),
    scope=Stays("office"),
    read=READERS,
    update=OFFICERS,
    void=OFFICERS,
    natural_key=("office", "name"),
    title=("name",),
    list=("name", "type", "purpose", "organiser.name", "office.name", "state", "decide_by", "prepare_until"),
    order=("name",),
    search=("name",),
    filter=("name", "type", "purpose", "state", "decide_by", "decided_on", "prepare_until"),
    group=("type", "purpose", "state"),
    sum=("capital",),
    clocks=(
        Clock("decide_by", (14, 7, 3, 1), OFFICERS, unless="decided_on"),
        Clock("prepare_until", REMINDED, OFFICERS, unless="school"),
    ),
    checks=(_may_be, _stays_when_it_is_there),
)


@action(private_project, OFFICERS, label=("Register a project", "登记筹设申请"), place="office")
async def register_private_project(
    act: Act,
    *,
    office: Annotated[Unit, PrivateProject.office],
    name: Annotated[str, PrivateProject.name],
    type: Annotated[str, PrivateProject.type],  # noqa: A002 (the API's name)
    purpose: Annotated[Purpose, PrivateProject.purpose],
    organiser: Annotated[Organiser, PrivateProject.organiser],
    division: Annotated[Division, PrivateProject.division],
    address: Annotated[str, PrivateProject.address],
    places: Annotated[int, PrivateProject.places],
    capital: Annotated[int, PrivateProject.capital],
    grounds: Annotated[str, PrivateProject.grounds],
) -> PrivateProject:
    """Register what somebody wants to set up; what no private school may be is refused at once (§1.4).

    What the rules have against its name is told at once, and refused in the end.
    """
    refuse_others(act, office.id, office.name, "office")
    project = await act.create(
        PrivateProject,
        office=office,
        name=name,
        type=type,
        purpose=purpose,
        organiser=organiser,
        division=division,
        address=address,
        places=places,
        capital=from_scaled(capital, 2),
        grounds=grounds,
        state=ProjectState.APPLIED,
    )
    warn_of_unmet(act, await may_be_called(name, division, act.today))
    return project


Item = Mapping[str, Any]


async def look_at_preparation(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether private schools may be prepared."""
    return [await _findings(act, item["project"], (ProjectState.APPLIED,)) for item in items]


async def look_at_establishment(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether private schools may be established, prepared before or not."""
    states = (ProjectState.APPLIED, ProjectState.PREPARING)
    return [await _findings(act, item["project"], states) for item in items]


async def _findings(act: Act, project: PrivateProject, states: Sequence[ProjectState]) -> list[Finding]:
    """What the rules say of a project, with the clause of each."""
    given = await project.organiser
    hard = list(refusals(project.type, project.purpose, has_state_assets=given.has_state_assets))
    division = await Division.get(id=project.__dict__["division_id"])
    until = project.prepare_until
    return [
        judged(
            "purpose",
            not hard,
            hard[0].words if hard else Words("", ""),
            "民办教育促进法第十九条；学前教育法第三十四条",
        ),
        *findings(await may_be_called(project.name, division, act.today)),
        judged(
            "state",
            project.state in states,
            Words("It stands otherwise than the procedure asks.", "筹设状态不符合本事项要求。"),
            _LAW,
        ),
        judged(
            "prepared_in_time",
            until is None or act.today <= until,
            Words(f"It was to be ready by {until}: it is applied for anew.", f"筹设期已于 {until} 届满，应重新申报。"),
            "民办教育促进法第十四条",
        ),
        judged(
            "organiser_qualified",
            given.unqualified_on is None,
            Words("The organiser is no longer qualified.", "举办者已不再具备条件。"),
            "民办教育促进法第十条",
        ),
    ]


@outcome(private_project, label=("Let it be prepared", "批准筹设"), checks=look_at_preparation)
async def prepare_private_school(
    act: Act, project: PrivateProject, *, document: Annotated[str | None, PrivateProject.document] = None
) -> PrivateProject:
    """Let a private school be prepared, for three years at the most (§1.4)."""
    await _refuse_late(act, project)
    await act.refuse_unmet(look_at_preparation, {"project": project})
    until = months_later(act.today, 12 * limit("preparation_years", act.today))
    return await act.change(project, state=ProjectState.PREPARING, prepare_until=until, document=document)


@outcome(private_project, label=("Establish", "批准正式设立"), checks=look_at_establishment)
async def establish_private_school(
    act: Act,
    project: PrivateProject,
    *,
    licence_number: Annotated[str, Licence.number],
    principal_name: Annotated[str, Licence.principal_name],
    representative_name: Annotated[str, Licence.representative_name],
    opens_on: Annotated[date, Date("Opens on", "开办日期")],
    document: Annotated[str | None, PrivateProject.document] = None,
) -> PrivateProject:
    """Establish a private school as it was applied for: the school with its code, and its first licence."""
    await _refuse_late(act, project)
    await act.refuse_unmet(look_at_establishment, {"project": project})
    if opens_on < act.today:
        raise Refusal([invalid("opens_on", "it lies before the decision.", "开办日期不得早于批准日期。")])
    division, office = await project.division, await project.office
    given = await project.organiser
    made = await act.create(
        School,
        code=await issue_code(act, project.type[:2], division.code[:2]),
        name=project.name,
        type=project.type,
        organiser=PRIVATE,
        superior=office,
        division=division,
        address=project.address,
        operation=(opens_on, None),
    )
    years = licence_years(project.type, project.purpose, act.today, division.code)
    licence = await act.create(
        Licence,
        number=licence_number,
        school=made,
        school_name=made.name,
        type=project.type,
        purpose=project.purpose,
        organiser=given,
        organiser_name=given.name,
        address=project.address,
        principal_name=principal_name,
        representative_name=representative_name,
        office=office,
        office_name=office.name,
        decision=document or licence_number,
        issued_on=act.today,
        valid_from=act.today,
        valid_until=months_later(act.today, 12 * years),
        times_renewed=0,
        state=LicenceState.VALID,
    )
    await note_event(act, licence, LicenceEventSort.ISSUED, None, document)
    return await act.change(project, state=ProjectState.ESTABLISHED, school=made, document=document)


async def _refuse_late(act: Act, project: PrivateProject) -> None:
    """Raise Refusal EXPIRED for a project that was to be ready before today."""
    if project.prepare_until is not None and act.today > project.prepare_until:
        raise refuse(Code.EXPIRED, "prepare_until", day=str(project.prepare_until))
