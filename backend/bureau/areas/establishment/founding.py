"""Founding: a school comes to be as it was proposed and approved, and is given its code (设立)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.codes import issue_code
from bureau.areas.establishment.guards import Guard, findings, refuse_unmet, takes_effect
from bureau.areas.establishment.names import may_be_called
from bureau.areas.establishment.proposal import ProposalState, SchoolProposal, school_proposal
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.school_stage import SchoolStage
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import stages
from bureau.storage.act import Act

KINDERGARTEN = ("11",)
COMPULSORY = ("21", "31")
SENIOR = ("34", "36", "37", "51")

Item = Mapping[str, Any]


def _is_of(proposal: SchoolProposal, categories: Sequence[str]) -> Guard:
    """A procedure is for certain types of school."""
    return Guard(
        Code.MISMATCH,
        "type",
        proposal.type[:2] in categories,
        Words("The procedure is for schools of this type.", "办学类型适用本事项。"),
        {"other": Words("procedure", "办理事项")},
    )


def _is_proposed(proposal: SchoolProposal) -> Guard:
    met = Words("The school is not established yet.", "该校尚未设立。")
    kind = {"kind": school_proposal.words}
    return Guard(Code.ENDED, "state", proposal.state == ProposalState.PROPOSED, met, kind)


async def _guards(proposal: SchoolProposal, categories: Sequence[str]) -> list[Guard]:
    division = await Division.get(id=proposal.__dict__["division_id"])
    return [
        _is_proposed(proposal),
        _is_of(proposal, categories),
        *await may_be_called(proposal.name, division, proposal.opens_on),
        *await takes_effect(proposal.opens_on, "opens_on"),
    ]


def _looking(categories: Sequence[str]) -> Callable[[Act, Sequence[Item]], Awaitable[list[list[Finding]]]]:
    async def look(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
        return [findings(await _guards(item["proposal"], categories)) for item in items]

    return look


@outcome(school_proposal, label=("Establish kindergarten", "设立幼儿园"), checks=_looking(KINDERGARTEN))
async def establish_kindergarten(
    act: Act, proposal: SchoolProposal, *, document: Annotated[str | None, SchoolProposal.document] = None
) -> SchoolProposal:
    """Establish a kindergarten as it was proposed, and give it its code."""
    return await _establish(act, proposal, KINDERGARTEN, document)


@outcome(school_proposal, label=("Establish school", "设立中小学校"), checks=_looking(COMPULSORY))
async def establish_compulsory_school(
    act: Act, proposal: SchoolProposal, *, document: Annotated[str | None, SchoolProposal.document] = None
) -> SchoolProposal:
    """Establish a public primary or junior school as it was proposed, and give it its code."""
    return await _establish(act, proposal, COMPULSORY, document)


@outcome(school_proposal, label=("Establish senior school", "设立高中阶段学校"), checks=_looking(SENIOR))
async def establish_senior_school(
    act: Act, proposal: SchoolProposal, *, document: Annotated[str | None, SchoolProposal.document] = None
) -> SchoolProposal:
    """Establish a senior, vocational or special school as it was proposed, and give it its code."""
    return await _establish(act, proposal, SENIOR, document)


async def _establish(
    act: Act, proposal: SchoolProposal, categories: Sequence[str], document: str | None
) -> SchoolProposal:
    """Make the school: in operation from the day on which it opens, planned until then."""
    refuse_unmet(await _guards(proposal, categories))
    division = await Division.get(id=proposal.__dict__["division_id"])
    made = await act.create(
        School,
        code=await issue_code(act, proposal.type[:2], division.code[:2]),
        superior=proposal.__dict__["unit_id"],
        division=division,
        operation=(proposal.opens_on, None),
        founded_on=proposal.opens_on if proposal.opens_on <= act.today else None,
        **{name: getattr(proposal, name) for name in _SAME},
    )
    await _offer(act, made, proposal.places, proposal.opens_on)
    return await act.change(proposal, state=ProposalState.ESTABLISHED, school=made, document=document)


async def _offer(act: Act, made: School, places: int, day: date) -> None:
    """Note the places of the year in which it opens, where its type has one stage alone."""
    (stage, *others) = sorted(stages(made.type or "")) or [""]
    year = await SchoolYear.filter(period_from__lte=day, period_until__gt=day, void_reason__isnull=True).first()
    if stage and not others and year is not None:
        await act.create(SchoolStage, school=made, school_year=year, stage=stage, places=places)


_SAME = (
    *("name", "short_name", "english_name", "type", "organiser", "setting", "address", "village_code"),
    *("schooling", "has_boarding"),
)
"""What a school has as it was proposed."""
