"""Which officers decide on a pupil by themselves: those of the office in charge of it, who are no kin (§17, §21)."""

from collections.abc import Collection, Iterable

from bureau.access.account import Account
from bureau.areas.students.authority import Place, authorities
from bureau.kernel import rules
from bureau.kernel.action import Action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.rules import Level
from bureau.registry.guardianship import Guardianship
from bureau.registry.student import Student
from bureau.storage.act import Act

OFFICERS = rules.registrar.at(Level.CITY, Level.COUNTY)
"""Registrars of the city's bureau and of a county's."""


async def refuse_others(act: Act, verb: Action, pupils: Collection[Student]) -> None:
    """Raise Refusal FORBIDDEN unless the actor is of the office in charge of each pupil, or of the city's bureau;
    OWN_CASE or RECUSED where one of them is the actor or a child in their care (§17).
    """
    await refuse_others_at(act, verb, {(pupil.__dict__["school_id"], pupil.grade) for pupil in pupils})
    await refuse_kin(act, pupils)


async def refuse_others_at(act: Act, verb: Action, places: Iterable[Place]) -> None:
    """The first of the two, for places in which pupils are to be."""
    if act.actor.is_system or act.actor.units(verb.rule, Level.CITY):
        return
    in_charge = await authorities(set(places))
    if not set(in_charge.values()) <= set(act.actor.units(verb.rule, Level.COUNTY)):
        raise refuse(Code.FORBIDDEN)


async def refuse_kin(act: Act, pupils: Collection[Student]) -> None:
    """The other one."""
    account = await Account.filter(id=act.actor.account).first() if act.actor.account is not None else None
    person = account.__dict__["person_id"] if account else None
    if person is None:
        return
    if any(pupil.__dict__["person_id"] == person for pupil in pupils):
        raise refuse(Code.OWN_CASE, "id")
    children = {"guardian_id": person, "student_id__in": [pupil.id for pupil in pupils]}
    if await Guardianship.filter(**children, void_reason__isnull=True).exists():
        raise refuse(Code.RECUSED, "id")
