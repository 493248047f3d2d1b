"""A plan is kept for all actors of one shape, and shows each of them what a plan of their own would."""

from typing import Any

from bureau.kernel.actor import Actor
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.people import actor
from tests.support.world import World

AWARDS = "{ aidAwards { nodes { id hardship { code } school { superior { id } } } } }"


async def awards(api: Api, asker: Actor, query: str = AWARDS) -> Any:
    return (await api.as_(asker).data(query))["aidAwards"]["nodes"]


async def test_who_holds_two_roles_apart_sees_not_what_who_holds_them_together_does(nobody: Api, city: World) -> None:
    together = actor(("funds", Level.COUNTY, city.east), ("aid", Level.COUNTY, city.east))
    apart = actor(("funds", Level.COUNTY, city.east), ("aid", Level.COUNTY, city.west))
    expected = await awards(nobody, apart, f"query Alone {AWARDS}")
    assert all(award["hardship"] for award in await awards(nobody, together))
    assert await awards(nobody, apart) == expected
    seen = {(award["school"]["superior"]["id"], award["hardship"] is not None) for award in expected}
    assert seen == {(f"Office:{city.east}", False), (f"Office:{city.west}", True)}
