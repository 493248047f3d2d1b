"""A proposal: what a school is to be that is not established yet (拟设学校)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from bureau.areas.establishment.guards import warn_of_unmet
from bureau.areas.establishment.names import may_be_called
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Boolean, Choice, Coded, Date, Integer, One, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.machinery.approvals.case import Case, CaseState
from bureau.registry.division import Division
from bureau.registry.school import NOT_CORPORATE, ORGANISER, SCHOOL_TYPE, SCHOOLING, SETTING, School
from bureau.registry.unit import Office, Unit, UnitCategory
from bureau.storage.act import Act
from bureau.storage.record import Record


class ProposalState(State):
    """Whether the school is there (拟设状态)."""

    PROPOSED = "PROPOSED", "Proposed", "拟设"
    ESTABLISHED = "ESTABLISHED", "Established", "已设立"


class SchoolProposal(Record):
    """What a school is to be: who runs it, where, of which type and size, and from when on.

    Its establishment is applied for by the procedure of its type; the last approval makes the school and issues its
    code. While a case about it is under way it stays as it is.
    """

    unit = One(Unit, "Bureau in charge", "主管机构", back=("school_proposals", "School proposals", "拟设学校"))
    name = Text(200, "Name", "拟用名称")
    short_name = Text(40, "Short name", "简称").optional()
    english_name = Text(200, "English name", "英文名称").optional()
    type = Coded(SCHOOL_TYPE, "School type", "办学类型")
    division = One(Division, "Division", "所在区划")
    organiser = Coded(ORGANISER, "Organiser", "举办者")
    setting = Coded(SETTING, "Urban or rural setting", "驻地城乡类型").optional()
    address = Text(200, "Address", "地址")
    village_code = Text(
        12, "Village code", "驻地统计区划代码", form="number", plain=True, pattern=r"[0-9]{12}"
    ).optional()
    schooling = Coded(SCHOOLING, "Form of schooling", "学制形式").optional()
    has_boarding = Boolean("Takes boarders", "是否寄宿制").optional()
    places = Integer(1, 20_000, "Places", "规划学位数")
    opens_on = Date("Opens on", "拟开办日期")
    grounds = Text(2000, "Grounds", "设立理由", lines=True)
    state = Choice(ProposalState, "State", "状态", by_verbs=True)
    document = Text(100, "Decision", "批准文号", by_verbs=True).optional()
    school = One(
        School, "School", "学校", back=("proposals", "As it was proposed", "设立申请"), by_verbs=True
    ).optional()


async def _know_what_is_there(proposals: Sequence[SchoolProposal]) -> None:
    """Whether the name is free, whether a case is under way, and what sort of office is in charge."""
    ids = [f"SchoolProposal:{one.id}" for one in proposals if one.__dict__.get("id")]
    open_ = {c.subject for c in await Case.filter(subject__in=ids, state=CaseState.OPEN, void_reason__isnull=True)}
    units = [one.__dict__["unit_id"] for one in proposals]
    known = await Office.filter(id__in=[unit for unit in units if unit])
    offices = {one.id for one in known if one.category != UnitCategory.SCHOOL}
    for one in proposals:
        one.__dict__["_is_applied_for"] = f"SchoolProposal:{one.__dict__.get('id')}" in open_
        one.__dict__["_is_of_an_office"] = one.__dict__["unit_id"] in offices


def _stays_while_it_is_applied_for(proposal: SchoolProposal, context: CheckContext) -> Iterator[Fault]:
    if context.before is None or not context.touches(*_CONTENT):
        return
    if context.before.state == ProposalState.ESTABLISHED:
        yield fault(Code.ENDED, "state", kind=school_proposal.words)
    elif proposal.__dict__.get("_is_applied_for"):
        yield invalid("state", "a case about it is under way.", "该拟设学校有办理中的事项，不得修改。")


def _is_of_an_office(proposal: SchoolProposal, context: CheckContext) -> Iterator[Fault]:
    if not proposal.__dict__.get("_is_of_an_office", True):
        yield invalid("unit", "a bureau, not a school.", "主管机构应为教育行政部门。")


def _is_a_school_of_its_own(proposal: SchoolProposal, context: CheckContext) -> Iterator[Fault]:
    """§1.2: classes of a host school are no school, and none is established for them."""
    if proposal.type in NOT_CORPORATE:
        yield invalid("type", "it is no institution of its own.", "附设班、教学点不单独设立。")


_CONTENT = (
    *("unit", "name", "short_name", "english_name", "type", "division", "organiser", "setting", "address"),
    *("village_code", "schooling", "has_boarding", "places", "opens_on", "grounds"),
)

_PROPOSERS = rules.registrar.at(Level.CITY, Level.COUNTY)

school_proposal = Kind(
    SchoolProposal,
    label=("School proposal", "School proposals", "拟设学校"),
    scope=Stays("unit"),
    read=rules.offices,
    update=_PROPOSERS,
    void=_PROPOSERS,
    natural_key=("unit", "name"),
    title=("name",),
    list=("name", "type", "unit.name", "division.name", "organiser", "places", "opens_on", "state"),
    order=("name", "opens_on"),
    search=("name",),
    filter=("name", "type", "organiser", "opens_on", "state"),
    group=("type", "organiser", "state"),
    fills=(_know_what_is_there,),
    checks=(_stays_while_it_is_applied_for, _is_of_an_office, _is_a_school_of_its_own),
)


@action(school_proposal, _PROPOSERS, label=("Propose a school", "提出设立学校"), place="unit")
async def propose_school(
    act: Act,
    *,
    unit: Annotated[Unit, SchoolProposal.unit],
    name: Annotated[str, SchoolProposal.name],
    short_name: Annotated[str | None, SchoolProposal.short_name] = None,
    english_name: Annotated[str | None, SchoolProposal.english_name] = None,
    type: Annotated[str, SchoolProposal.type],  # noqa: A002 (the API's name)
    division: Annotated[Division, SchoolProposal.division],
    organiser: Annotated[str, SchoolProposal.organiser],
    setting: Annotated[str | None, SchoolProposal.setting] = None,
    address: Annotated[str, SchoolProposal.address],
    village_code: Annotated[str | None, SchoolProposal.village_code] = None,
    schooling: Annotated[str | None, SchoolProposal.schooling] = None,
    has_boarding: Annotated[bool | None, SchoolProposal.has_boarding] = None,
    places: Annotated[int, SchoolProposal.places],
    opens_on: Annotated[date, SchoolProposal.opens_on],
    grounds: Annotated[str, SchoolProposal.grounds],
) -> SchoolProposal:
    """Propose a school: write down what it is to be, before its establishment is applied for.

    What the rules have against its name or its day is told at once, and refused in the end.
    """
    proposal = await act.create(
        SchoolProposal,
        unit=unit,
        name=name,
        short_name=short_name,
        english_name=english_name,
        type=type,
        division=division,
        organiser=organiser,
        setting=setting,
        address=address,
        village_code=village_code,
        schooling=schooling,
        has_boarding=has_boarding,
        places=places,
        opens_on=opens_on,
        grounds=grounds,
        state=ProposalState.PROPOSED,
    )
    warn_of_unmet(act, await may_be_called(name, division, opens_on))
    return proposal
