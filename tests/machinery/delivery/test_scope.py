"""Scope: whoever holds whatever role wherever, their programs are told of what they see, of all of that, and no more."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.rules import BUILT_IN, Level
from bureau.machinery.delivery.hooks.sight import versions_seen
from tests.support.api import Api
from tests.support.people import actor
from tests.support.world import World

KINDS = ("school", "student", "enrolment", "teacher", "person", "notice", "office")


@pytest.fixture(scope="module")
async def records(services: Services, city: World) -> dict[str, list[int]]:
    """Every record of the kinds, by kind."""
    fetch = services.store.database.readers.fetch
    found = {}
    for name in KINDS:
        kind = of(services, name)
        where = (
            f" WHERE {kind.variant.field} IN ({', '.join(repr(v) for v in kind.variant.values)})"
            if kind.variant
            else ""
        )
        found[name] = [row[0] for row in await fetch(f"SELECT id FROM {kind.table}{where}")]
    assert all(found.values())
    return found


def of(services: Services, name: str) -> Kind:
    return next(kind for kind in services.kinds if kind.name == name)


async def seen_by_query(api: Api, kind: Kind, ids: list[int]) -> set[int]:
    """Those records that a query of the same actor shows, one by one by their ids."""
    wanted = [f"{kind.type_name}:{one}" for one in ids]
    nodes = (await api.data("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=wanted))["nodes"]
    return {int(node["id"].partition(":")[2]) for node in nodes if node}


ROLES = st.sampled_from(BUILT_IN)


@given(data=st.data())
async def test_what_is_told_is_what_a_query_shows(
    services: Services, nobody: Api, city: World, records: dict[str, list[int]], data: st.DataObject
) -> None:
    places = st.sampled_from(
        [(Level.CITY, city.bureau), (Level.COUNTY, city.east), (Level.COUNTY, city.west)]
        + [(Level.UNIT, school) for school in city.schools.values()]
    )
    grants = data.draw(st.lists(st.tuples(ROLES, places), max_size=3))
    somebody: Actor = actor(*((role, level, unit) for role, (level, unit) in grants))
    name = data.draw(st.sampled_from(KINDS))
    kind, ids = of(services, name), records[name]
    told = await versions_seen(services.engine, somebody, [(kind, one) for one in ids])
    assert {identity for _, identity in told} == await seen_by_query(nobody.as_(somebody), kind, ids)


async def test_each_county_is_told_of_its_own_pupils(services: Services, city: World) -> None:
    student, ids = of(services, "student"), list(city.students.values())
    records: list[Any] = [(student, one) for one in ids]
    east, west, whole = [
        {identity for _, identity in await versions_seen(services.engine, somebody, records)}
        for somebody in (
            actor(("integrator", Level.COUNTY, city.east)),
            actor(("integrator", Level.COUNTY, city.west)),
            actor(("integrator", Level.CITY, city.bureau)),
        )
    ]
    assert east
    assert west
    assert not east & west
    assert east | west < whole == set(ids)
