"""Whatever becomes of codes, each that ever was leads to one school, and to the one that had it last."""

import asyncio
from random import Random

import pytest

from tests.registry.test_rejections import said
from tests.registry.test_schools import new
from tests.support.api import Api
from tests.support.world import World

FIND = """query($code: String!) {
  now: schools(filter: { code: { eq: $code } }) { nodes { id } }
  once: schools(filter: { formerCodes: { some: { code: { eq: $code } } } }) { nodes { id } }
}"""


@pytest.mark.parametrize("seed", range(3))
async def test_a_code_never_belongs_to_two_schools(api: Api, city: World, seed: int) -> None:
    random = Random(seed)
    codes = [f"21518{seed}{n:04d}" for n in range(8)]
    owner: dict[str, str] = {}
    present: dict[str, str] = {}
    for code in codes[:3]:
        made = await api.write("createSchool", "school { id }", **new(city, code))
        owner[code] = made["school"]["id"]
        present[owner[code]] = code
    for day in range(1, 13):
        school, code = random.choice(list(present)), random.choice(codes)
        asked = {"id": school, "code": code, "effectiveOn": f"2026-08-{day:02d}"}
        faults = said(await api.write("changeSchoolCode", "school { id }", **asked))
        if present[school] == code:
            assert faults == [("INVALID", "code")]
        elif owner.get(code, school) != school:
            assert faults == [("DUPLICATE", "code")]
        else:
            assert faults == []
            owner[code] = school
            present[school] = code
    for code, school in owner.items():
        found = await api.data(FIND, code=code)
        assert found["now"]["nodes"] + found["once"]["nodes"] == [{"id": school}]


async def test_a_code_that_is_left_at_this_moment_goes_to_nobody_else(api: Api, city: World) -> None:
    for number in range(12):
        left, taken = f"215183{number:04d}", f"215184{number:04d}"
        made = await api.write("createSchool", "school { id }", **new(city, left))
        asked = {"id": made["school"]["id"], "code": taken, "effectiveOn": "2026-08-01"}
        changed, created = await asyncio.gather(
            api.write("changeSchoolCode", "school { id }", **asked),
            api.write("createSchool", "school { id }", **new(city, left)),
        )
        assert said(changed) == []
        assert said(created) == [("DUPLICATE", "code")]
