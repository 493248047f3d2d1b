"""Who is asking, as a console greets them."""

from typing import Any

from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.people import actor, of_school
from tests.support.world import World

VIEWER = """{ viewer { username displayName grants { role roleName label { en zh } unitId unitName level
    unit { id name } } } }"""


async def asked(api: Api) -> Any:
    return (await api.data(VIEWER))["viewer"]


async def test_it_says_where_roles_are_held(nobody: Api, city: World) -> None:
    school = city.schools["东城小学"]
    held = actor(("registrar", Level.COUNTY, city.east), ("principal", Level.UNIT, school))
    viewer = await asked(nobody.as_(held))
    assert (viewer["username"], viewer["displayName"]) == ("tester", "tester")
    county, own = viewer["grants"]
    assert (county["unitId"], county["unitName"]) == (f"Office:{city.east}", "锦江区教育局")
    assert (own["unitId"], own["unitName"]) == (f"School:{school}", "东城小学")
    assert own["unit"] == {"id": own["unitId"], "name": own["unitName"]}
    assert own["label"]["en"] == own["roleName"]
    assert county["label"]["zh"]


async def test_a_unit_that_is_not_there_has_no_name(nobody: Api, city: World) -> None:
    (grant,) = (await asked(nobody.as_(of_school(999_999_999))))["grants"]
    assert (grant["unitId"], grant["unitName"], grant["unit"]) == ("Unit:999999999", "", None)
