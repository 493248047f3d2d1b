"""Another name, level or category of a private school: its licence and its register change together, or it is refused."""

from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.rules import Level
from tests.areas.private.support import PUBLIC, People, decides, licensed, officers, opens, organiser
from tests.machinery.inspections.support import private_school
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.world import World

SERIALS = count(1)
DAYS = {"consentedOn": "2026-09-15", "effectiveOn": "2026-10-12"}
SHOWN = """query($id: ID!) { licence(id: $id) { schoolName type { code } decideBy decidedOn
    events(orderBy: ID_ASC) { nodes { sort text document } }
    school { code name type { code } formerNames { nodes { name heldUntil document } }
        formerCodes { nodes { code heldUntil document } }
        predecessions { nodes { sort predecessorName } } } } }"""


@pytest.fixture(scope="module")
async def everybody(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


@pytest.fixture
async def people(everybody: People) -> People:
    """Everybody, with a private primary school and an organiser of the test's own."""
    serial = next(SERIALS)
    school = await private_school(everybody.api, everybody.city, f"更名民办{serial}小", f"2151003{serial:03d}")
    runs = await organiser(everybody["west"], everybody.west, f"更名举办者{serial}")
    head = await account(everybody.services, f"rename{serial}", int(school.split(":")[1]), Level.UNIT, "principal")
    return replace(everybody, school=school, organiser=runs, actors={**everybody.actors, "school": head})


async def issued(people: People, **more: Any) -> str:
    number = people.school.split(":")[1]
    return await licensed(people, f"教民5101052{int(number):08d}号", school_name="更名前", **more)


async def shown(people: People, licence: str) -> Any:
    return (await people["west"].data(SHOWN, id=licence))["licence"]


async def tried(people: People, licence: str, **given: Any) -> list[tuple[str, str]]:
    """Apply for a change and let it be decided; the faults of the decision. A case that is refused is rejected."""
    opened = await opens(
        people, "school", "openPrivateSchoolChange", "resolution", licence=licence, **{**DAYS, **given}
    )
    assert said(opened) == [], opened
    case = opened["privateSchoolCase"]["id"]
    faults = await decides(people, case, "west", "west", "west_director")
    if faults:
        assert {warning["code"] for warning in opened["warnings"]} == {"NOT_MET"}, "told when it is opened"
        ended = await people["west_director"].write("decideCase", id=case, decision="REJECT", opinion="不符合规定")
        assert said(ended) == []
    return faults


async def test_name_and_category_change_together(people: People) -> None:
    licence = await issued(people)
    before = await shown(people, licence)
    without = await opens(people, "school", "openPrivateSchoolChange", licence=licence, name="西城育英学校", **DAYS)
    assert said(without) == [("MATERIAL_MISSING", "materials")], "the board resolves on it"
    given = {"name": "西城育英学校", "shortName": "育英", "type": "312", **DAYS}
    opened = await opens(people, "school", "openPrivateSchoolChange", "resolution", licence=licence, **given)
    assert said(opened) == []
    case, number = opened["privateSchoolCase"]["id"], opened["privateSchoolCase"]["number"]
    waiting = await shown(people, licence)
    assert (waiting["decideBy"], waiting["decidedOn"]) == ("2027-01-12", None), "three months, whatever the steps take"
    assert waiting["school"] == before["school"], "nothing changes before it is decided"
    assert await decides(people, case, "west", "west", "west_director") == []
    found = await shown(people, licence)
    school = found["school"]
    assert (found["schoolName"], found["type"]["code"], found["decidedOn"]) == ("西城育英学校", "312", "2026-10-12")
    assert (school["name"], school["type"]["code"]) == ("西城育英学校", "312")
    assert school["code"][:4] == "3151", "another category has a code of its own"
    former = before["school"]
    assert school["formerNames"]["nodes"] == [{"name": former["name"], "heldUntil": "2026-10-12", "document": number}]
    assert school["formerCodes"]["nodes"] == [{"code": former["code"], "heldUntil": "2026-10-12", "document": number}]
    assert school["predecessions"]["nodes"] == [{"sort": "RENAMED", "predecessorName": former["name"]}]
    assert [(event["sort"], event["document"]) for event in found["events"]["nodes"]] == [
        ("NAME_CHANGED", number),
        ("TYPE_CHANGED", number),
    ]
    assert f"{former['code']} → {school['code']}" in found["events"]["nodes"][1]["text"]
    public = (await people.api.as_(ANONYMOUS).data(PUBLIC, search="西城育英学校"))["publicLicences"]["nodes"]
    assert [one["schoolName"] for one in public] == ["西城育英学校"]


async def test_a_level_within_the_category_keeps_the_code(people: People) -> None:
    licence = await issued(people)
    assert await tried(people, licence, type="311") == []
    before = (await shown(people, licence))["school"]
    assert await tried(people, licence, type="312") == []
    found = await shown(people, licence)
    assert (found["school"]["type"]["code"], found["school"]["code"]) == ("312", before["code"])
    assert len(found["school"]["formerCodes"]["nodes"]) == 1, "the one of the primary school"
    assert found["school"]["formerNames"]["nodes"] == []


async def test_names_and_days_that_the_rules_refuse(people: People) -> None:
    licence = await issued(people)
    own = (await shown(people, licence))["school"]["name"]
    for given, faults in (
        ({}, [("INVALID", "name")]),
        ({"name": own, "type": "211"}, [("INVALID", "name")]),
        ({"name": "西城小学"}, [("DUPLICATE", "name")]),
        ({"name": "国家第二小学"}, [("NAME_FORBIDDEN", "name")]),
        ({"name": "西城育才小学", "consentedOn": "2026-10-13"}, [("INVALID", "consentedOn")]),
        ({"name": "西城育才小学", "effectiveOn": "2026-10-13"}, [("NOT_YET", "effectiveOn")]),
        ({"type": "119"}, [("INVALID", "type")]),
    ):
        assert await tried(people, licence, **given) == faults, given
    assert (await shown(people, licence))["events"]["nodes"] == []


async def test_what_the_law_forbids_is_no_level_either(people: People) -> None:
    licence = await issued(people, type="342", purpose="FOR_PROFIT")
    for school_type in ("312", "345", "341"):
        assert await tried(people, licence, type=school_type) == [("FOR_PROFIT_COMPULSORY", "type")]


async def test_state_assets_go_into_no_kindergarten_for_profit(people: People) -> None:
    state = await organiser(people["west"], people.west, f"国资{people.organiser}", hasStateAssets=True)
    licence = await issued(people, type="342", purpose="FOR_PROFIT", organiser=state)
    assert await tried(people, licence, type="111") == [("STATE_ASSETS_FOR_PROFIT", "type")]


async def test_pupils_are_placed_before_their_grades_are_given_up(people: People) -> None:
    licence = await issued(people)
    who = {"name": "卫一", "sex": "1", "birthDate": "2019-03-03", "grade": "P1", "enteredOn": "2026-10-12"}
    assert said(await people.api.write("registerStudent", school=people.school, **who)) == []
    assert await tried(people, licence, type="342") == [("GRADES_LEFT", "type")]
    assert await tried(people, licence, type="345") == [], "a school of twelve years teaches them"


async def test_a_licence_that_has_ended_changes_no_more(people: People) -> None:
    licence = await issued(people, state="LAPSED", ended_on="2026-09-01", end_reason="期满")
    assert await tried(people, licence, name="西城新名小学") == [("ENDED", "licence")]
