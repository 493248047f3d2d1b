"""Who may do what with a task: officers of the very unit whose turn it is, and nobody in its name from above."""

from collections.abc import Iterable, Mapping
from typing import Any

from bureau.kernel import rules
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.rules import Level
from bureau.machinery.tasks.assigned_task import DOING, AssignedTask, TaskParty, TaskState, assigned_task
from bureau.registry.unit import Unit
from bureau.storage.act import Act

ISSUERS = (
    rules.director
    | rules.registrar
    | rules.personnel
    | rules.funds
    | rules.aid
    | rules.foreign_affairs
    | rules.language
    | rules.inspector
)
"""Those who issue tasks for the bureau, a section or a county's bureau: officers of all sorts but a school's head."""

FROM: Mapping[TaskState, frozenset[TaskState]] = {
    TaskState.SIGNED: frozenset({TaskState.ISSUED}),
    TaskState.IN_PROGRESS: frozenset({TaskState.SIGNED, TaskState.IN_PROGRESS, TaskState.RETURNED}),
    TaskState.SUBMITTED: frozenset({TaskState.IN_PROGRESS, TaskState.RETURNED}),
    TaskState.RETURNED: frozenset({TaskState.SUBMITTED}),
    TaskState.ACCEPTED: frozenset({TaskState.SUBMITTED}),
    TaskState.CLOSED: frozenset({TaskState.ISSUED, TaskState.RETURNED, TaskState.ACCEPTED}),
}
"""From which states each is reached; one that nobody signed for is recalled by being closed."""


def refuse_from(task: AssignedTask, to: TaskState) -> None:
    """Raise Refusal TRANSITION unless a task may go to a state from where it stands, ENDED once it is closed."""
    state = TaskState[task.state]
    if state is TaskState.CLOSED:
        raise refuse(Code.ENDED, "id", kind=assigned_task.words)
    if state not in FROM[to]:
        raise refuse(Code.TRANSITION, "id", before=state.words, after=to.words)


def stands_at(actor: Actor, unit: int) -> bool:
    """Whether the actor works at a unit itself, in any of its offices."""
    return actor.is_system or any(unit in actor.units(rules.officers, level) for level in Level)


def refuse_others(act: Act, unit: int, name: str, at: str = "id") -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works at a unit itself; it is told its name."""
    if not stands_at(act.actor, unit):
        raise refuse(Code.NOT_YOUR_UNIT, at, unit=name)


def refuse_all_but_issuer(act: Act, task: AssignedTask) -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works where a task was issued."""
    refuse_others(act, task.__dict__["issuer_id"], task.issuer_name)


def refuse_all_but_lead(act: Act, task: AssignedTask) -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works at the lead unit."""
    refuse_others(act, task.__dict__["lead_id"], task.lead_name)


async def doing_here(act: Act, task: AssignedTask) -> list[TaskParty]:
    """The lead and assisting units of a task at which the actor works, held; raises Refusal NOT_YOUR_UNIT."""
    doing = await act.hold_all(TaskParty, task_id=task.id, part__in=list(DOING))
    here = [party for party in doing if stands_at(act.actor, party.__dict__["unit_id"])]
    if not here:
        raise refuse(Code.NOT_YOUR_UNIT, "id", unit=task.lead_name)
    return sorted(here, key=lambda party: (DOING.index(party.part), party.id))


def refuse_outside(issuer: Unit, units: Iterable[tuple[tuple[str, ...], Unit]]) -> None:
    """Raise Refusal NOT_BELOW for units, each told at its path, that are not in the charge of the one that issues:
    of the bureau and its sections all others are, of a county's bureau those of the county.
    """
    faults = []
    for path, unit in units:
        is_below = unit.id != issuer.id and (issuer.category != "COUNTY_BUREAU" or _county(unit) == issuer.id)
        if not is_below:
            faults.append(fault(Code.NOT_BELOW, *path, unit=unit.name, issuer=issuer.name))
    if faults:
        raise Refusal(faults)


def _county(unit: Any) -> int | None:
    county: int | None = unit.__dict__.get("county_id")
    return county
