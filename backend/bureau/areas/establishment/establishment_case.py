"""An establishment case: an application about a school's coming to be, changing or ending (学校设置事项)."""

from collections.abc import Mapping, Sequence

from bureau.areas.establishment.levels import approvers
from bureau.areas.establishment.proposal import SchoolProposal
from bureau.areas.establishment.reorganisation.run import Reorganisation
from bureau.kernel import rules
from bureau.kernel.fact import answers
from bureau.machinery.approvals.case import Case, kind_of_case
from bureau.machinery.approvals.procedure import AUTHORITY
from bureau.registry.school import School
from bureau.storage.transaction import Transaction


class EstablishmentCase(Case):
    """An application about what becomes of a school, seen by the bureaus and schools that take part."""


establishment_case = kind_of_case(
    EstablishmentCase, ("Establishment case", "Establishment cases", "学校设置事项"), rules.offices
)


@answers(AUTHORITY)
async def approving_office(tx: Transaction, asked: Sequence[tuple[int, str]]) -> Mapping[tuple[int, str], int]:
    """The office that approves a proposal or a reorganisation, by the types of the schools that it is about."""
    types = await _types(asked)
    found = await approvers([(unit, types[about]) for unit, about in asked if about in types], tx.clock.today())
    return {
        (unit, about): found[unit, types[about]]
        for unit, about in asked
        if about in types and (unit, types[about]) in found
    }


async def _types(asked: Sequence[tuple[int, str]]) -> Mapping[str, str]:
    """The type that decides by what is asked about; of a reorganisation that of the school that takes over."""
    wanted: dict[str, list[int]] = {}
    for _, about in asked:
        name, _, number = about.partition(":")
        wanted.setdefault(name, []).append(int(number))
    proposals = await SchoolProposal.filter(id__in=wanted.get("SchoolProposal", []))
    runs = await Reorganisation.filter(id__in=wanted.get("Reorganisation", []))
    schools = {one.id: one for one in await School.filter(id__in=[run.__dict__["successor_id"] for run in runs])}
    found = {f"SchoolProposal:{one.id}": one.type for one in proposals}
    return found | {f"Reorganisation:{one.id}": schools[one.__dict__["successor_id"]].type or "" for one in runs}
