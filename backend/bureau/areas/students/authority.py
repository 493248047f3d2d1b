"""Which office is in charge of a pupil's status: the county's bureau, or the city's (学籍主管部门, §2.5, §21)."""

from collections.abc import Collection, Mapping

from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.registry.unit import Office, UnitCategory

_OF_THE_CITY = frozenset({"S", "V"})
"""The stages whose pupils are the city bureau's concern, wherever their school stands."""

Place = tuple[int, str]
"""A school, and the grade of the pupil concerned; none where it is the school itself that is meant."""


async def authorities(places: Collection[Place]) -> Mapping[Place, int]:
    """The office in charge of each place: the city's bureau for senior and vocational pupils and for schools that
    stand below it directly, and else the bureau of the school's county.

    A school that is meant itself is the city's if it teaches no other stages than those.
    """
    units = await School.filter(id__in=list({place[0] for place in places}), category=UnitCategory.SCHOOL)
    schools = {school.id: school for school in units}
    bureau = await Office.filter(category=UnitCategory.BUREAU, void_reason__isnull=True).first()
    assert bureau is not None
    return {place: _authority(schools[place[0]], place[1], bureau.id) for place in places if place[0] in schools}


def _authority(school: School, grade: str, bureau: int) -> int:
    taught = {grade[:1]} if grade else stages(school.type or "")
    county: int | None = school.__dict__["county_id"]
    return bureau if county is None or (taught and taught <= _OF_THE_CITY) else county
