"""Which officers decide on a pupil's status by themselves: those of the office in charge of it (§21)."""

from collections.abc import Iterable

from bureau.areas.students.authority import Place, authorities
from bureau.kernel import rules
from bureau.kernel.action import Action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.rules import Level
from bureau.registry.student import Student
from bureau.storage.act import Act

OFFICERS = rules.registrar.at(Level.CITY, Level.COUNTY)
"""Registrars of the city's bureau and of a county's."""


async def refuse_others(act: Act, verb: Action, pupils: Iterable[Student]) -> None:
    """Raise Refusal FORBIDDEN unless the actor is of the office in charge of each pupil, or of the city's bureau."""
    await refuse_others_at(act, verb, {(pupil.__dict__["school_id"], pupil.grade) for pupil in pupils})


async def refuse_others_at(act: Act, verb: Action, places: Iterable[Place]) -> None:
    """The same, for places in which pupils are to be."""
    if act.actor.is_system or act.actor.units(verb.rule, Level.CITY):
        return
    in_charge = await authorities(set(places))
    if not set(in_charge.values()) <= set(act.actor.units(verb.rule, Level.COUNTY)):
        raise refuse(Code.FORBIDDEN)
