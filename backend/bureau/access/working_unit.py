"""The unit for which somebody works who holds grants at several: for one of them at a time (当前工作单位)."""

from collections.abc import Collection

from bureau.engine.kinds import parse_id
from bureau.kernel.actor import Actor
from bureau.kernel.errors import UnitNotHeld


def at_unit(actor: Actor, named: str, units: Collection[str]) -> Actor:
    """The actor with what they hold at the unit of this id alone, delegations and listed units too.

    Nobody, and who must do something first, hold nothing yet and are let pass. `units` are the types whose ids units
    have. Raises UnitNotHeld.
    """
    if actor.account is None or actor.duty:
        return actor
    type_name, number = parse_id(named) or ("", 0)
    working = actor.at(number)
    if type_name not in units or not working.grants:
        raise UnitNotHeld
    return working
