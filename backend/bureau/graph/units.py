"""Units by their numbers: under which id the API has each, and what it is called."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.registry.unit import unit
from bureau.storage.sql import among


@dataclass(frozen=True, slots=True)
class Called:
    """A unit's id, which is that of a school or an office, and its name."""

    identity: str
    name: str


async def units_called(services: Services, actor: Actor, numbers: Collection[int]) -> Mapping[int, Called]:
    """The units of these numbers; one that is not there has no name, nor one of a kind that a token knows not of."""
    types = {
        value: kind.type_name
        for kind in services.engine.kinds.concrete(unit)
        if kind.variant and actor.admits(kind.read)
        for value in kind.variant.values
    }
    found = {number: Called(f"{unit.type_name}:{number}", "") for number in numbers}
    database = services.store.database
    of, values = among(database.dialect, "id", found)
    rows = await database.readers.fetch(f"SELECT id, name, category FROM unit WHERE {of}", values) if found else ()
    known = {number: (types[category], name) for number, name, category in map(tuple, rows) if category in types}
    return found | {number: Called(f"{type_name}:{number}", name) for number, (type_name, name) in known.items()}
