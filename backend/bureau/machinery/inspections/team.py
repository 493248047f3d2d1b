"""Who may do what with an inspection: its team, the office that holds it, the unit that is inspected, and nobody for
themselves (回避).
"""

from collections.abc import Collection, Mapping
from typing import Annotated

from bureau.access.account import Account
from bureau.access.actors import grants_of
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.rules import Level
from bureau.machinery.inspections.inspection import (
    ENDED,
    Inspection,
    InspectionMember,
    InspectionState,
    inspection,
    inspection_member,
)
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.registry.guardianship import Guardianship
from bureau.registry.post import Post
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.storage.act import Act

INSPECTORS = (rules.registrar | rules.director).at(Level.CITY, Level.COUNTY) | rules.inspector
"""Those who inspect: inspectors, also of a zone of schools, and officers of the bureau and of a county's."""
LEADERS = (rules.registrar | rules.director | rules.inspector).at(Level.CITY, Level.COUNTY)
"""Those who open rounds, give results their effect and order what follows, where the inspecting office is."""
INSPECTED = (rules.principal | rules.registrar).at(Level.UNIT)
"""Those who answer for a unit that is inspected."""

FROM: Mapping[InspectionState, frozenset[InspectionState]] = {
    InspectionState.OPEN: frozenset({InspectionState.SELF_REPORT}),
    InspectionState.SELF_REPORT: frozenset({InspectionState.OPEN}),
    InspectionState.DOC_CHECK: frozenset({InspectionState.SELF_REPORT}),
    InspectionState.SITE_CHECK: frozenset({InspectionState.DOC_CHECK}),
    InspectionState.RESULT: frozenset({InspectionState.DOC_CHECK, InspectionState.SITE_CHECK}),
    InspectionState.PUBLISHED: frozenset({InspectionState.RESULT}),
    InspectionState.RECTIFY: frozenset({InspectionState.PUBLISHED, InspectionState.RECHECK}),
    InspectionState.RECHECK: frozenset({InspectionState.RECTIFY}),
    InspectionState.CLOSED: frozenset({InspectionState.RESULT, InspectionState.RECHECK}),
    InspectionState.REFERRED: frozenset({InspectionState.RECTIFY, InspectionState.RECHECK}),
}
"""From which states each is reached (§1.5)."""


def refuse_from(one: Inspection, to: InspectionState) -> None:
    """Raise Refusal TRANSITION unless an inspection may go to a state from where it stands, ENDED once it is over."""
    state = InspectionState[one.state]
    if state in ENDED:
        raise refuse(Code.ENDED, "id", kind=inspection.words)
    if state not in FROM[to]:
        raise refuse(Code.TRANSITION, "id", before=state.words, after=to.words)


def refuse_all_but_unit(act: Act, one: Inspection) -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works at the unit that is inspected."""
    refuse_others(act, one.__dict__["unit_id"], one.unit_name)


async def refuse_all_but_office(act: Act, one: Inspection) -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works at the inspecting office; OWN_CASE or RECUSED where they have
    an interest in the unit.
    """
    refuse_others(act, one.__dict__["office_id"], one.office_name)
    await refuse_interested(act, one)


async def refuse_all_but_team(act: Act, one: Inspection) -> None:
    """Raise Refusal NOT_YOUR_STEP unless the actor is of the team, RECUSED where they stood aside; OWN_CASE or RECUSED
    where they have an interest in the unit.
    """
    account = act.actor.account
    mine = await InspectionMember.filter(inspection_id=one.id, account_id=account, void_reason__isnull=True).first()
    if mine is None:
        raise refuse(Code.NOT_YOUR_STEP, "id", step=InspectionState[one.state].words)
    if mine.aside_on is not None:
        raise refuse(Code.RECUSED, "id")
    await refuse_interested(act, one)


async def refuse_interested(act: Act, one: Inspection) -> None:
    """Raise Refusal OWN_CASE or RECUSED where the actor has an interest in the unit."""
    account = act.actor.account
    found = await interests(act, [account] if account is not None else [], [one.__dict__["unit_id"]])
    for code in found.values():
        raise refuse(code, "id")


async def interests(act: Act, accounts: Collection[int], units: Collection[int]) -> Mapping[tuple[int, int], Code]:
    """Which accounts have an interest in which units, and why they do not inspect them.

    OWN_CASE for whoever holds an office at the unit, other than that of an inspector, or works there; RECUSED for the
    guardians of its pupils.
    """
    found: dict[tuple[int, int], Code] = {}
    for account, grant in await grants_of(act.store.database):
        if account in accounts and grant.unit in units and grant.role != "inspector":
            found[account, grant.unit] = Code.OWN_CASE
    persons: dict[int, list[int]] = {}
    for account, person in await Account.filter(id__in=list(accounts)).values_list("id", "person_id"):
        if person is not None:
            persons.setdefault(person, []).append(account)
    there = {"void_reason__isnull": True}
    working = [
        *await Post.filter(person_id__in=list(persons), unit_id__in=list(units), **there).values_list(
            "person_id", "unit_id"
        ),
        *await Teacher.filter(person_id__in=list(persons), unit_id__in=list(units), **there).values_list(
            "person_id", "unit_id"
        ),
    ]
    tied = await Guardianship.filter(guardian_id__in=list(persons), **there).values_list("guardian_id", "student_id")
    pupils = Student.filter(id__in=[pupil for _, pupil in tied], school_id__in=list(units), **there)
    schools = dict(await pupils.values_list("id", "school_id"))
    kin = [(person, schools[pupil]) for person, pupil in tied if pupil in schools]
    for code, pairs in ((Code.RECUSED, kin), (Code.OWN_CASE, working)):
        found |= {(account, unit): code for person, unit in pairs for account in persons[person]}
    return found


@action(inspection, INSPECTORS, label=("Stand aside", "申请回避"))
async def step_aside(act: Act, one: Inspection, *, reason: Annotated[str, InspectionMember.aside_reason]) -> Inspection:
    """Stand aside as a member of the team, with the reason, because of an interest in the unit."""
    if one.state in ENDED:
        raise refuse(Code.ENDED, "id", kind=inspection.words)
    held = await act.hold_all(InspectionMember, inspection_id=one.id, account_id=act.actor.account)
    mine = next(iter(held), None)
    if mine is None or mine.aside_on is not None:
        raise refuse(Code.NOT_FOUND, "id", kind=inspection_member.words)
    await act.change(mine, aside_on=act.today, aside_reason=reason)
    return one
